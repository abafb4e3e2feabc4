//! Tokens parted where numbers need it, and what the digits of a word are.
//!
//! Takes a token, gives its parts: hyphens part it, so that `30-day` reads the same whether the
//! tokens came with or without the hyphen apart; a number is parted from the letters that follow
//! it (`10km`, `5pm`). Invariant: the parts are sorted, disjoint and cover the token.

use super::words::{self, classes};
use crate::span::ByteSpan;

/// What the digits of a word are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::entities) enum Digits {
    /// None, or none that make a number.
    No,
    /// `1`, `1200`: the value, where it fits, and how many digits.
    Whole(u32, u8),
    /// `1,200`, `3.5`, `½`.
    Number,
    /// `1/2`, `9/11`, `14/03/2025`: two or three parts.
    Slashed(u8),
    /// `10:30`.
    Clock,
    /// `21st`.
    Ordinal,
    /// `1990s`.
    Decade,
}

/// Cuts a token into the words that rules read.
pub(in crate::entities) fn part(text: &str, token: ByteSpan, mut push: impl FnMut(ByteSpan)) {
    let word = token.of(text);
    let base = token.start;
    if word.bytes().all(|b| b.is_ascii_alphabetic()) {
        push(token);
        return;
    }
    // Addresses hold digits and hyphens that say nothing.
    if word.contains("://")
        || word.contains('@')
        || word.starts_with('#')
        || word.starts_with("www.")
    {
        push(token);
        return;
    }
    let mut start = 0;
    for (at, c) in word.char_indices() {
        let cut = match c {
            '-' | '–' | '—' | '‑' | '‐' | '−' => at..at + c.len_utf8(),
            // `US$` keeps its letters; the sign parts from digits alone.
            '$' => start..at + 1,
            '€' | '£' | '¥' | '₹' | '₡' | '₦' | '₱' | '₩' | '₴' | '₽' | '₺' | '%' | '°' => {
                at..at + c.len_utf8()
            }
            _ => continue,
        };
        without_hyphen(text, base + start, base + cut.start, &mut push);
        push(ByteSpan::new(base + cut.start, base + cut.end));
        start = cut.end;
    }
    without_hyphen(text, base + start, base + word.len(), &mut push);
}

/// A stretch without hyphens: parts a number from the letters of a unit behind it.
fn without_hyphen(text: &str, start: usize, end: usize, push: &mut impl FnMut(ByteSpan)) {
    let word = &text[start..end];
    if word.bytes().all(|b| !b.is_ascii_digit()) {
        push(ByteSpan::new(start, end));
        return;
    }
    let length = word
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | ':')))
        .unwrap_or(word.len());
    let number = &word[..length];
    if length > 0
        && length < word.len()
        && number.ends_with(|c: char| c.is_ascii_digit())
        && digits(word) == Digits::No
    {
        let unit = word[length..].to_lowercase();
        if classes(&unit) & (words::SCALE | words::MEASURE | words::HALF_DAY | words::HOURS) != 0
            || matches!(unit.as_str(), "p" | "hrs" | "mins")
        {
            push(ByteSpan::new(start, start + length));
            push(ByteSpan::new(start + length, end));
            return;
        }
    }
    // `Rs500`, `KSh50`: letters of a currency before digits are read as a sign.
    if let Some(at) = word.find(|c: char| c.is_ascii_digit())
        && at > 1
        && classes(&word[..at].to_lowercase()) & words::SYMBOL != 0
    {
        push(ByteSpan::new(start, start + at));
        without_hyphen(text, start + at, end, push);
        return;
    }
    push(ByteSpan::new(start, end));
}

/// Reads the digits of a word in lower case.
pub(in crate::entities) fn digits(word: &str) -> Digits {
    if matches!(word, "½" | "¼" | "¾" | "⅓" | "⅔") {
        return Digits::Number;
    }
    let Some(first) = word.bytes().next() else { return Digits::No };
    if !first.is_ascii_digit() {
        // `'90s`
        let rest = word.strip_prefix('\'').or_else(|| word.strip_prefix('’')).unwrap_or("");
        let decade = rest.len() == 3 && digits(rest) == Digits::Decade;
        return if decade { Digits::Decade } else { Digits::No };
    }
    let body = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let tail = &word[body.len()..];
    if body.bytes().all(|b| b.is_ascii_digit()) {
        let length = u8::try_from(body.len()).unwrap_or(u8::MAX);
        return match tail {
            "" => Digits::Whole(body.parse().unwrap_or(u32::MAX), length),
            "st" | "nd" | "rd" | "th" => Digits::Ordinal,
            "s" if matches!(length, 2 | 4) && body.ends_with('0') => Digits::Decade,
            _ => Digits::No,
        };
    }
    if !tail.is_empty() {
        return Digits::No;
    }
    let part = |b: u8| b.is_ascii_digit();
    if body.contains('/') {
        let parts = body.split('/').count();
        let whole = body.split('/').all(|p| !p.is_empty() && p.bytes().all(part));
        return if whole && parts <= 3 { Digits::Slashed(parts as u8) } else { Digits::No };
    }
    if let Some((hours, minutes)) = body.split_once(':') {
        let clock = matches!(hours.len(), 1 | 2)
            && hours.bytes().all(part)
            && minutes.len() >= 2
            && minutes.bytes().all(|b| part(b) || b == b':');
        return if clock { Digits::Clock } else { Digits::No };
    }
    if body.bytes().all(|b| part(b) || matches!(b, b'.' | b','))
        && body.ends_with(|c: char| c.is_ascii_digit())
    {
        return Digits::Number;
    }
    Digits::No
}
