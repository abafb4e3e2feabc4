//! Tokens to entities: people, organisations, places, dates and the rest of the eighteen kinds.
//!
//! Takes text, blocks and sentences, gives [`Entity`]s, sorted and disjoint.

mod document_pass;
pub mod gazetteer;
pub(crate) mod model;
pub(crate) mod name;
mod named;
mod numbers;
mod select;
mod settle;
mod shared_name;
pub(crate) mod words;

use crate::blocks::Block;
use crate::confidence::Permille;
use crate::span::ByteSpan;
use crate::tokens::Sentence;
use words::Words;

/// The eighteen labels of OntoNotes 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names are the field's own and said in `describe`")]
pub enum Label {
    Person,
    Norp,
    Fac,
    Org,
    Gpe,
    Loc,
    Product,
    Event,
    WorkOfArt,
    Law,
    Language,
    Date,
    Time,
    Percent,
    Money,
    Quantity,
    Ordinal,
    Cardinal,
}

impl Label {
    /// Every label, in the order of its numbers on the page.
    pub const ALL: [Label; 18] = [
        Label::Person,
        Label::Norp,
        Label::Fac,
        Label::Org,
        Label::Gpe,
        Label::Loc,
        Label::Product,
        Label::Event,
        Label::WorkOfArt,
        Label::Law,
        Label::Language,
        Label::Date,
        Label::Time,
        Label::Percent,
        Label::Money,
        Label::Quantity,
        Label::Ordinal,
        Label::Cardinal,
    ];

    /// The label as it stands in the document.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Person => "PERSON",
            Self::Norp => "NORP",
            Self::Fac => "FAC",
            Self::Org => "ORG",
            Self::Gpe => "GPE",
            Self::Loc => "LOC",
            Self::Product => "PRODUCT",
            Self::Event => "EVENT",
            Self::WorkOfArt => "WORK_OF_ART",
            Self::Law => "LAW",
            Self::Language => "LANGUAGE",
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Percent => "PERCENT",
            Self::Money => "MONEY",
            Self::Quantity => "QUANTITY",
            Self::Ordinal => "ORDINAL",
            Self::Cardinal => "CARDINAL",
        }
    }
}

/// One mention of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Where it stands in the text, in bytes; without article, title or genitive.
    pub span: ByteSpan,
    /// What kind of thing it is.
    pub label: Label,
    /// How sure the label is.
    pub confidence: Permille,
    /// The evidence in words.
    pub why: String,
}

/// An expression found in one sentence; `from` and `to` count words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    from: usize,
    to: usize,
    label: Label,
    confidence: Permille,
    why: String,
}

/// Finds the entities of a text; those inside removed blocks only with `keep_all`.
///
/// Names, then dates and numbers in what the names leave, sentence by sentence; then one pass over
/// the document, so that a name found here is found everywhere.
#[must_use]
pub fn tag(text: &str, blocks: &[Block], sentences: &[Sentence], keep_all: bool) -> Vec<Entity> {
    let words = read(text, blocks, sentences, keep_all);
    let names = named::find(&words);
    let mut found: Vec<Vec<Found>> = words
        .iter()
        .zip(names)
        .map(|(words, names)| trim(words, select::sentence(words, settle::sentence(words, names))))
        .collect();
    document_pass::run(&words, &mut found);
    entities(text, &words, found)
}

/// Finds what holds in any language: listed names that leave no doubt, figures and dates in
/// figures. For articles that are not in English.
#[must_use]
pub fn tag_foreign(
    text: &str,
    blocks: &[Block],
    sentences: &[Sentence],
    keep_all: bool,
) -> Vec<Entity> {
    let words = read(text, blocks, sentences, keep_all);
    let found =
        words.iter().map(|words| trim(words, select::sentence(words, name::listed_only(words))));
    let found = found.collect();
    entities(text, &words, found)
}

fn read<'t>(
    text: &'t str,
    blocks: &[Block],
    sentences: &[Sentence],
    keep_all: bool,
) -> Vec<Words<'t>> {
    sentences
        .iter()
        .filter(|sentence| keep_all || blocks.get(sentence.block).is_some_and(|b| b.keep))
        .map(|sentence| Words::new(text, sentence))
        .collect()
}

fn entities(text: &str, words: &[Words<'_>], found: Vec<Vec<Found>>) -> Vec<Entity> {
    let mut entities = Vec::new();
    for (words, found) in words.iter().zip(found) {
        entities.extend(found.into_iter().map(|one| {
            let Found { from, to, label, confidence, why } = one;
            let span = without_marks(text, words.span(from, to), label);
            Entity { span, label, confidence, why }
        }));
    }
    entities
}

/// The expressions of one sentence, each trimmed.
fn trim(words: &Words<'_>, found: Vec<Found>) -> Vec<Found> {
    let trim = |one: Found| {
        let (from, to) = trimmed(words, one.from, one.to)?;
        Some(Found { from, to, ..one })
    };
    found.into_iter().filter_map(trim).collect()
}

/// Marks that are part of an amount.
const SIGNS: &str = "$€£¥₹₡₦₱₩₴₽₺₫₪₵฿¢%٪％°½¼¾⅓⅔";

/// An expression without the article before it and the genitive or mark behind it, whoever found
/// it; `None` where nothing is left.
fn trimmed(words: &Words<'_>, mut from: usize, mut to: usize) -> Option<(usize, usize)> {
    let spoken =
        |at: usize| words.raw(at).chars().any(|c| c.is_alphanumeric() || SIGNS.contains(c));
    // `A$400`: a letter that a sign touches is no article.
    let article = |at: usize| {
        matches!(words.lower(at), "the" | "a" | "an")
            && !(words.raw(at + 1) == "$" && words.joined(at))
    };
    while from < to && (article(from) || !spoken(from)) {
        from += 1;
    }
    // `U . S .` in corpora that part the stops: the last one is the name's.
    let initial = |at: usize| {
        words.raw(at) == "." && at > from && words.raw(at - 1).len() == 1 && words.capital(at - 1)
    };
    let tail = |at: usize| matches!(words.lower(at), "'s" | "’s") || !(spoken(at) || initial(at));
    while from < to && tail(to - 1) {
        to -= 1;
    }
    (from < to).then_some((from, to))
}

/// An expression without the mark of a hashtag (`#Oslo`) and without the full stop that a unit has
/// from the end of its sentence (`20 kg.`).
fn without_marks(text: &str, span: ByteSpan, label: Label) -> ByteSpan {
    let tag = span.of(text).starts_with('#');
    let unit = label == Label::Quantity && span.of(text).ends_with('.');
    ByteSpan::new(span.start + usize::from(tag), span.end - usize::from(unit))
}
