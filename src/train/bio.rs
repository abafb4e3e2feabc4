//! Files of tokens with IOB2 tags.

use std::io::{self, Read};
use std::path::Path;

/// A sentence of this one token begins a document.
pub(super) const DOCUMENT_START: &str = "-DOCSTART-";

/// One sentence: its words and their tags.
#[derive(Clone, Debug, Default)]
pub(super) struct BioSentence {
    /// The words.
    pub(super) words: Vec<String>,
    /// `O`, `B-LABEL` or `I-LABEL` for each.
    pub(super) tags: Vec<String>,
}

impl BioSentence {
    /// Whether it only marks the start of a document.
    #[must_use]
    pub(super) fn starts_document(&self) -> bool {
        self.words == [DOCUMENT_START]
    }

    /// The labelled spans: first word, word after the last, label.
    #[must_use]
    pub(super) fn spans(&self) -> Vec<(usize, usize, &str)> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.tags.len() {
            let from = at;
            at += 1;
            let Some(label) = self.tags[from].get(2..) else { continue };
            while self.tags.get(at).is_some_and(|t| t.strip_prefix("I-") == Some(label)) {
                at += 1;
            }
            found.push((from, at, label));
        }
        found
    }
}

/// Reads a file, unpacked where its name ends in `.gz`.
pub(super) fn read(path: &Path) -> io::Result<Vec<BioSentence>> {
    let bytes = std::fs::read(path)?;
    let mut text = String::new();
    if path.extension().is_some_and(|e| e == "gz") {
        flate2::read::GzDecoder::new(&bytes[..]).read_to_string(&mut text)?;
    } else {
        text = String::from_utf8_lossy(&bytes).into_owned();
    }
    let mut sentences = Vec::new();
    let mut sentence = BioSentence::default();
    for line in text.lines().chain([""]) {
        match line.rsplit_once('\t') {
            Some((word, tag)) => {
                sentence.words.push(word.to_owned());
                sentence.tags.push(tag.to_owned());
            }
            None if !sentence.words.is_empty() => sentences.push(std::mem::take(&mut sentence)),
            None => {}
        }
    }
    Ok(sentences)
}

/// Cuts sentences into documents; without marks every sentence is one.
#[must_use]
pub(super) fn documents(sentences: &[BioSentence]) -> Vec<&[BioSentence]> {
    if !sentences.iter().any(BioSentence::starts_document) {
        return sentences.chunks(1).collect();
    }
    sentences.split(BioSentence::starts_document).filter(|document| !document.is_empty()).collect()
}
