//! `copydesk train` and `copydesk eval`: the tagger's model from tagged text, and its scores.

use crate::Failure;
use copydesk::train::{self, Recipe};
use std::io::Write;
use std::path::PathBuf;

/// Where the word classes lie beside the project's sources.
const CLASSES: &str = "model/classes.tsv";

/// Runs `train`; `true` when the model was written.
pub(crate) fn run(mut arguments: lexopt::Parser) -> Result<bool, Failure> {
    use lexopt::prelude::*;
    let mut recipe = Recipe::default();
    let (mut data, mut path): (Option<PathBuf>, Option<PathBuf>) = (None, None);
    let mut classes = PathBuf::from(CLASSES);
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("out") => path = Some(arguments.value()?.into()),
            Long("classes") => classes = arguments.value()?.into(),
            Long("set") => {
                let setting = arguments.value()?.string()?;
                if recipe.set(&setting).is_none() {
                    return Err(Failure::Usage(format!("cannot --set {setting}")));
                }
            }
            Value(value) if data.is_none() => data = Some(value.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    let (Some(data), Some(path)) = (data, path) else {
        return Err(Failure::Usage("train needs a data folder and --out FILE".to_owned()));
    };
    let start = std::time::Instant::now();
    let progress = |line: &str| eprintln!("{:5.0} s  {line}", start.elapsed().as_secs_f32());
    let trained = train::train(&data, &classes, &recipe, progress);
    let written = trained.map_err(|error| error.to_string()).and_then(|bytes| {
        std::fs::write(&path, &bytes).map_err(|error| format!("{}: {error}", path.display()))
    });
    if let Err(error) = &written {
        eprintln!("copydesk: {error}");
    }
    Ok(written.is_ok())
}

/// Runs `eval`; `true` when everything could be measured.
pub(crate) fn evaluate(
    mut arguments: lexopt::Parser,
    out: &mut impl Write,
) -> Result<bool, Failure> {
    use lexopt::prelude::*;
    let (mut data, mut model): (Option<PathBuf>, Option<PathBuf>) = (None, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("model") => model = Some(arguments.value()?.into()),
            Value(value) if data.is_none() => data = Some(value.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    let Some(data) = data else {
        return Err(Failure::Usage("eval needs a data folder".to_owned()));
    };
    let bytes = match model.map(|path| std::fs::read(&path).map_err(|e| (path, e))).transpose() {
        Ok(bytes) => bytes,
        Err((path, error)) => {
            eprintln!("copydesk: {}: {error}", path.display());
            return Ok(false);
        }
    };
    match train::evaluate(&data, bytes.as_deref()) {
        Ok(report) => {
            write!(out, "{report}")?;
            Ok(true)
        }
        Err(error) => {
            eprintln!("copydesk: {error}");
            Ok(false)
        }
    }
}
