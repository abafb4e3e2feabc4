//! Which stretch of a pasted text holds the article.
//!
//! Takes the pieces of plain text; marks those between the first and last line of the stretch
//! whose running text outweighs its short lines the most. Linear: one pass.

use super::metadata::visible;
use super::phrases;
use super::piece::Piece;

/// What a short line costs, in letters of running text.
const SHORT_COST: i64 = 25;

/// What a line of furniture costs.
const FURNITURE_COST: i64 = 50;

/// What one line can count at most, so that one long notice does not outweigh a gap.
const MOST: i64 = 500;

/// Marks the article's stretch.
pub(crate) fn mark(text: &str, pieces: &mut [Piece]) {
    let mut best = (0, 0, 0);
    let (mut sum, mut start) = (0, 0);
    for (index, piece) in pieces.iter().enumerate() {
        let value = worth(piece, piece.span.of(text));
        if sum <= 0 {
            sum = 0;
            start = index;
        }
        sum += value;
        if sum > best.0 {
            best = (sum, start, index + 1);
        }
    }
    for piece in &mut pieces[best.1..best.2] {
        piece.inside = true;
    }
}

fn worth(piece: &Piece, line: &str) -> i64 {
    if phrases::furniture(line).is_some() {
        return -FURNITURE_COST;
    }
    let prose = i64::from(piece.prose());
    if prose > 0 {
        return prose.min(MOST);
    }
    if visible::is_byline(line) || visible::is_timestamp(line) {
        return -FURNITURE_COST;
    }
    -SHORT_COST
}
