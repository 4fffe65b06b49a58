//! 复算比率 — quotient: rates and averages whose operands no cue names, found by what fits. Cues B08, B09, B05, B14.
//!
//! A rate that no other rule could bind is tried against the amounts of its own sentence and the heads before it. Only a
//! single pair that fits, with digits enough, is stated; a rate is never called wrong here, but for a name that says what it
//! divides (开工率, 支出进度) with exactly two amounts before it.
#![doc = include_str!("quotient.md")]

mod about;
mod apart;
mod average;
mod by_name;
mod changed;
mod complement;
mod denied;
mod each;
mod far;
mod item;
mod lasting;
mod left;
mod less;
mod loose;
mod mean;
mod nearby;
mod pair;
mod risen;
mod saved;
mod sibling;
mod standard;
mod undone;
mod written;

use super::{Rule, Scope, Sink};
use crate::fact::{Fact, Measure, Role};
use crate::gather::{Gather, SortedSet};
use crate::number::Dimension;
use crate::relation::{Digits, Equation, Kind, Relation, Source, ratio};
use crate::text::Mention;
use by_name::by_name;
use denied::Worded;
pub(super) use standard::is_told;

pub(super) const RULE: Rule = Rule { code: "M", name: "quotient", find };

/// What the figures say of amounts and rates that no words bind; called through this table, so that the calls do not become one long
/// function.
const UNBOUND: [fn(&Scope, usize, &mut Sink); 10] = [
    changed::state,
    nearby::state,
    apart::state,
    each::state,
    far::state,
    left::state,
    complement::state,
    risen::state,
    about::of_staff,
    saved::fallen,
];

fn find(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    // 占任务数的56.3%: the task is printed nowhere, whatever other amounts have that rate.
    let due: SortedSet<usize> =
        out.unbound.iter().filter(|u| u.cue == "B12").flat_map(|u| u.facts.iter().copied()).gather_set();
    for id in 0..facts.list.len() {
        about::state(scope, id, out);
        let Some(fact) = facts.get(id).filter(|f| f.figure.is_plain() && !f.is_zero()) else { continue };
        written::state(scope, id, out);
        if out.computes(id) || fact.role == Role::Share && due.contains(&id) {
            continue;
        }
        pair::state(scope, id, out);
        standard::state(scope, id, out);
        saved::state(scope, id, out);
        lasting::state(scope, id, out);
        mean::state(scope, id, out);
        if !out.computes(id) {
            undone::state(scope, id, out);
        }
        if out.computes(id) {
            continue;
        }
        let ratio = matches!(fact.figure.unit.dimension, Dimension::Percent | Dimension::PerMille)
            || matches!(fact.role, Role::Multiple);
        if ratio && !matches!(fact.role, Role::Growth | Role::Points | Role::Base | Role::From | Role::To | Role::Other)
        {
            rate(scope, id, fact, out);
        } else if fact.is_level() {
            average::state(scope, id, out);
        }
        for state in UNBOUND {
            if !out.computes(id) {
                state(scope, id, out);
            }
        }
    }
    sibling::state(scope, out);
}

/// How many characters make a name that no other amount has by chance.
const NAME: usize = 3;

/// How many of the first amounts of a paragraph count as its heads.
const HEADS: usize = 3;

fn relation(cue: &'static str, kind: Kind, equation: Equation, range: crate::text::Range) -> Relation {
    Relation { rule: RULE.name, cue, kind, source: Source::Asserted, equation, range, sure: true, warning: "W02" }
}

/// The amounts that a rate can be of, nearest first: its sentence, then the heads of the sentences and paragraphs before.
fn reach(scope: &Scope, id: usize) -> Vec<usize> {
    let facts = scope.facts;
    let Some(fact) = facts.get(id) else { return Vec::new() };
    let level = |f: &Fact| {
        (f.is_level() || f.role == Role::Rest || f.role == Role::Base)
            && f.is_amount()
            && f.figure.is_plain()
            && !f.is_zero()
    };
    let sentence = facts.in_sentence(fact.place.sentence);
    let paragraph = facts.in_paragraph(fact.place.paragraph);
    let mut out: Vec<usize> = facts.pick(sentence.start..id, level).rev().gather();
    out.extend(facts.pick(paragraph.start..sentence.start, level).rev().take(6));
    out.extend(facts.pick(paragraph.start..sentence.start, level).take(HEADS));
    let earlier = (fact.place.paragraph.saturating_sub(3)..fact.place.paragraph).rev();
    out.extend(earlier.filter_map(|p| facts.pick(facts.in_paragraph(p), level).next()));
    crate::order::keep_first(&mut out);
    out
}

fn rate(scope: &Scope, id: usize, fact: &Fact, out: &mut Sink) {
    let facts = scope.facts;
    // 城镇登记失业率 is of the labour force, which is printed nowhere; no other count is. 两者共占24.7% is of no single amount.
    if fact.left.mentions_any(&["失业率", "贡献率", "两者", "三者", "共占", "合占"]) {
        return;
    }
    let near = reach(scope, id);
    // 抽样480人，满意463人，比率96.5%: where the name and the words before leave one pair, what is counted otherwise is chance.
    // 决算315万元，其中：甲94万元，执行率99%: what was spent in all is not what a part of it was to be.
    // 支出59580万元，其中甲形成支出49275万元，进度92%: nor is it what the other was spent of.
    let outturn = |id: usize| facts.get(id).is_some_and(|f| f.measure == Measure::Outturn);
    let spent = |(part, whole): &(usize, usize)| {
        outturn(*whole) && (outturn(*part) || out.added_up(*part).any(|w| w == *whole))
    };
    let said = by_name(scope, id, fact, out).filter(|pair| !spent(pair));
    let alike = |a: usize, b: usize| facts.get(a).zip(facts.get(b)).is_some_and(|(x, y)| x.is_like(y));
    // 甲费预算3万元…；乙费预算8万元，决算5.27万元，完成56%: nor is 完成 alone of another part of the sentence.
    let bare = matches!(fact.left.trim_start_matches("实际"), "完成");
    let worded = Worded::new(scope, id, fact);
    let named = [standard::wholes(scope, id), worded.named.clone()].concat();
    let of_more = less::is_of_more(fact);
    let could = |(a, b): &(usize, usize)| {
        a != b
            && (named.is_empty() || named.contains(b))
            && alike(*a, *b)
            && (!of_more || less::may_be_less(facts, *a, *b))
            && said.is_none_or(|(part, _)| alike(part, *a))
            && (fact.role != Role::Rate || !bare || said.is_none_or(|(part, whole)| part == *a || whole == *a))
            && facts.get(*a).is_some_and(|part| worded.could_be_part(part))
            && worded.could_divide((*a, *b), out)
    };
    // 87.00% says as much as 87.35%: a printed zero is a digit.
    let digits = Digits::of(&fact.figure).map_or(0, Digits::count);
    let telling = digits >= 3 || digits >= 2 && near.len() <= 3;
    if !telling && said.is_none() {
        return;
    }
    // The nearest fitting part is the one that the clause speaks of.
    let pairs = near.iter().flat_map(|a| near.iter().map(move |b| (*a, *b)));
    let by = scope.multiplier(id, false, 1);
    let mut fitting = pairs.filter(could).filter(|(a, b)| by.is_some_and(|by| scope.makes(by, *a, *b)));
    let nearest = fitting.next();
    let value = |id: usize| facts.get(id).map(|f| f.figure.value);
    // What is said twice is one amount.
    let mut last = nearest;
    let mut single = || {
        fitting.all(|(a, b)| {
            let again = last.is_some_and(|(part, whole)| value(part) == value(a) && value(whole) == value(b));
            last = Some((a, b));
            again || nearest.is_some_and(|(part, _)| part == a)
        })
    };
    let found = nearest.filter(|_| telling && (digits >= 4 || single()));
    let Some((part, whole)) = found.or_else(|| said.filter(|pair| nearest.is_none_or(|fitting| fitting == *pair)))
    else {
        return;
    };
    let from = facts.get(part.min(whole)).map_or(fact.range.start, |f| f.range.start);
    out.relation(relation("B08", Kind::Ratio, ratio(part, whole, id), from..fact.range.end));
}
