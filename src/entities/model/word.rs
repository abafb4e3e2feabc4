//! Words as the templates see them: hashes of what they are and of how they begin and end.
//!
//! Takes one word with what lists and rules say of it, gives a [`Word`].

use super::Input;
use super::classes::{Classes, WordClass};
use super::shape::{Casing, Look, mix};
use super::templates::pair;

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

/// What one word offers to the templates.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Word {
    pub(super) exact: u32,
    pub(super) lower: u32,
    /// Of the word in a sentence of its casing.
    pub(super) shape: u32,
    pub(super) prefixes: [u32; 4],
    pub(super) suffixes: [u32; 4],
    pub(super) class: WordClass,
    /// Bits of the lists, and a hash of all of them.
    pub(super) facts: u64,
    pub(super) listed: u32,
    pub(super) rule: u32,
    /// What makes two words the same name in a document; `None` for words that are none by their
    /// looks.
    pub(super) form: Option<u64>,
}

/// Stands for the places before the first and after the last word.
const OUTSIDE: u32 = 0xED6E;

impl Word {
    /// No word: before the first and after the last.
    pub(super) fn outside() -> Self {
        Self {
            exact: OUTSIDE,
            lower: OUTSIDE,
            shape: OUTSIDE,
            prefixes: [OUTSIDE; 4],
            suffixes: [OUTSIDE; 4],
            class: WordClass::OUTSIDE,
            facts: 0,
            listed: OUTSIDE,
            rule: OUTSIDE,
            form: None,
        }
    }

    /// Reads a word; `buffer` is room for its letters in lower case.
    pub(super) fn new(
        input: &Input<'_>,
        look: Look,
        casing: Casing,
        classes: &Classes,
        buffer: &mut String,
    ) -> Self {
        let word = input.word;
        lower_digits(word, buffer);
        let mut prefixes = [0; 4];
        let mut suffixes = [0; 4];
        let (mut lower, mut letters) = (FIRST, 0);
        for byte in buffer.bytes() {
            lower = mix(lower, u64::from(byte));
            letters += usize::from(byte & 0xC0 != 0x80);
            if let Some(prefix) = prefixes.get_mut(letters - 1) {
                *prefix = top(lower);
            }
        }
        let mut end = FIRST;
        for (suffix, c) in suffixes.iter_mut().zip(buffer.chars().rev()) {
            end = mix(end, u64::from(c));
            *suffix = top(end);
        }
        // Figures tell names apart, though not words.
        let name = look.begins_upper && word.len() > 1 && word.chars().nth(1).is_some();
        let form = name.then(|| {
            let figures = word.bytes().any(|b| b.is_ascii_digit());
            if figures { hash_word(word.to_lowercase().as_bytes()) } else { lower }
        });
        Self {
            exact: if buffer == word { top(lower) } else { top(hash_word(word.as_bytes())) },
            lower: top(lower),
            shape: pair(look.shape, casing as u32),
            prefixes,
            suffixes,
            class: classes.of(buffer, lower),
            facts: input.facts,
            listed: top(mix(FIRST, input.facts)),
            rule: u32::from(input.rule),
            form,
        }
    }
}

/// The word in lower case with every digit as 0.
fn lower_digits(word: &str, lower: &mut String) {
    lower.clear();
    if word.is_ascii() {
        lower.push_str(word);
        lower.make_ascii_lowercase();
        if word.bytes().any(|b| b.is_ascii_digit()) {
            *lower = lower.replace(|c: char| c.is_ascii_digit(), "0");
        }
        return;
    }
    for c in word.chars() {
        match c {
            '0'..='9' => lower.push('0'),
            '\u{2019}' => lower.push('\''),
            _ => lower.extend(c.to_lowercase()),
        }
    }
}
