//! Where a piece of metadata was found.
//!
//! A [`Sourced`] value reads like the text it holds and knows its [`Source`].

use std::ops::Deref;

/// A place that says something of the article, in the order of trust.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// JSON-LD of schema.org.
    JsonLd,
    /// `<meta>` of Open Graph: `og:`, `article:`.
    OpenGraph,
    /// `<meta>` of Twitter cards.
    Twitter,
    /// Another `<meta>`.
    Meta,
    /// `itemprop` of an element.
    Microdata,
    /// `<time>`.
    Time,
    /// `<title>`.
    Title,
    /// `<html lang>`.
    HtmlLang,
    /// The text that a reader sees.
    Text,
    /// The page's own address or, where it names none, that of most of its links.
    Address,
    /// The caller.
    Caller,
}

impl Source {
    /// Every source, in the order of its numbers on the page.
    pub const ALL: [Source; 11] = [
        Source::JsonLd,
        Source::OpenGraph,
        Source::Twitter,
        Source::Meta,
        Source::Microdata,
        Source::Time,
        Source::Title,
        Source::HtmlLang,
        Source::Text,
        Source::Address,
        Source::Caller,
    ];

    /// The code as it stands in the document.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.words().0
    }

    /// What a reader is told, to follow "from".
    #[must_use]
    pub fn phrase(self) -> &'static str {
        self.words().1
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::JsonLd => ("json-ld", "the page’s hidden data for search engines (JSON-LD)"),
            Self::OpenGraph => ("open-graph", "the page’s hidden data for sharing (Open Graph)"),
            Self::Twitter => ("twitter", "the page’s hidden data for sharing (Twitter card)"),
            Self::Meta => ("meta", "the page’s hidden data (<meta>)"),
            Self::Microdata => ("microdata", "marks in the page’s text (microdata)"),
            Self::Time => ("time", "a time marked in the page’s text (<time>)"),
            Self::Title => ("title", "the title of the browser’s window (<title>)"),
            Self::HtmlLang => ("html-lang", "what the page says of its language (<html lang>)"),
            Self::Text => ("text", "the text itself"),
            Self::Address => ("address", "the address of the page or of its links"),
            Self::Caller => ("caller", "whoever added the article"),
        }
    }
}

/// A value and where it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sourced {
    /// The value.
    pub value: String,
    /// Where it was found.
    pub source: Source,
}

impl Sourced {
    /// A value from a source.
    #[must_use]
    pub fn new(value: impl Into<String>, source: Source) -> Self {
        Self { value: value.into(), source }
    }
}

impl Deref for Sourced {
    type Target = str;

    fn deref(&self) -> &str {
        &self.value
    }
}
