//! Which measure of an item a figure gives: opening budget, adjusted budget, outturn …

use crate::text::{Lexicon, Mention};
use std::sync::LazyLock;

/// A measure (数据口径); only like measures of one item are restatements of each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// 年初预算.
    InitialBudget,
    /// 调整预算、全年预算.
    AdjustedBudget,
    /// 预算, not said which.
    Budget,
    /// 决算、实际支出、执行数.
    Outturn,
    /// 年中追加、调增.
    Supplement,
    /// 任务、计划、目标.
    Plan,
    /// The words name none.
    #[default]
    Unstated,
}

/// The words that name each measure; the first that fits wins.
const WORDS: [(&str, Measure); 49] = [
    ("执行中调整", Measure::AdjustedBudget),
    ("预算执行数", Measure::Outturn),
    ("决算数", Measure::Outturn),
    ("支出决算", Measure::Outturn),
    ("收入决算", Measure::Outturn),
    ("决算", Measure::Outturn),
    ("实际支出", Measure::Outturn),
    ("实际发生", Measure::Outturn),
    ("实际使用", Measure::Outturn),
    ("实际完成", Measure::Outturn),
    ("执行数", Measure::Outturn),
    ("全年执行", Measure::Outturn),
    ("实支", Measure::Outturn),
    ("已支出", Measure::Outturn),
    ("追加后", Measure::AdjustedBudget),
    ("调增后", Measure::AdjustedBudget),
    ("调减后", Measure::AdjustedBudget),
    ("追加", Measure::Supplement),
    ("调增", Measure::Supplement),
    ("年初预算", Measure::InitialBudget),
    ("年初安排", Measure::InitialBudget),
    ("年初批复", Measure::InitialBudget),
    ("批复预算", Measure::InitialBudget),
    ("年初部门预算", Measure::InitialBudget),
    ("调整预算", Measure::AdjustedBudget),
    ("预算调整为", Measure::AdjustedBudget),
    ("预算调整至", Measure::AdjustedBudget),
    ("调整后", Measure::AdjustedBudget),
    ("全年预算", Measure::AdjustedBudget),
    ("最终预算", Measure::AdjustedBudget),
    ("变更后预算", Measure::AdjustedBudget),
    ("预算指标", Measure::AdjustedBudget),
    ("年初计划", Measure::Plan),
    ("年初目标", Measure::Plan),
    ("年初任务", Measure::Plan),
    ("年初", Measure::InitialBudget),
    ("批准的收入预算", Measure::InitialBudget),
    ("批准的支出预算", Measure::InitialBudget),
    ("预算安排", Measure::Budget),
    ("支出安排", Measure::Budget),
    ("预算", Measure::Budget),
    ("任务", Measure::Plan),
    ("计划", Measure::Plan),
    ("目标", Measure::Plan),
    ("指标值", Measure::Plan),
    ("执行", Measure::Outturn),
    ("应", Measure::Plan),
    ("将达", Measure::Plan),
    ("拟", Measure::Plan),
];

/// Names of funds and times that contain a measure word but are no measure.
const NAMES: [&str; 22] = [
    "一般公共预算",
    "政府性基金预算",
    "国有资本经营预算",
    "社会保险基金预算",
    "公共财政预算",
    "预算稳定调节基金",
    "预算单位",
    "预算绩效",
    "计划生育",
    "按计划时间",
    "按计划进度",
    "按计划完成",
    "按计划推进",
    "应急",
    "供应",
    "响应",
    "效应",
    "收回年初安排",
    "收回年初预算",
    "压减年初安排",
    "压减年初预算",
    "核减年初预算",
];

static NAME_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::of(&NAMES));
/// The words of [`WORDS`] with their places in it.
static MEASURE_WORDS: LazyLock<Lexicon<usize>> =
    LazyLock::new(|| Lexicon::new(WORDS.iter().enumerate().map(|(index, (word, _))| (*word, index))));

/// What an amount of money is called that others are parts of: 项目支出, 专项资金.
const MONEY: [&str; 6] = ["支出", "收入", "预算", "资金", "经费", "投资"];

/// Whether words name an amount of money, of which no count is a part: 占项目支出的.
#[must_use]
pub fn names_money(words: &str) -> bool {
    words.ends_with_any(&MONEY)
}

impl Measure {
    /// Whether a name is what 调整预算, 批复预算, 执行数 leave behind when their measure is taken away: it names nothing.
    pub(super) fn leaves(key: &str) -> bool {
        matches!(key, "调整" | "调整后" | "批复" | "执行" | "最终" | "变更后")
    }

    /// The measure that the words name.
    #[must_use]
    pub fn of(words: &str) -> Self {
        let (names, measures) = (&*NAME_WORDS, &*MEASURE_WORDS);
        let mut first = None;
        for (at, c) in words.char_indices() {
            let rest = || words.get(at..).unwrap_or_default();
            if names.may_begin(c) && names.starts(rest()).next().is_some() {
                first = measures.within(&without_names(words)).map(|(_, index)| index).min();
                break;
            }
            if measures.may_begin(c) {
                let found = measures.starts(rest()).map(|(_, index)| index).min();
                first = found.into_iter().chain(first).min();
            }
        }
        match first.and_then(|index| WORDS.get(index)) {
            Some((_, measure)) => *measure,
            // 人大会议批准的一般公共预算收入为53.03亿元: what was approved is what the year began with (预算法第四十三条).
            None if words.contains("批准的") && words.contains("预算") => Self::InitialBudget,
            None => Self::Unstated,
        }
    }

    /// Whether it is a budget of some kind.
    #[must_use]
    pub const fn is_budget(self) -> bool {
        matches!(self, Self::InitialBudget | Self::AdjustedBudget | Self::Budget)
    }

    /// The stable word for the report.
    #[must_use]
    pub const fn word(self) -> Option<&'static str> {
        match self {
            Self::InitialBudget => Some("initialBudget"),
            Self::AdjustedBudget => Some("adjustedBudget"),
            Self::Budget => Some("budget"),
            Self::Outturn => Some("outturn"),
            Self::Supplement => Some("supplement"),
            Self::Plan => Some("plan"),
            Self::Unstated => None,
        }
    }
}

/// The words without the names of funds and times.
fn without_names(words: &str) -> String {
    let mut rest = words.to_owned();
    for name in NAMES {
        if rest.mentions(name) {
            rest = rest.replace(name, "");
        }
    }
    rest
}
