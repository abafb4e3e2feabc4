//! The words that name who speaks.
//!
//! Takes a [`Reader`] and the place of a cue, gives the noun phrase before or after it, as a range
//! of words of the same sentence.

use super::reader::Reader;
use std::ops::Range;

/// Longest noun phrase, in words.
const MAX_PHRASE: usize = 16;
/// Longest apposition (`Lind, who leads the board,`), in words.
const MAX_APPOSITION: usize = 25;

/// People and bodies that speak without an article.
const BARE: [&str; 30] = [
    "police",
    "officials",
    "officers",
    "experts",
    "sources",
    "analysts",
    "authorities",
    "witnesses",
    "researchers",
    "scientists",
    "prosecutors",
    "investigators",
    "lawyers",
    "critics",
    "supporters",
    "opponents",
    "lawmakers",
    "economists",
    "doctors",
    "residents",
    "people",
    "others",
    "some",
    "many",
    "neighbors",
    "neighbours",
    "aides",
    "advisers",
    "diplomats",
    "reporters",
];
const DETERMINERS: [&str; 22] = [
    "a", "an", "the", "one", "another", "this", "that", "these", "those", "his", "her", "their",
    "its", "our", "my", "some", "many", "several", "two", "three", "both", "most",
];

/// The noun phrase that ends before word `verb`, auxiliaries, adverbs and dates between them left
/// out; not before word `floor`.
pub(super) fn before(reader: &Reader<'_>, verb: usize, floor: usize) -> Option<Range<usize>> {
    let mut end = verb;
    // `Lind has also said`, `Lind on Friday said`.
    for _ in 0..5 {
        if end <= floor {
            return None;
        }
        if reader.is_date(end - 1) {
            end = reader.entity_first(end - 1).max(floor);
            if end > floor && reader.is(end - 1, &["on", "in", "late", "early", "last"]) {
                end -= 1;
            }
        } else if reader.is_auxiliary(end - 1) && reader.words[end - 1].entity.is_none() {
            end -= 1;
        } else {
            break;
        }
    }
    if end <= floor {
        return None;
    }
    let last = end - 1;
    if reader.is_pronoun(last) {
        return Some(last..end);
    }
    if matches!(reader.word(last), "," | ")" | "—" | "–") {
        return apposition(reader, last, floor);
    }
    phrase(reader, end, floor)
}

/// `Lind, head of the board,` and `Lind (Norwind)`: what stands before the insertion that ends at
/// the mark `last`, with it.
fn apposition(reader: &Reader<'_>, last: usize, floor: usize) -> Option<Range<usize>> {
    let opens = match reader.word(last) {
        ")" => "(",
        mark => mark,
    };
    // `Lind, 59, of Oslo, who saw it, said`: a name at the head of the sentence, however many
    // insertions follow it.
    if opens == "," {
        let reach = last.min(floor + MAX_PHRASE);
        let comma = (floor..reach).find(|&place| reader.word(place) == ",");
        let head = comma.and_then(|comma| phrase(reader, comma, floor));
        let who = comma.is_some_and(|comma| {
            reader.is(comma + 1, &["who", "a", "an", "the"])
                || (comma > floor && reader.is_name(comma - 1))
        });
        if let Some(head) = head.filter(|head| head.start == floor && who) {
            return Some(head.start..last);
        }
    }
    let open = (floor.max(last.saturating_sub(MAX_APPOSITION))..last)
        .rev()
        .find(|&place| reader.word(place) == opens && reader.words[place].quoted.is_none())?;
    // `On Friday, as he left,` holds no name before the insertion.
    if reader.is(open + 1, &["and", "but", "as", "while", "when", "after"]) {
        return None;
    }
    let head = phrase(reader, open, floor)?;
    Some(head.start..last + usize::from(opens == "("))
}

/// The noun phrase that ends before word `end`.
fn phrase(reader: &Reader<'_>, end: usize, floor: usize) -> Option<Range<usize>> {
    let mut start = end;
    while start > floor && end - start < MAX_PHRASE {
        let place = start - 1;
        if reader.words[place].quoted.is_some() {
            break;
        }
        if reader.word(place) == ")" {
            let opening = (floor.max(place.saturating_sub(8))..place)
                .rev()
                .find(|&place| reader.word(place) == "(");
            match opening {
                Some(opening) if opening > floor => start = opening,
                _ => break,
            }
        } else if reader.is_name(place) {
            start = reader.entity_first(place).max(floor);
        } else if reader.breaks(place) || reader.is_date(place) {
            // `an adviser to the mayor`, `the ministry of trade and industry`: only names join.
            let joins = reader.is(place, &["to", "and"])
                && start < end
                && place > floor
                && (reader.is(place - 1, &["adviser", "advisor", "ambassador", "envoy", "aide"])
                    || (reader.is_name(place - 1) && reader.is_name(start)));
            if !joins {
                break;
            }
            start = place;
        } else {
            start = place;
        }
    }
    while start < end && (reader.is_preposition(start) || reader.is_auxiliary(start)) {
        start += 1;
    }
    speaks(reader, start..end).then_some(start..end)
}

/// Whether a range of words can name a speaker.
fn speaks(reader: &Reader<'_>, range: Range<usize>) -> bool {
    let Some(last) = range.clone().next_back() else { return false };
    // `Lind's` and `her` wait for a noun.
    if reader.is(last, &["'s", "’s", "his", "her", "their", "its", "my", "our"]) {
        return false;
    }
    range.clone().any(|place| reader.is_name(place))
        || reader.is(range.start, &DETERMINERS)
        || reader.is(last, &BARE)
        || (!reader.lower(last) && !reader.is_mark(last))
        || (reader.word(last).ends_with('s') && reader.word(last).len() > 3 && range.len() <= 6)
}

/// The noun phrase that begins at word `start`: `said the ministry`, `according to Lind`.
pub(super) fn after(reader: &Reader<'_>, start: usize, ceiling: usize) -> Option<Range<usize>> {
    let first = (start < ceiling).then_some(start)?;
    if reader.is_pronoun(first) {
        return Some(first..first + 1);
    }
    let mut end = start;
    while end < ceiling && end - start < MAX_PHRASE {
        if reader.words[end].quoted.is_some() {
            break;
        }
        if reader.is_name(end) {
            end = reader.entity_end(end).min(ceiling);
        } else if reader.breaks(end)
            || reader.is_date(end)
            || reader.is(end, &["in", "on", "at", "with", "under", "over", "via"])
        {
            break;
        } else {
            end += 1;
        }
    }
    let named = end > start
        && (reader.is_name(first)
            || reader.is(first, &DETERMINERS)
            || reader.is(first, &BARE)
            || (start..end).any(|place| reader.is_name(place))
            || !reader.lower(first) && !reader.is_mark(first));
    named.then_some(start..end)
}

/// How far into a sentence its subject is looked for, in words.
const MAX_OPENING: usize = 40;

/// The subject of the sentence that begins at word `first`: its first pronoun or name, before
/// word `end`.
pub(super) fn subject(reader: &Reader<'_>, first: usize, end: usize) -> Option<Range<usize>> {
    let usable = |place: usize| reader.words[place].quoted.is_none();
    let place = (first..end.min(first + MAX_OPENING)).find(|&place| {
        usable(place)
            && (reader.is(place, &["he", "she", "they", "it", "we"]) || reader.is_name(place))
    })?;
    Some(place..reader.entity_end(place).min(end).max(place + 1))
}
