//! Sentences to scores: the first reading of a document, each sentence alone.
//!
//! Takes the words of each sentence, gives a [`Reading`]: a row of scores a word, and which weights
//! they are made of.

use super::alone::Alone;
use super::evidence::Voices;
use super::features::Sentence;
use super::format::Model;
use super::lattice::Scores;
use super::summand::{Summand, add};
use super::tags::WIDTH;
use super::templates::{
    Group, KEY_BITS, REACH, SHARED, WIDE, Window, bits, list_key, shared_groups,
};
use super::{Input, LISTS, PLAIN};
use std::rc::Rc;

/// What is known before any text is read.
#[derive(Clone, Debug)]
pub(super) struct Tables {
    groups: [Group; SHARED],
    /// What the model says of the places outside a sentence.
    outside: Alone,
    /// The place of the weights of each list, from each of the three places in the middle.
    lists: [[Option<usize>; LIST_BITS]; 3],
}

/// Bits of a word's facts.
const LIST_BITS: usize = 2 * LISTS as usize + 1;

impl Tables {
    pub(super) fn new(model: &Model) -> Self {
        let place = |at, bit| model.index.find(list_key(bit as u32, at));
        Self {
            groups: shared_groups(),
            outside: Alone::outside(model),
            lists: std::array::from_fn(|at| std::array::from_fn(|bit| place(at, bit))),
        }
    }
}

/// Summands of a word, most of which have none.
const USUAL: usize = 8;

/// What the first reading says of every word of a document.
#[derive(Clone, Debug, Default)]
pub(super) struct Reading {
    /// A row for each word, sentence after sentence.
    pub(super) scores: Vec<Scores>,
    /// What makes a word the same name elsewhere.
    pub(super) forms: Vec<Option<u64>>,
    /// What is said of each word by itself, with [`REACH`] places for the outside at either end of
    /// each sentence; `None` for the outside and for words that no template looks at.
    alone: Vec<Option<Rc<Alone>>>,
    /// The other summands of all words, and where those of each word end.
    summands: Vec<Summand>,
    ends: Vec<usize>,
}

impl Reading {
    pub(super) fn new(model: &Model, tables: &Tables, sentences: &[Vec<Input<'_>>]) -> Self {
        let words = sentences.iter().map(Vec::len).sum();
        let mut reading = Self {
            scores: Vec::with_capacity(words),
            forms: Vec::with_capacity(words),
            alone: Vec::with_capacity(words + 2 * REACH * sentences.len()),
            ends: Vec::with_capacity(words),
            summands: Vec::with_capacity(words * USUAL),
        };
        let mut sentence = Sentence::default();
        for inputs in sentences {
            let from = reading.alone.len();
            sentence.read(inputs, |word, casing| {
                let alone = word.map(|word| Alone::of(model, word, casing));
                let class = alone.as_deref().unwrap_or(&tables.outside).class;
                reading.alone.push(alone);
                class
            });
            for (at, &asked) in sentence.asked().iter().enumerate() {
                match sentence.window(at) {
                    Some(window) if asked => {
                        let keys = sentence.keys(at, window);
                        reading.read(model, tables, from + at, window, &keys);
                    }
                    _ => {
                        reading.scores.push(PLAIN);
                        reading.forms.push(None);
                    }
                }
                reading.ends.push(reading.summands.len());
            }
        }
        reading
    }

    /// Reads the word in the middle of `window`, whose first place is `from` among all places.
    fn read(
        &mut self,
        model: &Model,
        tables: &Tables,
        from: usize,
        window: &Window<'_>,
        keys: &[u32; SHARED],
    ) {
        let mut scores = [0i16; WIDTH];
        for (at, alone) in self.alone[from..from + WIDE].iter().enumerate() {
            let sums = &alone.as_deref().unwrap_or(&tables.outside).scores[at];
            for (score, sum) in scores.iter_mut().zip(sums) {
                *score += sum;
            }
        }
        for (near, lists) in window[1..4].iter().zip(&tables.lists) {
            for place in bits(near.facts).filter_map(|bit| lists[bit as usize]) {
                add(&mut scores, &model.rows[place]);
                self.summands.push(Summand::new(Group::List, place));
            }
        }
        // Half of the keys have no weights, and which half cannot be foreseen: so no branch. Three
        // short loops instead of one, so that many waits for memory are under way at once.
        let mut kept = [0; SHARED + 1];
        let mut count = 0;
        for (template, &key) in keys.iter().enumerate() {
            kept[count] = (template as u32) << KEY_BITS | key;
            count += usize::from(model.index.has(key));
        }
        let kept = &kept[..count];
        let mut places = [0; SHARED];
        for (place, kept) in places.iter_mut().zip(kept) {
            *place = model.index.place(kept & ((1 << KEY_BITS) - 1));
        }
        for (kept, &place) in kept.iter().zip(&places) {
            add(&mut scores, &model.rows[place]);
            let group = tables.groups[(kept >> KEY_BITS) as usize];
            self.summands.push(Summand::new(group, place));
        }
        self.scores.push(scores);
        self.forms.push(window[REACH].spelling.form);
    }

    /// Whether the word at `at` of all words, which stands in the sentence `sentence`, has a class.
    pub(super) fn is_classed(&self, sentence: usize, at: usize) -> bool {
        let alone = self.alone.get(at + REACH * (2 * sentence + 1));
        alone.and_then(Option::as_deref).is_some_and(|alone| alone.class.is_known())
    }

    /// How loudly each group of features spoke for `tag`, against outside, at the word `at` of all
    /// words, which stands in the sentence `sentence`.
    pub(super) fn hear(
        &self,
        model: &Model,
        tables: &Tables,
        (sentence, at): (usize, usize),
        tag: usize,
        voices: &mut Voices,
    ) {
        let mut hear = |summands: &[Summand]| {
            for summand in summands {
                voices[summand.group()] += summand.voice(model, tag);
            }
        };
        let from = at + 2 * REACH * sentence;
        for (place, alone) in self.alone[from..from + WIDE].iter().enumerate() {
            hear(alone.as_deref().unwrap_or(&tables.outside).summands(place));
        }
        let from = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        hear(&self.summands[from..self.ends[at]]);
    }
}

#[cfg(test)]
mod tests {
    use super::super::{BYTES, features, inputs};
    use super::*;
    use crate::entities::gazetteer::Hits;
    use crate::entities::words::Words;
    use crate::tokens::TokenizedText;

    #[test]
    fn scores_are_the_sums_of_all_weights_that_training_counts() {
        // Two models of the same weights: what a lexeme keeps of the first is not for the second.
        for model in [Model::read(BYTES), Model::read(BYTES)].map(Result::unwrap) {
            let tables = Tables::new(&model);
            for text in [
                "Mr. Lind met Ada Ekman of Norwind in Oslo , 3 May",
                "LIND MEETS EKMAN IN OSLO",
                "Lind Meets Ekman in New York City",
                "they met in oslo",
            ] {
                let joined = TokenizedText::join(&[text.split(' ').collect()]);
                let words = Words::new(&joined.text, &joined.sentences[0]);
                let inputs = inputs(&words, &Hits::of(&words), &[]);
                let mut sums = vec![PLAIN; inputs.len()];
                let mut voices = vec![0; inputs.len()];
                let mut last = None;
                features::each_key(&inputs, &model.classes, |at, key| {
                    if last.replace(at) != Some(at) {
                        sums[at] = [0; WIDTH];
                    }
                    if let Some(place) = model.index.find(key) {
                        add(&mut sums[at], &model.rows[place]);
                        voices[at] +=
                            i32::from(model.rows[place][1]) - i32::from(model.rows[place][0]);
                    }
                });
                let reading = Reading::new(&model, &tables, std::slice::from_ref(&inputs));
                assert_eq!(reading.scores, sums, "{text}");
                for (at, sum) in voices.into_iter().enumerate() {
                    let mut heard = Voices::default();
                    reading.hear(&model, &tables, (0, at), 1, &mut heard);
                    let asked = reading.forms[at].is_some() || sum != 0;
                    assert!(!asked || heard.iter().sum::<i32>() == sum, "{text}: {at}");
                }
            }
        }
    }
}
