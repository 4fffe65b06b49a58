//! Names of units (单位名称): how they end, and where a title goes on behind them.

use crate::text::Mention;

/// How the names of units end; the words of a name may hold such an ending too.
const ENDINGS: [&str; 39] = [
    "局",
    "委员会",
    "办公室",
    "教研室",
    "研究室",
    "中心",
    "政府",
    "办事处",
    "厅",
    "院",
    "站",
    "所",
    "支队",
    "大队",
    "学校",
    "中学",
    "小学",
    "幼儿园",
    "委",
    "办",
    "协会",
    "联合会",
    "联社",
    "总社",
    "工会",
    "馆",
    "公司",
    "管理处",
    "党校",
    "校",
    "镇",
    "乡",
    "街道",
    "大学",
    "组织部",
    "宣传部",
    "统战部",
    "武装部",
    "供销社",
];

/// Words that follow a unit's name in titles and names of files.
const FOLLOWERS: [&str; 15] = [
    "部门", "整体", "单位", "预算", "决算", "绩效", "项目", "支出", "收入", "自评", "本级", "汇总", "年", "关于",
    "基本",
];

/// The name of a unit at the head of a run of Chinese words.
#[must_use]
pub fn named_in(words: &str) -> Option<String> {
    let bare: String = words.chars().filter(|c| !c.is_whitespace()).collect();
    let runs = bare.split(|c: char| !('\u{4e00}'..='\u{9fff}').contains(&c));
    runs.flat_map(|run| run.split("关于")).find_map(|run| at_head(behind_number(run)))
}

/// The longest name at the head of a run, which ends there or goes on with what follows names.
fn at_head(run: &str) -> Option<String> {
    let is_end = |rest: &str| rest.is_empty() || rest.starts_with_any(&FOLLOWERS);
    let mut ends = run.char_indices().map(|(at, c)| at + c.len_utf8()).rev();
    ends.find_map(|end| {
        let (name, rest) = run.split_at_checked(end)?;
        (is_name(name) && is_end(rest)).then(|| name.to_owned())
    })
}

/// Whether words can be the name of a unit.
#[must_use]
pub fn is_name(words: &str) -> bool {
    let count = words.chars().count();
    (3..=25).contains(&count) && words.ends_with_any(&ENDINGS)
}

/// How the parts of a document are called that are numbered before the name.
const PARTS: [&str; 4] = ["部分", "篇", "编", "章"];

/// 第三部分上海市某局, 第一篇某中心: the words without the number of a part and what is left of a year before them.
fn behind_number(run: &str) -> &str {
    let behind = |part: &&str| run.strip_prefix('第')?.split_once(*part).filter(|(n, _)| n.chars().count() <= 2);
    PARTS.iter().find_map(behind).map_or(run, |(_, rest)| rest).trim_start_matches(['年', '度'])
}
