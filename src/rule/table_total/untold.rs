//! What a row is made of though no mark and no code says that it is: rows behind 其中, and rows of marks right behind it.

use crate::fact::{Row, RowKind};
use crate::gather::Gather;
use crate::text::Mention;

/// What an item may be made of though no mark says so: the rows behind 其中 with the one that 其中 heads, or the row of marks that begins
/// right behind it.
pub(super) fn untold(rows: &[Row], at: usize) -> Option<Vec<u32>> {
    let behind = rows.get(at + 1..)?;
    // 财政拨款 ‖ 其他资金 ‖ 其中： ‖ …: a row that says no more divides what stands above all of them.
    let (row, next) = (rows.get(at)?, behind.first().filter(|next| !next.words.is_empty())?);
    let parts: Vec<u32> = if next.kind == RowKind::OfWhich && next.ordinal == Some(1) {
        // 二、本年收入 ‖ 其中：1.保险费收入 ‖ 2.利息收入: the marks go on behind 其中.
        counted(behind.iter().filter(|other| other.depth == next.depth))
    } else if next.kind == RowKind::OfWhich && next.depth.is_none() {
        // 1、用车费 ‖ 其中：购置 ‖ 运行 ‖ 2、接待费: what has no mark stands behind 其中 up to the next mark.
        let plain = |other: &&Row| {
            other.depth.is_none() && (other.kind == RowKind::Item || other.row == next.row) && !begins(other)
        };
        behind.iter().take_while(plain).map(|other| other.row).gather()
    } else {
        // 三公经费 ‖ 1、用车费 ‖ 2、出国费 ‖ 3、接待费: up to where the count begins again.
        let depth = next.depth.filter(|_| row.code.is_none() && row.depth.is_none() && next.code.is_none())?;
        let deep = behind.iter().take_while(|other| other.depth.is_none_or(|other| other >= depth));
        counted(deep.filter(|other| other.depth == Some(depth) && other.kind == RowKind::Item))
    };
    (!parts.is_empty()).then_some(parts)
}

/// Whether a row of the table of basic data (基础数据表) begins what has nothing to do with the rows above it.
fn begins(row: &Row) -> bool {
    row.words.starts_with_any(&["政府采购", "楼堂馆所", "厉行节约"]) || row.words.ends_with("预算调整")
}

/// The rows whose marks count up from 1.
fn counted<'r>(rows: impl Iterator<Item = &'r Row>) -> Vec<u32> {
    rows.zip(1..).take_while(|(row, n)| row.ordinal == Some(*n)).map(|(row, _)| row.row).gather()
}
