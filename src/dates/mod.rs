//! Date and time entities to ISO 8601 values.
//!
//! Takes text, entities and the day of publication, gives [`DateValue`]s for those that name a
//! point in time; durations, ages and vague dates have none, and a range has its start. Invariant:
//! at most one value an entity, in the entities' order.

mod expression;
mod holiday;
mod moment;
mod resolve;
mod tense;
mod words;

use crate::calendar::Day;
use crate::entities::{Entity, Label};
use crate::span::ByteSpan;
use expression::{Expression, Parsed};
use moment::Moment;
use resolve::Context;

/// How exact a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each name says itself")]
pub enum Granularity {
    Minute,
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

impl Granularity {
    /// Every granularity, from the most exact.
    pub const ALL: [Granularity; 8] = [
        Granularity::Minute,
        Granularity::Day,
        Granularity::Week,
        Granularity::Month,
        Granularity::Quarter,
        Granularity::Year,
        Granularity::Decade,
        Granularity::Century,
    ];

    /// The granularity as it stands in the document.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Minute => "minute",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
        }
    }
}

/// The value of one date entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateValue {
    /// Index into the document's entities.
    pub entity: usize,
    /// ISO 8601, as exact as the text: `2025-03-13`, `2025-03`, `2025`, `2025-03-13T10:30`,
    /// `2025-W11`, `2025-01/2025-03` for a quarter, `199X` and `19XX` for decade and century.
    pub value: String,
    /// How exact it is.
    pub granularity: Granularity,
    /// How the value was found, in words.
    pub why: String,
}

/// Words before a date that belong to it where the entity leaves them out.
const BEFORE: [&str; 9] =
    ["last", "next", "this", "past", "coming", "same", "that", "previous", "following"];
/// Words after a date that belong to it where the entity leaves them out.
const AFTER: [&str; 5] = ["ago", "later", "earlier", "a.m", "p.m"];
/// How much longer than its date a line may be that gives the day of publication.
const DATE_LINE: usize = 24;

/// Resolves the date entities of a text against its day of publication (`YYYY-MM-DD`).
///
/// Where that is not known, a full date alone on its line stands for it.
#[must_use]
pub fn resolve(text: &str, entities: &[Entity], published: Option<&str>) -> Vec<DateValue> {
    let dates: Vec<_> = entities
        .iter()
        .enumerate()
        .filter(|(_, entity)| matches!(entity.label, Label::Date | Label::Time))
        .map(|(index, entity)| (index, entity.span, read(text, entity.span)))
        .collect();
    let published = published.and_then(Day::parse).or_else(|| date_line(text, &dates));
    let mut values: Vec<DateValue> = Vec::new();
    let mut reference: Option<(Moment, usize)> = None;
    for (place, &(entity, span, parsed)) in dates.iter().enumerate() {
        let mut context = Context {
            published,
            reference: reference.map(|(moment, _)| moment),
            same_sentence: reference.is_some_and(|(_, end)| is_close(text, end, span.start)),
            tense: tense::around(text, span),
        };
        let found = parsed.date.and_then(|date| resolve::resolve(date, context));
        if let Some((moment, why)) = found {
            reference = Some((moment, span.end));
            values.push(value(entity, moment, parsed.clock, why));
        } else if let Some(clock) = parsed.clock {
            // `10 a.m. Thursday` may come as two entities: the day after the time, or before it.
            let next = dates
                .get(place + 1)
                .filter(|(_, next, _)| next.start >= span.end && next.start - span.end <= 4);
            context.tense = next.map_or(context.tense, |(_, next, _)| tense::around(text, *next));
            let day = next
                .and_then(|(_, _, parsed)| resolve::resolve(parsed.date?, context))
                .map(|(moment, _)| moment)
                .filter(|moment| moment.day().is_some())
                .or(context.reference.filter(|m| m.day().is_some() && context.same_sentence))
                .or(published.map(Moment::Day));
            reference = day.map(|moment| (moment, span.end)).or(reference);
            values.push(match day {
                Some(moment) => value(entity, moment, Some(clock), "time of the day nearest to it"),
                None => clock_alone(entity, clock),
            });
        }
    }
    values
}

fn value(entity: usize, moment: Moment, clock: Option<(u32, u32)>, why: &str) -> DateValue {
    let mut value = moment.to_iso();
    let mut granularity = moment.granularity();
    if let (Moment::Day(_), Some((hour, minute))) = (moment, clock) {
        value.push_str(&format!("T{hour:02}:{minute:02}"));
        granularity = Granularity::Minute;
    }
    DateValue { entity, value, granularity, why: why.to_owned() }
}

fn clock_alone(entity: usize, (hour, minute): (u32, u32)) -> DateValue {
    DateValue {
        entity,
        value: format!("T{hour:02}:{minute:02}"),
        granularity: Granularity::Minute,
        why: "time of a day that is not known".to_owned(),
    }
}

/// Reads the expression at `span`, with a word on either side where it belongs to it.
fn read(text: &str, span: ByteSpan) -> Parsed {
    let own = span.of(text);
    if let Some(date) = holiday::read(own) {
        return Parsed { date: Some(date), clock: None };
    }
    let is_space = |c: char| c == ' ' || c == '\u{a0}';
    let before = text[..span.start].trim_end_matches(is_space);
    let mut start = span.start;
    if before.len() < span.start {
        let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        if BEFORE.iter().any(|known| known.eq_ignore_ascii_case(word)) {
            start = before.len() - word.len();
        }
    } else if let Some(mark) = before.chars().next_back().filter(|c| matches!(c, '\'' | '’' | '‘'))
    {
        start -= mark.len_utf8();
    }
    let after = text[span.end..].trim_start_matches(is_space);
    let word = after.split(|c: char| !c.is_alphabetic() && c != '.').next().unwrap_or_default();
    let known = AFTER.iter().any(|known| known.eq_ignore_ascii_case(word.trim_end_matches('.')));
    let end = if known { text.len() - after.len() + word.len() } else { span.end };
    expression::parse(&words::words(&text[start..end]))
}

/// A full date that has a line to itself.
fn date_line(text: &str, dates: &[(usize, ByteSpan, Parsed)]) -> Option<Day> {
    dates.iter().find_map(|(_, span, parsed)| {
        let before = text.as_bytes()[..span.start].iter().rev().take(DATE_LINE + 1);
        let after = text.as_bytes()[span.end..].iter().take(DATE_LINE + 1);
        let others = before.take_while(|b| **b != b'\n').count()
            + after.take_while(|b| **b != b'\n').count();
        let alone = others <= DATE_LINE;
        match parsed.date? {
            Expression::Day { year: expression::YearName::Full(year), month, day, .. } if alone => {
                Day::new(year, month, day)
            }
            _ => None,
        }
    })
}

/// Whether two places stand in one sentence, as far as marks show it.
fn is_close(text: &str, from: usize, to: usize) -> bool {
    text.get(from..to)
        .is_some_and(|between| !between.contains(['\n', '?', '!', ';']) && !between.contains(". "))
}

#[cfg(test)]
mod tests;
