//! What holds of a total holds of its change: the changes of all parts add up to the change of the whole (A01).

use super::{relation, sum};
use crate::fact::{Fact, Measure, Period, Role};
use crate::relation::{Equation, Kind, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;
use std::collections::BTreeMap;

/// Words of what did not change.
const LEVEL: [&str; 3] = ["持平", "相同", "没有变化"];

/// States the change of every list whose whole and parts all say how they changed, and every change that is made up of those behind it.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    of_lists(scope, out);
    for id in 0..scope.facts.list.len() {
        made_up(scope, id, out);
        enclosed(scope, id, out);
    }
}

/// 本级收入增加365万元（税收增加146万元、非税增加219万元）: the changes in the bracket behind one, which make it to the last digit.
fn enclosed(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let change = |f: &Fact| f.role == Role::Change && f.direction != 0 && f.figure.is_plain();
    let Some(total) = facts.get(id).filter(|f| change(f)) else { return };
    let inside = |f: &Fact| change(f) && f.is_like(total) && f.place.bracket == Some(total.range.end);
    let parts: Vec<usize> = (id + 1..).take_while(|part| facts.get(*part).is_some_and(inside)).collect();
    let sign = |part: &usize| if facts.get(*part).is_some_and(|f| f.direction == total.direction) { 1 } else { -1 };
    let terms = parts.iter().map(|part| Term { fact: *part, sign: sign(part) }).collect();
    let equation = Equation::Sum { parts: terms, whole: vec![Term::plus(id)] };
    if parts.len() >= 2 && (scope.exact(&equation) || scope.is_likely_slip(&equation)) {
        let range = facts.span(&equation.all());
        out.relation(relation("A01", Kind::Sum, equation, range, false));
    }
}

/// 支出比上年增加2.28万元，其中：出国费增加6.24万元；用车费减少3.50万元；接待费减少0.46万元: changes alone, behind words that open a list
/// or give the reason.
fn made_up(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let change = |f: &Fact| f.role == Role::Change && f.direction != 0 && f.figure.is_plain() && f.place.depth == 0;
    // 收入增加3627万元，其中：甲增加365万元、乙增加3262万元: directly before the list the words need not say since when.
    let at_hand = |f: &Fact| facts.text.words(f.range.end..f.range.end + 3) == "，其中";
    let told = |f: &Fact| change(f) && (!f.phrase.is_empty() || at_hand(f));
    let Some(total) = facts.get(id).filter(|f| told(f) && !out.computes_sum(id)) else {
        return;
    };
    let paragraph = facts.text.paragraphs().get(total.place.paragraph).map_or(total.range.end, |p| p.range.end);
    let words = facts.text.words(total.range.end..paragraph);
    let Some(opens) = ["其中", "主要是", "主要原因是", "原因是", "分别是"].iter().filter_map(|w| words.find(w)).min()
    else {
        return;
    };
    let from = total.range.end + words.get(..opens).unwrap_or_default().chars().count();
    let sentence = crate::token::clause::index_of(facts.clauses.sentences(), from);
    if sentence > total.place.sentence + 1
        || facts.pick(facts.begin_in(total.range.end..from), |f| f.is_amount() && f.is_level()).count() > 1
    {
        return;
    }
    let end = facts.in_sentence(sentence).end;
    let mut parts: Vec<Term> = Vec::new();
    for part in facts.pick(facts.begin_in(from..paragraph).start..end, |f| change(f) && f.is_like(total)) {
        let rises = facts.get(part).map(|f| f.direction == total.direction);
        parts.push(Term { fact: part, sign: if rises == Some(true) { 1 } else { -1 } });
    }
    let list = facts.text.words(from..facts.clauses.sentences().get(sentence).map_or(from, |s| s.end));
    let alone = parts.len() == 1 && list.mentions_any(&LEVEL);
    let equation = Equation::Sum { parts: parts.clone(), whole: vec![Term::plus(id)] };
    // 执行557件，增加54件；再审1件，上年同期没有此类案件: where an item does not tell its change, only the figures say that these are all.
    let items = facts.pick(facts.begin_in(from..paragraph).start..end, |f| f.is_level() && f.is_like(total));
    let slip = || items.count() <= parts.len() && scope.is_likely_slip(&equation);
    if alone && scope.exact(&equation) || parts.len() >= 2 && (scope.exact(&equation) || slip()) {
        let last = parts.last().and_then(|t| facts.get(t.fact)).map_or(total.range.end, |f| f.range.end);
        let kind = if alone { Kind::Equal } else { Kind::Sum };
        out.relation(relation("A01", kind, equation, total.range.start..last, false));
    }
}

fn of_lists(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let mut changes: BTreeMap<usize, usize> = BTreeMap::new();
    // 低于预算152万元4万元；比上年增加6万元: how far it is from a budget is no change over the year.
    let change = |f: &Fact| f.role == Role::Change && f.figure.is_plain() && !f.left.is_empty();
    for id in facts.pick(0..facts.list.len(), change) {
        if let Some(subject) = facts.subject(id) {
            changes.entry(subject).or_insert(id);
        }
    }
    let lists: Vec<(Vec<usize>, usize)> = out
        .relations
        .iter()
        .filter_map(|r| match &r.equation {
            Equation::Sum { parts, whole } if r.rule == super::RULE.name && whole.len() == 1 => {
                Some((parts.iter().map(|t| t.fact).collect(), whole.first()?.fact))
            }
            _ => None,
        })
        .collect();
    for (parts, whole) in lists {
        let Some(total) = changes.get(&whole).copied() else { continue };
        let terms: Option<Vec<Vec<Term>>> = parts.iter().map(|part| term(scope, *part, &changes, total)).collect();
        let Some(terms) = terms.map(|t| t.concat()).filter(|t| !t.is_empty()) else { continue };
        let equation = Equation::Sum { parts: terms.clone(), whole: vec![Term::plus(total)] };
        // 收入640万元，同比增加60万元，其中拨款640万元，同比增加73万元: all of it this year need not have been all of it last year.
        if parts.len() == 1 && !scope.fits(&equation) {
            continue;
        }
        // 出国费0万元: of what is nothing now, only the figures say whether it was nothing before.
        let unsaid = parts.iter().any(|part| !changes.contains_key(part) && !is_level(scope, *part));
        if unsaid && !scope.fits(&equation) && !scope.is_likely_slip(&equation) {
            continue;
        }
        // 谷物15.03亿亩，增加3320万亩，其中玉米…、小麦…、稻谷…: items that make neither the whole nor its change are not all of them.
        let list = sum(&parts, whole);
        if !scope.fits(&list) && !scope.fits(&equation) {
            out.doubt(&list);
            continue;
        }
        let range = facts.get(whole).map_or(0, |f| f.range.start)
            ..terms.iter().filter_map(|t| facts.get(t.fact)).map(|f| f.range.end).max().unwrap_or(0);
        let kind = if terms.len() == 1 { Kind::Equal } else { Kind::Sum };
        out.relation(relation("A01", kind, equation, range, true));
    }
}

/// The change of a part, signed by the direction of the whole; nothing for a part that did not change; `None` where unsaid.
fn term(scope: &Scope, part: usize, changes: &BTreeMap<usize, usize>, total: usize) -> Option<Vec<Term>> {
    let facts = scope.facts;
    let sum = facts.get(total)?;
    // 较2024年减少…，其中：接待费较上年减少…: last year by its number and by its name are one.
    let base = |id: usize| {
        let words = facts.comparison(id);
        (Measure::of(&words) == Measure::Outturn, Period::of(&words).resolved(facts.year))
    };
    if let Some((id, change)) = changes.get(&part).and_then(|id| facts.get(*id).map(|f| (*id, f))) {
        let comparable = base(id) == base(total) && change.is_like(sum);
        return comparable
            .then(|| vec![Term { fact: id, sign: if change.direction == sum.direction { 1 } else { -1 } }]);
    }
    let zero = facts.get(part).is_some_and(|f| f.is_zero()) && !words_behind(scope, part).contains('比');
    (is_level(scope, part) || zero).then(Vec::new)
}

/// Whether the words behind an amount say that it did not change.
fn is_level(scope: &Scope, part: usize) -> bool {
    LEVEL.iter().any(|w| words_behind(scope, part).contains(w))
}

/// The words behind an amount, up to the next that has a name.
fn words_behind<'a>(scope: &'a Scope, part: usize) -> &'a str {
    let facts = scope.facts;
    let end = facts.get(part).map_or(0, |f| f.range.end);
    let next = facts.list.iter().skip(part + 1).find(|f| f.is_level() && f.label.own);
    facts.text.words(end..next.map_or(end + 60, |f| f.range.start).min(end + 60))
}
