//! I01, I07: totals that must be one: what comes in and what goes out of a budget, and the totals of one thing in two sections.

use super::{is_misprint, relation};
use crate::fact::Fact;
use crate::gather::Gather;
use crate::relation::Digits;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How many digits totals have that a slip of the pen parts; shorter ones are alike by chance.
const DIGITS: u32 = 5;
/// How many totals of a text are compared.
const MOST: usize = 200;

/// States both.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    balanced(scope, out);
    misprinted(scope, out);
}

/// 收入预算3618万元。…支出预算3628万元: a budget spends what it takes in.
fn balanced(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let head = |tails: &[&str]| {
        let named = |f: &Fact| {
            let words = f.left.trim_end_matches(['为', '是', '数']);
            f.is_level() && f.place.depth == 0 && f.figure.is_plain() && words.ends_with_any(tails)
        };
        facts.pick(0..facts.list.len(), named).next()
    };
    let (Some(income), Some(outlay)) = (
        head(&["收入预算", "收入总预算", "收入预算总额", "收入总计"]),
        head(&["支出预算", "支出总预算", "支出预算总额", "支出总计"]),
    ) else {
        return;
    };
    if let (Some(a), Some(b)) = (facts.get(income), facts.get(outlay))
        && a.figure.unit == b.figure.unit
        && a.period.is_same(b.period, facts.year)
        && a.figure.digits() >= 4
        && (facts.base_value(income) == facts.base_value(outlay) || is_misprint(&a.figure, &b.figure))
    {
        let range = a.range.start.min(b.range.start)..a.range.end.max(b.range.end);
        out.relation(relation("I01", income, outlay, range, false));
    }
}

/// 支出5691.63万元，其中…。…决算合计5961.63万元: two totals with the same digits in another order. One digit apart they may
/// be by chance: 100万元 more or less.
fn misprinted(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let total = |f: &Fact| {
        f.is_level()
            && f.place.depth == 0
            && f.figure.is_plain()
            && f.figure.digits() >= DIGITS
            && !f.period.is_past(facts.year)
    };
    let told = |id: &usize| {
        let words = |f: &Fact| f.left.trim_end_matches(['为', '是']).ends_with_any(&["合计", "总计", "共计"]);
        facts.get(*id).is_some_and(words) || out.sums_to(*id).any(|r| scope.fits(&r.equation))
    };
    let totals = facts.pick(0..facts.list.len(), total).filter(told).take(MOST);
    let totals = totals.filter_map(|id| facts.get(id).map(|f| (id, f, Digits::of(&f.figure))));
    let totals: Vec<(usize, &Fact, Option<Digits>)> = totals.gather();
    for (at, (second, b, own)) in totals.iter().enumerate() {
        // A value that the text gives twice is no misprint of another.
        let again = |id: usize| {
            let same = |f: &Fact| f.is_level() && f.figure.base() == facts.base_value(id) && f.is_like(b);
            facts.pick(0..facts.list.len(), same).count() > 1
        };
        // Each the sum of its own list: two different amounts.
        let borne = |id: usize| out.sums_to(id).any(|r| scope.fits(&r.equation));
        let exchanged = |other: &Option<Digits>| own.zip(*other).is_some_and(|(p, q)| p.are_those_of(q));
        let wrong = |(first, a, digits): &&(usize, &Fact, Option<Digits>)| {
            a.place.sentence != b.place.sentence
                && exchanged(digits)
                && a.figure.unit == b.figure.unit
                && a.figure.value != b.figure.value
                && !(a.measure.is_budget() ^ b.measure.is_budget())
                && !(borne(*second) && borne(*first))
        };
        let found = totals.get(..at).unwrap_or_default().iter().rev().find(wrong);
        if let Some((first, a, _)) = found
            && !(again(*first) && again(*second))
        {
            out.relation(relation("I07", *first, *second, a.range.start..b.range.end, false));
        }
    }
}
