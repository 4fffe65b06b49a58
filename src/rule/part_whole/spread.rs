//! A02: 建设任务4.2万亩，全部为新建，涉及甲镇1.8万亩、乙镇1.3万亩、丙乡1.1万亩: where something lies, place by place, behind the amount that is
//! spread over them.

use super::row::{is_open, names, row};
use super::{exceeds, kind_of, relation, sum};
use crate::fact::Fact;
use crate::rule::{Scope, Sink};
use crate::text::{Lexicon, Mention};
use std::sync::LazyLock;

/// Words that say over which places an amount is spread.
static OVER: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::of(&["涉及", "分布在", "分布于", "分别位于", "分别分布在", "覆盖"]));

/// What places are called.
const PLACES: [&str; 13] = ["街道", "镇", "乡", "村", "县", "区", "市", "社区", "办事处", "旗", "苏木", "片区", "园区"];

/// How many places make a list.
const LEAST: usize = 3;

/// How many amounts before a row are asked.
const NEAR: usize = 6;

/// States every amount that a row of places divides, a slip aside.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for clause in facts.clauses.clauses() {
        let over = facts.text.standing(&OVER, clause.start).next();
        let Some(first) = over.and_then(|_| facts.begin_in(clause.clone()).next()) else { continue };
        // 分布在三个街道：甲街道1268户、…: the number of the places is no part of the row.
        let first = if counts_places(scope, first) { first + 1 } else { first };
        let row = row(scope, first);
        let placed = |name: &&str| name.ends_with_any(&PLACES);
        let told = row.len() >= LEAST && names(scope, &row).is_some_and(|names| names.iter().all(placed));
        if told && !is_open(scope, &row) {
            divide(scope, &row, out);
        }
    }
}

/// 三个街道, 5个乡镇: whether a count is that of places.
fn counts_places(scope: &Scope, id: usize) -> bool {
    scope.facts.get(id).is_some_and(|f| {
        let noun = f.right.trim_end_matches(['：', '，']);
        f.figure.unit.base == "个" && noun.ends_with_any(&PLACES)
    })
}

/// The amount right before that the row makes, or that a slip keeps it from making.
fn divide(scope: &Scope, row: &[usize], out: &mut Sink) {
    let facts = scope.facts;
    let Some((first, head)) = row.first().and_then(|id| Some((*id, facts.get(*id)?))) else { return };
    let whole = |f: &Fact| {
        let level = f.is_level() && f.figure.is_plain() && f.is_like(head) && f.place.depth == head.place.depth;
        level && f.place.segment == head.place.segment && !f.left.mentions_any(&["其中", "每", "均"])
    };
    let start = facts.in_sentence(head.place.sentence).start.max(first.saturating_sub(NEAR));
    let Some(total) = facts.pick(start..first, whole).next_back().filter(|w| out.wholes_of(first).all(|o| o == *w))
    else {
        return;
    };
    let equation = sum(row, total);
    // What lies in some places is never more than all there is.
    let slip = || scope.is_likely_slip(&equation) || exceeds(scope, row, total) && scope.is_stated_slip(&equation);
    if scope.fits(&equation) || !goes_on(scope, row) && slip() {
        let range = facts.span(&equation.all());
        out.relation(relation("A02", kind_of(scope, total), equation, range, true));
    }
}

/// 涉及甲镇1.2万人、乙镇1.1万人、丙乡0.8万人，其余为城区居民: whether the sentence tells more of the amount behind the row.
fn goes_on(scope: &Scope, row: &[usize]) -> bool {
    let facts = scope.facts;
    let Some((id, last)) = row.last().and_then(|id| Some((*id, facts.get(*id)?))) else { return true };
    let sentence = facts.in_sentence(last.place.sentence).end;
    let end = facts.clauses.sentences().get(last.place.sentence).map_or(last.range.end, |s| s.end);
    let words = facts.text.words(last.range.end..end.max(last.range.end));
    let like = |f: &Fact| f.is_level() && f.is_like(last) && f.place.segment == last.place.segment;
    words.mentions_any(&["其余", "其他", "另", "剩余", "余下"]) || facts.pick(id + 1..sentence, like).next().is_some()
}
