//! Scores to tags and probabilities: the best path through a sentence and how sure each part is.
//!
//! Takes a row of integer scores a word, gives the best tags and the probability of each tag and
//! span. Invariant: only integers and IEEE additions, multiplications and divisions in a fixed
//! order, so every platform gives the same bits.

#![allow(clippy::needless_range_loop, reason = "several tables share one index")]

use super::tags::{START, TAGS, WIDTH, may_follow};

/// A score for each tag, in units of 1/64.
pub(crate) type Scores = [i16; WIDTH];
/// A probability or factor for each tag.
pub(crate) type Factors = [f32; WIDTH];

/// Units in which scores are counted, a natural logarithm being 1.
pub(crate) const UNIT: i32 = 64;
/// e^(-1/64); every other power is made of it by multiplication.
const STEP: f64 = 0.984_496_437_005_408_4;
/// Below this a factor counts as nothing: e^-16.
const POWERS: usize = 16 * UNIT as usize;
/// A word none of whose tags comes within this of `outside` is taken as outside: 6 in logarithms.
const SLACK: i16 = 6 * UNIT as i16;
/// Transitions that cannot be.
pub(crate) const NEVER: i16 = -20_000;
/// Steps of the table of logarithms.
pub(crate) const LOG_STEPS: usize = 1024;

/// The tables that turn scores into factors.
#[derive(Clone, Debug)]
pub(crate) struct Lattice {
    transitions: [[i32; WIDTH]; WIDTH],
    factors: [Factors; WIDTH],
    powers: Vec<f32>,
    logarithms: Vec<i16>,
}

/// One sentence's probabilities.
#[derive(Clone, Debug, Default)]
pub(crate) struct Probabilities {
    factors: Vec<Factors>,
    forward: Vec<Factors>,
    backward: Vec<Factors>,
    scale: Vec<f32>,
    open: Vec<bool>,
}

impl Lattice {
    pub(crate) fn new(transitions: &[[i16; WIDTH]; WIDTH]) -> Self {
        let mut powers = Vec::with_capacity(POWERS);
        let mut power = 1.0f64;
        for _ in 0..POWERS {
            powers.push(power as f32);
            power *= STEP;
        }
        // The logarithm of n/1024 is the number of steps until the power falls to it.
        let mut logarithms = vec![-(POWERS as i16); LOG_STEPS + 1];
        let mut at = POWERS - 1;
        for (n, logarithm) in logarithms.iter_mut().enumerate().skip(1) {
            while at > 0 && powers[at] < n as f32 / LOG_STEPS as f32 {
                at -= 1;
            }
            *logarithm = -(at as i16);
        }
        let mut lattice = Self {
            transitions: [[i32::from(NEVER); WIDTH]; WIDTH],
            factors: [[0.0; WIDTH]; WIDTH],
            powers,
            logarithms,
        };
        for from in 0..WIDTH {
            for to in 0..TAGS {
                if may_follow(from, to) {
                    let score = i32::from(transitions[from][to]);
                    lattice.transitions[from][to] = score;
                    // The largest transition is a few units; e^4 keeps all factors finite.
                    lattice.factors[from][to] = lattice.power(score - 4 * UNIT);
                }
            }
        }
        lattice
    }

    /// e to the power of `score` / 64, which is at most 0.
    fn power(&self, score: i32) -> f32 {
        usize::try_from(-score.min(0)).ok().and_then(|at| self.powers.get(at)).map_or(0.0, |&p| p)
    }

    /// The natural logarithm of `n` / 1024 in units of 1/64.
    pub(crate) fn logarithm(&self, n: u32) -> i16 {
        self.logarithms[(n as usize).min(LOG_STEPS)]
    }

    fn is_open(scores: &Scores) -> bool {
        scores[1..TAGS].iter().any(|&s| s.saturating_add(SLACK) > scores[0])
    }

    /// Fills in the probabilities of one sentence.
    pub(crate) fn weigh(&self, scores: &[Scores], into: &mut Probabilities) {
        into.factors.clear();
        into.forward.clear();
        into.scale.clear();
        into.open.clear();
        let mut last: Option<&Factors> = None;
        for row in scores {
            let open = Self::is_open(row);
            let mut factors = [0.0; WIDTH];
            if open {
                let most = i32::from(row[..TAGS].iter().copied().max().unwrap_or(0));
                for (factor, &score) in factors.iter_mut().zip(&row[..TAGS]) {
                    *factor = self.power(i32::from(score) - most);
                }
            } else {
                factors[0] = 1.0;
            }
            let mut forward = [0.0; WIDTH];
            match last {
                None => forward = self.factors[START],
                Some(before) => {
                    for (&part, factors) in before[..TAGS].iter().zip(&self.factors) {
                        if part > 0.0 {
                            for (sum, factor) in forward.iter_mut().zip(factors) {
                                *sum += part * factor;
                            }
                        }
                    }
                }
            }
            let mut sum = 0.0;
            for (part, factor) in forward[..TAGS].iter_mut().zip(&factors) {
                *part *= factor;
                sum += *part;
            }
            // A sum of nothing would mean no path; `outside` is always one.
            if sum <= 0.0 {
                forward = [0.0; WIDTH];
                forward[0] = 1.0;
                sum = 1.0;
            }
            for part in &mut forward {
                *part /= sum;
            }
            into.open.push(open);
            into.factors.push(factors);
            into.scale.push(sum);
            into.forward.push(forward);
            last = into.forward.last();
        }
        self.weigh_backward(into);
    }

    fn weigh_backward(&self, into: &mut Probabilities) {
        let words = into.factors.len();
        into.backward.clear();
        into.backward.resize(words, [1.0; WIDTH]);
        for at in (1..words).rev() {
            let mut next = [0.0; WIDTH];
            for tag in 0..TAGS {
                next[tag] = into.backward[at][tag] * into.factors[at][tag] / into.scale[at];
            }
            let row = &mut into.backward[at - 1];
            if !into.open[at - 1] && !into.open[at] {
                *row = [self.factors[0][0] * next[0]; WIDTH];
                continue;
            }
            for (part, factors) in row[..TAGS].iter_mut().zip(&self.factors) {
                let mut sum = 0.0;
                for (factor, next) in factors[..TAGS].iter().zip(&next) {
                    sum += factor * next;
                }
                *part = sum;
            }
        }
    }

    /// The best tags of a sentence.
    pub(crate) fn best(&self, scores: &[Scores]) -> Vec<u8> {
        let mut back: Vec<[u8; WIDTH]> = Vec::with_capacity(scores.len());
        let mut best = [i32::from(NEVER) * 8; WIDTH];
        let mut closed = false;
        for (at, row) in scores.iter().enumerate() {
            let open = Self::is_open(row);
            let mut from = [0u8; WIDTH];
            if at == 0 {
                for tag in 0..TAGS {
                    best[tag] = self.transitions[START][tag] + i32::from(row[tag]);
                }
            } else if !open && closed {
                best[0] += self.transitions[0][0] + i32::from(row[0]);
            } else {
                let mut next = [i32::MIN / 2; WIDTH];
                for to in 0..if open { TAGS } else { 1 } {
                    for before in 0..TAGS {
                        let sum = best[before] + self.transitions[before][to];
                        if sum > next[to] {
                            next[to] = sum;
                            from[to] = before as u8;
                        }
                    }
                    next[to] += i32::from(row[to]);
                }
                best = next;
            }
            if !open {
                best[1..].fill(i32::MIN / 2);
            }
            closed = !open;
            back.push(from);
        }
        let mut tag = 0;
        for other in 1..TAGS {
            if best[other] > best[tag] {
                tag = other;
            }
        }
        let mut tags = vec![0; scores.len()];
        for at in (0..scores.len()).rev() {
            tags[at] = tag as u8;
            tag = usize::from(back[at][tag]);
        }
        tags
    }

    /// The probability that exactly the words `from..to` are one mention that `begin` begins.
    pub(crate) fn span(
        &self,
        probabilities: &Probabilities,
        from: usize,
        to: usize,
        begin: usize,
    ) -> f32 {
        let p = probabilities;
        let inside = begin + 1;
        let mut tag = begin;
        let mut product = p.forward[from][begin] * p.backward[from][begin];
        let step = |at: usize, tag: usize| {
            let below = p.scale[at] * p.backward[at - 1][tag];
            let above = self.factors[tag][inside] * p.factors[at][inside] * p.backward[at][inside];
            if below > 0.0 { (above / below).min(1.0) } else { 0.0 }
        };
        for at in from + 1..to {
            product *= step(at, tag);
            tag = inside;
        }
        if to < p.scale.len() {
            product *= 1.0 - step(to, tag);
        }
        product.clamp(0.0, 1.0)
    }
}

impl Probabilities {
    /// Whether the word's tag is in question at all.
    pub(crate) fn is_open(&self, at: usize) -> bool {
        self.open[at]
    }

    /// The probability of a tag, in 1/1024.
    pub(crate) fn of(&self, at: usize, tag: usize) -> u32 {
        let probability = self.forward[at][tag] * self.backward[at][tag];
        (probability * LOG_STEPS as f32 + 0.5) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lattice() -> Lattice {
        let mut transitions = [[0; WIDTH]; WIDTH];
        for (from, row) in transitions.iter_mut().enumerate() {
            for (to, cell) in row.iter_mut().enumerate() {
                *cell = ((from * 7 + to * 3) % 11) as i16 * 8;
            }
        }
        Lattice::new(&transitions)
    }

    fn rows(words: usize, seed: usize) -> Vec<Scores> {
        (0..words)
            .map(|at| std::array::from_fn(|tag| ((at * 31 + tag * 17 + seed * 13) % 97) as i16))
            .collect()
    }

    /// Every path with its score, the slow way.
    fn paths(lattice: &Lattice, scores: &[Scores]) -> Vec<(Vec<u8>, i32)> {
        let mut all = vec![(Vec::new(), 0)];
        for row in scores {
            let mut longer = Vec::new();
            for (tags, score) in &all {
                let from = tags.last().map_or(START, |&tag: &u8| usize::from(tag));
                for to in (0..TAGS).filter(|&to| may_follow(from, to)) {
                    let mut tags: Vec<u8> = tags.clone();
                    tags.push(to as u8);
                    let step = lattice.transitions[from][to] + i32::from(row[to]);
                    longer.push((tags, score + step));
                }
            }
            all = longer;
        }
        all
    }

    #[test]
    fn the_best_path_is_the_best_of_all() {
        let lattice = lattice();
        for seed in 0..20 {
            let scores = rows(4, seed);
            let all = paths(&lattice, &scores);
            let most = all.iter().map(|path| path.1).max();
            let best = lattice.best(&scores);
            let found = all.iter().find(|path| path.0 == best).map(|path| path.1);
            assert_eq!(found, most, "seed {seed}");
        }
    }

    #[test]
    fn a_span_is_as_likely_as_the_paths_that_have_it() {
        let lattice = lattice();
        let scores = rows(4, 3);
        let mut probabilities = Probabilities::default();
        lattice.weigh(&scores, &mut probabilities);
        let power = |score: i32| (f64::from(score) / f64::from(UNIT)).exp();
        let (mut all, mut having) = (0.0, 0.0);
        for (tags, score) in paths(&lattice, &scores) {
            all += power(score);
            if tags[1] == 3 && tags[2] == 4 && tags[3] != 4 {
                having += power(score);
            }
        }
        let found = f64::from(lattice.span(&probabilities, 1, 3, 3));
        assert!((found - having / all).abs() < 1e-3, "{found} is not {}", having / all);
    }

    #[test]
    fn words_far_from_any_name_are_outside() {
        let lattice = lattice();
        let mut scores = rows(3, 1);
        scores[1][0] = 2000;
        let mut probabilities = Probabilities::default();
        lattice.weigh(&scores, &mut probabilities);
        assert!(!probabilities.is_open(1) && probabilities.is_open(0));
        assert_eq!(lattice.best(&scores)[1], 0);
        assert_eq!(probabilities.of(1, 0), LOG_STEPS as u32);
    }

    #[test]
    fn logarithms_fall_with_their_number() {
        let lattice = lattice();
        assert_eq!(lattice.logarithm(LOG_STEPS as u32), 0);
        assert_eq!(lattice.logarithm(LOG_STEPS as u32 / 2), -44);
        assert!((0..1024).all(|n| lattice.logarithm(n) <= lattice.logarithm(n + 1)));
    }
}
