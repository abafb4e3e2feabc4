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
    /// The same with rows for what follows.
    following: [Factors; WIDTH],
    powers: Vec<f32>,
    logarithms: Vec<i16>,
}

/// The probabilities of one run of words.
#[derive(Clone, Debug, Default)]
pub(crate) struct Probabilities {
    factors: Vec<Factors>,
    forward: Vec<Factors>,
    backward: Vec<Factors>,
    scale: Vec<f32>,
}

/// Words in a row that may belong to names, with nothing but outside on either side: no other run
/// of the sentence has a say in their tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    /// Its first word in the sentence.
    pub(crate) from: usize,
    /// The word after its last.
    pub(crate) to: usize,
    /// Whether the sentence begins with it.
    begins: bool,
    /// Whether the sentence ends with it.
    ends: bool,
}

/// The runs of a sentence.
pub(crate) fn runs(scores: &[Scores]) -> impl Iterator<Item = Run> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let from = at + scores[at..].iter().position(is_open)?;
        let to =
            scores[from..].iter().position(|row| !is_open(row)).map_or(scores.len(), |n| from + n);
        at = to;
        Some(Run { from, to, begins: from == 0, ends: to == scores.len() })
    })
}

/// Whether a word's tag is in question at all.
fn is_open(scores: &Scores) -> bool {
    let most = scores[1..TAGS].iter().copied().fold(i16::MIN, i16::max);
    most.saturating_add(SLACK) > scores[0]
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
            following: [[0.0; WIDTH]; WIDTH],
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
                    lattice.following[to][from] = lattice.factors[from][to];
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

    /// Fills in the probabilities of the words of `run`, whose scores are `scores`.
    pub(crate) fn weigh(&self, run: Run, scores: &[Scores], into: &mut Probabilities) {
        into.factors.clear();
        into.forward.clear();
        into.scale.clear();
        let mut forward = self.factors[if run.begins { START } else { 0 }];
        for (at, row) in scores.iter().enumerate() {
            if at > 0 {
                forward = product(&forward, &self.factors);
            }
            let most = i32::from(row[..TAGS].iter().copied().max().unwrap_or(0));
            let mut factors = [0.0; WIDTH];
            for (factor, &score) in factors.iter_mut().zip(&row[..TAGS]) {
                *factor = self.power(i32::from(score) - most);
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
            into.factors.push(factors);
            into.scale.push(sum);
            into.forward.push(forward);
        }
        self.weigh_backward(run, into);
    }

    fn weigh_backward(&self, run: Run, into: &mut Probabilities) {
        let words = into.factors.len();
        into.backward.clear();
        into.backward.resize(words, [1.0; WIDTH]);
        if let (false, Some(forward), Some(last)) =
            (run.ends, into.forward.last(), into.backward.last_mut())
        {
            let leave = &self.following[0];
            let sum: f32 =
                forward[..TAGS].iter().zip(leave).map(|(part, leave)| part * leave).sum();
            if sum > 0.0 {
                *last = leave.map(|leave| leave / sum);
            }
        }
        for at in (1..words).rev() {
            let mut next = [0.0; WIDTH];
            for tag in 0..TAGS {
                next[tag] = into.backward[at][tag] * into.factors[at][tag] / into.scale[at];
            }
            into.backward[at - 1] = product(&next, &self.following);
        }
    }

    /// The best tags of the words of `run`, whose scores are `scores`.
    pub(crate) fn best(&self, run: Run, scores: &[Scores]) -> Vec<u8> {
        let mut back: Vec<[u8; WIDTH]> = Vec::with_capacity(scores.len());
        let mut best = self.transitions[if run.begins { START } else { 0 }];
        for (at, row) in scores.iter().enumerate() {
            let mut from = [0u8; WIDTH];
            if at > 0 {
                let mut next = [i32::MIN / 2; WIDTH];
                let mut last = [0; WIDTH];
                // All tags of a word at a time: vectors take four.
                for before in 0..TAGS {
                    for to in 0..WIDTH {
                        let sum = best[before] + self.transitions[before][to];
                        last[to] = if sum > next[to] { before as i32 } else { last[to] };
                        next[to] = next[to].max(sum);
                    }
                }
                best = next;
                from = last.map(|last| last as u8);
            }
            for to in 0..TAGS {
                best[to] += i32::from(row[to]);
            }
            back.push(from);
        }
        if !run.ends {
            for tag in 0..TAGS {
                best[tag] += self.transitions[tag][0];
            }
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

    /// The probability that exactly the words `from..to` of the run are one mention that `begin`
    /// begins.
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
        // What follows the run is outside.
        if to < p.scale.len() {
            product *= 1.0 - step(to, tag);
        }
        product.clamp(0.0, 1.0)
    }
}

/// A row times a table.
fn product(row: &Factors, table: &[Factors; WIDTH]) -> Factors {
    let mut sums = [0.0; WIDTH];
    for (&part, factors) in row[..TAGS].iter().zip(table) {
        if part > 0.0 {
            for (sum, factor) in sums.iter_mut().zip(factors) {
                *sum += part * factor;
            }
        }
    }
    sums
}

impl Probabilities {
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
    fn paths(lattice: &Lattice, run: Run, scores: &[Scores]) -> Vec<(Vec<u8>, i32)> {
        let mut all = vec![(Vec::new(), 0)];
        for row in scores {
            let mut longer = Vec::new();
            for (tags, score) in &all {
                let start = if run.begins { START } else { 0 };
                let from = tags.last().map_or(start, |&tag: &u8| usize::from(tag));
                for to in (0..TAGS).filter(|&to| may_follow(from, to)) {
                    let mut tags: Vec<u8> = tags.clone();
                    tags.push(to as u8);
                    let step = lattice.transitions[from][to] + i32::from(row[to]);
                    longer.push((tags, score + step));
                }
            }
            all = longer;
        }
        if !run.ends {
            for (tags, score) in &mut all {
                let last = tags.last().map_or(0, |&tag| usize::from(tag));
                *score += lattice.transitions[last][0];
            }
        }
        all
    }

    const RUNS: [Run; 2] = [
        Run { from: 0, to: 4, begins: true, ends: true },
        Run { from: 3, to: 7, begins: false, ends: false },
    ];

    #[test]
    fn the_best_path_is_the_best_of_all() {
        let lattice = lattice();
        for (seed, run) in (0..20).flat_map(|seed| RUNS.map(|run| (seed, run))) {
            let scores = rows(4, seed);
            let all = paths(&lattice, run, &scores);
            let most = all.iter().map(|path| path.1).max();
            let best = lattice.best(run, &scores);
            let found = all.iter().find(|path| path.0 == best).map(|path| path.1);
            assert_eq!(found, most, "seed {seed}");
        }
    }

    #[test]
    fn a_span_is_as_likely_as_the_paths_that_have_it() {
        let lattice = lattice();
        let scores = rows(4, 3);
        let power = |score: i32| (f64::from(score) / f64::from(UNIT)).exp();
        for (run, (from, to)) in RUNS.into_iter().flat_map(|run| [(run, (1, 3)), (run, (2, 4))]) {
            let mut probabilities = Probabilities::default();
            lattice.weigh(run, &scores, &mut probabilities);
            let (mut all, mut having) = (0.0, 0.0);
            for (tags, score) in paths(&lattice, run, &scores) {
                all += power(score);
                let ends = tags.get(to).is_none_or(|&tag| tag != 4);
                if tags[from] == 3 && tags[from + 1..to].iter().all(|&tag| tag == 4) && ends {
                    having += power(score);
                }
            }
            let found = f64::from(lattice.span(&probabilities, from, to, 3));
            assert!((found - having / all).abs() < 1e-3, "{found} is not {}", having / all);
        }
    }

    #[test]
    fn runs_are_the_words_that_are_not_far_from_any_name() {
        let mut scores = rows(6, 1);
        for closed in [0, 3, 4] {
            scores[closed][0] = 2000;
        }
        let found: Vec<Run> = runs(&scores).collect();
        assert_eq!(
            found.iter().map(|run| (run.from, run.to)).collect::<Vec<_>>(),
            [(1, 3), (5, 6)]
        );
        assert_eq!(found.iter().map(|run| run.ends).collect::<Vec<_>>(), [false, true]);
        assert!(found.iter().all(|run| !run.begins));
        assert_eq!(runs(&[]).count(), 0);
    }

    #[test]
    fn logarithms_fall_with_their_number() {
        let lattice = lattice();
        assert_eq!(lattice.logarithm(LOG_STEPS as u32), 0);
        assert_eq!(lattice.logarithm(LOG_STEPS as u32 / 2), -44);
        assert!((0..1024).all(|n| lattice.logarithm(n) <= lattice.logarithm(n + 1)));
    }
}
