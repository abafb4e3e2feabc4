//! Features as numbers: which keys are met often enough to get a weight.

use super::crf::Numbered;
use super::sets::Labelled;
use super::text;
use crate::entities::model::classes::Classes;
use crate::entities::model::features;
use crate::entities::model::templates::KEY_BITS;

/// From feature key to number.
#[derive(Clone, Debug)]
pub(super) struct Numbers {
    /// The number of each possible key.
    numbers: Vec<u32>,
    /// The keys that have a number, in rising order.
    pub(super) keys: Vec<u32>,
}

const NONE: u32 = u32::MAX;
/// Keys that are looked at together.
const BLOCK: usize = 64;

fn each_key(words: &[String], classes: &Classes, visit: impl FnMut(usize, u32)) {
    text::with_words(words, |sentence| features::each_key(&text::inputs(sentence), classes, visit));
}

impl Numbers {
    /// Numbers the keys that the sentences have at least `cutoff` times.
    pub(super) fn count(sentences: &[Labelled], classes: &Classes, cutoff: u8) -> Self {
        let mut counts = vec![0u8; 1 << KEY_BITS];
        for sentence in sentences {
            each_key(&sentence.words, classes, |_, key| {
                let count = &mut counts[key as usize];
                *count = count.saturating_add(1);
            });
        }
        let mut numbers = vec![NONE; counts.len()];
        let mut keys = Vec::new();
        for (block, counts) in counts.chunks_exact(BLOCK).enumerate() {
            // Most of the table is empty.
            if *counts == [0; BLOCK] {
                continue;
            }
            for (at, _) in counts.iter().enumerate().filter(|(_, count)| **count >= cutoff) {
                let key = block * BLOCK + at;
                numbers[key] = keys.len() as u32;
                keys.push(key as u32);
            }
        }
        Self { numbers, keys }
    }

    /// The features of one sentence.
    pub(super) fn of(&self, sentence: &Labelled, classes: &Classes) -> Numbered {
        let mut numbered = Numbered { features: Vec::new(), ends: vec![0; sentence.words.len()] };
        each_key(&sentence.words, classes, |at, key| {
            let number = self.numbers[key as usize];
            if number != NONE {
                numbered.features.push(number);
            }
            numbered.ends[at] = numbered.features.len() as u32;
        });
        // A word that was not asked about has no features: its end is that of the word before.
        let mut end = 0;
        for word in &mut numbered.ends {
            end = end.max(*word);
            *word = end;
        }
        numbered
    }

    /// Gives only the features in `keep` a number, anew; gives the new number of each old one.
    pub(super) fn shrink(&mut self, keep: impl Fn(usize) -> bool) -> Vec<Option<u32>> {
        let mut kept = Vec::with_capacity(self.keys.len());
        let mut keys = Vec::new();
        for (number, &key) in self.keys.iter().enumerate() {
            let new = keep(number).then_some(keys.len() as u32);
            kept.push(new);
            self.numbers[key as usize] = new.unwrap_or(NONE);
            if new.is_some() {
                keys.push(key);
            }
        }
        self.keys = keys;
        kept
    }
}

impl Numbered {
    /// The same sentence with the features that `kept` numbers anew.
    #[must_use]
    pub(super) fn shrunk(&self, kept: &[Option<u32>]) -> Self {
        let mut small = Self::default();
        for features in self.words() {
            small.features.extend(features.iter().filter_map(|&f| kept[f as usize]));
            small.ends.push(small.features.len() as u32);
        }
        small
    }
}
