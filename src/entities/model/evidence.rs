//! Why the model took a span for what it is, in a journalist's words.

use super::Input;
use super::tags::Kind;
use super::templates::Group;

/// How loudly each group of features spoke for a mention, in the order of [`Group::ALL`].
pub(super) type Voices = [i32; Group::ALL.len()];

/// Names the group of features that spoke loudest for `kind` over the words `from..to`.
pub(super) fn why(
    voices: &Voices,
    sentence: &[Input<'_>],
    from: usize,
    to: usize,
    kind: Kind,
) -> String {
    let name = |at: usize| sentence.get(at).map_or("", |input| input.word);
    let best =
        Group::ALL.into_iter().max_by_key(|&g| (voices[g as usize], std::cmp::Reverse(g as u8)));
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
