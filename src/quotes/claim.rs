//! Cues to claims: this was said, by whom, with which word.
//!
//! Takes a [`Reader`] and the quoted stretches, gives [`Claim`]s in the order of their cues. A cue
//! stands after what was said (`…, Lind said`), before it (`Lind said that …`) or within it.
//! Cues inside quotation marks and inside another's words claim nothing.

use super::cues::{Cue, Form, Sort, cue};
use super::extent::{self, MAX_LEAD};
use super::marks::Quoted;
use super::reader::Reader;
use super::source;
use std::ops::Range;

/// What a claim is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// A quoted stretch.
    Quoted(usize),
    /// Words of a sentence.
    Words(Range<usize>),
}

/// That somebody said something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Claim {
    /// What was said.
    pub(super) content: Content,
    /// The words of the cue.
    pub(super) cue: Range<usize>,
    /// The words of the source.
    pub(super) source: Option<Range<usize>>,
}

/// Fewest words before a comma that can be what somebody said.
const MIN_TRAILED: usize = 4;

/// Finds the claims of a document.
pub(super) fn find(reader: &Reader<'_>, quoted: &[Quoted]) -> Vec<Claim> {
    let mut finder = Finder { reader, quoted, claims: Vec::new() };
    for at in 0..reader.words.len() {
        let word = reader.words[at];
        if word.quoted.is_some() || word.entity.is_some() {
            continue;
        }
        if at + 1 < word.end && reader.is(at, &["according"]) && reader.is(at + 1, &["to"]) {
            finder.according_to(at);
        } else if reader.is(at, &["—", "–", "―", "--"]) {
            finder.dash(at);
        } else if let Some(cue) = cue(reader.word(at)) {
            finder.verb(at, cue);
        }
    }
    finder.claims
}

struct Finder<'r, 't> {
    reader: &'r Reader<'t>,
    quoted: &'r [Quoted],
    claims: Vec<Claim>,
}

/// A subject and its verb.
struct Group {
    /// From the first word of the two to the last.
    span: Range<usize>,
    cue: Range<usize>,
    source: Option<Range<usize>>,
    /// The subject is that of a verb before: `…, adding that`.
    shared: bool,
}

impl Finder<'_, '_> {
    /// The stretch that closes just before word `at`, a comma between them left out.
    fn closed_before(&self, at: usize) -> Option<usize> {
        let mut place = at.checked_sub(1)?;
        if self.reader.word(place) == "," && self.reader.words[place].quoted.is_none() {
            place = place.checked_sub(1)?;
        }
        let word = self.reader.words[place];
        let index = word.quoted?;
        let ends = self.quoted[index].span.end <= word.span.end && self.quoted[index].closed;
        (ends && word.block == self.reader.words[at].block).then_some(index)
    }

    /// `According to Lind, …` and `…, according to Lind`.
    fn according_to(&mut self, at: usize) {
        let word = self.reader.words[at];
        let Some(source) = source::after(self.reader, at + 2, word.end) else { return };
        let group = Group {
            span: at..source.end,
            cue: at..at + 2,
            source: Some(source.clone()),
            shared: false,
        };
        if let Some(index) = self.closed_before(at) {
            self.claim(Content::Quoted(index), &group);
            return;
        }
        // At the head of a sentence or clause what was said follows.
        let comma = (source.end..word.end.min(source.end + MAX_LEAD))
            .find(|&place| self.reader.word(place) == ",");
        if at - word.first <= 1 {
            if let Some(comma) = comma {
                self.leading(comma + 1, Sort::Say, &group);
            }
        } else {
            let comma = self.reader.word(at - 1) == ",";
            self.trailing(&group, at - usize::from(comma));
        }
    }

    fn verb(&mut self, at: usize, cue: Cue) {
        let Some(group) = self.group(at, cue) else { return };
        let reader = self.reader;
        let (start, end) = (group.span.start, group.span.end);
        let sentence = reader.words[at];
        if let Some(index) = self.closed_before(start).filter(|_| cue.sort != Sort::Act) {
            let inner = self.quoted[index].span.of(reader.text);
            let inner = inner.trim_end_matches(['”', '"', '’', '\'', '»', ' ', '\u{a0}']);
            let finished = inner.ends_with('.') && !reader.lower(start) && start == sentence.first;
            if !finished {
                self.claim(Content::Quoted(index), &group);
                self.interrupted(&group);
                return;
            }
        }
        let after_comma = start > sentence.first
            && matches!(reader.word(start - 1), "," | "—" | "–" | "--")
            && reader.words[start - 1].quoted.is_none();
        if after_comma
            && !group.shared
            && cue.sort == Sort::Say
            && extent::says_nothing_after(self.reader, end)
        {
            self.trailing(&group, start - 1);
        } else {
            self.leading(group.cue.end.max(end), cue.sort, &group);
        }
    }

    /// The subject and verb around the cue at `at`, if it is one here.
    fn group(&self, at: usize, cue: Cue) -> Option<Group> {
        let reader = self.reader;
        let sentence = reader.words[at];
        let before = (at > sentence.first).then(|| at - 1);
        let is_before = |list: &[&str]| before.is_some_and(|place| reader.is(place, list));
        let be = ["is", "are", "was", "were", "be", "been", "being", "'s", "’s"];
        if is_before(&["to", "a", "an", "the", "not", "n't", "-"])
            || (cue.form == Form::Past && is_before(&be) && cue.sort != Sort::Say)
        {
            return None;
        }
        let particle = at + 1 < sentence.end
            && cue.sort == Sort::Act
            && reader.is(at + 1, &["for", "on", "against"]);
        let verb = at..at + 1 + usize::from(particle);
        // `…, said Lind`: the subject after the verb, at the end of the sentence or a clause.
        let open_before = before.is_none_or(|place| reader.word(place) == ",")
            || reader.words[at - 1].quoted.is_some();
        if open_before && matches!(cue.form, Form::Past | Form::Third) && cue.sort != Sort::Act {
            let inserted = source::before(reader, at, sentence.first);
            let subject = source::after(reader, at + 1, sentence.end).filter(|subject| {
                self.closed_before(at).is_some()
                    || (inserted.is_none() && extent::says_nothing_after(self.reader, subject.end))
            });
            if let Some(subject) = subject {
                let span = at..subject.end;
                return Some(Group { span, cue: verb, source: Some(subject), shared: false });
            }
        }
        let shares = match cue.form {
            Form::Participle => !is_before(&be),
            _ => is_before(&["and", "but", "then", "also"]),
        };
        let contracted = cue.form == Form::Participle && is_before(&["'s", "’s"]);
        let own = source::before(reader, at - usize::from(contracted), sentence.first);
        let source = if shares && own.is_none() { self.shared_source(at) } else { own.clone() };
        let source = source?;
        if !self.is_verb(at, cue, &source) {
            return None;
        }
        let start = own.map_or(at, |own| own.start);
        Some(Group { span: start..verb.end, cue: verb, source: Some(source), shared: start == at })
    }

    /// Whether a word that may be a noun is a verb here: `they claim`, not `the claim`.
    fn is_verb(&self, at: usize, cue: Cue, source: &Range<usize>) -> bool {
        let reader = self.reader;
        let last = source.end - 1;
        let pronoun = reader.is_pronoun(last);
        match cue.form {
            Form::Past | Form::Participle => true,
            Form::Plain => {
                let plural = pronoun
                    || reader.word(last).ends_with('s')
                    || reader.is(last, &["police", "people", "many", "some", "others"]);
                plural && !(cue.noun && !pronoun && reader.is_name(last))
            }
            Form::Third if cue.noun => {
                pronoun
                    || (reader.is_name(last)
                        && !(at + 1 < reader.words[at].end && reader.is(at + 1, &["of"])))
            }
            Form::Third => true,
        }
    }

    /// The source of the claim before in the same sentence, or the sentence's subject.
    fn shared_source(&self, at: usize) -> Option<Range<usize>> {
        let first = self.reader.words[at].first;
        let before = self.claims.last().filter(|claim| claim.cue.start >= first);
        match before {
            Some(claim) => claim.source.clone(),
            None => source::subject(self.reader, first, at),
        }
    }

    /// `“…,” Lind said, “…”`: the stretch that goes on in the same sentence.
    fn interrupted(&mut self, group: &Group) {
        let end = self.reader.words[group.cue.start].end;
        let next = (group.span.end..end.min(group.span.end + MAX_LEAD))
            .find(|&place| self.reader.words[place].quoted.is_some());
        if let Some(place) = next
            && matches!(self.reader.word(place - 1), "," | ":")
            && let Some(index) = self.reader.words[place].quoted
        {
            self.claim(Content::Quoted(index), group);
        }
    }

    /// Claims what stands in the sentence before word `until`, and after the group where the
    /// sentence goes on.
    fn trailing(&mut self, group: &Group, until: usize) {
        let sentence = self.reader.words[group.cue.start];
        if until < sentence.first + MIN_TRAILED {
            return;
        }
        let goes_on = self.reader.word(group.span.end.min(sentence.end - 1)) == ","
            && group.span.end + MIN_TRAILED < sentence.end;
        let end = if goes_on { extent::clause_end(self.reader, sentence.end) } else { until };
        // What an inner cue claimed was part of it.
        while self.claims.last().is_some_and(|claim| {
            claim.cue.start >= sentence.first && matches!(claim.content, Content::Words(_))
        }) {
            self.claims.pop();
        }
        self.claim(Content::Words(sentence.first..end), group);
    }

    /// Claims what follows word `from`: a quotation, or the rest of the sentence.
    fn leading(&mut self, from: usize, sort: Sort, group: &Group) {
        let reader = self.reader;
        let end = reader.words[group.cue.start].end;
        if self.next_paragraph(from, end, group) || from >= end {
            return;
        }
        let inside = self.claims.last().is_some_and(|claim| match &claim.content {
            Content::Words(words) => words.contains(&group.cue.start),
            Content::Quoted(_) => false,
        });
        if inside && !self.cut_before(group) {
            return;
        }
        let stretch = (from..end.min(from + MAX_LEAD)).find(|&p| reader.words[p].quoted.is_some());
        if let Some(place) = stretch
            && let Some(index) = reader.words[place].quoted
            && extent::introduces(self.reader, from, place, sort)
        {
            self.claim(Content::Quoted(index), group);
            return;
        }
        let mut start = extent::after_listener(self.reader, from, sort);
        while start < end && reader.is_mark(start) && reader.words[start].quoted.is_none() {
            start += 1;
        }
        let last = extent::turn(self.reader, start, extent::clause_end(self.reader, end));
        if start < last {
            self.claim(Content::Words(start..last), group);
        }
    }

    /// `Lind said:` at the end of a paragraph: the next one is what she said, if it is quoted.
    fn next_paragraph(&mut self, from: usize, end: usize, group: &Group) -> bool {
        let short = end - from.min(end) <= MAX_LEAD;
        let Some(next) = self.reader.words.get(end).filter(|_| short) else { return false };
        let Some(index) = next.quoted.filter(|_| self.reader.word(end - 1) == ":") else {
            return false;
        };
        let opens = self.quoted[index].span.start == next.span.start;
        if opens {
            self.claim(Content::Quoted(index), group);
        }
        opens
    }

    /// `“…” — Anna Lind` at the end of a paragraph.
    fn dash(&mut self, at: usize) {
        let reader = self.reader;
        let block = reader.words[at].block;
        let Some(index) = self.closed_before(at) else { return };
        let end = reader.words[at].end;
        let Some(source) = source::after(reader, at + 1, end) else { return };
        let last = reader.words.get(end).is_none_or(|next| next.block != block);
        if last && end - source.end <= MAX_LEAD && !reader.lower(source.start) {
            let span = at..source.end;
            let group = Group { span, cue: at..at + 1, source: Some(source), shared: false };
            self.claim(Content::Quoted(index), &group);
        }
    }

    /// Ends the claim before where this one takes over: `…, adding that`, `… and Lind said`.
    /// False where the cue belongs to what was said.
    fn cut_before(&mut self, group: &Group) -> bool {
        let reader = self.reader;
        let mut place = group.span.start;
        // `… and later said`.
        loop {
            if place == 0 {
                return false;
            }
            place -= 1;
            if !reader.is_auxiliary(place) {
                break;
            }
        }
        let joined = reader.is(place, &["and", "but", "while"]) || reader.word(place) == ";";
        if !(joined || (group.shared && reader.word(place) == ",")) {
            return false;
        }
        let Some(Claim { content: Content::Words(words), .. }) = self.claims.last_mut() else {
            return false;
        };
        let mut end = place;
        while end > words.start && matches!(reader.word(end - 1), "," | "and" | "but") {
            end -= 1;
        }
        if end <= words.start {
            return false;
        }
        words.end = end;
        true
    }

    fn claim(&mut self, content: Content, group: &Group) {
        let taken = matches!(content, Content::Quoted(_))
            && self.claims.iter().rev().take(4).any(|claim| claim.content == content);
        if !taken {
            let (cue, source) = (group.cue.clone(), group.source.clone());
            self.claims.push(Claim { content, cue, source });
        }
    }
}
