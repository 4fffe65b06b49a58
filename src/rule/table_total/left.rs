//! What is left of a budget, row by row: 预算 + 调整 = 调整后预算, budget = 支出 + 结余; proven by the rows that agree.

use super::RULE;
use crate::catalog::heading::{bare, is_rate_name};
use crate::fact::{Lane, Layout, Role};
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Relation, Source, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// The columns of a lane that say what was planned, spent and left, where each is there once.
#[derive(Default)]
struct Columns {
    budget: Vec<u32>,
    change: Vec<u32>,
    changed: Vec<u32>,
    spent: Vec<u32>,
    left: Vec<u32>,
}

/// States what the rows of a lane keep to.
pub(super) fn state(scope: &Scope, layout: &Layout, lane: &Lane, out: &mut Sink) {
    let columns = Columns::of(layout, lane);
    let (budget, change, changed) = (&columns.budget[..], &columns.change[..], &columns.changed[..]);
    let rest = [columns.spent.as_slice(), columns.left.as_slice()].concat();
    let planned = [budget, change].concat();
    match (budget, change, changed, rest.as_slice()) {
        ([_], [_], [_], _) => agree(scope, sums(layout, lane, &planned, changed), out),
        ([_], _, [], [_, _]) if change.len() < 2 => agree(scope, sums(layout, lane, &rest, &planned), out),
        _ => {}
    }
    if changed.len() == 1 && rest.len() == 2 {
        agree(scope, sums(layout, lane, &rest, changed), out);
    }
}

impl Columns {
    fn of(layout: &Layout, lane: &Lane) -> Self {
        let mut all = Self::default();
        for column in &lane.values {
            let heads = layout.columns.get(*column as usize).map_or(&[][..], |c| c.heads.as_slice());
            let Some(name) = heads.last().filter(|_| heads.len() == 1).filter(|name| !is_rate_name(name)) else {
                continue;
            };
            let has = |words: &[&str]| name.mentions_any(words);
            let kind = if has(&["调整后", "调整预算", "全年预算"]) {
                &mut all.changed
            } else if has(&["调整", "追加"]) {
                &mut all.change
            } else if has(&["结余", "剩余"]) {
                &mut all.left
            } else if bare(name).trim_end_matches(['数', '金', '额']).ends_with("预算") {
                &mut all.budget
            } else if has(&["支出", "决算", "执行"]) {
                &mut all.spent
            } else {
                continue;
            };
            kind.push(*column);
        }
        // 支出 without 结余 and the reverse are no pair.
        if all.spent.len() != 1 || all.left.len() != 1 {
            all.spent.clear();
            all.left.clear();
        }
        all
    }
}

/// The sums over rows of a lane that some columns make up others.
pub(super) fn sums(layout: &Layout, lane: &Lane, parts: &[u32], whole: &[u32]) -> Vec<Equation> {
    let terms =
        |row: u32, columns: &[u32]| columns.iter().map(|column| layout.at(row, *column).map(Term::plus)).gather_all();
    let sum = |row: u32| Some(Equation::Sum { parts: terms(row, parts)?, whole: terms(row, whole)? });
    lane.rows.iter().filter_map(|row| sum(row.row)).gather()
}

/// States of the lines of a table what holds, and where two lines and most of all hold, what does not.
pub(super) fn agree(scope: &Scope, lines: Vec<Equation>, out: &mut Sink) {
    let amount = |id: &usize| scope.facts.get(*id).filter(|f| f.role != Role::Rate && f.figure.is_plain());
    let alike = |equation: &Equation| {
        let all = equation.all();
        let first = all.first().and_then(amount);
        first.is_some_and(|first| all.iter().all(|id| amount(id).is_some_and(|f| f.is_like(first))))
    };
    let lines: Vec<Equation> = lines.into_iter().filter(alike).gather();
    let plain =
        |e: &&Equation| e.all().iter().filter(|id| scope.facts.get(**id).is_some_and(|f| !f.is_zero())).count() > 2;
    let good = lines.iter().filter(plain).filter(|e| scope.fits(e)).count();
    let bad = lines.iter().filter(|e| !scope.fits(e)).count();
    for equation in lines.into_iter().filter(|e| scope.fits(e) || good >= 2 && good > bad) {
        let range = scope.facts.span(&equation.all());
        let (rule, cue, kind, source) = (RULE.name, "A14", Kind::Sum, Source::Table);
        out.relation(Relation { rule, cue, kind, source, equation, range, sure: true, warning: "W01" });
    }
}
