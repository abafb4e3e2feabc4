use super::super::words::words;
use super::*;
use proptest::prelude::*;

fn read(text: &str) -> Parsed {
    parse(&words(text))
}

fn full(year: i32, month: u32, day: u32) -> Option<Expression> {
    Some(Expression::Day { year: YearName::Full(year), month, day, weekday: None })
}

#[test]
fn full_dates_in_every_order() {
    for text in [
        "14 March 2025",
        "14th March, 2025",
        "the 14th of March 2025",
        "March 14, 2025",
        "Mar. 14th 2025",
        "2025 March 14",
        "2025-03-14",
        "14/3/2025",
        "3/14/2025",
        "14.3.2025",
        "March 14–16, 2025",
        "14–16 March 2025",
        "14 to 16 March 2025",
    ] {
        assert_eq!(read(text).date, full(2025, 3, 14), "{text}");
    }
}

#[test]
fn other_expressions() {
    use Expression::*;
    let month = |year, month| Month { year, month, shift: None };
    for (text, expected) in [
        ("March 2025", month(YearName::Full(2025), 3)),
        ("mid-March", month(YearName::Open, 3)),
        ("in March the same year", month(YearName::Same, 3)),
        ("March of last year", month(YearName::Shifted(Shift::Last), 3)),
        ("March '94", month(YearName::Short(94), 3)),
        ("1994", Year(YearName::Full(1994))),
        ("2008–2010", Year(YearName::Full(2008))),
        ("'94", Year(YearName::Short(94))),
        ("the third quarter of 2024", Quarter(YearName::Full(2024), 3)),
        ("the late 1990s", Decade(1990)),
        ("the sixties", ShortDecade(60)),
        ("the 19th century", Century(19)),
        ("1800s", Century(19)),
        ("Thursday night", Weekday(3, None)),
        ("next Tuesday", Weekday(1, Some(Shift::Next))),
        ("yesterday morning", NearDay(-1)),
        ("the day after tomorrow", NearDay(2)),
        ("the day before yesterday", NearDay(-2)),
        ("last night", NearDay(-1)),
        ("earlier this week", Period(Unit::Week, Shift::This)),
        ("last month", Period(Unit::Month, Shift::Last)),
        ("two years ago", FromPublication(-2, Unit::Year)),
        ("twenty-five years later", FromReference(25, Unit::Year)),
        ("a day earlier", FromReference(-1, Unit::Day)),
        ("the year before", FromReference(-1, Unit::Year)),
        ("the next day", FromReference(1, Unit::Day)),
        ("the following week", FromReference(1, Unit::Week)),
        ("that year", Same(Unit::Year)),
        ("the end of the month", EndOf(Unit::Month)),
    ] {
        assert_eq!(read(text).date, Some(expected), "{text}");
    }
}

#[test]
fn times_of_day() {
    for (text, expected) in [
        ("10:30 p.m.", (22, 30)),
        ("12.15 a.m.", (0, 15)),
        ("7 am", (7, 0)),
        ("22:05", (22, 5)),
        ("noon", (12, 0)),
    ] {
        assert_eq!(read(text).clock, Some(expected), "{text}");
    }
}

#[test]
fn no_point_in_time() {
    for text in
        ["three hours", "a few years ago", "every May", "30-day", "the past 30 years", "day"]
    {
        assert_eq!(read(text), Parsed::default(), "{text}");
    }
}

proptest! {
    #[test]
    fn never_fails(text in "([0-9]{1,9}|[a-z]{1,6}|last|year|May|ago|'|-|/|:| ){0,12}") {
        let _ = read(&text);
    }
}
