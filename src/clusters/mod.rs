//! Entities to clusters: which mentions name the same person, organisation or place.
//!
//! Takes text and entities, gives [`Cluster`]s; every entity belongs to exactly one.

use crate::blocks::Block;
use crate::entities::{Entity, Label};
use crate::tokens::Sentence;

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
    /// What the article calls it, such as `US special envoy`.
    pub roles: Vec<String>,
    /// Why these mentions are one.
    pub why: String,
}

/// Links the mentions that are spelled alike.
#[must_use]
pub fn link(
    text: &str,
    _blocks: &[Block],
    _sentences: &[Sentence],
    entities: &[Entity],
) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    for (index, entity) in entities.iter().enumerate() {
        let name = entity.span.of(text);
        match clusters.iter_mut().find(|c| c.label == entity.label && c.name == name) {
            Some(cluster) => cluster.mentions.push(index),
            None => clusters.push(Cluster {
                name: name.to_owned(),
                label: entity.label,
                mentions: vec![index],
                variants: Vec::new(),
                roles: Vec::new(),
                why: "spelled alike".to_owned(),
            }),
        }
    }
    clusters
}
