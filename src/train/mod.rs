//! Training the tagger and measuring it.
//!
//! Takes the tagged sets of a data folder, gives the bytes of a model file, or tables of scores.
//! Invariant: the same data and recipe give the same bytes, whatever the number of threads.

mod augment;
mod bio;
mod calibrate;
mod crf;
mod eval;
mod numbers;
mod random;
mod recipe;
mod score;
mod sets;
mod text;
mod write;

pub use eval::{Report, evaluate};
pub use recipe::Recipe;

use crate::entities::model::Tagger;
use crate::entities::model::classes::{Classes, truncated};
use crate::entities::model::format::Model;
use crate::entities::model::word::hash_word;
use crf::{Average, Buffers, Crf, Numbered};
use numbers::Numbers;
use random::Random;
use sets::{CALIBRATION, Labelled, SETS};
use std::io;
use std::path::{Path, PathBuf};

/// Why training or measuring stopped.
#[derive(Debug)]
pub enum TrainError {
    /// A file cannot be read.
    Read(PathBuf, io::Error),
    /// No training set was found or none counts.
    NoData(PathBuf),
    /// The model that was written cannot be read again.
    Model(String),
}

impl std::fmt::Display for TrainError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Read(path, error) => write!(f, "{}: {error}", path.display()),
            Self::NoData(path) => write!(f, "{}: no training sets here", path.display()),
            Self::Model(reason) => write!(f, "{reason}"),
        }
    }
}

impl std::error::Error for TrainError {}

/// Every so many sentences of the last runs the weights count into their average.
const AVERAGED: usize = 4096;

fn read_sets(data: &Path, recipe: &Recipe) -> Result<Vec<Labelled>, TrainError> {
    let mut sentences = Vec::new();
    for (set, &weight) in SETS.iter().zip(&recipe.weights) {
        let path = data.join(set.path);
        if weight > 0.0 {
            let read = bio::read(&path).map_err(|error| TrainError::Read(path, error))?;
            sentences.extend(
                set.label(&read, weight).into_iter().filter(|s| !s.words.concat().is_empty()),
            );
        }
    }
    if sentences.is_empty() {
        return Err(TrainError::NoData(data.to_owned()));
    }
    Ok(sentences)
}

/// Trains a model on the sets of `data` with the word classes in `classes` (lines of coarse
/// class, middle class and words); `progress` gets a line now and then.
///
/// # Errors
/// Where a file cannot be read or the sets are empty.
pub fn train(
    data: &Path,
    classes: &Path,
    recipe: &Recipe,
    mut progress: impl FnMut(&str),
) -> Result<Vec<u8>, TrainError> {
    let text = std::fs::read_to_string(classes)
        .map_err(|error| TrainError::Read(classes.to_owned(), error))?;
    let classes = parse_classes(&text);
    // What confidence is calibrated on must not have been trained on.
    let mut others = recipe.clone();
    others.weights[CALIBRATION] = 0.0;
    progress("for calibration, without the set that it is calibrated on:");
    let (numbers, crf) = learn(data, &classes, &others, &mut progress)?;
    let scale = 1.0 - recipe.dropout as f32 / 1024.0;
    let raw = calibrate::identity();
    let bytes = write::model(&numbers.keys, &crf, scale, &classes, &raw);
    let model = Model::read(&bytes).map_err(|error| TrainError::Model(error.to_string()))?;
    let path = data.join(SETS[CALIBRATION].path);
    let (calibration, f1) = calibrate::fit(&path, &Tagger::new(model))?;
    progress(&format!("F1 on that set, unseen: {f1:.4}"));
    let (numbers, crf) = if recipe.weights[CALIBRATION] > 0.0 {
        progress("with all sets:");
        learn(data, &classes, recipe, &mut progress)?
    } else {
        (numbers, crf)
    };
    Ok(write::model(&numbers.keys, &crf, scale, &classes, &calibration))
}

/// Learns the weights of the features that matter most.
fn learn(
    data: &Path,
    classes: &Classes,
    recipe: &Recipe,
    progress: &mut impl FnMut(&str),
) -> Result<(Numbers, Crf), TrainError> {
    let mut random = Random(recipe.seed);
    let mut sentences = read_sets(data, recipe)?;
    let mut more = Vec::new();
    for sentence in &mut sentences {
        *sentence = text::taken_apart(&augment::cut(sentence, recipe.split, &mut random));
        let recased = augment::recased(sentence, recipe.recased, &mut random);
        // Another case may be taken apart otherwise.
        more.extend(recased.iter().map(text::taken_apart));
    }
    sentences.extend(more);
    random.shuffle(&mut sentences);

    let mut numbers = Numbers::count(&sentences, classes, recipe.cutoff);
    let mut numbered: Vec<Numbered> =
        sentences.iter().map(|sentence| numbers.of(sentence, classes)).collect();
    progress(&format!("{} sentences, {} features", sentences.len(), numbers.keys.len()));

    let mut crf = Crf::new(numbers.keys.len(), recipe.rate);
    let mut buffers = Buffers::default();
    let mut average = Average::default();
    for run in 0..recipe.epochs + recipe.tuning {
        if run == recipe.epochs {
            let kept = strongest(&crf, recipe.keep, &mut numbers);
            crf.shrink(&kept);
            for sentence in &mut numbered {
                *sentence = sentence.shrunk(&kept);
            }
        }
        let mut loss = 0.0;
        for (at, (features, labels)) in numbered.iter().zip(&sentences).enumerate() {
            let features = thinned(features, recipe.dropout, &mut random);
            loss += f64::from(crf.step(&features, labels, &mut buffers));
            if run >= recipe.epochs && (at + 1) % AVERAGED == 0 {
                average.add(&crf);
            }
        }
        let (done, all) = (run + 1, recipe.epochs + recipe.tuning);
        progress(&format!("run {done} of {all}: {} features, loss {loss:.0}", crf.weights.len()));
    }
    average.give(&mut crf);
    Ok((numbers, crf))
}

/// Reads lines of `COARSE<TAB>MIDDLE<TAB>words`, one fine class a line.
fn parse_classes(text: &str) -> Classes {
    let mut words = Vec::new();
    let mut coarser = vec![(0, 0)];
    for line in text.lines() {
        let mut parts = line.split('\t');
        let mut number = || parts.next().and_then(|n| n.parse::<u16>().ok()).map_or(0, |n| n + 1);
        let coarse = number();
        let middle = number();
        let class = coarser.len() as u16;
        coarser.push((middle, coarse));
        let listed = parts.next().unwrap_or_default().split(' ');
        words.extend(listed.map(|w| (truncated(hash_word(w.as_bytes())), class)));
    }
    Classes::new(words, coarser)
}

/// Keeps the features with the largest weights.
fn strongest(crf: &Crf, keep: usize, numbers: &mut Numbers) -> Vec<Option<u32>> {
    let strength: Vec<f32> = crf
        .weights
        .iter()
        .map(|row| row.iter().fold(0.0f32, |most, weight| most.max(weight.abs())))
        .collect();
    let mut sorted = strength.clone();
    sorted.sort_by(|a, b| b.total_cmp(a));
    let least = sorted.get(keep).copied().unwrap_or(0.0);
    numbers.shrink(|number| strength[number] > least)
}

/// The sentence without the features that this step does not get to see.
fn thinned(sentence: &Numbered, dropout: u32, random: &mut Random) -> Numbered {
    let mut thin = Numbered::default();
    for features in sentence.words() {
        thin.features.extend(features.iter().filter(|_| random.next() >> 54 >= u64::from(dropout)));
        thin.ends.push(thin.features.len() as u32);
    }
    thin
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    const TEXT: &str = "Anna\tB-PER\nLind\tI-PER\nlives\tO\nin\tO\nOslo\tB-LOC\n.\tO\n\n\
                        She\tO\nleft\tO\nBergen\tB-LOC\nfor\tO\nEkman\tB-ORG\nSteel\tI-ORG\n.\tO\n\n";

    #[test]
    fn the_same_data_give_the_same_bytes_and_a_model_that_has_learned_them() {
        let data = std::env::temp_dir().join(format!("copydesk-train-{}", std::process::id()));
        fs::create_dir_all(data.join("ner/train")).expect("a folder");
        fs::create_dir_all(data.join("ner/dev")).expect("a folder");
        let text = flate2::read::GzEncoder::new(TEXT.as_bytes(), flate2::Compression::fast());
        let packed: Vec<u8> = io::Read::bytes(text).collect::<Result<_, _>>().expect("bytes");
        fs::write(data.join("ner/train/wikigold.bio.gz"), packed).expect("a file");
        fs::write(data.join("ner/dev/ewt-dev.bio"), TEXT).expect("a file");
        let classes = data.join("classes.tsv");
        fs::write(&classes, "0\t0\toslo bergen\n1\t1\tanna lind\n").expect("a file");

        let mut recipe = Recipe { cutoff: 1, dropout: 0, epochs: 20, ..Recipe::default() };
        recipe.weights = [0.0; 7];
        recipe.weights[1] = 1.0;
        let make = || train(&data, &classes, &recipe, |_| ()).expect("a model");
        let bytes = make();
        assert_eq!(bytes, make());
        let tagger = Tagger::read(&bytes).expect("a model");
        let sentences = bio::read(&data.join("ner/dev/ewt-dev.bio")).expect("a file");
        let scores = score::Scores::of(&sentences, |document| eval::found(&tagger, document));
        assert_eq!((scores.total().right, scores.total().f1()), (4, 1.0));
        assert!(train(&data, &data.join("missing"), &recipe, |_| ()).is_err());
        fs::remove_dir_all(data).expect("the folder goes");
    }
}
