//! What the rows of a lane are: items with their depth, totals, 其中.

use super::{Column, ColumnKind, Sheet};
use crate::catalog::heading::bare;
use crate::document::in_brackets;
use crate::gather::Gather;
use crate::text::{Mention, Range, marker};
use crate::token::unit_of;

/// A row of a lane (行).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Row of the table, from 0.
    pub row: u32,
    /// The name of its item, without marks.
    pub words: String,
    /// What it is.
    pub kind: RowKind,
    /// How deep its item stands: by its account code (类款项) or its list mark; none where nothing says so.
    pub depth: Option<u8>,
    /// The number of its list mark: 3 of 3、公务接待.
    pub ordinal: Option<u32>,
    /// Its account code; 类 款 项 in columns of their own are one code.
    pub code: Option<String>,
    /// Its unit, where a column gives one: 一、总收入 ‖ 万元.
    pub unit: Option<String>,
    /// The characters of its name.
    pub place: Range,
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// An item.
    Item,
    /// 其中：an item that is a part of one above it and no addend beside it.
    OfWhich,
    /// 小计.
    Subtotal,
    /// 合计、总计、本年收入合计.
    Total,
}

/// How deep rows with 一、 stand.
const FIRST: u8 = 1;

/// What a row of the total of all is called.
const TOTALS: [&str; 4] = ["合计", "总计", "共计", "累计"];

/// What the last row is called where it is that of all places or units above it.
const ALL: [&str; 9] = ["全省", "全市", "全州", "全县", "全区", "全镇", "全乡", "全系统", "全部门"];

/// What stands in a cell that has nothing to say.
pub(super) const DASHES: [&str; 7] = ["-", "－", "–", "—", "——", "/", "／"];

/// The rows of a lane, by the cells that name them.
pub(super) fn rows(sheet: &Sheet, columns: &[Column], cells: &[usize]) -> Vec<Row> {
    let mut out: Vec<Row> = Vec::new();
    let mut orders: Vec<(usize, &str)> = Vec::new();
    for index in cells.iter().copied() {
        let Some(cell) = sheet.table.cells.get(index) else { continue };
        let words = sheet.words(index);
        let kind = columns.get(cell.column as usize).map_or(ColumnKind::Blank, |c| c.kind);
        let known = out.last().is_some_and(|row| row.row == cell.row);
        if !known {
            let place = sheet.ranges.get(index).cloned().flatten().unwrap_or_default();
            let (words, kind) = (String::new(), RowKind::Item);
            out.push(Row { row: cell.row, words, kind, depth: None, ordinal: None, code: None, unit: None, place });
        }
        let at = out.len() - 1;
        let Some(row) = out.last_mut() else { continue };
        let code = is_code(words);
        if columns.get(cell.column as usize).is_some_and(is_unit) && unit_of(words).is_some() {
            row.unit = Some(words.to_owned());
            continue;
        }
        match kind {
            ColumnKind::Code | ColumnKind::Label if code => row.code = Some(joined(row.code.as_deref(), words)),
            // 合计 stands in the first column, be it that of line numbers, or over both: 合 ‖ 计.
            ColumnKind::Order if !is_total_in_order(words) => orders.push((at, words)),
            // 合计 ‖ 7个项目 ‖ 1654.85: how many there are is no name.
            ColumnKind::Label if TOTALS.contains(&row.words.as_str()) && is_tally(words) => {}
            // 合计 ‖ — ‖ 6255.00: a dash says that there is nothing to name.
            ColumnKind::Label if DASHES.contains(&words) => {}
            ColumnKind::Label | ColumnKind::Code | ColumnKind::Order => {
                row.words.push_str(words);
                row.place = sheet.ranges.get(index).cloned().flatten().unwrap_or_default();
            }
            _ => {}
        }
    }
    for row in &mut out {
        read(row);
    }
    order(&mut out, &orders);
    count_below(&mut out);
    // 甲镇 ‖ 乙镇 ‖ 全县: what all of them together are called, in the last row.
    if let Some(last) = out.last_mut().filter(|row| row.kind == RowKind::Item && ALL.contains(&row.words.as_str())) {
        last.kind = RowKind::Total;
    }
    out
}

/// （一）车辆数合计（辆） ‖ 1.应急保障用车 ‖ 2.其他用车: rows without a unit count what a row above them counts that names no money.
fn count_below(rows: &mut [Row]) {
    let mut above: Vec<(u8, Option<String>)> = Vec::new();
    for row in rows {
        let Some(depth) = row.depth else { continue };
        while above.last().is_some_and(|(other, _)| *other >= depth) {
            above.pop();
        }
        let own = in_brackets(&row.words);
        if own.is_none() && row.unit.is_none() {
            row.unit = above.last().and_then(|(_, unit)| unit.clone());
        }
        above.push((depth, own.filter(|unit| !unit.ends_with('元'))));
    }
}

/// Whether a cell among line numbers names the row: 合计, its first character, 其中.
fn is_total_in_order(words: &str) -> bool {
    TOTALS.contains(&words) || words.starts_with("其中") || matches!(words, "合" | "总" | "小" | "共")
}

/// 7个项目, 12家: how many things a total is of.
fn is_tally(words: &str) -> bool {
    let behind = words.trim_start_matches(|c: char| c.is_ascii_digit());
    behind.len() < words.len() && behind.starts_with(['个', '家', '户', '项', '人', '所'])
}

/// Whether a column gives the units of the rows; 单位 may head the names of offices as well.
fn is_unit(column: &Column) -> bool {
    column.heads.last().is_some_and(|head| matches!(head.as_str(), "单位" | "计量单位" | "度量单位"))
}

/// 一 ‖ 资金投入, 1 ‖ 预算安排, 2 ‖ 资金分配, 二 ‖ …: where both stand in the column of 序号, they are marks of two depths.
fn order(rows: &mut [Row], orders: &[(usize, &str)]) {
    let mark = |words: &str| marker(&words.chars().chain(['、']).gather());
    let marks = || orders.iter().filter_map(|(at, words)| Some((*at, mark(words)?)));
    if !marks().any(|(_, mark)| mark.level == FIRST) || marks().all(|(_, mark)| mark.level == FIRST) {
        return;
    }
    for (at, mark) in marks() {
        if let Some(row) = rows.get_mut(at).filter(|row| row.depth.is_none() && row.kind == RowKind::Item) {
            (row.depth, row.ordinal) = (Some(mark.level), Some(mark.ordinal));
        }
    }
}

/// 201 03 → 20103, where each column has its own digits; a column that repeats those before it has them all.
fn joined(before: Option<&str>, digits: &str) -> String {
    match before {
        Some(before) if digits.len() == 2 && before.len() >= 3 => [before, digits].concat(),
        _ => digits.to_owned(),
    }
}

fn is_code(words: &str) -> bool {
    (2..=12).contains(&words.len()) && words.bytes().all(|b| b.is_ascii_digit())
}

/// Takes marks off the name and says what the row is.
fn read(row: &mut Row) {
    let chars: Vec<char> = row.words.chars().gather();
    let mark = marker(&chars).filter(|mark| mark.length < chars.len());
    let mut words: String = chars.get(mark.map_or(0, |m| m.length)..).unwrap_or(&[]).iter().collect();
    row.depth = match (&row.code, mark) {
        (Some(code), _) => Some(code.len() as u8),
        (None, Some(mark)) => Some(mark.level),
        _ => None,
    };
    row.ordinal = mark.map(|mark| mark.ordinal);
    // 一、收支情况（一）收入总计: the first row below a name stands in one cell with it.
    if let Some((_, inner)) = words
        .split_once("（一）")
        .filter(|(before, inner)| row.depth == Some(FIRST) && !before.is_empty() && !inner.is_empty())
    {
        words = inner.to_owned();
        (row.depth, row.ordinal) = (Some(FIRST + 1), Some(1));
    }
    let plain: String = words.chars().filter(|c| !c.is_whitespace()).collect();
    for head in ["其中：", "其中"] {
        if let Some(rest) = plain.strip_prefix(head) {
            row.kind = RowKind::OfWhich;
            // 其中：1.社会保险费收入
            let chars: Vec<char> = rest.chars().gather();
            let inner = marker(&chars).filter(|mark| mark.length < chars.len());
            row.ordinal = row.ordinal.or(inner.map(|mark| mark.ordinal));
            row.depth = row.depth.or(inner.map(|mark| mark.level));
            words = chars.get(inner.map_or(0, |mark| mark.length)..).unwrap_or(&[]).iter().collect();
            break;
        }
    }
    if row.kind == RowKind::Item {
        row.kind = match plain.as_str() {
            "小计" => RowKind::Subtotal,
            other if TOTALS.contains(&other) => RowKind::Total,
            // 总分（100分）
            other if other.starts_with("总分") && other.chars().count() <= 10 => RowKind::Total,
            other if bare(other).ends_with_any(&["合计", "总计", "小计"]) && other.chars().count() <= 14 => {
                RowKind::Total
            }
            _ => RowKind::Item,
        };
    }
    row.words = words;
}
