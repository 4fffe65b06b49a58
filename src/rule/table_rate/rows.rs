//! A row that is worked out of two others by its name: 人员经费占总支出比重, 资产负债率.

use super::RULE;
use crate::catalog::heading::bare;
use crate::catalog::ratio::FORMULAS;
use crate::fact::{Lane, Layout, Row};
use crate::number::Dimension;
use crate::relation::{Equation, Kind, Relation, Source, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// What a share is called behind the name of its whole.
const SHARES: [&str; 4] = ["的比重", "的比例", "比重", "比例"];

/// States every column of such rows; where not most of them hold, only what does.
pub(super) fn state(scope: &Scope, layout: &Layout, lane: &Lane, out: &mut Sink) {
    for (at, row) in lane.rows.iter().enumerate() {
        let Some((part, whole)) = operands(&lane.rows, at) else { continue };
        let line = |column: &u32| {
            let rate = layout.at(row.row, *column)?;
            equation(scope, rate, (layout.at(part, *column)?, layout.at(whole, *column)?))
                .map(|equation| (rate, equation))
        };
        let lines: Vec<(usize, Equation)> = lane.values.iter().filter_map(line).collect();
        let good = lines.iter().filter(|(_, equation)| scope.fits(equation)).count();
        let proven = good > lines.len() - good;
        for (rate, equation) in lines {
            let Some(range) = scope.facts.get(rate).map(|f| f.range.clone()) else { continue };
            if (proven || scope.fits(&equation)) && !out.computes(rate) {
                let (rule, cue, kind, source) = (RULE.name, "B01", Kind::Ratio, Source::Table);
                out.relation(Relation { rule, cue, kind, source, equation, range, sure: true, warning: "W02" });
            }
        }
    }
}

/// The rows of the part and of the whole that the name of a row asks for.
fn operands(rows: &[Row], at: usize) -> Option<(u32, u32)> {
    let name = bare(&rows.get(at)?.words);
    let one = |names: &[&str]| names.iter().find_map(|name| named(rows, at, name));
    if let Some((part, whole)) = SHARES.iter().find_map(|end| name.strip_suffix(end)).and_then(|n| n.split_once('占'))
    {
        return one(&[part]).zip(one(&[whole]));
    }
    let formula = FORMULAS.iter().find(|formula| name.ends_with(formula.name))?;
    one(formula.part).zip(one(formula.whole))
}

/// The row above that has a name, or the only one whose name ends with it.
fn named(rows: &[Row], at: usize, name: &str) -> Option<u32> {
    let above = || rows.get(..at).unwrap_or(&[]).iter().rev();
    let exact = above().find(|row| bare(&row.words) == name);
    let mut ending = above().filter(|row| bare(&row.words).ends_with(name) && !row.words.mentions_any(&["占", "率"]));
    let ending = ending.next().filter(|_| ending.next().is_none() && name.chars().count() >= 3);
    exact.or(ending).map(|row| row.row)
}

/// `part ÷ whole = rate`; none where the two are of different kinds or the third is no rate.
fn equation(scope: &Scope, rate: usize, (part, whole): (usize, usize)) -> Option<Equation> {
    let facts = scope.facts;
    let (own, first, second) = (facts.get(rate)?, facts.get(part)?, facts.get(whole)?);
    let is_rate = matches!(own.figure.unit.dimension, Dimension::Percent | Dimension::Bare) && own.figure.is_plain();
    let plain = first.figure.is_plain() && second.figure.is_plain() && first.is_like(second) && !second.is_zero();
    let (part, whole) = (vec![Term::plus(part)], vec![Term::plus(whole)]);
    (is_rate && plain && rate != part.first()?.fact).then_some(Equation::Rate {
        part,
        whole,
        less_one: false,
        sign: 1,
        rate,
    })
}
