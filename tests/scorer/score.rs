//! Recall, errors found and false alarms.

use super::Case;
use super::labels::Label;
use super::value::{Printed, Values};
use gouji::report::{Finding, Relation, Report, Severity, Verdict};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// How many were found of how many.
#[derive(Default)]
pub struct Found {
    /// Found.
    pub found: usize,
    /// Of these.
    pub all: usize,
}

impl Found {
    /// One more, found or not.
    pub fn count(&mut self, found: bool) {
        self.all += 1;
        self.found += usize::from(found);
    }

    /// The part found, of 1000.
    pub fn per_mille(&self) -> usize {
        (self.found * 1000).checked_div(self.all).unwrap_or(1000)
    }
}

/// The score of many texts.
#[derive(Default)]
pub struct Score {
    kinds: BTreeMap<String, Found>,
    relations: Found,
    errors: Found,
    missed: Vec<String>,
    /// Findings that touch no failing relation.
    pub false_alarms: Vec<String>,
}

impl Score {
    /// Compares one report with the labels of its text.
    pub fn add(&mut self, case: &Case, report: &Report) {
        let relations: Vec<(&Relation, Values)> =
            report.relations.iter().map(|relation| (relation, values_of(report, &figures_of(relation)))).collect();
        let alarms = alarms(report);
        let labels: Vec<(&Label, Values)> = case
            .labels
            .iter()
            .map(|label| (label, label.values()))
            .filter(|(_, values)| !values.0.is_empty())
            .collect();
        for (label, values) in &labels {
            let alarmed = !label.holds && alarms.iter().any(|alarm| values.touches(&alarm.values));
            let found = alarmed || relations.iter().any(|(relation, over)| is_of(label, values, relation, over));
            self.kinds.entry(label.kind.clone()).or_default().count(found);
            self.relations.count(found);
            if !label.holds {
                self.errors.count(alarmed);
            }
            let what = if label.holds || alarmed { "missed" } else { "ERROR NOT FOUND" };
            if !found || what != "missed" {
                self.missed
                    .push(format!("{what}  {} {} {:?} -> {:?}", case.name, label.kind, label.operands, label.result));
            }
        }
        for alarm in alarms.iter().filter(|alarm| alarm.is_arithmetic) {
            if !labels.iter().any(|(label, values)| !label.holds && values.touches(&alarm.values)) {
                self.false_alarms.push(format!("false alarm  {} {} {}", case.name, alarm.code, alarm.message));
            }
        }
    }

    /// Relations found, of 1000.
    pub fn recall(&self) -> usize {
        self.relations.per_mille()
    }

    /// Failing relations found, of 1000.
    pub fn errors_found(&self) -> usize {
        self.errors.per_mille()
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in self.missed.iter().chain(&self.false_alarms) {
            writeln!(f, "{line}")?;
        }
        for (kind, found) in &self.kinds {
            writeln!(f, "  {kind:11} {:4} / {:4}", found.found, found.all)?;
        }
        write!(
            f,
            "recall {} / {} = {}‰  errors found {} / {}  false alarms {}",
            self.relations.found,
            self.relations.all,
            self.recall(),
            self.errors.found,
            self.errors.all,
            self.false_alarms.len()
        )
    }
}

/// An error or suspect finding.
pub struct Alarm {
    /// The values of its figures and of its relation's.
    pub values: Values,
    /// The ids of those figures.
    pub figures: BTreeSet<u32>,
    /// The figure its diagnosis names.
    pub blamed: Option<u32>,
    /// It speaks of a relation or of two values; otherwise of wording.
    pub is_arithmetic: bool,
    code: String,
    /// What it says, its diagnosis behind it.
    pub message: String,
}

/// The error and suspect findings of a report; what hangs under a finding is one alarm with it.
pub fn alarms(report: &Report) -> Vec<Alarm> {
    let told: Vec<&Finding> = report
        .findings
        .iter()
        .filter(|finding| matches!(finding.severity, Severity::Error | Severity::Suspect))
        .collect();
    let leads = told.iter().filter(|finding| finding.cause.is_none());
    leads.map(|lead| alarm(report, lead, told.iter().filter(|other| other.cause == Some(lead.id)))).collect()
}

fn alarm<'a>(report: &Report, lead: &'a Finding, under: impl Iterator<Item = &'a &'a Finding>) -> Alarm {
    let all: Vec<&Finding> = std::iter::once(lead).chain(under.copied()).collect();
    let of_relation = |finding: &&Finding| {
        let relation = report.relations.iter().find(|relation| Some(relation.id) == finding.relation);
        relation.map(figures_of).unwrap_or_default()
    };
    let figures: BTreeSet<u32> =
        all.iter().flat_map(|finding| finding.figures.iter().copied().chain(of_relation(finding))).collect();
    let values = values_of(report, &figures);
    let mut message = all.iter().map(|finding| finding.message.as_str()).collect::<Vec<_>>().join("；");
    if let Some(diagnosis) = &lead.diagnosis {
        message = format!("{message}；{}", diagnosis.text);
    }
    Alarm {
        is_arithmetic: lead.relation.is_some() || values.0.len() >= 2,
        blamed: lead.diagnosis.as_ref().and_then(|diagnosis| diagnosis.figure),
        code: lead.code.clone(),
        message,
        values,
        figures,
    }
}

fn figures_of(relation: &Relation) -> BTreeSet<u32> {
    relation.operands.iter().copied().chain(relation.result).collect()
}

fn values_of(report: &Report, ids: &BTreeSet<u32>) -> Values {
    let figures = report.figures.iter().filter(|figure| ids.contains(&figure.id));
    figures
        .filter_map(|figure| Printed::read(&figure.text))
        .map(|printed| printed.value)
        .collect::<Values>()
        .without_zero()
}

/// Whether the report's relation is the labelled one.
fn is_of(label: &Label, values: &Values, relation: &Relation, over: &Values) -> bool {
    let same_kind = || serde_json::to_value(relation.kind).is_ok_and(|kind| kind == label.kind.as_str());
    let wider = || {
        values.0.is_subset(&over.0)
            && (over.0.len() <= values.0.len() + 1 || (label.kind != "sum" && label.kind != "product" && same_kind()))
    };
    relation.verdict != Verdict::Unchecked && (values == over || wider())
}
