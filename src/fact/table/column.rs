//! What the columns of a table are: names, codes, line numbers, values.

use super::Sheet;
use super::formula::{self, Formula, Said};
use super::row::DASHES;
use crate::document::{self, Cell, is_number};
use crate::gather::Gather;
use crate::text::{Mention, marker_of};

/// A column (列).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// What it holds.
    pub kind: ColumnKind,
    /// Its headings from the top; one that covers several columns stands in each of them.
    pub heads: Vec<String>,
    /// How its headings say that it is worked out.
    pub formulas: Vec<Formula>,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColumnKind {
    /// Nothing below the headings.
    #[default]
    Blank,
    /// Names of items (项目).
    Label,
    /// Account codes (科目编码).
    Code,
    /// Line numbers (行次、序号).
    Order,
    /// Numbers.
    Value,
}

/// Headings of columns whose numbers are names.
const CODES: [&str; 4] = ["编码", "代码", "编号", "科目号"];
/// What headings of amounts hold.
const AMOUNTS: [&str; 10] = ["合计", "小计", "支出", "收入", "金额", "决算", "预算", "经费", "结转", "执行数"];
/// Headings of columns that only count the lines.
const ORDERS: [&str; 4] = ["行次", "序号", "栏次", "行号"];

/// Headings of what an indicator is to reach and has reached.
const TARGETS: [&str; 6] = ["指标值", "目标值", "计划值", "完成值", "实际值", "评价值"];

/// How many characters a heading has at most that has commas in it.
const LONGEST: usize = 30;

/// Headings above one column that are kept; forms have three or four, and what has more is no heading.
const MOST_HEADS: usize = 32;

/// All columns of a table.
pub(super) fn columns(sheet: &Sheet) -> Vec<Column> {
    let heads = sheet.table.cells.partition_point(|cell| cell.row < sheet.table.header_rows);
    let (heads, data) = sheet.table.cells.split_at_checked(heads).unwrap_or_default();
    let mut out = vec![Column::default(); sheet.table.columns as usize];
    headings(sheet, heads, &mut out);
    for (column, formulas) in out.iter_mut().zip(formulas(sheet, heads)) {
        column.formulas = formulas;
    }
    let mut below: Vec<Vec<&str>> = vec![Vec::new(); out.len()];
    for (index, cell) in data.iter().enumerate() {
        let words = sheet.words(heads.len() + index);
        // A dash says that there is no number here; 其他资金 ‖ — ‖ — is no row of names.
        if let Some(list) =
            below.get_mut(cell.column as usize).filter(|_| !words.is_empty() && !DASHES.contains(&words))
        {
            list.push(words);
        }
    }
    for (column, cells) in out.iter_mut().zip(&below) {
        column.kind = kind(&column.heads, cells);
    }
    out
}

/// How the headings of each column say that it is worked out. A row of column numbers (栏次) holds nothing else, but for its own name.
fn formulas(sheet: &Sheet, heads: &[Cell]) -> Vec<Vec<Formula>> {
    let mut said = vec![Said::default(); sheet.table.columns as usize];
    let numbers = numbers(sheet, heads);
    let mut index = 0;
    for row in heads.chunk_by(|a, b| a.row == b.row) {
        let words: Vec<&str> = (index..index + row.len()).map(|at| sheet.words(at)).gather();
        index += row.len();
        let numbered = row.first().is_some_and(|cell| numbers.contains(&cell.row));
        for (cell, words) in row.iter().zip(words) {
            let Some(said) = said.get_mut(cell.column as usize) else { continue };
            if numbered {
                said.add_number(words);
            } else if cell.column_span == 1 {
                said.add_heading(words);
            }
        }
    }
    formula::formulas(&said)
}

/// The rows of column numbers (栏次) among the headings.
fn numbers(sheet: &Sheet, heads: &[Cell]) -> Vec<u32> {
    let mut index = 0;
    let rows = heads.chunk_by(|a, b| a.row == b.row).filter_map(|row| {
        let words = (index..index + row.len()).map(|at| sheet.words(at));
        index += row.len();
        row.first().filter(|_| document::are_column_numbers(words, row.len())).map(|cell| cell.row)
    });
    rows.gather()
}

/// Gives each column its headings.
fn headings(sheet: &Sheet, heads: &[Cell], out: &mut [Column]) {
    let count = out.len();
    let is_name = |words: &str| !is_number(words) && document::numbered(words).is_none();
    let numbers = numbers(sheet, heads);
    let named = heads.iter().enumerate().filter(|(at, cell)| is_name(sheet.words(*at)) && !numbers.contains(&cell.row));
    let mut reach = Reach::new(named.map(|(_, cell)| cell), count);
    let mut index = 0;
    for row in heads.chunk_by(|a, b| a.row == b.row) {
        let texts = || (index..index + row.len()).map(|at| sheet.words(at));
        // 填报部门：某某局 ‖ 单位：万元: who filled the form in heads nothing either.
        let above = texts().any(is_unit);
        // 栏次 names the row of numbers, and no column.
        if row.first().is_some_and(|cell| numbers.contains(&cell.row)) {
            index += row.len();
            continue;
        }
        // 二、国有资产情况 ‖ （单位：万元）: its unit may stand beside a title.
        let alone = row.len() == 1 || row.len() == 2 && texts().nth(1).is_some_and(|words| words.starts_with("（单位"));
        let is_alone = count > 1 && alone && reach.is_free_of(row);
        // 项目名称 ‖ 公益林补偿 above 项目资金 ‖ 年初预算数: what is filled in at the top of a form heads nothing either.
        let heads =
            texts().any(|words| words.ends_with_any(&["数", "额", "率", "年", "值", "预算", "决算", "支出", "收入"]));
        if row.first().is_some_and(|cell| !heads && is_filled_in(sheet.words(index)) && reach.is_followed(cell)) {
            index += row.len();
            continue;
        }
        // 一、项目基本情况 ‖ 项目名称 ‖ … ‖ 二、项目资金情况 ‖ 资金来源 ‖ 预算数: what stands above a title heads nothing below it.
        if is_alone && marker_of(sheet.words(index)).is_some_and(|mark| mark.level == 1) {
            out.iter_mut().for_each(|column| column.heads.clear());
        }
        for (at, cell) in row.iter().enumerate() {
            let words = sheet.words(index);
            index += 1;
            let next = row.get(at + 1).map_or(sheet.table.columns, |next| next.column);
            let end = reach.end(cell, next);
            let is_title = cell.column_span as usize >= count.max(2) || is_alone;
            let is_filler = is_unit(words) || above && words.contains('：') && !words.ends_with('：');
            if words.is_empty()
                || is_number(words)
                || document::numbered(words).is_some()
                || is_title
                || is_filler
                || is_sentence(words)
                || is_formula(words)
            {
                continue;
            }
            let covered = out.iter_mut().take(end as usize).skip(cell.column as usize);
            for column in
                covered.filter(|c| c.heads.len() < MOST_HEADS && c.heads.last().is_none_or(|head| head != words))
            {
                column.heads.push(words.to_owned());
            }
        }
    }
}

/// （上年决算数：利润收入1981万元，股利收入354万元）: what takes a sentence heads nothing.
fn is_sentence(words: &str) -> bool {
    words.contains(['。', '；', '，']) && words.chars().count() > LONGEST
}

/// A=B+C below a heading: letters that stand for columns are no words of it.
fn is_formula(words: &str) -> bool {
    words.contains(|c: char| c.is_ascii_uppercase())
        && words.chars().all(|c| c.is_ascii_uppercase() || "=＝+-－＋*/×÷()（）%".contains(c))
}

/// 金额单位：元 above a column says nothing of it.
fn is_unit(words: &str) -> bool {
    words.starts_with("金额单位") || words.starts_with("单位：")
}

/// 项目名称, 主管部门: whether what stands behind such words at the top of a form is filled in.
fn is_filled_in(words: &str) -> bool {
    words.trim_end_matches('：').ends_with_any(&["名称", "部门", "单位", "负责人"])
}

/// How far headings reach. Text and CSV have no merged cells: 收入 over two columns is followed by a blank there.
struct Reach {
    /// For each column, the row behind its lowest heading.
    lowest: Vec<u32>,
    /// For each column, the row behind the heading that was met last.
    taken: Vec<u32>,
    /// The row behind all headings that were met.
    bottom: u32,
}

impl Reach {
    /// Numbers of columns (栏次) are no headings, and what stands above them need not reach there.
    fn new<'c>(heads: impl Iterator<Item = &'c Cell>, columns: usize) -> Self {
        let mut out = Self { lowest: vec![0; columns], taken: vec![0; columns], bottom: 0 };
        for cell in heads {
            cover(&mut out.lowest, cell);
        }
        out
    }

    /// Whether no heading of a row above reaches into this one.
    fn is_free_of(&self, row: &[Cell]) -> bool {
        row.first().is_some_and(|cell| self.bottom <= cell.row)
    }

    /// Whether another heading stands below a cell.
    fn is_followed(&self, cell: &Cell) -> bool {
        self.lowest.get(cell.column as usize).is_some_and(|lowest| *lowest > cell.row + cell.row_span)
    }

    /// The column behind the last one that a heading covers: its own, and those without a heading in its row that have one
    /// below. To be asked in reading order, with the column of the next heading in the row.
    fn end(&mut self, cell: &Cell, next: u32) -> u32 {
        cover(&mut self.taken, cell);
        self.bottom = self.bottom.max(cell.row + cell.row_span);
        let own = cell.column + cell.column_span;
        let row = |list: &[u32], column: u32| list.get(column as usize).copied().unwrap_or(0);
        let lower = |column: u32| row(&self.lowest, column) > cell.row + 1;
        let blank = |column: &u32| row(&self.taken, *column) <= cell.row && lower(*column);
        own + (own..next.max(own)).take_while(blank).count() as u32
    }
}

/// Notes for the columns of a cell how far down it reaches.
fn cover(rows: &mut [u32], cell: &Cell) {
    for row in rows.iter_mut().skip(cell.column as usize).take(cell.column_span as usize) {
        *row = (*row).max(cell.row + cell.row_span);
    }
}

fn kind(heads: &[String], cells: &[&str]) -> ColumnKind {
    let named = |words: &[&str]| heads.iter().any(|head| head.mentions_any(words));
    // ≥200人, 逐步提高: what is to be reached and what was are values, in words or not.
    if named(&TARGETS) {
        return ColumnKind::Value;
    }
    let numbers = cells.iter().filter(|words| is_number(words)).count();
    if cells.is_empty() {
        return ColumnKind::Blank;
    }
    // 人员经费合计 stands below the codes of a form.
    if numbers > 0 && named(&CODES) && !named(&ORDERS) && !counts_up(cells) || is_level(heads) {
        return ColumnKind::Code;
    }
    // 全年执行数 above four amounts, and below them words of other rows of a form.
    let begins = cells.len() > 2 && cells.iter().take(2).all(|words| is_number(words)) && is_amount(heads);
    if numbers * 2 <= cells.len() && !begins {
        return ColumnKind::Label;
    }
    if named(&ORDERS) || counts_up(cells) {
        return ColumnKind::Order;
    }
    if are_codes(cells) && !is_amount(heads) {
        return ColumnKind::Code;
    }
    ColumnKind::Value
}

/// 本年支出合计: amounts in 元 without decimals have as many digits as codes; 支出功能分类科目 heads codes.
fn is_amount(heads: &[String]) -> bool {
    let names = |head: &String| head.mentions_any(&AMOUNTS);
    heads.last().is_some_and(|head| names(head) && !head.mentions("分类") && !head.mentions("科目"))
}

/// 类 款 项 in columns of their own.
fn is_level(heads: &[String]) -> bool {
    heads.last().is_some_and(|head| matches!(head.as_str(), "类" | "款" | "项"))
}

/// 1 2 3 … down the column, three lines or more.
fn counts_up(cells: &[&str]) -> bool {
    let numbers: Vec<u32> = cells.iter().filter_map(|words| words.parse().ok()).gather();
    numbers.len() >= 3
        && numbers.len() == cells.len()
        && numbers.windows(2).all(|pair| pair.first().zip(pair.get(1)).is_some_and(|(a, b)| a + 1 == *b))
}

/// Three, five or seven digits in every line, and more than one of these lengths or all alike: 类款项.
fn are_codes(cells: &[&str]) -> bool {
    cells.len() >= 3
        && cells.iter().all(|words| matches!(words.len(), 3 | 5 | 7) && words.bytes().all(|b| b.is_ascii_digit()))
        && cells.iter().any(|words| words.len() > 3)
}
