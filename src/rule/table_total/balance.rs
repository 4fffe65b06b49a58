//! What a stock is at the end, row by row: 期初余额 + 本期增加 − 本期减少 = 期末余额; proven by the rows that agree.

use super::left::{agree, sums};
use crate::fact::{Lane, Layout};
use crate::gather::Gather;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// The columns of a stock: what their headings say, and what they do not.
const COLUMNS: [(&[&str], &[&str]); 4] = [
    (&["期初", "年初", "上年末", "上年结转", "上年结余"], &["预算"]),
    (&["增加", "新增", "收入", "发行"], &["期末", "期初", "年末", "年初", "比上年"]),
    (&["减少", "支出", "还本", "偿还", "核销"], &["期末", "期初", "年末", "年初", "比上年"]),
    (&["期末", "年末", "结余"], &["上年", "期初", "年初", "净值"]),
];

/// How many of them stand before the end.
const FLOWS: usize = 3;

/// States it for each group of columns that has each of these once: 年初 ‖ 年末 of a quantity beside 年初数 ‖ … ‖ 年末数 of its value.
pub(super) fn state(scope: &Scope, layout: &Layout, lane: &Lane, out: &mut Sink) {
    // 年末结转结余, below it 合计 ‖ 其中：财政收回: the total is what the group is called.
    let heads = |column: u32| match layout.columns.get(column as usize).map_or(&[][..], |c| c.heads.as_slice()) {
        [group @ .., own] if !group.is_empty() && matches!(own.as_str(), "合计" | "小计") => group,
        heads => heads,
    };
    let group = |column: u32| heads(column).split_last().map_or(&[][..], |(_, group)| group);
    for columns in lane.values.chunk_by(|a, b| group(*a) == group(*b)) {
        let only = |(words, others): (&[&str], &[&str])| {
            let named = |column: &&u32| {
                heads(**column).last().is_some_and(|head| head.mentions_any(words) && !head.mentions_any(others))
            };
            columns.iter().filter(named).single().copied()
        };
        let [opening, more, less, closing] = COLUMNS.map(only);
        if let (Some(opening), Some(more), Some(less), Some(closing)) = (opening, more, less, closing) {
            let told = sums(layout, lane, &[opening, more], &[less, closing]);
            // 期初 ‖ 增加 ‖ 减少 ‖ 划转 ‖ 期末: what else went in or out may explain a row.
            let between = columns.iter().filter(|column| (opening..closing).contains(*column)).count() > FLOWS;
            let told = if between { told.into_iter().filter(|e| scope.fits(e)).gather() } else { told };
            agree(scope, told, out);
        }
    }
}
