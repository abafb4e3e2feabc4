//! Text to sentences and tokens.
//!
//! Takes the text and its blocks, gives [`Sentence`]s. Invariant: tokens are sorted, disjoint,
//! without white space, and cover every other character; no sentence crosses a block.

mod abbreviations;
mod sentence;
mod split;
mod tokenized;

pub use tokenized::TokenizedText;

use crate::blocks::Block;
use crate::span::ByteSpan;

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
        let mut tokens = Vec::new();
        let body = block.span.of(text);
        let mut at = 0;
        while let Some(blank) = body[at..].find(|c: char| !c.is_whitespace()) {
            let from = at + blank;
            at = body[from..].find(char::is_whitespace).map_or(body.len(), |length| from + length);
            split::chunk(&body[from..at], block.span.start + from, &mut tokens);
        }
        sentence::cut(text, index, tokens, &mut found);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::{Reason, Role};
    use crate::confidence::Permille;
    use proptest::prelude::*;

    fn cut(text: &str) -> Vec<Sentence> {
        let block = Block {
            span: ByteSpan::new(0, text.len()),
            role: Role::Paragraph,
            keep: true,
            reason: Reason::Article,
            confidence: Permille(1000),
        };
        sentences(text, &[block])
    }

    /// Tokens parted by spaces, sentences by ` | `.
    fn show(text: &str) -> String {
        let line =
            |s: &Sentence| s.tokens.iter().map(|t| t.span.of(text)).collect::<Vec<_>>().join(" ");
        cut(text).iter().map(line).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn tokens_and_sentences() {
        for (text, expected) in [
            ("Mr. Lind left. He said so.", "Mr. Lind left . | He said so ."),
            ("Dmitri S. Orlov spoke.", "Dmitri S. Orlov spoke ."),
            ("The U.S. envoy came. It rained.", "The U.S. envoy came . | It rained ."),
            ("He left the U.S. The talks ended.", "He left the U.S. | The talks ended ."),
            ("He works for Norwind Inc. in Oslo.", "He works for Norwind Inc. in Oslo ."),
            ("“We agree.” He left.", "“ We agree . ” | He left ."),
            ("“Why?” she asked.", "“ Why ? ” she asked ."),
            ("Anna's and the Linds' house", "Anna 's and the Linds ' house"),
            ("Anna’s isn’t won't we'll", "Anna ’s is n’t wo n't we 'll"),
            ("O'Brien and Côte d'Ivoire", "O'Brien and Côte d'Ivoire"),
            ("the Lind-Berg's call", "the Lind - Berg 's call"),
            ("a 30-day pause", "a 30 - day pause"),
            ("$1.2bn, 3.5% and 1,200", "$ 1.2bn , 3.5 % and 1,200"),
            ("at 10:30 a.m. on 9/11", "at 10:30 a.m. on 9/11"),
            ("see https://a.example/b?c=1. Then", "see https://a.example/b?c=1 . | Then"),
            ("@lind wrote to a.b@c.example!", "@lind wrote to a.b@c.example !"),
            ("one – two—three... four", "one – two — three ... four"),
            ("(he) [of a truce]", "( he ) [ of a truce ]"),
            ("AT&T and R&D", "AT&T and R&D"),
            ("It was No. 5. Say no. Then go.", "It was No. 5 . | Say no . | Then go ."),
            ("Oslo.The end", "Oslo.The end"),
        ] {
            assert_eq!(show(text), expected);
        }
    }

    proptest! {
        #[test]
        fn tokens_cover_every_character(text in "[a-zA-Z0-9ʼ .,'’“”$%&@/:é—\\-\n]{0,120}") {
            let mut end = 0;
            for token in cut(&text).iter().flat_map(|s| &s.tokens) {
                prop_assert!(text[end..token.span.start].trim().is_empty());
                prop_assert!(!token.span.is_empty());
                prop_assert!(!token.span.of(&text).contains(char::is_whitespace));
                end = token.span.end;
            }
            prop_assert!(text[end..].trim().is_empty());
        }
    }
}
