//! Totals down a column: 合计 of its items, an item of those below it, 其中 within the item above.

use super::cover::{MOST, below, is_total, plain, top, totals};
use super::family::{Family, best};
use super::nested::nest;
use super::of_which;
use super::opened;
use super::untold::untold;
use crate::catalog::score::ON_TOP;
use crate::fact::{Lane, Layout, Row, RowKind};
use crate::gather::Gather;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How many rows right below an item are asked whether they make it.
pub(super) const LONGEST: usize = 8;

/// How many rows right above a total are asked whether they make it.
const HIGHEST: usize = 24;

/// Rows that a row may be the total of (合计的一种读法).
struct Reading {
    parts: Vec<u32>,
    /// Whether the layout leaves no other.
    clear: bool,
    /// Whether marks, codes or the word 合计 say so; what nothing says has to make it to the last digit.
    told: bool,
}

/// States the totals of a lane's rows.
pub(super) fn state(scope: &Scope, layout: &Layout, lane: &Lane, out: &mut Sink) {
    // 加分项 ‖ 5 ‖ 2 beside 100: points to be had on top are in no hundred.
    let on_top: Vec<u32> = lane.rows.iter().filter(|row| row.words.mentions_any(&ON_TOP)).map(|row| row.row).gather();
    let count = lane.rows.iter().filter(|row| is_total(row)).count();
    for (at, row) in lane.rows.iter().enumerate() {
        let whole = is_whole(row);
        if whole && (divided(scope, layout, lane, at, out) || opened::state(scope, layout, lane, at, out)) {
            continue;
        }
        let told = |(parts, clear): (Vec<u32>, bool)| Reading { parts, clear, told: true };
        let readings: Vec<Reading> = match row.kind {
            // （一）支出合计 ‖ 1．… ‖ 2．…: a total with a mark may head the rows below it as well.
            RowKind::Total | RowKind::Subtotal => {
                let below = below(&lane.rows, at).filter(|_| row.code.is_none());
                totals(&lane.rows, at, count).into_iter().chain(below).map(told).gather()
            }
            RowKind::Item => {
                let below = below(&lane.rows, at).map(told);
                let untold = untold(&lane.rows, at).filter(|parts| below.as_ref().is_none_or(|b| b.parts != *parts));
                below.into_iter().chain(untold.map(|parts| Reading { parts, clear: false, told: false })).gather()
            }
            RowKind::OfWhich => {
                of_which::state(scope, layout, lane, at, out);
                continue;
            }
        };
        let divided = is_subtotal(row) && count <= MOST && is_divided(scope, layout, lane, at);
        let family = |reading: &Reading| {
            let clear = reading.clear || divided && reading.parts == since(&lane.rows, at);
            let extra = reading.parts.iter().any(|part| on_top.contains(part));
            // 总分 of a form, of which a row elsewhere may be a part, is read as what it is.
            let scored = |column: u32| {
                layout.at(row.row, column).is_some_and(|id| out.sums_to(id).any(|r| r.rule == "score_table"))
            };
            let all = lane.values.iter().copied();
            let columns = all.filter(|column| !scored(*column) && (!extra || !layout.is_points(row.row, *column)));
            let columns: Vec<u32> = columns.gather();
            Family::read(scope, layout, row.row, &reading.parts, &columns, true, clear)
        };
        let families = readings.iter().map(|reading| (reading.told, family(reading)));
        let found = best(scope, families.filter(|(told, f)| *told || f.is_exact(scope)).map(|(_, f)| f).gather());
        if row.kind == RowKind::Item && !found.as_ref().is_some_and(|found| found.holds(scope)) {
            run(scope, layout, lane, at).into_iter().for_each(|run| run.state(scope, out));
        }
        if is_total(row)
            && !found.as_ref().is_some_and(|found| found.holds(scope))
            && let Some(above) = above(scope, layout, lane, at)
        {
            above.state(scope, out);
            continue;
        }
        if found.as_ref().is_some_and(|found| found.holds(scope)) || !inside(scope, layout, lane, at, out) {
            found.into_iter().for_each(|found| found.state(scope, out));
        }
    }
}

/// 二、项目支出 ‖ 甲项目 ‖ 乙项目 ‖ 会议费 ‖ …: the rows right below an item that make it to the last digit, column after column, though others
/// stand behind them.
fn run(scope: &Scope, layout: &Layout, lane: &Lane, at: usize) -> Option<Family> {
    let behind = lane.rows.get(at + 1..)?.iter().take(LONGEST);
    let rows: Vec<u32> = behind
        .take_while(|row| row.depth.is_none() && row.kind == RowKind::Item && !row.words.starts_with("减："))
        .map(|r| r.row)
        .gather();
    let own = lane.rows.get(at)?.row;
    let runs =
        (2..=rows.len()).filter_map(|end| rows.get(..end)).filter(|rows| make(scope, layout, lane, (own, rows), 2));
    let mut families = runs.map(|rows| Family::new(scope, layout, own, rows, &lane.values, true));
    families.find(|family| family.is_told_twice(scope))
}

/// Whether rows make another to the last digit in at least so many columns, which takes no time to ask.
pub(super) fn make(scope: &Scope, layout: &Layout, lane: &Lane, (own, rows): (u32, &[u32]), columns: usize) -> bool {
    let cells = |column: u32| rows.iter().filter_map(|row| layout.at(*row, column)).gather();
    let made = |column: &&u32| layout.at(own, **column).is_some_and(|whole| scope.adds_up(&cells(**column), whole));
    lane.values.iter().filter(made).take(columns).count() == columns
}

/// 二、上年结转 ‖ 三、办理结果（一）予以公开 ‖ 1.… ‖ （七）总计: the rows right above a total that make it to the last digit, column after column,
/// whatever marks they have; without the first of them they no longer do.
fn above(scope: &Scope, layout: &Layout, lane: &Lane, at: usize) -> Option<Family> {
    let own = lane.rows.get(at)?.row;
    let rows: Vec<u32> = lane.rows.get(at.saturating_sub(HIGHEST)..at)?.iter().map(|row| row.row).gather();
    let starts = (0..rows.len().saturating_sub(1)).rev();
    let runs = starts.filter_map(|from| rows.get(from..)).filter(|rows| make(scope, layout, lane, (own, rows), 3));
    let mut families = runs.map(|rows| Family::new(scope, layout, own, rows, &lane.values, true));
    families.find(|family| family.holds(scope) && family.is_borne_out(scope) && family.is_exact(scope))
}

/// 合计, 年度资金总额.
pub(super) fn is_whole(row: &Row) -> bool {
    is_total(row) || row.kind == RowKind::Item && row.words.trim_end_matches('：').ends_with("资金总额")
}

/// 合计 ‖ 按收入性质分： ‖ … ‖ 按支出性质分： ‖ …: states the divisions of a total that rows without numbers open, each of which is all of it;
/// says whether there are any.
fn divided(scope: &Scope, layout: &Layout, lane: &Lane, at: usize, out: &mut Sink) -> bool {
    let opens = |row: &Row| {
        let named = row.words.starts_with('按') || row.kind == RowKind::OfWhich;
        named && lane.values.iter().all(|column| layout.at(row.row, *column).is_none())
    };
    let behind = lane.rows.get(at + 1..).unwrap_or(&[]);
    let end = behind.iter().position(is_whole).unwrap_or(behind.len());
    let behind = behind.get(..end).unwrap_or(&[]);
    let Some(row) = lane.rows.get(at).filter(|_| behind.iter().any(opens)) else { return false };
    for division in behind.chunk_by(|_, next| !opens(next)) {
        let rows: Vec<&Row> = division.iter().skip_while(|row| opens(row)).gather();
        // 按收入性质分： ‖ 其中：一般公共预算 ‖ 其他资金: 其中 may stand before the first of the parts; before another it opens what is in one.
        let inner = |(at, row): (usize, &&Row)| at > 0 && row.kind == RowKind::OfWhich;
        let whole =
            division.first().is_some_and(|row| row.words.starts_with('按')) && !rows.iter().enumerate().any(inner);
        let parts: Vec<u32> = rows.iter().enumerate().filter(|row| !inner(*row)).map(|(_, row)| row.row).gather();
        if parts.len() >= 2 {
            let family = Family::new(scope, layout, row.row, &parts, &lane.values, true);
            if whole { family } else { family.open() }.state(scope, out);
        }
    }
    // 合计 below its items may be divided once more.
    at == 0
}

/// Whether another subtotal is what stands between it and the one before: then each of them is.
fn is_divided(scope: &Scope, layout: &Layout, lane: &Lane, at: usize) -> bool {
    let others = lane.rows.iter().enumerate().filter(|(other, row)| *other != at && is_subtotal(row));
    let mut parts =
        others.map(|(other, row)| (row.row, since(&lane.rows, other))).filter(|(_, parts)| parts.len() >= 2);
    parts.any(|(row, parts)| Family::new(scope, layout, row, &parts, &lane.values, true).holds(scope))
}

/// 小计, 基本支出小计.
fn is_subtotal(row: &Row) -> bool {
    row.kind == RowKind::Subtotal || row.kind == RowKind::Total && row.words.ends_with("小计")
}

/// The items between a total and the one before it.
fn since(rows: &[Row], at: usize) -> Vec<u32> {
    let before = rows.get(..at).unwrap_or(&[]);
    let last = before.iter().rposition(is_total);
    top(before.get(last.map_or(0, |i| i + 1)..).unwrap_or(&[]))
}

/// States the only total of a table whose rows turn out to be made of one another, and what each is made of; says whether they do.
fn inside(scope: &Scope, layout: &Layout, lane: &Lane, at: usize, out: &mut Sink) -> bool {
    let Some(row) = lane.rows.get(at).filter(|row| is_whole(row)) else { return false };
    let ends = at == 0 || at + 1 == lane.rows.len();
    let others = || lane.rows.iter().filter(|other| other.row != row.row);
    if !ends || others().any(|other| is_total(other) || other.code.is_some()) {
        return false;
    }
    let others: Vec<Row> = others().cloned().gather();
    let family = |whole: u32, parts: &[u32]| Family::new(scope, layout, whole, parts, &lane.values, true);
    // 基本支出，其中：工资、津贴、项目支出: 其中 may open a list that is all of it.
    let all: Vec<u32> = others.iter().map(|other| other.row).gather();
    let mut nests = [all, plain(&others)].map(|rows| nest(scope, layout, lane, &rows)).into_iter().flatten();
    if let Some(nest) = nests.clone().find(|nest| family(row.row, &nest.top).holds(scope)) {
        family(row.row, &nest.top).state(scope, out);
        nest.groups.iter().for_each(|(row, parts)| family(*row, parts).state(scope, out));
        return true;
    }
    let doubtful =
        nests.next_back().filter(|_| is_total(row) && others.iter().all(|other| other.kind == RowKind::Item));
    doubtful.iter().for_each(|nest| family(row.row, &nest.top).leave(scope, out));
    doubtful.is_some()
}
