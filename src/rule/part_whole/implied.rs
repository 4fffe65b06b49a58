//! Lists without a cue: the heads of parallel segments add up to an amount that the paragraph or section stated before. Such a reading is only taken when it holds, or when the words announce a division (分产业看) and one slip explains the gap.

mod across;

use super::items::breaks_off;
use super::row::divides_another;
use super::{first_made, kind_of, leaves_one_out, relation, sum};
use crate::fact::{Fact, Measure, Role};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::Equation;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How many paragraphs back a section's head may stand.
const REACH: usize = 6;

/// How many amounts before a list can be its whole.
const WHOLES: usize = 24;

/// How many digits a whole has at least, and how many its parts together.
const DIGITS: u32 = 3;
const TELLING: u32 = 4;

/// States all implied lists.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let all: Vec<usize> = scope.levels(|f| f.place.depth == 0 && !f.period.is_past(facts.year)).gather();
    let sentence = |id: &usize| facts.get(*id).map_or(0, |f| f.place.sentence);
    // A count inside a name is no item.
    let named = |f: &Fact| f.figure.unit.dimension != Dimension::Money && facts.opens_name(f);
    for own in all.chunk_by(|a, b| sentence(a) == sentence(b)).filter(|own| own.len() >= 2) {
        let levels: Vec<usize> = own.iter().copied().filter(|id| facts.get(*id).is_some_and(|f| !named(f))).gather();
        let Some(first) = levels.first().filter(|_| levels.len() >= 2) else { continue };
        for group in groups(scope, &levels) {
            one(scope, sentence(first), &group, &levels, out);
            closed(scope, &group, out);
        }
    }
    across::state(scope, out);
}

/// Whether a group of the amounts of a sentence begins with the first of them, has some of each part and leaves no row.
fn is_complete(scope: &Scope, levels: &[usize], group: &[usize]) -> bool {
    let segments = |ids: &[usize]| {
        let mut all: Vec<usize> = ids.iter().filter_map(|id| scope.facts.get(*id)).map(|f| f.place.segment).gather();
        all.dedup();
        all
    };
    group.first() == levels.first() && segments(group) == segments(levels) && !breaks_row(scope, levels, group)
}

/// 一级92人、二级184人，两类合计276人: whether a group has the first amount of a row and leaves the others out.
fn breaks_row(scope: &Scope, levels: &[usize], group: &[usize]) -> bool {
    levels.windows(2).any(|pair| {
        matches!(pair, [a, b] if group.contains(a) && !group.contains(b) && super::row::is_joined(scope, *a, *b))
    })
}

/// The heads of all segments; all levels; the levels of each segment.
fn groups(scope: &Scope, levels: &[usize]) -> Vec<Vec<usize>> {
    let segment = |id: &usize| scope.facts.get(*id).map_or(0, |f| f.place.segment);
    let clause = |id: &usize| scope.facts.get(*id).map_or(0, |f| f.place.clause);
    let mut heads: Vec<usize> = levels.to_vec();
    heads.dedup_by_key(|id| segment(id));
    let mut clauses: Vec<usize> = levels.to_vec();
    clauses.dedup_by_key(|id| clause(id));
    // 三大产业分别为72.8亿元、460.6亿元和544.5亿元，另外两个增长3.2%和9.3%: what is counted behind is of another kind.
    let first = levels.first().and_then(|id| scope.facts.get(*id));
    let like = |id: &usize| scope.facts.get(*id).zip(first).is_some_and(|(f, first)| f.is_like(first));
    let mut out = vec![levels.to_vec(), levels.iter().copied().filter(like).gather()];
    // 一般债务限额437亿元，余额429亿元；专项债务限额1061亿元，余额998亿元: each column of what the segments tell in turn.
    let rows: Vec<&[usize]> = levels.chunk_by(|a, b| segment(a) == segment(b)).gather();
    let parts = rows.iter().chain([&levels]).flat_map(|row| [*row, row.get(1..).unwrap_or_default()]);
    out.extend(parts.filter(|part| (2..levels.len()).contains(&part.len())).map(<[usize]>::to_vec));
    out.push(heads);
    out.push(clauses);
    let width = rows.first().map_or(0, |row| row.len());
    if rows.len() >= 2 && rows.iter().all(|row| row.len() == width) {
        out.extend((1..width).map(|at| rows.iter().filter_map(|row| row.get(at).copied()).gather()));
    }
    out.retain(|g| g.len() >= 2);
    crate::order::by_key(&mut out, |g| std::cmp::Reverse(g.len()));
    out.dedup();
    out
}

fn one(scope: &Scope, sentence: usize, group: &[usize], levels: &[usize], out: &mut Sink) {
    let facts = scope.facts;
    let Some(first) = group.first().and_then(|id| facts.get(*id)) else { return };
    let like = |f: &Fact| f.is_for_each() == first.is_for_each() && f.is_like(first);
    let alike = || group.iter().all(|id| facts.get(*id).is_some_and(like));
    let known = || group.iter().all(|id| out.added_up(*id).next().is_some());
    let told = group.iter().filter(|id| facts.get(**id).is_some_and(|f| !f.is_zero()));
    if told.count() < 2 || !alike() || known() || !is_telling(scope, group) {
        return;
    }
    // 500亿元，支出146亿元，剩余354亿元: a whole and its own parts are no list together.
    let inner = group.iter().any(|id| out.added_up(*id).any(|whole| group.contains(&whole)));
    let from = first.place.paragraph.saturating_sub(REACH);
    let start = facts.in_paragraph(from).start;
    let before = group.first().copied().unwrap_or(0);
    let whole_like =
        |f: &Fact| f.is_level() && f.place.depth == 0 && f.figure.is_plain() && like(f) && f.figure.digits() >= DIGITS;
    if let Some(whole) = first_made(scope, group, scope.levels_in(start..before, whole_like).rev().take(WHOLES)) {
        if !inner {
            let range = facts.span(group);
            out.relation(relation("A10", kind_of(scope, whole), sum(group, whole), range, true));
        }
        return;
    }
    // Without a whole that fits, a slip explains the gap only where the words divide something into all of these.
    // 税收收入968.4亿元，占比72.1%，非税收入374.2亿元: so do names that leave nothing out.
    let named = || super::row::names(scope, group).is_some_and(|names| crate::catalog::partition::is_complete(&names));
    let claims = || is_complete(scope, levels, group) && !is_shared(scope, sentence) && !has_inner(scope, group);
    if inner || !announces_division(scope, sentence) && !named() || !claims() {
        return;
    }
    let head = divided(scope, sentence, group, (from, named()), &|f| whole_like(f) && is_head(scope, group, f));
    if let Some(whole) = head.filter(|whole| !super::short::leaves_rest(scope, group, *whole)) {
        // 其中 says that these are parts, not that they are all of them.
        let sure = scope.facts.is_division(sentence) && (super::exceeds(scope, group, whole) || named());
        let range = facts.span(group);
        out.relation(relation("A10", kind_of(scope, whole), sum(group, whole), range, sure));
    }
}

/// Whether an amount can head a division: larger than all of its parts, due nowhere, and no item of another division.
fn is_head(scope: &Scope, group: &[usize], fact: &Fact) -> bool {
    let largest = group.iter().filter_map(|id| scope.facts.get(*id)?.figure.base()).max();
    // 满分100分。…扣1.5分，得分3.5分: points that could be had are divided by no score.
    let points = fact.figure.unit.base == "分";
    !is_due(fact) && !points && fact.figure.base() > largest && !announces_division(scope, fact.place.sentence)
}

/// What a division divides, a slip aside: the head of the sentence before, of its paragraph, or of a paragraph of its section.
fn divided(
    scope: &Scope,
    sentence: usize,
    group: &[usize],
    (from, named): (usize, bool),
    is_head: &dyn Fn(&Fact) -> bool,
) -> Option<usize> {
    let facts = scope.facts;
    let before = *group.first()?;
    let first = facts.get(before)?;
    let heads = (from..=first.place.paragraph)
        .rev()
        .filter_map(|p| facts.pick(facts.in_paragraph(p).start..before.min(facts.in_paragraph(p).end), is_head).next());
    let near = (first.place.sentence.saturating_sub(2)..first.place.sentence).rev().flat_map(|s| {
        let heads: Vec<usize> = facts.pick(facts.in_sentence(s), is_head).gather();
        // Names that leave nothing out may divide the last amount as well as the head.
        if named { heads } else { heads.into_iter().take(1).gather() }
    });
    // 企业所得税6098亿元。其中，…: the parts of what the paragraph tells are none of what another one does.
    let here = facts.in_paragraph(first.place.paragraph).start..before;
    let own = !facts.is_division(sentence) && facts.pick(here.clone(), is_head).next().is_some();
    // 展位60250个。其中，出口展区50个，展位59252个；进口展展位998个: nor does a slip explain what all but one of them make.
    let slip = |w: &usize| is_slip(scope, sentence, &sum(group, *w)) && !leaves_one_out(scope, group, *w);
    let mut heads = near.chain(heads).filter(|w| !own || here.contains(w));
    heads.find(|w| slip(w) && !divides_another(scope, group, *w)).filter(|_| !breaks_off(scope, group))
}

/// 企业15.24万户，其中外资企业287户；个体26.33万户: whether a group has a part of a part, which is no item of the list.
fn has_inner(scope: &Scope, group: &[usize]) -> bool {
    let facts = scope.facts;
    group.windows(2).any(|pair| {
        let [Some(a), Some(b)] = [0, 1].map(|at| pair.get(at).and_then(|id| facts.get(*id))) else { return false };
        a.place.segment == b.place.segment && facts.text.words(a.range.end..b.range.start).mentions("其中")
    })
}

/// 对甲、乙、丙进出口分别为…，三者合计占46.9%: whether the amounts of a sentence have a share together, so that they are not all.
fn is_shared(scope: &Scope, sentence: usize) -> bool {
    let shared = |f: &Fact| f.role == Role::Share && f.left.mentions_any(&["合计占", "共占", "合占"]);
    scope.facts.pick(scope.facts.in_sentence(sentence), shared).next().is_some()
}

/// 收入预期14.2亿元，实际完成14.6亿元: what was expected is divided by nothing that was done.
fn is_due(fact: &Fact) -> bool {
    fact.measure == Measure::Plan || fact.measure.is_budget() || fact.left.mentions("预期")
}

/// How many items a list has at least that its last name closes.
const CLOSED: usize = 4;

/// 决算数404万元，主要用于：甲186万元、…、庚及其他56万元: a list behind a colon that ends with the rest, which only a slip keeps from an amount
/// before it.
fn closed(scope: &Scope, group: &[usize], out: &mut Sink) {
    let facts = scope.facts;
    let first = group.first().filter(|_| group.len() >= CLOSED).and_then(|id| Some((*id, facts.get(*id)?)));
    let Some((id, first)) = first else { return };
    let opened = {
        let start = facts.clauses.sentences().get(first.place.sentence).map_or(first.range.start, |s| s.start);
        let last = id.checked_sub(1).and_then(|last| facts.get(last)).map_or(0, |last| last.range.end);
        facts.text.words(start.max(last)..first.range.start).contains('：')
    };
    let begins = facts.in_sentence(first.place.sentence).start == id;
    if !opened && !begins {
        return;
    }
    // 残疾人两项补贴113万元: a count inside a name is no item; 前两项合计: some of the items may have been added up.
    let like = |f: &Fact| f.is_like(first) && !f.is_for_each();
    let group: Vec<usize> = group.iter().copied().filter(|id| facts.get(*id).is_some_and(like)).gather();
    let free = || group.iter().any(|id| out.added_up(*id).next().is_none());
    let rest = || super::row::names(scope, &group).is_some_and(|names| super::row::is_exhaustive(&names));
    // 支出去向。甲986万元，乙327万元，丙214万元，其余225万元: so does a sentence that is nothing but the list.
    let alone = || {
        let last = group.last().and_then(|id| facts.get(*id)).is_some_and(|f| f.left.starts_with("其余"));
        let added = |id: &usize| out.added_up(*id).next().is_some();
        last && begins && !group.iter().any(added)
    };
    if group.len() < CLOSED || !opened && !alone() || !rest() || !free() {
        return;
    }
    let start = facts.in_paragraph(first.place.paragraph.saturating_sub(REACH)).start;
    let whole_like = |f: &Fact| f.is_level() && f.is_like(first) && f.figure.is_plain() && f.place.depth == 0;
    let mut wholes = facts.pick(start..id, whole_like).rev().take(WHOLES);
    if let Some(whole) = wholes.find(|w| super::row::is_usual_slip(scope, &group, *w)) {
        let (equation, range) = (sum(&group, whole), facts.span(&[&[whole], group.as_slice()].concat()));
        out.relation(relation("A10", kind_of(scope, whole), equation, range, false));
    }
}

/// Whether a slip keeps a division from its whole; of three parts or more that the words announce, chance has no say.
fn is_slip(scope: &Scope, sentence: usize, division: &Equation) -> bool {
    let announced = || scope.facts.is_division(sentence) && division.all().len() > 3;
    scope.is_likely_slip(division) || announced() && scope.is_stated_slip(division)
}

/// Whether the sum of a group could hardly be chance: its amounts have digits enough.
fn is_telling(scope: &Scope, group: &[usize]) -> bool {
    group.iter().filter_map(|id| scope.facts.get(*id)).map(|f| f.figure.digits()).sum::<u32>() >= TELLING
}

/// The words of a division, or 其中.
fn announces_division(scope: &Scope, sentence: usize) -> bool {
    scope.facts.is_division(sentence) || scope.facts.head_of(sentence).mentions("其中")
}
