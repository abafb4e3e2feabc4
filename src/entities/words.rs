//! One sentence as words for rules: tokens taken apart at hyphens, with what is known of each.
//!
//! Takes a sentence, gives [`Words`]. Corpora differ in whether `30-day` is one token; rules must
//! not. A number is parted from its currency and from the letters of its unit (`$5bn`, `10km`).

use super::gazetteer::{Lists, Step};
use super::lexicon::{Lexeme, Lexicon};
use super::numbers::{self, Class, Digits};
use crate::span::ByteSpan;
use crate::tokens::Sentence;
use std::rc::Rc;

/// The words of one sentence. Indices into it are places of words, not of tokens.
#[derive(Debug)]
pub(crate) struct Words<'t> {
    text: &'t str,
    block: usize,
    spans: Vec<ByteSpan>,
    lexemes: Vec<Rc<Lexeme>>,
}

impl<'t> Words<'t> {
    pub(crate) fn new(text: &'t str, sentence: &Sentence) -> Self {
        let count = sentence.tokens.len();
        let mut spans = Vec::with_capacity(count);
        let mut lexemes = Vec::with_capacity(count);
        Lexicon::with(|lexicon| {
            for token in &sentence.tokens {
                numbers::part(text, token.span, |span| {
                    if !span.is_empty() {
                        spans.push(span);
                        lexemes.push(lexicon.of(span.of(text)));
                    }
                });
            }
        });
        Self { text, block: sentence.block, spans, lexemes }
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

    /// What is known of the word by itself; `None` outside the sentence.
    pub(super) fn lexeme(&self, at: usize) -> Option<&Lexeme> {
        self.lexemes.get(at).map(|lexeme| &**lexeme)
    }

    /// The word in lower case; empty outside the sentence.
    pub(crate) fn lower(&self, at: usize) -> &str {
        self.lexeme(at).map_or("", |lexeme| &lexeme.lower)
    }

    /// The word without what spelling varies; empty outside the sentence.
    pub(super) fn folded(&self, at: usize) -> &str {
        self.lexeme(at).map_or("", Lexeme::folded)
    }

    /// Where the word leads in the lists.
    pub(super) fn step(&self, at: usize) -> Step {
        self.lexeme(at).map_or(Step::NOWHERE, |lexeme| lexeme.step)
    }

    /// The lists that have the word by itself.
    pub(super) fn lists(&self, at: usize) -> Lists {
        self.step(at).lists
    }

    /// The word before in lower case; empty at the beginning.
    pub(crate) fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |before| self.lower(before))
    }

    /// Whether the word begins with a capital.
    pub(crate) fn capital(&self, at: usize) -> bool {
        self.lexeme(at).is_some_and(|lexeme| lexeme.look.begins_upper)
    }

    /// What the digits of the word are.
    pub(super) fn digits(&self, at: usize) -> Digits {
        self.lexeme(at).map_or(Digits::No, |lexeme| lexeme.digits)
    }

    /// The classes of the word among numbers and times.
    pub(super) fn classes(&self, at: usize) -> Class {
        self.lexeme(at).map_or(0, |lexeme| lexeme.classes)
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

    /// All words as written, with what is known of each.
    pub(super) fn all(&self) -> impl Iterator<Item = (&'t str, &Lexeme)> {
        self.spans.iter().map(|span| span.of(self.text)).zip(self.lexemes.iter().map(|one| &**one))
    }

    /// All words as written.
    pub(crate) fn raws(&self) -> Vec<&'t str> {
        self.spans.iter().map(|span| span.of(self.text)).collect()
    }
}
