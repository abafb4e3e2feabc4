//! What a block looks like: its length, its marks, how much of it runs in lower case.
//!
//! Takes a block's text, gives a [`Shape`]. Nothing here depends on the language; one pass.

/// Counts over one block's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shape {
    /// Length in letters of an alphabet: a Chinese or Japanese character counts three times.
    pub(crate) width: u32,
    /// Words, or thirds of width where a script has no spaces.
    pub(crate) words: u32,
    /// Words that begin with a small letter, or with a letter that has no case.
    pub(crate) lower: u32,
    /// Words that begin with a digit.
    pub(crate) numbers: u32,
    /// Commas, semicolons and colons of any script.
    pub(crate) commas: u32,
    /// Ends of sentences.
    pub(crate) ends: u32,
    /// Whether the last mark ends a sentence.
    pub(crate) closed: bool,
    /// Whether the first letter is small.
    pub(crate) starts_lower: bool,
    /// Lines.
    pub(crate) lines: u32,
    /// Letters of any case.
    pub(crate) letters: u32,
}

impl Shape {
    /// Measures a text.
    pub(crate) fn of(text: &str) -> Self {
        let mut shape = Self { lines: 1, ..Self::default() };
        let mut in_word = false;
        let mut first_letter = true;
        let mut mark = false;
        let mut clause = false;
        let mut wide = 0;
        for c in text.chars() {
            // Most characters are these.
            if in_word && c.is_ascii_lowercase() {
                (mark, clause) = (false, false);
                shape.width += 1;
                shape.letters += 1;
                continue;
            }
            if c.is_whitespace() {
                shape.ends += u32::from(mark && in_word);
                shape.commas += u32::from(clause);
                shape.lines += u32::from(c == '\n');
                in_word = false;
                shape.width += 1;
                continue;
            }
            // Thai and Lao write a space where others write a comma.
            clause = matches!(c, '\u{E00}'..='\u{EFF}');
            let weight = if is_wide(c) { 3 } else { 1 };
            shape.width += weight;
            wide += weight - 1;
            match c {
                '.' | '!' | '?' | '\u{2026}' | '\u{6D4}' | '\u{61F}' | '\u{964}' | '\u{589}'
                | '\u{104B}' | '\u{17D4}' | '\u{1362}' => mark = true,
                '\u{3002}' | '\u{FF01}' | '\u{FF1F}' => {
                    mark = true;
                    shape.ends += 1;
                }
                '"' | '\'' | '\u{201D}' | '\u{2019}' | ')' | ']' | '\u{BB}' | '\u{300D}' => {}
                ',' | ';' | ':' | '\u{FF0C}' | '\u{3001}' | '\u{60C}' | '\u{61B}' | '\u{104A}'
                | '\u{1363}' => {
                    shape.commas += 1;
                    mark = false;
                }
                _ => mark = false,
            }
            let letter = c.is_alphabetic();
            if letter || c.is_numeric() {
                shape.letters += u32::from(letter);
                if !in_word {
                    shape.words += 1;
                    shape.numbers += u32::from(c.is_numeric());
                    shape.lower += u32::from(letter && !c.is_uppercase());
                    if first_letter {
                        shape.starts_lower = c.is_lowercase();
                        first_letter = false;
                    }
                }
                in_word = true;
            } else if !in_word && matches!(c, '"' | '\u{201C}' | '\'' | '\u{2018}' | '(' | '[') {
            } else {
                in_word = true;
            }
        }
        shape.ends += u32::from(mark);
        shape.closed = mark;
        if wide > 0 {
            shape.words += wide / 6;
            shape.lower += wide / 6;
        }
        shape
    }

    /// Whether it reads like running text: sentences, mostly in small letters.
    pub(crate) fn is_prose(&self) -> bool {
        let runs = self.closed || self.ends > 0 || (self.commas > 0 && self.words >= 12);
        (self.words >= 6 && self.lower * 10 >= self.words * 4 && runs)
            || ((15..=45).contains(&self.words) && self.lower * 10 >= self.words * 6)
    }

    /// Whether nothing but numbers, marks and perhaps a unit letter stands here.
    pub(crate) fn is_number(&self) -> bool {
        self.letters <= 1 && self.width <= 12
    }
}

/// A character of a script that writes without spaces.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{2E80}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FF01}'..='\u{FF60}' | '\u{20000}'..='\u{3FFFF}')
}
