//! Tokens to list hits: which runs of tokens are known names, and of what.
//!
//! Takes one sentence's words, gives a [`Hit`] for every run of up to [`MAX_TOKENS`] words that
//! stands in a list. A hit is evidence, never a verdict. The lists are in `data/gazetteer`.

use super::words::Words;
use crate::fold::{fold, fold_ascii};
use fst::raw::CompiledAddr;
use std::sync::LazyLock;

/// Longest run of tokens that is looked up.
pub const MAX_TOKENS: usize = 6;

/// Which lists a name stands in: one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lists(pub u32);

#[allow(missing_docs, reason = "each name says which list it is")]
impl Lists {
    pub const COUNTRY: Lists = Lists(1);
    pub const CAPITAL: Lists = Lists(1 << 1);
    pub const CITY: Lists = Lists(1 << 2);
    pub const STATE: Lists = Lists(1 << 3);
    pub const REGION: Lists = Lists(1 << 4);
    pub const NATIONALITY: Lists = Lists(1 << 5);
    pub const GROUP: Lists = Lists(1 << 6);
    pub const LANGUAGE: Lists = Lists(1 << 7);
    pub const FIRST_NAME: Lists = Lists(1 << 8);
    pub const SURNAME: Lists = Lists(1 << 9);
    pub const ORGANISATION: Lists = Lists(1 << 10);
    pub const MEDIA: Lists = Lists(1 << 11);
    pub const EVENT: Lists = Lists(1 << 12);
    pub const FACILITY: Lists = Lists(1 << 13);
    pub const LAW: Lists = Lists(1 << 14);
    /// Words that are frequent in lower case.
    pub const WORD: Lists = Lists(1 << 15);
    pub const TITLE: Lists = Lists(1 << 16);
    /// Lists that make a place a territory.
    pub const TERRITORIES: Lists = Self::COUNTRY.or(Self::CAPITAL).or(Self::CITY).or(Self::STATE);

    /// Whether the name stands in at least one of `lists`.
    #[must_use]
    pub const fn any(self, lists: Lists) -> bool {
        self.0 & lists.0 != 0
    }

    /// The lists of either.
    #[must_use]
    pub const fn or(self, other: Lists) -> Lists {
        Lists(self.0 | other.0)
    }
}

/// A run of tokens that stands in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its first token, in the sentence.
    pub from: usize,
    /// The token after its last.
    pub to: usize,
    /// The lists it stands in.
    pub lists: Lists,
}

static NAMES: LazyLock<fst::Map<&'static [u8]>> = LazyLock::new(|| {
    let bytes: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer.fst"));
    fst::Map::new(bytes).expect("the build script wrote it")
});

/// Every known name in one sentence: by first token, the longest first.
#[derive(Clone, Debug, Default)]
pub struct Hits(Vec<Hit>);

impl Hits {
    /// Every known name among `words`. Plurals and other case than the list's are found too;
    /// whether that counts is for the caller to say.
    pub(crate) fn of(words: &Words<'_>) -> Self {
        let mut found = Vec::new();
        for from in 0..words.len() {
            let at = found.len();
            each_from(words, from, words.len(), |hit| found.push(hit));
            found[at..].reverse();
        }
        Self(found)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Hit> {
        self.0.iter()
    }

    /// Those that begin at `from`, longest first.
    #[must_use]
    pub fn from(&self, from: usize) -> &[Hit] {
        let start = self.0.partition_point(|hit| hit.from < from);
        let count = self.0[start..].iter().take_while(|hit| hit.from == from).count();
        &self.0[start..start + count]
    }

    /// What the lists say of exactly the run `from..to`.
    #[must_use]
    pub fn lists(&self, from: usize, to: usize) -> Lists {
        self.from(from).iter().find(|hit| hit.to == to).map_or(Lists::default(), |hit| hit.lists)
    }
}

/// How far the words so far lead in the automaton.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    address: CompiledAddr,
    value: u64,
    /// The lists that have them as a whole.
    pub(super) lists: Lists,
    /// Whether a list has them with more words behind.
    more: bool,
}

impl Step {
    /// Goes on from `address` with `space` and a word; `None` where no list does.
    fn along(address: CompiledAddr, value: u64, space: &[u8], word: &str) -> Option<Self> {
        if word.is_ascii() {
            return Self::through(address, value, space.iter().copied().chain(fold_ascii(word)));
        }
        Self::through(address, value, space.iter().copied().chain(fold(word).into_bytes()))
    }

    fn through(
        address: CompiledAddr,
        mut value: u64,
        bytes: impl Iterator<Item = u8>,
    ) -> Option<Self> {
        let automaton = NAMES.as_fst();
        let mut node = automaton.node(address);
        for byte in bytes {
            let transition = node.transition(node.find_input(byte)?);
            value += transition.out.value();
            node = automaton.node(transition.addr);
        }
        // No name ends in a space, and none is empty.
        let lists = node.is_final().then(|| Lists((value + node.final_output().value()) as u32));
        let more = node.find_input(b' ').is_some();
        Some(Self { address: node.addr(), value, lists: lists.unwrap_or_default(), more })
    }

    /// In no list at all.
    pub(super) const NOWHERE: Self = Self { address: 0, value: 0, lists: Lists(0), more: false };

    /// Where a first word leads.
    pub(super) fn first(word: &str) -> Self {
        Self::along(NAMES.as_fst().root().addr(), 0, b"", word).unwrap_or(Self::NOWHERE)
    }
}

/// Gives `found` every known name that begins at `from` and ends by `end`, the shortest first.
fn each_from(words: &Words<'_>, from: usize, end: usize, mut found: impl FnMut(Hit)) {
    let mut step = words.step(from);
    let mut to = from + 1;
    loop {
        if step.lists != Lists::default() {
            found(Hit { from, to, lists: step.lists });
        }
        if !step.more || to >= end.min(from + MAX_TOKENS) {
            return;
        }
        match Step::along(step.address, step.value, b" ", words.raw(to)) {
            Some(further) => step = further,
            None => return,
        }
        to += 1;
    }
}

/// The longest name that begins at `from`, ends by `end` and stands in one of `lists`.
pub(super) fn longest(words: &Words<'_>, from: usize, end: usize, lists: Lists) -> Option<Hit> {
    let mut longest = None;
    each_from(words, from, end, |hit| {
        if hit.lists.any(lists) {
            longest = Some(hit);
        }
    });
    longest
}

/// What the lists say of the run of words `from..to` as a whole.
pub(super) fn lists(words: &Words<'_>, from: usize, to: usize) -> Lists {
    let mut lists = Lists::default();
    each_from(words, from, to, |hit| {
        if hit.to == to {
            lists = hit.lists;
        }
    });
    lists
}

/// What the lists say of a word.
pub(super) fn lists_of_word(word: &str) -> Lists {
    Step::first(word).lists
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::TokenizedText;

    #[test]
    fn finds_the_longest_first() {
        let words = ["In", "New", "York", "City", "Müller", "met", "North", "Koreans"];
        let joined = TokenizedText::join(&[words.to_vec()]);
        let read = Words::new(&joined.text, &joined.sentences[0]);
        let found = Hits::of(&read);
        let named = |lists: Lists| {
            let hit = found.iter().find(|hit| hit.lists.any(lists));
            hit.map(|hit| words[hit.from..hit.to].join(" ")).unwrap_or_default()
        };
        assert_eq!(named(Lists::CITY), "New York City");
        assert_eq!(named(Lists::STATE), "New York");
        assert_eq!(found.lists(1, 3), lists(&read, 1, 3));
        assert!(longest(&read, 1, 3, Lists::STATE).is_some_and(|hit| hit.to == 3));
        assert!(longest(&read, 1, 2, Lists::STATE).is_none());
        assert!(lists_of_word("Shi'ite").any(Lists::GROUP));
        assert_eq!(lists_of_word("qwertz"), Lists::default());
        assert!(found.from(words.len()).is_empty());
    }
}
