//! Dates and times of day: DATE and TIME.
//!
//! Takes a sentence's words and a place, gives the longest expression that begins there.

use super::number::{Number, listed, number, range};
use super::words::Words;
use super::{Found, Label};
use crate::confidence::Permille;

const WEEKDAYS: &str = " monday tuesday wednesday thursday friday saturday sunday mondays tuesdays \
wednesdays thursdays fridays saturdays sundays mon. tue. tues. wed. thu. thur. thurs. fri. sat. sun. ";
const MONTHS: &str = " january february march april may june july august september october november \
december jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. jan feb apr jun jul aug sep sept oct \
nov dec ";
/// Months that are words too, so that a capital alone does not tell.
const MONTH_WORDS: &str = " march may ";
const DAY_UNITS: &str = " day days week weeks month months year years decade decades century centuries \
weekend weekends quarter quarters fortnight season seasons ";
const CLOCK_UNITS: &str = " second seconds minute minutes hour hours ";
const SEASONS: &str = " spring summer autumn fall winter ";
const PARTS: &str = " morning afternoon evening night noon midnight dawn dusk midday lunchtime ";
const RELATIVE: &str = " this last next past previous coming recent following preceding ";
const WITHIN: &str = " early late mid earlier later ";
const FEW: &str = " few several couple many ";
const ZONES: &str = " gmt utc est edt et pst pdt pt cet cest bst ist msk ";
const CENTURY_WORDS: &str = " first second third fourth fifth sixth seventh eighth ninth tenth eleventh \
twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth ";

/// The longest date or time that begins at `at`.
pub(super) fn at(words: &Words<'_>, at: usize) -> Option<Found> {
    let start = after_modifier(words, at);
    let modified = start > at;
    let (to, label, why) = clock(words, start)
        .or_else(|| weekday(words, start))
        .or_else(|| month(words, start, modified))
        .or_else(|| numeric(words, start))
        .or_else(|| relative(words, start, modified))
        .or_else(|| named(words, start))
        .or_else(|| duration(words, start, modified))
        .or_else(|| year(words, start))?;
    Some(Found { from: at, to, label, confidence: Permille(950), why: why.to_owned() })
}

type Read = Option<(usize, Label, &'static str)>;

/// The place after `early`, `late`, `mid-`.
fn after_modifier(words: &Words<'_>, at: usize) -> usize {
    match words.lower(at) {
        "mid" if words.lower(at + 1) == "-" => at + 2,
        word if listed(WITHIN, word) => {
            // `late on Thursday`: the preposition stays out, and so does `late`.
            at + 1
        }
        _ => at,
    }
}

/// `10:30 a.m. GMT`, `5 p.m.`, `10am`.
fn clock(words: &Words<'_>, at: usize) -> Read {
    let word = words.lower(at);
    let (hour, minutes) = word.split_once(':').unwrap_or((word, ""));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let half = |word: &str| matches!(word, "am" | "pm" | "a.m." | "p.m." | "a.m" | "p.m");
    let glued = ["am", "pm"].iter().any(|half| {
        word.strip_suffix(half).is_some_and(|rest| {
            !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit() || b == b':')
        })
    });
    let mut to = at + 1;
    if !glued {
        let colon = !minutes.is_empty()
            && minutes.len() <= 5
            && minutes.bytes().all(|b| b.is_ascii_digit() || b == b':');
        if hour.is_empty()
            || hour.len() > 2
            || !digits(hour)
            || !(colon || half(words.lower(to)) || words.lower(to) == "o'clock")
        {
            return None;
        }
        if half(words.lower(to)) || words.lower(to) == "o'clock" {
            to += 1;
        }
    }
    if listed(ZONES, words.lower(to)) && words.capital(to) {
        to += 1;
    } else if words.lower(to) == "local" && words.lower(to + 1) == "time" {
        to += 2;
    }
    Some((to, Label::Time, "time of day"))
}

/// `Thursday`, `Thursday night`, `Thursday, March 13, 2025`.
fn weekday(words: &Words<'_>, at: usize) -> Read {
    if !listed(WEEKDAYS, words.lower(at)) || !words.capital(at) {
        return None;
    }
    let mut to = at + 1;
    if listed(PARTS, words.lower(to)) {
        return Some((to + 1, Label::Time, "day of the week and part of the day"));
    }
    let comma = usize::from(words.lower(to) == ",");
    if let Some((end, ..)) =
        month(words, to + comma, true).filter(|&(end, ..)| end > to + comma + 1)
    {
        to = end;
    }
    Some((to, Label::Date, "day of the week"))
}

/// `March`, `March 13`, `March 13-15, 2025`, `13 March 2025`, `13th of March`.
fn month(words: &Words<'_>, at: usize, certain: bool) -> Read {
    let is_month = |at: usize| listed(MONTHS, words.lower(at)) && words.capital(at);
    if let Some(day) = day_of_month(words, at) {
        let mut to = day;
        if matches!(words.lower(to), "-" | "–" | "to" | "and")
            && let Some(second) = day_of_month(words, to + 1)
            && is_month(second)
        {
            to = second;
        }
        let of = usize::from(words.lower(to) == "of");
        if !is_month(to + of) {
            return None;
        }
        to += of + 1;
        return Some((with_year(words, to), Label::Date, "day and month"));
    }
    if !is_month(at) {
        return None;
    }
    let mut to = at + 1;
    let dot = usize::from(words.lower(to) == "." && words.joined(at));
    if let Some(day) = day_of_month(words, to + dot) {
        to = day;
        if matches!(words.lower(to), "-" | "–" | "to")
            && let Some(second) = day_of_month(words, to + 1)
        {
            to = second;
        }
        return Some((with_year(words, to), Label::Date, "day and month"));
    }
    let end = with_year(words, to);
    if end > to {
        return Some((end, Label::Date, "month and year"));
    }
    let before = words.before(at);
    let lead = matches!(
        before,
        "in" | "of"
            | "since"
            | "until"
            | "by"
            | "last"
            | "next"
            | "this"
            | "from"
            | "through"
            | "and"
            | "to"
            | "-"
            | "during"
            | "before"
            | "after"
            | "every"
    );
    (certain || lead || !listed(MONTH_WORDS, words.lower(at))).then_some((to, Label::Date, "month"))
}

/// The place after `13`, `13th`.
fn day_of_month(words: &Words<'_>, at: usize) -> Option<usize> {
    let word = words.lower(at);
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let suffix = &word[digits.len()..];
    let day: u32 = digits.parse().ok()?;
    ((1..=31).contains(&day)
        && digits.len() <= 2
        && matches!(suffix, "" | "st" | "nd" | "rd" | "th"))
    .then_some(at + 1)
}

fn is_year(words: &Words<'_>, at: usize) -> bool {
    let word = words.raw(at);
    word.len() == 4 && word.parse::<u32>().is_ok_and(|year| (1000..2100).contains(&year))
}

/// The place after `, 2025`, `2025` or `'25`, or `at` where none follows.
fn with_year(words: &Words<'_>, at: usize) -> usize {
    let comma = usize::from(words.lower(at) == ",");
    if is_year(words, at + comma) { at + comma + 1 } else { at }
}

/// `2025-03-14`, `14/03/2025`, `9/11`, `14.03.2025`.
fn numeric(words: &Words<'_>, at: usize) -> Read {
    let digits = |at: usize, most: usize| {
        let word = words.raw(at);
        !word.is_empty() && word.len() <= most && word.bytes().all(|b| b.is_ascii_digit())
    };
    if is_year(words, at)
        && words.raw(at + 1) == "-"
        && digits(at + 2, 2)
        && words.raw(at + 3) == "-"
        && digits(at + 4, 2)
    {
        return Some((at + 5, Label::Date, "date in figures"));
    }
    let word = words.raw(at);
    let parts: Vec<&str> = word.split(['/', '.']).collect();
    let figures = parts.iter().all(|part| {
        !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit())
    });
    let small = |part: &str| part.parse::<u32>().is_ok_and(|n| (1..=31).contains(&n));
    let date = match parts[..] {
        [a, b, c] => {
            figures && small(a) && small(b) && matches!(c.len(), 2 | 4)
                || figures && a.len() == 4 && small(b) && small(c)
        }
        ["9", "11"] => word.contains('/'),
        _ => false,
    };
    date.then_some((at + 1, Label::Date, "date in figures"))
}

/// `this week`, `last few months`, `next Monday`, `last night`, `recent days`.
fn relative(words: &Words<'_>, at: usize, modified: bool) -> Read {
    let first = words.lower(at);
    let that_night = first == "that" && listed(PARTS, words.lower(at + 1));
    if !(that_night || listed(RELATIVE, first)) {
        // `the same day`, `earlier that year`, `every year`.
        let known = matches!(first, "same" | "every" | "each" | "that");
        let unit = words.lower(at + 1);
        let day =
            matches!(unit, "day" | "week" | "month" | "year" | "weekend" | "summer" | "winter");
        return (known && day && (first != "that" || modified)).then_some((
            at + 2,
            Label::Date,
            "relative date",
        ));
    }
    let mut to = at + 1;
    if listed(PARTS, words.lower(to)) {
        return Some((to + 1, Label::Time, "part of a day"));
    }
    if listed(WEEKDAYS, words.lower(to)) {
        return weekday(words, to).map(|(to, label, _)| (to, label, "relative date"));
    }
    if listed(MONTHS, words.lower(to)) && words.capital(to) {
        return Some((with_year(words, to + 1), Label::Date, "relative date"));
    }
    if listed(FEW, words.lower(to)) {
        to += 1 + usize::from(words.lower(to) == "couple" && words.lower(to + 1) == "of");
    } else if let Some(count) = range(words, to) {
        to = count.to;
    }
    if matches!(words.lower(to), "fiscal" | "academic" | "calendar" | "school" | "financial") {
        to += 1;
    }
    let unit = words.lower(to);
    if listed(CLOCK_UNITS, unit) && to > at + 1 {
        return Some((to + 1, Label::Time, "relative time"));
    }
    let season = listed(SEASONS, unit) && first != "past" && first != "following";
    if !(listed(DAY_UNITS, unit) || season) {
        return None;
    }
    Some((with_ago(words, to + 1), Label::Date, "relative date"))
}

/// `today`, `tonight`, `the 1990s`, `19th century`, `summer of 2024`, `first quarter`.
fn named(words: &Words<'_>, at: usize) -> Read {
    let word = words.lower(at);
    match word {
        "today" | "yesterday" | "tomorrow" => {
            let part = listed(PARTS, words.lower(at + 1));
            let label = if part { Label::Time } else { Label::Date };
            return Some((at + 1 + usize::from(part), label, "relative date"));
        }
        "tonight" | "overnight" => return Some((at + 1, Label::Time, "part of a day")),
        "midnight" | "noon" | "midday" => return Some((at + 1, Label::Time, "time of day")),
        _ => {}
    }
    // `1990s`, `'90s`.
    if let Some(decade) = word.strip_suffix('s').map(|d| d.trim_start_matches(['\'', '’']))
        && matches!(decade.len(), 2 | 4)
        && decade.ends_with('0')
        && decade.bytes().all(|b| b.is_ascii_digit())
    {
        return Some((at + 1, Label::Date, "decade"));
    }
    if listed(SEASONS, word) {
        let of = usize::from(words.lower(at + 1) == "of");
        return is_year(words, at + 1 + of).then_some((
            at + 2 + of,
            Label::Date,
            "season and year",
        ));
    }
    let ordinal = listed(CENTURY_WORDS, word)
        || (word.len() > 2
            && word.is_ascii()
            && matches!(&word[word.len() - 2..], "st" | "nd" | "rd" | "th")
            && word.as_bytes()[0].is_ascii_digit());
    if ordinal {
        let hyphen = usize::from(words.lower(at + 1) == "-");
        let unit = words.lower(at + 1 + hyphen);
        if matches!(unit, "century" | "centuries" | "quarter") {
            let to = at + 2 + hyphen;
            let of = usize::from(words.lower(to) == "of");
            let to = if is_year(words, to + of) { to + of + 1 } else { to };
            return Some((to, Label::Date, "century or quarter"));
        }
    }
    let quarter =
        word.len() == 2 && word.starts_with('q') && matches!(word.as_bytes()[1], b'1'..=b'4');
    (quarter && words.capital(at)).then(|| (with_year(words, at + 1), Label::Date, "quarter"))
}

/// `three years`, `30-day`, `35-year-old`, `a week ago`, `several months`.
fn duration(words: &Words<'_>, at: usize, modified: bool) -> Read {
    let count = amount(words, at)?;
    let hyphen = usize::from(words.lower(count) == "-");
    let mut to = count + hyphen;
    let unit = words.lower(to);
    let label = if listed(DAY_UNITS, unit)
        && !matches!(unit, "quarter" | "quarters" | "season" | "seasons" | "weekend")
    {
        Label::Date
    } else if listed(CLOCK_UNITS, unit) {
        Label::Time
    } else {
        return None;
    };
    to += 1;
    if words.lower(to) == "-" && words.lower(to + 1) == "old" {
        to += 2;
    } else if words.lower(to) == "old" {
        to += 1;
    }
    let with = with_ago(words, to);
    // `a year` alone is as often a rate: `twice a year`.
    let bare = matches!(words.lower(at), "a" | "an") && count == at + 1;
    (!(bare || modified) || with > to || hyphen > 0).then_some((with, label, "length of time"))
}

/// The place after a number, `a`, `several`, `a few`, `a couple of`.
fn amount(words: &Words<'_>, at: usize) -> Option<usize> {
    if let Some(Number { to, .. }) = range(words, at) {
        // `two and a half years`, `two-and-a-half-year`.
        let half = |from: usize, gap: usize| {
            words.lower(from) == "and"
                && words.lower(from + 1 + gap) == "a"
                && words.lower(from + 2 + 2 * gap) == "half"
        };
        return Some(match () {
            () if half(to, 0) => to + 3,
            () if words.lower(to) == "-" && half(to + 1, 1) => to + 6,
            () => to,
        });
    }
    match words.lower(at) {
        "a" | "an" if matches!(words.lower(at + 1), "few") => Some(at + 2),
        "a" if words.lower(at + 1) == "couple" => {
            Some(at + 2 + usize::from(words.lower(at + 2) == "of"))
        }
        "a" | "an" | "several" | "half-a" => Some(at + 1),
        "multi" if words.lower(at + 1) == "-" => Some(at + 1),
        "few" => Some(at + 1),
        _ => None,
    }
}

fn with_ago(words: &Words<'_>, at: usize) -> usize {
    at + usize::from(matches!(words.lower(at), "ago" | "earlier" | "later" | "prior"))
}

/// A year by itself: `in 2022`, `2014-2018`.
fn year(words: &Words<'_>, at: usize) -> Read {
    if !is_year(words, at) {
        return None;
    }
    let before = words.before(at);
    let next = words.lower(at + 1);
    // `2000 people`, `$1999`, `1,500 of 2000`.
    let led = matches!(
        before,
        "in" | "since"
            | "of"
            | "by"
            | "until"
            | "from"
            | "to"
            | "during"
            | "before"
            | "after"
            | "between"
            | "and"
            | "("
            | ","
            | "-"
            | "–"
            | "early"
            | "late"
            | "for"
            | "through"
            | "till"
            | "around"
            | "circa"
            | "c."
            | "about"
            | "year"
            | ""
    );
    let likely = number(words, at).and_then(|n| n.plain).is_some_and(|y| (1900..2060).contains(&y));
    let counts = next.ends_with('s')
        && !next.starts_with('\'')
        && next.len() > 2
        && !matches!(next, "was" | "has" | "is" | "this" | "does");
    if (counts || !likely) && !led || (before == "-" && !is_year(words, at.saturating_sub(2))) {
        return None;
    }
    let mut to = at + 1;
    if matches!(words.lower(to), "-" | "–" | "/") {
        let short = words.raw(to + 1);
        if is_year(words, to + 1) || (short.len() == 2 && short.bytes().all(|b| b.is_ascii_digit()))
        {
            to += 2;
        }
    }
    Some((to, Label::Date, "year"))
}
