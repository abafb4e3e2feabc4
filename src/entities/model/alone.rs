//! What a model says of one word by itself: more than a third of the templates look at one word of
//! their window alone, and say the same of it wherever it stands.
//!
//! Takes a lexeme, gives the sums of those weights, from each place of a window. They are kept with
//! the lexeme, so that a word is looked up once.

use super::classes::WordClass;
use super::format::Model;
use super::lattice::Scores;
use super::shape::Casing;
use super::summand::{Summand, add};
use super::tags::WIDTH;
use super::templates::{WIDE, class_group, class_keys, each_alone, key};
use super::word::{Spelling, Word};
use crate::entities::lexicon::Lexeme;
use std::cell::OnceCell;
use std::rc::Rc;

/// The sums of one word in sentences of one casing.
#[derive(Clone, Debug)]
pub(crate) struct Alone {
    /// Whose weights they are.
    model: u64,
    /// The word's class.
    pub(super) class: WordClass,
    /// Scores from each place of a window.
    pub(super) scores: [Scores; WIDE],
    summands: Vec<Summand>,
    /// Where the summands of each place end.
    ends: [usize; WIDE],
}

/// What is kept with a lexeme: for each casing of a sentence, what the model says that asked first.
pub(crate) type Kept = [OnceCell<Rc<Alone>>; Casing::COUNT];

impl Alone {
    /// What the model says of a word in a sentence of that casing.
    pub(super) fn of(model: &Model, lexeme: &Lexeme, casing: Casing) -> Rc<Self> {
        let sum = || {
            let class = lexeme.spelling.class(&model.classes);
            Rc::new(Self::sum(model, &lexeme.spelling, lexeme.look.shape_in(casing), class, casing))
        };
        let kept = lexeme.alone[casing as usize].get_or_init(sum);
        if kept.model == model.id { Rc::clone(kept) } else { sum() }
    }

    /// What it says of the places outside a sentence, whose casing says nothing of them.
    pub(super) fn outside(model: &Model) -> Self {
        let word = Word::OUTSIDE;
        Self::sum(model, word.spelling, word.shape, word.class, Casing::Normal)
    }

    fn sum(
        model: &Model,
        spelling: &Spelling,
        shape: u32,
        class: WordClass,
        casing: Casing,
    ) -> Self {
        let mut scores = [[0; WIDTH]; WIDE];
        let mut summands = Vec::new();
        let mut ends = [0; WIDE];
        for (at, (scores, end)) in scores.iter_mut().zip(&mut ends).enumerate() {
            let mut take = |group, key| {
                if let Some(place) = model.index.find(key) {
                    add(scores, &model.rows[place]);
                    summands.push(Summand::new(group, place));
                }
            };
            each_alone(spelling, shape, class, casing as u32, at, |template, group, value| {
                take(group, key(template, value));
            });
            for key in class_keys(class, at) {
                take(class_group(at), key);
            }
            *end = summands.len();
        }
        Self { model: model.id, class, scores, summands, ends }
    }

    /// The summands of its scores from the place `at` of a window.
    pub(super) fn summands(&self, at: usize) -> &[Summand] {
        let from = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.summands[from..self.ends[at]]
    }
}
