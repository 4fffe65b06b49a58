//! The headline amounts of a report (总体数据), with the share that each part has in its whole.

use crate::catalog::headline::{FROM_INPUTS, FURTHER, HEADLINES, Headline};
use crate::fact::{Fact, Facts, Measure};
use crate::gather::Gather;
use crate::number::Exact;
use crate::number::format::{fixed, quotient};
use crate::number::{Decimal, Dimension};
use crate::report::{IndicatorInput, Total};

/// Words of a part of a year: 一季度支出 is not what the year took.
const PARTS_OF_YEAR: [&str; 4] = ["季度", "半年", "月份", "月底"];

/// Reads the headline amounts: for each standard item and measure the first place that states it, then what the inputs of
/// indicators have beyond that.
pub(super) fn totals(facts: &Facts, inputs: &[IndicatorInput]) -> Vec<Total> {
    let mut out: Vec<Total> = Vec::new();
    for headline in HEADLINES.iter().chain(FURTHER) {
        for measure in
            [Measure::InitialBudget, Measure::AdjustedBudget, Measure::Budget, Measure::Outturn, Measure::Unstated]
        {
            out.extend(stated(facts, headline, measure));
        }
    }
    for (key, measure, part_of) in FROM_INPUTS {
        let input = inputs.iter().find(|input| input.key == *key);
        // What was added up from several figures has no place of its own.
        let Some((input, figure)) = input.and_then(|input| Some((input, one(&input.figures)?))) else { continue };
        let Some(fact) = facts.get(figure as usize) else { continue };
        if out.iter().all(|total| total.figure != figure) {
            out.push(total(facts, fact, figure, &input.name, measure, *part_of));
        }
    }
    let same = said_again(facts, &out);
    out.retain(|total| !same.contains(&total.figure));
    let shares: Vec<Option<String>> = out.iter().map(|total| share(facts, &out, total)).gather();
    for (total, share) in out.iter_mut().zip(shares) {
        total.share = share;
    }
    out
}

/// 决算表中基本支出700万元，文中基本支出700万元: the figures of items whose outturn is stated in so many words elsewhere.
fn said_again(facts: &Facts, all: &[Total]) -> Vec<u32> {
    let base = |total: &Total| facts.get(total.figure as usize).and_then(|fact| fact.figure.base());
    let spent = |total: &Total, other: &Total| {
        other.measure == "outturn" && other.label == total.label && base(other) == base(total)
    };
    let again = all.iter().filter(|total| total.measure == "stated" && all.iter().any(|other| spent(total, other)));
    again.map(|total| total.figure).gather()
}

fn one(figures: &[u32]) -> Option<u32> {
    figures.first().copied().filter(|_| figures.len() == 1)
}

/// The first place of the text that states an item in a measure.
fn stated(facts: &Facts, headline: &Headline, measure: Measure) -> Option<Total> {
    let states = |f: &Fact| {
        f.is_level()
            && f.figure.is_plain()
            && f.figure.unit.dimension == Dimension::Money
            && f.measure == measure
            && !f.period.is_past(facts.year)
            && !PARTS_OF_YEAR.iter().any(|part| f.left.contains(part))
    };
    let named = facts.of_item(headline.name).iter().filter_map(|id| Some((*id, facts.get(*id)?)));
    let (id, fact) = named.into_iter().find(|(_, fact)| states(fact))?;
    Some(total(facts, fact, id as u32, headline.name, measure.word().unwrap_or("stated"), headline.part_of))
}

fn total(facts: &Facts, fact: &Fact, figure: u32, label: &str, measure: &str, part_of: Option<&str>) -> Total {
    Total {
        label: label.to_owned(),
        measure: measure.to_owned(),
        period: fact.period.word().or_else(|| facts.year.map(|y| y.to_string())),
        value: fixed(fact.figure.value, fact.figure.places),
        unit: fact.figure.unit.name.clone(),
        figure,
        part_of: part_of.map(str::to_owned),
        share: None,
    }
}

/// What a part has of its whole in per cent: of the whole in its own measure, else of what is no budget either.
fn share(facts: &Facts, all: &[Total], part: &Total) -> Option<String> {
    let is_budget = |total: &Total| matches!(total.measure.as_str(), "initialBudget" | "adjustedBudget" | "budget");
    let is_whole = |total: &&Total| Some(&total.label) == part.part_of.as_ref();
    let whole = all
        .iter()
        .filter(is_whole)
        .find(|total| total.measure == part.measure)
        .or_else(|| all.iter().filter(is_whole).find(|total| !is_budget(total) && !is_budget(part)))?;
    let base = |total: &Total| facts.get(total.figure as usize).and_then(|fact| fact.figure.base());
    let share = quotient(base(part)?, base(whole)?)?.times(Decimal::ONE_HUNDRED)?;
    Some(fixed(share, 2))
}
