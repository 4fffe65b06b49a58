//! L06 of groups: 产出指标（50分） covers rows of 15, 10, 10, 10 and 5 points; 部门决策（25分） covers 目标任务（15分） and 预算编制（10分）.

use super::RULE;
use crate::catalog::heading::bare;
use crate::catalog::score::{ON_TOP, WHOLES, is_whole};
use crate::fact::{CellFigures, CellPlace, Column, Fact, Layout};
use crate::gather::{Gather, SortedMap};
use crate::relation::{Equation, Kind, Relation, Source, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// Points that a cell gives to the rows that it covers.
struct Weight {
    column: u32,
    rows: std::ops::Range<u32>,
    fact: usize,
}

/// The weights of one column, from the top.
type Level = Vec<Weight>;

/// What the groups of one level are made of.
struct Groups {
    sums: Vec<Equation>,
    good: usize,
    /// Whether one of several parts is made of them.
    several: bool,
}

/// States what each group of every level is made of in the next one, where most groups are, and what each level comes to.
pub(super) fn state(scope: &Scope, figures: &CellFigures, (table, layout): (usize, &Layout), out: &mut Sink) {
    let levels: Vec<Level> = levels(scope, figures, (table, layout));
    let groups = |(at, level): (usize, &Level)| {
        let below = levels.get(at + 1..).unwrap_or(&[]);
        let of = |group: &Weight| {
            let own = below.iter().find_map(|next| parts(layout, group, next)).map(|parts| sum(&parts, group.fact));
            let behind = || below.iter().find_map(|next| parts_behind(layout, group, next));
            own.or_else(|| behind().map(|parts| sum(&parts, group.fact)).filter(|e| scope.fits(e)))
        };
        let sums: Vec<Equation> = level.iter().filter_map(of).gather();
        let fitting = || sums.iter().filter(|e| scope.fits(e));
        let (good, several) = (fitting().count(), fitting().any(|e| e.all().len() > 2));
        Groups { sums, good, several }
    };
    let all: Vec<Groups> = levels.iter().enumerate().map(groups).gather();
    // 50 ‖ 20, 30 and 50 ‖ 4, 8, 15, 23: where the levels further in are made as they should be, so is this one.
    let (good, count) = all.iter().fold((0, 0), |(good, all), g| (good + g.good, all + g.sums.len()));
    for level in &all {
        let bad = level.sums.len() - level.good;
        let proven = level.several && (level.good >= 2 && level.good > bad || good >= 4 && good + 1 == count);
        // A group of one part may leave others out.
        let slip = |e: &Equation| proven && e.all().len() > 2 && scope.is_stated_slip(e);
        for equation in level.sums.iter().filter(|e| level.several && (scope.fits(e) || slip(e))) {
            state_one(scope, equation.clone(), out);
        }
    }
    let proven = good >= 4 && good + 1 >= count;
    for level in &levels {
        whole(scope, figures, (table, layout), level, proven, out);
    }
}

/// States that the weights of a level make those of the whole, which stand in their column, in a bracket behind its name or as the only
/// ones of its row.
fn whole(
    scope: &Scope,
    figures: &CellFigures,
    (table, layout): (usize, &Layout),
    level: &Level,
    proven: bool,
    out: &mut Sink,
) {
    let Some(column) = level.first().map(|weight| weight.column).filter(|_| level.len() >= 2) else { return };
    let mut rows: Vec<u32> = layout.words.keys().map(|(row, _)| *row).gather();
    rows.dedup();
    let named = |row: &u32| {
        let first = layout.words.range((*row, 0)..=(*row, u32::MAX)).next();
        first.is_some_and(|(_, range)| is_whole(scope.facts.text.words(range.clone())))
    };
    let parts: Vec<usize> = level.iter().map(|weight| weight.fact).gather();
    for row in rows.into_iter().filter(named) {
        let bracket = || {
            let place = |column| CellPlace { table, row, column };
            let cells = figures.range(place(0)..=place(u32::MAX)).map(|(cell, _)| *cell);
            cells.filter_map(|cell| scope.facts.bracketed_points(figures, cell)).next()
        };
        let only = || {
            let mut held =
                layout.facts.range((row, 0)..=(row, u32::MAX)).filter(|((row, c), _)| is_numbered(layout, *row, *c));
            held.next().map(|(_, id)| *id).filter(|_| held.next().is_none())
        };
        let own = layout.at(row, column);
        let Some(all) = own.or_else(bracket).or_else(only) else { continue };
        let equation = sum(&parts, all);
        if scope.fits(&equation)
            || proven && own.is_some() && is_numbered(layout, row, column) && scope.is_stated_slip(&equation)
        {
            state_one(scope, equation, out);
        }
    }
}

fn state_one(scope: &Scope, equation: Equation, out: &mut Sink) {
    let range = scope.facts.span(&equation.facts().1.into_iter().gather());
    let kind = if equation.all().len() == 2 { Kind::Equal } else { Kind::Sum };
    let (rule, cue, source) = (RULE.name, "L06", Source::Table);
    out.relation(Relation { rule, cue, kind, source, equation, range, sure: true, warning: "W23" });
}

fn sum(parts: &[usize], whole: usize) -> Equation {
    Equation::Sum { parts: parts.iter().copied().map(Term::plus).gather(), whole: vec![Term::plus(whole)] }
}

/// The weights of the next level that a group covers, which begin where it does.
fn parts(layout: &Layout, group: &Weight, next: &Level) -> Option<Vec<usize>> {
    let covered = || next.iter().filter(|part| group.rows.contains(&part.rows.start));
    // 绩效指标（90分） beside 一级指标 ‖ … ‖ 分值: a group may begin with the headings of its rows.
    let headed =
        layout.blocks.iter().find(|block| block.heads.contains(&group.rows.start)).map(|block| block.heads.end);
    let begins = covered().next()?.rows.start == headed.unwrap_or(group.rows.start);
    begins.then(|| covered().map(|part| part.fact).gather())
}

/// 年度目标（80分） above a form of its own: the weights of the form whose headings follow a group of one row.
fn parts_behind(layout: &Layout, group: &Weight, next: &Level) -> Option<Vec<usize>> {
    let block = layout.blocks.iter().find(|block| block.heads.start == group.rows.end)?;
    let parts = next.iter().filter(|part| block.rows.contains(&part.rows.start)).map(|part| part.fact);
    (group.rows.len() == 1).then(|| parts.gather())
}

/// Every column that gives points: in brackets behind the names of groups, or as numbers under a heading of points.
fn levels(scope: &Scope, figures: &CellFigures, (table, layout): (usize, &Layout)) -> Vec<Level> {
    let first = |table| CellPlace { table, row: 0, column: 0 };
    let mut out: SortedMap<u32, Level> = SortedMap::new();
    for (cell, ids) in figures.range(first(table)..first(table + 1)) {
        if let [fact] = ids[..]
            && is_weight(scope, layout, *cell, fact)
        {
            let rows = cell.row..end(layout, cell.column, cell.row);
            out.entry(cell.column).or_default().push(Weight { column: cell.column, rows, fact });
        }
    }
    out.into_values().gather()
}

/// Whether the only figure of a cell gives points: 产出指标（50分）, 15 under 分值; the row of the whole is no group.
fn is_weight(scope: &Scope, layout: &Layout, cell: CellPlace, id: usize) -> bool {
    let total = |words: &str| words.mentions_any(&WHOLES) || words.mentions_any(&ON_TOP);
    let row = || {
        layout
            .words
            .range((cell.row, 0)..(cell.row, cell.column + 1))
            .map(|(_, range)| scope.facts.text.words(range.clone()))
    };
    let named = |f: &Fact| f.left.is_empty() && f.place.depth > 0 && f.figure.unit.base == "分";
    let numbered = layout.at(cell.row, cell.column) == Some(id) && is_numbered(layout, cell.row, cell.column);
    let fact = scope.facts.get(id);
    fact.is_some_and(|f| f.figure.is_plain() && (numbered || named(f))) && !row().any(total)
}

/// Whether a column holds nothing but points: 分值, 权重（%） where every level of indicators has one.
fn is_numbered(layout: &Layout, row: u32, column: u32) -> bool {
    let weights = |column: &Column| column.heads.last().is_some_and(|head| bare(head) == "权重");
    let own = layout.columns.get(column as usize).is_some_and(weights);
    layout.is_points(row, column) || own && layout.columns.iter().filter(|c| weights(c)).count() >= 2
}

/// The row behind those that a cell covers: that of the next cell of its column with other words, or of a whole.
fn end(layout: &Layout, column: u32, row: u32) -> u32 {
    let own = layout.words.get(&(row, column));
    let last = layout.words.keys().next_back().map_or(row + 1, |(last, _)| last + 1);
    let next = (row + 1..last).find(|other| {
        let first = layout.first_name(*other).filter(|_| column > layout.first_column());
        let words = layout.words.get(&(*other, column));
        words.is_some() && words != own || first.is_some() && first != layout.first_name(row)
    });
    next.unwrap_or(last)
}
