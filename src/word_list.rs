//! A list of words in one string, with a sieve that is made when the program is compiled.

/// Bits of the sieve: some ten for each word of a long list.
const SIEVE: usize = 1024;

/// Words in one string, a space around each. Most words that are asked for are not in it, and a
/// few bits say so.
#[derive(Debug)]
pub(crate) struct WordList {
    words: &'static str,
    sieve: [u64; SIEVE / 64],
}

/// What sort of word it is: its length and its first, second and last bytes, mixed.
const fn sort_of(bytes: &[u8], from: usize, to: usize) -> usize {
    let second = if to - from > 1 { bytes[from + 1] } else { 0 };
    let mixed = bytes[from] as u32
        ^ (second as u32) << 8
        ^ (bytes[to - 1] as u32) << 16
        ^ ((to - from) as u32) << 24;
    (mixed.wrapping_mul(0x9E37_79B1) >> 22) as usize
}

impl WordList {
    /// The list of the words in `words`, which must begin and end with a space.
    pub(crate) const fn new(words: &'static str) -> Self {
        let bytes = words.as_bytes();
        assert!(bytes[0] == b' ' && bytes[bytes.len() - 1] == b' ', "a space around each word");
        let mut sieve = [0; SIEVE / 64];
        let (mut from, mut at) = (0, 0);
        while at < bytes.len() {
            if bytes[at] == b' ' {
                if at > from {
                    let sort = sort_of(bytes, from, at);
                    sieve[sort / 64] |= 1 << (sort % 64);
                }
                from = at + 1;
            }
            at += 1;
        }
        Self { words, sieve }
    }

    /// Whether the word is in the list, in the case in which it is written there.
    pub(crate) fn has(&self, word: &str) -> bool {
        if word.is_empty() {
            return false;
        }
        let sort = sort_of(word.as_bytes(), 0, word.len());
        self.sieve[sort / 64] >> (sort % 64) & 1 == 1
            && self.words.split_ascii_whitespace().any(|listed| listed == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static LIST: WordList = WordList::new(" a bank  de l'été ");

    #[test]
    fn has_its_words_and_no_others() {
        for word in ["a", "bank", "de", "l'été"] {
            assert!(LIST.has(word), "{word}");
        }
        for word in ["", " ", "b", "ban", "banks", "a bank", "Bank"] {
            assert!(!LIST.has(word), "{word}");
        }
    }
}
