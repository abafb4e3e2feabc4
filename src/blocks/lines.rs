//! Plain text to pieces: a line each, or a paragraph each where lines are broken at a fixed width.
//!
//! Takes the text, gives its [`Piece`]s in order. Invariant: pieces hold every character that is
//! not white space, and offsets are those of the user's own file.

use super::piece::{Kind, Piece};
use super::shape::Shape;
use crate::span::ByteSpan;

/// Widths between which a line of text broken at a fixed width ends.
const WRAPPED_WIDTH: std::ops::RangeInclusive<usize> = 45..=100;

/// The lines of a text, or its paragraphs where lines are broken at a fixed width.
pub(crate) fn spans(text: &str) -> Vec<ByteSpan> {
    let lines = lines(text);
    if is_wrapped(text, &lines) { join(text, &lines) } else { lines }
}

/// Cuts a text into pieces.
pub(crate) fn cut(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = spans(text).into_iter().map(|span| piece(text, span)).collect();
    let mut above = true;
    for index in 0..pieces.len() {
        let next = pieces.get(index + 1).map(|next| next.span);
        let below = next.is_none_or(|next| parted(text, pieces[index].span, next));
        pieces[index].spaced = above && below;
        pieces[index].edged = above || below;
        above = below;
    }
    pieces
}

/// Every line that is not blank, without white space at its ends.
fn lines(text: &str) -> Vec<ByteSpan> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}', '\u{B}', '\u{C}']) {
        let body = line.trim();
        if !body.is_empty() {
            let at = start + line.len() - line.trim_start().len();
            found.push(ByteSpan::new(at, at + body.len()));
        }
        start += line.len();
    }
    found
}

/// Whether a blank line, or none, stands between two neighbours.
fn parted(text: &str, before: ByteSpan, after: ByteSpan) -> bool {
    text[before.end..after.start].matches('\n').count() > 1
}

/// Whether most lines end at a fixed width in the middle of a sentence.
fn is_wrapped(text: &str, lines: &[ByteSpan]) -> bool {
    let (mut broken, mut whole) = (0, 0);
    for pair in lines.windows(2) {
        let (line, next) = (pair[0].of(text), pair[1].of(text));
        if parted(text, pair[0], pair[1]) {
            continue;
        }
        let ended = line.ends_with(['.', '!', '?', '"', '”', ':']);
        let goes_on = next.starts_with(char::is_lowercase);
        if WRAPPED_WIDTH.contains(&line.chars().count()) && !ended && goes_on {
            broken += 1;
        } else {
            whole += 1;
        }
    }
    broken >= 4 && broken * 2 >= whole
}

fn join(text: &str, lines: &[ByteSpan]) -> Vec<ByteSpan> {
    let mut joined: Vec<ByteSpan> = Vec::new();
    for &line in lines {
        match joined.last_mut() {
            Some(last) if !parted(text, *last, line) => last.end = line.end,
            _ => joined.push(line),
        }
    }
    joined
}

fn piece(text: &str, span: ByteSpan) -> Piece {
    let body = span.of(text);
    let bullet = body.starts_with(['\u{2022}', '\u{25CF}', '\u{25AA}', '\u{2023}', '\u{25E6}'])
        || body.starts_with("- ")
        || body.starts_with("* ");
    Piece {
        span,
        shape: Shape::of(body),
        core: true,
        kind: if bullet { Kind::Item } else { Kind::Plain },
        ..Piece::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut_text(text: &str) -> Vec<&str> {
        cut(text).iter().map(|piece| piece.span.of(text)).collect()
    }

    #[test]
    fn lines_are_pieces() {
        assert_eq!(cut_text(" One \r\n\r\n\tTwo\nThree"), ["One", "Two", "Three"]);
        assert_eq!(cut_text(" \n "), [""; 0]);
    }

    #[test]
    fn wrapped_lines_are_paragraphs() {
        let text = "The harbour of the small town was closed on Monday after\n\
            heavy seas had broken the outer wall in three places and the\n\
            mayor said that it would take at least until the spring to\n\
            mend it.\n\n\
            Fishermen said that they had warned of the weak wall for\n\
            years and that nobody in the town hall had wanted to hear of\n\
            the cost of it.\n";
        assert_eq!(cut_text(text).len(), 2);
    }
}
