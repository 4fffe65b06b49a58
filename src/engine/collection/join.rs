//! The reports of a collection as one: everything moved to where it stands in the whole, and numbered on.

use super::bounds::Part;
use crate::document::Document;
use crate::engine::{findings, ledger, order};
use crate::gather::Gather;
use crate::report::{Coverage, Report, Source};
use crate::text::SourceText;
use std::mem::take;

/// Puts the reports behind each other. What is said of a document as a whole, its year, headline amounts and indicators, is
/// said of the first: the department's own.
pub(super) fn join(document: &Document, parts: &[Part], reports: Vec<Report>) -> Report {
    let source = SourceText::new(document.text.as_str());
    let mut whole = Report::default();
    let count = |things: fn(&Report) -> usize| reports.iter().map(things).sum();
    let (figures, relations) = (count(|r| r.figures.len()), count(|r| r.relations.len()));
    for (at, (part, mut report)) in parts.iter().zip(reports).enumerate() {
        shift(&mut report, source.utf16_from_byte(part.span.start));
        report.figures.iter_mut().for_each(|figure| figure.scope.clone_from(&part.unit));
        if at == 0 {
            whole = report;
            whole.figures.reserve(figures);
            whole.relations.reserve(relations);
        } else {
            append(&mut whole, report);
        }
    }
    whole.document.text.clone_from(&document.text);
    whole.document.pages = document.pages;
    whole.findings = findings::in_order(take(&mut whole.findings));
    whole
}

/// Moves the places of a report so many units down the text.
fn shift(report: &mut Report, by: u32) {
    let mut places: Vec<&mut u32> = Vec::new();
    for table in &mut report.document.tables {
        places.extend(table.cells.iter_mut().flat_map(|cell| [&mut cell.start, &mut cell.end]));
    }
    places.extend(report.figures.iter_mut().flat_map(|figure| [&mut figure.start, &mut figure.end]));
    places.extend(report.excluded.iter_mut().flat_map(|excluded| [&mut excluded.start, &mut excluded.end]));
    places.extend(report.relations.iter_mut().flat_map(|relation| [&mut relation.start, &mut relation.end]));
    let spans = report.findings.iter_mut().flat_map(|finding| &mut finding.spans);
    let spans = spans.chain(report.reading.iter_mut().filter_map(|note| note.span.as_mut()));
    places.extend(spans.flat_map(|(start, end)| [start, end]));
    places.into_iter().for_each(|place| *place += by);
}

/// Numbers a report on from where the whole ends, and adds it; headline amounts and indicators are those of the first.
fn append(whole: &mut Report, mut next: Report) {
    let figures = whole.figures.len() as u32;
    next.figures.iter_mut().for_each(|figure| figure.id += figures);
    order::renumber(&mut next, &|id| *id += figures);
    number_on(whole, &mut next);
    whole.figures.append(&mut next.figures);
    whole.excluded.append(&mut next.excluded);
    whole.reading.append(&mut next.reading);
    whole.document.tables.append(&mut next.document.tables);
    whole.document.characters += next.document.characters;
    whole.document.paragraphs += next.document.paragraphs;
    for (unit, places) in take(&mut next.document.precision) {
        whole.document.precision.entry(unit).or_insert(places);
    }
    add_coverage(&mut whole.coverage, &next.coverage);
}

/// Adds the relations and findings of a report with numbers that go on.
fn number_on(whole: &mut Report, next: &mut Report) {
    let (relations, findings) = (whole.relations.len() as u32, whole.findings.len() as u32);
    next.relations.iter_mut().for_each(|relation| relation.id += relations);
    for finding in &mut next.findings {
        finding.id += findings;
        finding.cause.iter_mut().for_each(|cause| *cause += findings);
        finding.relation.iter_mut().for_each(|relation| *relation += relations);
    }
    whole.relations.append(&mut next.relations);
    whole.findings.append(&mut next.findings);
}

fn add_coverage(all: &mut Coverage, one: &Coverage) {
    all.figures += one.figures;
    all.verified += one.verified;
    all.conflicting += one.conflicting;
    all.single += one.single;
    all.unchecked += one.unchecked;
    all.excluded += one.excluded;
}

/// Adds what a person stated, judged on the document as a whole, whose figures stand at the same places.
pub(super) fn add_claimed(whole: &mut Report, mut claimed: Report) {
    let starts: Vec<u32> = whole.figures.iter().map(|figure| figure.start).gather();
    let same = |id: u32| {
        let start = claimed.figures.get(id as usize)?.start;
        starts.binary_search(&start).ok().map(|at| at as u32)
    };
    let same: Vec<Option<u32>> = (0..claimed.figures.len() as u32).map(same).gather();
    let of = |id: u32| same.get(id as usize).copied().flatten();
    // Where a report reads a figure otherwise than the whole does, there is none to say it of.
    let is_found = claimed.relations.iter().all(|r| r.operands.iter().chain(&r.result).all(|id| of(*id).is_some()));
    if !is_found {
        return;
    }
    order::renumber(&mut claimed, &|id| *id = of(*id).unwrap_or(*id));
    for relation in claimed.relations.iter().filter(|relation| relation.source == Source::User) {
        let status = ledger::of_relation(relation.kind, relation.verdict);
        for id in relation.operands.iter().chain(&relation.result) {
            if let Some(figure) = whole.figures.get_mut(*id as usize) {
                figure.status = ledger::graver(figure.status, status);
            }
        }
    }
    number_on(whole, &mut claimed);
    whole.findings = findings::in_order(take(&mut whole.findings));
    whole.coverage = ledger::coverage(&whole.figures, whole.excluded.len());
}
