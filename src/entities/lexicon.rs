//! Words by themselves: what holds of a word wherever it stands.
//!
//! Takes a word as written, gives its [`Lexeme`]. Half the words of an article stand in it more than
//! once, and nine in ten of the next article's have stood in an earlier one; so what was worked
//! out is remembered, for this thread and up to a fixed size. Invariant: a lexeme depends on the word
//! alone, so that what is remembered changes nothing but the time.

use super::gazetteer::Step;
use super::model::alone;
use super::model::shape::Look;
use super::model::word::Spelling;
use super::name;
use super::numbers::{self, Class, Digits};
use crate::fold::fold;
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::rc::Rc;

/// What is known of one word by itself.
#[derive(Debug)]
pub(crate) struct Lexeme {
    /// In lower case.
    pub(super) lower: Box<str>,
    /// Without what spelling varies, where that differs from lower case.
    folded: Option<Box<str>>,
    /// What its digits are.
    pub(super) digits: Digits,
    /// Its classes among numbers and times.
    pub(super) classes: Class,
    /// Whether a name may begin with it.
    pub(super) name_like: bool,
    /// Where it leads in the lists.
    pub(super) step: Step,
    /// How it is written.
    pub(super) look: Look,
    /// Hashes of its letters, for the model.
    pub(super) spelling: Spelling,
    /// What the model says of it.
    pub(super) alone: alone::Kept,
}

impl Lexeme {
    fn new(word: &str) -> Self {
        let lower: String = word.chars().flat_map(char::to_lowercase).collect();
        let folded = fold(word);
        let look = Look::of(word);
        Self {
            folded: (folded != lower).then(|| folded.into()),
            digits: numbers::digits(&lower),
            classes: numbers::classes(&lower),
            name_like: name::may_begin(word, &lower),
            step: Step::first(word),
            look,
            spelling: Spelling::new(word, look),
            alone: alone::Kept::default(),
            lower: lower.into(),
        }
    }

    /// Without what spelling varies: see [`fold`].
    pub(super) fn folded(&self) -> &str {
        self.folded.as_ref().unwrap_or(&self.lower)
    }
}

/// At most so many lexemes are remembered: some megabytes.
const ROOM: usize = 1 << 14;
/// Longer words, in bytes, are worked out each time: they hardly come again.
const LONGEST: usize = 64;

/// The lexemes that a thread remembers.
#[derive(Debug, Default)]
pub(super) struct Lexicon(FxHashMap<Box<str>, Rc<Lexeme>>);

thread_local! {
    static LEXICON: RefCell<Lexicon> = RefCell::default();
}

impl Lexicon {
    /// Calls `then` with the lexicon of this thread.
    pub(super) fn with<T>(then: impl FnOnce(&mut Self) -> T) -> T {
        LEXICON.with_borrow_mut(then)
    }

    /// The lexeme of a word.
    pub(super) fn of(&mut self, word: &str) -> Rc<Lexeme> {
        if let Some(known) = self.0.get(word) {
            return Rc::clone(known);
        }
        let lexeme = Rc::new(Lexeme::new(word));
        if word.len() <= LONGEST {
            // The frequent words are soon back.
            if self.0.len() == ROOM {
                self.0.clear();
            }
            self.0.insert(word.into(), Rc::clone(&lexeme));
        }
        lexeme
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_worked_out_once() {
        let mut lexicon = Lexicon::default();
        let first = lexicon.of("Łódź");
        assert!(Rc::ptr_eq(&first, &lexicon.of("Łódź")));
        assert_eq!((&*first.lower, first.folded()), ("łódź", "lodz"));
        assert!(!Rc::ptr_eq(&first, &lexicon.of("łódź")));
    }

    #[test]
    fn what_is_remembered_has_a_limit() {
        let mut lexicon = Lexicon::default();
        let long = "a".repeat(LONGEST + 1);
        assert!(!Rc::ptr_eq(&lexicon.of(&long), &lexicon.of(&long)));
        for number in 0..=ROOM {
            assert_eq!(&*lexicon.of(&number.to_string()).lower, number.to_string());
        }
        assert_eq!(lexicon.0.len(), 1);
    }
}
