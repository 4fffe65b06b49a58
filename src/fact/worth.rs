//! What the judge asks of a figure over and over (折算值), computed once, in base units.

use super::{Fact, Facts};
use crate::gather::Gather;
use crate::number::format::digits;
use crate::number::{Allowance, Decimal, Interval};

/// A value by its digits.
type Digits = (i128, u32);

/// A figure as the judge sees it.
#[derive(Clone, Copy, Debug)]
pub struct Worth {
    /// Its value; none on overflow.
    pub base: Option<Decimal>,
    /// How far it may be off at the precision of the document.
    pub document_half: Decimal,
    /// What it then stands for, where it is exact as printed; none on overflow.
    pub document: Option<Interval>,
    /// How far it may be off at its own last place.
    pub printed_half: Decimal,
    /// Whether it is exact as printed.
    pub is_plain: bool,
}

impl Worth {
    /// How far it may be off where the document's precision has no say; that there is nothing says what it says.
    #[must_use]
    pub fn coarse_half(&self) -> Decimal {
        if self.base.is_some_and(|base| base.is_zero()) { self.document_half } else { self.printed_half }
    }
}

impl Facts {
    /// Works out what the facts from one on are worth.
    pub(super) fn weigh(&mut self, from: usize) {
        let worth = |f: &Fact| {
            let (base, document_half) = (f.figure.base(), self.precision.half(&f.figure, Allowance::Document));
            Worth {
                base,
                document_half,
                document: base.and_then(|base| Interval::around(base, document_half)),
                printed_half: f.figure.printed_half(),
                is_plain: f.figure.is_plain(),
            }
        };
        let more: Vec<_> = self.list.iter().skip(from).map(worth).gather();
        self.worths.extend(more);
    }

    /// What the judge asks of a fact.
    #[must_use]
    #[inline]
    pub fn worth(&self, id: usize) -> Option<&Worth> {
        self.worths.get(id)
    }

    /// The facts that print a value, in their order, once all of them have joined; hardly any document asks.
    #[must_use]
    pub fn printing(&self, value: Decimal) -> &[(Digits, usize)] {
        let (all, value) = (self.printed.get_or_init(|| self.by_value()), digits(value));
        let from = all.partition_point(|(other, _)| *other < value);
        let rest = all.get(from..).unwrap_or_default();
        rest.get(..rest.partition_point(|(other, _)| *other == value)).unwrap_or_default()
    }

    /// The facts by the value that they print, those of one value in their order.
    fn by_value(&self) -> Vec<(Digits, usize)> {
        let valued = self.worths.iter().enumerate().filter_map(|(id, worth)| Some((digits(worth.base?), id)));
        let mut out: Vec<(Digits, usize)> = valued.gather();
        crate::order::by_key(&mut out, |(value, _)| *value);
        out
    }

    /// A fact's value in base units.
    #[must_use]
    #[inline]
    pub fn base_value(&self, id: usize) -> Option<Decimal> {
        self.worth(id)?.base
    }

    /// How far a fact may be off at the precision of the document.
    #[must_use]
    pub fn document_half(&self, id: usize) -> Decimal {
        self.worth(id).map_or(Decimal::ZERO, |worth| worth.document_half)
    }
}
