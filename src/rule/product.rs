//! 单价与数量 — products: `price × quantity = total`. Cue V16.
#![doc = include_str!("product.md")]

mod nearby;
mod reckoned;
mod row;
mod several;

use super::{Rule, Scope, Sink};
use crate::catalog::per::Per;
use crate::fact::{Fact, Facts};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::{Equation, Kind, Relation, Source};
use crate::text::{Mention, Range};

/// How many characters make a name that the words behind a price give again.
const NAME: usize = 3;

/// How many figures before a price other counts and prices are looked for.
const REACH: usize = 30;

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
    row::state(scope, out);
    nearby::state(scope, out);
    reckoned::state(scope, out);
}

/// What a price is the price of: 每亩 → 亩; 单价 leaves it open.
fn priced(fact: &Fact) -> Option<Option<Per<'_>>> {
    if let Some(per) = Per::of(&fact.left) {
        // 户均补贴0.8万元, 人均慰问金596元
        let opens = fact.left.contains('每') || fact.left.find('均').is_some_and(|at| at == per.each.len());
        let time = per.each.starts_with(['年', '月', '日', '天']);
        return (opens && !time).then_some(Some(per));
    }
    let words = fact.left.trim_end_matches(['为', '是', '约']);
    words.ends_with("单价").then_some(None)
}

fn relation(scope: &Scope, facts: [usize; 3], equation: Equation, sure: bool) -> Relation {
    let (rule, kind, source, range) = (RULE.name, Kind::Product, Source::Asserted, scope.facts.span(&facts));
    Relation { rule, cue: "V16", kind, source, equation, range, sure, warning: "W01" }
}

fn product(price: usize, count: usize, result: usize) -> Equation {
    Equation::Product { factors: vec![price, count], per: None, result }
}

fn price(scope: &Scope, id: usize, per: Option<Per>, out: &mut Sink) {
    let facts = scope.facts;
    let Some(fact) = facts.get(id) else { return };
    let counted = |f: &Fact| {
        let named = per.is_none_or(|per| per.is_counted_in(&f.figure.unit.base));
        f.is_level()
            && f.figure.unit.dimension == Dimension::Count
            && f.figure.is_plain()
            && f.place.depth == fact.place.depth
            && !f.is_for_each()
            && named
    };
    let sentence = facts.in_sentence(fact.place.sentence);
    let Some((quantity, last)) = quantity(scope, (id, fact), per, &counted) else { return };
    let equation = |total: usize| product(id, quantity, total);
    let state = |total: usize, sure: bool, out: &mut Sink| {
        out.relation(relation(scope, [quantity, id, total], equation(total), sure));
    };
    let money =
        |f: &Fact| f.is_level() && f.is_like(fact) && f.figure.is_plain() && !f.is_zero() && priced(f).is_none();
    // 共9万元 directly behind both is the total by its words.
    let next = facts
        .get(last + 1)
        .filter(|f| money(f) && f.place.sentence == fact.place.sentence && f.place.segment == fact.place.segment);
    // 户均补贴0.8万元，共发放补贴资金300万元
    let opens = |f: &Fact| {
        let begins = f.left.starts_with_any(&["共", "合计", "约需", "总计"]);
        begins && per.is_some() && f.left.chars().count() <= 8
    };
    if next.is_some_and(|f| is_total(f) || opens(f)) {
        let counts = facts.pick(reach(facts.in_paragraph(fact.place.paragraph).start, id), counted).gather();
        if let Some(count) = meant(scope, id, (quantity, last + 1), &counts) {
            out.relation(relation(scope, [count, id, last + 1], product(id, count, last + 1), true));
        }
        return;
    }
    // Else only the figures can say which total is meant: the head of the item, or a total named soon after.
    let first = quantity.min(id);
    let reckoned = is_reckoned(facts, first, last);
    let near = if reckoned { 2 } else { 1 };
    let head = facts.pick(sentence.start..first, money).next_back().filter(|t| apart(facts, *t, first) <= near);
    let soon = (last + 1..).map_while(|id| facts.get(id).filter(|f| f.place.sentence <= fact.place.sentence + 3));
    let later = (last + 1..).zip(soon).filter(|(_, f)| money(f) && f.left.mentions("总额")).map(|(id, _)| id);
    if let Some(total) = head.into_iter().chain(later).find(|t| scope.fits(&equation(*t))) {
        state(total, true, out);
    } else if let Some(total) = head.filter(|t| reckoned && scope.is_stated_slip(&equation(*t))) {
        state(total, true, out);
    } else if let Some(total) = head.filter(|t| scope.is_slip(&equation(*t))) {
        state(total, false, out);
    }
}

/// The count that a price is multiplied with, and the last figure before the total.
fn quantity(
    scope: &Scope,
    (id, fact): (usize, &Fact),
    per: Option<Per>,
    counted: &dyn Fn(&Fact) -> bool,
) -> Option<(usize, usize)> {
    let facts = scope.facts;
    let sentence = facts.in_sentence(fact.place.sentence);
    let before = facts.pick(sentence.start..id, counted).next_back().filter(|q| apart(facts, *q, id) <= 1);
    let beside = |q: &usize| facts.get(*q).is_some_and(|f| f.place.segment == fact.place.segment);
    let after = facts.pick(id + 1..sentence.end, counted).next().filter(|q| apart(facts, *q, id) <= 1 && beside(q));
    // 资助412人，发放82.4万元，人均2000元
    let told = |q: &usize| before.is_none() && beside(q) && apart(facts, *q, id) == 2;
    let before = before.or(facts.pick(sentence.start..id, counted).next_back().filter(told));
    // 供餐64.2万人次，按365天计…；每人次补贴3元，共192.6万元: further off the only count of what the price is for, where the total stands behind.
    let totalled = |t: usize| {
        facts.get(t).is_some_and(|f| is_total(f) && f.is_like(fact) && f.place.segment == fact.place.segment)
    };
    let only = || {
        let mut all = facts.pick(sentence.start..id, counted);
        all.next().filter(|_| all.next().is_none() && per.is_some() && totalled(id + 1))
    };
    let quantity = before.or(after).or_else(only)?;
    // 每亩120元，面积52.4万亩、农户6.1万户，应发6288万元: what is counted otherwise may stand beside the count.
    let aside = |f: &Fact| f.figure.unit.dimension == Dimension::Count && !counted(f);
    let joined = |a: usize| facts.between(a, a + 1).starts_with('、') && facts.get(a + 1).is_some_and(aside);
    let last = quantity.max(id);
    Some((quantity, if last > id && joined(last) && totalled(last + 2) { last + 1 } else { last }))
}

/// The facts from one on to another, or as many before that as other counts and prices are looked for among.
fn reach(from: usize, to: usize) -> Range {
    from.max(to.saturating_sub(REACH))..to
}

/// 储备1.8万吨，…入库6200吨，按每吨100元共补贴180万元: of several counts before a price the one that fits is meant, else the nearest
/// only where a slip of the pen explains it.
fn meant(scope: &Scope, price: usize, (nearest, total): (usize, usize), counts: &[usize]) -> Option<usize> {
    let equation = |count: usize| product(price, count, total);
    let fitting = [nearest].into_iter().chain(counts.iter().copied()).find(|count| scope.fits(&equation(*count)));
    // 每村10万元…，另按每人15元补助，…共228.9万元: nor do several prices leave one reading.
    let facts = scope.facts;
    let prices =
        |f: &Fact| f.figure.unit.dimension == Dimension::Money && (priced(f).is_some() || f.left.ends_with('各'));
    let sentence =
        facts.get(price).map(|f| reach(facts.in_sentence(f.place.sentence).start, price)).unwrap_or_default();
    // 甲类143人、乙类22人；按每人4.5万元发给甲类人员，共643.5万元: the words behind the price name whom it is for.
    let named = |c: &usize| {
        let key = facts.get(*c).filter(|f| f.label.own).map_or("", |f| f.label.key.as_str());
        key.chars().count() >= NAME && facts.get(price).is_some_and(|f| f.right.contains(key))
    };
    let mut told = counts.iter().copied().filter(named);
    let receiver = told.next().filter(|_| told.next().is_none());
    let single = counts.len() < 2 && facts.pick(sentence, prices).next().is_none();
    let told = single || scope.is_likely_slip(&equation(nearest));
    fitting.or(receiver).or(told.then_some(nearest))
}

/// 按5辆、每辆1.75万元的定额测算: the words say that what stands before was reckoned from these.
fn is_reckoned(facts: &Facts, first: usize, last: usize) -> bool {
    let (Some(first), Some(last)) = (facts.get(first), facts.get(last)) else { return false };
    first.left.starts_with('按') && last.right.mentions_any(&["测算", "计算", "核算", "核定", "计"])
}

fn is_total(fact: &Fact) -> bool {
    [
        "共",
        "共计",
        "合计",
        "总计",
        "总价",
        "计",
        "共需",
        "共支出",
        "共补助",
        "金额",
        "总额",
        "总金额",
        "应付",
        "应发",
        "应补",
    ]
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
