//! E01: completions in a row: 再就业1.35万人，困难人员就业0.42万人，分别完成目标的112.5%和105%（目标分别为1.2万人、0.4万人）.

use super::{ratio, relation};
use crate::fact::{Fact, Measure, agree, normalize};
use crate::gather::Gather;
use crate::relation::Reason;
use crate::rule::{Scope, Sink};
use crate::text::{Mention, Range};

/// States a completion of a row by the amount in its place before and the one in its place in the bracket behind; false where there
/// are none behind.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) -> bool {
    let facts = scope.facts;
    let (row, Some(rate)) = (facts.row(id), facts.get(id)) else { return false };
    let Some(end) = facts.get(row.end - 1).map(|f| f.range.end).filter(|_| row.len() > 1) else { return false };
    let aside = |f: &Fact| f.place.bracket == Some(end) && f.is_level() && f.figure.is_plain();
    let bases = row.end..row.end + row.len();
    if facts.pick(bases.clone(), aside).count() < row.len() {
        return before(scope, id, out);
    }
    let base = bases.start + (id - row.start);
    let done = |f: &Fact| {
        f.is_level() && f.figure.is_plain() && f.place.depth == rate.place.depth && f.measure != Measure::Plan
    };
    let before: Vec<usize> = facts.pick(facts.in_sentence(rate.place.sentence).start..row.start, done).gather();
    let place = (before.len() + (id - row.start)).checked_sub(row.len());
    let part = place.and_then(|at| before.get(at)).copied();
    let part = part.filter(|p| facts.get(*p).zip(facts.get(base)).is_some_and(|(p, b)| p.is_like(b)));
    match part.map(|part| ratio(part, base, id)).filter(|e| scope.fits(e) || scope.is_stated_slip(e)) {
        Some(equation) => {
            let range = facts.span(&equation.all());
            out.relation(relation("E01", equation, range, "W02"));
        }
        None => out.unchecked(super::RULE.name, "E01", rate.range.clone(), vec![id], Reason::Ambiguous),
    }
    true
}

/// 甲预算105万元，乙预算86万元，…，决算分别为119万元、89万元，…，分别为年初预算的113.33%、103.49%: as many amounts in a row before, and as
/// many budgets, which the sentence before may give; a row leaves open which belong together, and only the figures settle it.
fn before(scope: &Scope, id: usize, out: &mut Sink) -> bool {
    let facts = scope.facts;
    let (row, Some(rate)) = (facts.row(id), facts.get(id)) else { return false };
    if !facts.get(row.start).is_some_and(|f| f.left.mentions("分别")) {
        return false;
    }
    let start = facts.in_sentence(rate.place.sentence).start;
    let level = |f: &Fact| f.is_level() && f.figure.is_plain();
    let alike = |amounts: &Range| amounts.len() == row.len();
    // 购置46万元、维护121万元、接待1万元: amounts of a row may bear names.
    let row_of = |a: usize| [facts.row(a), facts.named_row(a)].into_iter().find(alike);
    let Some(spent) = facts.pick(start..row.start, level).rev().find_map(row_of) else { return false };
    let at = id - row.start;
    let mut budgets: Vec<usize> = facts.pick(start..spent.start, |f| level(f) && f.measure.is_budget()).gather();
    if budgets.len() < row.len() {
        let before = facts.in_paragraph(rate.place.paragraph).start..spent.start;
        budgets = facts.pick(before, level).rev().find_map(row_of).into_iter().flatten().gather();
    }
    let like =
        |budget: &&usize| facts.get(**budget).zip(facts.get(spent.start + at)).is_some_and(|(b, s)| b.is_like(s));
    let equation = budgets.get(at).filter(like).map(|budget| ratio(spent.start + at, *budget, id));
    match equation.filter(|e| scope.fits(e) || scope.is_likely_slip(e)) {
        Some(equation) => out.relation(relation("E01", equation.clone(), facts.span(&equation.all()), "W02")),
        None => out.unchecked(super::RULE.name, "E01", rate.range.clone(), vec![id], Reason::Ambiguous),
    }
    true
}

/// 甲目标1100人，实际1173人，乙目标320人，实际308人，完成率分别为106.6%和96.3%: rates in a row behind as many pairs of what was to be done and
/// what was.
pub(super) fn of_pairs(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let (row, Some(rate)) = (facts.row(id), facts.get(id)) else { return };
    let head = facts.get(row.start).map_or("", |f| f.left.trim_end_matches(['为', '是', '达', '到']));
    let named = head.ends_with_any(&["完成率分别", "执行率分别", "完成率依次", "执行率依次"]);
    let start = facts.in_sentence(rate.place.sentence).start;
    let from = row.start.checked_sub(2 * row.len()).filter(|from| *from >= start && row.len() > 1 && named);
    let Some(from) = from else { return };
    let due = |f: &Fact| f.measure == Measure::Plan || f.measure.is_budget();
    let pair = |at: usize| {
        let (base, part) = (from + 2 * at, from + 2 * at + 1);
        let (planned, done) = (facts.get(base)?, facts.get(part)?);
        let plain = |f: &Fact| f.is_level() && f.figure.is_plain() && f.place.depth == rate.place.depth;
        (plain(planned) && plain(done) && due(planned) && !due(done) && planned.is_like(done))
            .then(|| ratio(part, base, row.start + at))
    };
    let Some(pairs) = (0..row.len()).map(pair).gather_all() else { return };
    let Some(equation) = pairs.get(id - row.start) else { return };
    // The others of the row say that it is told in this order.
    let borne = pairs.iter().any(|other| other != equation && scope.fits(other));
    if borne || scope.fits(equation) || scope.is_stated_slip(equation) {
        out.relation(relation("E05", equation.clone(), facts.span(&equation.all()), "W02"));
    }
}

/// The amount of a sentence of this paragraph or the one before that bears the name in its place of a row: 接待游客601.3万人次，旅游收入36.72亿元。…，接待游客和旅游收入分别恢复到
/// 2019年同期（562.7万人次、35.31亿元）的106.9%和104.0%.
fn named_before(scope: &Scope, (at, many): (usize, usize), base: usize) -> Option<usize> {
    let facts = scope.facts;
    let due = facts.get(base)?;
    let clause = facts.clauses.clauses().get(due.place.clause)?;
    let (names, _) = facts.text.words(clause.start..due.range.start).split_once("分别")?;
    let mut names = names.split(['、', '和', '与', '及']);
    let name = normalize(names.clone().nth(at).filter(|_| names.by_ref().count() == many)?);
    let now = |f: &Fact| f.is_level() && f.is_like(due) && f.figure.is_plain() && !f.period.is_past(facts.year);
    let own = |f: &Fact| now(f) && agree(&f.label.key, &name);
    let before =
        facts.in_paragraph(due.place.paragraph.saturating_sub(1)).start..facts.in_sentence(due.place.sentence).start;
    facts.pick(before, own).single()
}

/// 甲24座、乙215公里，分别完成计划（24座、210公里）的100.0%、102.4%: what was to be done in the bracket before a row of rates, in its order.
pub(super) fn of_bracket(scope: &Scope, id: usize, out: &mut Sink) -> bool {
    let facts = scope.facts;
    let (row, Some(rate)) = (facts.row(id), facts.get(id)) else { return false };
    let Some(bases) = row.start.checked_sub(row.len()).filter(|_| row.len() > 1) else { return false };
    let open = facts.get(row.start - 1).and_then(|f| f.place.bracket);
    let close = open.and_then(|open| facts.clauses.partner(open));
    let behind = close.is_some_and(|close| facts.get(row.start).is_some_and(|f| f.range.start == close + 2));
    if !behind || close.is_none_or(|close| facts.text.at(close + 1) != Some('的')) {
        return false;
    }
    let pair = |at: usize| {
        let base = bases + at;
        let here = |f: &Fact| f.place.sentence == rate.place.sentence;
        let beside = bases.checked_sub(row.len()).map(|from| from + at).filter(|p| facts.get(*p).is_some_and(here));
        let part = beside.or_else(|| named_before(scope, (at, row.len()), base))?;
        let (done, due) = (facts.get(part)?, facts.get(base)?);
        let own = done.is_level() && done.place.depth == rate.place.depth;
        (own && due.place.bracket == open && due.is_like(done) && done.figure.is_plain())
            .then(|| ratio(part, base, row.start + at))
    };
    let Some(pairs) = (0..row.len()).map(pair).gather_all() else { return false };
    let others = || pairs.iter().any(|other| other.facts().1 != Some(id) && scope.fits(other));
    let stated = pairs.get(id - row.start).filter(|e| scope.fits(e) || others());
    if let Some(equation) = stated.cloned() {
        out.relation(relation("E05", equation.clone(), facts.span(&equation.all()), "W02"));
    }
    stated.is_some()
}
