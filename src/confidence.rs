//! How sure a step is of what it says.

/// A probability in thousandths, 0 to 1000, so that native and wasm print the same digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Permille(pub u16);

impl Permille {
    /// Between 0 and 1. A thousandth is the nearest double everywhere, so the digits agree.
    #[must_use]
    pub fn as_fraction(self) -> f64 {
        f64::from(self.0) / 1000.0
    }
}
