//! Compiles the name lists in `data/gazetteer` into one automaton, folded name to list bits.

#[path = "src/fold.rs"]
mod fold;

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

/// Files and the bit that each sets; `src/entities/gazetteer.rs` names the bits.
const LISTS: [(&str, u64); 20] = [
    ("country", 0),
    ("country_alias", 0),
    ("capital", 1),
    ("city", 2),
    ("city_alias", 1),
    ("state", 3),
    ("region", 4),
    ("nationality", 5),
    ("group", 6),
    ("language", 7),
    ("first_name", 8),
    ("first_name_abroad", 8),
    ("surname", 9),
    ("organisation", 10),
    ("media", 11),
    ("event", 12),
    ("facility", 13),
    ("law", 14),
    ("word", 15),
    ("title", 16),
];

fn main() {
    println!("cargo::rerun-if-changed=data/gazetteer");
    println!("cargo::rerun-if-changed=src/fold.rs");
    let folder = Path::new("data/gazetteer");
    let mut names: BTreeMap<String, u64> = BTreeMap::new();
    for (list, bit) in LISTS {
        let path = folder.join(list).with_extension("txt");
        let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        for name in text.lines() {
            // The same shape that a run of tokens has: folded, one space between.
            let key = fold::fold(name).replace('-', " - ");
            let key = key.split_whitespace().collect::<Vec<_>>().join(" ");
            *names.entry(key).or_default() |= 1 << bit;
        }
    }
    let mut map = fst::MapBuilder::memory();
    for (name, bits) in names {
        map.insert(name, bits).expect("a BTreeMap's keys are sorted");
    }
    let bytes = map.into_inner().expect("writing to memory does not fail");
    let out = Path::new(&env::var("OUT_DIR").expect("cargo sets OUT_DIR")).join("gazetteer.fst");
    fs::write(&out, bytes).unwrap_or_else(|e| panic!("{}: {e}", out.display()));
}
