//! An equation solved for one figure: between which values it would have to lie for the equation to hold.
//!
//! Trying every slip of the pen with the judge takes a hundred judgements a figure; solving takes one, and leaves the judge
//! the few values that are in reach.

use super::{Equation, Term, Values, rate_scale};
use crate::gather::{Gather, SortedMap};
use crate::number::Exact;
use crate::number::format::in_units;
use crate::number::{Allowance, Decimal, Interval};

/// The values `v` with `v × least.0 ≥ least.1` and `v × most.0 ≤ most.1`; the factors are not negative.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reach {
    least: (Decimal, Decimal),
    most: (Decimal, Decimal),
}

impl Reach {
    /// The same for values in a unit of so many base units.
    fn in_units(self, scale: Decimal) -> Option<Self> {
        Some(Self { least: (self.least.0.times(scale)?, self.least.1), most: (self.most.0.times(scale)?, self.most.1) })
    }

    /// Whether a value lies in reach; true where that cannot be computed.
    pub(super) fn holds(&self, value: Decimal) -> bool {
        value.times(self.least.0).is_none_or(|v| v >= self.least.1)
            && value.times(self.most.0).is_none_or(|v| v <= self.most.1)
    }

    /// Between which two whole numbers the digits of a value in reach stand that is printed with so many places, and no more than one
    /// beyond: most values are told apart by them.
    pub(super) fn digits(&self, places: u32) -> (i128, i128) {
        let edge = |(factor, product): (Decimal, Decimal)| {
            let value = in_units(product, factor)?;
            let tens = |places: u32| 10i128.checked_pow(places);
            match value.scale().checked_sub(places) {
                Some(more) => Some(value.mantissa().div_euclid(tens(more)?)),
                None => value.mantissa().checked_mul(tens(places - value.scale())?),
            }
        };
        (edge(self.least).map_or(i128::MIN, |low| low - 1), edge(self.most).map_or(i128::MAX, |high| high + 1))
    }
}

/// On which side of an equation a figure stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Left(i8),
    Right(i8),
    Rate,
    /// Multiplied with another, which alone makes the result.
    Factor(usize),
    Product,
}

/// An equation with both sides added up once, so that each figure is solved for in one step.
pub(super) struct Solver<'a> {
    values: &'a Values<'a>,
    /// Where each figure stands; none where it stands twice.
    sides: SortedMap<usize, Option<Side>>,
    left: Interval,
    right: Interval,
    rate: Option<Rate>,
}

/// The stated rate of a ratio: what it multiplies with, its half width, what one whole is.
struct Rate {
    stated: Interval,
    half: Decimal,
    scale: Decimal,
    less_one: bool,
    falls: bool,
}

impl<'a> Solver<'a> {
    /// Adds both sides up; none for equations that are neither sums, ratios nor products of two, and where numbers are too large.
    pub(super) fn new(equation: &Equation, values: &'a Values<'a>) -> Option<Self> {
        let (left, right, rate) = match equation {
            Equation::Sum { parts, whole } => (parts, whole, None),
            Equation::Rate { part, whole, less_one, sign, rate } => {
                (part, whole, Some((*rate, Rate::new(values, *rate, *less_one, *sign < 0)?)))
            }
            Equation::Product { factors, per: None, result } => return Self::of_product(factors, *result, values),
            _ => return None,
        };
        let mut sides = SortedMap::new();
        let mut place = |fact: usize, side: Side| {
            sides.entry(fact).and_modify(|s| *s = None).or_insert(Some(side));
        };
        left.iter().for_each(|t| place(t.fact, Side::Left(t.sign)));
        right.iter().for_each(|t| place(t.fact, Side::Right(t.sign)));
        if let Some((fact, _)) = &rate {
            place(*fact, Side::Rate);
        }
        let sum = |terms: &[Term]| values.sum_interval(terms, Allowance::Document);
        Some(Self { values, sides, left: sum(left)?, right: sum(right)?, rate: rate.map(|(_, rate)| rate) })
    }

    /// The same for two figures that are multiplied.
    fn of_product(factors: &[usize], result: usize, values: &'a Values<'a>) -> Option<Self> {
        let [a, b] = factors[..] else { return None };
        let sides = [(a, Side::Factor(b)), (b, Side::Factor(a)), (result, Side::Product)];
        let sides: SortedMap<usize, Option<Side>> =
            sides.map(|(fact, side)| (fact, Some(side))).into_iter().gather_map();
        let of = |fact: usize| values.interval(fact, Allowance::Document);
        let left = of(a)?.times(of(b)?)?;
        // What stands twice cannot be solved for.
        (sides.len() > 2).then_some(Self { values, sides, left, right: of(result)?, rate: None })
    }

    /// The values of a figure, in its unit, under which the equation can hold; none where it cannot be solved for it.
    pub(super) fn reach(&self, fact: usize) -> Option<Reach> {
        let side = (*self.sides.get(&fact)?)?;
        let figure = self.values.figure(fact).filter(|f| f.is_plain())?;
        self.solved(fact, side)?.in_units(figure.unit.scale)
    }

    /// The same in base units.
    fn solved(&self, fact: usize, side: Side) -> Option<Reach> {
        let own = self.values.interval(fact, Allowance::Document)?;
        let half = own.most.minus(self.values.base(fact)?)?;
        match (&self.rate, side) {
            (_, Side::Factor(other)) => self.as_factor(self.values.interval(other, Allowance::Document)?, own, half),
            (_, Side::Product) => in_sum(Interval::exact(Decimal::ZERO), self.left, half, 1),
            (None, Side::Left(sign)) => in_sum(without(self.left, own, sign)?, self.right, half, sign),
            (None, Side::Right(sign)) => in_sum(without(self.right, own, sign)?, self.left, half, sign),
            (Some(rate), Side::Left(1)) => self.as_part(rate, without(self.left, own, 1)?, half),
            (Some(rate), Side::Right(1)) => self.as_whole(rate, without(self.right, own, 1)?, half),
            (Some(rate), Side::Rate) => self.as_rate(rate),
            _ => None,
        }
    }

    /// `v × other` meets the result, for positive ones.
    fn as_factor(&self, other: Interval, own: Interval, half: Decimal) -> Option<Reach> {
        let least = self.right.least.minus(half.times(other.most)?)?;
        let most = self.right.most.plus(half.times(other.least)?)?;
        let positive = other.least > Decimal::ZERO && own.most > half && self.right.most > Decimal::ZERO;
        positive.then_some(Reach { least: (other.most, least), most: (other.least, most) })
    }

    /// `(rest + v) × scale` meets `whole × rate`.
    fn as_part(&self, rate: &Rate, rest: Interval, half: Decimal) -> Option<Reach> {
        let product = self.right.times(rate.stated)?;
        let most = product.most.minus(rest.least.minus(half)?.times(rate.scale)?)?;
        let least = product.least.minus(rest.most.plus(half)?.times(rate.scale)?)?;
        Some(Reach { least: (rate.scale, least), most: (rate.scale, most) })
    }

    /// `part` meets `(rest + v) × rate`, for a positive part and rate.
    fn as_whole(&self, rate: &Rate, rest: Interval, half: Decimal) -> Option<Reach> {
        let (part, by) = (self.part(rate)?, rate.stated);
        let least = part.least.minus(rest.most.plus(half)?.times(by.most)?)?;
        let most = part.most.minus(rest.least.minus(half)?.times(by.least)?)?;
        (by.least > Decimal::ZERO).then_some(Reach { least: (by.most, least), most: (by.least, most) })
    }

    /// `part` meets `whole × (one ± v)`, for a positive part and whole.
    fn as_rate(&self, rate: &Rate) -> Option<Reach> {
        let (part, whole) = (self.part(rate)?, self.right);
        let one = if rate.less_one { rate.scale } else { Decimal::ZERO };
        let high = one.plus(rate.half)?.times(whole.most)?;
        let low = one.minus(rate.half)?.times(whole.least)?;
        if whole.least <= Decimal::ZERO {
            return None;
        }
        Some(if rate.falls {
            Reach { least: (whole.least, low.minus(part.most)?), most: (whole.most, high.minus(part.least)?) }
        } else {
            Reach { least: (whole.most, part.least.minus(high)?), most: (whole.least, part.most.minus(low)?) }
        })
    }

    /// The part in the units of the product, where it is positive.
    fn part(&self, rate: &Rate) -> Option<Interval> {
        self.left.times(Interval::exact(rate.scale)).filter(|p| p.least > Decimal::ZERO)
    }
}

impl Rate {
    /// None for a fall that is no change from one whole, and for a rate that is no exact number.
    fn new(values: &Values, fact: usize, less_one: bool, falls: bool) -> Option<Self> {
        let figure = values.figure(fact).filter(|f| f.is_plain() && (less_one || !falls))?;
        let (half, scale) = (figure.printed_half(), rate_scale(figure));
        let own = figure.interval(half)?;
        let signed = if falls { own.negate() } else { own };
        let stated = if less_one { signed.plus(Interval::exact(scale))? } else { signed };
        Some(Self { stated, half, scale, less_one, falls })
    }
}

/// A sum without one of its terms.
fn without(sum: Interval, own: Interval, sign: i8) -> Option<Interval> {
    let own = if sign < 0 { own.negate() } else { own };
    Some(Interval { least: sum.least.minus(own.least)?, most: sum.most.minus(own.most)? })
}

/// `rest + sign × v` meets `other`.
fn in_sum(rest: Interval, other: Interval, half: Decimal, sign: i8) -> Option<Reach> {
    let (low, high) = if sign < 0 {
        (rest.least.minus(other.most)?, rest.most.minus(other.least)?)
    } else {
        (other.least.minus(rest.most)?, other.most.minus(rest.least)?)
    };
    Some(Reach { least: (Decimal::ONE, low.minus(half)?), most: (Decimal::ONE, high.plus(half)?) })
}
