//! Which of the expressions that overlap in a sentence stand.
//!
//! Takes a sentence's words, its names and those that the reader lists, gives its expressions,
//! sorted and disjoint: the reader's own first, then dates where a name has no claim of its own,
//! then names, then numbers.

use super::words::Words;
use super::{Found, Label, document_pass, numbers};
use crate::confidence::Permille;

/// Least confidence of a name that may begin with a date: `Friday Night Lights`.
const CLAIM: Permille = Permille(820);

/// Finds the expressions of one sentence.
pub(super) fn sentence(words: &Words<'_>, mut names: Vec<Found>, own: Vec<Found>) -> Vec<Found> {
    let yields = |one: &Found| {
        let next = own.partition_point(|own| own.to <= one.from);
        own.get(next).is_some_and(|own| own.from < one.to)
    };
    names.retain(|name| !yields(name));
    let mut found = Vec::new();
    let mut names = names.into_iter().peekable();
    let mut at = 0;
    while at < words.len() {
        while names.next_if(|name| name.from < at).is_some() {}
        let name = names.peek();
        let number = numbers::at(words, at).filter(|number| !yields(number)).filter(|number| {
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
    document_pass::insert(&mut found, own);
    found
}
