//! What is lacking of a whole, told behind its parts (资金缺口).

use crate::fact::Fact;
use crate::gather::Gather;
use crate::rule::Scope;
use crate::rule::part_whole::{exceeds, sum};

/// What words call the part of a whole that is not there; 与上年差额, 人员经费缺口 are of something else.
const LACKING: [&str; 9] = ["差额", "缺口", "资金差额", "资金缺口", "尚缺", "尚差", "未到位", "尚未到位", "未到位资金"];

/// 总投资5000万元，中央2000万元、省级1500万元，资金缺口1500万元: a list with what is lacking of its whole right behind it, where it is short of it.
pub(super) fn with_lacking(scope: &Scope, list: &[usize], whole: usize) -> Vec<usize> {
    let facts = scope.facts;
    let next = list.last().and_then(|id| Some((id + 1, facts.get(*id)?, facts.get(id + 1)?)));
    let lacking = |last: &Fact, f: &Fact| {
        let named = LACKING.contains(&f.left.trim_end_matches(['为', '是', '有']));
        named && f.is_like(last) && f.is_amount() && f.place.sentence == last.place.sentence
    };
    // 缺口1500万元，另有捐赠200万元: what is told behind it may be of the whole as well.
    let goes_on = |last: &Fact, id: usize| {
        let like = |f: &Fact| f.is_like(last) && f.place.depth == last.place.depth;
        facts.pick(id + 1..facts.in_sentence(last.place.sentence).end, like).next().is_some()
    };
    let more = next.filter(|(id, last, f)| lacking(last, f) && !goes_on(last, *id) && !exceeds(scope, list, whole));
    let more = more.map(|(id, ..)| id);
    list.iter().copied().chain(more.filter(|_| !scope.fits(&sum(list, whole)))).gather()
}
