//! Patterns in the syntax of the `regex` crate: its parser, and a plain machine of our own.
//!
//! The crate's own engines are made for speed over megabytes and would be a twelfth of the page;
//! for some patterns over an article the machine in [`machine`] is fast enough, and linear as they
//! are. Tests hold the two against each other.

mod machine;
mod program;
mod set;

use super::Hit;
use crate::span::ByteSpan;
use machine::Machine;
use program::Program;
use regex_syntax::ast::ErrorKind;
use regex_syntax::ast::parse::ParserBuilder;

/// Longest pattern, in characters.
const MAX_PATTERN: usize = 1000;
/// Deepest nesting of groups and classes.
const MAX_NESTING: u32 = 50;
/// Longest match, in bytes: no name is longer, and a search that looks no further takes the same
/// time wherever it begins.
pub(super) const MAX_MATCH: usize = 250;

/// A pattern, ready to be found.
#[derive(Clone, Debug)]
pub(super) struct Pattern {
    program: Program,
    entry: usize,
    why: String,
}

impl Pattern {
    /// Compiles a pattern; the `number`th of the list.
    ///
    /// # Errors
    /// A sentence with the place in the pattern, where it is not a pattern or too large.
    pub(super) fn new(source: &str, entry: usize, number: usize) -> Result<Self, String> {
        if source.trim().is_empty() {
            return Err("The pattern is blank.".to_owned());
        }
        if source.chars().count() > MAX_PATTERN {
            return Err(format!("A pattern has {MAX_PATTERN} characters at most."));
        }
        let wrong = |at: usize, message: &str| {
            let character = source.get(..at).map_or(0, |before| before.chars().count()) + 1;
            format!("At character {character} of the pattern: {message}.")
        };
        let parsed = ParserBuilder::new()
            .nest_limit(MAX_NESTING)
            .build()
            .parse(source)
            .map_err(|error| wrong(error.span().start.offset, &message(error.kind())))?;
        let program = program::compile(&parsed).map_err(|(at, message)| wrong(at, message))?;
        Ok(Self { program, entry, why: format!("matches your pattern {number}") })
    }

    /// Appends what the pattern matches inside each of some blocks.
    pub(super) fn find<'l>(
        &'l self,
        text: &str,
        blocks: impl Iterator<Item = ByteSpan>,
        found: &mut Vec<Hit<'l>>,
    ) {
        let mut machine = Machine::new(&self.program);
        for block in blocks {
            let body = block.of(text);
            let mut at = 0;
            while let Some(one) = machine.search(body, at, MAX_MATCH) {
                let marked = one.marked.unwrap_or(one.whole);
                let words = marked.of(body);
                let start = marked.start + (words.len() - words.trim_start().len());
                let end = start + words.trim().len();
                if start < end {
                    let span = ByteSpan::new(block.start + start, block.start + end);
                    found.push(Hit { span, entry: self.entry, why: &self.why });
                }
                at = one.whole.end;
                if one.whole.is_empty() {
                    let Some(c) = body[at..].chars().next() else { break };
                    at += c.len_utf8();
                }
            }
        }
    }
}

/// What the parser says.
fn message(kind: &ErrorKind) -> String {
    match kind {
        ErrorKind::UnsupportedLookAround => {
            "looking ahead or behind is not available; mark the name with a group instead"
                .to_owned()
        }
        ErrorKind::UnsupportedBackreference => "backreferences are not available".to_owned(),
        kind => kind.to_string(),
    }
}

#[cfg(test)]
mod tests;
