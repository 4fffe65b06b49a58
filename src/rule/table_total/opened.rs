//! 其中 that opens the parts of a total (其中列全): 资金总额 ‖ 其中：基本支出 ‖ 项目支出 ‖ 一般公共预算拨款 ‖ 政府性基金拨款. The first rows below it make it
//! column after column, and so may those that follow, which divide it another way.

use super::down::{LONGEST, is_whole, make};
use super::family::Family;
use crate::fact::{Lane, Layout, Row, RowKind};
use crate::gather::Gather;
use crate::rule::{Scope, Sink};

/// In how many columns the rows make their total to the last digit, so that they are all of it.
const TOLD: usize = 2;

/// States a total whose first rows, 其中 before the first of them, make it; says whether they do.
pub(super) fn state(scope: &Scope, layout: &Layout, lane: &Lane, at: usize, out: &mut Sink) -> bool {
    let Some((own, behind)) = lane.rows.get(at).zip(lane.rows.get(at + 1..)) else { return false };
    let opens = |row: &&Row| row.kind == RowKind::OfWhich;
    if behind.first().filter(opens).is_none() {
        return false;
    }
    let rows: Vec<u32> = behind.iter().take_while(|row| !is_whole(row)).take(LONGEST).map(|row| row.row).gather();
    let told = |part: &[u32]| make(scope, layout, lane, (own.row, part), TOLD);
    let Some(end) = (2..=rows.len()).find(|end| rows.get(..*end).is_some_and(&told)) else { return false };
    let (first, rest) = rows.split_at(end);
    for parts in [first, rest] {
        let family = Family::new(scope, layout, own.row, parts, &lane.values, true);
        if parts.len() >= 2 && told(parts) && family.is_kept_by_slip(scope) {
            family.state(scope, out);
        }
    }
    true
}
