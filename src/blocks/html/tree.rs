//! A page taken apart: its elements, its visible text in blocks, what its head says.
//!
//! Plain data, made by the builder. Invariant: elements stand in document order, so that an
//! element's descendants and its blocks are contiguous.

use super::cues::Cues;
use super::microdata::Item;
use super::tag::Tag;
use crate::span::ByteSpan;
use std::ops::Range;

/// One element.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    /// What it is.
    pub(crate) tag: Tag,
    /// The element around it.
    pub(crate) parent: u32,
    /// What its class and id say.
    pub(crate) cues: Cues,
    /// Whether it, or an element around it, is not shown.
    pub(crate) hidden: bool,
    /// The first block inside it.
    pub(crate) first_block: u32,
    /// The block after the last one inside it.
    pub(crate) end_block: u32,
}

/// One block, before anything is decided.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    /// Where it stands in the visible text.
    pub(crate) span: ByteSpan,
    /// The element it stands in.
    pub(crate) node: u32,
    /// Bytes of its text that are links.
    pub(crate) link_bytes: usize,
    /// Bytes of its text in bold.
    pub(crate) bold_bytes: usize,
    /// What the inline elements around all of its text say.
    pub(crate) cues: Cues,
}

/// A page's `<meta>` with a name and a value.
#[derive(Clone, Debug)]
pub(crate) struct Meta {
    /// `property` or `name`, in lower case.
    pub(crate) name: String,
    /// `content`.
    pub(crate) content: String,
}

/// A page taken apart.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    /// All elements in document order; the first is the root.
    pub(crate) nodes: Vec<Node>,
    /// The visible text, blocks parted by a blank line.
    pub(crate) text: String,
    /// The blocks of the text.
    pub(crate) blocks: Vec<Draft>,
    /// `<title>`.
    pub(crate) title: String,
    /// Every `<meta>` with a value.
    pub(crate) metas: Vec<Meta>,
    /// Sources of JSON-LD scripts.
    pub(crate) json_ld: Vec<String>,
    /// What its microdata says.
    pub(crate) item: Item,
    /// `datetime` of every `<time>`.
    pub(crate) times: Vec<String>,
    /// The host of its own address, or else of most of its links.
    pub(crate) host: Option<String>,
    /// `lang` of the page.
    pub(crate) lang: Option<String>,
    /// Whether deep nesting was flattened.
    pub(crate) flattened: bool,
    /// Sources that are read where the page shows no article: of `<noscript>` elements, and the
    /// `srcdoc` of frames.
    pub(crate) inner: Vec<String>,
    /// Whether there is a `<video>`.
    pub(crate) player: bool,
    /// Whether there is a field for a password.
    pub(crate) password: bool,
    /// Whether there is a frame whose document stands elsewhere.
    pub(crate) framed: bool,
    /// Whether there was a `<template>`.
    pub(crate) templates: bool,
}

impl Tree {
    /// The blocks inside an element.
    pub(crate) fn range(&self, node: usize) -> Range<usize> {
        let node = &self.nodes[node];
        // An element closed while inner ones stay open can end before it has any block.
        let start = node.first_block.min(self.blocks.len() as u32) as usize;
        start..(node.end_block.min(self.blocks.len() as u32) as usize).max(start)
    }
}

/// White space to single spaces, none at the ends.
pub(crate) fn collapse(text: &str) -> String {
    let mut collapsed = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !collapsed.is_empty() {
            collapsed.push(' ');
        }
        collapsed.push_str(word);
    }
    collapsed
}
