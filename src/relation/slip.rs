//! Slips of the pen: one wrong digit or two digits exchanged, which explain an inconsistency.

use super::{Equation, Values, Verdict, judge};
use crate::number::format::quotient;
use crate::number::{Allowance, Decimal, Dimension, Figure};

/// A changed figure that makes an equation hold.
#[derive(Clone, Debug)]
pub struct Slip {
    /// The fact whose figure is changed.
    pub fact: usize,
    /// The figure as it would have to be.
    pub figure: Figure,
    /// Whether two neighbouring digits are exchanged, not one digit changed.
    pub exchanged: bool,
}

/// Whether one wrong digit in one figure would explain why an equation does not hold.
///
/// Only figures with enough digits count, in short numbers nearly everything is one digit from everything else: the chance of
/// that must be below so many per cent, where a limit is given.
#[must_use]
pub fn slip(equation: &Equation, values: &Values, percent: Option<u32>) -> bool {
    if judge(equation, values).verdict != Verdict::Inconsistent {
        return false;
    }
    let facts = equation.all();
    percent.is_none_or(|percent| chance_is_below(equation, values, percent))
        && facts.iter().any(|id| variants_that_mend(equation, values, *id).next().is_some())
}

/// Whether the number of one-digit changes, times the width of what each would have to hit, is below so many per cent of the
/// magnitude: how unlikely it is that figures which have nothing to do with each other are one slip apart.
fn chance_is_below(equation: &Equation, values: &Values, percent: u32) -> bool {
    let multiplied = match equation {
        Equation::Rate { part, whole, .. } => part.len() + whole.len() == 2,
        Equation::Product { .. } => true,
        _ => false,
    };
    if multiplied {
        return chance_of_ratio(equation, values).is_some_and(|c| c <= Decimal::from(percent));
    }
    let figures: Vec<&Figure> = equation.all().into_iter().filter_map(|id| values.figure(id)).collect();
    let amounts = || figures.iter().filter(|f| f.unit.dimension != Dimension::Percent);
    let Some(unit) = amounts().map(|f| f.printed_unit()).min() else { return false };
    let width = amounts()
        .filter_map(|f| values.facts().precision.half(f, Allowance::Document).checked_mul(Decimal::TWO))
        .sum::<Decimal>()
        + unit;
    let tries = Decimal::from(figures.iter().map(|f| f.digits().max(1)).sum::<u32>() * 9);
    let magnitude = amounts().filter_map(|f| f.base()).map(|b| b.abs()).max().unwrap_or_default();
    let tried = width.checked_mul(tries).and_then(|t| t.checked_mul(Decimal::ONE_HUNDRED));
    tried.zip(magnitude.checked_mul(Decimal::from(percent))).is_some_and(|(t, m)| t <= m)
}

/// The same in per cent where all figures are multiplied: what one change hits is as wide as all of them are rounded, each in
/// proportion to itself. A counted number is not rounded, so that short counts with a long rate are evidence too.
fn chance_of_ratio(equation: &Equation, values: &Values) -> Option<Decimal> {
    let mut width = Decimal::ZERO;
    let mut tries = 0;
    for id in equation.all() {
        let figure = values.figure(id)?;
        let ratio = matches!(figure.unit.dimension, Dimension::Percent | Dimension::PerMille | Dimension::Times);
        let half =
            if ratio { figure.printed_half() } else { values.facts().precision.half(figure, Allowance::Document) };
        width = width.checked_add(quotient(half, figure.base()?.abs())?)?;
        tries += figure.digits().max(1) * 9;
    }
    // Two halves are a width, and a factor of ten is about as much as a change can make: 2 ÷ ln 10 is near 1.
    width.checked_mul(Decimal::from(tries))?.checked_mul(Decimal::ONE_HUNDRED)
}

/// The changes of one digit of one fact under which an equation holds.
pub fn variants_that_mend<'a>(
    equation: &'a Equation,
    values: &'a Values<'a>,
    fact: usize,
) -> impl Iterator<Item = Slip> + 'a {
    let figure = values.figure(fact);
    figure.into_iter().flat_map(move |figure| {
        variants(figure).into_iter().filter_map(move |(changed, exchanged)| {
            let tried = Values::with(values.facts(), fact, &changed);
            let good = matches!(judge(equation, &tried).verdict, Verdict::Exact | Verdict::Rounded);
            good.then_some(Slip { fact, figure: changed, exchanged })
        })
    })
}

/// Every figure one digit away, and every one with two neighbouring digits exchanged.
#[must_use]
pub fn variants(figure: &Figure) -> Vec<(Figure, bool)> {
    let scale = figure.places;
    let mut fixed = figure.value.abs();
    fixed.rescale(scale);
    let digits: Vec<u8> = fixed.mantissa().to_string().bytes().map(|b| b - b'0').collect();
    if digits.len() > 15 {
        return Vec::new();
    }
    let sign = if figure.value.is_sign_negative() { -1 } else { 1 };
    let figure_of = |digits: &[u8]| {
        let mantissa = digits.iter().fold(0i128, |v, d| v * 10 + i128::from(*d));
        let value = Decimal::try_from_i128_with_scale(mantissa * sign, scale).ok()?;
        Some(Figure { value, ..figure.clone() })
    };
    let mut out = Vec::new();
    for at in 0..digits.len() {
        for digit in 0..=9 {
            let lead = at == 0 && digit == 0 && digits.len() > scale as usize + 1;
            if Some(&digit) != digits.get(at) && !lead {
                let mut changed = digits.clone();
                changed[at] = digit;
                out.extend(figure_of(&changed).map(|f| (f, false)));
            }
        }
        if at + 1 < digits.len() && digits[at] != digits[at + 1] {
            let mut changed = digits.clone();
            changed.swap(at, at + 1);
            out.extend(figure_of(&changed).map(|f| (f, true)));
        }
    }
    out
}
