//! The trained tagger: names found by a linear model over words, shapes, classes and lists.
//!
//! Takes the sentences of one document as words, gives [`Mention`]s with a calibrated
//! probability. The first reading takes each sentence alone; the second knows what the first said
//! of the same words elsewhere in the document. Invariant: mentions are sorted and disjoint, and
//! the same on every platform: see [`lattice`] for how.

pub(super) mod alone;
pub(crate) mod classes;
mod evidence;
pub(crate) mod features;
pub(crate) mod format;
pub(crate) mod lattice;
mod reading;
pub(super) mod shape;
mod summand;
pub(crate) mod tags;
pub(crate) mod templates;
pub(crate) mod word;

use super::Found;
use super::gazetteer::Hits;
use super::lexicon::Lexeme;
use super::words::Words;
use crate::confidence::Permille;
use evidence::Voices;
use format::{KNOTS, Model};
use lattice::{LOG_STEPS, Lattice, Probabilities, Scores, runs};
use reading::{Reading, Tables};
use rustc_hash::FxHashMap;
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
pub(crate) struct Input<'w> {
    /// The word as written.
    pub(crate) word: &'w str,
    /// What is known of it by itself.
    lexeme: &'w Lexeme,
    /// Hits in lists: see [`inputs`].
    facts: u64,
    /// What the rules take it for: 0 nothing, else the label and whether the name begins here.
    rule: u8,
}

/// A model, ready to tag.
#[derive(Clone, Debug)]
pub(crate) struct Tagger {
    pub(crate) model: Model,
    tables: Tables,
    lattice: Lattice,
}

/// Words as inputs, with what the rules found among them and what lists say: a bit for each list that has the word itself,
/// as many for the lists that have a longer name it is part of, and one where that name begins.
pub(crate) fn inputs<'w>(words: &'w Words<'_>, hits: &Hits, ruled: &[Found]) -> Vec<Input<'w>> {
    let mut inputs: Vec<Input<'w>> = words
        .all()
        .map(|(word, lexeme)| Input {
            word,
            lexeme,
            facts: u64::from(lexeme.step.lists.0),
            rule: 0,
        })
        .collect();
    for hit in hits.iter().filter(|hit| hit.to - hit.from > 1) {
        for input in &mut inputs[hit.from..hit.to] {
            input.facts |= u64::from(hit.lists.0) << LISTS;
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
        Self { tables: Tables::new(&model), model, lattice }
    }

    /// Reads a model file.
    #[cfg(feature = "train")]
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        Model::read(bytes).ok().map(Self::new)
    }

    /// Finds the names of one document.
    pub(crate) fn tag(&self, sentences: &[Vec<Input<'_>>]) -> Vec<Mention> {
        let mut reading = Reading::new(&self.model, &self.tables, sentences);
        self.reread(sentences, &mut reading);
        let mut probabilities = Probabilities::default();
        let mut mentions = Vec::new();
        let mut end = 0;
        for (index, sentence) in sentences.iter().enumerate() {
            let start = end;
            end += sentence.len();
            for run in runs(&reading.scores[start..end]) {
                let scores = &reading.scores[start + run.from..start + run.to];
                let tags = self.lattice.best(run, scores);
                if tags.iter().all(|&tag| tag == 0) {
                    continue;
                }
                self.lattice.weigh(run, scores, &mut probabilities);
                for (from, to, kind) in spans(&tags) {
                    let raw = self.lattice.span(&probabilities, from, to, kind.begin());
                    let (from, to) = (run.from + from, run.from + to);
                    let mut voices = Voices::default();
                    for at in from..to {
                        let tag = kind.begin() + usize::from(at > from);
                        reading.hear(
                            &self.model,
                            &self.tables,
                            (index, start + at),
                            tag,
                            &mut voices,
                        );
                    }
                    mentions.push(Mention {
                        sentence: index,
                        from,
                        to,
                        kind,
                        confidence: self.calibrated(raw),
                        why: evidence::why(&voices, sentence, (from, to), kind, |at| {
                            reading.is_classed(index, start + at)
                        }),
                    });
                }
            }
        }
        mentions
    }

    /// Adds to each word's scores what the document says of the same word elsewhere.
    fn reread(&self, sentences: &[Vec<Input<'_>>], reading: &mut Reading) {
        let mut seen: FxHashMap<u64, Seen> = FxHashMap::default();
        let mut probabilities = Probabilities::default();
        let mut end = 0;
        for sentence in sentences {
            let start = end;
            end += sentence.len();
            for form in reading.forms[start..end].iter().flatten() {
                let seen = seen.entry(*form).or_default();
                seen.times += 1;
                seen.sums[KINDS] += LOG_STEPS as u32;
            }
            for run in runs(&reading.scores[start..end]) {
                let words = start + run.from..start + run.to;
                let forms = &reading.forms[words.clone()];
                if forms.iter().all(Option::is_none) {
                    continue;
                }
                self.lattice.weigh(run, &reading.scores[words], &mut probabilities);
                for (at, form) in forms.iter().enumerate() {
                    let Some(seen) = form.and_then(|form| seen.get_mut(&form)) else { continue };
                    // Counted as outside above.
                    seen.sums[KINDS] -= LOG_STEPS as u32;
                    seen.sums[KINDS] += probabilities.of(at, 0);
                    for (kind, sum) in seen.sums[..KINDS].iter_mut().enumerate() {
                        let begin = 1 + 2 * kind;
                        *sum += probabilities.of(at, begin) + probabilities.of(at, begin + 1);
                    }
                }
            }
        }
        for (form, scores) in reading.forms.iter().zip(&mut reading.scores) {
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

/// The scores of a word that no name can hold.
pub(crate) const PLAIN: Scores = {
    let mut scores = [-8 * lattice::UNIT as i16; WIDTH];
    scores[0] = 0;
    scores
};

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
