//! Which encoding the bytes are in.
//!
//! Takes bytes and what the caller knows, gives an encoding. In order of trust: the caller's
//! label, what valid UTF-8 proves about itself, the page's own declaration, UTF-8.

use super::InputKind;
use crate::span::ByteSpan;
use crate::warning::{Warning, WarningCode};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// How far a declaration is looked for. The standard says 1,024 bytes, but real pages put long
/// comments and scripts before it.
const PRESCAN_BYTES: usize = 4096;

/// Chooses the encoding; reports labels nobody knows.
pub(super) fn choose(
    bytes: &[u8],
    kind: Option<InputKind>,
    label: Option<&str>,
    warnings: &mut Vec<Warning>,
) -> &'static Encoding {
    let mut known = |label: &[u8], who: &str| {
        let found = Encoding::for_label(label);
        if found.is_none() {
            warnings.push(Warning {
                code: WarningCode::UnknownEncoding,
                message: format!("The encoding {who} is unknown, so the text was read as UTF-8."),
                span: ByteSpan::default(),
            });
        }
        found
    };
    if let Some(label) = label {
        return known(label.as_bytes(), "asked for").unwrap_or(UTF_8);
    }
    let declared = match kind {
        Some(InputKind::Text) => None,
        _ => declaration(&bytes[..bytes.len().min(PRESCAN_BYTES)]),
    };
    let Some(declared) = declared.and_then(|label| known(label, "that the page names")) else {
        return UTF_8;
    };
    if declared == UTF_8 || (!bytes.is_ascii() && std::str::from_utf8(bytes).is_ok()) {
        return UTF_8;
    }
    match declared.name() {
        // The declaration was read as ASCII, so it cannot be UTF-16.
        "UTF-16LE" | "UTF-16BE" => UTF_8,
        "x-user-defined" => WINDOWS_1252,
        _ => declared,
    }
}

/// The label in `<meta charset=…>`, `<meta … content="…charset=…">` or `<?xml encoding="…"?>`.
fn declaration(head: &[u8]) -> Option<&[u8]> {
    let mut rest = head;
    while let Some(at) = rest.iter().position(|&b| b == b'<') {
        rest = &rest[at + 1..];
        let end = if starts_with(rest, b"!--") {
            let end = rest.windows(3).position(|w| w == b"-->")?;
            rest = &rest[end..];
            continue;
        } else {
            rest.iter().position(|&b| b == b'>').unwrap_or(rest.len())
        };
        let tag = &rest[..end];
        if starts_with(tag, b"meta")
            && let Some(label) = value_after(tag, b"charset")
        {
            return Some(label);
        } else if starts_with(tag, b"?xml")
            && let Some(label) = value_after(tag, b"encoding")
        {
            return Some(label);
        }
        rest = &rest[end..];
    }
    None
}

fn starts_with(text: &[u8], prefix: &[u8]) -> bool {
    text.len() >= prefix.len() && text[..prefix.len()].eq_ignore_ascii_case(prefix)
}

/// What stands after `name` and an equals sign, without quotes.
fn value_after<'b>(tag: &'b [u8], name: &[u8]) -> Option<&'b [u8]> {
    let at = tag.windows(name.len()).position(|w| w.eq_ignore_ascii_case(name))?;
    let rest = tag[at + name.len()..].trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
    let end = rest
        .iter()
        .position(|&b| b.is_ascii_whitespace() || matches!(b, b'"' | b'\'' | b';' | b'/' | b'?'))
        .unwrap_or(rest.len());
    (end > 0).then(|| &rest[..end])
}
