//! Words to features: what the model looks at.
//!
//! Takes the words of one sentence, gives for each a list of 32-bit feature keys. A key is a hash
//! of the template's number and of what the template sees, so nothing but keys need be stored.
//! Invariant: the keys depend on the words alone, on no platform and on no order of iteration.

use super::Input;
use super::classes::{Classes, WordClass};

/// Mixes one more value into a hash; the multiplier is 2^64 divided by the golden ratio.
const fn mix(hash: u64, value: u64) -> u64 {
    let mixed = (hash ^ value).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed ^ (mixed >> 29)
}

/// A hash of a word's bytes.
pub(crate) fn hash_word(bytes: &[u8]) -> u64 {
    let mut hash = 0x51_7C_C1_B7;
    for &byte in bytes {
        hash = mix(hash, u64::from(byte));
    }
    hash
}

/// How a sentence is cased as a whole: headlines and bad copies say less by their capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Casing {
    Normal,
    Upper,
    Title,
    Lower,
}

/// What one word offers to the templates.
#[derive(Clone, Debug, Default)]
pub(crate) struct Word {
    exact: u64,
    lower: u64,
    shape: u64,
    prefixes: [u64; 4],
    suffixes: [u64; 4],
    class: WordClass,
    facts: u64,
    rule: u64,
    capital: Capital,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Capital {
    /// No letter.
    #[default]
    None,
    Lower,
    First,
    All,
    Mixed,
}

impl Capital {
    fn of(word: &str) -> Self {
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        let Some(first) = letters.next() else { return Self::None };
        let (mut upper, mut lower) = (0, 0);
        for c in letters {
            if c.is_uppercase() {
                upper += 1;
            } else {
                lower += 1;
            }
        }
        match (first.is_uppercase(), upper, lower) {
            (true, 0, 0) => Self::All,
            (true, 0, _) => Self::First,
            (true, _, 0) => Self::All,
            (false, 0, _) => Self::Lower,
            _ => Self::Mixed,
        }
    }
}

/// Kinds of characters in order, a run longer than two cut to two: `McDonald` is `XxXxx`.
fn shape(word: &str) -> u64 {
    let (mut hash, mut last, mut run) = (7, 0, 0);
    for c in word.chars().take(24) {
        let kind = if c.is_uppercase() {
            1
        } else if c.is_alphabetic() {
            2
        } else if c.is_numeric() {
            3
        } else {
            16 + u64::from(c as u32)
        };
        run = if kind == last { run + 1 } else { 0 };
        last = kind;
        if run < 2 {
            hash = mix(hash, kind);
        }
    }
    hash
}

impl Word {
    /// A word that no template will look at, which only counts for the casing.
    pub(crate) fn unread(input: &Input<'_>) -> Self {
        Self { capital: Capital::of(input.word), ..Self::default() }
    }

    /// Reads a word.
    pub(crate) fn new(input: &Input<'_>, classes: &Classes) -> Self {
        let word = input.word;
        let lower = lower_digits(word);
        let bytes = lower.as_bytes();
        let mut prefixes = [0; 4];
        let mut suffixes = [0; 4];
        for (slot, (at, c)) in prefixes.iter_mut().zip(lower.char_indices()) {
            *slot = hash_word(&bytes[..at + c.len_utf8()]);
        }
        for (slot, (at, _)) in suffixes.iter_mut().zip(lower.char_indices().rev()) {
            *slot = hash_word(&bytes[at..]);
        }
        Self {
            exact: hash_word(word.as_bytes()),
            lower: hash_word(bytes),
            shape: shape(word),
            prefixes,
            suffixes,
            class: classes.of(&lower),
            facts: input.facts,
            rule: u64::from(input.rule),
            capital: Capital::of(word),
        }
    }
}

/// The word in lower case with every digit as 0.
pub(crate) fn lower_digits(word: &str) -> String {
    let mut lower = String::with_capacity(word.len());
    for c in word.chars() {
        if c.is_ascii_digit() {
            lower.push('0');
        } else if c == '\u{2019}' {
            lower.push('\'');
        } else {
            lower.extend(c.to_lowercase());
        }
    }
    lower
}

/// How a sentence is cased.
pub(crate) fn casing_of(sentence: &[Input<'_>]) -> Casing {
    casing(sentence.iter().map(|input| Capital::of(input.word)))
}

fn casing(words: impl Iterator<Item = Capital>) -> Casing {
    let (mut letters, mut all, mut first, mut lower) = (0, 0, 0, 0);
    for capital in words {
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
        Casing::Upper
    } else if letters >= 4 && (first + all) * 10 >= letters * 7 {
        Casing::Title
    } else if letters >= 3 && lower == letters {
        Casing::Lower
    } else {
        Casing::Normal
    }
}

/// What a template looks at, for naming the evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    /// The word itself.
    Word,
    /// The words before it.
    Before,
    /// The words after it.
    After,
    /// How it is written.
    Shape,
    /// How it begins and ends.
    Affix,
    /// Words that are used alike.
    Class,
    /// What lists say.
    List,
    /// What the rules say.
    Rule,
}

impl Group {
    /// Every group.
    pub(crate) const ALL: [Group; 8] = [
        Group::Word,
        Group::Before,
        Group::After,
        Group::Shape,
        Group::Affix,
        Group::Class,
        Group::List,
        Group::Rule,
    ];
}

/// Bits of a feature key: enough that strangers rarely meet, few enough to store cheaply.
pub(crate) const KEY_BITS: u32 = 24;

/// The key of a template without a number.
fn key(parts: &[u64]) -> u32 {
    let hash = parts.iter().fold(0x5EED, |hash, &part| mix(hash, part));
    (hash >> (64 - KEY_BITS)) as u32
}

/// Stands for the places before the first and after the last word.
const OUTSIDE: u64 = 0xED6E;

/// How many words to either side of a word the templates look at.
pub(crate) const REACH: usize = 2;

/// The words of one sentence, or a stretch of them, ready for the templates.
pub(crate) struct Sentence<'a> {
    words: &'a [Word],
    casing: Casing,
    begins: bool,
}

impl<'a> Sentence<'a> {
    /// A whole sentence.
    pub(crate) fn new(words: &'a [Word]) -> Self {
        Self { words, casing: casing(words.iter().map(|w| w.capital)), begins: true }
    }

    /// A stretch of a sentence of that casing; `begins` says whether it starts with the sentence.
    pub(crate) fn part(words: &'a [Word], casing: Casing, begins: bool) -> Self {
        Self { words, casing, begins }
    }

    fn at(&self, index: usize, offset: isize) -> Option<&'a Word> {
        index.checked_add_signed(offset).and_then(|i| self.words.get(i))
    }

    /// Gives each key of the word at `index` to `sink`, always in the same order.
    pub(crate) fn keys(&self, index: usize, mut sink: impl FnMut(Group, u32)) {
        use Group::{Affix, After, Before, Class, List, Rule, Shape, Word as Itself};
        let casing = self.casing as u64;
        let value =
            |offset: isize, of: fn(&Word) -> u64| self.at(index, offset).map_or(OUTSIDE, of);
        let mut template = 0;
        let mut add = |group: Group, parts: &[u64]| {
            template += 1;
            let hash = parts.iter().fold(mix(0x5EED, template), |hash, &part| mix(hash, part));
            sink(group, (hash >> (64 - KEY_BITS)) as u32);
        };
        let lower = |offset| value(offset, |w| w.lower);
        let fine = |offset| value(offset, |w| u64::from(w.class.fine));
        let middle = |offset| value(offset, |w| u64::from(w.class.middle));
        let coarse = |offset| value(offset, |w| u64::from(w.class.coarse));
        let shape = |offset| mix(value(offset, |w| w.shape), casing);
        let facts = |offset| value(offset, |w| w.facts);
        let rule = |offset| value(offset, |w| w.rule);
        let suffix = |offset| value(offset, |w| w.suffixes[2]);
        let word = &self.words[index];

        add(Shape, &[casing]);
        for offset in -2..=2 {
            let side = match offset {
                0 => None,
                ..0 => Some(Before),
                _ => Some(After),
            };
            add(side.unwrap_or(Itself), &[lower(offset)]);
            add(side.unwrap_or(Shape), &[shape(offset)]);
            add(side.unwrap_or(Class), &[fine(offset)]);
            add(side.unwrap_or(Class), &[middle(offset)]);
            add(side.unwrap_or(Class), &[coarse(offset)]);
        }
        add(Itself, &[word.exact, casing]);
        for at in 0..4 {
            add(Affix, &[word.prefixes[at]]);
            add(Affix, &[word.suffixes[at]]);
        }
        add(Before, &[suffix(-1)]);
        add(After, &[suffix(1)]);
        add(After, &[value(1, |w| w.prefixes[2])]);
        for (side, offset) in [(Before, -1), (After, 0)] {
            add(side, &[lower(offset), lower(offset + 1)]);
            add(side, &[shape(offset), shape(offset + 1)]);
            add(side, &[middle(offset), middle(offset + 1)]);
            add(side, &[lower(offset), shape(offset + 1)]);
            add(side, &[shape(offset), lower(offset + 1)]);
        }
        add(Before, &[shape(-2), shape(-1), shape(0)]);
        add(Shape, &[shape(-1), shape(0), shape(1)]);
        add(After, &[shape(0), shape(1), shape(2)]);
        add(Class, &[coarse(-1), coarse(0), coarse(1)]);
        add(Before, &[coarse(-2), coarse(-1), shape(0)]);
        add(After, &[shape(0), coarse(1), coarse(2)]);
        add(Before, &[middle(-1), shape(0)]);
        add(After, &[shape(0), middle(1)]);
        add(Class, &[fine(0), shape(0)]);
        add(Class, &[middle(0), shape(0)]);
        add(Class, &[coarse(-1), shape(0), coarse(1)]);
        add(Before, &[lower(-1), lower(1)]);
        add(Affix, &[word.suffixes[2], shape(0)]);
        let first = u64::from(index == 0 && self.begins);
        add(Shape, &[first, shape(0)]);
        add(Itself, &[first, lower(0)]);
        for offset in -1..=1 {
            add(List, &[facts(offset)]);
        }
        add(List, &[facts(0), shape(0)]);
        add(List, &[facts(-1), facts(0), facts(1)]);
        add(List, &[facts(0), coarse(0)]);
        for offset in -1..=1 {
            add(Rule, &[rule(offset)]);
        }
        add(Rule, &[rule(-1), rule(0), rule(1)]);
        add(Rule, &[rule(0), shape(0)]);
        add(Rule, &[rule(0), coarse(0)]);
        add(Rule, &[rule(0), facts(0)]);
        add(Rule, &[rule(0), lower(-1)]);
        add(Rule, &[rule(0), lower(1)]);
        for offset in -1..=1 {
            let mut bits = self.at(index, offset).map_or(0, |w| w.facts);
            // One key for each list, so that rare mixtures still say something.
            while bits != 0 {
                sink(List, key(&[0xB175, u64::from(bits.trailing_zeros()), offset as u64]));
                bits &= bits - 1;
            }
        }
    }
}
