//! Comma-separated text (CSV) that spreadsheets open as it is: UTF-8 with its mark, and no cell that is taken for a formula.

use super::cell::{Cell, Table};

const MARK: &str = "\u{feff}";

/// Characters that begin a formula in one spreadsheet or another.
const BEGINNINGS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

pub(super) fn write(table: &Table) -> Vec<u8> {
    let mut out = String::from(MARK);
    line(&mut out, table.heads.iter().map(|(head, _)| head.clone()));
    for row in &table.rows {
        // Every record has as many fields (RFC 4180), a note below the table too.
        let none = table.heads.len().saturating_sub(row.len());
        line(&mut out, row.iter().map(field).chain(std::iter::repeat_n(String::new(), none)));
    }
    out.into_bytes()
}

fn line(out: &mut String, fields: impl Iterator<Item = String>) {
    for (index, field) in fields.enumerate() {
        if index > 0 {
            out.push(',');
        }
        out.push_str(&field);
    }
    out.push_str("\r\n");
}

/// Numbers as they are; words quoted where they need it, with an apostrophe before what would be a formula.
fn field(cell: &Cell) -> String {
    let shown = cell.shown();
    let is_number = match cell {
        Cell::Number(_) => true,
        Cell::Formula(_, given) => matches!(**given, Cell::Number(_)),
        _ => false,
    };
    if is_number {
        return shown.to_owned();
    }
    let safe = if shown.starts_with(BEGINNINGS) { ["'", shown].concat() } else { shown.to_owned() };
    if safe.contains(['"', ',', '\n', '\r', ';', '\t']) {
        ["\"", &safe.replace('"', "\"\""), "\""].concat()
    } else {
        safe
    }
}
