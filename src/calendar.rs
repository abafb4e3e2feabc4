//! Days of the Gregorian calendar, reckoned backwards before its time.
//!
//! Takes years, months and days, gives days counted from 1970-01-01 and back. Invariant: a [`Day`]
//! is one that the calendar has, and counting to a number and back gives the same day.

/// One day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day {
    /// Year, 0 being 1 BC.
    pub(crate) year: i32,
    /// Month, from 1.
    pub(crate) month: u32,
    /// Day of the month, from 1.
    pub(crate) day: u32,
}

/// Days in 400 years.
const CYCLE: i32 = 146_097;
/// Days from 0000-03-01, where the reckoning starts, to 1970-01-01.
const EPOCH: i32 = 719_468;
/// Years further off are no dates of news, and would overflow the reckoning.
const YEARS: std::ops::RangeInclusive<i32> = 0..=9999;

impl Day {
    /// The day, if the calendar has it.
    pub(crate) fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let known = YEARS.contains(&year) && (1..=12).contains(&month);
        (known && (1..=days_in(year, month)).contains(&day)).then_some(Self { year, month, day })
    }

    /// Reads `YYYY-MM-DD`, with or without a time after it.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.get(..10)?.splitn(3, '-');
        let year = parts.next()?.parse().ok()?;
        let month = parts.next()?.parse().ok()?;
        Self::new(year, month, parts.next()?.parse().ok()?)
    }

    /// Days since 1970-01-01. Years begin in March here, so that the leap day comes last.
    pub(crate) fn number(self) -> i32 {
        let (month, day) = (self.month as i32, self.day as i32);
        let year = self.year - i32::from(month <= 2);
        let (cycle, of_cycle) = (year.div_euclid(400), year.rem_euclid(400));
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        cycle * CYCLE + of_cycle * 365 + of_cycle / 4 - of_cycle / 100 + of_year - EPOCH
    }

    /// The day of that number.
    pub(crate) fn from_number(number: i32) -> Option<Self> {
        let shifted = number.checked_add(EPOCH)?;
        let (cycle, of_cycle) = (shifted.div_euclid(CYCLE), shifted.rem_euclid(CYCLE));
        let year = (of_cycle - of_cycle / 1460 + of_cycle / 36_524 - of_cycle / (CYCLE - 1)) / 365;
        let of_year = of_cycle - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        Self::new(cycle * 400 + year + i32::from(month <= 2), month as u32, day as u32)
    }

    /// The day so many days on, or back.
    pub(crate) fn plus(self, days: i32) -> Option<Self> {
        Self::from_number(self.number().checked_add(days)?)
    }

    /// 0 for Monday to 6 for Sunday; 1970-01-01 was a Thursday.
    pub(crate) fn weekday(self) -> i32 {
        (self.number() + 3).rem_euclid(7)
    }

    /// The ISO 8601 week: its year and number. A week belongs to the year of its Thursday.
    pub(crate) fn week(self) -> (i32, i32) {
        let thursday = self.plus(3 - self.weekday()).unwrap_or(self);
        let first = Self { year: thursday.year, month: 1, day: 1 };
        (thursday.year, (thursday.number() - first.number()) / 7 + 1)
    }
}

/// Days in a month.
pub(crate) fn days_in(year: i32, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The month so many months on, or back.
pub(crate) fn month_plus(year: i32, month: u32, by: i32) -> Option<(i32, u32)> {
    let months = year.checked_mul(12)?.checked_add(month as i32 - 1)?.checked_add(by)?;
    let year = months.div_euclid(12);
    YEARS.contains(&year).then_some((year, months.rem_euclid(12) as u32 + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    #[test]
    fn known_days() {
        assert_eq!(day("1970-01-01").number(), 0);
        assert_eq!(day("2000-03-01").number(), 11_017);
        assert_eq!(day("2025-03-14").weekday(), 4);
        assert_eq!(day("1900-02-28").plus(1), Some(day("1900-03-01")));
        assert_eq!(day("2000-02-28").plus(1), Some(day("2000-02-29")));
        assert_eq!(day("2021-01-03").week(), (2020, 53));
        assert_eq!(day("2024-12-30").week(), (2025, 1));
        assert_eq!(month_plus(2025, 1, -1), Some((2024, 12)));
        assert_eq!(Day::parse("2025-02-29"), None);
        assert_eq!(Day::parse("2025-3-1é"), None);
    }

    proptest! {
        #[test]
        fn a_number_and_back(number in -719_000..2_900_000i32) {
            let there = Day::from_number(number).expect("in range");
            prop_assert_eq!(there.number(), number);
            let next = Day::from_number(number + 1).expect("in range");
            prop_assert!(next > there);
            prop_assert_eq!(next.weekday(), (there.weekday() + 1) % 7);
        }

        #[test]
        fn a_day_and_back(year in 0..10_000i32, month in 0..14u32, day in 0..33u32) {
            if let Some(day) = Day::new(year, month, day) {
                prop_assert_eq!(Day::from_number(day.number()), Some(day));
            }
        }
    }
}
