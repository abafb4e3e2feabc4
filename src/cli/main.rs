//! The command line: `copydesk annotate | extract | tag | train | eval`.
//!
//! Thin: reads files, calls the library, writes to standard output. Standard output carries data
//! alone; whatever goes wrong is named on standard error, and the other files are still done.

mod annotate;
mod bio;
mod input;
mod names;
mod train;

use std::io::Write;
use std::process::ExitCode;

const USAGE: &str = "\
usage: copydesk annotate [--input auto|html|text] [--encoding LABEL] [--published YYYY-MM-DD]
                         [--keep-all] [--names FILE]... [--format json|jsonl] FILE...|-
       copydesk extract  [--input auto|html|text] [--encoding LABEL] [--format json|jsonl|text]
                         FILE...|-
       copydesk tag --bio [--labels ontonotes|conll] [--names FILE]... [FILE|-]
       copydesk train DATA --out FILE [--classes FILE] [--set NAME=NUMBER]...
       copydesk eval DATA [--model FILE]

FILE may be .txt, .html or either with .gz; - is standard input. --names takes a list of your own
names and patterns, JSON or CSV; several count in their order.
Exit status: 0 every input gave a document, 1 some did not, 2 the command line or
a list of names is wrong.";

/// What ends a run early.
#[derive(Debug)]
enum Failure {
    /// The command line is wrong.
    Usage(String),
    /// Lists of names are wrong: a line for each problem.
    Names(Vec<String>),
    /// Standard output cannot be written.
    Output(std::io::Error),
}

impl From<lexopt::Error> for Failure {
    fn from(error: lexopt::Error) -> Self {
        Self::Usage(error.to_string())
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::Output(error)
    }
}

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        // A closed pipe (`copydesk … | head`) is the reader's choice, not a fault.
        Err(Failure::Output(e)) if e.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Failure::Output(error)) => {
            eprintln!("copydesk: cannot write to standard output: {error}");
            ExitCode::from(1)
        }
        Err(Failure::Names(problems)) => {
            problems.iter().for_each(|problem| eprintln!("copydesk: {problem}"));
            ExitCode::from(2)
        }
        Err(Failure::Usage(message)) => {
            eprintln!("copydesk: {message}\n\n{USAGE}");
            ExitCode::from(2)
        }
    }
}

/// Runs the command; `true` when every input gave a document.
fn run() -> Result<bool, Failure> {
    use lexopt::prelude::*;
    let mut arguments = lexopt::Parser::from_env();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let all_well = match arguments.next()? {
        Some(Value(command)) => match command.to_str() {
            Some("annotate") => annotate::run(arguments, annotate::Command::Annotate, &mut out)?,
            Some("extract") => annotate::run(arguments, annotate::Command::Extract, &mut out)?,
            Some("tag") => bio::run(arguments, &mut out)?,
            Some("train") => train::run(arguments)?,
            Some("eval") => train::evaluate(arguments, &mut out)?,
            _ => return Err(Failure::Usage(format!("unknown command {command:?}"))),
        },
        Some(Long("help") | Short('h')) => {
            writeln!(out, "{USAGE}")?;
            true
        }
        Some(Long("version") | Short('V')) => {
            writeln!(out, "copydesk {}", env!("CARGO_PKG_VERSION"))?;
            true
        }
        Some(argument) => return Err(argument.unexpected().into()),
        None => return Err(Failure::Usage("a command is missing".to_owned())),
    };
    out.flush()?;
    Ok(all_well)
}
