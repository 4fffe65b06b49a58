//! The ratios that regulations define, what they are computed from, and the rule pack in force (指标、取数、规则包).

use serde::{Deserialize, Serialize};

/// The rule pack in force (规则包): where definitions, warning lines and score tables come from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Pack {
    /// Its stable code: `national`, `hunan`, or what a user's own pack calls itself.
    pub code: String,
    /// Its name.
    pub name: String,
    /// 辖区.
    pub region: String,
    /// The year of its regulation.
    pub year: i32,
    /// 文号.
    pub document: String,
    /// The name of the regulation, in words.
    pub basis: String,
    /// Whether it was held against the regulation's own text.
    pub status: Confirmation,
}

/// Whether something was held against the text of the regulation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Confirmation {
    /// 已核对原文.
    Confirmed,
    /// 参考.
    #[default]
    Reference,
}

/// A ratio that a regulation defines (指标).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Indicator {
    /// `K1` …; variants of one indicator share it.
    pub code: String,
    /// Its Chinese name.
    pub name: String,
    /// Which reading of it (口径): `决算数`; absent for the only or first one.
    pub variant: Option<String>,
    /// Its formula in words.
    pub formula: String,
    /// The regulation it comes from.
    pub basis: String,
    /// Whether the definition was held against the regulation's own text.
    pub status: Confirmation,
    /// The first year it is of.
    pub since: i32,
    /// The last year it is of, where it was replaced.
    pub until: Option<i32>,
    /// What to mind when reading it.
    pub note: Option<String>,
    /// Which way is good.
    pub direction: Direction,
    /// The values that ask for no attention: `≤100%`.
    pub line: Option<String>,
    /// What it is computed from.
    pub inputs: Vec<IndicatorInput>,
    /// The inputs that were not found, by name.
    pub missing: Vec<String>,
    /// The same, with what is needed to ask for them.
    pub wanted: Vec<WantedInput>,
    /// Its value, where all inputs were found, with two decimals.
    pub value: Option<String>,
    /// The least it can be, from the printed places of its inputs.
    pub least: Option<String>,
    /// The most it can be.
    pub most: Option<String>,
    /// The unit of the value.
    pub unit: String,
    /// The working on one line, to be copied.
    pub working: Option<String>,
    /// What the pack's score table gives for it; always 参考.
    pub score: Option<IndicatorScore>,
    /// Whether the value asks for attention.
    pub standing: Standing,
}

/// Which way an indicator is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Direction {
    /// 越低越好.
    Lower,
    /// 越高越好.
    Higher,
    /// 越接近目标越好.
    Target,
}

/// What a score table gives for an indicator (参考得分).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct IndicatorScore {
    /// The points.
    pub value: String,
    /// The points that could be had.
    pub full: String,
    /// The score table in words.
    pub rule: String,
    /// Always 参考: weights and tables differ by year and place.
    pub status: Confirmation,
}

/// An input of an indicator (取数).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct IndicatorInput {
    /// Its stable key: `staff`.
    pub key: String,
    /// Its Chinese name.
    pub name: String,
    /// Its value.
    pub value: String,
    /// The least it can stand for, from its printed places.
    pub least: String,
    /// The most it can stand for.
    pub most: String,
    /// Its unit.
    pub unit: String,
    /// Whose it is.
    pub source: InputSource,
    /// The figure it was read from; the first one, where it was added up.
    pub figure: Option<u32>,
    /// All figures that it was read or added up from.
    pub figures: Vec<u32>,
    /// How it was added up: `203 + 71 = 274`; absent for a single figure.
    pub working: Option<String>,
}

/// Whose an input is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum InputSource {
    /// Read from the document.
    Report,
    /// Typed by the user, in place of the document's or where it has none.
    User,
}

/// An input that was not found, with what is needed to ask for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WantedInput {
    /// Its stable key.
    pub key: String,
    /// Its Chinese name.
    pub name: String,
    /// The unit it is usually given in.
    pub unit: String,
}

/// A value that the user typed (用户填数); it is taken for exact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UserInput {
    /// The key of the input.
    pub key: String,
    /// The number.
    pub value: String,
    /// Its unit.
    pub unit: String,
}

/// Whether an indicator asks for attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Standing {
    /// Within what the regulation wants.
    Good,
    /// Outside it.
    Attention,
    /// Not computable.
    Unknown,
}
