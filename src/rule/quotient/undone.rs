//! B08: rates of what was done where the text counts what was not: 开工23个、未开工2个，开工率92%; 抽检850批次，不合格17批次，合格率98%.

use super::relation;
use crate::fact::{Fact, Role};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::{Equation, Kind, Term};
use crate::rule::{Scope, Sink};

/// What denies that something was done.
const NOT: [&str; 4] = ["未", "不", "没有", "待"];

/// How many amounts before a rate are asked what was not done.
const NEAR: usize = 6;

/// The verb that a rate is named after, 开工 of 项目开工率, and whether the name denies it: 不起诉率.
fn stem(rate: &Fact) -> Option<(String, bool)> {
    let percent = matches!(rate.figure.unit.dimension, Dimension::Percent | Dimension::PerMille);
    let other = matches!(rate.role, Role::Growth | Role::Points | Role::Base | Role::From | Role::To | Role::Other);
    if !percent || other {
        return None;
    }
    let name = rate.left.trim_end_matches(['为', '达', '约', '是', '仅', '到', '已']).strip_suffix('率')?;
    let noun: Vec<char> = name.chars().gather();
    let stem: String = noun.get(noun.len().checked_sub(2)?..)?.iter().collect();
    let denied = denies(name, &stem);
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

/// 不诉率, 不捕率, 不批捕率: the letters that stand for what was not done.
fn letters(rate: &Fact) -> Option<&str> {
    if rate.figure.unit.dimension != Dimension::Percent {
        return None;
    }
    let name = rate.left.trim_end_matches(['为', '达', '约', '是', '仅', '到', '已']).strip_suffix('率')?;
    let letters = name.rsplit_once('不')?.1;
    (1..=2).contains(&letters.chars().count()).then_some(letters)
}

/// Whether letters are short for words: 诉 for 起诉, 批捕 for 批准逮捕.
fn is_short_for(letters: &str, words: &str) -> bool {
    let mut rest = words.chars();
    let kept = letters.chars().all(|letter| rest.any(|c| c == letter));
    kept && (words.starts_with(letters) || words.chars().next_back() == letters.chars().next_back())
}

/// 起诉308人，不起诉122人，不诉率28.4%: a rate whose name shortens what was not done is of that and of what was; whether the words say so.
fn shortened(scope: &Scope, id: usize, out: &mut Sink) -> bool {
    let facts = scope.facts;
    let Some((rate, letters)) = facts.get(id).and_then(|f| letters(f).map(|letters| (f, letters))) else {
        return false;
    };
    let level = |f: &Fact| f.is_level() && f.figure.is_plain();
    let before = || facts.pick(facts.in_sentence(rate.place.sentence).start..id, level).rev().take(NEAR);
    let undone = |id: usize| {
        let words = facts.get(id)?.left.rsplit_once('不').map(|(_, words)| words)?;
        (words.chars().count() >= 2 && is_short_for(letters, words)).then_some((id, words))
    };
    let Some((undone, words)) = before().find_map(undone) else { return false };
    let is_done = |f: &Fact| f.left.ends_with(words) && !denies(&f.left, words);
    let done = before().find(|d| facts.get(*d).zip(facts.get(undone)).is_some_and(|(d, u)| is_done(d) && d.is_like(u)));
    let Some(done) = done else { return false };
    let share = |undone: usize, done: usize| {
        let (part, whole) = (vec![Term::plus(undone)], vec![Term::plus(done), Term::plus(undone)]);
        Equation::Rate { part, whole, less_one: false, sign: 1, rate: id }
    };
    // 批准逮捕158件196人，不批准逮捕33件40人: what stands right behind both counts the same in another unit.
    let beside = |id: usize| facts.get(id + 1).filter(|f| level(f) && f.left.is_empty()).map(|_| id + 1);
    let second = beside(undone).zip(beside(done)).map(|(undone, done)| share(undone, done));
    let share = second.filter(|e| scope.fits(e)).unwrap_or_else(|| share(undone, done));
    if scope.fits(&share) || scope.is_stated_slip(&share) {
        out.relation(relation("B08", Kind::Ratio, share.clone(), facts.span(&share.all())));
    }
    true
}

/// States a rate by what was not done, and by what was or by all that there was to do.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    if shortened(scope, id, out) {
        return;
    }
    let facts = scope.facts;
    let Some((rate, (stem, of_undone))) = facts.get(id).and_then(|f| stem(f).map(|stem| (f, stem))) else { return };
    let start = facts.in_paragraph(rate.place.paragraph).start;
    let told = |f: &Fact| f.is_level() || f.role == Role::Rest;
    let level = |f: &Fact| told(f) && f.figure.is_plain() && f.place.sentence + 1 >= rate.place.sentence;
    // 还有0.32亿元没有分配: what says so may stand behind the amount.
    let behind = |f: &Fact| NOT.iter().any(|not| f.right.starts_with(&format!("{not}{stem}")));
    let denied = |id: &usize| facts.get(*id).is_some_and(|f| denies(&f.left, &stem) || behind(f));
    let Some(undone) = facts.pick(start..id, level).rev().take(NEAR).find(denied) else { return };
    let Some(own) = facts.get(undone) else { return };
    let like = |f: &Fact| level(f) && f.is_like(own) && !f.is_zero();
    let before: Vec<usize> = facts.pick(start..undone, like).rev().take(NEAR).gather();
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
