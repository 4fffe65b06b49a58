//! The bits of a stored number → its decimal digits, by whole numbers alone: m·2ᵉ has finitely many digits.

use super::super::digits::Digits;
use crate::gather::Gather;

/// What a limb holds at most, plus one.
const LIMB: u64 = 1_000_000_000;
const LIMB_DIGITS: usize = 9;
const FRACTION_BITS: u32 = 52;

/// A 64-bit binary number; nothing for infinities and what is no number.
pub(super) fn digits(bits: u64) -> Option<Digits> {
    let exponent = (bits >> FRACTION_BITS) & 0x7ff;
    let fraction = bits & ((1 << FRACTION_BITS) - 1);
    let (mantissa, power) = match exponent {
        0x7ff => return None,
        0 => (fraction, -1074),
        _ => (fraction | 1 << FRACTION_BITS, exponent as i32 - 1075),
    };
    let spare = if mantissa == 0 { 0 } else { mantissa.trailing_zeros() as i32 };
    let (mantissa, power) = (mantissa >> spare, power + spare);
    // m·2⁻ᵏ = m·5ᵏ·10⁻ᵏ.
    let limbs = if power < 0 { product(mantissa, 5, -power) } else { product(mantissa, 2, power) };
    let digits: Vec<u8> = limbs.iter().rev().flat_map(|limb| format!("{limb:0LIMB_DIGITS$}").into_bytes()).gather();
    let digits: Vec<u8> = digits.into_iter().map(|d| d - b'0').gather();
    Some(Digits::new(bits >> 63 == 1, &digits, digits.len() as i32 + power.min(0)))
}

/// A packed number: 30 bits of one of the above or of a whole number, perhaps in hundredths.
pub(super) fn packed(bits: u32) -> Option<Digits> {
    let whole = bits & 2 != 0;
    let number = if whole { Digits::whole(i64::from((bits as i32) >> 2)) } else { digits(u64::from(bits & !3) << 32)? };
    Some(if bits & 1 == 0 { number } else { number.shifted(-2) })
}

/// `number · base^power` in limbs, the lowest first.
fn product(number: u64, base: u64, power: i32) -> Vec<u64> {
    let mut limbs = vec![number % LIMB, number / LIMB];
    let mut left = power;
    while left > 0 {
        // Both 2¹² and 5¹² times a limb stay in 64 bits.
        let step = left.min(12);
        let factor = (0..step).fold(1, |f, _| f * base);
        let mut carry = 0;
        for limb in &mut limbs {
            let value = *limb * factor + carry;
            *limb = value % LIMB;
            carry = value / LIMB;
        }
        if carry > 0 {
            limbs.push(carry);
        }
        left -= step;
    }
    limbs
}
