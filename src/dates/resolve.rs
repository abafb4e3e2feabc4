//! Expressions to points in time.
//!
//! Takes an [`Expression`], the day of publication and what was named before, gives a [`Moment`]
//! and the way to it in words. Invariant: nothing is guessed without a day of publication or an
//! earlier date to count from.

use super::expression::{Expression, Shift, YearName};
use super::moment::Moment;
use super::tense::Tense;
use super::words::Unit;
use crate::calendar::{Day, month_plus};

/// What an expression is read against.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context {
    /// Day of publication.
    pub(super) published: Option<Day>,
    /// The date named last.
    pub(super) reference: Option<Moment>,
    /// Whether the date named last stands in the same sentence.
    pub(super) same_sentence: bool,
    /// What the sentence speaks of.
    pub(super) tense: Tense,
}

/// A month further off than this from publication is read as one of the next year or the last.
const FAR_MONTHS: i32 = 7;
/// Dates of one sentence that run forwards lie no further apart than this.
const ROW_MONTHS: i32 = 6;
/// How far ahead of everything named a year of two digits may lie.
const AHEAD_YEARS: i32 = 5;

const OF_PUBLICATION: &str = "counted from the day of publication";
const OF_REFERENCE: &str = "counted from the date named before";
const AS_WRITTEN: &str = "as written";

/// The moment that `expression` names, and why.
pub(super) fn resolve(expression: Expression, context: Context) -> Option<(Moment, &'static str)> {
    let published = context.published.map(Moment::Day);
    match expression {
        Expression::Day { year, month, day, weekday } => {
            let (year, why) = match year {
                YearName::Open => context.year_of_day(month, day, weekday)?,
                named => context.year(named)?,
            };
            Some((Moment::Day(Day::new(year, month, day)?), why))
        }
        Expression::Month { year: YearName::Open, month, shift } => {
            let (year, why) = context.year_of_month(month, shift)?;
            Some((Moment::Month(year, month), why))
        }
        Expression::Month { year, month, .. } => {
            let (year, why) = context.year(year)?;
            Some((Moment::Month(year, month), why))
        }
        Expression::Year(year) => {
            let (year, why) = context.year(year)?;
            Some((Moment::Year(year), why))
        }
        Expression::Quarter(YearName::Open, quarter) => {
            let year = context.published?.year;
            Some((Moment::Quarter(year, quarter), "of the year of publication"))
        }
        Expression::Quarter(year, quarter) => {
            let (year, why) = context.year(year)?;
            Some((Moment::Quarter(year, quarter), why))
        }
        Expression::Decade(year) => Some((Moment::Decade(year), AS_WRITTEN)),
        Expression::ShortDecade(short) => {
            let (year, why) = context.full_year(short)?;
            Some((Moment::Decade(year), why))
        }
        Expression::Century(number) => Some((Moment::Century((number - 1) * 100), AS_WRITTEN)),
        Expression::Weekday(weekday, shift) => context.weekday(weekday, shift),
        Expression::NearDay(days) => {
            Some((Moment::Day(context.published?.plus(days)?), OF_PUBLICATION))
        }
        Expression::Period(unit, shift) => Some((context.period(unit, shift)?, OF_PUBLICATION)),
        Expression::EndOf(unit) => {
            let day = published?.end_of(unit)?;
            Some((Moment::Day(day), "the last day, counted from publication"))
        }
        // How many hours ago a day was published is not known, so it is that day.
        Expression::FromPublication(hours, Unit::Hour) if hours.abs() < 24 => {
            Some((published?, "the day of publication"))
        }
        Expression::FromPublication(count, unit) => {
            Some((published?.plus(count, unit)?, OF_PUBLICATION))
        }
        Expression::FromReference(count, unit) => match context.reference {
            Some(named) if named.plus(count, unit).is_some() => {
                Some((named.plus(count, unit)?, OF_REFERENCE))
            }
            _ => Some((published?.plus(count, unit)?, OF_PUBLICATION)),
        },
        Expression::Same(unit) => {
            let named = context.reference.or(published)?;
            Some((named.plus(0, unit)?, "the one named before"))
        }
    }
}

impl Context {
    fn year(self, name: YearName) -> Option<(i32, &'static str)> {
        match name {
            YearName::Full(year) => Some((year, AS_WRITTEN)),
            YearName::Short(short) => self.full_year(short),
            YearName::Same => Some((self.reference?.year(), "in the year named before")),
            YearName::Shifted(shift) => {
                Some((self.published?.year + shift.steps(), OF_PUBLICATION))
            }
            YearName::Open => None,
        }
    }

    /// The century of a year of two digits: the one that brings it nearest to the year named
    /// before, but not far ahead of publication.
    fn full_year(self, short: i32) -> Option<(i32, &'static str)> {
        let published = self.published.map(|day| day.year);
        let named = self.reference.map(Moment::year);
        let near = named.or(published)?;
        let latest = published.map_or(i32::MAX, |year| near.max(year) + AHEAD_YEARS);
        let century = near / 100 * 100;
        let years = [century - 100, century, century + 100].map(|century| century + short);
        let year = years.into_iter().filter(|y| *y <= latest).min_by_key(|y| (y - near).abs())?;
        Some((year, "in the century nearest to the dates around it"))
    }

    /// A year that the same sentence names, or, where publication is not known, the text before.
    fn year_nearby(self) -> Option<(i32, &'static str)> {
        let named = self.reference?.year();
        let far = self.published.is_none_or(|day| (day.year - named).abs() > 1);
        let usable = far && (self.same_sentence || self.published.is_none());
        usable.then_some((named, "in the year named before"))
    }

    /// In one sentence dates mostly run forwards: `from November to January`.
    fn year_in_row(self, month: u32) -> Option<(i32, &'static str)> {
        let (year, named) = self.reference.filter(|_| self.same_sentence)?.month()?;
        let steps = (month as i32 - named as i32).rem_euclid(12);
        let year = year + i32::from(month < named);
        (steps <= ROW_MONTHS).then_some((year, "the next after the date named before"))
    }

    /// The year of a day without one.
    fn year_of_day(
        self,
        month: u32,
        day: u32,
        weekday: Option<i32>,
    ) -> Option<(i32, &'static str)> {
        if let Some(found) = self.year_nearby() {
            return Some(found);
        }
        let published = self.published?;
        if weekday.is_none()
            && let Some(found) = self.year_in_row(month)
        {
            return Some(found);
        }
        if let Some(weekday) = weekday {
            let on = |year: &i32| {
                Day::new(*year, month, day).is_some_and(|day| day.weekday() == weekday)
            };
            let years = [published.year, published.year - 1, published.year + 1];
            if let Some(year) = years.into_iter().find(on) {
                return Some((year, "in the year that fits the weekday"));
            }
        }
        let months =
            (month as i32 - published.month as i32) * 31 + day as i32 - published.day as i32;
        Some(self.year_by_distance(months, FAR_MONTHS * 31, 12 * 31))
    }

    fn year_of_month(self, month: u32, shift: Option<Shift>) -> Option<(i32, &'static str)> {
        if shift.is_none()
            && let Some(found) = self.year_nearby().or_else(|| self.year_in_row(month))
        {
            return Some(found);
        }
        let published = self.published?;
        let months = month as i32 - published.month as i32;
        let year = match shift {
            Some(Shift::Last) => published.year - i32::from(months >= 0),
            Some(Shift::Next) => published.year + i32::from(months <= 0),
            Some(Shift::This) => published.year,
            None => return Some(self.year_by_distance(months, FAR_MONTHS, 12)),
        };
        Some((year, OF_PUBLICATION))
    }

    /// The year of publication, or the next or last where the date would be far off otherwise or
    /// the sentence points ahead.
    fn year_by_distance(self, distance: i32, far: i32, round: i32) -> (i32, &'static str) {
        let year = self.published.map_or(0, |day| day.year);
        if self.tense == Tense::Future {
            let ahead = distance < 0 && distance + round <= far;
            return (
                year + i32::from(ahead),
                "the next after publication: the sentence points ahead",
            );
        }
        let steps = i32::from(distance < -far) - i32::from(distance > far);
        (year + steps, "in the year nearest to publication")
    }

    /// News says `Friday` of the last one up to publication, unless it speaks of what is to come.
    fn weekday(self, weekday: i32, shift: Option<Shift>) -> Option<(Moment, &'static str)> {
        let published = self.published?;
        let back = (published.weekday() - weekday).rem_euclid(7);
        let ahead = (weekday - published.weekday()).rem_euclid(7);
        let (days, why) = match shift {
            Some(Shift::Last) => {
                (-(if back == 0 { 7 } else { back }), "the last before publication")
            }
            Some(Shift::Next) => (if ahead == 0 { 7 } else { ahead }, "the next after publication"),
            Some(Shift::This) => (weekday - published.weekday(), "in the week of publication"),
            None if self.tense == Tense::Future => {
                (ahead, "the next from publication on: the sentence points ahead")
            }
            None => (-back, "the last up to publication"),
        };
        Some((Moment::Day(published.plus(days)?), why))
    }

    fn period(self, unit: Unit, shift: Shift) -> Option<Moment> {
        let published = self.published?;
        match (unit, shift) {
            // On a Monday to Friday, `the weekend` and `last weekend` are the one just past.
            (Unit::Weekend, Shift::Last) => {
                let steps = if published.weekday() < 5 { -1 } else { 0 };
                Moment::Day(published).plus(steps, unit)
            }
            (Unit::Hour, _) => None,
            (Unit::Month, _) => {
                let (year, month) = month_plus(published.year, published.month, shift.steps())?;
                Some(Moment::Month(year, month))
            }
            _ => Moment::Day(published).plus(shift.steps(), unit),
        }
    }
}
