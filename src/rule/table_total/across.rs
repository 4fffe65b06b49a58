//! Totals across a row: a column headed 合计 or 小计 of the columns beside it.

use super::family::{Family, best};
use crate::catalog::heading::{is_average_name, is_change_name, is_rate_name};
use crate::fact::{Lane, Layout};
use crate::gather::Gather;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How many characters a heading of a total has at most, digits aside: 2025年政府债务余额（快报数）合计.
const LONGEST: usize = 16;

/// What an amount of all sources is called.
const OVERALL: [&str; 6] = ["总额", "总投资", "总资金", "总金额", "资金总额", "投资总额"];

/// How many columns a lane may have that is asked which of them others make: each is held against all.
const WIDEST: usize = 80;

/// How many columns at most are asked whether they make another, where no heading says which of them do.
const MOST: usize = 6;

/// States the totals of a lane's columns.
pub(super) fn state(scope: &Scope, layout: &Layout, lane: &Lane, out: &mut Sink) {
    if lane.values.len() > WIDEST {
        return;
    }
    let cross: Vec<u32> = lane.rows.iter().map(|row| row.row).gather();
    unnamed(scope, layout, lane, &cross, out);
    alike(scope, layout, lane, &cross, out);
    headed(scope, layout, lane, &cross, out);
    for column in &lane.values {
        let Some((own, group)) = heads(layout, *column).split_last().filter(|(own, _)| is_total(own)) else { continue };
        let beside: Vec<u32> = lane.values.iter().copied().filter(|other| other != column).gather();
        let right: Vec<u32> = beside.iter().copied().filter(|other| other > column).gather();
        let left: Vec<u32> = beside.iter().copied().filter(|other| other < column).gather();
        // 限额合计、一般债务、专项债务、余额合计、…: each covers what stands up to the next.
        let ends = |other: &&u32| heads(layout, **other).last().is_some_and(|head| is_total(head));
        let near: Vec<u32> = right.iter().take_while(|other| !ends(other)).copied().gather();
        // 合计 ‖ 中央资金 ‖ 省级资金 ‖ 其中：已下达 ‖ 本次下达: what 其中 opens divides the whole once more.
        let opens = |other: &u32| heads(layout, *other).last().is_some_and(|head| head.starts_with("其中"));
        let divided = near.iter().position(opens).map(|at| near.split_at(at));
        let again = divided.map(|(_, inner)| Family::new(scope, layout, *column, inner, &cross, false));
        let again = again.filter(|family| family.is_borne_out(scope));
        let whole = again.as_ref().and(divided).map(|(before, _)| before.to_vec());
        again.into_iter().for_each(|family| family.state(scope, out));
        let sides = [near.clone(), right, left, whole.unwrap_or(beside)];
        // Above the headings of a form stand its names, which group nothing: the lowest headings alone say what adds up.
        let grouped = sides.iter().map(|side| parts(layout, side, group));
        let readings: Vec<Vec<u32>> = match grouped.gather() {
            none if none.iter().all(Vec::is_empty) => sides.iter().map(|side| plain(layout, side)).gather(),
            readings => readings,
        };
        let all = readings.last().map_or(0, Vec::len);
        // 总投资 ‖ 中央资金 ‖ 县级配套 ‖ 已支付: its sources stand right behind it, and others may follow.
        let overall = OVERALL.contains(&own.trim_end_matches(['）', ')']));
        let near = readings.first().filter(|_| overall).cloned().unwrap_or_default();
        let runs = (2..near.len().min(MOST)).filter_map(|end| near.get(..end)).map(<[u32]>::to_vec);
        let readings: Vec<Vec<u32>> = runs.chain(readings).gather();
        let exact = matches!(own.as_str(), "合计" | "小计" | "总计");
        let families = readings
            .iter()
            .filter(|parts| parts.len() >= 2)
            .map(|parts| Family::read(scope, layout, *column, parts, &cross, false, exact && parts.len() == all));
        // 总额 ‖ 中央资金 ‖ 省级资金: what it is made of need not all be there.
        let told = |family: &Family| !overall || family.holds(scope) || family.is_borne_out(scope);
        if let Some(family) = best(scope, families.gather()).filter(told) {
            family.state(scope, out);
        }
    }
}

/// 中央资金 ‖ 地方资金 ‖ 合计, each of them 到位 ‖ 支出: a group that is called a total is made of its like in the groups beside it.
fn alike(scope: &Scope, layout: &Layout, lane: &Lane, cross: &[u32], out: &mut Sink) {
    // Of each column its lowest heading, the group right above that, and what stands above both.
    let path = |column: u32| match heads(layout, column) {
        [above @ .., group, own] => Some((above, group, own)),
        _ => None,
    };
    for column in &lane.values {
        let Some((above, _, own)) = path(*column).filter(|(_, group, own)| is_total(group) && !is_total(own)) else {
            continue;
        };
        let addend =
            |head: &String| !is_total(head) && !head.mentions("其中") && !is_rate_name(head) && !is_average_name(head);
        let like = |other: &u32| {
            path(*other).is_some_and(|(a, group, o)| a == above && o == own && addend(group) && addend(o))
        };
        let parts: Vec<u32> = lane.values.iter().copied().filter(like).gather();
        if parts.len() >= 2 {
            Family::new(scope, layout, *column, &parts, cross, false).state(scope, out);
        }
    }
}

/// 债务限额, below it nothing ‖ 一般债务 ‖ 专项债务: a column under the name of a group alone is what the group makes.
fn headed(scope: &Scope, layout: &Layout, lane: &Lane, cross: &[u32], out: &mut Sink) {
    for (column, behind) in lane.values.iter().zip((1..).map(|at| lane.values.get(at..).unwrap_or(&[]))) {
        let own = heads(layout, *column);
        let inside = |other: &&u32| heads(layout, **other).strip_prefix(own).is_some_and(|rest| rest.len() == 1);
        let parts: Vec<u32> = behind.iter().take_while(inside).copied().gather();
        let total = |other: &u32| heads(layout, *other).last().is_some_and(|head| is_total(head));
        // 支出数 ‖ 其中：, below it 本级财政 ‖ 上级专款: a group called 其中 may divide all of the column before it.
        let group = |other: &u32| heads(layout, *other).split_last().and_then(|(_, group)| group.last());
        let opens = |other: &&u32| group(other).is_some_and(|name| name.starts_with("其中"));
        let first = behind.first().filter(opens).and_then(group).filter(|name| group(column) != Some(name));
        let divided: Vec<u32> =
            behind.iter().take_while(|other| first.is_some() && group(other) == first).copied().gather();
        let open = !divided.is_empty();
        let parts = if open { divided } else { parts };
        if own.is_empty() || parts.len() < 2 || parts.iter().any(total) {
            continue;
        }
        let family = Family::new(scope, layout, *column, &parts, cross, false);
        if family.holds(scope) || family.is_borne_out(scope) {
            // What stands behind 其中 need not be all there is in every row.
            if open { family.open().without_short(scope) } else { family }.state(scope, out);
        }
    }
}

/// 本地区 ‖ 本级 ‖ 下级: the first column may be what the others make, where row after row bears it out and no heading names a total.
fn unnamed(scope: &Scope, layout: &Layout, lane: &Lane, cross: &[u32], out: &mut Sink) {
    // Below no heading at all, the last column as well.
    let (last, bare) = (lane.values.split_last(), lane.values.iter().all(|column| heads(layout, *column).is_empty()));
    if let Some((last, before)) = last.filter(|(_, before)| bare && before.len() >= 2) {
        // 每户平均 ‖ 88.30 ‖ 90.10 ‖ 89.20
        let flows = |row: &&u32| lane.rows.iter().any(|r| r.row == **row && !is_average_name(&r.words));
        let cross: Vec<u32> = cross.iter().filter(flows).copied().gather();
        let family = Family::new(scope, layout, *last, before, &cross, false);
        if family.is_borne_out(scope) && family.is_exact(scope) {
            family.without_odd(scope).state(scope, out);
        }
    }
    let amounts = plain(layout, &lane.values);
    if let Some((first, rest)) = amounts.split_first().filter(|(_, rest)| (2..=MOST).contains(&rest.len()))
        && amounts.len() == lane.values.len()
    {
        let family = Family::new(scope, layout, *first, rest, cross, false);
        if family.is_borne_out(scope) {
            family.state(scope, out);
        }
    }
}

/// The columns of amounts by their lowest headings, totals left out.
fn plain(layout: &Layout, columns: &[u32]) -> Vec<u32> {
    columns.iter().copied().filter(|column| is_addend(layout, *column)).gather()
}

/// Whether the lowest heading of a column is that of amounts, and of no total.
pub(super) fn is_addend(layout: &Layout, column: u32) -> bool {
    heads(layout, column)
        .last()
        .is_some_and(|head| !is_total(head) && !is_rate_name(head) && !is_average_name(head) && !is_change_name(head))
}

pub(super) fn is_total(head: &str) -> bool {
    let bare = head.trim_end_matches(['）', ')']);
    let length = head.chars().filter(|c| !c.is_ascii_digit()).count();
    bare.ends_with_any(&["合计", "小计", "总计"]) && length <= LONGEST || OVERALL.contains(&bare)
}

/// The headings of a column, from the top.
pub(super) fn heads(layout: &Layout, column: u32) -> &[String] {
    layout.columns.get(column as usize).map_or(&[], |c| c.heads.as_slice())
}

/// The columns of a group that its total covers: those that stand directly in it, and of each group within only its own
/// total, or all of it where it has none. 其中 and rates are no addends.
fn parts(layout: &Layout, columns: &[u32], group: &[String]) -> Vec<u32> {
    let fits = |column: &u32| {
        let path = heads(layout, *column);
        path.starts_with(group)
            && path.len() > group.len()
            && !path.iter().skip(group.len()).any(|head| {
                head.mentions("其中")
                    || is_change_name(head)
                    || is_rate_name(head)
                    || is_average_name(head)
                    || head.mentions("备注")
            })
    };
    let inside: Vec<u32> = columns.iter().copied().filter(fits).gather();
    let inner = |column: u32| heads(layout, column).get(group.len()..).unwrap_or(&[]).to_vec();
    let has_total = |name: &String| {
        inside.iter().any(|other| {
            let path = inner(*other);
            path.len() > 1 && path.first() == Some(name) && path.last().is_some_and(|head| is_total(head))
        })
    };
    let counts = |column: &u32| match inner(*column).as_slice() {
        [_] => true,
        [first, .., last] => is_total(last) || !has_total(first),
        [] => false,
    };
    inside.iter().copied().filter(counts).gather()
}
