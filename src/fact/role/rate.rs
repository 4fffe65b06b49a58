//! The role of a rate: percentages, points and multiples.

use super::amount::leads_to;
use super::verb::{base_phrase, strip_fill, verb_at_end, verb_at_start};
use super::{Fact, Measure, Reading, Role, reading};
use crate::text::Mention;

/// A change in percentage points.
pub(super) fn points(left: &str) -> Reading {
    // 低于上年同期1.59个百分点: the verb stands before what it compares with.
    for (verb, direction) in [("低于", -1), ("高于", 1), ("慢于", -1), ("快于", 1)] {
        if let Some(phrase) = left.strip_prefix(verb).filter(|phrase| !phrase.is_empty()) {
            return reading(Role::Points, direction, phrase);
        }
    }
    match verb_at_end(left) {
        Some((direction, head)) => reading(Role::Points, direction, base_phrase(head).unwrap_or("")),
        None => reading(Role::Points, 0, ""),
    }
}

/// A multiple: 是…的3倍, 增长2倍.
pub(super) fn multiple(left: &str) -> Reading {
    if let Some((direction, head)) = verb_at_end(left) {
        return reading(Role::Growth, direction, base_phrase(head).unwrap_or(""));
    }
    let phrase =
        left.strip_suffix('的').and_then(|l| l.rsplit_once('是').or_else(|| l.rsplit_once('为')).map(|(_, p)| p));
    reading(if left.ends_with('的') { Role::Multiple } else { Role::Other }, 0, phrase.unwrap_or(""))
}

/// A percentage.
pub(super) fn rate_role(left: &str, right: &str, adjacent: Option<&Fact>, previous: Option<&Fact>) -> Reading {
    compared(left, right)
        .or_else(|| held_against(left))
        .or_else(|| of_base(left, adjacent))
        .or_else(|| continued(left, previous))
        .or_else(|| moved_to(left))
        .or_else(|| moved_from(left, right))
        .or_else(|| share(left))
        .or_else(|| completed(left))
        .or_else(|| execution(left))
        .or_else(|| ratio(left))
        .unwrap_or_else(|| change_or_name(left))
}

/// 较上年97.5%提高: the base of a comparison.
fn compared(left: &str, right: &str) -> Option<Reading> {
    let direction = verb_at_start(right)?;
    let plain =
        ["占比", "比重", "比例", "同比", "环比"].iter().fold(left.to_owned(), |words, noun| words.replace(noun, ""));
    // 同上年的58%相比
    let closed = plain.starts_with('同') && right.starts_with("相比");
    let compared = closed || plain.mentions_any(&["比", "较", "与"]);
    compared.then(|| reading(Role::Base, direction, base_phrase(left).unwrap_or("")))
}

/// 合格率97.60%，高出2022年合格率96.15%: a rate that another is held against is not of the amounts beside it.
fn held_against(left: &str) -> Option<Reading> {
    const WAYS: [&str; 9] = ["高出", "高于", "低于", "超过", "超出", "优于", "不及", "快于", "慢于"];
    let held = WAYS.iter().find_map(|way| left.strip_prefix(way)).is_some_and(|with| with.ends_with('率'));
    held.then(|| reading(Role::Other, 0, ""))
}

/// 占总支出1470.36万元的54.52%: the base stands before the rate.
fn of_base(left: &str, adjacent: Option<&Fact>) -> Option<Reading> {
    let base = adjacent.filter(|p| p.role == Role::Base && p.direction == 0)?;
    if !left.starts_with('的') && !is_due_of(left) {
        return None;
    }
    let role = if base.left.contains('占') {
        Role::Share
    } else if base.left.mentions("完成") {
        Role::Completion
    } else {
        Role::Ratio
    };
    Some(reading(role, 0, &base.phrase))
}

/// 为年初预算的102%、调整预算的94%: the second of two completions in a clause names only its budget.
fn continued(left: &str, previous: Option<&Fact>) -> Option<Reading> {
    previous.filter(|p| p.role == Role::Completion)?;
    let phrase = left.strip_suffix('的').filter(|p| Measure::of(p).is_budget() && p.chars().count() <= 6)?;
    Some(reading(Role::Completion, 0, phrase))
}

fn moved_to(left: &str) -> Option<Reading> {
    leads_to(left).then(|| reading(Role::To, 0, ""))
}

/// 占比由38.6%降至35.2%: the start of a movement, not a share of anything.
fn moved_from(left: &str, right: &str) -> Option<Reading> {
    let moves = right.starts_with(['升', '降', '提', '上', '下', '增', '减', '涨', '跌', '回', '调', '压', '缩', '扩']);
    // 由去年同期的21.4%提升到: the period stands between.
    let dated = |w: char| {
        left.rsplit_once(w).is_some_and(|(_, p)| p.is_empty() || (p.ends_with('的') && p.chars().count() <= 8))
    };
    (moves && (dated('由') || dated('从'))).then(|| reading(Role::From, 0, ""))
}

fn share(left: &str) -> Option<Reading> {
    // 比重依次是56%、44%: shares in a row of what stands before them.
    let row = left.trim_end_matches(['为', '是']);
    let row = ["依次", "分别"].iter().find_map(|w| row.strip_suffix(w));
    if row.is_some_and(|head| head.ends_with_any(&["比重", "比例", "占比", "份额"])) {
        return Some(reading(Role::Share, 0, ""));
    }
    if let Some(whole) = within(left) {
        return Some(reading(Role::Share, 0, whole));
    }
    // 占地 is land, but 占地方财政收入 and 占地区生产总值 are shares.
    let land = |t: &str| t.starts_with('地') && !t.starts_with_any(&["地方", "地区"]);
    let (head, tail) = left.rsplit_once('占').filter(|(_, t)| !t.starts_with(['用', '有']) && !land(t))?;
    // 高于上年占比56.0%: a share of another year, with nothing here to compute it from.
    if head.mentions_any(&["上年", "去年", "同期"]) {
        return Some(reading(Role::Other, 0, ""));
    }
    let tail = tail.trim_end_matches('是').trim_end_matches("分别");
    let phrase = strip_fill(tail)
        .trim_end_matches("分别")
        .trim_end_matches("比重")
        .trim_end_matches("比例")
        .trim_end_matches('的')
        .trim_end_matches('比');
    let phrase = without_result(phrase).trim_end_matches('的').trim_end_matches("比重").trim_end_matches("比例");
    // 非国有投资占全部投资比重 names the part before 占, as 税收占比 does; 任务占比 names only the whole.
    let planned = head.ends_with_any(&["任务", "计划", "目标", "预算"]);
    let own = if phrase.is_empty() && tail.starts_with('比') && planned { head } else { phrase };
    Some(reading(Role::Share, 0, own))
}

/// Whose share is of a whole that stands in no report: 市场份额, 全省份额.
const OUTSIDE: [&str; 11] = ["市场", "全省", "全国", "全球", "国际", "全市", "全县", "国内", "世界", "行业", "同业"];

/// 在全省出口中的份额为43.2%, 民企份额60.3%: the whole that stands behind 在, else none; a share of a market is of no amount here.
fn within(left: &str) -> Option<&str> {
    let words = left.trim_end_matches(['为', '是', '约', '近', '达', '到']);
    let held = |noun| words.strip_suffix(noun).map(|head: &str| head.trim_end_matches(['所', '的']));
    let inside = |head: &'_ str| head.ends_with(['中', '里', '内']);
    let head = held("份额").filter(|head| !head.ends_with_any(&OUTSIDE));
    let head = head.or_else(|| held("占比").or_else(|| held("比重")).filter(|head| inside(head)))?;
    let whole = head.rsplit_once('在').map_or("", |(_, whole)| whole);
    Some(whole.trim_end_matches(['中', '里', '内']))
}

/// 占到项目支出的62%: the words behind 占 without what only says that it came to that; 占到位资金 is of 到位资金.
fn without_result(phrase: &str) -> &str {
    const REACHED: [char; 6] = ['位', '账', '期', '会', '场', '岗'];
    let to = || phrase.strip_prefix('到').filter(|rest| !rest.starts_with(REACHED));
    phrase.strip_prefix('了').or_else(|| phrase.strip_prefix('去')).or_else(to).unwrap_or(phrase)
}

fn completed(left: &str) -> Option<Reading> {
    let (head, rest) = left.rsplit_once("完成")?;
    if rest.is_empty() && head.ends_with("超额") {
        return Some(reading(Role::Growth, 1, "任务"));
    }
    let bare = strip_fill(rest);
    // 完成预算87.8% leaves 的 out.
    let named = is_due(bare).then_some(bare);
    bare.strip_suffix('的').or(named).map(|phrase| reading(Role::Completion, 0, phrase))
}

/// Whether words end with what was to be spent or done: 年初预算数, 任务.
fn is_due(words: &str) -> bool {
    words.trim_end_matches('数').ends_with_any(&["预算", "任务", "计划", "目标"])
}

/// 投资目标任务的: what an amount before these words was to come to.
pub(super) fn is_due_of(words: &str) -> bool {
    words.strip_suffix('的').is_some_and(|due| is_due(due) && due.chars().count() <= 8)
}

fn execution(left: &str) -> Option<Reading> {
    const EXECUTION: [&str; 14] = [
        "执行率",
        "完成率",
        "支出率",
        "支付率",
        "支出进度",
        "执行进度",
        "到位率",
        "预算完成",
        "办结率",
        "结案率",
        "合格率",
        "满意率",
        "满意度",
        "控制率",
    ];
    let bare = strip_fill(left);
    bare.ends_with_any(&EXECUTION).then(|| {
        let budget = bare.mentions("预算") || bare.ends_with("执行率");
        reading(if budget { Role::Completion } else { Role::Rate }, 0, "")
    })
}

/// 为年初预算的118.46% is a completion in other words.
fn ratio(left: &str) -> Option<Reading> {
    // 为年初预算61.2%: the 的 may be left out.
    let short = |head: &str| head.rsplit_once('为').is_some_and(|(_, due)| is_due(due) && due.chars().count() <= 6);
    let (_, phrase) = left
        .strip_suffix('的')
        .or_else(|| Some(left).filter(|left| short(left)))
        .and_then(|l| ["仅为", "相当于", "为", "是", "达到", "达", "等于"].iter().find_map(|w| l.rsplit_once(w)))?;
    let named = Measure::of(phrase);
    let role = if named.is_budget() || named == Measure::Plan { Role::Completion } else { Role::Ratio };
    Some(reading(role, 0, phrase))
}

/// 同比13.9%, 同比-5.8%, 环比↓3.8%: a rate of growth that no verb but its own sign gives its way.
fn signed(left: &str) -> Option<Reading> {
    let (words, direction) = match left.strip_suffix('↓') {
        Some(words) => (words, -1),
        None => (left.trim_end_matches(['+', '↑', '：', '为']), 1),
    };
    // 利润同比13.2%, 全国平均同比5.1%: what stands before says of what else it is.
    ["同比", "环比"].contains(&words).then(|| reading(Role::Growth, direction, ""))
}

fn change_or_name(left: &str) -> Reading {
    if let Some(growth) = signed(left) {
        return growth;
    }
    let bare = strip_fill(left);
    // 压缩比例79.2%, 下降幅度5%: a rate of growth by its name.
    let named = ["比例", "幅度", "比率"].iter().find_map(|w| bare.strip_suffix(w)).unwrap_or(left);
    if let Some((direction, head)) = verb_at_end(named) {
        // 超支21.03% is over the budget.
        let over = if named.ends_with("超支") { "预算" } else { "" };
        return reading(Role::Growth, direction, base_phrase(head).unwrap_or(over));
    }
    if left.ends_with('由') || left.ends_with('从') {
        return reading(Role::From, 0, "");
    }
    // 计划3000株，实际2760株，完成92%: of what, only the figures can say.
    if matches!(bare.trim_start_matches(['仅', '只', '已', '才']), "完成" | "实际完成") {
        return reading(Role::Rate, 0, "");
    }
    if bare.ends_with_any(&["率", "度", "比重", "比例", "增长面", "受益面", "覆盖面"]) {
        return reading(Role::Rate, 0, "");
    }
    reading(Role::Other, 0, "")
}
