//! The published JSON form of a document.
//!
//! The only place that names its fields; see the tests for the exact shape. `sources` names where
//! each piece of metadata that is there was found: `"sources":{"headline":"json-ld"}`; the codes
//! are those of [`crate::blocks::Source`].

use super::Document;
use crate::blocks::{Metadata, Role, Sourced};
use crate::span::{ByteSpan, OffsetTable, OffsetUnit};
use serde::Serialize;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct JsonDocument<'d> {
    format: &'static str,
    id: &'d str,
    input: &'static str,
    offset_unit: &'static str,
    headline: Option<&'d str>,
    byline: Option<&'d str>,
    published: Option<&'d str>,
    site: Option<&'d str>,
    language: Option<&'d str>,
    sources: Sources,
    text: &'d str,
    blocks: Vec<JsonBlock>,
    entities: Vec<JsonEntity<'d>>,
    clusters: Vec<JsonCluster<'d>>,
    quotes: Vec<JsonQuote>,
    dates: Vec<JsonDate<'d>>,
    warnings: Vec<JsonWarning<'d>>,
}

/// Where each piece of metadata that is there was found.
#[derive(Serialize)]
pub(crate) struct Sources {
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    byline: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    site: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
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

#[derive(Serialize)]
struct JsonBlock {
    start: u32,
    end: u32,
    role: &'static str,
    keep: bool,
    reason: &'static str,
    confidence: f64,
}

#[derive(Serialize)]
struct JsonEntity<'d> {
    id: String,
    start: u32,
    end: u32,
    text: &'d str,
    label: &'static str,
    cluster: Option<String>,
    confidence: f64,
    why: &'d str,
}

#[derive(Serialize)]
struct JsonCluster<'d> {
    id: String,
    name: &'d str,
    label: &'static str,
    mentions: Vec<String>,
    variants: &'d [String],
    roles: &'d [String],
    why: &'d str,
}

#[derive(Serialize)]
struct JsonSpan {
    start: u32,
    end: u32,
}

#[derive(Serialize)]
struct JsonQuote {
    id: String,
    start: u32,
    end: u32,
    kind: &'static str,
    cue: Option<JsonSpan>,
    source: Option<JsonSpan>,
    speaker: Option<String>,
    confidence: f64,
}

#[derive(Serialize)]
struct JsonDate<'d> {
    entity: String,
    value: &'d str,
    granularity: &'d str,
    why: &'d str,
}

#[derive(Serialize)]
struct JsonWarning<'d> {
    code: &'static str,
    message: &'d str,
    start: u32,
    end: u32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct JsonExtract<'d> {
    id: &'d str,
    headline: Option<&'d str>,
    byline: Option<&'d str>,
    published: Option<&'d str>,
    site: Option<&'d str>,
    language: Option<&'d str>,
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
            offset_unit: match unit {
                OffsetUnit::CodePoint => "codepoint",
                OffsetUnit::Utf16 => "utf16",
            },
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
                        id: format!("e{}", index + 1),
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
                    mentions: c.mentions.iter().map(|m| format!("e{}", m + 1)).collect(),
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
                        id: format!("q{}", index + 1),
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
                    entity: format!("e{}", d.entity + 1),
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
    format!("c{}", index + 1)
}

fn to_line<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("plain structs with string keys always serialise")
}
