//! More sentences from the given ones: other cases, and abbreviations cut at full stops.

use super::random::Random;
use super::sets::Labelled;
use super::text::inside;

/// Copies of the sentence in lower case, capitals and title case, each by chance.
pub(super) fn recased(sentence: &Labelled, percent: u32, random: &mut Random) -> Vec<Labelled> {
    let mut copies = Vec::new();
    for case in 0..3 {
        if !random.chance(percent) {
            continue;
        }
        let mut copy = sentence.clone();
        copy.weight *= 0.5;
        for word in &mut copy.words {
            *word = match case {
                0 => word.to_lowercase(),
                1 => word.to_uppercase(),
                _ if word.len() > 3 => title_case(word),
                _ => continue,
            };
        }
        copies.push(copy);
    }
    copies
}

fn title_case(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// Cuts abbreviations at their full stops, as some tokenizers do, each word by chance.
pub(super) fn cut(sentence: &Labelled, percent: u32, random: &mut Random) -> Labelled {
    let mut cut = Labelled { words: Vec::new(), allowed: Vec::new(), weight: sentence.weight };
    for (word, &allowed) in sentence.words.iter().zip(&sentence.allowed) {
        let stops = word.matches('.').count() >= 2 && word.len() <= 6;
        if !stops || !random.chance(percent) {
            cut.words.push(word.clone());
            cut.allowed.push(allowed);
            continue;
        }
        let parts = word.split_inclusive('.').flat_map(|part| {
            let (name, mark) = part.split_at(part.trim_end_matches('.').len());
            [name, mark]
        });
        for (index, part) in parts.filter(|part| !part.is_empty()).enumerate() {
            cut.words.push(part.to_owned());
            cut.allowed.push(if index == 0 { allowed } else { inside(allowed) });
        }
    }
    cut
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_word_stay_one_mention() {
        let sentence =
            Labelled { words: vec!["U.S.".to_owned()], allowed: vec![0b10], weight: 1.0 };
        let parts = cut(&sentence, 100, &mut Random(1));
        assert_eq!(parts.words, ["U", ".", "S", "."]);
        assert_eq!(parts.allowed, [0b10, 0b100, 0b100, 0b100]);
        let copies = recased(&sentence, 100, &mut Random(1));
        assert_eq!(copies[0].words, ["u.s."]);
    }
}
