//! What a page's microdata says of its article.
//!
//! Takes elements with `itemprop` and the text inside them as they come, gives an [`Item`].
//! Properties of other things than articles, a comment's author among them, are passed over.

use super::tokens::{Attr, Attrs};
use super::tree::collapse;

/// Most properties read at once: an author's name stands in an author, hardly deeper.
const MOST_OPEN: usize = 8;

/// Longest text of a property, in bytes.
const LONGEST: usize = 500;

/// Most authors.
const MOST_AUTHORS: usize = 20;

/// The properties of the first article that has them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Item {
    /// `headline`.
    pub(crate) headline: Option<String>,
    /// `author`, more than one joined by commas.
    pub(crate) author: Option<String>,
    /// `datePublished`.
    pub(crate) published: Option<String>,
    /// `publisher`.
    pub(crate) publisher: Option<String>,
    /// `inLanguage`.
    pub(crate) language: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Property {
    Headline,
    Author,
    Published,
    Publisher,
    Language,
    /// Of the author or publisher around it.
    Name,
}

/// The property that an `itemprop` names; what is more than a name goes first.
fn property(names: &[u8]) -> Option<Property> {
    let known = names.split(u8::is_ascii_whitespace).filter_map(|name| {
        Some(match name.to_ascii_lowercase().as_slice() {
            b"headline" => Property::Headline,
            b"author" | b"creator" => Property::Author,
            b"datepublished" => Property::Published,
            b"publisher" => Property::Publisher,
            b"inlanguage" => Property::Language,
            b"name" => Property::Name,
            _ => return None,
        })
    });
    known.min_by_key(|&property| property == Property::Name)
}

/// Whether a type of schema.org is an article's.
pub(crate) fn is_article(kind: &str) -> bool {
    kind.ends_with("Article")
        || matches!(kind, "BlogPosting" | "LiveBlogPosting" | "Report" | "Review")
}

/// A property whose element is open.
#[derive(Debug)]
struct Open {
    node: u32,
    property: Property,
    text: String,
    /// The `name` inside it.
    name: Option<String>,
}

/// Reads the properties of a page.
#[derive(Debug, Default)]
pub(super) struct Reader {
    /// What has been found.
    pub(super) item: Item,
    authors: Vec<String>,
    /// The element of the article whose authors are read.
    written: Option<u32>,
    /// Open elements with `itemscope`, and whether their properties are an article's.
    scopes: Vec<(u32, bool)>,
    open: Vec<Open>,
}

impl Reader {
    /// An element opens.
    pub(super) fn start(&mut self, node: u32, attrs: &Attrs) {
        let found = attrs.get(Attr::Itemprop).and_then(property);
        if let Some(property) = found.filter(|&property| self.counts(property)) {
            match attrs.get(Attr::Datetime).or_else(|| attrs.get(Attr::Content)) {
                Some(value) => self.set(property, &String::from_utf8_lossy(value)),
                None if self.open.len() < MOST_OPEN => {
                    self.open.push(Open { node, property, text: String::new(), name: None });
                }
                None => {}
            }
        }
        if attrs.get(Attr::Itemscope).is_some() {
            let kind = String::from_utf8_lossy(attrs.get(Attr::Itemtype).unwrap_or_default());
            let kind = kind.trim().rsplit('/').next().unwrap_or_default();
            self.scopes.push((node, is_article(kind) || matches!(kind, "" | "WebPage")));
        }
    }

    /// A `<meta itemprop>`.
    pub(super) fn meta(&mut self, itemprop: &[u8], content: &str) {
        if let Some(property) = property(itemprop).filter(|&property| self.counts(property)) {
            self.set(property, content);
        }
    }

    /// Text inside the open elements.
    pub(super) fn text(&mut self, bytes: &[u8]) {
        for open in &mut self.open {
            if open.text.len() < LONGEST {
                open.text.push_str(&String::from_utf8_lossy(bytes));
            }
        }
    }

    /// An element closes.
    pub(super) fn end(&mut self, node: u32) {
        // A property is of the item around it, not of the one that its element begins.
        if let Some(at) = self.scopes.iter().rposition(|scope| scope.0 == node) {
            self.scopes.remove(at);
        }
        if let Some(at) = self.open.iter().rposition(|open| open.node == node) {
            let open = self.open.remove(at);
            self.set(open.property, open.name.as_deref().unwrap_or(&open.text));
        }
    }

    /// Whether a property is the article's, or the name of one that is.
    fn counts(&self, property: Property) -> bool {
        match property {
            Property::Name => self.named().is_some(),
            _ => self.scopes.last().is_none_or(|scope| scope.1),
        }
    }

    /// The open author or publisher that a name belongs to.
    fn named(&self) -> Option<usize> {
        let at = self.open.len().checked_sub(1)?;
        let open = &self.open[at];
        let takes = matches!(open.property, Property::Author | Property::Publisher);
        (takes && open.name.is_none()).then_some(at)
    }

    fn set(&mut self, property: Property, value: &str) {
        let value = collapse(value);
        if value.is_empty() || value.len() > LONGEST {
            return;
        }
        let slot = match property {
            Property::Name => {
                if let Some(at) = self.named() {
                    self.open[at].name = Some(value);
                }
                return;
            }
            Property::Author => return self.author(value),
            Property::Headline => &mut self.item.headline,
            Property::Published => &mut self.item.published,
            Property::Publisher => &mut self.item.publisher,
            Property::Language => &mut self.item.language,
        };
        slot.get_or_insert(value);
    }

    fn author(&mut self, name: String) {
        let article = self.scopes.last().map_or(0, |scope| scope.0);
        let same = *self.written.get_or_insert(article) == article;
        if same && self.authors.len() < MOST_AUTHORS && !self.authors.contains(&name) {
            self.authors.push(name);
            self.item.author = Some(self.authors.join(", "));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(source: &str) -> Item {
        super::super::parse(source, false).item
    }

    #[test]
    fn articles_and_what_is_around_them() {
        let page = "<article itemscope itemtype='https://schema.org/NewsArticle'>\
            <h1 itemprop='name headline'>A <b>bridge</b> opens</h1>\
            <span itemprop=author itemscope itemtype='https://schema.org/Person'>By \
            <a itemprop=url href=/ann><span itemprop=name>Ann Lee</span></a>, reporter</span> \
            <span itemprop=author>Bo Day</span> <meta itemprop=inLanguage content=en>\
            <div itemprop=publisher itemscope><meta itemprop=name content='The Paper'></div>\
            <time itemprop=datePublished datetime='2024-05-06T07:08Z'>today</time>\
            <div itemprop=comment itemscope itemtype='https://schema.org/Comment'>\
            <b itemprop=author>Reader</b></div></article>\
            <article itemscope itemtype='https://schema.org/Article'>\
            <h2 itemprop=headline>Another</h2><i itemprop=author>Cy Fox</i></article>";
        let text = |text: &str| Some(text.to_owned());
        let expected = Item {
            headline: text("A bridge opens"),
            author: text("Ann Lee, Bo Day"),
            published: text("2024-05-06T07:08Z"),
            publisher: text("The Paper"),
            language: text("en"),
        };
        assert_eq!(item(page), expected);
    }

    #[test]
    fn properties_of_other_things() {
        for (source, author, published) in [
            ("<p itemprop=author>Ann Lee</p>", Some("Ann Lee"), None),
            ("<p itemprop=datePublished>6 May 2024</p>", None, Some("6 May 2024")),
            ("<p itemprop=name>Ann Lee</p>", None, None),
            ("<p itemprop=author></p><p itemprop=author>Bo Day</p>", Some("Bo Day"), None),
            (
                "<div itemscope itemtype=//schema.org/VideoObject><b itemprop=author>Ann</b>\
                 <meta itemprop=datePublished content=2024-05-06></div>",
                None,
                None,
            ),
            ("<p itemprop=author>Ann <b>Lee", Some("Ann Lee"), None),
        ] {
            let item = item(source);
            assert_eq!((item.author.as_deref(), item.published.as_deref()), (author, published));
        }
    }

    #[test]
    fn depth_costs_no_more_than_the_cap() {
        let source = "<p><span itemprop=author>x".repeat(10_000);
        assert!(
            item(&source).author.is_some_and(|author| author.len() <= MOST_AUTHORS * (LONGEST + 2))
        );
    }
}
