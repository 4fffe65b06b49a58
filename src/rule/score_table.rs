//! 自评表 — forms of self-evaluation: points and scores in columns. Cues L01–L06, L11–L13.
#![doc = include_str!("score_table.md")]

mod board;
mod columns;
mod entry;
mod funds;
mod group;
mod indicator;
mod restated;
mod weights;
mod whole;

use super::{Rule, Scope, Sink};
use crate::catalog::score::{ON_TOP, WHOLES};
use crate::fact::{Form, Part};
use crate::gather::Gather;
use crate::number::{Decimal, Dimension};
use crate::relation::{Equation, Kind, Order, Relation, Source, Term};
use crate::text::Mention;

pub(super) const RULE: Rule = Rule { code: "L", name: "score_table", find };

fn find(scope: &Scope, out: &mut Sink) {
    let figures = scope.facts.form_figures();
    for table in scope.facts.tables.iter().enumerate().filter(|(_, layout)| !layout.words.is_empty()) {
        weights::state(scope, &figures, table, out);
    }
    let forms: Vec<Form> = scope.facts.forms(&figures).filter(|form| !is_weighed(scope, form)).gather();
    for form in &forms {
        funds::state(scope, form, out);
        for row in form.rows() {
            rate(form, row, out);
            let alone = ![Part::Points, Part::Score].iter().any(|part| form.is_shared(row, *part));
            if let Some((points, score)) = form.points_and_score(row).filter(|_| alone) {
                within_points(form, row, (points, score), out);
                if !is_sum(form, row) {
                    for_rate(scope, form, row, (points, score), out);
                }
                indicator::state(scope, form, row, (points, score), out);
            }
        }
    }
    let mut before: &[Form] = &[];

    for table in forms.chunk_by(Form::is_beside) {
        whole::state(scope, table, before, out);
        before = table;
    }
    for (table, layout) in scope.facts.tables.iter().enumerate().filter(|(_, layout)| !layout.words.is_empty()) {
        let first = forms.partition_point(|form| form.is_before(table));
        let own = forms.get(first..).unwrap_or(&[]);
        let own = own.get(..own.partition_point(|form| form.is_of(table))).unwrap_or(&[]);
        if own.len() == layout.blocks.len() {
            board::state(scope, &figures, own, (table, layout), out);
        }
        columns::state(scope, &figures, (table, layout), out);
    }
    restated::state(scope, &forms, out);
    group::state(scope, &forms, out);
}

/// 权重20，得分96: whether most rows score more than their points, so that each is scored out of a hundred and weighed.
fn is_weighed(scope: &Scope, form: &Form) -> bool {
    let rows: Vec<(usize, usize)> = form.rows().filter_map(|row| form.points_and_score(row)).gather();
    let above = |(points, score): &&(usize, usize)| scope.facts.base_value(*score) > scope.facts.base_value(*points);
    rows.len() >= 2 && rows.iter().filter(above).count() * 2 > rows.len()
}

/// A relation of a table over the figures of an equation, at one of them.
fn relation_of(scope: &Scope, at: usize, cue: &'static str, kind: Kind, equation: Equation) -> Relation {
    let range = scope.facts.span(&[at]);
    Relation { rule: RULE.name, cue, kind, source: Source::Table, equation, range, sure: true, warning: "W23" }
}

fn relation(form: &Form, cue: &'static str, kind: Kind, equation: Equation, warning: &'static str) -> Relation {
    let range = equation.all().last().and_then(|id| form.get(*id)).map_or(0..0, |fact| fact.range.clone());
    Relation { rule: RULE.name, cue, kind, source: Source::Table, equation, range, sure: true, warning }
}

/// L11: a score is never above the points of its row. 加分 is given beyond them.
fn within_points(form: &Form, row: u32, (points, score): (usize, usize), out: &mut Sink) {
    if form.get(points).is_some_and(|fact| !fact.is_zero()) && !form.name(row).mentions_any(&ON_TOP) {
        let (left, right) = (vec![Term::plus(score)], vec![Term::plus(points)]);
        out.relation(relation(form, "L11", Kind::Bound, Equation::Order { left, order: Order::AtMost, right }, "W24"));
    }
}

/// L03: 分值10, 执行率96.5%, 得分9.65. Where the rate has no column, the amounts give it. Full points for less than all, or
/// none, are given where a place goes by steps; another score is a slip only where one digit would mend it.
fn for_rate(scope: &Scope, form: &Form, row: u32, (points, score): (usize, usize), out: &mut Sink) {
    let amounts = || form.plain(row, Part::Spent).zip(budget(form, row)).map(|(spent, budget)| (spent, Some(budget)));
    // 得分系数（%）: one of 0.95 is no rate.
    let is_rate = |id: &usize| scope.facts.get(*id).is_some_and(|f| f.figure.value >= Decimal::TEN);
    let rate = rate_of(form, row).or_else(|| form.plain(row, Part::Coefficient).filter(is_rate));
    let Some((done, due)) = rate.map(|rate| (rate, None)).or_else(amounts) else { return };
    let equation = Equation::Score { score, points, done, due };
    let value = |id: usize| scope.facts.base_value(id);
    let by_steps = value(score) == value(points) || form.get(score).is_some_and(crate::fact::Fact::is_zero);
    let warning = if !by_steps && scope.is_stated_slip(&equation) { "W24" } else { "W48" };
    out.relation(Relation { sure: false, ..relation(form, "L03", Kind::Product, equation, warning) });
}

/// 合计 below rows that were scored themselves: what it scores is their sum and no product.
fn is_sum(form: &Form, row: u32) -> bool {
    let above = form.rows().take_while(|other| *other < row).filter(|other| form.points_and_score(*other).is_some());
    form.name(row).ends_with_any(&WHOLES) && above.take(2).count() == 2
}

/// L12: 执行率 = 全年执行数 ÷ 全年预算数.
fn rate(form: &Form, row: u32, out: &mut Sink) {
    let (Some(spent), Some(budget), Some(rate)) = (form.plain(row, Part::Spent), budget(form, row), rate_of(form, row))
    else {
        return;
    };
    // A row that lacks the cell of a merged heading stands one column off: its rate is no amount.
    if !form.get(spent).zip(form.get(budget)).is_some_and(|(spent, budget)| spent.is_like(budget)) {
        return;
    }
    let (part, whole) = (vec![Term::plus(spent)], vec![Term::plus(budget)]);
    let equation = Equation::Rate { part, whole, less_one: false, sign: 1, rate };
    out.relation(relation(form, "L12", Kind::Ratio, equation, "W02"));
}

/// The rate of execution of a row.
fn rate_of(form: &Form, row: u32) -> Option<usize> {
    let is_rate = |id: &usize| {
        form.get(*id).is_some_and(|f| matches!(f.figure.unit.dimension, Dimension::Percent | Dimension::Bare))
    };
    form.plain(row, Part::Rate).filter(is_rate)
}

/// 全年预算数; zero divides nothing.
fn budget(form: &Form, row: u32) -> Option<usize> {
    form.plain(row, Part::Budget).filter(|id| form.get(*id).is_some_and(|fact| !fact.is_zero()))
}
