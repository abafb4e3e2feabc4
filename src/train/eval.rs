//! Tables of scores of the built-in model.

use super::bio::{self, BioSentence};
use super::score::{Found, Scores};
use super::{TrainError, text};
use crate::entities::model::tags::Kind;
use crate::entities::model::{Tagger, built_in};
use crate::entities::own::OwnNames;
use crate::entities::words::Words;
use crate::entities::{self, Label};
use crate::tokens::TokenizedText;
use std::fmt;
use std::path::Path;

/// The files that are measured.
const FILES: [(&str, &str); 2] =
    [("web text", "ner/dev/ewt-dev.bio"), ("worldwide newswire", "ner/dev/worldwide-dev.bio.gz")];

/// The scores of one model on every file.
#[derive(Clone, Debug)]
pub struct Report(Vec<(String, Scores)>);

pub(super) fn read(path: &Path) -> Result<Vec<BioSentence>, TrainError> {
    bio::read(path).map_err(|error| TrainError::Read(path.to_owned(), error))
}

/// What the model alone finds in a document.
pub(super) fn found(tagger: &Tagger, document: &[BioSentence]) -> Vec<Vec<Found>> {
    let words: Vec<Vec<&str>> =
        document.iter().map(|s| s.words.iter().map(String::as_str).collect()).collect();
    let joined = TokenizedText::join(&words);
    let words: Vec<Words<'_>> =
        joined.sentences.iter().map(|sentence| Words::new(&joined.text, sentence)).collect();
    let places: Vec<Vec<usize>> =
        document.iter().zip(&words).map(|(s, words)| text::places(&s.words, words)).collect();
    let inputs: Vec<_> = words.iter().map(text::inputs).collect();
    let mut found = vec![Vec::new(); document.len()];
    for mention in tagger.tag(&inputs) {
        let kind = match mention.kind {
            Kind::Person => "PER",
            Kind::Org => "ORG",
            Kind::Place => "LOC",
            _ => continue,
        };
        let places = &places[mention.sentence];
        let (from, to) = (places[mention.from], places[mention.to - 1] + 1);
        found[mention.sentence].push((from, to, kind, mention.confidence.0));
    }
    found
}

/// What the whole of it finds: the built-in model, the rules and the pass over the document.
fn found_by_all(document: &[BioSentence]) -> Vec<Vec<Found>> {
    let words: Vec<Vec<&str>> =
        document.iter().map(|s| s.words.iter().map(String::as_str).collect()).collect();
    let joined = TokenizedText::join(&words);
    let tagged =
        entities::tag(&joined.text, &joined.blocks, &joined.sentences, true, &OwnNames::default());
    let mut tagged = tagged.into_iter().peekable();
    let mut found = vec![Vec::new(); document.len()];
    for (sentence, found) in joined.sentences.iter().zip(&mut found) {
        let tokens = &sentence.tokens;
        let Some(last) = tokens.last() else { continue };
        while let Some(one) = tagged.next_if(|one| one.span.start < last.span.end) {
            let kind = match one.label {
                Label::Person => "PER",
                Label::Org => "ORG",
                Label::Gpe | Label::Loc | Label::Fac => "LOC",
                _ => continue,
            };
            let from = tokens.partition_point(|token| token.span.end <= one.span.start);
            let to = tokens.partition_point(|token| token.span.start < one.span.end);
            found.push((from, to, kind, one.confidence.0));
        }
    }
    found
}

/// Measures the built-in model, alone and with all that is built on it, or the one in `bytes`.
///
/// # Errors
/// Where a file or the model cannot be read.
pub fn evaluate(data: &Path, bytes: Option<&[u8]>) -> Result<Report, TrainError> {
    let unreadable = || TrainError::Model("the model cannot be read".to_owned());
    let given = match bytes {
        Some(bytes) => Some(Tagger::read(bytes).ok_or_else(unreadable)?),
        None => None,
    };
    let tagger = given.as_ref().or_else(|| built_in()).ok_or_else(unreadable)?;
    let mut report = Report(Vec::new());
    for (name, file) in FILES {
        let sentences = read(&data.join(file))?;
        let alone = Scores::of(&sentences, |document| found(tagger, document));
        report.0.push((format!("{name}, the model alone"), alone));
        if given.is_none() {
            report.0.push((name.to_owned(), Scores::of(&sentences, found_by_all)));
        }
    }
    Ok(report)
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| exact spans and labels | precision | recall | F1 | PER | ORG | LOC |")?;
        writeln!(f, "|---|---|---|---|---|---|---|")?;
        for (name, scores) in &self.0 {
            let total = scores.total();
            let (precision, recall) = (total.precision(), total.recall());
            write!(f, "| {name} | {precision:.4} | {recall:.4} | {:.4} ", total.f1())?;
            for kind in ["PER", "ORG", "LOC"] {
                let counts = scores.kinds.get(kind).copied().unwrap_or_default();
                write!(f, "| {:.4} ", counts.f1())?;
            }
            writeln!(f, "|")?;
        }
        for (name, scores) in &self.0 {
            let error = scores.calibration_error();
            writeln!(f, "\n| {name}, calibration error {error:.4}: confidence | names | right |")?;
            writeln!(f, "|---|---|---|")?;
            for (bin, (count, mean, right)) in scores.reliability().into_iter().enumerate() {
                let (mean, right) = (mean / 1000.0, right / 1000.0);
                let floor = bin as f64 / 10.0;
                writeln!(f, "| {floor:.1}: {mean:.3} | {count} | {right:.3} |")?;
            }
        }
        Ok(())
    }
}
