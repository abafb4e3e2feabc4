//! Sentences to scores: the first reading of a document, each sentence alone.
//!
//! Takes the words of each sentence, gives a [`Reading`]: a row of scores a word, and which weights
//! they are made of.

use super::Input;
use super::evidence::Voices;
use super::features::Sentence;
use super::format::{Model, Row};
use super::lattice::Scores;
use super::tags::WIDTH;
use super::templates::{
    Group, KEY_BITS, REACH, TEMPLATES, Window, bits, class_group, class_keys, groups, list_key,
};
use super::{LISTS, PLAIN};
use crate::entities::model::classes::WordClass;

/// Sums of weights that are known before any text is read.
#[derive(Clone, Debug)]
pub(super) struct Tables {
    groups: [Group; TEMPLATES],
    /// What a class says from each place of a window, by fine class; the last row is the outside.
    classes: Vec<[Scores; 2 * REACH + 1]>,
    /// The place of the weights of each list, from each of the three places in the middle.
    lists: [[Option<u32>; LIST_BITS]; 3],
}

/// Bits of a word's facts.
const LIST_BITS: usize = 2 * LISTS as usize + 1;

fn add(scores: &mut Scores, row: &Row) {
    for (score, &weight) in scores.iter_mut().zip(row) {
        *score += i16::from(weight);
    }
}

impl Tables {
    pub(super) fn new(model: &Model) -> Self {
        let of_class = |class: WordClass| {
            std::array::from_fn(|at| {
                let mut sum = [0; WIDTH];
                for place in class_keys(class, at).into_iter().filter_map(|k| model.index.find(k)) {
                    add(&mut sum, &model.rows[place]);
                }
                sum
            })
        };
        let place = |at, bit| model.index.find(list_key(bit as u32, at)).map(|place| place as u32);
        Self {
            groups: groups(),
            classes: model.classes.all().chain([WordClass::OUTSIDE]).map(of_class).collect(),
            lists: std::array::from_fn(|at| std::array::from_fn(|bit| place(at, bit))),
        }
    }
}

/// One summand of a word's scores: its group in the highest bits, then whether it is the sum of a
/// class, then its place.
#[derive(Clone, Copy, Debug)]
struct Summand(u32);

const PLACE_BITS: u32 = 28;
const OF_CLASS: u32 = 1 << PLACE_BITS;

impl Summand {
    fn new(group: Group, place: u32) -> Self {
        Self((group as u32) << (PLACE_BITS + 1) | place)
    }

    fn group(self) -> usize {
        (self.0 >> (PLACE_BITS + 1)) as usize
    }

    fn place(self) -> usize {
        (self.0 & (OF_CLASS - 1)) as usize
    }
}

/// What the first reading says of every word of a document.
#[derive(Clone, Debug, Default)]
pub(super) struct Reading {
    /// A row for each word, sentence after sentence.
    pub(super) scores: Vec<Scores>,
    /// What makes a word the same name elsewhere.
    pub(super) forms: Vec<Option<u64>>,
    /// The summands of all words, and where those of each word end.
    summands: Vec<Summand>,
    ends: Vec<usize>,
}

impl Reading {
    pub(super) fn new(model: &Model, tables: &Tables, sentences: &[Vec<Input<'_>>]) -> Self {
        let mut reading = Self::default();
        let mut sentence = Sentence::default();
        for inputs in sentences {
            sentence.read(inputs, &model.classes);
            for (at, &asked) in sentence.asked().iter().enumerate() {
                match sentence.window(at) {
                    Some(window) if asked => {
                        let keys = sentence.keys(at, window);
                        reading.read(model, tables, window, &keys);
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

    fn read(&mut self, model: &Model, tables: &Tables, window: &Window, keys: &[u32; TEMPLATES]) {
        let mut scores = [0i16; WIDTH];
        for (at, near) in window.iter().enumerate() {
            let class = (near.class.fine() as usize).min(tables.classes.len() - 1);
            for (score, sum) in scores.iter_mut().zip(&tables.classes[class][at]) {
                *score += sum;
            }
            let place = (class * window.len() + at) as u32;
            self.summands.push(Summand::new(class_group(at), OF_CLASS | place));
        }
        for (near, lists) in window[1..4].iter().zip(&tables.lists) {
            for place in bits(near.facts).filter_map(|bit| lists[bit as usize]) {
                add(&mut scores, &model.rows[place as usize]);
                self.summands.push(Summand::new(Group::List, place));
            }
        }
        // Half of the keys have no weights, and which half cannot be foreseen: so no branch. Three
        // short loops instead of one, so that many waits for memory are under way at once.
        let mut kept = [0; TEMPLATES + 1];
        let mut count = 0;
        for (template, &key) in keys.iter().enumerate() {
            kept[count] = (template as u32) << KEY_BITS | key;
            count += usize::from(model.index.has(key));
        }
        let places = kept.map(|kept| model.index.place(kept & ((1 << KEY_BITS) - 1)) as u32);
        for &place in &places[..count] {
            add(&mut scores, &model.rows[place as usize]);
        }
        self.summands.extend(
            kept.iter().zip(places).take(count).map(|(kept, place)| {
                Summand::new(tables.groups[(kept >> KEY_BITS) as usize], place)
            }),
        );
        self.scores.push(scores);
        self.forms.push(window[REACH].form);
    }

    /// How loudly each group of features spoke for `tag`, against outside, at the word `at`.
    pub(super) fn hear(
        &self,
        model: &Model,
        tables: &Tables,
        at: usize,
        tag: usize,
        voices: &mut Voices,
    ) {
        let from = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        for summand in &self.summands[from..self.ends[at]] {
            let place = summand.place();
            voices[summand.group()] += if summand.0 & OF_CLASS == 0 {
                i32::from(model.rows[place][tag]) - i32::from(model.rows[place][0])
            } else {
                let sum = tables.classes.as_flattened()[place];
                i32::from(sum[tag]) - i32::from(sum[0])
            };
        }
    }
}
