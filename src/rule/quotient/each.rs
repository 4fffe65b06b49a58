//! B09: averages and prices that no words bind, where just one count and one total around them give them: 45个项目…涉及资金7.29亿元，项均1620万元.
//!
//! Where count, total and average stand side by side and the average names what is counted, only these are meant; a slip of the pen
//! after which they agree to the last digit is then one.

use super::item::called;
use super::loose::is_rounded;
use super::relation;
use crate::catalog::per::Per;
use crate::fact::{Fact, Facts, normalize};
use crate::gather::Gather;
use crate::number::{Decimal, Dimension};
use crate::relation::{Digits, Equation, Kind};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How many facts around an average are asked.
const BEFORE: usize = 12;
const BEHIND: usize = 4;

/// What a car, a hall or a bridge costs or takes each: 单车运行费, 单座投资.
const SINGLE: [char; 9] = ['车', '座', '站', '点', '台', '件', '户', '套', '亩'];

/// Whether the words before an amount say that it is for each of something.
pub(super) fn is_each(fact: &Fact) -> bool {
    let single = |words: &str| words.split_once('单').is_some_and(|(_, rest)| rest.starts_with(SINGLE));
    fact.is_for_each() || Per::of(&fact.left).is_some() || fact.left.mentions("单") && single(&fact.left)
}

/// Whether a count is of one thing or none.
pub(super) fn is_one(count: &Fact) -> bool {
    count.figure.value <= Decimal::ONE
}

/// Whether an amount counts what an average is by its words for each: 62.5万亩 and 亩产, 45个项目 and 项均.
fn is_counted(per: &Per, count: &Fact) -> bool {
    let unit = count.figure.unit.base.as_str();
    let counted = count.figure.unit.dimension == Dimension::Count && count.figure.value > Decimal::ONE;
    counted && (per.is_counted_in(unit) || per.each == unit || unit == "个" && count.right.starts_with(per.each))
}

/// 面积62.5万亩、产量28.75万吨，亩产460公斤: the count and the total right beside an average, in whatever order, of which a slip keeps it.
fn beside(scope: &Scope, id: usize, fact: &Fact) -> Option<(usize, usize)> {
    let facts = scope.facts;
    // 每人每月600元 has two counts.
    let per = Per::of(&fact.left).filter(|_| fact.left.matches(['每', '均']).count() <= 1)?;
    let usable = |f: &Fact| {
        f.is_level()
            && f.figure.is_plain()
            && !is_each(f)
            && f.place.segment == fact.place.segment
            && f.place.depth == fact.place.depth
    };
    let is_pair = |(count, total): &(usize, usize)| {
        let (Some(c), Some(t)) = (facts.get(*count), facts.get(*total)) else { return false };
        let mut clauses = [c, t, fact].map(|f| f.place.clause);
        crate::order::by_key(&mut clauses, |clause| *clause);
        let [first, middle, last] = clauses;
        if middle > first + 1 || last > middle + 1 {
            return false;
        }
        let spread = t.is_like(fact) && !c.is_like(fact) && t.figure.base() > fact.figure.base();
        usable(c) && usable(t) && is_counted(&per, c) && spread
    };
    let (before, first) = (id.checked_sub(1), id.checked_sub(2));
    let pairs = [
        first.zip(before),
        before.zip(first),
        before.map(|before| (before, id + 1)),
        before.map(|before| (id + 1, before)),
        Some((id + 1, id + 2)),
    ];
    let equation =
        |(count, total): (usize, usize)| Equation::Product { factors: vec![id, count], per: None, result: total };
    let found = pairs.into_iter().flatten().filter(is_pair).find(|pair| scope.is_exact_slip(&equation(*pair)))?;
    // 加固15座，包括甲型4座、乙型11座，单座平均124万元，投资1860万元: another count of the sentence holds.
    let sentence = facts.in_sentence(fact.place.sentence);
    let counts = facts.pick(sentence, |f| f.is_level() && f.figure.is_plain() && is_counted(&per, f));
    let mut others = counts.flat_map(|c| [(c, found.1), (c, id + 1)]);
    let held = others.any(|(c, t)| c != t && t != id && scope.fits(&equation((c, t))));
    (!held && !is_rounded(scope, (id, fact), found)).then_some(found)
}

/// The circles of facts around an average: its part of the sentence, its sentence, its paragraph.
fn circles(facts: &Facts, id: usize, fact: &Fact) -> [Vec<usize>; 3] {
    let amount = |f: &Fact| f.is_level() && f.figure.is_plain() && !f.is_zero() && f.figure.unit.base != "分";
    let within = |bounds: std::ops::Range<usize>, test: &dyn Fn(&Fact) -> bool| {
        let range = bounds.start.max(id.saturating_sub(BEFORE))..bounds.end.min(id + BEHIND);
        facts.pick(range, |f| amount(f) && test(f)).filter(|other| *other != id).gather()
    };
    let sentence = facts.in_sentence(fact.place.sentence);
    [
        within(sentence.clone(), &|f| f.place.segment == fact.place.segment),
        within(sentence, &|_| true),
        within(facts.in_paragraph(fact.place.paragraph), &|_| true),
    ]
}

/// How many pairs of a count and a total are asked whether only a unit is wrong.
const PAIRS: usize = 24;

/// 惠及23500人，人均投资1210.04万元: the one count of those whom an average is for and the one total around it which 万元 for 元 alone keeps from
/// agreeing, where no other two agree.
fn unit_off(scope: &Scope, id: usize, fact: &Fact, circle: &[usize]) -> Option<(usize, usize)> {
    let facts = scope.facts;
    let per = Per::of(&fact.left).filter(|_| fact.left.matches(['每', '均']).count() <= 1)?;
    let of = |test: &dyn Fn(&Fact) -> bool| {
        circle.iter().copied().filter(|other| facts.get(*other).is_some_and(|f| !is_each(f) && test(f))).gather()
    };
    let (counts, totals): (Vec<usize>, Vec<usize>) =
        (of(&|f| is_counted(&per, f)), of(&|f| f.is_like(fact) && f.figure.unit.scale > Decimal::ONE));
    let equation =
        |(count, total): (usize, usize)| Equation::Product { factors: vec![id, count], per: None, result: total };
    let pairs = || counts.iter().flat_map(|c| totals.iter().map(move |t| (*c, *t)));
    let money = fact.figure.unit.dimension == Dimension::Money && counts.len() * totals.len() <= PAIRS;
    let agree = |pair: (usize, usize)| scope.fits(&equation(pair));
    let mut off = pairs().filter(|pair| money && scope.is_unit_of_product(&equation(*pair)));
    let found = off.next()?;
    let value = |(c, t): (usize, usize)| (facts.base_value(c), facts.base_value(t));
    (off.all(|other| value(other) == value(found)) && !pairs().any(agree)).then_some(found)
}

/// States the average where just one count and one total give it.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(fact) = facts.get(id).filter(|f| is_each(f)) else { return };
    let taken = out.multiplies(id);
    if let Some((c, t)) = beside(scope, id, fact).filter(|_| !taken) {
        let equation = Equation::Product { factors: vec![id, c], per: None, result: t };
        return out.relation(relation("B09", Kind::Ratio, equation, facts.span(&[id, c, t])));
    }
    if let Some((c, t)) = circles(facts, id, fact).iter().filter(|_| !taken).find_map(|c| unit_off(scope, id, fact, c))
    {
        let equation = Equation::Product { factors: vec![id, c], per: None, result: t };
        return out.relation(relation("B09", Kind::Ratio, equation, facts.span(&[id, c, t])));
    }
    let Some(digits) = Digits::of(&fact.figure).map(Digits::count).filter(|digits| *digits >= 2 && !taken) else {
        return;
    };
    // With each digit printed chance becomes ten times rarer; totals and counts are of all sizes, so that few pairs come near.
    let limit = 4 * 10usize.saturating_pow(u32::try_from(digits).unwrap_or(2).saturating_sub(2));
    let equation =
        |count: usize, total: usize| Equation::Product { factors: vec![id, count], per: None, result: total };
    let item = Per::of(&fact.left).map(|per| normalize(per.item)).unwrap_or_default();
    for circle in circles(facts, id, fact) {
        let is = |id: &usize, test: &dyn Fn(&Fact) -> bool| facts.get(*id).is_some_and(test);
        let count = |f: &Fact| {
            f.figure.unit.dimension == Dimension::Count
                && !f.is_like(fact)
                && f.figure.value > Decimal::ONE
                && !is_each(f)
        };
        let total = |f: &Fact| f.is_like(fact) && f.figure.base() > fact.figure.base() && !is_each(f);
        let (counts, totals): (Vec<usize>, Vec<usize>) = (
            circle.iter().copied().filter(|c| is(c, &count)).gather(),
            called(scope, &item, circle.iter().copied().filter(|t| is(t, &total)).gather()),
        );
        if counts.len() * totals.len() > limit {
            return;
        }
        let pairs = counts.iter().flat_map(|c| totals.iter().map(move |t| (*c, *t)));
        let value = |(c, t): &mut (usize, usize)| (facts.base_value(*c), facts.base_value(*t));
        let mut fitting: Vec<(usize, usize)> = pairs.filter(|(c, t)| scope.fits(&equation(*c, *t))).gather();
        fitting.dedup_by_key(value);
        match fitting[..] {
            [] => {}
            [(c, t)] => {
                let range = facts.span(&[id, c, t]);
                return out.relation(relation("B09", Kind::Ratio, equation(c, t), range));
            }
            _ => return,
        }
    }
}
