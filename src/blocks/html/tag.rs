//! Names of elements.
//!
//! Takes a tag's name, gives a [`Tag`], and says how it behaves: does it break the line, does it
//! end by itself. Names that make no difference to reading are [`Tag::Inline`] or [`Tag::Custom`].

/// An element, as far as reading is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
#[allow(missing_docs, reason = "each name says itself")]
pub(crate) enum Tag {
    Root,
    Html,
    Head,
    Body,
    Title,
    Meta,
    Script,
    Style,
    Template,
    Noscript,
    Iframe,
    Svg,
    Textarea,
    Select,
    Option,
    Button,
    Label,
    Form,
    Fieldset,
    Input,
    Img,
    Br,
    Hr,
    P,
    Div,
    Section,
    Article,
    Main,
    Aside,
    Nav,
    Header,
    Footer,
    Address,
    Blockquote,
    Figure,
    Figcaption,
    Ul,
    Ol,
    Li,
    Dl,
    Dt,
    Dd,
    Table,
    Caption,
    Thead,
    Tr,
    Td,
    Th,
    H1,
    H2,
    H3,
    H4,
    H5,
    H6,
    Pre,
    Center,
    Details,
    Summary,
    Dialog,
    Menu,
    A,
    B,
    I,
    Span,
    Font,
    Time,
    Video,
    Object,
    Custom,
    Inline,
    Frame,
    Void,
}

/// How many tags there are.
pub(crate) const TAGS: usize = Tag::Void as usize + 1;

impl Tag {
    /// The tag for a lower-case name.
    pub(crate) fn from_name(name: &[u8]) -> Self {
        match name {
            b"html" => Self::Html,
            b"head" => Self::Head,
            b"body" => Self::Body,
            b"title" => Self::Title,
            b"meta" => Self::Meta,
            b"script" => Self::Script,
            b"style" | b"xmp" | b"noembed" | b"noframes" => Self::Style,
            b"template" => Self::Template,
            b"noscript" => Self::Noscript,
            b"iframe" => Self::Iframe,
            b"frame" => Self::Frame,
            b"svg" | b"math" => Self::Svg,
            b"textarea" => Self::Textarea,
            b"select" | b"datalist" => Self::Select,
            b"option" | b"optgroup" => Self::Option,
            b"button" => Self::Button,
            b"label" => Self::Label,
            b"form" => Self::Form,
            b"fieldset" | b"legend" => Self::Fieldset,
            b"input" => Self::Input,
            b"img" => Self::Img,
            b"br" => Self::Br,
            b"hr" => Self::Hr,
            b"p" => Self::P,
            b"div" => Self::Div,
            b"section" | b"hgroup" | b"search" => Self::Section,
            b"article" => Self::Article,
            b"main" => Self::Main,
            b"aside" => Self::Aside,
            b"nav" => Self::Nav,
            b"header" => Self::Header,
            b"footer" => Self::Footer,
            b"address" => Self::Address,
            b"blockquote" => Self::Blockquote,
            b"figure" => Self::Figure,
            b"figcaption" | b"amp-caption" => Self::Figcaption,
            b"ul" | b"dir" => Self::Ul,
            b"ol" => Self::Ol,
            b"li" => Self::Li,
            b"dl" => Self::Dl,
            b"dt" => Self::Dt,
            b"dd" => Self::Dd,
            b"table" => Self::Table,
            b"caption" => Self::Caption,
            b"thead" | b"tbody" | b"tfoot" | b"colgroup" => Self::Thead,
            b"tr" => Self::Tr,
            b"td" => Self::Td,
            b"th" => Self::Th,
            b"h1" => Self::H1,
            b"h2" => Self::H2,
            b"h3" => Self::H3,
            b"h4" => Self::H4,
            b"h5" => Self::H5,
            b"h6" => Self::H6,
            b"pre" | b"listing" => Self::Pre,
            b"center" => Self::Center,
            b"details" => Self::Details,
            b"summary" => Self::Summary,
            b"dialog" => Self::Dialog,
            b"menu" => Self::Menu,
            b"a" => Self::A,
            b"b" | b"strong" => Self::B,
            b"i" | b"em" => Self::I,
            b"span" => Self::Span,
            b"font" => Self::Font,
            b"time" => Self::Time,
            b"video" | b"audio" | b"canvas" => Self::Video,
            b"object" | b"applet" | b"marquee" => Self::Object,
            b"area" | b"base" | b"basefont" | b"bgsound" | b"col" | b"embed" | b"keygen"
            | b"link" | b"param" | b"source" | b"track" | b"wbr" => Self::Void,
            _ if name.contains(&b'-') => Self::Custom,
            _ => Self::Inline,
        }
    }

    /// Whether the element stands on lines of its own.
    pub(crate) fn is_block(self) -> bool {
        !matches!(
            self,
            Self::A
                | Self::B
                | Self::I
                | Self::Span
                | Self::Font
                | Self::Time
                | Self::Inline
                | Self::Custom
                | Self::Label
                | Self::Void
                | Self::Frame
                | Self::Img
                | Self::Input
                | Self::Br
                | Self::Option
                | Self::Svg
                | Self::Script
                | Self::Style
                | Self::Noscript
                | Self::Iframe
                | Self::Template
                | Self::Td
                | Self::Th
                | Self::Meta
        )
    }

    /// Whether the element has no content and no end tag.
    pub(crate) fn is_void(self) -> bool {
        matches!(
            self,
            Self::Void | Self::Frame | Self::Img | Self::Input | Self::Br | Self::Hr | Self::Meta
        )
    }

    /// Whether an end tag of an outer element may not reach past this one.
    pub(crate) fn is_boundary(self) -> bool {
        matches!(
            self,
            Self::Table
                | Self::Td
                | Self::Th
                | Self::Caption
                | Self::Template
                | Self::Object
                | Self::Button
        )
    }

    /// Whether the start of this element ends an open paragraph.
    pub(crate) fn ends_paragraph(self) -> bool {
        self.is_block()
            && !matches!(
                self,
                Self::Button
                    | Self::Textarea
                    | Self::Select
                    | Self::Title
                    | Self::Video
                    | Self::Object
                    | Self::Thead
                    | Self::Tr
                    | Self::Caption
            )
    }

    /// 1 to 6 for a heading.
    pub(crate) fn heading_level(self) -> Option<u8> {
        let level = (self as u8).checked_sub(Self::H1 as u8)? + 1;
        (level <= 6).then_some(level)
    }
}
