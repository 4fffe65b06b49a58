//! L01, L03 of lists of what was scored, one project a row: 预算执行率 ‖ 执行率得分（10分） ‖ 指标得分（90分） ‖ 自评总分.

use super::relation_of;
use crate::catalog::heading::{bare, is_score_name};
use crate::catalog::score::ON_TOP;
use crate::fact::{CellFigures, CellPlace, Layout};
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Relation, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// What the heading of the whole ends with.
const WHOLES: [&str; 5] = ["总分", "总得分", "得分合计", "合计得分", "自评得分"];

/// A column of scores whose heading says out of how many points.
struct Part {
    column: u32,
    points: usize,
    /// Whether they are scores of the rate of execution.
    for_rate: bool,
}

/// States what each row scores for its rate, and what it scores altogether.
pub(super) fn state(scope: &Scope, figures: &CellFigures, (table, layout): (usize, &Layout), out: &mut Sink) {
    let columns = || (0..).zip(&layout.columns).filter_map(|(at, column)| Some((at, column.heads.last()?)));
    let first = |table| CellPlace { table, row: 0, column: 0 };
    let points = |column: u32| {
        let mut cells = figures.range(first(table)..first(table + 1)).map(|(cell, _)| *cell);
        cells.find(|cell| cell.column == column).and_then(|cell| scope.facts.bracketed_points(figures, cell))
    };
    let scored = columns().filter(|(_, head)| is_score_name(head) && !bare(head).ends_with_any(&WHOLES));
    let parts: Vec<Part> = scored
        .filter_map(|(column, head)| {
            Some(Part { column, points: points(column)?, for_rate: bare(head).ends_with("执行率得分") })
        })
        .gather();
    let only = |named: &dyn Fn(&str) -> bool| {
        columns().filter(|(_, head)| named(bare(head))).map(|(column, _)| column).single()
    };
    let rows: Vec<u32> = layout.rows();
    if let (Some(rate), Some(part)) = (only(&|head| head.ends_with("执行率")), parts.iter().find(|p| p.for_rate)) {
        for row in &rows {
            let (Some(done), Some(score)) = (layout.at(*row, rate), layout.at(*row, part.column)) else { continue };
            let equation = Equation::Score { score, points: part.points, done, due: None };
            if scope.fits(&equation) {
                out.relation(Relation { sure: false, ..relation_of(scope, score, "L03", Kind::Product, equation) });
            }
        }
    }
    let terms = parts.iter().map(|part| Term::plus(part.points)).gather();
    let hundred = Equation::Fixed { terms, least: 100, most: 100, closed: true };
    let Some(whole) = only(&|head| head.ends_with_any(&WHOLES)).filter(|_| parts.len() >= 2) else { return };
    if !scope.fits(&hundred) {
        return;
    }
    let sum = |row: &u32| {
        let scores = parts.iter().map(|part| layout.at(*row, part.column)).gather_all()?;
        let whole = layout.at(*row, whole)?;
        let parts = scores.into_iter().map(Term::plus).gather();
        Some((whole, Equation::Sum { parts, whole: vec![Term::plus(whole)] }))
    };
    let sums: Vec<(usize, Equation)> = rows.iter().filter_map(sum).gather();
    let good = sums.iter().filter(|(_, equation)| scope.fits(equation)).count();
    // 加减分 ‖ -2: points on top are told in a column without a bracket.
    let on_top = columns().any(|(_, head)| head.mentions_any(&ON_TOP) || head.ends_with_any(&["加减分", "扣分"]));
    for (whole, equation) in sums {
        if scope.fits(&equation) || good >= 2 && !on_top && scope.is_stated_slip(&equation) {
            out.relation(relation_of(scope, whole, "L01", Kind::Sum, equation));
        }
    }
}
