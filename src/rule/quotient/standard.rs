//! B08: rates whose name alone says what they divide: 不良贷款率, 亏损面, 恩格尔系数.

use super::{ratio, relation};
use crate::catalog::ratio::FORMULAS;
use crate::fact::{Fact, Role, normalize};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::{Equation, Kind};
use crate::rule::{Scope, Sink};
use crate::text::Mention;
use std::sync::LazyLock;

/// How many facts back the whole is looked for.
const REACH: usize = 160;

/// A formula with the normal forms of its names, which every level near a rate is held against.
struct Normal {
    name: &'static str,
    part: Vec<String>,
    whole: Vec<String>,
}

static NORMAL: LazyLock<Vec<Normal>> = LazyLock::new(|| {
    let forms = |names: &[&str]| names.iter().map(|name| normalize(name)).filter(|name| !name.is_empty()).gather();
    FORMULAS.iter().map(|f| Normal { name: f.name, part: forms(f.part), whole: forms(f.whole) }).gather()
});

/// The formula that the words before a rate name.
fn formula(fact: &Fact) -> Option<&'static Normal> {
    if !matches!(fact.figure.unit.dimension, Dimension::Percent | Dimension::PerMille)
        || matches!(fact.role, Role::Growth | Role::Points | Role::Base | Role::From)
    {
        return None;
    }
    let name = fact.left.trim_end_matches(['为', '达', '约', '是', '仅', '的']);
    NORMAL.iter().find(|f| name.ends_with(f.name))
}

/// How well a level bears one of the names: 2 by its whole name, 1 by its end.
fn grade(fact: &Fact, names: &[String]) -> u8 {
    let key = fact.label.key.as_str();
    let one = |name: &String| if key == name { 2 } else { u8::from(key.ends_with(name)) };
    names.iter().map(one).max().unwrap_or(0)
}

/// The levels that bear one of the names best, nearest first.
fn named(scope: &Scope, range: crate::text::Range, names: &[String], fits: &dyn Fn(&Fact) -> bool) -> Vec<usize> {
    let facts = scope.facts;
    let level = |f: &Fact| f.is_level() && f.label.own && f.figure.is_plain() && fits(f);
    let graded: Vec<(u8, usize)> = facts
        .pick(range, level)
        .rev()
        .filter_map(|id| facts.get(id).map(|f| (grade(f, names), id)))
        .filter(|(grade, _)| *grade > 0)
        .gather();
    let best = graded.iter().map(|(grade, _)| *grade).max();
    graded.into_iter().filter(|(grade, _)| Some(*grade) == best).map(|(_, id)| id).gather()
}

/// The part that a rate's formula names, and the wholes, nearest first.
fn operands(scope: &Scope, id: usize) -> Option<(usize, Vec<usize>)> {
    let facts = scope.facts;
    let (rate, formula) = facts.get(id).and_then(|f| formula(f).map(|formula| (f, formula)))?;
    let now = |f: &Fact| f.period.is_past(facts.year) == rate.period.is_past(facts.year);
    let parts = named(scope, facts.in_paragraph(rate.place.paragraph).start..id, &formula.part, &now);
    let (part, own) = parts.first().and_then(|p| facts.get(*p).map(|f| (*p, f)))?;
    let like = |f: &Fact| now(f) && f.is_like(own) && grade(f, &formula.part) < 2 && !f.is_zero();
    Some((part, named(scope, id.saturating_sub(REACH)..id, &formula.whole, &like)))
}

/// The wholes that the name of a rate asks for in its own part of the sentence: no other amount is meant.
pub(super) fn wholes(scope: &Scope, id: usize) -> Vec<usize> {
    let segment = |id: usize| scope.facts.get(id).map(|f| f.place.segment);
    let all = operands(scope, id).map(|(_, wholes)| wholes).unwrap_or_default();
    all.into_iter().filter(|w| segment(*w) == segment(id)).gather()
}

/// 资产合计5310.2万元，负债合计412.6万元，…，资产负债率8.42%: whether part and whole bear the very names of the formula in the rate's own part
/// of the sentence.
pub(in crate::rule) fn is_told(scope: &Scope, id: usize, part: usize, whole: usize) -> bool {
    let Some((rate, formula)) = scope.facts.get(id).and_then(|f| formula(f).map(|formula| (f, formula))) else {
        return false;
    };
    let bears = |id: usize, names: &[String]| {
        scope.facts.get(id).is_some_and(|f| f.place.segment == rate.place.segment && grade(f, names) == 2)
    };
    bears(part, &formula.part) && bears(whole, &formula.whole)
}

/// States the rate by its formula where part and whole stand before it.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some((rate, (part, wholes))) = facts.get(id).zip(operands(scope, id)) else { return };
    let fitting = wholes.iter().find(|w| scope.is_ratio(part, **w, id));
    // One name may stand at several amounts; there only a slip that chance hardly makes tells which of them was meant.
    // 在职55人，其中在编50人、聘用5人: a name of two characters may be of more than the rate.
    let sentence = facts.in_sentence(rate.place.sentence);
    let short = facts.get(part).is_some_and(|f| f.label.key.chars().count() <= 2);
    let staff = |f: &Fact| f.left.mentions_any(&["在编", "编内", "编外", "聘"]);
    let doubtful = short && facts.pick(sentence, staff).next().is_some();
    let slips = |w: &usize, equation: &Equation| {
        let single = wholes.iter().all(|o| facts.base_value(*o) == facts.base_value(*w));
        let told = || single && (is_told(scope, id, part, *w) || scope.is_stated_slip(equation));
        !doubtful && (scope.is_likely_slip(equation) || told())
    };
    let slip = || wholes.iter().find(|w| slips(w, &ratio(part, **w, id)));
    if let Some(whole) = fitting.or_else(slip).copied() {
        let from = facts.get(part.min(whole)).map_or(rate.range.start, |f| f.range.start);
        out.relation(relation("B08", Kind::Ratio, ratio(part, whole, id), from..rate.range.end));
    }
}
