//! Which rows a total, or an item, may be made of, by the layout alone: marks, codes, what stands before and behind.

use crate::catalog::heading::bare;
use crate::fact::{Row, RowKind};
use crate::gather::{Gather, SortedSet};
use crate::text::Mention;

/// How many totals rows have at most that each of them may be of all the others.
pub(super) const MOST: usize = 300;

pub(super) fn is_total(row: &Row) -> bool {
    matches!(row.kind, RowKind::Total | RowKind::Subtotal)
}

/// What a total can cover, the likeliest last: the rows behind it or before it, all of them or back to the total before, its subtotals, or
/// the total before with what stands between.
///
/// `count` is how many totals there are: of so many that every row would be asked for each, none is of all rows.
pub(super) fn totals(rows: &[Row], at: usize, count: usize) -> Vec<(Vec<u32>, bool)> {
    let before = rows.get(..at).unwrap_or(&[]);
    let behind = rows.get(at + 1..).unwrap_or(&[]);
    let since = before.iter().rposition(is_total).map_or(0, |i| i + 1);
    let until = behind.iter().position(is_total).unwrap_or(behind.len());
    let near = before.get(since..).unwrap_or(&[]);
    let next = behind.get(..until).unwrap_or(&[]);
    // 城北镇、城南镇、全县: the rows above the whole county need not be all of its towns.
    let told = |row: &Row| !row.words.starts_with('全') || row.words.ends_with('计');
    let only = count == 1 && rows.get(at).is_some_and(told);
    let (before, behind) = if count > MOST { (near, next) } else { (before, behind) };
    let mut out = Vec::new();
    for slice in [behind, before, next, near] {
        let clear = only && is_flat(slice) && slice.len() >= 2 && slice.len() + 1 == rows.len();
        out.push((top(slice), clear));
        out.push((plain(slice), false));
    }
    let marked = |slice: &[Row]| slice.iter().filter(|row| is_total(row)).map(|row| row.row).gather();
    out.push((numbered(behind), false));
    out.push((marked(behind), false));
    out.push((marked(before), false));
    if let Some(last) = since.checked_sub(1).and_then(|i| rows.get(i)) {
        out.push(([&[last.row], top(near).as_slice()].concat(), false));
    }
    out.retain(|(parts, _)| parts.len() >= 2);
    out.dedup_by(|a, b| a.0 == b.0 && !a.1);
    out
}

/// 合计 ‖ 一、三公经费合计 ‖ （一）… ‖ 二、会议费: what the marks count, be it a total of its own or not.
fn numbered(rows: &[Row]) -> Vec<u32> {
    let marked =
        || rows.iter().filter(|row| row.code.is_none() && row.kind != RowKind::OfWhich && row.ordinal.is_some());
    let least = marked().filter_map(|row| row.depth).min();
    marked()
        .filter(|row| row.depth == least)
        .zip(1..)
        .take_while(|(row, n)| row.ordinal == Some(*n))
        .map(|(row, _)| row.row)
        .gather()
}

/// Whether nothing says that rows stand at different depths.
fn is_flat(rows: &[Row]) -> bool {
    rows.iter().all(|row| row.kind == RowKind::Item && row.depth == rows.first().and_then(|r| r.depth))
}

fn items(rows: &[Row]) -> impl Iterator<Item = &Row> {
    // 固定资产原值 ‖ 减：累计折旧 ‖ 固定资产净值: only the last of them is added up.
    let words = |at: usize| rows.get(at).map_or("", |row| row.words.as_str());
    let gross = move |at: usize| words(at + 1).starts_with("减：") && words(at + 2).contains('净');
    let netted = move |at: usize| gross(at) || at.checked_sub(1).is_some_and(gross);
    // 甲90、乙95、平均分92.5: a mean is none of what is added up.
    let added =
        move |(at, row): &(usize, &Row)| !netted(*at) && row.kind == RowKind::Item && !row.words.mentions("平均");
    rows.iter().enumerate().filter(added).map(|(_, row)| row)
}

/// The items of the least depth; those without any count only where none has one.
pub(super) fn top(rows: &[Row]) -> Vec<u32> {
    least(&items(rows).gather())
}

/// The rows of the least depth, or the accounts that are part of no other: 223 ‖ 2300803 ‖ 23009.
fn least(rows: &[&Row]) -> Vec<u32> {
    let codes: SortedSet<&str> = rows.iter().filter_map(|row| row.code.as_deref()).gather_set();
    let inner = |code: &str| (1..code.len()).filter_map(|end| code.get(..end)).any(|head| codes.contains(head));
    let least = rows.iter().filter_map(|row| row.depth).min();
    let coded = !rows.is_empty() && rows.iter().all(|row| row.code.is_some());
    let is_top = |row: &&&Row| if coded { !row.code.as_deref().is_some_and(inner) } else { row.depth == least };
    rows.iter().filter(is_top).map(|row| row.row).gather()
}

/// All items, whatever their depth.
pub(super) fn plain(rows: &[Row]) -> Vec<u32> {
    items(rows).map(|row| row.row).gather()
}

/// The rows that an item is made of: those of longer codes that begin with its own, or of deeper marks, up to its equal.
pub(super) fn below(rows: &[Row], at: usize) -> Option<(Vec<u32>, bool)> {
    let row = rows.get(at)?;
    let depth = row.depth?;
    // （一）收入小计 within 二、收入合计: a mark makes a part of what is called a total.
    let is_part = |other: &Row| other.kind == RowKind::Item || other.ordinal.is_some() && other.code.is_none();
    let inner = |other: &Row| match (&row.code, &other.code) {
        (Some(own), Some(code)) => code.len() > own.len() && code.starts_with(own.as_str()),
        // 一、基本支出、工资、津贴…、二、项目支出: what has no mark stands below what has one.
        (None, None) if other.kind == RowKind::Item => other.depth.is_none_or(|d| d > depth),
        _ => other.kind == RowKind::OfWhich || is_part(other) && other.depth.is_some_and(|d| d > depth),
    };
    let behind = rows.get(at + 1..)?;
    let slice = behind.get(..behind.iter().position(|other| !inner(other)).unwrap_or(behind.len()))?;
    let parts = least(&slice.iter().filter(|row| row.kind != RowKind::OfWhich && is_part(row)).gather());
    let coded = row.code.is_some();
    // （一）车辆数合计（辆） ‖ 1.… ‖ 2.…: what is called a total is all of what is counted below it.
    let counted = slice.iter().zip(1..).all(|(other, n)| other.ordinal == Some(n));
    let clear = coded || counted && bare(&row.words).ends_with_any(&["合计", "小计"]);
    (parts.len() >= if coded { 1 } else { 2 }).then_some((parts, clear))
}
