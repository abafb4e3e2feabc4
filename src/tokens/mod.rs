//! Text to sentences and tokens.
//!
//! Takes the text and its blocks, gives [`Sentence`]s; no sentence crosses a block.

use crate::blocks::{Block, Reason, Role};
use crate::confidence::Permille;
use crate::span::ByteSpan;
use unicode_segmentation::UnicodeSegmentation;

/// One word, number or mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the text, in bytes; never empty, no white space inside.
    pub span: ByteSpan,
}

/// One sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Index of the block it stands in.
    pub block: usize,
    /// Its tokens, sorted and disjoint; never empty.
    pub tokens: Vec<Token>,
}

/// Cuts every block of `text` into sentences, removed blocks included.
#[must_use]
pub fn sentences(text: &str, blocks: &[Block]) -> Vec<Sentence> {
    let mut found = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let body = block.span.of(text);
        let tokens = body
            .split_word_bound_indices()
            .filter(|(_, word)| !word.trim().is_empty())
            .map(|(at, word)| Token {
                span: ByteSpan::new(block.span.start + at, block.span.start + at + word.len()),
            })
            .collect::<Vec<_>>();
        if !tokens.is_empty() {
            found.push(Sentence { block: index, tokens });
        }
    }
    found
}

/// A text made of given tokens, for input that comes tokenized.
#[derive(Clone, Debug)]
pub struct TokenizedText {
    /// The tokens, one space between them, one line a sentence.
    pub text: String,
    /// One paragraph a sentence.
    pub blocks: Vec<Block>,
    /// The sentences as given.
    pub sentences: Vec<Sentence>,
}

impl TokenizedText {
    /// Joins sentences of tokens; an empty sentence gives none.
    #[must_use]
    pub fn join(sentences: &[Vec<&str>]) -> Self {
        let mut joined = Self { text: String::new(), blocks: Vec::new(), sentences: Vec::new() };
        for words in sentences.iter().filter(|words| !words.is_empty()) {
            let start = joined.text.len();
            let mut tokens = Vec::with_capacity(words.len());
            for word in words {
                if joined.text.len() > start {
                    joined.text.push(' ');
                }
                let at = joined.text.len();
                joined.text.push_str(word);
                tokens.push(Token { span: ByteSpan::new(at, joined.text.len()) });
            }
            joined.sentences.push(Sentence { block: joined.blocks.len(), tokens });
            joined.blocks.push(Block {
                span: ByteSpan::new(start, joined.text.len()),
                role: Role::Paragraph,
                keep: true,
                reason: Reason::Article,
                confidence: Permille(1000),
            });
            joined.text.push('\n');
        }
        joined
    }
}
