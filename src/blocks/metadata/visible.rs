//! Bylines, timestamps and datelines as they stand in the text.
//!
//! Takes one line, says what it is. Language-independent where it can be: a timestamp is a day
//! and little else.

use super::day;

/// Words that begin a byline.
const BY: [&str; 32] = [
    "by ",
    "von ",
    "por ",
    "par ",
    "di ",
    "door ",
    "av ",
    "af ",
    "текст:",
    "автор:",
    "autor:",
    "oleh ",
    "written by ",
    "text: ",
    "text von ",
    "autorin:",
    "auteur :",
    "auteur:",
    "tekst:",
    "yazan:",
    "γράφει ",
    "γράφουν ",
    "بقلم",
    "كتب:",
    "نویسنده:",
    "מאת ",
    "लेखक:",
    "文：",
    "文/",
    "作者：",
    "记者：",
    "글:",
];

/// Longest of them, in characters.
const LONGEST_BY: usize = 11;

/// Most words of a name in a script without capitals.
const CASELESS_WORDS: usize = 4;

/// Longest byline, in bytes.
const LONGEST_BYLINE: usize = 120;

/// Longest line that names who holds the rights, in bytes.
const LONGEST_RIGHTS: usize = 240;

/// Most words around the day in a timestamp.
const TIMESTAMP_WORDS: usize = 14;

/// The name in a line like `By Ann Lee`, or a bare name from a page's head.
pub(crate) fn byline_name(line: &str) -> Option<String> {
    let line = &line.replace('\u{A0}', " ");
    let line = line.trim();
    let lower = line.to_lowercase();
    let begun = BY.iter().find(|by| lower.starts_with(**by) && line.is_char_boundary(by.len()));
    let name = begun.map_or(line, |by| line[by.len()..].trim());
    let name = name.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '|' | ':'));
    let name = before_date(name);
    let url = name.contains("://") || name.starts_with("www.") || name.starts_with('@');
    (!name.is_empty() && !url && name.len() <= LONGEST_BYLINE).then(|| name.to_owned())
}

/// A name without the day or the paper that follows it in the same line.
fn before_date(name: &str) -> &str {
    let end = name.find(['|', '\u{B7}', '\u{2022}']).unwrap_or(name.len());
    let end = name
        .find(" on ")
        .filter(|&at| at < end && name[at..].contains(char::is_numeric))
        .unwrap_or(end);
    name[..end].trim_end_matches(|c: char| c.is_whitespace() || c == ',')
}

/// Whether a line names who wrote the article: `By` and a name.
pub(crate) fn is_byline(line: &str) -> bool {
    // Most of what is asked is a whole paragraph. A no-break space is two bytes of which one is left.
    if line.len() > 2 * LONGEST_BYLINE {
        return false;
    }
    let spaced;
    let line = if line.is_ascii() {
        line
    } else {
        spaced = line.replace('\u{A0}', " ");
        &spaced
    };
    if line.ends_with(" 기자") && line.split_whitespace().count() <= CASELESS_WORDS {
        return true;
    }
    let head: String = line.chars().take(LONGEST_BY).flat_map(char::to_lowercase).collect();
    let Some(by) = BY.iter().find(|by| head.starts_with(**by)) else {
        return false;
    };
    if line.len() > LONGEST_BYLINE || !line.is_char_boundary(by.len()) {
        return false;
    }
    let name = line[by.len()..].trim_start_matches(|c: char| c.is_whitespace() || c == ':');
    let ends = |c: char| matches!(c, ',' | '|' | '·' | '•') || c.is_numeric();
    let first = name.split(ends).next().unwrap_or("");
    let mut count = 0;
    let mut caseless = false;
    for word in first.split_whitespace() {
        let letter = word.chars().next().filter(|c| c.is_alphabetic());
        if letter.is_none_or(char::is_lowercase)
            && !matches!(
                word,
                "and" | "und" | "et" | "y" | "e" | "de" | "van" | "von" | "di" | "for" | "the"
            )
        {
            return false;
        }
        caseless |= letter.is_some_and(|c| !c.is_uppercase() && !c.is_lowercase());
        count += 1;
    }
    let most = if caseless { CASELESS_WORDS } else { 10 };
    (1..=most).contains(&count) && !line.ends_with(['.', '!', '?', '\u{3002}'])
        || (line.ends_with('.') && count <= 4 && count > 0)
}

/// Whether a line says when the article was published or changed, and little else.
pub(crate) fn is_timestamp(line: &str) -> bool {
    if line.len() > 160 || line.split_whitespace().count() > TIMESTAMP_WORDS {
        return false;
    }
    // The last line of a quoted message names its day too.
    if is_signature(line) {
        return false;
    }
    let lower = line.to_lowercase();
    let words = line.split_whitespace().count();
    let digit = |c: char| c.is_ascii_digit();
    if !line.contains(digit) {
        return is_ago(&lower);
    }
    let begins = || STAMPS.iter().any(|word| lower.starts_with(word));
    let says = || STAMPS.iter().any(|word| lower.contains(word));
    let numbers = || line.split_whitespace().any(|word| word.starts_with(digit));
    (day::find(line).is_some() && (words <= 8 || (words <= 12 && clock(line)) || says()))
        || (words <= 12 && !line.ends_with('.') && numbers() && begins())
        || is_ago(&lower)
}

/// Words of lines that say when an article was published or changed.
const STAMPS: [&str; 26] = [
    "published",
    "posted",
    "created",
    "veröffentlicht",
    "publicado",
    "publié",
    "pubblicato",
    "gepubliceerd",
    "erstellt",
    "opublikowano",
    "опубликовано",
    "publicerad",
    "yayınlanma",
    "updated",
    "modified",
    "aktualisiert",
    "stand:",
    "actualizado",
    "atualizado",
    "mis à jour",
    "aggiornato",
    "bijgewerkt",
    "aktualizacja",
    "обновлено",
    "uppdaterad",
    "güncelleme",
];

/// Where among them the words for a change begin.
const CHANGES: usize = 13;

/// Whether a timestamp says when the article was changed, and not when it was published.
pub(crate) fn is_change(line: &str) -> bool {
    let lower = line.to_lowercase();
    STAMPS[CHANGES..].iter().any(|word| lower.contains(word))
}

/// The holder that a line like `© 2025 The Paper. All rights reserved.` names.
pub(crate) fn rights_holder(line: &str) -> Option<&str> {
    if line.len() > LONGEST_RIGHTS {
        return None;
    }
    let after = |mark: &str| line.rfind(mark).map(|at| &line[at + mark.len()..]);
    let rest = after("©").or_else(|| after("Copyright")).or_else(|| after("(c)"))?;
    let blank = |c: char| c.is_whitespace() || matches!(c, '-' | '–' | ',' | '|');
    let name = rest.trim_start_matches(|c: char| blank(c) || c.is_ascii_digit());
    // Without a year the line may be about a picture.
    if !rest[..rest.len() - name.len()].contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let name = name.strip_prefix("by ").or(name.strip_prefix("Copyright ")).unwrap_or(name);
    let end = name.find(['.', ',', ';', '|', '·', '(', '-', '–', '—', '\n']).unwrap_or(name.len());
    let name = name[..end].split(" All ").next()?.trim();
    let words = name.split_whitespace().count();
    let begins = name.starts_with(|c: char| c.is_uppercase());
    (begins && words <= 5 && !name.starts_with("All ")).then_some(name)
}

/// Whether a time of day stands in a line.
fn clock(line: &str) -> bool {
    let digit = |b: Option<&u8>| b.is_some_and(u8::is_ascii_digit);
    let bytes = line.as_bytes();
    bytes.iter().enumerate().any(|(at, &b)| {
        b == b':'
            && at > 0
            && digit(bytes.get(at - 1))
            && digit(bytes.get(at + 1))
            && digit(bytes.get(at + 2))
    })
}

/// Whether a line ends a quoted message: `— Ann Lee (@annlee) May 6, 2024`.
pub(crate) fn is_signature(line: &str) -> bool {
    line.starts_with('\u{2014}') && line.contains("(@")
}

/// `3 hours ago`, `vor 3 Stunden`.
fn is_ago(lower: &str) -> bool {
    let words: Vec<&str> = lower.split_whitespace().take(6).collect();
    words.len() <= 4
        && words
            .iter()
            .any(|w| w.starts_with(|c: char| c.is_ascii_digit()) || matches!(*w, "a" | "an"))
        && (words.last() == Some(&"ago") || matches!(words.first(), Some(&"vor" | &"hace" | &"il")))
}

/// Agencies and marks that a line about a picture names.
const CREDITS: [&str; 26] = [
    "getty",
    "(image:",
    "(photo:",
    "(picture:",
    "(pic:",
    "image credit",
    "photo credit",
    "/reuters",
    "/ap photo",
    "ap photo",
    "shutterstock",
    "/afp",
    "photo courtesy",
    "photo by",
    "photograph by",
    "(image credit",
    "istock",
    "file photo",
    "unsplash",
    "©",
    "/ap)",
    "foto:",
    "photo:",
    "photo :",
    "фото:",
    "fot.",
];

/// Longest line about a picture, in bytes.
const LONGEST_CREDIT: usize = 300;

/// Most bytes after an agency's name or mark that does not begin the line.
const AFTER_CREDIT: usize = 24;

/// What a line that explains a picture begins with.
const EXPLAINS: &str = "in this ";

/// Whether a line says who made a picture: it ends with an agency or begins with the word.
pub(crate) fn is_credit(line: &str) -> bool {
    let head = line.get(..EXPLAINS.len()).unwrap_or_default();
    let explains = head.eq_ignore_ascii_case(EXPLAINS);
    if line.len() > LONGEST_CREDIT && !explains {
        return false;
    }
    let lower = line.to_lowercase();
    if explains && lower.find(" photo").is_some_and(|at| at < 100) {
        return true;
    }
    if line.len() > LONGEST_CREDIT {
        return false;
    }
    let near_end = |mark: &&str| {
        let from = lower.len().saturating_sub(mark.len() + AFTER_CREDIT);
        let (end, mark_bytes) = (&lower.as_bytes()[from..], mark.as_bytes());
        // Making a search ready for each mark would cost more than looking at these few places.
        let is_mark = |part: &[u8]| part[0] == mark_bytes[0] && part == mark_bytes;
        match end.windows(mark.len()).rposition(is_mark) {
            // A label alone leads to the next line, whatever that is.
            Some(at) => !(at + mark.len() == end.len() && mark.ends_with(':')),
            None => lower.starts_with(*mark),
        }
    };
    let agency = [", ap", ", afp", ", reuters", "/ap", "/afp", "/reuters", "(ap)", "(afp)"];
    let signed = line.split_whitespace().count() <= 8 && agency.iter().any(|a| lower.ends_with(a));
    signed || (CREDITS.iter().any(near_end) && !lower.ends_with("said."))
}

/// Whether a line is a place and a day alone: `MOSCOW, March 14 (Agency) –`.
pub(crate) fn is_dateline(line: &str) -> bool {
    let bare =
        line.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | ':'));
    if bare.len() > 80 || bare == line {
        return false;
    }
    let first = bare.split([',', '(']).next().unwrap_or("").trim();
    let letters = first.chars().filter(|c| c.is_alphabetic()).count();
    let all_large = letters >= 3 && first.chars().all(|c| !c.is_lowercase());
    all_large && bare.split_whitespace().count() <= 8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_before_a_name_are_no_longer_than_what_is_looked_at() {
        assert_eq!(BY.iter().map(|by| by.chars().count()).max(), Some(LONGEST_BY));
    }

    #[test]
    fn lines() {
        for (line, byline, timestamp, dateline) in [
            ("By Ann Lee", true, false, false),
            ("By Ann Lee and Bo Day, The Paper", true, false, false),
            ("By Ann Lee · May 6, 2024", true, true, false),
            ("By the time they came it was over.", false, false, false),
            ("Updated 9:14 PM ET, Mon May 6, 2024", false, true, false),
            ("May 6, 2024", false, true, false),
            ("3 hours ago", false, true, false),
            ("מאת נורה שדה", true, false, false),
            ("文：野原のら", true, false, false),
            ("들판 노라 기자", true, false, false),
            ("2024年11月5日 09:30", false, true, false),
            ("On May 6, 2024 the bridge opened to the first cars.", false, false, false),
            ("OSLO, May 6 (Agency) –", false, false, true),
            ("Oslo is a city –", false, false, false),
        ] {
            assert_eq!(
                (is_byline(line), is_timestamp(line), is_dateline(line)),
                (byline, timestamp, dateline),
                "{line}"
            );
        }
    }

    #[test]
    fn rights() {
        for (line, expected) in [
            ("© 2025 The Paper. All rights reserved.", Some("The Paper")),
            ("Copyright © 1999–2025 Fjord Times", Some("Fjord Times")),
            ("Copyright 2025 by Fjord Times AS, Bergen", Some("Fjord Times AS")),
            ("© 2025 All rights reserved", None),
            ("Photo © Ann Lee", None),
            ("The copyright of songs from 2025 is in doubt.", None),
        ] {
            assert_eq!(rights_holder(line), expected, "{line}");
        }
    }
}
