//! Headline, byline, day of publication, site and language.
//!
//! Takes what a page's head says and its pieces, gives [`Metadata`]. In order of trust: JSON-LD,
//! Open Graph, Twitter, other `<meta>`, microdata and `<time>`, the visible text.

pub(crate) mod day;
pub(crate) mod json_ld;
pub(crate) mod visible;

use super::html::tree::Tree;
use json_ld::Article;

/// What is known about the article as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// The title, without the site's name.
    pub headline: Option<String>,
    /// Who wrote it, without `By`.
    pub byline: Option<String>,
    /// Day of publication, `YYYY-MM-DD`.
    pub published: Option<String>,
    /// Name of the site.
    pub site: Option<String>,
    /// Language tag such as `en`.
    pub language: Option<String>,
}

/// What the head of a page says; `article` is its JSON-LD.
pub(crate) fn of_head(tree: &Tree, article: &Article) -> Metadata {
    let meta = |names: &[&str]| {
        let values = names.iter().filter_map(|name| tree.metas.iter().find(|m| m.name == *name));
        values.map(|m| m.content.as_str()).find(|content| !content.is_empty()).map(str::to_owned)
    };
    let site = article
        .publisher
        .clone()
        .or_else(|| meta(&["og:site_name", "application-name"]))
        .filter(|name| !name.contains("://"));
    let title = (!tree.title.is_empty()).then(|| tree.title.clone());
    let headline = article
        .headline
        .clone()
        .or_else(|| meta(&["og:title", "twitter:title", "title", "dc.title", "parsely-title"]))
        .or(title)
        .map(|title| without_site(&title, site.as_deref()).to_owned());
    let byline = article
        .author
        .clone()
        .or_else(|| {
            meta(&[
                "author",
                "article:author",
                "byl",
                "parsely-author",
                "sailthru.author",
                "dc.creator",
                "twitter:creator",
            ])
        })
        .and_then(|name| visible::byline_name(&name));
    let published = [article.published.clone()]
        .into_iter()
        .flatten()
        .chain(meta(&["article:published_time", "og:article:published_time"]))
        .chain(meta(&["parsely-pub-date", "sailthru.date", "datepublished", "publish-date"]))
        .chain(meta(&[
            "pubdate",
            "publishdate",
            "date",
            "dc.date.issued",
            "dc.date",
            "article.published",
        ]))
        .chain(tree.times.iter().filter(|t| t.published).map(|t| t.value.clone()))
        .chain(tree.times.iter().filter(|t| !t.published).map(|t| t.value.clone()))
        .find_map(|value| day::find(&value));
    let language = [article.language.clone(), tree.lang.clone(), meta(&["og:locale", "language"])]
        .into_iter()
        .flatten()
        .find_map(|tag| language(&tag));
    Metadata { headline, byline, published, site, language }
}

/// `en_GB` and `EN-gb` to `en-GB`; nothing for what is no tag.
fn language(tag: &str) -> Option<String> {
    let mut parts = tag.trim().split(['-', '_']);
    let main = parts.next().unwrap_or_default();
    if !(2..=3).contains(&main.len()) || !main.bytes().all(|b| b.is_ascii_alphabetic()) {
        return None;
    }
    let main = main.to_ascii_lowercase();
    let region =
        parts.next().filter(|p| p.len() == 2 && p.bytes().all(|b| b.is_ascii_alphabetic()));
    Some(region.map_or_else(|| main.clone(), |r| format!("{main}-{}", r.to_ascii_uppercase())))
}

/// Marks that part a headline from the name of the site or section.
const SEPARATORS: [&str; 7] = [" | ", " - ", " – ", " — ", " :: ", " » ", " · "];

/// A title without the site's name after its last separator. Where the site is not known, a
/// short part after a bar is taken to be one.
pub(crate) fn without_site<'t>(title: &'t str, site: Option<&str>) -> &'t str {
    let Some((at, mark)) =
        SEPARATORS.iter().filter_map(|mark| title.rfind(mark).map(|at| (at, *mark))).max()
    else {
        return title;
    };
    let (head, tail) = (title[..at].trim(), title[at + mark.len()..].trim());
    let words = tail.split_whitespace().count();
    let named = site.is_some_and(|site| {
        let (site, tail) = (site.to_lowercase(), tail.to_lowercase());
        site.contains(&tail) || tail.contains(&site)
    });
    let short = words <= 4 && head.split_whitespace().count() >= 4 && mark != " - ";
    if !head.is_empty() && (named || short) { head } else { title }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles() {
        for (title, site, expected) in [
            ("A bridge opens at last | The Paper", None, "A bridge opens at last"),
            ("A bridge opens - The Paper", Some("The Paper"), "A bridge opens"),
            ("A bridge - and a road", None, "A bridge - and a road"),
            ("Plain", None, "Plain"),
        ] {
            assert_eq!(without_site(title, site), expected);
        }
    }

    #[test]
    fn languages() {
        assert_eq!(language("en_us").as_deref(), Some("en-US"));
        assert_eq!(language("DE").as_deref(), Some("de"));
        assert_eq!(language("zh-Hans").as_deref(), Some("zh"));
        assert_eq!(language("english"), None);
    }
}
