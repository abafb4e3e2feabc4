//! A parsed pattern to the steps of a machine.
//!
//! The construction of Thompson, "Regular expression search algorithm", 1968, with the order of
//! the ways that Perl and the `regex` crate try.

use super::set::Set;
use regex_syntax::ast::{
    Assertion, AssertionKind, Ast, ClassAsciiKind, ClassBracketed, ClassPerl, ClassPerlKind,
    ClassSet, ClassSetBinaryOpKind, ClassSetItem, Flag, Flags, GroupKind, Repetition,
    RepetitionKind, RepetitionRange, Span,
};

/// Most steps of a program; each costs something at every character of a text.
const MAX_STEPS: usize = 2000;

/// One step.
#[derive(Clone, Debug)]
pub(super) enum Step {
    /// Takes a character of the set.
    Take(Set),
    /// Goes on at either, the first before the second.
    Split(usize, usize),
    /// Goes on elsewhere.
    Jump(usize),
    /// Notes where a group begins, or ends.
    Mark { group: u32, end: bool },
    /// Goes on only at such a place.
    Check(AssertionKind),
    /// The pattern is through.
    Match,
}

/// A compiled pattern.
#[derive(Clone, Debug)]
pub(super) struct Program {
    pub(super) steps: Vec<Step>,
    /// The character that every match begins with, where there is one.
    pub(super) first: Option<char>,
    /// Number of the group called `name`, else 1 where there is a group.
    pub(super) group: Option<u32>,
}

/// What cannot be compiled: where in the pattern, in bytes, and why.
pub(super) type Refusal = (usize, &'static str);

/// The group that marks the name inside a longer match.
const GROUP: &str = "name";

pub(super) fn compile(pattern: &Ast) -> Result<Program, Refusal> {
    let program = Program { steps: Vec::new(), first: None, group: None };
    let mut writer = Writer { program, effort: 0 };
    writer.write(pattern, &mut Mode { line_ends: true, ..Mode::default() })?;
    writer.push(Step::Match);
    let mut program = writer.program;
    let idle = |step: &&Step| matches!(step, Step::Check(_) | Step::Mark { .. });
    if let Some(Step::Take(Set::Char(first))) = program.steps.iter().find(|step| !idle(step)) {
        program.first = Some(*first);
    }
    Ok(program)
}

/// The flags in force.
#[derive(Clone, Copy, Default)]
struct Mode {
    caseless: bool,
    line_ends: bool,
    dot_takes_line_ends: bool,
    lazy: bool,
}

impl Mode {
    fn set(&mut self, flags: &Flags) -> Result<(), Refusal> {
        let switch = |on: &mut bool, flag| *on = flags.flag_state(flag).unwrap_or(*on);
        switch(&mut self.caseless, Flag::CaseInsensitive);
        switch(&mut self.line_ends, Flag::MultiLine);
        switch(&mut self.dot_takes_line_ends, Flag::DotMatchesNewLine);
        switch(&mut self.lazy, Flag::SwapGreed);
        let bytes = flags.flag_state(Flag::Unicode) == Some(false);
        if bytes || flags.flag_state(Flag::CRLF) == Some(true) {
            return Err((flags.span.start.offset, "the flags are i, m, s, U and x"));
        }
        Ok(())
    }

    fn cased(self, set: Set) -> Set {
        if self.caseless { Set::Caseless(Box::new(set)) } else { set }
    }
}

struct Writer {
    program: Program,
    /// How many parts were written; repeating nothing a million times writes no step.
    effort: usize,
}

impl Writer {
    fn push(&mut self, step: Step) -> usize {
        self.program.steps.push(step);
        self.program.steps.len() - 1
    }

    /// The place of the next step.
    fn here(&self) -> usize {
        self.program.steps.len()
    }

    fn write(&mut self, part: &Ast, mode: &mut Mode) -> Result<(), Refusal> {
        self.effort += 1;
        if self.effort > MAX_STEPS {
            return Err((part.span().start.offset, "the pattern grows too large; repeat less"));
        }
        match part {
            Ast::Empty(_) => {}
            Ast::Flags(flags) => mode.set(&flags.flags)?,
            Ast::Literal(literal) => self.take(mode.cased(Set::Char(literal.c))),
            Ast::Dot(_) if mode.dot_takes_line_ends => self.take(Set::Either(Vec::new()).not(true)),
            Ast::Dot(_) => self.take(Set::Char('\n').not(true)),
            Ast::Assertion(assertion) => self.check(assertion, *mode),
            Ast::ClassUnicode(class) => return Err(no_property(&class.span)),
            Ast::ClassPerl(class) => self.take(perl(class)),
            Ast::ClassBracketed(class) => {
                let set = bracketed(class, *mode)?;
                self.take(set);
            }
            Ast::Repetition(repetition) => self.repeat(repetition, mode)?,
            Ast::Group(group) => {
                let mut inner = *mode;
                if let GroupKind::NonCapturing(flags) = &group.kind {
                    inner.set(flags)?;
                }
                let number = group.capture_index();
                if let GroupKind::CaptureName { name, .. } = &group.kind
                    && name.name == GROUP
                {
                    self.program.group = number;
                }
                if let Some(group) = number {
                    self.program.group.get_or_insert(1);
                    self.push(Step::Mark { group, end: false });
                }
                self.write(&group.ast, &mut inner)?;
                if let Some(group) = number {
                    self.push(Step::Mark { group, end: true });
                }
            }
            Ast::Alternation(parts) => {
                let mut ends = Vec::new();
                for (index, part) in parts.asts.iter().enumerate() {
                    if index + 1 == parts.asts.len() {
                        self.write(part, mode)?;
                        break;
                    }
                    let split = self.push(Step::Match);
                    self.write(part, mode)?;
                    ends.push(self.push(Step::Match));
                    self.program.steps[split] = Step::Split(split + 1, self.here());
                }
                let end = self.here();
                for jump in ends {
                    self.program.steps[jump] = Step::Jump(end);
                }
            }
            Ast::Concat(parts) => {
                for part in &parts.asts {
                    self.write(part, mode)?;
                }
            }
        }
        Ok(())
    }

    fn take(&mut self, set: Set) {
        self.push(Step::Take(set));
    }

    fn check(&mut self, assertion: &Assertion, mode: Mode) {
        self.push(Step::Check(match assertion.kind {
            AssertionKind::StartLine if !mode.line_ends => AssertionKind::StartText,
            AssertionKind::EndLine if !mode.line_ends => AssertionKind::EndText,
            ref kind => kind.clone(),
        }));
    }

    fn repeat(&mut self, repetition: &Repetition, mode: &mut Mode) -> Result<(), Refusal> {
        let (least, most) = match repetition.op.kind {
            RepetitionKind::ZeroOrOne => (0, Some(1)),
            RepetitionKind::ZeroOrMore => (0, None),
            RepetitionKind::OneOrMore => (1, None),
            RepetitionKind::Range(RepetitionRange::Exactly(times)) => (times, Some(times)),
            RepetitionKind::Range(RepetitionRange::AtLeast(least)) => (least, None),
            RepetitionKind::Range(RepetitionRange::Bounded(least, most)) => (least, Some(most)),
        };
        let lazy = repetition.greedy == mode.lazy;
        let part = &*repetition.ast;
        let mut skips = Vec::new();
        match most {
            Some(most) => {
                for _ in 0..least {
                    self.write(part, mode)?;
                }
                for _ in least..most {
                    skips.push(self.push(Step::Match));
                    self.write(part, mode)?;
                }
            }
            None => {
                for _ in 1..least {
                    self.write(part, mode)?;
                }
                if least == 0 {
                    skips.push(self.push(Step::Match));
                }
                let again = self.here();
                self.write(part, mode)?;
                let after = self.here() + 1;
                self.push(split(again, after, lazy));
            }
        }
        let end = self.here();
        for skip in skips {
            self.program.steps[skip] = split(skip + 1, end, lazy);
        }
        Ok(())
    }
}

/// Tries to go on, or with `lazy` to leave, first.
fn split(on: usize, out: usize, lazy: bool) -> Step {
    if lazy { Step::Split(out, on) } else { Step::Split(on, out) }
}

fn no_property(span: &Span) -> Refusal {
    (span.start.offset, "classes such as \\p{Lu} are not available; write [A-Z] or \\w")
}

fn perl(class: &ClassPerl) -> Set {
    let set = match class.kind {
        ClassPerlKind::Digit => Set::Digit,
        ClassPerlKind::Space => Set::Space,
        ClassPerlKind::Word => Set::Word,
    };
    set.not(class.negated)
}

fn bracketed(class: &ClassBracketed, mode: Mode) -> Result<Set, Refusal> {
    Ok(mode.cased(set(&class.kind, mode)?).not(class.negated))
}

fn set(class: &ClassSet, mode: Mode) -> Result<Set, Refusal> {
    let both = match class {
        ClassSet::Item(one) => return item(one, mode),
        ClassSet::BinaryOp(both) => both,
    };
    let one = Box::new(mode.cased(set(&both.lhs, mode)?));
    let other = Box::new(mode.cased(set(&both.rhs, mode)?));
    Ok(match both.kind {
        ClassSetBinaryOpKind::Intersection => Set::Both(one, other),
        ClassSetBinaryOpKind::Difference => Set::Both(one, Box::new(Set::Not(other))),
        ClassSetBinaryOpKind::SymmetricDifference => Set::OneOf(one, other),
    })
}

fn item(item: &ClassSetItem, mode: Mode) -> Result<Set, Refusal> {
    Ok(match item {
        ClassSetItem::Empty(_) => Set::Either(Vec::new()),
        ClassSetItem::Literal(literal) => Set::Char(literal.c),
        ClassSetItem::Range(range) => Set::Range(range.start.c, range.end.c),
        ClassSetItem::Ascii(class) => ascii(&class.kind).not(class.negated),
        ClassSetItem::Unicode(class) => return Err(no_property(&class.span)),
        ClassSetItem::Perl(class) => perl(class),
        ClassSetItem::Bracketed(class) => bracketed(class, mode)?,
        ClassSetItem::Union(union) => {
            let sets: Result<Vec<Set>, Refusal> =
                union.items.iter().map(|one| self::item(one, mode)).collect();
            Set::Either(sets?)
        }
    })
}

/// `[[:alpha:]]` and its like.
fn ascii(kind: &ClassAsciiKind) -> Set {
    let ranges: &[(char, char)] = match kind {
        ClassAsciiKind::Alnum => &[('0', '9'), ('A', 'Z'), ('a', 'z')],
        ClassAsciiKind::Alpha => &[('A', 'Z'), ('a', 'z')],
        ClassAsciiKind::Ascii => &[('\0', '\x7F')],
        ClassAsciiKind::Blank => &[('\t', '\t'), (' ', ' ')],
        ClassAsciiKind::Cntrl => &[('\0', '\x1F'), ('\x7F', '\x7F')],
        ClassAsciiKind::Digit => &[('0', '9')],
        ClassAsciiKind::Graph => &[('!', '~')],
        ClassAsciiKind::Lower => &[('a', 'z')],
        ClassAsciiKind::Print => &[(' ', '~')],
        ClassAsciiKind::Punct => &[('!', '/'), (':', '@'), ('[', '`'), ('{', '~')],
        ClassAsciiKind::Space => &[('\t', '\r'), (' ', ' ')],
        ClassAsciiKind::Upper => &[('A', 'Z')],
        ClassAsciiKind::Word => &[('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')],
        ClassAsciiKind::Xdigit => &[('0', '9'), ('A', 'F'), ('a', 'f')],
    };
    Set::Either(ranges.iter().map(|&(first, last)| Set::Range(first, last)).collect())
}
