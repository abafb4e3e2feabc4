//! `copydesk tag --bio`: tokens in, the same tokens with IOB2 tags out.

use crate::{Failure, input, names};
use copydesk::entities::own::OwnNames;
use copydesk::entities::{self, Label};
use copydesk::tokens::TokenizedText;
use std::io::Write;
use std::path::PathBuf;

/// A sentence of this one token begins a document.
const DOCUMENT_START: &str = "-DOCSTART-";

#[derive(Clone, Copy, PartialEq, Eq)]
enum LabelSet {
    OntoNotes,
    Conll,
}

impl LabelSet {
    fn name(self, label: Label) -> Option<&'static str> {
        match (self, label) {
            (Self::OntoNotes, _) => Some(label.as_str()),
            (Self::Conll, Label::Person) => Some("PER"),
            (Self::Conll, Label::Org) => Some("ORG"),
            (Self::Conll, Label::Gpe | Label::Loc | Label::Fac) => Some("LOC"),
            (Self::Conll, _) => None,
        }
    }
}

/// Runs the command; `true` when the input could be read.
pub(crate) fn run(mut arguments: lexopt::Parser, out: &mut impl Write) -> Result<bool, Failure> {
    use lexopt::prelude::*;
    let mut labels = LabelSet::OntoNotes;
    let mut bio = false;
    let mut path: Option<PathBuf> = None;
    let mut own: Vec<PathBuf> = Vec::new();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("bio") => bio = true,
            Long("labels") => {
                labels = match arguments.value()?.string()?.as_str() {
                    "ontonotes" => LabelSet::OntoNotes,
                    "conll" => LabelSet::Conll,
                    other => {
                        return Err(Failure::Usage(format!("there are no --labels {other}")));
                    }
                }
            }
            Long("names") => own.push(arguments.value()?.into()),
            Value(value) if path.is_none() => path = Some(value.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    if !bio {
        return Err(Failure::Usage("tag needs --bio".to_owned()));
    }
    let own = names::read(&own)?.in_whole_tokens();
    let path = path.unwrap_or_else(|| "-".into());
    let bytes = match input::read(&path) {
        Ok(article) => article.bytes,
        Err(error) => {
            eprintln!("copydesk: {}: {error}", path.display());
            return Ok(false);
        }
    };
    let text = String::from_utf8_lossy(&bytes);
    let sentences = read_sentences(&text);
    let has_documents = sentences.iter().any(|s| s[..] == [DOCUMENT_START]);
    let mut rest = &sentences[..];
    while !rest.is_empty() {
        // Without document marks every sentence stands alone.
        let length = if has_documents {
            1 + rest[1..].iter().take_while(|s| s[..] != [DOCUMENT_START]).count()
        } else {
            1
        };
        let (document, others) = rest.split_at(length);
        write_document(document, labels, &own, out)?;
        rest = others;
    }
    Ok(true)
}

/// Sentences of tokens: the first column of each line, blank lines between sentences.
fn read_sentences(text: &str) -> Vec<Vec<&str>> {
    let mut sentences = Vec::new();
    let mut sentence = Vec::new();
    for line in text.lines() {
        match line.split('\t').next() {
            Some(token) if !token.is_empty() => sentence.push(token),
            _ if !sentence.is_empty() => sentences.push(std::mem::take(&mut sentence)),
            _ => {}
        }
    }
    if !sentence.is_empty() {
        sentences.push(sentence);
    }
    sentences
}

fn write_document(
    sentences: &[Vec<&str>],
    labels: LabelSet,
    own: &OwnNames,
    out: &mut impl Write,
) -> std::io::Result<()> {
    let marked = sentences.first().is_some_and(|s| s[..] == [DOCUMENT_START]);
    let (mark, body) = sentences.split_at(usize::from(marked));
    if !mark.is_empty() {
        writeln!(out, "{DOCUMENT_START}\tO\n")?;
    }
    let tokenized = TokenizedText::join(body);
    let found = entities::tag(&tokenized.text, &tokenized.blocks, &tokenized.sentences, true, own);
    let mut found = found.iter().peekable();
    for (sentence, words) in tokenized.sentences.iter().zip(body) {
        for (token, word) in sentence.tokens.iter().zip(words) {
            while found.next_if(|e| e.span.end <= token.span.start).is_some() {}
            let tag = found
                .peek()
                .filter(|e| e.span.overlaps(token.span))
                .and_then(|e| labels.name(e.label).map(|name| (name, e.span)))
                .map_or("O".to_owned(), |(name, span)| {
                    let begins = token.span.start <= span.start;
                    format!("{}-{name}", if begins { 'B' } else { 'I' })
                });
            writeln!(out, "{word}\t{tag}")?;
        }
        writeln!(out)?;
    }
    Ok(())
}
