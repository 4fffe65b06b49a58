//! L08, L09: 控制率 and 变动率, by the formulas of the common indicators.

use super::{RULE, relation};
use crate::fact::{Fact, Measure, Period};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::{Equation, Kind, Reason, Relation, Term, ratio};
use crate::rule::{Scope, Sink};
use crate::text::{Mention, Range};
use std::cmp::Ordering;

/// What the people in office come to of the posts, or what was spent of the budget, is called.
const CONTROL: [&str; 2] = ["控制率", "编制使用率"];

/// States what a rate of control or of change says.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let Some(fact) =
        scope.facts.get(id).filter(|f| f.figure.unit.dimension == Dimension::Percent && f.figure.is_plain())
    else {
        return;
    };
    let words = fact.left.trim_end_matches(['为', '是', '达', '到', '约', '仅']);
    if words.ends_with_any(&CONTROL) {
        control(scope, id, out);
    } else if words.ends_with("变动率") {
        change(scope, id, out);
    } else if words.ends_with("调整率") {
        adjusted(scope, id, out);
    }
}

/// Whether a figure is such a rate itself.
fn is_formula(fact: &Fact) -> bool {
    let words = fact.left.trim_end_matches(['为', '是', '达', '到', '约', '仅']);
    fact.figure.unit.dimension == Dimension::Percent
        && words.ends_with_any(&[&CONTROL[..], &["变动率", "调整率"]].concat())
}

/// The figures before the rate in its sentence; another such rate between begins anew.
fn before(scope: &Scope, id: usize) -> Range {
    let facts = scope.facts;
    let start = facts.get(id).map_or(id, |f| facts.in_sentence(f.place.sentence).start);
    facts.pick(start..id, is_formula).next_back().map_or(start, |rate| rate + 1)..id
}

/// The only one of them that passes a test.
fn only(scope: &Scope, id: usize, test: impl Fn(&Fact) -> bool) -> Option<usize> {
    let amount = |f: &Fact| f.is_level() && f.figure.is_plain() && test(f);
    scope.facts.pick(before(scope, id), amount).single()
}

/// 2022年决算8.64万元，2023年决算7.85万元: the later and the earlier of two amounts that each name their year.
fn of_years(scope: &Scope, id: usize) -> Option<(usize, usize)> {
    let year = |id: &usize| match scope.facts.get(*id).map(|f| Period::of(&f.left)) {
        Some(Period::Year(year)) => Some(year),
        _ => None,
    };
    let two: Vec<usize> = scope.facts.pick(before(scope, id), |f| f.is_level() && f.figure.is_plain()).gather();
    let [first, second] = two[..] else { return None };
    match year(&first)?.cmp(&year(&second)?) {
        Ordering::Less => Some((second, first)),
        Ordering::Greater => Some((first, second)),
        Ordering::Equal => None,
    }
}

/// L08: 在职60人，编制65人，控制率92.31%. The staff may stand in the bracket behind, the posts in a sentence of the paragraph before.
fn control(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(rate) = facts.get(id) else { return };
    let has = |f: &Fact, words: &[&str]| f.left.mentions_any(words);
    let people = |f: &Fact| matches!(f.figure.unit.base.as_str(), "人" | "名" | "位");
    let is_post = |f: &Fact| {
        let counted = people(f) || f.figure.unit.base == "个";
        counted && f.left.mentions("编制") && !has(f, &["在编", "行政编制", "事业编制"])
    };
    let is_staff = |f: &Fact| people(f) && has(f, &["在职", "实有", "在编", "在岗"]);
    let posts = only(scope, id, is_post);
    let behind = |f: &Fact| is_staff(f) && f.place.bracket == Some(rate.range.end) && f.figure.is_plain();
    let staff = facts.pick(id + 1..id + 2, behind).next().or_else(|| only(scope, id, is_staff));
    let budget = only(scope, id, |f| !people(f) && f.measure.is_budget());
    let spent = only(scope, id, |f| {
        !people(f) && (f.measure == Measure::Outturn || f.measure == Measure::Unstated && f.left.mentions("支出"))
    });
    let alike = |(p, w): &(usize, usize)| {
        facts.get(*p).zip(facts.get(*w)).is_some_and(|(a, b)| (a.is_like(b) || is_post(b)) && !b.is_zero())
    };
    if let Some((part, whole)) = staff.zip(posts).or_else(|| spent.zip(budget)).filter(alike) {
        return out.relation(relation(scope, "L08", Kind::Ratio, ratio(part, whole, id), "W02"));
    }
    let near = |f: &Fact| is_post(f) && f.is_level() && f.figure.is_plain() && f.place.depth == rate.place.depth;
    let told = facts.pick(facts.in_paragraph(rate.place.paragraph).start..id, near).single();
    let pair = staff.zip(told).filter(|_| posts.is_none() && budget.is_none()).filter(alike);
    let share = pair.map(|(part, whole)| ratio(part, whole, id));
    if let Some(share) = share.filter(|share| scope.fits(share) || scope.is_stated_slip(share)) {
        out.relation(relation(scope, "L08", Kind::Ratio, share, "W02"));
    }
}

/// L09: 年初预算800万元，调整后预算920万元，预算调整率15%. Some places count what was added and taken away together, so only a slip is
/// faulted.
fn adjusted(scope: &Scope, id: usize, out: &mut Sink) {
    let after = only(scope, id, |f| f.measure == Measure::AdjustedBudget);
    let before = only(scope, id, |f| matches!(f.measure, Measure::InitialBudget | Measure::Budget));
    if let Some(share) = by_change(scope, id) {
        return out
            .relation(Relation { sure: scope.fits(&share), ..relation(scope, "L09", Kind::Growth, share, "W02") });
    }
    let Some((now, then)) = after.zip(before) else { return };
    let (part, whole) = (vec![Term::plus(now)], vec![Term::plus(then)]);
    let equation = Equation::Rate { part, whole, less_one: true, sign: 1, rate: id };
    if scope.fits(&equation) || scope.is_likely_slip(&equation) {
        out.relation(relation(scope, "L09", Kind::Growth, equation, "W02"));
    }
}

/// 预算调整1575万元，调整率83.2%: what was adjusted right before its rate, of the first budget that the document told. Where it is of the adjusted
/// budget the wrong one was divided by.
fn by_change(scope: &Scope, id: usize) -> Option<Equation> {
    let facts = scope.facts;
    let change = id.checked_sub(1)?;
    let moved = |f: &&Fact| {
        let words = f.left.trim_end_matches(['数', '额', '为', '了', '金']);
        words.ends_with_any(&["预算调整", "调整预算总"])
            && f.figure.is_plain()
            && f.figure.unit.dimension == Dimension::Money
    };
    let own = facts.get(change).filter(moved)?;
    let beside = facts.get(id).is_some_and(|f| f.place.clause == own.place.clause + 1);
    let of = |words: &str| {
        let like = |w: &usize| facts.get(*w).is_some_and(|f| f.is_like(own));
        facts.of_everything(words).find(like).map(|whole| ratio(change, whole, id))
    };
    let share = of("年初预算").filter(|_| beside)?;
    let other = || of("调整预算").is_some_and(|share| scope.fits(&share));
    (scope.fits(&share) || scope.is_stated_slip(&share) || other()).then_some(share)
}

/// L09: “三公”经费上年10万元，本年9万元，变动率-10%.
fn change(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let past = |f: &Fact| Period::of(&f.left).is_past(facts.year);
    let told = only(scope, id, |f| !past(f)).zip(only(scope, id, past));
    let Some((now, before)) = told
        .or_else(|| of_years(scope, id))
        .filter(|(n, b)| facts.get(*n).zip(facts.get(*b)).is_some_and(|(a, b)| a.is_like(b) && !b.is_zero()))
    else {
        return;
    };
    let equation = |sign| Equation::Rate {
        part: vec![Term::plus(now)],
        whole: vec![Term::plus(before)],
        less_one: true,
        sign,
        rate: id,
    };
    // A fall may be given without its sign.
    let fall = equation(-1);
    let negative = facts.get(id).is_some_and(|f| f.figure.value.is_sign_negative());
    let (rise, measured_alike) =
        (equation(1), facts.get(now).map(|f| f.measure) == facts.get(before).map(|f| f.measure));
    if !scope.fits(&rise) && !negative && scope.fits(&fall) {
        out.relation(relation(scope, "L09", Kind::Growth, fall, "W02"));
    } else if scope.fits(&rise) || measured_alike {
        out.relation(relation(scope, "L09", Kind::Growth, rise, "W02"));
    } else {
        out.unchecked(
            RULE.name,
            "L09",
            facts.get(id).map_or(0..0, |f| f.range.clone()),
            vec![id, now, before],
            Reason::Ambiguous,
        );
    }
}
