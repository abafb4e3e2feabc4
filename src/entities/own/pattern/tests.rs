use super::*;
use proptest::prelude::*;

/// Ranges of the matches, and of the group that marks the name, in a text.
fn own(pattern: &Pattern, text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    pattern.find(text, std::iter::once(ByteSpan::new(0, text.len())), &mut found);
    found.iter().map(|hit| (hit.span.start, hit.span.end)).collect()
}

/// The same by the `regex` crate.
fn reference(source: &str, text: &str) -> Vec<(usize, usize)> {
    let regex = regex::RegexBuilder::new(source).multi_line(true).build().expect("it was parsed");
    let mut found = Vec::new();
    for groups in regex.captures_iter(text) {
        let group = groups.get(1).or(groups.get(0)).expect("the whole is a group");
        let words = group.as_str();
        let start = group.start() + (words.len() - words.trim_start().len());
        if !words.trim().is_empty() {
            found.push((start, start + words.trim().len()));
        }
    }
    found
}

/// Pieces that make patterns; many together are none, and those are passed over.
const PIECES: [&str; 38] = [
    "a",
    "b",
    "é",
    "É",
    " ",
    ".",
    "\\w",
    "\\W",
    "\\d",
    "\\s",
    "\\b",
    "\\B",
    "^",
    "$",
    "(",
    "(?:",
    ")",
    ")",
    ")",
    "|",
    "*",
    "+",
    "?",
    "*?",
    "{2}",
    "{1,2}",
    "{0,}",
    "[ab]",
    "[^a]",
    "[a-é&&[^b]]",
    "[[:alpha:]--b]",
    "(?i)",
    "(?i:",
    "(?s)",
    "\\A",
    "\\z",
    "(?-m)",
    "(?U)",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn finds_what_the_regex_crate_finds(
        pieces in proptest::collection::vec(0..PIECES.len(), 1..10),
        text in "[abABé É1\n]{0,14}",
    ) {
        let source: String = pieces.iter().map(|&piece| PIECES[piece]).collect();
        prop_assume!(!source.trim().is_empty());
        let ours = Pattern::new(&source, 0, 1);
        prop_assert_eq!(ours.is_ok(), regex::Regex::new(&source).is_ok(), "{}", source);
        if let Ok(pattern) = ours {
            prop_assert_eq!(own(&pattern, &text), reference(&source, &text), "{} in {:?}", source, text);
        }
    }
}

#[test]
fn grows_no_further_than_it_may() {
    for source in ["(a{50}){50}", "((){999}){999}", "(((a|b|c|d|e){9}){9}){9}", "\\w{2001}"] {
        let message = Pattern::new(source, 0, 1).err().unwrap_or_default();
        assert!(message.contains("grows too large"), "{source}: {message}");
    }
}
