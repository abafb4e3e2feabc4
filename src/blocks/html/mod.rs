//! An HTML page to pieces of visible text.
//!
//! Takes the source, gives a [`Tree`] and its [`Piece`]s, each with what the elements around it
//! say. Invariant: one pass over the source, none over it again for depth.

pub(crate) mod address;
mod attributes;
pub(crate) mod build;
pub(crate) mod collapsed;
pub(crate) mod container;
pub(crate) mod cues;
pub(crate) mod microdata;
pub(crate) mod sections;
pub(crate) mod tag;
mod tokens;
pub(crate) mod tree;
mod writer;

use super::piece::{Kind, Piece};
use super::shape::Shape;
use build::Builder;
use tag::Tag;
use tree::{Draft, Node, Tree};

/// How deep documents inside documents are read: each could hold most of the one around it.
const INNER_LEVELS: usize = 3;

/// Reads a page. `unfold` reads `<noscript>`, `<template>` and frames with their document inside
/// as if they were shown.
pub(crate) fn parse(source: &str, unfold: bool) -> Tree {
    let mut builder = Builder::new(unfold);
    tokens::feed(source, &mut builder);
    for _ in 0..if unfold { INNER_LEVELS } else { 0 } {
        for source in builder.take_inner() {
            tokens::feed(&source, &mut builder);
        }
    }
    builder.finish()
}

/// Measures every block of a page.
pub(crate) fn pieces(tree: &Tree) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = tree.blocks.iter().map(|draft| piece(tree, draft)).collect();
    let groups = tree.nodes.iter().enumerate().filter(|(_, node)| is_group(node.tag));
    for (node, _) in groups {
        let range = tree.range(node);
        let (mut width, mut linked) = (0, 0);
        for piece in &pieces[range.clone()] {
            width += piece.shape.width;
            linked += piece.shape.width * piece.link / 100;
        }
        for piece in &mut pieces[range] {
            // Inner lists come later and overrule.
            piece.group_link = (linked * 100).checked_div(width).unwrap_or(0);
        }
    }
    pieces
}

fn is_group(tag: Tag) -> bool {
    matches!(tag, Tag::Ul | Tag::Ol | Tag::Dl | Tag::Table)
}

fn piece(tree: &Tree, draft: &Draft) -> Piece {
    let node = &tree.nodes[draft.node as usize];
    let length = draft.span.len().max(1);
    let kind = kind(&tree.nodes, draft.node);
    Piece {
        span: draft.span,
        shape: Shape::of(draft.span.of(&tree.text)),
        kind,
        link: ((draft.link_bytes * 100 / length) as u32).min(100),
        own: draft.cues.with(node.cues),
        hidden: node.hidden,
        group: group(&tree.nodes, draft.node),
        ..Piece::default()
    }
}

/// Levels looked up from a block for what it is: `<li><div><p>` is still an item.
const KIND_LEVELS: usize = 4;

fn kind(nodes: &[Node], at: u32) -> Kind {
    let mut at = at;
    let mut found = Kind::Plain;
    for _ in 0..KIND_LEVELS {
        let node = &nodes[at as usize];
        if let Some(level) = node.tag.heading_level() {
            return Kind::Heading(level);
        }
        let here = match node.tag {
            Tag::P => Kind::Paragraph,
            Tag::Li | Tag::Dt | Tag::Dd => Kind::Item,
            Tag::Blockquote => Kind::Quote,
            Tag::Figcaption | Tag::Caption | Tag::Figure => Kind::Caption,
            Tag::Td | Tag::Th | Tag::Tr | Tag::Table => Kind::Row,
            Tag::Button | Tag::Select | Tag::Textarea | Tag::Fieldset => Kind::Control,
            Tag::Pre => Kind::Pre,
            _ => Kind::Plain,
        };
        match here {
            Kind::Plain => {}
            Kind::Paragraph => found = Kind::Paragraph,
            // A table or list item around whole paragraphs is there for the layout.
            Kind::Row if found == Kind::Paragraph => {}
            other => return other,
        }
        at = node.parent;
    }
    found
}

/// The element whose children are this block and its neighbours.
fn group(nodes: &[Node], at: u32) -> u32 {
    let node = &nodes[at as usize];
    let single =
        node.end_block <= node.first_block + 1 && matches!(node.tag, Tag::Div | Tag::Section);
    let leaf = matches!(node.tag, Tag::P | Tag::Li | Tag::Pre | Tag::Dd | Tag::Dt)
        || node.tag.heading_level().is_some();
    if leaf || single { node.parent } else { at }
}
