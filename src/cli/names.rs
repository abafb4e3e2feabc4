//! `--names FILE`: lists of the reader's own names and patterns.

use crate::{Failure, input};
use copydesk::entities::own::OwnNames;
use std::path::PathBuf;

/// Reads the lists, in their order; several may be wrong, and every problem is told.
pub(crate) fn read(paths: &[PathBuf]) -> Result<OwnNames, Failure> {
    let mut own = OwnNames::default();
    let mut problems = Vec::new();
    for path in paths {
        let name = path.display();
        match input::read(path) {
            Ok(file) => problems.extend(
                own.add(&file.bytes)
                    .into_iter()
                    .map(|p| format!("{name}:{}:{}: {}", p.line, p.column, p.message)),
            ),
            Err(error) => problems.push(format!("{name}: {error}")),
        }
    }
    if problems.is_empty() { Ok(own) } else { Err(Failure::Names(problems)) }
}
