//! How the table of the summary is laid out (汇总表样式), as a project keeps it.

use serde::{Deserialize, Serialize};

/// What a person chose of the summary's table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Layout {
    /// The columns shown, by their keys; none for the usual ones.
    pub columns: Vec<String>,
    /// The departments that stay on top, by their names.
    pub pinned: Vec<String>,
    /// What the rows are sorted by; the order of the files where nothing is said.
    pub sort: Option<Sort>,
    /// What the rows are grouped by.
    pub by: By,
}

/// What rows are sorted by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Sort {
    /// The key of a column; the name of the department where there is none.
    pub key: Option<String>,
    /// Whether the greatest comes first.
    pub is_descending: bool,
}

/// What rows are grouped by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum By {
    /// 年度.
    Year,
    /// 自评等级.
    Grade,
    /// 汇总单位与所属单位.
    Parent,
    /// Not at all; so is what a later version groups by.
    #[default]
    #[serde(other)]
    Nothing,
}

impl By {
    /// All choices.
    pub const EACH: [Self; 4] = [Self::Nothing, Self::Year, Self::Grade, Self::Parent];
}
