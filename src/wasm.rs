//! The browser's way in: the only module that knows wasm-bindgen.
//!
//! Takes bytes and an options object, gives one flat result: typed arrays for spans, one object
//! for the rest, all offsets in UTF-16 units. `www/src/engine/result.ts` reads it; the strides
//! below are its contract.

mod names;

pub use names::JsOwnNames;

use crate::blocks::{Reason, Role, Source};
use crate::document::json::Sources;
use crate::document::{self, Document, Options, annotate};
use crate::entities::Label;
use crate::span::{ByteSpan, OffsetTable, OffsetUnit};
use crate::text::InputKind;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[derive(Default)]
struct JsOptions {
    id: String,
    input: Option<String>,
    encoding: Option<String>,
    published: Option<String>,
    keep_all: bool,
    /// Indexes of blocks, as [`read`] gave them without these two.
    restored: Vec<usize>,
    removed: Vec<usize>,
}

impl From<JsOptions> for Options {
    fn from(js: JsOptions) -> Self {
        Self {
            id: js.id,
            input: match js.input.as_deref() {
                Some("html") => Some(InputKind::Html),
                Some("text") => Some(InputKind::Text),
                _ => None,
            },
            encoding: js.encoding,
            published: js.published,
            keep_all: js.keep_all,
            restored: js.restored,
            removed: js.removed,
            ..Self::default()
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct JsRest<'d> {
    id: &'d str,
    input: &'static str,
    headline: Option<&'d str>,
    byline: Option<&'d str>,
    published: Option<&'d str>,
    site: Option<&'d str>,
    language: Option<&'d str>,
    sources: Sources,
    clusters: Vec<JsCluster<'d>>,
    dates: Vec<JsDate<'d>>,
    warnings: Vec<JsWarning<'d>>,
}

#[derive(Serialize)]
struct JsCluster<'d> {
    name: &'d str,
    label: usize,
    mentions: &'d [usize],
    variants: &'d [String],
    roles: &'d [String],
    why: &'d str,
}

#[derive(Serialize)]
struct JsDate<'d> {
    entity: usize,
    value: &'d str,
    granularity: &'static str,
    why: &'d str,
}

#[derive(Serialize)]
struct JsWarning<'d> {
    code: &'static str,
    message: &'d str,
    start: u32,
    end: u32,
}

#[derive(Serialize)]
struct JsTables {
    labels: Vec<&'static str>,
    roles: Vec<&'static str>,
    reasons: Vec<JsReason>,
    sources: Vec<JsSource>,
}

#[derive(Serialize)]
struct JsReason {
    code: &'static str,
    sentence: &'static str,
}

#[derive(Serialize)]
struct JsSource {
    code: &'static str,
    phrase: &'static str,
}

/// Stands for "none" in the arrays.
const NONE: u32 = u32::MAX;

/// Runs once when the module is loaded: panics then name themselves in the console.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// The numbers that the arrays of [`read`] use, labels, roles and reasons by index, and the words
/// for the sources of metadata.
///
/// # Errors
/// None in practice; the type is wasm-bindgen's.
#[wasm_bindgen]
pub fn tables() -> Result<JsValue, JsValue> {
    let tables = JsTables {
        labels: Label::ALL.iter().map(|l| l.as_str()).collect(),
        roles: Role::ALL.iter().map(|r| r.as_str()).collect(),
        reasons: Reason::ALL
            .iter()
            .map(|r| JsReason { code: r.as_str(), sentence: r.sentence() })
            .collect(),
        sources: Source::ALL
            .iter()
            .map(|s| JsSource { code: s.as_str(), phrase: s.phrase() })
            .collect(),
    };
    Ok(serde_wasm_bindgen::to_value(&tables)?)
}

/// Annotates one article; `names` go before everything that is found otherwise.
///
/// Gives `{ text, blocks, entities, whys, quotes, rest }`, where
/// `blocks` holds start, end, role, keep, reason, confidence in thousandths for each block;
/// `entities` start, end, label, cluster, confidence for each entity and `whys` a line for each;
/// `quotes` start, end, kind (0 direct, 1 indirect, 2 mixed), cue start, cue end, source start,
/// source end, speaker's cluster, confidence, with 2³²−1 for none.
///
/// # Errors
/// When the options are not an object of the right shape.
#[wasm_bindgen]
pub fn read(bytes: &[u8], options: JsValue, names: &JsOwnNames) -> Result<JsValue, JsValue> {
    let document = annotate(bytes, &names.with(options_from(options)?));
    let result = js_sys::Object::new();
    let set = |name: &str, value: JsValue| {
        // Setting a field of a plain object cannot fail.
        let _ = js_sys::Reflect::set(&result, &name.into(), &value);
    };
    let table = OffsetTable::new(&document.text, OffsetUnit::Utf16);
    set("text", JsValue::from_str(&document.text));
    set("blocks", js_sys::Uint32Array::from(&block_numbers(&document, &table)[..]).into());
    set("entities", js_sys::Uint32Array::from(&entity_numbers(&document, &table)[..]).into());
    let whys: Vec<_> = document.entities.iter().map(|e| e.why.as_str()).collect();
    // One string crosses the boundary much faster than one for each entity.
    set("whys", JsValue::from_str(&whys.join("\n")));
    set("quotes", js_sys::Uint32Array::from(&quote_numbers(&document, &table)[..]).into());
    set("rest", serde_wasm_bindgen::to_value(&rest(&document, &table))?);
    Ok(result.into())
}

/// Tags a plain text as it stands, as [`document::tag`] does: start, end, label and confidence in
/// thousandths of each entity, in UTF-16 units.
#[wasm_bindgen]
#[must_use]
pub fn tag(text: &str, names: &JsOwnNames) -> Vec<u32> {
    let table = OffsetTable::new(text, OffsetUnit::Utf16);
    let numbers = document::tag(text, names.own()).into_iter().flat_map(|e| {
        let (start, end) = (table.convert(e.span.start), table.convert(e.span.end));
        [start, end, e.label as u32, u32::from(e.confidence.0)]
    });
    numbers.collect()
}

/// The annotation document of one article as JSON, with offsets in code points or, with
/// `utf16`, in UTF-16 units; the bytes are those of the command line.
///
/// # Errors
/// When the options are not an object of the right shape.
#[wasm_bindgen(js_name = annotateJson)]
pub fn annotate_json(
    bytes: &[u8],
    options: JsValue,
    names: &JsOwnNames,
    utf16: bool,
) -> Result<String, JsValue> {
    let unit = if utf16 { OffsetUnit::Utf16 } else { OffsetUnit::CodePoint };
    Ok(annotate(bytes, &names.with(options_from(options)?)).to_json(unit))
}

/// The article alone, as `copydesk extract` gives it: `{ id, headline, byline, published, site,
/// language, articleBody }`, with `null` for what the page does not say. Tags nothing, and so
/// takes a fraction of the time of [`read`].
///
/// # Errors
/// When the options are not an object of the right shape.
#[wasm_bindgen]
pub fn extract(bytes: &[u8], options: JsValue) -> Result<JsValue, JsValue> {
    let document = document::extract(bytes, &options_from(options)?);
    js_sys::JSON::parse(&document.to_extract_json())
}

fn options_from(options: JsValue) -> Result<Options, JsValue> {
    if options.is_undefined() || options.is_null() {
        return Ok(Options::default());
    }
    Ok(serde_wasm_bindgen::from_value::<JsOptions>(options)?.into())
}

fn index_of<T: PartialEq>(all: &[T], one: &T) -> u32 {
    all.iter().position(|each| each == one).map_or(NONE, |at| at as u32)
}

fn block_numbers(document: &Document, table: &OffsetTable<'_>) -> Vec<u32> {
    let numbers = document.blocks.iter().flat_map(|b| {
        [
            table.convert(b.span.start),
            table.convert(b.span.end),
            index_of(&Role::ALL, &b.role),
            u32::from(b.keep),
            index_of(&Reason::ALL, &b.reason),
            u32::from(b.confidence.0),
        ]
    });
    numbers.collect()
}

fn entity_numbers(document: &Document, table: &OffsetTable<'_>) -> Vec<u32> {
    let mut cluster_of = vec![NONE; document.entities.len()];
    for (index, cluster) in document.clusters.iter().enumerate() {
        for &mention in &cluster.mentions {
            cluster_of[mention] = index as u32;
        }
    }
    let numbers = document.entities.iter().zip(cluster_of).flat_map(|(e, cluster)| {
        [
            table.convert(e.span.start),
            table.convert(e.span.end),
            e.label as u32,
            cluster,
            u32::from(e.confidence.0),
        ]
    });
    numbers.collect()
}

fn quote_numbers(document: &Document, table: &OffsetTable<'_>) -> Vec<u32> {
    let pair = |span: Option<ByteSpan>| match span {
        Some(span) => [table.convert(span.start), table.convert(span.end)],
        None => [NONE, NONE],
    };
    let numbers = document.quotes.iter().flat_map(|q| {
        let [start, end] = pair(Some(q.span));
        let [cue_start, cue_end] = pair(q.cue);
        let [source_start, source_end] = pair(q.source);
        let speaker = q.speaker.map_or(NONE, |s| s as u32);
        let confidence = u32::from(q.confidence.0);
        [
            start,
            end,
            q.kind as u32,
            cue_start,
            cue_end,
            source_start,
            source_end,
            speaker,
            confidence,
        ]
    });
    numbers.collect()
}

fn rest<'d>(document: &'d Document, table: &OffsetTable<'_>) -> JsRest<'d> {
    let metadata = &document.metadata;
    JsRest {
        id: &document.id,
        input: document.input.as_str(),
        headline: metadata.headline.as_deref(),
        byline: metadata.byline.as_deref(),
        published: metadata.published.as_deref(),
        site: metadata.site.as_deref(),
        language: metadata.language.as_deref(),
        sources: Sources::from(metadata),
        clusters: document
            .clusters
            .iter()
            .map(|c| JsCluster {
                name: &c.name,
                label: c.label as usize,
                mentions: &c.mentions,
                variants: &c.variants,
                roles: &c.roles,
                why: &c.why,
            })
            .collect(),
        dates: document
            .dates
            .iter()
            .map(|d| JsDate {
                entity: d.entity,
                value: &d.value,
                granularity: d.granularity.as_str(),
                why: &d.why,
            })
            .collect(),
        warnings: document
            .warnings
            .iter()
            .map(|w| JsWarning {
                code: w.code.as_str(),
                message: &w.message,
                start: table.convert(w.span.start),
                end: table.convert(w.span.end),
            })
            .collect(),
    }
}
