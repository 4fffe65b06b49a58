//! Words of headings and rows in tables that say what kind of number stands there (表头用语).

use super::per::AVERAGES;
use crate::text::Mention;

/// Endings of names whose numbers are rates or scores, not amounts in the table's unit.
const RATES: [&str; 20] = [
    "率",
    "比",
    "比例",
    "比重",
    "占比",
    "增幅",
    "增速",
    "降幅",
    "减幅",
    "幅度",
    "百分比",
    "%",
    "权重",
    "分值",
    "得分",
    "评分",
    "分数",
    "等级",
    "指数",
    "年度",
];
/// Those of scores, which add up where rates do not.
const SCORES: [&str; 7] = ["权重", "分值", "得分", "评分", "分数", "标准分", "总分"];
/// Those of points that can be had.
const POINTS: [&str; 4] = ["权重", "分值", "标准分", "满分"];
/// Endings of names whose numbers are counted, not measured in the table's unit.
const COUNTS: [&str; 18] = [
    "人数",
    "数量",
    "个数",
    "户数",
    "次数",
    "批次",
    "辆数",
    "件数",
    "台数",
    "面积",
    "编制数",
    "人次",
    "实有数",
    "空编数",
    "期数",
    "班次",
    "天数",
    "月数",
];
/// Endings that hold one of these and mean what the year before was: 上年同期数.
const BEFORE: [&str; 1] = ["同期数"];

/// A heading without what its bracket adds: 全年预算数（A）.
#[must_use]
pub fn bare(words: &str) -> &str {
    let end = words.find(['（', '(']).unwrap_or(words.len());
    words.get(..end).filter(|head| !head.is_empty()).unwrap_or(words)
}

/// Whether a name is one of changes: 比上年增、减金额.
#[must_use]
pub fn is_change_name(words: &str) -> bool {
    let name = bare(words);
    name.mentions_any(&["增减", "增、减", "增长", "差额", "变动", "比上年", "年比2"])
        || name.ends_with_any(&["增加额", "减少额"])
}

/// Whether a name is one of a rate or a score: 执行率, 占比（%）, 分值.
#[must_use]
pub fn is_rate_name(words: &str) -> bool {
    let name = bare(words);
    words.contains('%') || name.ends_with_any(&RATES) && !is_year(name)
}

/// 2023年度, 本年度: what a column of amounts may be called; 年度 alone heads years.
fn is_year(name: &str) -> bool {
    let before = name.strip_suffix("年度");
    before
        .is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()) || matches!(before, "上" | "本" | "上一"))
}

/// Whether a name is one of scores, no rates: 自评得分; 权重（%） is one of rates.
#[must_use]
pub fn is_score_name(words: &str) -> bool {
    !words.contains('%') && bare(words).ends_with_any(&SCORES)
}

/// Whether a name is one of points that can be had: 分值（分）.
#[must_use]
pub fn is_points_name(words: &str) -> bool {
    !words.contains('%') && bare(words).ends_with_any(&POINTS)
}

/// Whether a name is one of amounts told once more in 万元: 折合万元.
#[must_use]
pub fn is_converted_name(words: &str) -> bool {
    words.starts_with('折') && words.ends_with("万元")
}

/// Whether a name is one of a price: 补贴标准（元/亩）.
#[must_use]
pub fn is_price_name(words: &str) -> bool {
    words.ends_with(['）', ')']) && words.mentions_any(&["（元/", "(元/", "（元／"])
}

/// Whether a name is one of things that are counted: 在职人数.
#[must_use]
pub fn is_count_name(words: &str) -> bool {
    let name = bare(words);
    name.ends_with_any(&COUNTS) && !name.ends_with_any(&BEFORE)
}

/// Whether a name is one of an average or a price: 人均, 次均救助金额, 每亩补助.
#[must_use]
pub fn is_average_name(words: &str) -> bool {
    words.starts_with('每') && !words.starts_with("每年")
        || is_price_name(words)
        || AVERAGES.is_in(words)
        || bare(words).ends_with('均')
}

/// Whether a name is one of things of which there are only whole ones: 在职人数, but no 面积.
#[must_use]
pub fn is_whole_name(words: &str) -> bool {
    is_count_name(words) && !bare(words).ends_with("面积") && !bare(words).ends_with("数量")
}
