//! What an element's attributes mean: hints in its names, and whether it is shown.

use super::cues::{self, Cues};
use super::tag::Tag;
use super::tokens::{Attr, Attrs};

/// What the tag, or an own name such as `amp-ad`, and its class, id, role and item property say.
pub(super) fn own_cues(tag: Tag, name: &[u8], attrs: &Attrs) -> Cues {
    let mut found = match tag {
        Tag::Nav | Tag::Menu => Cues::NAV,
        Tag::Aside => Cues::SIDEBAR,
        Tag::Footer => Cues::FOOTER,
        Tag::Header => Cues::HEADER,
        Tag::Figcaption => Cues::CAPTION,
        Tag::Article => Cues::MAIN,
        Tag::Main => Cues::ARTICLE,
        Tag::Button | Tag::Select | Tag::Textarea | Tag::Label => Cues::FORM,
        Tag::Dialog => Cues::MODAL,
        Tag::Address | Tag::Time => Cues::META,
        _ => Cues::default(),
    };
    if tag == Tag::Custom {
        cues::read(name, &mut found);
    }
    for name in [Attr::Class, Attr::Id, Attr::Role, Attr::Itemprop, Attr::TestId] {
        if let Some(value) = attrs.get(name) {
            cues::read(value, &mut found);
        }
    }
    found
}

/// Whether the element is not shown.
pub(super) fn is_hidden(attrs: &Attrs) -> bool {
    if attrs.get(Attr::Hidden).is_some() {
        return true;
    }
    // What AMP shows while the element around it loads, or instead of it.
    if attrs.get(Attr::Fallback).is_some_and(<[u8]>::is_empty) {
        return true;
    }
    let Some(style) = attrs.get(Attr::Style) else {
        return false;
    };
    style.split(|&b| b == b';').any(|rule| {
        let mut parts = rule.splitn(2, |&b| b == b':');
        let (name, value) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let (name, value) = (name.trim_ascii(), value.trim_ascii());
        let value =
            &value[..value.iter().position(|&b| b == b'!' || b == b' ').unwrap_or(value.len())];
        (name.eq_ignore_ascii_case(b"display") && value.eq_ignore_ascii_case(b"none"))
            || (name.eq_ignore_ascii_case(b"visibility") && value.eq_ignore_ascii_case(b"hidden"))
    })
}

/// Content that is not text of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Raw {
    #[default]
    No,
    Skip,
    JsonLd,
    Title,
    Noscript,
}

/// What the content of an element is, if it is not text of the page.
pub(super) fn raw_of(tag: Tag, attrs: &Attrs) -> Raw {
    match tag {
        Tag::Script => {
            let kind = attrs.get(Attr::Type).unwrap_or_default();
            if kind.to_ascii_lowercase().starts_with(b"application/ld+json") {
                Raw::JsonLd
            } else {
                Raw::Skip
            }
        }
        Tag::Style | Tag::Iframe => Raw::Skip,
        Tag::Noscript => Raw::Noscript,
        Tag::Title => Raw::Title,
        _ => Raw::No,
    }
}
