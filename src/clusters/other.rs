//! Organisations, places and everything else that is not a person.
//!
//! Takes text and entities, gives one [`Group`] a thing: by the folded name, by a table of names
//! that countries go by, by initials, and by a first word without its corporate suffix.

use super::Group;
use crate::entities::{Entity, Label};
use crate::fold::fold;
use rustc_hash::FxHashMap;

/// Names of one place or body, folded, the usual one first.
const ALIASES: [&[&str]; 16] = [
    &["united states", "us", "usa", "united states of america", "america"],
    &["united kingdom", "uk", "britain", "great britain"],
    &["united arab emirates", "uae", "emirates"],
    &["european union", "eu"],
    &["united nations", "un", "united nations organization"],
    &["soviet union", "ussr"],
    &["russia", "russian federation"],
    &["china", "peoples republic of china", "prc"],
    &["south korea", "republic of korea"],
    &["north korea", "dprk"],
    &["kyiv", "kiev"],
    &["kharkiv", "kharkov"],
    &["odesa", "odessa"],
    &["turkey", "turkiye"],
    &["czech republic", "czechia"],
    &["myanmar", "burma"],
];

const CORPORATE: [&str; 15] = [
    "ab",
    "ag",
    "co",
    "company",
    "corp",
    "corporation",
    "gmbh",
    "group",
    "holdings",
    "inc",
    "llc",
    "ltd",
    "nv",
    "plc",
    "sa",
];

/// Words that initials leave out.
const SMALL: [&str; 8] = ["and", "de", "for", "in", "of", "on", "the", "to"];

/// Shortest first word that may stand for a whole name.
const MIN_SHORT_FORM: usize = 4;

/// Groups everything but people.
pub(super) fn link(text: &str, entities: &[Entity]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut keys: Vec<(Label, String)> = Vec::new();
    let mut by_key: FxHashMap<(Label, String), usize> = FxHashMap::default();
    for (index, entity) in entities.iter().enumerate() {
        if entity.label == Label::Person {
            continue;
        }
        let spelled = entity.span.of(text);
        let key = (entity.label, key_of(spelled, entity.label));
        if let Some(&at) = by_key.get(&key) {
            let group = &mut groups[at];
            let named_by = entities[group.named_by].span.of(text);
            if spelled.len() > named_by.len() && may_lengthen(entity.label) {
                group.named_by = index;
            }
            if spelled != named_by && fold(spelled) != fold(named_by) {
                group.because("names of the same thing".to_owned());
            }
            group.mentions.push(index);
        } else {
            by_key.insert(key.clone(), groups.len());
            keys.push(key);
            groups.push(Group::of(index));
        }
    }
    join_short_forms(groups, &keys, text, entities)
}

/// Puts `WTB` with `World Trade Board` and `Norwind` with `Norwind Corp.`.
fn join_short_forms(
    groups: Vec<Group>,
    keys: &[(Label, String)],
    text: &str,
    entities: &[Entity],
) -> Vec<Group> {
    // Every way to shorten a long name; `None` marks one that two names share.
    let mut long_of: FxHashMap<(Label, String), Option<usize>> = FxHashMap::default();
    for (at, (label, key)) in keys.iter().enumerate() {
        if !matches!(label, Label::Org | Label::Gpe | Label::Loc | Label::Fac) {
            continue;
        }
        for short in short_forms(key) {
            long_of
                .entry((*label, short))
                .and_modify(|known| *known = known.filter(|&known| known == at))
                .or_insert(Some(at));
        }
    }
    let target: Vec<usize> = (0..groups.len())
        .map(|at| long_of.get(&keys[at]).copied().flatten().filter(|&long| long != at))
        .enumerate()
        .map(|(at, long)| long.unwrap_or(at))
        .collect();
    let mut joined: Vec<Option<Group>> = groups.into_iter().map(Some).collect();
    for at in 0..joined.len() {
        // One step only: a short form of a short form stays with the short form's own name.
        let long = target[at];
        if long == at || target[long] != long {
            continue;
        }
        let Some(short) = joined[at].take() else { continue };
        if let Some(group) = &mut joined[long] {
            let name = |index: usize| super::one_line(entities[index].span.of(text));
            let reason =
                format!("“{}” is short for “{}”", name(short.named_by), name(group.named_by));
            group.because(reason);
            group.mentions.extend(short.mentions);
        }
    }
    joined.into_iter().flatten().collect()
}

/// The initials of a name and its first word.
fn short_forms(key: &str) -> Vec<String> {
    let words: Vec<&str> = key.split(' ').filter(|word| !word.is_empty()).collect();
    if words.len() < 2 {
        return Vec::new();
    }
    let initials = |all: bool| -> String {
        words
            .iter()
            .filter(|word| all || !SMALL.contains(word))
            .filter_map(|word| word.chars().next())
            .collect()
    };
    let mut forms = vec![initials(false)];
    if initials(true) != forms[0] {
        forms.push(initials(true));
    }
    forms.retain(|form| form.chars().count() >= 2);
    if words[0].chars().count() >= MIN_SHORT_FORM && !SMALL.contains(&words[0]) {
        forms.push(words[0].to_owned());
    }
    forms
}

/// What two mentions of the same thing share.
fn key_of(spelled: &str, label: Label) -> String {
    let folded = fold(spelled);
    let parts = folded.split(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '&'));
    let mut words: Vec<&str> = parts.filter(|word| !word.is_empty()).collect();
    if words.len() > 1 && words[0] == "the" {
        words.remove(0);
    }
    if label == Label::Org {
        while words.len() > 1 && words.last().is_some_and(|last| CORPORATE.contains(last)) {
            words.pop();
        }
    }
    let key = words.join(" ");
    if label == Label::Norp {
        // Russians and Russian are one people.
        return key.strip_suffix('s').unwrap_or(&key).to_owned();
    }
    match ALIASES.iter().find(|row| row.contains(&key.as_str())) {
        Some(row) if is_name(label) => row[0].to_owned(),
        _ => key,
    }
}

/// Whether a longer spelling is the fuller name; `Russians` is only the plural of `Russian`.
fn may_lengthen(label: Label) -> bool {
    is_name(label) && label != Label::Norp
}

fn is_name(label: Label) -> bool {
    matches!(label, Label::Org | Label::Gpe | Label::Loc | Label::Fac | Label::Norp)
}
