//! What the words of a comparison ask for: a measure, a period.

use crate::fact::{Fact, Measure, Period};

/// What a level must be to answer the words of a comparison: 年初预算, 上年, 2022年预算执行数.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    measure: Measure,
    period: Period,
}

impl Wanted {
    /// What words ask for.
    #[must_use]
    pub fn of(phrase: &str) -> Self {
        Self { measure: Measure::of(phrase), period: Period::of(phrase) }
    }

    /// Whether a level answers them in a document about a year; words that ask for nothing are answered by none.
    #[must_use]
    pub fn is_met_by(self, fact: &Fact, year: Option<i32>) -> bool {
        let same_measure = match self.measure {
            Measure::Unstated => true,
            Measure::Budget => fact.measure.is_budget(),
            other => fact.measure == other,
        };
        let same_period = match self.period {
            Period::Unstated | Period::Current => true,
            // 支出决算170万元，比2024年决算数减少30%: what is compared with a year is not of it, whichever year the document seems to be about.
            Period::Year(_) if fact.period == Period::Unstated => false,
            other => {
                fact.period.is_same(other, year)
                    || (matches!(other, Period::Year(_)) && fact.period == Period::Previous && other.is_past(year))
            }
        };
        let says_something =
            self.measure != Measure::Unstated || !matches!(self.period, Period::Unstated | Period::Current);
        says_something && same_measure && same_period
    }
}
