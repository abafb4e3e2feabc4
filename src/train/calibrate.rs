//! From what the model computes to what proved right: the table of confidence.

use super::TrainError;
use super::eval::{found, read};
use super::score::Scores;
use crate::entities::model::Tagger;
use crate::entities::model::format::KNOTS;
use std::path::Path;

/// Every raw probability as it is.
#[must_use]
pub(super) fn identity() -> [u16; KNOTS] {
    std::array::from_fn(|knot| (knot * 1000 / (KNOTS - 1)) as u16)
}

/// Mentions near a knot count with it, and this many as if right in proportion to the raw value.
const PRIOR: f64 = 20.0;

/// Fits a rising table on a tagged file; gives the model's F1 there too.
pub(super) fn fit(path: &Path, tagger: &Tagger) -> Result<([u16; KNOTS], f64), TrainError> {
    let sentences = read(path)?;
    let scores = Scores::of(&sentences, |document| found(tagger, document));
    Ok((isotonic(&scores.sure), scores.total().f1()))
}

/// Pools neighbouring knots until none falls below the one before.
fn isotonic(sure: &[(u16, bool)]) -> [u16; KNOTS] {
    let mut bins: Vec<(f64, f64, usize)> =
        (0..KNOTS).map(|knot| (PRIOR, PRIOR * knot as f64 / (KNOTS - 1) as f64, 1)).collect();
    for &(confidence, right) in sure {
        let knot = (usize::from(confidence) * (KNOTS - 1) + 500) / 1000;
        bins[knot].0 += 1.0;
        bins[knot].1 += f64::from(u8::from(right));
    }
    let mut pools: Vec<(f64, f64, usize)> = Vec::new();
    for bin in bins {
        pools.push(bin);
        while let [.., a, b] = pools[..] {
            if a.1 / a.0 <= b.1 / b.0 {
                break;
            }
            pools.truncate(pools.len() - 2);
            pools.push((a.0 + b.0, a.1 + b.1, a.2 + b.2));
        }
    }
    let mut table = [0; KNOTS];
    let mut at = 0;
    for (count, right, knots) in pools {
        table[at..at + knots].fill((right / count * 1000.0).round() as u16);
        at += knots;
    }
    table
}
