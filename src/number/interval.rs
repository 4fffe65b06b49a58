//! Closed intervals: what a rounded figure can stand for.

use super::Decimal;
use super::Exact;

/// A closed interval (区间). Operations give `None` on overflow, never a wrong bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The least value.
    pub least: Decimal,
    /// The greatest value.
    pub most: Decimal,
}

impl Interval {
    /// From the two ends, in either order.
    #[must_use]
    pub fn new(a: Decimal, b: Decimal) -> Self {
        Self { least: a.min(b), most: a.max(b) }
    }

    /// One exact value.
    #[must_use]
    pub fn exact(value: Decimal) -> Self {
        Self { least: value, most: value }
    }

    /// The values at most so far from one.
    #[must_use]
    pub fn around(value: Decimal, half: Decimal) -> Option<Self> {
        if half.is_zero() {
            return Some(Self::exact(value));
        }
        Some(Self { least: value.minus(half)?, most: value.plus(half)? })
    }

    /// The sums of a value of each.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        Some(Self { least: self.least.plus(other.least)?, most: self.most.plus(other.most)? })
    }

    /// The opposites.
    #[must_use]
    pub fn negate(self) -> Self {
        Self { least: -self.most, most: -self.least }
    }

    /// The products of a value of each.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        // Amounts are hardly ever negative, and then the ends make the ends.
        if !self.least.is_sign_negative() && !other.least.is_sign_negative() {
            return Some(Self { least: self.least.times(other.least)?, most: self.most.times(other.most)? });
        }
        let products = [
            self.least.times(other.least)?,
            self.least.times(other.most)?,
            self.most.times(other.least)?,
            self.most.times(other.most)?,
        ];
        let least = products.iter().copied().min()?;
        let most = products.iter().copied().max()?;
        Some(Self { least, most })
    }

    /// Whether the two share a value.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.least <= other.most && other.least <= self.most
    }
}
