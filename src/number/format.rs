//! Figures back to text: the only division, for display alone.

use super::Decimal;
use rust_decimal::RoundingStrategy;

/// A decimal without needless zeros: `9806.96`.
#[must_use]
pub fn plain(value: Decimal) -> String {
    let value = trimmed(value);
    if value.is_zero() { "0".to_owned() } else { written(value, value.scale()) }
}

/// The same number without the zeros at its end; the type divides three words by ten for each, and hardly a number needs more than one.
#[must_use]
pub fn trimmed(value: Decimal) -> Decimal {
    let Ok(mut digits) = i64::try_from(value.mantissa()) else { return value.normalize() };
    let mut places = value.scale();
    while places > 0 && digits % 10 == 0 {
        (digits, places) = (digits.div_euclid(10), places - 1);
    }
    Decimal::new(digits, places)
}

/// A value by its digits and how many of them are behind the point, without zeros at the end: only equal values have the same.
#[must_use]
pub fn digits(value: Decimal) -> (i128, u32) {
    let value = trimmed(value);
    (value.mantissa(), value.scale())
}

/// A decimal with all of its places, and zeros up to so many. The type writes itself digit by digit in three words, which takes several
/// times as long.
fn written(value: Decimal, least: u32) -> String {
    let (places, least) = (value.scale() as usize, least as usize);
    let mantissa = value.mantissa().unsigned_abs();
    let (mut buffer, long);
    // Hardly a number has more digits than fit one word.
    let digits = match u64::try_from(mantissa) {
        Ok(mantissa) => {
            buffer = itoa::Buffer::new();
            buffer.format(mantissa)
        }
        Err(_) => {
            long = mantissa.to_string();
            long.as_str()
        }
    };
    let (whole, fraction) = digits.split_at_checked(digits.len().saturating_sub(places)).unwrap_or_default();
    let mut out = String::with_capacity(digits.len() + places.max(least) + 3);
    out.push_str(if value.is_sign_negative() { "-" } else { "" });
    out.push_str(if whole.is_empty() { "0" } else { whole });
    if places.max(least) > 0 {
        out.push('.');
        out.push_str(zeros(places.saturating_sub(digits.len())));
        out.push_str(fraction);
        out.push_str(zeros(least.saturating_sub(places)));
    }
    out
}

/// So many zeros; no number has more places than there are.
fn zeros(count: usize) -> &'static str {
    const ALL: &str = "0000000000000000000000000000";
    ALL.get(..count).unwrap_or(ALL)
}

/// A decimal with exactly this many places, rounded half away from zero (四舍五入).
#[must_use]
pub fn fixed(value: Decimal, places: u32) -> String {
    let mut rounded = if value.scale() > places { round(value, places) } else { value };
    // What has too many digits for so many places keeps those that the type has room for.
    if places > 9 || i64::try_from(rounded.mantissa()).is_err() {
        rounded.rescale(places);
        return written(rounded, 0);
    }
    written(rounded, places)
}

/// A number with a comma before every three digits of its whole part: `12,345.67`; what is no number stays as it is.
#[must_use]
pub fn grouped(text: &str) -> String {
    let (whole, rest) = text.split_once('.').map_or((text, None), |(whole, rest)| (whole, Some(rest)));
    let digits = whole.strip_prefix('-').unwrap_or(whole);
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() + digits.len() / 3);
    out.push_str(if digits.len() < whole.len() { "-" } else { "" });
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(rest) = rest {
        out.push('.');
        out.push_str(rest);
    }
    out
}

/// Rounds half away from zero (四舍五入), which is what offices do; the default of the type is banker's rounding.
#[must_use]
pub fn round(value: Decimal, places: u32) -> Decimal {
    value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
}

/// An amount of base units in a unit of so many of them, without needless zeros; `None` for a zero unit or overflow.
#[must_use]
pub fn in_units(base: Decimal, scale: Decimal) -> Option<Decimal> {
    // Units are powers of ten, for which the point is moved; a division takes ten times as long.
    let whole = i64::try_from(scale.mantissa()).ok().filter(|_| scale.scale() == 0);
    let tens = whole.and_then(|whole| whole.checked_ilog10().filter(|tens| 10i64.pow(*tens) == whole));
    let mut moved = base;
    match tens {
        Some(tens) if moved.set_scale(base.scale() + tens).is_ok() => Some(trimmed(moved)),
        _ => quotient(base, scale).map(trimmed),
    }
}

/// A quotient for display; `None` for a zero divisor or overflow.
#[must_use]
pub fn quotient(dividend: Decimal, divisor: Decimal) -> Option<Decimal> {
    dividend.checked_div(divisor)
}

#[cfg(test)]
mod tests {
    use super::{Decimal, grouped, in_units, quotient, written};

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn three_digits_stand_together() {
        for (plain, read) in [
            ("0", "0"),
            ("999", "999"),
            ("1000", "1,000"),
            ("-123456.7890", "-123,456.7890"),
            ("-100", "-100"),
            ("12345678", "12,345,678"),
            ("0.12345", "0.12345"),
            ("优", "优"),
            ("", ""),
        ] {
            assert_eq!(grouped(plain), read);
        }
    }

    #[test]
    fn a_decimal_is_written_as_it_writes_itself() {
        for text in ["0", "-0.00", "0.05", "-0.5", "12", "1200.50", "-123456789012345678901234.5678"] {
            assert_eq!(written(decimal(text), 0), decimal(text).to_string());
        }
    }

    #[test]
    fn moving_the_point_is_dividing() {
        for base in ["0", "-0.5", "98069600", "123456789.01", "99999999999999999999.99", "1200"] {
            for scale in ["1", "10", "10000", "100000000"] {
                let (base, scale) = (decimal(base), decimal(scale));
                assert_eq!(in_units(base, scale), quotient(base, scale));
            }
        }
        assert_eq!(in_units(decimal("90"), decimal("36")), Some(decimal("2.5")));
        assert_eq!(in_units(decimal("90"), decimal("0")), None);
        assert_eq!(in_units(decimal("12.50"), decimal("1")).map(|value| value.scale()), Some(1));
    }
}
