//! The words of a document as the attribution of quotations looks at them.
//!
//! Takes text, sentences, entities and quoted stretches, gives [`Reader`]: one row of words with
//! the sentence, the entity and the stretch that each belongs to, and questions about a word.

use super::marks::Quoted;
use crate::blocks::Block;
use crate::entities::{Entity, Label};
use crate::span::ByteSpan;
use crate::tokens::Sentence;

/// One word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// Where it stands.
    pub(super) span: ByteSpan,
    /// Index of its block.
    pub(super) block: usize,
    /// First word of its sentence.
    pub(super) first: usize,
    /// The word after the last of its sentence.
    pub(super) end: usize,
    /// The entity that it is part of.
    pub(super) entity: Option<usize>,
    /// The quoted stretch that it lies in, marks included.
    pub(super) quoted: Option<usize>,
}

/// The words of a document.
#[derive(Debug)]
pub(super) struct Reader<'t> {
    /// The text.
    pub(super) text: &'t str,
    /// Its words, in order.
    pub(super) words: Vec<Word>,
    /// Its entities.
    pub(super) entities: &'t [Entity],
}

const PRONOUNS: [&str; 8] = ["he", "she", "they", "it", "we", "i", "who", "you"];

/// Words that end a noun phrase to their right.
const BREAKS: [&str; 60] = [
    "and", "but", "or", "as", "while", "when", "because", "if", "although", "though", "that",
    "which", "where", "since", "after", "before", "than", "so", "during", "by", "until", "unless",
    "whether", "how", "why", "what", "is", "are", "was", "were", "be", "been", "has", "have",
    "had", "will", "would", "can", "could", "may", "might", "should", "must", "do", "does", "did",
    "not", "n't", "then", "also", "there", "said", "says", "amid", "despite", "against", "about",
    "into", "to", "yet",
];

const PREPOSITIONS: [&str; 12] =
    ["in", "on", "at", "with", "from", "for", "of", "under", "over", "through", "via", "near"];

const AUXILIARIES: [&str; 22] = [
    "has", "have", "had", "also", "later", "then", "still", "now", "even", "never", "again",
    "once", "often", "is", "are", "was", "were", "been", "would", "further", "first", "just",
];

impl<'t> Reader<'t> {
    /// Lays out the words of the kept blocks.
    pub(super) fn new(
        text: &'t str,
        blocks: &[Block],
        sentences: &[Sentence],
        entities: &'t [Entity],
        quoted: &[Quoted],
    ) -> Self {
        let count = sentences.iter().map(|sentence| sentence.tokens.len()).sum();
        let mut words = Vec::with_capacity(count);
        let (mut entity, mut stretch) = (0, 0);
        for sentence in sentences {
            if blocks.get(sentence.block).is_none_or(|block| !block.keep) {
                continue;
            }
            let first = words.len();
            let end = first + sentence.tokens.len();
            for token in &sentence.tokens {
                let at = token.span.start;
                while entities.get(entity).is_some_and(|e| e.span.end <= at) {
                    entity += 1;
                }
                while quoted.get(stretch).is_some_and(|q| q.span.end <= at) {
                    stretch += 1;
                }
                let inside = |span: ByteSpan| span.overlaps(token.span);
                words.push(Word {
                    span: token.span,
                    block: sentence.block,
                    first,
                    end,
                    entity: entities.get(entity).filter(|e| inside(e.span)).map(|_| entity),
                    quoted: quoted.get(stretch).filter(|q| inside(q.span)).map(|_| stretch),
                });
            }
        }
        Self { text, words, entities }
    }

    /// The word at `at`, as it stands.
    pub(super) fn word(&self, at: usize) -> &'t str {
        self.words[at].span.of(self.text)
    }

    /// Whether the word at `at` is one of `list`, whatever its case.
    pub(super) fn is(&self, at: usize, list: &[&str]) -> bool {
        let word = self.word(at);
        word.len() <= 12 && list.iter().any(|known| known.eq_ignore_ascii_case(word))
    }

    /// Whether the word at `at` is a mark.
    pub(super) fn is_mark(&self, at: usize) -> bool {
        !self
            .word(at)
            .starts_with(|c: char| c.is_alphanumeric() || matches!(c, '$' | '£' | '€' | '@'))
            && !self.is(at, &["'s", "’s", "'", "’", "-", "&"])
    }

    /// Whether the word at `at` is a personal pronoun, or `who`.
    pub(super) fn is_pronoun(&self, at: usize) -> bool {
        self.is(at, &PRONOUNS)
    }

    /// Whether a noun phrase to the right of this word ends at it.
    pub(super) fn breaks(&self, at: usize) -> bool {
        let mark = self.is_mark(at) && self.words[at].entity.is_none();
        mark || self.is(at, &BREAKS) || self.is_pronoun(at)
    }

    /// Whether the word is a preposition that a noun phrase may hold.
    pub(super) fn is_preposition(&self, at: usize) -> bool {
        self.is(at, &PREPOSITIONS)
    }

    /// Whether the word may stand between a subject and its verb.
    pub(super) fn is_auxiliary(&self, at: usize) -> bool {
        let word = self.word(at);
        self.is(at, &AUXILIARIES) || (word.len() > 4 && word.ends_with("ly") && self.lower(at))
    }

    /// Whether the word begins in lower case.
    pub(super) fn lower(&self, at: usize) -> bool {
        self.word(at).starts_with(char::is_lowercase)
    }

    /// Whether the word is part of a date or time.
    pub(super) fn is_date(&self, at: usize) -> bool {
        self.label(at).is_some_and(|label| matches!(label, Label::Date | Label::Time))
    }

    /// The label of the entity that the word is part of.
    pub(super) fn label(&self, at: usize) -> Option<Label> {
        self.words[at].entity.map(|entity| self.entities[entity].label)
    }

    /// Whether the word is part of a name.
    pub(super) fn is_name(&self, at: usize) -> bool {
        self.label(at).is_some_and(|label| {
            matches!(
                label,
                Label::Person | Label::Org | Label::Gpe | Label::Norp | Label::Loc | Label::Fac
            )
        })
    }

    /// First word of the entity that the word at `at` is part of, or `at`.
    pub(super) fn entity_first(&self, at: usize) -> usize {
        let Some(entity) = self.words[at].entity else { return at };
        (self.words[at].first..at)
            .rev()
            .take_while(|&place| self.words[place].entity == Some(entity))
            .last()
            .unwrap_or(at)
    }

    /// The word after the entity that the word at `at` is part of.
    pub(super) fn entity_end(&self, at: usize) -> usize {
        let Some(entity) = self.words[at].entity else { return at + 1 };
        (at..self.words[at].end)
            .take_while(|&place| self.words[place].entity == Some(entity))
            .last()
            .map_or(at + 1, |last| last + 1)
    }

    /// The bytes of words `from` to `to`, the latter excluded; `from < to`.
    pub(super) fn bytes(&self, from: usize, to: usize) -> ByteSpan {
        ByteSpan::new(self.words[from].span.start, self.words[to - 1].span.end)
    }
}
