//! Input that no newspaper prints: broken, huge, nested without end. Never a crash, nothing lost,
//! and time that grows with the input and no faster.

use copydesk::document::WarningCode;
use copydesk::text::InputKind;
use copydesk::{Document, Options, annotate, blocks, text};
use proptest::prelude::*;
use std::fmt::Write;
use std::time::{Duration, Instant};

fn read(source: &[u8], kind: Option<InputKind>) -> Document {
    annotate(source, &Options { input: kind, ..Options::default() })
}

fn page(source: &str) -> blocks::Page {
    blocks::read(text::decode(source.as_bytes(), Some(InputKind::Html), None))
}

fn has(document: &Document, code: WarningCode) -> bool {
    document.warnings.iter().any(|warning| warning.code == code)
}

#[test]
fn empty_and_blank() {
    for source in ["", " \n\t ", "<html></html>", "<p>&nbsp;</p>"] {
        let document = read(source.as_bytes(), None);
        assert!(document.blocks.is_empty(), "{source:?}");
        assert!(has(&document, WarningCode::Empty), "{source:?}");
    }
}

#[test]
fn bytes_that_are_no_text() {
    let bytes: Vec<u8> = (0..=255).cycle().take(5000).collect();
    assert!(has(&read(&bytes, Some(InputKind::Text)), WarningCode::InvalidBytes));
    assert!(has(&read(&bytes, Some(InputKind::Html)), WarningCode::InvalidBytes));
}

#[test]
fn cut_in_the_middle_of_a_character() {
    let whole = "The café was closed on Monday, the owner said, and nobody knew why.";
    let at = whole.find('é').expect("it is there") + 1;
    let document = read(&whole.as_bytes()[..at], Some(InputKind::Text));
    assert_eq!(document.text, "The caf\u{FFFD}");
    assert!(has(&document, WarningCode::InvalidBytes));
}

#[test]
fn a_million_elements_deep() {
    let depth = 1_000_000;
    let source = format!("{}All the way down.{}", "<div>".repeat(depth), "</div>".repeat(depth));
    let page = page(&source);
    assert_eq!(page.text, "All the way down.");
    assert!(page.warnings.iter().any(|w| w.code == WarningCode::NestingFlattened));
    for tag in ["<b>", "<table><tr><td>", "<a>", "<ul><li>", "<svg>", "<template>", "<select>"] {
        let page = self::page(&format!("{}<p>Down here.", tag.repeat(200_000)));
        assert!(page.text.ends_with("Down here.") || tag == "<template>", "{tag}");
    }
}

#[test]
fn one_very_long_line() {
    let line = "The harbour was closed on Monday, the mayor said. ".repeat(20_000);
    let page = blocks::read(text::decode(line.as_bytes(), Some(InputKind::Text), None));
    assert_eq!(page.text, line);
    assert_eq!(page.blocks.len(), 1);
    assert!(page.blocks[0].keep);
}

/// How long some work takes.
fn time<T>(work: impl Fn() -> T) -> Duration {
    let begun = Instant::now();
    std::hint::black_box(work());
    begun.elapsed()
}

/// Readings of each size; the shortest counts, since a busy machine only ever adds to a time.
const MOST_READINGS: usize = 40;

/// Fails where four times the pattern, `most` bytes in all, takes much more than four times as
/// long; a quadratic step would take sixteen times.
fn is_linear<T>(pattern: &str, most: usize, work: impl Fn(&str) -> T) {
    let source = |size: usize| pattern.repeat(size / pattern.len() + 1);
    let (quarter, whole) = (source(most / 4), source(most));
    let (mut small, mut large) = (Duration::MAX, Duration::MAX);
    // The constant keeps a hiccup on a fast pattern from counting.
    let linear = (0..MOST_READINGS).any(|_| {
        small = small.min(time(|| work(&quarter)));
        large = large.min(time(|| work(&whole)));
        large < small * 8 + Duration::from_millis(40)
    });
    assert!(linear, "{pattern:?}: {small:?} for a quarter, {large:?}");
}

#[test]
fn a_sentence_of_names_takes_time_by_its_length() {
    for pattern in [
        "Anna Lind, Oslo, Norway, the Ministry of Health, President Berg, Germans, ",
        "Anna Lind Oslo Norway President Berg Germans United Nations ",
        "ANNA LIND OF OSLO AND NORWAY AND PRESIDENT BERG ",
        "Lind-Berg-",
        "“Yes,” said Anna Lind on Monday, ",
    ] {
        is_linear(pattern, 1 << 15, |source| read(source.as_bytes(), Some(InputKind::Text)));
    }
}

#[test]
fn twice_the_input_takes_twice_the_time() {
    let patterns = [
        ("<div class=a><p>The bridge was opened, the mayor said on Monday.</p>", InputKind::Html),
        ("<p>The bridge was opened, the mayor said on Monday.</p>", InputKind::Html),
        ("<table><tr><td>One<td>Two</table><h2>Related articles</h2>", InputKind::Html),
        ("<a href=x>Go<a href=y>", InputKind::Html),
        ("<li>One<ul>", InputKind::Html),
        ("</div><b><p>", InputKind::Html),
        ("<iframe/srcdoc=", InputKind::Html),
        ("<iframe srcdoc='<p>The bridge was opened, she said.'></iframe>", InputKind::Html),
        ("<noscript><p>The bridge was opened, she said on Monday.</noscript>", InputKind::Html),
        ("<template><p>The bridge was opened, she said on Monday.", InputKind::Html),
        ("<p>The bridge was opened, she said.<p hidden>On Monday, she said.", InputKind::Html),
        ("<br>By Ann Lee<br>Tags: bridge<br>It was opened", InputKind::Html),
        ("<h3>About Saltby</h3><p>Saltby has a bridge, she said.", InputKind::Html),
        ("About Saltby\nSaltby has a bridge, she said.\n\n", InputKind::Text),
        ("The bridge was opened, the mayor said on Monday.\n\nShort line\n", InputKind::Text),
        ("Related articles\nThe Bridge is Open Again at Last\n", InputKind::Text),
        ("word ", InputKind::Text),
    ];
    for (pattern, kind) in patterns {
        is_linear(pattern, 1 << 17, |source| {
            blocks::read(text::decode(source.as_bytes(), Some(kind), None))
        });
    }
}

/// Letters of the visible text of simple markup, in order.
fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

const TAGS: [&str; 30] = [
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<b>",
    "</b>",
    "<a href=x>",
    "</a>",
    "<li>",
    "<ul>",
    "</ul>",
    "<table>",
    "<td>",
    "</table>",
    "<h2>",
    "</h2>",
    "<br>",
    "<blockquote>",
    "</blockquote>",
    "<form>",
    "</form>",
    "<tr>",
    "<amp-ad>",
    "</amp-ad>",
    "<span class=byline>",
    "</span>",
    "<section hidden>",
    "</section>",
    "<pre>",
    "</pre>",
];

proptest! {
    #[test]
    fn no_letter_is_lost(pieces in proptest::collection::vec((0..TAGS.len(), "[a-z]{0,6} ?"), 0..80)) {
        let (mut source, mut expected) = (String::new(), String::new());
        for (tag, word) in &pieces {
            write!(source, "{}{word}", TAGS[*tag]).expect("a string takes it");
            expected.push_str(word);
        }
        let page = page(&source);
        prop_assert_eq!(letters(&page.text), letters(&expected));
        let blocks: String = page.blocks.iter().map(|b| b.span.of(&page.text)).collect();
        prop_assert_eq!(letters(&blocks), letters(&expected));
    }
}
