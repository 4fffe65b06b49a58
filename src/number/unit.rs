//! Units and their scale to the base unit.

use super::Decimal;

/// What a figure measures (量纲); only like is compared with like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// 金额, base unit 元.
    Money,
    /// 百分比, base unit %.
    Percent,
    /// 千分比, base unit ‰.
    PerMille,
    /// 千分点、基点, which are compared only with their like.
    FinePoints,
    /// 百分点.
    Points,
    /// 倍、成、折.
    Times,
    /// 件、人、户 … and every other counted or measured thing.
    Count,
    /// No unit printed.
    Bare,
}

/// A unit (单位) as printed, with its scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// What it measures.
    pub dimension: Dimension,
    /// As printed: `万元`, `批次`.
    pub name: String,
    /// The base unit: `元`, `批次`.
    pub base: String,
    /// Base units in one printed unit.
    pub scale: Decimal,
}

impl Unit {
    /// Whole things of which only a heading or a row says what they are.
    #[must_use]
    pub const fn of_things() -> Self {
        Self { dimension: Dimension::Count, name: String::new(), base: String::new(), scale: Decimal::ONE }
    }

    /// Whether figures of the two units can be added or compared.
    ///
    /// 辆 and 台, 户 and 家 count the same things in practice; 人 and 人次 do not.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        self.dimension == other.dimension && (self.base == other.base || self.family() == other.family())
    }

    /// The base unit, or the one that stands for it and others like it: 家 is 户.
    #[must_use]
    pub fn family(&self) -> &str {
        match self.base.as_str() {
            "台" | "台件" | "台套" | "台（套）" => "辆",
            "家" => "户",
            "件次" => "件",
            "名" | "位" => "人",
            "kg" | "千克" => "公斤",
            "km" | "KM" | "千米" => "公里",
            "㎡" | "m2" | "m²" | "平米" => "平方米",
            "t" => "吨",
            other => other,
        }
    }

    /// Whether it is a plain count of whole things.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.dimension == Dimension::Count && self.scale == Decimal::ONE
    }

    /// Whether it counts things, which are whole: 4335公里 is as near as one measured, 4335件 are so many.
    #[must_use]
    pub fn is_counted(&self) -> bool {
        const MEASURES: [&str; 13] = [
            "公里",
            "米",
            "平方公里",
            "平方米",
            "立方米",
            "公顷",
            "亩",
            "吨",
            "公斤",
            "千瓦时",
            "千瓦",
            "吨公里",
            "人公里",
        ];
        self.is_whole() && !MEASURES.contains(&self.family()) && !self.base.contains('/')
    }
}
