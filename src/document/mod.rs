//! The annotation document: what every other program, the page among them, gets to see.
//!
//! Takes bytes and [`Options`], runs the steps in order, and gives a [`Document`] in byte
//! offsets of its own text. [`json`] writes it in the published form.
//! Invariant: blocks and entities are sorted and disjoint, and blocks cover every non-blank
//! character of the text, so that nothing the reader pasted is lost.

pub mod json;
#[cfg(test)]
mod types;

pub use crate::confidence::Permille;
pub use crate::warning::{Warning, WarningCode};

use crate::blocks::{self, Block, Metadata, Page, Reason, Role, Source, Sourced};
use crate::clusters::{self, Cluster};
use crate::dates::{self, DateValue};
use crate::entities::own::OwnNames;
use crate::entities::{self, Entity};
use crate::language;
use crate::quotes::{self, Quote};
use crate::span::ByteSpan;
use crate::text::{self, InputKind};
use crate::tokens;
use std::sync::Arc;

/// What the caller knows about the input.
#[derive(Clone, Debug, Default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Options {
    /// Name of the article, for the document's `id`.
    pub id: String,
    /// HTML or text; without it the bytes decide.
    #[cfg_attr(test, ts(type = "InputKind"))]
    pub input: Option<InputKind>,
    /// Encoding label such as `windows-1252` that overrides what the bytes say.
    #[cfg_attr(test, ts(type = "string"))]
    pub encoding: Option<String>,
    /// Day of publication, `YYYY-MM-DD`, where the article does not say.
    #[cfg_attr(test, ts(type = "string"))]
    pub published: Option<String>,
    /// Report entities inside removed blocks too.
    pub keep_all: bool,
    /// Indexes of blocks that the reader keeps, whatever was decided.
    pub restored: Vec<usize>,
    /// Indexes of blocks that the reader removes; one that is in both lists is removed.
    pub removed: Vec<usize>,
    /// Names and patterns that go before everything else; read once, used for every article.
    #[cfg_attr(test, ts(skip))]
    pub own: Arc<OwnNames>,
}

/// One annotated article. All spans are bytes of [`Document::text`].
#[derive(Clone, Debug)]
pub struct Document {
    /// Name of the article.
    pub id: String,
    /// How the input was read.
    pub input: InputKind,
    /// Headline, byline, date, site and language, each with where it was found.
    pub metadata: Metadata,
    /// For text input the input itself; for HTML the visible text, blocks parted by a blank line.
    pub text: String,
    /// Sorted, disjoint, covering every non-blank character.
    pub blocks: Vec<Block>,
    /// Sorted and disjoint.
    pub entities: Vec<Entity>,
    /// Every entity belongs to exactly one cluster; mentions index into `entities`.
    pub clusters: Vec<Cluster>,
    /// Sorted by start.
    pub quotes: Vec<Quote>,
    /// One for each date entity that has a value, in the entities' order.
    pub dates: Vec<DateValue>,
    /// What went wrong or needs a look.
    pub warnings: Vec<Warning>,
}

/// Runs every step over one article.
///
/// ```
/// let document = copydesk::annotate(b"Kyiv, March 14 - Ukraine agreed.", &Default::default());
/// assert_eq!(document.text, "Kyiv, March 14 - Ukraine agreed.");
/// ```
#[must_use]
pub fn annotate(bytes: &[u8], options: &Options) -> Document {
    let mut document = extract(bytes, options);
    let foreign = document.warnings.iter().any(|w| w.code == WarningCode::NotEnglish);
    let (text, blocks, own) = (&document.text, &document.blocks, &*options.own);
    let sentences = tokens::sentences(text, blocks);
    let entities = if foreign {
        entities::tag_foreign(text, blocks, &sentences, options.keep_all, own)
    } else {
        entities::tag(text, blocks, &sentences, options.keep_all, own)
    };
    let clusters = clusters::link(text, blocks, &sentences, &entities);
    // Cues and sources are English words.
    let quotes = if foreign {
        Vec::new()
    } else {
        quotes::attribute(text, blocks, &sentences, &entities, &clusters)
    };
    let dates = dates::resolve(text, &entities, document.metadata.published.as_deref());
    document.entities = entities;
    document.clusters = clusters;
    document.quotes = quotes;
    document.dates = dates;
    document
}

/// Tags a plain text as it stands: nothing is removed, linked or attributed. For text that is known
/// to be an article, or a part of one. Spans are bytes of `text`.
///
/// ```
/// let entities = copydesk::tag("Ukraine agreed on March 14.", &Default::default());
/// assert_eq!(entities.iter().map(|e| e.label.as_str()).collect::<Vec<_>>(), ["GPE", "DATE"]);
/// ```
#[must_use]
pub fn tag(text: &str, own: &OwnNames) -> Vec<Entity> {
    let blocks = blocks::paragraphs(text);
    let sentences = tokens::sentences(text, &blocks);
    if language::tell(text, &blocks).is_some_and(|told| !told.is_english()) {
        entities::tag_foreign(text, &blocks, &sentences, true, own)
    } else {
        entities::tag(text, &blocks, &sentences, true, own)
    }
}

/// Overrules what was decided of blocks. A block that is as the reader wants it stays as it is.
fn overrule(blocks: &mut [Block], indexes: &[usize], keep: bool) {
    for &index in indexes {
        let Some(block) = blocks.get_mut(index).filter(|block| block.keep != keep) else {
            continue;
        };
        block.keep = keep;
        block.role = if keep { Role::Paragraph } else { Role::Boilerplate };
        block.reason = Reason::Reader;
        block.confidence = Permille(1000);
    }
}

/// Notes the language that the text is written in, and warns where it is not English.
fn tell_language(page: &mut Page) {
    let said = page.metadata.language.as_deref().and_then(|tag| tag.split('-').next());
    let told = language::tell(&page.text, &page.blocks);
    let name = match (told, said) {
        (Some(told), _) if told.is_english() => None,
        (Some(told), _) => Some(told.name),
        (None, None | Some("en")) => None,
        (None, Some(_)) => Some("another language"),
    };
    // What a page says of itself is often its template's language; the text knows better.
    if let Some(told) = told.filter(|told| said != Some(told.code)) {
        page.metadata.language = Some(Sourced::new(told.code, Source::Text));
    }
    if let Some(name) = name {
        page.warnings.push(Warning {
            code: WarningCode::NotEnglish,
            message: format!(
                "This seems to be in {name}. Copydesk reads English: only listed names, figures \
                 and dates in figures are marked."
            ),
            span: ByteSpan::default(),
        });
    }
}

/// Runs the first steps alone: text, blocks and metadata, and nothing tagged.
///
/// ```
/// let document = copydesk::extract(b"<p>The bridge was opened on Monday.</p>", &Default::default());
/// assert_eq!(document.article_body(), "The bridge was opened on Monday.");
/// ```
#[must_use]
pub fn extract(bytes: &[u8], options: &Options) -> Document {
    let decoded = text::decode(bytes, options.input, options.encoding.as_deref());
    let input = decoded.kind;
    let mut page = blocks::read(decoded);
    tell_language(&mut page);
    overrule(&mut page.blocks, &options.restored, true);
    overrule(&mut page.blocks, &options.removed, false);
    if page.metadata.published.is_none() {
        let told = options.published.as_deref();
        page.metadata.published = told.map(|day| Sourced::new(day, Source::Caller));
    }
    Document {
        id: options.id.clone(),
        input,
        metadata: page.metadata,
        text: page.text,
        blocks: page.blocks,
        entities: Vec::new(),
        clusters: Vec::new(),
        quotes: Vec::new(),
        dates: Vec::new(),
        warnings: page.warnings,
    }
}
