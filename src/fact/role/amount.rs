//! The role of an amount or a count.

use super::rate::is_due_of;
use super::verb::{base_phrase, strip_fill, verb_at_end, verb_at_start, verb_of};
use super::{Reading, Role, reading};
use crate::text::Mention;

/// An amount: stated, compared with, moved, left over.
pub(super) fn amount_role(left: &str, right: &str) -> Reading {
    let told = || {
        let bare = strip_fill(left);
        rest(left, bare).or_else(|| change(left, bare))
    };
    movement(left, right)
        .or_else(|| compared(left, right))
        .or_else(|| base_of_rate(left, right))
        .or_else(told)
        .unwrap_or_else(|| reading(Role::Level, 0, ""))
}

/// How many characters a name of work has at least before what raises it: 能力, 林场.
const WORK: usize = 2;

/// 服务能力提升, 国有林场提升: whether words name work by what it is to raise, which is no amount of money; 补助标准提高, 人均收入提高 are of money.
pub(super) fn names_work(left: &str) -> bool {
    const MONEY: [char; 19] = [
        '入', '出', '准', '费', '值', '润', '税', '价', '格', '助', '贴', '资', '额', '金', '本', '款', '薪', '产',
        '均',
    ];
    let raised = ["提升", "提高"].iter().find_map(|verb| left.strip_suffix(verb));
    raised.is_some_and(|head| {
        head.chars().count() >= WORK
            && !head.ends_with(MONEY)
            && !head.contains(['比', '较'])
            && !head.ends_with("年度")
    })
}

/// Verbs that only 至 makes lead to a number: 由84元提至89元; but 提到3次, 调到2人.
const RAISES: [&str; 4] = ["提", "调", "涨", "压"];

/// Verbs that lead from one number to another, with 至 or 到 behind them.
const MOVES: [&str; 48] = [
    "增", "增加", "增长", "升", "上升", "提高", "提升", "扩大", "发展", "壮大", "拓展", "上调", "减", "减少", "降",
    "下降", "降低", "下调", "缩短", "缩减", "压缩", "压减", "精简", "整合", "合并", "归并", "调整", "加密", "扩充",
    "扩展", "扩容", "扩", "上涨", "涨", "回升", "攀升", "跃升", "回落", "下滑", "下跌", "跌", "缩小", "缩", "收窄",
    "压降", "提标", "抬升", "调高",
];
/// Those of them that 为 may follow.
const BECOMES: [&str; 9] = ["缩短", "缩减", "压缩", "压减", "精简", "整合", "合并", "归并", "调整"];

/// Whether the words end with a verb and its 至, 到 or 为: 清理整合为.
pub(super) fn leads_to(words: &str) -> bool {
    let ends = |joint: char, verbs: &[&str]| words.strip_suffix(joint).is_some_and(|head| head.ends_with_any(verbs));
    // 由8.07元调为8.30元, 由8930人上升为15467人; but 空调为3台, 增加为民办实事.
    let becomes =
        |verb: &str| verb.ends_with_any(&MOVES) && MOVES.contains(&verb) || matches!(verb, "调" | "改" | "变");
    let bare = words.strip_suffix('为').is_some_and(becomes);
    bare || ends('至', &MOVES) || ends('至', &RAISES) || ends('到', &MOVES) || ends('为', &BECOMES)
}

fn is_move(verb: &str) -> bool {
    MOVES.contains(&verb) || RAISES.contains(&verb)
}

/// 上升到2020年的: the words without the year that an end of a movement may have.
fn undated(left: &str) -> &str {
    let words = left.trim_end_matches('的').strip_suffix('年').unwrap_or(left);
    let digits = words.chars().rev().take_while(char::is_ascii_digit).count();
    if digits == 4 && words != left { words.trim_end_matches(|c: char| c.is_ascii_digit()) } else { left }
}

/// 由8个增加到11个: both ends of a movement.
fn movement(left: &str, right: &str) -> Option<Reading> {
    let left = undated(left);
    // A verb that leads to a number has one character or two.
    let joint = right.char_indices().take(3).find(|(_, c)| matches!(c, '至' | '到' | '为'));
    let moved = joint
        .and_then(|(at, joint)| right.get(..at + joint.len_utf8()))
        .is_some_and(|verb| leads_to(verb) && is_move(verb.trim_end_matches(['至', '到', '为'])));
    let begun = (left.ends_with('由') || left.ends_with('从'))
        && right.starts_with([
            '增', '减', '升', '降', '提', '缩', '压', '调', '翻', '发', '扩', '精', '整', '合', '涨', '回',
        ]);
    if moved && !right.starts_with("调整") || begun {
        return Some(reading(Role::From, 0, ""));
    }
    leads_to(left).then(|| reading(Role::To, 0, ""))
}

/// 较上年49.89万元减少: the base of a comparison.
fn compared(left: &str, right: &str) -> Option<Reading> {
    // 比上年301万元节约14万元
    let spared = || right.starts_with("节约") && left.mentions_any(&["上年", "去年"]);
    let direction = verb_at_start(right).or_else(|| spared().then_some(-1))?;
    let compared = left.contains(['比', '较', '与', '同']) && !left.ends_with("同比");
    compared.then(|| reading(Role::Base, direction, base_phrase(left).unwrap_or("")))
}

/// 占总支出1470.36万元的: the base of a rate.
fn base_of_rate(left: &str, right: &str) -> Option<Reading> {
    // 完成全年1.8万亿元投资目标任务的75.2%
    let due = right.find(|c: char| c.is_ascii_digit()).and_then(|at| right.get(..at)).is_some_and(is_due_of);
    let of = right == "的"
        || due && left.mentions_any(&["完成", "占", "为"])
        || (right.starts_with("的") && right.chars().nth(1).is_some_and(|c| c.is_ascii_digit() || c == '比'))
        || right.starts_with_any(&["的百分之", "的千分之"]);
    of.then(|| {
        let phrase = left
            .rsplit_once('占')
            .or_else(|| left.rsplit_once("完成"))
            .or_else(|| left.rsplit_once('为'))
            .map_or(left, |(_, p)| p);
        reading(Role::Base, 0, phrase)
    })
}

fn rest(left: &str, bare: &str) -> Option<Reading> {
    const REST: [&str; 21] = [
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
        "差值",
        "少支",
        "超预算",
        "超年初预算",
        "节支",
        "短收",
        "欠收",
        "超收",
        "未执行的",
        "未支出的",
        "未使用的",
    ];
    // 两次统计相差3件: the verb may have a subject.
    // 比预算节约18.06万元
    let compared = || {
        let mut heads = REST.iter().take(3).filter_map(|w| bare.strip_suffix(w));
        bare.starts_with(['比', '较']) && heads.any(|head| head.starts_with(['比', '较']) && head.mentions("预算"))
    };
    (REST.contains(&bare) || compared() || matches!(left, "差额" | "差额为") || bare.ends_with("相差"))
        .then(|| reading(Role::Rest, if bare.starts_with("超") || bare.ends_with("超支") { 1 } else { -1 }, ""))
}

/// 比上年同期增加支出3.5亿元: in a comparison the verb may have what changed behind it.
fn of_object(bare: &str) -> Option<(i8, &str)> {
    let object = ["支出", "收入", "投入"].iter().find_map(|noun| bare.strip_suffix(noun));
    let compared = |(_, head): &(i8, &str)| head.mentions_any(&["比", "较"]);
    object.and_then(verb_at_end).filter(compared)
}

fn change<'a>(left: &'a str, bare: &'a str) -> Option<Reading> {
    const NOUN: [&str; 10] = ["新增", "追加", "调增", "调减", "核减", "增加值", "精简", "压减", "净增", "超额完成"];
    let compared = |head: &str| head.starts_with(['比', '较']);
    // 较上年压减5.4万元: in a comparison a noun of these is the verb.
    let verb = bare.ends_with_any(&["净增", "压减"]);
    let noun = |head: &str| bare.ends_with_any(&NOUN) && !(verb && compared(head));
    let (direction, head) = verb_of(left, bare).or_else(|| of_object(bare)).filter(|(_, head)| !noun(head))?;
    Some(reading(Role::Change, direction, base_phrase(head).unwrap_or("")))
}
