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

/// Fits the table on a tagged file; gives the model's F1 there too.
pub(super) fn fit(path: &Path, tagger: &Tagger) -> Result<([u16; KNOTS], f64), TrainError> {
    let sentences = read(path)?;
    let scores = Scores::of(&sentences, |document| found(tagger, document));
    Ok((logistic(&scores.sure), scores.total().f1()))
}

/// Fits a rising curve of two numbers: the logarithm of the odds, stretched and moved (Platt 1999).
fn logistic(sure: &[(u16, bool)]) -> [u16; KNOTS] {
    let odds = |raw: f64| {
        let raw = raw.clamp(0.002, 0.998);
        (raw / (1.0 - raw)).ln()
    };
    let (mut stretch, mut shift) = (1.0, 0.0);
    for _ in 0..STEPS {
        // Newton's step on the likelihood, with a pull towards leaving everything as it is.
        let (mut g, mut h) = ([PRIOR * (stretch - 1.0), PRIOR * shift], [PRIOR, 0.0, PRIOR]);
        for &(confidence, right) in sure {
            let x = odds(f64::from(confidence) / 1000.0);
            let p = 1.0 / (1.0 + (-(stretch * x + shift)).exp());
            let miss = p - f64::from(u8::from(right));
            let weight = p * (1.0 - p);
            g[0] += miss * x;
            g[1] += miss;
            h[0] += weight * x * x;
            h[1] += weight * x;
            h[2] += weight;
        }
        let determinant = h[0] * h[2] - h[1] * h[1];
        stretch -= (h[2] * g[0] - h[1] * g[1]) / determinant;
        shift -= (h[0] * g[1] - h[1] * g[0]) / determinant;
    }
    std::array::from_fn(|knot| {
        let x = odds(knot as f64 / (KNOTS - 1) as f64);
        (1000.0 / (1.0 + (-(stretch * x + shift)).exp())).round() as u16
    })
}

/// Pull towards leaving everything as it is, where there is little to go by.
const PRIOR: f64 = 4.0;
/// Enough steps for the fit to stand still.
const STEPS: usize = 20;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_sure_becomes_less_sure() {
        // Nine in ten claimed, six in ten right; three in ten claimed, two in ten right.
        let sure: Vec<(u16, bool)> =
            (0..1000).flat_map(|n| [(900, n % 10 < 6), (300, n % 10 < 2)]).collect();
        let table = logistic(&sure);
        assert!(table.is_sorted() && table[KNOTS - 1] < 1000);
        assert!((550..650).contains(&table[(KNOTS - 1) * 9 / 10]), "{table:?}");
        assert!((150..250).contains(&table[(KNOTS - 1) * 3 / 10]), "{table:?}");
        let none = logistic(&[]);
        assert!(none.iter().zip(identity()).all(|(fit, raw)| fit.abs_diff(raw) < 3), "{none:?}");
    }
}
