//! People: full names first, then the surnames, given names and misspellings that follow them.
//!
//! Takes text and entities, gives one [`Group`] a person.

use super::nickname::compatible;
use super::spelling::{alike, near_keys};
use super::{Group, one_line};
use crate::entities::{Entity, Label};
use crate::fold::fold;
use rustc_hash::FxHashMap;

/// A name taken apart, every part folded.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Name {
    given: Vec<String>,
    surname: String,
    /// Letters of the whole, for choosing the fullest.
    length: usize,
}

/// Small words that begin a surname: `van der Berg`, `bin Rashid`, `de la Cruz`.
const PARTICLES: [&str; 22] = [
    "al", "ap", "ben", "bin", "bint", "da", "de", "del", "della", "der", "di", "dos", "du", "el",
    "ibn", "la", "le", "san", "ter", "van", "von", "zu",
];
const SUFFIXES: [&str; 7] = ["jr", "sr", "ii", "iii", "iv", "esq", "phd"];

impl Name {
    /// Takes a name apart; `None` where no letter is left.
    fn parse(name: &str) -> Option<Self> {
        let mut parts: Vec<String> = name
            .split(|c: char| c.is_whitespace() || c == ',')
            .map(fold)
            .filter(|part| part.chars().any(char::is_alphanumeric))
            .collect();
        if parts.len() > 1 && parts.last().is_some_and(|last| SUFFIXES.contains(&last.as_str())) {
            parts.pop();
        }
        let length = parts.iter().map(String::len).sum();
        let last = parts.len().checked_sub(1)?;
        let particle = |part: &String| PARTICLES.contains(&part.as_str());
        // A particle at the very beginning is part of the surname only where nothing precedes it.
        let begins = (1..last).find(|&at| particle(&parts[at])).unwrap_or(last);
        let surname = parts.split_off(begins).join(" ");
        Some(Self { given: parts, surname, length })
    }

    fn is_full(&self) -> bool {
        !self.given.is_empty()
    }

    /// Whether two full names may be one person's.
    fn same_person(&self, other: &Self) -> bool {
        let pairs = || self.given.iter().zip(&other.given);
        if self.surname == other.surname {
            return pairs().all(|(a, b)| compatible(a, b));
        }
        // A misspelt surname needs a given name that agrees in full.
        alike(&self.surname, &other.surname)
            && pairs().all(|(a, b)| compatible(a, b))
            && pairs().next().is_some_and(|(a, b)| a.len() > 1 && b.len() > 1)
    }
}

/// One person while the mentions are gathered.
struct Person {
    name: Name,
    group: Group,
}

/// Everybody found so far, with look-ups that do not grow with their number.
#[derive(Default)]
struct People {
    all: Vec<Person>,
    by_surname: FxHashMap<String, Vec<usize>>,
    by_given: FxHashMap<String, Vec<usize>>,
    /// By the keys of [`near_keys`]: two surnames that are alike share one.
    by_sound: FxHashMap<String, Vec<usize>>,
}

/// People of one surname that a mention is compared with; no article has more, and a list of
/// names must not cost the square of its length.
const MAX_COMPARED: usize = 32;

/// Groups the people among `entities`.
pub(super) fn link(text: &str, entities: &[Entity]) -> Vec<Group> {
    let mentions: Vec<(usize, Option<Name>)> = entities
        .iter()
        .enumerate()
        .filter(|(_, entity)| entity.label == Label::Person)
        .map(|(index, entity)| (index, Name::parse(entity.span.of(text))))
        .collect();
    let mut people = People::default();
    let mut nameless = Vec::new();
    for (index, name) in &mentions {
        match name {
            Some(name) if name.is_full() => people.add_full(*index, name),
            Some(_) => {}
            None => nameless.push(Group::of(*index)),
        }
    }
    for (index, name) in mentions {
        if let Some(name) = name.filter(|name| !name.is_full()) {
            people.add_single(index, name, text, entities);
        }
    }
    people.all.into_iter().map(|person| person.group).chain(nameless).collect()
}

impl People {
    fn add_full(&mut self, index: usize, name: &Name) {
        // The exact surname first: a misspelling must not draw a name away from its own.
        let same = |&at: &usize| self.all[at].name.same_person(name);
        let exact = compared(&self.by_surname, &name.surname).find(same);
        let found = exact.or_else(|| self.sounding_like(&name.surname).into_iter().find(same));
        let Some(at) = found else { return self.introduce(index, name.clone()) };
        let person = &mut self.all[at];
        person.group.mentions.push(index);
        if person.name != *name {
            person.group.because("given names and surname agree".to_owned());
        }
        if name.surname == person.name.surname && name.length > person.name.length {
            person.name = name.clone();
            person.group.named_by = index;
        }
    }

    fn add_single(&mut self, index: usize, name: Name, text: &str, entities: &[Entity]) {
        let word = &name.surname;
        // A surname goes to whoever the article introduces first under it.
        let by_surname = compared(&self.by_surname, word).next();
        let by_given = || only(compared(&self.by_given, word));
        let by_ear = || only(self.sounding_like(word).into_iter());
        let (found, evidence) = if let Some(at) = by_surname {
            (at, "the surname of")
        } else if let Some(at) = by_given() {
            (at, "the first name of")
        } else if let Some(at) = by_ear() {
            (at, "spelled like the surname of")
        } else {
            return self.introduce(index, name);
        };
        let person = &mut self.all[found];
        person.group.mentions.push(index);
        if person.name != name {
            let full = one_line(entities[person.group.named_by].span.of(text));
            let short = one_line(entities[index].span.of(text));
            person.group.because(format!("“{short}” is {evidence} “{full}”"));
        }
    }

    fn introduce(&mut self, index: usize, name: Name) {
        let at = self.all.len();
        for key in near_keys(&name.surname) {
            self.by_sound.entry(key).or_default().push(at);
        }
        if let Some(given) = name.given.first() {
            self.by_given.entry(given.clone()).or_default().push(at);
        }
        self.by_surname.entry(name.surname.clone()).or_default().push(at);
        self.all.push(Person { name, group: Group::of(index) });
    }

    /// The people whose surname is [`alike`], in order of introduction.
    fn sounding_like(&self, surname: &str) -> Vec<usize> {
        let mut found: Vec<usize> = near_keys(surname)
            .iter()
            .flat_map(|key| compared(&self.by_sound, key))
            .filter(|&at| alike(&self.all[at].name.surname, surname))
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

fn compared<'m>(
    index: &'m FxHashMap<String, Vec<usize>>,
    key: &str,
) -> impl Iterator<Item = usize> + 'm {
    index.get(key).into_iter().flatten().copied().take(MAX_COMPARED)
}

/// The only one of `found`; with two, nobody can say which is meant.
fn only(mut found: impl Iterator<Item = usize>) -> Option<usize> {
    let first = found.next()?;
    found.next().is_none().then_some(first)
}
