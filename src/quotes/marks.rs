//! Quotation marks to quoted stretches.
//!
//! Takes the text and its blocks, gives [`Quoted`] stretches: the outermost ones only, sorted and
//! disjoint, each inside one kept block. A quotation that runs over paragraphs, each opened anew
//! and only the last closed, gives one stretch a paragraph.

use crate::blocks::Block;
use crate::span::ByteSpan;

/// A stretch in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quoted {
    /// With its marks.
    pub(super) span: ByteSpan,
    /// Index of its block.
    pub(super) block: usize,
    /// Whether a closing mark was found.
    pub(super) closed: bool,
    /// Whether it carries on the stretch of the paragraph before.
    pub(super) continues: bool,
}

/// Quotations nest no deeper than this; marks beyond it are noise.
const MAX_DEPTH: usize = 8;

/// The sorts of marks, by what closes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    /// `“…”`, and `„…“`.
    Curly,
    /// `"…"`.
    Straight,
    /// `''…''`, two apostrophes for one mark.
    Doubled,
    /// `«…»`.
    Guillemet,
    /// `‘…’`, whose closing mark is the apostrophe too.
    SingleCurly,
    /// `'…'`.
    SingleStraight,
}

/// What a character does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Opens(Mark),
    Closes(Mark),
}

/// Finds the quoted stretches of the kept blocks.
pub(super) fn find(text: &str, blocks: &[Block]) -> Vec<Quoted> {
    let mut found: Vec<Quoted> = Vec::new();
    // The mark of a stretch left open at the end of the block before.
    let mut left_open: Option<Mark> = None;
    for (index, block) in blocks.iter().enumerate().filter(|(_, block)| block.keep) {
        let first = found.len();
        let still_open = in_block(text, block.span, index, &mut found);
        let opens_with = text[block.span.start..].chars().next().and_then(opening);
        if left_open.is_some()
            && opens_with == left_open
            && let Some(quoted) = found.get_mut(first)
        {
            quoted.continues = true;
        }
        left_open = still_open;
    }
    found
}

fn opening(c: char) -> Option<Mark> {
    match c {
        '“' | '„' => Some(Mark::Curly),
        '"' => Some(Mark::Straight),
        '«' => Some(Mark::Guillemet),
        '‘' => Some(Mark::SingleCurly),
        _ => None,
    }
}

/// Appends the stretches of one block; gives the mark of the one left open.
fn in_block(text: &str, span: ByteSpan, block: usize, found: &mut Vec<Quoted>) -> Option<Mark> {
    // An apostrophe opens only where another follows.
    let body = span.of(text);
    let last_single = body.rfind(['’', '\'']).unwrap_or(0);
    let mut open: Vec<(Mark, usize)> = Vec::new();
    let mut pairs: Vec<(Mark, ByteSpan)> = Vec::new();
    let mut before = ' ';
    let mut chars = body.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let mut length = c.len_utf8();
        let mut role = None;
        if c == '\'' && body[at + 1..].starts_with('\'') {
            chars.next();
            length = 2;
            let after = body[at + 2..].chars().next().unwrap_or(' ');
            role = doubled(before, after, holds(&open, Mark::Doubled));
        } else if is_mark(c) {
            let after = body[at + length..].chars().next().unwrap_or(' ');
            role = role_of(c, before, after, &open, at < last_single);
        }
        match role {
            Some(Role::Opens(mark)) if open.len() < MAX_DEPTH => open.push((mark, at)),
            Some(Role::Closes(mark)) => {
                if let Some(place) = open.iter().rposition(|(known, _)| *known == mark) {
                    let (_, from) = open[place];
                    open.truncate(place);
                    pairs.push((mark, ByteSpan::new(span.start + from, span.start + at + length)));
                }
            }
            _ => {}
        }
        before = c;
    }
    // Single marks left open were apostrophes.
    let unclosed = open
        .iter()
        .find(|(mark, _)| !matches!(mark, Mark::SingleCurly | Mark::SingleStraight))
        .map(|&(mark, from)| (mark, ByteSpan::new(span.start + from, span.end)));
    // Pairs of the same marks inside it say that the lone one was a slip.
    let unclosed = unclosed.filter(|(mark, span)| {
        !pairs.iter().any(|(inner, pair)| inner == mark && span.contains(*pair))
    });
    pairs.retain(|(_, pair)| unclosed.is_none_or(|(_, span)| !span.contains(*pair)));
    pairs.sort_by_key(|(_, pair)| pair.start);
    let mut end = 0;
    for (_, pair) in pairs {
        if pair.start >= end {
            end = pair.end;
            found.push(Quoted { span: pair, block, closed: true, continues: false });
        }
    }
    let (mark, span) = unclosed?;
    if span.start >= end {
        found.push(Quoted { span, block, closed: false, continues: false });
    }
    Some(mark)
}

fn is_mark(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '"' | '«' | '»' | '‘' | '’' | '\'')
}

fn holds(open: &[(Mark, usize)], mark: Mark) -> bool {
    open.iter().any(|(known, _)| *known == mark)
}

fn doubled(before: char, after: char, is_open: bool) -> Option<Role> {
    if is_open && !before.is_whitespace() {
        return Some(Role::Closes(Mark::Doubled));
    }
    (may_open(before) && !after.is_whitespace()).then_some(Role::Opens(Mark::Doubled))
}

/// Whether a mark after `before` may open.
fn may_open(before: char) -> bool {
    before.is_whitespace()
        || matches!(before, '(' | '[' | '{' | '-' | '–' | '—' | '/' | '“' | '"' | '‘' | '\'' | '…')
}

fn role_of(
    c: char,
    before: char,
    after: char,
    open: &[(Mark, usize)],
    more_singles: bool,
) -> Option<Role> {
    match c {
        '“' if holds(open, Mark::Curly) && !after.is_alphanumeric() => {
            Some(Role::Closes(Mark::Curly))
        }
        '“' | '„' => Some(Role::Opens(Mark::Curly)),
        '”' => Some(Role::Closes(Mark::Curly)),
        '«' => Some(Role::Opens(Mark::Guillemet)),
        '»' => Some(Role::Closes(Mark::Guillemet)),
        '"' if holds(open, Mark::Straight)
            && !(before.is_whitespace() && after.is_alphanumeric()) =>
        {
            Some(Role::Closes(Mark::Straight))
        }
        '"' => (!after.is_whitespace() && !before.is_alphanumeric())
            .then_some(Role::Opens(Mark::Straight)),
        '’' if holds(open, Mark::SingleCurly) => {
            // `the players’ union`: an apostrophe after an `s` closes only if no other can.
            let genitive = before == 's' && after == ' ' && more_singles;
            let closes = !after.is_alphanumeric() && !genitive;
            closes.then_some(Role::Closes(Mark::SingleCurly))
        }
        '\'' if holds(open, Mark::SingleStraight) => {
            let closes = !after.is_alphanumeric() && !before.is_whitespace();
            let genitive = before == 's' && after == ' ' && more_singles;
            (closes && !genitive).then_some(Role::Closes(Mark::SingleStraight))
        }
        '‘' => (may_open(before) && after.is_alphanumeric() && more_singles)
            .then_some(Role::Opens(Mark::SingleCurly)),
        // `'90s` and `'em` open nothing: a capital must follow, or a whole clause would hang on
        // an apostrophe.
        '\'' => (may_open(before) && after.is_uppercase() && more_singles)
            .then_some(Role::Opens(Mark::SingleStraight)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::{Reason, Role};
    use crate::confidence::Permille;
    use proptest::prelude::*;

    pub(super) fn lines(text: &str) -> Vec<Block> {
        let mut start = 0;
        let mut blocks = Vec::new();
        for line in text.split_inclusive('\n') {
            let end = start + line.trim_end().len();
            if end > start {
                blocks.push(Block {
                    span: ByteSpan::new(start, end),
                    role: Role::Paragraph,
                    keep: true,
                    reason: Reason::Article,
                    confidence: Permille(900),
                });
            }
            start += line.len();
        }
        blocks
    }

    #[test]
    fn finds_marks() {
        for (text, expected) in [
            ("He said “yes, of course” and left", "“yes, of course”"),
            ("\"Yes,\" he said. \"No.\"", "\"Yes,\" | \"No.\""),
            ("''If so,'' she said", "''If so,''"),
            ("« Oui, » dit-il", "« Oui, »"),
            ("‘It’s the players’ day,’ he said", "‘It’s the players’ day,’"),
            ("'It is,' he said of the '90s", "'It is,'"),
            ("“He told me ‘go’ and “stay” too,” she said", "“He told me ‘go’ and “stay” too,”"),
            ("“He left, and “stay,” she said", "“stay,”"),
            ("a 5\" pipe and the dogs' bed", ""),
            ("“One.\n“Two.”\nThree", "“One. | +“Two.”"),
            ("He said “never mind", "“never mind"),
        ] {
            let shown: Vec<_> = find(text, &lines(text))
                .iter()
                .map(|q| format!("{}{}", if q.continues { "+" } else { "" }, q.span.of(text)))
                .collect();
            assert_eq!(shown.join(" | "), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn sorted_and_disjoint(text in "([a-zA-Zé]{1,3}|[“”\"'‘’«»„]|''|[ .,?\n]){0,60}") {
            let found = find(&text, &lines(&text));
            for pair in found.windows(2) {
                prop_assert!(pair[0].span.end <= pair[1].span.start);
            }
            for quoted in found {
                prop_assert!(text.get(quoted.span.start..quoted.span.end).is_some());
            }
        }
    }
}
