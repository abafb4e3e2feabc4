use super::*;
use crate::blocks::{Reason, Role};
use crate::entities::Label;
use crate::tokens;
use proptest::prelude::*;

/// A text with `[Name]` marks for people and `{Name}` marks for organisations, one block a line.
struct Parsed {
    text: String,
    blocks: Vec<Block>,
    entities: Vec<Entity>,
}

fn parse(marked: &str) -> Parsed {
    let mut text = String::new();
    let mut entities = Vec::new();
    let mut open = 0;
    for c in marked.chars() {
        match c {
            '[' | '{' => open = text.len(),
            ']' | '}' => entities.push(Entity {
                span: ByteSpan::new(open.min(text.len()), text.len()),
                label: if c == ']' { Label::Person } else { Label::Org },
                confidence: Permille(900),
                why: String::new(),
                own: None,
            }),
            _ => text.push(c),
        }
    }
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let body = line.trim();
        if !body.is_empty() {
            let at = start + line.len() - line.trim_start().len();
            blocks.push(Block {
                span: ByteSpan::new(at, at + body.len()),
                role: Role::Paragraph,
                keep: true,
                reason: Reason::ALL[0],
                confidence: Permille(900),
            });
        }
        start += line.len() + 1;
    }
    Parsed { text, blocks, entities }
}

fn quotes(parsed: &Parsed) -> (Vec<Quote>, Vec<Cluster>) {
    let Parsed { text, blocks, entities } = parsed;
    let sentences = tokens::sentences(text, blocks);
    let clusters = crate::clusters::link(text, blocks, &sentences, entities);
    (attribute(text, blocks, &sentences, entities, &clusters), clusters)
}

/// Quotations as `kind content <- source = speaker`, parted by ` | `.
fn show(marked: &str) -> String {
    let parsed = parse(marked);
    let (found, clusters) = quotes(&parsed);
    let line = |quote: &Quote| {
        let source = quote.source.map_or("", |span| span.of(&parsed.text));
        let speaker = quote.speaker.map_or("", |speaker| clusters[speaker].name.as_str());
        let content = quote.span.of(&parsed.text);
        format!("{} {content} <- {source} = {speaker}", quote.kind.as_str())
    };
    found.iter().map(line).collect::<Vec<_>>().join(" | ")
}

#[test]
fn direct() {
    for (marked, expected) in [
        (
            "“We sail at dawn,” [Anna Lind] said.",
            "direct “We sail at dawn,” <- Anna Lind = Anna Lind",
        ),
        (
            "\"Do we sail?\" asked [Anna Lind], the captain.",
            "direct \"Do we sail?\" <- Anna Lind = Anna Lind",
        ),
        (
            "[Anna Lind] told reporters on Friday: “We sail at dawn.”",
            "direct “We sail at dawn.” <- Anna Lind = Anna Lind",
        ),
        (
            "‘We sail,’ said a spokesman for [Anna Lind].",
            "direct ‘We sail,’ <- a spokesman for Anna Lind = ",
        ),
        (
            "[Anna Lind], who leads the crew, said, “We sail at dawn.”",
            "direct “We sail at dawn.” <- Anna Lind, who leads the crew = Anna Lind",
        ),
        ("“We sail at dawn.” — [Anna Lind]", "direct “We sail at dawn.” <- Anna Lind = Anna Lind"),
        (
            "[Anna Lind] said:\n“We sail at dawn.”",
            "direct “We sail at dawn.” <- Anna Lind = Anna Lind",
        ),
        ("“We sail,” {Norwind} said.", "direct “We sail,” <- Norwind = Norwind"),
    ] {
        assert_eq!(show(marked), expected, "{marked}");
    }
}

#[test]
fn follow_on() {
    let first = "direct “We sail,” <- Anna Lind = Anna Lind";
    for (marked, second) in [
        ("“We sail,” [Anna Lind] said, “at dawn.”", "direct “at dawn.” <- Anna Lind = Anna Lind"),
        (
            "“We sail,” [Anna Lind] said. “The wind is good.”",
            "direct “The wind is good.” <- Anna Lind = Anna Lind",
        ),
        (
            "“We sail,” [Anna Lind] said.\n“The wind is good.”",
            "direct “The wind is good.” <- Anna Lind = Anna Lind",
        ),
        (
            "“We sail,” [Anna Lind] said.\n“The wind is good,” she added.",
            "direct “The wind is good,” <- she = Anna Lind",
        ),
    ] {
        assert_eq!(show(marked), format!("{first} | {second}"), "{marked}");
    }
}

#[test]
fn in_other_words() {
    for (marked, expected) in [
        (
            "[Anna Lind] said that the ship would sail at dawn.",
            "indirect that the ship would sail at dawn <- Anna Lind = Anna Lind",
        ),
        (
            "The ship will sail at dawn, [Anna Lind] said on Friday.",
            "indirect The ship will sail at dawn <- Anna Lind = Anna Lind",
        ),
        (
            "The ship will sail at dawn, according to {Norwind}.",
            "indirect The ship will sail at dawn <- Norwind = Norwind",
        ),
        (
            "According to {Norwind}, the ship will sail.",
            "indirect the ship will sail <- Norwind = Norwind",
        ),
        (
            "[Anna Lind] said the ship was “ready to sail” at dawn.",
            "mixed the ship was “ready to sail” at dawn <- Anna Lind = Anna Lind",
        ),
        (
            "[Anna Lind] said the ship would sail, adding that the wind was good.",
            "indirect the ship would sail <- Anna Lind = Anna Lind | \
             indirect that the wind was good <- Anna Lind = Anna Lind",
        ),
    ] {
        assert_eq!(show(marked), expected, "{marked}");
    }
}

#[test]
fn nothing_said() {
    for marked in [
        "They read “The Long Wave” on the ship.",
        "The so-called “captain” left.",
        "The report of the ship's sale is long.",
        "[Anna Lind]'s claims about the ship are old.",
    ] {
        assert_eq!(show(marked), "", "{marked}");
    }
}

#[test]
fn an_unclosed_quotation_is_less_sure() {
    let parsed = parse("[Anna Lind] said: “We sail at dawn.\nThen she left.");
    let (found, _) = quotes(&parsed);
    assert_eq!(found[0].span.of(&parsed.text), "“We sail at dawn.");
    assert!(found[0].confidence < CERTAIN);
}

proptest! {
    #[test]
    fn sorted_inside_the_text(
        marked in "(\\[[A-Z][a-z]{1,4}\\] |said |“|” |\" |, |\\. |she |told |adding |that |according to |— |: |\n|[a-zé]{1,5} ){0,60}"
    ) {
        let parsed = parse(&marked);
        let (found, clusters) = quotes(&parsed);
        prop_assert!(found.is_sorted_by_key(|quote| quote.span.start));
        for quote in found {
            for span in [Some(quote.span), quote.cue, quote.source].into_iter().flatten() {
                prop_assert!(!span.is_empty());
                prop_assert!(parsed.text.get(span.start..span.end).is_some());
            }
            prop_assert!(quote.speaker.is_none_or(|speaker| speaker < clusters.len()));
        }
    }
}
