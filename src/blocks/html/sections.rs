//! Sections of a page that a furniture heading begins: related articles, comments, the author.
//!
//! Takes the tree and its pieces; gives each piece in such a section the heading's reason. Where
//! the heading is the first thing in an element, the section is that element; otherwise it runs
//! on while what follows is links or items.

use super::tree::Tree;
use crate::blocks::ends;
use crate::blocks::phrases;
use crate::blocks::piece::{Kind, Piece};
use crate::blocks::reason::Reason;

/// An element with more than this share of the article's running text, in hundredths, is no
/// section of furniture, whatever its first line says.
const MOST: u64 = 40;

/// The same for an element that begins with a heading which is a link: the card of another article.
const MOST_LINKED: u64 = 15;

/// Running text above a heading that announces other articles with which the article is complete,
/// in letters.
const ARTICLE_WIDTH: u64 = 300;

/// Fewest cards that make a list of them, the most running text of one, and the least above them,
/// in letters.
const FEWEST_CARDS: usize = 3;
const CARD_WIDTH: u64 = 300;
const CARDS_BELOW: u64 = 150;

/// Longest heading, in letters.
const LONGEST_HEADING: u32 = 60;

/// Longest title of a card, in letters.
const LONGEST_TITLE: u32 = 200;

/// Marks the pieces.
pub(crate) fn mark(tree: &Tree, pieces: &mut [Piece], container: usize) {
    let mut sums = vec![0u64; pieces.len() + 1];
    for (index, piece) in pieces.iter().enumerate() {
        sums[index + 1] = sums[index] + u64::from(piece.prose());
    }
    let (first, end) = (tree.range(container).start, tree.range(container).end);
    let all = sums[end] - sums[first];
    let card = |index: &usize| is_card(&pieces[*index]);
    let cards = (first..end).filter(card).count();
    // Under the posts of a forum or a live blog, each with its title, nothing stands above them all.
    let below = (first..end).find(card).map_or(0, |card| sums[card] - sums[first]);
    let listed = cards >= FEWEST_CARDS && below >= CARDS_BELOW;
    let mut index = first;
    while index < end {
        let reason = heading(&pieces[index], pieces[index].span.of(&tree.text));
        let Some(reason) = reason else {
            index += 1;
            continue;
        };
        let announced = matches!(pieces[index].kind, Kind::Heading(_))
            && reason == Reason::Related
            && pieces[index].link == 0
            && sums[index] - sums[first] >= ARTICLE_WIDTH;
        let linked = pieces[index].link > 0 || reason == Reason::AuthorBox;
        let element = element_begun(tree, pieces, index, |from, to| {
            let most = if linked { MOST_LINKED } else { MOST };
            let width = sums[to] - sums[from];
            // One of several cards below an article, which can be shorter than they are.
            let card = listed && is_card(&pieces[index]) && width <= CARD_WIDTH;
            announced || card || width * 100 <= all * most
        });
        let to = element.unwrap_or_else(|| run_end(tree, pieces, index, end, reason));
        for piece in &mut pieces[index..to] {
            piece.section.get_or_insert(reason);
        }
        index = to.max(index + 1);
    }
}

/// The reason a heading, or a short line that could be one, gives for its section.
fn heading(piece: &Piece, text: &str) -> Option<Reason> {
    let lower = text.to_lowercase();
    let about = ends::ABOUT.iter().any(|word| lower.starts_with(word));
    if matches!(piece.kind, Kind::Heading(_)) && about && (2..=5).contains(&piece.shape.words) {
        return Some(Reason::AuthorBox);
    }
    if is_card(piece) && piece.shape.width <= LONGEST_TITLE && phrases::furniture(text).is_none() {
        return Some(Reason::Related);
    }
    if piece.shape.width > LONGEST_HEADING || piece.shape.lines > 1 {
        return None;
    }
    phrases::furniture(text).filter(|reason| {
        matches!(
            reason,
            Reason::Related
                | Reason::CommentForm
                | Reason::Comments
                | Reason::AuthorBox
                | Reason::Newsletter
                | Reason::Tags
                | Reason::Notice
        )
    })
}

/// Whether a piece is a heading that is a link, as the title of another article is.
fn is_card(piece: &Piece) -> bool {
    matches!(piece.kind, Kind::Heading(2..)) && piece.link >= 90
}

/// The end of the widest element that begins with this piece, holds more than it, and is small.
fn element_begun(
    tree: &Tree,
    pieces: &[Piece],
    index: usize,
    small: impl Fn(usize, usize) -> bool,
) -> Option<usize> {
    let mut at = pieces[index].group as usize;
    let mut found = None;
    while at != 0 {
        let std::ops::Range { start, end } = tree.range(at);
        if start != index || !small(index, end) {
            break;
        }
        if end > index + 1 {
            found = Some(end);
        }
        at = tree.nodes[at].parent as usize;
    }
    found
}

/// The end of the links, items and short lines after the heading.
fn run_end(tree: &Tree, pieces: &[Piece], index: usize, end: usize, reason: Reason) -> usize {
    if matches!(reason, Reason::CommentForm | Reason::Comments) && pieces[index].kind != Kind::Plain
    {
        return end;
    }
    if !matches!(reason, Reason::Related) || pieces[index].span.of(&tree.text).len() > 40 {
        return index + 1;
    }
    let links = pieces[index + 1..end].iter().take_while(|piece| {
        piece.link > 50 || piece.group_link > 50 || (piece.kind == Kind::Item && piece.link > 20)
    });
    index + 1 + links.count()
}
