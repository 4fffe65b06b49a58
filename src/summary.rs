//! The summary object (汇总对象): many checked documents as one table, with the checks that only show across them.
//!
//! Plain data like [`crate::report`], of which it keeps the habits: amounts are strings with exact decimals, keys are camelCase,
//! a key is never renamed or dropped without raising [`VERSION`]. A [`Digest`] is what is kept of each document, small enough
//! for thousands of them; a [`Summary`] is made from digests alone, so that it can be made anew whenever they are regrouped.
//! What is missing is missing and counted, never zero.

mod digest;
mod fingerprint;
mod gist;

pub use digest::{Amount, Digest, Direction, Kind, Ratio, Tally, Transfer};
pub use fingerprint::fingerprint;
pub use gist::Gist;

use crate::report::{Coverage, Pack, RelationKind, Severity, Verdict};
use serde::{Deserialize, Serialize};

/// The version of the shape, raised when a key is renamed or dropped.
pub const VERSION: &str = "1";

/// What a person wants of the summary (汇总选项); everything that it leaves open is recognised.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Grouping {
    /// The unit that amounts are shown in: `万元` (where none is given) or `元`.
    pub unit: Option<String>,
    /// Files put in their place by hand.
    pub assigned: Vec<Assignment>,
    /// Departments that are the sum of others (汇总单位), said by hand.
    pub parents: Vec<Parent>,
}

/// A file put in its place by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Assignment {
    /// [`Digest::hash`].
    pub hash: String,
    /// The department it belongs to; left open, the recognised one.
    pub organization: Option<String>,
    /// What it is; left open, the recognised role.
    pub role: Option<Role>,
}

/// A department that is the sum of others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Parent {
    /// The department that sums up.
    pub organization: String,
    /// All that it sums up, itself (本级) included where it has a report of its own.
    pub members: Vec<String>,
}

/// Many documents as one table (汇总).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// [`VERSION`].
    pub version: String,
    /// The unit that amounts are shown in.
    pub unit: String,
    /// The columns, each with its total.
    pub columns: Vec<Column>,
    /// One row a department, in the order of their first files.
    pub rows: Vec<Row>,
    /// What became of each digest, in the order given.
    pub files: Vec<Member>,
    /// Every relation across documents, judged or not.
    pub checks: Vec<Check>,
    /// What a person should look at, the most severe first.
    pub findings: Vec<CrossFinding>,
    /// The rule pack in force where it was made, if any was.
    pub pack: Option<Pack>,
}

/// A column of the summary (栏目).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Column {
    /// Its stable word: `expenditure`, `executionRate` ….
    pub key: String,
    /// Its Chinese name.
    pub title: String,
    /// What its cells are.
    pub kind: ColumnKind,
    /// The unit of its cells; empty for words.
    pub unit: String,
    /// How the total is computed.
    pub total_by: TotalBy,
    /// The total of what is known; absent where nothing is, and where no total has a meaning.
    pub total: Option<String>,
    /// The sums above and below the line, where the total is a ratio.
    pub fraction: Option<Fraction>,
    /// The columns that it is the ratio of.
    pub ratio: Option<RatioOf>,
    /// The median of what is known.
    pub median: Option<String>,
    /// Rows that have a value.
    pub known: usize,
    /// Rows that have none.
    pub missing: usize,
}

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ColumnKind {
    /// 金额.
    Money,
    /// 数量.
    Count,
    /// 比率.
    Rate,
    /// 分数.
    Points,
    /// 文字.
    Words,
}

/// How the total of a column is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TotalBy {
    /// The exact sum of the cells.
    Sum,
    /// The ratio of the sums (合计之比), never a mean of ratios.
    Ratio,
    /// There is none: points and words do not add up.
    None,
}

/// The columns that a column is the ratio of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RatioOf {
    /// The key of the column above the line.
    pub part: String,
    /// The key of the column below it.
    pub whole: String,
    /// Whether only what the part has more than the whole stands above the line.
    pub less_whole: bool,
}

/// What stands above and below the line of a ratio.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Fraction {
    /// Above the line.
    pub part: String,
    /// Below it.
    pub whole: String,
    /// The unit of both.
    pub unit: String,
}

/// A department (一行).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Row {
    /// 单位名称, or the name of the file where none was recognised.
    pub organization: String,
    /// Whether the name was recognised or given, and is not only that of the file.
    pub is_named: bool,
    /// The year of the row.
    pub year: Option<i32>,
    /// Whether it sums up other rows, and is therefore left out of the totals.
    pub is_parent: bool,
    /// Its files, by their place in [`Summary::files`].
    pub files: Vec<usize>,
    /// One cell a column.
    pub cells: Vec<Cell>,
    /// Findings of its counted files.
    pub findings: Tally,
    /// Those of them that a person dismissed.
    pub dismissed: Tally,
    /// Those of them that a person confirmed.
    pub confirmed: Tally,
    /// The ledgers of its counted files, added.
    pub coverage: Coverage,
}

impl Row {
    /// How many findings a person decided about, of the severity that a column is of.
    #[must_use]
    pub fn decided(&self, key: &str) -> usize {
        self.dismissed.of_column(key) + self.confirmed.of_column(key)
    }
}

/// A cell of the summary.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Cell {
    /// The value in the column's unit; absent where the files do not say it.
    pub value: Option<String>,
    /// Its rank in the column, from 1 for the greatest; equal values have equal ranks.
    pub rank: Option<usize>,
    /// What it is computed from, where it is a ratio.
    pub fraction: Option<Fraction>,
    /// The places it comes from.
    pub spots: Vec<Spot>,
}

/// A place in a document (出处).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Spot {
    /// The document, by its place in [`Summary::files`].
    pub file: usize,
    /// The department, as its row names it.
    pub organization: String,
    /// The figure in its report.
    pub figure: Option<u32>,
    /// Where it stands, for people.
    pub place: String,
    /// The line item.
    pub label: String,
    /// Which measure of it, as [`Amount::measure`] has it.
    pub measure: String,
    /// The number as printed.
    pub value: String,
    /// Its unit as printed.
    pub unit: String,
}

/// What became of a digest (文件归属).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Member {
    /// [`Digest::name`].
    pub name: String,
    /// [`Digest::hash`].
    pub hash: String,
    /// [`Digest::title`].
    pub title: Option<String>,
    /// [`Digest::year`].
    pub year: Option<i32>,
    /// The row it belongs to.
    pub row: usize,
    /// What it is there.
    pub role: Role,
    /// The file that is counted in its stead, where it is a copy or a superseded version.
    pub instead: Option<usize>,
    /// Whether a person put it there.
    pub by_hand: bool,
}

/// What a file is in its department.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// 本年报告.
    #[default]
    Report,
    /// 本年表.
    Tables,
    /// 附件.
    Annex,
    /// 以前年度的报告或表, only compared with.
    Earlier,
    /// 重复文件, not counted.
    Duplicate,
    /// 同一报告的另一版本, not counted.
    Superseded,
    /// 不计入, left out by hand.
    Excluded,
}

/// What kind of check across documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum CheckKind {
    /// 汇总数 = 所属单位之和.
    Parent,
    /// 划转双方所述一致.
    Transfer,
    /// 上年报告的本年数 = 本年报告的上年数.
    Continuity,
    /// 同一单位的各文件一致.
    Own,
    /// 与同组相比.
    Outlier,
}

/// A relation across documents (跨报告勾稽).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Check {
    /// Its number, from 0.
    pub id: usize,
    /// What kind.
    pub kind: CheckKind,
    /// How its two sides are related.
    pub relation: RelationKind,
    /// The line item.
    pub label: String,
    /// The places that it is computed from.
    pub operands: Vec<Spot>,
    /// The place that it is compared with.
    pub result: Option<Spot>,
    /// The working on one line.
    pub formula: String,
    /// `result − operands`, in the unit of the summary.
    pub gap: Option<String>,
    /// How it was judged.
    pub verdict: Verdict,
    /// Why it is unchecked.
    pub reason: Option<String>,
}

/// What a person should look at across documents; it names the places and never who is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CrossFinding {
    /// Its number, from 0.
    pub id: usize,
    /// The warning: `W61` ….
    pub code: String,
    /// How much it weighs.
    pub severity: Severity,
    /// A short name of the fault, in Chinese.
    pub title: String,
    /// The whole working in one copyable Chinese line.
    pub message: String,
    /// The check that failed.
    pub check: usize,
    /// Every place that takes part.
    pub spots: Vec<Spot>,
}
