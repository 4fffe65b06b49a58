//! C05: what was not, beside what was: 调解4610件，成功4541件，成功率98.5%，未成功的69件; and what was over: 计划120场，实际132场，超出12场.

use super::apart::{REACH, difference};
use crate::fact::{Fact, Measure, Role};
use crate::relation::Relation;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// Words that say of something that it was not.
const NOT: [&str; 4] = ["尚未", "没有", "未", "没"];

/// What fills the words behind them.
const FILL: [char; 9] = ['的', '数', '量', '有', '共', '为', '约', '部', '分'];

/// Words of how far what was done lies from what was to be.
const APART: [&str; 14] =
    ["超出", "超", "多", "超过", "超额", "超期", "提前", "少", "短", "差", "尚差", "还差", "多出", "净超"];

/// Words of what was to be done, and of what was.
const DUE: [&str; 10] = ["计划", "目标", "任务", "合同", "承诺", "规定", "约定", "概算", "限额", "应"];
const DONE: [&str; 5] = ["实际", "实", "完成", "用时", "办结"];

/// The word for what was not: 成功 of 未成功的.
fn undone(fact: &Fact) -> Option<&str> {
    let words = fact.left.trim_start_matches(['仍', '还']).trim_end_matches(FILL);
    let stem = NOT.iter().find_map(|not| words.strip_prefix(not))?;
    (2..=4).contains(&stem.chars().count()).then_some(stem)
}

/// Whether an amount can be one of the three: stated, and like the one that is asked about.
fn amount(fact: &Fact, like: &Fact) -> bool {
    (fact.is_level() || fact.role == Role::Base) && fact.is_like(like) && fact.figure.is_plain() && !fact.is_zero()
}

/// The two amounts of the sentence before one, the nearer last, with nothing like them between it and them.
fn before(scope: &Scope, id: usize) -> Option<(usize, usize)> {
    let facts = scope.facts;
    let fact = facts.get(id)?;
    let near = |f: &Fact| amount(f, fact) && f.place.depth == fact.place.depth;
    let start = facts.in_sentence(fact.place.sentence).start.max(id.saturating_sub(REACH));
    let mut ids = facts.pick(start..id, near).rev();
    let (done, all) = (ids.next()?, ids.next()?);
    Some((all, done))
}

/// Whether the rate between two amounts and a third, or the words of the second, say that the second is what was done of the first.
fn is_done_of(scope: &Scope, (all, done): (usize, usize), id: usize, stem: &str, out: &Sink) -> bool {
    let facts = scope.facts;
    let named = facts.get(done).is_some_and(|f| f.left.contains(stem));
    let rate = (done + 1..id).any(|r| facts.get(r).is_some_and(|f| f.figure.unit.base == "%" && f.left.mentions(stem)));
    let bound = out.rates_of(done).any(|r| r.equation.all().contains(&all) && scope.fits(&r.equation));
    named || rate && bound
}

/// 计划120场，实际132场: whether the first of two amounts was to be done and the second was.
fn is_due_and_done(all: &Fact, done: &Fact) -> bool {
    let due = all.measure == Measure::Plan || DUE.iter().any(|w| all.left.contains(w));
    let near = all.place.segment == done.place.segment && all.place.clause + 1 >= done.place.clause;
    due && near && DONE.iter().any(|w| done.left.contains(w)) && !DUE.iter().any(|w| done.left.contains(w))
}

/// States what is left of an amount, or how far what was done lies from it.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(fact) = facts.get(id).filter(|f| f.is_amount() && f.figure.is_plain()) else { return };
    // 已支出552万元、未支出48万元 are the parts of a sum already.
    let usable = matches!(fact.role, Role::Level | Role::Change | Role::Rest) && out.added_up(id).next().is_none();
    let Some((all, done)) = before(scope, id).filter(|_| usable) else { return };
    let (Some(a), Some(b)) = (facts.get(all), facts.get(done)) else { return };
    let beside = b.place.segment == fact.place.segment && a.place.segment == fact.place.segment;
    let left = undone(fact).filter(|stem| is_done_of(scope, (all, done), id, stem, out));
    let word = fact.left.trim_end_matches(['了', '约', '出']);
    let apart = APART.contains(&word) && is_due_and_done(a, b) && b.place.clause + 2 >= fact.place.clause;
    let more = facts.base_value(done) > facts.base_value(all);
    if !beside || left.is_none() && !apart || left.is_some() && more {
        return;
    }
    let (high, low) = if more { (done, all) } else { (all, done) };
    let stated = difference(scope, "C05", (high, low), id);
    // 超额完成7项、按计划完成4项、未完成1项: three amounts of one row leave nothing of each other.
    let joined = |a: usize, b: usize| facts.between(a, b).starts_with('、');
    if joined(all, done) && joined(done, id) && !scope.fits(&stated.equation) {
        return;
    }
    let sure = scope.fits(&stated.equation) || scope.is_stated_slip(&stated.equation);
    out.relation(Relation { sure, ..stated });
}
