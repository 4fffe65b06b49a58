//! H05, H06, H09: what may not grow: 40个事项整合为12个, 时限缩短至2个工作日, 立案171件，结案165件.

use super::relation;
use crate::fact::{Fact, Facts, Role};
use crate::relation::{Order, Relation};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// States all three of the figure after the verb.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let Some(before) = id.checked_sub(1) else { return };
    let facts = scope.facts;
    let (Some(whole), Some(part)) = (facts.get(before), facts.get(id)) else { return };
    if !whole.is_like(part)
        || !whole.figure.is_plain()
        || !part.figure.is_plain()
        || !part.is_amount()
        || whole.place.segment != part.place.segment
        || whole.place.depth != part.place.depth
    {
        return;
    }
    if let Some(order) = shrinks(whole, part) {
        let cue = if order == Order::Less { "H06" } else { "H05" };
        let stated = relation(scope, cue, id, order, before, "W04");
        // A wording to ask about: the words, not the figures, may be the slip.
        return out.relation(Relation { sure: false, ..stated });
    }
    let sentence = facts.clauses.sentences().get(part.place.sentence).cloned().unwrap_or_default();
    if part.place.clause == whole.place.clause + 1
        && settled(whole, part)
        && !has_backlog(facts.text.words(sentence.clone()))
        && !is_of_a_month(facts, part, sentence.end)
    {
        out.relation(Relation { sure: false, ..relation(scope, "H09", id, Order::AtMost, before, "W30") });
    }
}

/// The order that a verb of shrinking claims: 整合为 no more than before, 缩短至 less.
fn shrinks(whole: &Fact, part: &Fact) -> Option<Order> {
    let between = part.left.as_str();
    let ends = |list: &[&str]| between.ends_with_any(list);
    let short = between.chars().count() <= 16 && part.place.clause <= whole.place.clause + 1;
    let from = whole.role != Role::Change && !whole.is_zero();
    if !short || !from {
        return None;
    }
    if ends(&[
        "整合为",
        "整合成",
        "整合至",
        "精简为",
        "精简至",
        "精简到",
        "合并为",
        "合并成",
        "归并为",
        "归并成",
        "压缩为",
        "压减为",
        "优化为",
    ]) && !between.mentions("优化为")
    {
        return Some(Order::AtMost);
    }
    ends(&["缩短至", "缩短到", "缩短为", "压缩至", "压缩到", "压减至", "压减到"]).then_some(Order::Less)
}

/// 3月份受理412件，办结438件: what a month settles may have come in the month before.
fn is_of_a_month(facts: &Facts, part: &Fact, end: usize) -> bool {
    let start = facts.text.paragraphs().get(part.place.paragraph).map_or(0, |p| p.range.start);
    let words = facts.text.words(start.max(part.range.start.saturating_sub(MONTH))..end);
    words.mentions_any(&["月份", "当月", "本月", "季度"])
}

/// How many characters back a paragraph may say that it is of a month.
const MONTH: usize = 300;

/// 立案…结案, 受理…办结, 排查…整改: what was settled is no more than what came in.
fn settled(whole: &Fact, part: &Fact) -> bool {
    const PAIRS: [(&[&str], &[&str]); 4] = [
        (&["立案"], &["结案"]),
        (&["受理", "接到", "收到", "登记"], &["办结", "处理完毕"]),
        (&["排查", "发现"], &["完成整改", "整改到位", "已整改", "整改完成", "整改"]),
        (&["交办", "承办", "收到建议", "承办建议"], &["办结", "办理完毕"]),
    ];
    let same_unit =
        whole.figure.unit.base == part.figure.unit.base && whole.role == Role::Level && part.role == Role::Level;
    same_unit
        && PAIRS.iter().any(|(came, done)| {
            let head = part.left.trim_start_matches(['已', '全', '部', '均']);
            whole.left.mentions_any(came)
                && done.iter().any(|w| head.starts_with(w) && head.chars().count() <= w.chars().count() + 4)
        })
}

/// Whether a sentence speaks of what came in before.
fn has_backlog(sentence: &str) -> bool {
    sentence.mentions_any(&["结转", "上年", "历年", "往年", "累计", "积案", "含", "截至"])
}
