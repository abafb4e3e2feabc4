//! Words to classes: which words are used alike.
//!
//! Takes a lower-case word, gives its class at three grains, cut from word vectors.
//! Invariant: a word that is not listed has the class 0 at every grain.

use super::format::{ModelError, Reader};

/// The class of one word at three grains; 0 is unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct WordClass {
    fine: u16,
    middle: u16,
    coarse: u16,
}

impl WordClass {
    /// Stands for the places outside a sentence.
    pub(crate) const OUTSIDE: Self = Self { fine: u16::MAX, middle: u16::MAX, coarse: u16::MAX };

    /// Whether it is a class at all.
    pub(crate) fn is_known(self) -> bool {
        self != Self::default()
    }

    /// The finest class.
    pub(crate) fn fine(self) -> u32 {
        u32::from(self.fine)
    }

    /// The class between.
    pub(crate) fn middle(self) -> u32 {
        u32::from(self.middle)
    }

    /// The coarsest class.
    pub(crate) fn coarse(self) -> u32 {
        u32::from(self.coarse)
    }
}

/// The table of classes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Classes {
    /// Truncated hashes and fine classes, by hash.
    pub(crate) words: Vec<(u32, u16)>,
    /// First entry of each stretch of `words`.
    starts: Vec<u32>,
    /// Middle and coarse class of each fine class.
    pub(crate) coarser: Vec<(u16, u16)>,
}

/// Bits of a word's hash that are kept.
const HASH_BITS: u32 = 22;
/// Bits that pick the stretch to search.
const START_BITS: u32 = 16;

impl Classes {
    /// Reads the table as it stands in a model file.
    pub(crate) fn read(reader: &mut Reader<'_>) -> Result<Self, ModelError> {
        let count = reader.count()?;
        let middle = reader.planes(count)?;
        let coarse = reader.planes(count)?;
        let hashes = reader.rising()?;
        let classes = reader.planes(hashes.len())?;
        if classes.iter().any(|&class| usize::from(class) >= count)
            || hashes.iter().any(|hash| hash >> HASH_BITS != 0)
        {
            return Err(ModelError::Truncated);
        }
        let words = hashes.into_iter().zip(classes).collect();
        Ok(Self::new(words, middle.into_iter().zip(coarse).collect()))
    }

    /// A table of truncated hashes with their fine class, and of what is coarser than each.
    pub(crate) fn new(mut words: Vec<(u32, u16)>, coarser: Vec<(u16, u16)>) -> Self {
        words.sort_unstable();
        words.dedup_by_key(|w| w.0);
        let mut starts = vec![0; (1 << START_BITS) + 1];
        for &(hash, _) in &words {
            starts[(hash >> (HASH_BITS - START_BITS)) as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        Self { words, starts, coarser }
    }

    fn find(&self, hash: u64) -> Option<WordClass> {
        let hash = truncated(hash);
        let stretch = (hash >> (HASH_BITS - START_BITS)) as usize;
        let (from, to) = (*self.starts.get(stretch)?, *self.starts.get(stretch + 1)?);
        let fine = self.words[from as usize..to as usize].iter().find(|w| w.0 == hash)?.1;
        let (middle, coarse) = self.coarser[fine as usize];
        Some(WordClass { fine, middle, coarse })
    }

    /// The class of a lower-case word of that hash; of what follows its last hyphen where the whole
    /// is not listed.
    pub(crate) fn of(&self, word: u64, last_part: Option<u64>) -> WordClass {
        self.find(word).or_else(|| self.find(last_part?)).unwrap_or_default()
    }
}

/// What is kept of the hash of a word.
pub(crate) fn truncated(hash: u64) -> u32 {
    (hash >> (64 - HASH_BITS)) as u32
}
