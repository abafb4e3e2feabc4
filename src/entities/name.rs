//! Names by list and rule: PERSON, NORP, FAC, ORG, GPE, LOC, EVENT, LAW.
//!
//! Takes a sentence's words, gives names, sorted and disjoint. A run of capitalised words is one
//! candidate; lists, the words around it and its own last word say what it is.

use super::gazetteer::{self, Hits, Lists};
use super::words::Words;
use super::{Found, Label};
use crate::confidence::Permille;
use crate::word_list::WordList;

/// Last words of the names of bodies.
static ORG_HEADS: WordList = WordList::new(
    " academy administration agency airlines airways alliance army assembly association \
authority bank board brigade bureau cabinet center centre chamber church club coalition college command \
commission committee company conference confederation congress consortium corp corp. corporation council \
court department federation firm force forces foundation front fund government group gmbh guard guards \
hospital inc inc. industries institute institution journal league llc llp ltd ltd. magazine ministry \
mission motors movement museum navy network news newspaper office orchestra organisation organization \
parliament partners party plc police post press radio school senate service services society systems tribune \
television tribunal trust union university ventures weekly ",
);
/// Those that nothing but a company's name ends in.
static COMPANY_HEADS: WordList = WordList::new(" corp corp. inc inc. llc llp ltd ltd. plc gmbh ");
static FAC_HEADS: WordList = WordList::new(
    " airport arena avenue bridge building cathedral castle hall highway hotel mosque palace \
park plaza port prison square stadium station street temple theater theatre tower tunnel ",
);
static LOC_HEADS: WordList = WordList::new(
    " bay beach canal cape coast desert forest glacier gulf hills island islands lake mountain \
mountains ocean peninsula river sea strait valley ",
);
static GPE_HEADS: WordList =
    WordList::new(" city county district oblast province republic state states territory village ");
static EVENT_HEADS: WordList =
    WordList::new(" war wars summit olympics championship championships cup festival games ");
static LAW_HEADS: WordList =
    WordList::new(" act treaty accord accords constitution convention protocol amendment ");
/// Verbs that people and bodies do.
pub(super) static SAID: WordList = WordList::new(
    " said says told added asked announced warned stated confirmed wrote tweeted insisted argued \
explained noted denied claimed suggested replied declared acknowledged ",
);
pub(super) static PLACE_BEFORE: WordList =
    WordList::new(" in at near from to across outside inside around toward towards ");
/// Small words inside names.
static INSIDE: WordList =
    WordList::new(" of and & for the de la el al von van der bin ibn du da di del dos y 's ");
static PERSON_INSIDE: WordList =
    WordList::new(" de la el al von van der bin ibn du da di del dos ");
static TITLE_NOUNS: WordList = WordList::new(
    " spokesman spokeswoman spokesperson envoy adviser advisor diplomat leader lawmaker \
minister secretary president chairman chairwoman chief director analyst economist professor lawyer author \
actor actress singer coach counterpart ",
);

/// Listed names alone, and only those that leave no doubt: for languages whose other words the
/// rules do not know.
pub(super) fn listed_only(words: &Words<'_>) -> Vec<Found> {
    let hits = Hits::of(words);
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let one = words.capital(at).then(|| listed_name(words, &hits, at, words.len())).flatten();
        let long = words.raw(at).chars().count() > 3;
        let sure = one.filter(|one| long && one.confidence >= DOUBTLESS);
        at = sure.as_ref().map_or(at + 1, |one| one.to);
        found.extend(sure);
    }
    found
}

/// No name has more words. A longer run, as in a text all in capitals, is read piece by piece.
pub(super) const LONGEST: usize = 32;

/// From this confidence on a list entry stands without the words around it.
const DOUBTLESS: Permille = Permille(900);

/// Finds the names of one sentence.
pub(crate) fn find(words: &Words<'_>, hits: &Hits) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if !name_like(words, at) {
            at += 1;
            continue;
        }
        let run = run_end(words, at);
        let before = found.len();
        read_run(words, hits, at, run, &mut found);
        at = found.last().filter(|_| found.len() > before).map_or(run, |last| last.to.max(at + 1));
    }
    found
}

/// Words that no name begins with, whatever their case.
static FUNCTION: WordList = WordList::new(
    " a about above according after again against all also although am amid among an and \
another any are around as at be because been before behind being below between both but by can could despite \
did do does down during each either even every few for from further had has have he her here hers him his how \
however i if in including into is it its itself just last less let like many may me meanwhile more most mr much \
must my neither next no nor not now of off on once one only onto or other our out over own perhaps read same \
she should since so some such than that the their them then there these they this those though through thus \
to too two under until unlike up upon us very was we were what when where whether which while who whom whose \
why will with within without would yes yet you your n't 's 'm ",
);

/// Whether a word in lower case is one that no name begins with.
pub(super) fn is_function_word(lower: &str) -> bool {
    FUNCTION.has(lower)
}

/// Whether a name may begin with a word, which is `lower` in lower case: it has a capital and is no
/// function word; `US` and `IT` are none.
pub(super) fn may_begin(word: &str, lower: &str) -> bool {
    let shouted = || word.len() > 1 && word.chars().all(char::is_uppercase);
    word.starts_with(char::is_uppercase) && (!is_function_word(lower) || shouted())
}

/// Whether a name may begin with the word at `at`.
pub(super) fn name_like(words: &Words<'_>, at: usize) -> bool {
    words.lexeme(at).is_some_and(|lexeme| lexeme.name_like)
}

/// The end of the run of capitalised words that begins at `at`, small words in between included.
fn run_end(words: &Words<'_>, at: usize) -> usize {
    let mut to = at + 1;
    while to < at + LONGEST {
        if name_like(words, to) || (words.raw(to) == "." && words.raw(to - 1).len() == 1) {
            to += 1;
        } else if (INSIDE.has(words.lower(to)) || words.raw(to) == "-") && name_like(words, to + 1)
        {
            to += 2;
        } else if matches!(words.lower(to), "of" | "for")
            && words.lower(to + 1) == "the"
            && name_like(words, to + 2)
        {
            to += 3;
        } else {
            break;
        }
    }
    to
}

/// Reads the names inside the run of words `from..to`.
fn read_run(words: &Words<'_>, hits: &Hits, from: usize, to: usize, found: &mut Vec<Found>) {
    let mut at = from;
    while at < to {
        if !name_like(words, at) {
            at += 1;
            continue;
        }
        if let Some(one) = one_name(words, hits, at, to) {
            at = one.to.max(at + 1);
            found.push(one);
        } else {
            at += 1;
        }
    }
}

fn found(
    from: usize,
    to: usize,
    label: Label,
    confidence: u16,
    why: impl Into<String>,
) -> Option<Found> {
    Some(Found { from, to, label, confidence: Permille(confidence), why: why.into(), own: None })
}

/// The name that begins at `at`, within a run that ends at `end`.
fn one_name(words: &Words<'_>, hits: &Hits, at: usize, end: usize) -> Option<Found> {
    // A title is not part of the name, and says that a person follows.
    let title = hits
        .from(at)
        .iter()
        .find(|hit| hit.lists.any(Lists::TITLE) && hit.to <= end)
        .map(|hit| hit.to);
    if let Some(after) = title {
        let after = after + usize::from(words.raw(after) == ".");
        return if words.capital(after) {
            let person = person_end(words, after, end.max(after + 1));
            let lists = hits.lists(after, after + 1);
            if lists.any(Lists::COUNTRY.or(Lists::NATIONALITY).or(Lists::TITLE))
                && person == after + 1
            {
                None
            } else if lists.any(Lists::TITLE) {
                one_name(words, hits, after, end)
            } else {
                found(after, person, Label::Person, 930, format!("follows “{}”", words.raw(at)))
            }
        } else {
            None
        };
    }
    long_organisation(words, hits, at, end)
        .or_else(|| listed_name(words, hits, at, end))
        .or_else(|| person(words, hits, at, end))
        .or_else(|| by_context(words, hits, at, end))
}

/// `Ministry of Health`, `Bank of the North`, `Uppland Steel Corp.`: a body by its first or last
/// word.
fn long_organisation(words: &Words<'_>, hits: &Hits, at: usize, end: usize) -> Option<Found> {
    if ORG_HEADS.has(words.lower(at)) && words.lower(at + 1) == "of" && end > at + 2 {
        let mut to = at + 2 + usize::from(words.lower(at + 2) == "the");
        while to < end && words.capital(to) {
            to += 1;
        }
        return found(at, to, Label::Org, 880, format!("“{} of” names a body", words.raw(at)));
    }
    // A title ends the name: `U.S. Secretary of State` is no territory.
    let title = |at: usize| hits.from(at).iter().any(|hit| hit.lists.any(Lists::TITLE));
    let mut last = at;
    while last < end
        && !(last > at && title(last))
        && (words.capital(last)
            || (matches!(words.lower(last), "of" | "and" | "&" | "for") && words.capital(last + 1)))
    {
        last += 1;
    }
    let joined = (at..last).any(|inside| words.lower(inside) == "and");
    let heads = [
        (&ORG_HEADS, Label::Org, "a body"),
        (&FAC_HEADS, Label::Fac, "a building or site"),
        (&LOC_HEADS, Label::Loc, "a feature of the land"),
        (&GPE_HEADS, Label::Gpe, "a territory"),
        (&EVENT_HEADS, Label::Event, "an event"),
        (&LAW_HEADS, Label::Law, "a law or treaty"),
    ];
    (at + 1..last).rev().find_map(|head| {
        let (_, label, what) = heads.iter().find(|(list, ..)| list.has(words.lower(head)))?;
        if joined && *label != Label::Org {
            return None;
        }
        let confidence = match words.before(at) {
            _ if COMPANY_HEADS.has(words.lower(head)) => 930,
            "" => 700,
            _ => 820,
        };
        found(at, head + 1, *label, confidence, format!("“{}” names {what}", words.raw(head)))
    })
}

/// The longest listed name at `at` that is not also a person's or a plain word.
fn listed_name(words: &Words<'_>, hits: &Hits, at: usize, end: usize) -> Option<Found> {
    const NAMED: Lists = Lists::TERRITORIES
        .or(Lists::REGION)
        .or(Lists::NATIONALITY)
        .or(Lists::GROUP)
        .or(Lists::ORGANISATION)
        .or(Lists::MEDIA)
        .or(Lists::EVENT)
        .or(Lists::FACILITY)
        .or(Lists::LAW);
    if let Some(plural) = plural_people(words, at) {
        return Some(plural);
    }
    let hit = hits.from(at).iter().find(|hit| hit.lists.any(NAMED) && hit.to <= end.max(at + 1))?;
    let lists = hit.lists;
    let single = hit.to == at + 1;
    let written = words.raw(at);
    // `US` and `us`, `Nice` and `nice`: short or common words need their capitals.
    let short = single
        && written.len() <= 3
        && !written.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || c == '.');
    if short && !lists.any(Lists::CITY.or(Lists::NATIONALITY).or(Lists::GROUP)) {
        return None;
    }
    if single && lists.any(Lists::WORD) && words.before(at).is_empty() {
        return None;
    }
    // `Jordan Lind`, `Paris Berg`: a first name before another capital is a person's.
    if single
        && lists.any(Lists::FIRST_NAME)
        && at + 1 < end
        && words.capital(at + 1)
        && !lists.any(Lists::NATIONALITY)
    {
        return None;
    }
    let (label, confidence, what) = if lists.any(Lists::COUNTRY) {
        (Label::Gpe, 950, "a country or territory")
    } else if lists.any(Lists::NATIONALITY) {
        (Label::Norp, 950, "a nationality")
    } else if lists.any(Lists::GROUP) {
        (Label::Norp, 880, "a religious, ethnic or political group")
    } else if lists.any(Lists::ORGANISATION) {
        (Label::Org, 900, "an organisation")
    } else if lists.any(Lists::MEDIA) && (!single || written.len() > 1) {
        (Label::Org, 880, "a news outlet")
    } else if lists.any(Lists::REGION) {
        (Label::Loc, 880, "a region")
    } else if lists.any(Lists::FACILITY) {
        (Label::Fac, 880, "a site")
    } else if lists.any(Lists::EVENT) {
        (Label::Event, 800, "an event")
    } else if lists.any(Lists::LAW) {
        (Label::Law, 800, "a law or treaty")
    } else if lists.any(Lists::CAPITAL.or(Lists::STATE)) {
        (Label::Gpe, 930, "a capital or state")
    } else {
        let placed = PLACE_BEFORE.has(words.before(at));
        if lists.any(Lists::SURNAME.or(Lists::FIRST_NAME)) && !placed {
            return None;
        }
        (Label::Gpe, if placed { 900 } else { 780 }, "a city")
    };
    found(at, hit.to, label, confidence, format!("listed as {what}"))
}

/// `Russians`, `Shiites`: the plural of a listed people.
fn plural_people(words: &Words<'_>, at: usize) -> Option<Found> {
    let singular = words.raw(at).strip_suffix('s')?;
    let people = gazetteer::lists_of_word(singular).any(Lists::NATIONALITY.or(Lists::GROUP));
    people.then(|| found(at, at + 1, Label::Norp, 930, "plural of a listed people")).flatten()
}

/// The end of a person's name that begins at `at`: capitals, initials, particles.
fn person_end(words: &Words<'_>, at: usize, end: usize) -> usize {
    let mut to = at + 1;
    while to < words.len() && to < at + 5 {
        let particle = PERSON_INSIDE.has(words.lower(to)) && words.capital(to + 1);
        let hyphen = words.raw(to) == "-"
            && to < end
            && words.capital(to + 1)
            && first_name(words, to - 1)
            && words.joined(to);
        // `Donald Lind Steve Berg`: two people, and no comma between them.
        let another = to >= at + 2
            && words.capital(to + 1)
            && !PERSON_INSIDE.has(words.before(to))
            && words.raw(to).len() > 2
            && first_name(words, to)
            && !first_name(words, to - 1)
            && !first_name(words, to + 1);
        if another {
            break;
        }
        if particle || hyphen {
            to += 2;
        } else if words.capital(to) && (to < end || words.raw(to).len() <= 2) {
            let ends = ORG_HEADS.has(words.lower(to)) || TITLE_NOUNS.has(words.lower(to));
            if ends {
                break;
            }
            to += 1;
        } else {
            break;
        }
    }
    to.min(words.len())
}

fn first_name(words: &Words<'_>, at: usize) -> bool {
    words.lists(at).any(Lists::FIRST_NAME)
}

/// A first name and what follows it, or a name behind `spokesman`.
fn person(words: &Words<'_>, hits: &Hits, at: usize, end: usize) -> Option<Found> {
    let lists = hits.lists(at, at + 1);
    let to = person_end(words, at, end);
    let follows = TITLE_NOUNS.has(words.before(at));
    if lists.any(Lists::FIRST_NAME)
        && to > at + 1
        && !(lists.any(Lists::WORD) && words.before(at).is_empty() && !lists.any(Lists::SURNAME))
    {
        return found(at, to, Label::Person, 920, format!("first name {}", words.raw(at)));
    }
    if follows {
        return found(at, to, Label::Person, 880, format!("follows “{}”", words.raw(at - 1)));
    }
    let surname = hits.lists(to - 1, to);
    let plain = lists.any(Lists::WORD);
    if to > at + 1 && to <= at + 3 && !plain && surname.any(Lists::SURNAME) {
        return found(at, to, Label::Person, 800, format!("surname {}", words.raw(to - 1)));
    }
    let known = lists.any(Lists::SURNAME.or(Lists::FIRST_NAME)) && !plain;
    (known && to == at + 1)
        .then(|| found(at, to, Label::Person, 600, "listed as a name of people"))
        .flatten()
}

/// An unlisted name by the words around it.
fn by_context(words: &Words<'_>, hits: &Hits, at: usize, end: usize) -> Option<Found> {
    let mut to = at + 1;
    while to < end && words.capital(to) {
        to += 1;
    }
    let lists = hits.lists(at, at + 1);
    let opens = words.before(at).is_empty() || matches!(words.before(at), "“" | "\"" | "‘" | ":");
    let single = to == at + 1;
    let written = words.raw(at);
    if written == "West" && single && words.before(at) == "the" {
        return found(at, to, Label::Loc, 800, "“the West”");
    }
    if lists.any(Lists::WORD.or(Lists::TITLE)) && (opens || single) {
        return None;
    }
    let capitals = written.len() >= 2
        && written.len() <= 6
        && written.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || c == '.');
    if single && capitals {
        return found(at, to, Label::Org, 650, "an acronym");
    }
    // `(Northern Agency)` in a dateline or behind a quotation.
    if words.before(at) == "(" && words.raw(to) == ")" && !single {
        return found(at, to, Label::Org, 650, "in brackets, as a source is");
    }
    let next = words.lower(to);
    if SAID.has(next) && words.before(at) != "the" && !(single && opens) {
        return found(at, to, Label::Person, 650, format!("before “{next}”"));
    }
    if single && PLACE_BEFORE.has(words.before(at)) {
        return found(at, to, Label::Gpe, 600, format!("follows “{}”", words.before(at)));
    }
    if !single && !opens && to <= at + 3 && words.before(at) != "the" {
        return found(at, to, Label::Person, 500, "two capitalised words");
    }
    (!single && words.before(at) == "the")
        .then(|| found(at, to, Label::Org, 500, "capitalised words after “the”"))
        .flatten()
}
