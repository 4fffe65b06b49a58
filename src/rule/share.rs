//! 占比、比率 — share: `part = whole × rate`. Cues B01–B13.
#![doc = include_str!("share.md")]

use super::{Rule, Scope, Sink};
use crate::fact::{Fact, Measure, Role};
use crate::number::Dimension;
use crate::relation::{Equation, Kind, Reason, Relation, Source, Term};
use crate::text::Range;

pub(super) const RULE: Rule = Rule { code: "B", name: "share", page: include_str!("share.md"), find };

fn find(scope: &Scope, out: &mut Sink) {
    proportions(scope, out);
    // 占同期进口总值的（下同）28.3%: later shares of the paragraph have the same whole.
    let mut lasting: Option<(usize, String)> = None;
    let mut phrases = Vec::new();
    for id in 0..scope.facts.list.len() {
        let Some(fact) = scope.facts.get(id) else { continue };
        if !matches!(fact.role, Role::Share | Role::Ratio) {
            continue;
        }
        if lasting.as_ref().is_some_and(|(paragraph, _)| *paragraph != fact.place.paragraph) {
            lasting = None;
        }
        // 机电产品占出口总值的53.7%；农产品占6.7%: within a sentence the whole is named once.
        let in_sentence = id.checked_sub(1).map(|last| {
            scope.facts.pick(scope.facts.in_sentence(fact.place.sentence).start..last + 1, |f| {
                f.role == Role::Share && !f.phrase.is_empty()
            })
        });
        let said =
            in_sentence.and_then(|mut ids| ids.next_back()).and_then(|s| scope.facts.get(s)).map(|f| f.phrase.clone());
        let phrase = match (&lasting, fact.phrase.is_empty()) {
            (Some((_, words)), true) => words.clone(),
            (None, true) => said.unwrap_or_default(),
            _ => fact.phrase.clone(),
        };
        let around = scope.facts.text.words(fact.range.start.saturating_sub(6)..fact.range.end + 5);
        if around.contains("下同") && !fact.phrase.is_empty() {
            lasting = Some((fact.place.paragraph, fact.phrase.clone()));
        }
        phrases.push((id, phrase));
    }
    // First what holds; then what does not, with the wholes that its neighbours agree on.
    let mut open = Vec::new();
    for (id, phrase) in phrases {
        let (stated, unbound) = (out.relations.len(), out.unbound.len());
        share(scope, id, &phrase, out);
        let holds = out.relations.get(stated).is_some_and(|r| scope.fits(&r.equation));
        if !holds && out.relations.len() + out.unbound.len() > stated + unbound {
            out.rewind(stated, unbound);
            open.push((id, phrase));
        }
    }
    for (id, phrase) in open {
        share(scope, id, &phrase, out);
    }
}

fn relation(cue: &'static str, kind: Kind, equation: Equation, range: Range, sure: bool) -> Relation {
    Relation { rule: RULE.name, cue, kind, source: Source::Asserted, equation, range, sure, warning: "W02" }
}

fn ratio(part: usize, whole: usize, rate: usize) -> Equation {
    Equation::Rate { part: vec![Term::plus(part)], whole: vec![Term::plus(whole)], less_one: false, sign: 1, rate }
}

/// The part: the nearest level before the share in its segment, else in its sentence.
fn part(scope: &Scope, id: usize) -> Option<usize> {
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

fn share(scope: &Scope, id: usize, phrase: &str, out: &mut Sink) {
    let facts = scope.facts;
    let Some(rate) = facts.get(id).filter(|f| f.figure.is_plain()) else { return };
    if together(scope, id, phrase, out) || against_task(scope, id, out) {
        return;
    }
    let Some(part) = serial_part(scope, id).or_else(|| part(scope, id)) else { return };
    let Some(own) = facts.get(part) else { return };
    let range = own.range.start.min(rate.range.start)..rate.range.end;
    if !own.figure.is_plain() {
        return out.unchecked(RULE.name, "B01", range, vec![id, part], Reason::Vague);
    }
    let kind = if rate.role == Role::Share { Kind::Share } else { Kind::Ratio };
    let missing_sign = rate.figure.unit.dimension == Dimension::Bare;
    let state = |cue, whole: usize, sure: bool, out: &mut Sink| {
        let equation = ratio(part, whole, id);
        if missing_sign && !scope.fits(&equation) {
            out.unchecked(RULE.name, "B13", range.clone(), vec![id, part], Reason::Ambiguous);
        } else if !facts.get(whole).is_some_and(Fact::is_zero) && !own.is_zero() {
            out.relation(relation(cue, kind, equation, range.clone(), sure));
        }
    };
    let inside = id
        .checked_sub(1)
        .filter(|b| facts.get(*b).is_some_and(|f| f.role == Role::Base && f.place.clause == rate.place.clause));
    if let Some(base) = inside {
        // 占基本支出210万元的15%: the part is the level before the base, or what stands before 占.
        let noun =
            facts.get(base).and_then(|f| f.left.rsplit_once('占')).map(|(head, _)| head.to_owned()).unwrap_or_default();
        let named = facts.levels_named(&noun, base).first().copied();
        let before = named.or_else(|| {
            facts
                .pick(facts.in_sentence(rate.place.sentence).start..base, |f| {
                    f.is_level() && facts.get(base).is_some_and(|b| b.is_like(f))
                })
                .next_back()
        });
        if let Some(before) = before {
            let equation = ratio(before, base, id);
            out.relation(relation("B01", kind, equation, range, true));
        }
        return;
    }
    let mut named = facts.named(phrase, id, part);
    named.retain(|w| !has_own_share(scope, *w, rate, phrase));
    let fitting = |list: &[usize]| list.iter().copied().find(|w| scope.fits(&ratio(part, *w, id)));
    if !phrase.is_empty() && !named.is_empty() {
        if let Some(whole) = fitting(&named) {
            return state("B01", whole, true, out);
        }
        let key = crate::fact::normalize(phrase);
        let exact = named.iter().copied().find(|w| facts.get(*w).is_some_and(|f| f.label.key == key));
        return match (exact, named.as_slice()) {
            (Some(whole), _) => state("B01", whole, true, out),
            (None, [best, ..]) if facts.get(*best).is_some_and(|f| crate::fact::likeness(&f.label.key, &key) >= 2) => {
                state("B01", *best, false, out)
            }
            (None, _) => out.unchecked(RULE.name, "B01", range, vec![id, part], Reason::Ambiguous),
        };
    }
    bare_share(scope, id, part, phrase, &state, out);
}

/// 甲…万元、乙…万元，分别占60%、40%: shares in a row belong to as many levels before them, in order.
fn serial_part(scope: &Scope, id: usize) -> Option<usize> {
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
fn together(scope: &Scope, id: usize, phrase: &str, out: &mut Sink) -> bool {
    let facts = scope.facts;
    let Some(rate) = facts.get(id) else { return false };
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
fn against_task(scope: &Scope, id: usize, out: &mut Sink) -> bool {
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

/// Whether a level has a share of its own beside it, worded like this one: a sibling, not the whole.
fn has_own_share(scope: &Scope, level: usize, rate: &Fact, phrase: &str) -> bool {
    let facts = scope.facts;
    let Some(fact) = facts.get(level) else { return false };
    let beside = |n: &Fact| {
        n.role == Role::Share
            && n.place.segment == fact.place.segment
            && (n.phrase == phrase || n.phrase == rate.phrase)
    };
    (level + 1..level + 3).map_while(|n| facts.get(n)).take_while(|n| !n.is_level()).any(beside)
        && fact.place.segment != rate.place.segment
}

/// B02: 占64% without a whole: that of the list, of the sentence, of the paragraph.
fn bare_share(
    scope: &Scope,
    id: usize,
    part: usize,
    phrase: &str,
    state: &dyn Fn(&'static str, usize, bool, &mut Sink),
    out: &mut Sink,
) {
    let facts = scope.facts;
    let (Some(rate), Some(own)) = (facts.get(id), facts.get(part)) else { return };
    let head =
        |range: Range| facts.pick(range, |f| f.is_level() && f.is_like(own) && f.place.depth == 0).find(|w| *w != part);
    let list: Option<usize> =
        if rate.role == Role::Share { out.wholes_of(part).next() } else { out.added_up(part).next() };
    let sentence = head(facts.in_sentence(rate.place.sentence).start..part);
    let previous = (facts.in_paragraph(rate.place.paragraph).start..facts.in_sentence(rate.place.sentence).start)
        .rev()
        .find(|w| facts.get(*w).is_some_and(|f| f.is_level() && f.is_like(own)));
    let paragraph = head(facts.in_paragraph(rate.place.paragraph).start..part);
    let document = head(0..part);
    let before =
        facts.pick(facts.in_sentence(rate.place.sentence).start..part, |f| f.is_level() && f.is_like(own)).next_back();
    // What has a bare share of its own is a sibling, not the whole.
    let sibling = |w: &usize| Some(*w) != list && has_own_share(scope, *w, rate, phrase);
    let [sentence, before, previous, paragraph, document] =
        [sentence, before, previous, paragraph, document].map(|w| w.filter(|w| !sibling(w)));
    let candidates: Vec<usize> =
        [list, sentence, before, previous, paragraph, document].into_iter().flatten().filter(|w| *w != part).collect();
    if let Some(whole) = candidates.iter().copied().find(|w| scope.fits(&ratio(part, *w, id))) {
        return state("B02", whole, true, out);
    }
    // Nothing fits. The whole of its own list is what a bare share is of; others only where shares beside it agree on them.
    let agreed_where = |near: &dyn Fn(&Fact) -> bool| {
        out.relations.iter().rev().take(200).find_map(|r| match &r.equation {
            Equation::Rate { whole, less_one: false, rate: other, .. } if r.rule == RULE.name => {
                let near = facts.get(*other).is_some_and(|f| f.phrase == rate.phrase && near(f))
                    || facts.get(*other).is_some_and(|f| f.phrase == phrase && near(f));
                whole.first().map(|t| t.fact).filter(|w| {
                    near && *w != part && facts.get(*w).is_some_and(|f| f.is_like(own)) && scope.fits(&r.equation)
                })
            }
            _ => None,
        })
    };
    let agreed = agreed_where(&|f| f.place.sentence == rate.place.sentence)
        .or_else(|| agreed_where(&|f| f.place.paragraph == rate.place.paragraph));
    let beside = list.or(sentence.filter(|_| phrase.is_empty() && (candidates.len() <= 2 || sentence == before)));
    match agreed.or(beside) {
        Some(whole) => state("B02", whole, list == Some(whole) || agreed.is_some(), out),
        None => out.unchecked(
            RULE.name,
            "B02",
            own.range.start.min(rate.range.start)..rate.range.end,
            vec![id, part],
            Reason::NoBase,
        ),
    }
}

/// B11: 三次产业比为3.9：59.5：36.6: bare numbers between colons, one for each part of the last list that had as many.
fn proportions(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let bare = |id: usize| facts.get(id).is_some_and(|f| f.figure.unit.dimension == Dimension::Bare);
    let mut id = 0;
    while id < facts.list.len() {
        let mut run = vec![id];
        while let Some(next) =
            run.last().map(|l| l + 1).filter(|n| bare(n - 1) && bare(*n) && facts.between(n - 1, *n) == "：")
        {
            run.push(next);
        }
        id += run.len();
        if run.len() >= 2 {
            proportion(scope, &run, out);
        }
    }
}

fn proportion(scope: &Scope, run: &[usize], out: &mut Sink) {
    let facts = scope.facts;
    let (Some(first), Some(range)) =
        (run.first().and_then(|id| facts.get(*id)), run.last().and_then(|id| facts.get(*id)).map(|l| l.range.end))
    else {
        return;
    };
    let list = out.relations.iter().rev().find_map(|r| match &r.equation {
        Equation::Sum { parts, whole } if parts.len() == run.len() && r.rule == "part_whole" => {
            let last = parts.last().and_then(|t| facts.get(t.fact))?;
            let near = last.place.paragraph == first.place.paragraph && last.range.end <= first.range.start;
            near.then(|| (parts.iter().map(|t| t.fact).collect::<Vec<_>>(), whole.first().map(|t| t.fact)))
        }
        _ => None,
    });
    let Some((mut parts, Some(whole))) = list else { return };
    // The order of the proportion is the usual one; a list told in another order is matched by what fits.
    let fits = |parts: &[usize]| parts.iter().zip(run).filter(|(p, r)| scope.fits(&ratio(**p, whole, **r))).count();
    if fits(&parts) + 1 < run.len() {
        let mut rest = parts.clone();
        let mut sorted: Vec<Option<usize>> = Vec::new();
        for rate in run {
            let found = rest.iter().position(|p| scope.fits(&ratio(*p, whole, *rate)));
            sorted.push(found.map(|at| rest.remove(at)));
        }
        // One that fits nothing is paired with the one part left over.
        match (rest.as_slice(), sorted.iter().filter(|s| s.is_none()).count()) {
            ([], 0) | ([_], 1) => {
                parts = sorted.into_iter().filter_map(|s| s.or_else(|| rest.first().copied())).collect()
            }
            _ => return,
        }
    }
    for (part, rate) in parts.iter().zip(run) {
        out.relation(relation("B11", Kind::Share, ratio(*part, whole, *rate), first.range.start..range, true));
    }
}
