//! Sentences to features: which words the model is asked about, and their keys.
//!
//! Takes the words of one sentence, gives for each that counts the keys of its features.

use super::Input;
use super::classes::Classes;
use super::shape::Casing;
use super::templates::{REACH, TEMPLATES, Window, each_template, key};
#[cfg(any(test, feature = "train"))]
use super::templates::{bits, class_keys, list_key};
use super::word::Word;
use crate::entities::gazetteer::Lists;

/// The words of one sentence, ready for the templates; used again for the next one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sentence {
    /// With [`REACH`] words that stand for the outside at either end.
    words: Vec<Word>,
    /// Which words the model is asked about.
    asked: Vec<bool>,
    casing: Casing,
}

impl Sentence {
    /// Reads a sentence.
    pub(crate) fn read(&mut self, inputs: &[Input<'_>], classes: &Classes) {
        self.casing = Casing::of(inputs.iter().map(|input| input.lexeme.look.capital));
        ask(inputs, &mut self.asked);
        self.words.clear();
        self.words.resize(REACH, Word::outside());
        for (at, input) in inputs.iter().enumerate() {
            let from = at.saturating_sub(REACH);
            let near = &self.asked[from..inputs.len().min(at + REACH + 1)];
            // Nothing looks at words that are far from all that are asked about.
            self.words.push(if near.contains(&true) {
                Word::new(input, self.casing, classes)
            } else {
                Word::outside()
            });
        }
        self.words.resize(self.words.len() + REACH, Word::outside());
    }

    /// Whether the model is asked about each word.
    pub(crate) fn asked(&self) -> &[bool] {
        &self.asked
    }

    /// The word at `at` and its neighbours.
    pub(super) fn window(&self, at: usize) -> Option<&Window> {
        self.words[at..].first_chunk()
    }

    /// One key for each template, at the word `at`, which is the middle of `window`.
    #[inline]
    pub(super) fn keys(&self, at: usize, window: &Window) -> [u32; TEMPLATES] {
        let mut keys = [0; TEMPLATES];
        let mut template = 0;
        each_template(window, self.casing as u32, u32::from(at == 0), |_, value| {
            keys[template] = value;
            template += 1;
        });
        for (template, cell) in keys.iter_mut().enumerate() {
            *cell = key(template as u32, *cell);
        }
        keys
    }

    /// Gives every key of the word at `at` to `visit`.
    #[cfg(any(test, feature = "train"))]
    pub(crate) fn each_key(&self, at: usize, mut visit: impl FnMut(u32)) {
        let Some(window) = self.window(at) else { return };
        self.keys(at, window).into_iter().for_each(&mut visit);
        for (at, near) in window.iter().enumerate() {
            class_keys(near.class, at).into_iter().for_each(&mut visit);
        }
        for (at, near) in window[1..4].iter().enumerate() {
            bits(near.facts).for_each(|bit| visit(list_key(bit, at)));
        }
    }
}

/// Says which words the model is asked about: in ordinary text those that have a capital or that
/// lists or rules know, and their neighbours. Two thirds of a text are none of these.
fn ask(sentence: &[Input<'_>], asked: &mut Vec<bool>) {
    asked.clear();
    let upper = |input: &Input<'_>| input.lexeme.look.upper;
    if !sentence.iter().any(upper) {
        asked.resize(sentence.len(), true);
        return;
    }
    let known = |input: &Input<'_>| {
        let word = u64::from(Lists::WORD.0);
        input.rule != 0 || (input.facts != 0 && input.facts & word == 0)
    };
    let marked = |at: usize| sentence.get(at).is_some_and(|input| upper(input) || known(input));
    let (mut before, mut here) = (false, marked(0));
    for at in 0..sentence.len() {
        let after = marked(at + 1);
        asked.push(before || here || after);
        (before, here) = (here, after);
    }
}

#[cfg(test)]
mod tests {
    use super::super::inputs;
    use super::super::templates::KEY_BITS;
    use super::*;
    use crate::entities::gazetteer::Hits;
    use crate::entities::words::Words;
    use crate::tokens::TokenizedText;

    fn sentence(text: &str) -> Sentence {
        let joined = TokenizedText::join(&[text.split(' ').collect()]);
        let words = Words::new(&joined.text, &joined.sentences[0]);
        let mut sentence = Sentence::default();
        sentence.read(&inputs(&words, &Hits::of(&words), &[]), &Classes::default());
        sentence
    }

    #[test]
    fn the_model_is_asked_about_capitals_listed_words_and_their_neighbours() {
        for (text, expected) in [
            ("they met Anna at the old mill today", ".xxx...."),
            ("Yes , they met in oslo again", "xx..xxx"),
            // Without any capital every word may be a name.
            ("they met anna at the mill", "xxxxxx"),
        ] {
            let asked = sentence(text).asked;
            let shown: String = asked.iter().map(|&asked| if asked { 'x' } else { '.' }).collect();
            assert_eq!(shown, expected, "{text}");
        }
    }

    #[test]
    fn every_template_has_its_group_and_its_key() {
        let mut count = 0;
        each_template(&[Word::outside(); 2 * REACH + 1], 0, 0, |_, _| count += 1);
        assert_eq!(count, TEMPLATES);
        let sentence = sentence("They met Anna Lind");
        let mut keys = Vec::new();
        sentence.each_key(2, |key| keys.push(key));
        assert!(keys.len() > TEMPLATES + 15 && keys.iter().all(|key| key >> KEY_BITS == 0));
        keys.sort_unstable();
        keys.dedup();
        assert!(keys.len() > TEMPLATES, "templates must not share keys");
    }

    #[test]
    fn names_are_told_apart_by_their_figures() {
        let sentence = sentence("U2 and U3 and Oslo and OSLO and A");
        let form = |at: usize| sentence.words[REACH + at].form;
        assert_ne!(form(0), form(2));
        assert_eq!(form(4), form(6));
        assert_eq!((form(1), form(8)), (None, None));
    }
}
