//! The language of an article, by its most frequent words, then by its letters and trigrams.
//!
//! Takes the text and its blocks, gives a language or nothing where too little is written to tell.

use crate::blocks::Block;
use whatlang::{Lang, detect};

/// Letters that must be there before a guess is worth saying; a headline is not enough.
const MIN_LETTERS: usize = 200;
/// Bytes that are looked at: more change nothing.
const MAX_BYTES: usize = 4_000;

/// Words of which every seventh word of English news is one, and of no other language every
/// twentieth: comparing trigrams with those of seventy languages costs more than finding the
/// article, and is mostly not needed.
const ENGLISH_WORDS: [&str; 5] = ["the", "and", "of", "to", "that"];
/// One word in so many must be one of them.
const ENGLISH_SHARE: usize = 10;

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
    sample.chars().filter(|c| c.is_alphabetic()).nth(MIN_LETTERS - 1)?;
    if is_plainly_english(&sample) {
        return Some(Language { code: "en", name: Lang::Eng.eng_name() });
    }
    let found = detect(&sample).filter(whatlang::Info::is_reliable)?;
    let code = CODES.iter().find(|(lang, _)| *lang == found.lang());
    Some(Language {
        code: code.map_or(found.lang().code(), |(_, code)| code),
        name: found.lang().eng_name(),
    })
}

fn is_plainly_english(sample: &str) -> bool {
    let (mut all, mut frequent) = (0, 0);
    for word in sample.split_ascii_whitespace() {
        all += 1;
        frequent += usize::from(ENGLISH_WORDS.iter().any(|known| word.eq_ignore_ascii_case(known)));
    }
    frequent * ENGLISH_SHARE >= all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_english_is_told_by_its_words() {
        for (text, expected) in [
            ("The mayor of the town said that the bridge and the road were closed to cars.", true),
            (
                "„The Sea and the Man“ startet am Freitag in vielen deutschen Kinos, die das Werk \
                 der jungen Regisseurin aus Bremen mit großer Spannung erwartet haben, denn ihr \
                 erster Film war ein Erfolg.",
                false,
            ),
            ("De burgemeester zei dat de brug of de weg morgen weer open zou gaan.", false),
            ("Bridge closed, road closed, mayor silent.", false),
        ] {
            assert_eq!(is_plainly_english(text), expected, "{text}");
        }
    }
}
