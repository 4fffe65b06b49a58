//! C04: what rose by more than it is, and what cannot have.

use super::siblings;
use crate::fact::{Fact, Role};
use crate::number::Decimal;
use crate::relation::{Equation, Order, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// 有四个版本上榜，…涨了7个点: whether a number of 个 is of points of a rate, whatever is counted before.
pub(super) fn is_of_points(change: &Fact) -> bool {
    change.figure.unit.base == "个" && change.right.starts_with('点') && !change.right.starts_with("点位")
}

/// What names of that can be less than nothing end with; 利润收入 and 资本收益收入 cannot.
const SIGNED: [&str; 6] = ["损益", "利润", "盈余", "净额", "差额", "净流量"];

/// What fails where an amount rose by more than it is: 0万元，比上年增加5万元 had a negative base. 比基金监管多311万元: but another item is
/// no earlier amount of this one.
pub(super) fn below_zero(scope: &Scope, id: usize, subject: usize, out: &Sink) -> Option<Equation> {
    let compared = scope.facts.comparison(id);
    let positive = scope.facts.get(subject)?.figure.value >= Decimal::ZERO;
    let impossible =
        Equation::Order { left: vec![Term::plus(subject)], order: Order::AtLeast, right: vec![Term::plus(id)] };
    let earlier = is_total(scope, id, subject, out) && !compared.is_empty() && !siblings::names_item(&compared);
    // 公允价值变动损益32.95亿元，较上年增加175.74亿元: what can be less than nothing may have been.
    let signed = scope.facts.get(subject)?.left.trim_end_matches(['为', '是', '达']).ends_with_any(&SIGNED);
    (positive && earlier && !signed && !scope.fits(&impossible)).then_some(impossible)
}

/// 预算100万元，含甲20万元；比上年增加40万元: whether the amount before a change is part of one that can have risen by so much and whose own
/// change is not told yet.
fn has_whole_for(scope: &Scope, id: usize, subject: usize, out: &Sink) -> bool {
    let rise = scope.facts.base_value(id);
    let told = |whole: usize| scope.facts.get(whole + 1).is_some_and(|f| f.role == Role::Change);
    let mut wholes = out.wholes_of(subject).filter(|whole| *whole < subject && !told(*whole));
    wholes.any(|whole| scope.facts.base_value(whole) >= rise)
}

/// 标准提高至94元，…，增加173万元: whether an amount can be the total that rose, which an average is not, nor one with another nearer.
fn is_total(scope: &Scope, id: usize, subject: usize, out: &Sink) -> bool {
    let (Some(fact), Some(own)) = (scope.facts.get(id), scope.facts.get(subject)) else { return false };
    let nearer = scope.facts.pick(subject + 1..id, |f| f.is_level() && f.is_like(fact)).next();
    let alone = nearer.is_none() && !has_whole_for(scope, id, subject, out);
    fact.direction > 0 && alone && !own.left.contains(['均', '每'])
}
