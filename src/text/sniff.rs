//! Whether a text is a page's source or plain text.
//!
//! Takes the decoded text, gives an [`InputKind`]; text that merely mentions a tag is text.

use super::InputKind;

/// How far the text is looked at.
const HEAD_BYTES: usize = 8192;

/// Closing and paragraph tags that plain text needs before it counts as a page.
const TAGS_NEEDED: usize = 3;

/// Judges by the first characters, then by the tags in the first few thousand.
pub(super) fn kind(text: &str) -> InputKind {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    let head = &start.as_bytes()[..start.len().min(HEAD_BYTES)];
    let opening = head.first() == Some(&b'<')
        && (head.starts_with(b"<!") || head.starts_with(b"<?") || tag_at(&head[1..]));
    let tags = || {
        let opened = head.iter().enumerate().filter(|&(_, &b)| b == b'<');
        opened.filter(|&(at, _)| tag_at(&head[at + 1..])).take(TAGS_NEEDED).count()
    };
    if opening || tags() == TAGS_NEEDED { InputKind::Html } else { InputKind::Text }
}

/// Whether a common tag's name, then its end, stands here.
fn tag_at(after_bracket: &[u8]) -> bool {
    const NAMES: [&[u8]; 38] = [
        b"html",
        b"head",
        b"body",
        b"meta",
        b"title",
        b"link",
        b"script",
        b"style",
        b"base",
        b"div",
        b"p",
        b"span",
        b"a",
        b"h1",
        b"h2",
        b"h3",
        b"ul",
        b"ol",
        b"li",
        b"br",
        b"img",
        b"table",
        b"tr",
        b"td",
        b"article",
        b"section",
        b"main",
        b"header",
        b"footer",
        b"nav",
        b"blockquote",
        b"figure",
        b"em",
        b"strong",
        b"b",
        b"i",
        b"center",
        b"font",
    ];
    let name = after_bracket.strip_prefix(b"/").unwrap_or(after_bracket);
    let length = name.iter().take(12).take_while(|b| b.is_ascii_alphanumeric()).count();
    let ended = matches!(name.get(length), Some(b'>' | b' ' | b'/' | b'\n' | b'\t' | b'\r'));
    ended && NAMES.iter().any(|known| name[..length].eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_and_texts() {
        for (text, expected) in [
            ("<!DOCTYPE html><p>Hello", InputKind::Html),
            ("\n <DIV class=x>Hello", InputKind::Html),
            ("<?xml version='1.0'?><html>", InputKind::Html),
            ("Read <b>this</b> and <i>that</i>", InputKind::Html),
            ("<3 from Kyiv", InputKind::Text),
            ("Write <p> to begin a paragraph", InputKind::Text),
            ("<Speaker> We shall see", InputKind::Text),
            ("", InputKind::Text),
        ] {
            assert_eq!(kind(text), expected, "{text}");
        }
    }
}
