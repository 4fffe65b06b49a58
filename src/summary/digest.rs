//! What is kept of each checked document (报告摘要), small enough for thousands of them.

use crate::report::{Coverage, Report, Severity};
use serde::{Deserialize, Serialize};

/// What the summary needs of one checked document (报告摘要).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Digest {
    /// [`super::VERSION`].
    pub version: String,
    /// The name of its file; empty for a text.
    pub name: String,
    /// 单位名称, from its own line, the title or the name of the file.
    pub organization: Option<String>,
    /// 标题.
    pub title: Option<String>,
    /// The year it is about.
    pub year: Option<i32>,
    /// What kind of document it is.
    pub kind: Kind,
    /// A hash of its characters without blanks, in hexadecimal: equal for copies, whatever their format.
    pub hash: String,
    /// Characters in the text.
    pub characters: usize,
    /// The headline amounts of its own year.
    pub totals: Vec<Amount>,
    /// Other amounts that it states of the same items: rounded, in other places, of another scope.
    pub restated: Vec<Amount>,
    /// What it says of the year before (上年数).
    pub earlier: Vec<Amount>,
    /// What it says it gave to or got from other units.
    pub transfers: Vec<Transfer>,
    /// The units whose figures it says it holds (汇总范围).
    pub members: Vec<String>,
    /// Its indicators that have a value.
    pub indicators: Vec<Ratio>,
    /// 在职人数.
    pub staff: Option<Amount>,
    /// 编制数.
    pub quota: Option<Amount>,
    /// 自评得分.
    pub score: Option<Amount>,
    /// 自评等级, in the text's word.
    pub grade: Option<String>,
    /// Its own findings, counted.
    pub findings: Tally,
    /// Those of them that a person dismissed (忽略此处).
    pub dismissed: Tally,
    /// Those of them that a person confirmed (确认有误).
    pub confirmed: Tally,
    /// Its ledger of figures.
    pub coverage: Coverage,
}

/// What kind of document a file is (文件类别).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Kind {
    /// 部门整体支出绩效自评报告, or another report in words.
    #[default]
    Report,
    /// 表: mostly cells.
    Tables,
    /// 附件: a report of a project, or a paper about something else.
    Annex,
}

/// An amount of a document, with what is needed to compare it and to find it again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Amount {
    /// The standard line item: `总支出`.
    pub label: String,
    /// Which measure of it: `outturn`, `initialBudget` … or `stated`.
    pub measure: String,
    /// The number as printed.
    pub value: String,
    /// Its unit as printed.
    pub unit: String,
    /// The number in the base unit.
    pub base_value: String,
    /// The base unit.
    pub base_unit: String,
    /// How far it may be off at the precision of its document, in the base unit.
    pub document_margin: String,
    /// How far it may be off at its own last place, in the base unit.
    pub printed_margin: String,
    /// The figure in the report.
    pub figure: u32,
    /// Where it stands, for people.
    pub place: String,
}

/// Money that a document says went from one unit to another (划转).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Transfer {
    /// Whether the document's own unit gave or got it.
    pub direction: Direction,
    /// The word for it: 下划, 调减, 上缴, 拨付 ….
    pub verb: String,
    /// The other unit, as the text names it.
    pub counterpart: String,
    /// How much.
    pub amount: Amount,
}

/// Which way money went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Direction {
    /// To the other unit.
    Given,
    /// From the other unit.
    Received,
}

/// An indicator of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Ratio {
    /// `K1` ….
    pub code: String,
    /// Its Chinese name.
    pub name: String,
    /// Its value.
    pub value: String,
    /// Its unit.
    pub unit: String,
}

/// Findings counted by severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Tally {
    /// 错误.
    pub errors: usize,
    /// 疑似.
    pub suspects: usize,
    /// 提示.
    pub notes: usize,
}

impl Tally {
    /// Counts the findings of a report.
    #[must_use]
    pub fn of(report: &Report) -> Self {
        let count = |severity| report.findings.iter().filter(|finding| finding.severity == severity).count();
        Self { errors: count(Severity::Error), suspects: count(Severity::Suspect), notes: count(Severity::Note) }
    }

    /// Counts one more, or several.
    pub const fn add(&mut self, other: Self) {
        self.errors += other.errors;
        self.suspects += other.suspects;
        self.notes += other.notes;
    }

    /// How many there are of the severity that a column of the summary is of.
    #[must_use]
    pub fn of_column(&self, key: &str) -> usize {
        match key {
            "errors" => self.errors,
            "suspects" => self.suspects,
            "notes" => self.notes,
            _ => 0,
        }
    }

    /// How many there are.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.errors + self.suspects + self.notes
    }
}
