//! The middle of many values (中位数), and how far they usually are from it.

use crate::number::Decimal;

/// The median; of an even number of values what lies halfway between the two in the middle.
pub(super) fn median(values: &[Decimal]) -> Option<Decimal> {
    let mut sorted = values.to_vec();
    crate::order::by(&mut sorted, Ord::cmp);
    let upper = *sorted.get(sorted.len() >> 1)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = *sorted.get((sorted.len() >> 1) - 1)?;
    lower.checked_add(upper)?.checked_mul(Decimal::new(5, 1))
}

/// The median of the distances from the median (中位数绝对偏差).
pub(super) fn deviation(values: &[Decimal], middle: Decimal) -> Option<Decimal> {
    let distances: Option<Vec<Decimal>> = values.iter().map(|v| v.checked_sub(middle).map(|d| d.abs())).collect();
    median(&distances?)
}
