//! One document, one reading: a name found somewhere is found everywhere, with one label.
//!
//! Takes every sentence's words and expressions, adds the mentions that the sentences alone did
//! not show, and relabels those that the rest of the document contradicts.

use super::acronym;
use super::gazetteer::Lists;
use super::shared_name::SharedNames;
use super::words::Words;
use super::{Found, Label};
use crate::confidence::Permille;
use rustc_hash::FxHashMap;

/// What the document says of one name.
#[derive(Clone, Debug, Default)]
struct Reading {
    /// Summed confidence for each label.
    weight: [u32; Label::ALL.len()],
    /// How many mentions speak.
    count: u32,
    /// Spelling and evidence of the surest mention.
    best: Option<(String, Permille)>,
}

impl Reading {
    fn add(&mut self, label: Label, confidence: Permille, named: &str) {
        self.weight[label as usize] += u32::from(confidence.0);
        if confidence < WITNESS {
            return;
        }
        self.count += 1;
        if self.best.as_ref().is_none_or(|(_, surest)| *surest < confidence) {
            self.best = Some((named.to_owned(), confidence));
        }
    }

    /// The label with the greatest weight; the earlier of two that are even.
    fn label(&self) -> Label {
        let mut winner = Label::ALL[0];
        for label in Label::ALL {
            if self.weight[label as usize] > self.weight[winner as usize] {
                winner = label;
            }
        }
        winner
    }
}

/// Names that the second look may give or change.
pub(super) fn is_name(label: Label) -> bool {
    matches!(
        label,
        Label::Person
            | Label::Org
            | Label::Gpe
            | Label::Loc
            | Label::Fac
            | Label::Norp
            | Label::Product
            | Label::Event
            | Label::WorkOfArt
            | Label::Law
    )
}

/// Least confidence of a mention that may speak for others.
const WITNESS: Permille = Permille(600);

/// By how much, in thousandths, a mention that only the rest of the document shows is less sure than
/// the surest of its name.
const LESS_SURE: u16 = 250;

/// Runs the pass.
pub(super) fn run(words: &[Words<'_>], found: &mut [Vec<Found>]) {
    for (words, found) in words.iter().zip(found.iter_mut()) {
        acronym::introduce(words, found);
    }
    let readings = gather(words, found);
    let shared = SharedNames::new(words, found);
    for (words, found) in words.iter().zip(found.iter_mut()) {
        for one in found.iter_mut().filter(|one| is_name(one.label) && one.own.is_none()) {
            trim_to_surname(words, &readings, one);
            if !shared.settle(words, one) {
                relabel(words, &readings, one);
            }
        }
        let added = add_missing(words, &readings, found);
        insert(found, added);
        let added = second_halves(words, found);
        insert(found, added);
    }
}

/// The key under which a stretch of words is remembered.
fn key(words: &Words<'_>, from: usize, to: usize) -> String {
    let mut key = words.folded(from).to_owned();
    for at in from + 1..to {
        key.push(' ');
        key.push_str(words.folded(at));
    }
    key
}

/// The words of a stretch, as written.
pub(super) fn text(words: &Words<'_>, from: usize, to: usize) -> String {
    let mut text = String::new();
    for at in from..to {
        text.push_str(words.raw(at));
        if at + 1 < to && !words.joined(at) {
            text.push(' ');
        }
    }
    text
}

fn gather(words: &[Words<'_>], found: &[Vec<Found>]) -> FxHashMap<String, Reading> {
    let mut readings: FxHashMap<String, Reading> = FxHashMap::default();
    for (words, found) in words.iter().zip(found) {
        for one in found.iter().filter(|one| is_name(one.label)) {
            // A pattern that matches a part of a word says nothing of the word.
            if one.own.is_some_and(|own| own.span != words.span(one.from, one.to)) {
                continue;
            }
            let named = text(words, one.from, one.to);
            let reading = readings.entry(key(words, one.from, one.to)).or_default();
            reading.add(one.label, one.confidence, &named);
            // A full name speaks for its surname.
            if one.label == Label::Person && one.to > one.from + 1 {
                let surname = words.folded(one.to - 1);
                if surname.chars().count() > 2 {
                    let reading = readings.entry(surname.to_owned()).or_default();
                    reading.add(one.label, one.confidence, &named);
                }
            }
        }
    }
    readings
}

/// `Lind-Berg talks`: what a hyphen joins to a person is a person too.
fn second_halves(words: &Words<'_>, found: &[Found]) -> Vec<Found> {
    let mut added = Vec::new();
    for (index, one) in found.iter().enumerate() {
        let at = one.to + 1;
        let free = found.get(index + 1).is_none_or(|next| next.from > at);
        let joined = words.raw(one.to) == "-" && words.joined(one.to - 1) && words.joined(one.to);
        let name = words.capital(at) && words.raw(at).chars().count() > 2;
        if one.label == Label::Person && joined && name && free {
            added.push(Found {
                from: at,
                to: at + 1,
                label: Label::Person,
                confidence: Permille(700),
                why: format!("joined by a hyphen to “{}”", text(words, one.from, one.to)),
                own: None,
            });
        }
    }
    added
}

/// Adds expressions in their places.
pub(super) fn insert(found: &mut Vec<Found>, added: Vec<Found>) {
    if !added.is_empty() {
        found.extend(added);
        found.sort_by_key(|one| one.from);
    }
}

/// `Discuss Lind’s Plan`: in a headline the word before a surname that the article gives with a
/// first name is not a name.
fn trim_to_surname(words: &Words<'_>, readings: &FxHashMap<String, Reading>, one: &mut Found) {
    if one.label != Label::Person || one.to != one.from + 2 {
        return;
    }
    // An unlisted word is a first name that the lists lack far more often than not.
    let lists = words.lists(one.from);
    let plain_word = lists.any(Lists::WORD) && !lists.any(Lists::FIRST_NAME.or(Lists::SURNAME));
    let whole = readings.get(&key(words, one.from, one.to)).map_or(0, |r| r.count);
    let surname = readings.get(words.folded(one.to - 1));
    if plain_word
        && whole <= 1
        && let Some(surname) = surname.filter(|r| r.label() == Label::Person && r.count > whole)
        && let Some((named, _)) = &surname.best
    {
        one.from += 1;
        one.why = format!("same as “{named}” elsewhere");
    }
}

fn relabel(words: &Words<'_>, readings: &FxHashMap<String, Reading>, one: &mut Found) {
    let Some(reading) = readings.get(&key(words, one.from, one.to)) else { return };
    let label = reading.label();
    if label == one.label {
        return;
    }
    one.label = label;
    if let Some((named, surest)) = &reading.best {
        one.why = format!("same as “{named}” elsewhere");
        // What the surest mention says holds, less surely, for the others.
        one.confidence = one.confidence.max(Permille(surest.0.saturating_sub(LESS_SURE)));
    }
}

/// Capitalised words outside every expression that the document knows as a name.
fn add_missing(
    words: &Words<'_>,
    readings: &FxHashMap<String, Reading>,
    found: &[Found],
) -> Vec<Found> {
    let mut added = Vec::new();
    let mut taken = found.iter().peekable();
    let mut at = 0;
    while at < words.len() {
        if let Some(one) = taken.next_if(|one| one.from <= at) {
            at = at.max(one.to);
            continue;
        }
        // `King Abdullah`: a title is no name, though somebody has its letters for a surname.
        let titled = words.lists(at).any(Lists::TITLE)
            && taken.peek().is_some_and(|next| next.from == at + 1 && next.label == Label::Person);
        let name = words.capital(at) && !titled;
        let reading = name.then(|| readings.get(words.folded(at))).flatten();
        if let Some(reading) = reading
            && let Some((named, surest)) = &reading.best
        {
            added.push(Found {
                from: at,
                to: at + 1,
                label: reading.label(),
                confidence: Permille(surest.0.saturating_sub(LESS_SURE)),
                why: format!("same as “{named}” elsewhere"),
                own: None,
            });
        }
        at += 1;
    }
    added
}
