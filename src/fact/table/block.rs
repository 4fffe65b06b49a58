//! Blocks of the forms of self-evaluation (自评表): rows under headings of their own, wherever in the table these stand.

use super::Sheet;
use crate::document::{Cell, is_number};
use crate::gather::{Gather, SortedMap};
use crate::text::Mention;
use std::ops::Range;

/// What a column of such a form holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// 年初预算数.
    Opening,
    /// 全年预算数.
    Budget,
    /// 全年执行数.
    Spent,
    /// 执行率.
    Rate,
    /// 年度指标值.
    Target,
    /// 实际完成值.
    Done,
    /// 分值.
    Points,
    /// 得分.
    Score,
    /// 得分系数.
    Coefficient,
    /// 偏差原因.
    Reason,
}

impl Part {
    /// The usual heading.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Opening => "年初预算数",
            Self::Budget => "全年预算数",
            Self::Spent => "全年执行数",
            Self::Rate => "执行率",
            Self::Target => "年度指标值",
            Self::Done => "实际完成值",
            Self::Points => "分值",
            Self::Score => "得分",
            Self::Coefficient => "得分系数",
            Self::Reason => "偏差原因",
        }
    }
}

/// The words that a heading holds and those that it does not; the first that fits is meant.
const NAMES: [(Part, &[&str], &[&str]); 11] = [
    (Part::Reason, &["偏差", "原因", "改进措施"], &[]),
    (Part::Points, &["执行率权重", "执行率分值"], &[]),
    (Part::Points, &["分值", "标准分", "满分", "权重"], &["得分", "率"]),
    (Part::Coefficient, &["得分系数"], &[]),
    (Part::Score, &["得分", "自评分"], &["得分率", "标准", "说明", "依据", "扣分", "方法"]),
    (Part::Rate, &["执行率"], &[]),
    (Part::Opening, &["年初预算"], &["率"]),
    (
        Part::Budget,
        &["全年预算", "调整预算数", "调整后预算", "（调整）预算数", "(调整)预算数", "预算数（A", "预算数(A"],
        &["年初", "完成"],
    ),
    (Part::Spent, &["执行数", "全年执行"], &["计划"]),
    (Part::Done, &["完成值", "实际值", "完成情况", "实际完成"], &["率"]),
    (Part::Target, &["指标值", "目标值", "计划值"], &["完成", "实际"]),
];

/// Headings are short; sentences that explain how scores are given are none.
const LONGEST: usize = 14;

/// Rows under headings of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The rows of the headings.
    pub heads: Range<u32>,
    /// The rows below them.
    pub rows: Range<u32>,
    /// The columns that each heading covers; none where two headings say the same.
    columns: SortedMap<Part, Option<Range<u32>>>,
    /// The rows in whose columns of numbers another name stands, with its column: what follows it is of that name.
    inner: SortedMap<u32, u32>,
}

impl Block {
    /// The columns of a part, where the block has it once.
    #[must_use]
    pub fn columns(&self, part: Part) -> Option<Range<u32>> {
        self.columns.get(&part).cloned().flatten()
    }

    /// What a cell below the headings holds.
    #[must_use]
    pub fn part_at(&self, row: u32, column: u32) -> Option<Part> {
        if self.is_inner(row, column) {
            return None;
        }
        let held = |columns: &Option<Range<u32>>| columns.as_ref().is_some_and(|c| c.contains(&column));
        self.columns.iter().find(|(_, c)| self.rows.contains(&row) && held(c)).map(|(part, _)| *part)
    }

    /// Whether a cell stands at or behind a name within the columns of numbers: 年初 ‖ 其中：基本支出 ‖ 1320.45.
    #[must_use]
    pub fn is_inner(&self, row: u32, column: u32) -> bool {
        self.inner.get(&row).is_some_and(|name| *name <= column)
    }

    /// The column of the name that stands in the columns of numbers of a row.
    #[must_use]
    pub fn inner(&self, row: u32) -> Option<u32> {
        self.inner.get(&row).copied()
    }

    /// The columns before all of its parts, where the names of its rows stand.
    #[must_use]
    pub fn names(&self) -> Range<u32> {
        0..self.columns.values().flatten().map(|c| c.start).min().unwrap_or(0)
    }

    /// Takes another row of headings in.
    fn add(&mut self, named: Vec<(Part, Range<u32>, u32)>) {
        for (part, columns, bottom) in named {
            self.heads.end = self.heads.end.max(bottom);
            let same = |known: &mut Option<Range<u32>>| *known = known.take().filter(|known| *known == columns);
            self.columns.entry(part).and_modify(same).or_insert(Some(columns.clone()));
        }
        self.rows = self.heads.end..self.heads.end;
    }

    fn is_form(&self) -> bool {
        let has = |part| self.columns(part).is_some();
        let funds = (has(Part::Budget) || has(Part::Rate)) && has(Part::Spent) && has(Part::Score);
        has(Part::Points) && has(Part::Score) || has(Part::Target) && has(Part::Done) || funds
    }
}

/// The blocks of a table, in order.
pub(super) fn blocks(sheet: &Sheet) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::new();
    let mut index = 0;
    for row in sheet.table.cells.chunk_by(|a, b| a.row == b.row) {
        let at = row.first().map_or(0, |cell| cell.row);
        let named = headings(sheet, row, index);
        index += row.len();
        match out.last_mut() {
            Some(block) if at < block.heads.end || named.len() >= 2 && at == block.heads.end => block.add(named),
            _ if named.len() >= 2 => {
                if let Some(block) = out.last_mut() {
                    block.rows.end = at;
                }
                let mut block =
                    Block { heads: at..at + 1, rows: at..at, columns: SortedMap::new(), inner: SortedMap::new() };
                block.add(named);
                out.push(block);
            }
            _ => {}
        }
    }
    if let Some(block) = out.last_mut() {
        block.rows.end = sheet.table.rows.max(block.rows.start);
    }
    out.retain(Block::is_form);
    name_inside(sheet, &mut out);
    out
}

/// Finds the names that stand in columns of numbers.
fn name_inside(sheet: &Sheet, blocks: &mut [Block]) {
    let numbered = |part: Part| !matches!(part, Part::Target | Part::Done | Part::Reason);
    for (at, cell) in sheet.table.cells.iter().enumerate() {
        let words = sheet.words(at);
        // 10分 ‖ 不适用: what no colon and no 其中 makes a name says of the cell itself.
        let named = || words.mentions("其中") || words.ends_with(['：', '出', '入', '款', '金']) && !is_number(words);
        for block in blocks.iter_mut().filter(|block| block.rows.contains(&cell.row)) {
            if block.part_at(cell.row, cell.column).is_some_and(numbered) && named() {
                block.inner.insert(cell.row, cell.column);
            }
        }
    }
}

/// The headings of a row: what each says, the columns that it covers, the row below it.
fn headings(sheet: &Sheet, row: &[Cell], first: usize) -> Vec<(Part, Range<u32>, u32)> {
    let named = row.iter().enumerate().filter_map(|(at, cell)| {
        let part = part(sheet.words(first + at))?;
        Some((part, cell.column..cell.column + cell.column_span.max(1), cell.row + cell.row_span.max(1)))
    });
    named.gather()
}

fn part(words: &str) -> Option<Part> {
    let has = |list: &[&str]| words.mentions_any(list);
    if words.is_empty() || words.chars().count() > LONGEST || is_number(words) {
        return None;
    }
    match words {
        "目标" => return Some(Part::Target),
        "完成" | "实际" => return Some(Part::Done),
        _ => {}
    }
    NAMES.iter().find(|(_, words, others)| has(words) && !has(others)).map(|(part, ..)| *part)
}
