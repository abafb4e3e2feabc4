//! Tokens to entities: people, organisations, places, dates and the rest of the eighteen kinds.
//!
//! Takes text, blocks and sentences, gives [`Entity`]s, sorted and disjoint.

pub mod gazetteer;

use crate::blocks::Block;
use crate::confidence::Permille;
use crate::span::ByteSpan;
use crate::tokens::Sentence;

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

/// Finds the entities of a text; those inside removed blocks only with `keep_all`.
#[must_use]
pub fn tag(
    _text: &str,
    _blocks: &[Block],
    _sentences: &[Sentence],
    _keep_all: bool,
) -> Vec<Entity> {
    Vec::new()
}
