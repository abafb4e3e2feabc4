//! Each source by itself, their order, and what malformed data does.

use super::*;
use crate::blocks::{self, Page};
use crate::text;

fn page(source: &str) -> Page {
    blocks::read(text::decode(source.as_bytes(), None, None))
}

/// A page with something in its head and something above its text.
fn with(head: &str, above: &str) -> Page {
    let body = "<p>The harbour wall will be rebuilt before the spring, the mayor told a meeting of \
        fishermen on Monday, and the town will pay for most of it from its own purse.</p>";
    page(&format!("<!doctype html><html><head>{head}</head><body>{above}{}</body>", body.repeat(3)))
}

/// A field, its value and its source, in short.
type Said<'s> = Option<(&'s str, Source)>;

fn said(value: &Option<Sourced>) -> Said<'_> {
    value.as_ref().map(|found| (found.value.as_str(), found.source))
}

const LD: &str = r#"<script type="application/ld+json">{"@type":"NewsArticle","headline":"LD head",
    "author":{"name":"Lea Dahl"},"datePublished":"2024-05-01","publisher":{"name":"LD Post"},
    "inLanguage":"en-AU"}</script>"#;
const OG: &str = r#"<meta property=og:title content="OG head"><meta property=article:author content="Ole Gran">
    <meta property=article:published_time content=2024-05-02><meta property=og:site_name content="OG Post">
    <meta property=og:locale content=en_GB>"#;
const TWITTER: &str = r#"<meta name=twitter:title content="Tw head"><meta name=twitter:label1 content="Written by">
    <meta name=twitter:data1 content="Tove Wik"><meta name=twitter:site content="Tw Post">"#;
const META: &str = r#"<meta name=dc.title content="Meta head"><meta name=author content="Mia Tahl">
    <meta name=pubdate content=2024-05-03><meta name=application-name content="Meta Post">
    <meta name=language content=en-IE>"#;
const MICRODATA: &str = r#"<div itemscope itemtype="https://schema.org/NewsArticle"><h2 itemprop=headline>Micro head</h2>
    <b itemprop=author>Mik Dahl</b><meta itemprop=datePublished content=2024-05-04>
    <meta itemprop=inLanguage content=en-NZ><span itemprop=publisher itemscope><i itemprop=name>Micro Post</i></span></div>"#;
const TIME: &str = "<time datetime=2024-05-05>yesterday</time>";
const TEXT: &str = "<h1>Text head of the wall</h1><p>By Tina Ext</p><p>Published May 6, 2024</p>";
const FOOT: &str = "<footer><p>© 2024 Text Post. All rights reserved.</p></footer>";

#[test]
fn every_source_in_the_order_of_trust() {
    use Source::{JsonLd, Meta, Microdata, OpenGraph, Text, Time, Twitter};
    let sources = [LD, OG, TWITTER, META, MICRODATA, TIME, TEXT];
    for (from, expected) in [
        (
            0,
            [
                Some(("LD head", JsonLd)),
                Some(("Lea Dahl", JsonLd)),
                Some(("2024-05-01", JsonLd)),
                Some(("LD Post", JsonLd)),
                Some(("en-AU", JsonLd)),
            ],
        ),
        (
            1,
            [
                Some(("OG head", OpenGraph)),
                Some(("Ole Gran", OpenGraph)),
                Some(("2024-05-02", OpenGraph)),
                Some(("OG Post", OpenGraph)),
                Some(("en-GB", OpenGraph)),
            ],
        ),
        (
            2,
            [
                Some(("Tw head", Twitter)),
                Some(("Tove Wik", Twitter)),
                Some(("2024-05-03", Meta)),
                Some(("Tw Post", Twitter)),
                Some(("en-IE", Meta)),
            ],
        ),
        (
            3,
            [
                Some(("Meta head", Meta)),
                Some(("Mia Tahl", Meta)),
                Some(("2024-05-03", Meta)),
                Some(("Meta Post", Meta)),
                Some(("en-IE", Meta)),
            ],
        ),
        (
            4,
            [
                Some(("Micro head", Microdata)),
                Some(("Mik Dahl", Microdata)),
                Some(("2024-05-04", Microdata)),
                Some(("Micro Post", Microdata)),
                Some(("en-NZ", Microdata)),
            ],
        ),
        (
            5,
            [
                Some(("Text head of the wall", Text)),
                Some(("Tina Ext", Text)),
                Some(("2024-05-05", Time)),
                Some(("Text Post", Text)),
                None,
            ],
        ),
        (
            6,
            [
                Some(("Text head of the wall", Text)),
                Some(("Tina Ext", Text)),
                Some(("2024-05-06", Text)),
                Some(("Text Post", Text)),
                None,
            ],
        ),
    ] {
        let head: String = sources.iter().take(4).skip(from).copied().collect();
        let above: String = sources.iter().skip(from.max(4)).copied().collect();
        let Metadata { headline, byline, published, site, language } =
            with(&head, &format!("{above}{FOOT}")).metadata;
        let found = [&headline, &byline, &published, &site, &language].map(said);
        assert_eq!(found, expected, "from source {from}");
    }
}

#[test]
fn json_ld_as_it_is_found() {
    let yoast = r#"{"@graph":[{"@type":"Article","headline":"A","author":{"@id":"/#ann"},
        "publisher":{"@id":"/#org"}},{"@type":"Organization","@id":"/#org","name":"The Paper"},
        {"@type":"Person","@id":"/#ann","name":"Ann Lee"}]}"#;
    for (source, headline, byline, site) in [
        (
            r#"{"@type":"NewsArticle","headline":"A","author":["Ann Lee",{"name":"Bo Day"}]}"#,
            Some("A"),
            Some("Ann Lee, Bo Day"),
            None,
        ),
        (
            r#"[{"@type":"WebSite","name":"S"},{"@type":["Article","X"],"headline":"A"}]"#,
            Some("A"),
            None,
            None,
        ),
        (yoast, Some("A"), Some("Ann Lee"), Some("The Paper")),
        ("{\"@type\":\"NewsArticle\",\"headline\":\"A\nbridge\"}", Some("A bridge"), None, None),
        (r#"<!-- {"@type":"NewsArticle","headline":"A &amp; B"} -->"#, Some("A & B"), None, None),
        (
            r#"{"@type":"NewsArticle","headline":"A","author":{"url":"/ann"}}"#,
            Some("A"),
            None,
            None,
        ),
        (r#"{"@type":"NewsArticle","headline":["A"],"author":7}"#, None, None, None),
        (r#"{"@type":"NewsArticle","headline":"A""#, None, None, None),
        (r#"{"@type":"Product","name":"A kettle"}"#, None, None, None),
    ] {
        let metadata =
            with(&format!("<script type=application/ld+json>{source}</script>"), "").metadata;
        assert_eq!(metadata.headline.as_deref(), headline, "{source}");
        assert_eq!(metadata.byline.as_deref(), byline, "{source}");
        assert_eq!(metadata.site.as_deref(), site, "{source}");
    }
    let spoiled = format!("<script type=application/ld+json>{{oh</script>{LD}");
    assert_eq!(said(&with(&spoiled, "").metadata.headline), Some(("LD head", Source::JsonLd)));
}

#[test]
fn what_a_source_says_must_be_usable() {
    let page = with(
        r#"<script type=application/ld+json>{"@type":"NewsArticle","headline":" ",
            "author":"https://example.com/ann","datePublished":"soon"}</script>
        <meta property=og:title content=""><meta name=twitter:creator content="@annlee">
        <meta name=author content="By Ann Lee"><meta name=date content="6 May 2024">
        <title>A new bridge opens | The Paper</title><meta property=og:site_name content="https://example.com">"#,
        "",
    );
    let metadata = page.metadata;
    assert_eq!(said(&metadata.headline), Some(("A new bridge opens", Source::Title)));
    assert_eq!(said(&metadata.byline), Some(("Ann Lee", Source::Meta)));
    assert_eq!(said(&metadata.published), Some(("2024-05-06", Source::Meta)));
    assert_eq!(said(&metadata.site), Some(("The Paper", Source::Title)));
}

#[test]
fn the_visible_text_in_some_languages() {
    for (above, byline, published) in [
        (
            "<p>By Ann Lee and Bo Day</p><p>Published March 14, 2025</p>",
            Some("Ann Lee and Bo Day"),
            Some("2025-03-14"),
        ),
        ("<p>By Ann Lee · March 14, 2025</p>", Some("Ann Lee"), Some("2025-03-14")),
        (
            "<p>Von Anna Lenz</p><p>14. März 2025, 9:30 Uhr</p>",
            Some("Anna Lenz"),
            Some("2025-03-14"),
        ),
        (
            "<p>Par Anne Leroy</p><p>Publié le 14 mars 2025</p>",
            Some("Anne Leroy"),
            Some("2025-03-14"),
        ),
        ("<p>Por Ana Lima</p><p>14 de marzo de 2025</p>", Some("Ana Lima"), Some("2025-03-14")),
        ("<p>By the sea it was calm.</p><p>In March.</p>", None, None),
    ] {
        let metadata = with("", &format!("<h1>A wall for the harbour</h1>{above}")).metadata;
        assert_eq!(metadata.byline.as_deref(), byline, "{above}");
        assert_eq!(metadata.published.as_deref(), published, "{above}");
    }
}

#[test]
fn the_address_where_no_name_is_known() {
    for (head, expected) in [
        (
            "<link rel=canonical href=https://www.example.com/a>",
            Some(("example.com", Source::Address)),
        ),
        (
            "<meta property=og:url content=https://example.org/a>",
            Some(("example.org", Source::OpenGraph)),
        ),
        ("", None),
    ] {
        assert_eq!(said(&with(head, "").metadata.site), expected, "{head}");
    }
}

#[test]
fn two_days_of_publication() {
    let head = |day: &str| format!("<meta property=article:published_time content={day}>");
    let above = |line: &str| format!("<h1>A wall for the harbour</h1><p>{line}</p>");
    for (day, line, differ) in [
        ("2025-03-14", "Published March 10, 2025", true),
        ("2025-03-14", "Published March 13, 2025", false),
        ("2025-03-14", "Updated March 20, 2025", false),
        (
            "2025-03-14",
            "The wall fell on March 10, 2025, in a storm that nobody had seen coming.",
            false,
        ),
    ] {
        let page = with(&head(day), &above(line));
        assert_eq!(page.metadata.published.as_deref(), Some(day), "{line}");
        assert_eq!(!page.warnings.is_empty(), differ, "{line}: {:?}", page.warnings);
    }
    let day = |value: &str, source| Sourced::new(value, source);
    assert_eq!(differ(&[day("2025-03-14", Source::Meta), day("2025-01-01", Source::Time)]), None);
}

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
