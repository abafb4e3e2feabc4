//! Entities to clusters: which mentions name the same person, organisation or place.
//!
//! Takes text and entities, gives [`Cluster`]s in order of first mention. Invariant: every entity
//! belongs to exactly one cluster, and all mentions of a cluster carry its label. A mention is
//! compared with a cluster's fullest name, never with its variants: chains of small differences
//! would otherwise make one person of everybody.

mod nickname;
mod other;
mod person;
mod roles;
mod spelling;

use crate::blocks::Block;
use crate::entities::{Entity, Label};
use crate::span::ByteSpan;
use crate::tokens::Sentence;
use rustc_hash::FxHashMap;

/// The mentions of one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// Its fullest name.
    pub name: String,
    /// What kind of thing it is.
    pub label: Label,
    /// Indices into the document's entities, ascending, never empty.
    pub mentions: Vec<usize>,
    /// Other spellings that occur, without `name`, in order of appearance.
    pub variants: Vec<String>,
    /// What the article calls it, such as `US special envoy`, in order of appearance.
    pub roles: Vec<String>,
    /// Why these mentions are one.
    pub why: String,
}

/// The mentions of one thing while they are gathered.
#[derive(Debug)]
struct Group {
    /// Entity index of the mention that names it best.
    named_by: usize,
    mentions: Vec<usize>,
    evidence: Vec<String>,
}

impl Group {
    fn of(mention: usize) -> Self {
        Self { named_by: mention, mentions: vec![mention], evidence: Vec::new() }
    }

    /// Remembers why mentions were put together, each reason once.
    fn because(&mut self, reason: String) {
        if !self.evidence.contains(&reason) {
            self.evidence.push(reason);
        }
    }
}

/// Links the mentions that name the same thing.
#[must_use]
pub fn link(
    text: &str,
    _blocks: &[Block],
    sentences: &[Sentence],
    entities: &[Entity],
) -> Vec<Cluster> {
    let mut groups = person::link(text, entities);
    groups.extend(other::link(text, entities));
    for group in &mut groups {
        group.mentions.sort_unstable();
    }
    groups.sort_unstable_by_key(|group| group.mentions[0]);
    join_own(entities, groups)
        .into_iter()
        .map(|group| finish(text, entities, sentences, group))
        .collect()
}

/// Puts groups together that hold mentions of one name of the reader's own list.
fn join_own(entities: &[Entity], groups: Vec<Group>) -> Vec<Group> {
    let mut joined: Vec<Group> = Vec::with_capacity(groups.len());
    // For each name of the list the group that holds it.
    let mut homes: FxHashMap<usize, usize> = FxHashMap::default();
    for group in groups {
        let own: Vec<usize> = group.mentions.iter().filter_map(|&at| entities[at].own).collect();
        let home = own.iter().find_map(|name| homes.get(name).copied()).unwrap_or(joined.len());
        homes.extend(own.into_iter().map(|name| (name, home)));
        let Some(first) = joined.get_mut(home) else {
            joined.push(group);
            continue;
        };
        let length = |mention: usize| entities[mention].span.len();
        if length(group.named_by) > length(first.named_by) {
            first.named_by = group.named_by;
        }
        first.mentions.extend(group.mentions);
        first.mentions.sort_unstable();
        group.evidence.into_iter().for_each(|evidence| first.because(evidence));
        first.because("one name of your list".to_owned());
    }
    joined
}

fn finish(text: &str, entities: &[Entity], sentences: &[Sentence], group: Group) -> Cluster {
    let name = one_line(entities[group.named_by].span.of(text));
    let label = entities[group.named_by].label;
    let mut variants = Vec::new();
    let mut roles = Vec::new();
    for &mention in &group.mentions {
        let spelling = one_line(entities[mention].span.of(text));
        if spelling != name && !variants.contains(&spelling) {
            variants.push(spelling);
        }
        if label == Label::Person {
            let span = entities[mention].span;
            for role in roles::around(text, &tokens_around(sentences, span), span) {
                if !roles.iter().any(|known: &String| known.eq_ignore_ascii_case(&role)) {
                    roles.push(role);
                }
            }
        }
    }
    let why = match (group.evidence.is_empty(), group.mentions.len()) {
        (false, _) => group.evidence.join("; "),
        (true, 1) => "named once".to_owned(),
        (true, _) => "spelled alike".to_owned(),
    };
    Cluster { name, label, mentions: group.mentions, variants, roles, why }
}

/// The tokens of the sentence that holds `mention`, as far from it as a role may reach.
fn tokens_around(sentences: &[Sentence], mention: ByteSpan) -> Vec<ByteSpan> {
    let after = sentences.partition_point(|s| s.tokens[0].span.start <= mention.start);
    let Some(sentence) = after.checked_sub(1).map(|at| &sentences[at]) else { return Vec::new() };
    let tokens = &sentence.tokens;
    let from = tokens.partition_point(|token| token.span.start < mention.start);
    let to = tokens.partition_point(|token| token.span.start < mention.end);
    let near = from.saturating_sub(roles::REACH)..tokens.len().min(to + roles::REACH);
    tokens[near].iter().map(|token| token.span).collect()
}

/// A name that breaks across lines of the input, on one line.
fn one_line(name: &str) -> String {
    let mut line = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::confidence::Permille;
    use proptest::prelude::*;

    /// Entities for `[label name]` marks in `marked`, and the text without them.
    fn parse(marked: &str) -> (String, Vec<Entity>) {
        let mut text = String::new();
        let mut entities = Vec::new();
        let mut rest = marked;
        while let Some(open) = rest.find('[') {
            text.push_str(&rest[..open]);
            let close = rest[open..].find(']').expect("closed mark") + open;
            let (label, name) = rest[open + 1..close].split_once(' ').expect("label and name");
            let label = *Label::ALL.iter().find(|l| l.as_str() == label).expect("known label");
            let start = text.len();
            text.push_str(name);
            let span = ByteSpan::new(start, text.len());
            entities.push(Entity {
                span,
                label,
                confidence: Permille(900),
                why: String::new(),
                own: None,
            });
            rest = &rest[close + 1..];
        }
        text.push_str(rest);
        (text, entities)
    }

    /// Names and variants of the clusters of `marked`, as `name=variant=variant`.
    fn clusters(marked: &str) -> Vec<String> {
        let (text, entities) = parse(marked);
        let found = link(&text, &[], &[], &entities);
        let line =
            |c: Cluster| std::iter::once(c.name).chain(c.variants).collect::<Vec<_>>().join("=");
        found.into_iter().map(line).collect()
    }

    #[test]
    fn links() {
        for (marked, expected) in [
            // A surname follows its full name, before and after it.
            ("[PERSON Lind] and [PERSON Anna Lind], [PERSON Lind]", "Anna Lind=Lind"),
            // Initials, nicknames and transliterations.
            ("[PERSON Mikhail B. Orlov] [PERSON Mikhail Orlov]", "Mikhail B. Orlov=Mikhail Orlov"),
            ("[PERSON Mike Tanner] [PERSON Michael Tanner]", "Michael Tanner=Mike Tanner"),
            ("[PERSON Sergei Kornev] [PERSON Sergey Korneff]", "Sergei Kornev=Sergey Korneff"),
            // A misspelt surname joins the only name that it can be.
            ("[PERSON Ivo Beskoff] [PERSON Beskov] [PERSON Besskof]", "Ivo Beskoff=Beskov=Besskof"),
            // Different given names are different people, however alike the surnames.
            ("[PERSON Anna Lind] [PERSON Olof Lind]", "Anna Lind|Olof Lind"),
            ("[PERSON Tom Walsh] [PERSON Peter Welsh]", "Tom Walsh|Peter Welsh"),
            // Family name first.
            ("[PERSON Gao Minglei] [PERSON Gao]", "Gao Minglei=Gao"),
            // Organisations by their initials, places by their other names.
            ("[ORG World Trade Board] [ORG WTB]", "World Trade Board=WTB"),
            ("[GPE US] [GPE United States] [GPE U.S.]", "United States=US=U.S."),
            ("[ORG Norwind Corp.] [ORG Norwind]", "Norwind Corp.=Norwind"),
            ("[NORP Norwegian] [NORP Norwegians]", "Norwegian=Norwegians"),
            // Two kinds never mix.
            ("[GPE Jordan] [PERSON Jordan]", "Jordan|Jordan"),
        ] {
            assert_eq!(clusters(marked).join("|"), expected, "{marked}");
        }
    }

    #[test]
    fn spellings_of_one_own_name_are_one() {
        let (text, mut entities) = parse("[ORG Norwind] [ORG Nord Vind AS] [ORG Oslo Bank]");
        entities[0].own = Some(4);
        entities[1].own = Some(4);
        entities[2].own = Some(5);
        let found = link(&text, &[], &[], &entities);
        let names: Vec<&str> = found.iter().map(|c| c.name.as_str()).collect();
        assert_eq!(names, ["Nord Vind AS", "Oslo Bank"]);
        assert_eq!(found[0].variants, ["Norwind"]);
    }

    proptest! {
        #[test]
        fn every_entity_is_in_one_cluster(
            names in proptest::collection::vec(("[A-C][a-c]{1,5}( [A-C][a-c]{1,5})?", 0..18usize), 0..30)
        ) {
            let marked: String = names
                .iter()
                .map(|(name, label)| format!("[{} {name}] ", Label::ALL[*label].as_str()))
                .collect();
            let (text, entities) = parse(&marked);
            let mut seen = vec![0; entities.len()];
            for cluster in link(&text, &[], &[], &entities) {
                prop_assert!(cluster.mentions.is_sorted());
                for mention in cluster.mentions {
                    seen[mention] += 1;
                    prop_assert_eq!(entities[mention].label, cluster.label);
                }
            }
            prop_assert!(seen.iter().all(|&count| count == 1));
        }
    }
}
