//! Columns and rows that say themselves how they are worked out: 执行率（B/A）, 结余（C=A-B）, 3=1+2; 公式 ‖ A=B+C.

use super::RULE;
use crate::catalog::heading::bare;
use crate::fact::{Column, Fact, Formula, Lane, Layout};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::{Equation, Kind, Relation, Source, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// States every row of such a column that has all its numbers; where hardly one of them holds, the formula speaks of other columns than it
/// seems to.
pub(super) fn state(scope: &Scope, layout: &Layout, lane: &Lane, column: u32, out: &mut Sink) {
    let Some(head) = layout.columns.get(column as usize) else { return };
    for formula in &head.formulas {
        state_formula(scope, layout, lane, (column, head), formula, out);
    }
}

fn state_formula(
    scope: &Scope,
    layout: &Layout,
    lane: &Lane,
    (column, head): (u32, &Column),
    formula: &Formula,
    out: &mut Sink,
) {
    let lines = |formula: &Formula| -> Vec<(usize, Equation)> {
        let line = |row: u32| {
            let result = layout.at(row, column)?;
            equation(scope, &|other| layout.at(row, other), result, formula).map(|equation| (result, equation))
        };
        lane.rows.iter().filter_map(|row| line(row.row)).gather()
    };
    let own = lines(formula);
    // 增长率（B/A）: who writes that of a growth leaves the one away that is taken off.
    let grows = head.heads.last().is_some_and(|head| bare(head).ends_with_any(&["增长率", "增幅", "增速", "增长"]));
    let less_one = match formula {
        Formula::Ratio { over, under, less_one: false } if grows && over.len() == 1 && under.len() == 1 => {
            Some(Formula::Ratio { over: over.clone(), under: under.clone(), less_one: true })
        }
        _ => None,
    };
    match less_one.filter(|_| own.iter().all(|(_, equation)| !scope.fits(equation))) {
        Some(growth) => state_lines(scope, &growth, lines(&growth), out),
        None => state_lines(scope, formula, own, out),
    }
}

/// States every row of a lane that says how it is worked out of others.
pub(super) fn state_rows(scope: &Scope, layout: &Layout, lane: &Lane, out: &mut Sink) {
    for (row, formula) in &layout.row_formulas {
        let line = |column: &u32| {
            let result = layout.at(*row, *column)?;
            equation(scope, &|other| layout.at(other, *column), result, formula).map(|equation| (result, equation))
        };
        state_lines(scope, formula, lane.values.iter().filter_map(line).gather(), out);
    }
}

fn state_lines(scope: &Scope, formula: &Formula, lines: Vec<(usize, Equation)>, out: &mut Sink) {
    let good = lines.iter().filter(|(_, equation)| scope.fits(equation)).count();
    if good + 1 < lines.len() - good {
        return;
    }
    for (result, equation) in lines {
        let Some(range) = scope.facts.get(result).map(|f| f.range.clone()) else { continue };
        let (cue, kind, warning) = match formula {
            Formula::Ratio { less_one: true, .. } => ("D01", Kind::Growth, "W02"),
            Formula::Ratio { .. } => ("E03", Kind::Ratio, "W02"),
            Formula::Product(_) => ("B09", Kind::Product, "W02"),
            Formula::Sum(terms) if terms.iter().any(|(sign, _)| *sign < 0) => ("C02", Kind::Difference, "W45"),
            Formula::Sum(_) => ("C02", Kind::Sum, "W01"),
        };
        // J=K+L=A+D: a sum may be told in two ways, each of them once.
        let told = match formula {
            Formula::Sum(_) => out.sums_to(result).any(|sum| are_same(&sum.equation, &equation)),
            _ => out.computes(result),
        };
        if !told {
            let (rule, source) = (RULE.name, Source::Table);
            out.relation(Relation { rule, cue, kind, source, equation, range, sure: true, warning });
        }
    }
}

/// Whether two equations are of the same figures.
fn are_same(one: &Equation, other: &Equation) -> bool {
    let all = |equation: &Equation| equation.all().into_iter().gather_set();
    all(one) == all(other)
}

/// What the formula says of a result, where `at` finds what its marks stand for; none where a number is missing or of another kind.
fn equation(scope: &Scope, at: &dyn Fn(u32) -> Option<usize>, result: usize, formula: &Formula) -> Option<Equation> {
    let facts = scope.facts;
    let own = facts.get(result)?;
    let plain = |id: usize| facts.get(id).filter(|f| f.figure.is_plain());
    let term = |(sign, column): &(i8, u32)| {
        let fact = at(*column).filter(|id| plain(*id).is_some())?;
        Some(Term { fact, sign: *sign })
    };
    let terms = |list: &[(i8, u32)]| list.iter().map(term).gather_all();
    let like =
        |terms: &[Term], other: &Fact| terms.iter().all(|term| plain(term.fact).is_some_and(|f| f.is_like(other)));
    plain(result)?;
    match formula {
        Formula::Sum(list) => {
            let parts = terms(list)?;
            like(&parts, own).then(|| Equation::Sum { parts, whole: vec![Term::plus(result)] })
        }
        Formula::Ratio { over, under, less_one } => {
            let (part, whole) = (terms(over)?, terms(under)?);
            let base = facts.get(whole.first()?.fact)?;
            let rate = matches!(own.figure.unit.dimension, Dimension::Percent | Dimension::Bare);
            let zero = whole.iter().all(|term| facts.get(term.fact).is_some_and(Fact::is_zero));
            let fits = rate && !zero && like(&part, base) && like(&whole, base);
            fits.then_some(Equation::Rate { part, whole, less_one: *less_one, sign: 1, rate: result })
        }
        Formula::Product(columns) => {
            let factors: Option<Vec<usize>> =
                columns.iter().map(|column| term(&(1, *column)).map(|t| t.fact)).gather_all();
            Some(Equation::Product { factors: factors?, per: None, result })
        }
    }
}
