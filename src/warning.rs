//! What a step could not do, in a code for programs and a sentence for people.

use crate::span::ByteSpan;

/// The kinds of warning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WarningCode {
    /// Bytes that are not valid in the encoding became U+FFFD.
    InvalidBytes,
    /// The encoding label that the caller or the page named is unknown.
    UnknownEncoding,
    /// Elements nested deeper than the cap were flattened; their text is all there.
    NestingFlattened,
    /// Nothing to read: the input is empty or blank.
    Empty,
    /// No block looks like an article.
    NoArticle,
    /// Two sources name different days of publication.
    DaysDiffer,
    /// The article is not in English, so only what holds in any language was tagged.
    NotEnglish,
}

impl WarningCode {
    /// The code as it stands in the document.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::InvalidBytes => "invalid-bytes",
            Self::UnknownEncoding => "unknown-encoding",
            Self::NestingFlattened => "nesting-flattened",
            Self::Empty => "empty",
            Self::NoArticle => "no-article",
            Self::DaysDiffer => "days-differ",
            Self::NotEnglish => "not-english",
        }
    }
}

/// One warning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// What kind it is.
    pub code: WarningCode,
    /// A sentence for the reader.
    pub message: String,
    /// Where in the document's text, in bytes; empty at 0 where it concerns the whole.
    pub span: ByteSpan,
}
