//! Words to visible text: white space, line breaks, and where one block ends.
//!
//! Takes words with what the builder knows of them; gives text and [`Draft`]s. Invariant: every
//! character that is not white space lies in exactly one block.

use super::cues::Cues;
use super::tree::Draft;
use crate::blocks::metadata::visible;
use crate::blocks::phrases;
use crate::span::ByteSpan;

/// A table cell with more text than this is a block of its own: the table is for layout.
const LAYOUT_CELL_BYTES: usize = 100;

/// White space that is due before the next word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    Line,
}

/// Where a table cell or a line began in the middle of a block, and what the block had by then.
#[derive(Clone, Copy, Debug, Default)]
struct Mark {
    at: usize,
    node: u32,
    link_bytes: usize,
    bold_bytes: usize,
}

/// What is true of a stretch of words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    /// The innermost element that is not inside a line.
    pub(super) node: u32,
    /// What the inline elements around say.
    pub(super) cues: Cues,
    /// Inside a link.
    pub(super) link: bool,
    /// Bold.
    pub(super) bold: bool,
    /// Line ends count.
    pub(super) lines: bool,
}

/// Writes the visible text.
#[derive(Debug, Default)]
pub(super) struct Writer {
    /// The text so far.
    pub(super) text: String,
    /// The finished blocks.
    pub(super) blocks: Vec<Draft>,
    draft: Option<Draft>,
    gap: Gap,
    cell: Option<Mark>,
    line: Option<Mark>,
}

impl Writer {
    /// The index of the next block to be begun or, with `inside`, of the block being written.
    pub(super) fn next_block(&self) -> u32 {
        self.blocks.len() as u32
    }

    /// The index after the last block that has begun.
    pub(super) fn end_block(&self) -> u32 {
        self.next_block() + u32::from(self.draft.is_some())
    }

    /// White space is due.
    pub(super) fn space(&mut self) {
        self.gap = self.gap.max(Gap::Space);
    }

    /// `<br>`: one begins a line, two begin a block. A byline and the like is a block by itself.
    pub(super) fn line_break(&mut self) {
        let Some(draft) = &self.draft else {
            return;
        };
        let at = self.line.map_or(draft.span.start, |line| line.at);
        if self.gap == Gap::Line || stands_alone(self.text[at..].trim()) {
            self.flush();
        } else {
            self.line = Some(self.mark(draft, draft.node));
            self.gap = Gap::Line;
        }
    }

    fn mark(&self, draft: &Draft, node: u32) -> Mark {
        let (link_bytes, bold_bytes) = (draft.link_bytes, draft.bold_bytes);
        Mark { at: self.text.len(), node, link_bytes, bold_bytes }
    }

    /// A table cell begins: in a table of data, a row is one block.
    pub(super) fn begin_cell(&mut self, node: u32) {
        self.end_cell();
        self.space();
        self.cell = self.draft.as_ref().map(|draft| self.mark(draft, node));
    }

    /// A table cell ends: a long one is a block of its own.
    pub(super) fn end_cell(&mut self) {
        let start = self.cell.as_ref().map(|cell| cell.at);
        let start = start.or(self.draft.as_ref().map(|draft| draft.span.start));
        if start.is_some_and(|start| self.text.len() - start > LAYOUT_CELL_BYTES) {
            self.flush();
        }
        self.cell = None;
    }

    /// Text as it stands in the source.
    pub(super) fn words(&mut self, text: &str, style: Style) {
        let mut rest = text;
        loop {
            let trimmed = rest.trim_ascii_start();
            if trimmed.len() < rest.len() {
                let space = &rest[..rest.len() - trimmed.len()];
                match space.bytes().filter(|&b| style.lines && b == b'\n').count() {
                    0 => self.space(),
                    1 => self.line_break(),
                    _ => self.flush(),
                }
            }
            let word = trimmed.bytes().position(|b| b.is_ascii_whitespace());
            let (word, after) = trimmed.split_at(word.unwrap_or(trimmed.len()));
            if word.is_empty() {
                return;
            }
            self.word(word, style);
            rest = after;
        }
    }

    fn word(&mut self, word: &str, style: Style) {
        let draft = match &mut self.draft {
            Some(draft) => {
                match self.gap {
                    Gap::None => {}
                    Gap::Space => self.text.push(' '),
                    Gap::Line => self.text.push('\n'),
                }
                draft.cues = draft.cues.and(style.cues);
                draft
            }
            none => {
                // No-break spaces at the head of a block are not text.
                if word.chars().all(char::is_whitespace) {
                    return;
                }
                if !self.text.is_empty() {
                    self.text.push_str("\n\n");
                }
                let at = self.text.len();
                let span = ByteSpan::new(at, at);
                let (node, cues) = (style.node, style.cues);
                none.insert(Draft { span, node, cues, ..Draft::default() })
            }
        };
        self.text.push_str(word);
        draft.link_bytes += if style.link { word.len() + 1 } else { 0 };
        draft.bold_bytes += if style.bold { word.len() + 1 } else { 0 };
        self.gap = Gap::None;
    }

    /// Ends the block being written.
    pub(super) fn flush(&mut self) {
        self.gap = Gap::None;
        let Some(mut draft) = self.draft.take() else {
            return;
        };
        let cell = self.cell.take().filter(|cell| self.text.len() - cell.at > LAYOUT_CELL_BYTES);
        let line = self.line.take().filter(|line| stands_alone(self.text[line.at..].trim()));
        if let Some(mark) = cell.or(line) {
            // What stands before this cell or line is a block of its own.
            self.text.insert_str(mark.at, "\n\n");
            let first = Draft {
                span: ByteSpan::new(draft.span.start, mark.at),
                link_bytes: mark.link_bytes,
                bold_bytes: mark.bold_bytes,
                ..draft.clone()
            };
            self.end(first, mark.at);
            draft.span.start = mark.at;
            draft.node = mark.node;
            draft.link_bytes -= mark.link_bytes;
            draft.bold_bytes -= mark.bold_bytes;
        }
        let end = self.text.len();
        self.end(draft, end);
        if let Some(draft) = self.blocks.last() {
            self.text.truncate(draft.span.end);
        }
    }

    /// Enters a block that ends at `end`, without the white space around it.
    fn end(&mut self, mut draft: Draft, end: usize) {
        let text = &self.text[draft.span.start..end];
        let start = end - text.trim_start().len();
        draft.span = ByteSpan::new(start, start + text.trim().len());
        self.blocks.push(draft);
    }
}

/// Longest line that is looked at for what it is by itself, in bytes.
const LONGEST_LINE: usize = 160;

/// Whether a line between two `<br>` is a byline or furniture and no part of the text.
fn stands_alone(line: &str) -> bool {
    line.len() <= LONGEST_LINE && (visible::is_byline(line) || phrases::furniture(line).is_some())
}
