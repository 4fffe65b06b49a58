//! 复算比率 — quotient: rates and averages whose operands no cue names, found by what fits. Cues B08, B09, B05, B14.
//!
//! A rate that no other rule could bind is tried against the amounts of its own sentence and the heads before it. Only a
//! single pair that fits, with digits enough, is stated; a rate is never called wrong here, but for a name that says what it
//! divides (开工率, 支出进度) with exactly two amounts before it.
#![doc = include_str!("quotient.md")]

mod about;
mod apart;
mod average;
mod changed;
mod complement;
mod denied;
mod each;
mod item;
mod lasting;
mod left;
mod less;
mod loose;
mod mean;
mod nearby;
mod pair;
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
use denied::Worded;
pub(super) use standard::is_told;

pub(super) const RULE: Rule = Rule { code: "M", name: "quotient", find };

/// What the figures say of amounts and rates that no words bind; called through this table, so that the calls do not become one long
/// function.
const UNBOUND: [fn(&Scope, usize, &mut Sink); 7] =
    [changed::state, nearby::state, apart::state, each::state, left::state, complement::state, about::of_staff];

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
    let spent = |(part, whole): &(usize, usize)| {
        facts.get(*whole).is_some_and(|f| f.measure == Measure::Outturn) && out.added_up(*part).any(|w| w == *whole)
    };
    let said = by_name(scope, id, fact, out).filter(|pair| !spent(pair));
    let alike = |a: usize, b: usize| facts.get(a).zip(facts.get(b)).is_some_and(|(x, y)| x.is_like(y));
    // 甲费预算3万元…；乙费预算8万元，决算5.27万元，完成56%: nor is 完成 alone of another part of the sentence.
    let bare = matches!(fact.left.trim_start_matches("实际"), "完成");
    let worded = Worded::new(scope, id, fact);
    let named = [standard::wholes(scope, id), worded.named.clone()].concat();
    let could = |(a, b): &(usize, usize)| {
        a != b
            && (named.is_empty() || named.contains(b))
            && alike(*a, *b)
            && (!less::is_of_more(fact) || less::may_be_less(facts, *a, *b))
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
    let mut fitting = pairs.filter(could).filter(|(a, b)| scope.is_ratio(*a, *b, id));
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

/// 立案26件，结案21件，支出进度80%: the two amounts of its segment, part and whole, that the name of a rate leaves no other reading for.
fn by_name(scope: &Scope, id: usize, fact: &Fact, out: &Sink) -> Option<(usize, usize)> {
    const NAMES: [&str; 13] = [
        "执行率",
        "支出进度",
        "支付进度",
        "拨付进度",
        "支付率",
        "完成率",
        "开工率",
        "到位率",
        "执行进度",
        "支出率",
        "拨付率",
        "完成",
        "比率",
    ];
    let facts = scope.facts;
    // 在岗1600人，超目标100人，完成率106.67%: how far it went beyond its goal is no part of it.
    let level = |f: &Fact| f.is_level() && f.figure.is_plain() && f.against_goal().is_none();
    let beside = |f: &Fact| level(f) && f.place.segment == fact.place.segment;
    let mut segment: Vec<usize> = facts.pick(facts.in_sentence(fact.place.sentence).start..id, beside).gather();
    // 争取资金863.5万元，包括甲480万元、乙383.5万元，拨出742.6万元，拨付率86%: what only divides the first of them is passed over.
    let head = segment.first().copied();
    // 预算875万元，支出802.16万元，完成91.68%，未完成的72.84万元…: with what is left of it, what was done divides nothing.
    let left = |other: &usize| facts.get(*other).is_some_and(|f| f.left.starts_with(['未', '尚', '剩', '余']));
    let divides = |part: usize| {
        let mut sums = out.sums_over(part).filter(|(_, r)| r.equation.facts().1 == head && head < Some(part));
        sums.any(|(_, r)| !r.equation.all().iter().any(left))
    };
    segment.retain(|part| !divides(*part));
    let [first, last] = segment[..] else { return None };
    // 修缮96座，计划120座，完成80%: what was to be done may stand behind what was.
    let planned = |id: usize| facts.get(id).is_some_and(|f| f.measure == Measure::Plan || f.measure.is_budget());
    let turned = planned(last) && !planned(first);
    let (whole, part) = if turned { (last, first) } else { (first, last) };
    let (of, own) = (facts.get(whole)?, facts.get(part)?);
    // 开工26个，完工21个，开工率100%: the rate is not of what was done first.
    let denied = |name: &str| name.strip_suffix('率').is_some_and(|stem| of.left.ends_with(stem));
    // 退回31件，退件率: the rate is named after what was counted last.
    let named = named_after(fact, own) || NAMES.iter().any(|n| fact.left.ends_with(n) && !denied(n));
    // 人口32万人，受益人口30万人，普及率93.75%: those who have something are not named by the rate, the figures have to.
    let share = ratio(part, whole, id);
    let named = named || fact.left.ends_with("普及率") && (scope.fits(&share) || scope.is_likely_slip(&share));
    let sized = of.is_like(own) && of.figure.base() >= own.figure.base() && !of.is_zero() && !is_next(of, own);
    // 预算102.19万元，结转15.20万元，执行率85.13%: what is left is not what was spent; nor what is finished all that was begun.
    let rest = fact.left.ends_with("开工率") && own.left.mentions_any(&["竣工", "完工"])
        || own.role == Role::Rest
        || own.left.ends_with_any(&["结转", "结余", "未支付", "未支出"]);
    // 预算85万元，支出83万元，资金使用率97.6%，项目完成率100%: two amounts have one rate.
    let told = || {
        out.rates_of(part).any(|r| matches!(&r.equation, Equation::Rate { whole: of, rate, .. } if *rate != id && of.first().is_some_and(|t| t.fact == whole)))
    };
    (named && sized && !rest && !undone::is_denied(fact, own) && (scope.fits(&share) || !told()))
        .then_some((part, whole))
}

/// 首批120万元，第二批60万元，到位率100%: whether two amounts are told as one behind the other, of which none is a part of the other.
fn is_next(first: &Fact, second: &Fact) -> bool {
    const NEXT: [(&[&str], &[&str]); 3] =
        [(&["首", "第一"], &["第二", "次", "末"]), (&["一期"], &["二期"]), (&["上半年"], &["下半年"])];
    let opens = |fact: &Fact, words: &[&str]| fact.left.starts_with_any(words);
    NEXT.iter().any(|(one, other)| opens(first, one) && opens(second, other))
}

/// 退件率 is named after 退回, 投诉率 after 投诉: the first character of a short name opens the words of the count before it.
fn named_after(rate: &Fact, part: &Fact) -> bool {
    let name = rate.left.trim_end_matches(['为', '达', '约']);
    let Some(noun) = name.strip_suffix('率').filter(|noun| (1..=3).contains(&noun.chars().count())) else {
        return false;
    };
    // 不诉率 behind 不起诉 is of what both come to.
    let begun = |c: char| c != '不' && part.left.starts_with(c);
    let first = || part.left.chars().count() <= 4 && name.chars().next().is_some_and(begun);
    // 应入学312人，实入学312人，入学率; 应种38.6万剂次，实种37.8万剂次，接种率
    let real = || part.left.strip_prefix('实').is_some_and(|verb| !verb.is_empty() && noun.ends_with(verb));
    first() || real() || noun.chars().count() >= 2 && part.left.ends_with(noun)
}
