//! Sets of characters: what one step of a pattern takes.

/// A set of characters.
#[derive(Clone, Debug)]
pub(super) enum Set {
    Char(char),
    Range(char, char),
    Digit,
    Space,
    Word,
    Not(Box<Set>),
    Either(Vec<Set>),
    Both(Box<Set>, Box<Set>),
    OneOf(Box<Set>, Box<Set>),
    /// The characters of the set and those that differ from them in case alone.
    Caseless(Box<Set>),
}

impl Set {
    pub(super) fn not(self, negated: bool) -> Self {
        if negated { Self::Not(Box::new(self)) } else { self }
    }

    pub(super) fn has(&self, c: char) -> bool {
        match self {
            Self::Char(own) => c == *own,
            Self::Range(first, last) => (*first..=*last).contains(&c),
            Self::Digit => c.is_ascii_digit(),
            Self::Space => c.is_whitespace(),
            Self::Word => is_word(c),
            Self::Not(set) => !set.has(c),
            Self::Either(sets) => sets.iter().any(|set| set.has(c)),
            Self::Both(one, other) => one.has(c) && other.has(c),
            Self::OneOf(one, other) => one.has(c) != other.has(c),
            Self::Caseless(set) => {
                set.has(c)
                    || set.has(only(c, c.to_lowercase()))
                    || set.has(only(c, c.to_uppercase()))
            }
        }
    }
}

/// Letters, digits, the marks over letters and the underscore.
pub(super) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || ('\u{300}'..='\u{36F}').contains(&c)
}

/// The one character in the other case; `c` where it is several.
fn only(c: char, mut other: impl Iterator<Item = char>) -> char {
    match (other.next(), other.next()) {
        (Some(only), None) => only,
        _ => c,
    }
}
