//! The tags of the model: outside, and begin and inside of each kind.

/// What the model tells apart. Places are split further by who uses it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Person,
    Org,
    Place,
    Norp,
    Event,
    WorkOfArt,
    Product,
}

impl Kind {
    /// Every kind, in the order of its tags.
    pub(crate) const ALL: [Kind; 7] = [
        Kind::Person,
        Kind::Org,
        Kind::Place,
        Kind::Norp,
        Kind::Event,
        Kind::WorkOfArt,
        Kind::Product,
    ];

    /// The kind of a tag; `None` is outside.
    pub(crate) fn of_tag(tag: usize) -> Option<Self> {
        tag.checked_sub(1).and_then(|t| Self::ALL.get(t / 2)).copied()
    }

    /// The tag that begins a mention of this kind; the next one goes on with it.
    pub(crate) fn begin(self) -> usize {
        1 + 2 * self as usize
    }
}

/// Number of kinds.
pub(crate) const KINDS: usize = Kind::ALL.len();
/// Number of tags.
pub(crate) const TAGS: usize = 1 + 2 * KINDS;
/// A row of numbers, one for each tag, filled up to a round number.
pub(crate) const WIDTH: usize = 16;
/// The row of a table of transitions that stands for a sentence's start.
pub(crate) const START: usize = WIDTH - 1;

/// Whether `to` may follow `from`: inside only after begin or inside of the same kind.
pub(crate) fn may_follow(from: usize, to: usize) -> bool {
    (from < TAGS || from == START)
        && to < TAGS
        && (to == 0 || to % 2 == 1 || from == to || from + 1 == to)
}
