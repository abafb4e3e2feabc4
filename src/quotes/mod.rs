//! Quotations and who said them.
//!
//! Takes text, entities and clusters, gives [`Quote`]s sorted by start.

use crate::blocks::Block;
use crate::clusters::Cluster;
use crate::confidence::Permille;
use crate::entities::Entity;
use crate::span::ByteSpan;
use crate::tokens::Sentence;

/// How the words are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteKind {
    /// In quotation marks.
    Direct,
    /// In the writer's words.
    Indirect,
    /// In the writer's words with a quoted part.
    Mixed,
}

impl QuoteKind {
    /// The kind as it stands in the document.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
            Self::Mixed => "mixed",
        }
    }
}

/// One quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The content, in bytes; for a direct quotation with its marks.
    pub span: ByteSpan,
    /// Direct, indirect or mixed.
    pub kind: QuoteKind,
    /// The word that says so, such as `said`.
    pub cue: Option<ByteSpan>,
    /// The words that name who said it.
    pub source: Option<ByteSpan>,
    /// Index of the speaker's cluster.
    pub speaker: Option<usize>,
    /// How sure the attribution is.
    pub confidence: Permille,
}

/// Finds the quotations of a text and their speakers.
#[must_use]
pub fn attribute(
    _text: &str,
    _blocks: &[Block],
    _sentences: &[Sentence],
    _entities: &[Entity],
    _clusters: &[Cluster],
) -> Vec<Quote> {
    Vec::new()
}
