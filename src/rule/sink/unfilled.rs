//! What need not be used up (上限): of a plan, a limit, a credit line or a contract not all need be done, paid or in place yet. Amounts of what
//! was done make it only where they happen to.

use super::Sink;
use crate::fact::{Fact, Measure};
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Relation, Term};
use crate::rule::Scope;
use crate::text::Mention;

/// What amounts are called that are there to be used up.
const CEILINGS: [&str; 9] = ["限额", "额度", "授信", "合同价", "合同金额", "合同额", "中标", "概算", "总投资"];
/// What is done with them, and what was not paid back of them.
const DONE: [&str; 11] = ["完成", "实现", "支付", "拨付", "兑付", "到位", "使用", "提款", "发放", "归还", "余额"];
/// Words right before such a verb of what is still to be done.
const TO_BE: [&str; 7] = ["计划", "预计", "应", "拟", "需", "未", "待"];
/// What the rest of them is called: with it the parts are all of the whole.
const REST: [&str; 6] = ["未", "其余", "剩余", "尚", "余下", "待"];
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
    let fact = |term: &Term| scope.facts.get(term.fact);
    let ceiling = |f: &Fact| {
        let named = f.measure == Measure::Plan || f.measure.is_budget() || f.left.mentions_any(&CEILINGS);
        named && !is_done(&f.left)
    };
    let rest = |term: &Term| fact(term).is_some_and(|f| f.left.mentions_any(&REST));
    parts.len() >= 2
        && whole.iter().filter_map(fact).any(ceiling)
        && parts.first().and_then(fact).is_some_and(|f| is_done(&f.left))
        && !parts.iter().any(rest)
}

/// Whether words say that something was done, not that it is to be.
fn is_done(words: &str) -> bool {
    DONE.iter().any(|verb| {
        let mut heads: Vec<&str> = words.split(verb).gather();
        heads.pop();
        heads.iter().any(|head| !head.ends_with_any(&TO_BE))
    })
}
