//! One sheet (工作表): heads that stay in view, then the rows.

use quick_xml::escape::escape;

use super::super::cell::{Cell, Table, letters};
use super::{MAIN, style};

/// What a cell can hold, in UTF-16 code units.
const MOST_UNITS: usize = 32_767;

/// What stands at the end of words that were cut.
const CUT: &str = "……";

/// A table as the part of a sheet.
pub(super) fn sheet(table: &Table) -> String {
    let mut out = format!(
        "<worksheet xmlns=\"{MAIN}\"><sheetViews><sheetView workbookViewId=\"0\">\
         <pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>"
    );
    for (index, (_, width)) in table.heads.iter().enumerate() {
        let column = index.saturating_add(1);
        out.push_str(&format!("<col min=\"{column}\" max=\"{column}\" width=\"{width}\" customWidth=\"1\"/>"));
    }
    out.push_str("</cols><sheetData>");
    let heads = table.heads.iter().map(|(head, _)| Cell::text(head.as_str())).collect::<Vec<_>>();
    row(&mut out, 1, &heads, style::HEAD);
    for (index, cells) in table.rows.iter().enumerate() {
        row(&mut out, index.saturating_add(2), cells, style::WORDS);
    }
    out.push_str("</sheetData></worksheet>");
    out
}

fn row(out: &mut String, number: usize, cells: &[Cell], words: usize) {
    out.push_str(&format!("<row r=\"{number}\">"));
    for (column, content) in cells.iter().enumerate() {
        let place = format!("{}{number}", letters(column));
        cell(out, &place, content, words);
    }
    out.push_str("</row>");
}

fn cell(out: &mut String, place: &str, content: &Cell, words: usize) {
    match content {
        Cell::Empty => {}
        Cell::Text(text) => {
            let text = shown(text);
            out.push_str(&format!(
                "<c r=\"{place}\" s=\"{words}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>"
            ));
        }
        Cell::Number(number) => {
            let style = style::number(number);
            out.push_str(&format!("<c r=\"{place}\" s=\"{style}\"><v>{number}</v></c>"));
        }
        Cell::Formula(formula, given) => {
            let (kind, style) = match **given {
                Cell::Number(ref number) => ("", style::number(number)),
                _ => (" t=\"str\"", words),
            };
            let (formula, given) = (escape(formula), shown(given.shown()));
            out.push_str(&format!("<c r=\"{place}\" s=\"{style}\"{kind}><f>{formula}</f><v>{given}</v></c>"));
        }
    }
}

/// Words for XML: without characters that it cannot hold, and no longer than a cell can be.
fn shown(text: &str) -> String {
    let mut kept = String::new();
    let mut units = 0;
    let room = MOST_UNITS.saturating_sub(CUT.len());
    let cut = text.encode_utf16().count() > MOST_UNITS;
    for c in text.chars().filter(|c| is_allowed(*c)) {
        units += c.len_utf16();
        if cut && units > room {
            kept.push_str(CUT);
            break;
        }
        kept.push(c);
    }
    escape(kept.as_str()).into_owned()
}

fn is_allowed(c: char) -> bool {
    !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}
