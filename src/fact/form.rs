//! Forms of self-evaluation with their figures (自评表): points, scores, targets and what was done, row by row.

use super::table::{Block, Part};
use super::{CellPlace, Fact, Facts, Layout};
use crate::gather::{Gather, SortedMap};
use crate::text;
use std::ops::Range;

/// The figures of each cell where a table of scores stands, those among words too: ≥200人.
pub type CellFigures = SortedMap<CellPlace, Vec<usize>>;

/// A block of a form, whose rows have headings of their own.
pub struct Form<'a> {
    /// All facts.
    pub facts: &'a Facts,
    layout: &'a Layout,
    block: &'a Block,
    figures: &'a CellFigures,
    table: usize,
}

impl Facts {
    /// The figures in the cells of forms.
    #[must_use]
    pub fn form_figures(&self) -> CellFigures {
        let mut out = CellFigures::new();
        if self.tables.iter().any(|layout| !layout.words.is_empty()) {
            for (id, fact) in self.list.iter().enumerate() {
                if let Some(place) = fact.cell {
                    out.entry(place).or_default().push(id);
                }
            }
        }
        out
    }

    /// The points in the bracket behind the name in a cell, where it holds no other figure: 受助人数（10分）.
    #[must_use]
    pub fn bracketed_points(&self, figures: &CellFigures, cell: CellPlace) -> Option<usize> {
        let [id] = figures.get(&cell)?[..] else { return None };
        let named = |f: &&Fact| f.left.is_empty() && f.place.depth > 0 && f.figure.unit.base == "分";
        self.get(id).filter(|f| f.figure.is_plain()).filter(named).map(|_| id)
    }

    /// All forms, in order.
    pub fn forms<'a>(&'a self, figures: &'a CellFigures) -> impl Iterator<Item = Form<'a>> {
        self.tables.iter().enumerate().flat_map(move |(table, layout)| {
            layout.blocks.iter().map(move |block| Form { facts: self, layout, block, figures, table })
        })
    }
}

impl<'a> Form<'a> {
    /// The rows below the headings.
    #[must_use]
    pub fn rows(&self) -> Range<u32> {
        self.block.rows.clone()
    }

    /// Whether the form has a column for something.
    #[must_use]
    pub fn has(&self, part: Part) -> bool {
        self.block.columns(part).is_some()
    }

    /// The only figure of a cell; one that reaches over several rows is that of the first.
    #[must_use]
    pub fn only(&self, row: u32, part: Part) -> Option<usize> {
        let place = |column| CellPlace { table: self.table, row, column };
        let columns = self.block.columns(part).filter(|columns| !self.block.is_inner(row, columns.start))?;
        self.figures.range(place(columns.start)..place(columns.end)).flat_map(|(_, ids)| ids).single().copied()
    }

    /// The same, where it is a plain number.
    #[must_use]
    pub fn plain(&self, row: u32, part: Part) -> Option<usize> {
        self.only(row, part).filter(|id| self.facts.get(*id).is_some_and(|fact| fact.figure.is_plain()))
    }

    /// The points and the score of a row, both plain and of one kind: weights in per cent are no points.
    #[must_use]
    pub fn points_and_score(&self, row: u32) -> Option<(usize, usize)> {
        let (points, score) = (self.points(row)?, self.plain(row, Part::Score)?);
        self.facts.get(points)?.is_like(self.facts.get(score)?).then_some((points, score))
    }

    /// The points of a row: those of their column, else those in a bracket behind the last of its names, 受助人数（10分）, else those that
    /// the heading of the scores multiplies the rate by, 得分（20分*执行率）.
    #[must_use]
    pub fn points(&self, row: u32) -> Option<usize> {
        if self.has(Part::Points) {
            self.plain(row, Part::Points)
        } else {
            self.named(row).or_else(|| self.headed(row))
        }
    }

    /// The points in the bracket behind the last of the names of a row.
    fn named(&self, row: u32) -> Option<usize> {
        let names = self.block.names();
        let ((_, column), _) = self.layout.words.range((row, names.start)..(row, names.end)).next_back()?;
        self.facts.bracketed_points(self.figures, CellPlace { table: self.table, row, column: *column })
    }

    /// The points that the heading of the scores multiplies the rate by, or that stand in the bracket of what heads the rows
    /// (预算执行情况（10分）), in a row that has a rate.
    fn headed(&self, row: u32) -> Option<usize> {
        let (columns, _) = (self.block.columns(Part::Score)?, self.plain(row, Part::Rate)?);
        if self.rows().filter(|other| self.plain(*other, Part::Score).is_some()).count() > 1 {
            return None;
        }
        let times = |id: &usize| {
            let fact = self.facts.get(*id).filter(|f| f.figure.is_plain() && f.figure.unit.base == "分");
            let behind = fact.map_or("", |f| self.facts.text.from(f.range.end));
            behind.trim_start_matches(['*', '×', '＊', '乘', '以']).starts_with("执行率") && !behind.starts_with('执')
        };
        let place = |row, column| CellPlace { table: self.table, row, column };
        let cells = self.block.heads.clone().flat_map(|row| {
            self.figures.range(place(row, columns.start)..place(row, columns.end)).flat_map(|(_, ids)| ids)
        });
        let mut found = cells.filter(|id| times(id)).copied();
        let names = self.block.names();
        let first = self.block.heads.start;
        let heads = self.figures.range(place(first, names.start)..place(first, names.end)).map(|(cell, _)| *cell);
        let mut headings = heads.filter_map(|cell| self.facts.bracketed_points(self.figures, cell));
        match found.next() {
            Some(id) => Some(id).filter(|_| found.next().is_none()),
            None => headings.next().filter(|_| headings.next().is_none()),
        }
    }

    /// The place of the words of a cell.
    #[must_use]
    pub fn cell(&self, row: u32, part: Part) -> Option<text::Range> {
        let columns = self.block.columns(part)?;
        self.layout.words.range((row, columns.start)..(row, columns.end)).next().map(|(_, range)| range.clone())
    }

    /// The words of a cell.
    #[must_use]
    pub fn words(&self, row: u32, part: Part) -> &'a str {
        self.cell(row, part).map(|range| self.facts.text.words(range)).unwrap_or_default()
    }

    /// The names of a row: all its words before the columns of numbers.
    #[must_use]
    pub fn name(&self, row: u32) -> String {
        let names = self.block.names();
        let cells = self.layout.words.range((row, names.start)..(row, names.end));
        cells.map(|(_, range)| self.facts.text.words(range.clone())).collect()
    }

    /// The last of the names of a row: 其中：财政拨款.
    #[must_use]
    pub fn item(&self, row: u32) -> &'a str {
        let names = self.block.names();
        let mut cells = self.layout.words.range((row, names.start)..(row, names.end));
        cells.next_back().map(|(_, range)| self.facts.text.words(range.clone())).unwrap_or_default()
    }

    /// The amounts behind a name within the columns of numbers of a row, in order; nothing where no such name stands.
    #[must_use]
    pub fn inner(&self, row: u32) -> Vec<usize> {
        let cells = self.layout.facts.range((row, 0)..=(row, u32::MAX));
        cells.filter(|((_, column), _)| self.block.is_inner(row, *column)).map(|(_, id)| *id).gather()
    }

    /// Whether another block stands in the same table.
    #[must_use]
    pub fn is_beside(&self, other: &Self) -> bool {
        self.table == other.table
    }

    /// Whether it stands in a table.
    #[must_use]
    pub const fn is_of(&self, table: usize) -> bool {
        self.table == table
    }

    /// Whether it stands in a table before another.
    #[must_use]
    pub const fn is_before(&self, table: usize) -> bool {
        self.table < table
    }

    /// Whether its table stands behind that of another block, with one at most between them.
    #[must_use]
    pub fn is_behind(&self, other: &Self) -> bool {
        (1..=2).contains(&self.table.saturating_sub(other.table))
    }

    /// The fact of an index.
    #[must_use]
    pub fn get(&self, id: usize) -> Option<&'a Fact> {
        self.facts.get(id)
    }

    /// The words of all cells behind a figure, in reading order.
    pub fn behind(&self, id: usize) -> impl Iterator<Item = &'a str> {
        let from =
            self.facts.get(id).and_then(|fact| fact.cell).map_or((u32::MAX, 0), |cell| (cell.row, cell.column + 1));
        let facts = self.facts;
        self.layout.words.range(from..).map(move |(_, range)| facts.text.words(range.clone()))
    }

    /// Whether a cell reaches over several rows, which then share it.
    #[must_use]
    pub fn is_shared(&self, row: u32, part: Part) -> bool {
        let own = self.cell(row, part);
        let beside = [row.checked_sub(1), row.checked_add(1)];
        own.is_some() && beside.into_iter().flatten().any(|other| self.cell(other, part) == own)
    }
}
