//! The package's TypeScript types, written from the structs of the JSON.
//!
//! The test below holds `package/src/document.ts` to what this gives, so that the types cannot
//! say anything else than the core.

use super::Options;
use super::json::{
    JsonBlock, JsonCluster, JsonDate, JsonDocument, JsonEntity, JsonExtract, JsonQuote, JsonSpan,
    JsonWarning, Sources,
};
use crate::blocks::{Reason, Role, Source};
use crate::dates::Granularity;
use crate::entities::Label;
use crate::entities::own::Problem;
use crate::quotes::QuoteKind;
use crate::span::OffsetUnit;
use crate::text::InputKind;
use std::path::Path;
use ts_rs::{Config, TS};

/// Where the package keeps its types, from the crate's folder.
const FILE: &str = "package/src/document.ts";
/// Set to write the file instead of comparing it.
const WRITE: &str = "COPYDESK_WRITE_TYPES";

fn types() -> String {
    let unions = [
        union("InputKind", [InputKind::Html, InputKind::Text].map(InputKind::as_str)),
        union("OffsetUnit", [OffsetUnit::CodePoint, OffsetUnit::Utf16].map(OffsetUnit::as_str)),
        union("Label", Label::ALL.map(Label::as_str)),
        union("Role", Role::ALL.map(Role::as_str)),
        union("Reason", Reason::ALL.map(Reason::as_str)),
        union("Source", Source::ALL.map(Source::as_str)),
        union("QuoteKind", QuoteKind::ALL.map(QuoteKind::as_str)),
        union("Granularity", Granularity::ALL.map(Granularity::as_str)),
    ];
    let structs = [
        declaration::<JsonDocument<'_>>(),
        declaration::<Sources>(),
        declaration::<JsonBlock>(),
        declaration::<JsonEntity<'_>>(),
        declaration::<JsonCluster<'_>>(),
        declaration::<JsonSpan>(),
        declaration::<JsonQuote>(),
        declaration::<JsonDate<'_>>(),
        declaration::<JsonWarning<'_>>(),
        declaration::<JsonExtract<'_>>(),
        declaration::<Options>(),
        declaration::<Problem>(),
    ];
    let head = format!("// Written from the Rust definitions: {WRITE}=1 cargo test types\n");
    [&[head], &unions[..], &structs[..]].concat().join("\n")
}

fn union<const N: usize>(name: &str, codes: [&str; N]) -> String {
    let codes = codes.map(|code| format!("\n  | \"{code}\"")).concat();
    format!("export type {name} ={codes};\n")
}

fn declaration<T: TS>() -> String {
    let config = Config::default().with_large_int("number");
    let declared = T::decl(&config).replace(" \n", "\n");
    format!("{}export {declared}\n", T::docs().unwrap_or_default())
}

#[test]
fn the_packages_types_are_those_of_the_core() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let types = types();
    if std::env::var_os(WRITE).is_some() {
        std::fs::write(&path, &types).expect("a file that can be written");
    }
    let there = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(there == types, "{FILE} is out of date; run {WRITE}=1 cargo test types");
}
