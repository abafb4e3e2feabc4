//! What is wrong in a list, and where.

/// Most problems of one file that are told; whoever has more has one problem many times.
const MOST: usize = 100;

/// Something in a list that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "NameProblem"))]
pub struct Problem {
    /// Line in the file, from 1.
    pub line: usize,
    /// Character in the line, from 1.
    pub column: usize,
    /// Which entry of the file it is, from 0; nothing where it concerns the file.
    #[cfg_attr(test, ts(optional))]
    pub entry: Option<usize>,
    /// A sentence for the person who made the list.
    pub message: String,
}

/// The problems of one file while it is read, by byte offset.
#[derive(Debug, Default)]
pub(super) struct Problems(Vec<(usize, Option<usize>, String)>);

impl Problems {
    pub(super) fn add(&mut self, at: usize, entry: Option<usize>, message: impl Into<String>) {
        self.0.push((at, entry, message.into()));
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The problems in the order of their places in `text`.
    pub(super) fn placed(mut self, text: &str) -> Vec<Problem> {
        self.0.sort_unstable();
        self.0.truncate(MOST);
        let place = |(at, entry, message): (usize, Option<usize>, String)| {
            let before = text.get(..at).unwrap_or(text);
            let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
            let column = before.chars().rev().take_while(|&c| c != '\n').count() + 1;
            Problem { line, column, entry, message }
        };
        self.0.into_iter().map(place).collect()
    }
}
