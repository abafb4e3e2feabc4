//! Words to feature keys: what the model looks at.
//!
//! Takes a word and its neighbours, gives the keys of its features. A key is a hash of the
//! template's number and of what the template sees, so nothing but keys need be stored.
//! Invariant: the keys depend on the words alone, on no platform and on no order of iteration.

use super::classes::WordClass;
use super::word::{Spelling, Word};

/// What a template looks at, for naming the evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
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
    pub(super) const ALL: [Group; 8] = [
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
pub(crate) const KEY_BITS: u32 = 20;

/// Two values as one, which is a hash only once [`key`] has seen it.
pub(super) fn pair(first: u32, second: u32) -> u32 {
    first.wrapping_mul(0x2C1B_3C6D).wrapping_add(second).rotate_left(11)
}

/// Three values as one.
fn triple(first: u32, second: u32, third: u32) -> u32 {
    pair(pair(first, second), third)
}

/// The key of what a template sees. Thirty-two bits throughout, so that four go at a time.
pub(super) fn key(template: u32, value: u32) -> u32 {
    let mut hash = value ^ template.wrapping_mul(0x9E37_79B9);
    hash ^= hash >> 16;
    hash = hash.wrapping_mul(0x85EB_CA6B);
    hash ^= hash >> 13;
    hash = hash.wrapping_mul(0xC2B2_AE35);
    hash >> (32 - KEY_BITS)
}

/// How many words to either side of a word the templates look at.
pub(super) const REACH: usize = 2;
/// Words of a window.
pub(super) const WIDE: usize = 2 * REACH + 1;
/// A word and those that the templates look at with it.
pub(super) type Window<'w> = [Word<'w>; WIDE];

/// Number of templates that look at more than one word of a window, or at its sentence.
pub(super) const SHARED: usize = 38;
/// Their numbers; the others are those of [`each_alone`].
pub(super) const SHARED_NUMBERS: [u32; SHARED] = [
    0, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 43, 44, 46, 47, 48,
    49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62,
];
/// The templates of classes are numbered from here, those of single lists after them.
const CLASSES: u32 = 64;
const LISTS: u32 = 96;

/// Gives `add` what each template sees that looks at the word at `at` of a window alone: its number,
/// group and value.
pub(super) fn each_alone(
    spelling: &Spelling,
    shape: u32,
    class: WordClass,
    casing: u32,
    at: usize,
    mut add: impl FnMut(u32, Group, u32),
) {
    use Group::{Affix, After, Before, Class, Shape, Word as Itself};
    let side = side(at);
    let number = 1 + 2 * at as u32;
    add(number, side.unwrap_or(Itself), spelling.lower());
    add(number + 1, side.unwrap_or(Shape), shape);
    match at {
        1 => add(20, Before, spelling.suffixes[2]),
        2 => {
            add(11, Itself, pair(spelling.exact, casing));
            for (number, prefix) in (12..).step_by(2).zip(spelling.prefixes) {
                add(number, Affix, prefix);
            }
            for (number, suffix) in (13..).step_by(2).zip(spelling.suffixes) {
                add(number, Affix, suffix);
            }
            add(41, Class, pair(class.fine(), shape));
            add(42, Class, pair(class.middle(), shape));
            add(45, Affix, pair(spelling.suffixes[2], shape));
        }
        3 => {
            add(21, After, spelling.suffixes[2]);
            add(22, After, spelling.prefixes[2]);
        }
        _ => {}
    }
}

/// Gives `add` what each template sees in a window that looks at more than one word, in the order of
/// [`SHARED_NUMBERS`]; `first` says whether the middle is the first word of the sentence.
#[inline(always)]
pub(super) fn each_shared(
    w: &Window<'_>,
    casing: u32,
    first: u32,
    mut add: impl FnMut(Group, u32),
) {
    use Group::{After, Before, Class, List, Rule, Shape, Word as Itself};
    let [_, before, word, after, _] = w;
    add(Shape, casing);
    for (side, a, b) in [(Before, before, word), (After, word, after)] {
        add(side, pair(a.lower, b.lower));
        add(side, pair(a.shape, b.shape));
        add(side, pair(a.class.middle(), b.class.middle()));
        add(side, pair(a.lower, b.shape));
        add(side, pair(a.shape, b.lower));
    }
    let coarse = |at: usize| w[at].class.coarse();
    add(Before, triple(w[0].shape, w[1].shape, w[2].shape));
    add(Shape, triple(w[1].shape, w[2].shape, w[3].shape));
    add(After, triple(w[2].shape, w[3].shape, w[4].shape));
    add(Class, triple(coarse(1), coarse(2), coarse(3)));
    add(Before, triple(coarse(0), coarse(1), word.shape));
    add(After, triple(word.shape, coarse(3), coarse(4)));
    add(Before, pair(before.class.middle(), word.shape));
    add(After, pair(word.shape, after.class.middle()));
    add(Class, triple(coarse(1), word.shape, coarse(3)));
    add(Before, pair(before.lower, after.lower));
    add(Shape, pair(first, word.shape));
    add(Itself, pair(first, word.lower));
    for near in &w[1..4] {
        add(List, near.listed);
    }
    add(List, pair(word.listed, word.shape));
    add(List, triple(before.listed, word.listed, after.listed));
    add(List, pair(word.listed, word.class.coarse()));
    for near in &w[1..4] {
        add(Rule, near.rule);
    }
    add(Rule, triple(before.rule, word.rule, after.rule));
    add(Rule, pair(word.rule, word.shape));
    add(Rule, pair(word.rule, word.class.coarse()));
    add(Rule, pair(word.rule, word.listed));
    add(Rule, pair(word.rule, before.lower));
    add(Rule, pair(word.rule, after.lower));
}

/// The side of a window's place; `None` is its middle.
fn side(at: usize) -> Option<Group> {
    match at {
        REACH => None,
        0..REACH => Some(Group::Before),
        _ => Some(Group::After),
    }
}

/// The group of each template of [`each_shared`].
pub(super) fn shared_groups() -> [Group; SHARED] {
    let mut groups = [Group::Word; SHARED];
    let mut at = 0;
    each_shared(&[Word::OUTSIDE; WIDE], 0, 0, |group, _| {
        groups[at] = group;
        at += 1;
    });
    groups
}

/// The group of what the class of the word at `at` of a window says.
pub(super) fn class_group(at: usize) -> Group {
    side(at).unwrap_or(Group::Class)
}

/// The keys of the class of the word at `at` of a window: they hang on that word alone.
pub(super) fn class_keys(class: WordClass, at: usize) -> [u32; 3] {
    let template = CLASSES + 3 * at as u32;
    [
        key(template, class.fine()),
        key(template + 1, class.middle()),
        key(template + 2, class.coarse()),
    ]
}

/// The key of one list that has the word at `at` of the three in the middle of a window, so that
/// rare mixtures of lists still say something.
pub(super) fn list_key(bit: u32, at: usize) -> u32 {
    key(LISTS + at as u32, bit)
}

/// The bits of `facts`, lowest first.
pub(super) fn bits(mut facts: u64) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let bit = facts.trailing_zeros();
        facts &= facts.wrapping_sub(1);
        (bit < 64).then_some(bit)
    })
}
