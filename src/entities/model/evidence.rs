//! Why the model took a span for what it is, in a journalist's words.
//!
//! Takes how loudly each group of features spoke for a mention, gives the loudest as a sentence.
//! Invariant: what is said of a word is true of it; a group of which nothing true can be said is
//! passed over.

use super::tags::Kind;
use super::templates::Group;
use super::{Input, LISTS};
use crate::entities::gazetteer::Lists;
use std::cmp::Reverse;

/// How loudly each group of features spoke for a mention, in the order of [`Group::ALL`].
pub(super) type Voices = [i32; Group::ALL.len()];

/// Says what spoke loudest for the words `from..to` being a `kind`; `classed` tells which words of the
/// sentence have a class.
pub(super) fn why(
    voices: &Voices,
    sentence: &[Input<'_>],
    (from, to): (usize, usize),
    kind: Kind,
    classed: impl Fn(usize) -> bool,
) -> String {
    let mut groups = Group::ALL;
    groups.sort_by_key(|&group| Reverse(voices[group as usize]));
    let name = |at: usize| sentence[at].word;
    let said =
        groups.into_iter().filter(|&group| voices[group as usize] > 0).find_map(
            |group| match group {
                Group::Before => Some(format!("follows “{}”", name(from.checked_sub(1)?))),
                Group::After if to < sentence.len() => {
                    Some(format!("stands before “{}”", name(to)))
                }
                Group::After => None,
                Group::Word => Some(format!("“{}” is known from news", name(from))),
                Group::Class => {
                    let spoken = |at: usize| sentence[at].lexeme.look.begins_upper && classed(at);
                    let at = (from..to).rev().find(|&at| spoken(at))?;
                    Some(format!("“{}” is used like other {}", name(at), plural(kind)))
                }
                Group::Affix => Some(format!("“{}” is formed like {}", name(to - 1), plural(kind))),
                Group::Rule => {
                    let ruled = sentence[from..to].iter().any(|input| input.rule != 0);
                    ruled.then(|| format!("stands where a rule expects {}", plural(kind)))
                }
                Group::List => listed(&sentence[from..to], kind),
                Group::Shape => Some(format!("written like {}", plural(kind))),
            },
        );
    said.unwrap_or_else(|| format!("stands where {} do", plural(kind)))
}

/// Which list of a kind has one of the words of a name, or a run of them.
fn listed(name: &[Input<'_>], kind: Kind) -> Option<String> {
    let has = |lists: Lists, shift: u32| {
        move |input: &Input<'_>| input.facts >> shift & u64::from(lists.0) != 0
    };
    let one = |lists: Lists| name.iter().find(|input| has(lists, 0)(input)).map(|input| input.word);
    if kind == Kind::Person {
        let given = one(Lists::FIRST_NAME).map(|word| format!("first name {word}"));
        return given.or_else(|| Some(format!("surname {}", one(Lists::SURNAME)?)));
    }
    let lists = match kind {
        Kind::Person | Kind::Product => return None,
        Kind::Org => Lists::ORGANISATION.or(Lists::MEDIA),
        Kind::Place => Lists::TERRITORIES.or(Lists::REGION).or(Lists::FACILITY),
        Kind::Norp => Lists::NATIONALITY.or(Lists::GROUP),
        Kind::Event => Lists::EVENT,
        Kind::WorkOfArt => Lists::LAW,
    };
    let run: Vec<&str> = name
        .iter()
        .skip_while(|input| !has(lists, LISTS)(input))
        .take_while(|input| has(lists, LISTS)(input))
        .map(|input| input.word)
        .collect();
    let written =
        if run.len() > 1 { run.join(" ").replace(" - ", "-") } else { one(lists)?.to_owned() };
    Some(format!("“{written}” is on a list of {}", plural(kind)))
}

fn plural(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "names of people",
        Kind::Org => "organisations",
        Kind::Place => "places",
        Kind::Norp => "nationalities and groups",
        Kind::Event => "events",
        Kind::WorkOfArt => "titles of works",
        Kind::Product => "products",
    }
}

#[cfg(test)]
mod tests {
    use super::super::inputs;
    use super::*;
    use crate::entities::gazetteer::Hits;
    use crate::entities::words::Words;
    use crate::tokens::TokenizedText;

    #[test]
    fn what_is_said_of_a_word_is_true_of_it() {
        use Group::{After, Before, Class, List, Rule, Shape};
        for (text, from, to, kind, loud, expected) in [
            ("met Steve Ekmanov there", 1, 3, Kind::Person, [List, Shape], "first name Steve"),
            (
                "met Qwoz Ekmanov there",
                1,
                3,
                Kind::Person,
                [List, Shape],
                "written like names of people",
            ),
            (
                "in New York City now",
                1,
                4,
                Kind::Place,
                [List, Shape],
                "“New York City” is on a list of places",
            ),
            ("Norway left", 0, 1, Kind::Place, [List, Shape], "“Norway” is on a list of places"),
            ("Norway left", 0, 1, Kind::Place, [Before, After], "stands before “left”"),
            ("left Norway", 1, 2, Kind::Place, [After, Before], "follows “left”"),
            ("met Qwoz there", 1, 2, Kind::Person, [Class, Shape], "written like names of people"),
            (
                "met Anna there",
                1,
                2,
                Kind::Person,
                [Rule, Class],
                "“Anna” is used like other names of people",
            ),
        ] {
            let joined = TokenizedText::join(&[text.split(' ').collect()]);
            let words = Words::new(&joined.text, &joined.sentences[0]);
            let mut voices = Voices::default();
            voices[loud[0] as usize] = 9;
            voices[loud[1] as usize] = 5;
            let inputs = inputs(&words, &Hits::of(&words), &[]);
            let classed = |at: usize| words.raw(at) != "Qwoz";
            let said = why(&voices, &inputs, (from, to), kind, classed);
            assert_eq!(said, expected, "{text}");
        }
    }
}
