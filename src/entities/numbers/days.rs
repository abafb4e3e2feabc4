//! Days of the calendar: weekdays, months, days of the month, years.

use super::Read;
use super::digits::Digits;
use super::words::{
    AMBIGUOUS, DASH, DAYPART, EDGE, HOLIDAY, MONTH, SEASON, SYMBOL, WEEKDAY, WHICH,
};
use crate::entities::Label;
use crate::entities::words::Words;

/// Years that a bare number of four digits may be.
const YEARS: std::ops::RangeInclusive<u32> = 1000..=2199;
/// Longest span of years in brackets that is read as one: a life, a reign, a war.
const LIFETIME: u32 = 120;
/// Years that need no word beside them that says so.
const USUAL_YEARS: std::ops::RangeInclusive<u32> = 1900..=2059;

/// A date that begins at `at`.
pub(super) fn calendar(words: &Words<'_>, at: usize) -> Option<Read> {
    let (start, edged) = edges(words, at);
    if let Some((end, part)) = weekday(words, start) {
        let (label, why) = match part {
            true => (Label::Time, "weekday and time of day"),
            false => (Label::Date, "weekday"),
        };
        return Some(Read { end, label, why });
    }
    let date = |end, why| Some(Read { end, label: Label::Date, why });
    if let Some(end) = month(words, start, edged) {
        return date(end, "month");
    }
    if words.is(start, SEASON) && edged {
        let of = usize::from(words.lower(start + 1) == "of");
        let end = year(words, start + 1 + of).unwrap_or(start + 1);
        return date(end, "season");
    }
    if words.is(start, SEASON) && words.lower(start) != "fall"
        || words.is(start, SEASON) && words.before(start) == "the"
    {
        let of = usize::from(words.lower(start + 1) == "of");
        if let Some(end) = year(words, start + 1 + of) {
            return date(end, "season and year");
        }
    }
    if words.is(start, HOLIDAY) && words.capital(start) && words.lower(start) != "lent" {
        let day = words.one_of(start + 1, &["day", "eve", "sunday", "monday"]);
        let next = start + 1 + usize::from(day);
        return date(year(words, next).unwrap_or(next), "holiday");
    }
    if let Some(end) = day_month(words, at) {
        return date(end, "day and month");
    }
    if edged && start > at {
        if let Some(end) = year(words, start) {
            return date(end, "year");
        }
        if words.digits(start) == Digits::Decade {
            return date(start + 1, "decade");
        }
    }
    numeric(words, at)
}

/// Skips `early`, `late last`, `mid-`, `this past`; says whether anything was skipped.
fn edges(words: &Words<'_>, at: usize) -> (usize, bool) {
    let mut next = at;
    while words.is(next, EDGE | WHICH) && next < at + 3 {
        next += 1;
        if words.is(next, DASH) && words.one_of(next - 1, &["mid", "early", "late"]) {
            next += 1;
        }
    }
    if next == at {
        return (at, matches!(words.before(at), "this" | "last" | "next"));
    }
    (next, true)
}

/// `Thursday`, `Thursday night`, `Monday, March 3, 2014`, `Monday to Friday`; whether it has a
/// time of day.
fn weekday(words: &Words<'_>, at: usize) -> Option<(usize, bool)> {
    if !words.is(at, WEEKDAY) {
        return None;
    }
    let doubtful = words.is(at, AMBIGUOUS);
    if doubtful && !words.capital(at) {
        return None;
    }
    let mut next = at + 1;
    if doubtful && words.lower(next) == "." {
        next += 1;
    }
    let comma = usize::from(words.lower(next) == ",");
    if let Some(end) = month(words, next + comma, true).or_else(|| day_month(words, next + comma)) {
        return Some((end, false));
    }
    if doubtful {
        // Without a date behind it only the form with a full stop is a weekday.
        return words.lower(at).ends_with('.').then_some((next, false));
    }
    if words.is(next, DAYPART) {
        return Some((next + 1, true));
    }
    if words.one_of(next, &["lunchtime", "midnight", "noon"]) {
        return Some((next + 1, true));
    }
    let joins = words.is(next, DASH) || words.one_of(next, &["to", "through"]);
    if joins && words.is(next + 1, WEEKDAY) && !words.is(next + 1, AMBIGUOUS) {
        return Some((next + 2, false));
    }
    Some((next, false))
}

/// `March`, `March 12-14, 2022`, `Mar. 2022`; `sure` when something before it says that it is a
/// date.
fn month(words: &Words<'_>, at: usize, sure: bool) -> Option<usize> {
    if !words.is(at, MONTH) {
        return None;
    }
    let short = words.lower(at).trim_end_matches('.').len() <= 4
        && !words.one_of(at, &["june", "july", "may"]);
    let doubtful = words.is(at, AMBIGUOUS) || short;
    if doubtful && !words.capital(at) {
        return None;
    }
    let mut next = at + 1;
    if short && words.lower(next) == "." && day(words, next + 1).is_some() {
        next += 1;
    }
    if let Some(end) = days(words, next) {
        let comma = usize::from(words.lower(end) == ",");
        // `March 12 , 2022`; a range over months: `March 12 - April 3`
        if let Some(end) = year(words, end + comma) {
            return Some(end);
        }
        if (words.is(end, DASH) || words.one_of(end, &["to", "through"]))
            && words.is(end + 1, MONTH)
            && let Some(end) = month(words, end + 1, true)
        {
            return Some(end);
        }
        return Some(end);
    }
    let filler = usize::from(words.one_of(next, &[",", "of"]));
    if let Some(end) = year(words, next + filler) {
        return Some(end);
    }
    if (words.is(next, DASH) || words.one_of(next, &["to", "through"]))
        && words.is(next + 1, MONTH)
        && words.capital(next + 1)
    {
        return month(words, next + 1, true);
    }
    let introduced = sure
        || matches!(
            words.before(at),
            "in" | "since"
                | "until"
                | "till"
                | "by"
                | "from"
                | "of"
                | "during"
                | "before"
                | "after"
                | "through"
                | "throughout"
                | "for"
                | "to"
                | "and"
                | "between"
                | "for-"
        );
    let named = words.capital(next) && words.lower(next).chars().all(char::is_alphabetic);
    if doubtful {
        // `In May he left`, but not `to March` nor `Theresa May`.
        let clear = introduced
            && !matches!(
                words.before(at),
                "to" | "by" | "and" | "for" | "after" | "before" | "between"
            )
            || sure;
        return (clear && !named).then_some(next);
    }
    if !words.capital(at) && !introduced {
        return None;
    }
    // `April Jones`, `August Wilson`: a first name, unless a word says that it is a date.
    let first_name = named && words.one_of(at, &["april", "june", "august"]) && !introduced;
    (!first_name).then_some(next)
}

/// A day of the month in digits.
fn day(words: &Words<'_>, at: usize) -> Option<usize> {
    match words.digits(at) {
        Digits::Whole(1..=31, 1 | 2) | Digits::Ordinal => Some(at + 1),
        _ => None,
    }
}

/// One or more days: `12`, `12th`, `12-14`, `12 and 13`.
fn days(words: &Words<'_>, at: usize) -> Option<usize> {
    let end = day(words, at)?;
    // `March 5 million`, `May 10%`: an amount, not a day.
    if words.is(end, super::words::PERCENT | super::words::SCALE) {
        return None;
    }
    let joins = words.is(end, DASH) || words.one_of(end, &["and", "to", "&", "/"]);
    let second = if joins { day(words, end + 1) } else { None };
    Some(match second {
        Some(second) if !words.is(second, MONTH | super::words::DAYS | super::words::HOURS) => {
            second
        }
        _ => end,
    })
}

/// `12 March`, `12-14 March 2022`, `the 12th of March`.
fn day_month(words: &Words<'_>, at: usize) -> Option<usize> {
    let first = day(words, at)?;
    let joins = words.is(first, DASH) || words.one_of(first, &["and", "to", "&"]);
    let next = if joins { day(words, first + 1).unwrap_or(first) } else { first };
    let of = usize::from(words.lower(next) == "of");
    let month_at = next + of;
    if !words.is(month_at, MONTH) || !words.capital(month_at) && words.is(month_at, AMBIGUOUS) {
        return None;
    }
    let mut end = month_at + 1;
    if words.lower(end) == "." && year(words, end + 1).is_some() {
        end += 1;
    }
    let comma = usize::from(words.one_of(end, &[",", "of"]));
    if let Some(year) = year(words, end + comma) {
        return Some(year);
    }
    if words.is(end, DASH) || words.one_of(end, &["to"]) {
        return Some(day_month(words, end + 1).unwrap_or(end));
    }
    Some(end)
}

/// A year in four digits.
fn year(words: &Words<'_>, at: usize) -> Option<usize> {
    match words.digits(at) {
        Digits::Whole(value, 4) if YEARS.contains(&value) => Some(at + 1),
        _ => None,
    }
}

/// Dates in digits alone: `2022`, `2021-22`, `9/11`, `14/03/2025`, `2025-03-14`, `1990s`.
fn numeric(words: &Words<'_>, at: usize) -> Option<Read> {
    let date = |end, why| Some(Read { end, label: Label::Date, why });
    match words.digits(at) {
        Digits::Slashed(3) => date(at + 1, "date in digits"),
        Digits::Slashed(2) => {
            let (a, b) = words.lower(at).split_once('/')?;
            if (a.len(), b.len()) == (4, 2) {
                return date(at + 1, "years");
            }
            (words.lower(at) == "9/11").then(|| date(at + 1, "date in digits")).flatten()
        }
        Digits::Decade => date(at + 1, "decade"),
        Digits::Whole(value, 4) if YEARS.contains(&value) => {
            if let (true, Some((_, 2)), true, Some((_, 2))) = (
                words.is(at + 1, DASH),
                words.whole(at + 2),
                words.is(at + 3, DASH),
                words.whole(at + 4),
            ) {
                return date(at + 5, "date in digits");
            }
            if words.is(at.wrapping_sub(1), SYMBOL) || !introduced(words, at, value) {
                return None;
            }
            let joins = words.is(at + 1, DASH) || words.lower(at + 1) == "to";
            let second = words.whole(at + 2).filter(|_| joins);
            match second {
                Some((later, 4)) if YEARS.contains(&later) => date(at + 3, "years"),
                Some((_, 2)) if words.is(at + 1, DASH) => date(at + 3, "years"),
                _ => date(at + 1, "year"),
            }
        }
        _ => None,
    }
}

/// Whether a number of four digits is a year by what stands beside it.
fn introduced(words: &Words<'_>, at: usize, value: u32) -> bool {
    let next = words.lower(at + 1);
    if words.is(
        at + 1,
        super::words::MEASURE
            | super::words::CURRENCY
            | super::words::PERCENT
            | super::words::SCALE
            | super::words::HOURS
            | super::words::ZONE,
    ) || words.is_all(at + 1, super::words::DAYS | super::words::PLURAL)
    {
        return false;
    }
    if matches!(
        words.before(at),
        "about" | "nearly" | "some" | "than" | "least" | "almost" | "over"
    ) {
        return false;
    }
    if USUAL_YEARS.contains(&value) {
        // `2000 people`: a plural in lower case is counted.
        let counted = next.len() > 4
            && next.ends_with('s')
            && !next.ends_with("ss")
            && !words.capital(at + 1)
            || matches!(next, "people" | "men" | "women" | "children");
        return !counted
            || matches!(
                words.before(at),
                "in" | "since"
                    | "the"
                    | "of"
                    | "fiscal"
                    | "by"
                    | "from"
                    | "until"
                    | "during"
                    | "after"
                    | "before"
            );
    }
    // `(1738)` after a work, `(1704 – 1787)` after a name.
    let spans = matches!(words.whole(at + 2), Some((later, 4)) if YEARS.contains(&later)
        && later > value && later - value <= LIFETIME);
    if words.before(at) == "(" && (matches!(next, ")" | ";") || (words.is(at + 1, DASH) && spans)) {
        return true;
    }
    matches!(
        words.before(at),
        "in" | "since" | "until" | "by" | "from" | "before" | "after" | "circa" | "early" | "late"
    ) && !words.is(at + 1, super::words::DAYS)
        && !(next.len() > 4 && next.ends_with('s'))
}
