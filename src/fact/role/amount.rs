//! The role of an amount or a count.

use super::verb::{base_phrase, strip_fill, verb_at_end, verb_at_start};
use super::{Reading, Role, reading};

/// An amount: stated, compared with, moved, left over.
pub(super) fn amount_role(left: &str, right: &str) -> Reading {
    movement(left, right)
        .or_else(|| compared(left, right))
        .or_else(|| base_of_rate(left, right))
        .or_else(|| rest(left))
        .or_else(|| change(left))
        .unwrap_or_else(|| reading(Role::Level, 0, ""))
}

const MOVES: [&str; 37] = [
    "增至",
    "增加至",
    "增加到",
    "增长至",
    "增长到",
    "升至",
    "上升至",
    "上升到",
    "提高至",
    "提高到",
    "提升至",
    "提升到",
    "减至",
    "减少至",
    "减少到",
    "降至",
    "下降至",
    "下降到",
    "降低至",
    "降到",
    "缩短至",
    "缩短为",
    "压缩至",
    "压减至",
    "整合为",
    "精简为",
    "精简至",
    "精简到",
    "压缩到",
    "压缩为",
    "压减到",
    "压降至",
    "缩短到",
    "减到",
    "增到",
    "升到",
    "扩大到",
];

/// 由8个增加到11个: both ends of a movement.
fn movement(left: &str, right: &str) -> Option<Reading> {
    if MOVES.iter().any(|w| right.starts_with(w))
        || ((left.ends_with('由') || left.ends_with('从'))
            && right.starts_with(['增', '减', '升', '降', '提', '缩', '压', '调', '翻']))
    {
        return Some(reading(Role::From, 0, ""));
    }
    let to = MOVES.iter().any(|w| left.ends_with(w)) || left.ends_with("调整为") || left.ends_with("合并为");
    to.then(|| reading(Role::To, 0, ""))
}

/// 较上年49.89万元减少: the base of a comparison.
fn compared(left: &str, right: &str) -> Option<Reading> {
    let compared = ["比", "较", "与", "同"].iter().any(|w| left.contains(w) && !left.ends_with("同比"));
    let direction = verb_at_start(right).filter(|_| compared)?;
    Some(reading(Role::Base, direction, base_phrase(left).unwrap_or("")))
}

/// 占总支出1470.36万元的: the base of a rate.
fn base_of_rate(left: &str, right: &str) -> Option<Reading> {
    let of = right == "的"
        || (right.starts_with("的") && right.chars().nth(1).is_some_and(|c| c.is_ascii_digit() || c == '比'))
        || ["的百分之", "的千分之"].iter().any(|w| right.starts_with(w));
    of.then(|| {
        let phrase = left
            .rsplit_once('占')
            .or_else(|| left.rsplit_once("完成"))
            .or_else(|| left.rsplit_once('为'))
            .map_or(left, |(_, p)| p);
        reading(Role::Base, 0, phrase)
    })
}

fn rest(left: &str) -> Option<Reading> {
    const REST: [&str; 13] = [
        "节约",
        "节省",
        "超支",
        "结余",
        "缺口",
        "资金缺口",
        "节约资金",
        "结余资金",
        "相差",
        "差额",
        "少支",
        "超预算",
        "节支",
    ];
    let bare = strip_fill(left);
    // 两次统计相差3件: the verb may have a subject.
    (REST.contains(&bare) || matches!(left, "差额" | "差额为") || bare.ends_with("相差"))
        .then(|| reading(Role::Rest, if bare.starts_with("超") { 1 } else { -1 }, ""))
}

fn change(left: &str) -> Option<Reading> {
    const NOUN: [&str; 10] = ["新增", "追加", "调增", "调减", "核减", "增加值", "精简", "压减", "净增", "超额完成"];
    let bare = strip_fill(left);
    let (direction, head) = verb_at_end(left).filter(|_| !NOUN.iter().any(|n| bare.ends_with(n)))?;
    Some(reading(Role::Change, direction, base_phrase(head).unwrap_or("")))
}
