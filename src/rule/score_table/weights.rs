//! L06 of groups: 产出指标（50分） covers rows of 15, 10, 10, 10 and 5 points; 部门决策（25分） covers 目标任务（15分） and 预算编制（10分）.

use super::RULE;
use crate::catalog::score::ON_TOP;
use crate::fact::{CellFigures, CellPlace, Fact, Layout};
use crate::relation::{Equation, Kind, Relation, Source, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;
use std::collections::BTreeMap;

/// Points that a cell gives to the rows that it covers.
struct Weight {
    rows: std::ops::Range<u32>,
    fact: usize,
}

/// The weights of one column, from the top.
type Level = Vec<Weight>;

/// States what each group of every level is made of in the next one, where most groups are.
pub(super) fn state(scope: &Scope, figures: &CellFigures, (table, layout): (usize, &Layout), out: &mut Sink) {
    let levels: Vec<Level> = levels(scope, figures, (table, layout));
    for (at, level) in levels.iter().enumerate() {
        let below = levels.get(at + 1..).unwrap_or(&[]);
        let groups: Vec<(usize, Vec<usize>)> =
            level.iter().filter_map(|group| below.iter().find_map(|next| parts(group, next))).collect();
        let all: Vec<Equation> = groups.iter().map(|(whole, parts)| sum(parts, *whole)).collect();
        let good = all.iter().filter(|e| scope.fits(e)).count();
        let several = all.iter().zip(&groups).any(|(e, (_, parts))| parts.len() >= 2 && scope.fits(e));
        let (bad, proven) = (all.len() - good, several && good >= 2);
        // A group of one part may leave others out.
        let slip = |e: &Equation| proven && good > bad && e.all().len() > 2 && scope.is_stated_slip(e);
        for equation in all.into_iter().filter(|e| scope.fits(e) || slip(e)) {
            if several {
                state_one(scope, equation, out);
            }
        }
    }
}

fn state_one(scope: &Scope, equation: Equation, out: &mut Sink) {
    let range = scope.facts.span(&equation.facts().1.into_iter().collect::<Vec<_>>());
    let kind = if equation.all().len() == 2 { Kind::Equal } else { Kind::Sum };
    let (rule, cue, source) = (RULE.name, "L06", Source::Table);
    out.relation(Relation { rule, cue, kind, source, equation, range, sure: true, warning: "W23" });
}

fn sum(parts: &[usize], whole: usize) -> Equation {
    Equation::Sum { parts: parts.iter().copied().map(Term::plus).collect(), whole: vec![Term::plus(whole)] }
}

/// The weights of the next level that a group covers, which begin where it does.
fn parts(group: &Weight, next: &Level) -> Option<(usize, Vec<usize>)> {
    let covered = || next.iter().filter(|part| group.rows.contains(&part.rows.start));
    let begins = covered().next()?.rows.start == group.rows.start;
    begins.then(|| (group.fact, covered().map(|part| part.fact).collect()))
}

/// Every column that gives points: in brackets behind the names of groups, or as numbers under a heading of points.
fn levels(scope: &Scope, figures: &CellFigures, (table, layout): (usize, &Layout)) -> Vec<Level> {
    let first = |table| CellPlace { table, row: 0, column: 0 };
    let mut out: BTreeMap<u32, Level> = BTreeMap::new();
    for (cell, ids) in figures.range(first(table)..first(table + 1)) {
        if let [fact] = ids[..]
            && is_weight(scope, layout, *cell, fact)
        {
            let rows = cell.row..end(layout, cell.column, cell.row);
            out.entry(cell.column).or_default().push(Weight { rows, fact });
        }
    }
    out.into_values().collect()
}

/// Whether the only figure of a cell gives points: 产出指标（50分）, 15 under 分值; the row of the whole is no group.
fn is_weight(scope: &Scope, layout: &Layout, cell: CellPlace, id: usize) -> bool {
    let total = |words: &str| words.mentions_any(&["合计", "总分", "小计", "总计"]) || words.mentions_any(&ON_TOP);
    let row = || {
        layout
            .words
            .range((cell.row, 0)..(cell.row, cell.column + 1))
            .map(|(_, range)| scope.facts.text.words(range.clone()))
    };
    let named = |f: &Fact| f.left.is_empty() && f.place.depth > 0 && f.figure.unit.base == "分";
    let numbered = layout.at(cell.row, cell.column) == Some(id) && layout.is_points(cell.row, cell.column);
    let fact = scope.facts.get(id);
    fact.is_some_and(|f| f.figure.is_plain() && (numbered || named(f))) && !row().any(total)
}

/// The row behind those that a cell covers: that of the next cell of its column with other words, or of a whole.
fn end(layout: &Layout, column: u32, row: u32) -> u32 {
    let own = layout.words.get(&(row, column));
    let last = layout.words.keys().next_back().map_or(row + 1, |(last, _)| last + 1);
    let next = (row + 1..last).find(|other| {
        let first = layout
            .words
            .range((*other, 0)..(*other, column))
            .next()
            .is_some_and(|(place, _)| place.1 == 0 && column > 0);
        let words = layout.words.get(&(*other, column));
        words.is_some() && words != own || first && layout.words.get(&(*other, 0)) != layout.words.get(&(row, 0))
    });
    next.unwrap_or(last)
}
