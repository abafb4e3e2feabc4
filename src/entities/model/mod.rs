//! The trained tagger: names found by a linear model over words, shapes, classes and lists.
//!
//! Takes the sentences of one document as words, gives [`Mention`]s with a calibrated
//! probability. The first reading takes each sentence alone; the second knows what the first said
//! of the same words elsewhere in the document. Invariant: mentions are sorted and disjoint, and
//! the same on every platform: see [`lattice`] for how.

pub(crate) mod classes;
mod evidence;
pub(crate) mod features;
pub(crate) mod format;
pub(crate) mod lattice;
pub(crate) mod tags;

use super::Found;
use super::gazetteer::{Hits, Lists};
use crate::confidence::Permille;
use features::{REACH, Sentence, Word};
use format::{KNOTS, Model};
use lattice::{LOG_STEPS, Lattice, Probabilities, Scores};
use std::collections::HashMap;
use std::sync::OnceLock;
use tags::{KINDS, Kind, TAGS, WIDTH};

/// The model that `npm run train` wrote.
static BYTES: &[u8] = include_bytes!("../../../model/tagger.bin");

/// One name that the model found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mention {
    /// Index of the sentence.
    pub(crate) sentence: usize,
    /// Its first word in the sentence.
    pub(crate) from: usize,
    /// The word after its last.
    pub(crate) to: usize,
    /// What it is.
    pub(crate) kind: Kind,
    /// How sure that is, calibrated.
    pub(crate) confidence: Permille,
    /// What spoke for it, in words.
    pub(crate) why: String,
}

/// One word with what lists say of it, a bit for each list.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Input<'t> {
    /// The word as written.
    pub(crate) word: &'t str,
    /// Hits in lists: see [`inputs`].
    pub(crate) facts: u64,
    /// What the rules take it for: 0 nothing, else the label and whether the name begins here.
    pub(crate) rule: u8,
}

/// A model, ready to tag.
#[derive(Clone, Debug)]
pub(crate) struct Tagger {
    pub(crate) model: Model,
    lattice: Lattice,
}

/// Words as inputs, with what the rules found among them and what lists say: a bit for each list that has the word itself,
/// as many for the lists that have a longer name it is part of, and one where that name begins.
pub(crate) fn inputs<'t>(words: &[&'t str], hits: &Hits, ruled: &[Found]) -> Vec<Input<'t>> {
    let mut inputs: Vec<Input<'t>> =
        words.iter().map(|word| Input { word, facts: 0, rule: 0 }).collect();
    for hit in hits.iter() {
        let lists = u64::from(hit.lists.0);
        if hit.to - hit.from == 1 {
            inputs[hit.from].facts |= lists;
            continue;
        }
        for input in &mut inputs[hit.from..hit.to] {
            input.facts |= lists << LISTS;
        }
        inputs[hit.from].facts |= 1 << (2 * LISTS);
    }
    for name in ruled {
        let rule = 2 * (1 + name.label as u8);
        for input in &mut inputs[name.from..name.to] {
            input.rule = rule + 1;
        }
        inputs[name.from].rule = rule;
    }
    inputs
}

/// Number of lists.
const LISTS: u32 = 17;

/// The tagger that is built in; read once.
pub(crate) fn built_in() -> Option<&'static Tagger> {
    static TAGGER: OnceLock<Option<Tagger>> = OnceLock::new();
    TAGGER.get_or_init(|| Model::read(BYTES).ok().map(Tagger::new)).as_ref()
}

/// What the first reading said of one word form in a document.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    /// How often it stands there capitalised.
    times: u32,
    /// Sums of probabilities in 1/1024: each kind, then outside.
    sums: [u32; KINDS + 1],
}

/// How much the second reading trusts the rest of the document, in 1/4; tuned on dev.
const TRUST: i32 = 6;
/// Added to every probability, in 1/1024, so that nothing is impossible.
const DOUBT: u32 = 20;

impl Tagger {
    pub(crate) fn new(model: Model) -> Self {
        let lattice = Lattice::new(&model.transitions);
        Self { model, lattice }
    }

    /// Reads a model file.
    #[cfg(feature = "train")]
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        Model::read(bytes).ok().map(Self::new)
    }

    /// Finds the names of one document.
    pub(crate) fn tag(&self, sentences: &[Vec<Input<'_>>]) -> Vec<Mention> {
        let mut scores: Vec<Vec<Scores>> = sentences.iter().map(|s| self.scores(s)).collect();
        self.reread(sentences, &mut scores);
        let mut probabilities = Probabilities::default();
        let mut mentions = Vec::new();
        for (index, (sentence, scores)) in sentences.iter().zip(&scores).enumerate() {
            let tags = self.lattice.best(scores);
            if tags.iter().all(|&tag| tag == 0) {
                continue;
            }
            self.lattice.weigh(scores, &mut probabilities);
            let casing = features::casing_of(sentence);
            for (from, to, kind) in spans(&tags) {
                let raw = self.lattice.span(&probabilities, from, to, kind.begin());
                mentions.push(Mention {
                    sentence: index,
                    from,
                    to,
                    kind,
                    confidence: self.calibrated(raw),
                    why: evidence::why(&self.model, sentence, casing, from, to, kind),
                });
            }
        }
        mentions
    }

    /// The scores of one sentence read alone.
    pub(crate) fn scores(&self, sentence: &[Input<'_>]) -> Vec<Scores> {
        let asked = asked(sentence);
        let read = |(at, input): (usize, &Input<'_>)| {
            let near = &asked[at.saturating_sub(REACH)..asked.len().min(at + REACH + 1)];
            if near.contains(&true) {
                Word::new(input, &self.model.classes)
            } else {
                Word::unread(input)
            }
        };
        let words: Vec<Word> = sentence.iter().enumerate().map(read).collect();
        let sentence = Sentence::new(&words);
        let mut keys = [0; KEYS];
        (0..words.len())
            .map(|at| {
                if !asked[at] {
                    return PLAIN;
                }
                let mut scores = [0i16; WIDTH];
                let mut count = 0;
                // Half of the keys have no weights, and which half cannot be foreseen: so no branch.
                sentence.keys(at, |_, key| {
                    keys[count % KEYS] = key;
                    count += usize::from(self.model.index.may_have(key));
                });
                for &key in &keys[..count.min(KEYS)] {
                    if let Some(place) = self.model.index.find(key) {
                        for (score, &weight) in scores.iter_mut().zip(&self.model.rows[place]) {
                            *score += i16::from(weight);
                        }
                    }
                }
                scores
            })
            .collect()
    }

    /// Adds to each word's scores what the document says of the same word elsewhere.
    fn reread(&self, sentences: &[Vec<Input<'_>>], scores: &mut [Vec<Scores>]) {
        let mut seen: HashMap<u64, Seen> = HashMap::new();
        let mut probabilities = Probabilities::default();
        let forms: Vec<Vec<Option<u64>>> =
            sentences.iter().map(|s| s.iter().map(|input| form(input.word)).collect()).collect();
        for (forms, scores) in forms.iter().zip(scores.iter()) {
            if forms.iter().all(Option::is_none) {
                continue;
            }
            self.lattice.weigh(scores, &mut probabilities);
            for (at, form) in forms.iter().enumerate() {
                let Some(form) = form else { continue };
                let entry = seen.entry(*form).or_default();
                entry.times += 1;
                if !probabilities.is_open(at) {
                    entry.sums[KINDS] += LOG_STEPS as u32;
                    continue;
                }
                entry.sums[KINDS] += probabilities.of(at, 0);
                for (kind, sum) in entry.sums[..KINDS].iter_mut().enumerate() {
                    let begin = 1 + 2 * kind;
                    *sum += probabilities.of(at, begin) + probabilities.of(at, begin + 1);
                }
            }
        }
        for (forms, scores) in forms.iter().zip(scores.iter_mut()) {
            for (form, scores) in forms.iter().zip(scores.iter_mut()) {
                let Some(seen) = form.and_then(|form| seen.get(&form)) else { continue };
                if seen.times < 2 {
                    continue;
                }
                let part = |sum: u32| {
                    let mean = sum / seen.times + DOUBT;
                    let share = mean * LOG_STEPS as u32 / (LOG_STEPS as u32 + DOUBT);
                    (i32::from(self.lattice.logarithm(share)) * TRUST / 4) as i16
                };
                scores[0] += part(seen.sums[KINDS]);
                for (kind, pair) in scores[1..TAGS].chunks_exact_mut(2).enumerate() {
                    let part = part(seen.sums[kind]);
                    pair[0] += part;
                    pair[1] += part;
                }
            }
        }
    }

    /// A raw probability as what it proved to be worth, between the two nearest knots.
    fn calibrated(&self, raw: f32) -> Permille {
        let steps = (KNOTS - 1) as u32 * 32;
        let at = (raw.clamp(0.0, 1.0) * steps as f32 + 0.5) as u32;
        let (knot, rest) = ((at / 32) as usize, at % 32);
        let below = u32::from(self.model.calibration[knot]);
        let above = u32::from(self.model.calibration[(knot + 1).min(KNOTS - 1)]);
        Permille(((below * (32 - rest) + above * rest) / 32) as u16)
    }
}

/// No word has as many keys.
const KEYS: usize = 256;

/// The scores of a word that no name can hold.
pub(crate) const PLAIN: Scores = {
    let mut scores = [-8 * lattice::UNIT as i16; WIDTH];
    scores[0] = 0;
    scores
};

/// Which words the model is asked about: in ordinary text those that have a capital or that lists
/// or rules know, and their neighbours. Two thirds of a text are none of these.
pub(crate) fn asked(sentence: &[Input<'_>]) -> Vec<bool> {
    let capital = |input: &Input<'_>| input.word.chars().any(char::is_uppercase);
    let known = |input: &Input<'_>| {
        let word = u64::from(Lists::WORD.0);
        input.rule != 0 || (input.facts != 0 && input.facts & word == 0)
    };
    let marked: Vec<bool> = sentence.iter().map(|i| capital(i) || known(i)).collect();
    if !sentence.iter().any(capital) {
        return vec![true; sentence.len()];
    }
    let near = |at: usize| marked.get(at).copied().unwrap_or(false);
    (0..sentence.len()).map(|at| near(at) || near(at + 1) || near(at.wrapping_sub(1))).collect()
}

/// What makes two words the same name in a document; `None` for words that are none by their looks.
fn form(word: &str) -> Option<u64> {
    let mut letters = word.chars();
    if !letters.next()?.is_uppercase() || letters.next().is_none() {
        return None;
    }
    Some(features::hash_word(word.to_lowercase().as_bytes()))
}

/// Spans of tags: first word, word after the last, kind.
pub(crate) fn spans(tags: &[u8]) -> Vec<(usize, usize, Kind)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tags.len() {
        let from = at;
        at += 1;
        let Some(kind) = Kind::of_tag(usize::from(tags[from])) else { continue };
        while at < tags.len() && usize::from(tags[at]) == kind.begin() + 1 {
            at += 1;
        }
        found.push((from, at, kind));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_model_is_asked_about_capitals_listed_words_and_their_neighbours() {
        for (text, expected) in [
            ("they met Anna at the old mill today", ".xxx...."),
            ("Yes , they met in oslo again", "xx..xxx"),
            // Without any capital every word may be a name.
            ("they met anna at the mill", "xxxxxx"),
        ] {
            let words: Vec<&str> = text.split(' ').collect();
            let inputs = inputs(&words, &Hits::new(&words), &[]);
            let shown: String =
                asked(&inputs).iter().map(|&asked| if asked { 'x' } else { '.' }).collect();
            assert_eq!(shown, expected, "{text}");
        }
    }
}
