//! A list in CSV to rows.
//!
//! As RFC 4180 has it, with the delimiters that spreadsheets use. Read here and not by a crate:
//! errors name the line and column of a field, and the page has no room for a general reader.

use super::entry::{Field, Row};
use super::problem::Problems;
use std::mem::take;

/// Columns, in the order in which they are written.
pub(super) const COLUMNS: [&str; 4] = ["name", "pattern", "label", "aliases"];
/// Between the aliases of one field.
pub(super) const BETWEEN: char = '|';

/// Reads the rows of `text`, which begins with a line that names the columns.
pub(super) fn rows(text: &str, problems: &mut Problems) -> Vec<Row> {
    let mut records = match records(text) {
        Ok(records) => records.into_iter(),
        Err((at, message)) => {
            problems.add(at, None, message);
            return Vec::new();
        }
    };
    let Some(header) = records.next() else {
        problems.add(0, None, "The list is empty.");
        return Vec::new();
    };
    let mut columns = Vec::new();
    for field in &header {
        let column = field.text.trim().to_lowercase();
        let known = COLUMNS.iter().position(|known| *known == column);
        if known.is_none() || columns.contains(&known) {
            let message = format!(
                "“{}” is no column; the first line names them: {}.",
                field.text,
                COLUMNS.join(", ")
            );
            problems.add(field.at, None, message);
        }
        columns.push(known);
    }
    if columns.contains(&None) {
        // Without its columns nothing in the list can be understood.
        return Vec::new();
    }
    records.enumerate().map(|(index, record)| row(index, record, &columns, problems)).collect()
}

fn row(
    index: usize,
    record: Vec<Field>,
    columns: &[Option<usize>],
    problems: &mut Problems,
) -> Row {
    let mut row = Row::at(record[0].at);
    for (place, field) in record.into_iter().enumerate() {
        if field.text.trim().is_empty() {
            continue;
        }
        match columns.get(place).copied().flatten() {
            Some(0) => row.name = Some(field),
            Some(1) => row.pattern = Some(field),
            Some(2) => row.label = Some(field),
            Some(_) => row.aliases = aliases(&field),
            None => {
                problems.add(field.at, Some(index), "This line has more fields than columns.");
                return row.unreadable();
            }
        }
    }
    row
}

fn aliases(field: &Field) -> Vec<Field> {
    let parts = field.text.split(BETWEEN).filter(|part| !part.trim().is_empty());
    // Where in a quoted field an alias stands matters less than which field it is.
    parts.map(|part| Field { text: part.to_owned(), at: field.at }).collect()
}

/// The character between fields: the first of the usual ones in the first line.
fn delimiter(text: &str) -> char {
    let line = text.lines().next().unwrap_or("");
    line.chars().find(|c| matches!(c, ',' | ';' | '\t')).unwrap_or(',')
}

/// Cuts a text into records of fields; lines without anything are none.
///
/// # Errors
/// Where a quotation mark makes what follows unreadable: the byte and what is wrong.
fn records(text: &str) -> Result<Vec<Vec<Field>>, (usize, &'static str)> {
    let delimiter = delimiter(text);
    let mut records = Vec::new();
    let mut record: Vec<Field> = Vec::new();
    let mut field = Field::default();
    // Where the quotation mark of a quoted field stands, while inside it and after it.
    let (mut open, mut closed): (Option<usize>, bool) = (None, false);
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if open.is_some() {
            if c != '"' {
                field.text.push(c);
            } else if chars.next_if(|&(_, next)| next == '"').is_some() {
                field.text.push('"');
            } else {
                (open, closed) = (None, true);
            }
            continue;
        }
        match c {
            '"' if field.text.is_empty() && !closed => {
                field.at = at;
                open = Some(at);
            }
            '\r' if chars.peek().is_some_and(|&(_, next)| next == '\n') => {}
            '\n' | '\r' => {
                record.push(take(&mut field));
                close(&mut record, &mut records);
                (field.at, closed) = (at + 1, false);
            }
            _ if c == delimiter => {
                record.push(take(&mut field));
                (field.at, closed) = (at + 1, false);
            }
            _ if closed && c.is_whitespace() => {}
            _ if closed => {
                return Err((at, "The quoted field ends before this; double the marks inside it."));
            }
            _ => field.text.push(c),
        }
    }
    if let Some(open) = open {
        return Err((open, "The quotation mark that opens this field is never closed."));
    }
    record.push(field);
    close(&mut record, &mut records);
    Ok(records)
}

fn close(record: &mut Vec<Field>, records: &mut Vec<Vec<Field>>) {
    let record = take(record);
    if record.iter().any(|field| !field.text.trim().is_empty()) {
        records.push(record);
    }
}
