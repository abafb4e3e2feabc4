//! Text to blocks: which stretches are the article, and which are the page around it.
//!
//! Takes a decoded text, gives a [`Page`]: the text that every later offset counts into, its
//! blocks and the metadata. Invariant: blocks are sorted, disjoint and cover every non-blank
//! character; boilerplate stays in the text with `keep: false`.

mod classify;
mod ends;
mod headline;
mod html;
mod lines;
mod metadata;
mod phrases;
mod piece;
mod reason;
mod segment;
mod shape;

pub use metadata::Metadata;
pub use reason::Reason;

use crate::confidence::Permille;
use crate::span::ByteSpan;
use crate::text::{Decoded, InputKind};
use crate::warning::{Warning, WarningCode};
use classify::Verdict;
use metadata::visible;
use piece::Piece;

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
    /// Headline, byline, date, site, language.
    pub metadata: Metadata,
    /// What could not be read.
    pub warnings: Vec<Warning>,
}

/// Cuts a text into blocks and says which of them are the article.
#[must_use]
pub fn read(decoded: Decoded) -> Page {
    match decoded.kind {
        InputKind::Html => read_html(decoded),
        InputKind::Text => read_text(decoded),
    }
}

fn read_html(decoded: Decoded) -> Page {
    let mut warnings = decoded.warnings;
    let tree = html::parse(&decoded.text, false);
    let article = metadata::json_ld::read(&tree.json_ld);
    let mut metadata = metadata::of_head(&tree, &article);
    let mut pieces = html::pieces(&tree);
    let title = headline::like_title(&tree.text, &pieces, metadata.headline.as_deref());
    let container = html::container::mark(&tree, &mut pieces, title);
    html::sections::mark(&tree, &mut pieces, container);
    let headline = headline::of_page(&tree.text, &pieces, metadata.headline.as_deref());
    fill(&mut metadata, &tree.text, &pieces, headline);
    let context = classify::Context { headline, byline: metadata.byline.as_deref(), spaced: false };
    let verdicts = classify::page(&tree.text, &pieces, context);
    if tree.flattened {
        warnings.push(Warning {
            code: WarningCode::NestingFlattened,
            message: "Elements nested very deeply were read as if they were not.".to_owned(),
            span: ByteSpan::default(),
        });
    }
    finish(tree.text, pieces, verdicts, metadata, warnings)
}

fn read_text(decoded: Decoded) -> Page {
    let text = decoded.text;
    let mut pieces = lines::cut(&text);
    let spaced = segment::mark(&text, &mut pieces);
    let headline = headline::of_text(&text, &pieces);
    let mut metadata = Metadata::default();
    fill(&mut metadata, &text, &pieces, headline);
    let context = classify::Context { headline, byline: metadata.byline.as_deref(), spaced };
    let verdicts = classify::page(&text, &pieces, context);
    finish(text, pieces, verdicts, metadata, decoded.warnings)
}

/// Adds what only the visible text says.
fn fill(metadata: &mut Metadata, text: &str, pieces: &[Piece], headline: Option<usize>) {
    if let Some(at) = headline.filter(|_| metadata.headline.is_none()) {
        metadata.headline = Some(pieces[at].span.of(text).to_owned());
    }
    let head = headline.map_or(0, |at| at.saturating_sub(HEAD_PIECES));
    let near = pieces.iter().skip(head).take(3 * HEAD_PIECES).map(|piece| piece.span.of(text));
    if metadata.byline.is_none() {
        let line = near.clone().find(|line| visible::is_byline(line));
        metadata.byline = line.and_then(visible::byline_name);
    }
    if metadata.published.is_none() {
        let mut stamps = near.filter(|line| visible::is_timestamp(line));
        metadata.published = stamps.find_map(metadata::day::find);
    }
}

/// How far from the headline byline and date are looked for, in pieces.
const HEAD_PIECES: usize = 12;

fn finish(
    text: String,
    pieces: Vec<Piece>,
    verdicts: Vec<Verdict>,
    metadata: Metadata,
    mut warnings: Vec<Warning>,
) -> Page {
    let blocks = blocks(&pieces, &verdicts);
    let warn = |code, message: &str| Warning {
        code,
        message: message.to_owned(),
        span: ByteSpan::default(),
    };
    if pieces.is_empty() {
        warnings.push(warn(WarningCode::Empty, "There is no text to read."));
    } else if !blocks.iter().any(|b| b.keep && b.role != Role::Headline) {
        warnings.push(warn(WarningCode::NoArticle, "Nothing here looks like an article."));
    }
    Page { text, blocks, metadata, warnings }
}

fn blocks(pieces: &[Piece], verdicts: &[Verdict]) -> Vec<Block> {
    let block = |(piece, verdict): (&Piece, &Verdict)| Block {
        span: piece.span,
        role: verdict.role,
        keep: verdict.keep,
        reason: verdict.reason,
        confidence: verdict.confidence,
    };
    pieces.iter().zip(verdicts).map(block).collect()
}
