//! V16 in a row: count, price and total, or price, count and total, told one right behind the other without a word of a total.

use super::{product, relation};
use crate::catalog::per::Per;
use crate::fact::Fact;
use crate::gather::Gather;
use crate::number::Dimension;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// What is done with the money of a price.
const PAID: [&str; 10] = ["支付", "发放", "兑付", "兑现", "拨付", "支出", "补助", "补贴", "奖补", "资助"];

/// States every row.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let price = |f: &Fact| {
        f.is_level()
            && f.figure.is_plain()
            && !f.is_zero()
            && f.figure.unit.dimension == Dimension::Money
            && f.left.contains('每')
    };
    for id in facts.pick(0..facts.list.len(), price) {
        let rows = [bracketed(scope, id), between(scope, id), ahead(scope, id)];
        for (count, total) in rows.into_iter().flatten() {
            let equation = product(id, count, total);
            if scope.fits(&equation) || scope.is_likely_slip(&equation) || scope.is_shifted(&equation) {
                out.relation(relation(scope, [id, count, total], equation, false));
            }
        }
    }
}

/// Whether two facts are a count of what a price is for and an amount of money, both plain.
fn is_pair(scope: &Scope, price: &Fact, count: usize, total: usize) -> bool {
    let (Some(count), Some(total)) = (scope.facts.get(count), scope.facts.get(total)) else { return false };
    let unit = count.figure.unit.base.as_str();
    // 每人每月80元 is paid to so many 人次.
    let each: Vec<&str> = price.left.split('每').skip(1).gather();
    let counted = match each.as_slice() {
        [_] => Per::of(&price.left).is_some_and(|per| per.is_counted_in(unit)),
        [who, "月"] => who.starts_with('人') && unit == "人次",
        _ => false,
    };
    let usable =
        |f: &Fact| f.is_level() && f.figure.is_plain() && !f.is_zero() && f.place.sentence == price.place.sentence;
    counted && usable(count) && usable(total) && total.is_like(price) && !total.is_for_each()
}

/// 普通高中1594人次、318.80万元（每人次2000元）.
fn bracketed(scope: &Scope, price: usize) -> Option<(usize, usize)> {
    let facts = scope.facts;
    let (own, total, count) = (facts.get(price)?, price.checked_sub(1)?, price.checked_sub(2)?);
    let aside = own.place.bracket.is_some() && own.place.bracket == facts.get(total).map(|f| f.range.end);
    let beside = matches!(facts.between(count, total), "、" | "，");
    (aside && beside && is_pair(scope, own, count, total)).then_some((count, total))
}

/// 改造186户，每户奖补2000元，支付37.2万元.
fn between(scope: &Scope, price: usize) -> Option<(usize, usize)> {
    let facts = scope.facts;
    let (own, total, count) = (facts.get(price)?, price + 1, price.checked_sub(1)?);
    let (before, behind) = (facts.get(count)?, facts.get(total)?);
    let clauses = before.place.clause + 1 == own.place.clause && own.place.clause + 1 == behind.place.clause;
    let paid =
        PAID.contains(&behind.left.as_str()) && own.place.depth == 0 && before.place.segment == behind.place.segment;
    (clauses && paid && is_pair(scope, own, count, total)).then_some((count, total))
}

/// 补贴每人每月80元，全年发放5264人次、42.112万元.
fn ahead(scope: &Scope, price: usize) -> Option<(usize, usize)> {
    let facts = scope.facts;
    let (own, count, total) = (facts.get(price)?, price + 1, price + 2);
    let next = facts.get(count)?;
    let paid = next.left.ends_with_any(&PAID) && next.place.clause == own.place.clause + 1;
    (paid && facts.between(count, total) == "、" && is_pair(scope, own, count, total)).then_some((count, total))
}
