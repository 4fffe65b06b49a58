//! Which amount a share is the share of something of: the part.

use super::{RULE, ratio, relation};
use crate::fact::{Fact, Measure, Role};
use crate::relation::{Equation, Kind, Reason, Term};
use crate::rule::{Scope, Sink};

/// The part: the nearest level before the share in its segment, else in its sentence.
pub(super) fn part(scope: &Scope, id: usize) -> Option<usize> {
    let facts = scope.facts;
    let rate = facts.get(id)?;
    let level = |f: &Fact| f.is_level() && f.place.depth <= rate.place.depth;
    let near = facts
        .pick(facts.in_sentence(rate.place.sentence).start..id, |f| level(f) && f.place.segment == rate.place.segment)
        .next_back();
    // 非国有投资占全部投资比重为24.6%: the part is named before 占.
    let noun = rate.left.rsplit_once('占').map(|(head, _)| head).filter(|h| {
        h.chars().count() >= 2 && near.is_none_or(|n| facts.get(n).is_some_and(|f| f.place.clause != rate.place.clause))
    });
    if let Some(noun) = noun.map(crate::fact::normalize).filter(|n| n.chars().count() >= 2) {
        let named = facts
            .levels_named(&noun, id)
            .into_iter()
            .find(|n| facts.get(*n).is_some_and(|f| f.label.key.contains(&noun)));
        if named.is_some() || noun.chars().count() >= 6 {
            return named;
        }
    }
    near.or_else(|| {
        let whole = facts.pick(facts.in_sentence(rate.place.sentence).start..id, level).next_back();
        whole.filter(|_| rate.place.depth == 0)
    })
}

/// 甲…万元、乙…万元，分别占60%、40%: shares in a row belong to as many levels before them, in order.
pub(super) fn serial_part(scope: &Scope, id: usize) -> Option<usize> {
    let facts = scope.facts;
    let row = facts.row(id);
    if row.len() < 2 {
        return None;
    }
    let rate = facts.get(id)?;
    let levels: Vec<usize> = facts
        .pick(facts.in_sentence(rate.place.sentence).start..row.start, |f| {
            f.is_level() && f.place.depth == rate.place.depth
        })
        .collect();
    // The nearest levels of one kind that are as many: 三类 before the shares is no level of theirs.
    let like = |window: &&[usize]| {
        window
            .windows(2)
            .all(|w| matches!(w, [a, b] if facts.get(*a).zip(facts.get(*b)).is_some_and(|(a, b)| a.is_like(b))))
    };
    levels.windows(row.len()).rev().find(like)?.get(id - row.start).copied()
}

/// 上述六市场占进出口总值的68.4%: several parts together.
pub(super) fn together(scope: &Scope, id: usize, phrase: &str, out: &mut Sink) -> bool {
    let facts = scope.facts;
    // 二者占比分别为57%和43%: each has its own.
    let Some(rate) = facts.get(id).filter(|_| facts.row(id).len() == 1) else { return false };
    let Some((head, _)) = rate.left.rsplit_once('占') else { return false };
    if !["上述", "以上", "合计", "两者", "三者", "二者", "合占"].iter().any(|w| head.contains(w)) {
        return false;
    }
    let before: Vec<usize> = facts
        .pick(facts.in_paragraph(rate.place.paragraph).start..id, |f| f.is_level() && f.figure.is_plain())
        .collect();
    let sums = (2..=before.len().min(12)).filter_map(|n| before.get(before.len() - n..));
    for parts in sums {
        let Some(first) = parts.first().copied() else { continue };
        for whole in facts.named(phrase, id, first).into_iter().take(3) {
            let equation = Equation::Rate {
                part: parts.iter().map(|p| Term::plus(*p)).collect(),
                whole: vec![Term::plus(whole)],
                less_one: false,
                sign: 1,
                rate: id,
            };
            if !parts.contains(&whole) && scope.fits(&equation) {
                let from = facts.get(first).map_or(rate.range.start, |f| f.range.start);
                out.relation(relation("B01", Kind::Share, equation, from..rate.range.end, true));
                return true;
            }
        }
    }
    out.unchecked(RULE.name, "B01", rate.range.clone(), vec![id], Reason::Ambiguous);
    true
}

/// B12: 完成总任务占比114%（下达任务5405批次）: the task stands near, and one of the amounts before fits it.
pub(super) fn against_task(scope: &Scope, id: usize, out: &mut Sink) -> bool {
    let facts = scope.facts;
    let Some(rate) = facts.get(id).filter(|f| f.phrase.contains("任务") || f.phrase.contains("计划")) else {
        return false;
    };
    let sentence = facts.in_sentence(rate.place.sentence);
    let tasks: Vec<usize> = facts.pick(sentence.clone(), |f| f.is_level() && f.measure == Measure::Plan).collect();
    let done: Vec<usize> = facts.pick(sentence.start..id, |f| f.is_level() && f.measure != Measure::Plan).collect();
    let pairs: Vec<(usize, usize)> = tasks
        .iter()
        .flat_map(|t| done.iter().map(move |d| (*d, *t)))
        .filter(|(d, t)| facts.get(*d).zip(facts.get(*t)).is_some_and(|(d, t)| d.is_like(t)))
        .collect();
    let fitting: Vec<&(usize, usize)> = pairs.iter().filter(|(d, t)| scope.fits(&ratio(*d, *t, id))).collect();
    let chosen = match (fitting.as_slice(), pairs.as_slice()) {
        ([one], _) => Some(**one),
        ([], [one]) => Some(*one),
        _ => None,
    };
    let Some((part, whole)) = chosen else { return false };
    let from = facts.get(part).map_or(rate.range.start, |f| f.range.start);
    out.relation(relation("B12", Kind::Ratio, ratio(part, whole, id), from..rate.range.end, true));
    true
}

/// 占基本支出210万元的15%: the whole stands in the clause of the share.
pub(super) fn inside(scope: &Scope, id: usize) -> Option<usize> {
    let facts = scope.facts;
    let rate = facts.get(id)?;
    id.checked_sub(1)
        .filter(|b| facts.get(*b).is_some_and(|f| f.role == Role::Base && f.place.clause == rate.place.clause))
}

/// The part of a whole that stands in the clause: what is named before 占, else the level before the whole.
pub(super) fn part_of_base(scope: &Scope, id: usize, base: usize) -> Option<usize> {
    let facts = scope.facts;
    let (rate, whole) = (facts.get(id)?, facts.get(base)?);
    let noun = whole.left.rsplit_once('占').map(|(head, _)| head.to_owned()).unwrap_or_default();
    if let Some(named) = facts.levels_named(&noun, base).first() {
        return Some(*named);
    }
    let near: Vec<usize> =
        facts.pick(facts.in_sentence(rate.place.sentence).start..base, |f| f.is_level() && whole.is_like(f)).collect();
    let noun = crate::fact::normalize(&noun);
    if noun.chars().count() < 2 || near.len() < 2 {
        return near.last().copied();
    }
    // 抽检食品6120批次、快检58000批次，食品抽检占…: the same words in another order, or else what the figures settle.
    let shared = |id: &usize| facts.get(*id).map_or(0, |f| noun.chars().filter(|c| f.left.contains(*c)).count());
    let best = near.iter().map(shared).max().filter(|n| *n >= 2)?;
    let mut alike = near.iter().copied().filter(|id| shared(id) == best);
    match (alike.next(), alike.next()) {
        (Some(one), None) => Some(one),
        _ => near.iter().copied().find(|part| scope.fits(&ratio(*part, base, id))),
    }
}
