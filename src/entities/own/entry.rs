//! Rows of a file to entries: each is checked, and what is wrong gets its place.

use super::super::Label;
use super::csv::BETWEEN;
use super::pattern::Pattern;
use super::problem::Problems;
use super::{MAX_NAMES, MAX_PATTERNS, OwnNames};

/// Longest name, in characters.
const MAX_NAME: usize = 200;

/// What an entry is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A name as it is written, with other spellings of the same thing.
    Name {
        /// The name, on one line.
        name: String,
        /// Other spellings, each on one line.
        aliases: Vec<String>,
    },
    /// A pattern in the syntax of the `regex` crate.
    Pattern(String),
}

/// One name or pattern with its label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnEntry {
    /// What is looked for.
    pub kind: Kind,
    /// What it is when it is found.
    pub label: Label,
}

/// A string of the file.
#[derive(Clone, Debug, Default)]
pub(super) struct Field {
    pub(super) text: String,
    /// Where it stands in the file, in bytes.
    pub(super) at: usize,
}

/// An entry as it stands in the file.
#[derive(Debug, Default)]
pub(super) struct Row {
    /// Where it begins, in bytes.
    pub(super) at: usize,
    pub(super) name: Option<Field>,
    pub(super) pattern: Option<Field>,
    pub(super) label: Option<Field>,
    pub(super) aliases: Vec<Field>,
    unreadable: bool,
}

impl Row {
    /// An empty row that begins at byte `at`.
    pub(super) fn at(at: usize) -> Self {
        Self { at, ..Self::default() }
    }

    /// The row as one that has its problem already and counts for nothing but its place.
    pub(super) fn unreadable(mut self) -> Self {
        self.unreadable = true;
        self
    }
}

/// Adds the entry that a row gives; false where no other may follow.
pub(super) fn add(own: &mut OwnNames, index: usize, row: Row, problems: &mut Problems) -> bool {
    if row.unreadable {
        return true;
    }
    let label = label(&row, index, problems);
    match (&row.name, &row.pattern) {
        (Some(name), None) => add_name(own, index, name, &row.aliases, label, problems),
        (None, Some(pattern)) => {
            if let Some(alias) = row.aliases.first() {
                problems.add(alias.at, Some(index), "A pattern has no aliases.");
            }
            add_pattern(own, index, pattern, label, problems)
        }
        (Some(_), Some(pattern)) => {
            problems.add(pattern.at, Some(index), "An entry is a name or a pattern, not both.");
            true
        }
        (None, None) => {
            problems.add(row.at, Some(index), "The entry has neither a name nor a pattern.");
            true
        }
    }
}

fn label(row: &Row, index: usize, problems: &mut Problems) -> Option<Label> {
    let Some(field) = &row.label else {
        problems.add(row.at, Some(index), format!("The label is missing: {}.", labels()));
        return None;
    };
    let label = Label::named(&field.text);
    if label.is_none() {
        let message = format!("“{}” is no label; there are {}.", field.text.trim(), labels());
        problems.add(field.at, Some(index), message);
    }
    label
}

pub(super) fn labels() -> String {
    Label::ALL.map(Label::as_str).join(", ")
}

fn add_name(
    own: &mut OwnNames,
    index: usize,
    name: &Field,
    aliases: &[Field],
    label: Option<Label>,
    problems: &mut Problems,
) -> bool {
    let mut spellings = Vec::with_capacity(1 + aliases.len());
    for field in std::iter::once(name).chain(aliases) {
        let spelling = field.text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !spelling.chars().any(char::is_alphanumeric) {
            problems.add(field.at, Some(index), "A name holds a letter or a digit.");
        } else if spelling.chars().count() > MAX_NAME {
            let message = format!("A name has {MAX_NAME} characters at most.");
            problems.add(field.at, Some(index), message);
        } else {
            spellings.push(spelling);
        }
    }
    if let Some(alias) = aliases.iter().find(|alias| alias.text.contains(BETWEEN)) {
        problems.add(alias.at, Some(index), format!("An alias holds no “{BETWEEN}”."));
        return true;
    }
    let (Some(label), true) = (label, spellings.len() == 1 + aliases.len()) else { return true };
    if own.names.len() + spellings.len() > MAX_NAMES {
        let message = format!("More than {MAX_NAMES} names; the rest is not read.");
        problems.add(name.at, Some(index), message);
        return false;
    }
    for spelling in &spellings {
        own.names.add(own.entries.len(), spelling, &spellings[0]);
    }
    let name = spellings.remove(0);
    own.entries.push(OwnEntry { kind: Kind::Name { name, aliases: spellings }, label });
    true
}

fn add_pattern(
    own: &mut OwnNames,
    index: usize,
    field: &Field,
    label: Option<Label>,
    problems: &mut Problems,
) -> bool {
    if own.patterns.len() == MAX_PATTERNS {
        let message = format!("More than {MAX_PATTERNS} patterns; the rest is not read.");
        problems.add(field.at, Some(index), message);
        return false;
    }
    let number = own.patterns.len() + 1;
    match (Pattern::new(&field.text, own.entries.len(), number), label) {
        (Ok(pattern), Some(label)) => {
            own.patterns.push(pattern);
            own.entries.push(OwnEntry { kind: Kind::Pattern(field.text.clone()), label });
        }
        (Ok(_), None) => {}
        (Err(message), _) => problems.add(field.at, Some(index), message),
    }
    true
}
