//! Acronyms where they are introduced: `Norrby Harbour Board (NHB)`.
//!
//! Takes a sentence's words and its expressions, gives the acronym in brackets the label of the name
//! before it. The rest of the document then follows its name, as for every other.

use super::document_pass::{insert, text};
use super::words::Words;
use super::{Found, Label};
use crate::confidence::Permille;

/// How sure an acronym is at most that a name introduces.
const INTRODUCED: Permille = Permille(900);
/// Letters that an acronym must share with the initials of its name. Not all: it may be that of the
/// name in another language.
const SHARED: usize = 2;

/// Labels the acronyms of one sentence.
pub(super) fn introduce(words: &Words<'_>, found: &mut Vec<Found>) {
    let mut added = Vec::new();
    let mut first = 0;
    while let Some(name) = found.get(first) {
        first += 1;
        let at = name.to + 1;
        let thing = matches!(
            name.label,
            Label::Org | Label::Gpe | Label::Loc | Label::Fac | Label::Event | Label::Law
        );
        let in_brackets = words.raw(name.to) == "(" && words.raw(at + 1) == ")";
        if !(thing && in_brackets && stands_for(words, name, words.raw(at))) {
            continue;
        }
        let short = Found {
            from: at,
            to: at + 1,
            label: name.label,
            confidence: name.confidence.min(INTRODUCED),
            why: format!("short for “{}”", text(words, name.from, name.to)),
            own: None,
        };
        match found.get_mut(first) {
            Some(next) if next.from <= at && at < next.to => {
                if next.own.is_none() && (next.from, next.to) == (at, at + 1) {
                    *next = short;
                }
            }
            _ => added.push(short),
        }
    }
    insert(found, added);
}

/// Whether `short` is an acronym that shares enough letters with the initials of a name.
fn stands_for(words: &Words<'_>, name: &Found, short: &str) -> bool {
    let capitals = short.chars().filter(|c| c.is_uppercase()).count();
    let acronym = capitals >= 2 && short.len() <= 10 && short.chars().all(char::is_alphanumeric);
    if !acronym || name.to < name.from + 2 {
        return false;
    }
    let mut initials: Vec<char> = (name.from..name.to)
        .filter_map(|at| words.raw(at).chars().next().filter(|c| c.is_uppercase()))
        .collect();
    let shared = short.chars().filter(|letter| {
        let at = initials.iter().position(|initial| initial == letter);
        at.map(|at| initials.swap_remove(at)).is_some()
    });
    shared.count() >= SHARED
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::TokenizedText;

    #[test]
    fn an_acronym_takes_the_label_of_the_name_that_introduces_it() {
        for (text, to, expected) in [
            ("Norrby Harbour Board ( NHB ) met", 3, "ORG NHB"),
            // That of the name in its own language.
            ("Norrby Harbour Office ( HAN ) met", 3, "ORG HAN"),
            ("Norrby Harbour Board ( SWE ) met", 3, ""),
            ("Norrby Harbour Board ( Norrby ) met", 3, ""),
            ("Norrby ( NHB ) met", 1, ""),
            ("Norrby Harbour Board ( NHB and others )", 3, ""),
        ] {
            let joined = TokenizedText::join(&[text.split(' ').collect()]);
            let words = Words::new(&joined.text, &joined.sentences[0]);
            let name = |from, to, label| {
                let why = String::new();
                Found { from, to, label, confidence: Permille(950), why, own: None }
            };
            let show = |found: &[Found]| {
                let second = found.get(1).filter(|one| one.label == Label::Org);
                second.map_or(String::new(), |one| format!("ORG {}", words.raw(one.from)))
            };
            let mut found = vec![name(0, to, Label::Org)];
            introduce(&words, &mut found);
            assert_eq!(show(&found), expected, "{text}");
            let mut found = vec![name(0, to, Label::Org), name(to + 1, to + 2, Label::Event)];
            introduce(&words, &mut found);
            assert_eq!(show(&found), expected, "{text}");
        }
    }
}
