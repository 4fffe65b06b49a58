//! A10: 累计发放432.35万元。低保131.55万元，其中…；特困6.08万元，…; …: an amount and the heads of all parts of sentences behind it, each of which
//! goes on with figures of its own. Only to the last digit, with digits enough, and never an alarm.

use super::row::leaves_rest_untold;
use super::short::leaves_rest;
use super::{kind_of, relation, sum};
use crate::fact::{Fact, Role};
use crate::gather::Gather;
use crate::number::{Decimal, Exact};
use crate::relation::{Equation, Relation};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How many parts of sentences behind an amount are looked at, and how many figures.
const REACH: (usize, usize) = (12, 90);

/// How many digits the items have together at least, an amount that no words call a total, and one that is divided already.
const TELLING: (u32, u32, u32) = (9, 6, 8);

/// How many items tell as much as the words of a total.
const MANY: usize = 4;

/// How many items behind a colon are a list.
const LISTED: usize = 3;

/// Words of a total.
const TOTAL: [&str; 7] = ["共", "合计", "总", "累计", "全部", "各类", "各项"];

/// States every amount that the heads behind it make.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    for whole in scope.levels(is_head) {
        let Some(total) = scope.facts.get(whole) else { continue };
        if scope.facts.text.at(total.range.end) == Some('：') {
            coloned(scope, (whole, total), out);
        }
        let digits = total.figure.digits();
        if digits < 4 {
            continue;
        }
        let known = out.computes_sum(whole);
        if known && digits < TELLING.2 {
            continue;
        }
        // 共49208人，其中城镇23445人，…；农村25763人，…: the first may stand in the part of the sentence that tells the whole.
        let beside = scope.facts.get(whole + 1).is_some_and(|f| f.place.segment == total.place.segment);
        let apart = items(scope, (whole, total), false);
        let found = apart.or_else(|| if beside { items(scope, (whole, total), true) } else { None });
        let called = || total.left.mentions_any(&TOTAL);
        let many = |parts: &Vec<usize>| called() || digits >= TELLING.1 || parts.len() >= MANY;
        let adds =
            |r: &Relation| matches!(&r.equation, Equation::Sum { parts, .. } if parts.iter().all(|t| t.sign > 0));
        let free = |part: &usize| known || !out.sums_over(*part).any(|(_, r)| adds(r));
        if let Some(parts) = found.filter(|parts| many(parts) && parts.iter().all(free)) {
            let equation = sum(&parts, whole);
            let range = scope.facts.span(&equation.all());
            out.relation(relation("A10", kind_of(scope, whole), equation, range, true));
        }
    }
}

/// 安排民生专项78.6万元：护理31.2万元，惠及130人，人均2400元；津贴36万元，…；救助11.4万元，…: the heads of all parts of the sentence behind a colon, each
/// the first figure of its part and by a name of its own, a slip aside.
fn coloned(scope: &Scope, (whole, total): (usize, &Fact), out: &mut Sink) {
    let facts = scope.facts;
    let behind = whole + 1..facts.in_sentence(total.place.sentence).end;
    if behind.len() > REACH.1 {
        return;
    }
    let mut heads: Vec<usize> = behind.gather();
    heads.dedup_by_key(|id| facts.get(*id).map(|f| f.place.segment));
    let head = |id: &usize| facts.get(*id).is_some_and(|f| is_head(f) && f.is_like(total) && f.label.own);
    let within = |id: &usize| facts.get(*id).is_some_and(|f| f.left.mentions_any(&["其中", "主要"]));
    let equation = sum(&heads, whole);
    // …；县级220万元，已到位；其余由企业自筹: what is told without an amount, or left over by the shares, is no slip.
    let slip =
        || scope.is_likely_slip(&equation) && !leaves_rest_untold(scope, &heads) && !leaves_rest(scope, &heads, whole);
    let holds = scope.exact(&equation) || slip();
    if heads.len() < LISTED || !heads.iter().all(head) || heads.iter().any(within) || out.computes_sum(whole) || !holds
    {
        return;
    }
    let range = facts.span(&equation.all());
    out.relation(relation("A02", kind_of(scope, whole), equation, range, false));
}

fn is_head(fact: &Fact) -> bool {
    fact.is_level() && fact.figure.is_plain() && fact.place.depth == 0 && !fact.is_for_each()
}

/// The heads of the parts of sentences behind an amount, from the one beside it or the next on, that make it.
fn items(scope: &Scope, (whole, total): (usize, &Fact), beside: bool) -> Option<Vec<usize>> {
    let facts = scope.facts;
    let wanted = facts.base_value(whole)?;
    let mut added = Decimal::ZERO;
    let people = is_of_people(total);
    let mut parts: Vec<usize> = Vec::new();
    let mut last = if beside { None } else { Some(total.place.segment) };
    for (id, fact) in facts.list.iter().enumerate().skip(whole + 1).take(REACH.1) {
        if last == Some(fact.place.segment) {
            continue;
        }
        // 林场改造提升258万元: the name of an item may end with a verb.
        let named = || fact.role == Role::Change && fact.phrase.is_empty() && fact.place.depth == 0;
        let like = || fact.is_like(total) || people && is_of_people(fact);
        let next = (is_head(fact) || parts.len() >= 2 && named()) && like();
        if !next || fact.period.is_past(facts.year) {
            continue;
        }
        last = Some(fact.place.segment);
        added = added.plus(facts.base_value(id)?)?;
        parts.push(id);
        if added > wanted || parts.len() > REACH.0 {
            return None;
        }
        if added == wanted {
            let digits: u32 = parts.iter().filter_map(|id| facts.get(*id)).map(|f| f.figure.digits()).sum();
            return (parts.len() >= 2 && digits >= TELLING.0).then_some(parts);
        }
    }
    None
}

/// 49208人 and 23445人次: those who were helped are told as people and as times.
fn is_of_people(fact: &Fact) -> bool {
    ["人", "人次"].contains(&fact.figure.unit.base.as_str())
}
