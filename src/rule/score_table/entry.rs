//! The rows of a table that were scored: what each is in the sum of the scores, what it could bring and what it got, wherever these stand.

use crate::catalog::heading::{bare, is_points_name, is_score_name};
use crate::catalog::score::{ON_TOP, is_whole};
use crate::fact::{CellFigures, CellPlace, Form, Layout, Part};
use crate::gather::{Gather, SortedSet};
use crate::number::Decimal;
use crate::rule::Scope;
use crate::text::Mention;

/// What a row is in the sum of the scores.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// An indicator.
    Item,
    /// 加分项, 扣分项.
    OnTop,
    /// 小计.
    Subtotal,
    /// 总分.
    Whole,
}

/// A row that was scored.
pub(super) struct Entry {
    pub place: Place,
    /// The name of the group that it stands in.
    pub group: String,
    /// The first words of the row.
    pub name: String,
    pub points: Option<usize>,
    pub score: usize,
}

/// The rows of a table that were scored, from the top.
pub(super) fn entries(
    scope: &Scope,
    figures: &CellFigures,
    forms: &[Form],
    (table, layout): (usize, &Layout),
) -> Vec<Entry> {
    let heads = |column: usize| layout.columns.get(column).and_then(|c| c.heads.last());
    let columns = |named: fn(&str) -> bool| -> Vec<u32> {
        let all = (0..layout.columns.len()).filter(|column| heads(*column).is_some_and(|head| named(head)));
        all.filter_map(|column| u32::try_from(column).ok()).gather()
    };
    let scored = columns(|head| is_score_name(head) && !is_points_name(head) && !head.mentions("标准"));
    let weighed = columns(|head| is_points_name(head) || bare(head) == "权重");
    let column = (forms.is_empty() && scored.len() == 1).then(|| scored.first().copied()).flatten();
    let read = Read { scope, figures, layout, table, column, points: weighed };
    let mut group = String::new();
    let mut out = Vec::new();
    let place = |table| CellPlace { table, row: 0, column: 0 };
    let numbered = figures.range(place(table)..place(table + 1)).map(|(cell, _)| cell.row);
    let rows: SortedSet<u32> = layout.words.keys().map(|(row, _)| *row).chain(numbered).gather_set();
    for row in rows {
        let own = forms.iter().find(|form| form.rows().contains(&row));
        if let Some(words) = layout.first_name(row) {
            group = scope.facts.text.words(words).to_owned();
        }
        let Some((points, score)) = read.row(row, own) else { continue };
        // 每项扣0.5分 in the remarks behind the score names nothing.
        let before = scope.facts.get(score).and_then(|fact| fact.cell).map_or(u32::MAX, |cell| cell.column);
        let name = read.words(row, before).next().unwrap_or_default().to_owned();
        let place = self::place(&name, read.words(row, before).collect::<String>().as_str());
        let points = points.or_else(|| read.full(row, score).filter(|_| place == Place::Whole));
        out.push(Entry { place, group: group.clone(), name, points, score });
    }
    out
}

/// What a row is, by its first words and by all that name it.
fn place(name: &str, words: &str) -> Place {
    if bare(name).ends_with("小计") {
        Place::Subtotal
    } else if is_whole(name) {
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
    /// The words of the cells of a row before a column that hold no number.
    fn words(&self, row: u32, column: u32) -> impl Iterator<Item = &'a str> + use<'a, '_> {
        let cells = self.layout.words.range((row, 0)..(row, column));
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
        let [points, score] = cells.gather()[..] else { return None };
        let value = |id: usize| self.scope.facts.base_value(id);
        (named(&points) && named(&score) && value(score) <= value(points)).then_some((Some(points), score))
    }
}
