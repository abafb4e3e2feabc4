//! Days that go by a name.
//!
//! Takes the text of a date, gives the day for names that mean the same day in every year and
//! country.

use super::expression::{Expression, YearName};

/// Name, month and day. National days are left out: the name alone does not say whose.
const FIXED: [(&str, u32, u32); 11] = [
    ("new year's day", 1, 1),
    ("valentine's day", 2, 14),
    ("international women's day", 3, 8),
    ("st patrick's day", 3, 17),
    ("april fools' day", 4, 1),
    ("may day", 5, 1),
    ("halloween", 10, 31),
    ("christmas eve", 12, 24),
    ("christmas day", 12, 25),
    ("boxing day", 12, 26),
    ("new year's eve", 12, 31),
];

/// The day that `text` names, with its year if that follows.
pub(super) fn read(text: &str) -> Option<Expression> {
    let plain = text.trim().replace(['’', '‘'], "'").replace(['.', ','], "").to_lowercase();
    if plain == "9/11" {
        let year = YearName::Full(2001);
        return Some(Expression::Day { year, month: 9, day: 11, weekday: None });
    }
    let (name, year) = match plain.rsplit_once(' ') {
        Some((name, year)) if year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()) => {
            (name, YearName::Full(year.parse().ok()?))
        }
        _ => (plain.as_str(), YearName::Open),
    };
    let (_, month, day) = *FIXED.iter().find(|(known, _, _)| *known == name)?;
    Some(Expression::Day { year, month, day, weekday: None })
}
