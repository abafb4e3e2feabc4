//! White-space separated chunks to tokens, in the manner of OntoNotes and Universal Dependencies:
//! punctuation, genitives and contractions stand alone, hyphens part words, numbers stay whole.
//!
//! Takes a chunk without white space, gives its tokens. Every character lands in exactly one.

use super::Token;
use super::abbreviations::{Stop, stop_after};
use crate::span::ByteSpan;

/// Appends the tokens of `chunk`, which begins at byte `base` of the text.
pub(super) fn chunk(chunk: &str, base: usize, tokens: &mut Vec<Token>) {
    let mut push = |start: usize, end: usize| {
        if start < end {
            tokens.push(Token { span: ByteSpan::new(base + start, base + end) });
        }
    };
    // Most chunks are a word and nothing else.
    if is_plain(chunk) {
        push(0, chunk.len());
        return;
    }
    if is_whole(chunk) {
        // The mark behind an address is not part of it.
        let end =
            chunk.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '”', '’', '"', '\'']).len();
        push(0, end);
        chunk[end..].char_indices().for_each(|(at, c)| push(end + at, end + at + c.len_utf8()));
        return;
    }
    let mut start = 0;
    while start < chunk.len() {
        let rest = &chunk[start..];
        let length = if rest.starts_with(is_word) { word_length(rest) } else { mark_length(rest) };
        if rest.starts_with(is_word) {
            word(&rest[..length], rest[length..].starts_with('.'), |from, to| {
                push(start + from, start + to)
            });
            // An abbreviation takes its full stop along.
            let with_stop =
                rest[length..].starts_with('.') && stop_after(&rest[..length]) != Stop::Own;
            start += length + usize::from(with_stop);
        } else {
            push(start, start + length);
            start += length;
        }
    }
}

/// Whether there are only letters in it, and of English.
fn is_plain(chunk: &str) -> bool {
    chunk.bytes().all(|b| b.is_ascii_alphabetic())
}

/// Addresses and names of the net stay whole.
fn is_whole(chunk: &str) -> bool {
    let starts_with =
        |start: &str| chunk.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start));
    starts_with("http://")
        || starts_with("https://")
        || starts_with("www.")
        || (chunk.starts_with(['@', '#'])
            && chunk[1..].starts_with(|c: char| c.is_alphanumeric() || c == '_'))
        || chunk.split_once('@').is_some_and(|(user, host)| {
            user.ends_with(is_word) && host.starts_with(is_word) && host.contains('.')
        })
}

/// Whether a word may begin with `c`; the letter-like apostrophe is none.
fn is_word(c: char) -> bool {
    (c.is_alphanumeric() && c != 'ʼ') || matches!(c, '_' | '\u{300}'..='\u{36F}')
}

/// Length of the word at the beginning of `rest`: letters and digits, with the full stops, commas,
/// colons and apostrophes that stand between them where they belong to it.
fn word_length(rest: &str) -> usize {
    // Letters of English join whatever follows.
    let mut end = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let mut before = rest[..end].chars().next_back().unwrap_or(' ');
    let mut chars = rest[end..].chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().unwrap_or(' ');
        let joins = match c {
            // The first character is a word's: the modifier apostrophe is a letter of its own.
            _ if end == 0 => true,
            '.' => {
                is_word(next) && (!before.is_numeric() || next.is_numeric() || next.is_lowercase())
            }
            ',' | ':' => before.is_ascii_digit() && next.is_ascii_digit(),
            '\'' | '’' | 'ʼ' => is_word(next),
            '&' => before.is_uppercase() && next.is_uppercase(),
            '/' => before.is_ascii_digit() && next.is_ascii_digit(),
            _ => is_word(c),
        };
        if !joins {
            break;
        }
        before = c;
        end += c.len_utf8();
    }
    end
}

/// Length of the punctuation at the beginning of `rest`: one mark, or a run of full stops or
/// hyphens.
fn mark_length(rest: &str) -> usize {
    let Some(first) = rest.chars().next() else { return 0 };
    if matches!(first, '.' | '-') {
        return rest.chars().take_while(|&c| c == first).count();
    }
    first.len_utf8()
}

/// Cuts one word into its parts: genitive, contraction, abbreviation.
fn word(word: &str, before_stop: bool, mut push: impl FnMut(usize, usize)) {
    if before_stop && stop_after(word) != Stop::Own {
        // The full stop that follows belongs to the word.
        push(0, word.len() + 1);
        return;
    }
    let apostrophe = if is_plain(word) { None } else { word.rfind(['\'', '’', 'ʼ']) };
    let Some(apostrophe) = apostrophe else {
        push(0, word.len());
        return;
    };
    let tail = word[apostrophe..].chars().skip(1).collect::<String>().to_lowercase();
    match tail.as_str() {
        "s" | "ll" | "re" | "ve" | "d" | "m" => {
            push(0, apostrophe);
            push(apostrophe, word.len());
        }
        // `isn't` is `is` and `n't`.
        "t" if word[..apostrophe].to_lowercase().ends_with('n') && apostrophe > 1 => {
            push(0, apostrophe - 1);
            push(apostrophe - 1, word.len());
        }
        // `O'Brien`, `Côte d'Ivoire`.
        _ => push(0, word.len()),
    }
}
