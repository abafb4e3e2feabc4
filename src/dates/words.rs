//! The words of a date expression.
//!
//! Takes the text of a date, gives [`Word`]s: numbers (in digits or letters), months, weekdays,
//! units of time, other words in lower case, and marks.

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each name says itself")]
pub(super) enum Unit {
    Hour,
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// One word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// A number.
    Number(Number),
    /// A month, from 1.
    Month(u32),
    /// A weekday, 0 for Monday.
    Weekday(i32),
    /// A unit of time.
    Unit(Unit),
    /// Any other word, in lower case.
    Text(String),
    /// A mark other than a comma or full stop.
    Mark(char),
}

/// A number and how it was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Number {
    /// Its value.
    pub(super) value: u32,
    /// How many digits; 0 for one in letters.
    pub(super) digits: usize,
    /// `8th`, `third`.
    pub(super) ordinal: bool,
    /// `1990s`, `sixties`.
    pub(super) plural: bool,
    /// `'94`.
    pub(super) shortened: bool,
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WEEKDAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [&str; 8] =
    ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

const ORDINALS: [&str; 21] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
];

/// A month by its name or an abbreviation of three letters or more.
pub(super) fn month(word: &str) -> Option<u32> {
    by_prefix(&MONTHS, word).map(|at| at as u32 + 1)
}

/// A weekday by its name or an abbreviation of three letters or more.
pub(super) fn weekday(word: &str) -> Option<i32> {
    by_prefix(&WEEKDAYS, word.strip_suffix("days").map_or(word, |_| &word[..word.len() - 1]))
        .map(|at| at as i32)
}

fn by_prefix(names: &[&str], word: &str) -> Option<usize> {
    // `sept.` and `thurs.` are the longest abbreviations in use.
    let usable = |name: &str| name == word || (3..=5).contains(&word.len());
    names.iter().position(|name| usable(name) && name.starts_with(word))
}

fn unit(word: &str) -> Option<Unit> {
    Some(match word.strip_suffix('s').unwrap_or(word) {
        "hour" => Unit::Hour,
        "day" | "date" => Unit::Day,
        "weekend" => Unit::Weekend,
        "week" => Unit::Week,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        "century" | "centurie" => Unit::Century,
        _ => return None,
    })
}

fn number_in_letters(word: &str) -> Option<Number> {
    let at = |names: &[&str]| names.iter().position(|name| *name == word);
    if let Some(value) = at(&ONES) {
        return Some(Number { value: value as u32, ..Number::default() });
    }
    if let Some(index) = at(&ORDINALS) {
        return Some(Number { value: index as u32 + 1, ordinal: true, ..Number::default() });
    }
    let tens = |index: usize| Number { value: (index as u32 + 2) * 10, ..Number::default() };
    if let Some(index) = at(&TENS) {
        return Some(tens(index));
    }
    let decade = format!("{}y", word.strip_suffix("ies")?);
    let index = TENS.iter().position(|name| *name == decade)?;
    Some(Number { plural: true, ..tens(index) })
}

/// The words of `text`.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = rest.find(|c: char| !same_run(first, c)).unwrap_or(rest.len());
        // A character that runs with nothing, itself included, stands alone.
        let length = length.max(first.len_utf8());
        let (run, after) = rest.split_at(length);
        rest = after;
        if first.is_ascii_digit() {
            let shortened = found.last() == Some(&Word::Mark('\''));
            if shortened {
                found.pop();
            }
            let value = run.parse().unwrap_or(u32::MAX);
            found.push(Word::Number(Number {
                value,
                digits: run.len(),
                shortened,
                ..Number::default()
            }));
        } else if first.is_alphabetic() {
            letters(&run.to_lowercase(), &mut found);
        } else if !first.is_whitespace() && first != ',' && first != '.' {
            found.push(Word::Mark(match first {
                '–' | '—' | '‑' | '−' => '-',
                '’' | '‘' => '\'',
                other => other,
            }));
        }
    }
    found
}

fn same_run(first: char, c: char) -> bool {
    if first.is_ascii_digit() {
        c.is_ascii_digit()
    } else {
        first.is_alphabetic() && (c.is_alphabetic() || c == '.')
    }
}

/// Adds the word or words of a run of letters and full stops.
fn letters(run: &str, found: &mut Vec<Word>) {
    let bare: String = run.chars().filter(|c| *c != '.').collect();
    match (found.last_mut(), bare.as_str()) {
        (Some(Word::Number(n)), "st" | "nd" | "rd" | "th") if n.digits > 0 => {
            n.ordinal = true;
            return;
        }
        (Some(Word::Number(n)), "s") if n.digits > 0 => {
            n.plural = true;
            return;
        }
        _ => {}
    }
    if let Some(number) = number_in_letters(&bare) {
        let joined = match found.last_mut() {
            Some(Word::Mark('-')) if number.value < 10 => {
                found.pop();
                found.last_mut()
            }
            last => last,
        };
        match joined {
            // `twenty-five`, `twenty five`, `twenty-first`.
            Some(Word::Number(tens))
                if tens.digits == 0
                    && tens.value >= 20
                    && tens.value % 10 == 0
                    && number.value < 10 =>
            {
                tens.value += number.value;
                tens.ordinal = number.ordinal;
            }
            _ => found.push(Word::Number(number)),
        }
        return;
    }
    found.push(if let Some(month) = month(&bare) {
        Word::Month(month)
    } else if let Some(weekday) = weekday(&bare) {
        Word::Weekday(weekday)
    } else if let Some(unit) = unit(&bare) {
        Word::Unit(unit)
    } else {
        Word::Text(bare)
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_words() {
        for (text, expected) in [
            ("Sept. 3rd, 1994", "month9 3 1994"),
            ("twenty-five days", "25 Day"),
            ("late '94", "late 94"),
            ("Thurs 10 p.m.", "weekday3 10 pm"),
            ("the sixties", "the 60"),
            ("3–5 May", "3 - 5 month5"),
            ("21st century", "21 Century"),
        ] {
            let shown: Vec<_> = words(text)
                .into_iter()
                .map(|word| match word {
                    Word::Number(n) => n.value.to_string(),
                    Word::Month(m) => format!("month{m}"),
                    Word::Weekday(d) => format!("weekday{d}"),
                    Word::Unit(u) => format!("{u:?}"),
                    Word::Text(t) => t,
                    Word::Mark(c) => c.to_string(),
                })
                .collect();
            assert_eq!(shown.join(" "), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn never_fails(text in "\\PC{0,60}") {
            let _ = words(&text);
        }
    }
}
