//! Sentences to features: which words the model is asked about, and their keys.
//!
//! Takes the words of one sentence, gives for each that counts the keys of its features.

use super::Input;
#[cfg(any(test, feature = "train"))]
use super::classes::Classes;
use super::classes::WordClass;
use super::shape::Casing;
use super::templates::{REACH, SHARED, SHARED_NUMBERS, Window, each_shared, key};
#[cfg(any(test, feature = "train"))]
use super::templates::{bits, class_keys, each_alone, list_key};
use super::word::Word;
use crate::entities::gazetteer::Lists;
use crate::entities::lexicon::Lexeme;

/// The words of one sentence, ready for the templates; used again for the next one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sentence<'w> {
    /// With [`REACH`] words that stand for the outside at either end.
    words: Vec<Word<'w>>,
    /// Which words the model is asked about.
    asked: Vec<bool>,
    casing: Casing,
}

impl<'w> Sentence<'w> {
    /// Reads a sentence; `class` gives the class of a word in a sentence of a casing, and is asked
    /// about each word that a template looks at, or told of a place where there is none to ask about.
    pub(super) fn read(
        &mut self,
        inputs: &[Input<'w>],
        mut class: impl FnMut(Option<&'w Lexeme>, Casing) -> WordClass,
    ) {
        self.casing = Casing::of(inputs.iter().map(|input| input.lexeme.look.capital));
        ask(inputs, &mut self.asked);
        self.words.clear();
        let last = inputs.len() + REACH;
        for at in 0..last + REACH {
            let near = self.asked.get(at.saturating_sub(2 * REACH)..inputs.len().min(at + 1));
            // Nothing looks at words that are far from all that are asked about.
            let seen = at >= REACH && at < last && near.is_some_and(|near| near.contains(&true));
            let input = seen.then(|| &inputs[at - REACH]);
            let class = class(input.map(|input| input.lexeme), self.casing);
            self.words.push(input.map_or(Word::OUTSIDE, |one| Word::new(one, self.casing, class)));
        }
    }

    /// Whether the model is asked about each word.
    pub(super) fn asked(&self) -> &[bool] {
        &self.asked
    }

    /// The word at `at` and its neighbours.
    pub(super) fn window(&self, at: usize) -> Option<&Window<'w>> {
        self.words[at..].first_chunk()
    }

    /// One key for each template that looks at more than one word of `window`, whose middle is the
    /// word at `at`.
    #[inline]
    pub(super) fn keys(&self, at: usize, window: &Window<'_>) -> [u32; SHARED] {
        let mut keys = [0; SHARED];
        let mut template = 0;
        each_shared(window, self.casing as u32, u32::from(at == 0), |_, value| {
            keys[template] = value;
            template += 1;
        });
        for (cell, template) in keys.iter_mut().zip(SHARED_NUMBERS) {
            *cell = key(template, *cell);
        }
        keys
    }
}

/// Gives `visit` every key of each word of a sentence that the model is asked about.
#[cfg(any(test, feature = "train"))]
pub(crate) fn each_key(inputs: &[Input<'_>], classes: &Classes, mut visit: impl FnMut(usize, u32)) {
    let mut sentence = Sentence::default();
    let class = |word: Option<&Lexeme>, _| {
        word.map_or(WordClass::OUTSIDE, |word| word.spelling.class(classes))
    };
    sentence.read(inputs, class);
    for at in (0..inputs.len()).filter(|&at| sentence.asked[at]) {
        let Some(window) = sentence.window(at) else { continue };
        // In the order of the templates: what is learned hangs on it, in the last bits.
        let mut keys: Vec<(u32, u32)> =
            SHARED_NUMBERS.into_iter().zip(sentence.keys(at, window)).collect();
        for (place, near) in window.iter().enumerate() {
            let casing = sentence.casing as u32;
            each_alone(
                near.spelling,
                near.shape,
                near.class,
                casing,
                place,
                |template, _, value| {
                    keys.push((template, key(template, value)));
                },
            );
        }
        keys.sort_unstable();
        keys.into_iter().for_each(|(_, key)| visit(at, key));
        for (place, near) in window.iter().enumerate() {
            class_keys(near.class, place).into_iter().for_each(|key| visit(at, key));
        }
        for (place, near) in window[1..4].iter().enumerate() {
            bits(near.facts).for_each(|bit| visit(at, list_key(bit, place)));
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
    use super::super::templates::{KEY_BITS, WIDE};
    use super::*;
    use crate::entities::gazetteer::Hits;
    use crate::entities::words::Words;
    use crate::tokens::TokenizedText;

    fn with_inputs<T>(text: &str, then: impl FnOnce(&[Input<'_>]) -> T) -> T {
        let joined = TokenizedText::join(&[text.split(' ').collect()]);
        let words = Words::new(&joined.text, &joined.sentences[0]);
        then(&inputs(&words, &Hits::of(&words), &[]))
    }

    #[test]
    fn the_model_is_asked_about_capitals_listed_words_and_their_neighbours() {
        for (text, expected) in [
            ("they met Anna at the old mill today", ".xxx...."),
            ("Yes , they met in oslo again", "xx..xxx"),
            // Without any capital every word may be a name.
            ("they met anna at the mill", "xxxxxx"),
        ] {
            let mut asked = Vec::new();
            with_inputs(text, |inputs| ask(inputs, &mut asked));
            let shown: String = asked.iter().map(|&asked| if asked { 'x' } else { '.' }).collect();
            assert_eq!(shown, expected, "{text}");
        }
    }

    #[test]
    fn every_template_has_one_key_of_its_own() {
        let mut templates = SHARED_NUMBERS.to_vec();
        for at in 0..WIDE {
            let Word { spelling, shape, class, .. } = Word::OUTSIDE;
            each_alone(spelling, shape, class, 0, at, |template, _, _| templates.push(template));
        }
        templates.sort_unstable();
        assert!(templates.iter().enumerate().all(|(at, &template)| at == template as usize));
        assert_eq!(templates.len(), 63);
        let mut keys = Vec::new();
        with_inputs("They met Anna Lind", |inputs| {
            each_key(inputs, &Classes::default(), |at, key| keys.extend((at == 2).then_some(key)));
        });
        assert!(keys.len() > 63 + 15 && keys.iter().all(|key| key >> KEY_BITS == 0));
        keys.sort_unstable();
        keys.dedup();
        assert!(keys.len() > 63, "templates must not share keys");
    }

    #[test]
    fn names_are_told_apart_by_their_figures() {
        with_inputs("U2 and U3 and Oslo and OSLO and A", |inputs| {
            let form = |at: usize| inputs[at].lexeme.spelling.form;
            assert_ne!(form(0), form(2));
            assert_eq!(form(4), form(6));
            assert_eq!((form(1), form(8)), (None, None));
        });
    }
}
