//! Files to bytes: standard input, plain files and gzip.

use std::fmt;
use std::io::{self, Read};
use std::path::Path;

/// Largest input that is read, in bytes, after decompression: far above any article, and a stop
/// for decompression bombs.
const MAX_BYTES: u64 = 64 << 20;

/// Why an input cannot be read.
#[derive(Debug)]
pub(crate) enum InputError {
    /// The file system or the gzip data said no.
    Io(io::Error),
    /// More than [`MAX_BYTES`].
    TooLarge,
    /// Neither text nor a page: the name of what its first bytes say it is.
    Binary(&'static str),
    /// Nothing in it.
    Empty,
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => write!(f, "{error}"),
            Self::TooLarge => write!(f, "larger than {} MB", MAX_BYTES >> 20),
            Self::Binary(kind) => write!(f, "is {kind}, not text or HTML"),
            Self::Empty => write!(f, "is empty"),
        }
    }
}

/// One article to read.
#[derive(Debug)]
pub(crate) struct Input {
    /// The file's name without folder and without `.html`, `.txt`, `.gz`.
    pub(crate) id: String,
    /// Its bytes, decompressed.
    pub(crate) bytes: Vec<u8>,
}

/// Reads the file at `path`, or standard input for `-`.
pub(crate) fn read(path: &Path) -> Result<Input, InputError> {
    let raw = if path == Path::new("-") {
        read_capped(io::stdin().lock(), 0)?
    } else {
        let file = std::fs::File::open(path).map_err(InputError::Io)?;
        let length = file.metadata().map_or(0, |about| about.len());
        read_capped(file, length)?
    };
    let bytes = if raw.starts_with(&[0x1F, 0x8B]) {
        read_capped(flate2::read::MultiGzDecoder::new(&raw[..]), raw.len() as u64)?
    } else {
        raw
    };
    if let Some(kind) = binary_kind(&bytes) {
        return Err(InputError::Binary(kind));
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(InputError::Empty);
    }
    Ok(Input { id: id_of(path), bytes })
}

/// Reads all bytes, of which there are about `length`.
fn read_capped(reader: impl Read, length: u64) -> Result<Vec<u8>, InputError> {
    // One more, so that the end is met without more room.
    let mut bytes = Vec::with_capacity(length.min(MAX_BYTES) as usize + 1);
    reader.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(InputError::Io)?;
    if bytes.len() as u64 > MAX_BYTES { Err(InputError::TooLarge) } else { Ok(bytes) }
}

/// The document id for a path: `news/a.html.gz` gives `a`.
fn id_of(path: &Path) -> String {
    if path == Path::new("-") {
        return "stdin".to_owned();
    }
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    let stem = [".html", ".htm", ".txt"].iter().find_map(|ending| name.strip_suffix(ending));
    stem.unwrap_or(name).to_owned()
}

/// What a file that is neither text nor a page is, judged by its first bytes.
fn binary_kind(bytes: &[u8]) -> Option<&'static str> {
    const MAGIC: [(&[u8], &str); 8] = [
        (b"%PDF-", "a PDF"),
        (b"\x89PNG", "a PNG picture"),
        (b"\xFF\xD8\xFF", "a JPEG picture"),
        (b"GIF8", "a GIF picture"),
        (b"PK\x03\x04", "a ZIP archive or an office document"),
        (b"\x7FELF", "a program"),
        (b"\0asm", "a WebAssembly module"),
        (b"OggS", "a sound file"),
    ];
    if let Some((_, kind)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Some(kind);
    }
    // UTF-16 and UTF-32 text is full of NULs but says so with a byte order mark.
    let marked = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    let head = &bytes[..bytes.len().min(8192)];
    (!marked && head.contains(&0)).then_some("binary data")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids() {
        for (path, id) in [
            ("a.txt", "a"),
            ("x/y/b.html.gz", "b"),
            ("c.htm", "c"),
            ("d.tar.gz", "d.tar"),
            ("e", "e"),
            ("-", "stdin"),
        ] {
            assert_eq!(id_of(Path::new(path)), id, "{path}");
        }
    }

    #[test]
    fn binary_is_told_from_text() {
        assert_eq!(binary_kind(b"%PDF-1.7 ..."), Some("a PDF"));
        assert_eq!(binary_kind(b"a\0b"), Some("binary data"));
        assert_eq!(binary_kind(b"\xFF\xFEa\0b\0"), None);
        assert_eq!(binary_kind("größer".as_bytes()), None);
    }
}
