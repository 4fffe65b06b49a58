//! The role of a figure in its clause: an amount, a change, a rate of growth, a share, a completion …

use super::{Fact, Facts, Label, Measure, Period, context};
use crate::number::{Dimension, Figure};
use crate::text::{LogicalText, Range};
use crate::token::clause::Clauses;

/// The role (角色) of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// A stated amount: 基本支出800万元.
    Level,
    /// An amount that something is compared with: 较上年49.89万元减少.
    Base,
    /// The start of a movement: 由40%升至.
    From,
    /// The end of a movement: 升至45%.
    To,
    /// An amount of change: 减少4.24万元.
    Change,
    /// What was saved, overspent or is short: 节约3.7万元, 缺口18万元.
    Rest,
    /// A rate of growth: 增长5%.
    Growth,
    /// A change in percentage points.
    Points,
    /// A share: 占总支出的54.52%.
    Share,
    /// A rate of completion or execution: 完成年初预算的95%.
    Completion,
    /// `a 为 b 的 r%`.
    Ratio,
    /// A named rate: 合格率97.5%.
    Rate,
    /// 是…的3倍.
    Multiple,
    /// A percentage or number of which the clause says nothing that could be recomputed.
    Other,
}

const UP: [&str; 30] = [
    "增长",
    "增加",
    "上升",
    "提高",
    "上涨",
    "增幅",
    "涨幅",
    "多增",
    "提升",
    "增收",
    "净增",
    "增长率",
    "超额完成",
    "超额",
    "增速",
    "扩大",
    "加快",
    "微增",
    "增多",
    "增大",
    "增支",
    "上浮",
    "升高",
    "高出",
    "调增",
    "多支出",
    "多",
    "增",
    "升",
    "涨",
];
const DOWN: [&str; 30] = [
    "下降",
    "减少",
    "降低",
    "下滑",
    "回落",
    "降幅",
    "缩减",
    "压减",
    "压缩",
    "下跌",
    "减收",
    "微降",
    "负增长",
    "减幅",
    "收窄",
    "放缓",
    "缩小",
    "少支出",
    "核减",
    "减支",
    "下浮",
    "精简",
    "压降",
    "调减",
    "减缓",
    "低于",
    "下调",
    "少",
    "减",
    "降",
];
/// Words between the verb and the number that change nothing.
const FILL: [&str; 22] = [
    "了",
    "约",
    "近",
    "达到",
    "达",
    "为",
    "仅为",
    "仅",
    "只有",
    "已",
    "共",
    "共计",
    "超过",
    "超",
    "不足",
    "额为",
    "幅度为",
    "数为",
    "率为",
    "又",
    "额",
    "分别为",
];

/// The words without the filling at their end.
pub(super) fn strip_fill(words: &str) -> &str {
    let mut out = words;
    while let Some(shorter) =
        FILL.iter().filter(|f| !(**f == "约" && out.ends_with("节约"))).find_map(|f| out.strip_suffix(f))
    {
        out = shorter;
    }
    out
}

/// The verb of change at the end of the words: its direction and what stands before it.
pub(super) fn verb_at_end(words: &str) -> Option<(i8, &str)> {
    let bare = strip_fill(words);
    let ends = |list: &[&'static str]| list.iter().filter(|v| bare.ends_with(**v)).max_by_key(|v| v.len()).copied();
    let (direction, verb) = match (ends(&UP), ends(&DOWN)) {
        (Some(up), Some(down)) => {
            if up.len() >= down.len() {
                (1, up)
            } else {
                (-1, down)
            }
        }
        (Some(up), None) => (1, up),
        (None, Some(down)) => (-1, down),
        (None, None) => return None,
    };
    let head = bare.strip_suffix(verb)?;
    // A single character is a verb only in a comparison: 较上年多3万元.
    let weak = verb.chars().count() == 1 || verb == "低于";
    let compared = ["比", "较", "同比", "环比"].iter().any(|w| head.contains(w));
    let noun = ["新", "追", "年度", "率", "指"].iter().any(|n| head.ends_with(n) && verb.chars().count() == 1);
    (!(weak && !compared) && !noun).then_some((direction, head))
}

/// The verb of change at the beginning of the words.
pub(super) fn verb_at_start(words: &str) -> Option<i8> {
    if words.starts_with("持平")
        || words.starts_with("一致")
        || words.starts_with("相同")
        || words.starts_with("基本持平")
        || words.starts_with("相比")
    {
        return Some(0);
    }
    let starts = |list: &[&str]| list.iter().take(27).any(|v| words.starts_with(v));
    if starts(&UP) || words.starts_with('增') || words.starts_with('多') {
        return Some(1);
    }
    (starts(&DOWN) || words.starts_with('减') || words.starts_with('少')).then_some(-1)
}

/// What stands behind 比、较、与 in the words: the base of the comparison.
pub(super) fn base_phrase(words: &str) -> Option<&str> {
    ["比", "较", "与", "同", "对比"]
        .iter()
        .filter_map(|w| {
            words.rsplit_once(w).filter(|(head, tail)| {
                !(*w == "比" && head.ends_with(['占', '同', '环'])) && !(*w == "同" && tail.starts_with(['比', '期']))
            })
        })
        .map(|(_, tail)| tail)
        .min_by_key(|tail| tail.len())
        .or_else(|| (words.contains("同比")).then_some("上年同期"))
        .or_else(|| (words.contains("环比")).then_some("上期"))
}

struct Reading {
    role: Role,
    direction: i8,
    phrase: String,
}

fn reading(role: Role, direction: i8, phrase: &str) -> Reading {
    Reading { role, direction, phrase: phrase.to_owned() }
}

/// The first look at a figure, with only the words before it and the figure before that.
pub(super) fn fact(
    text: &LogicalText,
    clauses: &Clauses,
    figure: Figure,
    range: Range,
    previous: Option<&Fact>,
) -> Fact {
    let place = context::place(text, clauses, range.start);
    let floor = previous.map_or(0, |p| p.range.end);
    let body = clauses.sentences().get(place.sentence).map_or(0, |s| s.start);
    let left = context::left(text, clauses, range.start, floor.max(body.min(range.start)));
    let right = context::right(text, &range);
    let rate = matches!(figure.unit.dimension, Dimension::Percent | Dimension::PerMille)
        || (figure.unit.dimension == Dimension::Bare && figure.unit.scale == crate::number::Decimal::ONE);
    let adjacent =
        previous.filter(|p| p.place.clause == place.clause && p.range.end + left.chars().count() >= range.start);
    let read = match figure.unit.dimension {
        Dimension::Points => points(&left),
        Dimension::Times => multiple(&left),
        _ if rate => rate_role(&left, &right, adjacent),
        _ => amount_role(&left, &right),
    };
    Fact {
        measure: Measure::of(&left),
        period: Period::Unstated,
        label: Label::default(),
        figure,
        range,
        place,
        left,
        right,
        role: read.role,
        direction: read.direction,
        phrase: read.phrase,
    }
}

fn points(left: &str) -> Reading {
    match verb_at_end(left) {
        Some((direction, head)) => reading(Role::Points, direction, base_phrase(head).unwrap_or("")),
        None => reading(Role::Points, 0, ""),
    }
}

fn multiple(left: &str) -> Reading {
    if let Some((direction, head)) = verb_at_end(left) {
        return reading(Role::Growth, direction, base_phrase(head).unwrap_or(""));
    }
    let phrase =
        left.strip_suffix('的').and_then(|l| l.rsplit_once('是').or_else(|| l.rsplit_once('为')).map(|(_, p)| p));
    reading(if left.ends_with('的') { Role::Multiple } else { Role::Other }, 0, phrase.unwrap_or(""))
}

fn rate_role(left: &str, right: &str, adjacent: Option<&Fact>) -> Reading {
    let plain =
        ["占比", "比重", "比例", "同比", "环比"].iter().fold(left.to_owned(), |words, noun| words.replace(noun, ""));
    let compared = ["比", "较", "与"].iter().any(|w| plain.contains(w));
    if compared && let Some(direction) = verb_at_start(right) {
        return reading(Role::Base, direction, base_phrase(left).unwrap_or(""));
    }
    if let Some(base) = adjacent.filter(|p| p.role == Role::Base && p.direction == 0 && left.starts_with('的')) {
        let role = if base.left.contains('占') {
            Role::Share
        } else if base.left.contains("完成") {
            Role::Completion
        } else {
            Role::Ratio
        };
        return reading(role, 0, &base.phrase);
    }
    if left.ends_with("升至")
        || left.ends_with("降至")
        || left.ends_with("提高到")
        || left.ends_with("降低到")
        || left.ends_with("提高至")
        || left.ends_with("增至")
        || left.ends_with("增加至")
        || left.ends_with("下降至")
        || left.ends_with("降到")
        || left.ends_with("提升至")
        || left.ends_with("上升至")
        || left.ends_with("提升到")
    {
        return reading(Role::To, 0, "");
    }
    if let Some((head, tail)) = left.rsplit_once('占').filter(|(_, t)| !t.starts_with(['用', '地', '有'])) {
        // 高于上年占比56.0%: a share of another year, with nothing here to compute it from.
        if ["上年", "去年", "同期"].iter().any(|w| head.contains(w)) {
            return reading(Role::Other, 0, "");
        }
        let tail = tail.trim_end_matches('是').trim_end_matches("分别");
        let phrase = strip_fill(tail)
            .trim_end_matches("分别")
            .trim_end_matches("比重")
            .trim_end_matches("比例")
            .trim_end_matches('的')
            .trim_end_matches('比');
        let phrase = phrase
            .strip_prefix("了")
            .unwrap_or(phrase)
            .trim_end_matches('的')
            .trim_end_matches("比重")
            .trim_end_matches("比例");
        // 非国有投资占全部投资比重 names the part before 占; 任务占比 names only the whole.
        let own = if phrase.is_empty() && tail.starts_with('比') { head } else { phrase };
        return reading(Role::Share, 0, own);
    }
    if let Some((head, rest)) = left.rsplit_once("完成") {
        if rest.is_empty() && head.ends_with("超额") {
            return reading(Role::Growth, 1, "任务");
        }
        if let Some(phrase) = strip_fill(rest).strip_suffix('的') {
            return reading(Role::Completion, 0, phrase);
        }
    }
    let bare = strip_fill(left);
    const EXECUTION: [&str; 14] = [
        "执行率",
        "完成率",
        "支出率",
        "支付率",
        "支出进度",
        "执行进度",
        "到位率",
        "预算完成",
        "办结率",
        "结案率",
        "合格率",
        "满意率",
        "满意度",
        "控制率",
    ];
    if EXECUTION.iter().any(|w| bare.ends_with(w)) {
        let budget = bare.contains("预算") || bare.ends_with("执行率");
        return reading(if budget { Role::Completion } else { Role::Rate }, 0, "");
    }
    if let Some(phrase) = left
        .strip_suffix('的')
        .and_then(|l| ["仅为", "相当于", "为", "是", "达到", "达", "等于"].iter().find_map(|w| l.rsplit_once(w)))
        .map(|(_, p)| p)
    {
        // 为年初预算的118.46% is a completion in other words.
        let named = Measure::of(phrase);
        let role = if named.is_budget() || named == Measure::Plan { Role::Completion } else { Role::Ratio };
        return reading(role, 0, phrase);
    }
    if let Some((direction, head)) = verb_at_end(left) {
        return reading(Role::Growth, direction, base_phrase(head).unwrap_or(""));
    }
    if left == "由" || left == "从" || left.ends_with('由') || left.ends_with('从') {
        return reading(Role::From, 0, "");
    }
    if bare.ends_with('率') || bare.ends_with('度') || bare.ends_with("比重") || bare.ends_with("比例") {
        return reading(Role::Rate, 0, "");
    }
    reading(Role::Other, 0, "")
}

fn amount_role(left: &str, right: &str) -> Reading {
    const RISE: [&str; 26] = [
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
    ];
    if RISE.iter().any(|w| right.starts_with(w))
        || ((left.ends_with('由') || left.ends_with('从'))
            && right.starts_with(['增', '减', '升', '降', '提', '缩', '压', '调', '翻']))
    {
        return reading(Role::From, 0, "");
    }
    if RISE.iter().any(|w| left.ends_with(w))
        || left.ends_with("精简至")
        || left.ends_with("调整为")
        || left.ends_with("合并为")
    {
        return reading(Role::To, 0, "");
    }
    let compared = ["比", "较", "与", "同"].iter().any(|w| left.contains(w) && !left.ends_with("同比"));
    if let Some(direction) = verb_at_start(right)
        && compared
    {
        return reading(Role::Base, direction, base_phrase(left).unwrap_or(""));
    }
    if right == "的"
        || (right.starts_with("的") && right.chars().nth(1).is_some_and(|c| c.is_ascii_digit() || c == '比'))
    {
        let phrase = left
            .rsplit_once('占')
            .or_else(|| left.rsplit_once("完成"))
            .or_else(|| left.rsplit_once('为'))
            .map_or(left, |(_, p)| p);
        return reading(Role::Base, 0, phrase);
    }
    let bare = strip_fill(left);
    const REST: [&str; 12] =
        ["节约", "节省", "超支", "结余", "缺口", "节约资金", "结余资金", "相差", "差额", "少支", "超预算", "节支"];
    if REST.iter().any(|w| bare == *w) {
        return reading(Role::Rest, if bare.starts_with("超") { 1 } else { -1 }, "");
    }
    const NOUN: [&str; 10] = ["新增", "追加", "调增", "调减", "核减", "增加值", "精简", "压减", "净增", "超额完成"];
    if let Some((direction, head)) = verb_at_end(left)
        && !NOUN.iter().any(|n| bare.ends_with(n))
    {
        return reading(Role::Change, direction, base_phrase(head).unwrap_or(""));
    }
    reading(Role::Level, 0, "")
}

/// The second look, when the figures on both sides are known.
pub(super) fn settle(facts: &mut Facts) {
    for id in 0..facts.list.len() {
        let Some(fact) = facts.list.get(id) else { continue };
        // 分别增长16.4%、42.6%和11.9%: the verb stands once.
        let before = id.checked_sub(1).and_then(|p| facts.list.get(p)).filter(|p| {
            let joined = matches!(facts.text.slice(p.range.end..fact.range.start), ['、'] | ['和'] | ['与'] | ['及']);
            joined
                && p.figure.unit.dimension == fact.figure.unit.dimension
                && !p.is_amount()
                && fact.role == Role::Other
        });
        if let Some((role, direction, phrase)) = before.map(|p| (p.role, p.direction, p.phrase.clone())) {
            if let Some(fact) = facts.list.get_mut(id) {
                (fact.role, fact.direction, fact.phrase) = (role, direction, phrase);
            }
            continue;
        }
        // 年初预算为0: a base that the words give without a figure stays a level.
        let next_rate = facts.list.get(id + 1).is_some_and(|n| {
            n.place.clause == fact.place.clause
                && matches!(n.role, Role::Share | Role::Completion | Role::Ratio | Role::Multiple)
        });
        let lonely = fact.role == Role::Base && fact.direction == 0 && fact.right.starts_with('的') && !next_rate;
        if lonely && let Some(fact) = facts.list.get_mut(id) {
            fact.role = Role::Level;
            fact.phrase.clear();
        }
    }
}
