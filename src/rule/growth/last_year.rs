//! D02: 上年支出490万元，本年减少37.84万元，降幅7.7%: an amount of last year right before its change and rate is the base of both.

use super::ends::change_beside;
use super::{Growth, RULE, relation};
use crate::fact::{Fact, Period, likeness};
use crate::relation::{Equation, Reason, Term};
use crate::rule::{Scope, Sink};

/// How many figures back this year's amount is looked for.
const REACH: usize = 80;

/// The words that an amount of last year begins with.
const WORDS: [&str; 4] = ["上年", "去年", "上一年", "上季"];

/// How many characters the words of more or less have: 多销, 少支付.
const MORE: usize = 3;

/// What stands right before a rate: last year's amount and, where it is printed, the change between them.
struct Told {
    base: usize,
    change: Option<usize>,
}

/// 上年利润388万元，增加38.8万元: but 去年收入388万元，较2022年增加38.8万元 tells how last year's amount itself grew.
fn told(scope: &Scope, id: usize) -> Option<Told> {
    let facts = scope.facts;
    let rate = facts.get(id)?;
    // 上年3.98亿元，多销2800万元，增长7.0%: more or less of what was done is a change too.
    let more =
        |f: &Fact| f.is_level() && f.left.starts_with(['多', '少', '增', '减']) && f.left.chars().count() <= MORE;
    let beside = id.checked_sub(1).filter(|c| facts.get(*c).is_some_and(more));
    let change = change_beside(scope, id).filter(|c| c + 1 == id).or(beside);
    let base = change.unwrap_or(id).checked_sub(1)?;
    let fact = facts.get(base)?;
    let like = change.is_none_or(|c| facts.get(c).is_some_and(|f| f.is_like(fact)));
    let begins = WORDS.iter().any(|w| fact.left.starts_with(w));
    let plain = fact.is_level() && fact.figure.is_plain() && !fact.is_zero() && fact.place.depth == rate.place.depth;
    let compared = facts.comparison(id);
    let earlier = compared.contains("前年") || matches!(Period::of(&compared), Period::Year(_) | Period::Opening);
    let beside = fact.place.segment == rate.place.segment && fact.place.sentence == rate.place.sentence;
    (begins && like && plain && beside && !earlier).then_some(Told { base, change })
}

/// This year's amounts before the base, the nearest first: those of its name, or all that are like it.
fn now<'a>(scope: &'a Scope, base: usize, named: bool) -> impl Iterator<Item = usize> + 'a {
    let facts = scope.facts;
    let could = move |f: &Fact| {
        let past = facts.get(base);
        let alike = |b: &Fact| f.is_like(b) && (!named || likeness(&f.label.key, &b.label.key) >= 1);
        f.is_level() && f.figure.is_plain() && !f.period.is_past(facts.year) && past.is_some_and(alike)
    };
    facts.pick(base.saturating_sub(REACH)..base, could).rev()
}

/// Whether an amount of last year is what a rate starts from, where nothing else was found to have grown than that amount itself or
/// one by another name; states it then, or says that it was not checked.
pub(super) fn state(scope: &Scope, id: usize, subject: Option<usize>, out: &mut Sink) -> bool {
    let facts = scope.facts;
    let Some((told, rate)) = told(scope, id).zip(facts.get(id)) else { return false };
    let name = |id: usize| facts.get(id).map_or("", |f| f.label.key.as_str());
    let own = |s: usize| facts.get(s).is_some_and(|f| f.label.own);
    let alien = |s: usize| own(s) && own(told.base) && likeness(name(s), name(told.base)) == 0;
    // 未成年观众约占三成，为97450人次。上年全年观众256000人次: nor did what only stands in the sentence before.
    let sentence = |id: usize| facts.get(id).map(|f| f.place.sentence);
    let apart = |s: usize| !own(s) && own(told.base) && sentence(s) != sentence(told.base);
    let other = |s: usize| s == told.base || Some(s) == told.change || alien(s) || apart(s);
    let grown = |now: usize| Equation::Rate {
        part: vec![Term::plus(now)],
        whole: vec![Term::plus(told.base)],
        less_one: true,
        sign: rate.direction,
        rate: id,
    };
    if subject.is_some_and(|s| !other(s) || s != told.base && scope.fits(&grown(s))) {
        return false;
    }
    let say = |equation: Equation, out: &mut Sink| {
        let range = facts.span(&equation.all());
        out.relation(relation("D02", equation, range, true));
    };
    let open = |out: &mut Sink| {
        let range = facts.span(&[told.base, id]);
        out.unchecked(RULE.name, "D02", range, vec![id, told.base], Reason::Ambiguous);
    };
    let Some(change) = told.change else {
        let fitting = now(scope, told.base, true).map(grown).find(|e| scope.fits(e));
        let slip = || now(scope, told.base, true).map(grown).find(|e| scope.is_likely_slip(e));
        match fitting.or_else(slip) {
            Some(equation) => say(equation, out),
            None => open(out),
        }
        return true;
    };
    let ratio =
        |whole: Vec<Term>| Equation::Rate { part: vec![Term::plus(change)], whole, less_one: false, sign: 1, rate: id };
    let started = ratio(vec![Term::plus(told.base)]);
    let itself =
        Growth { id, rate, subject: told.base, change: Some(change), bases: Vec::new(), range: 0..0 }.by_change(change);
    let falls = facts.get(change).is_some_and(|f| f.direction < 0 || f.left.starts_with(['少', '减']));
    let made = |now: usize| {
        if falls { scope.adds_up(&[now, change], told.base) } else { scope.adds_up(&[told.base, change], now) }
    };
    let known = || {
        let rated = now(scope, told.base, true).any(|now| scope.fits(&grown(now)));
        rated || now(scope, told.base, false).any(made)
    };
    if scope.fits(&started) || !scope.fits(&itself) && known() {
        say(started, out);
    } else if scope.fits(&itself) {
        say(itself, out);
    } else {
        open(out);
    }
    true
}
