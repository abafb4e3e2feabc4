//! Tags and text to an arena of elements and the visible text in blocks.
//!
//! Takes what the tokenizer finds, in order; gives a [`Tree`]. Invariants: elements stand in
//! document order, so that an element's descendants and its blocks are contiguous; no more than
//! [`DEPTH_CAP`] elements are open at once, deeper ones are flattened and lose no text; every step
//! takes constant time or pays with the depth cap.

use super::address::Hosts;
use super::attributes::{Raw, is_hidden, own_cues, raw_of};
use super::cues::Cues;
use super::microdata;
use super::tag::{TAGS, Tag};
use super::tokens::{Attr, Attrs};
use super::tree::{Meta, Node, Tree, collapse};
use super::writer::{Style, Writer};

/// How many elements may be open at once. Real pages stay under 100; browsers stop at 512 too.
const DEPTH_CAP: usize = 512;

/// One open element.
#[derive(Clone, Copy, Debug)]
struct Open {
    node: u32,
    tag: Tag,
    /// What the inline elements between here and the block element around say.
    inline: Cues,
    /// Not shown, and inside a line: its text is left out.
    skipped: bool,
}

/// Builds a [`Tree`].
#[derive(Debug, Default)]
pub(super) struct Builder {
    tree: Tree,
    stack: Vec<Open>,
    /// How many elements of each tag are open.
    open: Vec<u32>,
    /// How many elements of each tag were opened beyond the cap and not closed.
    beyond: Vec<u32>,
    raw: Raw,
    /// Read what is usually not shown: `<template>`.
    unfold: bool,
    /// Depth inside `<svg>`, `<template>`.
    svg: u32,
    template: u32,
    links: u32,
    bolds: u32,
    pres: u32,
    skips: u32,
    writer: Writer,
    microdata: microdata::Reader,
    hosts: Hosts,
}

impl Builder {
    /// An empty page. `unfold` reads templates too.
    pub(super) fn new(unfold: bool) -> Self {
        let root = Node {
            tag: Tag::Root,
            parent: 0,
            cues: Cues::default(),
            hidden: false,
            first_block: 0,
            end_block: 0,
        };
        Self {
            tree: Tree { nodes: vec![root], ..Tree::default() },
            stack: vec![Open { node: 0, tag: Tag::Root, inline: Cues::default(), skipped: false }],
            open: vec![0; TAGS],
            beyond: vec![0; TAGS],
            unfold,
            ..Self::default()
        }
    }

    /// The sources inside the page, which are then no longer kept.
    pub(super) fn take_inner(&mut self) -> Vec<String> {
        std::mem::take(&mut self.tree.inner)
    }

    /// The finished page.
    pub(super) fn finish(mut self) -> Tree {
        self.writer.flush();
        while self.stack.len() > 1 {
            self.pop();
        }
        self.tree.nodes[0].end_block = self.writer.next_block();
        self.tree.text = self.writer.text;
        self.tree.blocks = self.writer.blocks;
        self.tree.item = self.microdata.item;
        self.tree.host = self.hosts.settle();
        self.tree
    }

    fn top(&self) -> Open {
        // The root is never popped.
        self.stack[self.stack.len() - 1]
    }

    /// A start tag, its name in lower case.
    pub(super) fn start(&mut self, name: &[u8], attrs: &Attrs, self_closing: bool) {
        let tag = Tag::from_name(name);
        if self.svg > 0 {
            if tag == Tag::Svg && !self_closing {
                self.svg += 1;
            }
            // A block element ends a drawing that somebody forgot to close.
            if !tag.is_block() || matches!(tag, Tag::Title | Tag::Video) {
                return;
            }
            self.svg = 0;
        }
        if self.template > 0 && !self.unfold {
            self.template += u32::from(tag == Tag::Template);
            self.raw = if raw_of(tag, attrs) == Raw::No { Raw::No } else { Raw::Skip };
            return;
        }
        self.raw = raw_of(tag, attrs);
        match tag {
            Tag::Html => {
                if let Some(lang) = attrs.get(Attr::Lang).filter(|l| !l.is_empty()) {
                    self.tree.lang = Some(lossy(lang));
                }
                return;
            }
            Tag::Meta => return self.meta(attrs),
            Tag::Br => return self.line_break(),
            Tag::Hr => {
                self.end_paragraph();
                return self.writer.flush();
            }
            Tag::Svg => {
                self.svg = u32::from(!self_closing);
                return;
            }
            Tag::Template => {
                self.template += 1;
                self.tree.templates = true;
                return;
            }
            Tag::Head | Tag::Body | Tag::Script | Tag::Style | Tag::Noscript => return,
            Tag::Input => {
                let kind = attrs.get(Attr::Type).unwrap_or_default();
                self.tree.password |= kind.eq_ignore_ascii_case(b"password");
                return;
            }
            Tag::Iframe | Tag::Frame => return self.frame(attrs),
            Tag::Title if self.raw == Raw::Title => return,
            _ if tag.is_void() => return self.hosts.canonical(attrs),
            _ => {}
        }
        self.tree.player |= name == b"video";
        self.implied_ends(tag);
        match tag {
            Tag::Td | Tag::Th => self.writer.begin_cell(self.tree.nodes.len() as u32),
            Tag::Option => self.writer.space(),
            _ if tag.is_block() => self.writer.flush(),
            _ => {}
        }
        self.push(tag, name, attrs);
    }

    fn push(&mut self, tag: Tag, name: &[u8], attrs: &Attrs) {
        if self.stack.len() >= DEPTH_CAP {
            self.beyond[tag as usize] += 1;
            self.tree.flattened = true;
            return;
        }
        let around = self.top();
        let own = own_cues(tag, name, attrs);
        let hidden_here = is_hidden(attrs);
        let block = tag.is_block() || matches!(tag, Tag::Td | Tag::Th);
        let node = self.tree.nodes.len() as u32;
        let parent_hidden = self.tree.nodes[around.node as usize].hidden;
        self.tree.nodes.push(Node {
            tag,
            parent: around.node,
            cues: own,
            hidden: parent_hidden || (hidden_here && block),
            first_block: self.writer.next_block(),
            end_block: 0,
        });
        self.stack.push(Open {
            node,
            tag,
            inline: if block { Cues::default() } else { around.inline.with(own) },
            skipped: hidden_here && !block,
        });
        self.open[tag as usize] += 1;
        self.count(tag, hidden_here && !block, true);
        self.microdata.start(node, attrs);
        match tag {
            Tag::Time => self.tree.times.extend(attrs.get(Attr::Datetime).map(lossy)),
            Tag::A => self.hosts.link(attrs),
            _ => {}
        }
    }

    fn count(&mut self, tag: Tag, skipped: bool, opens: bool) {
        let counter = match tag {
            Tag::A => &mut self.links,
            Tag::B => &mut self.bolds,
            Tag::Pre | Tag::Textarea => &mut self.pres,
            _ => {
                if skipped {
                    self.skips = if opens { self.skips + 1 } else { self.skips - 1 };
                }
                return;
            }
        };
        *counter = if opens { *counter + 1 } else { *counter - 1 };
        if skipped {
            self.skips = if opens { self.skips + 1 } else { self.skips - 1 };
        }
    }

    fn pop(&mut self) {
        self.remove(self.stack.len() - 1);
    }

    /// Closes the open element at `index`, wherever it stands.
    fn remove(&mut self, index: usize) {
        let open = self.stack.remove(index);
        if open.tag.is_block() {
            self.writer.flush();
        } else if matches!(open.tag, Tag::Td | Tag::Th) {
            self.writer.end_cell();
        }
        self.tree.nodes[open.node as usize].end_block = self.writer.end_block();
        self.open[open.tag as usize] -= 1;
        self.count(open.tag, open.skipped, false);
        self.microdata.end(open.node);
    }

    /// An end tag, its name in lower case.
    pub(super) fn end(&mut self, name: &[u8]) {
        let tag = Tag::from_name(name);
        self.raw = Raw::No;
        if self.svg > 0 {
            self.svg -= u32::from(tag == Tag::Svg);
            return;
        }
        if tag == Tag::Template {
            self.template = self.template.saturating_sub(1);
            return;
        }
        if self.template > 0 && !self.unfold {
            return;
        }
        match tag {
            Tag::Br => return self.line_break(),
            Tag::P if self.open[tag as usize] == 0 => return self.writer.flush(),
            _ => {}
        }
        if self.beyond[tag as usize] > 0 {
            self.beyond[tag as usize] -= 1;
            if tag.is_block() {
                self.writer.flush();
            }
            return;
        }
        if self.open[tag as usize] == 0 {
            return;
        }
        let block = tag.is_block() || matches!(tag, Tag::Td | Tag::Th);
        let mut crossed = false;
        for index in (1..self.stack.len()).rev() {
            let other = self.stack[index].tag;
            if other == tag || (tag.heading_level().is_some() && other.heading_level().is_some()) {
                if crossed {
                    self.remove(index);
                } else {
                    self.close_to(index);
                }
                return;
            }
            // A form that begins in one cell and ends in another closes nothing in between.
            crossed |= if block { tag == Tag::Form } else { other.is_block() };
            if other.is_boundary()
                && !matches!(tag, Tag::Table | Tag::Tr | Tag::Thead | Tag::Td | Tag::Th)
            {
                return;
            }
        }
    }

    fn close_to(&mut self, index: usize) {
        while self.stack.len() > index {
            self.pop();
        }
    }

    /// Closes the nearest open element that `closes` names, unless `stops` names one before.
    fn close_nearest(&mut self, closes: impl Fn(Tag) -> bool, stops: impl Fn(Tag) -> bool) {
        for index in (1..self.stack.len()).rev() {
            let tag = self.stack[index].tag;
            if closes(tag) {
                return self.close_to(index);
            }
            if stops(tag) {
                return;
            }
        }
    }

    fn end_paragraph(&mut self) {
        if self.open[Tag::P as usize] > 0 {
            self.close_nearest(|t| t == Tag::P, Tag::is_boundary);
        }
    }

    /// Ends what this start tag ends without saying so.
    fn implied_ends(&mut self, tag: Tag) {
        if tag.ends_paragraph() {
            self.end_paragraph();
        }
        let table = |t| t == Tag::Table;
        match tag {
            Tag::Li if self.open[Tag::Li as usize] > 0 => self.close_nearest(
                |t| t == Tag::Li,
                |t| matches!(t, Tag::Ul | Tag::Ol | Tag::Menu) || t.is_boundary(),
            ),
            Tag::Dt | Tag::Dd if self.open[Tag::Dt as usize] + self.open[Tag::Dd as usize] > 0 => {
                self.close_nearest(
                    |t| matches!(t, Tag::Dt | Tag::Dd),
                    |t| t == Tag::Dl || t.is_boundary(),
                )
            }
            Tag::Option if self.open[Tag::Option as usize] > 0 => {
                self.close_nearest(|t| t == Tag::Option, |t| t == Tag::Select);
            }
            Tag::A if self.open[Tag::A as usize] > 0 => {
                // Links do not nest: the new one ends the old one, but not the blocks between.
                let last = self.stack.iter().rposition(|o| o.tag == Tag::A);
                if let Some(index) = last {
                    self.remove(index);
                }
            }
            Tag::Td | Tag::Th if self.open[Tag::Td as usize] + self.open[Tag::Th as usize] > 0 => {
                self.close_nearest(
                    |t| matches!(t, Tag::Td | Tag::Th),
                    |t| t == Tag::Tr || table(t),
                );
            }
            Tag::Tr if self.open[Tag::Tr as usize] > 0 => {
                self.close_nearest(|t| t == Tag::Tr, table)
            }
            Tag::Thead if self.open[Tag::Thead as usize] > 0 => {
                self.close_nearest(|t| t == Tag::Thead, table);
            }
            _ if tag.heading_level().is_some() && self.top().tag.heading_level().is_some() => {
                self.pop();
            }
            _ => {}
        }
    }

    fn line_break(&mut self) {
        if self.svg == 0 && (self.template == 0 || self.unfold) {
            self.writer.line_break();
        }
    }

    /// Text between tags.
    pub(super) fn text(&mut self, bytes: &[u8]) {
        match self.raw {
            Raw::No => {}
            Raw::Skip => return,
            Raw::JsonLd => return self.tree.json_ld.push(lossy(bytes)),
            Raw::Noscript => return self.tree.inner.push(lossy(bytes)),
            Raw::Title => {
                if self.tree.title.is_empty() {
                    self.tree.title = collapse(&lossy(bytes));
                }
                return;
            }
        }
        if self.svg > 0 || (self.template > 0 && !self.unfold) {
            return;
        }
        self.microdata.text(bytes);
        if self.skips > 0 {
            return;
        }
        match std::str::from_utf8(bytes) {
            Ok(text) => self.words(text),
            Err(_) => self.words(&lossy(bytes)),
        }
    }

    fn words(&mut self, text: &str) {
        let style = Style {
            node: block_node(&self.stack),
            cues: self.top().inline,
            link: self.links > 0,
            bold: self.bolds > 0,
            lines: self.pres > 0,
        };
        self.writer.words(text, style);
    }

    fn frame(&mut self, attrs: &Attrs) {
        match attrs.get(Attr::Srcdoc) {
            Some(source) => self.tree.inner.push(lossy(source)),
            None => self.tree.framed = true,
        }
    }

    fn meta(&mut self, attrs: &Attrs) {
        let Some(content) = attrs.get(Attr::Content) else {
            return;
        };
        let content = collapse(&lossy(content));
        if let Some(itemprop) = attrs.get(Attr::Itemprop) {
            self.microdata.meta(itemprop, &content);
        }
        if let Some(name) = attrs.get(Attr::Property).or_else(|| attrs.get(Attr::Name)) {
            self.tree.metas.push(Meta { name: lossy(name).to_ascii_lowercase(), content });
        }
    }
}

/// The innermost open element that is not inside a line.
fn block_node(stack: &[Open]) -> u32 {
    let block = stack.iter().rev().find(|o| o.tag.is_block() || matches!(o.tag, Tag::Td | Tag::Th));
    block.map_or(0, |o| o.node)
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
