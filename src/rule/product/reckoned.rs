//! V16 of what is reckoned: 每亩增收45元，…；以4.2万亩计，增收189万元: what one brings, how many there are, and what all bring.

use super::{product, relation};
use crate::catalog::per::Per;
use crate::fact::{Fact, Role};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How many figures back what one brings is looked for.
const REACH: usize = 12;

/// States every total that stands right behind the number it is reckoned with.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    for count in scope.facts.pick(1..scope.facts.list.len(), is_number) {
        one(scope, count, out);
    }
}

/// 以4.2万亩计, 按播种2.6万亩测算: whether words reckon with a number.
fn is_number(fact: &Fact) -> bool {
    let counted = fact.is_amount() && fact.figure.is_plain() && fact.figure.unit.dimension != Dimension::Money;
    let right = fact.right.as_str();
    counted && fact.left.starts_with(['以', '按']) && ["计", "计算", "测算", "推算", "匡算"].contains(&right)
}

fn one(scope: &Scope, count: usize, out: &mut Sink) {
    let facts = scope.facts;
    let (Some(number), Some(total)) = (facts.get(count), facts.get(count + 1)) else { return };
    let next = total.place.sentence == number.place.sentence && total.place.clause == number.place.clause + 1;
    let level = |f: &Fact| (f.is_level() || f.role == Role::Change) && f.is_amount() && f.figure.is_plain();
    if !next || !level(total) || out.computes(count + 1) {
        return;
    }
    let unit = number.figure.unit.base.as_str();
    // 亩增87元, 每亩增加45元, 户均增收2400元
    let each = |f: &Fact| {
        let short = f.left.strip_prefix(unit).is_some_and(|verb| verb.starts_with_any(&["增", "产", "均"]));
        short || Per::of(&f.left).is_some_and(|per| per.is_counted_in(unit))
    };
    let brings = |f: &Fact| level(f) && f.is_like(total) && each(f);
    let start = facts.in_paragraph(number.place.paragraph).start.max(count.saturating_sub(REACH));
    let prices: Vec<usize> = facts.pick(start..count, brings).rev().gather();
    let equation = |price: usize| product(price, count, count + 1);
    let fitting = prices.iter().copied().find(|price| scope.fits(&equation(*price)));
    // Of several only the figures can say which is meant; of one a unit or a digit may be wrong.
    let slip = |price: usize| scope.is_shifted(&equation(price)) || scope.is_likely_slip(&equation(price));
    let mut slips = prices.iter().copied().filter(|price| slip(*price));
    let chosen = fitting.or_else(|| slips.next().filter(|_| slips.next().is_none()));
    if let Some(price) = chosen {
        out.relation(relation(scope, [price, count, count + 1], equation(price), fitting.is_some()));
    }
}
