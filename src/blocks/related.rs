//! Pointers to other articles in the middle of one: titles, and the sentence that sells them.
//!
//! Takes the pieces and the decisions so far; removes the title, and its teaser, under a line
//! that announces related articles, and runs of titles in a pasted text.

use super::classify::Verdict;
use super::headline::words;
use super::phrases;
use super::piece::{Kind, Piece};
use super::reason::Reason;
use std::collections::HashMap;

/// Words of a line that reads like a title.
const TITLE_WORDS: std::ops::RangeInclusive<u32> = 4..=25;

/// Fewest words of a title in a run of lines that nothing announces.
const RUN_WORDS: u32 = 6;

/// Longest sentence that sells a title, in letters.
const TEASER_WIDTH: u32 = 220;

/// Words that a teaser has in common with its title.
const SHARED_WORDS: usize = 2;

/// Longest announcement, in letters.
const ANNOUNCEMENT_WIDTH: u32 = 60;

/// Whether a line reads like a title: a capital, no full stop, not too long.
fn is_title(piece: &Piece, line: &str) -> bool {
    let first = line.chars().find(|c| c.is_alphabetic());
    let ended =
        piece.shape.closed && !line.ends_with(['?', '!', '"', '\'', '\u{201D}', '\u{2019}']);
    TITLE_WORDS.contains(&piece.shape.words)
        && piece.shape.numbers * 2 < piece.shape.words
        && first.is_some_and(char::is_uppercase)
        && !ended
        && !line.ends_with([':', ';', ','])
}

/// Removes what stands under lines that announce other articles.
pub(crate) fn announced(text: &str, pieces: &[Piece], verdicts: &mut [Option<Verdict>]) {
    let mut index = 0;
    while index < pieces.len() {
        let announces = pieces[index].shape.width <= ANNOUNCEMENT_WIDTH
            && phrases::announces_related(pieces[index].span.of(text));
        index += 1;
        if !announces {
            continue;
        }
        while let Some(piece) = pieces.get(index) {
            let line = piece.span.of(text);
            if !is_title(piece, line) || matches!(piece.kind, Kind::Heading(1)) {
                break;
            }
            verdicts[index].get_or_insert(Verdict::drop(Reason::Related, 750));
            index += 1;
            let teaser = pieces.get(index).filter(|next| {
                next.shape.ends == 1
                    && next.shape.width <= TEASER_WIDTH
                    && shares_words(line, next.span.of(text))
            });
            if teaser.is_some() {
                verdicts[index].get_or_insert(Verdict::drop(Reason::Related, 700));
                index += 1;
            }
        }
    }
}

/// Whether a sentence speaks of what a title does: words of four letters or more in common, or
/// words that begin with the same five.
fn shares_words(title: &str, sentence: &str) -> bool {
    let title = words(title);
    let sentence = words(sentence);
    let long = |word: &&String| word.chars().count() >= 4;
    let begins = |word: &String| word.chars().take(5).collect::<String>();
    let shared = title.iter().filter(long).filter(|word| {
        let begin = begins(word);
        sentence.iter().filter(long).any(|other| begins(other) == begin)
    });
    shared.count() >= SHARED_WORDS
}

/// In a pasted text, removes titles that stand in it twice: a card's picture and its heading.
pub(crate) fn repeats(text: &str, pieces: &[Piece], verdicts: &mut [Option<Verdict>]) {
    let title = |piece: &Piece| {
        piece.inside
            && !piece.spaced
            && piece.shape.words >= RUN_WORDS
            && is_title(piece, piece.span.of(text))
    };
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for (index, piece) in pieces.iter().enumerate().filter(|(_, piece)| title(piece)) {
        if let Some(before) = seen.insert(piece.span.of(text), index) {
            for index in [before, index] {
                verdicts[index].get_or_insert(Verdict::drop(Reason::Related, 650));
            }
        }
    }
}

/// In a pasted text whose paragraphs have blank lines around them, removes runs of lines without
/// them that read like titles.
pub(crate) fn runs(text: &str, pieces: &[Piece], start: usize, verdicts: &mut [Option<Verdict>]) {
    let title = |piece: &&Piece| {
        piece.inside
            && !piece.spaced
            && piece.kind != Kind::Item
            && piece.shape.words >= RUN_WORDS
            && is_title(piece, piece.span.of(text))
    };
    let mut index = start;
    while index < pieces.len() {
        let run = pieces[index..].iter().take_while(title).count();
        if run >= 2 {
            for verdict in &mut verdicts[index..index + run] {
                verdict.get_or_insert(Verdict::drop(Reason::Related, 650));
            }
        }
        index += run.max(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn teasers_speak_of_their_titles() {
        let title = "Harbour Wall Breaks Again and the Town Pays";
        assert!(shares_words(title, "The town cannot go on mending its harbour for ever."));
        assert!(!shares_words(title, "On Monday the mayor met fishermen in the hall."));
    }
}
