//! Which element holds the article.
//!
//! Takes the tree and its pieces; marks each piece with what the elements around it say and with
//! whether it stands inside. An element whose name says furniture is not believed when it holds
//! most of the page's running text.

use super::cues::Cues;
use super::tag::Tag;
use super::tree::Tree;
use crate::blocks::piece::{Kind, Piece};

/// Hints of elements that hold no article.
pub(crate) const FURNITURE: Cues = Cues::COMMENT
    .with(Cues::RELATED)
    .with(Cues::SIDEBAR)
    .with(Cues::SHARE)
    .with(Cues::NEWSLETTER)
    .with(Cues::AD)
    .with(Cues::NAV)
    .with(Cues::FOOTER)
    .with(Cues::TAGS)
    .with(Cues::AUTHOR_BOX)
    .with(Cues::MODAL)
    .with(Cues::FORM)
    .with(Cues::MEDIA)
    .with(Cues::META)
    .with(Cues::CAPTION)
    .with(Cues::HIDDEN)
    .with(Cues::WIDGET);

/// Share of the page's running text, in hundredths, above which an element's furniture words are
/// not believed.
const TRUST_SHARE: u64 = 35;

/// Running text, in letters, that can be the article above its comments.
const ABOVE_COMMENTS: u64 = 150;

/// Blocks that speak of cookies in what is sure to be a notice about them.
const FEWEST_NOTICES: u32 = 2;

/// Chooses the container, marks the pieces, and gives the container's index.
pub(crate) fn mark(tree: &Tree, pieces: &mut [Piece], headline: Option<usize>) -> usize {
    let count = tree.nodes.len();
    let mut prose = vec![0u64; pieces.len() + 1];
    for (index, piece) in pieces.iter().enumerate() {
        let value = if piece.hidden { 0 } else { u64::from(piece.prose()) };
        prose[index + 1] = prose[index] + value;
    }
    let all = prose[pieces.len()];
    let mut notices = vec![0u32; pieces.len() + 1];
    for (index, piece) in pieces.iter().enumerate() {
        let says = piece.span.of(&tree.text).contains("ookie");
        notices[index + 1] = notices[index] + u32::from(says);
    }
    let sum = |sums: &[u64], node: usize| {
        let range = tree.range(node);
        sums[range.end] - sums[range.start]
    };
    // Elements with most of their running text in one that says it is the article's.
    let mut holds_body = vec![false; count];
    for at in (1..count).rev() {
        let node = &tree.nodes[at];
        let here = sum(&prose, at);
        let body = node.cues.any(Cues::BODY) && !node.cues.any(FURNITURE);
        let parent = node.parent as usize;
        if (body || holds_body[at]) && here > 0 && here * 2 > sum(&prose, parent) {
            holds_body[parent] = true;
        }
    }
    let doubted = doubted(tree, &prose, all);
    // What each element and those around it say. Parents come before their children.
    let mut around = vec![Cues::default(); count];
    for at in 1..count {
        let node = &tree.nodes[at];
        let mut own = node.cues;
        let range = tree.range(at);
        let headed = headline.is_some_and(|index| range.contains(&index));
        let above = prose[range.start] >= ABOVE_COMMENTS;
        let asks = notices[range.end] - notices[range.start] >= FEWEST_NOTICES;
        let sure = (own.any(Cues::COMMENT) && above) || (own.any(Cues::MODAL) && asks);
        if sure && !headed && !holds_body[at] {
            // Comments and notices can be longer than the article.
        } else if own.any(FURNITURE.with(Cues::HEADER))
            && (sum(&prose, at) * 100 > all * TRUST_SHARE || holds_body[at])
        {
            own = own.without(FURNITURE.with(Cues::HEADER));
        }
        let doubted = if node.tag == Tag::P { doubted } else { doubted.and(Cues::WIDGET) };
        own = own.without(doubted);
        around[at] = own.with(around[node.parent as usize]);
    }
    for (piece, draft) in pieces.iter_mut().zip(&tree.blocks) {
        piece.around = around[draft.node as usize];
        let own = piece.own.without(tree.nodes[draft.node as usize].cues);
        piece.own = own.with(around[draft.node as usize].and(tree.nodes[draft.node as usize].cues));
    }
    let mut good = vec![0u64; pieces.len() + 1];
    let mut bulk = vec![0u64; pieces.len() + 1];
    for (index, piece) in pieces.iter().enumerate() {
        let apart = matches!(piece.kind, Kind::Caption | Kind::Control) || piece.hidden;
        let value = if apart || piece.around.with(piece.own).any(FURNITURE) {
            0
        } else {
            // Teasers stand in lists and above the headline.
            let listed = matches!(piece.kind, Kind::Item | Kind::Row);
            let above = headline.is_some_and(|at| index < at);
            u64::from(piece.prose()) / (1 + u64::from(listed)) / (1 + 2 * u64::from(above))
        };
        good[index + 1] = good[index] + value;
        bulk[index + 1] = bulk[index] + u64::from(piece.shape.width);
    }
    let (container, core) = choose(tree, pieces, &good, &bulk);
    let depth = depths(tree);
    let held = tree.range(core);
    let range = tree.range(container);
    for (index, piece) in pieces.iter_mut().enumerate().take(range.end).skip(range.start) {
        let group = piece.group as usize;
        piece.inside = true;
        piece.said = piece.around.any(Cues::BODY);
        piece.core = piece.said
            || held.contains(&index)
            || (depth[group] == depth[core] && tree.nodes[group].tag == tree.nodes[core].tag);
    }
    container
}

/// Hints that stand on so much that the article must be among it: what a page calls `paid` or
/// `promo` on each paragraph is often its own text, and so is what a builder of pages calls a
/// widget. Comments can be longer than the article.
fn doubted(tree: &Tree, prose: &[u64], all: u64) -> Cues {
    let mut sums = [0u64; Cues::BITS];
    let mut end = 0;
    for (at, node) in tree.nodes.iter().enumerate() {
        let range = tree.range(at);
        let widget = node.cues.any(Cues::WIDGET) && range.start >= end;
        let own = match node.tag {
            Tag::P => node.cues.and(FURNITURE.without(Cues::COMMENT.with(Cues::WIDGET))),
            _ => Cues::default(),
        };
        let own = if widget { own.with(Cues::WIDGET) } else { own };
        if own != Cues::default() {
            let here = prose[range.end] - prose[range.start];
            own.bits().for_each(|bit| sums[bit] += here);
        }
        // Widgets inside widgets count once.
        end = if widget { range.end } else { end };
    }
    let doubted = (0..Cues::BITS).filter(|&bit| sums[bit] * 100 > all * TRUST_SHARE);
    doubted.fold(Cues::default(), |cues, bit| cues.with(Cues::of_bit(bit)))
}

/// How many elements each element stands in.
fn depths(tree: &Tree) -> Vec<u32> {
    let mut depth = vec![0; tree.nodes.len()];
    for at in 1..tree.nodes.len() {
        depth[at] = depth[tree.nodes[at].parent as usize] + 1;
    }
    depth
}

/// The container and, inside it, the element that holds the most running text by itself.
fn choose(tree: &Tree, pieces: &[Piece], good: &[u64], bulk: &[u64]) -> (usize, usize) {
    let sum = |sums: &[u64], node: usize| {
        let range = tree.range(node);
        sums[range.end] - sums[range.start]
    };
    // Running text right under each element, its parent having half of it.
    let mut direct = vec![0u64; tree.nodes.len()];
    for (index, piece) in pieces.iter().enumerate() {
        let value = good[index + 1] - good[index];
        direct[piece.group as usize] += 2 * value;
        let parent = tree.nodes[piece.group as usize].parent as usize;
        direct[parent] += value;
    }
    for (at, node) in tree.nodes.iter().enumerate() {
        if node.cues.any(Cues::BODY) {
            direct[at] += direct[at] / 2;
        }
    }
    let mut best = 0;
    for at in 0..tree.nodes.len() {
        if direct[at] > direct[best] {
            best = at;
        }
    }
    // Wider elements, while they bring more of the article than of the page around it.
    let core = best;
    let mut at = best;
    let mut held = sum(good, at);
    while at != 0 {
        let node = &tree.nodes[at];
        let parent = node.parent as usize;
        let gain = sum(good, parent).saturating_sub(sum(good, at));
        let weight = sum(bulk, parent).saturating_sub(sum(bulk, at));
        let root = tree.nodes[parent].tag == Tag::Root;
        if !root && gain * 8 >= held.max(1) && gain * 3 >= weight {
            best = parent;
            held = sum(good, best);
        }
        at = parent;
    }
    (best, core)
}
