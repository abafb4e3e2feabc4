//! Numbers and what they count: PERCENT, MONEY, QUANTITY, ORDINAL, CARDINAL.
//!
//! Takes a sentence's words and a place, gives the longest expression that begins there.

use super::words::Words;
use super::{Found, Label};
use crate::confidence::Permille;

const ONES: &str = " zero one two three four five six seven eight nine ten eleven twelve thirteen \
fourteen fifteen sixteen seventeen eighteen nineteen ";
const TENS: &str = " twenty thirty forty fifty sixty seventy eighty ninety ";
const MAGNITUDES: &str = " hundred thousand million billion trillion lakh lakhs crore crores dozen mn \
bn tn m k ";
const LONG_MAGNITUDES: &str =
    " hundred thousand million billion trillion lakh lakhs crore crores dozen ";
const MANY: &str = " dozens hundreds thousands millions billions trillions scores ";
const ORDINALS: &str = " first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth \
thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth \
fiftieth sixtieth seventieth eightieth ninetieth hundredth thousandth millionth ";
const FRACTIONS: &str = " half halves third thirds quarter quarters fourths fifth fifths sixth sixths \
seventh sevenths eighth eighths ninth ninths tenth tenths ";
const CURRENCY_WORDS: &str = " dollar dollars cent cents euro euros pound pounds penny pence sterling yen \
yuan renminbi ruble rubles rouble roubles rupee rupees rupiah won peso pesos real reais rand franc francs \
krona kronor krone kroner zloty forint lira shekel shekels dinar dinars dirham dirhams riyal riyals rial \
rials hryvnia hryvnias naira cedi cedis shilling shillings baht dong ringgit taka tenge bitcoin bitcoins \
bucks quid usd eur gbp ";
const CURRENCY_MARKS: &str = " $ € £ ¥ ₹ ₽ ₩ ₴ ₺ ₦ ₡ ₱ ₫ ₪ ₸ ₵ ฿ us$ a$ c$ nz$ hk$ s$ r$ rs rs. inr usd eur gbp \
chf jpy cny rmb rub uah pkr kes ngn zar ";
const UNITS: &str = " kilometer kilometers kilometre kilometres km kms meter meters metre metres m \
centimeter centimeters centimetre centimetres cm millimeter millimeters millimetre millimetres mm mile \
miles yard yards foot feet ft inch inches acre acres hectare hectares ha kilogram kilograms kilo kilos kg \
gram grams g milligram milligrams mg tonne tonnes ton tons pound pounds lb lbs ounce ounces oz liter liters \
litre litres l gallon gallons barrel barrels bpd degree degrees celsius fahrenheit mph kph knots watt watts \
kilowatt kilowatts kw megawatt megawatts mw gigawatt gigawatts gw kwh mwh volts hertz mhz ghz byte bytes \
kilobytes megabyte megabytes mb gigabyte gigabytes gb terabyte terabytes tb calories calorie light-years ";

pub(super) fn listed(list: &str, word: &str) -> bool {
    // A list is one string with spaces around each word: nothing to build at start.
    !word.is_empty()
        && list.match_indices(word).any(|(at, _)| {
            let bytes = list.as_bytes();
            at > 0 && bytes[at - 1] == b' ' && bytes.get(at + word.len()) == Some(&b' ')
        })
}

/// A number that ends before word `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) to: usize,
    /// One whole figure of up to four digits, as years and days are written.
    pub(super) plain: Option<u32>,
    /// Written in digits.
    pub(super) digits: bool,
}

/// Reads the number that begins at `at`: `1,200`, `3.5 million`, `twenty-five`, `half a million`.
pub(super) fn number(words: &Words<'_>, at: usize) -> Option<Number> {
    if words.raw(at).starts_with(|c: char| c.is_ascii_digit()) {
        return figure(words, at);
    }
    let mut to = at;
    // `a hundred`, `half a million`.
    if matches!(words.lower(to), "a" | "an")
        || (words.lower(to) == "half" && words.lower(to + 1) == "a")
    {
        let skip = if words.lower(to) == "half" { 2 } else { 1 };
        if !listed(LONG_MAGNITUDES, words.lower(to + skip)) {
            return None;
        }
        to += skip;
    }
    loop {
        let (word, next) = (words.lower(to), words.lower(to + 1));
        let magnitude = listed(LONG_MAGNITUDES, next);
        let small = listed(ONES, next) || listed(TENS, next);
        let begun = to > at;
        if listed(ONES, word) || listed(TENS, word) || (begun && listed(LONG_MAGNITUDES, word)) {
            to += 1;
        } else if begun
            && (word == "-" && (magnitude || listed(ONES, next))
                || word == "and" && small && listed(LONG_MAGNITUDES, words.before(to)))
        {
            to += 2;
        } else {
            break;
        }
    }
    (to > at).then_some(Number { to, plain: None, digits: false })
}

fn figure(words: &Words<'_>, at: usize) -> Option<Number> {
    let raw = words.raw(at);
    let length = raw.bytes().take_while(|b| b.is_ascii_digit() || matches!(b, b',' | b'.')).count();
    let tail = raw[length..].to_lowercase();
    if !tail.is_empty() && !listed(MAGNITUDES, &tail) {
        return None;
    }
    let digits = &raw[..length];
    let plain = (tail.is_empty() && digits.len() <= 4).then(|| digits.parse().ok()).flatten();
    let mut to = at + 1;
    if matches!(words.raw(to), "½" | "¼" | "¾") {
        to += 1;
    }
    while listed(LONG_MAGNITUDES, words.lower(to)) || matches!(words.lower(to), "mn" | "bn" | "tn")
    {
        to += 1;
    }
    let plain = plain.filter(|_| to == at + 1);
    Some(Number { to, plain, digits: true })
}

/// A number or a range of two: `5`, `5-10`, `5 to 10`, `between` is not part of it.
pub(super) fn range(words: &Words<'_>, at: usize) -> Option<Number> {
    let first = number(words, at)?;
    if matches!(words.lower(first.to), "-" | "–" | "to")
        && let Some(second) = number(words, first.to + 1)
        && second.digits == first.digits
    {
        return Some(Number { to: second.to, plain: None, digits: first.digits });
    }
    Some(first)
}

/// The longest count or measure that begins at `at`.
pub(super) fn at(words: &Words<'_>, at: usize) -> Option<Found> {
    money(words, at).or_else(|| ordinal(words, at)).or_else(|| counted(words, at))
}

fn found(at: usize, to: usize, label: Label, confidence: u16, why: &str) -> Option<Found> {
    Some(Found { from: at, to, label, confidence: Permille(confidence), why: why.to_owned() })
}

/// Currency first: `$1.2bn`, `Rs 5 lakh`, `€20 to €30 million`.
fn money(words: &Words<'_>, at: usize) -> Option<Found> {
    let mark = |at: usize| {
        let word = words.lower(at);
        let code = word.len() > 1 && word.bytes().all(|b| b.is_ascii_lowercase());
        listed(CURRENCY_MARKS, word) && (!code || words.capital(at))
    };
    let mut start = at;
    // `US $5` and `A$5` in texts that part the letters from the mark.
    if matches!(words.raw(at), "US" | "A" | "C" | "NZ" | "HK" | "S" | "R") && words.joined(at) {
        start += 1;
    }
    if !mark(start) {
        return None;
    }
    let mut to = range(words, start + 1)?.to;
    if matches!(words.lower(to), "-" | "–" | "to") && mark(to + 1) {
        to = number(words, to + 2).map_or(to, |second| second.to);
    }
    // `$5 million` in tokens that part `m` from the figure.
    if matches!(words.lower(to), "m" | "k" | "b") {
        to += 1;
    }
    found(at, to, Label::Money, 960, "amount with a currency sign")
}

fn ordinal(words: &Words<'_>, at: usize) -> Option<Found> {
    let word = words.lower(at);
    let in_figures = ["st", "nd", "rd", "th"].iter().any(|suffix| {
        word.strip_suffix(suffix)
            .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()))
    });
    if in_figures {
        return found(at, at + 1, Label::Ordinal, 900, "number in a row");
    }
    if listed(TENS, word) && words.lower(at + 1) == "-" && listed(ORDINALS, words.lower(at + 2)) {
        return found(at, at + 3, Label::Ordinal, 900, "number in a row");
    }
    // `a second` later and `the third` alike; `seconds` are a unit, `second-hand` is no number.
    let hyphen = words.lower(at + 1) == "-";
    (listed(ORDINALS, word) && !hyphen)
        .then(|| found(at, at + 1, Label::Ordinal, 850, "number in a row"))
        .flatten()
}

fn counted(words: &Words<'_>, at: usize) -> Option<Found> {
    // `dozens of`, `tens of thousands`.
    if listed(MANY, words.lower(at)) || (words.lower(at) == "tens" && words.lower(at + 1) == "of") {
        let of = words.lower(at + 1) == "of" && listed(MANY, words.lower(at + 2));
        let to = if of { at + 3 } else { at + 1 };
        return (words.lower(at) != "scores" || words.lower(to) == "of")
            .then(|| found(at, to, Label::Cardinal, 850, "number"))
            .flatten();
    }
    let count = range(words, at)?;
    let next = words.lower(count.to);
    if matches!(next, "%" | "percent" | "pct" | "per-cent") {
        return found(at, count.to + 1, Label::Percent, 970, "share in a hundred");
    }
    let two = (words.lower(count.to), words.lower(count.to + 1));
    if matches!(two, ("per", "cent") | ("percentage", "point" | "points")) {
        return found(at, count.to + 2, Label::Percent, 960, "share in a hundred");
    }
    if listed(CURRENCY_WORDS, next) {
        // `50 pounds of flour` is a weight, but newspapers mean money far more often.
        return found(at, count.to + 1, Label::Money, 920, "amount with a currency");
    }
    if matches!(two, ("us" | "canadian" | "australian" | "hong", "dollars" | "dollar")) {
        return found(at, count.to + 2, Label::Money, 920, "amount with a currency");
    }
    let hyphen = usize::from(next == "-");
    let unit = words.lower(count.to + hyphen);
    let squared = usize::from(matches!(unit, "square" | "cubic" | "nautical" | "metric"));
    if listed(UNITS, words.lower(count.to + hyphen + squared)) {
        let single = words.lower(count.to + hyphen + squared).len() == 1;
        if !single || count.digits {
            return found(at, count.to + hyphen + squared + 1, Label::Quantity, 930, "measure");
        }
    }
    // `one in five`, `two-thirds`, `three out of four`.
    if next == "in" && number(words, count.to + 1).is_some_and(|n| !n.digits) && !count.digits {
        let to = number(words, count.to + 1)?.to;
        return found(at, to, Label::Cardinal, 800, "share");
    }
    if next == "-" && !count.digits && listed(FRACTIONS, words.lower(count.to + 1)) {
        return found(at, count.to + 2, Label::Cardinal, 850, "fraction");
    }
    plain_cardinal(words, at, count)
}

fn plain_cardinal(words: &Words<'_>, at: usize, count: Number) -> Option<Found> {
    // `one` is mostly a pronoun; `one of them` and `one man` count.
    if words.lower(at) == "one" && count.to == at + 1 {
        let noun = words.lower(at + 1);
        if noun != "of"
            && !words.before(at).is_empty()
            && !matches!(noun, "person" | "man" | "woman")
        {
            return None;
        }
    }
    // Part of a name or an address: `Boeing 737`, `G-7`, `Channel 4`.
    let glued = words.before(at) == "-" && at > 1 && words.capital(at - 2);
    (!glued).then(|| found(at, count.to, Label::Cardinal, 800, "number")).flatten()
}
