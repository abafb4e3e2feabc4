//! Names by the model: people, groups, organisations, places, events, works.
//!
//! Takes the sentences of one document, gives each one's names, sorted and disjoint. The model finds the
//! spans; here they lose titles, articles and genitives, and places are told apart by lists and
//! by the words they end in.

use super::gazetteer::{self, Hits, Lists};
use super::model::tags::Kind;
use super::model::{self, Mention};
use super::name;
use super::words::Words;
use super::{Found, Label};
use crate::confidence::Permille;
use crate::word_list::WordList;
use std::collections::HashSet;

/// Words that a natural place's name ends or begins with.
static NATURAL: WordList = WordList::new(
    " archipelago bay canyon cape channel coast delta desert forest gulf hills island islands \
     isle lake mount mountain mountains mt mt. ocean peninsula plateau reef region river sea \
     strait valley volcano ",
);
/// Words that a facility's name ends in.
static BUILT: WordList = WordList::new(
    " abbey airfield airport arena avenue barracks base boulevard bridge building camp canal \
     castle cathedral cemetery center centre checkpoint church crossing dam factory fort garden \
     gardens gate hall harbor harbour highway hospital hotel house jail kremlin library mall \
     market memorial mill mine monastery monument mosque museum palace park pipeline plant \
     plaza port prison railway reactor refinery restaurant road shrine square stadium station \
     street synagogue temple terminal theater theatre tower towers tunnel wall zoo ",
);
const ARTICLES: &[&str] = &["the", "a", "an"];
const GENITIVES: &[&str] = &["'s", "\u{2019}s", "'", "\u{2019}"];

/// Finds the names of each sentence of a document.
pub(super) fn find(sentences: &[Words<'_>]) -> Vec<Vec<Found>> {
    let mut found = vec![Vec::new(); sentences.len()];
    let Some(tagger) = model::built_in() else { return found };
    let (ruled, inputs): (Vec<Vec<Found>>, Vec<_>) = sentences
        .iter()
        .map(|words| {
            let hits = Hits::of(words);
            let ruled = name::find(words, &hits);
            let inputs = model::inputs(words, &hits, &ruled);
            (ruled, inputs)
        })
        .unzip();
    for mention in tagger.tag(&inputs) {
        let words = &sentences[mention.sentence];
        if let Some((from, to)) = trimmed(words, &mention) {
            let taken = found[mention.sentence].last().is_some_and(|last| last.to > from);
            let plain = to - from == 1 && words.capital(from) && !name::name_like(words, from);
            if taken || plain {
                continue;
            }
            let label = label(words, from, to, mention.kind);
            let Mention { confidence, why, .. } = mention;
            found[mention.sentence].push(Found { from, to, label, confidence, why, own: None });
        }
    }
    let surnames = surnames(sentences, &found);
    for ((words, ruled), found) in sentences.iter().zip(ruled).zip(&mut found) {
        let mut better: Vec<Found> = Vec::new();
        found.retain(|one| {
            if let Some(pair) = pair_of_people(words, one, &surnames) {
                better.extend(pair);
                return false;
            }
            if is_outdone(words, one, &ruled) {
                let inside = overlapping(&ruled, one).iter();
                better.extend(inside.filter(|name| name.confidence >= EVIDENT).map(disputed));
                return false;
            }
            !is_pair(words, one, &ruled)
        });
        insert(found, better);
        add_ruled(ruled, found);
    }
    found
}

/// From this confidence on a rule's name stands where the model has none.
const SURE: Permille = Permille(950);
/// No surer is a name of a rule that the model contradicts: two in three of them are right.
const DISPUTED: Permille = Permille(700);
/// The same for bodies, laws and events, which lists know by names that say nothing by themselves.
const SURE_OF_BODY: Permille = Permille(880);

/// Below this the model doubts its mention so much that a rule's evidence outweighs it.
const DOUBTED: Permille = Permille(500);
/// From this on a rule has evidence of its own: a list, a title, a first name.
const EVIDENT: Permille = Permille(900);

/// Whether a mention holds no name, or others that the rules can show better.
fn is_outdone(words: &Words<'_>, one: &Found, ruled: &[Found]) -> bool {
    if (one.from..one.to).all(|at| !name::name_like(words, at)) {
        // Names in lower case are the model's alone; a capitalised `We` is no name.
        return (one.from..one.to).any(|at| words.capital(at));
    }
    let mut inside = overlapping(ruled, one).iter().filter(|name| name.confidence >= EVIDENT);
    let people = inside.clone().filter(|name| {
        // Each with a first name and a surname: `Hussein Ali Mwinyi` is one man.
        name.label == Label::Person && one.to >= name.to && name.to > name.from + 1
    });
    let two_people = one.label == Label::Person && people.count() > 1;
    two_people || (one.confidence < DOUBTED && inside.any(|name| name.label != one.label))
}

/// Last words of the people that the document names.
fn surnames<'t>(sentences: &[Words<'t>], found: &[Vec<Found>]) -> HashSet<&'t str> {
    let people = sentences.iter().zip(found).flat_map(|(words, found)| {
        let people = found.iter().filter(|one| one.label == Label::Person);
        people
            .filter(|one| one.to < one.from + 3 || words.raw(one.to - 2) != "-")
            .map(|one| words.raw(one.to - 1))
    });
    people.collect()
}

/// `Lind-Berg` where the document knows a Lind: two people, and not a double surname.
fn pair_of_people(words: &Words<'_>, one: &Found, surnames: &HashSet<&str>) -> Option<[Found; 2]> {
    let joined =
        one.label == Label::Person && one.to == one.from + 3 && words.raw(one.from + 1) == "-";
    if !joined || !surnames.contains(words.raw(one.from)) {
        return None;
    }
    let part = |from: usize| Found { from, to: from + 1, ..one.clone() };
    Some([part(one.from), part(one.from + 2)])
}

/// Those of `names`, sorted and disjoint, that share a word with `one`.
fn overlapping<'n>(names: &'n [Found], one: &Found) -> &'n [Found] {
    let start = names.partition_point(|name| name.to <= one.from);
    let count = names[start..].iter().take_while(|name| name.from < one.to).count();
    &names[start..start + count]
}

/// Adds names in their places, but none where another stands.
fn insert(found: &mut Vec<Found>, mut added: Vec<Found>) {
    added.retain(|one| overlapping(found, one).is_empty());
    if !added.is_empty() {
        found.extend(added);
        found.sort_by_key(|one| one.from);
        let mut end = 0;
        found.retain(|one| {
            let free = one.from >= end;
            end = end.max(one.to);
            free
        });
    }
}

/// Whether a mention is two names of peoples or places with a hyphen between them.
fn is_pair(words: &Words<'_>, one: &Found, ruled: &[Found]) -> bool {
    let at_end = |name: &&Found| matches!(name.label, Label::Gpe | Label::Loc | Label::Norp);
    let [first, last] = overlapping(ruled, one) else { return false };
    first.from == one.from
        && words.raw(first.to) == "-"
        && last.from == first.to + 1
        && last.to == one.to
        && [first, last].iter().all(at_end)
}

/// Adds what the rules are sure of and the model passed over, and lets them decide on groups of
/// people, which few training sets mark.
fn add_ruled(ruled: Vec<Found>, found: &mut Vec<Found>) {
    let mut added = Vec::new();
    let mut dropped = vec![false; found.len()];
    for one in ruled {
        let least = match one.label {
            Label::Norp => Permille(0),
            Label::Org | Label::Law | Label::Event => SURE_OF_BODY,
            _ => SURE,
        };
        if one.confidence < least {
            continue;
        }
        let first = found.partition_point(|other| other.to <= one.from);
        let count = overlapping(found, &one).len();
        if one.label == Label::Norp {
            for at in first..first + count {
                dropped[at] |= found[at].to - found[at].from <= one.to - one.from;
            }
        }
        // A body that is listed is no person.
        if let Some(other) = found.get_mut(first)
            && (other.from, other.to) == (one.from, one.to)
            && (other.label, one.label) == (Label::Person, Label::Org)
        {
            *other = one;
        } else if dropped[first..first + count].iter().all(|&dropped| dropped) {
            added.push(if one.label == Label::Norp { one } else { disputed(&one) });
        }
    }
    let mut dropped = dropped.into_iter();
    found.retain(|_| !dropped.next().unwrap_or_default());
    insert(found, added);
}

/// A rule's name where the model says otherwise.
fn disputed(one: &Found) -> Found {
    Found { confidence: one.confidence.min(DISPUTED), ..one.clone() }
}

fn is_nationality(lists: Lists) -> bool {
    const OTHER: Lists = Lists::COUNTRY
        .or(Lists::CITY)
        .or(Lists::STATE)
        .or(Lists::FIRST_NAME)
        .or(Lists::SURNAME)
        .or(Lists::WORD)
        .or(Lists::LANGUAGE);
    lists.any(Lists::NATIONALITY) && !lists.any(OTHER)
}

/// The mention without article, title and genitive; `None` where nothing is left.
fn trimmed(words: &Words<'_>, mention: &Mention) -> Option<(usize, usize)> {
    let (mut from, mut to) = (mention.from, mention.to);
    let is_mark = |at: usize| !words.raw(at).chars().any(char::is_alphanumeric);
    while from < to && is_mark(from) {
        from += 1;
    }
    // A full stop may belong to the last word: `Corp .`
    while to > from && is_mark(to - 1) && words.raw(to - 1) != "." {
        to -= 1;
    }
    if from == to || to - from > name::LONGEST {
        return None;
    }
    if mention.kind != Kind::WorkOfArt && to - from > 1 && ARTICLES.contains(&words.lower(from)) {
        from += 1;
    }
    while to - from > 1 && GENITIVES.contains(&words.raw(to - 1)) {
        to -= 1;
    }
    if mention.kind == Kind::Person {
        if is_given_name_cut(words, from, to) {
            to += 2;
        }
        while let Some(hit) = gazetteer::longest(words, from, to, Lists::TITLE) {
            from = hit.to + usize::from(words.raw(hit.to) == ".");
            if from >= to {
                return None;
            }
        }
    }
    Some((from, to))
}

/// Whether a person's name ends in the middle of a given name as in Korea: `Min Sora` before `-hye`.
/// `Lind-backed` goes on with a word.
fn is_given_name_cut(words: &Words<'_>, from: usize, to: usize) -> bool {
    let half = words.raw(to + 1);
    to > from + 1
        && words.raw(to) == "-"
        && words.joined(to - 1)
        && words.joined(to)
        && (2..=5).contains(&half.len())
        && half.bytes().all(|b| b.is_ascii_lowercase())
        && !words.lists(to + 1).any(Lists::WORD)
}

/// The label of a trimmed mention.
fn label(words: &Words<'_>, from: usize, to: usize, kind: Kind) -> Label {
    let lists = gazetteer::lists(words, from, to);
    match kind {
        Kind::Person => Label::Person,
        Kind::Org => Label::Org,
        Kind::Event => Label::Event,
        Kind::WorkOfArt if lists.any(Lists::LAW) => Label::Law,
        Kind::WorkOfArt => Label::WorkOfArt,
        Kind::Product => Label::Product,
        Kind::Norp => {
            let spoken = from.checked_sub(1).is_some_and(|before| {
                ["speak", "speaks", "spoke", "speaking", "spoken", "in"]
                    .contains(&words.raw(before))
            });
            let language = lists.any(Lists::LANGUAGE)
                && (spoken || !lists.any(Lists::NATIONALITY.or(Lists::GROUP)));
            if language { Label::Language } else { Label::Norp }
        }
        Kind::Place => place(words, from, to, lists),
    }
}

/// Which sort of place a name is, of which the lists say that.
fn place(words: &Words<'_>, from: usize, to: usize, lists: Lists) -> Label {
    if lists.any(Lists::FACILITY) {
        return Label::Fac;
    }
    if lists.any(Lists::TERRITORIES) {
        return Label::Gpe;
    }
    if lists.any(Lists::REGION) {
        return Label::Loc;
    }
    let single = to == from + 1;
    if single && is_nationality(lists) {
        return Label::Norp;
    }
    let (first, last) = (words.lower(from), words.lower(to - 1));
    if !single && BUILT.has(last) {
        Label::Fac
    } else if !single && (NATURAL.has(last) || NATURAL.has(first)) {
        Label::Loc
    } else {
        Label::Gpe
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::TokenizedText;

    fn named(text: &str) -> String {
        let words: Vec<&str> = text.split(' ').collect();
        let joined = TokenizedText::join(&[words]);
        let words = Words::new(&joined.text, &joined.sentences[0]);
        let found = find(std::slice::from_ref(&words));
        let shown = found[0]
            .iter()
            .map(|e| format!("{}={}", words.raws()[e.from..e.to].join(" "), e.label.as_str()));
        shown.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn names_lose_titles_articles_and_genitives() {
        assert_eq!(
            named("President Maria Alvarez met Mr . Johnson 's lawyers in London ."),
            "Maria Alvarez=PERSON Johnson=PERSON London=GPE"
        );
        assert_eq!(
            named("They met Min Sora-hye and Ada Lind-led crews ."),
            "Min Sora - hye=PERSON Ada Lind=PERSON"
        );
        assert_eq!(named("French police searched the village ."), "French=NORP");
    }

    #[test]
    fn places_are_told_apart_by_lists_and_last_words() {
        for (name, label) in [
            ("Norway", Label::Gpe),
            ("Lake Victoria", Label::Loc),
            ("Blue Ridge Mountains", Label::Loc),
            ("Westfield Airport", Label::Fac),
            ("Oslo", Label::Gpe),
        ] {
            let joined = TokenizedText::join(&[name.split(' ').collect()]);
            let words = Words::new(&joined.text, &joined.sentences[0]);
            let lists = gazetteer::lists(&words, 0, words.len());
            assert_eq!(place(&words, 0, words.len(), lists), label, "{name}");
        }
    }
}
