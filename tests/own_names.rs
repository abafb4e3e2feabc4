//! The reader's own names and patterns: what they promise for any list and any text, and what the
//! command line makes of them.

use copydesk::entities::own::OwnNames;
use copydesk::{Options, annotate};
use proptest::prelude::*;

const PIECES: [&str; 18] = [
    "name,label\n",
    "pattern,label\n",
    "Oslo",
    ",ORG\n",
    "\"",
    "[",
    "{\"name\": ",
    "\"Oslo\"",
    ", ",
    "\"label\": \"GPE\"",
    "}",
    "]",
    "(",
    "\\w+",
    "é",
    ";",
    "\r\n",
    "\"pattern\": ",
];

proptest! {
    #[test]
    fn any_file_and_any_text_keep_the_promises(
        file in proptest::collection::vec(0..PIECES.len(), 0..24),
        other in "\\PC{0,60}",
        words in proptest::collection::vec("[a-c]{1,2}|The|'s|Mr\\.|[!. ,-]|5|\n\n", 0..40),
        names in proptest::collection::vec("[a-c]{1,2}( [a-c]{1,2})?|The a|b's|\\PC{1,4}", 0..8),
        pattern in "[a-c5.]{1,3}[*+?]?|\\PC{1,5}",
    ) {
        let mut own = OwnNames::default();
        let pieces: String = file.iter().map(|&piece| PIECES[piece]).collect();
        let _ = own.add(pieces.as_bytes());
        let _ = own.add(other.as_bytes());
        let entries = names.iter().map(|name| serde_json::json!({"name": name, "label": "ORG"}));
        let all: Vec<_> =
            entries.chain([serde_json::json!({"pattern": pattern, "label": "DATE"})]).collect();
        let _ = own.add(serde_json::json!(all).to_string().as_bytes());
        let text = words.join(" ");
        let options = Options { own: own.clone().into(), ..Options::default() };
        let read = annotate(text.as_bytes(), &options);
        let mut end = 0;
        for entity in &read.entities {
            prop_assert!(end <= entity.span.start && !entity.span.is_empty());
            let words = entity.span.of(&read.text);
            prop_assert_eq!(words.trim(), words);
            prop_assert!(read.blocks.iter().any(|b| b.keep && b.span.contains(entity.span)));
            end = entity.span.end;
        }
        for file in [own.to_json(), own.to_csv()] {
            let mut again = OwnNames::default();
            prop_assert_eq!(again.add(file.as_bytes()), []);
            prop_assert_eq!(again.entries(), own.entries());
        }
    }
}

#[cfg(feature = "cli")]
mod command_line {
    use std::path::PathBuf;
    use std::process::{Command, Output};

    /// A file of its own for one test.
    fn written(name: &str, content: &[u8]) -> PathBuf {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("own-names");
        std::fs::create_dir_all(&folder).expect("a writable folder");
        let path = folder.join(name);
        std::fs::write(&path, content).expect("a writable file");
        path
    }

    /// Runs the command line with one file at the end.
    fn copydesk(arguments: &[&str], names: &[&PathBuf], file: &PathBuf) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
        command.args(arguments);
        for names in names {
            command.arg("--names").arg(names);
        }
        command.arg(file).output().expect("the command line runs")
    }

    fn out(output: &Output) -> String {
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    #[test]
    fn the_command_line_takes_lists() {
        let article = written(
        "article.txt",
        b"The bridge was opened on Monday, Qvist Zorn said in Oslo.\n\nZorn praised Act 12 and \
          the engineers, and left in the evening.\n",
    );
        let csv = written("list.csv", b"name,label\r\nQvist Zorn,PER\r\nOslo,FAC\r\n");
        let json = written("list.json", br#"[{"pattern": "Act \\d+", "label": "LAW"}]"#);
        let output = copydesk(&["annotate"], &[&csv, &json], &article);
        assert_eq!(output.status.code(), Some(0));
        let document: serde_json::Value = serde_json::from_str(&out(&output)).expect("JSON");
        let own: Vec<String> = document["entities"]
            .as_array()
            .expect("a list")
            .iter()
            .filter(|e| e["confidence"] == 1.0)
            .map(|e| {
                [&e["text"], &e["label"], &e["why"]].map(|v| v.as_str().unwrap_or("")).join("; ")
            })
            .collect();
        assert_eq!(
            own,
            [
                "Qvist Zorn; PERSON; in your list of names",
                "Oslo; FAC; in your list of names",
                "Act 12; LAW; matches your pattern 1",
            ]
        );
        // The surname follows its full name.
        assert_eq!(document["clusters"][1]["variants"][0], "Zorn", "{}", document["clusters"]);
    }

    #[test]
    fn tokens_are_tagged_with_lists() {
        let tokens = written("tokens.tsv", b"Qvist\nZorn\npraised\nAct\n12\n");
        let list = written(
            "tokens.json",
            br#"[{"name": "Qvist Zorn", "label": "PERSON"},
            {"pattern": "Act \\d+", "label": "LAW"}, {"pattern": "rais", "label": "ORG"}]"#,
        );
        let output = copydesk(&["tag", "--bio"], &[&list], &tokens);
        assert_eq!(
            out(&output),
            "Qvist\tB-PERSON\nZorn\tI-PERSON\npraised\tO\nAct\tB-LAW\n12\tI-LAW\n\n"
        );
    }

    #[test]
    fn a_wrong_list_stops_the_command_line() {
        let article = written("other.txt", b"The bridge was opened on Monday.\n");
        let one = written("wrong.csv", b"name,label\nOslo,CITY\nBergen\n");
        let two = written("wrong.json", br#"[{"pattern": "a(", "label": "LAW"}]"#);
        let gone = one.with_file_name("gone.csv");
        let output = copydesk(&["annotate"], &[&one, &two, &gone], &article);
        assert_eq!((output.status.code(), out(&output).as_str()), (Some(2), ""));
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        for part in [
            "wrong.csv:2:6: “CITY” is no label",
            "wrong.csv:3:1: The label is missing",
            "wrong.json:1:14: At character 2 of the pattern: unclosed group.",
            "gone.csv: ",
        ] {
            assert!(told.contains(part), "{part} in {told}");
        }
    }
}
