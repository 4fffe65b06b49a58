//! H11: a line to be reached or kept (考核线), named behind its figure or told of the rate right before it: 高于95%的目标要求, 控制率96.4%，小于100%.

use super::limit::after_adverbs;
use super::verb::COMPARING;
use crate::fact::{Fact, Facts};
use crate::relation::Order;
use crate::text::Mention;

/// Verbs of reaching or keeping a line, the longest first of those that end alike; before those that compare, which they deny.
const VERBS: [(&str, Order); 17] = [
    ("不低于", Order::AtLeast),
    ("不少于", Order::AtLeast),
    ("不小于", Order::AtLeast),
    ("大于等于", Order::AtLeast),
    ("大于或等于", Order::AtLeast),
    ("不超过", Order::AtMost),
    ("未超过", Order::AtMost),
    ("没有超过", Order::AtMost),
    ("不高于", Order::AtMost),
    ("不大于", Order::AtMost),
    ("小于等于", Order::AtMost),
    ("小于或等于", Order::AtMost),
    ("未达到", Order::Less),
    ("没有达到", Order::Less),
    ("未达", Order::Less),
    ("达到了", Order::AtLeast),
    ("达到", Order::AtLeast),
];

/// The last characters of these verbs and of those that compare.
const ENDS: [char; 7] = ['于', '过', '到', '达', '了', '出', '破'];

/// What the words around a figure say of the one before it.
pub(super) fn order(facts: &Facts, id: usize) -> Option<Order> {
    // Hardly any words end as the verbs do.
    let fact = facts.get(id).filter(|f| f.left.ends_with(ENDS))?;
    let (head, order) =
        VERBS.iter().chain(&COMPARING).find_map(|(verb, order)| Some((fact.left.strip_suffix(verb)?, *order)))?;
    let head = after_adverbs(head);
    let named = names_line(fact) && (head.is_empty() || head.starts_with_any(&["达到", "符合", "满足"]));
    (named || head.is_empty() && is_told(facts, id, fact)).then_some(order)
}

/// Whether the verb says that a line was reached or surpassed, not on which side of it.
pub(super) fn is_of_merit(fact: &Fact) -> bool {
    fact.left.ends_with_any(&["达到", "达到了", "优于", "好于"]) && !fact.left.ends_with_any(&["未达到", "没有达到"])
}

/// 低于80元的成本控制线: whether the words behind a figure name the line that it is.
fn names_line(fact: &Fact) -> bool {
    const LINES: [&str; 14] = [
        "控制线",
        "警戒线",
        "红线",
        "底线",
        "控制价",
        "目标值",
        "目标",
        "要求",
        "标准",
        "指标值",
        "规定",
        "时限",
        "比例",
        "目标任务",
    ];
    let noun = fact.right.strip_prefix('的').filter(|noun| noun.chars().count() <= 8);
    noun.is_some_and(|noun| noun.ends_with_any(&LINES))
}

/// 控制率96.4%，小于100%，计5分: whether nothing but the verb stands with a rate, and another rate right before it. What a way of marking says
/// (低于98%，每低1个百分点扣0.5分) is told of no rate, nor is what is held against a standard or against itself.
fn is_told(facts: &Facts, id: usize, fact: &Fact) -> bool {
    const MARKING: [&str; 4] = ["每", "扣", "不得分", "酌情"];
    let Some(last) = id.checked_sub(1).and_then(|last| facts.get(last)) else { return false };
    let rates = [last, fact].iter().all(|f| f.figure.unit.base == "%");
    let beside = fact.place.clause == last.place.clause + 1 && fact.place.segment == last.place.segment;
    let stated = last.right.is_empty() && !last.left.mentions_any(&["标准", "指标值", "目标", "要求", "满分"]);
    let segment = facts.clauses.segments().get(fact.place.segment).map_or(fact.range.end, |s| s.end);
    let behind = facts.text.words(fact.range.end..segment.max(fact.range.end));
    let ends = behind.is_empty() || behind.starts_with(['，', '。', '；', '\n']);
    let same = facts.base_value(id) == id.checked_sub(1).and_then(|last| facts.base_value(last));
    rates && beside && stated && ends && !same && !behind.mentions_any(&MARKING)
}
