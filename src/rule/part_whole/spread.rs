//! A02: 建设任务4.2万亩，全部为新建，涉及甲镇1.8万亩、乙镇1.3万亩、丙乡1.1万亩: where something lies, place by place, behind the amount that is
//! spread over them.

use super::row::{is_open, names, row};
use super::{kind_of, relation, sum};
use crate::fact::Fact;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// Words that say over which places an amount is spread.
const OVER: [&str; 6] = ["涉及", "分布在", "分布于", "分别位于", "分别分布在", "覆盖"];

/// What places are called.
const PLACES: [&str; 13] = ["街道", "镇", "乡", "村", "县", "区", "市", "社区", "办事处", "旗", "苏木", "片区", "园区"];

/// How many places make a list.
const LEAST: usize = 3;

/// How many characters of the words for the places stand before the first of them.
const WORDS: usize = 12;

/// How many amounts before a row are asked.
const NEAR: usize = 6;

/// States every amount that a row of places divides, a slip aside.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for clause in facts.clauses.clauses() {
        let words = facts.text.words(clause.start..clause.end.min(clause.start + WORDS));
        let Some(first) = facts.begin_in(clause.clone()).next().filter(|_| OVER.iter().any(|w| words.starts_with(w)))
        else {
            continue;
        };
        // 分布在三个街道：甲街道1268户、…: the number of the places is no part of the row.
        let first = if counts_places(scope, first) { first + 1 } else { first };
        let row = row(scope, first);
        let placed = |name: &&str| PLACES.iter().any(|place| name.ends_with(place));
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
        f.figure.unit.base == "个" && PLACES.iter().any(|place| noun.ends_with(place))
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
    if scope.fits(&equation) || scope.is_stated_slip(&equation) {
        let range = facts.span(&equation.all());
        out.relation(relation("A02", kind_of(scope, total), equation, range, true));
    }
}
