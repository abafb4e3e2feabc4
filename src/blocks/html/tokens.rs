//! HTML source to start tags, end tags and text, handed to a [`Builder`] as they come.
//!
//! The state machine is html5gum's, which follows the WHATWG tokenizer; this is its emitter.
//! Invariant: buffers are reused, so that nothing is allocated for a tag, and attributes that
//! nobody reads are not copied.

use super::build::Builder;
use html5gum::{Emitter, Error, State, Tokenizer, naive_next_state};

/// The attributes that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each name says itself")]
pub(crate) enum Attr {
    Class,
    Id,
    Itemprop,
    Itemscope,
    Itemtype,
    Role,
    Style,
    Hidden,
    Type,
    Rel,
    Property,
    Name,
    Content,
    Datetime,
    Lang,
    Href,
    Srcdoc,
    Fallback,
    TestId,
}

impl Attr {
    fn from_name(name: &[u8]) -> Option<Self> {
        Some(match name {
            b"class" => Self::Class,
            b"id" => Self::Id,
            b"itemprop" => Self::Itemprop,
            b"itemscope" => Self::Itemscope,
            b"itemtype" => Self::Itemtype,
            b"role" => Self::Role,
            b"style" => Self::Style,
            b"hidden" => Self::Hidden,
            b"type" => Self::Type,
            b"rel" => Self::Rel,
            b"property" => Self::Property,
            b"name" => Self::Name,
            b"content" => Self::Content,
            b"datetime" => Self::Datetime,
            b"lang" => Self::Lang,
            b"href" => Self::Href,
            b"srcdoc" => Self::Srcdoc,
            b"placeholder" | b"fallback" => Self::Fallback,
            b"data-testid" | b"data-component" => Self::TestId,
            _ => return None,
        })
    }
}

/// The attributes of one start tag.
#[derive(Debug, Default)]
pub(crate) struct Attrs {
    bytes: Vec<u8>,
    list: Vec<(Attr, usize, usize)>,
}

impl Attrs {
    /// The first value of an attribute; an attribute without one has the empty value.
    pub(crate) fn get(&self, name: Attr) -> Option<&[u8]> {
        let (_, start, end) = *self.list.iter().find(|(n, ..)| *n == name)?;
        Some(&self.bytes[start..end])
    }

    fn clear(&mut self) {
        self.bytes.clear();
        self.list.clear();
    }
}

/// Runs the tokenizer over `source` into `builder`.
pub(super) fn feed(source: &str, builder: &mut Builder) {
    let emitter = TagEmitter {
        builder,
        text: Vec::new(),
        name: Vec::new(),
        last_start: Vec::new(),
        is_end: false,
        self_closing: false,
        attr_name: Vec::new(),
        attr_wanted: None,
        attrs: Attrs::default(),
    };
    // Reading from memory cannot fail.
    let _ = Tokenizer::new_with_emitter(source, emitter).finish();
}

struct TagEmitter<'b> {
    builder: &'b mut Builder,
    text: Vec<u8>,
    name: Vec<u8>,
    last_start: Vec<u8>,
    is_end: bool,
    self_closing: bool,
    attr_name: Vec<u8>,
    /// Whether the attribute has been entered in `attrs`; `None` before it is known.
    attr_wanted: Option<bool>,
    attrs: Attrs,
}

impl TagEmitter<'_> {
    fn flush_text(&mut self) {
        if !self.text.is_empty() {
            self.builder.text(&self.text);
            self.text.clear();
        }
    }

    /// Enters the attribute whose name has just ended.
    fn settle_attr(&mut self) -> bool {
        if let Some(wanted) = self.attr_wanted {
            return wanted;
        }
        let wanted = !self.is_end && !self.attr_name.is_empty();
        let name = if wanted { Attr::from_name(&self.attr_name) } else { None };
        if let Some(name) = name {
            let at = self.attrs.bytes.len();
            self.attrs.list.push((name, at, at));
        }
        self.attr_wanted = Some(name.is_some());
        name.is_some()
    }
}

impl Emitter for TagEmitter<'_> {
    type Token = std::convert::Infallible;

    fn set_last_start_tag(&mut self, name: Option<&[u8]>) {
        self.last_start.clear();
        self.last_start.extend(name.unwrap_or_default());
    }

    fn emit_eof(&mut self) {
        self.flush_text();
    }

    fn emit_error(&mut self, _: Error) {}

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<Self::Token> {
        None
    }

    fn emit_string(&mut self, text: &[u8]) {
        self.text.extend_from_slice(text);
    }

    fn init_start_tag(&mut self) {
        self.name.clear();
        self.is_end = false;
        self.self_closing = false;
        self.attrs.clear();
        self.attr_name.clear();
        self.attr_wanted = Some(false);
    }

    fn init_end_tag(&mut self) {
        self.init_start_tag();
        self.is_end = true;
    }

    fn init_comment(&mut self) {}

    fn emit_current_tag(&mut self) -> Option<State> {
        self.flush_text();
        self.settle_attr();
        if self.is_end {
            self.last_start.clear();
            self.builder.end(&self.name);
            return None;
        }
        self.builder.start(&self.name, &self.attrs, self.self_closing);
        std::mem::swap(&mut self.last_start, &mut self.name);
        naive_next_state(&self.last_start)
    }

    fn emit_current_comment(&mut self) {}

    fn emit_current_doctype(&mut self) {}

    fn set_self_closing(&mut self) {
        self.self_closing = true;
    }

    fn set_force_quirks(&mut self) {}

    fn push_tag_name(&mut self, name: &[u8]) {
        self.name.extend_from_slice(name);
    }

    fn push_comment(&mut self, _: &[u8]) {}

    fn push_doctype_name(&mut self, _: &[u8]) {}

    fn init_doctype(&mut self) {}

    fn init_attribute(&mut self) {
        self.settle_attr();
        self.attr_name.clear();
        self.attr_wanted = None;
    }

    fn push_attribute_name(&mut self, name: &[u8]) {
        self.attr_name.extend_from_slice(name);
    }

    fn push_attribute_value(&mut self, value: &[u8]) {
        if self.settle_attr() {
            self.attrs.bytes.extend_from_slice(value);
            if let Some(last) = self.attrs.list.last_mut() {
                last.2 = self.attrs.bytes.len();
            }
        }
    }

    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}

    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}

    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}

    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.is_end && !self.last_start.is_empty() && self.last_start == self.name
    }
}
