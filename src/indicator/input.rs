//! The value of an input: the user's where one was typed, else the document's.

use crate::number::Exact;
use crate::number::{Decimal, Dimension, Interval};
use crate::pack::Input;
use crate::report::{IndicatorInput, InputSource, UserInput};
use crate::token::unit_of;

/// An input with what it stands for, in base units; rates as plain numbers.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    /// As the report shows it.
    pub shown: IndicatorInput,
    /// Its value.
    pub value: Decimal,
    /// What it can stand for.
    pub interval: Interval,
}

impl Reading {
    /// Reads an input. What a user typed and cannot be read is no input: the document's would not be what is asked for.
    pub fn of(wanted: &Input, inputs: &[IndicatorInput], typed: &[UserInput]) -> Option<Self> {
        match typed.iter().rev().find(|input| input.key == wanted.key) {
            Some(input) => Self::typed(wanted, input),
            None => inputs.iter().find(|input| input.key == wanted.key).and_then(|input| Self::shown(wanted, input)),
        }
    }

    fn typed(wanted: &Input, input: &UserInput) -> Option<Self> {
        let plain: String = input.value.chars().filter(|c| !c.is_whitespace() && !matches!(c, ',' | '，')).collect();
        let unit = if input.unit.trim().is_empty() { wanted.unit.as_str() } else { input.unit.trim() };
        let shown = IndicatorInput {
            key: wanted.key.clone(),
            name: wanted.name.clone(),
            value: plain.clone(),
            least: plain.clone(),
            most: plain,
            unit: unit.to_owned(),
            source: InputSource::User,
            figure: None,
            figures: Vec::new(),
            working: None,
        };
        Self::shown(wanted, &shown)
    }

    fn shown(wanted: &Input, input: &IndicatorInput) -> Option<Self> {
        let scale = scale(&wanted.unit, &input.unit)?;
        let base = |text: &str| text.parse::<Decimal>().ok()?.times(scale);
        let interval = Interval::new(base(&input.least)?, base(&input.most)?);
        Some(Self { shown: input.clone(), value: base(&input.value)?, interval })
    }

    /// The value with its unit, as it stands in a working.
    pub fn words(&self) -> String {
        [self.shown.value.as_str(), &self.shown.unit].concat()
    }
}

/// How many base units a unit is, where it measures what is wanted; a pack's own unit, 件次, is only itself.
fn scale(wanted: &str, unit: &str) -> Option<Decimal> {
    let (Some(wanted), Some(given)) = (unit_of(wanted), unit_of(unit)) else {
        return (wanted == unit).then_some(Decimal::ONE);
    };
    let part = match given.dimension {
        Dimension::Percent => Decimal::new(1, 2),
        Dimension::PerMille => Decimal::new(1, 3),
        _ => Decimal::ONE,
    };
    let rate = |dimension| matches!(dimension, Dimension::Percent | Dimension::PerMille);
    let alike = wanted.is_like(&given) || rate(wanted.dimension) && rate(given.dimension);
    if alike { given.scale.times(part) } else { None }
}
