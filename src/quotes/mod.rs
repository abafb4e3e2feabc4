//! Quotations and who said them.
//!
//! Takes text, blocks, sentences, entities and clusters, gives [`Quote`]s sorted by start, each
//! inside one kept block. Words in quotation marks that nobody is said to have spoken (a title, a
//! word held at arm's length) are no quotations.

mod claim;
mod cues;
mod extent;
mod marks;
mod reader;
mod source;
mod speaker;

use crate::blocks::Block;
use crate::clusters::Cluster;
use crate::confidence::Permille;
use crate::entities::{Entity, Label};
use crate::span::ByteSpan;
use crate::tokens::Sentence;
use claim::{Claim, Content};
use marks::Quoted;
use reader::Reader;
use speaker::Speakers;
use std::ops::Range;

/// How the words are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteKind {
    /// In quotation marks.
    Direct,
    /// In the writer's words.
    Indirect,
    /// In the writer's words with a quoted part.
    Mixed,
}

impl QuoteKind {
    /// Every kind, in the order of its numbers on the page.
    pub const ALL: [QuoteKind; 3] = [QuoteKind::Direct, QuoteKind::Indirect, QuoteKind::Mixed];

    /// The kind as it stands in the document.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
            Self::Mixed => "mixed",
        }
    }
}

/// One quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The content, in bytes; for a direct quotation with its marks.
    pub span: ByteSpan,
    /// Direct, indirect or mixed.
    pub kind: QuoteKind,
    /// The word that says so, such as `said`.
    pub cue: Option<ByteSpan>,
    /// The words that name who said it.
    pub source: Option<ByteSpan>,
    /// Index of the speaker's cluster.
    pub speaker: Option<usize>,
    /// How sure the attribution is.
    pub confidence: Permille,
}

/// A quotation with a cue and a source.
const CERTAIN: Permille = Permille(930);
/// The same, where the source is nobody that the article names.
const UNNAMED: Permille = Permille(850);
/// In the writer's words.
const RETOLD: Permille = Permille(700);
/// Without a cue, after one by the same speaker.
const CONTINUED: Permille = Permille(750);
/// Without a cue, after a sentence about somebody.
const IMPLIED: Permille = Permille(500);
/// Without any sign of who speaks.
const UNKNOWN: Permille = Permille(300);
/// Taken off where no closing mark was found.
const UNCLOSED: u16 = 250;
/// Fewest words in marks without a cue that are taken for a quotation.
const MIN_WORDS: usize = 5;

/// Finds the quotations of a text and their speakers.
#[must_use]
pub fn attribute(
    text: &str,
    blocks: &[Block],
    sentences: &[Sentence],
    entities: &[Entity],
    clusters: &[Cluster],
) -> Vec<Quote> {
    let quoted = marks::find(text, blocks);
    let reader = Reader::new(text, blocks, sentences, entities, &quoted);
    let claims = claim::find(&reader, &quoted);
    let mut speakers = Speakers::new(&reader, clusters);
    let mut quotes = Vec::new();
    let mut claimed = vec![false; quoted.len()];
    for claim in &claims {
        let quote = by_claim(&reader, &quoted, claim, &mut claimed, &mut speakers);
        quotes.extend(quote);
    }
    quotes.sort_by_key(|(quote, _)| (quote.span.start, quote.span.end));
    continued(&reader, &quoted, &claimed, &mut speakers, &mut quotes);
    quotes.into_iter().map(|(quote, _)| quote).collect()
}

/// The quotation of one claim, with its block; marks the stretches that it takes.
fn by_claim(
    reader: &Reader<'_>,
    quoted: &[Quoted],
    claim: &Claim,
    claimed: &mut [bool],
    speakers: &mut Speakers,
) -> Option<(Quote, usize)> {
    let cue = Some(reader.bytes(claim.cue.start, claim.cue.end));
    let source = claim.source.as_ref().map(|words| reader.bytes(words.start, words.end));
    let speaker = claim.source.clone().and_then(|words| speakers.of(reader, words));
    let block = reader.words[claim.cue.start].block;
    let (span, kind, confidence) = match &claim.content {
        Content::Quoted(index) => {
            if std::mem::replace(&mut claimed[*index], true) {
                return None;
            }
            let sure = if speaker.is_some() { CERTAIN } else { UNNAMED };
            (quoted[*index].span, QuoteKind::Direct, less_unclosed(sure, quoted[*index]))
        }
        Content::Words(words) => {
            let inside = stretches(reader, words.clone());
            if inside.clone().any(|index| claimed[index]) {
                return None;
            }
            let mut span = reader.bytes(words.start, words.end);
            for index in inside.clone() {
                claimed[index] = true;
                span.start = span.start.min(quoted[index].span.start);
                span.end = span.end.max(quoted[index].span.end);
            }
            let kind = if inside.is_empty() { QuoteKind::Indirect } else { QuoteKind::Mixed };
            (span, kind, RETOLD)
        }
    };
    Some((Quote { span, kind, cue, source, speaker, confidence }, block))
}

/// Indices of the quoted stretches that words reach into.
fn stretches(reader: &Reader<'_>, words: Range<usize>) -> Range<usize> {
    let mut inside = words.filter_map(|place| reader.words[place].quoted);
    match inside.next() {
        Some(first) => first..inside.next_back().unwrap_or(first) + 1,
        None => 0..0,
    }
}

fn less_unclosed(sure: Permille, quoted: Quoted) -> Permille {
    if quoted.closed { sure } else { Permille(sure.0.saturating_sub(UNCLOSED)) }
}

/// Adds the stretches that no cue claims: they go on with who spoke just before, in the same
/// block or the one before it.
fn continued(
    reader: &Reader<'_>,
    quoted: &[Quoted],
    claimed: &[bool],
    speakers: &mut Speakers,
    quotes: &mut Vec<(Quote, usize)>,
) {
    let attributed = std::mem::take(quotes);
    let mut attributed = attributed.into_iter().peekable();
    let mut words = 0;
    for (index, stretch) in quoted.iter().enumerate().filter(|(index, _)| !claimed[*index]) {
        while let Some(next) =
            attributed.next_if(|(quote, _)| quote.span.start < stretch.span.start)
        {
            quotes.push(next);
        }
        while reader.words.get(words).is_some_and(|word| word.span.end <= stretch.span.start) {
            words += 1;
        }
        let Some(word) = reader.words.get(words) else { break };
        let own = stretch.span.of(reader.text);
        let long = own.split_whitespace().count() >= MIN_WORDS;
        let ends = own.trim_end_matches(['”', '"', '’', '\'', '»']).ends_with(['.', '!', '?', ',']);
        let starts = words == word.first || stretch.continues;
        if !(stretch.continues || (starts && ends) || long) || word.quoted != Some(index) {
            continue;
        }
        let block_before = words.checked_sub(1).map_or(stretch.block, |place| {
            let first = reader.words[place].block;
            if first == stretch.block { stretch.block } else { first }
        });
        let before = quotes
            .last()
            .filter(|(_, block)| starts && (*block == stretch.block || *block == block_before))
            .map(|(quote, _)| (quote.source, quote.speaker));
        let (source, speaker, sure) = match before {
            Some((source, speaker)) => (source, speaker, CONTINUED),
            None => match implied(reader, words).filter(|_| starts && ends) {
                Some(subject) => {
                    let source = reader.bytes(subject.start, subject.end);
                    (Some(source), speakers.of(reader, subject), IMPLIED)
                }
                None => (None, None, UNKNOWN),
            },
        };
        let quote = Quote {
            span: stretch.span,
            kind: QuoteKind::Direct,
            cue: None,
            source,
            speaker,
            confidence: less_unclosed(sure, *stretch),
        };
        quotes.push((quote, stretch.block));
    }
    quotes.extend(attributed);
}

/// Whom the sentence before word `at` is about: a name or a pronoun at its head.
fn implied(reader: &Reader<'_>, at: usize) -> Option<Range<usize>> {
    let place = at.checked_sub(1)?;
    let word = reader.words[place];
    let subject = source::subject(reader, word.first, word.end)?;
    let label = reader.label(subject.start);
    let speaks = matches!(label, None | Some(Label::Person | Label::Org));
    (speaks && word.block + 1 >= reader.words[at].block).then_some(subject)
}

#[cfg(test)]
mod tests;
