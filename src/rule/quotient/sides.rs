//! The two sides of a rate for each of the amounts that it may be of (两端), so that their pairs, which are many, are only held together.

use crate::gather::Gather;
use crate::number::Interval;
use crate::relation::rate_scale;
use crate::rule::Scope;

/// An amount with what it stands for as the part of a rate, and as the whole that the rate is of.
pub(super) struct Sides {
    pub(super) fact: usize,
    part: Option<Interval>,
    whole: Option<Interval>,
}

impl Sides {
    /// Those of plain amounts at the precision of the document.
    pub(super) fn of(scope: &Scope, rate: usize, amounts: &[usize]) -> Vec<Self> {
        let Some(figure) = scope.facts.get(rate).map(|f| &f.figure) else { return Vec::new() };
        let (scale, stated) = (Interval::exact(rate_scale(figure)), figure.interval(figure.printed_half()));
        let sides = |fact: &usize| {
            let amount = Interval::around(scope.facts.base_value(*fact)?, scope.facts.document_half(*fact))?;
            Some(Self { fact: *fact, part: amount.times(scale), whole: amount.times(stated?) })
        };
        amounts.iter().filter_map(sides).gather()
    }

    /// Whether it makes the rate as a part of another amount.
    pub(super) fn fits(&self, whole: &Self) -> bool {
        self.part.zip(whole.whole).is_some_and(|(part, whole)| part.meets(whole))
    }
}
