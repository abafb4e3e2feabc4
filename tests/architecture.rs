//! Holds the code to what ARCHITECTURE.md says of it: data flows one way, and no file outgrows a
//! reader.

use std::fs;
use std::path::{Path, PathBuf};

/// The library's modules; a module may use those of lower rank and itself.
const RANKS: [(&str, u32); 17] = [
    ("calendar", 0),
    ("span", 0),
    ("confidence", 0),
    ("fold", 0),
    ("word_list", 0),
    ("warning", 1),
    ("text", 2),
    ("blocks", 3),
    ("language", 4),
    ("tokens", 4),
    ("entities", 5),
    ("clusters", 6),
    ("quotes", 7),
    ("dates", 7),
    ("document", 8),
    ("train", 8),
    ("wasm", 9),
];

/// Longest file, in lines.
const MAX_LINES: usize = 450;

fn rank(module: &str) -> Option<u32> {
    RANKS.iter().find(|(name, _)| *name == module).map(|(_, rank)| *rank)
}

/// Every file below `folder` with one of the endings.
fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a readable folder") {
            let path = entry.expect("a readable entry").path();
            let ending = path.extension().and_then(|e| e.to_str()).unwrap_or("");
            if path.is_dir() {
                folders.push(path);
            } else if endings.contains(&ending) {
                found.push(path);
            }
        }
    }
    found
}

#[test]
fn data_flows_one_way() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    for path in files(&root, &["rs"]) {
        let inside = path.strip_prefix(&root).expect("below src");
        let first = inside.iter().next().and_then(|part| part.to_str()).expect("a name");
        let module = first.trim_end_matches(".rs");
        // `lib` declares all modules; the command line is a crate of its own.
        if matches!(module, "lib" | "cli") {
            continue;
        }
        let own = rank(module).unwrap_or_else(|| panic!("give {module} a rank"));
        let source = fs::read_to_string(&path).expect("a readable file");
        for (at, _) in source.match_indices("crate::") {
            let used: String = source[at + "crate::".len()..]
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            if used != module && rank(&used).is_none_or(|rank| rank >= own) {
                wrong.push(format!("{} uses crate::{used}", inside.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "against the flow of data:\n{}", wrong.join("\n"));
}

#[test]
fn no_file_outgrows_a_reader() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut long = Vec::new();
    for folder in ["src", "tests", "www", "scripts", "package"].map(|folder| root.join(folder)) {
        if !folder.exists() {
            continue;
        }
        for path in files(&folder, &["rs", "ts", "tsx", "mjs", "js", "css", "sh", "py"]) {
            let lines = fs::read_to_string(&path).map_or(0, |source| source.lines().count());
            if lines > MAX_LINES {
                long.push(format!("{}: {lines} lines", path.display()));
            }
        }
    }
    assert!(long.is_empty(), "split these:\n{}", long.join("\n"));
}
