//! Patterns: the `regex` crate, which finds each match in time that grows with the text and no
//! faster.
//!
//! Takes the source of a pattern, gives a [`Pattern`], or a sentence that says where it is wrong.

use super::Hit;
use crate::span::ByteSpan;
use regex::{CaptureLocations, Regex, RegexBuilder};
use regex_syntax::ast;
use regex_syntax::hir::Hir;
use regex_syntax::hir::literal::Extractor;

/// Longest pattern, in characters.
const MAX_PATTERN: usize = 1000;
/// Deepest nesting of groups and classes.
const MAX_NESTING: u32 = 50;
/// Largest compiled pattern, in bytes.
const MAX_COMPILED: usize = 2 << 20;
/// Longest match, in bytes; no name is longer.
pub(super) const MAX_MATCH: usize = 250;
/// How far one search looks, in bytes. One search takes time by what it looks at, but many that
/// each look through the rest of the text would not.
const WINDOW: usize = 1000;

/// A pattern, ready to be found.
#[derive(Clone, Debug)]
pub(super) struct Pattern {
    regex: Regex,
    /// What every match begins with, one of these; empty where that can be anything.
    beginnings: Vec<String>,
    /// The group that marks the name inside a match.
    group: usize,
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
        let beginnings = beginnings(&parse(source)?);
        let regex = RegexBuilder::new(source)
            .multi_line(true)
            .nest_limit(MAX_NESTING)
            .size_limit(MAX_COMPILED)
            .build()
            .map_err(|_| "The pattern grows too large when it is compiled; repeat less.")?;
        let named = regex.capture_names().position(|name| name == Some("name"));
        let group = named.unwrap_or(usize::from(regex.captures_len() > 1));
        Ok(Self { regex, beginnings, group, entry, why: format!("matches your pattern {number}") })
    }

    /// Appends what the pattern matches inside each of some blocks.
    pub(super) fn find<'l>(
        &'l self,
        text: &str,
        blocks: impl Iterator<Item = ByteSpan>,
        found: &mut Vec<Hit<'l>>,
    ) {
        let mut groups = self.regex.capture_locations();
        for block in blocks {
            let body = block.of(text);
            // Most patterns have nothing in most blocks, which a plain search shows much sooner.
            let may_match = |beginning: &String| body.contains(beginning.as_str());
            if !(self.beginnings.is_empty() || self.beginnings.iter().any(may_match)) {
                continue;
            }
            let mut at = 0;
            while let Some(whole) = self.next(body, at, &mut groups) {
                let (start, end) = groups.get(self.group).unwrap_or((whole.start, whole.end));
                let words = &body[start..end];
                let start = start + (words.len() - words.trim_start().len());
                let end = start + words.trim().len();
                if start < end && whole.len() <= MAX_MATCH {
                    let span = ByteSpan::new(block.start + start, block.start + end);
                    found.push(Hit { span, entry: self.entry, why: &self.why });
                }
                at = whole.end;
                if whole.is_empty() {
                    let Some(c) = body[at..].chars().next() else { break };
                    at += c.len_utf8();
                }
            }
        }
    }

    /// The first match from `at` on. Each search sees what lies before, and a stretch of what
    /// follows in which every match that begins early enough has room for its longest.
    fn next(&self, body: &str, mut at: usize, groups: &mut CaptureLocations) -> Option<ByteSpan> {
        loop {
            let limit = body.floor_char_boundary(at + WINDOW);
            let found = self.regex.captures_read_at(groups, &body[..limit], at);
            let whole = found.map(|found| ByteSpan::new(found.start(), found.end()));
            let roomy = |start: usize| limit == body.len() || start + MAX_MATCH < limit;
            match whole {
                Some(whole) if roomy(whole.start) => return Some(whole),
                Some(whole) => at = whole.start,
                None if limit == body.len() => return None,
                None => at = body.floor_char_boundary(limit - MAX_MATCH),
            }
        }
    }
}

/// The few strings of which every match begins with one, where there are such.
fn beginnings(pattern: &Hir) -> Vec<String> {
    let found = Extractor::new().limit_total(16).extract(pattern);
    let Some(literals) = found.literals() else { return Vec::new() };
    let text =
        |bytes: &[u8]| std::str::from_utf8(bytes).ok().filter(|t| !t.is_empty()).map(str::to_owned);
    let all: Option<Vec<String>> = literals.iter().map(|one| text(one.as_bytes())).collect();
    all.unwrap_or_default()
}

/// Parses a pattern, for what it begins with and for the place of a mistake in it.
fn parse(source: &str) -> Result<Hir, String> {
    let mut parser =
        regex_syntax::ParserBuilder::new().multi_line(true).nest_limit(MAX_NESTING).build();
    let parsed = parser.parse(source);
    let (at, message) = match &parsed {
        Ok(pattern) => return Ok(pattern.clone()),
        Err(regex_syntax::Error::Parse(error)) => (error.span(), message(error.kind())),
        Err(regex_syntax::Error::Translate(error)) => (error.span(), error.kind().to_string()),
        Err(error) => return Err(error.to_string()),
    };
    let before = source.get(..at.start.offset).map_or(0, |before| before.chars().count());
    let message = message.trim_end_matches('.');
    Err(format!("At character {} of the pattern: {message}.", before + 1))
}

/// What the parser says.
fn message(kind: &ast::ErrorKind) -> String {
    match kind {
        ast::ErrorKind::UnsupportedLookAround => {
            "looking ahead or behind is not available; mark the name with a group instead"
                .to_owned()
        }
        ast::ErrorKind::UnsupportedBackreference => "backreferences are not available".to_owned(),
        kind => kind.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ranges(source: &str, text: &str) -> Vec<(usize, usize)> {
        let pattern = Pattern::new(source, 0, 1).expect("a pattern");
        let mut found = Vec::new();
        pattern.find(text, std::iter::once(ByteSpan::new(0, text.len())), &mut found);
        found.iter().map(|hit| (hit.span.start, hit.span.end)).collect()
    }

    #[test]
    fn matches_are_found_wherever_they_stand_to_the_windows() {
        for before in (WINDOW - MAX_MATCH - 3..WINDOW + 3).step_by(7) {
            let text = format!("{}é Act 12é and Act 7", "é ".repeat(before / 3));
            let starts: Vec<usize> = text.match_indices("Act").map(|(at, _)| at).collect();
            let expected = [(starts[0], starts[0] + 6), (starts[1], starts[1] + 5)];
            assert_eq!(ranges(r"Act \d+", &text), expected, "{before}");
            assert_eq!(ranges(r"\d+$", &text), [(text.len() - 1, text.len())], "{before}");
        }
    }

    #[test]
    fn beginnings_hide_no_match() {
        for (source, text, count) in [
            (r"\bAct \d+", "The Act 12 and Act 7", 2),
            (r"(?i)act \d", "an ACT 1", 1),
            (r"(?:Act|Bill) \d", "a Bill 5", 1),
            (r"(?:x?Act)?", "no such thing", 0),
            (r"^Act$", "Bill\nAct\nBill", 1),
            (r"\w+berg", "Lindberg", 1),
            (r"[A-Z]ct \d", "an Xct 1", 1),
        ] {
            assert_eq!(ranges(source, text).len(), count, "{source}");
        }
    }

    #[test]
    fn too_long_a_match_is_passed_over() {
        let most = format!("x{}", "a".repeat(MAX_MATCH - 1));
        let text = format!("{most} {most}a xa");
        let last = text.len() - 2;
        assert_eq!(ranges("xa+", &text), [(0, MAX_MATCH), (last, last + 2)]);
    }
}
