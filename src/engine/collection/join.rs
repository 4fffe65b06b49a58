//! The reports of a collection as one: everything moved to where it stands in the whole, and numbered on.

use super::bounds::Part;
use crate::document::Document;
use crate::engine::{findings, ledger, order};
use crate::gather::Gather;
use crate::report::{Coverage, Report, Source};
use std::mem::take;

/// How many figures, relations and findings stand before a report.
#[derive(Clone, Copy, Default)]
pub(super) struct Numbers {
    figures: u32,
    relations: u32,
    findings: u32,
}

/// The reports, each with how many of all stand before it.
pub(super) fn numbers(reports: Vec<Report>) -> Vec<(Report, Numbers)> {
    let mut before = Numbers::default();
    let numbered = reports.into_iter().map(|report| {
        let own = before;
        before.figures += report.figures.len() as u32;
        before.relations += report.relations.len() as u32;
        before.findings += report.findings.len() as u32;
        (report, own)
    });
    numbered.gather()
}

/// A report with numbers that go on from those before it.
pub(super) fn numbered((mut report, before): (Report, Numbers)) -> Report {
    if before.figures > 0 {
        report.figures.iter_mut().for_each(|figure| figure.id += before.figures);
        order::renumber(&mut report, &|id| *id += before.figures);
    }
    number_on(&mut report, before);
    report
}

/// Puts the reports behind each other. What is said of a document as a whole, its year, headline amounts and indicators, is
/// said of the first: the department's own.
pub(super) fn join(document: &Document, reports: Vec<Report>) -> Report {
    let count = |things: fn(&Report) -> usize| reports.iter().map(things).sum();
    let (figures, relations) = (count(|r| r.figures.len()), count(|r| r.relations.len()));
    let mut reports = reports.into_iter();
    let mut whole = reports.next().unwrap_or_default();
    whole.figures.reserve(figures);
    whole.relations.reserve(relations);
    reports.for_each(|report| append(&mut whole, report));
    whole.document.text.clone_from(&document.text);
    whole.document.pages = document.pages;
    whole.findings = findings::in_order(take(&mut whole.findings));
    whole
}

/// A report with its places so many units down the text, and its figures said to be of its unit.
pub(super) fn placed(mut report: Report, by: u32, part: &Part) -> Report {
    report.figures.iter_mut().for_each(|figure| figure.scope.clone_from(&part.unit));
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
    report
}

/// Adds a report behind the whole; headline amounts and indicators are those of the first.
fn append(whole: &mut Report, mut next: Report) {
    whole.figures.append(&mut next.figures);
    whole.relations.append(&mut next.relations);
    whole.findings.append(&mut next.findings);
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

/// Gives the relations and findings of a report numbers that go on.
fn number_on(report: &mut Report, before: Numbers) {
    report.relations.iter_mut().for_each(|relation| relation.id += before.relations);
    for finding in &mut report.findings {
        finding.id += before.findings;
        finding.cause.iter_mut().for_each(|cause| *cause += before.findings);
        finding.relation.iter_mut().for_each(|relation| *relation += before.relations);
    }
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
    let (relations, findings) = (whole.relations.len() as u32, whole.findings.len() as u32);
    number_on(&mut claimed, Numbers { figures: 0, relations, findings });
    whole.relations.append(&mut claimed.relations);
    whole.findings.append(&mut claimed.findings);
    whole.findings = findings::in_order(take(&mut whole.findings));
    whole.coverage = ledger::coverage(&whole.figures, whole.excluded.len());
}
