//! Given words as the words of the tagger, which takes some of them apart.

use super::sets::Labelled;
use crate::entities::gazetteer::Hits;
use crate::entities::model::{self, Input};
use crate::entities::name;
use crate::entities::words::Words;
use crate::tokens::TokenizedText;

/// Calls `then` with the tagger's words for one sentence of given words.
pub(super) fn with_words<T>(words: &[String], then: impl FnOnce(&Words<'_>) -> T) -> T {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let joined = TokenizedText::join(&[words]);
    then(&Words::new(&joined.text, &joined.sentences[0]))
}

/// The words as the model's inputs.
pub(super) fn inputs<'w>(words: &'w Words<'_>) -> Vec<Input<'w>> {
    let hits = Hits::of(words);
    model::inputs(words, &hits, &name::find(words, &hits))
}

/// The place in `words` of each of the tagger's words.
pub(super) fn places(words: &[String], taken_apart: &Words<'_>) -> Vec<usize> {
    let mut places = Vec::with_capacity(taken_apart.len());
    let (mut place, mut left) = (0, words.first().map_or(0, String::len));
    for raw in taken_apart.raws() {
        while left == 0 {
            place += 1;
            left = words[place].len();
        }
        left -= raw.len();
        places.push(place);
    }
    places
}

/// The sentence with its words taken apart as the tagger does.
pub(super) fn taken_apart(sentence: &Labelled) -> Labelled {
    with_words(&sentence.words, |words| {
        let mut apart =
            Labelled { words: Vec::new(), allowed: Vec::new(), weight: sentence.weight };
        let mut last = None;
        for (raw, place) in words.raws().into_iter().zip(places(&sentence.words, words)) {
            let allowed = sentence.allowed[place];
            apart.words.push(raw.to_owned());
            apart.allowed.push(if last == Some(place) { inside(allowed) } else { allowed });
            last = Some(place);
        }
        apart
    })
}

/// Where a word may begin a mention, its later parts go on with it.
pub(super) fn inside(allowed: u16) -> u16 {
    const BEGINS: u16 = 0b0010_1010_1010_1010;
    (allowed & !BEGINS) | ((allowed & BEGINS) << 1)
}
