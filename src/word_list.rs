//! A list of words in one string, with a table of where each stands that is made when the program
//! is compiled.

/// Places of the table; no list has half as many words.
const SLOTS: usize = 512;

/// Words in one string, a space around each, found by open addressing.
#[derive(Debug)]
pub(crate) struct WordList {
    words: &'static [u8],
    /// Where a word begins in `words`; 0, where a space stands, is empty.
    slots: [u16; SLOTS],
}

/// Where the search for a word begins: by its length and its first, second, middle and last bytes.
const fn slot_of(bytes: &[u8], from: usize, to: usize) -> usize {
    let second = if to - from > 1 { bytes[from + 1] } else { 0 };
    let middle = bytes[usize::midpoint(from, to)];
    let mixed = bytes[from] as u32
        ^ (second as u32) << 8
        ^ (bytes[to - 1] as u32) << 16
        ^ (to as u32 - from as u32) << 24
        ^ (middle as u32) << 13;
    mixed.wrapping_mul(0x9E37_79B1) as usize >> (32 - SLOTS.trailing_zeros())
}

impl WordList {
    /// The list of the words in `words`, which must begin and end with a space.
    pub(crate) const fn new(words: &'static str) -> Self {
        let words = words.as_bytes();
        assert!(words[0] == b' ' && words[words.len() - 1] == b' ', "a space around each word");
        let mut slots = [0; SLOTS];
        let (mut from, mut at, mut count) = (1, 1, 0);
        while at < words.len() {
            if words[at] == b' ' {
                if at > from {
                    let mut slot = slot_of(words, from, at);
                    while slots[slot] != 0 {
                        slot = (slot + 1) % SLOTS;
                    }
                    slots[slot] = from as u16;
                    count += 1;
                }
                from = at + 1;
            }
            at += 1;
        }
        assert!(count * 2 <= SLOTS && words.len() <= u16::MAX as usize, "the list is too long");
        Self { words, slots }
    }

    /// Whether the word is in the list, in the case in which it is written there.
    pub(crate) fn has(&self, word: &str) -> bool {
        let word = word.as_bytes();
        if word.is_empty() {
            return false;
        }
        let mut slot = slot_of(word, 0, word.len());
        loop {
            let from = usize::from(self.slots[slot]);
            if from == 0 {
                return false;
            }
            let listed = &self.words[from..];
            if listed.starts_with(word) && listed.get(word.len()) == Some(&b' ') {
                return !word.contains(&b' ');
            }
            slot = (slot + 1) % SLOTS;
        }
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
