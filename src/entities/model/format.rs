//! The model file: bytes to a [`Model`].
//!
//! Takes the bytes that training wrote, checks magic number, version and checksum, and gives
//! tables that are ready for look-up. Invariant: bytes that are cut short or changed give an
//! error, never a wrong model.

use super::classes::Classes;
use super::shape::mix;
use super::tags::WIDTH;
use super::templates::KEY_BITS;
use std::sync::atomic::{AtomicU64, Ordering};

/// The first bytes of every model file.
pub(crate) const MAGIC: &[u8; 8] = b"CDTAGGER";
/// Counts up with every change of the format or of what the features mean.
pub(crate) const VERSION: u16 = 4;
/// Length of magic number, version and checksum, in bytes.
#[cfg(any(test, feature = "train"))]
pub(crate) const HEADER: usize = 8 + 2 + 8;
/// Knots of the table that turns raw into calibrated probabilities, evenly spaced from 0 to 1.
pub(crate) const KNOTS: usize = 33;

/// Bits that are looked at together where numbers are read.
const WINDOW: u32 = 56;

/// Weights are stored in steps of this many units.
pub(crate) const GRAIN: i8 = 4;

/// One weight for each tag, in units of 1/64.
pub(crate) type Row = [i8; WIDTH];

/// Why a model file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ModelError {
    /// It does not begin with the magic number.
    NotAModel,
    /// Its version is another.
    Version(u16),
    /// Its checksum does not fit its content.
    Checksum,
    /// It ends too early or counts more than it holds.
    Truncated,
}

impl std::fmt::Display for ModelError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotAModel => write!(f, "this is no tagger model"),
            Self::Version(found) => write!(f, "model version {found}, {VERSION} is needed"),
            Self::Checksum => write!(f, "the model's checksum does not fit its content"),
            Self::Truncated => write!(f, "the model ends too early"),
        }
    }
}

/// What training learned.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    /// Tells it from every other that this process has made.
    pub(crate) id: u64,
    /// Classes of words.
    pub(crate) classes: Classes,
    /// From feature key to row.
    pub(crate) index: Index,
    /// The weights of each feature.
    pub(crate) rows: Vec<Row>,
    /// `transitions[a][b]`: tag `b` after tag `a`; the last row stands for the sentence's start.
    pub(crate) transitions: [[i16; WIDTH]; WIDTH],
    /// Calibrated probabilities, in thousandths.
    pub(crate) calibration: [u16; KNOTS],
}

/// A number that no other model has.
pub(crate) fn new_id() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// Rising keys to their places: a bit for every possible key, and how many keys come before each
/// word of bits (Jacobson 1989).
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    bits: Vec<u64>,
    before: Vec<u32>,
}

impl Index {
    /// Takes rising keys.
    pub(crate) fn new(keys: &[u32]) -> Self {
        let mut bits = vec![0u64; 1 << (KEY_BITS - 6)];
        for &key in keys {
            if let Some(bits) = bits.get_mut((key >> 6) as usize) {
                *bits |= 1 << (key & 63);
            }
        }
        let mut count = 0;
        let before = bits.iter().map(|bits| {
            let before = count;
            count += bits.count_ones();
            before
        });
        Self { before: before.collect(), bits }
    }

    /// Whether the key has a place.
    pub(crate) fn has(&self, key: u32) -> bool {
        self.bits.get((key >> 6) as usize).is_some_and(|bits| bits >> (key & 63) & 1 == 1)
    }

    /// The place of a key that has one.
    pub(crate) fn place(&self, key: u32) -> usize {
        let word = (key >> 6) as usize;
        let below = self.bits.get(word).map_or(0, |bits| bits & ((1 << (key & 63)) - 1));
        self.before.get(word).map_or(0, |before| (before + below.count_ones()) as usize)
    }

    /// The place of a key, where it has one.
    pub(crate) fn find(&self, key: u32) -> Option<usize> {
        self.has(key).then(|| self.place(key))
    }
}

/// A hash of eight bytes at a time, which any changed byte changes.
pub(crate) fn checksum(bytes: &[u8]) -> u64 {
    let (eights, rest) = bytes.as_chunks();
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    let words = eights.iter().chain([&last]).map(|&eight| u64::from_le_bytes(eight));
    words.fold(bytes.len() as u64, mix)
}

/// Reads numbers from the front of a slice.
pub(crate) struct Reader<'a>(pub(crate) &'a [u8]);

impl<'a> Reader<'a> {
    pub(crate) fn take(&mut self, count: usize) -> Result<&'a [u8], ModelError> {
        let (head, rest) = self.0.split_at_checked(count).ok_or(ModelError::Truncated)?;
        self.0 = rest;
        Ok(head)
    }

    pub(crate) fn u16(&mut self) -> Result<u16, ModelError> {
        let bytes = self.take(2)?;
        Ok(u16::from_le_bytes([bytes[0], bytes[1]]))
    }

    pub(crate) fn count(&mut self) -> Result<usize, ModelError> {
        let bytes = self.take(4)?;
        Ok(u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]) as usize)
    }

    /// Numbers of two bytes, stored as all low bytes and then all high bytes.
    pub(crate) fn planes(&mut self, count: usize) -> Result<Vec<u16>, ModelError> {
        let low = self.take(count)?;
        let high = self.take(count)?;
        Ok(low.iter().zip(high).map(|(&l, &h)| u16::from_le_bytes([l, h])).collect())
    }

    /// Rising numbers, as Rice codes of their differences.
    pub(crate) fn rising(&mut self) -> Result<Vec<u32>, ModelError> {
        let count = self.count()?;
        let bits = u32::from(self.take(1)?[0]).min(31);
        let length = self.count()?;
        let bytes = self.take(length)?;
        if count > length * 8 {
            return Err(ModelError::Truncated);
        }
        // The next bits from `at` on, the first one lowest: 57 or more.
        let window = |at: usize| {
            let rest = bytes.get(at / 8..).unwrap_or_default();
            let mut eight = [0; 8];
            match rest.first_chunk() {
                Some(whole) => eight = *whole,
                None => eight[..rest.len()].copy_from_slice(rest),
            }
            u64::from_le_bytes(eight) >> (at % 8)
        };
        let mut numbers = Vec::with_capacity(count);
        let (mut at, mut next) = (0, 0u32);
        for _ in 0..count {
            let mut delta = 0u32;
            loop {
                let ones = (!window(at)).trailing_zeros().min(WINDOW);
                delta = delta.wrapping_add(ones);
                at += ones as usize;
                if ones < WINDOW {
                    break;
                }
            }
            // Behind the zero the lower bits, the highest first.
            let low = window(at + 1).reverse_bits().checked_shr(64 - bits).unwrap_or(0);
            at += 1 + bits as usize;
            if at > length * 8 {
                return Err(ModelError::Truncated);
            }
            let number = next.wrapping_add(delta.wrapping_shl(bits) | low as u32);
            numbers.push(number);
            next = number.wrapping_add(1);
        }
        Ok(numbers)
    }
}

impl Model {
    /// Reads a model file.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, ModelError> {
        let mut reader = Reader(bytes);
        if reader.take(MAGIC.len()).ok() != Some(MAGIC) {
            return Err(ModelError::NotAModel);
        }
        let version = reader.u16()?;
        if version != VERSION {
            return Err(ModelError::Version(version));
        }
        let sum = reader.take(8)?;
        if sum != checksum(reader.0).to_le_bytes() {
            return Err(ModelError::Checksum);
        }
        let keys = reader.rising()?;
        let masks = reader.planes(keys.len())?;
        let mut rows = vec![[0; WIDTH]; keys.len()];
        for tag in 0..WIDTH {
            let marked: usize = masks.iter().map(|mask| usize::from(mask >> tag & 1)).sum();
            let weights = reader.take(marked)?;
            let mut at = 0;
            for (row, mask) in rows.iter_mut().zip(&masks) {
                // Without a branch, which could not be foreseen.
                let bit = mask >> tag & 1;
                let weight = weights.get(at).map_or(0, |&weight| weight as i8);
                row[tag] = weight.saturating_mul(GRAIN) * bit as i8;
                at += usize::from(bit);
            }
        }
        let mut transitions = [[0; WIDTH]; WIDTH];
        for cell in transitions.iter_mut().flatten() {
            *cell = reader.u16()? as i16;
        }
        let mut calibration = [0; KNOTS];
        for knot in &mut calibration {
            *knot = reader.u16()?.min(1000);
        }
        let classes = Classes::read(&mut reader)?;
        Ok(Self { id: new_id(), classes, index: Index::new(&keys), rows, transitions, calibration })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_what_is_cut_short_or_changed() {
        let bytes = super::super::BYTES;
        assert!(Model::read(bytes).is_ok());
        assert_eq!(Model::read(b"<html>").err(), Some(ModelError::NotAModel));
        assert_eq!(Model::read(&bytes[..9]).err(), Some(ModelError::Truncated));
        for cut in [HEADER, bytes.len() / 2, bytes.len() - 1] {
            assert_eq!(Model::read(&bytes[..cut]).err(), Some(ModelError::Checksum));
        }
        let mut other = bytes.to_vec();
        other[8] += 1;
        assert_eq!(Model::read(&other).err(), Some(ModelError::Version(VERSION + 1)));
        other[8] -= 1;
        other[HEADER + 40] ^= 1;
        assert_eq!(Model::read(&other).err(), Some(ModelError::Checksum));
    }

    #[test]
    fn a_body_that_counts_more_than_it_holds_is_an_error() {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(VERSION.to_le_bytes());
        let body = [255; 40];
        bytes.extend(checksum(&body).to_le_bytes());
        bytes.extend(body);
        assert_eq!(Model::read(&bytes).err(), Some(ModelError::Truncated));
    }

    #[test]
    fn the_index_finds_what_it_holds_and_nothing_else() {
        let keys: Vec<u32> = (0..2000).map(|n| n * n * 7 % (1 << KEY_BITS)).collect();
        let mut keys = keys;
        keys.sort_unstable();
        keys.dedup();
        let index = Index::new(&keys);
        for (place, &key) in keys.iter().enumerate() {
            assert_eq!(index.find(key), Some(place));
        }
        assert_eq!(index.find(5), None);
        assert_eq!(Index::new(&[]).find(0), None);
    }
}
