//! What stands behind a list is told of its whole, not of the last part: 投入（20分）：目标（8分）、配置（12分），得18分; …，共得39分.

use super::{Got, Mark, is_points};
use crate::fact::Facts;
use crate::gather::{Gather, SortedSet};
use crate::number::{Decimal, Exact};
use crate::token::clause::index_of;

/// Words between a list and what was got of all of it.
const SUMMED: [&str; 8] =
    ["，共得", "，共得分", "，合计得", "，合计得分", "，共计得", "，小计得", "，小计得分", "，总计得"];

/// The same where every part tells what was got of it; else they may add up the points.
const ADDED: [&str; 4] = ["，合计", "，小计", "，共计", "，共"];

/// What may stand between one part of a list and the next.
const BETWEEN: [&str; 6] = ["、", "，", "和", "及", "与", "以及"];

/// How many characters behind a list the score of its whole begins at most.
const NEAR: usize = 8;

/// Gives the whole of each list what is told behind the list.
pub(super) fn settle(facts: &Facts, marks: &mut [Mark]) {
    let mut parts: Vec<Vec<usize>> = vec![Vec::new(); marks.len()];
    for (at, mark) in marks.iter().enumerate() {
        parts.get_mut(mark.parent.unwrap_or(usize::MAX)).into_iter().for_each(|parts| parts.push(at));
    }
    go_on(facts, marks, &mut parts);
    let mut used = SortedSet::new();
    for whole in (0..marks.len()).rev() {
        let list = parts.get(whole).map_or(&[][..], Vec::as_slice);
        lift(facts, marks, whole, list);
        let tail = tail_of(&parts, whole);
        if let Some(id) = summed(facts, marks, (whole, tail), list).filter(|id| !used.contains(id)) {
            used.insert(id);
            marks.get_mut(whole).into_iter().for_each(|mark| mark.got = Got::Told(id));
        }
    }
    for at in 1..marks.len() {
        alone(facts, marks, at);
    }
}

/// The last indicator within another.
fn tail_of(parts: &[Vec<usize>], whole: usize) -> usize {
    let mut tail = whole;
    while let Some(last) = parts.get(tail).and_then(|list| list.last()).filter(|last| **last > tail) {
        tail = *last;
    }
    tail
}

/// What an indicator can bring.
fn points(facts: &Facts, mark: &Mark) -> Option<Decimal> {
    facts.base_value(mark.points?)
}

/// The sum of what some figures of indicators are; none where one of them has none.
fn sum(facts: &Facts, marks: &[Mark], list: &[usize], figure: impl Fn(&Mark) -> Option<usize>) -> Option<Decimal> {
    let value = |at: &usize| facts.base_value(figure(marks.get(*at)?)?);
    list.iter().try_fold(Decimal::ZERO, |sum, at| sum.plus(value(at)?))
}

/// 效益（20分）：经济效益（10分）、社会效益（5分）。可持续影响（5分）得5分: a single indicator right behind a list that is all that the list
/// lacks belongs to it, unless it is needed where it stands.
fn go_on(facts: &Facts, marks: &mut [Mark], parts: &mut [Vec<usize>]) {
    let roots: Vec<usize> = (0..marks.len()).filter(|at| marks.get(*at).is_some_and(|m| m.parent.is_none())).gather();
    let outermost = sum(facts, marks, &roots, |m| m.points);
    for whole in 0..marks.len() {
        let next = tail_of(parts, whole) + 1;
        let Some((own, behind)) = marks.get(whole).zip(marks.get(next)) else { continue };
        let Some(list) = parts.get(whole).filter(|list| !list.is_empty()) else { continue };
        let single = behind.head == Some(None) && !behind.opens && parts.get(next).is_some_and(Vec::is_empty);
        let beside = behind.parent == own.parent
            && (behind.paragraph, behind.sentence) == (own.paragraph, own.sentence + 1)
            && behind.bracketed;
        if !single || !beside {
            continue;
        }
        let all = sum(facts, marks, list, |m| m.points).zip(points(facts, behind)).and_then(|(a, b)| a.plus(b));
        let parent = own.parent;
        let needed = match parent {
            Some(parent) => {
                let list = parts.get(parent).map_or(&[][..], Vec::as_slice);
                sum(facts, marks, list, |m| m.points) == marks.get(parent).and_then(|m| points(facts, m))
            }
            None => outermost == Some(Decimal::ONE_HUNDRED),
        };
        if all.is_none() || all != points(facts, own) || needed {
            continue;
        }
        parts.get_mut(parent.unwrap_or(usize::MAX)).into_iter().for_each(|list| list.retain(|at| *at != next));
        parts.get_mut(whole).into_iter().for_each(|list| list.push(next));
        marks.get_mut(next).into_iter().for_each(|mark| mark.parent = Some(whole));
    }
}

/// Where what tells the points of an indicator ends, where they stand right behind its name.
fn close(facts: &Facts, mark: &Mark) -> Option<usize> {
    let fact = facts.get(mark.points?)?;
    match fact.place.bracket.filter(|_| fact.place.depth > 0) {
        Some(open) => facts.clauses.partner(open).map(|close| close + 1),
        None => (mark.name.end == fact.range.start).then_some(fact.range.end),
    }
}

/// The score of an indicator that a comma parts from its points, with the place of the comma: 配置（12分），得18分.
fn apart(facts: &Facts, mark: &Mark) -> Option<(usize, usize)> {
    let (id, comma) = (mark.got.told()?, close(facts, mark)?);
    let outside = facts.get(id).is_some_and(|f| f.place.depth == 0 && f.range.start > comma);
    (outside && facts.text.at(comma) == Some('，')).then_some((id, comma))
}

/// Whether one indicator of a list stands right behind the other.
fn adjoin(facts: &Facts, one: &Mark, other: &Mark) -> bool {
    one.sentence == other.sentence
        && one.end < other.name.start
        && BETWEEN.contains(&facts.text.words(one.end..other.name.start))
}

/// Takes the score behind a list from the last part where no other part has one: it is that of the whole, or of who knows what.
fn lift(facts: &Facts, marks: &mut [Mark], whole: usize, list: &[usize]) {
    let mark = |at: usize| marks.get(at);
    let Some((last, others)) = list.split_last() else { return };
    let Some((own, tail)) = mark(whole).zip(mark(*last)) else { return };
    let unsaid = |at: &usize| mark(*at).is_some_and(|m| m.got == Got::Unsaid);
    let Some((id, comma)) = apart(facts, tail).filter(|_| others.iter().all(unsaid)) else { return };
    let score = facts.base_value(id);
    let row = others.last().and_then(|at| mark(*at)).is_some_and(|other| adjoin(facts, other, tail));
    if !row && score <= points(facts, tail) {
        return;
    }
    // A（40分）：B（20分）：甲（8分）、乙（12分）；C（20分）：丙（8分）、丁（12分），得18分: of C, or of A.
    let above = own.parent.filter(|above| mark(*above).is_some_and(|m| m.sentence == own.sentence));
    let either = above.is_some_and(|above| above + 1 < whole && (above + 1..*last).all(|at| unsaid(&at)));
    let given = row && own.got == Got::Unsaid && !either && score <= points(facts, own);
    if given && let Some(own) = marks.get_mut(whole) {
        own.got = Got::Told(id);
    }
    if let Some(tail) = marks.get_mut(*last) {
        (tail.got, tail.beside, tail.end) = (Got::Unsaid, false, comma);
    }
}

/// 投入指标20分，包括目标设定（8分）、预算配置（12分），得18分: the same where no indicator is known to be the whole.
fn alone(facts: &Facts, marks: &mut [Mark], at: usize) {
    let Some((before, own)) = marks.get(at - 1).zip(marks.get(at)) else { return };
    let row = before.got == Got::Unsaid && own.parent.is_none() && adjoin(facts, before, own);
    let Some((_, comma)) = apart(facts, own).filter(|_| row) else { return };
    if let Some(own) = marks.get_mut(at) {
        (own.got, own.beside, own.end) = (Got::Unsaid, false, comma);
    }
}

/// 产出（40分）：数量（20分）得19分、质量（20分）得20分，共得39分: what was got of all of a list, as told right behind it.
fn summed(facts: &Facts, marks: &[Mark], (whole, tail): (usize, usize), list: &[usize]) -> Option<usize> {
    let own = marks.get(whole).filter(|own| own.got == Got::Unsaid && list.len() >= 2)?;
    let end = marks.get(tail)?.end;
    let id = facts.begin_in(end..end + NEAR).start;
    let fact = facts.get(id).filter(|f| is_points(facts, id) && f.place.depth == 0 && f.range.start >= end)?;
    let words = facts.text.words(end..fact.range.start);
    let all = || sum(facts, marks, list, |m| m.got.told());
    if !(SUMMED.contains(&words) || ADDED.contains(&words) && all().is_some()) {
        return None;
    }
    // 投入（10分）得9分，效益（20分）：经济（10分）得5分、社会（10分）得4分，合计得18分: of both.
    let segment = |mark: &Mark| index_of(facts.clauses.segments(), mark.name.start);
    let before = whole.checked_sub(1).filter(|before| Some(*before) != own.parent).and_then(|at| marks.get(at));
    let crowded = before.is_some_and(|before| segment(before) == segment(own));
    let score = facts.base_value(id);
    (score <= points(facts, own) && (!crowded || all() == score) && facts.row(id).len() == 1).then_some(id)
}
