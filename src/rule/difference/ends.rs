//! C08: 由6个减至3个: the words say which end is larger.

use super::{movement, relation};
use crate::fact::{Fact, Role};
use crate::relation::{Equation, Kind, Order, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// Verbs that say it themselves; what is shortened or condensed is a matter of bounds.
const UP: [&str; 5] = ["增", "升", "上升", "提", "扩大"];
const DOWN: [&str; 4] = ["减", "降", "下降", "下调"];

/// Words of a step that stand alone behind a movement: 由7.22元升至7.45元，涨0.23元.
const STEPS: [(&str, i8); 18] = [
    ("新增", 1),
    ("净增", 1),
    ("净增加", 1),
    ("增加", 1),
    ("增", 1),
    ("涨", 1),
    ("上涨", 1),
    ("提高", 1),
    ("调增", 1),
    ("上调", 1),
    ("调减", -1),
    ("下调", -1),
    ("净减", -1),
    ("净减少", -1),
    ("减少", -1),
    ("减", -1),
    ("降", -1),
    ("降低", -1),
];

/// Verbs that say how what there were fewer of went; something else may have come or gone beside it.
const GONE: [&str; 4] = ["消除", "化解", "销号", "撤销"];

/// Verbs of a cut that name what is cut.
const CUTS: [&str; 6] = ["压缩", "压减", "精简", "减少", "缩减", "取消"];

/// C02: the step that a movement is summed up in, right behind it.
pub(super) fn step(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let (Some(from), step) = (id.checked_sub(1), id + 1) else { return };
    let (Some(start), Some(end), Some(fact)) = (facts.get(from), facts.get(id), facts.get(step)) else { return };
    let word = fact.left.trim_end_matches(['了', '为']);
    // 由10个审批环节精简为4个，压缩审批环节6个: the verb with what moved.
    let noun = CUTS.iter().find_map(|w| word.strip_prefix(w)).filter(|noun| noun.chars().count() >= 2);
    let moving = || facts.text.words(start.range.start..end.range.end + 8);
    let cut = noun.filter(|noun| moving().contains(*noun));
    // 由12座减至9座，销号4座，新增1座: what goes on is not all of the step.
    let goes_on = |f: &Fact| f.is_like(fact) && f.place.segment == fact.place.segment;
    let gone = || GONE.contains(&word) && !facts.get(step + 1).is_some_and(goes_on);
    let said = STEPS.iter().find(|(w, _)| *w == word).map(|(_, d)| *d).or(cut.map(|_| -1));
    let Some(direction) = said.or_else(|| gone().then_some(-1)) else { return };
    let ends = |f: &Fact| f.is_like(fact) && f.figure.is_plain() && f.is_amount();
    let moved = start.role == Role::From && end.role == Role::To && start.place.clause == end.place.clause;
    let behind =
        (cut.is_some() || fact.place.clause == end.place.clause + 1) && fact.place.segment == end.place.segment;
    if moved && behind && ends(start) && ends(end) && ends(fact) {
        let range = start.range.start..fact.range.end;
        out.relation(relation("C02", Kind::Difference, movement(id, from, direction, step), range, true));
    }
}

/// States which end of a movement is larger.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(from) = id.checked_sub(1) else { return };
    let (Some(start), Some(end)) = (facts.get(from), facts.get(id)) else { return };
    let bound = start.role == Role::From
        && end.role == Role::To
        && (start.is_amount() || start.figure.unit.base == "%")
        && !is_rank(start)
        && start.is_like(end)
        && start.figure.is_plain()
        && end.figure.is_plain()
        && start.place.clause == end.place.clause;
    let verb = facts.between(from, id);
    let order = if verb.starts_with_any(&UP) {
        Order::Greater
    } else if verb.starts_with_any(&DOWN) {
        Order::Less
    } else {
        return;
    };
    if bound {
        // A wording to ask about: the verb, not the figure, may be the slip.
        let equation = Equation::Order { left: vec![Term::plus(id)], order, right: vec![Term::plus(from)] };
        out.relation(relation("C08", Kind::Bound, equation, start.range.start..end.range.end, false));
    }
}

/// 排位由51位上升到36位: whether an amount is a place in an order, of which the first is the best.
fn is_rank(fact: &Fact) -> bool {
    fact.left.mentions_any(&["排位", "排名", "名次", "位次", "序位", "位居", "位列"]) || fact.figure.unit.base == "位"
}
