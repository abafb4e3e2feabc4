//! How right a tagger is: exact spans and labels, and whether its confidence means what it says.

use super::bio::{self, BioSentence};
use std::collections::BTreeMap;

/// Hits and misses of one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    /// Found and right.
    pub(super) right: usize,
    /// Found and wrong.
    pub(super) wrong: usize,
    /// Not found.
    pub(super) missed: usize,
}

impl Counts {
    /// Harmonic mean of precision and recall.
    #[must_use]
    pub(super) fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (2 * self.right + self.wrong + self.missed).max(1) as f64
    }

    /// Share of what was found that is right.
    #[must_use]
    pub(super) fn precision(&self) -> f64 {
        self.right as f64 / (self.right + self.wrong).max(1) as f64
    }

    /// Share of what there is that was found.
    #[must_use]
    pub(super) fn recall(&self) -> f64 {
        self.right as f64 / (self.right + self.missed).max(1) as f64
    }
}

/// One span that a tagger found: first word, word after the last, kind, confidence in thousandths.
pub(super) type Found = (usize, usize, &'static str, u16);

/// The scores on one file.
#[derive(Clone, Debug, Default)]
pub(super) struct Scores {
    /// Counts of each kind that counts.
    pub(super) kinds: BTreeMap<&'static str, Counts>,
    /// Confidence of each found span, and whether it was right.
    pub(super) sure: Vec<(u16, bool)>,
}

/// The kinds that all sets mark.
const KINDS: [&str; 3] = ["PER", "ORG", "LOC"];

/// The kind that counts for a label of the gold.
fn gold_kind(label: &str) -> Option<&'static str> {
    match label {
        "PER" => Some("PER"),
        "ORG" => Some("ORG"),
        "LOC" | "FAC" => Some("LOC"),
        _ => None,
    }
}

/// Leaves out an article at the beginning and a genitive at the end, which do not count.
fn trimmed(words: &[String], mut from: usize, mut to: usize) -> (usize, usize) {
    if to - from > 1 && ["the", "a", "an"].contains(&&*words[from].to_lowercase()) {
        from += 1;
    }
    if to - from > 1 && ["'s", "\u{2019}s"].contains(&&*words[to - 1]) {
        to -= 1;
    }
    (from, to)
}

impl Scores {
    /// Compares a tagger with a tagged file, document by document.
    pub(super) fn of(
        sentences: &[BioSentence],
        mut tag: impl FnMut(&[BioSentence]) -> Vec<Vec<Found>>,
    ) -> Self {
        let mut scores = Self::default();
        for document in bio::documents(sentences) {
            for (sentence, found) in document.iter().zip(tag(document)) {
                scores.add(sentence, &found);
            }
        }
        scores
    }

    fn add(&mut self, sentence: &BioSentence, found: &[Found]) {
        let mut gold: Vec<(usize, usize, &str)> = Vec::new();
        for (from, to, label) in sentence.spans() {
            if let Some(kind) = gold_kind(label) {
                let (from, to) = trimmed(&sentence.words, from, to);
                gold.push((from, to, kind));
            }
        }
        for &(from, to, kind, confidence) in found.iter().filter(|f| KINDS.contains(&f.2)) {
            let (from, to) = trimmed(&sentence.words, from, to);
            let counts = self.kinds.entry(kind).or_default();
            let right = gold.iter().position(|&g| g == (from, to, kind));
            self.sure.push((confidence, right.is_some()));
            match right {
                Some(at) => {
                    gold.swap_remove(at);
                    counts.right += 1;
                }
                None => counts.wrong += 1,
            }
        }
        for (_, _, kind) in gold {
            if let Some(&kind) = KINDS.iter().find(|&&k| k == kind) {
                self.kinds.entry(kind).or_default().missed += 1;
            }
        }
    }

    /// All kinds together.
    #[must_use]
    pub(super) fn total(&self) -> Counts {
        self.kinds.values().fold(Counts::default(), |sum, counts| Counts {
            right: sum.right + counts.right,
            wrong: sum.wrong + counts.wrong,
            missed: sum.missed + counts.missed,
        })
    }

    /// Ten bins of confidence: spans, mean confidence and share that is right, in thousandths.
    #[must_use]
    pub(super) fn reliability(&self) -> [(usize, f64, f64); 10] {
        let mut bins = [(0, 0.0, 0.0); 10];
        for &(confidence, right) in &self.sure {
            let bin = &mut bins[usize::from(confidence / 100).min(9)];
            bin.0 += 1;
            bin.1 += f64::from(confidence);
            bin.2 += if right { 1000.0 } else { 0.0 };
        }
        for bin in &mut bins {
            let count = bin.0.max(1) as f64;
            bin.1 /= count;
            bin.2 /= count;
        }
        bins
    }

    /// Expected calibration error over the ten bins.
    #[must_use]
    pub(super) fn calibration_error(&self) -> f64 {
        let bins = self.reliability();
        let gaps: f64 = bins.iter().map(|bin| bin.0 as f64 * (bin.1 - bin.2).abs()).sum();
        gaps / self.sure.len().max(1) as f64 / 1000.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_exact_spans_and_labels_count() {
        let pairs = ["the/B-LOC", "Hague/I-LOC", "hired/O", "Anna/B-PER", "Lind/I-PER"];
        let pairs = pairs.iter().filter_map(|pair| pair.rsplit_once('/'));
        let (words, tags) = pairs.map(|(w, t)| (w.to_owned(), t.to_owned())).unzip();
        let sentence = BioSentence { words, tags };
        let scores = Scores::of(&[sentence], |_| {
            vec![vec![(1, 2, "LOC", 950), (3, 4, "PER", 350), (4, 5, "PER", 350)]]
        });
        let total = scores.total();
        assert_eq!((total.right, total.wrong, total.missed), (1, 2, 1));
        assert_eq!(scores.reliability()[9], (1, 950.0, 1000.0));
        assert!((scores.calibration_error() - (0.05 + 2.0 * 0.35) / 3.0).abs() < 1e-9);
    }
}
