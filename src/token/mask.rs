//! Digits that are no quantities (非数据数字), K01–K13.

mod code;
mod date;
mod han;
mod name;
mod run;

pub(super) use code::word;

use crate::text::{LogicalText, Range};
use run::Run;

/// Why digits are no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mask {
    /// K01 文号: 〔2018〕34号.
    DocumentNumber,
    /// K02 序号: 一、 （1） 一是.
    ListMark,
    /// K03 日期、年份.
    Date,
    /// K04 电话、邮编、证件号、网址.
    Code,
    /// K05 事件名、热线: “8·9”、3.15、12345热线.
    EventName,
    /// K06 政策口号: “十四五”、八项规定.
    Slogan,
    /// K07 标准、型号: GB/T 37668-2019、PM2.5.
    Standard,
    /// K08 科目编码、表号.
    AccountCode,
    /// K09 时刻、版本: 8:30、V2.0.
    Clock,
    /// K10 等级: IV级、5A.
    Grade,
    /// K11 成语中的数字.
    Idiom,
    /// K12 页码、行次、附件号，没有单位或读不成一个数的数字.
    NoUnit,
    /// K13 条款号、序数: 第十四条、第7个.
    Ordinal,
}

impl Mask {
    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::DocumentNumber => "K01",
            Self::ListMark => "K02",
            Self::Date => "K03",
            Self::Code => "K04",
            Self::EventName => "K05",
            Self::Slogan => "K06",
            Self::Standard => "K07",
            Self::AccountCode => "K08",
            Self::Clock => "K09",
            Self::Grade => "K10",
            Self::Idiom => "K11",
            Self::NoUnit => "K12",
            Self::Ordinal => "K13",
        }
    }
}

/// How precisely amounts are printed: 保留两位小数.
const PRECISION: [&str; 2] = ["位小数", "位有效数字"];

/// The excluded run at an Arabic or Han digit, with the reason.
pub(super) fn excluded(text: &LogicalText, at: usize, limit: usize) -> Option<(Range, Mask)> {
    if !text.at(at)?.is_ascii_digit() {
        return han::han(text, at, limit);
    }
    let run = Run::new(text, at, limit);
    let (end, reason) = date::date(&run).or_else(|| name::name(&run)).or_else(|| code::code(&run))?;
    Some((at..end, reason))
}
