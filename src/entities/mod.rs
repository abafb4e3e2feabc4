//! Tokens to entities: people, organisations, places, dates and the rest of the eighteen kinds.
//!
//! Takes text, blocks and sentences, gives [`Entity`]s, sorted and disjoint.

mod acronym;
mod document_pass;
pub mod gazetteer;
mod lexicon;
pub(crate) mod model;
pub(crate) mod name;
mod named;
mod numbers;
pub mod own;
mod select;
mod settle;
mod shared_name;
pub(crate) mod words;

use crate::blocks::Block;
use crate::confidence::Permille;
use crate::span::ByteSpan;
use crate::tokens::Sentence;
use own::{Listed, Own, OwnNames};
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

    /// The label that people write as `name`, in any case; the usual other names are known too.
    ///
    /// ```
    /// use copydesk::entities::Label;
    /// assert_eq!(Label::named("per"), Some(Label::Person));
    /// assert_eq!(Label::named("Work of art"), Some(Label::WorkOfArt));
    /// assert_eq!(Label::named("PERSN"), None);
    /// ```
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let name = name.trim().to_ascii_uppercase().replace([' ', '-'], "_");
        match name.as_str() {
            "PER" => Some(Self::Person),
            "ORGANIZATION" | "ORGANISATION" => Some(Self::Org),
            "LOCATION" => Some(Self::Loc),
            "FACILITY" => Some(Self::Fac),
            _ => Self::ALL.into_iter().find(|label| label.as_str() == name),
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
    /// Which name of the reader's own list it is; all spellings of one name are one thing.
    pub own: Option<usize>,
}

/// An expression found in one sentence; `from` and `to` count words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    from: usize,
    to: usize,
    label: Label,
    confidence: Permille,
    why: String,
    /// What it is of the reader's own list, and where exactly: nothing moves or relabels it.
    own: Option<Listed>,
}

/// Finds the entities of a text; those inside removed blocks only with `keep_all`.
///
/// The reader's own names, then names, then dates and numbers in what those leave, sentence by
/// sentence; then one pass over the document, so that a name found here is found everywhere.
#[must_use]
pub fn tag(
    text: &str,
    blocks: &[Block],
    sentences: &[Sentence],
    keep_all: bool,
    own: &OwnNames,
) -> Vec<Entity> {
    let words = read(text, blocks, sentences, keep_all);
    let own = own.find(text, blocks, sentences, &words, keep_all);
    let names = words.iter().zip(named::find(&words)).map(|(w, names)| settle::sentence(w, names));
    let mut found = expressions(&words, names, &own);
    document_pass::run(&words, &mut found);
    entities(text, &words, found)
}

/// Finds what holds in any language: the reader's own names, listed names that leave no doubt, figures
/// and dates in figures. For articles that are not in English.
#[must_use]
pub fn tag_foreign(
    text: &str,
    blocks: &[Block],
    sentences: &[Sentence],
    keep_all: bool,
    own: &OwnNames,
) -> Vec<Entity> {
    let words = read(text, blocks, sentences, keep_all);
    let own = own.find(text, blocks, sentences, &words, keep_all);
    let found = expressions(&words, words.iter().map(name::listed_only), &own);
    entities(text, &words, found)
}

/// The expressions of every sentence: the reader's own, the `names` found in it, and dates and
/// numbers in what those leave.
fn expressions(
    words: &[Words<'_>],
    names: impl Iterator<Item = Vec<Found>>,
    own: &[Own],
) -> Vec<Vec<Found>> {
    let own = by_sentence(words, own);
    let sentences = words.iter().zip(names).zip(own);
    sentences
        .map(|((words, names), own)| trim(words, select::sentence(words, names, own)))
        .collect()
}

/// The reader's own names as expressions of every sentence that they touch.
fn by_sentence(words: &[Words<'_>], own: &[Own]) -> Vec<Vec<Found>> {
    let in_sentence = |words: &Words<'_>| {
        let whole = words.extent();
        let first = own.partition_point(|one| one.listed.span.end <= whole.start);
        let found = own[first..].iter().take_while(|one| one.listed.span.start < whole.end);
        found
            .filter_map(|one| {
                let (from, to) = words.touched_by(one.listed.span)?;
                let (label, why) = (one.label, one.why.clone());
                let own = Some(one.listed);
                Some(Found { from, to, label, confidence: Permille(1000), why, own })
            })
            .collect()
    };
    words.iter().map(in_sentence).collect()
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
        // Again, since the pass over the document adds words that some name ends in.
        entities.extend(trim(words, found).into_iter().filter_map(|one| {
            let Found { from, to, label, confidence, why, own } = one;
            if let Some(Listed { span, name }) = own {
                // One that goes on into the next sentence is the first one's.
                let begins = span.start >= words.extent().start;
                return begins.then_some(Entity { span, label, confidence, why, own: name });
            }
            let span = without_marks(text, words.span(from, to), label);
            Some(Entity { span, label, confidence, why, own: None })
        }));
    }
    entities
}

/// The expressions of one sentence, each trimmed but the reader's own.
fn trim(words: &Words<'_>, found: Vec<Found>) -> Vec<Found> {
    let trim = |one: Found| {
        if one.own.is_some() {
            return Some(one);
        }
        let (from, to) = trimmed(words, one.from, one.to)?;
        Some(Found { from, to, ..one })
    };
    found.into_iter().filter_map(trim).collect()
}

/// Marks that are part of an amount.
const SIGNS: &str = "$€£¥₹₡₦₱₩₴₽₺₫₪₵฿¢%٪％°½¼¾⅓⅔";

/// An expression without the article before it and the genitive or mark behind it, whichever rule
/// found it; `None` where nothing is left.
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
