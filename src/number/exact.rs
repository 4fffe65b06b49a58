//! The steps of exact arithmetic, each compiled once: the decimal crate writes them out wherever they are used.

use super::Decimal;

/// Sums, differences and products; `None` on overflow.
pub trait Exact: Sized {
    /// `self + other`.
    fn plus(self, other: Self) -> Option<Self>;
    /// `self − other`.
    fn minus(self, other: Self) -> Option<Self>;
    /// `self × other`.
    fn times(self, other: Self) -> Option<Self>;
}

impl Exact for Decimal {
    #[inline(never)]
    fn plus(self, other: Self) -> Option<Self> {
        self.checked_add(other)
    }

    #[inline(never)]
    fn minus(self, other: Self) -> Option<Self> {
        self.checked_sub(other)
    }

    #[inline(never)]
    fn times(self, other: Self) -> Option<Self> {
        self.checked_mul(other)
    }
}
