//! Sources to people.
//!
//! Takes the words that name a source, gives the cluster that they mean. A pronoun means the person
//! that the text before it has most in view: the subject of the sentence before, or who spoke last.

use super::reader::Reader;
use crate::clusters::Cluster;
use crate::entities::Label;
use std::ops::Range;

/// How many words back a pronoun looks.
const REACH: usize = 120;

/// What a pronoun or a title says of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gender {
    He,
    She,
}

/// Who the sources of a document are.
#[derive(Debug)]
pub(super) struct Speakers {
    cluster_of: Vec<usize>,
    labels: Vec<Label>,
    genders: Vec<Option<Gender>>,
    /// Who spoke last.
    last: Option<usize>,
}

impl Speakers {
    /// Reads the clusters, and what titles say of them.
    pub(super) fn new(reader: &Reader<'_>, clusters: &[Cluster]) -> Self {
        let mut cluster_of = vec![usize::MAX; reader.entities.len()];
        for (index, cluster) in clusters.iter().enumerate() {
            for &mention in &cluster.mentions {
                cluster_of[mention] = index;
            }
        }
        let mut genders = vec![None; clusters.len()];
        for (place, word) in reader.words.iter().enumerate().skip(1) {
            let starts = word.entity.is_some() && word.entity != reader.words[place - 1].entity;
            let Some(cluster) = word.entity.filter(|_| starts).map(|entity| cluster_of[entity])
            else {
                continue;
            };
            let title = reader.word(place - 1).trim_end_matches('.');
            let said = match title {
                "Mr" | "Sir" | "King" | "Prince" | "Lord" => Some(Gender::He),
                "Mrs" | "Ms" | "Miss" | "Queen" | "Princess" | "Lady" | "Dame" => Some(Gender::She),
                _ => None,
            };
            if let Some(known) = genders.get_mut(cluster) {
                *known = known.or(said);
            }
        }
        let labels = clusters.iter().map(|cluster| cluster.label).collect();
        Self { cluster_of, labels, genders, last: None }
    }

    /// The cluster that the words `source` mean.
    pub(super) fn of(&mut self, reader: &Reader<'_>, source: Range<usize>) -> Option<usize> {
        let found = self.resolve(reader, source);
        if found.is_some() {
            self.last = found;
        }
        found
    }

    fn resolve(&mut self, reader: &Reader<'_>, source: Range<usize>) -> Option<usize> {
        if source.len() == 1 && reader.is_pronoun(source.start) {
            return match reader.word(source.start).to_ascii_lowercase().as_str() {
                "he" => self.in_view(reader, source.start, Gender::He),
                "she" => self.in_view(reader, source.start, Gender::She),
                "who" => self.before_who(reader, source.start),
                _ => None,
            };
        }
        self.named(reader, source)
    }

    /// The name that heads a noun phrase: the one that ends its part before the first comma or
    /// preposition (`a spokesman for Lind` is not Lind), or else the one that an apposition gives.
    fn named(&self, reader: &Reader<'_>, source: Range<usize>) -> Option<usize> {
        let parts = |place: &usize| {
            reader.words[*place].entity.is_none()
                && (matches!(reader.word(*place), "," | "(" | "—" | "–")
                    || reader.is_preposition(*place)
                    || reader.is(*place, &["to", "who", "and"]))
        };
        let head_end = source.clone().find(|place| parts(place)).unwrap_or(source.end);
        let cluster_at = |place: usize| {
            let entity = reader.words[place].entity?;
            self.cluster_of.get(entity).copied().filter(|cluster| *cluster < self.labels.len())
        };
        let people = |place: usize| {
            (reader.label(place) == Some(Label::Person)).then(|| cluster_at(place)).flatten()
        };
        let genitive =
            |place: usize| place + 1 < source.end && reader.is(place + 1, &["'s", "’s", "'", "’"]);
        if head_end > source.start {
            let last = head_end - 1;
            if let Some(person) = people(last) {
                return Some(person);
            }
            if reader.is_name(last) {
                return cluster_at(last);
            }
        }
        // `the spokesman, Olof Lind,` and `Lind chief Olof Lind of Norwind`.
        if head_end < source.end && matches!(reader.word(head_end), "," | "—" | "–") {
            let next =
                (head_end + 1..source.end).find(|&place| reader.words[place].entity.is_some());
            let near = next.filter(|&place| place - head_end <= 4 && !genitive(place));
            return near.and_then(people);
        }
        None
    }

    /// The person named just before `who`.
    fn before_who(&self, reader: &Reader<'_>, at: usize) -> Option<usize> {
        let first = reader.words[at].first;
        let place = (first.max(at.saturating_sub(4))..at)
            .rev()
            .find(|&place| reader.label(place) == Some(Label::Person))?;
        reader.words[place].entity.map(|entity| self.cluster_of[entity])
    }

    /// The person most in view before word `at`. Subjects and speakers weigh more than others,
    /// and near mentions more than far ones; names inside quotations hardly count.
    fn in_view(&mut self, reader: &Reader<'_>, at: usize, gender: Gender) -> Option<usize> {
        let mut best: Option<(i32, usize)> = None;
        let from = at.saturating_sub(REACH);
        let mut sentences_back = 0;
        let mut place = at;
        while place > from {
            place -= 1;
            let word = reader.words[place];
            if word.end == place + 1 {
                sentences_back += 1;
            }
            if reader.label(place) != Some(Label::Person) || reader.entity_first(place) != place {
                continue;
            }
            let Some(entity) = word.entity else { continue };
            let cluster = self.cluster_of[entity];
            let Some(known) = self.genders.get(cluster) else { continue };
            if known.is_some_and(|known| known != gender) {
                continue;
            }
            let mut score = -6 * sentences_back;
            score += i32::from(self.last == Some(cluster)) * 8;
            score += i32::from(word.block == reader.words[at].block) * 6;
            let first = word.first.max(place.saturating_sub(REACH));
            let earlier_name = (first..place).any(|p| {
                reader.label(p) == Some(Label::Person) && reader.words[p].quoted.is_none()
            });
            score += i32::from(!earlier_name) * 10;
            score -= i32::from(word.quoted.is_some()) * 20;
            let owner = reader.entity_end(place);
            if owner < word.end && reader.is(owner, &["'s", "’s"]) {
                score -= 6;
            }
            score += i32::from(*known == Some(gender)) * 4;
            if best.is_none_or(|(top, _)| score > top) {
                best = Some((score, cluster));
            }
        }
        let (_, cluster) = best?;
        if let Some(known) = self.genders.get_mut(cluster) {
            *known = known.or(Some(gender));
        }
        Some(cluster)
    }
}
