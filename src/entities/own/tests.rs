use super::*;
use crate::blocks::{Reason, Role};
use crate::confidence::Permille;
use crate::entities::tag;
use crate::tokens::TokenizedText;

/// The problems of a file as `line:column message`, one a line.
fn problems(file: &str) -> Vec<String> {
    let problems = OwnNames::default().add(file.as_bytes());
    problems.iter().map(|p| format!("{}:{} {}", p.line, p.column, p.message)).collect()
}

fn list(file: &str) -> OwnNames {
    let mut own = OwnNames::default();
    assert_eq!(own.add(file.as_bytes()), [], "{file}");
    own
}

/// The list's own mentions in `text`, whose paragraphs are blocks, as `[words]`.
fn mark(file: &str, text: &str) -> String {
    let mut blocks = Vec::new();
    let mut at = 0;
    for paragraph in text.split("\n\n") {
        blocks.push(Block {
            span: ByteSpan::new(at, at + paragraph.len()),
            role: Role::Paragraph,
            keep: true,
            reason: Reason::Article,
            confidence: Permille(1000),
        });
        at += paragraph.len() + 2;
    }
    let sentences = crate::tokens::sentences(text, &blocks);
    let words: Vec<Words<'_>> = sentences.iter().map(|s| Words::new(text, s)).collect();
    let (mut marked, mut end) = (String::new(), 0);
    for one in list(file).find(text, &blocks, &sentences, &words, true) {
        marked += &format!("{}[{}]", &text[end..one.listed.span.start], one.listed.span.of(text));
        end = one.listed.span.end;
    }
    marked + &text[end..]
}

#[test]
fn reads_json_and_csv_alike() {
    let csv = "name,pattern,label,aliases\n\
        \"Lind, Anna\",,PERSON,A. Lind|Lind-Berg\n\
        ,\"Act \\d+\",law,\n\
        \"Hotel \"\"Vasa\"\"\",,FAC,\n";
    let json = r#"{"format": "copydesk-names/1", "names": [
        {"name": "Lind, Anna", "label": "PERSON", "aliases": ["A. Lind", "Lind-Berg"]},
        {"pattern": "Act \\d+", "label": "LAW"},
        {"name": "Hotel  \"Vasa\"\n", "label": "fac"}]}"#;
    let own = list(csv);
    assert_eq!(own.entries(), list(json).entries());
    assert_eq!(
        own.entries()[2].kind,
        Kind::Name { name: "Hotel \"Vasa\"".into(), aliases: vec![] }
    );
    for other in [
        csv.replace('\n', "\r\n"),
        format!("\u{FEFF}{csv}\n\n"),
        csv.trim_end().to_owned(),
        csv.replace(',', ";").replace("Lind; Anna", "Lind, Anna"),
        own.to_csv(),
        own.to_json(),
    ] {
        assert_eq!(list(&other).entries(), own.entries(), "{other}");
    }
    let utf16: Vec<u8> =
        format!("\u{FEFF}{csv}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut wide = OwnNames::default();
    assert_eq!(wide.add(&utf16), []);
    assert_eq!(wide.entries(), own.entries());
}

#[test]
fn says_what_is_wrong_and_where() {
    let labels = entry::labels();
    for (file, expected) in [
        ("", "1:1 The list is empty."),
        (
            "name,tag\nOslo,GPE",
            "1:6 “tag” is no column; the first line names them: name, pattern, label, aliases.",
        ),
        ("name,label\nOslo,CITY", &format!("2:6 “CITY” is no label; there are {labels}.")),
        ("name,label\nOslo\n", &format!("2:1 The label is missing: {labels}.")),
        ("name,label\n,GPE\n", "2:1 The entry has neither a name nor a pattern."),
        ("name,label\nOslo,GPE,x", "2:10 This line has more fields than columns."),
        (
            "name,label\n\"Oslo,GPE\n",
            "2:1 The quotation mark that opens this field is never closed.",
        ),
        (
            "name,label\n\"Os\"lo,GPE",
            "2:5 The quoted field ends before this; double the marks inside it.",
        ),
        (
            "pattern,label\n\n[a-,LAW\nab(c,LAW\n",
            "3:1 At character 1 of the pattern: unclosed character class.|4:1 At character 3 of the pattern: unclosed group.",
        ),
        ("[{]", "1:3 This is not JSON: key must be a string."),
        ("[\n {\"name\": 5, \"label\": \"LAW\"}]", "2:11 The name must be a string."),
        (
            "[{\"nam\": \"Å\"}]",
            "1:7 An entry is an object with name or pattern, label and aliases: unknown field `nam`, expected one of `name`, `pattern`, `label`, `aliases`.",
        ),
        (
            "[\"Oslo\"]",
            "1:7 An entry is an object with name or pattern, label and aliases: invalid type: string \"Oslo\", expected struct Object.",
        ),
        ("[{\"name\": \"–\", \"label\": \"LAW\"}]", "1:11 A name holds a letter or a digit."),
        (
            "[{\"name\": \"Å\", \"label\": \"LAW\", \"pattern\": \"x\"}]",
            "1:43 An entry is a name or a pattern, not both.",
        ),
        (
            "[{\"pattern\": \"ä(?=b)\", \"label\": \"LAW\"}]",
            "1:14 At character 2 of the pattern: looking ahead or behind is not available; mark the name with a group instead.",
        ),
        (
            "[{\"pattern\": \"(a)\\\\1\", \"label\": \"LAW\"}]",
            "1:14 At character 4 of the pattern: backreferences are not available.",
        ),
        (
            "[{\"pattern\": \"(\\\\w{99}){99}\", \"label\": \"LAW\"}]",
            "1:14 The pattern grows too large when it is compiled; repeat less.",
        ),
        (
            "[{\"name\": \"Oslo\", \"label\": \"GPE\", \"aliases\": \"Kristiania\"}]",
            "1:46 The aliases must be a list of strings.",
        ),
        (
            "[{\"name\": \"Oslo\", \"label\": \"GPE\", \"aliases\": [\"a|b\"]}]",
            "1:47 An alias holds no “|”.",
        ),
        ("[{\"pattern\": \" \", \"label\": \"LAW\"}]", "1:14 The pattern is blank."),
        (
            "{\"format\": \"x\", \"names\": []}",
            "1:1 The format is “x”; this reads “copydesk-names/1”.",
        ),
    ] {
        assert_eq!(problems(file).join("|"), expected, "{file}");
    }
}

#[test]
fn limits_are_told() {
    let nested =
        format!("[{{\"pattern\": \"{}a{}\", \"label\": \"LAW\"}}]", "(".repeat(60), ")".repeat(60));
    let long = format!("name,label\n{},ORG\n", "a".repeat(201));
    let patterns = format!("pattern,label\n{}", "a+,LAW\n".repeat(MAX_PATTERNS + 2));
    let names = format!("name,label\n{}", "Oslo,GPE\n".repeat(MAX_NAMES + 2));
    for (file, expected) in [
        (
            nested,
            "1:14 At character 51 of the pattern: exceed the maximum number of nested parentheses/brackets (50).",
        ),
        (long, "2:1 A name has 200 characters at most."),
        (patterns, "202:1 More than 200 patterns; the rest is not read."),
        (names, "50002:1 More than 50000 names; the rest is not read."),
        ("x".repeat(MAX_BYTES + 1), "1:1 The list is larger than 4 MB."),
    ] {
        assert_eq!(problems(&file), [expected]);
    }
}

#[test]
fn what_is_right_is_kept() {
    let mut own = OwnNames::default();
    assert_eq!(own.add(b"name,label\nOslo,CITY\nBergen,GPE\n").len(), 1);
    assert_eq!(own.add(b"[{\"pattern\": \"x\", \"label\": \"LAW\"}]"), []);
    assert_eq!(own.entries().len(), 2);
}

#[test]
fn names() {
    for (name, text, expected) in [
        (
            "Anna Lind",
            "Anna Lind’s, Anna\nLind. Joanna Lind, Anna Lindberg",
            "[Anna Lind]’s, [Anna\nLind]. Joanna Lind, Anna Lindberg",
        ),
        // Case, accents and apostrophes.
        ("Åsa Öst", "Asa Ost, ÅSA ÖST and åsa öst", "[Asa Ost], [ÅSA ÖST] and åsa öst"),
        ("Who", "Who asked the WHO? who", "[Who] asked the WHO? who"),
        (
            "bitcoin",
            "Bitcoin, bitcoin, BITCOIN, bitcoins",
            "[Bitcoin], [bitcoin], [BITCOIN], bitcoins",
        ),
        ("O’Brien", "O'Brien, O’Brien’s, Obrien", "[O'Brien], [O’Brien]’s, Obrien"),
        ("U.S. Steel", "US Steel and U.S. Steel", "[US Steel] and [U.S. Steel]"),
        // Marks and what ends a sentence.
        ("Yahoo! Inc.", "At Yahoo! Inc. they left Yahoo.", "At [Yahoo! Inc.] they left Yahoo."),
        ("Lind-Berg", "Lind-Berg, Lind‑Berg, Lind", "[Lind-Berg], [Lind‑Berg], Lind"),
        // The reader's word goes: article, title and genitive too.
        ("The Hague", "in The Hague, the hague", "in [The Hague], the hague"),
        ("Mr. Bean", "Mr. Bean and Mr Bean", "[Mr. Bean] and [Mr Bean]"),
        ("McDonald's", "McDonald’s", "[McDonald’s]"),
        // Never across blocks.
        ("Anna Lind", "They met Anna\n\nLind was there too", "They met Anna\n\nLind was there too"),
    ] {
        let file = serde_json::json!([{"name": name, "label": "ORG"}]).to_string();
        assert_eq!(mark(&file, text), expected, "{name}");
    }
}

#[test]
fn patterns() {
    for (pattern, text, expected) in [
        (
            r"\bArticle \d+",
            "Under Article 5 and Article 12b",
            "Under [Article 5] and [Article 12]b",
        ),
        (r"case no\. (\d+)", "in case no. 12", "in case no. [12]"),
        (r"the (\w+) (?P<name>\w+) Act", "the new Tax Act", "the new [Tax] Act"),
        (r"x(y)?", "x xy", "[x] x[y]"),
        (r"\s*\bact\s*", "an act of", "an [act] of"),
        (r"(?i)straße", "STRASSE Straße STRAßE", "STRASSE [Straße] [STRAßE]"),
        (r"\b\w+berg\b", "Åberg, Öbergs Sjöberg", "[Åberg], Öbergs [Sjöberg]"),
        (r"z*", "azzb", "a[zz]b"),
        (r"^Note", "Note one\nNote two, Note", "[Note] one\n[Note] two, Note"),
        (r"(?s)one.*two", "one\n\ntwo", "one\n\ntwo"),
    ] {
        let file = serde_json::json!([{"pattern": pattern, "label": "LAW"}]).to_string();
        assert_eq!(mark(&file, text), expected, "{pattern}");
    }
}

#[test]
fn the_longest_stands_then_the_first() {
    for (file, text, expected) in [
        (
            "name,label\nBank,ORG\nBank of Oslo,ORG\nOslo City Hall,FAC\n",
            "Bank of Oslo City Hall",
            "[Bank] of [Oslo City Hall]",
        ),
        ("name,pattern,label\nOslo,,GPE\n,Oslo \\d,LAW\n", "Oslo 5, Oslo", "[Oslo 5], [Oslo]"),
    ] {
        assert_eq!(mark(file, text), expected);
    }
    let own = list("name,label\nOslo,ORG\nOslo,GPE\n");
    let found = entities(&own, "Oslo");
    assert_eq!(found, ["ORG:Oslo"]);
}

/// All entities of a text, as `LABEL:words`.
fn entities(own: &OwnNames, text: &str) -> Vec<String> {
    let joined = TokenizedText::join(&[text.split(' ').collect()]);
    let found = tag(&joined.text, &joined.blocks, &joined.sentences, true, own);
    found.iter().map(|e| format!("{}:{}", e.label.as_str(), e.span.of(&joined.text))).collect()
}

#[test]
fn goes_before_everything_else() {
    for (file, text, expected) in [
        // Names, dates and amounts of the page's own yield.
        ("name,label\nNorway,ORG\n", "He left Norway on Monday", "ORG:Norway DATE:Monday"),
        ("name,label\nMarch,ORG\n", "on March 5 , 2021", "ORG:March CARDINAL:5 DATE:2021"),
        ("name,label\nFriday Night,WORK_OF_ART\n", "on Friday Night", "WORK_OF_ART:Friday Night"),
        ("pattern,label\n\\d million,QUANTITY\n", "paid $ 5 million for it", "QUANTITY:5 million"),
        // A full name speaks for its surname.
        (
            "name,label\nQvist Zorn,PERSON\n",
            "Qvist Zorn came . Later Zorn left",
            "PERSON:Qvist Zorn PERSON:Zorn",
        ),
    ] {
        assert_eq!(entities(&list(file), text).join(" "), expected, "{file}");
    }
}

#[test]
fn in_given_tokens_only_whole_ones_count() {
    let own = list("name,pattern,label\nBerg,,DATE\n,Li|nd,LAW\n,a b,LAW\n").in_whole_tokens();
    assert_eq!(entities(&own, "Lind-Berg Berg nd a b ab"), ["DATE:Berg", "LAW:nd", "LAW:a b"]);
}

#[test]
fn twice_the_text_takes_twice_the_time() {
    // Might go on for ever from each place: without a longest match each search would try.
    let own = list("pattern,label\n.*[^a]|a,LAW\n");
    let time = |length: usize| {
        let text = "a".repeat(length);
        let block = ByteSpan::new(0, length);
        let begun = std::time::Instant::now();
        let mut found = Vec::new();
        own.patterns[0].find(&text, std::iter::once(block), &mut found);
        assert_eq!(found.len(), length);
        begun.elapsed()
    };
    let (small, large) = (time(1 << 13), time(1 << 15));
    assert!(large < small * 10 + std::time::Duration::from_millis(50), "{small:?} {large:?}");
}
