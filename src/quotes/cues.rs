//! Words that introduce what somebody said.
//!
//! Takes a word, says whether it is a cue and what may stand beside it. The verbs are kept by
//! their plain form; the others are built once.

use std::collections::HashMap;
use std::sync::OnceLock;

/// What a cue takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// A clause before or after it: `said`.
    Say,
    /// A listener, then a clause: `told`.
    Tell,
    /// A thing or person, after it only: `criticised`, `called for`.
    Act,
}

/// The form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// `say`.
    Plain,
    /// `says`.
    Third,
    /// `said`.
    Past,
    /// `saying`.
    Participle,
}

/// A cue word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cue {
    /// What it takes.
    pub(super) sort: Sort,
    /// Its form.
    pub(super) form: Form,
    /// Whether the plain and third forms are nouns as well: `report`, `claims`.
    pub(super) noun: bool,
}

/// Regular verbs that take a clause.
const SAY: &str = "accept acknowledge add admit affirm agree allege announce argue assert assure \
believe boast caution clarify concede conclude confess confirm contend continue counter \
declare decide deny disclose discover dismiss elaborate emphasise emphasize explain exclaim expect \
 finish grumble hint imply indicate insist interject intone joke lament learn maintain \
mention mumble mutter muse narrate observe opine plead ponder predict proclaim \
 quip realise realize recall recollect reckon recommend reflect reiterate \
 remember respond reveal scold shriek sigh speculate stress suggest surmise \
suspect sum swear testify theorise theorize threaten tweet underline underscore urge venture voice \
vow warn whisper wonder worry yell conjecture ";
/// The same, whose plain form is a noun too.
const SAY_NOUNS: &str = "claim estimate forecast guess note post project question report state tweet answer cry plan \
     demand document propose remark comment promise pledge protest reason signal fear hope object \
     point reply shout attack";
/// Irregular verbs that take a clause: plain, third, past, participle.
const SAY_IRREGULAR: &str = "say says said saying|write writes wrote writing|think thinks thought \
thinking|feel feels felt feeling|know knows knew knowing|find finds found finding|show shows showed showing|cite cites cited citing|swear swears swore \
swearing|quote quotes quoted quoting|foresee foresees foresaw foreseeing|\
understand understands understood understanding";
/// Verbs that take a listener first.
const TELL: &str = "tell tells told telling|ask asks asked asking|inform informs informed \
informing|remind reminds reminded reminding|assure assures assured assuring|advise advises advised \
advising|notify notifies notified notifying";
/// Verbs that take a thing or a person.
const ACT: &str = "accuse applaud blame blast champion characterise characterize condemn \
criticise criticize decry defend denounce deride describe describe dispute endorse favor favour \
hail label laud mock oppose praise propose rebuke refuse reject tout want wish \
call prefer welcome urge";

fn table() -> &'static HashMap<String, Cue> {
    static TABLE: OnceLock<HashMap<String, Cue>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = HashMap::new();
        for (verbs, sort, noun) in
            [(ACT, Sort::Act, false), (SAY, Sort::Say, false), (SAY_NOUNS, Sort::Say, true)]
        {
            for verb in verbs.split_whitespace() {
                regular(verb, sort, noun, &mut table);
            }
        }
        for (verbs, sort) in [(SAY_IRREGULAR, Sort::Say), (TELL, Sort::Tell)] {
            for verb in verbs.split('|') {
                let forms = [Form::Plain, Form::Third, Form::Past, Form::Participle];
                for (word, form) in verb.split_whitespace().zip(forms) {
                    table.insert(word.to_owned(), Cue { sort, form, noun: false });
                }
            }
        }
        table
    })
}

/// Adds the four forms of a regular verb.
fn regular(verb: &str, sort: Sort, noun: bool, table: &mut HashMap<String, Cue>) {
    let cue = |form| Cue { sort, form, noun };
    let vowel_before_y = verb.ends_with("ay") || verb.ends_with("ey") || verb.ends_with("oy");
    let (third, past) = if verb.ends_with('y') && !vowel_before_y {
        let stem = &verb[..verb.len() - 1];
        (format!("{stem}ies"), format!("{stem}ied"))
    } else if verb.ends_with('e') {
        (format!("{verb}s"), format!("{verb}d"))
    } else if verb.ends_with(['s', 'x']) || verb.ends_with("sh") || verb.ends_with("ch") {
        (format!("{verb}es"), format!("{verb}ed"))
    } else {
        (format!("{verb}s"), format!("{verb}ed"))
    };
    let participle = format!("{}ing", verb.strip_suffix('e').unwrap_or(verb));
    table.insert(verb.to_owned(), cue(Form::Plain));
    table.insert(third, cue(Form::Third));
    table.insert(past, cue(Form::Past));
    table.insert(participle, cue(Form::Participle));
    // `admitted`, `quipped`, `referred`: the last letter is doubled.
    for (plain, doubled) in
        [("admit", "admitt"), ("quip", "quipp"), ("plan", "plann"), ("sum", "summ")]
    {
        if verb == plain {
            table.insert(format!("{doubled}ed"), cue(Form::Past));
            table.insert(format!("{doubled}ing"), cue(Form::Participle));
        }
    }
}

/// The cue that `word` is, whatever its case.
pub(super) fn cue(word: &str) -> Option<Cue> {
    // No cue is longer; most words of a text are sorted out here.
    if !(3..=14).contains(&word.len()) || !word.is_ascii() {
        return None;
    }
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        table().get(word).copied()
    } else {
        table().get(word.to_ascii_lowercase().as_str()).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_forms() {
        for (word, form) in [
            ("said", Form::Past),
            ("Says", Form::Third),
            ("replied", Form::Past),
            ("telling", Form::Participle),
            ("arguing", Form::Participle),
            ("admitted", Form::Past),
            ("stresses", Form::Third),
            ("report", Form::Plain),
        ] {
            assert_eq!(cue(word).map(|cue| cue.form), Some(form), "{word}");
        }
        assert_eq!(cue("table"), None);
    }
}
