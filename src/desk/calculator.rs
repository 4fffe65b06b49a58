//! The calculator (测算): the indicators of a pack over what a report gives and what the user typed.
//!
//! What was typed stays apart from the report's and can be taken back, one by one or all at once.

use super::brief::Brief;
use crate::gather::{Gather, SortedMap};
use crate::indicator::calculate;
use crate::pack::{Input, Pack};
use crate::report::{Indicator, IndicatorInput, InputSource, Standing, UserInput};

/// What the user typed, by the key of the input, as it stands in the field.
pub type Typed = SortedMap<String, String>;

/// Which indicators are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Narrowed {
    /// All.
    #[default]
    All,
    /// Those with a value.
    Computed,
    /// Those that lack something.
    Lacking,
    /// Those whose value asks for attention.
    Attention,
}

impl Narrowed {
    /// All choices.
    pub const EACH: [Self; 4] = [Self::All, Self::Computed, Self::Lacking, Self::Attention];

    /// Whether an indicator is listed.
    #[must_use]
    pub fn has(self, indicator: &Indicator) -> bool {
        match self {
            Self::All => true,
            Self::Computed => indicator.value.is_some(),
            Self::Lacking => indicator.value.is_none(),
            Self::Attention => indicator.standing == Standing::Attention,
        }
    }
}

/// An indicator with its inputs in the order of its formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The indicator, with what was typed.
    pub indicator: Indicator,
    /// Its inputs.
    pub cells: Vec<Cell>,
}

/// An input of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What is wanted.
    pub wanted: Input,
    /// What the report gives for it.
    pub reported: Option<IndicatorInput>,
    /// What the user typed in its place.
    pub typed: Option<String>,
    /// Whether what was typed is a number of a unit that fits.
    pub is_read: bool,
}

/// The rows of a document by a pack.
#[must_use]
pub fn rows(pack: &Pack, brief: &Brief, typed: &Typed) -> Vec<Row> {
    let given: Vec<UserInput> =
        typed.iter().map(|(key, text)| user_input(key, unit_of(pack, brief, key), text)).gather();
    let definitions = pack.indicators.iter().filter(|definition| definition.is_of(brief.year));
    let indicators = calculate(pack, &brief.inputs, &given, brief.year);
    let cell = |wanted: &Input, indicator: &Indicator| Cell {
        wanted: wanted.clone(),
        reported: brief.inputs.iter().find(|input| input.key == wanted.key).cloned(),
        typed: typed.get(&wanted.key).cloned(),
        is_read: indicator.inputs.iter().any(|input| input.key == wanted.key && input.source == InputSource::User),
    };
    let row = |(wanted, indicator): (&Vec<Input>, Indicator)| Row {
        cells: wanted.iter().map(|wanted| cell(wanted, &indicator)).gather(),
        indicator,
    };
    definitions.map(|definition| &definition.inputs).zip(indicators).map(row).gather()
}

impl Row {
    /// The inputs that the user typed.
    pub fn typed(&self) -> impl Iterator<Item = &IndicatorInput> {
        self.indicator.inputs.iter().filter(|input| input.source == InputSource::User)
    }

    /// Its name with its variant.
    #[must_use]
    pub fn name(&self) -> String {
        match &self.indicator.variant {
            Some(variant) => [&self.indicator.name, "（", variant, "）"].concat(),
            None => self.indicator.name.clone(),
        }
    }
}

/// The unit of an input where the user writes none: the report's, else the usual one.
fn unit_of<'a>(pack: &'a Pack, brief: &'a Brief, key: &str) -> &'a str {
    let reported = brief.inputs.iter().find(|input| input.key == key).map(|input| input.unit.as_str());
    let usual = || pack.indicators.iter().flat_map(|definition| &definition.inputs).find(|input| input.key == key);
    reported.or_else(|| usual().map(|input| input.unit.as_str())).unwrap_or_default()
}

/// What stands in a field as number and unit: `1,200.5`, `３０人`, `1.2 亿元`.
fn user_input(key: &str, usual: &str, text: &str) -> UserInput {
    let plain: String = text.chars().map(folded).filter(|c| !c.is_whitespace() && *c != ',').collect();
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-');
    let value: String = plain.chars().take_while(|c| is_number(*c)).collect();
    let unit: String = plain.chars().skip_while(|c| is_number(*c)).collect();
    UserInput { key: key.to_owned(), value, unit: if unit.is_empty() { usual.to_owned() } else { unit } }
}

/// Full-width digits and signs as their plain forms.
fn folded(c: char) -> char {
    match c {
        '０'..='９' | '．' | '－' | '％' | '，' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '−' => '-',
        _ => c,
    }
}
