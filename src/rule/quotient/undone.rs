//! B08: rates of what was done where the text counts what was not: 开工23个、未开工2个，开工率92%; 抽检850批次，不合格17批次，合格率98%.

use super::relation;
use crate::fact::{Fact, Role};
use crate::number::Dimension;
use crate::relation::{Equation, Kind, Term};
use crate::rule::{Scope, Sink};

/// What denies that something was done.
const NOT: [&str; 3] = ["未", "不", "没有"];

/// How many amounts before a rate are asked what was not done.
const NEAR: usize = 6;

/// The verb that a rate is named after, 开工 of 项目开工率, and whether the name denies it: 不起诉率.
fn stem(rate: &Fact) -> Option<(String, bool)> {
    let percent = matches!(rate.figure.unit.dimension, Dimension::Percent | Dimension::PerMille);
    let other = matches!(rate.role, Role::Growth | Role::Points | Role::Base | Role::From | Role::To | Role::Other);
    let name = rate.left.trim_end_matches(['为', '达', '约', '是', '仅', '到', '已']).strip_suffix('率');
    let noun: Vec<char> = name.filter(|_| percent && !other)?.chars().collect();
    let stem: String = noun.get(noun.len().checked_sub(2)?..)?.iter().collect();
    let denied = denies(name?, &stem);
    Some((stem, denied))
}

/// Whether words say that something was not done.
fn denies(words: &str, stem: &str) -> bool {
    NOT.iter().any(|not| words.contains(&format!("{not}{stem}")))
}

/// Whether a rate is of what an amount says was not done.
pub(super) fn is_denied(rate: &Fact, part: &Fact) -> bool {
    stem(rate).is_some_and(|(stem, denied)| !denied && denies(&part.left, &stem))
}

/// States a rate by what was not done, and by what was or by all that there was to do.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some((rate, (stem, of_undone))) = facts.get(id).and_then(|f| stem(f).map(|stem| (f, stem))) else { return };
    let start = facts.in_paragraph(rate.place.paragraph).start;
    let level = |f: &Fact| f.is_level() && f.figure.is_plain() && f.place.sentence + 1 >= rate.place.sentence;
    let denied = |id: &usize| facts.get(*id).is_some_and(|f| denies(&f.left, &stem));
    let Some(undone) = facts.pick(start..id, level).rev().take(NEAR).find(denied) else { return };
    let Some(own) = facts.get(undone) else { return };
    let like = |f: &Fact| level(f) && f.is_like(own) && !f.is_zero();
    let before: Vec<usize> = facts.pick(start..undone, like).rev().take(NEAR).collect();
    let equation = |amount: usize| {
        let done = facts.get(amount).is_some_and(|f| f.left.contains(&stem));
        let (plus, minus, not) = (Term::plus(amount), Term::minus(undone), Term::plus(undone));
        let (part, whole) = match (of_undone, done) {
            (true, true) => (vec![not], vec![plus, not]),
            (true, false) => (vec![not], vec![plus]),
            (false, true) => (vec![plus], vec![plus, not]),
            (false, false) => (vec![plus, minus], vec![plus]),
        };
        Equation::Rate { part, whole, less_one: false, sign: 1, rate: id }
    };
    let holds = before.iter().copied().find(|amount| scope.fits(&equation(*amount)));
    // 未分配0.3亿元，分配率99.3%。其中地方6亿元，分配率99.7%: behind another amount the rate is that one's.
    let other = of_undone || facts.pick(undone + 1..id, like).next().is_some();
    let slip = || before.first().copied().filter(|amount| !other && scope.is_stated_slip(&equation(*amount)));
    if let Some(amount) = holds.or_else(slip) {
        let from = facts.get(amount).map_or(rate.range.start, |f| f.range.start);
        out.relation(relation("B08", Kind::Ratio, equation(amount), from..rate.range.end));
    }
}
