//! Reading words: which run of words is a number.
//!
//! Every question may be asked of any place: beyond the ends nothing stands.

use super::digits::Digits;
use super::words::{self, Class, DASH, PART, PLURAL, SCALE, SCALES, SMALL, TENS};
use crate::entities::words::Words;
use crate::word_list::WordList;

/// Words that numbers and times begin with, and that are in no list of their own.
static BEGINNINGS: WordList = WordList::new(" a an beginning end few many middle several start ");

/// Words before a share of something: `by a third`, `nearly a quarter`.
static APPROXIMATE: WordList = WordList::new(" about almost around by nearly roughly ");

/// A run of words that is a number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    /// The word after its last.
    pub(super) end: usize,
    /// Whether it is one run of digits without a scale: a day, a year, an hour …
    pub(super) plain: bool,
}

impl Words<'_> {
    /// Whether the word at `at` is in one of `classes`.
    pub(super) fn is(&self, at: usize, classes: Class) -> bool {
        self.classes(at) & classes != 0
    }

    /// Whether the word at `at` is in all of `classes`.
    pub(super) fn is_all(&self, at: usize, classes: Class) -> bool {
        self.classes(at) & classes == classes
    }

    /// Whether the word at `at` is one of `words`.
    pub(super) fn one_of(&self, at: usize, words: &[&str]) -> bool {
        at < self.len() && words.contains(&self.lower(at))
    }

    /// Whether any rule begins with the word at `at`; most words are in no list and no figures.
    pub(super) fn may_begin(&self, at: usize) -> bool {
        self.classes(at) != 0
            || self.digits(at) != Digits::No
            || BEGINNINGS.has(self.lower(at))
            // `NZ$5`
            || self.raw(at + 1) == "$"
    }

    /// Whether nothing stands between the word at `at` and the one before it.
    pub(super) fn touches(&self, at: usize) -> bool {
        at > 0 && self.joined(at - 1)
    }

    /// The whole number at `at`, with how many digits it has.
    pub(super) fn whole(&self, at: usize) -> Option<(u32, u8)> {
        match self.digits(at) {
            Digits::Whole(value, length) => Some((value, length)),
            _ => None,
        }
    }

    /// Whether the number at `at` is glued to a name by a hyphen: `B-52`, `COVID-19`.
    pub(super) fn glued(&self, at: usize) -> bool {
        at > 1
            && self.is(at - 1, DASH)
            && self.digits(at) != Digits::No
            && self.touches(at)
            && self.touches(at - 1)
            && self.digits(at - 2) == Digits::No
            && !self.is(
                at - 2,
                SMALL | TENS | words::MONTH | words::WEEKDAY | words::EDGE | words::WHICH,
            )
            && self.raw(at - 2).ends_with(char::is_alphabetic)
    }

    /// The number that begins at `at`, in digits or words, ranges not included.
    pub(super) fn number(&self, at: usize) -> Option<Number> {
        match self.digits(at) {
            Digits::Whole(..) | Digits::Number => {
                // `2 1/2`
                let fraction = matches!(self.digits(at), Digits::Whole(..))
                    && self.digits(at + 1) == Digits::Slashed(2)
                    || self.one_of(at + 1, &["½", "¼", "¾"]);
                let next = at + 1 + usize::from(fraction);
                let end = self.scales(next);
                return Some(Number { end, plain: end == at + 1 });
            }
            Digits::Slashed(2) => return Some(Number { end: self.scales(at + 1), plain: false }),
            _ => {}
        }
        if self.is(at, SCALES) && !self.is(at, SMALL) {
            return self.many(at).map(|end| Number { end, plain: false });
        }
        let end = self.spelled(at)?;
        Some(Number { end, plain: false })
    }

    /// Skips `million`, `hundred thousand`; a single letter counts only behind digits.
    fn scales(&self, mut at: usize) -> usize {
        while self.is(at, SCALE) && (self.lower(at).len() > 1 || self.touches(at)) {
            at += 1;
        }
        at
    }

    /// `dozens`, `hundreds of thousands`, `tens of millions`.
    fn many(&self, at: usize) -> Option<usize> {
        let more = self.lower(at + 1) == "of" && self.is(at + 2, SCALES);
        if matches!(self.lower(at), "tens" | "scores") && !more {
            return None;
        }
        Some(if more { at + 3 } else { at + 1 })
    }

    /// `twenty-five`, `two hundred and fifty`, `half a million`, `two-thirds`, `a dozen`.
    fn spelled(&self, at: usize) -> Option<usize> {
        // `half a million`, `half a dozen`
        if self.lower(at) == "half" {
            let article = self.one_of(at + 1, &["a", "-"]) && self.is(at + 2, SCALE | SCALES);
            return Some(if article { at + 3 } else { at + 1 });
        }
        if self.one_of(at, &["a", "an", "one"]) {
            // `a million`, `a quarter of`, `one-third`
            if self.is(at + 1, SCALE) && self.lower(at + 1).len() > 2 {
                return Some(self.more_words(at + 2));
            }
            let part = if self.is(at + 1, DASH) { at + 2 } else { at + 1 };
            // `by a third`; of `a third` alone nobody knows.
            let share = self.lower(part + 1) == "of" || APPROXIMATE.has(self.before(at));
            if self.is(part, PART) && share {
                return Some(part + 1);
            }
            if self.lower(at) != "one" {
                return None;
            }
        }
        if self.is(at, SCALE) && self.lower(at).len() > 2 && self.lower(at) == "million" {
            return None;
        }
        if !self.is(at, SMALL | TENS) {
            return None;
        }
        let part = if self.is(at + 1, DASH) { at + 2 } else { at + 1 };
        if self.is_all(part, PART | PLURAL) || self.lower(part) == "third" && part == at + 2 {
            return Some(part + 1);
        }
        Some(self.more_words(at + 1))
    }

    /// The rest of a number in words.
    fn more_words(&self, mut at: usize) -> usize {
        loop {
            let next = if self.is(at, DASH) || self.lower(at) == "and" && self.is(at - 1, SCALE) {
                at + 1
            } else {
                at
            };
            let scale = self.is(next, SCALE) && self.lower(next).len() > 2;
            if scale
                || self.is(next, SMALL | TENS)
                    && (next == at || !self.is(at, DASH) || self.is(at - 1, TENS))
            {
                // `nineteen eighty` goes on; `two, three` does not, for a comma parts them.
                at = next + 1;
            } else {
                return at;
            }
        }
    }

    /// Where a range beginning with a number that ends at `end` ends: `5-10`, `5 to 10`,
    /// `between 5 and 10`. Gives `end` when there is no second number.
    pub(super) fn range(&self, start: usize, end: usize) -> usize {
        let joins = self.is(end, DASH)
            || self.lower(end) == "to"
            || self.lower(end) == "or" && self.is(end + 1, SMALL) && self.is(start, SMALL)
            || self.lower(end) == "and" && self.before(start) == "between";
        if !joins {
            return end;
        }
        let second = if self.is(end + 1, words::SYMBOL) { end + 2 } else { end + 1 };
        self.number(second).map_or(end, |number| number.end)
    }
}
