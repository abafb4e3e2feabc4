//! A day of publication, however it is written.
//!
//! Takes `2024-05-06T07:08Z`, `May 6, 2024`, `6. Mai 2024`, `06.05.2024` and the like, gives
//! `2024-05-06`. Days that could be read two ways (`5/6/2024`) give nothing.

use crate::calendar::Day;

/// First letters of the months in the languages of many newspapers.
const MONTHS: [&[&str]; 12] = [
    &[
        "jan",
        "ene",
        "gen",
        "янв",
        "січ",
        "sty",
        "led",
        "oca",
        "tammi",
        "ιαν",
        "يناير",
        "ינואר",
        "בינואר",
    ],
    &[
        "feb",
        "fév",
        "fev",
        "фев",
        "лют",
        "lut",
        "úno",
        "şub",
        "helmi",
        "φεβ",
        "فبراير",
        "פברואר",
        "בפברואר",
    ],
    &["mar", "mär", "mrt", "мар", "бер", "bře", "maalis", "μαρ", "mac", "مارس", "מרץ", "במרץ"],
    &[
        "apr",
        "avr",
        "abr",
        "апр",
        "кві",
        "kwi",
        "dub",
        "nis",
        "huhti",
        "απρ",
        "أبريل",
        "אפריל",
        "באפריל",
    ],
    &[
        "may", "mai", "maj", "mag", "mei", "мая", "май", "тра", "kvě", "touko", "μαϊ", "mei",
        "مايو", "מאי", "במאי",
    ],
    &[
        "jun",
        "juin",
        "giu",
        "июн",
        "чер",
        "cze",
        "čvn",
        "červn",
        "haz",
        "kesä",
        "ιουν",
        "يونيو",
        "יוני",
        "ביוני",
    ],
    &[
        "jul",
        "juil",
        "lug",
        "июл",
        "лип",
        "lip",
        "čvc",
        "červenc",
        "tem",
        "heinä",
        "ιουλ",
        "يوليو",
        "יולי",
        "ביולי",
    ],
    &[
        "aug",
        "aoû",
        "ago",
        "авг",
        "сер",
        "sie",
        "srp",
        "ağu",
        "elo",
        "αυγ",
        "agu",
        "أغسطس",
        "אוגוסט",
        "באוגוסט",
    ],
    &[
        "sep",
        "set",
        "сен",
        "вер",
        "wrz",
        "zář",
        "eyl",
        "syys",
        "σεπ",
        "سبتمبر",
        "ספטמבר",
        "בספטמבר",
    ],
    &[
        "oct",
        "okt",
        "out",
        "ott",
        "окт",
        "жов",
        "paź",
        "říj",
        "eki",
        "loka",
        "οκτ",
        "أكتوبر",
        "אוקטובר",
        "באוקטובר",
    ],
    &["nov", "ноя", "лис", "lis", "kas", "marras", "νοε", "nop", "نوفمبر", "נובמבר", "בנובמבר"],
    &[
        "dec",
        "déc",
        "dez",
        "dic",
        "дек",
        "гру",
        "gru",
        "pro",
        "ara",
        "joulu",
        "δεκ",
        "des",
        "ديسمبر",
        "דצמבר",
        "בדצמבר",
    ],
];

/// What Chinese, Japanese and Korean write behind the figures of year, month and day.
const COUNTERS: [char; 6] = ['年', '月', '日', '년', '월', '일'];

/// The first day named in a text.
pub(crate) fn find(text: &str) -> Option<String> {
    // Most lines have no figure at all.
    let figures = text.bytes().any(|b| b.is_ascii_digit());
    if figures { iso(text).or_else(|| written(text)) } else { None }
}

/// A day at the very start, in figures alone, for machines.
pub(crate) fn iso(text: &str) -> Option<String> {
    let text = text.trim();
    let digits = |range: std::ops::Range<usize>| {
        let part = text.get(range)?;
        part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse::<u32>().ok()).flatten()
    };
    let separated = matches!(text.as_bytes().get(4), Some(b'-' | b'/'));
    let (year, month, day) = if separated {
        (digits(0..4)?, digits(5..7)?, digits(8..10)?)
    } else {
        (digits(0..4)?, digits(4..6)?, digits(6..8)?)
    };
    format(year, month, day)
}

/// A day with its month in letters, or in figures that can be read one way only.
fn written(text: &str) -> Option<String> {
    // Every day has a year in figures, and most lines that are asked have none.
    if !text.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut words = [("", Value::Other); 3];
    let linking = |word: &&str| !matches!(*word, "" | "de" | "of" | "del" | "do");
    let parts = |c: char| !c.is_alphanumeric() || COUNTERS.contains(&c);
    for word in text.split(parts).filter(linking).take(60) {
        words = [words[1], words[2], (word, value(word))];
        let found = match words.map(|(_, value)| value) {
            [Value::Number(day), Value::Month(month), Value::Number(year)]
            | [Value::Month(month), Value::Number(day), Value::Number(year)] => {
                format(year, month, day)
            }
            [Value::Number(year), Value::Number(month), Value::Number(day)] if year > 1900 => {
                format(year, month, day)
            }
            [Value::Number(first), Value::Number(second), Value::Number(year)] => {
                let dotted =
                    text.contains(&format!("{}.{}.{}", words[0].0, words[1].0, words[2].0));
                if first > 12 || dotted || first == second {
                    format(year, second, first)
                } else if second > 12 {
                    format(year, first, second)
                } else {
                    None
                }
            }
            _ => None,
        };
        if found.is_some() {
            return found;
        }
    }
    None
}

#[derive(Clone, Copy)]
enum Value {
    Number(u32),
    Month(u32),
    Other,
}

fn value(word: &str) -> Value {
    let end = word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len());
    let ordinal = matches!(&word[end..], "" | "st" | "nd" | "rd" | "th" | "er");
    if end > 0 && end <= 4 && ordinal {
        return word[..end].parse().map_or(Value::Other, Value::Number);
    }
    let lower = word.to_lowercase();
    let month = MONTHS.iter().position(|names| names.iter().any(|name| lower.starts_with(name)));
    match month {
        Some(at) if lower.chars().count() >= 3 => Value::Month(at as u32 + 1),
        _ => Value::Other,
    }
}

fn format(year: u32, month: u32, day: u32) -> Option<String> {
    let real = (1900..2100).contains(&year) && Day::new(year as i32, month, day).is_some();
    real.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days() {
        for (text, expected) in [
            ("2024-05-06T07:08:09+02:00", Some("2024-05-06")),
            ("20240506", Some("2024-05-06")),
            ("Published May 6, 2024 at 9 am", Some("2024-05-06")),
            ("Monday 6 May 2024", Some("2024-05-06")),
            ("6th May 2024", Some("2024-05-06")),
            ("6. Mai 2024", Some("2024-05-06")),
            ("06.05.2024, 10:15", Some("2024-05-06")),
            ("6 de maio de 2024", Some("2024-05-06")),
            ("25/12/2024", Some("2024-12-25")),
            ("12/25/2024", Some("2024-12-25")),
            ("2024年5月6日", Some("2024-05-06")),
            ("6 مايو 2024", Some("2024-05-06")),
            ("5/6/2024", None),
            ("The marathon of 2024", None),
            ("2024-13-06", None),
            ("2023-02-29", None),
            ("14. März 2025", Some("2025-03-14")),
            ("Publié le 14 mars 2025 à 9h", Some("2025-03-14")),
        ] {
            assert_eq!(find(text).as_deref(), expected, "{text}");
        }
    }
}
