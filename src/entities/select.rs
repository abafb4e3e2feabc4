//! Which of the expressions that overlap in a sentence stand.
//!
//! Takes a sentence's words and names, gives its expressions, sorted and disjoint: dates first
//! where a name has no claim of its own, then names, then numbers.

use super::words::Words;
use super::{Found, Label, numbers};
use crate::confidence::Permille;

/// Least confidence of a name that may begin with a date: `Friday Night Lights`.
const CLAIM: Permille = Permille(820);

/// Finds the expressions of one sentence.
pub(super) fn sentence(words: &Words<'_>, names: Vec<Found>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut names = names.into_iter().peekable();
    let mut at = 0;
    while at < words.len() {
        while names.next_if(|name| name.from < at).is_some() {}
        let name = names.peek();
        let number = numbers::at(words, at).filter(|number| {
            let Some(name) = name else { return true };
            match number.label {
                Label::Date | Label::Time => {
                    name.from > at || name.to <= number.to || name.confidence < CLAIM
                }
                // What has a unit is no name, and no name begins inside it.
                Label::Money | Label::Percent | Label::Quantity => {
                    name.from > at || name.to <= number.to
                }
                // A number runs up to the name behind it at most.
                _ => name.from >= number.to,
            }
        });
        if let Some(number) = number {
            at = number.to;
            found.push(number);
        } else if let Some(name) = names.next_if(|name| name.from == at) {
            at = name.to;
            found.push(name);
        } else {
            at += 1;
        }
    }
    found
}
