//! Parts of an article that stand hidden under a button such as `Show more`.
//!
//! Takes the tree and its pieces; shows hidden running text that goes on where visible running text
//! of the same element ends. Other hidden text stays hidden: dialogs, menus, data for scripts.

use super::container::FURNITURE;
use super::tree::Tree;
use crate::blocks::piece::Piece;
use std::collections::HashSet;

/// Running text, in letters, that an element must show itself for its hidden text to be more of it,
/// and that must be hidden.
const LEAST: u64 = 150;

/// Marks pieces as shown.
pub(crate) fn show(tree: &Tree, pieces: &mut [Piece]) {
    let roots: Vec<usize> = (1..tree.nodes.len())
        .filter(|&at| tree.nodes[at].hidden && !tree.nodes[tree.nodes[at].parent as usize].hidden)
        .filter(|&at| !tree.nodes[at].cues.any(FURNITURE))
        .collect();
    if roots.is_empty() {
        return;
    }
    // Visible running text right under each element, and the element around what is shown last.
    let mut shown = vec![0u64; tree.nodes.len()];
    let mut above = vec![None; pieces.len() + 1];
    let mut texts = HashSet::new();
    for (index, piece) in pieces.iter().enumerate() {
        above[index + 1] = if piece.hidden { above[index] } else { Some(piece.group) };
        if !piece.hidden && piece.prose() > 0 {
            shown[piece.group as usize] += u64::from(piece.prose());
            texts.insert(piece.span.of(&tree.text));
        }
    }
    let parent = |root: usize| tree.nodes[root].parent;
    let follows = |root: &usize| {
        shown[parent(*root) as usize] >= LEAST
            && above[tree.range(*root).start] == Some(parent(*root))
    };
    let roots: Vec<usize> = roots.into_iter().filter(follows).collect();
    let mut hidden = vec![0u64; tree.nodes.len()];
    for &root in &roots {
        let new = |piece: &&Piece| !texts.contains(piece.span.of(&tree.text));
        let prose = pieces[tree.range(root)].iter().filter(new).map(|p| u64::from(p.prose()));
        hidden[parent(root) as usize] += prose.sum::<u64>();
    }
    for root in roots {
        let range = tree.range(root);
        let prose = pieces[range.clone()].iter().any(|piece| piece.prose() > 0);
        if prose && hidden[parent(root) as usize] >= LEAST {
            pieces[range].iter_mut().for_each(|piece| piece.hidden = false);
        }
    }
}
