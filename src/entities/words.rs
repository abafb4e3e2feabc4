//! One sentence as words for rules: tokens taken apart at hyphens, with their lower case.
//!
//! Takes a sentence, gives [`Words`]. Corpora differ in whether `30-day` is one token; rules must
//! not. A number is parted from its currency and from the letters of its unit (`$5bn`, `10km`).

use super::numbers::{self, Class, Digits};
use crate::span::ByteSpan;
use crate::tokens::Sentence;

/// The words of one sentence. Indices into it are places of words, not of tokens.
#[derive(Debug)]
pub(crate) struct Words<'t> {
    text: &'t str,
    block: usize,
    spans: Vec<ByteSpan>,
    lower: String,
    lower_ends: Vec<usize>,
    digits: Vec<Digits>,
    classes: Vec<Class>,
}

impl<'t> Words<'t> {
    pub(crate) fn new(text: &'t str, sentence: &Sentence) -> Self {
        let count = sentence.tokens.len();
        let mut words = Self {
            text,
            block: sentence.block,
            spans: Vec::with_capacity(count),
            lower: String::new(),
            lower_ends: Vec::with_capacity(count),
            digits: Vec::with_capacity(count),
            classes: Vec::with_capacity(count),
        };
        for token in &sentence.tokens {
            numbers::part(text, token.span, |span| words.push(span));
        }
        words
    }

    fn push(&mut self, span: ByteSpan) {
        if span.is_empty() {
            return;
        }
        let word = span.of(self.text);
        let start = self.lower.len();
        if word.is_ascii() {
            self.lower.push_str(word);
            self.lower[start..].make_ascii_lowercase();
        } else {
            self.lower.extend(word.chars().flat_map(char::to_lowercase));
        }
        self.lower_ends.push(self.lower.len());
        self.spans.push(span);
        self.digits.push(numbers::digits(&self.lower[start..]));
        self.classes.push(numbers::classes(&self.lower[start..]));
    }

    /// Index of the block that the sentence stands in.
    pub(super) fn block(&self) -> usize {
        self.block
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.spans.len()
    }

    /// The word as written; empty outside the sentence, so that rules may look around freely.
    pub(crate) fn raw(&self, at: usize) -> &'t str {
        self.spans.get(at).map_or("", |span| span.of(self.text))
    }

    /// The word in lower case; empty outside the sentence.
    pub(crate) fn lower(&self, at: usize) -> &str {
        let Some(&end) = self.lower_ends.get(at) else { return "" };
        let start = at.checked_sub(1).map_or(0, |before| self.lower_ends[before]);
        &self.lower[start..end]
    }

    /// The word before in lower case; empty at the beginning.
    pub(crate) fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |before| self.lower(before))
    }

    /// Whether the word begins with a capital.
    pub(crate) fn capital(&self, at: usize) -> bool {
        self.raw(at).chars().next().is_some_and(char::is_uppercase)
    }

    /// What the digits of the word are.
    pub(super) fn digits(&self, at: usize) -> Digits {
        self.digits.get(at).copied().unwrap_or(Digits::No)
    }

    /// The classes of the word among numbers and times.
    pub(super) fn classes(&self, at: usize) -> Class {
        self.classes.get(at).copied().unwrap_or(0)
    }

    /// Whether nothing stands between the word and the next one.
    pub(crate) fn joined(&self, at: usize) -> bool {
        self.spans.get(at + 1).is_some_and(|next| next.start == self.spans[at].end)
    }

    /// The stretch of text from word `from` to before word `to`.
    pub(crate) fn span(&self, from: usize, to: usize) -> ByteSpan {
        ByteSpan::new(self.spans[from].start, self.spans[to - 1].end)
    }

    /// The stretch of text from the first word to the last; empty without words.
    pub(super) fn extent(&self) -> ByteSpan {
        match (self.spans.first(), self.spans.last()) {
            (Some(first), Some(last)) => ByteSpan::new(first.start, last.end),
            _ => ByteSpan::default(),
        }
    }

    /// The first word that `span` touches and the word after the last; `None` where it touches none.
    pub(super) fn touched_by(&self, span: ByteSpan) -> Option<(usize, usize)> {
        let from = self.spans.partition_point(|word| word.end <= span.start);
        let to = self.spans.partition_point(|word| word.start < span.end);
        (from < to).then_some((from, to))
    }

    /// All words as written.
    pub(crate) fn raws(&self) -> Vec<&'t str> {
        self.spans.iter().map(|span| span.of(self.text)).collect()
    }
}
