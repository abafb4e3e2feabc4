//! Weights that are part of a word's scores, for saying afterwards what spoke for a name.

use super::format::{Model, Row};
use super::lattice::Scores;
use super::templates::Group;

/// One summand of a word's scores: its group in the highest bits, then the place of its weights.
#[derive(Clone, Copy, Debug)]
pub(super) struct Summand(u32);

const PLACE_BITS: u32 = 28;

impl Summand {
    pub(super) fn new(group: Group, place: usize) -> Self {
        Self((group as u32) << PLACE_BITS | place as u32)
    }

    /// The group of features that it belongs to.
    pub(super) fn group(self) -> usize {
        (self.0 >> PLACE_BITS) as usize
    }

    /// How much it speaks for `tag`, against outside.
    pub(super) fn voice(self, model: &Model, tag: usize) -> i32 {
        let row = &model.rows[(self.0 & ((1 << PLACE_BITS) - 1)) as usize];
        i32::from(row[tag]) - i32::from(row[0])
    }
}

/// Adds weights to scores.
pub(super) fn add(scores: &mut Scores, row: &Row) {
    for (score, &weight) in scores.iter_mut().zip(row) {
        *score += i16::from(weight);
    }
}
