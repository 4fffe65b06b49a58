//! The verbs of change and the words of comparison around a figure.

use crate::catalog::unchanged::UNCHANGED;
use crate::text::{Lexicon, Mention};
use std::sync::LazyLock;

const UP: [&str; 46] = [
    "增长",
    "增加",
    "上升",
    "提高",
    "上涨",
    "增幅",
    "涨幅",
    "升幅",
    "多增",
    "提升",
    "抬高",
    "抬升",
    "增收",
    "净增",
    "增长率",
    "上升率",
    "增加率",
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
    "上调",
    "多出",
    "升高",
    "高出",
    "增产",
    "扩增",
    "延长",
    "超支",
    "增亏",
    "调增",
    "多支出",
    "多安排",
    "多支",
    "多发",
    "多花",
    "多",
    "增",
    "升",
    "涨",
];
const DOWN: [&str; 43] = [
    "下降",
    "下降率",
    "减少率",
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
    "少安排",
    "低出",
    "少支",
    "少发",
    "少花",
    "净减",
    "核减",
    "减支",
    "下浮",
    "精简",
    "压降",
    "缩短",
    "减产",
    "减亏",
    "精减",
    "调减",
    "减缓",
    "低于",
    "下调",
    "少",
    "短",
    "减",
    "降",
];
/// Words between the verb and the number that change nothing.
const FILL: [&str; 24] = [
    "了",
    "率是",
    "幅是",
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

/// The verbs with their directions.
static VERBS: LazyLock<Lexicon<i8>> =
    LazyLock::new(|| Lexicon::new(UP.map(|verb| (verb, 1)).into_iter().chain(DOWN.map(|verb| (verb, -1)))));
/// The words of [`FILL`] with their places in it: the first that fits is taken off.
static FILL_WORDS: LazyLock<Lexicon<usize>> =
    LazyLock::new(|| Lexicon::new(FILL.iter().enumerate().map(|(index, word)| (*word, index))));

/// The words without the filling at their end.
pub(super) fn strip_fill(words: &str) -> &str {
    let mut out = words;
    while let Some((fill, _)) = FILL_WORDS.ends(out).min_by_key(|(_, index)| *index)
        && !(fill == "约" && out.ends_with("节约"))
    {
        out = out.strip_suffix(fill).unwrap_or_default();
    }
    out
}

/// The verb of change at the end of the words: its direction and what stands before it.
pub(in crate::fact) fn verb_at_end(words: &str) -> Option<(i8, &str)> {
    verb_of(words, strip_fill(words))
}

/// The same of words of which it is known what they are without the filling at their end.
pub(super) fn verb_of<'w>(words: &str, bare: &'w str) -> Option<(i8, &'w str)> {
    if let Some(apart) = from_budget(bare) {
        return Some(apart);
    }
    let Some((verb, direction)) = VERBS.ends(bare).next() else { return more_or_less(bare) };
    let head = bare.strip_suffix(verb)?;
    // A single character is a verb only in a comparison: 较上年多3万元.
    let single = verb.chars().count() == 1;
    let weak = single || verb == "低于";
    // 同比增加269.5元，增14.5%; 收入956亿元，多27亿元: nor is it one but where it is all there is.
    let alone = || matches!(words, "多" | "少") || matches!(without_degree(words), "增" | "降" | "升" | "减" | "涨");
    let compared = || alone() || head.contains(['比', '较']);
    let noun = || single && head.ends_with_any(&["新", "追", "年度", "率", "指"]);
    ((!weak || compared()) && !noun()).then_some((direction, head))
}

/// 略降, 升了: a verb without the words of how much or how surely.
fn without_degree(words: &str) -> &str {
    let words = words.strip_prefix("年均").unwrap_or(words).trim_start_matches(['略', '微', '再', '又', '则', '却']);
    words.trim_end_matches(['了', '约', '近'])
}

/// 多收, 少种, 十年间汉族少了: 多 or 少 at the end of words, by itself or with the one character of what was done: its direction and what
/// stands before it. Only what stands around the figure says whether it is a change: 多数, 多为 and 至少 are none.
pub(in crate::fact) fn more_at_end(words: &str) -> Option<(i8, &str)> {
    /// What makes another word of 多 or 少 before it.
    const NOUNS: [char; 40] = [
        '于', '数', '个', '次', '年', '家', '项', '名', '人', '方', '样', '点', '元', '边', '量', '半', '有', '为',
        '在', '达', '至', '到', '则', '的', '地', '段', '层', '级', '式', '是', '处', '部', '万', '亿', '天', '里',
        '重', '媒', '功', '彩',
    ];
    /// What makes another word of them behind it.
    const BOUNDS: [char; 20] = [
        '最', '至', '不', '很', '较', '许', '众', '大', '太', '更', '减', '增', '缺', '极', '稀', '诸', '是', '有',
        '多', '少',
    ];
    let bare = words.trim_end_matches(['了', '约', '近']);
    if !bare.chars().rev().take(2).any(|c| matches!(c, '多' | '少')) {
        return None;
    }
    let (head, direction) = [('多', 1), ('少', -1)].into_iter().find_map(|(way, direction)| {
        let (head, deed) = bare.rsplit_once(way)?;
        (deed.is_empty() || deed.chars().count() == 1 && !deed.starts_with(NOUNS)).then_some((head, direction))
    })?;
    (!head.ends_with(BOUNDS)).then_some((direction, head))
}

/// 压减会议, 节约经费: the way of a verb of change that has its object behind it.
pub(in crate::fact) fn verb_with_object(words: &str) -> Option<i8> {
    // 减少的支出, 压减后支出, 增加值: the verb is no verb of this amount.
    const ASIDE: [char; 14] = ['的', '后', '为', '是', '至', '到', '达', '率', '额', '值', '幅', '了', '比', '较'];
    words.char_indices().find_map(|(at, _)| {
        let tail = words.get(at..).unwrap_or_default();
        let spared = ["节约", "节省"].into_iter().find(|verb| tail.starts_with(verb)).map(|verb| (verb, -1));
        let verb = || VERBS.starts(tail).find(|(verb, _)| verb.chars().count() > 1 && *verb != "低于");
        let (verb, direction) = spared.or_else(verb)?;
        let object = tail.strip_prefix(verb)?;
        (!object.is_empty() && !object.contains(ASIDE)).then_some(direction)
    })
}

/// 比去年多完成, 同比少支付: 多 or 少 with the verb of what was done, right behind the words of comparison.
fn more_or_less(bare: &str) -> Option<(i8, &str)> {
    const BASES: [&str; 12] =
        ["同比", "环比", "去年", "上年", "年度", "同期", "预算", "计划", "任务", "年初", "上月", "上期"];
    // The verb of what was done has one character or two.
    if !bare.chars().rev().skip(1).take(2).any(|c| matches!(c, '多' | '少')) {
        return None;
    }
    [('多', 1), ('少', -1)].into_iter().find_map(|(word, direction)| {
        let (head, verb) = bare.rsplit_once(word)?;
        let compared = head.ends_with_any(&BASES) && head.contains(['比', '较']);
        (compared && is_done(verb)).then_some((direction, head))
    })
}

/// 年初预算86万元，决算少3万元: by how much the outturn is apart from the budget before it.
fn from_budget(bare: &str) -> Option<(i8, &str)> {
    let way = [("超出", 1), ("多", 1), ("少", -1)].into_iter();
    let mut heads = way.filter_map(|(word, direction)| bare.strip_suffix(word).map(|head| (direction, head)));
    heads.find(|(_, head)| matches!(*head, "决算" | "决算数"))
}

/// 拨, 完成: whether words behind 多 or 少 are as short as the verb of what was done.
fn is_done(verb: &str) -> bool {
    matches!(verb.chars().count(), 1 | 2) && !verb.contains('于')
}

/// 比标准4.20元低0.41元: behind the base of a comparison a single word says which way; 比计划的18公里多铺0.9公里: or with the verb of what was done.
pub(in crate::fact) fn behind_base(words: &str) -> Option<i8> {
    match strip_fill(words) {
        "高" | "多" | "增" | "升" | "快" | "新增" => Some(1),
        "低" | "少" | "减" | "降" | "慢" => Some(-1),
        bare => {
            let verb = verb_at_end(bare).filter(|(_, head)| head.is_empty()).map(|(direction, _)| direction);
            let done = |way: char, direction: i8| bare.strip_prefix(way).is_some_and(is_done).then_some(direction);
            verb.or_else(|| done('多', 1)).or_else(|| done('少', -1))
        }
    }
}

/// 与上年的20件相比，支出多3件: behind a comparison that is closed, the way a single word at the end says.
pub(super) fn behind_closed(words: &str) -> Option<i8> {
    const SUBJECT: usize = 6;
    let bare = strip_fill(words);
    let (head, direction) = [('多', 1), ('高', 1), ('少', -1), ('低', -1)]
        .into_iter()
        .find_map(|(way, direction)| bare.strip_suffix(way).map(|head| (head, direction)))?;
    // 最多12个, 至少3次 say how many, not how many more.
    let bounded = head.ends_with(['最', '至', '不', '很', '较', '许', '众', '大', '太', '更']);
    (!bounded && head.chars().count() <= SUBJECT).then_some(direction)
}

/// The verb of change at the beginning of the words.
pub(super) fn verb_at_start(words: &str) -> Option<i8> {
    if words.is_empty() {
        return None;
    }
    if words.starts_with_any(&UNCHANGED)
        || words.starts_with_any(&["基本持平", "相比", "相较"])
        || matches!(words, "比较" | "比")
    {
        return Some(0);
    }
    let words = words.strip_prefix(['净', '各', '新']).unwrap_or(words);
    let verbs = || VERBS.starts(words).filter(|(verb, _)| verb.chars().count() > 1 && *verb != "低于");
    let starts = |way: i8| verbs().any(|(_, direction)| direction == way);
    // 比标准4.20元低0.41元
    let single = |verb: char| words.strip_prefix(verb).is_some_and(|w| w.starts_with(|c: char| c.is_ascii_digit()));
    if starts(1) || words.starts_with('增') || words.starts_with('多') || single('高') {
        return Some(1);
    }
    (starts(-1) || words.starts_with('减') || words.starts_with('少') || words.starts_with("降了") || single('低'))
        .then_some(-1)
}

/// What a comparison at the head of the words is with: 较预算, 对比年初的.
pub(super) fn behind_comparison(words: &str) -> Option<&str> {
    ["较之", "相较于", "相比", "对比", "较", "比"].iter().find_map(|word| words.strip_prefix(word))
}

/// What stands behind 比、较、与 in the words: the base of the comparison.
pub(in crate::fact) fn base_phrase(words: &str) -> Option<&str> {
    // 与2023年预算相比增加2.01万元
    let words = words.strip_suffix("相比").unwrap_or(words);
    let behind = |joint: char| {
        let (head, tail) = words.rsplit_once(joint)?;
        let compound = match joint {
            '比' => head.ends_with(['占', '同', '环']),
            '同' => tail.starts_with(['比', '期']),
            _ => false,
        };
        (!compound).then_some(tail)
    };
    let set_against = || words.rsplit_once("对比").map(|(_, tail)| tail);
    ['比', '较', '与', '同']
        .into_iter()
        .filter_map(behind)
        .chain(words.contains('对').then(set_against).flatten())
        .min_by_key(|tail| tail.len())
        .or_else(|| (words.mentions("同比")).then_some("上年同期"))
        .or_else(|| (words.mentions("环比")).then_some("上期"))
}
