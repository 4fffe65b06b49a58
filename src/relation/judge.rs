//! The one judge: the only comparison of amounts in the project.
//!
//! Each figure stands for an interval; an allowance only changes its width. The first allowance under which both sides
//! meet is the verdict: exact → document (四舍五入) → printed (取整). There is no epsilon anywhere. The intervals follow
//! XBRL Calculations 1.1 (2023), where facts are rounded values of unknown exact ones.

use super::equation::all_fall;
use super::{Equation, Order, Term, Values, Verdict};
use crate::number::Exact;
use crate::number::format::quotient;
use crate::number::{Allowance, Band, Decimal, Dimension, Extent, Figure, Interval, Ratio};
use std::cmp::Ordering;

/// A verdict with the allowance that was needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// The verdict; `Unchecked` on overflow.
    pub verdict: Verdict,
    /// The allowance under which it was reached.
    pub allowance: Allowance,
}

/// A figure of some document (报告中的一个数): its value and how far it may be off under each allowance, in base units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// The value.
    pub value: Decimal,
    /// How far it may be off at the precision of its document.
    pub document: Decimal,
    /// How far it may be off at its own last place.
    pub printed: Decimal,
}

impl Held {
    fn interval(&self, allowance: Allowance) -> Option<Interval> {
        let half = match allowance {
            Allowance::Exact => Decimal::ZERO,
            Allowance::Document => self.document,
            Allowance::Printed => self.printed,
        };
        Interval::around(self.value, half)
    }
}

/// Judges an equation.
#[must_use]
pub fn judge(equation: &Equation, values: &Values) -> Judgement {
    let judgement = by_tiers(|allowance| holds(equation, values, allowance));
    if judgement.verdict == Verdict::Exact && is_vague(equation, values) {
        return Judgement { verdict: Verdict::Rounded, allowance: Allowance::Document };
    }
    judgement
}

/// 约144户: what words call about so much makes nothing to the last digit.
fn is_vague(equation: &Equation, values: &Values) -> bool {
    let vague = |id: &usize| values.figure(*id).is_some_and(|figure| figure.extent == Extent::About);
    matches!(equation, Equation::Product { factors, .. } if factors.iter().any(vague))
}

/// Whether an equation holds to the last digit.
pub(crate) fn is_exact(equation: &Equation, values: &Values) -> bool {
    holds(equation, values, Allowance::Exact) == Some(true) && !is_vague(equation, values)
}

/// Judges whether two sums of figures are equal that stand in different documents, each printed in its own way.
#[must_use]
pub fn judge_sums(left: &[Held], right: &[Held]) -> Judgement {
    let sum = |side: &[Held], allowance| {
        side.iter().try_fold(Interval::exact(Decimal::ZERO), |sum, held| sum.plus(held.interval(allowance)?))
    };
    by_tiers(|allowance| Some(sum(left, allowance)?.meets(sum(right, allowance)?)))
}

fn by_tiers(holds: impl Fn(Allowance) -> Option<bool>) -> Judgement {
    let tiers = [
        (Allowance::Exact, Verdict::Exact),
        (Allowance::Document, Verdict::Rounded),
        (Allowance::Printed, Verdict::Coarse),
    ];
    for (allowance, verdict) in tiers {
        match holds(allowance) {
            Some(true) => return Judgement { verdict, allowance },
            Some(false) => {}
            None => return Judgement { verdict: Verdict::Unchecked, allowance },
        }
    }
    Judgement { verdict: Verdict::Inconsistent, allowance: Allowance::Printed }
}

/// Whether an equation holds under no allowance, which most that are asked are not: the exact one is within that of the document.
pub(crate) fn is_inconsistent(equation: &Equation, values: &Values) -> bool {
    let fails = |allowance| holds(equation, values, allowance) == Some(false);
    fails(Allowance::Document) && fails(Allowance::Printed) && fails(Allowance::Exact)
}

/// Whether an equation holds at the precision of the document: exact or rounded.
#[must_use]
pub fn fits(equation: &Equation, values: &Values) -> bool {
    // What holds to the last digit holds for wider intervals too.
    holds(equation, values, Allowance::Document) == Some(true)
}

/// How many base units of rate make one whole: 100 for %, 1000 for ‰, 1 for 倍. A bare rate is one whose sign is missing.
pub(crate) fn rate_scale(figure: &Figure) -> Decimal {
    match figure.unit.dimension {
        Dimension::PerMille => Decimal::ONE_THOUSAND,
        Dimension::Times if figure.unit.base == "倍" => Decimal::ONE,
        Dimension::Times => Decimal::TEN,
        _ => Decimal::ONE_HUNDRED,
    }
}

/// Whether parts add up to a whole to the last digit: the judge's exact tier for plain sums, without the intervals.
#[must_use]
pub(crate) fn adds_up(parts: &[usize], whole: usize, values: &Values) -> bool {
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, id| sum.plus(values.base(*id)?));
    sum.is_some() && sum == values.base(whole)
}

/// Whether printed amounts give the printed rate: nothing but the rate itself is rounded. What is no rate is never far off.
#[must_use]
pub(crate) fn is_close(equation: &Equation, values: &Values) -> bool {
    let is_rate = matches!(equation, Equation::Rate { .. });
    !is_rate || rate_holds(equation, values, Allowance::Exact, true) == Some(true)
}

/// Whether count and total make an average that is rounded to its own last place, be it called about so much.
#[must_use]
pub(crate) fn is_rounded(equation: &Equation, values: &Values) -> bool {
    let Equation::Product { factors, per: None, result } = equation else { return false };
    let rounded = || {
        let [average, count] = factors[..] else { return None };
        let plain = Figure { extent: Extent::Plain, ..values.figure(average)?.clone() };
        let made = plain.measured()?.times(Interval::exact(values.base(count)?))?;
        Some(made.meets(Interval::exact(values.base(*result)?)))
    };
    rounded() == Some(true)
}

/// What a rate makes of a whole, which many pairs of amounts are asked for: all that it may be rounded from, and how many of it make one whole.
#[derive(Clone, Copy, Debug)]
pub struct Multiplier {
    by: Interval,
    scale: Decimal,
}

impl Multiplier {
    /// Of a stated rate with its sign, which growth counts from one.
    pub(crate) fn of(rate: usize, less_one: bool, sign: i8, rounded: bool, values: &Values) -> Option<Self> {
        let (stated, scale) = (values.rate(rate, rounded)?, rate_scale(values.figure(rate)?));
        let signed = if sign < 0 { stated.negate() } else { stated };
        Some(Self { by: if less_one { signed.plus(Interval::exact(scale))? } else { signed }, scale })
    }

    /// Whether a part can be so much of a whole.
    fn gives(self, part: Interval, whole: Interval) -> Option<bool> {
        Some(part.times(Interval::exact(self.scale))?.meets(whole.times(self.by)?))
    }

    /// Whether it makes one amount of another, at the precision of the document or, where that has no say, as both are printed.
    pub(crate) fn makes(self, part: usize, whole: usize, amounts: Allowance, values: &Values) -> bool {
        let holds = || self.gives(values.interval(part, amounts)?, values.interval(whole, amounts)?);
        holds() == Some(true)
    }
}

/// A rate is always rounded to its own last place, whatever the document prints of amounts.
fn rate_holds(equation: &Equation, values: &Values, amounts: Allowance, rounded: bool) -> Option<bool> {
    let Equation::Rate { part, whole, less_one, sign, rate } = equation else { return None };
    let multiplier = Multiplier::of(*rate, *less_one, *sign, rounded, values)?;
    multiplier.gives(values.sum_interval(part, amounts)?, values.sum_interval(whole, amounts)?)
}

/// `1 + rate`, the rate rounded to its own last place.
fn factor(rate: Term, values: &Values, allowance: Allowance) -> Option<Interval> {
    let stated = values.rate(rate.fact, allowance != Allowance::Exact)?;
    let signed = if rate.sign < 0 { stated.negate() } else { stated };
    let part = quotient(Decimal::ONE, rate_scale(values.figure(rate.fact)?))?;
    signed.times(Interval::exact(part))?.plus(Interval::exact(Decimal::ONE))
}

fn holds(equation: &Equation, values: &Values, allowance: Allowance) -> Option<bool> {
    match equation {
        Equation::Sum { parts, whole } => {
            Some(values.sum_interval(parts, allowance)?.meets(values.sum_interval(whole, allowance)?))
        }
        Equation::Rate { .. } => rate_holds(equation, values, allowance, allowance != Allowance::Exact),
        Equation::Order { left, order, right } => {
            // "Smaller than" said of two equal amounts is a contradiction in words; rounding does not excuse it.
            let strict = matches!(order, Order::Less | Order::Greater);
            let allowance = if strict { Allowance::Exact } else { allowance };
            let (a, b) = (values.sum_interval(left, allowance)?, values.sum_interval(right, allowance)?);
            Some(match order {
                Order::Less => a.least < b.most,
                Order::AtMost => a.least <= b.most,
                Order::Equal => a.meets(b),
                Order::AtLeast => a.most >= b.least,
                Order::Greater => a.most > b.least,
            })
        }
        Equation::Count { stated, listed, open } => {
            let (figure, listed) = (values.figure(*stated)?, Decimal::from(*listed));
            Some(
                figure.base()? == listed
                    || (*open && listed <= figure.base()?)
                    || (!figure.is_plain() && figure.interval(Decimal::ZERO)?.meets(Interval::exact(listed))),
            )
        }
        Equation::Product { factors, per, result } => {
            let by = |product: Interval, id: &usize| product.times(values.interval(*id, allowance)?);
            let one = Interval::exact(Decimal::ONE);
            let left = factors.iter().try_fold(one, by)?;
            Some(left.meets(per.iter().chain([result]).try_fold(one, by)?))
        }
        Equation::Fixed { terms, least, most, closed } => {
            let sum = values.sum_interval(terms, allowance)?;
            let (least, most) = (Decimal::from(*least), Decimal::from(*most));
            Some(sum.most >= least && if *closed { sum.least <= most } else { sum.least < most })
        }
        Equation::Band { part, whole, least, most } => in_band(part, whole, (*least, *most), values, allowance),
        Equation::Conversion { small, large, hundredths } => converted(*small, *large, *hundredths, values, allowance),
        Equation::Compound { start, rates, end } => {
            let first = start.map_or(Some(Interval::exact(Decimal::ONE)), |id| values.interval(id, allowance))?;
            let grown = rates.iter().try_fold(first, |amount, rate| amount.times(factor(*rate, values, allowance)?))?;
            let last = match start {
                Some(_) => values.interval(*end, allowance)?,
                None => {
                    let sign = if all_fall(rates, |id| values.figure(id)) { -1 } else { 1 };
                    factor(Term { fact: *end, sign }, values, allowance)?
                }
            };
            Some(grown.meets(last))
        }
        Equation::Score { score, points, done, due } => scored(*score, *points, (*done, *due), values, allowance),
    }
}

/// `small = large × hundredths ÷ 100`.
fn converted(small: usize, large: usize, hundredths: u32, values: &Values, allowance: Allowance) -> Option<bool> {
    // 12.35公顷（185亩）: an amount in another measure is rounded where it is whole as well.
    let of = |id: usize| match allowance {
        Allowance::Exact => values.interval(id, allowance),
        _ => values.figure(id)?.measured(),
    };
    let times = |amount: Interval, by: Decimal| amount.times(Interval::exact(by));
    Some(times(of(small)?, Decimal::ONE_HUNDRED)?.meets(times(of(large)?, Decimal::from(hundredths))?))
}

/// `least % ≤ part ÷ whole ≤ most %`.
fn in_band(
    part: &[Term],
    whole: &[Term],
    (least, most): (u32, u32),
    values: &Values,
    allowance: Allowance,
) -> Option<bool> {
    // A target printed as ≥200 is the number 200 here.
    let printed = |term: &Term| Some(Interval::exact(values.base(term.fact)?));
    let of = |terms: &[Term]| values.sum_interval(terms, allowance);
    let share = of(part)?.times(Interval::exact(Decimal::ONE_HUNDRED))?;
    let base = match whole {
        [one] if !values.figure(one.fact)?.is_plain() => printed(one)?,
        _ => of(whole)?,
    };
    let at = |rate: u32| base.times(Interval::exact(Decimal::from(rate)));
    Some(share.most >= at(least)?.least && share.least <= at(most)?.most)
}

/// `score = points × done ÷ due`, never more than the points.
fn scored(
    score: usize,
    points: usize,
    (done, due): (usize, Option<usize>),
    values: &Values,
    allowance: Allowance,
) -> Option<bool> {
    // A score is rounded to its own last place, as a rate is.
    let given = values.rate(score, allowance != Allowance::Exact)?;
    // A target printed as ≤90 is the number 90 here.
    let of = |id: usize| match values.figure(id)? {
        figure if figure.is_plain() => values.interval(id, allowance),
        figure => Some(Interval::exact(figure.base()?)),
    };
    let full = of(points)?;
    let reached = of(done)?;
    let wanted = match due {
        Some(due) => of(due)?,
        None => Interval::exact(rate_scale(values.figure(done)?)),
    };
    let capped = reached.most >= wanted.least && given.meets(full);
    Some(capped || (reached.least <= wanted.most && given.times(wanted)?.meets(full.times(reached)?)))
}

/// Whether a value somewhere between two lies in a band; `None` on overflow. A value that is known is both.
#[must_use]
pub fn may_lie_in(least: Ratio, most: Ratio, band: &Band) -> Option<bool> {
    let reaches = match band.least {
        Some(end) => reach(most.compare(Ratio::whole(end.value))?, Ordering::Greater, end.closed),
        None => true,
    };
    let starts = match band.most {
        Some(end) => reach(least.compare(Ratio::whole(end.value))?, Ordering::Less, end.closed),
        None => true,
    };
    Some(reaches && starts)
}

fn reach(found: Ordering, wanted: Ordering, closed: bool) -> bool {
    found == wanted || closed && found == Ordering::Equal
}
