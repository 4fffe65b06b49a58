//! What need not be used up (上限): of a plan, a limit, a credit line or a contract not all need be done, paid or in place yet. Amounts of what
//! was done make it only where they happen to.

use super::Sink;
use crate::fact::{Fact, Measure};
use crate::gather::Gather;
use crate::number::{Decimal, Exact};
use crate::relation::{Equation, Kind, Relation, Term};
use crate::rule::Scope;
use crate::text::Mention;

/// What amounts are called that may not be exceeded either.
const LIMITS: [&str; 8] = ["限额", "额度", "授信", "合同价", "合同金额", "合同额", "中标", "概算"];
/// What is done with them, and what was not paid back of them.
const DONE: [&str; 11] = ["完成", "实现", "支付", "拨付", "兑付", "到位", "已使用", "提款", "发放", "归还", "余额"];
/// Words right before such a verb of what is still to be done.
const TO_BE: [&str; 7] = ["计划", "预计", "应", "拟", "需", "未", "待"];
/// What the rest of them is called: with it the parts are all of the whole.
const REST: [&str; 6] = ["未", "其余", "剩余", "尚", "余下", "待"];
/// Words that say that all of it was done.
const ALL: [&str; 5] = ["全部", "全额", "足额", "全数", "完毕"];

/// Leaves open every sum of what was done of a ceiling, where it does not make it.
pub(in crate::rule) fn settle(scope: &Scope, out: &mut Sink) {
    let is_short = |r: &&Relation| {
        let told = r.rule == "part_whole" && matches!(r.kind, Kind::Sum | Kind::Count);
        told && is_of_ceiling(scope, &r.equation) && !scope.fits(&r.equation)
    };
    let short: Vec<Equation> = out.relations.iter().filter(is_short).map(|r| r.equation.clone()).gather();
    short.iter().for_each(|equation| out.doubt(equation));
}

/// Whether the parts of a sum are what was done of an amount that is there to be used up.
fn is_of_ceiling(scope: &Scope, equation: &Equation) -> bool {
    let Equation::Sum { parts, whole } = equation else { return false };
    let ([whole], [first, _, ..]) = (whole.as_slice(), parts.as_slice()) else { return false };
    let fact = |term: &Term| scope.facts.get(term.fact);
    let (Some(total), Some(part)) = (fact(whole), fact(first)) else { return false };
    let limit = total.left.mentions_any(&LIMITS);
    let ceiling = limit || total.measure == Measure::Plan || is_budget(total) || total.left.mentions("总投资");
    if !ceiling {
        return false;
    }
    let value = |id: usize| scope.facts.base_value(id);
    let sum = || parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.plus(value(part.fact)?));
    let exceeded = limit && sum() > value(whole.fact);
    let rest = |term: &Term| fact(term).is_some_and(|f| f.left.mentions_any(&REST));
    let all = || scope.facts.text.words(total.range.end..part.range.start.max(total.range.end)).mentions_any(&ALL);
    !exceeded && !is_done(&total.left) && is_done(&part.left) && !parts.iter().any(rest) && !all()
}

/// 年度预算1500万元; 预算支出 was spent.
fn is_budget(fact: &Fact) -> bool {
    fact.left.trim_end_matches(['为', '是', '数', '额', '总']).ends_with("预算")
}

/// Whether words say that something was done, not that it is to be.
fn is_done(words: &str) -> bool {
    DONE.iter().any(|verb| {
        let mut heads: Vec<&str> = words.split(verb).gather();
        heads.pop();
        heads.iter().any(|head| !head.ends_with_any(&TO_BE))
    })
}
