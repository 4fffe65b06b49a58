//! How reports word the score of the whole and its grade (自评得分、等级).

use super::heading::bare;
use crate::text::Mention;

/// Words behind which the score of the whole report stands.
const TOTALS: [&str; 15] = [
    "自评",
    "自评得分",
    "自评总分",
    "总分",
    "总得分",
    "综合得分",
    "自评分",
    "得分合计",
    "综合评分",
    "评价得分",
    "绩效得分",
    "绩效评分",
    "最终得分",
    "总评",
    "总评分",
];

/// A grade (等级) with its band of points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grade {
    /// Its word.
    pub word: &'static str,
    /// The least score.
    pub least: u32,
    /// The greatest; it belongs to the next grade where that is better.
    pub most: u32,
}

const fn grade(word: &'static str, least: u32, most: u32) -> Grade {
    Grade { word, least, most }
}

/// The grades of 财预〔2020〕10号 with their bands; longer words first.
pub const GRADES: [Grade; 6] = [
    grade("优秀", 90, 100),
    grade("优", 90, 100),
    grade("良好", 80, 90),
    grade("良", 80, 90),
    grade("中", 60, 80),
    grade("差", 0, 60),
];

/// Words behind which a grade stands.
pub const GRADE_NAMES: [&str; 3] = ["等级", "等次", "档次"];

/// Words of points that are given or taken beside a hundred (加分项、扣分项).
pub const ON_TOP: [&str; 5] = ["加分", "减分", "扣分", "奖励", "附加"];

/// What the sum of the points and scores of a form, or of a part of it, is called (总分、合计、小计).
pub const WHOLES: [&str; 6] = ["总分", "合计", "总计", "总得分", "总分值", "小计"];

/// How many characters the name of such a sum has at most, what brackets add aside.
const LONGEST: usize = 8;

/// Whether the name of a row is that of such a sum; 总分 at the end of a sentence is none.
#[must_use]
pub fn is_whole(name: &str) -> bool {
    let name = bare(name);
    name.ends_with_any(&WHOLES) && name.chars().count() <= LONGEST
}

/// Words right before points in a bracket: what an indicator can bring.
const POINTS: [&str; 11] = ["", "分值", "满分", "权重", "标准分", "标准分值", "指标分值", "共", "共计", "分值共", "计"];

/// Words right before a score in a bracket: what an indicator got.
const SCORES: [&str; 9] = ["得", "得分", "自评", "自评得分", "自评分", "评分", "实得", "实际得分", "评价得分"];

/// Whether the words before points are those for what an indicator can bring.
#[must_use]
pub fn names_points(words: &str) -> bool {
    POINTS.contains(&words)
}

/// Whether the words before points are those for what an indicator got.
#[must_use]
pub fn names_score(words: &str) -> bool {
    SCORES.contains(&words)
}

/// Whether the words before a score make it the score of the whole.
#[must_use]
pub fn names_total(words: &str) -> bool {
    let words = words.trim_end_matches(['为', '是', '达', '共', '计']);
    words.ends_with_any(&TOTALS)
}

/// The grade that is all of a cell's words: 良, 优秀.
#[must_use]
pub fn grade_in(words: &str) -> Option<Grade> {
    GRADES.into_iter().find(|grade| words == grade.word)
}

/// The grade that words behind 等级 begin with: 为“良好”.
#[must_use]
pub fn grade_at(words: &str) -> Option<Grade> {
    let named = words.trim_start_matches(['评', '定', '为', '是', '：', '“', '"', '‘']);
    let grade = GRADES.into_iter().find(|grade| named.starts_with(grade.word))?;
    let behind = named.chars().nth(grade.word.chars().count());
    behind
        .is_none_or(|c| matches!(c, '”' | '"' | '’' | '。' | '，' | '；' | '）' | '、' | '等' | '级'))
        .then_some(grade)
}
