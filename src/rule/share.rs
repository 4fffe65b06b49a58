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
mod named;
mod of_row;
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
use crate::number::{Dimension, Extent};
use crate::relation::{Equation, Kind, Reason, Relation, Source, ratio};
use crate::text::{Mention, Range};
pub(super) use called::is_called;
use last::{of_either, of_list, of_run, whole_row};
use multiple::{is_multiple, moved};
use part::{against_task, inside, is_budget, is_price, is_task, part, part_of_base};
use serial::serial_part;
use settled::{is_of_other_months, meant};
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
        let at = fact.place.paragraph;
        lasting = lasting.filter(|(told, _)| *told == at || goes_on(scope, *told, at)).map(|(_, words)| (at, words));
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

/// ——甲占支出的（下同）7.8%。↵——乙占比12.4%: whether a paragraph is the next item of the list that another is in.
fn goes_on(scope: &Scope, before: usize, at: usize) -> bool {
    let paragraphs = scope.facts.text.paragraphs();
    let dashed = |p: usize| paragraphs.get(p).is_some_and(|p| scope.facts.text.has(p.range.start, "——"));
    let level = |p: usize| paragraphs.get(p).and_then(|p| p.marker).map(|marker| marker.level);
    before + 1 == at && (dashed(before) && dashed(at) || level(at).is_some() && level(before) == level(at))
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
const OTHERS: [Way; 12] = [
    rowed::is_of_own,
    multiple::of_named,
    last::in_row,
    together::state,
    of_row::state,
    rowed::state,
    kinds::state,
    rowed::of_all,
    against_task,
    rowed::is_of_others,
    later::of_everything,
    siblings::again,
];

/// What is looked for once all others are stated.
const LAST: [fn(&Scope, &mut Sink); 5] = [divided::state, listed::state, aside::state, hundred::state, later::of_two];

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
        let other =
            || is_sibling(scope, (id, part), whole, phrase) || is_of_other_months(scope, (part, whole), &equation);
        if !scope.fits(&equation) && (missing_sign || !plain || other()) {
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
    if phrase.is_empty() || named.is_empty() {
        return bare_share(scope, id, part, phrase, &|cue, whole, sure, out| state(cue, (part, whole), sure, out), out);
    }
    let meant = of_either(scope, (id, part), &named, (rate, phrase), out);
    match meant.and_then(|part| Some((part, named::of_named(scope, (id, part), phrase, &named, out)?))) {
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
