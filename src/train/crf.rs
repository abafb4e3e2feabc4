//! The learner: a conditional random field, stepped on one sentence at a time.
//!
//! Takes sentences of feature numbers and the tags each word may have, moves the weights so that
//! the allowed readings become more likely than the others. Steps are sized for each weight by
//! its past (AdaGrad). Invariant: the same sentences in the same order give the same weights.

#![allow(clippy::needless_range_loop, reason = "several tables share one index")]

use super::sets::Labelled;
use crate::entities::model::PLAIN;
use crate::entities::model::lattice::UNIT;
use crate::entities::model::tags::{START, TAGS, WIDTH, may_follow};

/// A number for each tag.
pub(super) type Row = [f32; WIDTH];

/// Past squares start from here, so that the first steps stay small.
const FIRST_SQUARE: f32 = 0.1;
/// A word whose gradient is smaller than this is left alone.
const NEGLIGIBLE: f32 = 1e-4;

/// The weights being learned.
#[derive(Clone, Debug)]
pub(super) struct Crf {
    /// Weights of each feature.
    pub(super) weights: Vec<Row>,
    /// Weights of each pair of tags; impossible pairs are minus infinity.
    pub(super) transitions: [Row; WIDTH],
    squares: Vec<Row>,
    transition_squares: [Row; WIDTH],
    rate: f32,
}

/// Feature numbers of one sentence: `ends[i]` is where the features of word `i` end.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbered {
    /// All features, word after word.
    pub(super) features: Vec<u32>,
    /// Where each word's features end.
    pub(super) ends: Vec<u32>,
}

impl Numbered {
    /// The features of each word.
    pub(super) fn words(&self) -> impl Iterator<Item = &[u32]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(from, &to)| &self.features[from as usize..to as usize])
    }
}

/// Buffers that are used again for every sentence.
#[derive(Clone, Debug, Default)]
pub(super) struct Buffers {
    factors: Vec<Row>,
    forward: Vec<Row>,
    backward: Vec<Row>,
    scale: Vec<f32>,
    free: Vec<Row>,
    bound: Vec<Row>,
}

impl Crf {
    /// All weights zero.
    #[must_use]
    pub(super) fn new(features: usize, rate: f32) -> Self {
        let mut transitions = [[f32::NEG_INFINITY; WIDTH]; WIDTH];
        for (from, row) in transitions.iter_mut().enumerate() {
            for (to, cell) in row.iter_mut().enumerate() {
                if may_follow(from, to) {
                    *cell = 0.0;
                }
            }
        }
        Self {
            weights: vec![[0.0; WIDTH]; features],
            transitions,
            squares: vec![[FIRST_SQUARE; WIDTH]; features],
            transition_squares: [[1.0; WIDTH]; WIDTH],
            rate,
        }
    }

    fn factors(&self, sentence: &Numbered, factors: &mut Vec<Row>) {
        factors.clear();
        for features in sentence.words() {
            let mut row = [0.0; WIDTH];
            if features.is_empty() {
                // The tagger takes a word that it is not asked about as outside.
                row = PLAIN.map(|score| f32::from(score) / UNIT as f32);
            }
            for &feature in features {
                for (sum, weight) in row.iter_mut().zip(&self.weights[feature as usize]) {
                    *sum += weight;
                }
            }
            let most = row[..TAGS].iter().copied().fold(f32::NEG_INFINITY, f32::max);
            for cell in &mut row {
                *cell = (*cell - most).exp();
            }
            factors.push(row);
        }
    }

    /// One step on one sentence; gives its loss, the negative log-likelihood.
    pub(super) fn step(
        &mut self,
        sentence: &Numbered,
        labels: &Labelled,
        buffers: &mut Buffers,
    ) -> f32 {
        let mut moves = self.transitions;
        for cell in moves.iter_mut().flatten() {
            *cell = cell.exp();
        }
        let b = buffers;
        self.factors(sentence, &mut b.factors);
        let mut pairs = [[0.0; WIDTH]; WIDTH];
        let mut free = std::mem::take(&mut b.free);
        let mut bound = std::mem::take(&mut b.bound);
        let all = pass(&moves, b, None, &mut free, &mut pairs, 1.0);
        let allowed = pass(&moves, b, Some(&labels.allowed), &mut bound, &mut pairs, -1.0);
        for ((features, free), bound) in sentence.words().zip(&free).zip(&bound) {
            let mut gradient = [0.0; WIDTH];
            let mut most = 0.0f32;
            for tag in 0..TAGS {
                gradient[tag] = (free[tag] - bound[tag]) * labels.weight;
                most = most.max(gradient[tag].abs());
            }
            if most < NEGLIGIBLE {
                continue;
            }
            for &feature in features {
                let weights = &mut self.weights[feature as usize];
                let squares = &mut self.squares[feature as usize];
                for tag in 0..WIDTH {
                    squares[tag] += gradient[tag] * gradient[tag];
                    weights[tag] -= self.rate * gradient[tag] / squares[tag].sqrt();
                }
            }
        }
        for from in 0..WIDTH {
            for to in 0..TAGS {
                if may_follow(from, to) {
                    let gradient = pairs[from][to] * labels.weight;
                    let square = &mut self.transition_squares[from][to];
                    *square += gradient * gradient;
                    self.transitions[from][to] -= self.rate * gradient / square.sqrt();
                }
            }
        }
        b.free = free;
        b.bound = bound;
        all - allowed
    }

    /// Keeps the features that `kept` numbers anew.
    pub(super) fn shrink(&mut self, kept: &[Option<u32>]) {
        for rows in [&mut self.weights, &mut self.squares] {
            let mut index = 0;
            rows.retain(|_| {
                index += 1;
                kept[index - 1].is_some()
            });
        }
    }
}

/// The mean of the weights at many steps: one step's weights owe much to the last sentences and to
/// which features they did not see (Polyak and Juditsky 1992).
#[derive(Clone, Debug, Default)]
pub(super) struct Average {
    weights: Vec<Row>,
    transitions: [Row; WIDTH],
    count: f32,
}

impl Average {
    /// Counts in the weights as they are now.
    pub(super) fn add(&mut self, crf: &Crf) {
        self.count += 1.0;
        self.weights.resize(crf.weights.len(), [0.0; WIDTH]);
        let sums = self.weights.iter_mut().chain(&mut self.transitions);
        for (sum, row) in sums.zip(crf.weights.iter().chain(&crf.transitions)) {
            for (sum, weight) in sum.iter_mut().zip(row) {
                *sum += weight;
            }
        }
    }

    /// Gives the mean to `crf`, where anything was counted.
    pub(super) fn give(self, crf: &mut Crf) {
        if self.count > 0.0 {
            let means = self.weights.iter().chain(&self.transitions);
            for (row, mean) in crf.weights.iter_mut().chain(&mut crf.transitions).zip(means) {
                *row = mean.map(|sum| sum / self.count);
            }
        }
    }
}

/// Forward and backward over the readings that `allowed` leaves; gives the log of their sum,
/// each word's marginals, and adds the expected pairs of tags times `sign`.
fn pass(
    moves: &[Row; WIDTH],
    b: &mut Buffers,
    allowed: Option<&[u16]>,
    marginals: &mut Vec<Row>,
    pairs: &mut [Row; WIDTH],
    sign: f32,
) -> f32 {
    let words = b.factors.len();
    let may = |at: usize, tag: usize| allowed.is_none_or(|masks| masks[at] >> tag & 1 == 1);
    b.forward.clear();
    b.scale.clear();
    let mut log_sum = 0.0;
    for at in 0..words {
        let mut row = [0.0f32; WIDTH];
        if at == 0 {
            row = moves[START];
        } else {
            let before = &b.forward[at - 1];
            for from in 0..TAGS {
                if before[from] > 0.0 {
                    for to in 0..WIDTH {
                        row[to] += before[from] * moves[from][to];
                    }
                }
            }
        }
        let mut sum = 0.0f32;
        for tag in 0..WIDTH {
            row[tag] = if tag < TAGS && may(at, tag) { row[tag] * b.factors[at][tag] } else { 0.0 };
            sum += row[tag];
        }
        let sum = sum.max(1e-30);
        for cell in &mut row {
            *cell /= sum;
        }
        log_sum += sum.ln();
        b.scale.push(sum);
        b.forward.push(row);
    }
    b.backward.clear();
    b.backward.resize(words, [1.0; WIDTH]);
    for at in (1..words).rev() {
        let mut next = [0.0; WIDTH];
        for tag in 0..TAGS {
            if may(at, tag) {
                next[tag] = b.backward[at][tag] * b.factors[at][tag] / b.scale[at];
            }
        }
        for from in 0..TAGS {
            let mut sum = 0.0;
            for to in 0..TAGS {
                sum += moves[from][to] * next[to];
            }
            b.backward[at - 1][from] = sum;
            let share = b.forward[at - 1][from] * sign;
            if share != 0.0 {
                for to in 0..TAGS {
                    pairs[from][to] += share * moves[from][to] * next[to];
                }
            }
        }
    }
    marginals.clear();
    for (forward, backward) in b.forward.iter().zip(&b.backward) {
        let mut row = [0.0; WIDTH];
        for tag in 0..TAGS {
            row[tag] = forward[tag] * backward[tag];
        }
        marginals.push(row);
    }
    if let Some(first) = marginals.first() {
        for tag in 0..TAGS {
            pairs[START][tag] += sign * first[tag];
        }
    }
    log_sum
}
