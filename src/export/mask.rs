//! Personal details starred out (脱敏): what the findings of W43 point at, wherever it stands in the report.

use super::decided::Decided;
use crate::gather::Gather;
use crate::report::{PERSONAL, Report};

/// The report and what was decided about it without them. Every star stands for one UTF-16 code unit, so that all places stay
/// where they are.
pub(super) fn masked(report: &Report, decided: &[Decided]) -> (Report, Vec<Decided>) {
    let units: Vec<u16> = report.document.text.encode_utf16().gather();
    let spans = report.findings.iter().filter(|finding| finding.code == PERSONAL).flat_map(|finding| &finding.spans);
    let mut details: Vec<String> = spans
        .filter_map(|(start, end)| units.get(usize::try_from(*start).ok()?..usize::try_from(*end).ok()?))
        .map(String::from_utf16_lossy)
        .filter(|detail| !detail.trim().is_empty())
        .gather();
    // A longer one first: a shorter one may be a part of it.
    crate::order::by_key(&mut details, |detail| std::cmp::Reverse(detail.len()));
    let (mut out, mut decided) = (report.clone(), decided.to_vec());
    for detail in &details {
        let stars = "*".repeat(detail.encode_utf16().count());
        for words in words_of(&mut out).into_iter().chain(decided.iter_mut().map(|decided| &mut decided.reason)) {
            if words.contains(detail.as_str()) {
                *words = words.replace(detail.as_str(), &stars);
            }
        }
    }
    (out, decided)
}

/// Every string of the report that may hold words of the document.
fn words_of(report: &mut Report) -> Vec<&mut String> {
    let document = &mut report.document;
    let mut out = vec![&mut document.text];
    out.extend(document.title.iter_mut().chain(&mut document.organization));
    out.extend(document.tables.iter_mut().flat_map(|table| {
        let stored = table.cells.iter_mut().filter_map(|cell| cell.stored.as_mut());
        table.title.iter_mut().chain(std::iter::once(&mut table.place)).chain(stored)
    }));
    out.extend(report.reading.iter_mut().map(|note| &mut note.message));
    out.extend(report.figures.iter_mut().flat_map(|figure| {
        [&mut figure.text, &mut figure.value, &mut figure.base_value, &mut figure.place]
            .into_iter()
            .chain(&mut figure.label)
    }));
    out.extend(report.excluded.iter_mut().map(|excluded| &mut excluded.text));
    for relation in &mut report.relations {
        out.push(&mut relation.formula);
        out.extend([&mut relation.stated, &mut relation.computed, &mut relation.gap].into_iter().flatten());
        let rows = relation.working.iter_mut().flat_map(|working| &mut working.rows);
        out.extend(rows.flat_map(|row| [&mut row.label, &mut row.place]));
    }
    out.extend(report.findings.iter_mut().flat_map(|finding| {
        [&mut finding.message, &mut finding.title].into_iter().chain(finding.diagnosis.iter_mut().map(|d| &mut d.text))
    }));
    out
}
