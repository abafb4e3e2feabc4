//! Runs a program over a text, all ways at once.
//!
//! The simulation of Pike, as in Cox, "Regular Expression Matching: the Virtual Machine Approach",
//! 2009: at each character every step is visited once at most, so the time of a search is the
//! length of the text times that of the program, whatever the pattern.

use super::program::{Program, Step};
use super::set::is_word;
use crate::span::ByteSpan;
use regex_syntax::ast::AssertionKind;

/// A match: the whole, and the group that marks the name if it took part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) whole: ByteSpan,
    pub(super) marked: Option<ByteSpan>,
}

/// One way through the program.
#[derive(Clone, Copy, Debug)]
struct Way {
    step: usize,
    start: usize,
    /// Where the marking group began and ended, so far.
    group: [Option<usize>; 2],
}

/// Where the ways are after a character, the preferred first.
#[derive(Debug, Default)]
struct Ways {
    all: Vec<Way>,
    /// For each step the last round in which it was visited.
    visited: Vec<usize>,
    round: usize,
}

impl Ways {
    fn clear(&mut self) {
        self.all.clear();
        self.round += 1;
    }
}

/// A program with room to run it.
#[derive(Debug)]
pub(super) struct Machine<'p> {
    program: &'p Program,
    now: Ways,
    next: Ways,
    waiting: Vec<Way>,
}

impl<'p> Machine<'p> {
    pub(super) fn new(program: &'p Program) -> Self {
        let ways = || Ways { all: Vec::new(), visited: vec![0; program.steps.len()], round: 1 };
        Self { program, now: ways(), next: ways(), waiting: Vec::new() }
    }

    /// The first match that begins at or behind `from` and is no longer than `longest`, in bytes.
    pub(super) fn search(&mut self, text: &str, from: usize, longest: usize) -> Option<Found> {
        let mut found = None;
        let mut at = from;
        self.now.clear();
        loop {
            if found.is_none() {
                // Nothing is under way: on to where something may begin.
                if let (Some(first), true) = (self.program.first, self.now.all.is_empty()) {
                    at += text[at..].find(first)?;
                }
                self.follow(text, at, Way { step: 0, start: at, group: [None; 2] }, true);
            } else if self.now.all.is_empty() {
                return found;
            }
            let c = text[at..].chars().next();
            let after = at + c.map_or(0, char::len_utf8);
            self.next.clear();
            for index in 0..self.now.all.len() {
                let way = self.now.all[index];
                match &self.program.steps[way.step] {
                    Step::Match => {
                        let marked = way.group[0].zip(way.group[1]);
                        found = Some(Found {
                            whole: ByteSpan::new(way.start, at),
                            marked: marked.map(|(start, end)| ByteSpan::new(start, end)),
                        });
                        // The ways behind this one are less preferred.
                        break;
                    }
                    Step::Take(set) => {
                        let on = c.is_some_and(|c| set.has(c)) && after - way.start <= longest;
                        if on {
                            self.follow(text, after, Way { step: way.step + 1, ..way }, false);
                        }
                    }
                    _ => {}
                }
            }
            if c.is_none() {
                return found;
            }
            std::mem::swap(&mut self.now, &mut self.next);
            at = after;
        }
    }

    /// Adds a way and those that branch off it before the next character.
    fn follow(&mut self, text: &str, at: usize, way: Way, now: bool) {
        let ways = if now { &mut self.now } else { &mut self.next };
        self.waiting.push(way);
        while let Some(mut way) = self.waiting.pop() {
            if std::mem::replace(&mut ways.visited[way.step], ways.round) == ways.round {
                continue;
            }
            match &self.program.steps[way.step] {
                Step::Take(_) | Step::Match => ways.all.push(way),
                Step::Jump(to) => self.waiting.push(Way { step: *to, ..way }),
                Step::Split(first, second) => {
                    self.waiting.push(Way { step: *second, ..way });
                    self.waiting.push(Way { step: *first, ..way });
                }
                Step::Mark { group, end } => {
                    if Some(*group) == self.program.group {
                        way.group[usize::from(*end)] = Some(at);
                    }
                    self.waiting.push(Way { step: way.step + 1, ..way });
                }
                Step::Check(kind) => {
                    if holds(kind, text, at) {
                        self.waiting.push(Way { step: way.step + 1, ..way });
                    }
                }
            }
        }
    }
}

fn holds(kind: &AssertionKind, text: &str, at: usize) -> bool {
    let (before, after) = (text[..at].chars().next_back(), text[at..].chars().next());
    let (word_before, word_after) = (before.is_some_and(is_word), after.is_some_and(is_word));
    match kind {
        AssertionKind::StartLine => before.is_none_or(|c| c == '\n'),
        AssertionKind::EndLine => after.is_none_or(|c| c == '\n'),
        AssertionKind::StartText => before.is_none(),
        AssertionKind::EndText => after.is_none(),
        AssertionKind::WordBoundary => word_before != word_after,
        AssertionKind::NotWordBoundary => word_before == word_after,
        AssertionKind::WordBoundaryStart | AssertionKind::WordBoundaryStartAngle => {
            !word_before && word_after
        }
        AssertionKind::WordBoundaryEnd | AssertionKind::WordBoundaryEndAngle => {
            word_before && !word_after
        }
        AssertionKind::WordBoundaryStartHalf => !word_before,
        AssertionKind::WordBoundaryEndHalf => !word_after,
    }
}
