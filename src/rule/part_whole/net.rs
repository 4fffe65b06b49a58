//! A11: 净额 = 总额 − 费用, and V16: 数量 × 单价 = 总额, where three sentences give the three amounts.

use super::{RULE, relation};
use crate::fact::Fact;
use crate::number::Dimension;
use crate::relation::{Equation, Kind, Relation, Source, Term};
use crate::rule::{Scope, Sink};

/// States both.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    nets(scope, out);
    products(scope, out);
}

fn nets(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let level = |f: &Fact| f.is_level() && f.figure.is_plain() && f.figure.unit.dimension == Dimension::Money;
    for id in facts.pick(0..facts.list.len(), |f| level(f) && f.left.contains("净额")) {
        let Some(net) = facts.get(id) else { continue };
        let stem: String = net.left.split("净额").next().unwrap_or("").chars().rev().take(4).collect();
        let stem: String = stem.chars().rev().collect();
        let near = |f: &Fact| level(f) && f.is_like(net) && f.place.sentence.abs_diff(net.place.sentence) <= 4;
        let gross = facts
            .pick(0..facts.list.len(), |f| {
                near(f) && f.left.contains("总额") && f.left.contains(&stem) && !stem.is_empty()
            })
            .next();
        let costs: Vec<usize> = facts.pick(0..facts.list.len(), |f| near(f) && f.left.contains("费用")).collect();
        let Some(gross) = gross else { continue };
        let equation = |cost: usize| Equation::Sum {
            parts: vec![Term::plus(gross), Term::minus(cost)],
            whole: vec![Term::plus(id)],
        };
        let chosen = costs.iter().copied().find(|c| scope.fits(&equation(*c))).or(costs.first().copied());
        if let Some(cost) = chosen {
            out.relation(relation("A11", Kind::Difference, equation(cost), net.range.clone(), true));
        }
    }
}

/// A price says what it is the price of: 每股发行价格19.70元, 单价0.45万元.
fn is_price(fact: &Fact) -> bool {
    let per = fact.figure.unit.base.contains('/');
    let words = [
        "单价",
        "每股",
        "发行价",
        "价格",
        "每套",
        "每台",
        "每辆",
        "每亩",
        "每吨",
        "每户",
        "每人",
        "每桶",
        "每公斤",
        "人均",
        "户均",
    ]
    .iter()
    .any(|w| fact.left.contains(w));
    fact.is_level() && fact.figure.is_plain() && fact.figure.unit.dimension == Dimension::Money && (per || words)
}

fn products(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for price in facts.pick(0..facts.list.len(), is_price) {
        let Some(per) = facts.get(price) else { continue };
        let near = |f: &Fact| f.is_level() && f.figure.is_plain() && f.place.sentence.abs_diff(per.place.sentence) <= 3;
        let from = price.saturating_sub(12);
        let counts: Vec<usize> = facts
            .pick(from..(price + 8).min(facts.list.len()), |f| near(f) && f.figure.unit.dimension == Dimension::Count)
            .collect();
        let totals: Vec<usize> = facts
            .pick(from..(price + 12).min(facts.list.len()), |f| near(f) && f.figure.unit.base == "元" && !is_price(f))
            .collect();
        let equation = |count: usize, total: usize| Equation::Product { factors: [price, count], result: total };
        let pairs: Vec<(usize, usize)> = counts
            .iter()
            .flat_map(|c| totals.iter().map(move |t| (*c, *t)))
            .filter(|(c, t)| c != t && *c != price && *t != price)
            .collect();
        let fitting = pairs.iter().copied().find(|(c, t)| scope.fits(&equation(*c, *t)));
        // 20台，单价0.45万元，共9万元: one count and one total in one sentence leave no other reading.
        let here: Vec<(usize, usize)> = pairs
            .iter()
            .copied()
            .filter(|(c, t)| {
                facts.get(*c).zip(facts.get(*t)).is_some_and(|(c, t)| {
                    c.place.sentence == per.place.sentence
                        && t.place.sentence == per.place.sentence
                        && t.range.start > per.range.start
                })
            })
            .collect();
        let total_word = |t: usize| {
            facts.get(t).is_some_and(|f| {
                ["共", "合计", "总计", "计"].iter().any(|w| f.left.starts_with(w) || f.left.ends_with(w))
            })
        };
        let only = match here.as_slice() {
            [(c, t)] if total_word(*t) => Some((*c, *t)),
            _ => None,
        };
        if let Some((count, total)) = fitting.or(only) {
            let first = price.min(count).min(total);
            let range = facts.get(first).map_or(per.range.start, |f| f.range.start)
                ..facts.get(price.max(count).max(total)).map_or(per.range.end, |f| f.range.end);
            out.relation(Relation {
                rule: RULE.name,
                cue: "A18",
                kind: Kind::Product,
                source: Source::Asserted,
                equation: equation(count, total),
                range,
                sure: true,
                warning: "W02",
            });
        }
    }
}
