//! Tables as a page by itself (网页): one file without script or address, to be read and printed anywhere.

use super::cell::{Cell, Table};

const HEAD: &str = "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n\
    <meta name=\"viewport\" content=\"width=device-width\">\n\
    <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n";

const STYLE: &str = "<style>\n\
    body{margin:2rem auto;padding:0 1rem;max-width:80rem;font:14px/1.6 \"Noto Sans CJK SC\",\"Microsoft YaHei\",sans-serif;color-scheme:light dark}\n\
    h1{font-size:1.5rem}h2{margin:2rem 0 .5rem;font-size:1.1rem}div{overflow-x:auto}\n\
    table{border-collapse:collapse;font-variant-numeric:tabular-nums}\n\
    th,td{padding:.25rem .6rem;border:1px solid;border-color:rgba(127,127,127,.5);text-align:left;vertical-align:top}\n\
    th{min-width:4em;background:rgba(127,127,127,.12)}td.n{text-align:right}td.n,.wide tr>:first-child:not([colspan]){white-space:nowrap}\n\
    .wide{font-size:12px}\n\
    @media print{body{margin:0;padding:0;max-width:none;font-size:8pt}.wide{font-size:7.5pt}.wide th,.wide td{min-width:0;padding:.2em .4em}\
    .wide tr>:first-child:not([colspan]){min-width:6em;white-space:normal}div{overflow:visible}tr{page-break-inside:avoid}}\n\
    @page{margin:15mm;size:";

/// So many columns fit across a sheet of A4; more take a larger one.
const FITTING: usize = 16;

/// Writes tables under their names.
pub(super) fn write(title: &str, tables: &[Table]) -> Vec<u8> {
    let mut out = String::from(HEAD);
    let paper = if tables.iter().any(is_wide) { "A3" } else { "A4" };
    let style = [STYLE, paper, " landscape}\n</style>\n"].concat();
    for piece in ["<title>", title, "</title>\n", &style, "</head>\n<body>\n<h1>", title, "</h1>\n"] {
        out.push_str(piece);
    }
    tables.iter().filter(|table| !table.rows.is_empty()).for_each(|table| section(&mut out, table));
    out.push_str("</body>\n</html>\n");
    out.into_bytes()
}

fn is_wide(table: &Table) -> bool {
    table.heads.len() > FITTING
}

fn section(out: &mut String, table: &Table) {
    out.push_str("<h2>");
    escape(out, table.name);
    out.push_str(if is_wide(table) { "</h2>\n<div><table class=\"wide\">\n" } else { "</h2>\n<div><table>\n" });
    out.push_str("<thead><tr>");
    for (head, _) in &table.heads {
        out.push_str("<th scope=\"col\">");
        escape(out, head);
        out.push_str("</th>");
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        out.push_str("<tr>");
        match row.as_slice() {
            // A note below a table goes across it.
            [note] => {
                out.push_str("<td colspan=\"");
                out.push_str(&table.heads.len().to_string());
                out.push_str("\">");
                escape(out, note.shown());
                out.push_str("</td>");
            }
            cells => cells.iter().for_each(|one| cell(out, one)),
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table></div>\n");
}

fn cell(out: &mut String, cell: &Cell) {
    let is_text = matches!(cell, Cell::Text(_) | Cell::Empty);
    out.push_str(if is_text { "<td>" } else { "<td class=\"n\">" });
    escape(out, cell.shown());
    out.push_str("</td>");
}

fn escape(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            other => out.push(other),
        }
    }
}
