//! How far what was said reaches.
//!
//! Takes a [`Reader`] and words around a cue, says where the words that were said begin and end.

use super::cues::Sort;
use super::reader::Reader;

/// Longest way from a cue to the quotation that it introduces, in words.
pub(super) const MAX_LEAD: usize = 15;
/// How far what was said is searched for its end, in words.
const MAX_CLAUSE: usize = 120;

/// Whether nothing that could have been said follows word `at` in its sentence: its end, a
/// comma, or when, where and to whom it was said.
pub(super) fn says_nothing_after(reader: &Reader<'_>, at: usize) -> bool {
    let end = reader.words[at - 1].end;
    if at >= end || matches!(reader.word(at), "." | "," | "!" | "?" | ";" | ":" | "”" | "—" | "–")
    {
        return true;
    }
    let aside = reader.is_preposition(at)
        || reader.is_date(at)
        || reader.is(at, &["during", "after", "before", "as", "when", "while", "to", "by", "last"]);
    aside
        && !(at..end.min(at + MAX_LEAD))
            .any(|place| reader.is(place, &["that"]) || reader.words[place].quoted.is_some())
}

/// Whether words `from` to `to` between a cue and a quotation only introduce it.
pub(super) fn introduces(reader: &Reader<'_>, from: usize, to: usize, sort: Sort) -> bool {
    if from == to {
        return true;
    }
    let aside = reader.is_preposition(from)
        || reader.is_date(from)
        || (sort == Sort::Tell && to - from <= 8)
        || reader.is_mark(from);
    match reader.word(to - 1) {
        ":" => true,
        "," => aside || to - from <= 3,
        "that" => to - from <= 2,
        _ => (from..to).all(|place| reader.is_date(place) || reader.is_auxiliary(place)),
    }
}

/// Where what was said begins after `told reporters` and the like.
pub(super) fn after_listener(reader: &Reader<'_>, from: usize, sort: Sort) -> usize {
    let end = reader.words[from].end;
    if sort == Sort::Act {
        return from;
    }
    let that =
        (from..end.min(from + 12)).find(|&place| reader.is(place, &["that", "whether", "how"]));
    let aside = reader.is_date(from) || reader.is_preposition(from);
    match (sort, that) {
        (Sort::Tell, Some(that)) => that,
        (Sort::Tell, None) => reader.entity_end(from).min(end),
        (_, Some(that)) if aside => that,
        _ => from,
    }
}

/// The word after the last of the sentence that ends before word `end`, its stop left out.
pub(super) fn clause_end(reader: &Reader<'_>, end: usize) -> usize {
    let stop = end > 0 && matches!(reader.word(end - 1), "." | "!" | "?");
    if stop && reader.words[end - 1].quoted.is_none() { end - 1 } else { end }
}

/// Where the writer takes over again, between words `from` and `end`: at a dash, a semicolon or
/// a `but`.
pub(super) fn turn(reader: &Reader<'_>, from: usize, end: usize) -> usize {
    (from + 2..end.min(from + MAX_CLAUSE))
        .find(|&place| {
            reader.words[place].quoted.is_none()
                && (matches!(reader.word(place), "—" | "–" | "--" | ";")
                    || (reader.word(place) == ","
                        && place + 1 < end
                        && reader.is(place + 1, &["but", "while", "although", "though"])))
        })
        .unwrap_or(end)
}
