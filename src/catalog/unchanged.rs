//! 没有变化: the words that say of an amount that it stayed as it was.

/// Words of what did not change.
pub const UNCHANGED: [&str; 8] = ["持平", "一致", "相同", "一样多", "无增减", "没有增减", "无变化", "没有变化"];
