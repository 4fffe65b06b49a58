//! Parts of a table that have headings of their own (分段表头): 编制数 ‖ 实有人数 above, 上年决算数 ‖ 本年预算数 below.

use super::Sheet;
use super::block::{self, Block};
use super::row::DASHES;
use crate::catalog::heading::bare;
use crate::document::{self, Cell, in_brackets, is_number};
use crate::gather::{Gather, SortedSet};
use crate::text::{self, Mention};
use crate::token::unit_of;
use std::borrow::Cow;
use std::cell::LazyCell;
use std::ops::Range;

/// What the words of a heading end with, brackets aside.
const HEADS: [&str; 27] = [
    "数", "额", "率", "值", "分", "年", "规模", "级次", "内容", "合计", "支出", "收入", "预算", "决算", "拨款", "资金",
    "增减", "幅度", "名称", "数量", "单价", "比重", "占比", "情况", "结构", "来源", "类别",
];
/// What heads the last column of a part, whatever the others are called.
const TOTALS: [&str; 3] = ["合计", "总计", "小计"];
/// How many characters a heading has at most.
const LONGEST: usize = 16;
/// How many parts a table has at most; what has more repeats its rows.
const MOST: usize = 40;
/// What cells hold beside dashes that have nothing to say; a heading has words.
const NOTHING: [&str; 2] = ["无", "不适用"];
/// How many rows of headings stand above each other.
const STACKED: usize = 2;

/// The parts of a table that have headings of their own, and how many of them, which come first, make the form for which the table
/// stands: those of a form of self-evaluation, else the first. None where no heading comes again.
pub(super) fn parts<'a>(sheet: &Sheet<'a>) -> (Vec<Sheet<'a>>, usize) {
    let blocks = block::blocks(sheet);
    let sections = sections(sheet, &blocks);
    if !(2..=MOST).contains(&sections.len()) {
        return (Vec::new(), 0);
    }
    let is_form = |(rows, _): &(Range<u32>, u32)| blocks.iter().any(|block| rows.contains(&block.heads.start));
    let (mut form, mut others): (Vec<_>, Vec<_>) = sections.into_iter().partition(is_form);
    if form.is_empty() {
        form.extend(others.drain(..1));
    }
    let own = form.len();
    (form.into_iter().chain(others).map(|section| part(sheet, section)).gather(), own)
}

/// The rows of a part as a table of their own; they keep their places.
fn part<'a>(sheet: &Sheet<'a>, (rows, header_rows): (Range<u32>, u32)) -> Sheet<'a> {
    let at = |row: u32| sheet.table.cells.partition_point(|cell| cell.row < row);
    let held = at(rows.start)..at(rows.end);
    let pair = |at: usize| Some((sheet.table.cells.get(at)?.clone(), sheet.ranges.get(at)?.clone()));
    let (cells, ranges): (Vec<Cell>, Vec<Option<text::Range>>) = held.filter_map(pair).unzip();
    // 经费控制情况（万元）: the first heading of a part may give its unit; 二、国有资产情况 ‖ （单位：万元）: or its title.
    let mut first = ranges.iter().flatten().take(2).map(|range| sheet.text.words(range.clone()));
    let own = first.next().map(|words| (words, first.next().filter(|words| words.starts_with("（单位"))));
    let own = own
        .filter(|_| rows.start > 0)
        .and_then(|(head, unit)| in_brackets(head).or_else(|| unit.and_then(in_brackets)));
    let unit = own.and_then(|unit| unit_of(&unit)).or_else(|| sheet.unit.clone());
    let table =
        Cow::Owned(document::Table { cells, header_rows, rows: rows.end, ..document::Table::clone(&sheet.table) });
    Sheet { text: sheet.text, table, ranges, unit }
}

/// The rows of each part of a table, each with the row behind its headings; one part where no row of headings comes again.
fn sections(sheet: &Sheet, blocks: &[Block]) -> Vec<(Range<u32>, u32)> {
    let rows = rows(sheet);
    // 财政拨款 ‖ 基本支出 ‖ 无 ‖ 无: words that stand in rows of numbers as well head nothing.
    let told: LazyCell<SortedSet<(u32, &str)>, _> = LazyCell::new(|| {
        let numbered = rows.iter().filter(|row| row.words.iter().any(|words| is_number(words)));
        numbered.flat_map(Row::places).gather_set()
    });
    let end = sheet.table.rows;
    let mut out: Vec<(Range<u32>, u32)> = vec![(0..end, sheet.table.header_rows)];
    let mut counted = false;
    for (at, row) in rows.iter().enumerate() {
        let Some(first) = row.cells.first() else { continue };
        // The headings of a form divide it from what has others above.
        let form = || blocks.iter().find(|block| block.heads.start == first.row).map(|block| block.heads.end);
        let below = || {
            let data = || first_below(row, rows.get(at + 1..).unwrap_or(&[]));
            let data = if row.is_heading() { data() } else { None };
            data.filter(|_| !row.places().any(|place| told.contains(&place)))
        };
        if counted
            && first.row >= sheet.table.header_rows
            && let Some(data) = form().or_else(below)
        {
            // 三、资金使用明细 above the headings is their title.
            let above =
                rows.get(..at).unwrap_or(&[]).last().filter(|row| row.is_title()).and_then(|row| row.cells.first());
            let start = above.map_or(first.row, |title| title.row);
            if let Some((last, _)) = out.last_mut() {
                last.end = start;
            }
            out.push((start..end, data));
            counted = false;
        }
        counted |= row.words.iter().any(|words| is_number(words));
    }
    out
}

/// A row with the words of its cells, those that hold some.
struct Row<'a> {
    cells: Vec<&'a Cell>,
    words: Vec<&'a str>,
}

fn rows<'a>(sheet: &'a Sheet) -> Vec<Row<'a>> {
    let mut index = 0;
    let mut out = Vec::new();
    for row in sheet.table.cells.chunk_by(|a, b| a.row == b.row) {
        let held = row.iter().enumerate().map(|(at, cell)| (cell, sheet.words(index + at)));
        let (cells, words) = held.filter(|(_, words)| !words.is_empty()).unzip();
        index += row.len();
        out.push(Row { cells, words });
    }
    out
}

impl<'a> Row<'a> {
    /// Its words with their columns.
    fn places(&self) -> impl Iterator<Item = (u32, &'a str)> {
        self.cells.iter().zip(&self.words).map(|(cell, words)| (cell.column, *words))
    }

    /// Whether all of its cells could head columns and at least two say so.
    fn is_heading(&self) -> bool {
        let short = |words: &&str| words.chars().count() <= LONGEST && !words.contains(['，', '；', '。', '：']);
        let told = self.words.iter().skip(1).filter(|words| is_head(words)).count();
        self.words.len() >= 3
            && (told >= 2 || self.words.last().is_some_and(|last| TOTALS.contains(last)))
            && self.words.iter().all(|words| !is_number(words) && !NOTHING.contains(words) && !DASHES.contains(words))
            && self.words.iter().skip(1).all(short)
    }

    /// Whether it only numbers what stands below: 三、资金使用明细.
    fn is_title(&self) -> bool {
        let alone = |rest: &[&str]| rest.iter().all(|words| rest.len() == 1 && words.starts_with("（单位"));
        self.words
            .split_first()
            .is_some_and(|(title, rest)| alone(rest) && text::marker_of(title).is_some_and(|mark| mark.level == 1))
    }

    fn holds_words(&self) -> bool {
        self.words.iter().all(|words| !is_number(words) || document::numbered(words).is_some())
    }
}

/// 决算数, and 面积（亩）: what gives a unit heads amounts, whatever it is called.
fn is_head(words: &str) -> bool {
    bare(words).ends_with_any(&HEADS) || in_brackets(words).is_some()
}

/// The first row of numbers below a heading, two at least of which stand under its words.
fn first_below(heading: &Row, below: &[Row]) -> Option<u32> {
    let stacked = below.iter().take(STACKED - 1).take_while(|row| row.holds_words() && row.words.len() >= 2).count();
    let data = below.get(stacked)?;
    let heads = || heading.cells.iter().skip(1).chain(below.iter().take(stacked).flat_map(|row| &row.cells));
    let covers =
        |cell: &Cell| heads().any(|head| (head.column..head.column + head.column_span.max(1)).contains(&cell.column));
    let under = data.cells.iter().zip(&data.words).filter(|(cell, words)| is_number(words) && covers(cell)).count();
    (under >= 2).then(|| data.cells.first().map(|cell| cell.row)).flatten()
}
