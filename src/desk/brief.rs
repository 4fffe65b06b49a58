//! What the desk is told of a checked report (案头摘要).
//!
//! The engine seals it into bytes that the page only hands on: what only the desk draws, the page never has to read.

use super::structure::{Structure, structures};
use crate::aggregate::digest;
use crate::gather::Gather;
use crate::project::{Quotes, key};
use crate::report::{Figure, IndicatorInput, Report, Severity, Total};
use crate::summary::{self, Digest};
use serde::{Deserialize, Serialize};

/// An amount with its value in the base unit, so that amounts in 元 and 万元 can stand side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount {
    /// The line item: `总支出`.
    pub label: String,
    /// Which measure of it: `outturn`, `budget` …
    pub measure: String,
    /// The period it is of.
    pub period: Option<String>,
    /// The amount as printed.
    pub value: String,
    /// Its unit.
    pub unit: String,
    /// The amount in the base unit.
    pub base: String,
    /// The figure it was read from.
    pub figure: u32,
}

/// What the desk is told of a checked report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brief {
    /// What it is known by to what a person did with it.
    pub key: String,
    /// 单位名称, or the title.
    pub name: Option<String>,
    /// The year the report is about.
    pub year: Option<i32>,
    /// The headline amounts.
    pub amounts: Vec<Amount>,
    /// Those of the year before.
    pub earlier: Vec<Amount>,
    /// Headline amounts with parts that were found to add up to them.
    pub structures: Vec<Structure>,
    /// What indicators are computed from.
    pub inputs: Vec<IndicatorInput>,
    /// Where the figures of the inputs stand, for people.
    pub places: Vec<(u32, String)>,
    /// Its findings: how much each weighs, and what it is known by when a person decides about it.
    pub findings: Vec<(Severity, u64)>,
    /// What the summary of many reports needs of it.
    pub digest: Digest,
}

impl Brief {
    /// The brief of a report; `file` is the name of its file.
    #[must_use]
    pub fn of(report: &Report, file: &str) -> Self {
        let document = &report.document;
        let digest = digest(report, file);
        let amounts: Vec<Amount> = report.totals.iter().map(|total| amount(report, total)).gather();
        Self {
            key: key(file, report).to_owned(),
            name: document.organization.clone().or_else(|| document.title.clone()),
            year: document.year,
            earlier: digest.earlier.iter().map(earlier).gather(),
            structures: structures(report, &amounts),
            inputs: report.inputs.clone(),
            places: report.inputs.iter().flat_map(|input| &input.figures).filter_map(|id| place(report, *id)).gather(),
            amounts,
            findings: report.findings.iter().map(|f| f.severity).zip(Quotes::new(report).marks()).gather(),
            digest,
        }
    }

    /// Where a figure of an input stands.
    #[must_use]
    pub fn place(&self, figure: u32) -> Option<&str> {
        self.places.iter().find(|(id, _)| *id == figure).map(|(_, place)| place.as_str())
    }
}

/// A figure by its number.
pub(super) fn find(report: &Report, figure: u32) -> Option<&Figure> {
    report.figures.get(figure as usize).filter(|found| found.id == figure)
}

fn place(report: &Report, figure: u32) -> Option<(u32, String)> {
    Some((figure, find(report, figure)?.place.clone()))
}

fn amount(report: &Report, total: &Total) -> Amount {
    Amount {
        label: total.label.clone(),
        measure: total.measure.clone(),
        period: total.period.clone(),
        value: total.value.clone(),
        unit: total.unit.clone(),
        base: find(report, total.figure).map(|figure| figure.base_value.clone()).unwrap_or_default(),
        figure: total.figure,
    }
}

fn earlier(amount: &summary::Amount) -> Amount {
    Amount {
        label: amount.label.clone(),
        measure: amount.measure.clone(),
        period: Some("previousYear".to_owned()),
        value: amount.value.clone(),
        unit: amount.unit.clone(),
        base: amount.base_value.clone(),
        figure: amount.figure,
    }
}
