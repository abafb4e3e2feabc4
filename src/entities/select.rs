//! Which of the expressions that overlap in a sentence stand.
//!
//! Takes a sentence's words and names, gives its expressions, sorted and disjoint: dates first where a name
//! has no claim of its own, then names, then numbers.

use super::words::Words;
use super::{Found, number, time};

/// Finds the expressions of one sentence.
pub(super) fn sentence(words: &Words<'_>, names: Vec<Found>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut names = names.into_iter().peekable();
    let mut at = 0;
    while at < words.len() {
        while names.next_if(|name| name.from < at).is_some() {}
        if let Some(date) = time::at(words, at) {
            at = date.to;
            found.push(date);
        } else if let Some(name) = names.next_if(|name| name.from == at) {
            at = name.to;
            found.push(name);
        } else if let Some(number) = number::at(words, at) {
            // A number runs up to the name behind it at most.
            let free = names.peek().is_none_or(|name| name.from >= number.to);
            at = if free { number.to } else { at + 1 };
            found.extend(free.then_some(number));
        } else {
            at += 1;
        }
    }
    found
}
