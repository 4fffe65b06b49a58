//! The value of an indicator with the range that the printed places of its inputs leave.

use super::input::Reading;
use crate::gather::Gather;
use crate::number::{Decimal, Ratio};
use crate::pack::{Definition, Formula};
use std::cmp::Ordering;

/// A value (指标值) in the unit of its indicator.
#[derive(Clone, Copy, Debug)]
pub(super) struct Value {
    /// From the inputs as printed.
    pub point: Ratio,
    /// The least it can be.
    pub least: Ratio,
    /// The most it can be.
    pub most: Ratio,
}

impl Value {
    /// Evaluates a formula; `None` where it divides by zero.
    ///
    /// A formula over `+ − × ÷` goes one way in each of its inputs, so its extremes are where all of them are.
    pub fn of(formula: &Formula, inputs: &[Reading], definition: &Definition) -> Option<Self> {
        let times = Ratio::whole(scale(&definition.unit));
        let at = |values: &[Decimal]| formula.value(values)?.times(times);
        let points: Vec<Decimal> = inputs.iter().map(|input| input.value).gather();
        let point = at(&points)?;
        let mut out = Self { point, least: point, most: point };
        for corner in corners(inputs) {
            let value = at(&corner)?;
            if value.compare(out.least)? == Ordering::Less {
                out.least = value;
            }
            if value.compare(out.most)? == Ordering::Greater {
                out.most = value;
            }
        }
        Some(out)
    }
}

/// Every combination of the ends of the inputs.
fn corners(inputs: &[Reading]) -> Vec<Vec<Decimal>> {
    inputs.iter().fold(vec![Vec::new()], |before, input| {
        let ends = [input.interval.least, input.interval.most];
        let count = if ends[0] == ends[1] { 1 } else { 2 };
        let with = |corner: &Vec<Decimal>, end: &Decimal| corner.iter().copied().chain([*end]).gather();
        before.iter().flat_map(|corner| ends.iter().take(count).map(move |end| with(corner, end))).gather()
    })
}

/// How many units make one whole.
fn scale(unit: &str) -> Decimal {
    match unit {
        "%" => Decimal::ONE_HUNDRED,
        "‰" => Decimal::ONE_THOUSAND,
        _ => Decimal::ONE,
    }
}

/// The formula with words in place of the inputs, as it is written in regulations: `在职人员数 ÷ 编制数 × 100%`.
pub(super) fn formula(definition: &Definition, words: &[String]) -> String {
    match definition.unit.as_str() {
        "%" => [&definition.formula.factor_with(words), " × 100%"].concat(),
        "‰" => [&definition.formula.factor_with(words), " × 1000‰"].concat(),
        _ => definition.formula.with(words),
    }
}

/// The working on one line.
pub(super) fn working(definition: &Definition, inputs: &[Reading], value: &str) -> Option<String> {
    let words: Vec<String> = inputs.iter().map(Reading::words).gather();
    let name = match &definition.variant {
        Some(variant) => [&definition.name, "（", variant, "）"].concat(),
        None => definition.name.clone(),
    };
    Some([&name, " = ", &formula(definition, &words), " = ", value, &definition.unit].concat())
}
