//! C05 over a whole text (全文结余): 调整预算数18.52亿元。…全年支出17.89亿元。…结转下年0.63亿元. What is left of the whole is told far from what it is left of,
//! and the figures alone bind them: only what is left to the last digit of just one pair of amounts is taken.

use super::{movement, relation};
use crate::fact::{Fact, Measure, Role};
use crate::gather::{Gather, SortedSet};
use crate::number::{Decimal, Dimension};
use crate::relation::Kind;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// What is left is called so.
const LEFT: [&str; 9] = ["结转", "结余", "未支付", "未使用", "未支出", "未执行", "剩余", "尚有", "尚余"];
/// What it may be left of.
const SOURCES: [&str; 7] = ["可用", "到位", "指标", "收入", "下达", "资金", "总额"];
/// What was taken away.
const SPENT: [&str; 7] = ["支出", "执行", "使用", "决算", "支付", "拨付", "完成"];
/// How many digits it has at least, so that hardly any two amounts are apart by it by chance.
const DIGITS: u32 = 4;
/// How many characters such words have at most.
const LONGEST: usize = 16;
/// How many amounts of each kind are asked.
const MOST: usize = 24;

/// States every amount left that no rule computed and that one pair of the text gives.
pub(in crate::rule) fn settle(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let plain = |f: &Fact| {
        let money = f.figure.unit.dimension == Dimension::Money && f.figure.is_plain() && f.cell.is_none();
        money && !f.is_for_each() && !f.is_zero() && f.place.depth == 0 && !f.period.is_past(facts.year)
    };
    let left = |f: &Fact| {
        let told = || f.left.mentions_any(&LEFT) || f.right.starts_with_any(&LEFT);
        matches!(f.role, Role::Level | Role::Rest) && plain(f) && f.figure.digits() >= DIGITS && told() && is_general(f)
    };
    // 甲项目预算…。乙项目支出…: only amounts of the whole are bound over a text.
    let level = |f: &Fact| f.is_level() && plain(f);
    let source = |f: &Fact| level(f) && (f.measure.is_budget() || f.left.mentions_any(&SOURCES)) && is_general(f);
    let spent = |f: &Fact| {
        let told = || f.measure == Measure::Outturn || f.left.mentions_any(&SPENT);
        level(f) && !f.measure.is_budget() && told() && is_general(f)
    };
    let mut rests = facts
        .pick(0..facts.list.len(), left)
        .filter(|id| !out.computes(*id) && out.added_up(*id).next().is_none())
        .peekable();
    if rests.peek().is_none() {
        return;
    }
    let rests: Vec<usize> = rests.gather();
    let (sources, uses) = (distinct(scope, &source), distinct(scope, &spent));
    for id in rests {
        let pairs = sources.iter().flat_map(|source| uses.iter().map(move |spent| (*source, *spent)));
        let holds = |(source, spent): &(usize, usize)| {
            let apart = *source != *spent && *source != id && *spent != id;
            apart && scope.adds_up(&[*spent, id], *source)
        };
        if let Some((source, spent)) = pairs.filter(holds).single() {
            let range = facts.span(&[id]);
            out.relation(relation("C05", Kind::Difference, movement(source, spent, 1, id), range, true));
        }
    }
}

/// Whether the words of an amount name nothing but that it is the year's budget, spending or what is left of it.
fn is_general(fact: &Fact) -> bool {
    const GENERAL: [&str; 44] = [
        "调整后",
        "追加后",
        "执行中",
        "截至",
        "本年度",
        "上年",
        "全年",
        "本年",
        "当年",
        "年度",
        "年末",
        "年初",
        "年底",
        "部门",
        "单位",
        "财政",
        "下达",
        "可供",
        "可用",
        "安排",
        "使用",
        "资金",
        "指标",
        "到位",
        "总额",
        "预算",
        "决算",
        "收入",
        "支出",
        "实际",
        "执行",
        "完成",
        "累计",
        "合计",
        "结转",
        "结余",
        "下年",
        "尚有",
        "未",
        "支付",
        "数",
        "总",
        "为",
        "的",
    ];
    // Hardly any words are no more than that.
    if fact.left.chars().count() > LONGEST {
        return false;
    }
    let without = |rest: String, word: &&str| if rest.mentions(word) { rest.replace(word, "") } else { rest };
    let rest = GENERAL.iter().fold(fact.left.to_string(), without);
    rest.chars().count() <= 2
}

/// The first amount of each value that passes a test.
fn distinct(scope: &Scope, test: &dyn Fn(&Fact) -> bool) -> Vec<usize> {
    let mut seen: SortedSet<Decimal> = SortedSet::new();
    let new = |id: &usize| scope.facts.base_value(*id).is_some_and(|value| seen.insert(value));
    scope.facts.pick(0..scope.facts.list.len(), test).filter(new).take(MOST).gather()
}
