//! Ranges of text, typed by their unit: bytes inside the core, code points or UTF-16 units outside.

use std::ops::Range;

/// A half-open range of UTF-8 bytes of one text, on character boundaries; `start <= end`.
///
/// ```
/// let span = copydesk::span::ByteSpan::new(0, 4);
/// assert_eq!(span.of("Kyiv said"), "Kyiv");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ByteSpan {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset after the last byte.
    pub end: usize,
}

impl ByteSpan {
    /// The span from byte `start` to byte `end`, the latter excluded.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span runs forwards");
        Self { start, end }
    }

    /// The bytes of `text` this span names. The span must lie on character boundaries of `text`.
    #[must_use]
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start..self.end]
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.end - self.start
    }

    /// Whether the span holds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside this span.
    #[must_use]
    pub fn contains(&self, other: ByteSpan) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub fn overlaps(&self, other: ByteSpan) -> bool {
        self.start < other.end && other.start < self.end
    }
}

impl From<Range<usize>> for ByteSpan {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// The unit in which offsets are given to the outside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OffsetUnit {
    /// Unicode scalar values, as Python and most annotation formats count.
    #[default]
    CodePoint,
    /// UTF-16 code units, as JavaScript counts.
    Utf16,
}

impl OffsetUnit {
    /// The unit as it stands in the document.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::CodePoint => "codepoint",
            Self::Utf16 => "utf16",
        }
    }
}

/// Converts byte offsets of one text into another unit, in constant time a look-up.
///
/// Keeps the converted offset of every 64th byte and counts from there, so that the table is
/// a sixteenth of the text.
#[derive(Debug)]
pub struct OffsetTable<'t> {
    text: &'t str,
    unit: OffsetUnit,
    marks: Vec<u32>,
}

/// Bytes between two remembered offsets.
const STRIDE: usize = 64;

impl<'t> OffsetTable<'t> {
    /// A table for `text`, answering in `unit`.
    #[must_use]
    pub fn new(text: &'t str, unit: OffsetUnit) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut count = 0;
        for (at, &byte) in text.as_bytes().iter().enumerate() {
            if at % STRIDE == 0 {
                marks.push(count);
            }
            count += units_begun(byte, unit);
        }
        if text.len().is_multiple_of(STRIDE) {
            marks.push(count);
        }
        Self { text, unit, marks }
    }

    /// The offset, in the table's unit, of byte `at`, which must be a character boundary or the end.
    #[must_use]
    pub fn convert(&self, at: usize) -> u32 {
        let mark = at / STRIDE;
        let counted = &self.text.as_bytes()[mark * STRIDE..at];
        self.marks[mark] + counted.iter().map(|&b| units_begun(b, self.unit)).sum::<u32>()
    }
}

/// How many units begin at this byte: continuation bytes begin none, and a four-byte character
/// is two UTF-16 units.
fn units_begun(byte: u8, unit: OffsetUnit) -> u32 {
    match byte {
        0x80..=0xBF => 0,
        0xF0.. if unit == OffsetUnit::Utf16 => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn converts_every_boundary(text in "\\PC{0,200}") {
            let points = OffsetTable::new(&text, OffsetUnit::CodePoint);
            let units = OffsetTable::new(&text, OffsetUnit::Utf16);
            for (count, (at, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(points.convert(at) as usize, count);
                prop_assert_eq!(units.convert(at) as usize, text[..at].encode_utf16().count());
            }
            prop_assert_eq!(points.convert(text.len()) as usize, text.chars().count());
        }
    }
}
