//! Markdown (核查意见): what a person sends on, findings first.

use super::cell::Table;
use super::decided::{self, Decided};
use super::{table, words};
use crate::report::Report;

pub(super) fn write(report: &Report, decided: &[Decided]) -> Vec<u8> {
    let mut out = String::new();
    let title = report.document.title.as_deref().unwrap_or(words::FINDINGS);
    paragraph(&mut out, "# ", title);
    paragraph(&mut out, "", words::NOTICE.1);
    section(&mut out, &table::overview(report, decided));
    paragraph(&mut out, "## ", words::FINDINGS);
    for finding in &report.findings {
        let head = [words::severity(finding.severity), &finding.code, &finding.title].join(" ");
        paragraph(&mut out, "### ", &head);
        paragraph(&mut out, "", &finding.message);
        if let Some(diagnosis) = &finding.diagnosis {
            paragraph(&mut out, "> ", &diagnosis.text);
        }
        let decided = decided::state(decided, finding.id);
        let said = [(words::REMEDY, &finding.remedy), (words::BASIS, &finding.basis), (words::DECIDED, &decided)];
        for (head, words) in said.into_iter().filter(|(_, words)| !words.is_empty()) {
            paragraph(&mut out, "", &[head, "：", words].concat());
        }
    }
    if report.findings.is_empty() {
        paragraph(&mut out, "", words::clean(&report.coverage));
    }
    for table in [table::relations(report), table::indicators(report), table::reading(report)] {
        section(&mut out, &table);
    }
    out.into_bytes()
}

fn paragraph(out: &mut String, mark: &str, words: &str) {
    out.push_str(mark);
    out.push_str(&escaped(words));
    out.push_str("\n\n");
}

/// A table under its name; nothing where it has no rows.
fn section(out: &mut String, table: &Table) {
    if table.rows.is_empty() {
        return;
    }
    paragraph(out, "## ", table.name);
    line(out, table.heads.iter().map(|(head, _)| head.as_str()));
    line(out, table.heads.iter().map(|_| "---"));
    for row in &table.rows {
        line(out, row.iter().map(super::cell::Cell::shown));
    }
    out.push('\n');
}

fn line<'c>(out: &mut String, cells: impl Iterator<Item = &'c str>) {
    out.push('|');
    for cell in cells {
        out.push(' ');
        out.push_str(if cell == "---" { "---".to_owned() } else { escaped(cell) }.as_str());
        out.push_str(" |");
    }
    out.push('\n');
}

/// One line in which nothing is a mark of Markdown or of HTML.
fn escaped(words: &str) -> String {
    let mut out = String::new();
    for c in words.chars() {
        match c {
            '\n' | '\r' | '\t' => out.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out
}
