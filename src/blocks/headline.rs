//! Which piece is the headline.
//!
//! Takes the pieces and, for a page, the title its head gives; gives an index.

use super::html::cues::Cues;
use super::metadata::{self, day, visible};
use super::phrases;
use super::piece::{Kind, Piece};

/// Share of words, in hundredths, that a heading must have in common with the page's title.
const SAME: usize = 60;

/// The same for a heading that is sure to be the headline.
const SAME_TITLE: usize = 80;

/// Words of a heading up to which a longer one is rather the headline.
const TITLE_WORDS: u32 = 8;

/// Most words of a headline that is a question.
const QUESTION_WORDS: u32 = 14;

/// How many lines before the first running text a pasted headline may stand.
const REACH: usize = 14;

/// The headline of a page: the heading most like the title, or the first `<h1>` above the text.
pub(crate) fn of_page(text: &str, pieces: &[Piece], title: Option<&str>) -> Option<usize> {
    let first = pieces.iter().position(|p| p.inside && p.prose() > 0).unwrap_or(pieces.len());
    let titles = titles(title);
    let mut best: Option<(usize, usize)> = None;
    for (index, piece) in pieces.iter().enumerate() {
        let heading = match piece.kind {
            Kind::Heading(level) => Some(usize::from(7 - level)),
            _ if piece.own.any(Cues::TITLE) => Some(4),
            _ => None,
        };
        let (Some(rank), false) = (heading, piece.shape.width > 300) else {
            continue;
        };
        let alike = alike(&titles, piece.span.of(text));
        if piece.hidden || (alike < SAME && (rank < 6 || index > first || piece.link > 50)) {
            continue;
        }
        // The name of the site is a heading too, outside the article or shorter.
        let long = piece.shape.words.min(TITLE_WORDS) as usize;
        let place = if piece.inside { 50 } else { 0 } + if index < first { 200 } else { 0 };
        let score = alike * 10 + rank + long + place;
        if best.is_none_or(|(_, top)| score > top) {
            best = Some((index, score));
        }
    }
    best.map(|(index, _)| index)
}

/// The words of a page's title, and of its parts: one of them may be the name of the site.
fn titles(title: Option<&str>) -> Vec<Vec<String>> {
    let parts = title.map(metadata::parts).unwrap_or_default();
    parts.into_iter().map(words).filter(|words| !words.is_empty()).collect()
}

/// How much a heading has in common with the part of the title that is most like it.
fn alike(titles: &[Vec<String>], heading: &str) -> usize {
    let heading = words(heading);
    titles.iter().map(|title| similarity(title, &heading)).max().unwrap_or(0)
}

/// The first heading that is the page's title, nearly word for word.
pub(crate) fn like_title(text: &str, pieces: &[Piece], title: Option<&str>) -> Option<usize> {
    let title = words(title?);
    pieces.iter().position(|piece| {
        matches!(piece.kind, Kind::Heading(_))
            && piece.shape.width <= 300
            && similarity(&title, &words(piece.span.of(text))) >= SAME_TITLE
    })
}

/// The headline of a pasted text: the last longer line without a full stop above the text.
pub(crate) fn of_text(text: &str, pieces: &[Piece]) -> Option<usize> {
    let running = |p: &Piece| p.inside && p.prose() > 0 && !is_question(p, p.span.of(text));
    let first = pieces.iter().position(running)?;
    let candidates = (first.saturating_sub(REACH)..first).filter(|&index| {
        let (shape, line) = (&pieces[index].shape, pieces[index].span.of(text));
        let sentence = shape.closed && line.ends_with('.');
        let apart =
            visible::is_byline(line) || visible::is_timestamp(line) || visible::is_dateline(line);
        let dated = day::find(line).is_some();
        let row = line.contains('\t');
        let plain = !sentence && !apart && !dated && !row && phrases::furniture(line).is_none();
        (4..=28).contains(&shape.words) && plain
    });
    let stamped = (first.saturating_sub(REACH)..first).rev().find(|&index| {
        let line = pieces[index].span.of(text);
        visible::is_byline(line) || visible::is_timestamp(line)
    });
    // Title, then byline and date, is the order nearly everywhere.
    candidates.max_by_key(|&index| {
        let above = stamped.is_some_and(|at| index < at && at - index <= 6);
        pieces[index].shape.words.min(9) + if above { 9 } else { 0 }
    })
}

/// Whether a line asks or cries one thing alone, as a headline may.
fn is_question(piece: &Piece, line: &str) -> bool {
    piece.shape.ends <= 1 && piece.shape.words <= QUESTION_WORDS && line.ends_with(['?', '!'])
}

/// The words of a line in lower case.
pub(crate) fn words(line: &str) -> Vec<String> {
    line.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(60)
        .map(str::to_lowercase)
        .collect()
}

/// Words in common, in hundredths of the longer list.
pub(crate) fn similarity(one: &[String], other: &[String]) -> usize {
    let common = one.iter().filter(|word| other.contains(word)).count();
    (common * 100).checked_div(one.len().max(other.len())).unwrap_or(0)
}
