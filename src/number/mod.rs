//! Exact arithmetic: figures, their units, the intervals they stand for, and how precisely a document prints.
//!
//! Nothing here knows of text or language. The only division is in [`format`], for display.

mod band;
mod exact;
mod figure;
pub mod format;
mod interval;
mod precision;
mod ratio;
mod unit;

pub use band::{Band, End};
pub use exact::Exact;
pub use figure::{Extent, Figure};
pub use interval::Interval;
pub use precision::{Allowance, Precision};
pub use ratio::Ratio;
pub use rust_decimal::Decimal;
pub use unit::{Dimension, Unit};

/// `10^exponent`, for exponents from −28 to 28; 0 outside that range.
#[must_use]
pub fn power_of_ten(exponent: i32) -> Decimal {
    let tens = exponent.unsigned_abs();
    if exponent < 0 {
        return of_place(1, tens);
    }
    // Hardly any has more digits than fit one word.
    match 10u64.checked_pow(tens) {
        Some(power) => Decimal::from(power),
        None => 10i128.checked_pow(tens).and_then(|v| Decimal::try_from_i128_with_scale(v, 0).ok()).unwrap_or_default(),
    }
}

/// A digit in the last of so many places; 0 where there are more than the type has.
const fn of_place(digit: u32, places: u32) -> Decimal {
    if places > Decimal::MAX_SCALE { Decimal::ZERO } else { Decimal::from_parts(digit, 0, 0, false, places) }
}

/// Half a unit of the last of so many places.
const fn half_of_place(places: u32) -> Decimal {
    of_place(5, places.saturating_add(1))
}
