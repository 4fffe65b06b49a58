//! B09: averages and prices that no words bind, where just one count and one total around them give them: 45个项目…涉及资金7.29亿元，项均1620万元.

use super::relation;
use crate::catalog::per::Per;
use crate::fact::{Fact, Facts};
use crate::number::{Decimal, Dimension};
use crate::relation::{Digits, Equation, Kind};
use crate::rule::{Scope, Sink};

/// How many facts around an average are asked.
const BEFORE: usize = 12;
const BEHIND: usize = 4;

/// What a car, a hall or a bridge costs or takes each: 单车运行费, 单座投资.
const SINGLE: [char; 9] = ['车', '座', '站', '点', '台', '件', '户', '套', '亩'];

/// Whether the words before an amount say that it is for each of something.
fn is_each(fact: &Fact) -> bool {
    let single = |words: &str| words.split_once('单').is_some_and(|(_, rest)| rest.starts_with(SINGLE));
    fact.is_for_each() || Per::of(&fact.left).is_some() || single(&fact.left)
}

/// The circles of facts around an average: its part of the sentence, its sentence, its paragraph.
fn circles(facts: &Facts, id: usize, fact: &Fact) -> [Vec<usize>; 3] {
    let amount = |f: &Fact| f.is_level() && f.figure.is_plain() && !f.is_zero() && f.figure.unit.base != "分";
    let within = |bounds: std::ops::Range<usize>, test: &dyn Fn(&Fact) -> bool| {
        let range = bounds.start.max(id.saturating_sub(BEFORE))..bounds.end.min(id + BEHIND);
        facts.pick(range, |f| amount(f) && test(f)).filter(|other| *other != id).collect()
    };
    let sentence = facts.in_sentence(fact.place.sentence);
    [
        within(sentence.clone(), &|f| f.place.segment == fact.place.segment),
        within(sentence, &|_| true),
        within(facts.in_paragraph(fact.place.paragraph), &|_| true),
    ]
}

/// States the average where just one count and one total give it.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(fact) = facts.get(id).filter(|f| is_each(f)) else { return };
    let taken = out.stated_by("product").any(|r| r.equation.all().contains(&id));
    let Some(digits) = Digits::of(&fact.figure).map(Digits::count).filter(|digits| *digits >= 2 && !taken) else {
        return;
    };
    // With each digit printed chance becomes ten times rarer; totals and counts are of all sizes, so that few pairs come near.
    let limit = 4 * 10usize.saturating_pow(u32::try_from(digits).unwrap_or(2).saturating_sub(2));
    let equation =
        |count: usize, total: usize| Equation::Product { factors: vec![id, count], per: None, result: total };
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
            circle.iter().copied().filter(|c| is(c, &count)).collect(),
            circle.iter().copied().filter(|t| is(t, &total)).collect(),
        );
        if counts.len() * totals.len() > limit {
            return;
        }
        let pairs = counts.iter().flat_map(|c| totals.iter().map(move |t| (*c, *t)));
        let value = |(c, t): &mut (usize, usize)| (facts.base_value(*c), facts.base_value(*t));
        let mut fitting: Vec<(usize, usize)> = pairs.filter(|(c, t)| scope.fits(&equation(*c, *t))).collect();
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
