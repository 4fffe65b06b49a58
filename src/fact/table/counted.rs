//! Tables that count (计数表): 本年新收申请数量 ‖ 312 ‖ 47 ‖ 359. No unit stands anywhere, all numbers are whole, and what they are numbers of says so.

use super::Sheet;
use crate::document::is_number;
use crate::number::Unit;
use crate::text::Mention;

/// Words of amounts of money, which offices print in whole 万元 as well, and of rates.
const OTHER: [&str; 19] = [
    "元", "金额", "预算", "决算", "支出", "收入", "经费", "资金", "资产", "面积", "率", "%", "工资", "津贴", "补贴",
    "补助", "费", "投资", "产值",
];
/// How many numbers such a table has at least.
const LEAST: usize = 6;
/// How many of its rows say at least that they are quantities; one may stand among rows of money.
const ROWS: usize = 2;

/// The unit of a table that counts: one of whole things without a name.
pub(super) fn unit(sheet: &Sheet) -> Option<Unit> {
    let words = || (0..sheet.ranges.len()).map(|at| sheet.words(at)).filter(|words| !words.is_empty());
    let numbers = || words().filter(|words| is_number(words));
    let names = || words().filter(|words| !is_number(words));
    let whole = numbers().all(|number| number.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '，')));
    let counts = names().filter(|name| name.ends_with_any(&["数量", "件数"])).count() >= ROWS;
    let plain = counts && whole && !names().any(|name| name.mentions_any(&OTHER));
    (plain && numbers().count() >= LEAST).then(Unit::of_things)
}
