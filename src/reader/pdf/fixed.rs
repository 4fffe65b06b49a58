//! Numbers of a PDF → whole numbers of 2⁻²⁰. The parser of the format gives floating point, which the core does not use: a place
//! on a page is no amount, but it must be the same on every machine. Only the bits are read here; nothing is reckoned with them.

use hayro_syntax::object::{Number, Rect};

/// Binary places of a fixed-point number.
pub(super) const PLACES: u32 = 20;
/// One, as a fixed-point number.
pub(super) const ONE: i64 = 1 << PLACES;
/// No place and no scale is larger; two of them can be multiplied in 128 bits.
const MOST: i64 = 1 << 52;

/// A number of the file.
pub(super) fn fixed(number: Number) -> i64 {
    of_bits(number.as_f64().to_bits())
}

/// A rectangle of the file: left, bottom, right, top.
pub(super) fn sides(rect: Rect) -> [i64; 4] {
    [rect.x0, rect.y0, rect.x1, rect.y1].map(|side| of_bits(side.to_bits()))
}

/// The product of two fixed-point numbers.
pub(super) fn times(a: i64, b: i64) -> i64 {
    clamp((i128::from(a) * i128::from(b)) >> PLACES)
}

/// Keeps a number within what can be reckoned with.
pub(super) fn clamp(value: i128) -> i64 {
    value.clamp(i128::from(-MOST), i128::from(MOST)) as i64
}

/// The bits of a double (IEEE 754): sign, eleven bits of exponent, mantissa.
fn of_bits(bits: u64) -> i64 {
    let exponent = ((bits >> 52) & 0x7ff) as i32;
    let mantissa = ((bits & ((1 << 52) - 1)) | (1 << 52)) as i64;
    // mantissa × 2^(exponent − 1075) × 2^PLACES
    let shift = exponent - 1075 + PLACES as i32;
    let size = if exponent == 0 || shift < -62 {
        0
    } else if shift < 0 {
        (((mantissa >> (-shift - 1)) + 1) >> 1).min(MOST)
    } else {
        MOST
    };
    if bits >> 63 == 1 { -size } else { size }
}
