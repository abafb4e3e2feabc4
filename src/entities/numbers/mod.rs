//! Numbers and times by rules: DATE TIME PERCENT MONEY QUANTITY ORDINAL CARDINAL.
//!
//! Takes a sentence's words and a place, gives the expression that begins there: the first rule
//! that fits takes its words.

mod amounts;
mod days;
mod digits;
mod reader;
mod times;
mod words;

#[cfg(test)]
mod cases;

pub(super) use digits::{Digits, digits, part};
pub(super) use words::{Class, classes};

use super::words::Words;
use super::{Found, Label};
use crate::confidence::Permille;

/// What a rule found: the word after its last, the label, the evidence.
#[derive(Clone, Copy, Debug)]
struct Read {
    end: usize,
    label: Label,
    why: &'static str,
}

/// How sure each label is, in thousandths; rules over closed lists rarely err.
fn confidence(label: Label) -> Permille {
    Permille(match label {
        Label::Percent | Label::Money => 970,
        Label::Date => 930,
        Label::Time | Label::Quantity => 920,
        Label::Ordinal => 900,
        _ => 870,
    })
}

/// The number or time that begins at word `at`.
pub(super) fn at(words: &Words<'_>, at: usize) -> Option<Found> {
    if !words.may_begin(at) || words.glued(at) {
        return None;
    }
    let read = times::clock(words, at)
        .or_else(|| days::calendar(words, at))
        .or_else(|| times::relative(words, at))
        .or_else(|| amounts::ordinal(words, at))
        .or_else(|| amounts::amount(words, at))?;
    // `a week ago`, `a million`: no span begins with an article.
    let article =
        matches!(words.lower(at), "a" | "an") && read.end > at + 1 && words.raw(at + 1) != "$";
    Some(Found {
        from: at + usize::from(article),
        to: read.end,
        label: read.label,
        confidence: confidence(read.label),
        why: read.why.to_owned(),
        own: None,
    })
}
