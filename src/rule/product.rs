//! 单价与数量 — products: `price × quantity = total`. Cue V16.
#![doc = include_str!("product.md")]

mod nearby;
mod several;

use super::{Rule, Scope, Sink};
use crate::fact::{Fact, Facts};
use crate::number::Dimension;
use crate::relation::{Equation, Kind, Relation, Source};

pub(super) const RULE: Rule = Rule { code: "V", name: "product", find };

fn find(scope: &Scope, out: &mut Sink) {
    for id in 0..scope.facts.list.len() {
        if let Some(fact) = scope
            .facts
            .get(id)
            .filter(|f| f.figure.unit.dimension == Dimension::Money && f.figure.is_plain() && !f.is_zero())
            && let Some(per) = priced(fact)
        {
            price(scope, id, per, out);
        }
    }
    several::state(scope, out);
    nearby::state(scope, out);
}

/// What a price is the price of: 每亩 → 亩; 单价 leaves it open.
fn priced(fact: &Fact) -> Option<Option<String>> {
    if let Some((_, rest)) = fact.left.rsplit_once('每') {
        return (rest.chars().count() <= 8 && !rest.starts_with(['年', '月', '日', '天']))
            .then(|| Some(rest.to_owned()));
    }
    // 户均补贴0.8万元, 人均慰问金596元
    let averages = [("人均", "人"), ("户均", "户"), ("亩均", "亩")];
    if let Some((_, unit)) = averages.iter().find(|(word, _)| fact.left.starts_with(word)) {
        return Some(Some((*unit).to_owned()));
    }
    let words = fact.left.trim_end_matches(['为', '是', '约']);
    words.ends_with("单价").then_some(None)
}

fn price(scope: &Scope, id: usize, per: Option<String>, out: &mut Sink) {
    let facts = scope.facts;
    let Some(fact) = facts.get(id) else { return };
    let counted = |f: &Fact| {
        let named = per
            .as_ref()
            .is_none_or(|per| !f.figure.unit.base.is_empty() && per.starts_with(f.figure.unit.base.as_str()));
        f.is_level()
            && f.figure.unit.dimension == Dimension::Count
            && f.figure.is_plain()
            && f.place.depth == fact.place.depth
            && named
    };
    let sentence = facts.in_sentence(fact.place.sentence);
    let before = facts.pick(sentence.start..id, counted).next_back().filter(|q| apart(facts, *q, id) <= 1);
    let after = facts.pick(id + 1..sentence.end, counted).next().filter(|q| apart(facts, *q, id) <= 1);
    let Some(quantity) = before.or(after) else { return };
    let last = quantity.max(id);
    let equation = |total: usize| Equation::Product { factors: vec![id, quantity], per: None, result: total };
    let state = |total: usize, sure: bool, out: &mut Sink| {
        out.relation(Relation {
            rule: RULE.name,
            cue: "V16",
            kind: Kind::Product,
            source: Source::Asserted,
            equation: equation(total),
            range: facts.span(&[quantity, id, total]),
            sure,
            warning: "W01",
        });
    };
    let money =
        |f: &Fact| f.is_level() && f.is_like(fact) && f.figure.is_plain() && !f.is_zero() && priced(f).is_none();
    // 共9万元 directly behind both is the total by its words.
    let next = facts
        .get(last + 1)
        .filter(|f| money(f) && f.place.sentence == fact.place.sentence && f.place.segment == fact.place.segment);
    // 户均补贴0.8万元，共发放补贴资金300万元
    let opens = |f: &Fact| {
        let begins = ["共", "合计", "约需", "总计"].iter().any(|w| f.left.starts_with(w));
        begins && per.is_some() && f.left.chars().count() <= 8
    };
    if next.is_some_and(|f| is_total(f) || opens(f)) {
        return state(last + 1, true, out);
    }
    // Else only the figures can say which total is meant: the head of the item, or a total named soon after.
    let first = quantity.min(id);
    let reckoned = is_reckoned(facts, first, last);
    let near = if reckoned { 2 } else { 1 };
    let head = facts.pick(sentence.start..first, money).next_back().filter(|t| apart(facts, *t, first) <= near);
    let soon = (last + 1..).map_while(|id| facts.get(id).filter(|f| f.place.sentence <= fact.place.sentence + 3));
    let later = (last + 1..).zip(soon).filter(|(_, f)| money(f) && f.left.contains("总额")).map(|(id, _)| id);
    if let Some(total) = head.into_iter().chain(later).find(|t| scope.fits(&equation(*t))) {
        state(total, true, out);
    } else if let Some(total) = head.filter(|t| reckoned && scope.is_stated_slip(&equation(*t))) {
        state(total, true, out);
    } else if let Some(total) = head.filter(|t| scope.is_slip(&equation(*t))) {
        state(total, false, out);
    }
}

/// 按5辆、每辆1.75万元的定额测算: the words say that what stands before was reckoned from these.
fn is_reckoned(facts: &Facts, first: usize, last: usize) -> bool {
    let (Some(first), Some(last)) = (facts.get(first), facts.get(last)) else { return false };
    first.left.starts_with('按') && ["测算", "计算", "核算", "核定", "计"].iter().any(|w| last.right.contains(w))
}

fn is_total(fact: &Fact) -> bool {
    ["共", "共计", "合计", "总计", "总价", "计", "共需", "共支出", "共补助", "金额", "总额", "总金额"]
        .iter()
        .any(|w| fact.left.trim_end_matches(['为', '是']).ends_with(w))
        && fact.left.chars().count() <= 6
}

/// How many clause marks stand between two figures of a sentence.
fn apart(facts: &Facts, a: usize, b: usize) -> usize {
    match (facts.get(a), facts.get(b)) {
        (Some(a), Some(b)) => a.place.clause.abs_diff(b.place.clause),
        _ => usize::MAX,
    }
}
