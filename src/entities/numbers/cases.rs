//! The table of numbers and times: one case a line, entities marked `[LABEL words]`.

use crate::blocks::{Block, Reason, Role};
use crate::confidence::Permille;
use crate::entities::own::OwnNames;
use crate::entities::tag;
use crate::span::ByteSpan;
use crate::tokens;

/// Marks what is found in `text` the way the table does.
fn mark(text: &str) -> String {
    let block = Block {
        span: ByteSpan::new(0, text.len()),
        role: Role::Paragraph,
        keep: true,
        reason: Reason::Article,
        confidence: Permille(1000),
    };
    let sentences = tokens::sentences(text, &[block]);
    let number = |label| !super::super::document_pass::is_name(label);
    let mut marked = String::new();
    let mut end = 0;
    for entity in tag(text, &[block], &sentences, true, &OwnNames::default()) {
        if !number(entity.label) {
            continue;
        }
        marked.push_str(&text[end..entity.span.start]);
        marked.push_str(&format!("[{} {}]", entity.label.as_str(), entity.span.of(text)));
        end = entity.span.end;
    }
    marked + &text[end..]
}

/// The text of a line without its marks.
fn plain(line: &str) -> String {
    let mut text = String::new();
    for (at, piece) in line.split('[').enumerate() {
        let piece =
            if at == 0 { piece } else { piece.split_once(' ').map_or("", |(_, rest)| rest) };
        text.push_str(&piece.replace(']', ""));
    }
    text
}

#[test]
fn the_table_holds() {
    let table = include_str!("cases.txt");
    let mut wrong = Vec::new();
    let mut cases = 0;
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        cases += 1;
        let found = mark(&plain(line));
        if found != line {
            wrong.push(format!("wanted {line}\n found {found}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {cases} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
