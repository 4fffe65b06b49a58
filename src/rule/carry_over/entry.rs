//! What an amount is in the balance, and of which fund.

use crate::fact::{Fact, Facts, Role, normalize};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::text::{Mention, Words};

/// What an amount is in the balance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// 年初结转和结余.
    Opening,
    /// 本年收入.
    Revenue,
    /// 使用非财政拨款结余, until 2018 用事业基金弥补收支差额.
    Reserve,
    /// 收入总计.
    RevenueTotal,
    /// 本年支出.
    Expenditure,
    /// 结余分配.
    Distribution,
    /// 年末结转和结余.
    Closing,
    /// 支出总计.
    ExpenditureTotal,
    /// 收入支出总计, where one amount is both.
    BothTotals,
}

/// An amount of the balance, with the fund it belongs to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub(super) fact: usize,
    pub(super) item: Item,
    pub(super) fund: Option<&'static str>,
}

/// Funds, longest names first.
const FUNDS: [&str; 8] = [
    "一般公共预算财政拨款",
    "政府性基金预算财政拨款",
    "国有资本经营预算财政拨款",
    "一般公共预算",
    "政府性基金预算",
    "政府性基金",
    "国有资本经营预算",
    "财政拨款",
];

/// Of each entry's words one or another.
const SPOKEN: [&str; 7] = ["结转", "结余", "总计", "可用", "收入", "支出", "收支差额"];

/// All entries.
pub(super) fn entries(facts: &Facts) -> Vec<Entry> {
    let plain = |f: &Fact| {
        f.role == Role::Level
            && f.figure.unit.dimension == Dimension::Money
            && f.figure.is_plain()
            && f.place.depth == 0
    };
    let mut out: Vec<Entry> =
        facts.pick(0..facts.list.len(), plain).filter_map(|fact| entry(facts.get(fact)?, fact, facts.year)).gather();
    // 财政拨款本年收入…，减去本年支出…: what a sentence about one fund says is of that fund.
    let mut head: Option<(usize, &'static str)> = None;
    for entry in &mut out {
        let Some(fact) = facts.get(entry.fact) else { continue };
        if head.is_none_or(|(sentence, _)| sentence != fact.place.sentence) {
            let opens = facts.clauses.sentences().get(fact.place.sentence).is_some_and(|s| {
                fact.range.start - fact.left.chars().count() == s.start && fact.left.starts_with_any(&FUNDS)
            });
            head = entry.fund.filter(|_| opens).map(|fund| (fact.place.sentence, fund));
        }
        entry.fund = entry.fund.or(head.map(|(_, fund)| fund));
    }
    out
}

/// What an amount is by its words, if it is an entry of the balance.
pub(super) fn entry(fact: &Fact, id: usize, year: Option<i32>) -> Option<Entry> {
    // Every amount is asked, and few speak of the balance.
    if !fact.left.mentions_any(&SPOKEN) {
        return None;
    }
    let behind = behind_opener(&fact.left);
    let left = behind.as_ref().unwrap_or(&fact.left);
    if !left.mentions_any(&SPOKEN) {
        return None;
    }
    let fund = FUNDS.iter().find(|f| left.mentions(f)).copied();
    let has = |words: &[&str]| left.mentions_any(words);
    let kept = has(&["结转", "结余"]) && !has(&["率", "结余分配", "比"]);
    let item = if has(&["非财政拨款结余", "使用专用结余", "弥补收支差额"]) {
        Item::Reserve
    } else if has(&["结余分配"]) {
        Item::Distribution
    } else if kept && has(&["年末", "期末", "结转下年", "结转至下年", "年底"]) {
        Item::Closing
    } else if kept && has(&["年初", "上年", "期初"]) {
        Item::Opening
    } else if fact.measure.is_budget() && fund.is_none() || fact.period.is_past(year) {
        return None;
    } else if has(&["收入支出总计", "收支总计", "收、支总计"]) {
        Item::BothTotals
    } else if has(&["收入总计", "可用资金", "可用财力"]) {
        Item::RevenueTotal
    } else if has(&["支出总计"]) {
        Item::ExpenditureTotal
    } else {
        let bare = fund.map_or_else(|| left.to_string(), |f| left.replacen(f, "", 1));
        let ends = |words: &[&str]| bare.ends_with_any(words);
        match normalize(&bare).as_str() {
            "总收入" => Item::Revenue,
            "总支出" => Item::Expenditure,
            // A heading may run into the words before them.
            _ if ends(&["全年总收入", "本年收入合计", "年度总收入"]) => Item::Revenue,
            _ if ends(&["全年总支出", "本年支出合计", "年度总支出"]) => Item::Expenditure,
            _ => return None,
        }
    };
    Some(Entry { fact: id, item, fund: fund.map(short) })
}

/// 支出总计包括本年支出: what the amount is, where it stands behind a word that opens a list.
fn behind_opener(words: &Words) -> Option<Words> {
    const OPENERS: [&str; 3] = ["包括", "包含", "其中"];
    if !words.mentions_any(&OPENERS) {
        return None;
    }
    let behind = OPENERS.into_iter().filter_map(|opener| words.rsplit_once(opener)).map(|(_, own)| own);
    behind.filter(|own| !own.contains('）')).min_by_key(|own| own.len()).map(|own| Words::from(own.to_owned()))
}

/// The fund without the words that some sentences leave out.
fn short(fund: &'static str) -> &'static str {
    ["一般公共预算", "政府性基金", "国有资本经营"].into_iter().find(|s| fund.starts_with(s)).unwrap_or(fund)
}
