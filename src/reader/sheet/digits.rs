//! A spreadsheet's number as decimal digits, exactly: what formats show of it, and what it holds.
//!
//! Spreadsheets store binary fractions, of which people only ever see fifteen decimal digits; whatever lies beyond is the
//! noise of that storage, and every number is freed of it here, before anything else is done with it.

use crate::gather::Gather;
use std::cmp::Ordering;

/// The digits that a spreadsheet keeps of a number.
const KEPT: usize = 15;

/// Powers of ten beyond these are in no spreadsheet.
const LARGEST: i32 = 400;

/// A number (十进制数): ±0.d₁d₂… × 10^`point`, without zeros at either end; no digits are zero.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Digits {
    negative: bool,
    digits: Vec<u8>,
    point: i32,
}

impl Digits {
    /// From digits from 0 to 9, of which the first `point` stand before the decimal point.
    pub(super) fn new(negative: bool, digits: &[u8], point: i32) -> Self {
        let lead = digits.iter().take_while(|d| **d == 0).count();
        let end = digits.iter().rposition(|d| *d != 0).map_or(lead, |last| last + 1);
        let kept = digits.get(lead..end).unwrap_or(&[]).to_vec();
        let point = if kept.is_empty() { 0 } else { point.saturating_sub(lead as i32) };
        Self { negative: negative && !kept.is_empty(), digits: kept, point }
    }

    /// Reads `-1234.5` and `1.2345E+3`, as they stand in files.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (mantissa, power) = match text.split_once(['e', 'E']) {
            Some((mantissa, power)) => (mantissa, power.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (negative, mantissa) = match mantissa.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, mantissa.strip_prefix('+').unwrap_or(mantissa)),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits: Option<Vec<u8>> =
            whole.chars().chain(fraction.chars()).map(|c| c.to_digit(10).map(|d| d as u8)).gather_all();
        let digits = digits.filter(|d| !d.is_empty())?;
        let out = Self::new(negative, &digits, i32::try_from(whole.len()).ok()?.checked_add(power)?);
        (out.point.abs() <= LARGEST).then_some(out)
    }

    /// A whole number.
    pub(super) fn whole(value: i64) -> Self {
        let digits: Vec<u8> = value.unsigned_abs().to_string().bytes().map(|b| b - b'0').gather();
        Self::new(value < 0, &digits, digits.len() as i32)
    }

    /// The number that people see: fifteen digits.
    pub(super) fn kept(&self) -> Self {
        self.significant(KEPT)
    }

    /// Rounded to so many digits, half away from zero.
    pub(super) fn significant(&self, count: usize) -> Self {
        self.rounded((count as i32).saturating_sub(self.point))
    }

    /// Rounded to so many places behind the point, half away from zero.
    pub(super) fn rounded(&self, places: i32) -> Self {
        let Ok(keep) = usize::try_from(self.point.saturating_add(places)) else {
            return Self::default();
        };
        if keep >= self.digits.len() {
            return self.clone();
        }
        let mut digits = vec![0];
        digits.extend(self.digits.iter().take(keep));
        if self.digits.get(keep).is_some_and(|d| *d >= 5) {
            // The zero in front takes the last carry.
            for digit in digits.iter_mut().rev() {
                if *digit < 9 {
                    *digit += 1;
                    break;
                }
                *digit = 0;
            }
        }
        Self::new(self.negative, &digits, self.point + 1)
    }

    /// Times 10^`by`.
    pub(super) fn shifted(&self, by: i32) -> Self {
        let point = if self.is_zero() { 0 } else { self.point.saturating_add(by) };
        Self { point, ..self.clone() }
    }

    /// Without its sign.
    pub(super) fn unsigned(&self) -> Self {
        Self { negative: false, ..self.clone() }
    }

    /// Whether it is zero.
    pub(super) fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// Whether it is below zero.
    pub(super) fn is_negative(&self) -> bool {
        self.negative
    }

    /// How many digits stand before the point; negative where zeros follow it.
    pub(super) fn point(&self) -> i32 {
        self.point
    }

    /// The digit that stands for 10^`power`.
    pub(super) fn digit(&self, power: i32) -> u8 {
        usize::try_from(self.point - 1 - power).ok().and_then(|at| self.digits.get(at)).copied().unwrap_or(0)
    }

    /// How many places it needs behind the point.
    pub(super) fn places(&self) -> i32 {
        (self.digits.len() as i32 - self.point).max(0)
    }

    /// The digits before the point; none for a number below one.
    pub(super) fn before_point(&self) -> String {
        (0..self.point.max(0)).rev().map(|power| char::from(b'0' + self.digit(power))).collect()
    }

    /// Its whole part and the rest in units of 10^-`places`; nothing where they are too large to count.
    pub(super) fn parts(&self, places: u32) -> Option<(i64, i64)> {
        let rest = (1..=places as i32)
            .try_fold(0i64, |sum, place| sum.checked_mul(10)?.checked_add(i64::from(self.digit(-place))))?;
        let whole = if self.point <= 0 { 0 } else { self.before_point().parse().ok()? };
        Some((whole, rest))
    }

    /// As plain decimal text: `-1234.5`.
    pub(super) fn plain(&self) -> String {
        let mut out = String::new();
        if self.negative {
            out.push('-');
        }
        let whole = self.before_point();
        out.push_str(if whole.is_empty() { "0" } else { &whole });
        let places = self.places();
        if places > 0 {
            out.push('.');
        }
        out.extend((1..=places).map(|place| char::from(b'0' + self.digit(-place))));
        out
    }
}

impl Ord for Digits {
    fn cmp(&self, other: &Self) -> Ordering {
        let sign = |d: &Self| if d.is_zero() { 0 } else { 1 - 2 * i32::from(d.negative) };
        let size = || self.point.cmp(&other.point).then_with(|| self.digits.cmp(&other.digits));
        match (sign(self), sign(other)) {
            (1, 1) => size(),
            (-1, -1) => size().reverse(),
            (ours, theirs) => ours.cmp(&theirs),
        }
    }
}

impl PartialOrd for Digits {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
