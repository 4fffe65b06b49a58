//! 表内比率 — rates and differences in tables: a column that is worked out of two others. Cues E03, D01, C02, B01, B09.
//!
//! Every row of a table works its rate out alike: what most rows bear out is held against the others.
#![doc = include_str!("table_rate.md")]

mod by_figures;
mod declared;
mod mean;
mod price;
mod rows;
mod way;

use super::{Rule, Scope, Sink};
use crate::catalog::heading::{bare, is_average_name, is_converted_name, is_points_name, is_price_name, is_rate_name};
use crate::fact::{Lane, Layout, Measure, RowKind};
use crate::gather::Gather;
use crate::number::{Decimal, Dimension};
use crate::relation::{Kind, Relation, Source};
use crate::text::Mention;
use way::{Line, Way};

pub(super) const RULE: Rule = Rule { code: "B", name: "table_rate", find };

/// How many columns with numbers a table may have that is asked for every two of them.
const COLUMNS: usize = 16;

/// Rates that other columns of amounts give, by what their headings end with.
const RATES: [&str; 14] =
    ["率", "比例", "比重", "占比", "增幅", "降幅", "减幅", "幅度", "增速", "百分比", "进度", "%", "增长", "增长比"];
/// Headings of columns that say how much two others differ.
const DIFFERENCES: [&str; 26] = [
    "增减额",
    "增减",
    "增减数",
    "增减值",
    "增减量",
    "增减变动",
    "增减金额",
    "增加额",
    "差额",
    "变动额",
    "变动数",
    "增长额",
    "增长量",
    "节约资金",
    "节约额",
    "节约金额",
    "节支额",
    "结余",
    "结余数",
    "结余资金",
    "结转结余",
    "未支付数",
    "净值",
    "净额",
    "空编",
    "空编数",
];

/// What headings of changes hold, be they amounts or rates.
const CHANGES: [&str; 6] = ["增减", "变动", "同比", "环比", "比上年", "较上年"];

fn find(scope: &Scope, out: &mut Sink) {
    for layout in scope.facts.layouts() {
        for lane in layout.lanes.iter().filter(|lane| lane.values.len() <= COLUMNS) {
            declared::state_rows(scope, layout, lane, out);
            rows::state(scope, layout, lane, out);
            price::state(scope, layout, lane, out);
            for column in &lane.values {
                declared::state(scope, layout, lane, *column, out);
                state(scope, layout, lane, *column, out);
                mean::state(scope, layout, lane, *column, out);
            }
            by_figures::state(scope, layout, lane, out);
        }
    }
}

/// States the rows of a column by the way of working it out that most of them bear out.
fn state(scope: &Scope, layout: &Layout, lane: &Lane, column: u32, out: &mut Sink) {
    let Some(head) = head(layout, column) else { return };
    let all = ways(scope, layout, lane, column, head);
    // 编制数 ÷ 实有人数 turned round: what the headings say is told, though a row alone bears something else out.
    let turned = |way: &&Way| head.ends_with("控制率") && way.is_clear();
    let proven = all.iter().max_by_key(|way| way.rank()).filter(|way| way.is_proven());
    // One row that does not hold may mean what was saved.
    let sure = proven.is_some_and(|way| !head.ends_with("控制率") || way.holds_once());
    let Some(way) = proven.or_else(|| all.iter().find(turned)).filter(|way| way.is_proven()) else { return };
    let saved = |line: &Line| !sure && line.is_of_rest(scope);
    let unsigned = |line: &Line| head.mentions_any(&CHANGES) && line.is_unsigned(scope);
    for line in way.lines.iter().filter(|line| !saved(line) && !unsigned(line)) {
        // What the rows below add up to may be told across the row as well.
        let across = way.cue == "C02" && scope.fits(&line.equation);
        let computed = !across && line.result().is_some_and(|id| out.computes(id));
        let Some(range) = line.result().and_then(|id| scope.facts.get(id)).map(|f| f.range.clone()) else { continue };
        if !computed {
            let kind = if way.cue == "C02" { Kind::Difference } else { Kind::Ratio };
            let warning = if way.cue == "C02" { "W45" } else { "W02" };
            let (rule, cue, source, equation) = (RULE.name, way.cue, Source::Table, line.equation.clone());
            let sure = sure || scope.fits(&equation);
            out.relation(Relation { rule, cue, kind, source, equation, range, sure, warning });
        }
    }
}

/// The lowest heading of a column, without what brackets add.
fn head(layout: &Layout, column: u32) -> Option<&str> {
    layout.columns.get(column as usize)?.heads.last().map(|head| bare(head))
}

/// Every way in which a column could be worked out, as far as its heading allows.
fn ways(scope: &Scope, layout: &Layout, lane: &Lane, column: u32, head: &str) -> Vec<Way> {
    // 增、减金额
    let head = &head.replace('、', "");
    let named = |words: &[&str]| head.ends_with_any(words);
    let scored = head.ends_with_any(&["分值", "得分", "权重", "等级", "指数", "年度"]);
    let amounts: Vec<u32> = lane.values.iter().copied().filter(|c| *c != column && is_amount(layout, *c)).gather();
    let pairs = || amounts.iter().flat_map(|a| amounts.iter().map(move |b| (*a, *b))).filter(|(a, b)| a != b);
    let new =
        |cue, (a, b): (u32, u32), clear| Way::new(scope, layout, lane, cue, (column, a), &|row| Some((row, b)), clear);
    // The head without its brackets says what is averaged; (元) is its unit.
    let whole = layout.columns.get(column as usize).and_then(|c| c.heads.last());
    if is_average_name(head) || whole.is_some_and(|whole| is_price_name(whole)) {
        return pairs().map(|pair| new("B09", pair, false)).gather();
    }
    // 增减（%） is a rate, 增减 an amount.
    let percent = whole.is_some_and(|whole| whole.contains('%'));
    // 上年结转 ‖ 本年收入 ‖ 本年支出 ‖ 结转结余: what was carried in is left as well.
    let carried = |c: &u32| {
        let words = layout.columns.get(*c as usize).and_then(|c| c.heads.last());
        words.is_some_and(|words| words.mentions_any(&["结转", "期初", "年初结", "年初余", "上年结", "上年末"]))
    };
    if named(&["结余", "结余数", "结余资金"]) && amounts.iter().any(carried) {
        return Vec::new();
    }
    let differs = |all: &mut Vec<Way>| all.extend(pairs().map(|pair| new("C02", pair, false)));
    let mut all = Vec::new();
    // 增减 of 7.63% is a rate too, or so many points where all are rates.
    let changes = head.mentions_any(&CHANGES) && !percent && is_percent(scope, layout, lane, column);
    if changes {
        // A budget is no amount of the year before.
        let due =
            |c: u32| self::head(layout, c).is_some_and(|head| head.mentions_any(&["预算", "计划", "目标", "任务"]));
        all.extend(pairs().filter(|(a, b)| due(*a) == due(*b)).map(|pair| new("D01", pair, false)));
    }
    if changes || named(&DIFFERENCES) && !percent {
        differs(&mut all);
        return all;
    }
    if scored || !named(&RATES) && !percent {
        return Vec::new();
    }
    if head.ends_with("得分率") {
        return scored_pair(layout, lane).map(|pair| new("L03", pair, true)).into_iter().gather();
    }
    let told = spent_and_budget(scope, layout, lane, &amounts).filter(|_| head.ends_with("执行率"));
    let told = told.or_else(|| controlled(layout, lane, column).filter(|_| head.ends_with("控制率")));
    all.extend(pairs().map(|pair| new("E03", pair, told == Some(pair))));
    all.extend(pairs().map(|pair| new("D01", pair, false)));
    // 增长 heads amounts as well as rates.
    if head.ends_with("增长") {
        differs(&mut all);
    }
    all.extend(shares(scope, layout, lane, (column, head), (&amounts, percent)));
    all
}

/// Every way in which a column could be the shares of a total: of the one row of totals, or of the one above each row.
fn shares(
    scope: &Scope,
    layout: &Layout,
    lane: &Lane,
    (column, head): (u32, &str),
    (amounts, percent): (&[u32], bool),
) -> Vec<Way> {
    let mut totals: Vec<u32> = lane.rows.iter().filter(|row| row.kind == RowKind::Total).map(|row| row.row).gather();
    // 采购总额 ‖ 100%: the first row may be the whole whatever it is called.
    let is_hundred = |id: usize| scope.facts.get(id).is_some_and(|f| f.figure.value == Decimal::ONE_HUNDRED);
    let whole = lane.rows.first().filter(|row| layout.at(row.row, column).is_some_and(is_hundred));
    let named = head.ends_with_any(&["占比", "比重", "比例", "构成", "%"]);
    totals.extend(whole.filter(|_| totals.is_empty() && (named || percent)).map(|row| row.row));
    let Some(first) = totals.first().copied() else { return Vec::new() };
    let of = |a: u32, second: &dyn Fn(u32) -> Option<(u32, u32)>| {
        Way::new(scope, layout, lane, "B01", (column, a), second, false)
    };
    // 收入合计 over its rows, 费用合计 over its own: each is a share of the total above it.
    let above = |row: u32| totals.iter().rev().find(|total| **total <= row).copied();
    let mut all = Vec::new();
    for a in amounts {
        all.push(of(*a, &|_| Some((first, *a))));
        if totals.len() > 1 {
            all.push(of(*a, &|row| above(row).map(|total| (total, *a))));
        }
    }
    all
}

/// Whether all that a column holds is printed as rates, and of the amounts as they are: 同比（可比价） is not.
fn is_percent(scope: &Scope, layout: &Layout, lane: &Lane, column: u32) -> bool {
    let told = layout.columns.get(column as usize).and_then(|c| c.heads.last());
    let dimension = |id: usize| scope.facts.get(id).map(|f| f.figure.unit.dimension);
    let mut cells = lane.rows.iter().filter_map(|row| layout.at(row.row, column)).peekable();
    let comparable = told.is_some_and(|head| head.mentions_any(&["可比", "同口径", "不变价"]));
    !comparable && cells.peek().is_some() && cells.all(|id| dimension(id) == Some(Dimension::Percent))
}

/// The only column of scores and the only one of points.
fn scored_pair(layout: &Layout, lane: &Lane) -> Option<(u32, u32)> {
    let only = |is_named: fn(&str) -> bool| {
        let named = |column: &u32| head(layout, *column).is_some_and(is_named);
        lane.values.iter().copied().filter(named).single()
    };
    only(|head| head.ends_with_any(&["得分", "自评分"])).zip(only(is_points_name))
}

/// 编制数 ‖ 实有人数 ‖ 控制率: the two columns right before a rate, what there is and what there may be.
fn controlled(layout: &Layout, lane: &Lane, column: u32) -> Option<(u32, u32)> {
    let at = lane.values.iter().position(|other| *other == column)?;
    let two = lane.values.get(at.checked_sub(2)?..at)?;
    let only = |words: &[&str], others: &[&str]| {
        let named = |c: &&u32| {
            let told = layout.columns.get(**c as usize).and_then(|c| c.heads.last());
            is_amount(layout, **c) && told.is_some_and(|head| head.mentions_any(words) && !head.mentions_any(others))
        };
        two.iter().filter(named).single().copied()
    };
    let real = ["实际", "实有", "在职", "决算"];
    only(&real, &[]).zip(only(&["编制", "批复", "概算", "预算", "计划"], &real))
}

/// Whether a column holds amounts, not rates.
fn is_amount(layout: &Layout, column: u32) -> bool {
    head(layout, column).is_none_or(|head| !is_rate_name(head) && !is_average_name(head) && !is_converted_name(head))
}

/// The column of what was spent and the only one of a budget.
fn spent_and_budget(scope: &Scope, layout: &Layout, lane: &Lane, amounts: &[u32]) -> Option<(u32, u32)> {
    let measure = |column: u32| {
        let id = lane.rows.iter().find_map(|row| layout.at(row.row, column))?;
        scope.facts.get(id).map(|f| f.measure)
    };
    let only = |test: fn(Measure) -> bool| amounts.iter().copied().filter(|c| measure(*c).is_some_and(test)).single();
    // 年初预算, 调整后预算数, 执行数: what was spent is held against what there was to spend in the end.
    let budget = only(|m| m == Measure::AdjustedBudget).or_else(|| only(|m| m.is_budget() || m == Measure::Plan))?;
    // 预算数, 支出数: beside a budget, the only other column.
    let other = || amounts.iter().copied().find(|c| *c != budget).filter(|_| amounts.len() == 2);
    Some((only(|m| m == Measure::Outturn).or_else(other)?, budget))
}
