//! Words whose full stop belongs to them.

use crate::word_list::WordList;

/// Abbreviations that a name or number follows, so that they never end a sentence; lower case,
/// without the final full stop.
static BEFORE_NAMES: WordList = WordList::new(
    " adm asst atty brig capt cdr cmdr col cpl dr drs esq fr gen gov hon lt \
lts maj messrs mlle mme mr mrs ms mx pfc ph pres prof pvt rep reps rev rt sen sens sgt sr st ste supt \
vs no nos art fig figs p pp vol vols ch sec para eq rs tk approx est c ca cf eg ie viz al v ",
);

/// Abbreviations that may stand at the end of a sentence.
static ANYWHERE: WordList = WordList::new(
    " jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs \
fri sat sun inc ltd co corp plc llc bros jr etc ave blvd rd mt ft dept univ assn ala ariz ark calif colo \
conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash \
wis wyo hrs min sq lb lbs oz kg km cm mm tel ext misc ret gov't int'l nat'l a.m p.m ",
);

/// Longest word of both lists, in bytes.
const LONGEST: usize = 6;

/// How a word that ends in a full stop relates to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// The stop ends the sentence and is a token of its own.
    Own,
    /// The stop belongs to the word, and a sentence never ends here.
    Inside,
    /// The stop belongs to the word, and a sentence may end here.
    Either,
}

/// Judges `word`, which stands before a full stop and does not hold it.
pub(super) fn stop_after(word: &str) -> Stop {
    let mut letters = word.chars();
    if let (Some(only), None) = (letters.next(), letters.next()) {
        // An initial: `Dmitri S. Peskov`. Digits end sentences: `It was 5.`
        return if only.is_uppercase() { Stop::Inside } else { Stop::Own };
    }
    let has_stop = word.contains('.');
    if word.len() > LONGEST && !has_stop {
        return Stop::Own;
    }
    // `RT.` is an acronym at the end of a sentence, `Rt.` an abbreviation.
    if word.chars().all(char::is_uppercase) {
        return Stop::Own;
    }
    let lower = word.to_lowercase();
    if BEFORE_NAMES.has(&lower) {
        // `no` is a word too; only `No. 5` is the abbreviation, which its capital tells.
        return if lower == "no" && word == "no" { Stop::Own } else { Stop::Inside };
    }
    // `U.S`, `a.m`, `e.g`: single letters parted by full stops.
    let dotted = has_stop
        && word
            .split('.')
            .all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic));
    if dotted || (ANYWHERE.has(&lower) && may_abbreviate(word)) {
        return Stop::Either;
    }
    Stop::Own
}

/// Words that are abbreviations only with a capital: `Mar.` and `mar`, `Wash.` and `wash`.
fn may_abbreviate(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
        || matches!(
            word,
            "etc" | "hrs" | "lb" | "lbs" | "oz" | "kg" | "km" | "cm" | "mm" | "sq" | "ft"
        )
}
