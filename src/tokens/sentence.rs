//! Tokens to sentences.
//!
//! Takes the tokens of one block, appends its sentences.

use super::abbreviations::{Stop, stop_after};
use super::{Sentence, Token};
use crate::word_list::WordList;

/// Words that begin a sentence so often that a full stop before them ends one, even that of
/// `U.S.` or `Inc.`.
static OPENERS: WordList = WordList::new(
    " A After Although An And As At But By Despite During For From He Her His How \
However I If In It Its Meanwhile Mr. Mrs. Ms. No On One Our She Since So Some Such That The Their Then \
There These They This Those Though To Under We What When Where While Who With Yet You ",
);

/// Appends the sentences of one block.
pub(super) fn cut(text: &str, block: usize, tokens: Vec<Token>, found: &mut Vec<Sentence>) {
    let mut sentence = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        sentence.push(tokens[at]);
        let word = tokens[at].span.of(text);
        at += 1;
        let Some(certain) = may_end(word) else { continue };
        // Closing marks belong to the sentence that they close.
        let mut next = at;
        while next < tokens.len() && closes(text, &tokens, next) {
            next += 1;
        }
        let ends = tokens.get(next).is_none_or(|token| begins(token.span.of(text), certain));
        if ends {
            sentence.extend_from_slice(&tokens[at..next]);
            at = next;
            found.push(Sentence { block, tokens: std::mem::take(&mut sentence) });
        }
    }
    if !sentence.is_empty() {
        found.push(Sentence { block, tokens: sentence });
    }
}

/// Whether a sentence may end at this token, and if so whether the mark is certain.
fn may_end(word: &str) -> Option<bool> {
    match word {
        "." | "!" | "?" | "。" | "！" | "？" => Some(true),
        "…" | "..." => Some(false),
        _ => {
            let body = word.strip_suffix('.')?;
            (stop_after(body) == Stop::Either).then_some(false)
        }
    }
}

/// Whether token `at` is a quotation mark or bracket that closes what stands before it.
fn closes(text: &str, tokens: &[Token], at: usize) -> bool {
    let mark = tokens[at].span.of(text);
    match mark {
        "”" | "’" | "»" | ")" | "]" => true,
        // Straight marks close when nothing stands between them and the word before.
        "\"" | "'" => tokens[at].span.start == tokens[at - 1].span.end,
        _ => false,
    }
}

/// Whether a sentence may begin with this token; after an uncertain mark only a usual opener may.
fn begins(word: &str, certain: bool) -> bool {
    if !certain {
        return OPENERS.has(word) || matches!(word, "“" | "\"" | "‘" | "«");
    }
    word.chars()
        .next()
        .is_some_and(|c| !c.is_lowercase() && !matches!(c, ',' | ';' | ':' | '-' | '–' | '—'))
}
