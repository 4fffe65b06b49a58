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
    match u32::try_from(exponent) {
        Ok(up) => 10i128.checked_pow(up).and_then(|v| Decimal::try_from_i128_with_scale(v, 0).ok()).unwrap_or_default(),
        Err(_) => Decimal::try_from_i128_with_scale(1, exponent.unsigned_abs()).unwrap_or_default(),
    }
}
