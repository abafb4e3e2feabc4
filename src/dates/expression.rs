//! What a date expression says, before it is known when it was said.
//!
//! Takes the [`Word`]s of a date, gives an [`Expression`] and a time of day. The order of day,
//! month and year does not matter: each word fills its slot, and of two for one slot (a range)
//! the first wins. Expressions that name no point in time (`three hours`, `every May`, `a few
//! years ago`) give nothing.

use super::words::{Number, Unit, Word};

/// Which of a row of days, weeks, months or years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shift {
    /// The one before publication.
    Last,
    /// The one of publication.
    This,
    /// The one after publication.
    Next,
}

impl Shift {
    /// Steps from the one of publication.
    pub(super) fn steps(self) -> i32 {
        self as i32 - 1
    }
}

/// The year of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum YearName {
    /// `1994`.
    Full(i32),
    /// `'94`.
    Short(i32),
    /// `the same year`.
    Same,
    /// `last year`.
    Shifted(Shift),
    /// None said.
    Open,
}

/// What a date expression says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Expression {
    /// A day of a month.
    Day {
        /// Its year.
        year: YearName,
        /// Its month, from 1.
        month: u32,
        /// Its day, from 1.
        day: u32,
        /// The weekday it is said to be, 0 for Monday.
        weekday: Option<i32>,
    },
    /// A month.
    Month {
        /// Its year.
        year: YearName,
        /// The month, from 1.
        month: u32,
        /// `last March`.
        shift: Option<Shift>,
    },
    /// A year.
    Year(YearName),
    /// A quarter of a year, from 1.
    Quarter(YearName, i32),
    /// The decade that begins with this year.
    Decade(i32),
    /// `the sixties`: the decade of a century that is not said.
    ShortDecade(i32),
    /// A century, 20 for the years 1900 to 1999.
    Century(i32),
    /// A weekday, 0 for Monday.
    Weekday(i32, Option<Shift>),
    /// Days from publication: today, yesterday.
    NearDay(i32),
    /// `last week`, `this year`.
    Period(Unit, Shift),
    /// `the end of the month`.
    EndOf(Unit),
    /// So many units before (negative) or after publication.
    FromPublication(i32, Unit),
    /// So many units before (negative) or after the date named last.
    FromReference(i32, Unit),
    /// `that year`: the one named last.
    Same(Unit),
}

/// A date expression, read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Parsed {
    /// The date, if it says one.
    pub(super) date: Option<Expression>,
    /// Hour and minute, if it says them.
    pub(super) clock: Option<(u32, u32)>,
}

/// What the words have said so far.
#[derive(Debug, Default)]
struct Slots {
    year: Option<YearName>,
    month: Option<(usize, u32)>,
    weekday: Option<i32>,
    unit: Option<(usize, Unit)>,
    count: Option<u32>,
    ordinal_of_unit: Option<u32>,
    decade: Option<Number>,
    small: Vec<(usize, Number)>,
    shift: Option<Shift>,
    neighbour: Option<i32>,
    same: bool,
    /// -1 before, 1 after; from publication or not; where it stands.
    direction: Option<(i32, bool, usize)>,
    near: Option<i32>,
    part_of_day: bool,
    end: bool,
    vague: bool,
    clock: Option<(u32, u32)>,
}

/// Reads the words of one date expression.
pub(super) fn parse(words: &[Word]) -> Parsed {
    if let Some(date) = numeric(words) {
        return Parsed { date: Some(date), clock: None };
    }
    let mut slots = Slots::default();
    let mut at = 0;
    while at < words.len() {
        at += slots.take(words, at);
    }
    let clock = slots.clock;
    Parsed { date: slots.date(), clock }
}

/// `2025-03-14`, `14.3.2025`, `3/14/25`: all in digits. The American order is read where both fit.
fn numeric(words: &[Word]) -> Option<Expression> {
    let [Word::Number(a), Word::Mark(first), Word::Number(b), Word::Mark(second), Word::Number(c)] =
        words
    else {
        return dotted(words);
    };
    if first != second || !matches!(first, '/' | '-') {
        return None;
    }
    from_three(*a, *b, *c)
}

/// The full stop is no word, so `14.3.2025` comes as three numbers.
fn dotted(words: &[Word]) -> Option<Expression> {
    let [Word::Number(a), Word::Number(b), Word::Number(c)] = words else { return None };
    let fits = a.digits <= 2 && b.digits <= 2 && c.digits == 4;
    fits.then(|| day_of(YearName::Full(c.value as i32), b.value, a.value)).flatten()
}

fn from_three(a: Number, b: Number, c: Number) -> Option<Expression> {
    if a.digits == 4 {
        return day_of(YearName::Full(a.value as i32), b.value, c.value);
    }
    let year = match c.digits {
        4 => YearName::Full(c.value as i32),
        2 => YearName::Short(c.value as i32),
        _ => return None,
    };
    day_of(year, a.value, b.value).or_else(|| day_of(year, b.value, a.value))
}

fn day_of(year: YearName, month: u32, day: u32) -> Option<Expression> {
    let fits = (1..=12).contains(&month) && (1..=31).contains(&day);
    fits.then_some(Expression::Day { year, month, day, weekday: None })
}

impl Slots {
    /// Takes the word at `at`, and says how many it took.
    fn take(&mut self, words: &[Word], at: usize) -> usize {
        match &words[at] {
            Word::Month(month) => {
                self.month.get_or_insert((at, *month));
            }
            Word::Weekday(day) => {
                self.weekday.get_or_insert(*day);
            }
            Word::Unit(unit) => {
                self.unit.get_or_insert((at, *unit));
            }
            Word::Number(number) => return self.number(*number, words, at),
            Word::Text(text) => self.text(text, words, at),
            Word::Mark(_) => {}
        }
        1
    }

    fn number(&mut self, n: Number, words: &[Word], at: usize) -> usize {
        if let Some(taken) = self.time_of_day(n, words, at) {
            return taken;
        }
        let skip = usize::from(words.get(at + 1) == Some(&Word::Mark('-')));
        if let Some(Word::Unit(unit)) = words.get(at + 1 + skip) {
            self.unit.get_or_insert((at + 1 + skip, *unit));
            let slot = if n.ordinal { &mut self.ordinal_of_unit } else { &mut self.count };
            slot.get_or_insert(n.value);
            return 2 + skip;
        }
        match n {
            Number { plural: true, .. } => {
                self.decade.get_or_insert(n);
            }
            Number { digits: 4, value: 1000..=2999, .. } => {
                self.year.get_or_insert(YearName::Full(n.value as i32));
            }
            _ => self.small.push((at, n)),
        }
        1
    }

    /// `10:30 p.m.`, `10 pm`, `22:30`.
    fn time_of_day(&mut self, hour: Number, words: &[Word], at: usize) -> Option<usize> {
        if hour.value > 24 || hour.ordinal {
            return None;
        }
        let (minute, mut taken) = match (words.get(at + 1), words.get(at + 2)) {
            (Some(Word::Mark(':')), Some(Word::Number(m))) if m.digits == 2 && m.value < 60 => {
                (m.value, 3)
            }
            // `10.30 p.m.`, the stop being no word.
            (Some(Word::Number(m)), Some(Word::Text(half)))
                if m.digits == 2 && m.value < 60 && matches!(half.as_str(), "am" | "pm") =>
            {
                (m.value, 2)
            }
            _ => (0, 1),
        };
        let afternoon = match words.get(at + taken) {
            Some(Word::Text(half)) if half == "am" => Some(false),
            Some(Word::Text(half)) if half == "pm" => Some(true),
            Some(Word::Text(word)) if word == "o" || word == "oclock" => None,
            _ if taken == 3 => None,
            _ => return None,
        };
        let value = match afternoon {
            Some(true) if hour.value < 12 => hour.value + 12,
            Some(false) if hour.value == 12 => 0,
            _ => hour.value % 24,
        };
        taken += usize::from(afternoon.is_some());
        self.clock.get_or_insert((value, minute));
        Some(taken)
    }

    fn text(&mut self, text: &str, words: &[Word], at: usize) {
        match text {
            "last" | "past" => self.shift = self.shift.or(Some(Shift::Last)),
            "next" | "coming" | "upcoming" => self.shift = self.shift.or(Some(Shift::Next)),
            "this" | "current" => self.shift = self.shift.or(Some(Shift::This)),
            "following" | "subsequent" => self.neighbour = Some(1),
            "previous" | "preceding" | "prior" => self.neighbour = Some(-1),
            "same" | "that" => self.same = true,
            "ago" => self.direction = Some((-1, true, at)),
            "earlier" | "before" | "previously" => {
                self.direction = self.direction.or(Some((-1, false, at)));
            }
            "later" | "afterwards" | "afterward" | "on" => {
                self.direction = self.direction.or(Some((1, false, at)));
            }
            "now" if self.count.is_some() => self.direction = Some((1, true, at)),
            "today" | "tonight" => self.near = self.near.or(Some(0)),
            "yesterday" => self.near = Some(if said(words, at, "before") { -2 } else { -1 }),
            "tomorrow" => self.near = Some(if said(words, at, "after") { 2 } else { 1 }),
            "morning" | "afternoon" | "evening" | "night" => self.part_of_day = true,
            "noon" | "midday" => self.clock = self.clock.or(Some((12, 0))),
            "midnight" => self.clock = self.clock.or(Some((0, 0))),
            "end" => self.end = true,
            "a" | "an" => {
                if matches!(words.get(at + 1), Some(Word::Unit(_))) {
                    self.count = self.count.or(Some(1));
                }
            }
            "few" | "several" | "couple" | "some" | "many" | "recent" | "every" | "each"
            | "dozen" | "dozens" | "decades" | "half" => self.vague = true,
            _ => {}
        }
    }

    fn date(mut self) -> Option<Expression> {
        if self.vague {
            return None;
        }
        let unit = self.unit.map(|(_, unit)| unit);
        self.short_year();
        if let Some((at, month)) = self.month {
            return Some(self.in_month(at, month));
        }
        if unit == Some(Unit::Quarter) {
            let quarter = self.ordinal_of_unit.filter(|q| (1..=4).contains(q))?;
            return Some(Expression::Quarter(self.year_name(), quarter as i32));
        }
        if unit == Some(Unit::Century)
            && let Some(century) = self.ordinal_of_unit.filter(|c| (1..=30).contains(c))
        {
            return Some(Expression::Century(century as i32));
        }
        if let Some(decade) = self.decade {
            return decade_of(decade);
        }
        if let Some(year) = self.year {
            return Some(Expression::Year(year));
        }
        self.relative(unit)
    }

    fn in_month(&self, at: usize, month: u32) -> Expression {
        let near = |(place, n): &&(usize, Number)| {
            (1..=31).contains(&n.value) && !n.shortened && place.abs_diff(at) <= 2
        };
        let range_start = self.small.iter().find(|(place, n)| {
            // `12-14 March`: the first number stands further off, a dash and a number between.
            (1..=31).contains(&n.value)
                && place + 3 == at
                && self.small.iter().any(|(next, _)| *next == place + 2)
        });
        let day = range_start.or_else(|| self.small.iter().find(near)).map(|(_, n)| n.value);
        let year = self.year_name();
        match day {
            Some(day) => Expression::Day { year, month, day, weekday: self.weekday },
            None => {
                let of_year = matches!(self.unit, Some((_, Unit::Year)));
                Expression::Month { year, month, shift: self.shift.filter(|_| !of_year) }
            }
        }
    }

    /// A number of two digits that can be no day is a year.
    fn short_year(&mut self) {
        let can_be = |n: &Number| n.digits == 2 && !n.ordinal && (n.shortened || n.value > 31);
        let alone = |n: &Number| n.digits == 2 && !n.ordinal && self.is_lone_number();
        if self.year.is_none() && self.unit.is_none() {
            let found = self.small.iter().find(|(_, n)| can_be(n) || alone(n));
            self.year = found.map(|(_, n)| YearName::Short(n.value as i32));
        }
    }

    fn is_lone_number(&self) -> bool {
        self.small.len() == 1
            && self.month.is_none()
            && self.weekday.is_none()
            && self.near.is_none()
            && self.clock.is_none()
    }

    fn year_name(&self) -> YearName {
        let of_year = matches!(self.unit, Some((_, Unit::Year)));
        match (self.year, self.shift) {
            (Some(year), _) => year,
            (None, _) if of_year && self.same => YearName::Same,
            (None, Some(shift)) if of_year => YearName::Shifted(shift),
            _ => YearName::Open,
        }
    }

    /// Everything that hangs on another date.
    fn relative(&self, unit: Option<Unit>) -> Option<Expression> {
        if let Some(day) = self.weekday {
            return Some(Expression::Weekday(day, self.shift));
        }
        if let Some(days) = self.near {
            return Some(Expression::NearDay(days));
        }
        if self.part_of_day && unit.is_none() {
            return match self.shift? {
                Shift::Last => Some(Expression::NearDay(-1)),
                Shift::This => Some(Expression::NearDay(0)),
                Shift::Next => None,
            };
        }
        let (at, unit) = self.unit?;
        if self.end && self.count.is_none() {
            return Some(Expression::EndOf(unit));
        }
        if let Some((sign, from_publication, place)) = self.direction
            && place > at
            && (self.shift.is_none() || self.count.is_some())
        {
            let count = sign * i32::try_from(self.count.unwrap_or(1).min(100_000)).ok()?;
            return Some(if from_publication {
                Expression::FromPublication(count, unit)
            } else {
                Expression::FromReference(count, unit)
            });
        }
        if self.count.is_some() || self.ordinal_of_unit.is_some() {
            return None;
        }
        match (self.neighbour, self.shift) {
            (Some(steps), _) => Some(Expression::FromReference(steps, unit)),
            (None, Some(Shift::Next)) if unit == Unit::Day => {
                Some(Expression::FromReference(1, unit))
            }
            (None, Some(shift)) => Some(Expression::Period(unit, shift)),
            (None, None) => self.same.then_some(Expression::Same(unit)),
        }
    }
}

/// Whether `word` stands before place `at`.
fn said(words: &[Word], at: usize, word: &str) -> bool {
    words[..at].iter().any(|w| matches!(w, Word::Text(text) if text == word))
}

/// `1990s`, `'90s`, `sixties`; `1800s` is the century, `2000s` the decade.
fn decade_of(n: Number) -> Option<Expression> {
    let value = i32::try_from(n.value).ok()?;
    match (n.digits, value) {
        (4, 1000..=1899) if value % 100 == 0 => Some(Expression::Century(value / 100 + 1)),
        (4, 1000..=2999) => Some(Expression::Decade(value / 10 * 10)),
        (0 | 2, 10..=99) => Some(Expression::ShortDecade(value / 10 * 10)),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
