//! One block with all that is known of it before the decision.

use super::html::cues::Cues;
use super::reason::Reason;
use super::shape::Shape;
use crate::span::ByteSpan;

/// What the markup, or the form of a line, says a block is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Text straight in a container, or a line of pasted text.
    #[default]
    Plain,
    /// `<p>`.
    Paragraph,
    /// `<h1>` to `<h6>`.
    Heading(u8),
    /// `<li>`, `<dd>`, `<dt>`, or a line with a bullet.
    Item,
    /// Inside `<blockquote>`.
    Quote,
    /// `<figcaption>` and the like.
    Caption,
    /// A row or cell of a table.
    Row,
    /// `<button>`, `<select>`, `<textarea>`.
    Control,
    /// `<pre>`.
    Pre,
}

/// One block before the decision.
#[derive(Clone, Debug, Default)]
pub(crate) struct Piece {
    /// Where it stands in the text.
    pub(crate) span: ByteSpan,
    /// What its text looks like.
    pub(crate) shape: Shape,
    /// What it is.
    pub(crate) kind: Kind,
    /// Share of links in its text, in hundredths.
    pub(crate) link: u32,
    /// Share of links in the list or table around it, in hundredths.
    pub(crate) group_link: u32,
    /// What its own inline elements and its element say.
    pub(crate) own: Cues,
    /// What the elements around it say, as far as they are to be believed.
    pub(crate) around: Cues,
    /// Whether it is not shown.
    pub(crate) hidden: bool,
    /// The element that holds it together with its neighbours.
    pub(crate) group: u32,
    /// Whether it stands in the part of the page that holds the article.
    pub(crate) inside: bool,
    /// Whether blank lines stand above and below it in a pasted text.
    pub(crate) spaced: bool,
    /// Whether a blank line stands above or below it.
    pub(crate) edged: bool,
    /// Whether an element around it says that it holds the article's text.
    pub(crate) said: bool,
    /// Whether it stands in the element with most of the running text, or in one of its kind and
    /// at its depth; always so in a pasted text.
    pub(crate) core: bool,
    /// What the heading of the section it stands in says, if that is furniture.
    pub(crate) section: Option<Reason>,
}

impl Piece {
    /// How much it speaks for an article: its width if it is running text, less for links.
    pub(crate) fn prose(&self) -> u32 {
        if self.link > 50 || !self.shape.is_prose() {
            return 0;
        }
        let shape = &self.shape;
        let width = if shape.closed || shape.ends > 1 { shape.width } else { shape.width / 2 };
        width * (100 - self.link.min(100)) / 100
    }
}
