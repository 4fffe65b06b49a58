//! L01, L06 of tables that are no forms of points and scores side by side: points in brackets, 办结率（8分）; scores alone; a score of the rate of
//! execution in columns of its own; subtotals, 管理效率小计, and points added or taken on top.

use super::entry::{Entry, Place, entries};
use super::relation_of;
use crate::catalog::heading::bare;
use crate::fact::{CellFigures, CellPlace, Form, Layout};
use crate::gather::{Gather, SortedSet};
use crate::number::{Decimal, Dimension};
use crate::relation::{Equation, Kind, Relation, Term};
use crate::rule::{Scope, Sink};

/// How many scores make a sum that the figures alone speak for.
const SEVERAL: usize = 3;

/// States the sums of the scores, and those of the points beside them, of one table.
pub(super) fn state(
    scope: &Scope,
    figures: &CellFigures,
    forms: &[Form],
    (table, layout): (usize, &Layout),
    out: &mut Sink,
) {
    let entries = entries(scope, figures, forms, (table, layout));
    for entry in &entries {
        by_rate(scope, figures, entry, out);
    }
    let mut open: Vec<&Entry> = Vec::new();
    let mut above: Vec<&Entry> = Vec::new();
    let mut before: Vec<&Entry> = Vec::new();
    for entry in &entries {
        match entry.place {
            Place::Item | Place::OnTop => {
                open.push(entry);
                above.push(entry);
            }
            Place::Subtotal => {
                let parts = covered(entry, &open);
                sum(scope, entry, &parts, out);
                open.retain(|other| !parts.iter().any(|part| part.score == other.score));
                above.retain(|other| !parts.iter().any(|part| part.score == other.score));
                above.push(entry);
            }
            // 总分 ‖ 折合得分: what stands behind the whole is no part of it, but where the whole heads the rows.
            Place::Whole => before = above.clone(),
        }
    }
    let parts = if before.is_empty() { above } else { before };
    // 合计 ‖ 94.5, 加减分项 ‖ -0.5: what is taken off may stand behind the whole that it is a part of.
    let on_top = entries.iter().filter(|e| e.place == Place::OnTop && !parts.iter().any(|part| part.score == e.score));
    let with: Vec<&Entry> = parts.iter().copied().chain(on_top).gather();
    let mut wholes = entries.iter().filter(|entry| entry.place == Place::Whole);
    if let (Some(whole), None) = (wholes.next(), wholes.next()) {
        let meant = !scope.fits(&scores(scope, whole, &parts)) && scope.fits(&scores(scope, whole, &with));
        sum(scope, whole, if meant { &with } else { &parts }, out);
        elsewhere(scope, figures, (table, layout), whole, out);
    }
}

/// 产出 ‖ 50, 效益 ‖ 40 and 总分 ‖ 100 below 项目资金（10分）: what the column of points lacks may be what a bracket of another row gives, so
/// that nothing is wrong.
fn elsewhere(scope: &Scope, figures: &CellFigures, (table, layout): (usize, &Layout), whole: &Entry, out: &mut Sink) {
    let place = |id: usize| scope.facts.get(id).and_then(|fact| fact.cell);
    let Some((all, cell)) = whole.points.and_then(|id| Some((id, place(id)?))) else { return };
    let above = layout.facts.iter().filter(|((row, column), _)| *column == cell.column && *row < cell.row);
    let (rows, parts): (SortedSet<u32>, Vec<usize>) = above.map(|((row, _), id)| (*row, *id)).unzip();
    let own = equation(parts.iter().copied(), all);
    if parts.is_empty() || scope.fits(&own) {
        return;
    }
    let first = |table| CellPlace { table, row: 0, column: 0 };
    let others =
        figures.range(first(table)..first(table + 1)).map(|(cell, _)| *cell).filter(|c| !rows.contains(&c.row));
    let mut brackets = others.filter_map(|cell| scope.facts.bracketed_points(figures, cell));
    if brackets.any(|bracket| scope.fits(&equation(parts.iter().copied().chain([bracket]), all))) {
        out.doubt(&own);
    }
}

/// L03: 固定资产利用率 ‖ 2 ‖ 1.88 ‖ 利用率94.12%: the rate that the remarks of a row give, where it makes the score.
fn by_rate(scope: &Scope, figures: &CellFigures, entry: &Entry, out: &mut Sink) {
    let value = |id: usize| scope.facts.base_value(id);
    let less = |points: &usize| entry.place == Place::Item && value(entry.score) < value(*points);
    let Some((points, score)) = entry.points.filter(less).zip(scope.facts.get(entry.score)) else { return };
    let Some(cell) = score.cell.filter(|_| !out.computes(entry.score)) else { return };
    let place = |column| CellPlace { column, ..cell };
    let behind = figures.range(place(0)..=place(u32::MAX)).flat_map(|(_, ids)| ids.iter().copied());
    let is_rate = |id: &usize| {
        scope.facts.get(*id).is_some_and(|f| {
            let words = f.left.trim_end_matches(['=', '＝', '为', '：', '是']);
            f.figure.unit.dimension == Dimension::Percent && f.figure.is_plain() && words.ends_with('率')
        })
    };
    let mut rates = behind.filter(is_rate);
    let (Some(done), None) = (rates.next(), rates.next()) else { return };
    let equation = Equation::Score { score: entry.score, points, done, due: None };
    if scope.fits(&equation) {
        let relation = relation_of(scope, entry.score, "L03", Kind::Product, equation);
        out.relation(Relation { sure: false, ..relation });
    }
}

/// The rows that a subtotal takes together: those of the group that it names, else all since the last one.
fn covered<'a>(subtotal: &Entry, open: &[&'a Entry]) -> Vec<&'a Entry> {
    let items = || open.iter().copied().filter(|entry| entry.place == Place::Item);
    let name = bare(&subtotal.name).trim_end_matches("小计").trim_end_matches("指标");
    let own: Vec<&Entry> = items().filter(|entry| !name.is_empty() && entry.group.starts_with(name)).gather();
    if own.is_empty() { items().gather() } else { own }
}

/// States that the scores of some rows make that of a whole, and so their points, where the figures bear one of them out.
fn sum(scope: &Scope, whole: &Entry, parts: &[&Entry], out: &mut Sink) {
    let value = |id: usize| scope.facts.base_value(id);
    let scores = scores(scope, whole, parts);
    let items = || parts.iter().filter(|part| part.place != Place::OnTop);
    let named: Option<Vec<usize>> = items().map(|part| part.points).gather_all();
    let points = named.filter(|points| points.len() >= 2);
    let all = points.clone().map(|points| match whole.points {
        Some(all) => equation(points, all),
        None => hundred(&points),
    });
    // 权重20 ‖ 得分96: a score out of a hundred that is weighed is no part of a sum; nor is a score of a hundred one that is capped.
    let above = items().filter(|part| part.points.is_some_and(|points| value(part.score) > value(points))).count();
    let full = value(whole.score) == Some(Decimal::ONE_HUNDRED);
    let capped = full && items().count() < parts.len() && !scope.fits(&scores);
    let complete = above * 2 <= items().count() && !capped && all.as_ref().is_some_and(|all| scope.fits(all));
    if capped {
        out.doubt(&equation(parts.iter().map(|part| part.score), whole.score));
    }
    let several = parts.len() >= 2 && !out.computes_sum(whole.score);
    if several && (scope.fits(&scores) || complete && scope.is_stated_slip(&scores)) {
        out.relation(relation_of(scope, whole.score, "L01", Kind::Sum, scores));
    }
    let told = whole.points.is_some() || whole.place == Place::Whole && points.is_some_and(|p| p.len() >= SEVERAL);
    if let Some(all) = all.filter(|all| told && scope.fits(all)) {
        out.relation(relation_of(scope, whole.points.unwrap_or(whole.score), "L06", Kind::Sum, all));
    }
}

/// The sum of what some rows got.
fn scores(scope: &Scope, whole: &Entry, parts: &[&Entry]) -> Equation {
    let terms = parts.iter().map(|part| if is_taken_off(scope, part) { Term::minus } else { Term::plus }(part.score));
    Equation::Sum { parts: terms.gather(), whole: vec![Term::plus(whole.score)] }
}

/// 扣分项 ‖ 0.8: points taken off may be printed without their sign.
fn is_taken_off(scope: &Scope, entry: &Entry) -> bool {
    let positive = scope.facts.get(entry.score).is_some_and(|f| !f.figure.value.is_sign_negative());
    entry.place == Place::OnTop && positive && entry.name.contains('扣') && !entry.name.contains('加')
}

fn equation(parts: impl IntoIterator<Item = usize>, whole: usize) -> Equation {
    Equation::Sum { parts: parts.into_iter().map(Term::plus).gather(), whole: vec![Term::plus(whole)] }
}

fn hundred(points: &[usize]) -> Equation {
    Equation::Fixed { terms: points.iter().copied().map(Term::plus).gather(), least: 100, most: 100, closed: true }
}
