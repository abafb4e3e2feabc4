//! Times one extractor over the files of a folder; `scripts/peers/compare.mjs` reads what it prints.

use serde_json::{Map, Value, json};
use std::time::Instant;
use std::{env, fs, hint};

/// Runs `extract`, which gives a page's article text or nothing.
///
/// Files are read before the clock starts. The first round warms up, is not timed, and gives the
/// texts.
///
/// # Panics
/// When the arguments, `FOLDER ROUNDS`, are others or the folder cannot be read.
pub(crate) fn run(extract: impl Fn(&str) -> Option<String>) {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [folder, rounds] = &arguments[..] else { panic!("usage: FOLDER ROUNDS") };
    let rounds: usize = rounds.parse().expect("a number of rounds");
    let entries = fs::read_dir(folder).expect("a readable folder");
    let paths: Vec<_> = entries.map(|entry| entry.expect("a readable entry").path()).collect();
    let read = |path| fs::read_to_string(path).expect("a readable page");
    let pages: Vec<String> = paths.iter().map(read).collect();

    let bodies: Map<String, Value> = paths
        .iter()
        .zip(&pages)
        .map(|(path, page)| {
            let id = path.file_stem().expect("a name").to_string_lossy();
            (id.into_owned(), json!({ "articleBody": extract(page) }))
        })
        .collect();
    let round = |_| {
        let from = Instant::now();
        for page in &pages {
            hint::black_box(extract(page));
        }
        from.elapsed().as_secs_f64()
    };
    let seconds: Vec<f64> = (0..rounds).map(round).collect();
    println!("{}", json!({ "seconds": seconds, "bodies": bodies }));
}
