//! What a rule may look at, and what it may ask of readings before it states one.

use crate::fact::{Fact, Facts};
use crate::gather::Gather;
use crate::number::Allowance;
use crate::relation::{Equation, Multiplier, Values, Verdict, adds_up, fits, is_exact, judge};
use crate::text::Range;

/// What a rule may look at.
pub struct Scope<'a> {
    /// The facts of the text.
    pub facts: &'a Facts,
    values: Values<'a>,
    /// Its exact amounts.
    levels: Vec<usize>,
}

impl<'a> Scope<'a> {
    pub(super) fn new(facts: &'a Facts) -> Self {
        let exact = |f: &Fact| f.is_level() && f.figure.is_plain();
        Self { facts, values: Values::printed(facts), levels: facts.pick(0..facts.list.len(), exact).gather() }
    }

    /// The exact amounts of the text that pass a test, in order: what most readings begin with, looked for once for all of them.
    pub fn levels<'s>(&'s self, test: impl Fn(&Fact) -> bool + 's) -> impl DoubleEndedIterator<Item = usize> + 's {
        self.levels_in(0..self.facts.list.len(), test)
    }

    /// The same of those in a range.
    pub fn levels_in<'s>(
        &'s self,
        range: Range,
        test: impl Fn(&Fact) -> bool + 's,
    ) -> impl DoubleEndedIterator<Item = usize> + 's {
        let before = |end: usize| self.levels.partition_point(|id| *id < end);
        let within = self.levels.get(before(range.start)..before(range.end)).unwrap_or_default();
        within.iter().copied().filter(move |id| self.facts.get(*id).is_some_and(&test))
    }

    /// Whether an equation holds at the precision of the document.
    #[must_use]
    pub fn fits(&self, equation: &Equation) -> bool {
        fits(equation, &self.values)
    }

    /// Whether an amount is so much of another, at the precision of the document: a share, without its equation.
    #[must_use]
    pub fn is_ratio(&self, part: usize, whole: usize, rate: usize) -> bool {
        self.multiplier(rate, false, 1).is_some_and(|by| self.makes(by, part, whole))
    }

    /// What a share, or a rate of growth with its sign, makes of a whole: for a rate of which many pairs of amounts are asked.
    #[must_use]
    pub fn multiplier(&self, rate: usize, less_one: bool, sign: i8) -> Option<Multiplier> {
        Multiplier::of(rate, less_one, sign, true, &self.values)
    }

    /// Whether it makes one amount of another, at the precision of the document.
    #[must_use]
    pub fn makes(&self, by: Multiplier, part: usize, whole: usize) -> bool {
        by.makes(part, whole, Allowance::Document, &self.values)
    }

    /// Whether it makes one amount of another as both are printed.
    #[must_use]
    pub fn makes_as_printed(&self, by: Multiplier, part: usize, whole: usize) -> bool {
        by.makes(part, whole, Allowance::Exact, &self.values)
    }

    /// Whether an equation holds to the last digit.
    #[must_use]
    pub fn exact(&self, equation: &Equation) -> bool {
        is_exact(equation, &self.values)
    }

    /// Whether the amounts of a rate as printed give it as printed, nothing but the rate itself being rounded.
    #[must_use]
    pub fn is_close(&self, equation: &Equation) -> bool {
        crate::relation::is_close(equation, &self.values)
    }

    /// Whether count and total give an average that is rounded to its own last place, whatever words call it.
    #[must_use]
    pub fn is_rounded(&self, equation: &Equation) -> bool {
        crate::relation::is_rounded(equation, &self.values)
    }

    /// Whether only figures printed more coarsely than the document keep an equation from holding.
    #[must_use]
    pub fn is_coarse(&self, equation: &Equation) -> bool {
        judge(equation, &self.values).verdict == Verdict::Coarse
    }

    /// Whether parts add up to a whole to the last digit; the cheap question before a relation is stated.
    #[must_use]
    pub fn adds_up(&self, parts: &[usize], whole: usize) -> bool {
        adds_up(parts, whole, &self.values)
    }

    /// Whether a single slip of the pen would make an equation hold, no rounding does, and chance hardly would: for readings
    /// that only the figures speak for.
    #[must_use]
    pub fn is_slip(&self, equation: &Equation) -> bool {
        crate::relation::slip(equation, &self.values, Some(8))
    }

    /// The same for readings that the words already make likely.
    #[must_use]
    pub fn is_likely_slip(&self, equation: &Equation) -> bool {
        crate::relation::slip(equation, &self.values, Some(crate::relation::LIKELY))
    }

    /// The same for readings that the words state: there, chance has no say, and small or round numbers count as well.
    #[must_use]
    pub fn is_stated_slip(&self, equation: &Equation) -> bool {
        self.is_coarse(equation) || crate::relation::slip(equation, &self.values, None)
    }

    /// Whether two digits exchanged in one figure keep an equation from holding.
    #[must_use]
    pub fn is_exchanged(&self, equation: &Equation) -> bool {
        crate::relation::is_exchanged(equation, &self.values)
    }

    /// Whether a power of ten alone keeps a product from holding.
    #[must_use]
    pub fn is_shifted(&self, equation: &Equation) -> bool {
        crate::relation::is_shifted_product(equation, &self.values)
    }

    /// Whether 万元 for 元, or 元 for 万元, of one amount keeps a product from holding.
    #[must_use]
    pub fn is_unit_of_product(&self, equation: &Equation) -> bool {
        crate::relation::is_unit_of_product(equation, &self.values)
    }

    /// Whether a single slip of the pen makes a product hold to the last digit.
    #[must_use]
    pub fn is_exact_slip(&self, equation: &Equation) -> bool {
        crate::relation::is_exact_slip(equation, &self.values)
    }
}
