//! What a balance sheet (资产负债表) comes to on either side: 资产总计 = 负债和净资产总计 = 负债合计 + 净资产合计.

use super::relation;
use crate::fact::Layout;
use crate::gather::Gather;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// States it for each pair of columns, of amounts at the beginning or at the end of the year.
pub(super) fn state(scope: &Scope, layout: &Layout, out: &mut Sink) {
    // The amounts of the only row that ends a side, each with the heading of its column.
    let row = |named: &dyn Fn(&str) -> bool| -> Vec<(&str, usize)> {
        let rows = layout.lanes.iter().flat_map(|lane| lane.rows.iter().map(move |row| (lane, row)));
        let Some((lane, row)) = rows.filter(|(_, row)| named(&row.words)).single() else { return Vec::new() };
        let cell = |column: &u32| {
            let head = layout.columns.get(*column as usize)?.heads.last()?;
            Some((head.as_str(), layout.at(row.row, *column)?))
        };
        lane.values.iter().filter_map(cell).gather()
    };
    let total = |words: &str| words.ends_with_any(&["总计", "合计"]);
    let both = row(&|words| total(words) && words.starts_with("负债") && words.mentions("净资产"));
    let named =
        |name: &'static str| row(&move |words| total(words) && words.trim_end_matches(['总', '合', '计']) == name);
    let (assets, debts, net) = (named("资产"), named("负债"), named("净资产"));
    for (head, whole) in &both {
        let own = |side: &[(&str, usize)]| side.iter().filter(|(other, _)| other == head).map(|(_, id)| *id).single();
        for parts in [vec![own(&assets)], vec![own(&debts), own(&net)]] {
            let stated = parts.into_iter().gather_all().and_then(|parts| relation(scope, &parts, *whole, true));
            stated.into_iter().for_each(|stated| out.relation(stated));
        }
    }
}
