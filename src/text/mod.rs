//! Bytes to text.
//!
//! Takes the bytes of a file, gives a [`Decoded`] text. Never fails: bytes that mean nothing in
//! the encoding become U+FFFD and are reported.

mod encoding;
mod sniff;

use crate::span::ByteSpan;
use crate::warning::{Warning, WarningCode};

/// How the input is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputKind {
    /// A page's source.
    Html,
    /// Plain text, such as a person copies out of a browser.
    Text,
}

impl InputKind {
    /// The kind as it stands in the document.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Text => "text",
        }
    }
}

/// A text and how it was read.
#[derive(Clone, Debug)]
pub struct Decoded {
    /// The text, without byte order mark, line ends kept.
    pub text: String,
    /// HTML or plain text.
    pub kind: InputKind,
    /// Canonical name of the encoding it was read in, such as `UTF-8`.
    pub encoding: &'static str,
    /// What could not be read.
    pub warnings: Vec<Warning>,
}

/// Decodes `bytes`, as `kind` or as what they look like, in the encoding that `label` names or
/// that the bytes declare.
///
/// ```
/// use copydesk::text::{InputKind, decode};
/// let page = decode(b"<meta charset=windows-1252><p>caf\xE9", None, None);
/// assert_eq!((page.kind, page.encoding), (InputKind::Html, "windows-1252"));
/// assert!(page.text.ends_with("café"));
/// ```
#[must_use]
pub fn decode(bytes: &[u8], kind: Option<InputKind>, label: Option<&str>) -> Decoded {
    let mut warnings = Vec::new();
    let encoding = encoding::choose(bytes, kind, label, &mut warnings);
    // A byte order mark overrules even the choice, as it does in every browser.
    let (text, encoding, malformed) = encoding.decode(bytes);
    let text = text.into_owned();
    let kind = kind.unwrap_or_else(|| sniff::kind(&text));
    if malformed {
        warnings.push(malformed_warning(&text, kind, encoding.name()));
    }
    warnings.extend(decoded_twice(&text));
    Decoded { text, kind, encoding: encoding.name(), warnings }
}

/// Places from which on a text was surely decoded twice.
const ENOUGH_PLACES: usize = 2;

/// Warns where UTF-8 was once read as windows-1252: `Ã©` for `é`, `â€™` for an apostrophe.
fn decoded_twice(text: &str) -> Option<Warning> {
    // An Ã before a sign: no language writes that. Letters behind it are Portuguese.
    let is_second = |c: char| matches!(c, '\u{80}'..='\u{BF}' | '€' | '‚'..='”' | '†'..='…' | '‰' | '‹' | '›' | '™' | 'œ' | 'Œ' | 'š' | 'Š' | 'ž' | 'Ž' | 'Ÿ' | 'ƒ' | 'ˆ' | '˜');
    // Both begin with this byte, which is rare: finding it costs little even in a long page.
    let places = memchr::memchr_iter(b'\xC3', text.as_bytes()).map(|at| &text[at..]);
    let wrong = places.filter(|rest| {
        let second = rest.strip_prefix("Ã").or_else(|| rest.strip_prefix("â€"));
        second.is_some_and(|second| second.starts_with(is_second))
    });
    (wrong.take(ENOUGH_PLACES).count() == ENOUGH_PLACES).then(|| Warning {
        code: WarningCode::DecodedTwice,
        message: "Letters such as Ã© stand for others: the text was decoded twice before it came \
                  here. Names with such letters are missed; copy it again from its source."
            .to_owned(),
        span: ByteSpan::default(),
    })
}

/// Says how many places could not be read and, for plain text, where the first one is; a page's
/// source offsets mean nothing in its visible text.
fn malformed_warning(text: &str, kind: InputKind, encoding: &str) -> Warning {
    let count = text.matches('\u{FFFD}').count();
    let first = text.find('\u{FFFD}').filter(|_| kind == InputKind::Text);
    let places = if count == 1 { "One place is" } else { "Some places are" };
    Warning {
        code: WarningCode::InvalidBytes,
        message: format!("{places} not valid {encoding} and shown as \u{FFFD} ({count} in all)."),
        span: first
            .map_or_else(ByteSpan::default, |at| ByteSpan::new(at, at + '\u{FFFD}'.len_utf8())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn encodings() {
        let cases: [(&[u8], Option<&str>, &str, &str); 9] = [
            (b"plain", None, "UTF-8", "plain"),
            (b"\xEF\xBB\xBFmarked", None, "UTF-8", "marked"),
            (b"\xFF\xFEa\0b\0", None, "UTF-16LE", "ab"),
            (b"caf\xE9", Some("latin1"), "windows-1252", "caf\u{E9}"),
            (b"caf\xE9", None, "UTF-8", "caf\u{FFFD}"),
            (
                b"<meta http-equiv=Content-Type content='text/html; charset=iso-8859-2'>\xB1",
                None,
                "ISO-8859-2",
                "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-2'>\u{105}",
            ),
            (b"<meta charset=utf-16>ok", None, "UTF-8", "<meta charset=utf-16>ok"),
            // Pages are often saved as UTF-8 with the old declaration left in.
            (
                "<meta charset=latin1>\u{E9}t\u{E9}".as_bytes(),
                None,
                "UTF-8",
                "<meta charset=latin1>\u{E9}t\u{E9}",
            ),
            (b"charset=latin1 \xE9", None, "UTF-8", "charset=latin1 \u{FFFD}"),
        ];
        for (bytes, label, encoding, text) in cases {
            let decoded = decode(bytes, None, label);
            assert_eq!((decoded.encoding, &decoded.text[..]), (encoding, text));
        }
    }

    #[test]
    fn warnings_name_what_went_wrong() {
        let codes = |bytes: &[u8], label: Option<&str>| -> Vec<WarningCode> {
            decode(bytes, Some(InputKind::Text), label).warnings.iter().map(|w| w.code).collect()
        };
        assert_eq!(codes(b"fine", None), []);
        assert_eq!(codes(b"a\xFFb", None), [WarningCode::InvalidBytes]);
        assert_eq!(codes(b"cut \xE2\x82", None), [WarningCode::InvalidBytes]);
        assert_eq!(codes(b"fine", Some("klingon")), [WarningCode::UnknownEncoding]);
        for (text, twice) in [
            ("The cafÃ© wasnâ€™t open", true),
            ("The café wasn’t open, São Paulo said; NÃO, IRMÃOS", false),
            ("one Ã© alone", false),
        ] {
            assert_eq!(
                codes(text.as_bytes(), None) == [WarningCode::DecodedTwice],
                twice,
                "{text}"
            );
        }
        let decoded = decode(b"a\xFFb", Some(InputKind::Text), None);
        assert_eq!(decoded.warnings[0].span.of(&decoded.text), "\u{FFFD}");
    }

    proptest! {
        #[test]
        fn any_bytes_decode(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = decode(&bytes, None, None);
        }

        #[test]
        fn text_stays_as_it_is(text in "\\PC{0,100}(\r\n|\n)?\\PC{0,100}") {
            prop_assume!(!text.starts_with('\u{FEFF}'));
            let decoded = decode(text.as_bytes(), Some(InputKind::Text), None);
            prop_assert_eq!(decoded.text, text);
        }
    }
}
