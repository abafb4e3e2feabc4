//! What a step could not do, in a code for programs and a sentence for people.

use crate::span::ByteSpan;

/// The kinds of warning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WarningCode {
    /// Bytes that are not valid in the encoding became U+FFFD.
    InvalidBytes,
    /// Letters that come from decoding a text a second time: `Ã©` for `é`.
    DecodedTwice,
    /// The encoding label that the caller or the page named is unknown.
    UnknownEncoding,
    /// Elements nested deeper than the cap were flattened; their text is all there.
    NestingFlattened,
    /// Nothing to read: the input is empty or blank.
    Empty,
    /// No block looks like an article.
    NoArticle,
    /// A list of articles instead of one.
    FrontPage,
    /// The page of a video.
    VideoPage,
    /// An article that is left out because it has to be paid for.
    Paywall,
    /// Perhaps the beginning alone of an article that has to be paid for.
    Partial,
    /// A page that says that another is missing or cannot be shown.
    ErrorPage,
    /// A page that gets its text by script.
    ScriptNeeded,
    /// A check whether a person or a program is reading.
    RobotCheck,
    /// A page that asks for a password.
    LoginPage,
    /// A page that asks for consent to cookies.
    ConsentPage,
    /// The article stands in a frame whose document is not here.
    Framed,
    /// Two sources name different days of publication.
    DaysDiffer,
    /// The article is not in English, so only what holds in any language was tagged.
    NotEnglish,
}

impl WarningCode {
    /// The code as it stands in the document.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::InvalidBytes => "invalid-bytes",
            Self::DecodedTwice => "decoded-twice",
            Self::UnknownEncoding => "unknown-encoding",
            Self::NestingFlattened => "nesting-flattened",
            Self::Empty => "empty",
            Self::NoArticle => "no-article",
            Self::FrontPage => "no-article-front-page",
            Self::VideoPage => "no-article-video",
            Self::Paywall => "no-article-paywall",
            Self::Partial => "partial-article",
            Self::ErrorPage => "no-article-error",
            Self::ScriptNeeded => "no-article-script",
            Self::RobotCheck => "no-article-robot-check",
            Self::LoginPage => "no-article-login",
            Self::ConsentPage => "no-article-consent",
            Self::Framed => "no-article-frame",
            Self::DaysDiffer => "days-differ",
            Self::NotEnglish => "not-english",
        }
    }
}

/// One warning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// What kind it is.
    pub code: WarningCode,
    /// A sentence for the reader.
    pub message: String,
    /// Where in the document's text, in bytes; empty at 0 where it concerns the whole.
    pub span: ByteSpan,
}
