//! Rows of a table of the report.

use super::pieces::{Lights, pieces};
use crate::app::table::{Row, Slot, SlotKind, Table};
use crate::web::ui::words::Words;
use yew::prelude::*;

/// Rows of a table, as the children of its head or of one of its bodies.
pub fn table_rows(words: &Words, table: &Table, rows: &[Row], lights: &Lights) -> Html {
    let row = |row: &Row| {
        let id = (lights.noted == Some(row.number as usize)).then_some("noted");
        let heads = table.heads;
        html! {
            <>
                if row.gap > 0 {
                    <tr class="report-table__gap"><td colspan={table.columns.min(1000).to_string()}>{ (words.table.gap)(row.number - row.gap + 1, row.number) }</td></tr>
                }
                <tr {id} key={row.number}>{ for row.slots.iter().map(|slot| place(words, slot, row.number, heads, lights)) }</tr>
            </>
        }
    };
    html! { <>{ for rows.iter().map(row) }</> }
}

fn place(words: &Words, slot: &Slot, row: u32, heads: u32, lights: &Lights) -> Html {
    let columns = (slot.columns > 1).then(|| slot.columns.to_string());
    let rows = (slot.rows > 1).then(|| slot.rows.to_string());
    let inside = pieces(words, &slot.pieces, lights);
    match slot.kind {
        SlotKind::ColumnHead => {
            let scope = if slot.columns > 1 { "colgroup" } else { "col" };
            html! { <th {scope} colspan={columns} rowspan={rows}>{ inside }</th> }
        }
        // A sheet without headings may begin with anything.
        SlotKind::RowHead if heads > 0 || row > 0 => {
            let scope = if slot.rows > 1 { "rowgroup" } else { "row" };
            html! { <th {scope} colspan={columns} rowspan={rows}>{ inside }</th> }
        }
        SlotKind::Figure => html! { <td class="report-table__figure" colspan={columns} rowspan={rows}>{ inside }</td> },
        SlotKind::RowHead | SlotKind::Words => html! { <td colspan={columns} rowspan={rows}>{ inside }</td> },
    }
}
