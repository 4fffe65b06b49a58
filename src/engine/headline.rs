//! The headline amounts of a report (总体数据), with the share that each part has in its whole.

use crate::catalog::headline::{HEADLINES, Headline};
use crate::fact::{Fact, Facts, Measure};
use crate::number::Dimension;
use crate::number::Exact;
use crate::number::format::{fixed, quotient};
use crate::report::Total;

/// Reads the headline amounts: for each standard item and measure the first place that states it.
pub(super) fn totals(facts: &Facts) -> Vec<Total> {
    let mut out: Vec<(Total, &Headline, Measure)> = Vec::new();
    for headline in HEADLINES {
        for measure in
            [Measure::InitialBudget, Measure::AdjustedBudget, Measure::Budget, Measure::Outturn, Measure::Unstated]
        {
            let states = |f: &Fact| {
                f.is_level()
                    && f.figure.is_plain()
                    && f.figure.unit.dimension == Dimension::Money
                    && f.measure == measure
                    && !f.period.is_past(facts.year)
            };
            let named = facts.of_item(headline.name).iter().filter_map(|id| Some((*id, facts.get(*id)?)));
            let Some((id, fact)) = named.into_iter().find(|(_, fact)| states(fact)) else { continue };
            let total = Total {
                label: headline.name.to_owned(),
                measure: measure.word().unwrap_or("stated").to_owned(),
                period: fact.period.word().or_else(|| facts.year.map(|y| y.to_string())),
                value: fixed(fact.figure.value, fact.figure.places),
                unit: fact.figure.unit.name.clone(),
                figure: id as u32,
                part_of: headline.part_of.map(str::to_owned),
                share: None,
            };
            out.push((total, headline, measure));
        }
    }
    let wholes = out.clone();
    for (total, headline, measure) in &mut out {
        let whole =
            wholes.iter().find(|(t, _, m)| Some(t.label.as_str()) == headline.part_of && m == measure).or_else(|| {
                wholes.iter().find(|(t, _, m)| {
                    Some(t.label.as_str()) == headline.part_of && !m.is_budget() && !measure.is_budget()
                })
            });
        let base = |id: u32| facts.get(id as usize).and_then(|f| f.figure.base());
        let share = whole.and_then(|(w, ..)| {
            quotient(base(total.figure)?, base(w.figure)?)?.times(crate::number::Decimal::ONE_HUNDRED)
        });
        total.share = share.map(|s| fixed(s, 2));
    }
    out.into_iter().map(|(total, ..)| total).collect()
}
