//! Text to blocks: which stretches are the article, and which are the page around it.
//!
//! Takes a decoded text, gives a [`Page`]: the text that every later offset counts into, its
//! blocks and the metadata. Invariant: blocks are sorted, disjoint and cover every non-blank
//! character; boilerplate stays in the text with `keep: false`.

use crate::confidence::Permille;
use crate::span::ByteSpan;
use crate::text::Decoded;
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

/// Why a block was kept or removed: a code for programs, a sentence for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Running text inside the article.
    Article,
}

impl Reason {
    /// Every reason, in the order of its numbers on the page.
    pub const ALL: [Reason; 1] = [Reason::Article];

    /// The code as it stands in the document.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Article => "article",
        }
    }

    /// The sentence a reader sees.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Article => "Part of the article",
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

/// What is known about the article as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// The title, without the site's name.
    pub headline: Option<String>,
    /// Who wrote it, without `By`.
    pub byline: Option<String>,
    /// Day of publication, `YYYY-MM-DD`.
    pub published: Option<String>,
    /// Name of the site.
    pub site: Option<String>,
    /// Language tag such as `en`.
    pub language: Option<String>,
}

/// A text cut into blocks.
#[derive(Clone, Debug)]
pub struct Page {
    /// What every offset counts into.
    pub text: String,
    /// Sorted, disjoint, covering every non-blank character.
    pub blocks: Vec<Block>,
    /// Headline, byline, date, site, language.
    pub metadata: Metadata,
    /// What could not be read.
    pub warnings: Vec<Warning>,
}

/// Cuts a text into blocks and says which of them are the article.
#[must_use]
pub fn read(decoded: Decoded) -> Page {
    let text = decoded.text;
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let body = line.trim();
        if !body.is_empty() {
            let at = start + line.len() - line.trim_start().len();
            blocks.push(Block {
                span: ByteSpan::new(at, at + body.len()),
                role: Role::Paragraph,
                keep: true,
                reason: Reason::Article,
                confidence: Permille(500),
            });
        }
        start += line.len();
    }
    Page { text, blocks, metadata: Metadata::default(), warnings: decoded.warnings }
}
