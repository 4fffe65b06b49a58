//! Why a text is no rule pack, and where.

use crate::gather::Gather;
use std::fmt;

/// Why a text is no rule pack (规则包有误).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackError {
    /// The way to the place in the file; empty for the whole.
    pub place: Vec<Step>,
    /// What is wrong there.
    pub trouble: Trouble,
}

/// A step on the way to a place in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The value of a key.
    Key(&'static str),
    /// An item of a list, from 1, with what it is called.
    Item(usize, String),
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// No JSON, from a line and column on.
    Json(usize, usize),
    /// A key that packs do not have, with those that may stand there.
    UnknownKey(String, String),
    /// A key that is not there.
    MissingKey(String),
    /// Something else is wanted: an object, a list, a text, a year.
    Kind(Kind),
    /// None of the words that may stand there.
    Word(String, String),
    /// No number.
    Number(String),
    /// A number that must be above zero.
    NotPositive(String),
    /// More points than can be had.
    AboveFull(String, String),
    /// A list without anything in it.
    Nothing,
    /// The same thing twice.
    Twice(String),
    /// An input that nobody knows.
    UnknownInput(String),
    /// A formula names no input.
    NoInput,
    /// A formula with more inputs than are reckoned.
    ManyInputs(usize),
    /// Something in a formula is out of place.
    Formula(String),
    /// A formula ends too early.
    Ended,
    /// A parenthesis is not closed.
    Open,
    /// Parentheses too deep inside each other.
    Deep,
    /// No band.
    Band(String),
    /// Two bands leave values between them.
    Gap(String, String),
    /// Two bands share values.
    Overlap(String, String),
    /// Two bands share the value where they meet.
    BothClosed(String, String),
    /// The outermost band has an end.
    Uncovered(String),
    /// Not exactly one kind of score table.
    Tables,
    /// The years are the wrong way round.
    Years,
    /// A pack to build upon that is not known.
    UnknownBase(String),
}

/// What is wanted instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An object.
    Object,
    /// A list.
    List,
    /// A text.
    Text,
    /// A year.
    Year,
}

impl PackError {
    /// A stable word for programs.
    pub const CODE: &str = "badPack";

    /// The whole in one Chinese sentence.
    #[must_use]
    pub fn message(&self) -> String {
        if self.place.is_empty() {
            return format!("规则包有误：{}", self.trouble);
        }
        let steps: Vec<String> = self.place.iter().map(Step::to_string).gather();
        format!("规则包有误，{}：{}", steps.join(" › "), self.trouble)
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key(key) => f.write_str(key),
            Self::Item(number, name) if name.is_empty() => write!(f, "第{number}项"),
            Self::Item(number, name) => write!(f, "第{number}项（{name}）"),
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(line, column) => {
                write!(f, "第{line}行第{column}列附近不符合 JSON 格式，请检查引号、逗号和括号是否成对。")
            }
            Self::UnknownKey(key, known) => write!(f, "不认识的键“{key}”，可用的键有：{known}。"),
            Self::MissingKey(key) => write!(f, "缺少键“{key}”。"),
            Self::Kind(Kind::Object) => f.write_str("此处应为一个对象（{…}）。"),
            Self::Kind(Kind::List) => f.write_str("此处应为一个列表（[…]）。"),
            Self::Kind(Kind::Text) => f.write_str("此处应为非空的文字（写在双引号里）。"),
            Self::Kind(Kind::Year) => f.write_str("此处应为四位年份，如 2024。"),
            Self::Word(word, known) => write!(f, "“{word}”不在可选的词中，可选：{known}。"),
            Self::Number(word) => write!(f, "“{word}”不是十进制数。"),
            Self::NotPositive(word) => write!(f, "“{word}”应大于0。"),
            Self::AboveFull(points, full) => write!(f, "得分{points}应在0和分值{full}之间。"),
            Self::Nothing => f.write_str("此处不能为空。"),
            Self::Twice(name) => write!(f, "“{name}”重复出现。"),
            Self::UnknownInput(name) => {
                write!(f, "公式用到不认识的数据“{name}”，请改用说明中列出的名称，或在 inputs 中声明。")
            }
            Self::NoInput => f.write_str("公式没有用到任何数据。"),
            Self::ManyInputs(most) => write!(f, "一个公式最多用{most}个数据。"),
            Self::Formula(word) => write!(f, "公式在“{word}”处不成立，只能用 + − × ÷ 和括号。"),
            Self::Ended => f.write_str("公式没有写完。"),
            Self::Open => f.write_str("公式的括号没有成对。"),
            Self::Deep => f.write_str("公式的括号套得太深。"),
            Self::Band(word) => write!(f, "“{word}”不是区间，请写成 [80, 90) 或 (30, +∞) 的样子，前小后大。"),
            Self::Gap(before, after) => write!(f, "{before} 与 {after} 之间有空档，分档应首尾相接。"),
            Self::Overlap(before, after) => write!(f, "{before} 与 {after} 有重叠，分档应从小到大、首尾相接。"),
            Self::BothClosed(before, after) => {
                write!(f, "{before} 与 {after} 都含分界值，分档应半开半闭，分界值只归一档。")
            }
            Self::Uncovered(band) => write!(f, "{band} 之外的值没有档，第一档应从 -∞ 起，最后一档应到 +∞ 止。"),
            Self::Tables => f.write_str("评分标准应在 bands、steps、proportion 中恰好写一种。"),
            Self::Years => f.write_str("until 不能早于 since。"),
            Self::UnknownBase(code) => write!(f, "extends 只能写自带的规则包代号，没有“{code}”。"),
        }
    }
}
