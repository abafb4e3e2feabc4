//! The closed lists behind numbers and times: which words are numbers, units, months …
//!
//! Takes a word in lower case, gives the [`Class`]es it may have; a word can have several
//! (`second` is an ordinal and a unit of time, `pounds` a currency and a weight).

use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// A set of word classes, a bit each.
pub(in crate::entities) type Class = u32;

/// `one` to `nineteen`.
pub(super) const SMALL: Class = 1;
/// `twenty` to `ninety`.
pub(super) const TENS: Class = 1 << 1;
/// `hundred`, `million`, `lakh`, `dozen`.
pub(super) const SCALE: Class = 1 << 2;
/// `dozens`, `thousands`.
pub(super) const SCALES: Class = 1 << 3;
/// `first`, `twentieth`.
pub(super) const ORDINAL: Class = 1 << 4;
/// `half`, `third`, `quarters`.
pub(super) const PART: Class = 1 << 5;
/// `March`, `Mar.`.
pub(super) const MONTH: Class = 1 << 6;
/// `Monday`, `Mon.`.
pub(super) const WEEKDAY: Class = 1 << 7;
/// `day`, `weeks`, `year`: lengths that make a date.
pub(super) const DAYS: Class = 1 << 8;
/// `hour`, `minutes`: lengths that make a time.
pub(super) const HOURS: Class = 1 << 9;
/// `morning`, `night`.
pub(super) const DAYPART: Class = 1 << 10;
/// `today`, `yesterday`.
pub(super) const RELATIVE_DAY: Class = 1 << 11;
/// `noon`, `tonight`.
pub(super) const MOMENT: Class = 1 << 12;
/// `spring`, `summer`.
pub(super) const SEASON: Class = 1 << 13;
/// `Christmas`, `Ramadan`.
pub(super) const HOLIDAY: Class = 1 << 14;
/// `%`, `percent`.
pub(super) const PERCENT: Class = 1 << 15;
/// `$`, `Rs`, `USD`: stands before the number.
pub(super) const SYMBOL: Class = 1 << 16;
/// `dollars`, `euro`, `USD`: stands after the number.
pub(super) const CURRENCY: Class = 1 << 17;
/// `km`, `miles`, `tonnes`.
pub(super) const MEASURE: Class = 1 << 18;
/// `last`, `next`, `this`: before a unit of time they make a date.
pub(super) const WHICH: Class = 1 << 19;
/// `early`, `late`, `mid`.
pub(super) const EDGE: Class = 1 << 20;
/// `a.m.`, `pm`.
pub(super) const HALF_DAY: Class = 1 << 21;
/// `annual`, `daily`.
pub(super) const REPEATED: Class = 1 << 22;
/// `GMT`, `EST`.
pub(super) const ZONE: Class = 1 << 24;
/// `-`, `–`, `—`.
pub(super) const DASH: Class = 1 << 25;
/// The class holds only for the word in the plural or as it stands: `days`, not `day`.
pub(super) const PLURAL: Class = 1 << 26;
/// A month or weekday whose short form or name is a common word too: `may`, `march`, `sun`.
pub(super) const AMBIGUOUS: Class = 1 << 27;

/// Classes with their words; a word may stand in several rows.
const LISTS: &[(Class, &str)] = &[
    (
        SMALL,
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
         sixteen seventeen eighteen nineteen zero",
    ),
    (TENS, "twenty thirty forty fifty sixty seventy eighty ninety"),
    (
        SCALE,
        "hundred thousand million billion trillion quadrillion lakh lakhs crore crores dozen bn mn \
         tn mln bln m k b",
    ),
    (SCALES, "hundreds thousands millions billions trillions dozens scores tens lakhs crores"),
    (
        ORDINAL,
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth \
         thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth \
         thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth thousandth \
         millionth",
    ),
    (PART, "half third quarter fifth sixth seventh eighth ninth tenth hundredth thousandth"),
    (
        PART | PLURAL,
        "halves thirds quarters fifths sixths sevenths eighths ninths tenths hundredths",
    ),
    (
        MONTH,
        "january february april june july august september october november december jan. feb. \
         apr. jun. jul. aug. sep. sept. oct. nov. dec. jan feb apr jun jul aug sep sept oct nov dec",
    ),
    (MONTH | AMBIGUOUS, "march may mar. mar"),
    (WEEKDAY, "monday tuesday wednesday thursday friday saturday sunday"),
    (
        WEEKDAY | AMBIGUOUS,
        "mon. tue. tues. wed. thu. thur. thurs. fri. sat. sun. mon tue tues wed thu thur thurs fri \
         sat sun",
    ),
    (DAYS, "day week month year decade century millennium fortnight quarter weekend yr weeknight"),
    (
        DAYS | PLURAL,
        "days weeks months years decades centuries millennia fortnights quarters weekends yrs",
    ),
    (HOURS, "hour minute second min hr"),
    (HOURS | PLURAL, "hours minutes seconds mins hrs secs milliseconds"),
    (DAYPART, "morning afternoon evening night"),
    (DAYPART | PLURAL, "mornings afternoons evenings nights"),
    (RELATIVE_DAY, "today yesterday tomorrow"),
    (MOMENT, "noon midnight midday tonight overnight lunchtime dawn dusk"),
    (SEASON, "spring summer autumn winter fall"),
    (
        HOLIDAY,
        "christmas easter ramadan halloween thanksgiving diwali hanukkah passover lent epiphany",
    ),
    (PERCENT, "% percent pct ٪ ％"),
    (
        SYMBOL,
        "$ € £ ¥ ₹ ₡ ₦ ₱ ₩ ₴ ₽ ₺ ₫ ₪ ₵ ฿ ¢ us$ c$ a$ nz$ hk$ s$ r$ n$ nt$ au$ ca$ rs rs. usd eur gbp \
         inr cad aud jpy cny rmb chf sek nok dkk ksh kshs sh ush ugx tsh tzs ngn ghs gh₵ zar \
         pkr npr lkr bdt tk tk. rm idr rp php thb krw rub uah brl mxn ars clp cop pen nzd sgd hkd aed \
         sar qar egp tnd mad dzd kwd bhd omr jod ils try pln czk huf ron xaf xof cfa etb rwf zmw",
    ),
    (
        CURRENCY,
        "dollar dollars euro euros cent cents pence penny yen yuan renminbi rouble roubles \
         ruble rubles rupee rupees rupiah peso pesos real reais franc francs krona kronor krone \
         kroner hryvnia hryvnias zloty zlotys forint shekel shekels dirham dirhams dinar dinars riyal \
         riyals rial rials shilling shillings naira rand baht won ringgit taka cedi cedis birr lira \
         liras pula kwacha bolivar bolivars colon colones lempira lempiras quetzal quetzales afghani \
         afghanis dong kina vatu bitcoin bitcoins usd eur gbp inr cad aud jpy cny rmb cup ngn kes zar \
         pkr bdt cfa lei leu leva lev tenge som manat lari dram bucks sterling",
    ),
    (CURRENCY | MEASURE, "pound pounds"),
    (
        MEASURE,
        "km kms kilometer kilometre kilometers kilometres km/h kmh kph mph mile miles meter metre \
         meters metres cm centimeter centimetre centimeters centimetres mm millimeter millimetre \
         millimeters millimetres inch inches foot feet ft yard yards acre acres hectare \
         hectares ha kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes gram grams gramme \
         grammes mg milligram milligrams ton tons tonne tonnes lb lbs ounce ounces oz stone liter \
         litre liters litres ml milliliter millilitre milliliters millilitres gallon gallons barrel \
         barrels pint pints degree degrees celsius fahrenheit °c °f ° knot knots watt watts kw mw gw \
         kilowatt kilowatts megawatt megawatts gigawatt gigawatts kwh mwh gwh kilowatt-hours volt volts \
         hertz mhz ghz byte bytes kb mb gb tb gigabyte gigabytes megabyte megabytes terabyte \
         terabytes calorie calories light-years sq bushel bushels megaton megatons kiloton kilotons \
         fathom fathoms nm",
    ),
    (
        WHICH,
        "last next past this coming previous following recent same that current final latest every \
         each opening closing preceding",
    ),
    (EDGE, "early late mid earlier later"),
    (HALF_DAY, "a.m. p.m. am pm a.m p.m o'clock o’clock"),
    (REPEATED, "annual annually daily weekly monthly quarterly yearly biennial fortnightly"),
    (
        ZONE,
        "gmt utc est edt cst cdt mst mdt pst pdt bst cet cest eet eest et ist wat cat eat msk jst \
         aest hkt sgt",
    ),
    (DASH, "- – — ‑ ‐ −"),
];

/// Longest listed word, in bytes: anything longer has no class.
const LONGEST: usize = 16;

/// The classes of a word in lower case; zero for most words.
pub(in crate::entities) fn classes(lower: &str) -> Class {
    static TABLE: OnceLock<FxHashMap<&str, Class>> = OnceLock::new();
    if lower.len() > LONGEST {
        return 0;
    }
    let table = TABLE.get_or_init(|| {
        let mut table = FxHashMap::default();
        for (class, words) in LISTS {
            for word in words.split_ascii_whitespace() {
                *table.entry(word).or_insert(0) |= class;
            }
        }
        table
    });
    let known = |word| table.get(word).copied();
    known(lower)
        // `20 kg.` at the end of a sentence.
        .or_else(|| known(lower.strip_suffix('.')?).map(|class| class & (MEASURE | HOURS | SCALE)))
        .unwrap_or(0)
}
