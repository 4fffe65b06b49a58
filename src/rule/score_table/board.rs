//! L01, L06 of tables that are no forms of points and scores side by side: points in brackets, 办结率（8分）; scores alone; a score of the rate of
//! execution in columns of its own; subtotals, 管理效率小计, and points added or taken on top.

use super::relation_of;
use crate::catalog::heading::{bare, is_points_name, is_score_name};
use crate::catalog::score::ON_TOP;
use crate::fact::{CellFigures, CellPlace, Form, Layout, Part};
use crate::number::Decimal;
use crate::relation::{Equation, Kind, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;
use std::collections::BTreeSet;

/// Words that end the name of the whole.
const WHOLES: [&str; 5] = ["总分", "合计", "总计", "总得分", "总分值"];
/// How many characters such a name has at most.
const LONGEST: usize = 8;
/// How many scores make a sum that the figures alone speak for.
const SEVERAL: usize = 3;

/// What a row is in the sum of the scores.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Item,
    /// 加分项, 扣分项.
    OnTop,
    /// 小计.
    Subtotal,
    /// 总分.
    Whole,
}

/// A row that was scored.
struct Entry {
    place: Place,
    /// The name of the group that it stands in.
    group: String,
    /// The first words of the row.
    name: String,
    points: Option<usize>,
    score: usize,
}

/// States the sums of the scores, and those of the points beside them, of one table.
pub(super) fn state(scope: &Scope, figures: &CellFigures, forms: &[Form], (table, layout): (usize, &Layout), out: &mut Sink) {
    let entries = entries(scope, figures, forms, (table, layout));
    let mut open: Vec<&Entry> = Vec::new();
    let mut above: Vec<&Entry> = Vec::new();
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
            Place::Whole => {}
        }
    }
    let mut wholes = entries.iter().filter(|entry| entry.place == Place::Whole);
    if let (Some(whole), None) = (wholes.next(), wholes.next()) {
        sum(scope, whole, &above, out);
        elsewhere(scope, figures, (table, layout), whole, out);
    }
}

/// 产出 ‖ 50, 效益 ‖ 40 and 总分 ‖ 100 below 项目资金（10分）: what the column of points lacks may be what a bracket of another row gives, so
/// that nothing is wrong.
fn elsewhere(scope: &Scope, figures: &CellFigures, (table, layout): (usize, &Layout), whole: &Entry, out: &mut Sink) {
    let place = |id: usize| scope.facts.get(id).and_then(|fact| fact.cell);
    let Some((all, cell)) = whole.points.and_then(|id| Some((id, place(id)?))) else { return };
    let above = layout.facts.iter().filter(|((row, column), _)| *column == cell.column && *row < cell.row);
    let (rows, parts): (BTreeSet<u32>, Vec<usize>) = above.map(|((row, _), id)| (*row, *id)).unzip();
    let own = equation(parts.iter().copied(), all);
    if parts.is_empty() || scope.fits(&own) {
        return;
    }
    let first = |table| CellPlace { table, row: 0, column: 0 };
    let others = figures.range(first(table)..first(table + 1)).map(|(cell, _)| *cell).filter(|c| !rows.contains(&c.row));
    let mut brackets = others.filter_map(|cell| scope.facts.bracketed_points(figures, cell));
    if brackets.any(|bracket| scope.fits(&equation(parts.iter().copied().chain([bracket]), all))) {
        out.doubt(&own);
    }
}

/// The rows that a subtotal takes together: those of the group that it names, else all since the last one.
fn covered<'a>(subtotal: &Entry, open: &[&'a Entry]) -> Vec<&'a Entry> {
    let items = || open.iter().copied().filter(|entry| entry.place == Place::Item);
    let name = bare(&subtotal.name).trim_end_matches("小计").trim_end_matches("指标");
    let own: Vec<&Entry> = items().filter(|entry| !name.is_empty() && entry.group.starts_with(name)).collect();
    if own.is_empty() { items().collect() } else { own }
}

/// States that the scores of some rows make that of a whole, and so their points, where the figures bear one of them out.
fn sum(scope: &Scope, whole: &Entry, parts: &[&Entry], out: &mut Sink) {
    let scores = equation(parts.iter().map(|part| part.score), whole.score);
    let items = || parts.iter().filter(|part| part.place != Place::OnTop);
    let named: Option<Vec<usize>> = items().map(|part| part.points).collect();
    let complete = named.as_ref().filter(|points| points.len() >= 2).is_some_and(|points| match whole.points {
        Some(all) => scope.fits(&equation(points.iter().copied(), all)),
        None => scope.fits(&hundred(points)),
    });
    let fits = parts.len() >= 2 && scope.fits(&scores);
    if parts.len() >= 2 && !out.computes_sum(whole.score) && (fits || complete && scope.is_stated_slip(&scores)) {
        out.relation(relation_of(scope, whole.score, "L01", Kind::Sum, scores));
    }
    let least = if whole.points.is_some() { 2 } else { SEVERAL };
    let Some(points) = named.filter(|points| points.len() >= least) else { return };
    let points = match whole.points {
        Some(all) => equation(points, all),
        None if whole.place == Place::Whole => hundred(&points),
        None => return,
    };
    let told = whole.points.is_some_and(|all| out.sums_to(all).next().is_some());
    if !told && scope.fits(&points) {
        let fact = whole.points.unwrap_or(whole.score);
        out.relation(relation_of(scope, fact, "L06", Kind::Sum, points));
    }
}

fn equation(parts: impl IntoIterator<Item = usize>, whole: usize) -> Equation {
    Equation::Sum { parts: parts.into_iter().map(Term::plus).collect(), whole: vec![Term::plus(whole)] }
}

fn hundred(points: &[usize]) -> Equation {
    Equation::Fixed { terms: points.iter().copied().map(Term::plus).collect(), least: 100, most: 100, closed: true }
}

/// The rows of a table that were scored, from the top.
fn entries(scope: &Scope, figures: &CellFigures, forms: &[Form], (table, layout): (usize, &Layout)) -> Vec<Entry> {
    let heads = |column: usize| layout.columns.get(column).and_then(|c| c.heads.last());
    let columns = |named: fn(&str) -> bool| -> Vec<u32> {
        let all = (0..layout.columns.len()).filter(|column| heads(*column).is_some_and(|head| named(head)));
        all.filter_map(|column| u32::try_from(column).ok()).collect()
    };
    let scored = columns(|head| is_score_name(head) && !is_points_name(head) && !head.mentions("标准"));
    let weighed = columns(|head| is_points_name(head) || bare(head) == "权重");
    let column = (forms.is_empty() && scored.len() == 1).then(|| scored.first().copied()).flatten();
    let read = Read { scope, figures, layout, table, column, points: weighed };
    let mut group = String::new();
    let mut out = Vec::new();
    let place = |table| CellPlace { table, row: 0, column: 0 };
    let numbered = figures.range(place(table)..place(table + 1)).map(|(cell, _)| cell.row);
    let rows: BTreeSet<u32> = layout.words.keys().map(|(row, _)| *row).chain(numbered).collect();
    for row in rows {
        let own = forms.iter().find(|form| form.rows().contains(&row));
        if let Some(words) = layout.words.get(&(row, 0)) {
            group = scope.facts.text.words(words.clone()).to_owned();
        }
        let Some((points, score)) = read.row(row, own) else { continue };
        let name = read.words(row).next().unwrap_or_default().to_owned();
        let place = self::place(&name, read.words(row).collect::<String>().as_str());
        let points = points.or_else(|| read.full(row, score).filter(|_| place == Place::Whole));
        out.push(Entry { place, group: group.clone(), name, points, score });
    }
    out
}

/// What a row is, by its first words and by all of them.
fn place(name: &str, words: &str) -> Place {
    let first = bare(name);
    let short = first.chars().count() <= LONGEST;
    if first.ends_with("小计") {
        Place::Subtotal
    } else if short && first.ends_with_any(&WHOLES) {
        Place::Whole
    } else if words.mentions_any(&ON_TOP) {
        Place::OnTop
    } else {
        Place::Item
    }
}

/// A table of scores.
struct Read<'a> {
    scope: &'a Scope<'a>,
    figures: &'a CellFigures,
    layout: &'a Layout,
    table: usize,
    /// The column of scores, where the table is no form.
    column: Option<u32>,
    /// The columns of points of such a table.
    points: Vec<u32>,
}

impl<'a> Read<'a> {
    /// The words of the cells of a row that hold no number.
    fn words(&self, row: u32) -> impl Iterator<Item = &'a str> + use<'a, '_> {
        let cells = self.layout.words.range((row, 0)..=(row, u32::MAX));
        let named = cells.filter(|(place, _)| !self.layout.facts.contains_key(place));
        named.map(|(_, range)| self.scope.facts.text.words(range.clone()))
    }

    /// The points and the score of a row.
    fn row(&self, row: u32, form: Option<&Form>) -> Option<(Option<usize>, usize)> {
        if let Some(form) = form.filter(|form| form.has(Part::Score)) {
            let score = form.plain(row, Part::Score)?;
            return Some((form.points(row).or_else(|| self.bracketed(row)), score));
        }
        match self.column {
            Some(column) => {
                let score = self.layout.at(row, column)?;
                let numbered = self.points.iter().rev().find_map(|column| self.layout.at(row, *column));
                Some((numbered.or_else(|| self.bracketed(row)), score))
            }
            None => self.for_rate(row),
        }
    }

    /// 总分 ‖ 100 ‖ 97.09 where no column gives points: the hundred that stands beside a score.
    fn full(&self, row: u32, score: usize) -> Option<usize> {
        let cells = self.layout.facts.range((row, 0)..=(row, u32::MAX)).map(|(_, id)| *id);
        let mut others = cells.filter(|id| *id != score);
        let full = others.next().filter(|_| others.next().is_none())?;
        (self.scope.facts.base_value(full) == Some(Decimal::ONE_HUNDRED)).then_some(full)
    }

    /// The points in the bracket of the last cell of a row that has them.
    fn bracketed(&self, row: u32) -> Option<usize> {
        let place = |column| CellPlace { table: self.table, row, column };
        let cells = self.figures.range(place(0)..=place(u32::MAX)).map(|(cell, _)| *cell);
        cells.filter_map(|cell| self.scope.facts.bracketed_points(self.figures, cell)).next_back()
    }

    /// 预算执行率得分 ‖ 10 ‖ 9.62: the two numbers of a row of the rate of execution that stands beside the indicators.
    fn for_rate(&self, row: u32) -> Option<(Option<usize>, usize)> {
        let place = |column| CellPlace { table: self.table, row, column };
        let cells = self.figures.range(place(0)..=place(u32::MAX)).flat_map(|(_, ids)| ids.iter().copied());
        // The row may belong to another part of the table, so that only its figures know its name.
        let named = |id: &usize| {
            let words = self.scope.facts.get(*id).map_or("", |f| f.label.words.as_str());
            words.split(' ').next().is_some_and(|name| bare(name).ends_with("执行率得分"))
        };
        let [points, score] = cells.collect::<Vec<_>>()[..] else { return None };
        let value = |id: usize| self.scope.facts.base_value(id);
        (named(&points) && named(&score) && value(score) <= value(points)).then_some((Some(points), score))
    }
}
