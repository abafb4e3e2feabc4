//! Why the model took a span for what it is, in a journalist's words.

use super::Input;
use super::features::{Casing, Group, REACH, Sentence, Word};
use super::format::Model;
use super::tags::Kind;

/// Names the group of features that spoke loudest for `kind` over the words `from..to`.
pub(crate) fn why(
    model: &Model,
    sentence: &[Input<'_>],
    casing: Casing,
    from: usize,
    to: usize,
    kind: Kind,
) -> String {
    let (start, end) = (from.saturating_sub(REACH), (to + REACH).min(sentence.len()));
    let words: Vec<Word> =
        sentence[start..end].iter().map(|input| Word::new(input, &model.classes)).collect();
    let near = Sentence::part(&words, casing, start == 0);
    let mut sums = [0i32; Group::ALL.len()];
    for at in from..to {
        let tag = kind.begin() + usize::from(at > from);
        near.keys(at - start, |group, key| {
            if let Some(place) = model.index.find(key) {
                let row = &model.rows[place];
                sums[group as usize] += i32::from(row[tag]) - i32::from(row[0]);
            }
        });
    }
    let name = |at: usize| sentence.get(at).map_or("", |input| input.word);
    let best =
        Group::ALL.into_iter().max_by_key(|&g| (sums[g as usize], std::cmp::Reverse(g as u8)));
    match best {
        Some(Group::Before) if from > 0 => format!("follows “{}”", name(from - 1)),
        Some(Group::After) if to < sentence.len() => format!("stands before “{}”", name(to)),
        Some(Group::Word) => format!("“{}” is known from news", name(from)),
        Some(Group::Class) => format!("“{}” is used like other {}", name(to - 1), plural(kind)),
        Some(Group::Affix) => format!("“{}” is formed like {}", name(to - 1), plural(kind)),
        Some(Group::Rule) => format!("stands where a rule expects {}", plural(kind)),
        Some(Group::List) => format!("“{}” is on a list of {}", name(from), plural(kind)),
        _ => format!("written like {}", plural(kind)),
    }
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
