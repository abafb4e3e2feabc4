//! Weights to a model file, the counterpart of `entities::model::format`.

use super::crf::Crf;
use crate::entities::model::classes::Classes;
use crate::entities::model::format::{GRAIN, HEADER, KNOTS, MAGIC, VERSION, checksum};
use crate::entities::model::lattice::{NEVER, UNIT};
use crate::entities::model::tags::{TAGS, WIDTH, may_follow};

/// Numbers of two bytes as all low bytes and then all high bytes, which packs better.
fn planes(numbers: impl Iterator<Item = u16> + Clone, out: &mut Vec<u8>) {
    out.extend(numbers.clone().map(|n| n.to_le_bytes()[0]));
    out.extend(numbers.map(|n| n.to_le_bytes()[1]));
}

fn count(number: usize, out: &mut Vec<u8>) {
    out.extend((number as u32).to_le_bytes());
}

/// Rising numbers as Rice codes of their differences.
fn rising(numbers: &[u32], out: &mut Vec<u8>) {
    let last = numbers.last().copied().unwrap_or(0);
    let bits = (last / (numbers.len() as u32).max(1)).max(1).ilog2();
    let mut bytes = Vec::new();
    let mut used = 8;
    let mut push = |bit: u32| {
        if used == 8 {
            bytes.push(0);
            used = 0;
        }
        if let Some(byte) = bytes.last_mut() {
            *byte |= (bit as u8) << used;
        }
        used += 1;
    };
    let mut next = 0;
    for &number in numbers {
        let delta = number - next;
        for _ in 0..delta >> bits {
            push(1);
        }
        push(0);
        for bit in (0..bits).rev() {
            push(delta >> bit & 1);
        }
        next = number + 1;
    }
    count(numbers.len(), out);
    out.push(bits as u8);
    count(bytes.len(), out);
    out.extend(bytes);
}

/// A weight in steps of [`GRAIN`] units, as far as a byte reaches.
fn quantised(weight: f32, scale: f32) -> i8 {
    let most = 127.0 / f32::from(GRAIN);
    (weight * scale * UNIT as f32 / f32::from(GRAIN)).round().clamp(-most, most) as i8
}

/// Writes a model; `scale` makes up for the features that training left out by chance.
#[must_use]
pub(super) fn model(
    keys: &[u32],
    crf: &Crf,
    scale: f32,
    classes: &Classes,
    calibration: &[u16; KNOTS],
) -> Vec<u8> {
    let mut body = Vec::new();
    let rows: Vec<[i8; WIDTH]> = crf
        .weights
        .iter()
        .map(|weights| {
            let mut row = [0; WIDTH];
            for (cell, &weight) in row.iter_mut().zip(&weights[..TAGS]) {
                *cell = quantised(weight, scale);
            }
            row
        })
        .collect();
    // Rows that round to nothing are left out.
    let (keys, rows): (Vec<u32>, Vec<[i8; WIDTH]>) =
        keys.iter().zip(&rows).filter(|(_, row)| row.iter().any(|&w| w != 0)).unzip();
    rising(&keys, &mut body);
    planes(
        rows.iter().map(|row| (0..WIDTH).fold(0, |mask, t| mask | u16::from(row[t] != 0) << t)),
        &mut body,
    );
    for tag in 0..WIDTH {
        body.extend(rows.iter().map(|row| row[tag] as u8).filter(|&w| w != 0));
    }
    for (from, row) in crf.transitions.iter().enumerate() {
        for (to, &weight) in row.iter().enumerate() {
            let score = if may_follow(from, to) {
                (weight * UNIT as f32).round().clamp(-2000.0, 2000.0) as i16
            } else {
                NEVER
            };
            body.extend(score.to_le_bytes());
        }
    }
    for knot in calibration {
        body.extend(knot.to_le_bytes());
    }
    count(classes.coarser.len(), &mut body);
    planes(classes.coarser.iter().map(|c| c.0), &mut body);
    planes(classes.coarser.iter().map(|c| c.1), &mut body);
    let hashes: Vec<u32> = classes.words.iter().map(|w| w.0).collect();
    rising(&hashes, &mut body);
    planes(classes.words.iter().map(|w| w.1), &mut body);

    let mut out = Vec::with_capacity(HEADER + body.len());
    out.extend(MAGIC);
    out.extend(VERSION.to_le_bytes());
    out.extend(checksum(&body).to_le_bytes());
    out.extend(body);
    out
}
