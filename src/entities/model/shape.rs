//! How words are written: capitals and the order of kinds of characters.
//!
//! Takes a word, gives its [`Look`]; takes where a sentence has its capitals, gives its [`Casing`].

use super::templates::pair;

/// Mixes one more value into a hash; the multiplier is 2^64 divided by the golden ratio.
pub(super) const fn mix(hash: u64, value: u64) -> u64 {
    let mixed = (hash ^ value).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed ^ (mixed >> 29)
}

/// Where a word has its capitals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Capital {
    /// No letter.
    #[default]
    None,
    /// Nowhere.
    Lower,
    /// At its beginning alone.
    First,
    /// Throughout.
    All,
    /// Elsewhere.
    Mixed,
}

/// How one word is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Look {
    /// Where its capitals are.
    pub(crate) capital: Capital,
    /// Whether it has any, and whether it begins with one.
    pub(crate) upper: bool,
    pub(crate) begins_upper: bool,
    /// A hash of the kinds of its characters in order, a run longer than two cut to two: `McDonald`
    /// is `XxXxx`.
    pub(crate) shape: u32,
}

/// Characters that count for the shape.
const SHAPED: usize = 24;

impl Look {
    /// Looks at a word.
    pub(crate) fn of(word: &str) -> Self {
        let (mut hash, mut last, mut run) = (7, 0, 0);
        let (mut upper, mut lower) = (0, 0);
        let mut first_letter = None;
        for (at, c) in word.chars().enumerate() {
            let kind = if c.is_uppercase() {
                upper += 1;
                1
            } else if c.is_alphabetic() {
                lower += 1;
                2
            } else if c.is_numeric() {
                3
            } else {
                16 + u64::from(c as u32)
            };
            if kind < 3 && first_letter.is_none() {
                first_letter = Some(kind);
            }
            run = if kind == last { run + 1 } else { 0 };
            last = kind;
            if run < 2 && at < SHAPED {
                hash = mix(hash, kind);
            }
        }
        let capital = match (first_letter, upper, lower) {
            (None, ..) => Capital::None,
            (Some(1), _, 0) => Capital::All,
            (Some(1), 1, _) => Capital::First,
            (_, 0, _) => Capital::Lower,
            _ => Capital::Mixed,
        };
        let begins_upper = word.chars().next().is_some_and(char::is_uppercase);
        Self { capital, upper: upper > 0, begins_upper, shape: (hash >> 32) as u32 }
    }

    /// A hash of its shape in a sentence of that casing.
    pub(super) fn shape_in(self, casing: Casing) -> u32 {
        pair(self.shape, casing as u32)
    }
}

/// How a sentence is cased as a whole: headlines and bad copies say less by their capitals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Casing {
    #[default]
    Normal,
    Upper,
    Title,
    Lower,
}

impl Casing {
    /// How many there are.
    pub(super) const COUNT: usize = 4;

    /// How a sentence is cased whose words have their capitals there.
    pub(super) fn of(capitals: impl Iterator<Item = Capital>) -> Self {
        let (mut letters, mut all, mut first, mut lower) = (0, 0, 0, 0);
        for capital in capitals {
            match capital {
                Capital::None => continue,
                Capital::All => all += 1,
                Capital::First => first += 1,
                Capital::Lower => lower += 1,
                Capital::Mixed => {}
            }
            letters += 1;
        }
        if letters >= 3 && all * 10 >= letters * 8 {
            Self::Upper
        } else if letters >= 4 && (first + all) * 10 >= letters * 7 {
            Self::Title
        } else if letters >= 3 && lower == letters {
            Self::Lower
        } else {
            Self::Normal
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_by_their_capitals() {
        for (word, capital) in [
            ("oslo", Capital::Lower),
            ("Oslo", Capital::First),
            ("O'Hara", Capital::Mixed),
            ("UN", Capital::All),
            ("A", Capital::All),
            ("1990s", Capital::Lower),
            ("iPod", Capital::Mixed),
            ("12", Capital::None),
            ("”", Capital::None),
            ("Łódź", Capital::First),
        ] {
            let look = Look::of(word);
            assert_eq!(look.capital, capital, "{word}");
            assert_eq!(look.upper, word.chars().any(char::is_uppercase), "{word}");
        }
        assert_eq!(Look::of("Norway").shape, Look::of("Belgium").shape);
        assert_ne!(Look::of("Norway").shape, Look::of("norway").shape);
    }

    #[test]
    fn sentences_by_their_words() {
        for (text, casing) in [
            ("We met Anna there", Casing::Normal),
            ("LIND LEAVES OSLO", Casing::Upper),
            ("Lind Leaves Oslo for Good", Casing::Title),
            ("lind leaves oslo", Casing::Lower),
        ] {
            let capitals = text.split(' ').map(|word| Look::of(word).capital);
            assert_eq!(Casing::of(capitals), casing, "{text}");
        }
    }
}
