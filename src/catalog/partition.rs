//! Standard wholes with their standard parts: lists of these claim to be complete.

use crate::gather::Gather;
use crate::text::{Lexicon, Mention};
use std::sync::LazyLock;

/// Parts that exhaust their whole (完整分项), by words that the labels contain.
///
/// Sources: 部门决算报表编制说明 (revenue by source, expenditure by nature, 三公 three ways); 政府采购法 (goods, works, services);
/// 中央行政事业单位国有资产管理办法 (vehicles by use, as the disclosure form lists them); GB/T 4754 (industry by sector); 专利法
/// 第二条 (patents by kind); 财预〔2020〕10号 (a project's score by indicator); the disclosure of performance (一级项目, 二级项目);
/// 社会救助暂行办法 (集中 or 分散); HJ 633 (days by the quality of their air); the survey of incomes of the 国家统计局 (incomes by source).
pub const PARTITIONS: &[&[&str]] = &[
    &["基本支出", "项目支出"],
    &["门诊", "急诊"],
    &["门诊", "住院"],
    &["人员", "公用"],
    &["人员", "公用", "项目支出"],
    &["人员", "公用", "项目经费"],
    &["因公出国", "公务用车", "公务接待"],
    &["公务用车购置", "公务用车运行"],
    &["货物", "工程", "服务"],
    &["财政拨款", "其他收入"],
    &["一般公共", "政府性基金", "国有资本"],
    &["一般公共", "政府性基金"],
    &["一般公共", "政府性基金", "其他"],
    &["工资福利", "对个人和家庭的补助"],
    &["商品和服务", "资本性支出"],
    &["税收收入", "非税收入"],
    &["第一产业", "第二产业", "第三产业"],
    &["城镇", "乡村"],
    &["轻工业", "重工业"],
    &["采矿业", "制造业", "电力"],
    &["发明", "实用新型", "外观设计"],
    &["男", "女"],
    &["公办", "民办"],
    &["内资", "外资"],
    &["优秀", "合格", "不合格"],
    &["优秀", "良好", "合格", "不合格"],
    &["上缴", "留成"],
    &["出口", "进口"],
    &["维持", "纠正", "其他", "审结"],
    &["维持", "纠正", "审结"],
    &["维持", "纠正", "在审理"],
    &["未经复议", "复议后"],
    &["城镇", "农村"],
    &["城市", "农村"],
    &["县城", "乡镇"],
    &["本级", "县区"],
    &["本级", "乡镇"],
    &["行政", "事业"],
    &["在职", "退休"],
    &["在职", "离休", "退休"],
    &["自然人", "法人"],
    &["夏粮", "秋粮"],
    &["以上", "以下"],
    &["中央", "省级", "市级", "县级"],
    &["中央", "省级", "县级"],
    &["中央", "省级", "市级"],
    &["一般债务", "专项债务"],
    &["存量", "新增"],
    &["好评", "差评"],
    &["上半年", "下半年"],
    &["线上", "线下"],
    &["购置费", "运行费"],
    &["购置费", "运行维护费"],
    &["集中", "分散"],
    &["一级项目", "二级项目"],
    &["预算执行", "产出", "效益", "满意度"],
    &["机关", "所属单位"],
    &["县级", "乡级", "村级"],
    &["编内", "编外"],
    &["国税", "地税"],
    &["居民", "职工"],
    &["国家级", "省级", "县级"],
    &["国家级", "省级", "市级", "县级"],
    &["优", "良", "轻度", "中度", "重度"],
    &["工资性", "经营", "财产", "转移"],
];

/// Partitions whose whole has a name of its own (总称): what its name ends with, and its parts.
///
/// Sources: 政府收支分类科目, where 一般公共预算收入 (until 2014 公共财政预算收入) is 101 税收收入 and 103 非税收入; GB/T 14885,
/// where all equipment (设备) is 通用设备 or 专用设备.
const NAMED: [(&[&str], &[&str]); 2] = [
    (&["公共预算收入", "公共财政预算收入", "一般预算收入"], &["税收收入", "非税收入"]),
    (&["设备"], &["通用设备", "专用设备"]),
];

/// Whether a name is that of the whole which the labels exhaust.
#[must_use]
pub fn is_whole_of(name: &str, labels: &[&str]) -> bool {
    NAMED.iter().any(|(wholes, parts)| {
        name.ends_with_any(wholes) && labels.len() == parts.len() && parts.iter().all(|part| labels.contains(part))
    })
}

/// Words that say of a thing that it is not so, or not yet.
const DENIALS: [&str; 7] = ["尚未", "正在", "没有", "不", "未", "非", "在"];
/// Words that say of a thing that it is so.
const CLAIMS: [&str; 9] = ["基本", "已经", "已", "全部", "比较", "较", "非常", "很", "表示"];
/// An answer of a survey between yes and no.
const BETWEEN: &str = "一般";

/// Whether the labels say of one thing that it is so and that it is not: 满意、基本满意、不满意; 已上云、未上云.
#[must_use]
pub fn is_denied(labels: &[&str]) -> bool {
    let Some(core) = labels.iter().find_map(|label| bare(label, &DENIALS)).filter(|core| core.chars().count() >= 2)
    else {
        return false;
    };
    let denied = labels.iter().filter(|label| bare(label, &DENIALS).is_some()).count();
    denied < labels.len()
        && labels.iter().filter(|label| **label != BETWEEN).all(|label| {
            let claimed = bare(label, &CLAIMS).unwrap_or(label);
            // 贫困村已出列 is what the denial 未出列 denies.
            let told = CLAIMS.iter().any(|w| label.strip_suffix(core).is_some_and(|head| head.ends_with(w)));
            claimed == core || told || bare(label, &DENIALS).is_some_and(|denied| denied == core)
        })
}

/// A label without the word of some that it begins with.
fn bare<'a>(label: &'a str, words: &[&str]) -> Option<&'a str> {
    if !label.starts_with_any(words) {
        return None;
    }
    // 非常满意 denies nothing.
    let denies = |word: &&&str| **word != "非" || !label.starts_with("非常");
    words.iter().filter(denies).find_map(|word| label.strip_prefix(word))
}

/// Whether the labels are all parts of one partition, each part at least once. It is asked of every row of names, so that each
/// name is read once, for the words of all partitions.
#[must_use]
pub fn is_complete(labels: &[&str]) -> bool {
    let words =
        |label: &&str| Some(WORDS.within(label).fold(0, |all, (_, word)| all | word)).filter(|words| *words > 0);
    // Most names have no word of any.
    let Some(told) = labels.iter().map(words).gather_all() else { return false };
    let all = told.iter().fold(0, |all, words| all | words);
    let split = |parts: u128| parts & !all == 0 && told.iter().all(|words| words & parts != 0);
    PARTS.iter().any(|(count, parts)| labels.len() >= *count && split(*parts)) && are_of_one_measure(labels)
}

/// 限额以上 and 限额以下 divide by one limit; 35岁以下 and 大专以上 by two.
fn are_of_one_measure(labels: &[&str]) -> bool {
    let limit =
        |label: &&str| ["以上", "以下"].iter().find_map(|w| label.split_once(w)).map(|(head, _)| head.to_owned());
    let mut limits = labels.iter().filter_map(limit);
    let first = limits.next();
    limits.all(|other| first.as_ref() == Some(&other))
}

/// The words of all partitions, each with a bit of its own.
static WORDS: LazyLock<Lexicon<u128>> = LazyLock::new(|| {
    let mut words: Vec<&str> = Vec::new();
    for word in PARTITIONS.concat() {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    Lexicon::new(words.into_iter().zip(0..128).map(|(word, bit)| (word, 1 << bit)))
});

/// For each partition, how many parts it has and the bits of their words.
static PARTS: LazyLock<Vec<(usize, u128)>> = LazyLock::new(|| {
    let bit = |word: &&str| WORDS.starts(word).find(|(known, _)| known == word).map_or(0, |(_, bit)| bit);
    PARTITIONS.iter().map(|parts| (parts.len(), parts.iter().map(bit).fold(0, |all, bit| all | bit))).gather()
});

#[cfg(test)]
mod tests {
    use super::{PARTITIONS, PARTS, is_complete};
    use crate::gather::Gather;

    #[test]
    fn each_word_of_a_partition_has_its_bit() {
        let bits: Vec<usize> = PARTS.iter().map(|(_, bits)| bits.count_ones() as usize).gather();
        assert_eq!(bits, PARTITIONS.iter().map(|parts| parts.len()).collect::<Vec<_>>());
    }

    #[test]
    fn parts_may_stand_several_times_and_within_longer_names() {
        assert!(is_complete(&["年度基本支出", "项目支出"]));
        assert!(is_complete(&["财政拨款收入", "其他收入", "其他收入"]));
        assert!(!is_complete(&["基本支出", "经营支出"]));
        assert!(!is_complete(&["基本支出", "项目支出", "上缴上级"]));
        assert!(!is_complete(&["基本支出"]));
        assert!(!is_complete(&[]));
    }
}
