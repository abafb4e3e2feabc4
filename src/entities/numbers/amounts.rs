//! Amounts: money, percentages, quantities, lengths of time, plain numbers, ordinals.

use super::Read;
use super::digits::Digits;
use super::words::{
    CURRENCY, DASH, DAYPART, DAYS, HOURS, MEASURE, ORDINAL, PERCENT, PLURAL, SCALE, SCALES, SMALL,
    SYMBOL,
};
use crate::entities::Label;
use crate::entities::words::Words;

/// Words that make `one` a pronoun when they stand before it.
const BEFORE_PRONOUN: &[&str] = &[
    "this", "that", "the", "each", "every", "any", "which", "no", "another", "some", "new", "good",
    "big", "only", "'s", "such", "first", "last",
];

/// An amount; `about` and `more than` before it are not part of it.
pub(super) fn amount(words: &Words<'_>, at: usize) -> Option<Read> {
    if let Some(found) = money(words, at) {
        return Some(found);
    }
    if let Some(end) = vague(words, at) {
        let (end, label, why) = measured(words, end)?;
        return Some(Read { end, label, why });
    }
    let number = words.number(at)?;
    let end = words.range(at, number.end);
    if is_part_of_name(words, at, end) {
        return None;
    }
    if words.is(at, SCALES) && words.lower(end) == "of" && words.is(end + 1, CURRENCY) {
        // `millions of dollars`
        return Some(Read { end: end + 2, label: Label::Money, why: "number and currency" });
    }
    if let Some((end, label, why)) = measured(words, end) {
        let end = second_percentage(words, end, label).unwrap_or(end);
        return Some(Read { end, label, why });
    }
    cardinal(words, at, end, number.plain)
}

/// `a few`, `several`, `a couple of`, `an`: counts only before a unit.
fn vague(words: &Words<'_>, at: usize) -> Option<usize> {
    let low = words.lower(at);
    let next = words.lower(at + 1);
    Some(match (low, next) {
        ("a", "few" | "couple" | "dozen") => {
            let of = words.lower(at + 2) == "of";
            if next == "dozen" && !of {
                return None;
            }
            at + 2 + usize::from(of)
        }
        ("several" | "few" | "many", _) => at + 1,
        ("a" | "an", "half") if words.is(at + 2, DAYS | HOURS | MEASURE) => at + 2,
        ("half", "a" | "an") if !words.is(at + 2, SCALE) => at + 2,
        _ => return None,
    })
}

/// Where a second percentage of a range ends: `5% to 10%`.
fn second_percentage(words: &Words<'_>, end: usize, label: Label) -> Option<usize> {
    let joins = words.is(end, DASH) || words.lower(end) == "to";
    let number = words.number(end + 1).filter(|_| joins && label == Label::Percent)?;
    words.is(number.end, PERCENT).then_some(number.end + 1)
}

/// The unit behind a number: what it makes of it, and where it ends.
fn measured(words: &Words<'_>, end: usize) -> Option<(usize, Label, &'static str)> {
    let low = words.lower(end);
    // `10-percent`, `5-euro`, `$20-million`
    if words.is(end, DASH) && words.touches(end) && words.touches(end + 1) {
        if words.is(end + 1, PERCENT) {
            return Some((end + 2, Label::Percent, "number and percent"));
        }
        if words.is(end + 1, CURRENCY) && !words.is(end + 1, MEASURE) {
            return Some((end + 2, Label::Money, "number and currency"));
        }
    }
    if words.is(end, PERCENT) {
        let points = words.one_of(end + 1, &["point", "points"]);
        return Some((end + 1 + usize::from(points), Label::Percent, "number and percent"));
    }
    if low == "per" && words.lower(end + 1) == "cent" {
        return Some((end + 2, Label::Percent, "number and percent"));
    }
    if low == "percentage" && words.one_of(end + 1, &["point", "points"]) {
        return Some((end + 2, Label::Percent, "number and percent"));
    }
    // `30-day`, `three-year-old`, `two and a half years`
    let mut unit = if words.is(end, DASH) { end + 1 } else { end };
    if words.lower(unit) == "and" && words.lower(unit + 1) == "a" && words.lower(unit + 2) == "half"
    {
        unit += 3;
    }
    if words.one_of(unit, &["square", "cubic", "nautical", "metric", "light", "short", "long"])
        && words.is(unit + 1, MEASURE)
    {
        return Some((unit + 2, Label::Quantity, "number and unit"));
    }
    // `full`, `consecutive`, `straight`, `more`: `three more years`
    let adjective = words.one_of(
        unit,
        &[
            "more",
            "full",
            "consecutive",
            "straight",
            "additional",
            "long",
            "working",
            "business",
            "calendar",
            "whole",
            "successive",
        ],
    );
    let after = unit + usize::from(adjective);
    if words.is(after, HOURS) && !(words.is(after, ORDINAL) && after == end && !adjective)
        || words.is_all(after, HOURS | PLURAL)
    {
        return Some((tail(words, after + 1), Label::Time, "length of time"));
    }
    if words.is(after, DAYS) {
        return Some((tail(words, after + 1), Label::Date, "length of time"));
    }
    if words.is_all(after, DAYPART | PLURAL) {
        return Some((after + 1, Label::Time, "length of time"));
    }
    if unit == end && words.is(unit, CURRENCY) {
        // `pounds` are money unless they weigh something.
        let heavy = words.is(unit, MEASURE) && words.lower(unit + 1) == "of";
        return Some(if heavy {
            (unit + 1, Label::Quantity, "number and unit")
        } else {
            (unit + 1, Label::Money, "number and currency")
        });
    }
    for count in [1, 2] {
        // `million Canadian dollars`, `US dollars`
        if unit == end
            && words.capital(unit)
            && words.is(unit + count, CURRENCY)
            && !words.is(unit + count, DASH)
            && (count == 1 || words.capital(unit + 1))
        {
            return Some((unit + count + 1, Label::Money, "number and currency"));
        }
    }
    if low == "p" && words.touches(end) {
        return Some((end + 1, Label::Money, "number and currency"));
    }
    if words.is(unit, MEASURE) && (low.len() > 1 || words.touches(unit) || low == "°") {
        let mut end = unit + 1;
        if words.is(end - 1, MEASURE) && words.one_of(end, &["celsius", "fahrenheit", "c", "f"]) {
            end += 1;
        }
        if words.one_of(end, &["per", "an", "a"]) && words.is(end + 1, HOURS) {
            end += 2;
        }
        return Some((end, Label::Quantity, "number and unit"));
    }
    None
}

/// `ago`, `earlier`, `-old`, `later` behind a length of time.
fn tail(words: &Words<'_>, end: usize) -> usize {
    if words.one_of(end, &["ago", "earlier", "later", "old", "long"]) {
        return end + 1;
    }
    if words.is(end, DASH) && words.one_of(end + 1, &["old", "olds", "long"]) {
        return end + 2;
    }
    end
}

/// Letters that say whose dollar a `$` is.
const DOLLARS: &[&str] =
    &["US", "A", "AU", "C", "CA", "NZ", "HK", "S", "R", "N", "NT", "J", "TT", "BZ", "EC", "Z"];

/// `$1.2bn`, `US$5 million`, `Rs 5 lakh`, `$5-10 million`.
fn money(words: &Words<'_>, at: usize) -> Option<Read> {
    // `A $20 million deal` is not Australian.
    let prefixed = words.raw(at + 1) == "$"
        && DOLLARS.contains(&words.raw(at))
        && (words.raw(at) != "A" || words.touches(at + 1));
    if !(prefixed || words.is(at, SYMBOL)) {
        return None;
    }
    // `US $ 5`: the sign may follow its country; `Rs.` may have lost its full stop to a token.
    let letters = words.lower(at).chars().all(char::is_alphabetic);
    let more = prefixed || words.is(at + 1, SYMBOL) || letters && words.raw(at + 1) == ".";
    let first = at + 1 + usize::from(more);
    if letters && !words.capital(at) {
        return None;
    }
    let number = words.number(first)?;
    let mut end = words.range(first, number.end);
    if words.is(end, DASH) && words.is(end + 1, SCALE) && words.touches(end + 1) {
        end += 2;
    }
    if words.is(end, CURRENCY) && !words.is(end, SYMBOL) {
        end += 1;
    }
    Some(Read { end, label: Label::Money, why: "currency and number" })
}

/// Whether a capitalised word beside a number in digits makes it part of a name: `Boeing 737`.
fn is_part_of_name(words: &Words<'_>, start: usize, end: usize) -> bool {
    // `No. 5`, `Article 5`, `Flight 370`
    end == start + 1
        && words.whole(start).is_some()
        && matches!(
            words.before(start),
            "article"
                | "section"
                | "flight"
                | "chapter"
                | "channel"
                | "boeing"
                | "airbus"
                | "route"
                | "highway"
                | "resolution"
                | "apollo"
                | "windows"
                | "iphone"
        )
        && words.capital(start - 1)
}

/// A number with no unit.
fn cardinal(words: &Words<'_>, start: usize, end: usize, plain: bool) -> Option<Read> {
    let why = "number";
    let found = |end| Some(Read { end, label: Label::Cardinal, why });
    // `one in five`, `nine out of ten`
    if words.one_of(end, &["in", "of"]) && !plain || words.lower(end) == "out" {
        let second = end + 1 + usize::from(words.lower(end) == "out");
        if words.lower(end) != "of"
            && (words.is(second, SMALL) || words.whole(second).is_some())
            && words.lower(second).len() < 6
            && words.whole(second).is_none_or(|(_, digits)| digits <= 3)
            && let Some(number) = words.number(second)
        {
            return found(number.end);
        }
    }
    if words.lower(start) == "one" && end == start + 1 {
        let pronoun =
            BEFORE_PRONOUN.contains(&words.before(start)) || words.is(start.wrapping_sub(1), DASH);
        let counts = words.one_of(end, &["of", "in", "or", "out"])
            || words.lower(end).len() > 2
                && !words.is(end, DASH)
                && !COMMON_AFTER_PRONOUN.contains(&words.lower(end));
        if pronoun || !counts {
            return None;
        }
    }
    if words.lower(start) == "half"
        && end == start + 1
        && !words.one_of(end, &["of", "the", "a", "its", "his", "their"])
    {
        return None;
    }
    if words.is(start, SCALES) && words.is(start, SCALE) && end == start + 1 && !words.is(end, DASH)
    {
        return found(end);
    }
    found(end)
}

/// Words behind which `one` before them is a pronoun: `one can`, `one day`.
const COMMON_AFTER_PRONOUN: &[&str] = &[
    "can", "could", "may", "might", "must", "should", "would", "will", "has", "had", "was", "does",
    "another", "that", "who", "which", "more", "and", "thing", "way", "for", "with", "where",
    "from", "day", "wants", "knows", "said", "says", "when", "but", "than", "hand", "side",
];

/// `first`, `21st`, `twenty-first`, not as part of a date.
pub(super) fn ordinal(words: &Words<'_>, at: usize) -> Option<Read> {
    let found = |end| Some(Read { end, label: Label::Ordinal, why: "ordinal number" });
    if words.digits(at) == Digits::Ordinal {
        return found(at + 1);
    }
    if words.is(at, super::words::TENS) && words.is(at + 1, DASH) && words.is(at + 2, ORDINAL) {
        return found(at + 3);
    }
    if !words.is(at, ORDINAL) {
        return None;
    }
    // `a second` of time, `split second`, `first lady` in capitals is a title.
    let unit = words.lower(at) == "second"
        && matches!(words.before(at), "per" | "split" | "a" | "every")
        && !words.lower(at + 1).chars().all(char::is_alphabetic);
    let title = words.capital(at) && words.capital(at + 1) && at > 0;
    (!unit && !title).then(|| found(at + 1)).flatten()
}
