//! Times of day, and dates told from today or from one another: `last week`, `three days ago`.

use super::Read;
use super::digits::Digits;
use super::words::{
    DAYPART, DAYS, EDGE, HALF_DAY, HOURS, MOMENT, PLURAL, RELATIVE_DAY, REPEATED, SEASON, SMALL,
    TENS, WEEKDAY, WHICH, ZONE,
};
use crate::entities::Label;
use crate::entities::words::Words;

/// `10:30 a.m. EST`, `5 pm`, `1400 GMT`, `10.30am`, `ten o'clock`.
pub(super) fn clock(words: &Words<'_>, at: usize) -> Option<Read> {
    let digits = words.digits(at);
    let mut end = at + 1;
    let hour = matches!(digits, Digits::Whole(0..=24, 1 | 2) | Digits::Number | Digits::Clock)
        || words.is(at, SMALL);
    if hour && words.is(end, HALF_DAY) {
        let in_words = words.is(at, SMALL)
            && !words.lower(end).contains("clock")
            && !words.lower(end).contains("m");
        if in_words
            || digits == Digits::Number && !is_hour(words.lower(at))
            || words.lower(end) == "am" && words.is(at, SMALL)
        {
            return None;
        }
        end += 1;
    } else if digits == Digits::Clock {
        // `2:1` is a score; minutes have two digits, which the reader of digits has seen to.
    } else if matches!(digits, Digits::Whole(0..=2400, 4)) && words.is(end, ZONE)
        || matches!(digits, Digits::Whole(0..=24, 1 | 2)) && words.lower(end) == "gmt"
    {
        return Some(Read { end: end + 1, label: Label::Time, why: "time of day" });
    } else {
        return None;
    }
    // `5 pm to 7 pm` stay two; `local time`, `GMT` and `(GMT)` belong to the time.
    if words.is(end, ZONE) {
        end += 1;
    } else if (words.lower(end) == "local" || words.capital(end)) && words.lower(end + 1) == "time"
    {
        end += 2;
    }
    Some(Read { end, label: Label::Time, why: "time of day" })
}

fn is_hour(low: &str) -> bool {
    low.split_once('.').is_some_and(|(hour, minute)| hour.len() <= 2 && minute.len() == 2)
}

/// Dates and times told from elsewhere.
pub(super) fn relative(words: &Words<'_>, at: usize) -> Option<Read> {
    let found = |end, label, why| Some(Read { end, label, why });
    if words.is(at, RELATIVE_DAY) {
        let part = words.is(at + 1, DAYPART);
        // `USA Today`
        if words.capital(at) && at > 0 && words.capital(at - 1) {
            return None;
        }
        return match part {
            true => found(at + 2, Label::Time, "day and time of day"),
            false => found(at + 1, Label::Date, "day told from today"),
        };
    }
    if words.is(at, MOMENT) && !(words.capital(at) && at > 0) {
        return found(at + 1, Label::Time, "time of day");
    }
    if words.is(at, REPEATED) && !words.capital(at) {
        return found(at + 1, Label::Date, "how often");
    }
    // `earlier in the day`, `later that day`, `early in the morning`
    if words.is(at, EDGE) {
        if words.lower(at + 1) == "in"
            && words.lower(at + 2) == "the"
            && words.is(at + 3, DAYS | DAYPART)
        {
            return found(at + 4, label(words, at + 3), "time told from elsewhere");
        }
        if words.is(at + 1, DAYPART) && !words.is(at + 1, PLURAL) {
            return found(at + 2, Label::Time, "time of day");
        }
        if let Some(hit) = which(words, at + 1) {
            return Some(hit);
        }
    }
    which(words, at).or_else(|| the(words, at)).or_else(|| ago(words, at))
}

/// `last week`, `this morning`, `the past three years`, `next two hours`, `recent days`.
fn which(words: &Words<'_>, at: usize) -> Option<Read> {
    let mut next = at;
    while words.is(next, WHICH) && next < at + 2 {
        next += 1;
    }
    if next == at {
        return None;
    }
    let first = words.lower(at);
    let counted = counted(words, next);
    let next = counted.unwrap_or(next);
    let unit = words.is(next, DAYS | HOURS | DAYPART | SEASON);
    if !unit {
        return None;
    }
    let low = words.lower(next);
    let plural = words.is(next, PLURAL);
    // `this second`, `last quarter`, `same night`: what each word allows.
    let fits = match first {
        "this" | "that" => {
            !plural && !matches!(low, "second" | "minute" | "hour" | "fall" | "spring")
        }
        "every" | "each" => counted.is_some() || !plural,
        "recent" | "coming" | "following" | "previous" | "preceding" | "past" => {
            plural || !words.is(next, HOURS) || counted.is_some()
        }
        "same" | "current" => !plural && !words.is(next, HOURS),
        "final" | "opening" | "closing" | "latest" => {
            plural || words.is(next, DAYS) && low != "quarter"
        }
        _ => low != "second",
    };
    if !fits
        || words.is(next, SEASON)
            && !matches!(
                first,
                "last" | "next" | "this" | "that" | "every" | "each" | "past" | "previous"
            )
    {
        return None;
    }
    let mut end = next + 1;
    let mut label = label(words, next);
    if low == "fiscal" {
        end += 1;
    }
    // `next week's Thursday` stays apart; `last year` may be followed by a part: `this week`.
    if words.is(next, WEEKDAY) && words.is(end, DAYPART) {
        end += 1;
        label = Label::Time;
    }
    Some(Read { end, label, why: "time told from elsewhere" })
}

/// A number or `few`, `several` between `last` and a unit.
fn counted(words: &Words<'_>, at: usize) -> Option<usize> {
    if words.one_of(at, &["few", "several", "couple", "many"]) {
        let of = usize::from(words.lower(at + 1) == "of");
        return Some(at + 1 + of);
    }
    if !(words.is(at, SMALL | TENS) || words.whole(at).is_some() || words.lower(at) == "half") {
        return None;
    }
    let number = words.number(at)?;
    Some(words.range(at, number.end))
}

/// `the day`, `the end of the year`, `the morning`: only forms that tell a time.
fn the(words: &Words<'_>, at: usize) -> Option<Read> {
    let low = words.lower(at);
    // `the end of the month`, `the beginning of this week`
    if matches!(low, "end" | "beginning" | "start" | "middle") && words.lower(at + 1) == "of" {
        let unit =
            at + 2 + usize::from(words.one_of(at + 2, &["the", "this", "next", "last", "that"]));
        if unit > at + 2 && words.is(unit, DAYS | SEASON) && !words.is(unit, PLURAL) {
            return Some(Read { end: unit + 1, label: Label::Date, why: "part of a time" });
        }
    }
    let first_quarter = words.one_of(at, &["first", "second", "third", "fourth"])
        && (words.one_of(at + 1, &["quarter", "half"]))
        && (words.lower(at + 2) == "of"
            || words.whole(at + 2).is_some()
            || words.before(at) == "the");
    if first_quarter {
        let mut end = at + 2;
        if words.lower(end) == "of" {
            end += 1;
            if words.one_of(end, &["the", "this", "last", "next"]) {
                end += 1;
            }
            let known = words.is(end, DAYS) || matches!(words.whole(end), Some((1000..=2199, 4)));
            return known.then_some(Read {
                end: end + 1,
                label: Label::Date,
                why: "part of a time",
            });
        }
        let year = matches!(words.whole(end), Some((1000..=2199, 4)));
        if year || words.lower(at + 1) == "quarter" {
            return Some(Read {
                end: end + usize::from(year),
                label: Label::Date,
                why: "part of a time",
            });
        }
    }
    // `21st century`, `nineteenth century`
    let ordinal = words.digits(at) == Digits::Ordinal || words.is(at, super::words::ORDINAL);
    if ordinal {
        let dash = usize::from(words.is(at + 1, super::words::DASH));
        if words.one_of(at + 1 + dash, &["century", "centuries"]) {
            return Some(Read { end: at + 2 + dash, label: Label::Date, why: "century" });
        }
        if words.is(at + 1, DAYS)
            && !words.is(at + 1, PLURAL)
            && words.one_of(at + 1, &["day", "week", "month", "year"])
        {
            return Some(Read {
                end: at + 2,
                label: Label::Date,
                why: "day, week or year in a row",
            });
        }
    }
    if words.before(at) == "the" && words.is(at, DAYPART) && !words.is(at, PLURAL) && low != "night"
        || words.is(at, DAYPART)
            && words.before(at) == "in"
            && words.lower(at.wrapping_sub(2)) == "early"
    {
        return Some(Read { end: at + 1, label: Label::Time, why: "time of day" });
    }
    None
}

/// `a week ago`, `years later`, `a year earlier`, `for decades`, `an hour`.
fn ago(words: &Words<'_>, at: usize) -> Option<Read> {
    let article = words.one_of(at, &["a", "an"]);
    let unit = at + usize::from(article);
    if !words.is(unit, DAYS | HOURS) || words.lower(unit) == "second" {
        return None;
    }
    let plural = words.is(unit, PLURAL);
    let tail = words.one_of(unit + 1, &["ago", "earlier", "later", "before"]);
    if tail && (article || plural) && words.lower(unit + 1) != "before" {
        return Some(Read { end: unit + 2, label: label(words, unit), why: "length of time" });
    }
    let before = words.before(at);
    let long = article
        && matches!(
            before,
            "for"
                | "in"
                | "within"
                | "after"
                | "than"
                | "about"
                | "nearly"
                | "almost"
                | "over"
                | "half"
        )
        && !words.is(unit + 1, super::words::DASH)
        && words.lower(unit) != "quarter"
        && !(words.lower(unit) == "day" && before == "in");
    if long {
        return Some(Read { end: unit + 1, label: label(words, unit), why: "length of time" });
    }
    None
}

fn label(words: &Words<'_>, at: usize) -> Label {
    if words.is(at, HOURS | DAYPART) { Label::Time } else { Label::Date }
}
