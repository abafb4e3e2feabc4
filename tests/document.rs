//! What every annotation document promises, whatever goes in.

use copydesk::span::OffsetUnit;
use copydesk::{Document, Options, annotate};
use proptest::prelude::*;
use serde_json::Value;

/// Checks the promises of the document's own types.
fn check(document: &Document) {
    let text = &document.text;
    let mut covered = 0;
    for block in &document.blocks {
        assert!(covered <= block.span.start, "blocks are sorted and disjoint");
        assert!(text[covered..block.span.start].trim().is_empty(), "blocks cover every letter");
        assert_eq!(block.span.of(text).trim(), block.span.of(text), "no white space at the ends");
        covered = block.span.end;
    }
    assert!(text[covered..].trim().is_empty(), "blocks cover every letter");
    let mut end = 0;
    for entity in &document.entities {
        assert!(end <= entity.span.start, "entities are sorted and disjoint");
        assert!(!entity.span.is_empty(), "entities hold something");
        let block = document.blocks.iter().find(|b| b.span.contains(entity.span));
        assert!(block.is_some_and(|b| b.keep), "entities stand inside kept blocks");
        assert_eq!(entity.span.of(text).trim(), entity.span.of(text));
        assert!(!entity.why.is_empty(), "every entity has its evidence");
        end = entity.span.end;
    }
    let mut seen = vec![0; document.entities.len()];
    for &mention in document.clusters.iter().flat_map(|c| &c.mentions) {
        seen[mention] += 1;
    }
    assert!(seen.iter().all(|&count| count == 1), "every entity is in one cluster");
    for quote in &document.quotes {
        assert!(quote.span.end <= text.len() && !quote.span.is_empty());
        assert!(quote.speaker.is_none_or(|speaker| speaker < document.clusters.len()));
    }
    for date in &document.dates {
        assert!(date.entity < document.entities.len());
    }
}

/// Pieces that put the readers of markup, names, dates and quotations to work together.
const PIECES: [&str; 24] = [
    "<div>",
    "</div>",
    "<p>",
    "</p>",
    "<br>",
    "<a href=x>",
    "</a>",
    "<script>",
    "<!--",
    "-->",
    "&amp;",
    "&#x1F600;",
    "Anna Lind",
    "Mr. Lind’s",
    "“We agree,”",
    "said",
    "on Friday",
    "in Oslo",
    "🙂",
    "\n\n",
    "Leave a Reply",
    "3.5 percent",
    "\u{0}",
    "é",
];

proptest! {
    #[test]
    fn any_text_keeps_the_promises(text in "\\PC{0,300}") {
        check(&annotate(text.as_bytes(), &Options::default()));
    }

    #[test]
    fn any_bytes_keep_the_promises(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        check(&annotate(&bytes, &Options::default()));
    }

    #[test]
    fn any_mixture_keeps_the_promises(
        pieces in proptest::collection::vec(0..PIECES.len(), 0..60),
        html in any::<bool>(),
    ) {
        let mixed: Vec<_> = pieces.iter().map(|&piece| PIECES[piece]).collect();
        let source = format!("{}{}", if html { "<!doctype html><body>" } else { "" }, mixed.join(" "));
        let document = annotate(source.as_bytes(), &Options::default());
        check(&document);
        prop_assert_eq!(
            document.to_json(OffsetUnit::CodePoint),
            annotate(source.as_bytes(), &Options::default()).to_json(OffsetUnit::CodePoint)
        );
    }
}

#[test]
fn plain_text_stays_as_it_is() {
    let source = "A headline\r\n\r\nAnna Lind\tsaid so on Friday. \n";
    assert_eq!(annotate(source.as_bytes(), &Options::default()).text, source);
}

#[test]
fn json_has_the_published_fields() {
    let document = annotate("🙂 Anna Lind left.".as_bytes(), &Options::default());
    let json: Value = serde_json::from_str(&document.to_json(OffsetUnit::Utf16)).unwrap();
    let fields: Vec<_> = json.as_object().unwrap().keys().map(String::as_str).collect();
    let mut expected = vec![
        "format",
        "id",
        "input",
        "offsetUnit",
        "headline",
        "byline",
        "published",
        "site",
        "language",
        "sources",
        "text",
        "blocks",
        "entities",
        "clusters",
        "quotes",
        "dates",
        "warnings",
    ];
    expected.sort_unstable();
    assert_eq!(fields, expected);
    assert_eq!(json["format"], "copydesk/1");
    assert_eq!(json["offsetUnit"], "utf16");
    assert_eq!(json["blocks"][0]["end"], 18, "a character outside the first plane is two units");
    let points: Value = serde_json::from_str(&document.to_json(OffsetUnit::CodePoint)).unwrap();
    assert_eq!(points["blocks"][0]["end"], 17);
}

#[test]
fn each_piece_of_metadata_names_its_source() {
    let options = Options { published: Some("2024-05-06".to_owned()), ..Options::default() };
    let page = "<title>A new bridge opens | The Paper</title><meta name=author content='Ann Lee'>";
    let json: Value =
        serde_json::from_str(&annotate(page.as_bytes(), &options).to_json(OffsetUnit::CodePoint))
            .unwrap();
    assert_eq!(json["headline"], "A new bridge opens");
    let sources = serde_json::json!({
        "headline": "title", "byline": "meta", "published": "caller", "site": "title"
    });
    assert_eq!(json["sources"], sources);
}

#[test]
fn what_the_reader_decides_of_blocks() {
    let page = "<nav><a href=/>Home of Anna Lind</a></nav>\
        <p>The mayor, Carl Berg, opened the bridge on Monday and spoke for an hour.</p>\
        <p>Olga Strand disagreed with the mayor and said so to everyone at the bridge.</p>";
    let read = |restored: &[usize], removed: &[usize]| {
        let (restored, removed) = (restored.to_vec(), removed.to_vec());
        annotate(page.as_bytes(), &Options { restored, removed, ..Options::default() })
    };
    let plain = read(&[], &[]);
    assert_eq!(plain.blocks.iter().map(|b| b.keep).collect::<Vec<_>>(), [false, true, true]);
    for (restored, removed, names) in [
        (&[][..], &[][..], &["Carl Berg", "Olga Strand"][..]),
        (&[0], &[], &["Anna Lind", "Carl Berg", "Olga Strand"]),
        (&[], &[2], &["Carl Berg"]),
        (&[0], &[1, 2], &["Anna Lind"]),
        (&[2], &[2], &["Carl Berg"]),
        (&[1, 99], &[0, 99], &["Carl Berg", "Olga Strand"]),
    ] {
        let document = read(restored, removed);
        check(&document);
        let people = document.clusters.iter().filter(|c| c.label.as_str() == "PERSON");
        let found: Vec<&str> = people.map(|c| c.name.as_str()).collect();
        assert_eq!(found, names, "{restored:?} {removed:?}");
        let spans =
            |document: &Document| document.blocks.iter().map(|b| b.span).collect::<Vec<_>>();
        assert_eq!((&document.text, spans(&document)), (&plain.text, spans(&plain)));
    }
    let json: Value =
        serde_json::from_str(&read(&[0], &[1]).to_json(OffsetUnit::CodePoint)).unwrap();
    for (index, role, keep, reason) in [
        (0, "paragraph", true, "reader"),
        (1, "boilerplate", false, "reader"),
        (2, "paragraph", true, "article"),
    ] {
        let block = &json["blocks"][index];
        assert_eq!(
            (&block["role"], &block["keep"], &block["reason"]),
            (&Value::from(role), &Value::from(keep), &Value::from(reason)),
            "block {index}"
        );
    }
}
