//! Names that a person and a place of the same document share: `Jordan`, `Washington`.
//!
//! Takes every sentence's words and expressions, says for each mention of such a name which of the
//! two it is: by the words beside it, else by which is more at home in the document.

use super::gazetteer::Lists;
use super::name::{PLACE_BEFORE, SAID};
use super::words::Words;
use super::{Found, Label};
use crate::confidence::Permille;
use rustc_hash::FxHashMap;

/// How often a shared name stands as a person's and as a place's.
#[derive(Clone, Copy, Debug, Default)]
struct Uses {
    person: u32,
    place: u32,
}

/// The shared names of one document, folded.
#[derive(Clone, Debug, Default)]
pub(super) struct SharedNames(FxHashMap<String, Uses>);

/// Where the words beside a mention show what it is.
const SHOWN: Permille = Permille(850);
/// Where only the rest of the document does.
const LIKELIER: Permille = Permille(650);

impl SharedNames {
    /// The surnames of people in full whom the document names, where lists know them as places.
    pub(super) fn new(words: &[Words<'_>], found: &[Vec<Found>]) -> Self {
        let mut uses: FxHashMap<String, Uses> = FxHashMap::default();
        let all = || words.iter().zip(found).flat_map(|(w, f)| f.iter().map(move |one| (w, one)));
        for (words, one) in all().filter(|(_, one)| one.label == Label::Person) {
            let surname = one.to - 1;
            if one.to > one.from + 1 && words.lists(surname).any(Lists::TERRITORIES) {
                uses.entry(words.folded(surname).to_owned()).or_default().person += 1;
            }
        }
        if !uses.is_empty() {
            for (words, one) in all().filter(|(_, one)| one.to == one.from + 1) {
                let Some(uses) = uses.get_mut(words.folded(one.from)) else { continue };
                match beside(words, one.from) {
                    Some((Label::Person, _)) => uses.person += 1,
                    Some(_) => uses.place += 1,
                    None => {}
                }
            }
        }
        Self(uses)
    }

    /// Settles a mention of a shared name; `false` where it is none.
    pub(super) fn settle(&self, words: &Words<'_>, one: &mut Found) -> bool {
        let single = one.to == one.from + 1 && matches!(one.label, Label::Person | Label::Gpe);
        if self.0.is_empty() || !single {
            return false;
        }
        let Some(uses) = self.0.get(words.folded(one.from)) else { return false };
        let here = beside(words, one.from);
        let usual = if uses.place > uses.person { Label::Gpe } else { Label::Person };
        let label = here.as_ref().map_or(usual, |(label, _)| *label);
        if label != one.label {
            one.label = label;
            one.confidence = if here.is_some() { SHOWN } else { LIKELIER };
            let what = if label == Label::Person { "person" } else { "place" };
            one.why = here.map_or(format!("the article has a {what} of this name"), |(_, why)| why);
        }
        true
    }
}

/// What the words beside a single word take it for.
fn beside(words: &Words<'_>, at: usize) -> Option<(Label, String)> {
    let stop = usize::from(words.before(at) == ".");
    if let Some(title) = at.checked_sub(1 + stop)
        && words.lists(title).any(Lists::TITLE)
    {
        return Some((Label::Person, format!("follows “{}”", words.raw(title))));
    }
    let before = words.before(at);
    if PLACE_BEFORE.has(before) || matches!(before, "of" | "between") {
        return Some((Label::Gpe, format!("follows “{before}”")));
    }
    // `Amman, Jordan`.
    if let Some(town) = at.checked_sub(2)
        && before == ","
        && words.lists(town).any(Lists::CITY.or(Lists::CAPITAL))
    {
        return Some((Label::Gpe, format!("follows “{},”", words.raw(town))));
    }
    let next = words.lower(at + 1 + usize::from(words.raw(at + 1) == ","));
    let speaks = SAID.has(words.lower(at + 1)) || matches!(next, "who" | "whose");
    speaks.then(|| (Label::Person, format!("stands before “{next}”")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::TokenizedText;

    #[test]
    fn words_beside_a_shared_name_tell_person_from_place() {
        let text = "Ada Jordan landed in Jordan . Amman , Jordan . Mr . Jordan left . Jordan said so . \
                    They saw Jordan play .";
        let sentences: Vec<Vec<&str>> =
            text.split_inclusive(" . ").map(|s| s.split_whitespace().collect()).collect();
        let joined = TokenizedText::join(&sentences);
        let words: Vec<Words<'_>> =
            joined.sentences.iter().map(|s| Words::new(&joined.text, s)).collect();
        let name = |from, to, label| {
            let why = String::new();
            Found { from, to, label, confidence: Permille(900), why, own: None }
        };
        let mut found: Vec<Vec<Found>> = words
            .iter()
            .map(|words| {
                let places = (0..words.len()).filter(|&at| words.raw(at) == "Jordan");
                places.map(|at| name(at, at + 1, Label::Gpe)).collect()
            })
            .collect();
        found[0][0] = name(0, 2, Label::Person);
        let shared = SharedNames::new(&words, &found);
        let mut shown = String::new();
        for (words, found) in words.iter().zip(&mut found) {
            for one in found {
                let settled = shared.settle(words, one);
                shown += &format!("{}{} ", one.label.as_str(), if settled { "" } else { "=" });
            }
        }
        assert_eq!(shown, "PERSON= GPE GPE PERSON PERSON PERSON ");
    }
}
