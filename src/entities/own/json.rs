//! A list in JSON to rows.
//!
//! An array of objects, or an object with the array under `names` and the version under `format`.

use super::entry::{Field, Row};
use super::problem::Problems;
use super::write::FORMAT;
use serde::Deserialize;
use serde_json::value::RawValue;

/// Every value keeps its source, which says where in the file it stands.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List<'t> {
    format: Option<String>,
    #[serde(borrow)]
    names: Vec<&'t RawValue>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Object<'t> {
    #[serde(borrow)]
    name: Option<&'t RawValue>,
    #[serde(borrow)]
    pattern: Option<&'t RawValue>,
    #[serde(borrow)]
    label: Option<&'t RawValue>,
    #[serde(borrow)]
    aliases: Option<&'t RawValue>,
}

/// Reads the rows of `text`; one for every entry, empty where it cannot be read.
pub(super) fn rows(text: &str, problems: &mut Problems) -> Vec<Row> {
    let list = if text.trim_start().starts_with('[') {
        serde_json::from_str(text)
    } else {
        serde_json::from_str::<List<'_>>(text).map(|list| {
            if let Some(format) = list.format.filter(|format| format != FORMAT) {
                let message = format!("The format is “{format}”; this reads “{FORMAT}”.");
                problems.add(text.len() - text.trim_start().len(), None, message);
            }
            list.names
        })
    };
    match list {
        Ok(list) => list
            .into_iter()
            .enumerate()
            .map(|(index, value)| row(text, index, value, problems))
            .collect(),
        Err(error) => {
            problems.add(place(text, &error), None, sentence(&error));
            Vec::new()
        }
    }
}

fn row(text: &str, index: usize, value: &RawValue, problems: &mut Problems) -> Row {
    let (at, told) = (offset(text, value), problems.len());
    let mut row = Row::at(at);
    let mut wrong = |at: usize, message: String| {
        problems.add(at, Some(index), message);
        None
    };
    let object: Option<Object<'_>> = serde_json::from_str(value.get())
        .map_err(|error| wrong(at + place(value.get(), &error), sentence(&error)))
        .ok();
    let Some(object) = object else { return row.unreadable() };
    let mut string = |value: Option<&RawValue>, what: &str| {
        let value = value?;
        let at = offset(text, value);
        match serde_json::from_str(value.get()) {
            Ok(text) => Some(Field { text, at }),
            Err(_) => wrong(at, format!("The {what} must be a string.")),
        }
    };
    row.name = string(object.name, "name");
    row.pattern = string(object.pattern, "pattern");
    row.label = string(object.label, "label");
    if let Some(aliases) = object.aliases {
        match serde_json::from_str::<Vec<&RawValue>>(aliases.get()) {
            Ok(aliases) => {
                row.aliases =
                    aliases.into_iter().filter_map(|alias| string(Some(alias), "alias")).collect();
            }
            Err(_) => {
                wrong(offset(text, aliases), "The aliases must be a list of strings.".to_owned());
            }
        }
    }
    if problems.len() > told { row.unreadable() } else { row }
}

/// Where in `text` a part of it begins, in bytes.
fn offset(text: &str, part: &RawValue) -> usize {
    part.get().as_ptr().addr() - text.as_ptr().addr()
}

/// Where an error stands, in bytes of what was read.
fn place(text: &str, error: &serde_json::Error) -> usize {
    let before: usize =
        text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let at = (before + error.column().saturating_sub(1)).min(text.len());
    text.floor_char_boundary(at)
}

/// The error without its place, as a sentence.
fn sentence(error: &serde_json::Error) -> String {
    let whole = error.to_string();
    let what = whole.rsplit_once(" at line ").map_or(whole.as_str(), |(what, _)| what);
    if error.is_data() {
        format!("An entry is an object with name or pattern, label and aliases: {what}.")
    } else {
        format!("This is not JSON: {what}.")
    }
}
