//! A list back to a file, so that it can be read again.

use super::csv::{BETWEEN, COLUMNS};
use super::{Kind, OwnEntry, OwnNames};
use serde::Serialize;

/// What a list in JSON calls itself.
pub(super) const FORMAT: &str = "copydesk-names/1";

#[derive(Serialize)]
#[serde(untagged)]
enum Object<'l> {
    Name {
        name: &'l str,
        label: &'static str,
        #[serde(skip_serializing_if = "<[_]>::is_empty")]
        aliases: &'l [String],
    },
    Pattern {
        pattern: &'l str,
        label: &'static str,
    },
}

impl<'l> From<&'l OwnEntry> for Object<'l> {
    fn from(entry: &'l OwnEntry) -> Self {
        let label = entry.label.as_str();
        match &entry.kind {
            Kind::Name { name, aliases } => Self::Name { name, label, aliases },
            Kind::Pattern(pattern) => Self::Pattern { pattern, label },
        }
    }
}

impl OwnNames {
    /// The list as JSON that [`OwnNames::add`] reads, an entry a line.
    #[must_use]
    pub fn to_json(&self) -> String {
        let entries = self.entries.iter().map(|entry| {
            let object = serde_json::to_string(&Object::from(entry));
            object.expect("plain structs with string keys always serialise")
        });
        let entries = entries.collect::<Vec<_>>().join(",\n    ");
        format!("{{\n  \"format\": \"{FORMAT}\",\n  \"names\": [\n    {entries}\n  ]\n}}\n")
    }

    /// The list as CSV that [`OwnNames::add`] reads.
    #[must_use]
    pub fn to_csv(&self) -> String {
        let mut csv = COLUMNS.join(",") + "\n";
        for entry in &self.entries {
            let (name, pattern, aliases) = match &entry.kind {
                Kind::Name { name, aliases } => {
                    (name.as_str(), "", aliases.join(&BETWEEN.to_string()))
                }
                Kind::Pattern(pattern) => ("", pattern.as_str(), String::new()),
            };
            let fields = [name, pattern, entry.label.as_str(), &aliases].map(field);
            csv.push_str(&fields.join(","));
            csv.push('\n');
        }
        csv
    }
}

/// A field, quoted where it must be.
fn field(text: &str) -> String {
    let plain = !text.contains([',', '"', '\n', '\r', ';', '\t']) && text.trim() == text;
    if plain { text.to_owned() } else { format!("\"{}\"", text.replace('"', "\"\"")) }
}
