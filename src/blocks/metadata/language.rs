//! The language of a text, by its most frequent small words or its script.
//!
//! Takes running text, gives a language tag, or nothing where it cannot tell: a wrong language is
//! worse than none.

/// Small words that are frequent in one language and rare in the others.
const WORDS: [(&str, &[&str]); 12] = [
    ("en", &["the", "and", "of", "to", "that", "was", "with", "for", "is", "said"]),
    ("de", &["der", "die", "und", "das", "nicht", "den", "mit", "ist", "ein", "sich"]),
    ("fr", &["le", "les", "des", "et", "est", "une", "dans", "pour", "qui", "sur"]),
    ("es", &["el", "los", "las", "y", "que", "una", "por", "con", "del", "para"]),
    ("pt", &["o", "os", "as", "e", "que", "uma", "não", "com", "do", "da"]),
    ("it", &["il", "gli", "di", "che", "è", "della", "per", "una", "non", "del"]),
    ("nl", &["het", "een", "van", "en", "niet", "dat", "zijn", "voor", "op", "met"]),
    ("pl", &["w", "i", "nie", "się", "na", "że", "jest", "do", "to", "z"]),
    ("sv", &["och", "att", "det", "som", "en", "är", "på", "av", "inte", "för"]),
    ("tr", &["ve", "bir", "bu", "için", "de", "da", "ile", "olarak", "daha", "çok"]),
    ("id", &["yang", "dan", "di", "untuk", "dengan", "dari", "ini", "itu", "tidak", "dalam"]),
    ("cs", &["se", "na", "je", "že", "v", "a", "s", "jsou", "také", "není"]),
];

/// How much of the text is looked at, in words.
const MOST_WORDS: usize = 800;

/// Fewest words for a judgement.
const FEWEST_WORDS: usize = 20;

/// Share of small words, in hundredths, that a language's ten have in any of its texts.
const FREQUENT: usize = 12;

/// Guesses the language of the text in `parts`.
pub(crate) fn guess<'t>(parts: impl Iterator<Item = &'t str>) -> Option<&'static str> {
    let mut counts = [0usize; WORDS.len()];
    let (mut all, mut cyrillic, mut ukrainian, mut greek, mut arabic, mut kana, mut han) =
        (0, 0, 0, 0, 0, 0, 0);
    for word in parts.flat_map(str::split_whitespace).take(MOST_WORDS) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        all += 1;
        for c in word.chars() {
            match c {
                'і' | 'ї' | 'є' => ukrainian += 1,
                '\u{400}'..='\u{4FF}' => cyrillic += 1,
                '\u{370}'..='\u{3FF}' => greek += 1,
                '\u{600}'..='\u{6FF}' => arabic += 1,
                '\u{3040}'..='\u{30FF}' => kana += 1,
                '\u{4E00}'..='\u{9FFF}' => han += 1,
                _ => {}
            }
        }
        for ((_, words), count) in WORDS.iter().zip(&mut counts) {
            *count += usize::from(words.contains(&word.as_str()));
        }
    }
    if kana + han > 40 {
        return Some(if kana * 10 > han { "ja" } else { "zh" });
    }
    if all < FEWEST_WORDS {
        return None;
    }
    let letters = |count: usize| count > 2 * all;
    if letters(cyrillic + ukrainian) {
        return Some(if ukrainian * 30 > cyrillic { "uk" } else { "ru" });
    }
    if letters(greek) {
        return Some("el");
    }
    if letters(arabic) {
        return Some("ar");
    }
    let (best, count) = counts.iter().copied().enumerate().max_by_key(|&(_, count)| count)?;
    let clear = counts.iter().enumerate().all(|(at, &other)| at == best || other * 4 < count * 3);
    (clear && count * 100 >= all * FREQUENT).then(|| WORDS[best].0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages() {
        for (text, expected) in [
            (
                "The wall of the harbour is to be rebuilt, the mayor said, and the town will pay for most of it with a loan that was agreed.",
                Some("en"),
            ),
            (
                "Die Mauer am Hafen wird neu gebaut, sagte der Bürgermeister, und die Stadt zahlt den größten Teil mit einem Kredit, der nicht teuer ist.",
                Some("de"),
            ),
            (
                "El muro del puerto será reconstruido, dijo la alcaldesa, y la ciudad pagará la mayor parte con los fondos que recibió para las obras.",
                Some("es"),
            ),
            (
                "Мэр сообщил в понедельник, что стену в гавани восстановят до весны, а большую часть расходов оплатит город, как и обещали жителям этой зимой и раньше.",
                Some("ru"),
            ),
            (
                "市長は月曜日、港の壁を春までに再建すると述べた。費用の大部分は町が負担する。漁師たちは長い間、壁の修理を求めていた。",
                Some("ja"),
            ),
            ("Oslo, Bergen", None),
        ] {
            assert_eq!(guess([text].into_iter()), expected, "{text}");
        }
    }
}
