//! Headline, byline, day of publication, site and language, each with where it was found.
//!
//! Takes what a page's head and marks say, then its visible text; gives [`Metadata`]. In order of
//! trust: JSON-LD, Open Graph, Twitter, other `<meta>`, microdata, `<time>`, `<title>`, the visible
//! text. The first source that says something usable is believed.

pub(crate) mod day;
pub(crate) mod json_ld;
mod source;
pub(crate) mod visible;

pub use source::{Source, Sourced};

use super::html::address;
use super::html::tree::Tree;
use crate::calendar::Day;
use json_ld::Article;

/// What is known about the article as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// The title, without the site's name.
    pub headline: Option<Sourced>,
    /// Who wrote it, without `By`.
    pub byline: Option<Sourced>,
    /// Day of publication, `YYYY-MM-DD`.
    pub published: Option<Sourced>,
    /// Name of the site, or its host where no name is known.
    pub site: Option<Sourced>,
    /// Language tag such as `en`.
    pub language: Option<Sourced>,
}

/// What a page says in its head and marks; `article` is its JSON-LD.
pub(crate) struct Head<'p> {
    tree: &'p Tree,
    article: &'p Article,
}

impl<'p> Head<'p> {
    pub(crate) fn new(tree: &'p Tree, article: &'p Article) -> Self {
        Self { tree, article }
    }

    /// All but what only the visible text says, and the day of publication.
    pub(crate) fn metadata(&self) -> Metadata {
        let named = self.site();
        let headline = self.headline(named.as_deref());
        Metadata {
            byline: self.byline(),
            published: None,
            site: named.or_else(|| self.site_in_title(headline.as_deref()?)),
            language: self.language(),
            headline,
        }
    }

    /// The first `<meta>` of one of the names that says something.
    fn meta(&self, names: &[&str]) -> Option<&'p str> {
        let named = |name: &&str| self.tree.metas.iter().find(|meta| meta.name == *name);
        let mut values = names.iter().filter_map(named).map(|meta| meta.content.as_str());
        values.find(|content| !content.is_empty())
    }

    fn headline(&self, site: Option<&str>) -> Option<Sourced> {
        first(
            [
                (Source::JsonLd, self.article.headline.as_deref()),
                (Source::OpenGraph, self.meta(&["og:title"])),
                (Source::Twitter, self.meta(&["twitter:title"])),
                (Source::Meta, self.meta(&["title", "dc.title", "parsely-title"])),
                (Source::Microdata, self.tree.item.headline.as_deref()),
                (Source::Title, Some(self.tree.title.as_str())),
            ],
            |title| (!title.is_empty()).then(|| without_site(title, site).to_owned()),
        )
    }

    fn byline(&self) -> Option<Sourced> {
        const META: [&str; 5] =
            ["author", "byl", "parsely-author", "sailthru.author", "dc.creator"];
        first(
            [
                (Source::JsonLd, self.article.author.as_deref()),
                (Source::OpenGraph, self.meta(&["article:author", "og:article:author"])),
                (Source::Twitter, self.twitter_author()),
                (Source::Meta, self.meta(&META)),
                (Source::Microdata, self.tree.item.author.as_deref()),
            ],
            visible::byline_name,
        )
    }

    /// A card's creator, or its line "Written by".
    fn twitter_author(&self) -> Option<&'p str> {
        let lines = [("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")];
        let mut written = lines.iter().filter(|(label, _)| {
            self.meta(&[label]).is_some_and(|label| label.eq_ignore_ascii_case("written by"))
        });
        // One word is a handle, with its sign or without.
        let creator = self.meta(&["twitter:creator"]).filter(|name| name.contains(' '));
        creator.or_else(|| self.meta(&[written.next()?.1]))
    }

    /// Every day of publication that the page names, the most trusted first.
    pub(crate) fn days(&self) -> Vec<Sourced> {
        const META: [&str; 10] = [
            "parsely-pub-date",
            "sailthru.date",
            "datepublished",
            "publish-date",
            "pubdate",
            "publishdate",
            "date",
            "dc.date.issued",
            "dc.date",
            "article.published",
        ];
        let graph = ["article:published_time", "og:article:published_time", "og:published_time"];
        let said = [
            (Source::JsonLd, self.article.published.as_deref()),
            (Source::OpenGraph, self.meta(&graph)),
            (Source::Meta, self.meta(&META)),
            (Source::Microdata, self.tree.item.published.as_deref()),
        ];
        let time = self.tree.times.iter().find_map(|value| day::find(value));
        let days =
            said.into_iter().filter_map(|(source, value)| first([(source, value)], day::find));
        days.chain(time.map(|day| Sourced::new(day, Source::Time))).collect()
    }

    fn site(&self) -> Option<Sourced> {
        let handle = |name: &&str| !name.starts_with('@');
        first(
            [
                (Source::JsonLd, self.article.publisher.as_deref()),
                (Source::OpenGraph, self.meta(&["og:site_name"])),
                (Source::Twitter, self.meta(&["twitter:site"]).filter(handle)),
                (Source::Meta, self.meta(&["application-name"])),
                (Source::Microdata, self.tree.item.publisher.as_deref()),
            ],
            |name| (!name.contains("://")).then(|| name.to_owned()),
        )
    }

    /// What `<title>` adds to a headline that is known from elsewhere.
    fn site_in_title(&self, headline: &str) -> Option<Sourced> {
        let rest = self.tree.title.strip_prefix(headline)?;
        let tail = SEPARATORS.iter().find_map(|mark| rest.strip_prefix(mark))?;
        let tail = SEPARATORS.iter().filter_map(|mark| tail.rsplit(mark).next());
        let tail = tail.min_by_key(|tail| tail.len())?.trim();
        let short = (1..=4).contains(&tail.split_whitespace().count());
        short.then(|| Sourced::new(tail, Source::Title))
    }

    fn language(&self) -> Option<Sourced> {
        first(
            [
                (Source::JsonLd, self.article.language.as_deref()),
                (Source::OpenGraph, self.meta(&["og:locale"])),
                (Source::Meta, self.meta(&["language", "dc.language"])),
                (Source::Microdata, self.tree.item.language.as_deref()),
                (Source::HtmlLang, self.tree.lang.as_deref()),
            ],
            language,
        )
    }

    /// The host of the page's address or of its links.
    pub(crate) fn host(&self) -> Option<Sourced> {
        let graph = self.meta(&["og:url"]).and_then(|address| address::host(address.as_bytes()));
        let graph = graph.map(|host| Sourced::new(host, Source::OpenGraph));
        graph.or_else(|| Some(Sourced::new(self.tree.host.as_deref()?, Source::Address)))
    }
}

/// Says so where two sources name days of publication more than a day apart: time zones explain
/// one day. A bare `<time>` may be about anything.
pub(crate) fn differ(days: &[Sourced]) -> Option<String> {
    let number = |day: &Sourced| Some(Day::parse(day)?.number());
    let (first, others) = days.split_first()?;
    let other = others.iter().filter(|day| day.source != Source::Time).find(|day| {
        let apart = number(first).zip(number(day));
        apart.is_some_and(|(a, b)| a.abs_diff(b) > 1)
    })?;
    Some(format!(
        "There are two days of publication: {} from {}, {} from {}.",
        first.value,
        first.source.phrase(),
        other.value,
        other.source.phrase()
    ))
}

/// The first value that can be read.
fn first<'v>(
    said: impl IntoIterator<Item = (Source, Option<&'v str>)>,
    read: impl Fn(&str) -> Option<String>,
) -> Option<Sourced> {
    said.into_iter().find_map(|(source, value)| Some(Sourced::new(read(value?)?, source)))
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
const SEPARATORS: [&str; 8] = [" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · "];

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

/// A title, and the parts between its separators; all but the last together are one, too.
pub(crate) fn parts(title: &str) -> Vec<&str> {
    let mut parts = vec![title];
    let mut rest = title;
    let first = |rest: &str| {
        let found = SEPARATORS.iter().filter_map(|mark| Some((rest.find(mark)?, mark.len())));
        found.min()
    };
    while let Some((at, length)) = first(rest) {
        parts.push(&rest[..at]);
        rest = &rest[at + length..];
    }
    if rest.len() < title.len() {
        parts.push(rest);
        parts.push(&title[..title.len() - rest.len()]);
    }
    parts
}

#[cfg(test)]
mod tests;
