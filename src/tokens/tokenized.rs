//! Input that comes tokenized, as a text.

use super::{Sentence, Token};
use crate::blocks::{Block, Reason, Role};
use crate::confidence::Permille;
use crate::span::ByteSpan;

/// A text made of given tokens.
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
