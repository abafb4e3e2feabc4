//! The training sets, and what each one's labels mean to the model.
//!
//! Takes tagged sentences, gives [`Labelled`] ones: for every word the tags that its label
//! allows. A set that does not mark a kind allows that kind anywhere outside its own marks, so it
//! is no evidence against it.

use super::bio::BioSentence;
use crate::entities::model::tags::{Kind, TAGS};
use std::collections::HashMap;

/// One training set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Set {
    /// Its name, which is also its file's.
    pub(super) name: &'static str,
    /// Its file under the data folder.
    pub(super) path: &'static str,
    /// Kinds that it does not mark.
    unmarked: &'static [Kind],
    /// Whether its names of people include titles of every sort.
    titled: bool,
}

const UNSAID: &[Kind] = &[Kind::Norp, Kind::Event, Kind::WorkOfArt, Kind::Product];

/// Every training set.
pub(super) const SETS: [Set; 7] = [
    set("gmb", "ner/train/gmb.bio.gz", &[Kind::WorkOfArt, Kind::Product], true),
    set("wikigold", "ner/train/wikigold.bio.gz", &[], false),
    set("wnut17", "ner/train/wnut17.bio.gz", &[Kind::Norp, Kind::Event], false),
    set("btc", "ner/train/btc.bio.gz", UNSAID, false),
    set("re3d", "ner/train/re3d.bio.gz", &[Kind::Event, Kind::WorkOfArt], true),
    set("crossner", "ner/train/crossner.bio.gz", &[], false),
    set("ewt-dev", "ner/dev/ewt-dev.bio", UNSAID, false),
];

/// The place in [`SETS`] of the set that confidence is calibrated on.
pub(super) const CALIBRATION: usize = 6;

const fn set(
    name: &'static str,
    path: &'static str,
    unmarked: &'static [Kind],
    titled: bool,
) -> Set {
    Set { name, path, unmarked, titled }
}

/// A sentence and, for each word, the tags that its labels allow.
#[derive(Clone, Debug)]
pub(super) struct Labelled {
    /// The words.
    pub(super) words: Vec<String>,
    /// A bit for each allowed tag.
    pub(super) allowed: Vec<u16>,
    /// How much the sentence counts.
    pub(super) weight: f32,
}

/// Outside alone.
const OUTSIDE: u16 = 1;

/// A form seen this often in a set, and in that share of cases as one kind, is of that kind.
const FREQUENT: u32 = 8;
const MOSTLY: f32 = 0.6;

/// Titles before names of people. A name may not begin with one.
const HONORIFICS: &[&str] = &[
    "mr",
    "mr.",
    "mrs",
    "mrs.",
    "ms",
    "ms.",
    "miss",
    "dr",
    "dr.",
    "prof",
    "prof.",
    "professor",
    "president",
    "prime",
    "minister",
    "justice",
    "judge",
    "senator",
    "sen.",
    "gov.",
    "governor",
    "gen.",
    "general",
];
/// More that stands before names in the sets that count titles as part of them.
const TITLES: &[&str] = &[
    "vice",
    "vice-president",
    "chancellor",
    "secretary",
    "secretary-general",
    "lt.",
    "lieutenant",
    "colonel",
    "col.",
    "major",
    "maj.",
    "capt.",
    "captain",
    "sgt.",
    "sergeant",
    "admiral",
    "adm.",
    "rep.",
    "representative",
    "congressman",
    "congresswoman",
    "mayor",
    "foreign",
    "defense",
    "defence",
    "interior",
    "finance",
    "deputy",
    "former",
    "ambassador",
    "king",
    "queen",
    "prince",
    "princess",
    "pope",
    "cardinal",
    "archbishop",
    "bishop",
    "reverend",
    "rev.",
    "father",
    "sheikh",
    "ayatollah",
    "grand",
    "mullah",
    "imam",
    "sir",
    "lord",
    "lady",
    "dame",
    "commander",
    "spokesman",
    "spokeswoman",
    "director",
    "chairman",
    "premier",
    "u.s.",
    "iraqi",
    "attorney",
    "brigadier",
    "chief",
    "first",
    "saint",
    "president-elect",
    "crown",
    "emperor",
    "sultan",
    "emir",
    "sen",
    "gen",
    "col",
    "lt",
    "envoy",
];
const ARTICLES: &[&str] = &["the", "a", "an"];

/// The kinds a label can mean; none for labels the model does not learn.
fn kinds_of(label: &str) -> &'static [Kind] {
    match label {
        "PER" | "per" | "person" | "Person" => &[Kind::Person],
        "ORG" | "org" | "Organisation" | "corporation" | "group" => &[Kind::Org],
        "LOC" | "geo" | "location" | "Location" => &[Kind::Place],
        "gpe" | "Nationality" => &[Kind::Norp],
        "EVENT" | "eve" => &[Kind::Event],
        "WORK" | "creative-work" => &[Kind::WorkOfArt],
        "product" | "MilitaryPlatform" | "Weapon" => &[Kind::Product],
        "MISC" => UNSAID,
        "art" => &[Kind::WorkOfArt, Kind::Product, Kind::Place, Kind::Org],
        "nat" => &[Kind::Event, Kind::Product],
        _ => &[],
    }
}

fn begin(kind: Kind) -> u16 {
    1 << kind.begin()
}

/// Counts how often each single form stands for each kind.
fn count_forms(sentences: &[BioSentence]) -> HashMap<String, [u32; Kind::ALL.len()]> {
    let mut counts: HashMap<String, [u32; Kind::ALL.len()]> = HashMap::new();
    for sentence in sentences {
        for (from, to, label) in sentence.spans() {
            if let [kind] = kinds_of(label) {
                counts.entry(sentence.words[from..to].join(" ")).or_default()[*kind as usize] += 1;
            }
        }
    }
    counts
}

impl Set {
    /// Maps the set's labels.
    #[must_use]
    pub(super) fn label(&self, sentences: &[BioSentence], weight: f32) -> Vec<Labelled> {
        let forms = count_forms(sentences);
        sentences
            .iter()
            .filter(|s| !s.starts_document())
            .map(|s| Labelled { words: s.words.clone(), allowed: self.allowed(s, &forms), weight })
            .collect()
    }

    fn allowed(
        &self,
        sentence: &BioSentence,
        forms: &HashMap<String, [u32; Kind::ALL.len()]>,
    ) -> Vec<u16> {
        let outside =
            self.unmarked.iter().fold(OUTSIDE, |mask, &k| mask | begin(k) | begin(k) << 1);
        let mut allowed = vec![outside; sentence.words.len()];
        for (from, to, label) in sentence.spans() {
            let kinds = kinds_of(label);
            let from =
                from + self.skipped(&sentence.words[from..to], kinds, &mut allowed[from..to]);
            if from == to {
                continue;
            }
            if kinds.is_empty() {
                allowed[from..to].fill(OUTSIDE);
                continue;
            }
            let words = &sentence.words[from..to];
            if self.name == "re3d" && !words.iter().any(|w| w.chars().any(char::is_uppercase)) {
                // Descriptions (`the opposition forces`), which are no names.
                allowed[from..to].fill(OUTSIDE);
                continue;
            }
            let kinds = self.doubted(words, kinds, forms);
            allowed[from] = kinds.iter().fold(0, |mask, &kind| mask | begin(kind));
            let inside = allowed[from] << 1;
            allowed[from + 1..to].fill(inside);
        }
        debug_assert!(allowed.iter().all(|&mask| mask != 0 && mask >> TAGS == 0));
        allowed
    }

    /// Marks the articles and titles at a span's beginning as outside; gives their number.
    fn skipped(&self, words: &[String], kinds: &[Kind], allowed: &mut [u16]) -> usize {
        let person = kinds == [Kind::Person];
        let is_title = |word: &str| {
            ARTICLES.contains(&word)
                || person && HONORIFICS.contains(&word)
                || person && self.titled && TITLES.contains(&word)
        };
        let titles = words.iter().take_while(|w| is_title(&w.to_lowercase())).count();
        let skipped = if titles == words.len() && !person {
            0
        } else if titles > 0 && words.get(titles).is_some_and(|w| w == "of") {
            words.len()
        } else {
            titles
        };
        allowed[..skipped].fill(OUTSIDE);
        skipped
    }

    /// The kinds of a name, with the one that the same form nearly always is: in a large set
    /// tagged by machine a rare label is more likely a slip.
    fn doubted(
        &self,
        words: &[String],
        kinds: &[Kind],
        forms: &HashMap<String, [u32; Kind::ALL.len()]>,
    ) -> Vec<Kind> {
        let mut kinds = kinds.to_vec();
        if self.name != "gmb" {
            return kinds;
        }
        let name = words.join(" ");
        if let Some(counts) = forms.get(&name) {
            let total: u32 = counts.iter().sum();
            for kind in Kind::ALL {
                let share = counts[kind as usize] as f32 / total as f32;
                if total >= FREQUENT && share >= MOSTLY && !kinds.contains(&kind) {
                    kinds.push(kind);
                }
            }
        }
        // Half of `Sri Lanka` is tagged as a person there, and two places as organisations.
        if ["Sri", "West Bank", "Gaza Strip"].contains(&&*name) {
            return vec![Kind::Place];
        }
        if kinds == [Kind::Norp] && !words.last().is_some_and(|w| is_demonym(w)) {
            kinds.push(Kind::Place);
        }
        kinds
    }
}

/// Whether a word ends like a demonym rather than like a country.
fn is_demonym(word: &str) -> bool {
    const ENDINGS: &[&str] = &["an", "ans", "i", "is", "ese", "ish", "ch", "sh", "s", "k", "h"];
    ENDINGS.iter().any(|end| word.ends_with(end)) && !word.ends_with("stan")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The allowed tags of each word of `WORD/TAG` pairs, as sums of bits.
    fn allowed(set: usize, text: &str) -> Vec<u16> {
        let pairs = text.split(' ').filter_map(|pair| pair.rsplit_once('/'));
        let (words, tags) = pairs.map(|(w, t)| (w.to_owned(), t.to_owned())).unzip();
        SETS[set].label(&[BioSentence { words, tags }], 1.0).remove(0).allowed
    }

    #[test]
    fn titles_and_articles_are_outside() {
        let (gmb, wikigold) = (0, 1);
        let unmarked = allowed(gmb, "said/O")[0];
        let person = begin(Kind::Person);
        assert_eq!(
            allowed(gmb, "President/B-per Hugo/I-per Berg/I-per said/O"),
            [OUTSIDE, person, person << 1, unmarked]
        );
        assert_eq!(allowed(gmb, "Mr./B-per"), [OUTSIDE]);
        let body = begin(Kind::Org);
        assert_eq!(allowed(wikigold, "The/B-ORG Ekmans/I-ORG"), [OUTSIDE, body]);
    }

    #[test]
    fn what_a_set_does_not_mark_is_open() {
        let btc = 3;
        let open = UNSAID.iter().fold(OUTSIDE, |mask, &k| mask | begin(k) | begin(k) << 1);
        assert_eq!(allowed(btc, "Oslo/B-LOC rocks/O"), [begin(Kind::Place), open]);
        let misc = UNSAID.iter().fold(0, |mask, &kind| mask | begin(kind));
        assert_eq!(allowed(1, "Danish/B-MISC"), [misc]);
    }
}
