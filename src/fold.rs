//! Names without what spelling varies: case, diacritics, apostrophes, full stops.
//!
//! Used for comparing names with one another and with the lists; the build script uses it too.

/// What [`fold`] gives for a word of ASCII alone, without room for it.
pub(crate) fn fold_ascii(word: &str) -> impl Iterator<Item = u8> {
    let spoken = word.bytes().filter(|byte| !matches!(byte, b'\'' | b'`' | b'.'));
    spoken.map(|byte| byte.to_ascii_lowercase())
}

/// Lower case without diacritics, apostrophes and full stops, for comparing names.
///
/// Latin letters only: a table of the letters that newspapers use is a hundredth of the size of
/// full Unicode normalisation, and other scripts compare well as they are.
pub(crate) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return String::from_utf8(fold_ascii(word).collect()).unwrap_or_default();
    }
    let mut folded = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            'à'..='å' | 'ā' | 'ă' | 'ą' => folded.push('a'),
            'æ' => folded.push_str("ae"),
            'ç' | 'ć' | 'č' | 'ĉ' | 'ċ' => folded.push('c'),
            'ď' | 'đ' | 'ð' => folded.push('d'),
            'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => folded.push('e'),
            'ĝ' | 'ğ' | 'ġ' | 'ģ' => folded.push('g'),
            'ì'..='ï' | 'ī' | 'ĭ' | 'į' | 'ı' => folded.push('i'),
            'ķ' => folded.push('k'),
            'ĺ' | 'ļ' | 'ľ' | 'ł' => folded.push('l'),
            'ñ' | 'ń' | 'ņ' | 'ň' => folded.push('n'),
            'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => folded.push('o'),
            'œ' => folded.push_str("oe"),
            'ŕ' | 'ŗ' | 'ř' => folded.push('r'),
            'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => folded.push('s'),
            'ß' => folded.push_str("ss"),
            'ţ' | 'ť' | 'ț' => folded.push('t'),
            'þ' => folded.push_str("th"),
            'ù'..='ü' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => folded.push('u'),
            'ý' | 'ÿ' => folded.push('y'),
            'ź' | 'ż' | 'ž' => folded.push('z'),
            // Apostrophes, full stops and combining marks carry no sound.
            '\'' | '’' | '‘' | 'ʼ' | '`' | '.' | '\u{300}'..='\u{36F}' => {}
            other => folded.push(other),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds() {
        for (word, folded) in
            [("Müller", "muller"), ("O’Brien", "obrien"), ("U.S.", "us"), ("Łódź", "lodz")]
        {
            assert_eq!(fold(word), folded);
        }
    }
}
