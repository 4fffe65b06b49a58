//! Quotients kept as two numbers, so that nothing is divided before it is shown.

use super::Exact;
use super::{Decimal, format};
use std::cmp::Ordering;

/// A quotient (比值) as numerator and positive denominator. Operations give `None` on overflow and for a zero divisor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    numerator: Decimal,
    denominator: Decimal,
}

impl Ratio {
    /// A number as it is.
    #[must_use]
    pub const fn whole(value: Decimal) -> Self {
        Self { numerator: value, denominator: Decimal::ONE }
    }

    /// The sum.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        if self.denominator == other.denominator {
            return Some(Self { numerator: self.numerator.plus(other.numerator)?, ..self });
        }
        let left = self.numerator.times(other.denominator)?;
        let right = other.numerator.times(self.denominator)?;
        Self::of(left.plus(right)?, self.denominator.times(other.denominator)?)
    }

    /// The difference.
    #[must_use]
    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(other.opposite())
    }

    /// The number with the other sign.
    #[must_use]
    pub fn opposite(self) -> Self {
        Self { numerator: -self.numerator, ..self }
    }

    /// The product.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        Self::of(self.numerator.times(other.numerator)?, self.denominator.times(other.denominator)?)
    }

    /// The quotient.
    #[must_use]
    pub fn over(self, other: Self) -> Option<Self> {
        Self::of(self.numerator.times(other.denominator)?, self.denominator.times(other.numerator)?)
    }

    /// How two stand to each other; `None` on overflow.
    #[must_use]
    pub fn compare(self, other: Self) -> Option<Ordering> {
        let left = self.numerator.times(other.denominator)?;
        Some(left.cmp(&other.numerator.times(self.denominator)?))
    }

    /// With so many decimals, for display; `None` on overflow.
    #[must_use]
    pub fn fixed(self, places: u32) -> Option<String> {
        Some(format::fixed(format::quotient(self.numerator, self.denominator)?, places))
    }

    fn of(numerator: Decimal, denominator: Decimal) -> Option<Self> {
        let (numerator, denominator) = match denominator.cmp(&Decimal::ZERO) {
            Ordering::Greater => (numerator, denominator),
            Ordering::Equal => return None,
            Ordering::Less => (-numerator, -denominator),
        };
        // Trailing zeros use up the digits that the next product needs.
        Some(Self { numerator: numerator.normalize(), denominator: denominator.normalize() })
    }
}
