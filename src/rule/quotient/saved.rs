//! B08: 比预算180万元节省14.64万元，节约率8.1%: what was saved of the amount that it is compared with.

use super::relation;
use crate::fact::{Fact, Role};
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Term, ratio};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How many facts before a rate are asked.
const AMOUNTS: usize = 8;

/// The names of rates of a difference, all of the amount before the change.
const NAMES: [&str; 10] =
    ["节支率", "节资率", "节约率", "节省率", "核减率", "审减率", "压减率", "下浮率", "降低率", "超支率"];

/// 预算数46.2万元，决算数38.5万元，较预算压减7.7万元: what an amount that was saved was found to be taken from; 预算26万元，决算27.3万元，超支1.3万元:
/// what more was spent than.
fn taken_from(scope: &Scope, saved: usize, out: &Sink) -> Option<usize> {
    let over = scope.facts.get(saved)?.direction > 0;
    let less = || {
        out.sums_to(saved).find_map(|r| match &r.equation {
            Equation::Sum { parts, .. } => match parts.as_slice() {
                [from, taken] if from.sign > 0 && taken.sign < 0 => Some(taken.fact),
                _ => None,
            },
            _ => None,
        })
    };
    let from = if over { less() } else { out.minuend_of(saved).next() };
    from.filter(|from| from + 1 < saved)
}

/// 核减12万元，送审240万元、审定228万元，核减率5%: the only three amounts before a rate of which one is what the others lie apart, whatever
/// their order; the rate is of the largest, never of what was left.
fn taken_out(scope: &Scope, id: usize, rate: &Fact) -> Option<(usize, usize)> {
    let facts = scope.facts;
    let like = |f: &Fact| {
        (f.is_level() || matches!(f.role, Role::Change | Role::Rest))
            && f.is_amount()
            && f.figure.is_plain()
            && !f.is_zero()
            && f.place.segment == rate.place.segment
    };
    let sentence = facts.in_sentence(rate.place.sentence).start;
    let mut found: Vec<usize> = facts.pick(sentence.max(id.saturating_sub(AMOUNTS))..id, like).gather();
    let last = facts.get(*found.last()?)?;
    found.retain(|other| facts.get(*other).is_some_and(|f| f.is_like(last)));
    let [a, b, c] = found[..] else { return None };
    let mut sorted = [a, b, c];
    crate::order::by_key(&mut sorted, |fact| facts.base_value(*fact));
    let [gap, left, all] = sorted;
    // 超支率 is of what was to be spent, the smaller one.
    let over = rate.left.starts_with('超');
    scope.adds_up(&[gap, left], all).then_some((gap, if over { left } else { all }))
}

/// What is higher than what was agreed on in the end.
const ASKED: [&str; 8] = ["概算", "控制价", "限价", "预算", "估算", "送审", "标底", "报价"];

/// 概算4472万元，中标价3919万元，降幅12.4%: what was asked or planned and what it came to, right before the rate of what lies between them; who
/// divides by the lesser one takes the wrong base.
pub(super) fn fallen(scope: &Scope, id: usize, out: &mut Sink) {
    let named = |f: &&Fact| {
        let name = f.left.trim_end_matches(['为', '达', '约', '是']);
        f.figure.unit.base == "%" && (NAMES.contains(&name) && name != "超支率" || name == "降幅")
    };
    let found = scope.facts.get(id).filter(named).and_then(|rate| below(scope, id, rate));
    if let Some(equation) = found {
        let range = scope.facts.span(&equation.all());
        out.relation(relation("B08", Kind::Ratio, equation, range));
    }
}

fn below(scope: &Scope, id: usize, rate: &Fact) -> Option<Equation> {
    let facts = scope.facts;
    let level = |f: &Fact| f.is_level() && f.figure.is_plain() && f.place.segment == rate.place.segment;
    let (first, second) = (id.checked_sub(2)?, id.checked_sub(1)?);
    let (a, b) = (facts.get(first).filter(|f| level(f))?, facts.get(second).filter(|f| level(f))?);
    let (large, small) = if a.figure.base() > b.figure.base() { (first, second) } else { (second, first) };
    let asked = |id: usize| facts.get(id).is_some_and(|f| f.left.mentions_any(&ASKED));
    let told = a.is_like(b) && asked(large) && !asked(small) && b.place.clause + 1 == rate.place.clause;
    let way = |part: usize, whole: usize, sign: i8| {
        let (part, whole) = (vec![Term::plus(part)], vec![Term::plus(whole)]);
        Equation::Rate { part, whole, less_one: true, sign, rate: id }
    };
    let equation = way(small, large, -1);
    let likely = || scope.is_stated_slip(&equation) || scope.fits(&way(large, small, 1));
    (told && (scope.fits(&equation) || likely())).then_some(equation)
}

/// States the rate where base and difference stand right before it.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let named =
        |f: &&Fact| f.figure.unit.base == "%" && NAMES.contains(&f.left.trim_end_matches(['为', '达', '约', '是']));
    let (Some(rate), Some(change)) = (facts.get(id).filter(named), id.checked_sub(1)) else { return };
    let found = taken_from(scope, change, out);
    let Some(base) = found.or_else(|| id.checked_sub(2)) else { return };
    if let Some((change, base)) = taken_out(scope, id, rate) {
        let equation = ratio(change, base, id);
        return out.relation(relation("B08", Kind::Ratio, equation.clone(), facts.span(&equation.all())));
    }
    let beside = |f: &Fact| f.is_amount() && f.figure.is_plain() && f.place.segment == rate.place.segment;
    let (Some(own), Some(from)) = (facts.get(change), facts.get(base)) else { return };
    let told = from.left.contains(['比', '较']) && own.place.clause == from.place.clause;
    let compared = (told || base + 2 < id) && matches!(own.role, Role::Change | Role::Rest);
    let moved = compared && own.is_like(from) && !from.is_zero();
    // 年初预算26万元，其中…；决算27.3万元，超支1.3万元，超支率5%: what the change was found to be of may stand in another part of the sentence.
    let here = found.is_some() && from.place.sentence == rate.place.sentence;
    if moved && beside(own) && (beside(from) || here && from.figure.is_plain()) {
        let equation = ratio(change, base, id);
        out.relation(relation("B08", Kind::Ratio, equation, from.range.start..rate.range.end));
    }
}
