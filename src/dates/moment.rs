//! A point in time as exact as it is known.
//!
//! Takes days, months, years; gives their ISO 8601 form and steps between them.

use super::Granularity;
use super::words::Unit;
use crate::calendar::{Day, days_in, month_plus};

/// A point in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moment {
    /// A day.
    Day(Day),
    /// The week that begins on this Monday.
    Week(Day),
    /// A month of a year.
    Month(i32, u32),
    /// A quarter of a year, from 1.
    Quarter(i32, i32),
    /// A year.
    Year(i32),
    /// Ten years from this one.
    Decade(i32),
    /// A hundred years from this one.
    Century(i32),
}

impl Moment {
    /// Its ISO 8601 form. Decades and centuries leave digits open (`199X`), as part 2 of the
    /// standard has it; a quarter is the interval of its months.
    pub(super) fn to_iso(self) -> String {
        match self {
            Self::Day(d) => format!("{:04}-{:02}-{:02}", d.year, d.month, d.day),
            Self::Week(monday) => {
                let (year, week) = monday.week();
                format!("{year:04}-W{week:02}")
            }
            Self::Month(year, month) => format!("{year:04}-{month:02}"),
            Self::Quarter(year, quarter) => {
                let last = quarter * 3;
                format!("{year:04}-{:02}/{year:04}-{last:02}", last - 2)
            }
            Self::Year(year) => format!("{year:04}"),
            Self::Decade(year) => format!("{:03}X", year / 10),
            Self::Century(year) => format!("{:02}XX", year / 100),
        }
    }

    /// How exact it is.
    pub(super) fn granularity(self) -> Granularity {
        match self {
            Self::Day(_) => Granularity::Day,
            Self::Week(_) => Granularity::Week,
            Self::Month(..) => Granularity::Month,
            Self::Quarter(..) => Granularity::Quarter,
            Self::Year(_) => Granularity::Year,
            Self::Decade(_) => Granularity::Decade,
            Self::Century(_) => Granularity::Century,
        }
    }

    /// The year it begins in.
    pub(super) fn year(self) -> i32 {
        match self {
            Self::Day(day) | Self::Week(day) => day.year,
            Self::Month(year, _)
            | Self::Quarter(year, _)
            | Self::Year(year)
            | Self::Decade(year)
            | Self::Century(year) => year,
        }
    }

    /// The year and month it begins in, if so much is known.
    pub(super) fn month(self) -> Option<(i32, u32)> {
        match self {
            Self::Day(day) | Self::Week(day) => Some((day.year, day.month)),
            Self::Month(year, month) => Some((year, month)),
            Self::Quarter(year, quarter) => Some((year, quarter as u32 * 3 - 2)),
            Self::Year(_) | Self::Decade(_) | Self::Century(_) => None,
        }
    }

    /// The day it begins on, if that is known.
    pub(super) fn day(self) -> Option<Day> {
        match self {
            Self::Day(day) | Self::Week(day) => Some(day),
            _ => None,
        }
    }

    /// The moment, as exact as the unit, that lies `count` units on. A year and a month need no
    /// more of the start than a year and a month.
    pub(super) fn plus(self, count: i32, unit: Unit) -> Option<Self> {
        let year = |years: i32| {
            let year = self.year().checked_add(count.checked_mul(years)?)?;
            (0..=9999).contains(&year).then_some(year)
        };
        match unit {
            Unit::Hour if count % 24 == 0 => self.day()?.plus(count / 24).map(Self::Day),
            Unit::Hour => None,
            Unit::Day => self.day()?.plus(count).map(Self::Day),
            Unit::Week => {
                let day = self.day()?.plus(count.checked_mul(7)?)?;
                day.plus(-day.weekday()).map(Self::Week)
            }
            Unit::Weekend => {
                let day = self.day()?;
                // A weekend's own days belong to it; its Saturday stands for it.
                day.plus(5 - day.weekday() + count.checked_mul(7)?).map(Self::Day)
            }
            Unit::Month => {
                let (year, month) = self.month()?;
                month_plus(year, month, count).map(|(year, month)| Self::Month(year, month))
            }
            Unit::Quarter => {
                let (year, month) = self.month()?;
                let quarters = year * 4 + (month as i32 - 1) / 3 + count;
                Some(Self::Quarter(quarters.div_euclid(4), quarters.rem_euclid(4) + 1))
            }
            Unit::Year => year(1).map(Self::Year),
            Unit::Decade => year(10).map(|year| Self::Decade(year / 10 * 10)),
            Unit::Century => year(100).map(|year| Self::Century(year / 100 * 100)),
        }
    }

    /// The last day of the week, month, quarter or year it lies in.
    pub(super) fn end_of(self, unit: Unit) -> Option<Day> {
        let last = |year, month| Day::new(year, month, days_in(year, month));
        match self.plus(0, unit)? {
            Self::Week(monday) => monday.plus(6),
            Self::Month(year, month) => last(year, month),
            Self::Quarter(year, quarter) => last(year, quarter as u32 * 3),
            Self::Year(year) => last(year, 12),
            Self::Day(_) | Self::Decade(_) | Self::Century(_) => None,
        }
    }
}
