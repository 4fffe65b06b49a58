//! A04: 甲3218万元、乙206万元、丙572万元、丁22万元。前两项为人员经费，计3424万元；后两项为公用经费，计594万元: the first or the last of a row, as many as the words say.

use crate::gather::Gather;
use crate::rule::part_whole::{kind_of, relation, sum};
use crate::rule::{Scope, Sink};

/// How many figures before a total its row ends at most.
const REACH: usize = 8;

/// States the total of what the words at the head of its part of the sentence take from a row, a slip aside; whether they take any.
pub(super) fn state(scope: &Scope, whole: usize, out: &mut Sink) -> bool {
    let facts = scope.facts;
    let Some(total) = facts.get(whole) else { return false };
    let Some(segment) = facts.clauses.segments().get(total.place.segment) else { return false };
    let head = facts.text.words(segment.start..total.range.start);
    let Some((first, count)) = said(head) else { return false };
    // The totals before it may stand between.
    let rows = (whole.saturating_sub(REACH)..whole).rev().map(|id| facts.named_row(id));
    let Some(row) = rows.filter(|row| row.end <= whole).find(|row| row.len() > count) else { return false };
    let from = if first { row.start } else { row.end - count };
    let parts: Vec<usize> = (from..from + count).gather();
    let like = parts.iter().all(|id| facts.get(*id).is_some_and(|f| f.is_like(total)));
    let equation = sum(&parts, whole);
    let holds = scope.fits(&equation);
    if like && (holds || scope.is_stated_slip(&equation)) {
        let range = facts.span(&equation.all());
        out.relation(relation("A04", kind_of(scope, whole), equation, range, true));
    }
    like
}

/// 前两项 → the first two, 后三类 → the last three.
fn said(head: &str) -> Option<(bool, usize)> {
    let mut letters = head.trim_start_matches(['，', '。', '；']).chars();
    let first = match letters.next()? {
        '前' => true,
        '后' => false,
        _ => return None,
    };
    let count = ['两', '三', '四', '五'].iter().position(|n| letters.clone().next() == Some(*n))? + 2;
    let kind = letters.nth(1)?;
    ['项', '类', '者', '个', '种'].contains(&kind).then_some((first, count))
}
