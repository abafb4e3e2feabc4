//! Names as the trained tagger gives them, settled by what lists and spelling say for certain.
//!
//! Takes a sentence's words and its names, gives the names again: cut at a hyphen before a small
//! word, relabelled where the lists leave no doubt, without words that are no names. Invariant:
//! the names stay sorted and disjoint.

use super::gazetteer::{self, Lists};
use super::name::is_function_word;
use super::words::Words;
use super::{Found, Label};
use crate::confidence::Permille;
use crate::word_list::WordList;

const PEOPLES: Lists = Lists::NATIONALITY.or(Lists::GROUP);
const BODIES: Lists = Lists::ORGANISATION.or(Lists::MEDIA);
/// How sure a label is that the lists decide on against the model.
const LISTED: Permille = Permille(700);

/// Words in capitals that name nothing by themselves.
const GENERIC: &[&str] = &[
    "kingdom",
    "republic",
    "north",
    "south",
    "east",
    "government",
    "president",
    "minister",
    "vice",
    "mr",
    "mr.",
    "mrs",
    "mrs.",
    "ms",
    "ms.",
    "dr",
    "dr.",
    "sir",
    "madam",
    "lord",
    "god",
    "king",
    "queen",
    "prince",
    "princess",
    "prime",
    "chief",
    "general",
    "secretary",
    "state",
    "city",
    "province",
    "river",
    "mount",
    "lake",
];

/// Last words that only sites have, and never the body that runs one.
static SITES: WordList = WordList::new(
    " airfield airport avenue boulevard bridge cathedral dam highway mosque motorway palace square \
     stadium street tower tunnel ",
);
/// How sure a site is whose last word says so.
const NAMED_SITE: Permille = Permille(750);

/// Last words of the names of news outlets.
static OUTLETS: WordList = WordList::new(
    " chronicle courier gazette herald inquirer journal mirror news observer post press telegraph \
     times tribune ",
);
/// How sure an outlet is that its name or its place shows.
const PUBLISHER: Permille = Permille(800);

/// Settles the names of one sentence.
pub(super) fn sentence(words: &Words<'_>, names: Vec<Found>) -> Vec<Found> {
    names.into_iter().filter_map(|name| one(words, name)).collect()
}

fn one(words: &Words<'_>, mut name: Found) -> Option<Found> {
    let cut = cut_at_hyphen(words, &mut name);
    // The year before an event (`the 2012 Paralympics`) is a date of its own.
    if name.label == Label::Event && name.to > name.from + 1 && is_year(words.raw(name.from)) {
        name.from += 1;
    }
    let single = name.to == name.from + 1;
    let written = words.raw(name.from);
    let shouted = written.chars().count() > 1 && !written.chars().any(char::is_lowercase);
    if single && !shouted {
        let lower = words.lower(name.from);
        if is_function_word(lower) || GENERIC.contains(&lower) {
            return None;
        }
    }
    // `RT @user`: somebody else's post, not an outlet.
    if written == "RT" && words.raw(name.to).starts_with('@') {
        return None;
    }
    if name.label == Label::Org && !single && SITES.has(words.lower(name.to - 1)) {
        name.label = Label::Fac;
        name.confidence = name.confidence.max(NAMED_SITE);
        name.why = format!("“{}” names a building or site", words.raw(name.to - 1));
    }
    if let Some(why) = publisher(words, &name) {
        name.label = Label::Org;
        name.confidence = name.confidence.max(PUBLISHER);
        name.why = why;
    }
    let lists = gazetteer::lists(words, name.from, name.to);
    if let Some((label, what)) = certain(lists, single, name.label) {
        if label != name.label {
            name.label = label;
            name.confidence = name.confidence.max(LISTED);
            name.why = format!("listed as {what}");
        }
        return Some(name);
    }
    // What is left of `Oslo-backed truce` is a name of some sort, but not of a thing.
    let thing = matches!(name.label, Label::Product | Label::WorkOfArt | Label::Event | Label::Law);
    (!(cut && thing)).then_some(name)
}

/// Why a name that was taken for something else is a publisher's: an agency in the line that an
/// article begins with (`OSLO, May 3 (Norwind News) –`), or a newspaper that was taken for a work.
fn publisher(words: &Words<'_>, name: &Found) -> Option<String> {
    let thing = matches!(name.label, Label::WorkOfArt | Label::Product | Label::Event);
    let in_brackets = words.before(name.from) == "(" && words.raw(name.to) == ")";
    let dash = matches!(words.raw(name.to + 1), "-" | "–" | "—");
    if in_brackets && dash && (thing || name.label == Label::Person) {
        return Some("in brackets before a dash, as an agency is".to_owned());
    }
    let last = name.to - 1;
    let outlet = thing && name.to > name.from + 1 && OUTLETS.has(words.lower(last));
    outlet.then(|| format!("“{}” names a news outlet", words.raw(last)))
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.starts_with(['1', '2']) && word.bytes().all(|b| b.is_ascii_digit())
}

/// Ends the name before a hyphen with a small word behind it: `U.S.-backed`.
fn cut_at_hyphen(words: &Words<'_>, name: &mut Found) -> bool {
    let hyphen = (name.from + 1..name.to).find(|&at| {
        words.raw(at) == "-"
            && words.joined(at - 1)
            && words.joined(at)
            && words.raw(at + 1).chars().next().is_some_and(char::is_lowercase)
            && words.capital(at - 1)
            && words.lower(at + 1).len() > 2
            // The second half of a given name, as in Korea, is no word of its own.
            && (name.label != Label::Person
                || words.lists(at + 1).any(Lists::WORD))
    });
    if let Some(at) = hyphen {
        name.to = at;
    }
    hyphen.is_some()
}

/// The label that the lists leave no doubt of.
fn certain(lists: Lists, single: bool, label: Label) -> Option<(Label, &'static str)> {
    const NAMES_OF_PEOPLE: Lists = Lists::FIRST_NAME.or(Lists::SURNAME);
    // `Jordan` may be a man, but no people.
    if label == Label::Norp && lists.any(Lists::COUNTRY) && !lists.any(PEOPLES) {
        return Some((Label::Gpe, "a country or territory"));
    }
    if single && lists.any(NAMES_OF_PEOPLE) {
        return None;
    }
    let place = matches!(label, Label::Gpe | Label::Loc | Label::Fac);
    let territory = lists.any(Lists::TERRITORIES.or(Lists::REGION));
    let body = lists.any(BODIES);
    let people = lists.any(PEOPLES);
    if lists.any(Lists::COUNTRY) && !body && !people {
        return Some((Label::Gpe, "a country or territory"));
    }
    if body && !territory && !people && !lists.any(Lists::WORD) {
        return Some((Label::Org, "an organisation"));
    }
    if people && !territory && !body && !single {
        return Some((Label::Norp, "a people or group"));
    }
    if !place && lists.any(Lists::CAPITAL.or(Lists::STATE)) && !body && !people {
        return Some((Label::Gpe, "a capital or state"));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::TokenizedText;

    #[test]
    fn lists_and_spelling_settle_names() {
        for (text, from, to, given, expected) in [
            ("the U.S.-backed truce", 1, 5, Label::Product, "U.S. GPE"),
            ("a Lindberg-backed truce", 1, 5, Label::Product, ""),
            ("We left", 0, 1, Label::Org, ""),
            ("Norway agreed", 0, 1, Label::Org, "Norway GPE"),
            ("Al Jazeera said", 0, 2, Label::Person, "Al Jazeera ORG"),
            ("Anna Lind-Berg said", 0, 4, Label::Person, "Anna Lind - Berg PERSON"),
            ("the Kingdom said", 1, 2, Label::Gpe, ""),
            ("Min Sora-hye said", 0, 4, Label::Person, "Min Sora - hye PERSON"),
            ("a Lindberg-led truce", 1, 4, Label::Person, "Lindberg PERSON"),
            ("RT @lind : yes", 0, 1, Label::Org, ""),
            ("RT reported it", 0, 1, Label::Org, "RT ORG"),
            ("the 2012 Norrby Games", 1, 4, Label::Event, "Norrby Games EVENT"),
            ("at Norrby 2012", 1, 3, Label::Event, "Norrby 2012 EVENT"),
            ("( Norwind Wire ) – The", 1, 3, Label::Person, "Norwind Wire ORG"),
            ("the Norrby Herald said", 1, 3, Label::WorkOfArt, "Norrby Herald ORG"),
            ("the Norrby Sonata ended", 1, 3, Label::WorkOfArt, "Norrby Sonata WORK_OF_ART"),
            ("Norrby Airport said", 0, 2, Label::Org, "Norrby Airport FAC"),
            ("Norrby Airport Authority said", 0, 3, Label::Org, "Norrby Airport Authority ORG"),
        ] {
            let joined = TokenizedText::join(&[text.split(' ').collect()]);
            let words = Words::new(&joined.text, &joined.sentences[0]);
            let why = String::new();
            let given = Found { from, to, label: given, confidence: Permille(500), why, own: None };
            let found = sentence(&words, vec![given]);
            let show = |one: &Found| {
                let run: Vec<&str> = (one.from..one.to).map(|at| words.raw(at)).collect();
                format!("{} {}", run.join(" "), one.label.as_str())
            };
            assert_eq!(found.iter().map(show).collect::<String>(), expected, "{text}");
        }
    }
}
