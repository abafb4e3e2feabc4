//! Words as the templates see them: hashes of what they are and of how they begin and end.
//!
//! Takes one word with what lists and rules say of it, gives a [`Word`].

use super::Input;
use super::classes::{Classes, WordClass};
use super::shape::{Casing, Look, mix};

/// A hash of a word's bytes.
pub(crate) fn hash_word(bytes: &[u8]) -> u64 {
    bytes.iter().fold(FIRST, |hash, &byte| mix(hash, u64::from(byte)))
}

/// The hash of no bytes.
const FIRST: u64 = 0x51_7C_C1_B7;

/// The half of a hash that is mixed best.
fn top(hash: u64) -> u32 {
    (hash >> 32) as u32
}

/// Hashes of the letters of one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Spelling {
    pub(super) exact: u32,
    /// In lower case, every digit as 0; the class is found by it.
    whole: u64,
    /// Of what follows the last hyphen.
    last_part: Option<u64>,
    pub(super) prefixes: [u32; 4],
    pub(super) suffixes: [u32; 4],
    /// What makes two words the same name in a document; `None` for words that are none by their
    /// looks.
    pub(super) form: Option<u64>,
}

/// Stands for the places before the first and after the last word.
const OUTSIDE: u32 = 0xED6E;

impl Spelling {
    /// No word: before the first and after the last.
    pub(super) const OUTSIDE: Self = Self {
        exact: OUTSIDE,
        whole: (OUTSIDE as u64) << 32,
        last_part: None,
        prefixes: [OUTSIDE; 4],
        suffixes: [OUTSIDE; 4],
        form: None,
    };

    /// Reads a word that is written like `look`.
    pub(crate) fn new(word: &str, look: Look) -> Self {
        let flat = lower_digits(word);
        let mut prefixes = [0; 4];
        let mut suffixes = [0; 4];
        let (mut lower, mut letters) = (FIRST, 0);
        for byte in flat.bytes() {
            lower = mix(lower, u64::from(byte));
            letters += usize::from(byte & 0xC0 != 0x80);
            if let Some(prefix) = prefixes.get_mut(letters - 1) {
                *prefix = top(lower);
            }
        }
        let mut end = FIRST;
        for (suffix, c) in suffixes.iter_mut().zip(flat.chars().rev()) {
            end = mix(end, u64::from(c));
            *suffix = top(end);
        }
        // Figures tell names apart, though not words.
        let name = look.begins_upper && word.chars().nth(1).is_some();
        let form = name.then(|| {
            let figures = word.bytes().any(|b| b.is_ascii_digit());
            if figures { hash_word(word.to_lowercase().as_bytes()) } else { lower }
        });
        Self {
            exact: if flat == word { top(lower) } else { top(hash_word(word.as_bytes())) },
            whole: lower,
            last_part: flat.rsplit_once('-').map(|(_, last)| hash_word(last.as_bytes())),
            prefixes,
            suffixes,
            form,
        }
    }

    pub(super) fn lower(&self) -> u32 {
        top(self.whole)
    }

    /// Its class among `classes`.
    pub(super) fn class(&self, classes: &Classes) -> WordClass {
        classes.of(self.whole, self.last_part)
    }
}

/// What one word of a sentence offers to the templates.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'w> {
    pub(super) spelling: &'w Spelling,
    pub(super) lower: u32,
    /// Of the word in a sentence of its casing.
    pub(super) shape: u32,
    pub(super) class: WordClass,
    /// Bits of the lists, and a hash of all of them.
    pub(super) facts: u64,
    pub(super) listed: u32,
    pub(super) rule: u32,
}

impl<'w> Word<'w> {
    /// No word: before the first and after the last.
    pub(super) const OUTSIDE: Word<'static> = Word {
        spelling: &Spelling::OUTSIDE,
        lower: OUTSIDE,
        shape: OUTSIDE,
        class: WordClass::OUTSIDE,
        facts: 0,
        listed: OUTSIDE,
        rule: OUTSIDE,
    };

    /// The word in a sentence of that casing; its class is what the model says.
    pub(super) fn new(input: &Input<'w>, casing: Casing, class: WordClass) -> Self {
        let spelling = &input.lexeme.spelling;
        Self {
            spelling,
            lower: spelling.lower(),
            shape: input.lexeme.look.shape_in(casing),
            class,
            facts: input.facts,
            listed: top(mix(FIRST, input.facts)),
            rule: u32::from(input.rule),
        }
    }
}

/// The word in lower case with every digit as 0.
fn lower_digits(word: &str) -> String {
    let mut lower = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            '0'..='9' => lower.push('0'),
            '\u{2019}' => lower.push('\''),
            _ => lower.extend(c.to_lowercase()),
        }
    }
    lower
}
