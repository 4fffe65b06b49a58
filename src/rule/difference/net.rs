//! C07: what came and what went make the net change: 新增12人，减少5人，净增7人; 报废11台，新购14台，与年初的183台相比增加3台.

use super::{movement, relation};
use crate::fact::{Fact, Role, is_stock};
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Reason, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

const UP: [&str; 7] = ["净增", "净增加", "净涨", "净调增", "净追加", "净流入", "净落"];
const DOWN: [&str; 5] = ["净减", "净减少", "净跌", "净调减", "净流出"];

/// Words of what there is on a day, which neither came nor went.
const STOCK: [&str; 12] =
    ["年初", "年末", "年底", "期初", "期末", "现有", "实有", "原有", "上年", "去年", "总数", "调整后"];

/// A change, and whether its words call it net.
#[derive(Clone, Copy)]
struct Net {
    id: usize,
    direction: i8,
    called: bool,
}

/// States a net change with all that came and went before it in its part of the sentence, or behind it.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(fact) = facts.get(id).filter(|f| f.is_amount() && f.figure.is_plain()) else { return };
    let Some(net) = net(scope, id, fact) else { return };
    let sentence = facts.in_sentence(fact.place.sentence);
    let beside = |f: &Fact| amount(f, fact) && f.place.segment == fact.place.segment;
    let before: Vec<usize> = facts.pick(sentence.start..id, beside).gather();
    let flows = |range, near: &dyn Fn(&Fact) -> bool| -> Vec<Term> {
        let all: Vec<usize> =
            facts.pick(range, |f| amount(f, fact) && f.flow().is_some() && near(f) && !is_of_day(f)).gather();
        // 新增12人，其中招聘8人、调入4人: what makes up a flow is none itself.
        let own = |i: &usize| !out.added_up(*i).any(|whole| all.contains(&whole));
        all.iter()
            .copied()
            .filter(own)
            .filter_map(|i| Some(Term { fact: i, sign: way(scope, i)? * net.direction }))
            .gather()
    };
    let both = |terms: &Vec<Term>| terms.iter().any(|t| t.sign > 0) && terms.iter().any(|t| t.sign < 0);
    let told = [flows(sentence.start..id, &beside), flows(id + 1..sentence.end, &|_| true)].into_iter().find(both);
    // 新登记24800户，其中…；注销9300户，净增15500户: what came may be told in the part of the sentence before, where the figures bear it out.
    let apart = || {
        let terms = Some(flows(sentence.start..id, &|_| true)).filter(|terms| net.called && terms.len() == 2)?;
        let equation = Equation::Sum { parts: terms.clone(), whole: vec![Term::plus(id)] };
        let slip = || scope.is_likely_slip(&equation) && !out.computes(id);
        (both(&terms) && (scope.fits(&equation) || slip())).then_some(terms)
    };
    match told.or_else(apart) {
        Some(terms) => all(scope, net, terms, &before, out),
        None if net.called => pair(scope, net, &before, out),
        None => {}
    }
}

/// 原值1742万元，上年末1675万元，增加73万元，报废6万元: a change with what went the other way behind it in its part of the sentence, where both
/// together make it hold.
pub(super) fn with_flow(scope: &Scope, id: usize, change: Equation) -> Option<Equation> {
    let facts = scope.facts;
    let fact = facts.get(id)?;
    let next = facts.get(id + 1).filter(|f| amount(f, fact) && f.place.segment == fact.place.segment)?;
    let against = next.flow().is_some_and(|way| way == -fact.direction);
    let Equation::Sum { parts, mut whole } = change else { return None };
    whole.push(Term::minus(id + 1));
    let both = Equation::Sum { parts, whole };
    (against && scope.fits(&both)).then_some(both)
}

/// The net change that a figure is: by its words, or as the change of a stock.
fn net(scope: &Scope, id: usize, fact: &Fact) -> Option<Net> {
    let words = fact.left.trim_end_matches(['了', '为', '共']);
    let ends = |list: &[&str]| words.ends_with_any(list);
    let called = if ends(&UP) { Some(1) } else { ends(&DOWN).then_some(-1) };
    let of_stock = || fact.role == Role::Change && fact.direction != 0 && is_stock(&scope.facts.comparison(id));
    let direction = called.or_else(|| of_stock().then_some(fact.direction))?;
    Some(Net { id, direction, called: called.is_some() })
}

/// 年末结转和结余: what there was on a day, which neither came nor went, whatever its last word says.
fn is_of_day(fact: &Fact) -> bool {
    fact.left.starts_with_any(&["年初", "期初", "年末", "年底", "期末"])
}

fn amount(fact: &Fact, net: &Fact) -> bool {
    fact.is_like(net) && fact.is_amount() && fact.figure.is_plain()
}

/// Whether an amount came or went.
fn way(scope: &Scope, id: usize) -> Option<i8> {
    scope.facts.get(id).and_then(Fact::flow)
}

/// All that came and went, in both ways.
fn all(scope: &Scope, net: Net, terms: Vec<Term>, before: &[usize], out: &mut Sink) {
    let flows: Vec<usize> = terms.iter().map(|t| t.fact).gather();
    let equation = Equation::Sum { parts: terms, whole: vec![Term::plus(net.id)] };
    let range = scope.facts.span(&equation.all());
    let fits = scope.fits(&equation);
    if !fits && is_open(scope, &flows, before) {
        return out.unchecked(super::RULE.name, "C07", range, vec![net.id], Reason::Ambiguous);
    }
    let slip = || {
        if net.called {
            flows.len() == 2 || scope.is_stated_slip(&equation)
        } else {
            is_told(scope, net, &equation, out)
        }
    };
    if fits || slip() {
        out.relation(relation("C07", Kind::Difference, equation, range, net.called));
    }
}

/// Whether a change of a stock that nothing else computes is kept by a slip from being what came and went; what is told behind it,
/// 其中无偿调拨2台, may be more of that.
fn is_told(scope: &Scope, net: Net, equation: &Equation, out: &Sink) -> bool {
    let facts = scope.facts;
    let Some(fact) = facts.get(net.id) else { return false };
    let more = |f: &Fact| amount(f, fact) && !f.left.mentions_any(&STOCK);
    let behind = facts.pick(net.id + 1..facts.in_sentence(fact.place.sentence).end, more).next();
    behind.is_none() && !out.computes(net.id) && scope.is_stated_slip(equation)
}

/// 发展26名、转入118名: whether an amount that came or went by words unknown stands among the flows.
fn is_open(scope: &Scope, flows: &[usize], before: &[usize]) -> bool {
    let facts = scope.facts;
    let Some(first) = flows.first().and_then(|id| facts.get(*id)) else { return false };
    let unknown = |f: &Fact| {
        let own = matches!(f.role, Role::Level | Role::Change) && f.place.bracket == first.place.bracket;
        own && f.place.clause >= first.place.clause && f.flow().is_none() && !f.left.mentions_any(&STOCK)
    };
    before.iter().any(|id| facts.get(*id).is_some_and(unknown))
}

/// Whether an amount is only what something is compared with, which neither came nor went.
fn is_base(scope: &Scope, id: usize) -> bool {
    scope.facts.get(id).is_some_and(|f| f.role == Role::Base)
}

/// 收入840万元，较上年800万元增长5%，净增40万元: what there is now against the base behind it, where it makes the change but for its way or
/// a slip of the pen.
fn from_base(scope: &Scope, net: Net, (now, base): (usize, usize)) -> Option<Equation> {
    let way = |direction: i8| movement(now, base, direction, net.id);
    let told = is_base(scope, base) && !is_base(scope, now);
    let near = || [1, -1].map(way).iter().any(|e| scope.fits(e)) || scope.is_likely_slip(&way(net.direction));
    Some(way(net.direction)).filter(|_| told && near())
}

/// Two amounts before a net change, of which the words of one say which was added, else their order.
fn pair(scope: &Scope, net: Net, before: &[usize], out: &mut Sink) {
    let facts = scope.facts;
    let &[a, b] = before else { return };
    let of_day = |id: usize| facts.get(id).is_some_and(is_of_day);
    if of_day(a) != of_day(b) {
        return;
    }
    if let Some(equation) = from_base(scope, net, (a, b)) {
        let range = facts.span(&equation.all());
        return out.relation(relation("C07", Kind::Difference, equation, range, true));
    }
    let (ours, theirs) = (way(scope, a), way(scope, b));
    if [a, b].iter().any(|id| is_base(scope, *id)) {
        return;
    }
    let worded = facts.get(a).is_some_and(|f| f.left.contains(['新', '增', '进']));
    if ours.is_some() && ours == theirs || ours.is_none() && theirs.is_none() && !worded {
        return;
    }
    let sign =
        if ours.map_or_else(|| theirs.is_none_or(|s| s < 0), |s| s > 0) { net.direction } else { -net.direction };
    let parts = vec![Term { fact: a, sign }, Term { fact: b, sign: -sign }];
    let equation = Equation::Sum { parts, whole: vec![Term::plus(net.id)] };
    let range = facts.span(&equation.all());
    out.relation(relation("C07", Kind::Difference, equation, range, true));
}
