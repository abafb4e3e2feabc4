//! Which stretch of a pasted text holds the article.
//!
//! Takes the pieces of plain text; marks those between the first and last line of the stretch
//! whose running text outweighs its short lines the most. A browser copies paragraphs with blank
//! lines around them and everything else without, so where most running text has them, lines
//! without them count less. Linear: one pass.

use super::metadata::visible;
use super::phrases;
use super::piece::Piece;
use super::reason::Reason;

/// What a short line with blank lines around it costs, in letters of running text.
const SPACED_COST: i64 = 8;

/// What the first of a run of other short lines costs; each further one costs as much more, so
/// that a long list parts two texts.
const SHORT_COST: i64 = 20;

/// The most that a short line costs.
const MOST_SHORT_COST: i64 = 100;

/// Lines without blank lines around them that make the paragraph below a teaser.
const TEASER_RUN: i64 = 2;

/// What one line can count at most, so that one long notice does not outweigh a gap.
const MOST: i64 = 600;

/// What a line costs that only stands below articles.
const BARRIER: i64 = -400;

/// What a line costs that points to another article from the middle of this one.
const INLINE: i64 = -40;

/// How much short lines may cost before what follows is another text.
const DROP: i64 = 800;

/// How much may stand between two stretches of one article: a gallery between its paragraphs.
const GAP: i64 = 1600;

/// How much may stand before a last small stretch.
const NEAR: i64 = 200;

/// Share of the heaviest stretch's worth, in hundredths, that an earlier one needs to be the
/// article: readers' comments can outweigh it.
const ENOUGH: i64 = 35;

/// Sentences and letters of a line without blank lines around it that no teaser has.
const LONG_ENDS: u32 = 3;
const LONG_WIDTH: u32 = 250;

/// Most text, in hundredths of the stretch's, below the line that ends it.
const TAIL_SHARE: u64 = 12;

/// How many lines above a stretch a byline or date is looked for, and how much more the stretch
/// is worth with one.
const STAMP_REACH: usize = 8;
const STAMPED: i64 = 2;

/// Share of the running text, in hundredths, with blank lines around it above which blank lines
/// mean something.
const SPACED_SHARE: u64 = 12;

/// Marks the article's stretch; says whether blank lines mean something in this text.
pub(crate) fn mark(text: &str, pieces: &mut [Piece]) -> bool {
    let (mut all, mut apart) = (0u64, 0u64);
    for piece in pieces.iter().filter(|p| p.shape.closed) {
        all += u64::from(piece.prose());
        apart += if piece.spaced { u64::from(piece.prose()) } else { 0 };
    }
    let spaced = apart * 100 > all * SPACED_SHARE;
    let values = values(text, pieces, spaced);
    let stretches = stretches(&values);
    let stamped = |stretch: &Stretch| {
        let head = stretch.start.saturating_sub(STAMP_REACH)..(stretch.start + 4).min(stretch.end);
        pieces[head].iter().any(|piece| {
            let line = piece.span.of(text);
            visible::is_byline(line) || visible::is_timestamp(line)
        })
    };
    let worths: Vec<i64> =
        stretches.iter().map(|s| s.sum * if stamped(s) { STAMPED } else { 1 }).collect();
    let most = worths.iter().copied().max().unwrap_or(0);
    let chosen = worths.iter().position(|&worth| worth * 100 >= most * ENOUGH);
    let Some(chosen) = chosen.filter(|_| most > 0) else {
        return spaced;
    };
    let (mut start, mut end) = (stretches[chosen].start, stretches[chosen].end);
    let gap = |from: usize, to: usize| {
        let between = &values[from..to];
        let barrier = between.iter().any(|&value| value <= BARRIER);
        if barrier { i64::MAX } else { -between.iter().sum::<i64>() }
    };
    for before in stretches[..chosen].iter().rev() {
        if before.sum < stretches[chosen].sum / 10 || gap(before.end, start) > GAP / 2 {
            break;
        }
        start = before.start;
    }
    for after in &stretches[chosen + 1..] {
        let far = gap(end, after.start);
        if (after.sum < stretches[chosen].sum / 2 && far > NEAR) || far > GAP {
            break;
        }
        end = after.end;
    }
    for piece in &mut pieces[start..end] {
        piece.inside = true;
    }
    spaced
}

/// Ends the stretch at a line that announces other articles, comments or the author, where hardly
/// any text follows.
pub(crate) fn cut_tail(text: &str, pieces: &mut [Piece]) {
    let inside = |piece: &Piece| if piece.inside { u64::from(piece.shape.width) } else { 0 };
    let all: u64 = pieces.iter().map(inside).sum();
    let mut below = 0;
    let mut end = None;
    for (index, piece) in pieces.iter().enumerate().rev() {
        if below * 100 > all * TAIL_SHARE {
            break;
        }
        if piece.inside && phrases::announces(piece.span.of(text)) {
            end = Some(index);
        }
        below += inside(piece);
    }
    if let Some(end) = end {
        pieces[end..].iter_mut().for_each(|piece| piece.inside = false);
    }
}

/// Lines that belong together, and how much running text they are worth.
struct Stretch {
    sum: i64,
    start: usize,
    end: usize,
}

/// What every line counts.
fn values(text: &str, pieces: &[Piece], spaced: bool) -> Vec<i64> {
    let mut run = 0;
    let mut titled = false;
    let value = |piece: &Piece| {
        let mut value = worth(piece, piece.span.of(text), spaced);
        if run >= TEASER_RUN && titled {
            // A paragraph under a title and its labels is a teaser more often than not.
            value -= value.max(0) / 2;
        }
        run = if value > 60 || (spaced && piece.spaced) { 0 } else { run + 1 };
        let large = piece.span.of(text).chars().find(|c| c.is_alphabetic());
        titled = run > 0
            && (titled || (piece.shape.words >= 4 && large.is_some_and(char::is_uppercase)));
        match value {
            0 if run == 0 => -SPACED_COST,
            // The rows of a table come with tabs.
            0 if text[piece.span.start..piece.span.end].contains('\t') => -SPACED_COST,
            0 => -(SHORT_COST * run).min(MOST_SHORT_COST),
            value => value,
        }
    };
    pieces.iter().map(value).collect()
}

/// Parts the lines where short ones outweigh the running text before, or by [`DROP`].
fn stretches(values: &[i64]) -> Vec<Stretch> {
    let mut found = Vec::new();
    let mut best = Stretch { sum: 0, start: 0, end: 0 };
    let (mut sum, mut start) = (0, 0);
    for (index, &value) in values.iter().enumerate() {
        sum += value;
        if sum > best.sum {
            best = Stretch { sum, start, end: index + 1 };
        }
        if sum <= 0 || sum < best.sum - DROP {
            if best.sum > 0 {
                found.push(best);
            }
            best = Stretch { sum: 0, start: 0, end: 0 };
            sum = 0;
            start = index + 1;
        }
    }
    if best.sum > 0 {
        found.push(best);
    }
    found
}

/// What a line counts; 0 for a short one.
fn worth(piece: &Piece, line: &str, spaced: bool) -> i64 {
    if let Some(reason) = phrases::furniture(line) {
        return match reason {
            Reason::Advertisement => -1,
            Reason::Comments | Reason::CommentForm | Reason::Copyright => BARRIER,
            Reason::Related if phrases::is_inline(line) => INLINE,
            Reason::Related | Reason::AuthorBox | Reason::Tags | Reason::Newsletter => -150,
            _ => -40,
        };
    }
    if visible::is_byline(line) || visible::is_timestamp(line) {
        return -60;
    }
    let prose = i64::from(piece.prose()).min(MOST);
    match (piece.shape.closed, piece.spaced, piece.edged) {
        _ if prose == 0 || !spaced => prose,
        (true, false, _) if piece.shape.ends >= LONG_ENDS && piece.shape.width >= LONG_WIDTH => {
            prose * 3 / 4
        }
        (true, true, _) => prose,
        (true, false, true) | (false, true, _) => prose / 2,
        (true, false, false) => prose / 4,
        (false, false, _) => 0,
    }
}
