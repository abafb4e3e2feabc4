//! Text to blocks: which stretches are the article, and which are the page around it.
//!
//! Takes a decoded text, gives a [`Page`]: the text that every later offset counts into, its
//! blocks and the metadata. Invariant: blocks are sorted, disjoint and cover every non-blank
//! character; boilerplate stays in the text with `keep: false`.

mod absent;
mod classify;
mod ends;
mod headline;
mod html;
mod lines;
mod metadata;
mod page;
mod phrases;
mod piece;
mod reason;
mod related;
mod segment;
mod shape;

pub use metadata::{Metadata, Source, Sourced};
pub use reason::Reason;

use crate::confidence::Permille;
use crate::span::ByteSpan;
use crate::text::{Decoded, InputKind};
use crate::warning::Warning;

/// What a block is in the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The article's title.
    Headline,
    /// Who wrote it.
    Byline,
    /// Place and day at its head: `MOSCOW, March 14 (Agency) –`.
    Dateline,
    /// Running text.
    Paragraph,
    /// A heading inside the article.
    Heading,
    /// One item of a list.
    ListItem,
    /// A quotation set apart.
    Quote,
    /// Text that belongs to a picture.
    Caption,
    /// Not part of the article.
    Boilerplate,
}

impl Role {
    /// Every role, in the order of its numbers on the page.
    pub const ALL: [Role; 9] = [
        Role::Headline,
        Role::Byline,
        Role::Dateline,
        Role::Paragraph,
        Role::Heading,
        Role::ListItem,
        Role::Quote,
        Role::Caption,
        Role::Boilerplate,
    ];

    /// The role as it stands in the document.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Byline => "byline",
            Self::Dateline => "dateline",
            Self::Paragraph => "paragraph",
            Self::Heading => "heading",
            Self::ListItem => "list-item",
            Self::Quote => "quote",
            Self::Caption => "caption",
            Self::Boilerplate => "boilerplate",
        }
    }
}

/// One block of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands in the text, in bytes, without white space around it.
    pub span: ByteSpan,
    /// What it is.
    pub role: Role,
    /// Whether it belongs to the article.
    pub keep: bool,
    /// Why it was kept or removed.
    pub reason: Reason,
    /// How sure the decision is.
    pub confidence: Permille,
}

/// A text cut into blocks.
#[derive(Clone, Debug)]
pub struct Page {
    /// What every offset counts into.
    pub text: String,
    /// Sorted, disjoint, covering every non-blank character.
    pub blocks: Vec<Block>,
    /// Headline, byline, date, site, language, each with its source.
    pub metadata: Metadata,
    /// What could not be read.
    pub warnings: Vec<Warning>,
}

/// Cuts a text into blocks and says which of them are the article.
///
/// ```
/// use copydesk::{blocks, text};
/// let source = b"<nav><a href=/>Home</a></nav><p>The bridge was opened on Monday by the mayor.</p>";
/// let page = blocks::read(text::decode(source, None, None));
/// assert_eq!(page.text, "Home\n\nThe bridge was opened on Monday by the mayor.");
/// assert_eq!(page.blocks.iter().map(|b| b.keep).collect::<Vec<_>>(), [false, true]);
/// ```
#[must_use]
pub fn read(decoded: Decoded) -> Page {
    match decoded.kind {
        InputKind::Html => page::of_html(decoded),
        InputKind::Text => page::of_text(decoded),
    }
}

/// Cuts a plain text into its paragraphs and keeps all of them: for text that is known to hold
/// nothing else.
///
/// ```
/// let blocks = copydesk::blocks::paragraphs("One.\n\nTwo.");
/// assert_eq!(blocks.iter().map(|b| b.span.start).collect::<Vec<_>>(), [0, 6]);
/// ```
#[must_use]
pub fn paragraphs(text: &str) -> Vec<Block> {
    let kept = |span| Block {
        span,
        role: Role::Paragraph,
        keep: true,
        reason: Reason::Article,
        confidence: Permille(1000),
    };
    lines::spans(text).into_iter().map(kept).collect()
}
