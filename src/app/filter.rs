//! The lists as they are shown: narrowed, sorted and counted. Nothing here is stored.

use super::checked::Checked;
use super::order;
use super::state::Tally;
use crate::report::{Finding, Relation, Severity, Verdict};

/// What the lists are narrowed to; none ticked means all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The severities ticked.
    pub severities: Vec<Severity>,
    /// The verdicts ticked.
    pub verdicts: Vec<Verdict>,
    /// The words searched for, in findings and relations.
    pub search: String,
}

impl Filter {
    /// Whether anything is narrowed.
    pub fn is_active(&self) -> bool {
        !self.severities.is_empty() || !self.verdicts.is_empty() || !self.search.trim().is_empty()
    }
}

/// Puts `item` in where it is not, takes it out where it is.
pub fn toggle<T: PartialEq>(list: &mut Vec<T>, item: T) {
    match list.iter().position(|other| *other == item) {
        Some(at) => drop(list.remove(at)),
        None => list.push(item),
    }
}

/// The findings to show, the gravest first, in the order of the document within one severity, each behind its cause.
pub fn findings<'a>(checked: &'a Checked, filter: &Filter) -> Vec<&'a Finding> {
    let found: Vec<&Finding> = checked
        .report
        .findings
        .iter()
        .filter(|finding| filter.severities.is_empty() || filter.severities.contains(&finding.severity))
        .filter(|finding| {
            let texts = [finding.title.as_str(), finding.message.as_str(), finding.code.as_str()];
            matches(&filter.search, &texts)
                || finding.figures.iter().any(|figure| figure_matches(checked, *figure, &filter.search))
        })
        .collect();
    order::by_key(&found, |finding| {
        let lead = finding.cause.and_then(|cause| checked.finding(cause)).unwrap_or(finding);
        let start = lead.spans.first().map_or(0, |(start, _)| *start as usize);
        [lead.severity as usize, start, lead.id as usize, finding.id as usize]
    })
}

/// The relations to show, in the order of the document.
pub fn relations<'a>(checked: &'a Checked, filter: &Filter) -> Vec<&'a Relation> {
    let found: Vec<&Relation> = checked
        .report
        .relations
        .iter()
        .filter(|relation| filter.verdicts.is_empty() || filter.verdicts.contains(&relation.verdict))
        .filter(|relation| {
            matches(&filter.search, &[&relation.formula, &relation.cue])
                || relation
                    .operands
                    .iter()
                    .chain(&relation.result)
                    .any(|figure| figure_matches(checked, *figure, &filter.search))
        })
        .collect();
    order::by_key(&found, |relation| [relation.start as usize, relation.id as usize, 0, 0])
}

/// How many findings weigh so much.
pub fn count(checked: &Checked, severity: Severity) -> usize {
    checked.report.findings.iter().filter(|finding| finding.severity == severity).count()
}

/// How many relations were judged so.
pub fn count_judged(checked: &Checked, verdict: Verdict) -> usize {
    checked.report.relations.iter().filter(|relation| relation.verdict == verdict).count()
}

/// How many figures, or digits that are none, a line of the ledger has.
pub fn count_tally(checked: &Checked, tally: Tally) -> usize {
    use crate::report::FigureStatus::{Conflicting, Single, Unchecked, Verified};
    let coverage = checked.report.coverage;
    match tally {
        Tally::Status(Verified) => coverage.verified,
        Tally::Status(Conflicting) => coverage.conflicting,
        Tally::Status(Single) => coverage.single,
        Tally::Status(Unchecked) => coverage.unchecked,
        Tally::Excluded => coverage.excluded,
    }
}

/// The figures of a line of the ledger, or the places of the digits that are none, in document order.
pub fn tallied(checked: &Checked, tally: Tally) -> Vec<u32> {
    let Tally::Status(status) = tally else { return (0..).zip(&checked.report.excluded).map(|(at, _)| at).collect() };
    checked.report.figures.iter().filter(|figure| figure.status == status).map(|figure| figure.id).collect()
}

fn figure_matches(checked: &Checked, figure: u32, search: &str) -> bool {
    checked.figure(figure).is_some_and(|figure| {
        matches(search, &[&figure.text, figure.label.as_deref().unwrap_or_default(), &figure.place])
    })
}

/// Every word searched for stands in one of the texts. Of letters with two cases a report has English ones at most;
/// all of Unicode's would be tables that the page module has no room for.
fn matches(search: &str, texts: &[&str]) -> bool {
    search.split_whitespace().all(|word| {
        let word = word.to_ascii_lowercase();
        texts.iter().any(|text| text.to_ascii_lowercase().contains(&word))
    })
}
