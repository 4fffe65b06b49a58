//! 占比、比率 — share: `part = whole × rate`. Cues B01–B13.
#![doc = include_str!("share.md")]

mod agreed;
mod ahead;
mod aside;
mod called;
mod divided;
mod enumerated;
mod halves;
mod hundred;
mod items;
mod kinds;
mod last;
mod later;
mod listed;
mod multiple;
mod opening;
mod part;
mod proportion;
mod rowed;
mod serial;
mod settled;
mod siblings;
mod together;
mod unread;
mod whole;

use super::{Rule, Scope, Sink};
use crate::fact::{Fact, Role};
use crate::gather::Gather;
use crate::number::{Dimension, Extent};
use crate::relation::{Equation, Kind, Order, Reason, Relation, Source, Term, ratio};
use crate::text::{Mention, Range};
pub(super) use called::is_called;
use last::{of_either, of_list, of_run, whole_row};
use multiple::{is_multiple, moved};
use part::{against_task, inside, is_budget, is_price, is_task, part, part_of_base};
use serial::serial_part;
use settled::{is_told_alike, meant, only_bearing};
use whole::{bare_share, wholes_named};

pub(super) const RULE: Rule = Rule { code: "B", name: "share", find };

fn find(scope: &Scope, out: &mut Sink) {
    proportion::proportions(scope, out);
    let phrases = phrases(scope);
    // First what holds; then what does not, with the wholes that its neighbours agree on.
    let mut open = Vec::new();
    for (id, phrase) in phrases {
        let (stated, unbound) = (out.relations.len(), out.unbound.len());
        share(scope, id, &phrase, out);
        let holds = out.relations.get(stated).is_some_and(|r| scope.fits(&r.equation));
        if !holds && out.relations.len() + out.unbound.len() > stated + unbound {
            out.rewind(stated, unbound);
            open.push((id, phrase));
        }
    }
    for (id, phrase) in open {
        share(scope, id, &phrase, out);
    }
    LAST.iter().for_each(|state| state(scope, out));
}

/// The shares of the text with the words that name their whole, said in the clause or before.
fn phrases(scope: &Scope) -> Vec<(usize, String)> {
    // 占同期进口总值的（下同）28.3%: later shares of the paragraph have the same whole.
    let mut lasting: Option<(usize, String)> = None;
    let mut phrases = Vec::new();
    for id in 0..scope.facts.list.len() {
        let Some(fact) = scope.facts.get(id) else { continue };
        if !matches!(fact.role, Role::Share | Role::Ratio) && !is_multiple(scope, id) {
            continue;
        }
        if lasting.as_ref().is_some_and(|(paragraph, _)| *paragraph != fact.place.paragraph) {
            lasting = None;
        }
        // 机电产品占出口总值的53.7%；农产品占6.7%: within a sentence the whole is named once.
        let in_sentence = id.checked_sub(1).map(|last| {
            scope.facts.pick(scope.facts.in_sentence(fact.place.sentence).start..last + 1, |f| {
                f.role == Role::Share && !f.phrase.is_empty()
            })
        });
        let said =
            in_sentence.and_then(|mut ids| ids.next_back()).and_then(|s| scope.facts.get(s)).map(|f| f.phrase.clone());
        let phrase = match (&lasting, fact.phrase.is_empty()) {
            (Some((_, words)), true) => words.clone(),
            (None, true) => said.unwrap_or_default(),
            _ => fact.phrase.clone(),
        };
        let around = scope.facts.text.words(fact.range.start.saturating_sub(6)..fact.range.end + 5);
        if around.mentions("下同") && !fact.phrase.is_empty() {
            lasting = Some((fact.place.paragraph, fact.phrase.clone()));
        }
        phrases.push((id, phrase));
    }
    phrases
}

/// B10: 七成, 三分之二 are about as much as they say; other vague shares say too little.
fn is_round(scope: &Scope, fact: &Fact) -> bool {
    let words = scope.facts.text.words(fact.range.clone());
    fact.figure.extent == Extent::About && (words.contains('成') || words.mentions("分之"))
}

fn relation(cue: &'static str, kind: Kind, equation: Equation, range: Range, sure: bool) -> Relation {
    Relation { rule: RULE.name, cue, kind, source: Source::Asserted, equation, range, sure, warning: "W02" }
}

/// Shares that are bound in a way of their own, in the order in which they are looked for.
const OTHERS: [Way; 10] = [
    rowed::is_of_own,
    multiple::of_named,
    last::in_row,
    together::state,
    rowed::state,
    kinds::state,
    rowed::of_all,
    against_task,
    rowed::is_of_others,
    later::of_everything,
];

/// What is looked for once all others are stated.
const LAST: [fn(&Scope, &mut Sink); 5] = [divided::state, listed::state, aside::state, hundred::state, later::of_two];

/// What the words of a time end with.
const TIMES: [&str; 5] = ["年", "同期", "年末", "季度", "去年同月"];

/// A way to bind a share by its figure and the words of its whole; whether it did.
type Way = fn(&Scope, usize, &str, &mut Sink) -> bool;

fn share(scope: &Scope, id: usize, phrase: &str, out: &mut Sink) {
    let facts = scope.facts;
    let Some(rate) = facts.get(id).filter(|f| f.figure.is_plain() || is_round(scope, f)) else { return };
    if OTHERS.iter().any(|state| state(scope, id, phrase, out)) {
        return;
    }
    let serial = serial_part(scope, id).map(|part| (part, true));
    let Some((part, plain)) = serial.or_else(|| part(scope, id)) else { return };
    let (part, plain) = whole_row(scope, id, part, out).map_or((part, plain), |whole| (whole, true));
    let Some(own) = facts.get(part) else { return };
    let range = own.range.start.min(rate.range.start)..rate.range.end;
    if !own.figure.is_plain() {
        return out.unchecked(RULE.name, "B01", range, vec![id, part], Reason::Vague);
    }
    let kind = if rate.role == Role::Share { Kind::Share } else { Kind::Ratio };
    let missing_sign = rate.figure.unit.dimension == Dimension::Bare;
    let state = |cue, (part, whole): (usize, usize), sure: bool, out: &mut Sink| {
        let whole = meant(scope, (cue, phrase), (id, part), whole, out);
        let equation = ratio(part, whole, id);
        let open = missing_sign || !plain || is_sibling(scope, (id, part), whole, phrase);
        if open && !scope.fits(&equation) {
            let cue = if missing_sign { "B13" } else { cue };
            out.unchecked(RULE.name, cue, range.clone(), vec![id, part], Reason::Ambiguous);
        } else if !facts.get(whole).is_some_and(Fact::is_zero) && (!own.is_zero() || !rate.is_zero()) {
            out.relation(relation(cue, kind, equation, range.clone(), sure));
        }
    };
    if let Some((from, to)) = moved(scope, id) {
        return out.relation(relation("B07", kind, ratio(to, from, id), range, true));
    }
    if let Some(base) = inside(scope, id) {
        match part_of_base(scope, id, base).map(|part| of_list(scope, id, (part, base), out)) {
            Some(part) => {
                let cue = if rate.role == Role::Multiple { "B07" } else { "B01" };
                out.relation(relation(cue, kind, of_run(scope, id, (part, base)), range, true));
            }
            None => out.unchecked(RULE.name, "B01", range, vec![id, base], Reason::Ambiguous),
        }
        return;
    }
    let Some(named) = wholes_named(scope, (id, part), phrase, out) else {
        return out.unchecked(RULE.name, "B01", range, vec![id, part], Reason::NoBase);
    };
    if let Some(whole) = called::told(scope, (id, part), phrase, &named).filter(|_| plain && !is_price(scope, part)) {
        let share = ratio(part, whole, id);
        return out.relation(relation("B01", kind, share.clone(), range, scope.fits(&share)));
    }
    if named.is_empty() && (is_task(phrase) || is_budget(phrase)) {
        return later::of_budget(scope, (id, part), phrase, range, out);
    }
    // 规模相当于2019年同期的88.6%: what is of another time is of no amount of this one.
    if named.is_empty() && rate.role == Role::Ratio && phrase.ends_with_any(&TIMES) {
        return out.unchecked(RULE.name, "B01", range, vec![id, part], Reason::NoBase);
    }
    if phrase.is_empty() || named.is_empty() {
        return bare_share(scope, id, part, phrase, &|cue, whole, sure, out| state(cue, (part, whole), sure, out), out);
    }
    let meant = of_either(scope, (id, part), &named, (rate, phrase), out);
    match meant.and_then(|part| Some((part, of_named(scope, (id, part), phrase, &named, out)?))) {
        Some((part, (whole, sure))) => state("B01", (part, whole), sure, out),
        None => out.unchecked(RULE.name, "B01", range, vec![id, meant.unwrap_or(part)], Reason::Ambiguous),
    }
}

/// 甲20243万人，占总人口的14.9%，其中乙13161万人，占总人口的9.7%: what has a share worded alike is no whole, but for one that a slip keeps
/// from holding; nor is a price, 每平方米245元, a part of a total, 占总支出的39%.
fn is_sibling(scope: &Scope, (id, part): (usize, usize), whole: usize, phrase: &str) -> bool {
    let share = ratio(part, whole, id);
    let alike = |rate: &Fact| !phrase.is_empty() && whole::has_own_share(scope, whole, rate, phrase);
    let price = || is_price(scope, part) && !is_price(scope, whole);
    // 应届721万人，占71.4%。参加考试的950万人: nor what is told behind a share, but for a slip.
    let sentence = |id: usize| scope.facts.get(id).map(|f| f.place.sentence);
    let behind = || sentence(whole) > sentence(id) && !scope.is_stated_slip(&share);
    !scope.fits(&share)
        && (price() || behind() || scope.facts.get(id).is_some_and(alike) && !scope.is_stated_slip(&share))
}

/// Which of the levels that its words name a share is of, and whether that is sure.
fn of_named(
    scope: &Scope,
    (id, part): (usize, usize),
    phrase: &str,
    named: &[usize],
    out: &Sink,
) -> Option<(usize, bool)> {
    let facts = scope.facts;
    let fitting = |list: &[usize]| list.iter().copied().find(|w| scope.is_ratio(part, *w, id));
    // What bears the name in the sentence itself is meant before what bears it elsewhere.
    let here = facts.in_sentence(facts.get(id)?.place.sentence);
    let near: Vec<usize> =
        named.iter().copied().filter(|w| here.contains(w) && facts.naming(*w, phrase, id) == 3).gather();
    if let ([whole], None) = (near.as_slice(), fitting(&near))
        && scope.is_stated_slip(&ratio(part, *whole, id))
    {
        return Some((*whole, true));
    }
    if let Some(whole) = fitting(named) {
        return Some((whole, true));
    }
    let best = named.first().map_or((0, 0), |w| (facts.naming(*w, phrase, id), *w));
    // 占年度计划的104.2%: a plan that is named by no more than that may be another's in another part of the sentence.
    let segment = |fact: usize| facts.get(fact).map(|f| f.place.segment);
    let nameless = crate::fact::normalize(phrase).chars().count() < 2;
    let own = |w: usize| !nameless || segment(w) == segment(id) || scope.is_stated_slip(&ratio(part, w, id));
    let exact = named.iter().copied().find(|w| facts.naming(*w, phrase, id) == 3 && own(*w));
    // 甲7个，占项目总数的53.85%；乙4个，占30.77%: what the words name and a share of the sentence is of.
    let alike = || named.iter().copied().find(|w| is_told_alike(scope, id, (phrase, *w), out));
    let exact = exact.or_else(|| only_bearing(scope, phrase, named)).or_else(alike);
    // A name that only resembles the words is none where the part is larger.
    let holds = |whole: usize| {
        let (left, right) = (vec![Term::plus(part)], vec![Term::plus(whole)]);
        scope.fits(&Equation::Order { left, order: Order::AtMost, right })
    };
    let wider = |w: usize| facts.get(w).is_some_and(|f| called::is_wider(&f.label.key, phrase));
    // 争取一般公共预算资金486.6亿元。↵…，占一般公共预算支出的19.04%: less so in another paragraph.
    let paragraph = |fact: usize| facts.get(fact).map(|f| f.place.paragraph);
    let apart = |w: usize| wider(w) || paragraph(w) != paragraph(id);
    let slip = || named.iter().copied().find(|w| scope.is_likely_slip(&ratio(part, *w, id)));
    match (exact, best) {
        (Some(whole), _) => Some((whole, true)),
        (None, (2, whole))
            if holds(whole) && own(whole) && (!apart(whole) || scope.is_stated_slip(&ratio(part, whole, id))) =>
        {
            Some((whole, false))
        }
        _ => slip().map(|whole| (whole, false)),
    }
}
