//! The published JSON form of a document.
//!
//! The only place that names its fields; see the tests for the exact shape. `sources` names where
//! each piece of metadata that is there was found: `"sources":{"headline":"json-ld"}`; the codes
//! are those of [`crate::blocks::Source`]. The package's TypeScript is written from these structs
//! (`types.rs`); what they hold as a code has its type there.

use super::Document;
use crate::blocks::{Metadata, Role, Sourced};
use crate::span::{ByteSpan, OffsetTable, OffsetUnit};
use serde::Serialize;

/// What is in one article. Offsets count into `text`; ends are exclusive.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "AnnotationDocument"))]
pub(super) struct JsonDocument<'d> {
    #[cfg_attr(test, ts(type = "\"copydesk/1\""))]
    format: &'static str,
    id: &'d str,
    #[cfg_attr(test, ts(type = "InputKind"))]
    input: &'static str,
    /// What the offsets count: Unicode code points or UTF-16 units, as JavaScript's strings do.
    #[cfg_attr(test, ts(type = "OffsetUnit"))]
    offset_unit: &'static str,
    headline: Option<&'d str>,
    byline: Option<&'d str>,
    /// `YYYY-MM-DD`.
    published: Option<&'d str>,
    site: Option<&'d str>,
    /// Code such as `en`.
    language: Option<&'d str>,
    sources: Sources,
    /// For text input the input itself; for HTML the visible text, blocks parted by a blank line.
    text: &'d str,
    /// Sorted, disjoint, covering every non-blank character.
    blocks: Vec<JsonBlock>,
    /// Sorted and disjoint.
    entities: Vec<JsonEntity<'d>>,
    /// Every entity is in exactly one.
    clusters: Vec<JsonCluster<'d>>,
    /// Sorted by start.
    quotes: Vec<JsonQuote>,
    /// One for each date entity that has a value.
    dates: Vec<JsonDate<'d>>,
    warnings: Vec<JsonWarning<'d>>,
}

/// Where each piece of metadata that is there was found.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Sources {
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "Source"))]
    headline: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "Source"))]
    byline: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "Source"))]
    published: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "Source"))]
    site: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "Source"))]
    language: Option<&'static str>,
}

impl From<&Metadata> for Sources {
    fn from(metadata: &Metadata) -> Self {
        let code = |value: &Option<Sourced>| Some(value.as_ref()?.source.as_str());
        Self {
            headline: code(&metadata.headline),
            byline: code(&metadata.byline),
            published: code(&metadata.published),
            site: code(&metadata.site),
            language: code(&metadata.language),
        }
    }
}

/// A paragraph, a heading, a piece of boilerplate.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "Block"))]
pub(super) struct JsonBlock {
    start: u32,
    end: u32,
    #[cfg_attr(test, ts(type = "Role"))]
    role: &'static str,
    /// Whether it belongs to the article.
    keep: bool,
    #[cfg_attr(test, ts(type = "Reason"))]
    reason: &'static str,
    /// 0 to 1.
    confidence: f64,
}

/// One mention of something.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "Entity"))]
pub(super) struct JsonEntity<'d> {
    id: String,
    start: u32,
    end: u32,
    text: &'d str,
    #[cfg_attr(test, ts(type = "Label"))]
    label: &'static str,
    /// Id of its cluster.
    cluster: Option<String>,
    /// 0 to 1.
    confidence: f64,
    /// The evidence in words.
    why: &'d str,
}

/// Mentions of one person, place or thing.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "Cluster"))]
pub(super) struct JsonCluster<'d> {
    id: String,
    name: &'d str,
    #[cfg_attr(test, ts(type = "Label"))]
    label: &'static str,
    /// Ids of its entities.
    mentions: Vec<String>,
    /// Other spellings that occur, without `name`.
    variants: &'d [String],
    /// What the article calls it, such as `mayor of Lisbon`.
    roles: &'d [String],
    /// The evidence in words.
    why: &'d str,
}

/// A place in the text.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "Span"))]
pub(super) struct JsonSpan {
    start: u32,
    end: u32,
}

/// A quotation: `start` to `end` is what is said, with quotation marks where it has them.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "Quote"))]
pub(super) struct JsonQuote {
    id: String,
    start: u32,
    end: u32,
    #[cfg_attr(test, ts(type = "QuoteKind"))]
    kind: &'static str,
    /// The word that says so, such as `said`.
    cue: Option<JsonSpan>,
    /// The words that name who said it.
    source: Option<JsonSpan>,
    /// Id of the cluster of who said it.
    speaker: Option<String>,
    /// 0 to 1.
    confidence: f64,
}

/// The value of a date entity.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "DateValue"))]
pub(super) struct JsonDate<'d> {
    /// Id of the entity.
    entity: String,
    /// ISO 8601, as exact as the text.
    value: &'d str,
    #[cfg_attr(test, ts(type = "Granularity"))]
    granularity: &'d str,
    /// The evidence in words.
    why: &'d str,
}

/// What went wrong or needs a look.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "Warning"))]
pub(super) struct JsonWarning<'d> {
    /// Code such as `no-article-paywall`.
    code: &'static str,
    message: &'d str,
    start: u32,
    end: u32,
}

/// The article alone.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "Extract"))]
pub(super) struct JsonExtract<'d> {
    id: &'d str,
    headline: Option<&'d str>,
    byline: Option<&'d str>,
    /// `YYYY-MM-DD`.
    published: Option<&'d str>,
    site: Option<&'d str>,
    /// Code such as `en`.
    language: Option<&'d str>,
    /// The kept body: paragraphs parted by a blank line.
    article_body: String,
}

impl Document {
    /// The annotation document as JSON on one line, offsets in `unit`.
    #[must_use]
    pub fn to_json(&self, unit: OffsetUnit) -> String {
        let table = OffsetTable::new(&self.text, unit);
        let span =
            |s: ByteSpan| JsonSpan { start: table.convert(s.start), end: table.convert(s.end) };
        let mut cluster_of = vec![None; self.entities.len()];
        for (index, cluster) in self.clusters.iter().enumerate() {
            for &mention in &cluster.mentions {
                cluster_of[mention] = Some(index);
            }
        }
        let document = JsonDocument {
            format: "copydesk/1",
            id: &self.id,
            input: self.input.as_str(),
            offset_unit: unit.as_str(),
            headline: self.metadata.headline.as_deref(),
            byline: self.metadata.byline.as_deref(),
            published: self.metadata.published.as_deref(),
            site: self.metadata.site.as_deref(),
            language: self.metadata.language.as_deref(),
            sources: Sources::from(&self.metadata),
            text: &self.text,
            blocks: self
                .blocks
                .iter()
                .map(|b| {
                    let JsonSpan { start, end } = span(b.span);
                    JsonBlock {
                        start,
                        end,
                        role: b.role.as_str(),
                        keep: b.keep,
                        reason: b.reason.as_str(),
                        confidence: b.confidence.as_fraction(),
                    }
                })
                .collect(),
            entities: self
                .entities
                .iter()
                .enumerate()
                .map(|(index, e)| {
                    let JsonSpan { start, end } = span(e.span);
                    JsonEntity {
                        id: id('e', index),
                        start,
                        end,
                        text: e.span.of(&self.text),
                        label: e.label.as_str(),
                        cluster: cluster_of[index].map(cluster_id),
                        confidence: e.confidence.as_fraction(),
                        why: &e.why,
                    }
                })
                .collect(),
            clusters: self
                .clusters
                .iter()
                .enumerate()
                .map(|(index, c)| JsonCluster {
                    id: cluster_id(index),
                    name: &c.name,
                    label: c.label.as_str(),
                    mentions: c.mentions.iter().map(|m| id('e', *m)).collect(),
                    variants: &c.variants,
                    roles: &c.roles,
                    why: &c.why,
                })
                .collect(),
            quotes: self
                .quotes
                .iter()
                .enumerate()
                .map(|(index, q)| {
                    let JsonSpan { start, end } = span(q.span);
                    JsonQuote {
                        id: id('q', index),
                        start,
                        end,
                        kind: q.kind.as_str(),
                        cue: q.cue.map(span),
                        source: q.source.map(span),
                        speaker: q.speaker.map(cluster_id),
                        confidence: q.confidence.as_fraction(),
                    }
                })
                .collect(),
            dates: self
                .dates
                .iter()
                .map(|d| JsonDate {
                    entity: id('e', d.entity),
                    value: &d.value,
                    granularity: d.granularity.as_str(),
                    why: &d.why,
                })
                .collect(),
            warnings: self
                .warnings
                .iter()
                .map(|w| {
                    let JsonSpan { start, end } = span(w.span);
                    JsonWarning { code: w.code.as_str(), message: &w.message, start, end }
                })
                .collect(),
        };
        to_line(&document)
    }

    /// Metadata and the article's text alone, as JSON on one line.
    #[must_use]
    pub fn to_extract_json(&self) -> String {
        to_line(&JsonExtract {
            id: &self.id,
            headline: self.metadata.headline.as_deref(),
            byline: self.metadata.byline.as_deref(),
            published: self.metadata.published.as_deref(),
            site: self.metadata.site.as_deref(),
            language: self.metadata.language.as_deref(),
            article_body: self.article_body(),
        })
    }

    /// The kept body: paragraphs parted by a blank line, without headline, byline, dateline or
    /// caption.
    #[must_use]
    pub fn article_body(&self) -> String {
        let body = |role: Role| {
            !matches!(role, Role::Headline | Role::Byline | Role::Dateline | Role::Caption)
        };
        let kept = self.blocks.iter().filter(|b| b.keep && body(b.role));
        kept.map(|b| b.span.of(&self.text)).collect::<Vec<_>>().join("\n\n")
    }

    /// Everything kept, headline and byline too, as a reader wants it: blocks parted by a blank
    /// line.
    #[must_use]
    pub fn article_text(&self) -> String {
        let kept = self.blocks.iter().filter(|b| b.keep);
        kept.map(|b| b.span.of(&self.text)).collect::<Vec<_>>().join("\n\n")
    }
}

fn cluster_id(index: usize) -> String {
    id('c', index)
}

/// The letter of what is numbered and its number, which counts from one. Put together by hand: a
/// document has hundreds, and formatting takes three times as long.
fn id(letter: char, index: usize) -> String {
    let mut id = String::with_capacity(8);
    id.push(letter);
    id.push_str(&(index + 1).to_string());
    id
}

fn to_line<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("plain structs with string keys always serialise")
}
