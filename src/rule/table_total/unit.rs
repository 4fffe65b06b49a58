//! The unit that a column of units gives a row: 一、总收入 ‖ 万元.

use crate::fact::{Layout, Row};

/// Units as a column of its own prints them, the longer before those that they end with.
const UNITS: [&str; 18] = [
    "万美元",
    "亿美元",
    "美元",
    "万元",
    "亿元",
    "元",
    "万人次",
    "人次",
    "万人",
    "人",
    "万户",
    "户",
    "万吨",
    "吨",
    "%",
    "‰",
    "件",
    "个",
];

/// The unit of a row where the table has a column of units, whose words stand behind the name.
pub(super) fn unit(layout: &Layout, row: &Row) -> Option<&'static str> {
    let headed = |head: &String| matches!(head.as_str(), "单位" | "计量单位");
    let told = layout.columns.iter().any(|column| column.heads.last().is_some_and(headed));
    UNITS.into_iter().find(|unit| told && row.words.ends_with(unit))
}
