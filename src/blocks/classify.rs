//! The decision over the sequence of pieces: what is kept, as what, and why.
//!
//! Takes the pieces of a page or a text, gives a [`Verdict`] for each. One classifier serves both
//! inputs: a pasted text has no markup, so its lines carry the default hints.

use super::Role;
use super::ends;
use super::headline;
use super::html::container::FURNITURE;
use super::html::cues::Cues;
use super::metadata::visible;
use super::phrases;
use super::piece::{Kind, Piece};
use super::reason::Reason;
use super::related;
use crate::confidence::Permille;
use std::collections::HashMap;
use std::ops::Range;

/// What is decided about one piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Verdict {
    /// What it is.
    pub(crate) role: Role,
    /// Whether it is kept.
    pub(crate) keep: bool,
    /// Why.
    pub(crate) reason: Reason,
    /// How sure that is.
    pub(crate) confidence: Permille,
}

impl Verdict {
    pub(crate) fn keep(role: Role, reason: Reason, confidence: u16) -> Self {
        Self { role, keep: true, reason, confidence: Permille(confidence) }
    }

    pub(crate) fn drop(reason: Reason, confidence: u16) -> Self {
        Self { role: Role::Boilerplate, keep: false, reason, confidence: Permille(confidence) }
    }
}

/// The reason an element's words give.
fn cue_reason(cues: Cues) -> Option<Reason> {
    const REASONS: [(Cues, Reason); 17] = [
        (Cues::COMMENT, Reason::Comments),
        (Cues::AD, Reason::Advertisement),
        (Cues::NEWSLETTER, Reason::Newsletter),
        (Cues::SHARE, Reason::Share),
        (Cues::RELATED, Reason::Related),
        (Cues::MODAL, Reason::Notice),
        (Cues::FORM, Reason::Form),
        (Cues::AUTHOR_BOX, Reason::AuthorBox),
        (Cues::TAGS, Reason::Tags),
        (Cues::MEDIA, Reason::Media),
        (Cues::CAPTION, Reason::Caption),
        (Cues::META, Reason::Byline),
        (Cues::NAV, Reason::Navigation),
        (Cues::FOOTER, Reason::Outside),
        (Cues::SIDEBAR, Reason::Sidebar),
        (Cues::HIDDEN, Reason::Hidden),
        (Cues::WIDGET, Reason::Sidebar),
    ];
    REASONS.iter().find(|(cue, _)| cues.any(*cue)).map(|(_, reason)| *reason)
}

/// Share of links, in hundredths, in a list at the end of an article with which it points to other
/// articles.
const TAIL_LINKS: u32 = 25;

/// What is known of the whole page.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Context<'c> {
    /// Which piece is the headline.
    pub(crate) headline: Option<usize>,
    /// Who wrote it.
    pub(crate) byline: Option<&'c str>,
    /// Whether blank lines mean something, in a pasted text.
    pub(crate) spaced: bool,
}

/// Decides about every piece of a page.
pub(crate) fn page(text: &str, pieces: &[Piece], context: Context<'_>) -> Vec<Verdict> {
    let mut verdicts: Vec<Option<Verdict>> = vec![None; pieces.len()];
    for (index, piece) in pieces.iter().enumerate() {
        verdicts[index] = alone(piece, piece.span.of(text));
        if Some(index) == context.headline {
            verdicts[index] = Some(Verdict::keep(Role::Headline, Reason::Headline, 900));
        }
    }
    related::announced(text, pieces, &mut verdicts);
    repeated(text, pieces, &mut verdicts);
    headline_again(text, pieces, context.headline, &mut verdicts);
    // The article runs from its first running text to its last.
    let solid = |i: usize| verdicts[i].is_none() && pieces[i].inside && pieces[i].prose() > 0;
    let first = (0..pieces.len()).find(|&i| solid(i));
    let last = (0..pieces.len()).rev().find(|&i| solid(i));
    let (Some(first), Some(last)) = (first, last) else {
        return verdicts
            .into_iter()
            .map(|v| v.unwrap_or(Verdict::drop(Reason::Outside, 700)))
            .collect();
    };
    let start = ends::start(text, pieces, first, last);
    let start = below_headline(pieces, context.headline, start, last);
    if let Some(about) = ends::about(text, pieces, start.min(last), last) {
        for verdict in &mut verdicts[about..] {
            verdict.get_or_insert(Verdict::drop(Reason::AuthorBox, 650));
        }
    }
    for (index, reason) in ends::tail(text, pieces, start.min(last), last, context.byline) {
        verdicts[index] = Some(Verdict::drop(reason, 700));
    }
    let solid = |i: usize| verdicts[i].is_none() && pieces[i].inside && pieces[i].prose() > 0;
    let last = (start..=last).rev().find(|&i| solid(i)).unwrap_or(last);
    let last = core_end(pieces, start, last, solid);
    let listed = after_list(text, pieces, last);
    let body = |i: &usize| solid(*i) && !matches!(pieces[*i].kind, Kind::Item | Kind::Row);
    let end = (start..=last).rev().find(body).unwrap_or(last);
    let last = if (end + 1..=last).all(|i| pieces[i].group_link >= TAIL_LINKS || !solid(i)) {
        end
    } else {
        last
    };
    if context.spaced {
        related::runs(text, pieces, start, &mut verdicts);
        related::repeats(text, pieces, &mut verdicts);
        captions(text, pieces, &mut verdicts);
    }
    let mut out = Vec::with_capacity(pieces.len());
    for (index, piece) in pieces.iter().enumerate() {
        let verdict = match verdicts[index] {
            Some(verdict) => verdict,
            None if listed.contains(&index) => kept(piece, 600),
            None if !piece.inside => Verdict::drop(Reason::Outside, 900),
            None if start > first && index < start => Verdict::drop(Reason::Outside, 650),
            None if index > last && piece.group_link >= TAIL_LINKS => {
                Verdict::drop(Reason::Related, 650)
            }
            None if index > last && !piece.core => Verdict::drop(Reason::Outside, 600),
            None if piece.prose() > 0 => kept(piece, 950),
            None if piece.said && !matches!(piece.kind, Kind::Heading(1)) => kept(piece, 800),
            None if index < first => before(piece),
            None if index == last + 1 && visible::is_signature(piece.span.of(text)) => {
                kept(piece, 600)
            }
            None if index > last => after(piece),
            None => kept(piece, 700),
        };
        out.push(verdict);
    }
    // A word or two right above the headline name the section.
    let headline = context.headline.unwrap_or(0);
    for index in headline.saturating_sub(2)..headline {
        if out[index].reason == Reason::Outside && pieces[index].shape.words <= LABEL_WORDS {
            out[index] = Verdict::drop(Reason::SectionLabel, 700);
        }
    }
    headings(pieces, &mut out);
    out
}

/// Keeps a heading only with something under it that is kept, and not over links alone.
fn headings(pieces: &[Piece], verdicts: &mut [Verdict]) {
    let leads_away = |verdict: &Verdict| {
        matches!(verdict.reason, Reason::Links | Reason::Related | Reason::Navigation)
    };
    let mut below: Option<usize> = None;
    for index in (0..pieces.len()).rev() {
        let heading = matches!(pieces[index].kind, Kind::Heading(_));
        if heading && verdicts[index].keep && verdicts[index].role == Role::Heading {
            let links = verdicts.get(index + 1).is_some_and(leads_away);
            let apart = below.is_none_or(|at| links && pieces[at].group != pieces[index].group);
            if apart {
                verdicts[index] = Verdict::drop(Reason::Fragment, 600);
            }
        }
        if !heading && verdicts[index].keep {
            below = Some(index);
        }
    }
}

/// Removes what says the headline again: the last of the breadcrumbs, the title of a forum's post.
fn headline_again(
    text: &str,
    pieces: &[Piece],
    headline: Option<usize>,
    verdicts: &mut [Option<Verdict>],
) {
    let Some(at) = headline else {
        return;
    };
    let title = headline::words(pieces[at].span.of(text));
    for (piece, verdict) in pieces.iter().zip(verdicts) {
        let same = piece.shape.words.abs_diff(pieces[at].shape.words) <= 1
            && piece.prose() == 0
            && headline::words(piece.span.of(text)) == title;
        if same && title.len() > 1 {
            verdict.get_or_insert(Verdict::drop(Reason::Repeated, 700));
        }
    }
}

fn kept(piece: &Piece, confidence: u16) -> Verdict {
    match piece.kind {
        Kind::Heading(_) => Verdict::keep(Role::Heading, Reason::Heading, confidence),
        Kind::Item => Verdict::keep(Role::ListItem, Reason::List, confidence),
        Kind::Quote => Verdict::keep(Role::Quote, Reason::Quote, confidence),
        _ if piece.prose() > 0 => Verdict::keep(Role::Paragraph, Reason::Article, confidence),
        _ => Verdict::keep(Role::Paragraph, Reason::Context, confidence),
    }
}

fn before(piece: &Piece) -> Verdict {
    match piece.kind {
        Kind::Heading(level) if level > 1 => kept(piece, 500),
        Kind::Paragraph if piece.shape.closed && piece.link < 30 => kept(piece, 500),
        _ => Verdict::drop(Reason::Outside, 600),
    }
}

fn after(piece: &Piece) -> Verdict {
    match piece.kind {
        // The author's initials.
        _ if piece.shape.width <= INITIALS_WIDTH => Verdict::drop(Reason::Byline, 600),
        Kind::Paragraph | Kind::Item | Kind::Quote if piece.link < 30 => kept(piece, 500),
        _ => Verdict::drop(Reason::Outside, 600),
    }
}

/// Longest initials of an author, in letters.
const INITIALS_WIDTH: u32 = 5;

/// Fewest lines of a list that may end an article.
const LIST_LINES: usize = 4;

/// Most running text, in hundredths of the article's, that can stand below it in elements of
/// another kind and be no part of it.
const FOREIGN_SHARE: u32 = 20;

/// Most words of a section's name.
const LABEL_WORDS: u32 = 4;

/// Most running text above the headline, in hundredths of the article's.
const ABOVE_SHARE: u32 = 30;

/// The start of the article, below the headline if little stands above it.
fn below_headline(pieces: &[Piece], headline: Option<usize>, start: usize, last: usize) -> usize {
    let width = |range: &[Piece]| range.iter().map(Piece::prose).sum::<u32>();
    match headline {
        Some(at) if (start..last).contains(&at) => {
            let above = width(&pieces[start..at]);
            let below = width(&pieces[at..=last]);
            if above * 100 <= below * ABOVE_SHARE { at + 1 } else { start }
        }
        _ => start,
    }
}

/// The last running text in elements like those that hold most of it, if little stands below.
fn core_end(pieces: &[Piece], start: usize, last: usize, solid: impl Fn(usize) -> bool) -> usize {
    let width = |range: Range<usize>| -> u32 {
        range.filter(|&i| solid(i)).map(|i| pieces[i].prose()).sum()
    };
    let end = (start..=last).rev().find(|&i| solid(i) && pieces[i].core).unwrap_or(last);
    let below = width(end + 1..last + 1);
    if below * 100 <= width(start..last + 1) * FOREIGN_SHARE { end } else { last }
}

/// Fewest words of a block that is no accident when it stands in a page twice.
const REPEATED_WORDS: u32 = 9;

/// Of text that stands in the article more than once, keeps the paragraphs, which repeat
/// themselves on purpose; the rest is the text of a gallery, and none of it is kept.
fn repeated(text: &str, pieces: &[Piece], verdicts: &mut [Option<Verdict>]) {
    let paragraph = |piece: &Piece| matches!(piece.kind, Kind::Paragraph) || piece.spaced;
    let long = |piece: &Piece| piece.inside && piece.shape.words >= REPEATED_WORDS;
    let mut counts: HashMap<&str, u32> = HashMap::new();
    for piece in pieces.iter().filter(|piece| long(piece)) {
        *counts.entry(piece.span.of(text)).or_default() += 1;
    }
    for (piece, verdict) in pieces.iter().zip(verdicts) {
        let count = counts.get(piece.span.of(text)).copied().unwrap_or(0);
        if count > 1 && long(piece) && !paragraph(piece) {
            verdict.get_or_insert(Verdict::drop(Reason::Repeated, 700));
        }
    }
}

/// In a pasted text, the line right above the name of a photographer or agency is a caption.
fn captions(text: &str, pieces: &[Piece], verdicts: &mut [Option<Verdict>]) {
    for index in 1..pieces.len() {
        let (line, credit) = (pieces[index - 1].span, pieces[index].span);
        let credited = verdicts[index].is_some_and(|verdict| verdict.reason == Reason::Credit)
            && pieces[index].shape.words <= CREDIT_WORDS;
        let close = text[line.end..credit.start].matches('\n').count() == 1;
        if credited && close && pieces[index - 1].inside && pieces[index - 1].prose() > 0 {
            verdicts[index - 1].get_or_insert(Verdict::keep(Role::Caption, Reason::Caption, 650));
        }
    }
}

/// Most words of a line that names a photographer or agency and nothing else.
const CREDIT_WORDS: u32 = 12;

/// Most lines that a line with a colon leads to.
const MOST_LED: usize = 15;

/// A list at the end of an article, under a line or two that lead to it: its lines are short and
/// nearly all have a figure in them.
fn after_list(text: &str, pieces: &[Piece], last: usize) -> Range<usize> {
    let figure = |piece: &Piece| {
        let line = piece.span.of(text);
        piece.kind == Kind::Item
            || (line.contains(|c: char| c.is_ascii_digit()) && piece.shape.words >= 3)
    };
    let lead = pieces[last + 1..].iter().take(2).take_while(|p| !figure(p)).count();
    let begin = last + 1 + lead;
    let rest = &pieces[begin.min(pieces.len())..];
    // A line that ends with a colon leads to lines of any kind.
    let led = begin > 0 && begin <= pieces.len() && {
        let lead = &pieces[begin - 1];
        lead.span.of(text).ends_with(':') && lead.spaced
    };
    if led {
        let run = rest.iter().take_while(|p| !p.spaced && alone(p, p.span.of(text)).is_none());
        let run = run.count();
        if (2..=MOST_LED).contains(&run) {
            return last + 1..begin + run;
        }
    }
    let run = rest.iter().take_while(|p| figure(p)).count();
    let plain = lead == 0 || !pieces[last + 1].shape.closed;
    if run >= LIST_LINES && plain && phrases::furniture(pieces[last + 1].span.of(text)).is_none() {
        last + 1..begin + run
    } else {
        0..0
    }
}

/// What a piece says by itself, if that decides.
fn alone(piece: &Piece, text: &str) -> Option<Verdict> {
    if piece.hidden {
        return Some(Verdict::drop(Reason::Hidden, 900));
    }
    if piece.kind == Kind::Control {
        return Some(Verdict::drop(Reason::Form, 900));
    }
    if piece.kind == Kind::Caption || (piece.around.with(piece.own)).any(Cues::CAPTION) {
        return Some(if piece.inside {
            Verdict::keep(Role::Caption, Reason::Caption, 800)
        } else {
            Verdict::drop(Reason::Outside, 800)
        });
    }
    let mut cues = piece.around.with(piece.own);
    let embedded = cues.any(Cues::EMBED) && piece.inside;
    if embedded {
        cues = cues.without(Cues::SHARE.with(Cues::META).with(Cues::MEDIA));
    }
    if let Some(reason) = piece.section {
        return Some(Verdict::drop(reason, 850));
    }
    if let Some(reason) = cue_reason(cues).filter(|_| cues.any(FURNITURE)) {
        return Some(Verdict::drop(reason, 850));
    }
    if let Some(reason) = phrases::furniture(text) {
        return Some(Verdict::drop(reason, 900));
    }
    let sentence = piece.shape.closed && piece.shape.words > 8 && piece.shape.width < 200;
    if embedded {
        return None;
    }
    if piece.link > 60 && piece.prose() == 0 && !sentence {
        return Some(Verdict::drop(Reason::Links, 800));
    }
    if piece.group_link > 60 {
        return Some(Verdict::drop(Reason::Links, 800));
    }
    if visible::is_credit(text) {
        return Some(Verdict::drop(Reason::Credit, 750));
    }
    if visible::is_byline(text) {
        return Some(if piece.inside {
            Verdict::keep(Role::Byline, Reason::Byline, 800)
        } else {
            Verdict::drop(Reason::Byline, 700)
        });
    }
    if visible::is_timestamp(text) {
        return Some(Verdict::drop(Reason::Timestamp, 800));
    }
    if visible::is_dateline(text) {
        return Some(Verdict::keep(Role::Dateline, Reason::Dateline, 800));
    }
    if matches!(piece.kind, Kind::Heading(1)) {
        return Some(Verdict::drop(Reason::Repeated, 600));
    }
    if piece.shape.is_number() && piece.kind != Kind::Row {
        return Some(Verdict::drop(Reason::Counter, 700));
    }
    None
}
