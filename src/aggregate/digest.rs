//! A checked document → its digest (报告摘要).

mod identity;
mod members;
mod transfer;
mod words;

use super::amount::{Amounts, is_like, is_money};
use crate::catalog::headline::HEADLINES;
use crate::fact::normalize as item;
use crate::gather::Gather;
use crate::report::{Figure, Report, Total};
use crate::summary::{Amount, Digest, Kind, Ratio, Tally, VERSION, fingerprint};
use words::Words;

pub(super) use identity::normalize;

/// What the summary needs of a checked document; `name` is that of its file.
#[must_use]
pub fn digest(report: &Report, name: &str) -> Digest {
    let amounts = Amounts::new(report);
    let words = Words::new(report);
    let kind = identity::kind(report, name);
    let is_compared = |total: &&Total| HEADLINES.iter().any(|headline| headline.name == total.label);
    let compared = report.totals.iter().filter(is_compared);
    let mut totals: Vec<Amount> = compared.filter_map(|t| amounts.of(t.figure, &t.label, &t.measure)).gather();
    let mut restated = Vec::new();
    for amount in own(report, &amounts) {
        let is_told = totals.iter().any(|told| is_like(told, &amount));
        if kind == Kind::Tables && !is_told {
            totals.push(amount);
        } else if !totals.iter().chain(&restated).any(|t| is_like(t, &amount) && t.base_value == amount.base_value) {
            restated.push(amount);
        }
    }
    Digest {
        version: VERSION.to_owned(),
        name: name.to_owned(),
        organization: identity::organization(report, name),
        title: identity::title(report),
        year: report.document.year,
        kind,
        hash: format!("{:032x}", fingerprint(&report.document.text)),
        characters: report.document.characters,
        restated,
        earlier: earlier(report, &amounts),
        transfers: transfer::transfers(&words, &amounts),
        members: members::members(&report.document.text),
        indicators: ratios(report),
        staff: words.staff(&amounts),
        quota: words.quota(&amounts),
        score: words.score(&amounts),
        grade: words.grade().map(str::to_owned),
        findings: Tally::of(report),
        dismissed: Tally::default(),
        confirmed: Tally::default(),
        coverage: report.coverage,
        totals,
    }
}

/// What the document says of the headline items of the year before, each once.
fn earlier(report: &Report, amounts: &Amounts) -> Vec<Amount> {
    let before = report.document.year.map(|year| (year - 1).to_string());
    let is_before = |figure: &Figure| {
        let period = figure.period.as_deref();
        period == Some("previousYear") || period.is_some() && period == before.as_deref()
    };
    let mut out: Vec<Amount> = Vec::new();
    for amount in headlines(report, amounts, &is_before) {
        if !out.iter().any(|told| (&told.label, &told.measure) == (&amount.label, &amount.measure)) {
            out.push(amount);
        }
    }
    out
}

/// What the document says of the headline items of its own year, in words and cells.
fn own(report: &Report, amounts: &Amounts) -> Vec<Amount> {
    let year = report.document.year.map(|year| year.to_string());
    let is_own = |figure: &Figure| {
        let period = figure.period.as_deref();
        period.is_none_or(|period| period == "currentYear" || Some(period) == year.as_deref())
    };
    headlines(report, amounts, &is_own)
}

/// The stated amounts of headline items whose figures pass a test.
fn headlines(report: &Report, amounts: &Amounts, test: &dyn Fn(&Figure) -> bool) -> Vec<Amount> {
    let is_level = |figure: &&Figure| {
        matches!(figure.role.as_str(), "level" | "to" | "base") && is_money(&figure.base_unit) && test(figure)
    };
    let amount = |figure: &Figure| {
        // The label of a cell is that of its row, then that of its column.
        let label = item(figure.label.as_deref()?.split(' ').next()?);
        let is_headline = HEADLINES.iter().any(|headline| headline.name == label);
        is_headline.then(|| amounts.of(figure.id, &label, figure.measure.as_deref().unwrap_or("stated"))).flatten()
    };
    report.figures.iter().filter(is_level).filter_map(amount).gather()
}

fn ratios(report: &Report) -> Vec<Ratio> {
    let ratio = |indicator: &crate::report::Indicator| {
        Some(Ratio {
            code: indicator.code.clone(),
            name: indicator.name.clone(),
            value: indicator.value.clone()?,
            unit: indicator.unit.clone(),
        })
    };
    report.indicators.iter().filter_map(ratio).gather()
}
