//! 三次产业: the three industries of national accounts (国家统计局《三次产业划分规定》).

/// The three industries by the names that leave no doubt which is meant.
pub const INDUSTRIES: [[&str; 2]; 3] = [["第一产业", "一产"], ["第二产业", "二产"], ["第三产业", "三产"]];

/// The same by the names that stand for them where all three are told.
pub const SECTORS: [[&str; 4]; 3] = [
    ["第一", "一产", "农业", "农林牧渔"],
    ["第二", "二产", "工业", "第二产业"],
    ["第三", "三产", "服务业", "第三产业"],
];
