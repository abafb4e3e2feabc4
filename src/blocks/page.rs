//! One input to one [`Page`]: the steps in order, and what is tried when they find no article.
//!
//! Takes a decoded text. Where a page shows no article, what it does not show is tried
//! (`<noscript>`, `<template>`, hidden elements), then the `articleBody` that it gives to search
//! engines; where a text has no running text, all of it that is not furniture is kept.

use super::absent::{self, Signs};
use super::classify::{self, Context, Verdict};
use super::html::tree::Tree;
use super::html::{self};
use super::metadata::json_ld::{self, Article};
use super::metadata::{self, Head, Metadata, Source, Sourced, visible};
use super::piece::Piece;
use super::{Block, Page, Reason, Role, headline, lines, segment};
use crate::confidence::Permille;
use crate::span::ByteSpan;
use crate::text::Decoded;
use crate::warning::{Warning, WarningCode};

/// Kept running text below which other places of the page are tried, in letters.
const WEAK_WIDTH: u32 = 250;

/// Most paragraphs of an article's beginning.
const BEGINNING: usize = 20;

/// Running text that is worth more than none, in letters.
const FOLDED_WIDTH: u32 = 100;

/// How far from the headline byline and date are looked for, in pieces.
const HEAD_PIECES: usize = 12;

/// How far from the end of a page the holder of its rights is looked for, in pieces.
const FOOT_PIECES: usize = 40;

/// Most lines outside the article, and their share of the text in hundredths, with which a pasted
/// text counts as clean already.
const CLEAN_LINES: usize = 3;
const CLEAN_SHARE: u32 = 6;

/// Running text, in hundredths, of a pasted text that has no furniture.
const BARE_SHARE: u32 = 50;

/// Fewest words of a line without a full stop that is kept in a text that is clean already.
const CLEAN_WORDS: u32 = 4;

/// A page or text with its decisions.
struct Reading {
    text: String,
    pieces: Vec<Piece>,
    verdicts: Vec<Verdict>,
    metadata: Metadata,
    /// Days of publication by all sources, the most trusted first.
    days: Vec<Sourced>,
}

impl Reading {
    /// Running text that is kept, in letters.
    fn width(&self) -> u32 {
        let kept = self.pieces.iter().zip(&self.verdicts).filter(|(_, verdict)| verdict.keep);
        kept.map(|(piece, _)| piece.prose()).sum()
    }

    fn finish(self, mut warnings: Vec<Warning>, signs: &Signs, weak: bool) -> Page {
        let block = |(piece, verdict): (&Piece, &Verdict)| Block {
            span: piece.span,
            role: verdict.role,
            keep: verdict.keep,
            reason: verdict.reason,
            confidence: verdict.confidence,
        };
        let blocks: Vec<Block> = self.pieces.iter().zip(&self.verdicts).map(block).collect();
        if blocks.is_empty() {
            warnings.push(warning(WarningCode::Empty, "There is no text to read."));
        }
        let (text, pieces, verdicts) = (&self.text, &self.pieces, &self.verdicts);
        if weak {
            warnings.extend(absent::why(signs, text, pieces, verdicts));
        } else {
            warnings.extend(absent::doubt(signs, text, pieces, verdicts));
        }
        if let Some(message) = metadata::differ(&self.days) {
            warnings.push(warning(WarningCode::DaysDiffer, &message));
        }
        Page { text: self.text, blocks, metadata: self.metadata, warnings }
    }
}

fn warning(code: WarningCode, message: &str) -> Warning {
    Warning { code, message: message.to_owned(), span: ByteSpan::default() }
}

/// Reads a page's source.
pub(super) fn of_html(decoded: Decoded) -> Page {
    let mut warnings = decoded.warnings;
    let tree = html::parse(&decoded.text, false);
    if tree.flattened {
        let message = "Elements nested very deeply were read as if they were not.";
        warnings.push(warning(WarningCode::NestingFlattened, message));
    }
    let article = json_ld::read(&tree.json_ld);
    let signs = Signs::new(&tree, &article);
    let folded =
        tree.templates || !tree.inner.is_empty() || tree.nodes.iter().any(|node| node.hidden);
    let mut reading = judge(tree, &article);
    if reading.width() < WEAK_WIDTH && folded {
        let mut tree = html::parse(&decoded.text, true);
        for node in &mut tree.nodes {
            node.hidden = false;
        }
        let other = judge(tree, &article);
        if other.width() > 2 * reading.width() + FOLDED_WIDTH {
            reading = other;
        }
    }
    append_body(&mut reading, article.body.as_deref().unwrap_or_default());
    let weak = reading.width() < WEAK_WIDTH;
    if reading.width() == 0 {
        rescue(&mut reading, |piece| piece.link <= 50);
    }
    reading.finish(warnings, &signs, weak)
}

fn judge(tree: Tree, article: &Article) -> Reading {
    let head = Head::new(&tree, article);
    let (mut metadata, mut days) = (head.metadata(), head.days());
    let host = head.host();
    let mut pieces = html::pieces(&tree);
    html::collapsed::show(&tree, &mut pieces);
    let title = headline::like_title(&tree.text, &pieces, metadata.headline.as_deref());
    let container = html::container::mark(&tree, &mut pieces, title);
    html::sections::mark(&tree, &mut pieces, container);
    let headline = headline::of_page(&tree.text, &pieces, metadata.headline.as_deref());
    fill(&mut metadata, &mut days, &tree.text, &pieces, headline);
    metadata.site = metadata.site.or(host);
    let context = Context { headline, byline: metadata.byline.as_deref(), spaced: false };
    let verdicts = classify::page(&tree.text, &pieces, context);
    Reading { text: tree.text, pieces, verdicts, metadata, days }
}

/// Adds the article that the page gives to search engines alone, or what it shows no more of.
fn append_body(reading: &mut Reading, body: &str) {
    let parsed;
    let body = if body.contains("</") || body.contains("<p>") {
        parsed = html::parse(body, false).text;
        &parsed
    } else {
        body
    };
    let weak = reading.width() < WEAK_WIDTH;
    let Some(body) = unshown(reading, body).or(weak.then_some(body)) else {
        return;
    };
    let lines = body.lines().map(str::trim);
    let paragraphs: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    if paragraphs.iter().map(|p| p.len()).sum::<usize>() < WEAK_WIDTH as usize {
        return;
    }
    for paragraph in paragraphs {
        if !reading.text.is_empty() {
            reading.text.push_str("\n\n");
        }
        let start = reading.text.len();
        reading.text.push_str(paragraph);
        reading.pieces.push(Piece {
            shape: super::shape::Shape::of(paragraph),
            span: ByteSpan::new(start, reading.text.len()),
            ..Piece::default()
        });
        reading.verdicts.push(Verdict::keep(Role::Paragraph, Reason::PageData, 700));
    }
}

/// What follows in the page's data on the last paragraph that it shows, if that is most of it: the
/// page shows the beginning alone.
fn unshown<'b>(reading: &Reading, body: &'b str) -> Option<&'b str> {
    let kept = reading.pieces.iter().zip(&reading.verdicts).filter(|(_, verdict)| verdict.keep);
    let prose: Vec<&Piece> = kept.map(|(piece, _)| piece).filter(|p| p.prose() > 0).collect();
    if prose.len() > BEGINNING {
        return None;
    }
    let (mut end, mut other) = (0, 0);
    for piece in prose {
        let paragraph = piece.span.of(&reading.text);
        match body[end..].find(paragraph) {
            Some(at) => end += at + paragraph.len(),
            None => other += paragraph.len(),
        }
    }
    (end > other && body.len() > 2 * end).then(|| &body[end..])
}

/// Reads plain text.
pub(super) fn of_text(decoded: Decoded) -> Page {
    let text = decoded.text;
    let mut pieces = lines::cut(&text);
    let spaced = segment::mark(&text, &mut pieces);
    segment::cut_tail(&text, &mut pieces);
    let headline = headline::of_text(&text, &pieces);
    let (mut metadata, mut days) = (Metadata::default(), Vec::new());
    fill(&mut metadata, &mut days, &text, &pieces, headline);
    let context = Context { headline, byline: metadata.byline.as_deref(), spaced };
    let verdicts = classify::page(&text, &pieces, context);
    let mut reading = Reading { text, pieces, verdicts, metadata, days };
    let weak = reading.width() == 0;
    if weak || is_bare(&reading) {
        rescue(&mut reading, |_| true);
    } else if is_clean(&reading) {
        rescue(&mut reading, |piece| piece.shape.closed || piece.shape.words >= CLEAN_WORDS);
    }
    reading.finish(decoded.warnings, &Signs::default(), weak)
}

/// Whether hardly anything of a pasted text stands outside the article.
fn is_clean(reading: &Reading) -> bool {
    let pairs = || reading.pieces.iter().zip(&reading.verdicts);
    let outside = || pairs().filter(|(_, verdict)| verdict.reason == Reason::Outside);
    let out: u32 = outside().map(|(piece, _)| piece.shape.width).sum();
    let all: u32 = pairs().map(|(piece, _)| piece.shape.width).sum();
    outside().count() <= CLEAN_LINES && out * 100 <= all * CLEAN_SHARE
}

/// Whether a pasted text is running text with no furniture at all.
fn is_bare(reading: &Reading) -> bool {
    let pairs = || reading.pieces.iter().zip(&reading.verdicts);
    let prose: u32 = pairs().map(|(piece, _)| piece.prose()).sum();
    let all: u32 = pairs().map(|(piece, _)| piece.shape.width).sum();
    let removed = || pairs().filter(|(_, verdict)| !verdict.keep);
    let plain = removed().all(|(_, verdict)| verdict.reason == Reason::Outside);
    let short = removed().filter(|(piece, _)| !piece.shape.closed).count();
    plain && short <= CLEAN_LINES && prose * 100 >= all * BARE_SHARE
}

/// Keeps what was removed only because it stands outside the running text.
fn rescue(reading: &mut Reading, wanted: impl Fn(&Piece) -> bool) {
    for (piece, verdict) in reading.pieces.iter().zip(&mut reading.verdicts) {
        if verdict.reason == Reason::Outside && wanted(piece) {
            *verdict = Verdict::keep(Role::Paragraph, Reason::Context, 400);
            verdict.confidence = Permille(400);
        }
    }
}

/// Adds what only the visible text says.
fn fill(
    metadata: &mut Metadata,
    days: &mut Vec<Sourced>,
    text: &str,
    pieces: &[Piece],
    headline: Option<usize>,
) {
    let said = |value: &str| Sourced::new(value, Source::Text);
    let line = |piece: &Piece| piece.span.of(text);
    if let Some(at) = headline.filter(|_| metadata.headline.is_none()) {
        metadata.headline = Some(said(metadata::without_site(line(&pieces[at]), None)));
    }
    let head = headline.map_or(0, |at| at.saturating_sub(HEAD_PIECES));
    let mut near = pieces.iter().skip(head).take(3 * HEAD_PIECES).map(line);
    if metadata.byline.is_none() {
        let byline = near.clone().find(|line| visible::is_byline(line));
        metadata.byline = byline.and_then(visible::byline_name).map(|name| said(&name));
    }
    let stamp = |line: &str| {
        let day = visible::is_timestamp(line).then(|| metadata::day::find(line))?;
        day.map(|day| said(&day))
    };
    if days.is_empty() {
        days.extend(near.find_map(stamp));
    } else if let Some(at) = headline {
        // Compared with what the page's data say: the first day under the headline alone.
        let above = pieces[at..].iter().take(HEAD_PIECES).take_while(|p| p.prose() == 0);
        days.extend(above.map(line).filter(|line| !visible::is_change(line)).find_map(stamp));
    }
    metadata.published = days.first().cloned();
    if metadata.site.is_none() {
        let mut foot = pieces.iter().rev().take(FOOT_PIECES).map(line);
        metadata.site = foot.find_map(visible::rights_holder).map(said);
    }
}
