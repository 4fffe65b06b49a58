//! Indicators (指标): the definitions of a pack over what a document gives and what a user typed.
//!
//! Pure, like the check: the same definitions and inputs give the same indicators. A user's inputs take the place of the
//! document's and stay marked as the user's.

mod input;
mod score;
mod value;

use crate::gather::Gather;
use crate::number::Ratio;
use crate::pack::{Definition, Pack};
use crate::relation::may_lie_in;
use crate::report::{Indicator, IndicatorInput, Standing, UserInput, WantedInput};
use input::Reading;
use value::Value;

/// Computes the indicators of a pack that are of the year.
#[must_use]
pub fn calculate(pack: &Pack, inputs: &[IndicatorInput], typed: &[UserInput], year: Option<i32>) -> Vec<Indicator> {
    let of_year = pack.indicators.iter().filter(|definition| definition.is_of(year));
    of_year.map(|definition| indicator(definition, inputs, typed)).gather()
}

fn indicator(definition: &Definition, inputs: &[IndicatorInput], typed: &[UserInput]) -> Indicator {
    let read: Vec<Option<Reading>> = definition.inputs.iter().map(|wanted| Reading::of(wanted, inputs, typed)).gather();
    let found: Vec<Reading> = read.iter().flatten().cloned().gather();
    let absent = || definition.inputs.iter().zip(&read).filter(|(_, read)| read.is_none()).map(|(wanted, _)| wanted);
    let value =
        if found.len() == definition.inputs.len() { Value::of(&definition.formula, &found, definition) } else { None };
    let names: Vec<String> = definition.inputs.iter().map(|wanted| wanted.name.clone()).gather();
    Indicator {
        code: definition.code.clone(),
        name: definition.name.clone(),
        variant: definition.variant.clone(),
        formula: value::formula(definition, &names),
        basis: definition.basis.clone(),
        status: definition.status,
        since: definition.since,
        until: definition.until,
        note: definition.note.clone(),
        direction: definition.direction,
        line: definition.line.map(|line| line.condition(&definition.unit)),
        missing: absent().map(|wanted| wanted.name.clone()).gather(),
        wanted: absent()
            .map(|wanted| WantedInput { key: wanted.key.clone(), name: wanted.name.clone(), unit: wanted.unit.clone() })
            .gather(),
        value: value.and_then(|value| shown(value.point)),
        least: value.and_then(|value| shown(value.least)),
        most: value.and_then(|value| shown(value.most)),
        unit: definition.unit.clone(),
        working: value.and_then(|value| value::working(definition, &found, &shown(value.point)?)),
        score: value.zip(definition.score.as_ref()).and_then(|(value, table)| score::score(value.point, table)),
        standing: value.map_or(Standing::Unknown, |value| standing(definition, value)),
        inputs: found.into_iter().map(|reading| reading.shown).gather(),
    }
}

fn shown(value: Ratio) -> Option<String> {
    value.fixed(2)
}

/// A value asks for attention only where no rounding of its inputs would bring it within the line.
fn standing(definition: &Definition, value: Value) -> Standing {
    match definition.line.map(|line| may_lie_in(value.least, value.most, &line)) {
        None | Some(Some(true)) => Standing::Good,
        Some(Some(false)) => Standing::Attention,
        Some(None) => Standing::Unknown,
    }
}
