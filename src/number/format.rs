//! Figures back to text: the only division, for display alone.

use super::Decimal;
use rust_decimal::RoundingStrategy;

/// A decimal without needless zeros: `9806.96`.
#[must_use]
pub fn plain(value: Decimal) -> String {
    let text = value.normalize().to_string();
    if text == "-0" { "0".to_owned() } else { text }
}

/// A decimal with exactly this many places, rounded half away from zero (四舍五入).
#[must_use]
pub fn fixed(value: Decimal, places: u32) -> String {
    let mut rounded = round(value, places);
    rounded.rescale(places);
    rounded.to_string()
}

/// Rounds half away from zero (四舍五入), which is what offices do; the default of the type is banker's rounding.
#[must_use]
pub fn round(value: Decimal, places: u32) -> Decimal {
    value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
}

/// A quotient for display; `None` for a zero divisor or overflow.
#[must_use]
pub fn quotient(dividend: Decimal, divisor: Decimal) -> Option<Decimal> {
    dividend.checked_div(divisor)
}
