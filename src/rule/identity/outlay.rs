//! The form of 三公: twelve numbers under headings, or items in rows; read into rows of items and columns of measures.

use super::sheet::{Line, Part};
use crate::catalog::form::Outlay;
use crate::fact::{Facts, Layout, RowKind};
use crate::gather::{Gather, SortedMap, SortedSet};

/// Reads the form. A column is one measure in one line of numbers; where a place is taken twice, neither is meant.
pub(super) fn part(facts: &Facts, layout: &Layout) -> Part {
    let mut groups: SortedMap<(u32, bool, bool), SortedMap<Outlay, Vec<usize>>> = SortedMap::new();
    for ((row, column), id) in &layout.facts {
        let name = layout.row(*row, *column).map_or("", |r| r.words.as_str());
        let heads = layout.columns.get(*column as usize).map_or(&[][..], |c| c.heads.as_slice());
        let across = Outlay::of(heads.iter().map(String::as_str));
        let down = Outlay::of(std::iter::once(name));
        let Some(fact) = facts.get(*id) else { continue };
        let (line, outlay) = match (across, down) {
            (Some(outlay), _) => (*row, outlay),
            (None, Some(outlay)) => (*column, outlay),
            (None, None) => continue,
        };
        let key = (line, across.is_some(), fact.measure.is_budget());
        groups.entry(key).or_default().entry(outlay).or_default().push(*id);
    }
    let words = |budget: bool| vec![if budget { "预算数" } else { "决算数" }.to_owned()];
    let columns = groups.keys().map(|(.., budget)| words(*budget)).gather();
    let cell = |group: &SortedMap<Outlay, Vec<usize>>, outlay| match group.get(&outlay).map(Vec::as_slice) {
        Some([one]) => Some(*one),
        _ => None,
    };
    let line = |outlay: Outlay| Line {
        words: outlay.name().to_owned(),
        kind: RowKind::Item,
        depth: None,
        code: None,
        place: layout.range.clone(),
        cells: groups.values().map(|group| cell(group, outlay)).gather(),
    };
    // An item that is printed without a number is empty, not absent.
    let across = layout.columns.iter().filter_map(|c| Outlay::of(c.heads.iter().map(String::as_str)));
    let rows = layout.lanes.iter().flat_map(|lane| &lane.rows);
    let down = rows.filter_map(|row| Outlay::of(std::iter::once(row.words.as_str())));
    let named: SortedSet<Outlay> = across.chain(down).gather_set();
    let printed = |outlay: &Outlay| named.contains(outlay);
    Part { columns, lines: Outlay::ALL.into_iter().filter(printed).map(line).gather() }
}
