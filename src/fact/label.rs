//! The line item of a figure (项目、科目).

use super::{Facts, Role};

/// A line item as the text words it, with the form in which it is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// As the text words it, cue words left out; empty where nothing names the item.
    pub words: String,
    /// Normal form: periods, owners, measures and filling left out.
    pub key: String,
    /// Whether the words stand at the figure itself, not inherited from before.
    pub own: bool,
}

/// Words at the head of a label that do not belong to it.
const HEADS: &[&str] = &[
    "其中",
    "全部",
    "所有",
    "其次",
    "另外",
    "此外",
    "同时",
    "分别为",
    "分别",
    "主要包括",
    "包括",
    "包含",
    "含",
    "主要是",
    "主要用于",
    "用于",
    "以及",
    "及",
    "和",
    "与",
    "按",
    "截至",
    "截止",
    "全年",
    "全市",
    "全省",
    "全县",
    "全区",
    "全局",
    "我局",
    "我市",
    "我县",
    "我区",
    "我部门",
    "我单位",
    "本部门",
    "本单位",
    "本级",
    "本局",
    "我院",
    "我校",
    "我中心",
    "我办",
    "我委",
    "今年以来",
    "今年",
    "去年同期",
    "当年",
    "本年度",
    "本年",
    "上年度",
    "上年末",
    "上年",
    "去年",
    "同期",
    "上一年度",
    "上半年",
    "下半年",
    "前三季度",
    "一季度",
    "二季度",
    "三季度",
    "四季度",
    "年初",
    "年末",
    "年底",
    "期末",
    "累计",
    "共计",
    "共",
    "合计",
    "总计",
    "实际",
    "实现",
    "完成",
    "已",
    "预计",
    "年度",
    "年",
    "由",
    "从",
    "将",
    "对",
    "在",
    "中",
    "安排",
    "下达",
    "的",
    "则",
    "为",
    "有",
    "本期",
    "整体",
    "部门整体",
    "部门",
    "单位",
    "使用",
    "提取",
];
/// Words at the end of a label that do not belong to it.
const TAILS: &[&str] = &[
    "分别为",
    "各",
    "为",
    "是",
    "达到",
    "达",
    "共计",
    "共",
    "合计",
    "总计",
    "实现",
    "完成",
    "安排",
    "约",
    "近",
    "超过",
    "累计",
    "实际",
    "支付",
    "发生",
    "有",
    "的",
    "总金额",
    "金额",
    "总额",
    "总规模",
    "规模",
    "预算总额",
    "决算总额",
    "预算数",
    "决算数",
    "预算",
    "决算",
    "年初",
    "执行数",
    "数",
    "支出决算",
    "支出决算数",
    "计",
    "等",
    "资金",
    "了",
    "由",
    "从",
    "上年",
    "去年",
    "同期",
    "获得",
    "获",
    "总值",
    "将",
    "实有",
    "仅",
    "已",
    "总量",
    "总数",
    "较",
    "比",
    "只",
    "达成",
    "则为",
    "于",
    "在",
    "至",
    "到",
    "任务",
    "计划",
    "目标",
    "全年",
    "总",
    "占",
];
/// Words whose end looks like one of [`TAILS`] but belongs to the item: 一般公共, 节约.
const KEPT: [&str; 2] = ["公共", "节约"];
/// Labels that only say which measure it is: 预算支出77.72万元，实际支出48.35万元.
const MEASURE_ONLY: &[&str] =
    &["支出", "收入", "支出预算", "执行", "实支", "调整", "追加", "批复", "年中追加", "调增", "调整后", "指标", "到位"];
/// Words of measure or ownership anywhere in a label.
const NOISE: &[&str] = &[
    "财政拨款",
    "一般公共预算",
    "年初预算",
    "调整预算",
    "全年预算",
    "支出决算",
    "实际支出",
    "预算支出",
    "决算支出",
    "本年度",
    "工作经费",
    "专项经费",
    "专项资金",
    "当年",
    "实际",
];

fn strip<'a>(words: &'a str, heads: &[&str], tails: &[&str]) -> &'a str {
    let mut out = words;
    loop {
        let digits =
            out.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '.' | '，' | '、' | '：'));
        // 2020年度, 12月31日止: words of a date only behind its digits, for 日常公用经费 begins with one too.
        let digits = if digits.len() < out.len() {
            digits.trim_start_matches(['年', '度', '月', '日', '号', '底', '末', '止'])
        } else {
            digits
        };
        let head = heads
            .iter()
            .filter(|h| digits.starts_with(**h))
            .max_by_key(|h| h.len())
            .and_then(|h| digits.strip_prefix(h))
            .unwrap_or(digits);
        let tail = tails
            .iter()
            .filter(|t| head.ends_with(**t) && !KEPT.iter().any(|kept| kept.ends_with(**t) && head.ends_with(kept)))
            .max_by_key(|t| t.len())
            .and_then(|t| head.strip_suffix(t))
            .unwrap_or(head);
        if tail == out {
            return out;
        }
        out = tail;
    }
}

/// `项目支出中商品和服务支出` names 商品和服务支出.
fn after_within(words: &str) -> &str {
    words
        .split_once('中')
        .filter(|(head, tail)| {
            head.chars().count() >= 3
                && tail.chars().count() >= 2
                && !head.ends_with(['其', '年', '当', '集', '空', '期', '初', '高', '城', '心'])
                && !tail.starts_with([
                    '央', '心', '小', '介', '标', '国', '型', '期', '等', '学', '共', '层', '华', '医', '直',
                ])
        })
        .map_or(words, |(_, tail)| tail)
}

/// The normal form of words that name an item.
#[must_use]
pub fn normalize(words: &str) -> String {
    if let Some(balance) = crate::catalog::label::balance(words) {
        return balance.to_owned();
    }
    let mut key = strip(after_within(words), HEADS, TAILS).to_owned();
    for noise in NOISE {
        let shorter = key.replace(noise, "");
        // 财政拨款收入 is an item of its own, not 收入.
        if shorter.chars().count() >= 2 && !matches!(shorter.as_str(), "收入" | "支出" | "预算" | "决算") {
            key = shorter;
        }
    }
    crate::catalog::label::canonical(strip(&key, HEADS, TAILS))
}

/// Whether two normal forms can name one item: equal, or one the other with words around it.
#[must_use]
pub fn agree(a: &str, b: &str) -> bool {
    let long = |s: &str| s.chars().count() >= 2;
    a == b && !a.is_empty()
        || (long(a) && long(b) && (a.ends_with(b) || b.ends_with(a) || a.starts_with(b) || b.starts_with(a)))
}

/// How well two normal forms name one item: 3 equal, 2 one holds the other's characters in order, 1 one contains the other.
#[must_use]
pub fn likeness(a: &str, b: &str) -> u8 {
    if a.is_empty() || b.is_empty() {
        return 0;
    }
    if a == b {
        return 3;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let count = short.chars().count();
    if count < 2 {
        return 0;
    }
    let mut rest = long.chars();
    let in_order = short.chars().all(|c| rest.any(|d| d == c));
    match (in_order, long.contains(short)) {
        (true, _) if count >= 4 || long.starts_with(short) || long.ends_with(short) => 2,
        (_, true) => 1,
        _ => 0,
    }
}

/// Names each fact: by its own words, else by the subject that the paragraph or sentence gave before.
pub(super) fn settle(facts: &mut Facts) {
    let mut subject = (usize::MAX, String::new());
    let mut sentence = (usize::MAX, String::new());
    for id in 0..facts.list.len() {
        let Some(fact) = facts.list.get(id) else { continue };
        let place = fact.place;
        if subject.0 != place.paragraph {
            subject = (place.paragraph, paragraph_subject(facts, place.paragraph, fact.range.start));
        }
        if sentence.0 != place.sentence {
            sentence = (place.sentence, String::new());
        }
        let words = strip(after_within(&fact.left), HEADS, TAILS).to_owned();
        // “三公”经费预算24.80万元，支出19.36万元: the outturn of the same item.
        let outturn = words == "支出"
            && fact.measure == super::Measure::Unstated
            && !sentence.1.is_empty()
            && !sentence.1.contains("收入")
            && !sentence.1.ends_with("支出");
        let outturn = outturn
            && id
                .checked_sub(1)
                .and_then(|p| facts.list.get(p))
                .is_some_and(|p| p.measure.is_budget() && p.place.sentence == place.sentence);
        if outturn && let Some(fact) = facts.list.get_mut(id) {
            fact.measure = super::Measure::Outturn;
        }
        let Some(fact) = facts.list.get(id) else { continue };
        let key = if MEASURE_ONLY.contains(&words.as_str()) && fact.measure != super::Measure::Unstated {
            String::new()
        } else {
            normalize(&fact.left)
        };
        let named = matches!(fact.role, Role::Level | Role::To | Role::Rate | Role::From);
        let label = if !key.is_empty() && named {
            Label { words, key, own: true }
        } else {
            let from = if sentence.1.is_empty() { &subject.1 } else { &sentence.1 };
            Label { words: from.clone(), key: normalize(from), own: false }
        };
        if label.own && fact.role == Role::Level && place.depth == 0 {
            sentence.1.clone_from(&label.words);
        }
        if let Some(fact) = facts.list.get_mut(id) {
            fact.label = label;
        }
    }
}

/// What a paragraph is about: its words before the first mark, where no figure stands in them.
fn paragraph_subject(facts: &Facts, paragraph: usize, first_figure: usize) -> String {
    let Some(p) = facts.text.paragraphs().get(paragraph) else { return String::new() };
    let from = p.range.start + p.marker.map_or(0, |m| m.length);
    let mut depth = 0i32;
    let mut out = String::new();
    for i in from..p.range.end.min(first_figure) {
        match facts.text.at(i) {
            Some('（') => depth += 1,
            Some('）') => depth -= 1,
            Some('“' | '”') => {}
            Some('。' | '，' | '；' | '：') if depth <= 0 => return out,
            Some(c) if depth <= 0 => out.push(c),
            _ => {}
        }
    }
    String::new()
}
