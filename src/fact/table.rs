//! Facts from tables: what each number in a cell is a figure of, by its row, its column and the table's unit.

mod block;
mod bracketed;
mod column;
mod counted;
mod formula;
mod lane;
mod named;
mod note;
mod row;
mod section;

pub use block::{Block, Part};
pub use column::{Column, ColumnKind};
pub use formula::Formula;
pub use lane::Lane;
pub use named::Named;
pub use row::{Row, RowKind};

use super::{Fact, Facts, Label, Measure, Period, Place, Role, context, normalize, role};
use crate::catalog::heading::{
    bare, is_converted_name, is_count_name, is_points_name, is_price_name, is_rate_name, is_score_name, is_whole_name,
};
use crate::document::{self, in_brackets};
use crate::gather::{Gather, SortedMap};
use crate::number::{Figure, Unit};
use crate::text::{LogicalText, Mention, Range, Words};
use crate::token::{Mask, Token, TokenKind, cell_figure, scan_range, unit_of};
use std::borrow::Cow;

/// Which cell a fact stands in (单元格位置).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellPlace {
    /// Index of the table in the document.
    pub table: usize,
    /// Row, from 0.
    pub row: u32,
    /// Column, from 0.
    pub column: u32,
}

/// A table whose rows and columns are understood (表格结构).
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// Groups of columns that belong together: 收入 ‖ 支出.
    pub lanes: Vec<Lane>,
    /// All columns.
    pub columns: Vec<Column>,
    /// The fact in each cell that holds one number.
    pub facts: SortedMap<(u32, u32), usize>,
    /// The amounts that stand behind their names within a cell, in reading order.
    pub named: Vec<Named>,
    /// How rows say that they are worked out of others, whose numbers stand for columns here.
    pub row_formulas: Vec<(u32, Formula)>,
    /// 表名.
    pub title: String,
    /// The characters of its cells.
    pub range: Range,
    /// Its blocks, where it is a form of self-evaluation.
    pub blocks: Vec<Block>,
    /// The words of each cell in all the rows that it covers, kept for tables of scores alone: there they matter where no number stands.
    pub words: SortedMap<(u32, u32), Range>,
}

/// What is needed to read the cells of one table.
pub(super) struct Sheet<'a> {
    pub text: &'a LogicalText,
    pub table: Cow<'a, document::Table>,
    /// For each cell, the characters of its words; none where it holds nothing to read.
    pub ranges: Vec<Option<Range>>,
    pub unit: Option<Unit>,
}

impl Sheet<'_> {
    /// The words of a cell, blanks left out.
    pub fn words(&self, index: usize) -> &str {
        self.ranges.get(index).cloned().flatten().map_or("", |range| self.text.words(range))
    }
}

/// Reads the tables of a document into the facts. Their figures come behind those of the words.
pub(super) fn read(facts: &mut Facts, tables: &[document::Table]) {
    let mut paragraph = facts.text.prose();
    for (index, table) in tables.iter().enumerate() {
        let ranges = ranges(facts, table, &mut paragraph);
        let unit = table.unit.as_deref().and_then(unit_of);
        let text = std::mem::take(&mut facts.text);
        let mut sheet = Sheet { text: &text, table: Cow::Borrowed(table), ranges, unit };
        sheet.unit = sheet.unit.take().or_else(|| counted::unit(&sheet));
        let (parts, form) = section::parts(&sheet);
        let own = if parts.is_empty() { std::slice::from_ref(&sheet) } else { &parts };
        let mut layouts = own.iter().map(|part| layout(facts, part, index)).gather();
        let mut layout =
            if form > 1 { Layout::of_form(layouts.get_mut(..form).unwrap_or_default()) } else { layouts.remove(0) };
        if layout.title.is_empty() && is_named_by_sheet(tables, index) {
            layout.title.clone_from(&table.place);
        }
        facts.text = text;
        facts.tables.push(layout);
        facts.sections.append(&mut layouts);
    }
}

/// Whether the name of a worksheet is that of a table in it: of the first one.
fn is_named_by_sheet(tables: &[document::Table], index: usize) -> bool {
    let (before, own) = tables.split_at(index);
    own.first().is_some_and(|t| t.corner.is_some() && before.last().is_none_or(|other| other.place != t.place))
}

/// The characters of each cell's words. Cells are paragraphs of the logical text, in order, and blank ones are none.
fn ranges(facts: &Facts, table: &document::Table, paragraph: &mut usize) -> Vec<Option<Range>> {
    let mut out = Vec::with_capacity(table.cells.len());
    for cell in &table.cells {
        let next = facts.text.paragraphs().get(*paragraph).filter(|p| facts.text.span(&p.range).overlaps(cell.span));
        *paragraph += usize::from(next.is_some());
        out.push(next.map(|p| p.range.clone()));
    }
    out
}

fn layout(facts: &mut Facts, sheet: &Sheet, index: usize) -> Layout {
    let mut columns = column::columns(sheet);
    let lanes = lane::lanes(sheet, &columns);
    let title = sheet.table.title.clone().unwrap_or_default();
    let held = || sheet.ranges.iter().flatten();
    let range = held().next().map_or(0, |r| r.start)..held().next_back().map_or(0, |r| r.end);
    let blocks = block::blocks(sheet);
    let mut row_formulas = formula::of_rows(sheet, &columns);
    row_formulas.extend(note::read(sheet, &mut columns, &lanes));
    let mut out = Layout { lanes, columns, title, range, blocks, row_formulas, ..Layout::default() };
    let scored = !out.blocks.is_empty() || out.columns.iter().any(|c| c.heads.iter().any(|head| is_score_name(head)));
    let weights = if scored { bracketed::weights(sheet) } else { SortedMap::new() };
    for (at, cell) in sheet.table.cells.iter().enumerate() {
        let Some(range) = sheet.ranges.get(at).cloned().flatten() else { continue };
        let place = CellPlace { table: index, row: cell.row, column: cell.column };
        let kind = out.columns.get(cell.column as usize).map_or(ColumnKind::Value, |c| c.kind);
        let heading = cell.row < sheet.table.header_rows || out.blocks.iter().any(|b| b.heads.contains(&cell.row));
        if scored {
            let rows = cell.row..cell.row.saturating_add(cell.row_span.max(1)).min(sheet.table.rows);
            out.words.extend(rows.map(|row| ((row, cell.column), range.clone())));
        }
        let numbered = matches!(kind, ColumnKind::Code | ColumnKind::Order) || heading;
        let unit = unit(sheet, &out, cell.row, cell.column);
        match cell_figure(sheet.text, &range, unit.as_ref()) {
            Some(_) if numbered => {
                let mask = if kind == ColumnKind::Code { Mask::AccountCode } else { Mask::NoUnit };
                facts.excluded.push((range, mask));
            }
            Some(figure) => {
                out.facts.insert((cell.row, cell.column), facts.cells());
                let label = label(sheet, &out, cell.row, cell.column);
                facts.add_cell(fact(facts, figure, range, label, place));
            }
            None if weights.contains_key(&at) => {
                let points = weights.get(&at).cloned().into_iter();
                for (figure, range) in
                    points.filter_map(|r| Some((cell_figure(sheet.text, &r, unit_of("分").as_ref())?, r)))
                {
                    let words = sheet.words(at).to_owned();
                    facts.add_cell(fact(facts, figure, range, cell_label(words.clone(), &words, false), place));
                }
            }
            None => out.named.extend(words(facts, sheet, range, place)),
        }
    }
    out
}

/// The words of a cell: amounts behind their names, figures with a unit of their own, 培训12期, and digits that are none.
fn words(facts: &mut Facts, sheet: &Sheet, range: Range, place: CellPlace) -> Vec<Named> {
    let pairs = named::pairs(sheet, &range);
    let told = if pairs.is_empty() { Facts::of_cell(sheet.text, &range) } else { None };
    if let Some(own) = told {
        facts.take_cell(sheet.text, range.start, own, place);
    } else if pairs.is_empty() {
        for Token { range, kind } in scan_range(sheet.text, range) {
            match kind {
                TokenKind::Figure(figure) => {
                    let mut fact = role::fact(sheet.text, &facts.clauses, figure, range, None);
                    fact.label = Label { key: normalize(&fact.left), words: fact.left.as_str().to_owned(), own: true };
                    fact.cell = Some(place);
                    facts.add_cell(fact);
                }
                TokenKind::Excluded(mask) => facts.excluded.push((range, mask)),
            }
        }
    }
    let mut add = |pair: named::Pair| {
        let name = sheet.text.words(pair.name).to_owned();
        let fact = facts.cells();
        facts.add_cell(self::fact(facts, pair.figure, pair.range, cell_label(name.clone(), &name, false), place));
        Named { place, name, opens: pair.opens, fact }
    };
    pairs.into_iter().map(&mut add).gather()
}

/// The unit of a bare number: its row's, its column's, the table's; rates have none of these, scores are points, and what a heading
/// counts is whole without a unit: 10 is no 10.4.
fn unit(sheet: &Sheet, layout: &Layout, row: u32, column: u32) -> Option<Unit> {
    match layout.blocks.iter().find_map(|block| block.part_at(row, column)) {
        Some(Part::Points | Part::Score) => return unit_of("分"),
        Some(Part::Rate | Part::Coefficient | Part::Target | Part::Done) => return None,
        _ => {}
    }
    if inner_name(layout, row, column).is_some() {
        return sheet.unit.clone();
    }
    let own = layout.row(row, column);
    let words = own.map_or("", |r| r.words.as_str());
    let told = own.and_then(|r| in_brackets(&r.words).or_else(|| r.unit.clone()));
    let counts = |c: &Column| c.heads.iter().any(|head| head.ends_with_any(&["数量", "面积", "个数"]));
    let priced = |c: &Column| c.heads.last().is_some_and(|head| is_price_name(head));
    // 房屋（平方米） ‖ 4260.50 under 数量 ‖ 1429.67 under 账面原值: the unit of the row is that of what it counts.
    let elsewhere = told.as_ref().is_some_and(|unit| !unit.ends_with('元'))
        && layout.columns.iter().any(|c| counts(c) || priced(c))
        && !layout.columns.get(column as usize).is_some_and(counts);
    let heads = layout.columns.get(column as usize).map_or(&[][..], |c| c.heads.as_slice());
    // 年末人数（人） ‖ -2.08 under 增减%: what a row is counted in is not what its rates are.
    let rated = heads.last().is_some_and(|head| is_rate_name(head) && !is_score_name(head));
    let row = if elsewhere || rated { "" } else { words };
    // 预算执行率得分 ‖ 10 ‖ 9.62 below 预算数（万元）: a row of scores is one whatever stands above it.
    let taken_off = |head: &String| matches!(head.as_str(), "扣分" | "扣分值");
    if heads.last().is_some_and(|head| is_score_name(head) || taken_off(head)) || words.ends_with("执行率得分") {
        return unit_of("分");
    }
    // 权重（%） ‖ 50 beside 自评分: weights of a hundred points, to the last one.
    let weight = |head: &String| bare(head) == "权重";
    if heads.last().is_some_and(weight) && layout.columns.iter().any(|c| c.heads.iter().any(|h| is_got(h))) {
        return unit_of("分");
    }
    let told = told.filter(|_| !elsewhere && !rated);
    let named = told.or_else(|| heads.iter().rev().find_map(|head| in_brackets(head)));
    if let Some(unit) = named {
        return unit_of(&unit);
    }
    if heads.last().is_some_and(|head| is_price_name(head)) {
        return unit_of("元");
    }
    // 金额（元） ‖ 折合万元
    if heads.last().is_some_and(|head| is_converted_name(head)) {
        return unit_of("万元");
    }
    if heads.iter().any(|head| is_whole_name(head)) && !is_rate_name(row) {
        return Some(Unit::of_things());
    }
    // A table of counts counts in every row; one of money does not in those of 人数.
    let counted = sheet.unit.as_ref().is_some_and(Unit::is_whole);
    let other = |words: &str| is_rate_name(words) || !counted && is_count_name(words);
    if other(row) || heads.iter().any(|head| other(head)) { None } else { sheet.unit.clone() }
}

/// 自评分, 得分: whether a heading is one of what was got.
fn is_got(head: &str) -> bool {
    is_score_name(head) && !is_points_name(head)
}

struct CellLabel {
    words: String,
    measure: Measure,
    period: Period,
    role: Role,
}

/// The place of the name within the columns of numbers of a form behind which a cell stands: 年初 ‖ 其中：基本支出 ‖ 1320.45.
fn inner_name(layout: &Layout, row: u32, column: u32) -> Option<Range> {
    let name = layout.blocks.iter().find_map(|block| block.inner(row)).filter(|name| *name < column)?;
    layout.words.get(&(row, name)).cloned()
}

/// What a cell's number is a figure of: the words of its row, then of its column where these say more than a measure.
fn label(sheet: &Sheet, layout: &Layout, row: u32, column: u32) -> CellLabel {
    if let Some(label) = form_label(sheet, layout, row, column) {
        return label;
    }
    if let Some(name) = inner_name(layout, row, column) {
        let words = sheet.text.words(name).trim_start_matches("其中").trim_matches('：').trim().to_owned();
        return cell_label(words.clone(), &words, false);
    }
    let item = layout.row(row, column).map_or("", |r| r.words.as_str());
    let heads = layout.columns.get(column as usize).map_or(&[][..], |c| c.heads.as_slice());
    let own: Vec<&str> = heads.iter().map(String::as_str).filter(|head| says_more(head)).gather();
    let words = [&[item], own.as_slice()].concat().join(" ");
    // 重点任务完成率 ‖ 9.6 under 得分: what a rate is given is a score.
    let scored = heads.last().is_some_and(|head| is_score_name(head));
    let rate = !scored && (is_rate_name(item) || heads.iter().any(|head| is_rate_name(head)));
    cell_label(words.trim().to_owned(), &[item, &heads.concat()].concat(), rate)
}

/// The same in a form: the last of the names of its row, and the heading of its block.
fn form_label(sheet: &Sheet, layout: &Layout, row: u32, column: u32) -> Option<CellLabel> {
    let (block, part) = layout.blocks.iter().find_map(|block| Some((block, block.part_at(row, column)?)))?;
    let names = block.names();
    let (_, item) = layout.words.range((row, names.start)..(row, names.end)).next_back()?;
    let words = [sheet.text.words(item.clone()), part.name()].join(" ");
    let rate = part == Part::Rate;
    Some(cell_label(words.clone(), &words, rate))
}

fn cell_label(words: String, said: &str, rate: bool) -> CellLabel {
    let role = if rate { Role::Rate } else { Role::Level };
    CellLabel { words, measure: Measure::of(said), period: Period::of(said), role }
}

/// Whether a heading names an item and not only a measure, a period or a total.
fn says_more(head: &str) -> bool {
    let plain = matches!(head, "金额" | "合计" | "小计" | "总计" | "项目" | "决算数" | "预算数" | "数量" | "备注");
    let key = normalize(head);
    !plain && key.chars().count() >= 2 && !Measure::leaves(&key)
}

fn fact(facts: &Facts, figure: Figure, range: Range, label: CellLabel, place: CellPlace) -> Fact {
    Fact {
        place: context::place(&facts.text, &facts.clauses, range.start, Place::default()),
        left: Words::default(),
        right: Words::default(),
        role: label.role,
        direction: 0,
        phrase: String::new(),
        label: Label { key: normalize(&label.words), words: label.words, own: true },
        measure: label.measure,
        period: label.period,
        cell: Some(place),
        for_each: false,
        figure,
        range,
    }
}

impl Layout {
    /// A form of several parts, each under headings of its own: what is scored in all of them makes one whole, while what adds up down
    /// a column is asked of each part alone.
    fn of_form(parts: &mut [Self]) -> Self {
        let mut out = Self::default();
        for part in parts {
            if out.columns.is_empty() {
                (out.title, out.columns, out.range) = (part.title.clone(), part.columns.clone(), part.range.clone());
            }
            out.range.end = part.range.end;
            out.facts.extend(&part.facts);
            out.blocks.extend(part.blocks.iter().cloned());
            out.words.append(&mut part.words);
        }
        out
    }

    /// The row of a lane that a cell belongs to.
    #[must_use]
    pub fn row(&self, row: u32, column: u32) -> Option<&Row> {
        let lane = self.lanes.iter().rev().find(|lane| lane.columns.start <= column)?;
        lane.rows.binary_search_by_key(&row, |r| r.row).ok().and_then(|at| lane.rows.get(at))
    }

    /// Whether a cell holds points that can be had (分值).
    #[must_use]
    pub fn is_points(&self, row: u32, column: u32) -> bool {
        let head = self.columns.get(column as usize).and_then(|c| c.heads.last());
        match self.blocks.iter().find(|block| block.rows.contains(&row)) {
            Some(block) => block.part_at(row, column) == Some(Part::Points),
            None => head.is_some_and(|head| is_points_name(head)),
        }
    }

    /// The first column that holds no numbers of a list.
    #[must_use]
    pub fn first_column(&self) -> u32 {
        let ordered = |c: &&Column| matches!(c.kind, ColumnKind::Order | ColumnKind::Code);
        self.columns.iter().take_while(ordered).zip(1..).last().map_or(0, |(_, next)| next)
    }

    /// The words of a row in that column.
    #[must_use]
    pub fn first_name(&self, row: u32) -> Option<Range> {
        self.words.get(&(row, self.first_column())).cloned()
    }

    /// The rows that hold numbers, from the top.
    #[must_use]
    pub fn rows(&self) -> Vec<u32> {
        let mut rows: Vec<u32> = self.facts.keys().map(|(row, _)| *row).gather();
        rows.dedup();
        rows
    }

    /// The fact in a cell.
    #[must_use]
    pub fn at(&self, row: u32, column: u32) -> Option<usize> {
        self.facts.get(&(row, column)).copied()
    }
}
