//! Names as they are written, all of them found in one pass over the words.

use super::super::words::Words;
use super::Hit;
use crate::blocks::{Block, Reason, Role};
use crate::confidence::Permille;
use crate::fold::fold;
use crate::span::ByteSpan;
use crate::tokens;
use std::collections::HashMap;

/// Letters from which on a name is found in capitals throughout as well: `WHO` is not `Who`.
const LONG: usize = 5;

/// Spellings by their words.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    spellings: Vec<Spelling>,
    /// The spellings that end with each run of folded words that begins one; often none.
    runs: HashMap<String, Vec<usize>>,
    /// Words of the longest.
    longest: usize,
}

#[derive(Clone, Debug)]
struct Spelling {
    entry: usize,
    /// Folded, with a mark before each capital; `None` where any case is the name's.
    cased: Option<String>,
    /// Whether capitals throughout are the name's too.
    long: bool,
    why: String,
}

impl Names {
    /// How many spellings there are.
    pub(super) fn len(&self) -> usize {
        self.spellings.len()
    }

    /// Adds a spelling of the entry that is called `name`.
    pub(super) fn add(&mut self, entry: usize, spelling: &str, name: &str) {
        let words = words_of(spelling);
        let mut run = String::new();
        for word in &words {
            extend(&mut run, &key(word));
            self.runs.entry(run.clone()).or_default();
        }
        let cased: Vec<String> = words.iter().map(|word| cased(word)).collect();
        let cased = spelling.contains(char::is_uppercase).then(|| cased.join(" "));
        let long = spelling.chars().filter(|c| c.is_alphabetic()).count() >= LONG;
        let why = if spelling == name {
            "in your list of names".to_owned()
        } else {
            format!("in your list of names, as “{name}”")
        };
        self.runs.entry(run).or_default().push(self.spellings.len());
        self.longest = self.longest.max(words.len());
        self.spellings.push(Spelling { entry, cased, long, why });
    }

    /// Appends every name among the words of a text, overlaps included.
    pub(super) fn find<'l>(&'l self, sentences: &[Words<'_>], found: &mut Vec<Hit<'l>>) {
        if self.spellings.is_empty() {
            return;
        }
        // A name may hold what ends a sentence (`Yahoo! Inc.`), but it never leaves its block.
        for block in sentences.chunk_by(|a, b| a.block() == b.block()) {
            let words: Vec<(&str, ByteSpan)> = block
                .iter()
                .flat_map(|words| {
                    (0..words.len()).map(|at| (words.raw(at), words.span(at, at + 1)))
                })
                .collect();
            let keys: Vec<String> = words.iter().map(|(word, _)| key(word)).collect();
            for from in 0..words.len() {
                self.walk(&words[from..], &keys[from..], found);
            }
        }
    }

    /// Appends the names that begin with the first word.
    fn walk<'l>(&'l self, words: &[(&str, ByteSpan)], keys: &[String], found: &mut Vec<Hit<'l>>) {
        let mut run = String::new();
        for (last, key) in keys.iter().enumerate().take(self.longest) {
            extend(&mut run, key);
            let Some(ends) = self.runs.get(&run) else { return };
            for spelling in ends.iter().map(|&at| &self.spellings[at]) {
                if spelling.fits(&words[..=last]) {
                    found.push(Hit {
                        span: ByteSpan::new(words[0].1.start, words[last].1.end),
                        entry: spelling.entry,
                        why: &spelling.why,
                    });
                }
            }
        }
    }
}

impl Spelling {
    /// Whether words that fold to the name have its capitals.
    fn fits(&self, words: &[(&str, ByteSpan)]) -> bool {
        let Some(name) = &self.cased else { return true };
        let shouted = || !words.iter().any(|(word, _)| word.contains(char::is_lowercase));
        let mut run = String::new();
        for (word, _) in words {
            extend(&mut run, &cased(word));
        }
        run == *name || (self.long && shouted())
    }
}

/// Appends a word to a run.
fn extend(run: &mut String, word: &str) {
    if !run.is_empty() {
        run.push(' ');
    }
    run.push_str(word);
}

/// A word without what spelling varies; a mark that folds to nothing stays.
fn key(word: &str) -> String {
    let folded = fold(word);
    match word {
        "‐" | "‑" => "-".to_owned(),
        "’" | "‘" | "ʼ" | "`" => "'".to_owned(),
        _ if folded.is_empty() => word.to_owned(),
        _ => folded,
    }
}

/// The same with a mark before each capital.
fn cased(word: &str) -> String {
    if !word.contains(char::is_uppercase) {
        return key(word);
    }
    let mut cased = String::new();
    for c in word.chars() {
        if c.is_uppercase() {
            cased.push('^');
        }
        cased.push_str(&fold(c.encode_utf8(&mut [0; 4])));
    }
    cased
}

/// The words of a name, cut as those of a text are.
fn words_of(name: &str) -> Vec<String> {
    let block = Block {
        span: ByteSpan::new(0, name.len()),
        role: Role::Paragraph,
        keep: true,
        reason: Reason::Article,
        confidence: Permille(1000),
    };
    let sentences = tokens::sentences(name, &[block]);
    let words = sentences.iter().map(|sentence| Words::new(name, sentence));
    words
        .flat_map(|words| words.raws().into_iter().map(str::to_owned).collect::<Vec<_>>())
        .collect()
}
