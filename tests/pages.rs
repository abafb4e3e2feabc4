//! Pages that hold their article in unusual ways, or much else beside it; the text files are what a
//! browser copies of one.
//!
//! What is to be kept of a page in `fixtures/pages` stands there in double braces, a block each; in
//! a comment at the end where it is in the page's data alone.

use copydesk::text::InputKind;
use copydesk::{Options, extract};
use std::fs;
use std::path::Path;

/// Text without tags, its white space single spaces.
fn bare(html: &str) -> String {
    let mut text = String::new();
    for part in html.split('<') {
        let content = part.split_once('>').map_or(part, |(_, content)| content);
        // Cells of a table and lines are parted, words in bold are not.
        let parted = part.starts_with("br") || part.starts_with('t') || part.starts_with("/t");
        text += if parted { " " } else { "" };
        text += content;
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands in braces.
fn marked(source: &str) -> Vec<String> {
    let parts = source.split("{{").skip(1).filter_map(|part| part.split_once("}}"));
    parts.map(|(text, _)| bare(text)).collect()
}

#[test]
fn the_marked_blocks_are_kept_and_no_others() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pages");
    let mut faults = Vec::new();
    for entry in fs::read_dir(folder).expect("the fixtures") {
        let path = entry.expect("an entry").path();
        let source = fs::read_to_string(&path).expect("a readable page");
        let page = source.replace("{{", "").replace("}}", "");
        let html = path.extension().is_some_and(|ending| ending == "html");
        let input = Some(if html { InputKind::Html } else { InputKind::Text });
        let options = Options { input, ..Options::default() };
        let body = extract(page.as_bytes(), &options).article_body();
        let kept: Vec<String> = body.split("\n\n").map(bare).collect();
        let expected = marked(&source);
        if kept != expected {
            let lost: Vec<_> = expected.iter().filter(|block| !kept.contains(block)).collect();
            let extra: Vec<_> = kept.iter().filter(|block| !expected.contains(block)).collect();
            faults.push(format!("{}: lost {lost:#?}, kept too much {extra:#?}", path.display()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
