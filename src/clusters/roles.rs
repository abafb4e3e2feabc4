//! What an article calls a person: `Kremlin spokesman` before the name, `, a security adviser,`
//! after it.
//!
//! Takes the text, its tokens and a mention, gives the words of the role as they stand.

use crate::span::ByteSpan;
use crate::word_list::WordList;

/// Nouns that name what a person does; the last word of the first part of a role.
static NOUNS: WordList = WordList::new(
    " activist actor actress adviser advisor aide ambassador analyst archbishop \
artist attorney author ayatollah banker bishop boss boxer businessman businesswoman candidate \
captain cardinal ceo chair chairman chairwoman chancellor chief coach colonel columnist comedian \
commander commissioner congressman congresswoman correspondent councillor counsellor critic \
dictator diplomat director doctor economist editor emperor engineer envoy executive expert farmer \
footballer founder general governor head historian imam journalist judge justice king lawmaker \
lawyer leader lieutenant magnate major manager mayor member minister mogul monarch musician \
negotiator novelist officer official ombudsman organiser organizer owner partner pastor physicist \
pilot player poet pope premier president priest prince princess producer professor prosecutor \
queen rabbi reporter representative researcher scientist secretary senator sergeant sheriff singer \
speaker spokesman spokesperson spokeswoman strategist student superintendent teacher treasurer \
tsar tycoon veteran winner writer ",
);

/// Words in lower case that may stand before such a noun.
static MODIFIERS: WordList = WordList::new(
    " acting affairs assistant associate campaign chief co-founder communications \
current defence defense deputy economic education energy ex-president exiled executive finance \
financial foreign former general health home human interim interior international junior justice \
labour lead longtime main managing military national nuclear opposition outgoing party political \
presidential press prime regional research retired rights ruling security senior special state \
top trade veteran vice ",
);

/// Longest role, in tokens.
const MAX_TOKENS: usize = 8;

/// How far from a mention its role may reach, in tokens.
pub(super) const REACH: usize = MAX_TOKENS + 4;

/// The roles that stand directly before and after `mention`; `tokens` are those of its
/// sentence, [`REACH`] to either side at least.
pub(super) fn around(text: &str, tokens: &[ByteSpan], mention: ByteSpan) -> Vec<String> {
    let first = tokens.partition_point(|token| token.start < mention.start);
    let after = tokens.partition_point(|token| token.start < mention.end);
    [before(text, &tokens[..first]), behind(text, &tokens[after..])].into_iter().flatten().collect()
}

/// The role that ends where the mention begins.
fn before(text: &str, tokens: &[ByteSpan]) -> Option<String> {
    let mut start = tokens.len();
    for at in (tokens.len().saturating_sub(MAX_TOKENS)..tokens.len()).rev() {
        let word = tokens[at].of(text);
        // `Secretary of State`: a small word joins only what it stands between.
        let joins = matches!(word, "of" | "for" | "'s" | "’s")
            || (word == "and" && at > 0 && listed(&NOUNS, tokens[at - 1].of(text)));
        let capital = word.chars().next().is_some_and(char::is_uppercase)
            && word.chars().any(char::is_alphabetic);
        if !(joins || capital || listed(&NOUNS, word) || listed(&MODIFIERS, word)) {
            break;
        }
        start = at;
    }
    let role = trim_joiners(text, &tokens[start..]);
    let noun = role.iter().rposition(|token| listed(&NOUNS, token.of(text)))?;
    // `envoy of President`: what stands before `of` is somebody else's role.
    if noun + 1 == role.len() {
        let of = role.iter().rposition(|token| token.of(text) == "of").map_or(0, |of| of + 1);
        return join(text, &role[of..]);
    }
    // The noun must stand at the end of the part before `of`.
    matches!(role[noun + 1].of(text), "of" | "for").then(|| join(text, role)).flatten()
}

/// The role in commas after a mention: `, a U.S. security adviser, said`.
fn behind(text: &str, tokens: &[ByteSpan]) -> Option<String> {
    let mut words = tokens.iter().take(MAX_TOKENS + 3);
    if words.next()?.of(text) != "," {
        return None;
    }
    if !matches!(words.next()?.of(text), "the" | "a" | "an" | "his" | "her" | "their") {
        return None;
    }
    let length = tokens[2..]
        .iter()
        .take(MAX_TOKENS + 1)
        .position(|token| matches!(token.of(text), "," | "." | ";" | "who" | "and" | "–" | "—"))?;
    let role = &tokens[2..2 + length];
    role.iter().any(|token| listed(&NOUNS, token.of(text))).then(|| join(text, role)).flatten()
}

fn trim_joiners<'t>(text: &str, mut role: &'t [ByteSpan]) -> &'t [ByteSpan] {
    while let [first, rest @ ..] = role
        && matches!(
            first.of(text),
            "of" | "for" | "and" | "'s" | "’s" | "The" | "A" | "An" | "But" | "And"
        )
    {
        role = rest;
    }
    role
}

/// The stretch of text that the tokens cover, on one line.
fn join(text: &str, role: &[ByteSpan]) -> Option<String> {
    let span = ByteSpan::new(role.first()?.start, role.last()?.end);
    Some(super::one_line(span.of(text)))
}

fn listed(list: &WordList, word: &str) -> bool {
    if word.bytes().all(|b| b.is_ascii_lowercase()) {
        return list.has(word);
    }
    list.has(&word.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::TokenizedText;

    #[test]
    fn finds_what_a_person_is_called() {
        for (sentence, name, roles) in [
            ("The palace spokesman Ola Berg said", "Ola Berg", "spokesman"),
            ("Norwegian Foreign Minister Ola Berg said", "Ola Berg", "Norwegian Foreign Minister"),
            ("Secretary of State Ola Berg said", "Ola Berg", "Secretary of State"),
            ("former deputy prime minister Ola Berg", "Ola Berg", "former deputy prime minister"),
            ("Ola Berg , a retired army general , said", "Ola Berg", "retired army general"),
            ("they met Ola Berg , who left", "Ola Berg", ""),
            ("On Monday Ola Berg left", "Ola Berg", ""),
            ("between Lind and Danish President Ola Berg", "Ola Berg", "Danish President"),
            ("the envoy of President Ola Berg", "Ola Berg", "President"),
        ] {
            let joined = TokenizedText::join(&[sentence.split(' ').collect()]);
            let tokens: Vec<_> = joined.sentences[0].tokens.iter().map(|t| t.span).collect();
            let at = joined.text.find(name).unwrap();
            let found = around(&joined.text, &tokens, ByteSpan::new(at, at + name.len()));
            assert_eq!(found.join("|"), roles, "{sentence}");
        }
    }
}
