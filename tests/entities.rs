//! Which names, dates and numbers are found: one line a case, in words written for it.

use copydesk::entities::Entity;
use copydesk::text::InputKind;
use copydesk::{Options, annotate};
use proptest::prelude::*;

/// Entities of `text` as `label:words`, parted by `; `.
fn show(text: &str) -> String {
    let options =
        copydesk::Options { input: Some(InputKind::Text), keep_all: true, ..Default::default() };
    let document = copydesk::annotate(text.as_bytes(), &options);
    let line = |e: &Entity| format!("{}:{}", e.label.as_str(), e.span.of(&document.text));
    document.entities.iter().map(line).collect::<Vec<_>>().join("; ")
}

#[test]
fn names() {
    for (text, expected) in [
        ("Prime Minister Anna Lind flew to Oslo.", "PERSON:Anna Lind; GPE:Oslo"),
        ("Mr. Lind’s aide spoke.", "PERSON:Lind"),
        (
            "Dmitri S. Orlov and Vladimir V. Orlov",
            "PERSON:Dmitri S. Orlov; PERSON:Vladimir V. Orlov",
        ),
        ("The Ministry of Health said so.", "ORG:Ministry of Health"),
        ("A US-Norwegian plan", "GPE:US; NORP:Norwegian"),
        ("The Uppland Steel Corp. fell.", "ORG:Uppland Steel Corp."),
        ("Anna Lind came. Then Lind left.", "PERSON:Anna Lind; PERSON:Lind"),
        ("They met in Saudi Arabia.", "GPE:Saudi Arabia"),
        ("NATO and the European Union", "ORG:NATO; ORG:European Union"),
        ("Anna Lind spoke. They Discuss Lind", "PERSON:Anna Lind; PERSON:Lind"),
        ("Ask Anna Lind Peter Berg now", "PERSON:Anna Lind; PERSON:Peter Berg"),
        ("Anna Lind came. The Lind-Bergson call", "PERSON:Anna Lind; PERSON:Lind; PERSON:Bergson"),
        ("Russians and Americans", "NORP:Russians; NORP:Americans"),
    ] {
        assert_eq!(show(text), expected, "{text}");
    }
}

#[test]
fn dates_and_numbers() {
    for (text, expected) in [
        ("a 30-day truce", "DATE:30-day"),
        ("for three hours", "TIME:three hours"),
        ("on late Thursday night", "TIME:late Thursday night"),
        ("talks early this week", "DATE:early this week"),
        ("by mid-March", "DATE:mid-March"),
        ("cost $1.2bn", "MONEY:$1.2bn"),
        ("paid ₡1000", "MONEY:₡1000"),
        ("paid Rs 5 lakh", "MONEY:Rs 5 lakh"),
        ("a line of two thousand kilometers", "QUANTITY:two thousand kilometers"),
        ("one in five voters", "CARDINAL:one in five"),
        ("on 12-14 March", "DATE:12-14 March"),
        ("after 9/11", "DATE:9/11"),
        ("on March 13, 2025", "DATE:March 13, 2025"),
        ("rose 3.5 percent", "PERCENT:3.5 percent"),
        ("fell 2%", "PERCENT:2%"),
        ("at 10:30 a.m. GMT", "TIME:10:30 a.m. GMT"),
        ("the late 1990s", "DATE:late 1990s"),
        ("in 2022", "DATE:2022"),
        ("two-thirds of them", "CARDINAL:two-thirds"),
        ("the 21st time", "ORDINAL:21st"),
        ("last month", "DATE:last month"),
        ("over the past three years", "DATE:past three years"),
        ("a 35-year-old man", "DATE:35-year-old"),
        ("two years ago", "DATE:two years ago"),
        ("marched for hours", ""),
        ("they march on", ""),
        ("5 million euros", "MONEY:5 million euros"),
        ("between 5 and 10 people", "CARDINAL:5 and 10"),
    ] {
        assert_eq!(show(text), expected, "{text}");
    }
}

#[test]
fn other_languages_get_what_holds_in_any() {
    let german = "Die Ministerin sagte am Freitag in Berlin, dass mehr als 30 % der Befragten den Vertrag \
        ablehnen. Die Verhandlungen sollen in der nächsten Woche fortgesetzt werden, nachdem beide \
        Seiten ihre Vorschläge geprüft haben, teilte das Ministerium am Abend mit.";
    let document = copydesk::annotate(german.as_bytes(), &copydesk::Options::default());
    assert_eq!(document.metadata.language.as_deref(), Some("de"));
    assert_eq!(document.warnings[0].code.as_str(), "not-english");
    assert_eq!(show(german), "GPE:Berlin; PERCENT:30 %");
}

/// Words that meet in names, numbers and what stands beside them.
const WORDS: [&str; 28] = [
    "the",
    "The",
    "a",
    "A",
    "Mr.",
    "President",
    "Anna",
    "Lind",
    "'s",
    "’s",
    "-",
    "Oslo",
    "Norway",
    "Ministry",
    "of",
    "5",
    "million",
    "$",
    "percent",
    "March",
    "Friday",
    "night",
    "last",
    "two",
    "years",
    "ago",
    ".",
    "“",
];

proptest! {
    #[test]
    fn spans_are_sorted_disjoint_and_trimmed(
        picks in proptest::collection::vec(0..WORDS.len(), 1..40)
    ) {
        let text = picks.iter().map(|&pick| WORDS[pick]).collect::<Vec<_>>().join(" ");
        let document = annotate(text.as_bytes(), &Options { keep_all: true, ..Options::default() });
        let mut end = 0;
        for entity in &document.entities {
            let words = entity.span.of(&document.text);
            prop_assert!(end <= entity.span.start, "sorted and disjoint: {text}");
            prop_assert_eq!(words.trim(), words);
            let first = words.split(' ').next().unwrap_or_default();
            prop_assert!(!["the", "The", "a", "A"].contains(&first), "{words} in {text}");
            let genitive = words.ends_with("'s") || words.ends_with("’s");
            prop_assert!(!genitive, "{words} in {text}");
            end = entity.span.end;
        }
    }
}
