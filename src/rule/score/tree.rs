//! L14–L16: 项目决策（20分），其中科学决策（10分）：必要性（5分）得5分，…: points that add up level by level, what was got of them likewise, and no more
//! got than could be had.

use super::listed::{is_choice, is_partial};
use super::{is_total, relation};
use crate::fact::{Fact, Got, Mark};
use crate::gather::Gather;
use crate::number::Decimal;
use crate::relation::{Equation, Kind, Order, Relation, Term};
use crate::rule::{Scope, Sink};
use crate::text::{Mention, Range};

/// What the score of a whole is more than.
const LEAST: u32 = 40;

/// How many paragraphs from a list the score of the whole stands at most.
const NEAR: usize = 2;

/// How many characters before a list say of which year it is.
const BACK: usize = 16;

/// An indicator and its parts, as places in the list of indicators.
struct Group {
    whole: usize,
    parts: Vec<usize>,
}

/// States what the indicators of the text assert.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let marks = &scope.facts.marks;
    if marks.is_empty() {
        return;
    }
    for mark in marks {
        exceeded(scope, mark, out);
    }
    let mut parts: Vec<Vec<usize>> = vec![Vec::new(); marks.len()];
    for (at, mark) in marks.iter().enumerate() {
        parts.get_mut(mark.parent.unwrap_or(usize::MAX)).into_iter().for_each(|parts| parts.push(at));
    }
    let groups: Vec<Group> = parts.into_iter().enumerate().map(|(whole, parts)| Group { whole, parts }).gather();
    points(scope, &groups, out);
    for group in &groups {
        scores(scope, group, &groups, out);
    }
    of_all(scope, &groups, out);
}

/// L16: 必要性（5分）得6分.
fn exceeded(scope: &Scope, mark: &Mark, out: &mut Sink) {
    // 上年得分（91分）93分: what was got elsewhere is no limit.
    let name = scope.facts.text.words(mark.name.clone());
    let other = name.mentions_any(&["得分", "分数", "上年", "去年", "上次", "平均", "最高", "最低", "加分"]);
    if let (Some(points), Got::Told(got), true, false) = (mark.points, mark.got, mark.beside, other) {
        let (left, right) = (vec![Term::plus(got)], vec![Term::plus(points)]);
        let equation = Equation::Order { left, order: Order::AtMost, right };
        if !scope.fits(&equation) {
            out.relation(relation(scope, "L16", Kind::Bound, equation, "W24"));
        }
    }
}

/// The sum that a group states by one figure of each indicator; none where one of them has none.
fn sum_of(scope: &Scope, group: &Group, figure: impl Fn(&Mark) -> Option<usize>) -> Option<Equation> {
    let of = |at: usize| scope.facts.marks.get(at).and_then(&figure);
    let parts = group.parts.iter().map(|part| of(*part)).gather_all()?;
    let whole = of(group.whole).filter(|_| !parts.is_empty())?;
    Some(Equation::Sum { parts: parts.into_iter().map(Term::plus).gather(), whole: vec![Term::plus(whole)] })
}

/// L14: the points of each group, or the scores where a list gives nothing else.
fn points(scope: &Scope, groups: &[Group], out: &mut Sink) {
    let marks = &scope.facts.marks;
    let bare = |group: &Group| group.parts.iter().any(|part| marks.get(*part).is_some_and(|m| !m.bracketed));
    let (mut clean, mut failing) = ([0_usize; 2], Vec::new());
    if let Some(equation) = first(scope).filter(|equation| scope.fits(equation)) {
        out.relation(relation(scope, "L14", Kind::Sum, equation, "W23"));
        clean = [1, 0];
    }
    for group in groups {
        let weighed = marks.get(group.whole).is_some_and(|m| m.points.is_some());
        let figure = |m: &Mark| if weighed { m.points } else { m.got.told() };
        let Some(equation) = sum_of(scope, group, figure) else { continue };
        let (fits, many) = (scope.fits(&equation), group.parts.len() >= 2);
        if fits {
            let (kind, warning) = if many { (Kind::Sum, "W23") } else { (Kind::Equal, "W23") };
            out.relation(relation(scope, "L14", kind, equation, warning));
            if let Some(count) = clean.get_mut(usize::from(bare(group))).filter(|_| many) {
                *count += 1;
            }
        } else if many && !is_choice(scope, &group.parts, &equation) {
            failing.push((group, equation));
        }
    }
    // 5分 printed for 6分 leaves two groups open where the indicator has parts itself: its own and that which it is in.
    let beside = |a: &Group, b: &Group| a.parts.contains(&b.whole) || b.parts.contains(&a.whole);
    let one = match failing.as_slice() {
        [_] => true,
        [(a, _), (b, _)] => beside(a, b),
        _ => false,
    };
    for (group, equation) in failing.into_iter().filter(|_| one) {
        let like = clean.get(usize::from(bare(group))).copied().unwrap_or_default();
        if like > 0 && scope.is_stated_slip(&equation) && !is_partial(scope, group.whole, &group.parts) {
            // Two lists that add up say that lists are complete here; one that comes to too much says so itself.
            let sure = like > 1 || exceeds(scope, &equation);
            out.relation(Relation { sure, ..relation(scope, "L14", Kind::Sum, equation, "W23") });
        }
    }
}

/// Whether the parts come to more than the whole.
fn exceeds(scope: &Scope, equation: &Equation) -> bool {
    let Equation::Sum { parts, whole } = equation else { return false };
    let most = Equation::Order { left: parts.clone(), order: Order::AtMost, right: whole.clone() };
    !scope.fits(&most)
}

/// The figures that make what an indicator got: its own, else those of its parts; none where one is not told.
fn got_of(scope: &Scope, groups: &[Group], at: usize) -> Option<Vec<usize>> {
    let mark = scope.facts.marks.get(at)?;
    match mark.got {
        Got::Told(id) => return Some(vec![id]),
        Got::Nothing => return Some(Vec::new()),
        Got::Full => return mark.points.map(|id| vec![id]),
        Got::Unsaid => {}
    }
    let parts = groups.get(at).map(|group| &group.parts).filter(|parts| !parts.is_empty())?;
    let got = parts.iter().map(|part| got_of(scope, groups, *part)).gather_all()?;
    Some(got.concat())
}

/// L15: what was got of an indicator is what was got of its parts.
fn scores(scope: &Scope, group: &Group, groups: &[Group], out: &mut Sink) {
    let Some(got) = scope.facts.marks.get(group.whole).and_then(|mark| mark.got.told()) else { return };
    let parts = group.parts.iter().map(|part| got_of(scope, groups, *part)).gather_all();
    let Some(parts) = parts.map(|parts| parts.concat()).filter(|parts| parts.len() >= 2) else { return };
    let equation = Equation::Sum { parts: parts.into_iter().map(Term::plus).gather(), whole: vec![Term::plus(got)] };
    let complete = sum_of(scope, group, |m| m.points).is_some_and(|full| scope.fits(&full));
    // 产出（50分）得46.2分，其中数量18.4分、质量18分、时效9.8分: a list of nothing but scores.
    let told = |at: usize| scope.facts.marks.get(at).is_some_and(|mark| mark.points.is_none());
    let listed = group.parts.len() >= 3 && !told(group.whole) && group.parts.iter().all(|part| told(*part));
    let slip = || listed && scope.is_likely_slip(&equation) && !is_partial(scope, group.whole, &group.parts);
    if scope.fits(&equation) || complete && scope.is_stated_slip(&equation) || slip() {
        let sure = complete || exceeds(scope, &equation);
        out.relation(Relation { sure, ..relation(scope, "L15", Kind::Sum, equation, "W23") });
    }
}

/// L15: the score of the whole, where the outermost indicators make a hundred and what was got of all of them is told.
fn of_all(scope: &Scope, groups: &[Group], out: &mut Sink) {
    let facts = scope.facts;
    let roots: Vec<usize> =
        (0..facts.marks.len()).filter(|at| facts.marks.get(*at).is_some_and(|m| m.parent.is_none())).gather();
    let points = roots.iter().map(|at| facts.marks.get(*at)?.points).gather_all();
    let terms = points.unwrap_or_default().into_iter().map(Term::plus).gather();
    let hundred = Equation::Fixed { terms, least: 100, most: 100, closed: true };
    if roots.len() < 2 || !scope.fits(&hundred) {
        return;
    }
    let got = roots.iter().map(|at| got_of(scope, groups, *at)).gather_all();
    let Some(parts) = got.map(|got| got.concat()).filter(|parts| parts.len() >= 2) else { return };
    let likely = |f: &Fact| f.figure.value > Decimal::from(LEAST) && f.figure.value <= Decimal::ONE_HUNDRED;
    let plain = |f: &Fact| super::is_score(f) && likely(f) && f.place.depth == 0;
    let named: Vec<usize> = facts.pick(0..facts.list.len(), |f| plain(f) && is_total(f)).gather();
    // …；满意度指标（10分）得9分。合计93分: bare words for a sum mean what stands right before them.
    let behind = parts.iter().max().map_or(0, |last| last + 1);
    let summed = facts.pick(behind..behind + 1, |f| plain(f) && super::is_bare_sum(f)).next();
    let total = match named[..] {
        [total] => total,
        [] if summed.is_some() => summed.unwrap_or_default(),
        _ => return,
    };
    let equation =
        Equation::Sum { parts: parts.iter().copied().map(Term::plus).gather(), whole: vec![Term::plus(total)] };
    let used = parts.contains(&total) || facts.is_full_marks(total) || out.computes_sum(total);
    // 上年分项：执行（10分）9分、…: last year's points are no part of this year's score.
    let first = roots.first().and_then(|at| facts.marks.get(*at));
    let said = first.map_or("", |first| facts.text.words(first.name.start.saturating_sub(BACK)..first.name.start));
    let past = said.mentions_any(&["上年", "去年", "上一年", "往年"]);
    let near = |at: Option<&usize>| {
        let own = at.and_then(|at| facts.marks.get(*at)).and_then(|mark| facts.get(mark.points?));
        own.zip(facts.get(total)).is_some_and(|(a, b)| a.place.paragraph.abs_diff(b.place.paragraph) <= NEAR)
    };
    let meant = (near(roots.first()) || near(roots.last())) && !past && scope.is_stated_slip(&equation);
    // 效益（20分）得18分，因逾期扣2分，最终得分90分: what is taken off or added between the list and the score counts as well.
    let changed = changed(scope, behind..total);
    let equation = if scope.fits(&equation) { equation } else { with(equation, &changed) };
    if !used && (scope.fits(&equation) || changed.is_empty() && meant) {
        out.relation(relation(scope, "L15", Kind::Sum, equation, "W23"));
    }
}

/// The points that some words take off or add: 因逾期扣2分, 加分项加1分.
fn changed(scope: &Scope, facts: Range) -> Vec<Term> {
    let term = |id: usize| {
        let words = scope.facts.get(id)?.left.trim_end_matches(['了', '为', '分', '减', '除', '计']);
        match words.chars().next_back()? {
            '扣' => Some(Term::minus(id)),
            '加' => Some(Term::plus(id)),
            _ => None,
        }
    };
    scope.facts.pick(facts, super::is_score).filter_map(term).gather()
}

/// A sum with more parts.
fn with(equation: Equation, more: &[Term]) -> Equation {
    match equation {
        Equation::Sum { parts, whole } => Equation::Sum { parts: [parts.as_slice(), more].concat(), whole },
        other => other,
    }
}

/// L14: 一、基本情况（自评得分100分） 二、预算执行（自评得分10分） 三、绩效指标（自评得分90分）: the first heading may give the whole of the others.
fn first(scope: &Scope) -> Option<Equation> {
    let marks = &scope.facts.marks;
    let roots = marks.iter().filter(|mark| mark.parent.is_none());
    let ids = roots.map(|mark| mark.points.or(mark.got.told())).gather_all()?;
    let (whole, parts) = ids.split_first().filter(|(_, parts)| parts.len() >= 2)?;
    let hundred = scope.facts.base_value(*whole) == Some(Decimal::ONE_HUNDRED);
    let parts = parts.iter().copied().map(Term::plus).gather();
    hundred.then(|| Equation::Sum { parts, whole: vec![Term::plus(*whole)] })
}
