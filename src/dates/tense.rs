//! Whether the words around a date speak of the future.
//!
//! Takes a text and the place of a date in it, gives the tense of the nearest verb that shows one.

use crate::span::ByteSpan;

/// What the words around a date speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// What is still to come.
    Future,
    /// What has been, or nothing that can be told.
    Past,
}

/// Words that point ahead. Participles such as `scheduled` do so whatever verb they hang on.
const AHEAD: [&str; 25] = [
    "will",
    "won't",
    "shall",
    "'ll",
    "scheduled",
    "expected",
    "due",
    "planned",
    "slated",
    "set",
    "plan",
    "plans",
    "planning",
    "expects",
    "hopes",
    "intends",
    "aims",
    "upcoming",
    "until",
    "till",
    "starting",
    "deadline",
    "expires",
    "expire",
    "postponed",
];

/// Verbs in the past that do not end in `ed`.
const BEHIND: [&str; 44] = [
    "said", "told", "met", "was", "were", "had", "has", "have", "made", "took", "gave", "came",
    "went", "held", "began", "wrote", "spoke", "won", "lost", "left", "hit", "killed", "found",
    "led", "saw", "got", "became", "brought", "sent", "paid", "ran", "fell", "rose", "struck",
    "shot", "did", "sought", "drew", "flew", "fought", "broke", "wore", "read", "sat",
];

/// How many bytes around a date are looked at.
const WINDOW: usize = 160;
/// How many words off a verb may stand.
const REACH: usize = 12;

/// The tense around `span`.
///
/// The nearest verb before the date decides (`said Tuesday it will`), then the first after it
/// (`On Tuesday the court will`).
pub(super) fn around(text: &str, span: ByteSpan) -> Tense {
    let mut from = span.start.saturating_sub(WINDOW);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let mut to = text.len().min(span.end + WINDOW);
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    let before = text[from..span.start].rsplit(is_end).next().unwrap_or_default();
    let back = before.split_whitespace().rev().take(REACH).take_while(|word| !ends_sentence(word));
    let after = text[span.end..to].split(is_end).next().unwrap_or_default();
    let last = std::cell::Cell::new(false);
    let forth =
        after.split_whitespace().take(REACH).take_while(|word| !last.replace(ends_sentence(word)));
    back.chain(forth).find_map(tense_of).unwrap_or(Tense::Past)
}

fn is_end(c: char) -> bool {
    matches!(c, '\n' | '?' | '!' | ';' | '“' | '”' | '"')
}

/// Whether a full stop after the word ends a sentence: short words with one are abbreviations.
fn ends_sentence(word: &str) -> bool {
    word.len() > 5 && word.ends_with('.')
}

fn tense_of(word: &str) -> Option<Tense> {
    let mut bare = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    if !bare.is_ascii() {
        bare = bare.replace('’', "'");
    }
    let bare = bare.as_str();
    if AHEAD.contains(&bare) || bare.ends_with("'ll") {
        return Some(Tense::Future);
    }
    // Only lower case: `Reed` and `Mohammed` are names.
    let past = bare.len() > 4 && bare.ends_with("ed") && word.starts_with(char::is_lowercase);
    (past || BEHIND.contains(&bare)).then_some(Tense::Past)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_the_tense() {
        for (text, expected) in [
            ("The court said TUESDAY it will hear the case.", Tense::Past),
            ("The court will rule on TUESDAY, the clerk said.", Tense::Future),
            ("On TUESDAY the court will hear the case.", Tense::Future),
            ("The vote is scheduled for TUESDAY.", Tense::Future),
            ("Rain fell on TUESDAY.", Tense::Past),
            ("They’ll sail on TUESDAY.", Tense::Future),
            ("The vote is scheduled. TUESDAY brought rain.", Tense::Past),
            ("Rain is expected. On TUESDAY it fell.", Tense::Past),
            ("TUESDAY", Tense::Past),
        ] {
            let start = text.find("TUESDAY").expect("marked");
            assert_eq!(around(text, ByteSpan::new(start, start + 7)), expected, "{text}");
        }
    }
}
