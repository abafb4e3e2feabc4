//! The language of an article, by its letters and trigrams.
//!
//! Takes the text and its blocks, gives a language or nothing where too little is written to tell.

use crate::blocks::Block;
use whatlang::{Lang, detect};

/// Letters that must be there before a guess is worth saying; a headline is not enough.
const MIN_LETTERS: usize = 200;
/// Bytes that are looked at: more change nothing.
const MAX_BYTES: usize = 4_000;

/// ISO 639-1 codes of the languages that have one and that newspapers are written in.
const CODES: [(Lang, &str); 42] = [
    (Lang::Eng, "en"),
    (Lang::Rus, "ru"),
    (Lang::Ukr, "uk"),
    (Lang::Bel, "be"),
    (Lang::Bul, "bg"),
    (Lang::Mkd, "mk"),
    (Lang::Srp, "sr"),
    (Lang::Hrv, "hr"),
    (Lang::Slv, "sl"),
    (Lang::Slk, "sk"),
    (Lang::Ces, "cs"),
    (Lang::Pol, "pl"),
    (Lang::Deu, "de"),
    (Lang::Nld, "nl"),
    (Lang::Dan, "da"),
    (Lang::Swe, "sv"),
    (Lang::Nob, "no"),
    (Lang::Fin, "fi"),
    (Lang::Est, "et"),
    (Lang::Lav, "lv"),
    (Lang::Lit, "lt"),
    (Lang::Hun, "hu"),
    (Lang::Ron, "ro"),
    (Lang::Fra, "fr"),
    (Lang::Ita, "it"),
    (Lang::Spa, "es"),
    (Lang::Por, "pt"),
    (Lang::Cat, "ca"),
    (Lang::Ell, "el"),
    (Lang::Tur, "tr"),
    (Lang::Aze, "az"),
    (Lang::Heb, "he"),
    (Lang::Ara, "ar"),
    (Lang::Pes, "fa"),
    (Lang::Urd, "ur"),
    (Lang::Hin, "hi"),
    (Lang::Ben, "bn"),
    (Lang::Tha, "th"),
    (Lang::Vie, "vi"),
    (Lang::Ind, "id"),
    (Lang::Cmn, "zh"),
    (Lang::Jpn, "ja"),
];

/// A language that was told from the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// ISO 639-1 code where there is one, else ISO 639-3.
    pub code: &'static str,
    /// Its English name.
    pub name: &'static str,
}

impl Language {
    /// Whether it is the one that the tagger was made for.
    #[must_use]
    pub fn is_english(self) -> bool {
        self.code == "en"
    }
}

/// Tells the language of what is kept of a text.
///
/// ```
/// use copydesk::{Options, annotate};
/// let french = "Le ministre a déclaré vendredi que les négociations reprendraient la semaine \
///     prochaine, après une rencontre entre les deux délégations dans la capitale, et que le \
///     gouvernement souhaitait un accord durable avant la fin du mois de mai, si possible.";
/// let language = annotate(french.as_bytes(), &Options::default()).metadata.language;
/// assert_eq!(language.as_deref(), Some("fr"));
/// ```
#[must_use]
pub fn tell(text: &str, blocks: &[Block]) -> Option<Language> {
    let mut sample = String::new();
    for block in blocks.iter().filter(|block| block.keep) {
        let room = MAX_BYTES.saturating_sub(sample.len());
        let body = block.span.of(text);
        sample.push_str(&body[..body.floor_char_boundary(room)]);
        sample.push('\n');
    }
    if sample.chars().filter(|c| c.is_alphabetic()).count() < MIN_LETTERS {
        return None;
    }
    let found = detect(&sample).filter(whatlang::Info::is_reliable)?;
    let code = CODES.iter().find(|(lang, _)| *lang == found.lang());
    Some(Language {
        code: code.map_or(found.lang().code(), |(_, code)| code),
        name: found.lang().eng_name(),
    })
}
