//! The reader's own names in JavaScript: read once, passed along with every article.

use crate::document::Options;
use crate::entities::own::{Kind, OwnNames, Problem};
use serde::Serialize;
use std::sync::Arc;
use wasm_bindgen::prelude::*;

/// A list of names and patterns, ready for use, and what is wrong in its file.
#[wasm_bindgen(js_name = OwnNames)]
#[derive(Debug, Default)]
pub struct JsOwnNames {
    own: Arc<OwnNames>,
    problems: Vec<Problem>,
}

impl JsOwnNames {
    /// The list itself.
    pub(super) fn own(&self) -> &OwnNames {
        &self.own
    }

    /// The options with this list in them.
    pub(super) fn with(&self, options: Options) -> Options {
        Options { own: Arc::clone(&self.own), ..options }
    }
}

#[derive(Serialize)]
struct JsEntry<'n> {
    name: Option<&'n str>,
    pattern: Option<&'n str>,
    label: &'static str,
    aliases: &'n [String],
}

#[derive(Serialize)]
struct JsProblem<'p> {
    line: usize,
    column: usize,
    entry: Option<usize>,
    message: &'p str,
}

impl<'p> From<&'p Problem> for JsProblem<'p> {
    fn from(problem: &'p Problem) -> Self {
        let Problem { line, column, entry, .. } = *problem;
        Self { line, column, entry, message: &problem.message }
    }
}

#[wasm_bindgen(js_class = OwnNames)]
impl JsOwnNames {
    /// Reads a file in JSON or CSV; empty bytes are an empty list. What is right in it is used,
    /// what is wrong is told by [`JsOwnNames::problems`].
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(bytes: &[u8]) -> Self {
        let mut own = OwnNames::default();
        let problems = if bytes.is_empty() { Vec::new() } else { own.add(bytes) };
        Self { own: Arc::new(own), problems }
    }

    /// `{ line, column, entry, message }` for each problem: line and column from 1, the entry's
    /// number in the file from 0 where it is one entry's.
    ///
    /// # Errors
    /// None in practice; the type is serde-wasm-bindgen's.
    pub fn problems(&self) -> Result<JsValue, JsValue> {
        let problems: Vec<_> = self.problems.iter().map(JsProblem::from).collect();
        Ok(serde_wasm_bindgen::to_value(&problems)?)
    }

    /// `{ name or pattern, label, aliases }` for each entry that is in use.
    ///
    /// # Errors
    /// None in practice; the type is serde-wasm-bindgen's.
    pub fn entries(&self) -> Result<JsValue, JsValue> {
        let entries: Vec<_> = self
            .own
            .entries()
            .iter()
            .map(|entry| {
                let (name, pattern, aliases) = match &entry.kind {
                    Kind::Name { name, aliases } => (Some(name.as_str()), None, &aliases[..]),
                    Kind::Pattern(pattern) => (None, Some(pattern.as_str()), &[][..]),
                };
                JsEntry { name, pattern, label: entry.label.as_str(), aliases }
            })
            .collect();
        Ok(serde_wasm_bindgen::to_value(&entries)?)
    }

    /// The list as JSON that the constructor reads.
    #[wasm_bindgen(js_name = toJson)]
    #[must_use]
    pub fn to_json(&self) -> String {
        self.own.to_json()
    }

    /// The list as CSV that the constructor reads.
    #[wasm_bindgen(js_name = toCsv)]
    #[must_use]
    pub fn to_csv(&self) -> String {
        self.own.to_csv()
    }
}
