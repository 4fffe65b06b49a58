//! What is read from files, in words for the eye: `cargo run --example read -- FILE…` prints the text, then each table cell by
//! cell, then what the reader has to say, and last how many relations were judged how, and every finding. How long the reading
//! took goes to the error output.

use gouji::document::{Document, cell_name};
use gouji::reader::{Limits, Session};
use std::time::Instant;

fn show(document: &Document) {
    println!("{}", document.text);
    let text = |start: u32, end: u32| document.text.get(start as usize..end as usize).unwrap_or("");
    for table in &document.tables {
        println!(
            "-- {:?} {:?} {:?} {}×{}, {} header rows",
            table.title, table.unit, table.place, table.rows, table.columns, table.header_rows
        );
        let (top, left) = table.corner.unwrap_or_default();
        for cell in &table.cells {
            let span = format!("{}×{}", cell.row_span, cell.column_span);
            let words = text(cell.span.start, cell.span.end);
            println!(
                "{:8} {span:4} {words}{}",
                cell_name(top + cell.row, left + cell.column),
                cell.stored.as_ref().map_or(String::new(), |s| format!("  [{s}]"))
            );
        }
    }
    for remark in &document.remarks {
        println!("!! {:?} {} {}", remark.level, remark.code, remark.message);
    }
}

fn judge(document: &Document) {
    let report = gouji::check_document(document);
    let mut verdicts = std::collections::BTreeMap::new();
    for relation in &report.relations {
        *verdicts.entry((relation.cue.clone(), format!("{:?}", relation.verdict))).or_insert(0_u32) += 1;
    }
    println!("== {} figures, {} relations: {verdicts:?}", report.figures.len(), report.relations.len());
    for finding in &report.findings {
        println!("== {:?} {} {} {}", finding.severity, finding.code, finding.title, finding.message);
    }
}

fn main() {
    for file in std::env::args().skip(1) {
        let Ok(bytes) = std::fs::read(&file) else {
            println!("{file}: cannot be opened");
            continue;
        };
        let mut go_on = |_| true;
        let began = Instant::now();
        match gouji::read(&file, &bytes, &mut Session::new(Limits::default(), &mut go_on)) {
            Ok(document) => {
                eprintln!("{file}: read in {:?}", began.elapsed());
                show(&document);
                judge(&document);
            }
            Err(error) => println!("{file}: {} {error}", error.code()),
        }
    }
}
