//! The words of the usual furniture: what a line says that no article says.
//!
//! Takes a short line, gives the [`Reason`] to remove it, if any. Lines are compared in lower
//! case, without marks at their ends.

use super::reason::Reason;
use std::sync::OnceLock;

/// Longest line that is compared, in bytes; furniture is short.
const LONGEST: usize = 400;

/// The phrases, a line each; the file says how it is written.
const SOURCE: &str = include_str!("phrases.txt");

/// The phrases, sorted for look-up.
struct Phrases {
    whole: Vec<(&'static str, Reason)>,
    start: Vec<(&'static str, Reason)>,
}

/// Read once, at first use.
fn phrases() -> &'static Phrases {
    static PHRASES: OnceLock<Phrases> = OnceLock::new();
    PHRASES.get_or_init(|| {
        let mut phrases = Phrases { whole: Vec::new(), start: Vec::new() };
        let mut section = None;
        for line in SOURCE.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let code = line.strip_prefix("= ").or_else(|| line.strip_prefix("^ "));
            if let Some(code) = code {
                let reason = Reason::ALL.iter().find(|reason| reason.as_str() == code);
                section = reason.map(|reason| (line.starts_with('='), *reason));
            } else if let Some((whole, reason)) = section {
                let list = if whole { &mut phrases.whole } else { &mut phrases.start };
                list.push((line, reason));
            }
        }
        phrases.whole.sort_by_key(|(phrase, _)| *phrase);
        phrases.start.sort_by_key(|(phrase, _)| *phrase);
        phrases
    })
}

/// The reason to remove a line that is furniture by its words.
pub(crate) fn furniture(line: &str) -> Option<Reason> {
    if line.len() > LONGEST {
        return None;
    }
    let mut lower = line.to_lowercase();
    if !lower.is_ascii() {
        lower = lower.replace('\u{A0}', " ");
    }
    let opens = |c: char| c.is_alphanumeric() || matches!(c, '(' | '[' | '\u{A9}' | '\u{D7}');
    let start = lower.trim_start_matches(|c| !opens(c));
    let bare = start.trim_matches(|c: char| !c.is_alphanumeric());
    if let Some(reason) = exactly(bare) {
        return Some(reason);
    }
    begun(start).or_else(|| counted(bare)).or_else(|| labelled(start))
}

/// The reason of a phrase that a line in lower case begins with.
fn begun(start: &str) -> Option<Reason> {
    let phrases = phrases();
    // Every phrase that `start` begins with sorts at or before it, and no further back than its
    // first two bytes.
    let end = phrases.start.partition_point(|(phrase, _)| *phrase <= start);
    let first = start.as_bytes().get(..2)?;
    let candidates = phrases.start[..end].iter().rev();
    let mut near = candidates.take_while(|(phrase, _)| phrase.as_bytes().starts_with(first));
    near.find(|(phrase, _)| {
        // A label with nothing after it leads to the next line, whatever that is.
        start.strip_prefix(phrase).is_some_and(|rest| !(rest.is_empty() && phrase.ends_with(':')))
    })
    .map(|(_, reason)| *reason)
}

/// A label and what it leads to: `Tags: harbour, town`. Of one plain word only keywords are
/// believed: an article's own line may begin with `Watch:`.
fn labelled(start: &str) -> Option<Reason> {
    use Reason::{CommentForm, Comments, Related, Share, Tags};
    let (label, _) = start.split_once([':', '\u{FF1A}'])?;
    let label = label.trim_end();
    let plain = label.is_ascii() && !label.contains(' ');
    exactly(label).filter(|reason| match reason {
        Tags => true,
        Related | Comments | CommentForm | Share => !plain,
        _ => false,
    })
}

/// Whether a line announces other articles and says nothing else.
pub(crate) fn announces_related(line: &str) -> bool {
    whole(line) == Some(Reason::Related)
}

/// Whether a line begins as those do that point to another article from the middle of one.
pub(crate) fn is_inline(line: &str) -> bool {
    let lower = line.to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    begun(bare) == Some(Reason::Related)
}

/// Whether a line announces what stands below articles and says nothing else.
pub(crate) fn announces(line: &str) -> bool {
    use Reason::{AuthorBox, CommentForm, Comments, Related, Tags};
    matches!(whole(line), Some(AuthorBox | CommentForm | Comments | Related | Tags))
}

fn whole(line: &str) -> Option<Reason> {
    let lower = line.to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    exactly(bare)
}

/// What a phrase in lower case says, without marks at its ends.
fn exactly(phrase: &str) -> Option<Reason> {
    let whole = &phrases().whole;
    let found = whole.binary_search_by_key(&phrase, |(known, _)| *known);
    found.ok().map(|at| whole[at].1)
}

/// Counts with a word: `12 comments`, `3.4k shares`, `5 min read`, `7 Kommentare`.
fn counted(bare: &str) -> Option<Reason> {
    let mut words = bare.split_whitespace();
    let (mut first, mut second) = (words.next()?, words.next()?);
    if matches!(first, "image" | "photo" | "slide" | "picture" | "bild" | "foto") {
        (first, second) = (second, words.next()?);
        let number = first.starts_with(|c: char| c.is_ascii_digit());
        return (number && matches!(second, "of" | "/" | "von" | "de")).then_some(Reason::Media);
    }
    if !first.starts_with(|c: char| c.is_ascii_digit()) || words.count() > 2 {
        return None;
    }
    match second {
        "comments" | "comment" | "replies" | "responses" => Some(Reason::Comments),
        "shares" | "share" | "likes" | "like" | "retweets" | "views" | "reactions"
        | "followers" | "votes" | "tweets" => Some(Reason::Share),
        "min" | "mins" | "minute" | "minutes"
            if bare.ends_with("read") || bare.ends_with("reading") =>
        {
            Some(Reason::Timestamp)
        }
        _ => exactly(second).filter(|reason| matches!(reason, Reason::CommentForm | Reason::Share)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_phrase_is_shorter_than_what_is_looked_up() {
        assert!(phrases().start.iter().all(|(phrase, _)| phrase.len() >= 2));
    }

    #[test]
    fn furniture_is_known_by_its_words() {
        for (line, expected) in [
            ("Related Articles", Some(Reason::Related)),
            ("Read also | A bridge opens", Some(Reason::Related)),
            ("LEAVE A REPLY", Some(Reason::CommentForm)),
            ("— Advertisement —", Some(Reason::Advertisement)),
            ("× How can I help you?", Some(Reason::Chat)),
            ("12 comments", Some(Reason::Comments)),
            ("12 people were hurt", None),
            ("7 Kommentare", Some(Reason::CommentForm)),
            ("Mots-clés : port, ville", Some(Reason::Tags)),
            ("延伸阅读：鱼市冬季迁往内陆", Some(Reason::Related)),
            ("Popular: the harbour and its wall", None),
            ("The ministers related what they had seen.", None),
        ] {
            assert_eq!(furniture(line), expected, "{line}");
        }
    }
}
