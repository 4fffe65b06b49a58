//! Which of two amounts has to be the greater one for a rate to be of them: asked of all pairs before the rate is, which takes far longer.

use crate::fact::{Fact, Facts};
use crate::number::Decimal;
use crate::relation::rate_scale;

/// Whether a rate is of more than its part.
pub(super) fn is_of_more(rate: &Fact) -> bool {
    rate.figure.base().is_some_and(|rate_of| rate_of < rate_scale(&rate.figure))
}

/// Whether an amount may be no more than another, as far as both may be off; of what is below nothing that says nothing.
pub(super) fn may_be_less(facts: &Facts, low: usize, high: usize) -> bool {
    let of = |id: usize| facts.worth(id).and_then(|worth| worth.document);
    let (Some(least), Some(most)) = (of(low), of(high)) else { return true };
    least.least <= most.most || facts.base_value(high).is_some_and(|value| value < Decimal::ZERO)
}
