//! The reader's own names and patterns, which go before everything that the page finds by itself.
//!
//! Takes a file (JSON or CSV, see `docs/names.md`), gives an [`OwnNames`]; that takes a text and
//! gives its [`Own`] mentions, sorted and disjoint. All names are looked up in one pass over the
//! words; each pattern passes over the text once. Invariant: what a file says wrongly becomes a
//! [`Problem`] with its place, never a panic.

mod csv;
mod entry;
mod json;
mod names;
mod pattern;
mod problem;
mod write;

pub use entry::{Kind, OwnEntry};
pub use problem::Problem;

use super::Label;
use super::words::Words;
use crate::blocks::Block;
use crate::span::ByteSpan;
use crate::text::{self, InputKind};
use crate::tokens::Sentence;
use names::Names;
use pattern::Pattern;
use problem::Problems;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

/// Largest file, in bytes.
pub const MAX_BYTES: usize = 4 << 20;
/// Most spellings, aliases among them, of all files together.
pub const MAX_NAMES: usize = 50_000;
/// Most patterns of all files together; each passes over every article.
pub const MAX_PATTERNS: usize = 200;

/// A list of names and patterns, ready to be found.
#[derive(Clone, Debug, Default)]
pub struct OwnNames {
    entries: Vec<OwnEntry>,
    names: Names,
    patterns: Vec<Pattern>,
    whole_tokens: bool,
}

/// One mention of something in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Own {
    pub(super) listed: Listed,
    pub(super) label: Label,
    /// The evidence in words.
    pub(super) why: String,
}

/// Where something of the list stands, and which name it is; what a pattern matches has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Listed {
    pub(super) span: ByteSpan,
    pub(super) name: Option<usize>,
}

/// A place where an entry was found, before anything is said of overlaps.
#[derive(Clone, Copy, Debug)]
struct Hit<'l> {
    span: ByteSpan,
    entry: usize,
    why: &'l str,
}

impl OwnNames {
    /// Adds what a file holds and returns what is wrong in it; what is right is added all the same.
    ///
    /// ```
    /// use copydesk::entities::own::OwnNames;
    /// let mut own = OwnNames::default();
    /// assert!(own.add(b"name,label\nAnna Lind,PERSON\n").is_empty());
    /// let problems = own.add(br#"[{"pattern": "(", "label": "LAW"}]"#);
    /// assert_eq!((problems[0].line, problems[0].column), (1, 14));
    /// ```
    #[must_use = "a caller that ignores the problems hides them from the person who made them"]
    pub fn add(&mut self, bytes: &[u8]) -> Vec<Problem> {
        let mut problems = Problems::default();
        if bytes.len() > MAX_BYTES {
            problems.add(0, None, format!("The list is larger than {} MB.", MAX_BYTES >> 20));
            return problems.placed("");
        }
        let decoded = text::decode(bytes, Some(InputKind::Text), None);
        let text = decoded.text.as_str();
        for warning in decoded.warnings {
            let hint = "Save the list as UTF-8.";
            problems.add(warning.span.start, None, format!("{} {hint}", warning.message));
        }
        let rows = match text.trim_start().chars().next() {
            Some('[' | '{') => json::rows(text, &mut problems),
            _ => csv::rows(text, &mut problems),
        };
        for (index, row) in rows.into_iter().enumerate() {
            if !entry::add(self, index, row, &mut problems) {
                break;
            }
        }
        problems.placed(text)
    }

    /// Counts only what begins and ends with a token, for input that comes in tokens.
    #[must_use]
    pub fn in_whole_tokens(mut self) -> Self {
        self.whole_tokens = true;
        self
    }

    /// The entries, in the order of the files.
    #[must_use]
    pub fn entries(&self) -> &[OwnEntry] {
        &self.entries
    }

    /// Finds the list's names and patterns in a text; `words` are those of `sentences`, and
    /// `keep_all` is for removed blocks.
    pub(super) fn find(
        &self,
        text: &str,
        blocks: &[Block],
        sentences: &[Sentence],
        words: &[Words<'_>],
        keep_all: bool,
    ) -> Vec<Own> {
        if self.entries.is_empty() {
            return Vec::new();
        }
        let mut found = Vec::new();
        self.names.find(words, &mut found);
        for pattern in &self.patterns {
            let read = blocks.iter().filter(|block| keep_all || block.keep);
            pattern.find(text, read.map(|block| block.span), &mut found);
        }
        if self.whole_tokens {
            let tokens = || sentences.iter().flat_map(|sentence| &sentence.tokens);
            let starts: HashSet<usize> = tokens().map(|token| token.span.start).collect();
            let ends: HashSet<usize> = tokens().map(|token| token.span.end).collect();
            found.retain(|hit| starts.contains(&hit.span.start) && ends.contains(&hit.span.end));
        }
        let own = |hit: Hit<'_>| {
            let OwnEntry { kind, label } = &self.entries[hit.entry];
            let name = matches!(kind, Kind::Name { .. }).then_some(hit.entry);
            let listed = Listed { span: hit.span, name };
            Own { listed, label: *label, why: hit.why.to_owned() }
        };
        disjoint(found).into_values().map(own).collect()
    }
}

/// Of hits that overlap the longest stands, of two that are as long the one whose entry comes
/// first; by start.
fn disjoint(mut found: Vec<Hit<'_>>) -> BTreeMap<usize, Hit<'_>> {
    found.sort_unstable_by_key(|hit| (Reverse(hit.span.len()), hit.entry, hit.span.start));
    let mut standing: BTreeMap<usize, Hit<'_>> = BTreeMap::new();
    for hit in found {
        let before = standing.range(..hit.span.end).next_back();
        if before.is_none_or(|(_, last)| last.span.end <= hit.span.start) {
            standing.insert(hit.span.start, hit);
        }
    }
    standing
}

#[cfg(test)]
mod tests;
