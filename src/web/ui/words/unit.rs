//! Units in English (单位). Reports print theirs in Chinese, and so they stand in what is quoted.

/// A unit in English; empty for one that is not said there, and the word itself for a unit that has no other.
pub fn unit(unit: &str) -> &str {
    match unit {
        "元" => "yuan",
        "万元" => "10k yuan",
        "亿元" => "100m yuan",
        "人" | "名" => "people",
        "分" => "points",
        "个百分点" => "percentage points",
        "个" | "项" => "",
        other => other,
    }
}
