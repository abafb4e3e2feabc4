//! `copydesk annotate` and `copydesk extract`: articles in, one document each out.

use crate::{Failure, input, names};
use copydesk::span::OffsetUnit;
use copydesk::text::InputKind;
use copydesk::{Document, Options, annotate, extract};
use std::io::Write;
use std::path::PathBuf;

/// Which of the two commands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Command {
    Annotate,
    Extract,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Json,
    Jsonl,
    Text,
}

/// Runs the command over every file; `true` when each gave a document.
pub(crate) fn run(
    mut arguments: lexopt::Parser,
    command: Command,
    out: &mut impl Write,
) -> Result<bool, Failure> {
    use lexopt::prelude::*;
    let mut options = Options::default();
    let mut format = Format::Json;
    let (mut paths, mut own): (Vec<PathBuf>, Vec<PathBuf>) = Default::default();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("input") => options.input = input_kind(&arguments.value()?.string()?)?,
            Long("encoding") => options.encoding = Some(arguments.value()?.string()?),
            Long("published") if command == Command::Annotate => {
                options.published = Some(day(arguments.value()?.string()?)?);
            }
            Long("names") if command == Command::Annotate => {
                own.push(PathBuf::from(arguments.value()?));
            }
            Long("keep-all") if command == Command::Annotate => options.keep_all = true,
            Long("format") => format = output_format(&arguments.value()?.string()?, command)?,
            Value(path) => paths.push(path.into()),
            Short('h') | Long("help") => {
                writeln!(out, "{}", crate::USAGE)?;
                return Ok(true);
            }
            other => return Err(other.unexpected().into()),
        }
    }
    if paths.is_empty() {
        return Err(Failure::Usage("name at least one file, or - for standard input".to_owned()));
    }
    options.own = names::read(&own)?.into();
    let mut all_well = true;
    for path in &paths {
        match input::read(path) {
            Ok(article) => {
                options.id = article.id;
                let document = match command {
                    Command::Annotate => annotate(&article.bytes, &options),
                    Command::Extract => extract(&article.bytes, &options),
                };
                write(&document, command, format, out)?;
            }
            Err(error) => {
                all_well = false;
                eprintln!("copydesk: {}: {error}", path.display());
            }
        }
    }
    Ok(all_well)
}

fn write(
    document: &Document,
    command: Command,
    format: Format,
    out: &mut impl Write,
) -> std::io::Result<()> {
    let line = match (command, format) {
        (_, Format::Text) => return writeln!(out, "{}\n", document.article_text()),
        (Command::Annotate, _) => document.to_json(OffsetUnit::CodePoint),
        (Command::Extract, _) => document.to_extract_json(),
    };
    writeln!(out, "{line}")
}

fn input_kind(name: &str) -> Result<Option<InputKind>, Failure> {
    match name {
        "auto" => Ok(None),
        "html" => Ok(Some(InputKind::Html)),
        "text" => Ok(Some(InputKind::Text)),
        _ => Err(Failure::Usage(format!("--input is auto, html or text, not {name:?}"))),
    }
}

fn output_format(name: &str, command: Command) -> Result<Format, Failure> {
    match (name, command) {
        ("json", _) => Ok(Format::Json),
        ("jsonl", _) => Ok(Format::Jsonl),
        ("text", Command::Extract) => Ok(Format::Text),
        _ => Err(Failure::Usage(format!("there is no --format {name} here"))),
    }
}

/// Checks the shape `YYYY-MM-DD` and that month and day exist in some year.
fn day(value: String) -> Result<String, Failure> {
    let parts: Vec<_> = value.split('-').collect();
    let number = |part: &str, length: usize| {
        (part.len() == length).then(|| part.parse::<u32>().ok()).flatten()
    };
    let well_formed = match parts[..] {
        [year, month, day] => {
            number(year, 4).is_some()
                && number(month, 2).is_some_and(|m| (1..=12).contains(&m))
                && number(day, 2).is_some_and(|d| (1..=31).contains(&d))
        }
        _ => false,
    };
    if well_formed {
        Ok(value)
    } else {
        Err(Failure::Usage(format!("--published takes YYYY-MM-DD, not {value:?}")))
    }
}
