//! The working of growth over several years.

use super::{Bench, Worked, done};
use crate::finding::number_text::{in_unit, with_unit};
use crate::gather::Gather;
use crate::number::Exact;
use crate::number::format::quotient;
use crate::number::{Decimal, Interval};
use crate::relation::{Term, all_fall, rate_scale};
use crate::report::{Working, WorkingRow};

impl Bench<'_> {
    /// `100万元 × (1 + 10%)² = 121万元`.
    pub(super) fn compound(&self, start: Option<usize>, rates: &[Term], end: usize) -> Option<Worked> {
        let figure = self.values.figure(end)?;
        let scale = rate_scale(figure);
        let unit = &figure.unit;
        let mut value = start.map_or(Some(Decimal::ONE), |id| self.values.base(id))?;
        let mut line = start.and_then(|id| self.values.figure(id)).map(with_unit).unwrap_or_default();
        let mut rows: Vec<WorkingRow> = start.and_then(|id| self.row("", Term::plus(id))).into_iter().gather();
        for run in rates.chunk_by(|one, other| one == other) {
            let Some(rate) = run.first() else { continue };
            let own = self.values.figure(rate.fact)?;
            let step = quotient(own.base()?, rate_scale(own))?;
            let signed = if rate.sign < 0 { -step } else { step };
            let sign = if signed < Decimal::ZERO { "−" } else { "+" };
            for _ in run {
                value = value.times(Decimal::ONE.plus(signed)?)?;
            }
            let joint = if line.is_empty() { "" } else { " × " };
            let power = power(run.len());
            line = format!("{line}{joint}(1 {sign} {}){power}", with_unit(own).trim_start_matches(['-', '−']));
            rows.extend(self.row(&format!("×{power}"), *rate));
        }
        let mut stated = figure.base()?;
        if start.is_none() {
            stated = figure.value;
            (value, line) = if all_fall(rates, |id| self.values.figure(id)) {
                (Decimal::ONE.minus(value)?.times(scale)?, format!("1 − {line}"))
            } else {
                (value.minus(Decimal::ONE)?.times(scale)?, format!("{line} − 1"))
            };
        }
        let places = figure.places.max(2);
        let shown = in_unit(crate::number::format::round(value, places), unit, places);
        let formula = format!("{line} = {shown}{} {} {}", unit.name, self.relation_sign(), with_unit(figure));
        let table = Working {
            rows,
            computed: self.bounds(value, Interval::exact(value), unit, places),
            stated: self.bounds(stated, Interval::exact(stated), unit, figure.places),
            gap: in_unit(stated.minus(value)?, unit, places),
            unit: unit.name.clone(),
            allowance: self.allowance.word().to_owned(),
        };
        Some(done(formula, table))
    }
}

/// How often a factor stands, as a power: `³`; nothing where once.
fn power(count: usize) -> String {
    let digit = |c: char| c.to_digit(10).and_then(|d| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(d as usize));
    if count == 1 { String::new() } else { count.to_string().chars().filter_map(digit).collect() }
}
