//! The unit words and how they scale.

use crate::number::{Decimal, Dimension, Unit, power_of_ten};
use crate::text::LogicalText;

/// Scale words after a number, longest first.
const SCALES: [(&str, i32); 11] = [
    ("万亿", 12),
    ("千亿", 11),
    ("百亿", 10),
    ("十亿", 9),
    ("亿", 8),
    ("千万", 7),
    ("百万", 6),
    ("十万", 5),
    ("万", 4),
    ("千", 3),
    ("百", 2),
];

/// Currencies; all are money, but only like is compared with like.
const MONEY: [&str; 9] = ["元", "美元", "欧元", "港元", "日元", "英镑", "新台币", "万美元", "人民币"];

/// Measure words (量词) and units of measurement, longest first within a first character.
const COUNTED: &[&str] = &[
    "个工作日", "个工作时", "个自然日", "个小时", "个百分点", "个月", "个", "工作日", "工作时", "小时", "分钟", "人次", "人天", "人日", "人", "名", "位",
    "户次", "户", "家次", "家", "件次", "件套", "件", "项次", "项", "起", "批次", "批", "台件", "台次", "台套", "台", "辆次", "辆", "车次", "套", "场次", "场",
    "期", "份", "条", "处", "所", "座", "栋", "幢", "间", "册", "本", "篇", "幅", "张", "支", "只", "头", "匹", "棵", "株", "吨", "公斤", "千克", "毫克",
    "微克", "克", "亩", "公顷", "平方公里", "平方千米", "平方米", "㎡", "立方米", "公里", "千米", "米", "千瓦时", "千瓦", "兆瓦", "度", "升", "岁", "班次",
    "班", "门", "科", "类", "种", "款", "宗", "例", "笔", "单", "桶", "箱", "袋", "瓶", "股", "分", "床", "学时", "课时", "学位", "标准煤", "对", "组", "队",
    "支队", "包", "盒", "副", "枚", "部", "架", "艘", "航次", "节", "轮", "层", "倍", "成", "折", "点", "里", "天", "次", "团组", "环节", "字", "块", "根", "片", "卷", "盘",
    "标段", "站次", "站", "村", "社区", "网格", "周", "顷", "尾", "羽", "席", "师", "员", "代", "国", "市", "县", "镇", "乡", "省", "街道",
];

/// Measure words that follow a Han numeral often enough in plain counts; the rest are idioms there.
const AFTER_HAN: &[&str] = &[
    "个", "项", "家", "名", "人次", "人", "件", "起", "户", "批次", "台", "辆", "套", "场", "期", "份", "条", "处", "所", "座", "栋", "间", "册", "本", "篇",
    "张", "支", "亩", "公里", "平方米", "吨", "类", "种", "倍", "成", "次", "元", "万元", "亿元", "科室", "位", "例", "宗", "笔", "环节", "股室", "大类",
];

/// Words that begin with a measure word but are none.
const NOT_COUNTED: &[&str] = &["人民", "人均", "人员", "项目", "家庭", "条例", "处理", "处置", "所有", "场所", "次产业", "位于", "位列", "位居", "分别", "分局", "分之", "次高", "市场", "市级", "县级", "国家", "国道", "省级", "省道", "乡镇", "社会", "点击", "类似", "成功", "成立", "成效", "部门", "部分", "组织", "队伍", "本级", "期间", "期末", "年"];

/// The scale word at a position: its exponent and length.
pub(super) fn scale_at(text: &LogicalText, at: usize) -> Option<(i32, usize)> {
    let metric = ["千克", "千瓦", "千米"].iter().any(|unit| text.has(at, unit));
    if metric {
        return None;
    }
    SCALES.iter().find(|(word, _)| text.has(at, word)).map(|(word, exponent)| (*exponent, word.chars().count()))
}

/// The word that says how many base units a scale stands for.
pub(super) fn scale_word(exponent: i32) -> &'static str {
    SCALES.iter().find(|(_, e)| *e == exponent).map_or("", |(word, _)| word)
}

/// The unit at a position behind a number scaled by `10^exponent`, with its length in characters.
pub(super) fn unit_at(text: &LogicalText, at: usize, exponent: i32) -> Option<(Unit, usize)> {
    let scaled = |dimension, base: &str, length| {
        let base = match text.at(at + length) {
            Some('/') => format!("{base}/{}", rate_base(text, at + length + 1)?),
            _ => base.to_owned(),
        };
        let added = base.chars().count() - word_length(&base);
        let name = format!("{}{base}", scale_word(exponent));
        Some((Unit { dimension, name, base, scale: power_of_ten(exponent) }, length + added))
    };
    for (sign, dimension) in [("%", Dimension::Percent), ("‰", Dimension::PerMille), ("℃", Dimension::Count)] {
        if text.has(at, sign) {
            return scaled(dimension, sign, sign.chars().count());
        }
    }
    for points in ["个百分点", "百分点"] {
        if text.has(at, points) {
            return scaled(Dimension::Points, "百分点", points.chars().count());
        }
    }
    if let Some(money) = MONEY.iter().filter(|m| text.has(at, m)).max_by_key(|m| m.len()) {
        return scaled(Dimension::Money, money, money.chars().count());
    }
    if NOT_COUNTED.iter().any(|word| text.has(at, word)) {
        return None;
    }
    let word = COUNTED.iter().filter(|w| text.has(at, w)).max_by_key(|w| w.len())?;
    let dimension = if matches!(*word, "倍" | "成" | "折") { Dimension::Times } else { Dimension::Count };
    scaled(dimension, word, word.chars().count())
}

/// Characters of the part before a slash.
fn word_length(base: &str) -> usize {
    base.chars().take_while(|c| *c != '/').count()
}

/// What an amount is *per*: 元/股.
fn rate_base(text: &LogicalText, at: usize) -> Option<String> {
    let unit = ["立方米", "平方米", "公斤", "千克", "人次", "小时", "吨"].iter().find(|unit| text.has(at, unit));
    match unit {
        Some(unit) => Some((*unit).to_owned()),
        None => text.at(at).filter(|c| c.is_alphabetic()).map(String::from),
    }
}

/// The unit of a number that has only a scale, or nothing at all.
pub(super) fn bare(exponent: i32) -> Unit {
    Unit {
        dimension: Dimension::Bare,
        name: scale_word(exponent).to_owned(),
        base: String::new(),
        scale: if exponent == 0 { Decimal::ONE } else { power_of_ten(exponent) },
    }
}

/// Whether the words behind a Han numeral make it a count.
pub(super) fn counts_after_han(text: &LogicalText, at: usize) -> bool {
    AFTER_HAN.iter().any(|word| text.has(at, word)) && !NOT_COUNTED.iter().any(|word| text.has(at, word))
}
