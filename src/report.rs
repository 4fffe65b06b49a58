//! The report object (报告对象): the one shape in which a checked document leaves the engine.
//!
//! Every door uses it: the worker's answer to the page, the JavaScript interface, the JSON export and the native example.
//! It holds plain data only, so that the page can read it without linking any engine code.
//! Amounts are strings with exact decimals; offsets are UTF-16 code units into `document.text`, end exclusive.
//! Keys are camelCase; a key is never renamed or dropped without raising [`VERSION`].

mod indicator;

pub use indicator::{
    Confirmation, Direction, Indicator, IndicatorInput, IndicatorScore, InputSource, Pack, Standing, UserInput,
    WantedInput,
};
use serde::{Deserialize, Serialize};

/// The version of the shape, raised when a key is renamed or dropped.
pub const VERSION: &str = "1";

/// A checked document (校核结果).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// [`VERSION`].
    pub version: String,
    /// The text and what is known of it as a whole.
    pub document: Document,
    /// What the reader had to decide or could not read (读取说明).
    pub reading: Vec<ReadingNote>,
    /// Every figure found, in document order (数据).
    pub figures: Vec<Figure>,
    /// Digits that are no figures, with the reason (非数据数字).
    pub excluded: Vec<Excluded>,
    /// Every relation stated or implied, judged or not (勾稽关系).
    pub relations: Vec<Relation>,
    /// What a person should look at (核查发现).
    pub findings: Vec<Finding>,
    /// The headline amounts (总体数据).
    pub totals: Vec<Total>,
    /// The rule pack in force (规则包).
    pub pack: Pack,
    /// What the document gives for indicators to be computed from (取数).
    pub inputs: Vec<IndicatorInput>,
    /// The ratios that regulations define (指标).
    pub indicators: Vec<Indicator>,
    /// The ledger of figures (核对台账).
    pub coverage: Coverage,
}

/// The text and what is known of it as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Document {
    /// The whole text, as given.
    pub text: String,
    /// 标题, where one was recognised.
    pub title: Option<String>,
    /// 单位名称, where one was recognised.
    pub organization: Option<String>,
    /// The year the report is about.
    pub year: Option<i32>,
    /// `text`, later `docx`, `xlsx`, `pdf` …
    pub format: String,
    /// Characters (not bytes, not UTF-16 units) in the text.
    pub characters: usize,
    /// Paragraphs that are not blank.
    pub paragraphs: usize,
    /// Pages, where the format has pages.
    pub pages: Option<usize>,
    /// Document precision: for each unit the decimal places that most of its amounts are printed with.
    pub precision: std::collections::BTreeMap<String, u32>,
    /// Tables, in reading order.
    pub tables: Vec<Table>,
}

/// A table of the document (表格).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Table {
    /// 表名.
    pub title: Option<String>,
    /// The unit printed above the table.
    pub unit: Option<String>,
    /// Sheet name or page.
    pub place: String,
    /// Number of rows.
    pub rows: u32,
    /// Number of columns.
    pub columns: u32,
    /// Rows at the top that are headings.
    pub header_rows: u32,
    /// Cells, in reading order.
    pub cells: Vec<Cell>,
}

/// A cell of a table (单元格); rows and columns count from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Cell {
    /// Row of its top left corner.
    pub row: u32,
    /// Column of its top left corner.
    pub column: u32,
    /// Rows it covers.
    pub row_span: u32,
    /// Columns it covers.
    pub column_span: u32,
    /// Where its text begins.
    pub start: u32,
    /// Where its text ends.
    pub end: u32,
    /// A spreadsheet's stored value where it differs from what is shown.
    pub stored: Option<String>,
}

/// Something the reader decided or could not read (读取说明).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReadingNote {
    /// `info` or `warning`.
    pub level: Level,
    /// A stable word for programs.
    pub code: String,
    /// One Chinese sentence for people.
    pub message: String,
    /// The place it speaks of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<(u32, u32)>,
}

/// How much a reading note matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Level {
    /// Good to know.
    Info,
    /// Something may be missing.
    Warning,
}

/// A figure (数据): a number with its unit and what it is a figure of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Figure {
    /// Its number in this report, from 0.
    pub id: u32,
    /// Where it begins.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// `document.text[start..end]`.
    pub text: String,
    /// The number as printed, folded to plain digits: `9806.96`.
    pub value: String,
    /// The unit as printed: `万元`.
    pub unit: String,
    /// Decimal places as printed.
    pub places: u32,
    /// The number in the base unit: `98069600`.
    pub base_value: String,
    /// The base unit: `元`.
    pub base_unit: String,
    /// Whether the number is exact as printed or vague.
    pub extent: Extent,
    /// The line item it is a figure of (项目).
    pub label: Option<String>,
    /// Its part in the sentence: `level` for a stated amount, `base` for one compared with, `change`, `growth`, `share` …
    #[serde(default)]
    pub role: String,
    /// Which measure of the item it is: `outturn`, `initialBudget` …
    pub measure: Option<String>,
    /// The period: `2020`, `previousYear` …
    pub period: Option<String>,
    /// The scope (口径): in a collection, the unit whose report it stands in.
    pub scope: Option<String>,
    /// What became of it.
    pub status: FigureStatus,
    /// Where it stands, for people: `二（一）1 第2句`.
    pub place: String,
}

/// Whether a number is exact as printed or vague (余、多、约、以上 …).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Extent {
    /// As printed.
    Plain,
    /// 约、近、余、多.
    About,
    /// 以上、超过、不少于.
    AtLeast,
    /// 以下、以内、不足.
    AtMost,
    /// 3—5.
    Range,
}

/// What became of a figure. Every figure has exactly one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum FigureStatus {
    /// 已核对: in a relation that holds and that a wrong digit would break, in none that fails.
    Verified,
    /// 有矛盾: in a relation that does not hold.
    Conflicting,
    /// 单独出现: nothing in the document is related to it.
    Single,
    /// 未核对: a relation speaks of it but could not be judged, or only bounds it.
    Unchecked,
}

/// Digits that are no figure (非数据数字).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Excluded {
    /// Where they begin.
    pub start: u32,
    /// Where they end.
    pub end: u32,
    /// The text there.
    pub text: String,
    /// Why they are no figure: a stable code such as `K03`.
    pub reason: String,
}

/// A relation between figures (勾稽关系), judged or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Relation {
    /// Its number in this report, from 0.
    pub id: u32,
    /// The rule that stated it: `part_whole`.
    pub rule: String,
    /// The cue it was read from: `A01`.
    pub cue: String,
    /// What kind of relation.
    pub kind: RelationKind,
    /// Who asserts it.
    pub source: Source,
    /// The figures it is computed from.
    pub operands: Vec<u32>,
    /// The figure it is compared with.
    pub result: Option<u32>,
    /// The working on one line: `5346.44 + 4460.52 = 9806.96`.
    pub formula: String,
    /// The result as stated.
    pub stated: Option<String>,
    /// The result as computed.
    pub computed: Option<String>,
    /// `stated − computed`.
    pub gap: Option<String>,
    /// How it was judged.
    pub verdict: Verdict,
    /// Why it is unchecked.
    pub reason: Option<String>,
    /// Where the words that state it begin.
    pub start: u32,
    /// Where they end.
    pub end: u32,
    /// The working for a program: `(#3+#4)/10000 = #5/10000`, where `#3` is the base value of figure 3; `?` where two sides do not say all.
    pub recipe: Option<String>,
    /// The working as a table (算式表); absent where nothing was computed.
    pub working: Option<Working>,
}

/// What kind of relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum RelationKind {
    /// 合计.
    Sum,
    /// 增减额.
    Difference,
    /// 占比.
    Share,
    /// 增幅.
    Growth,
    /// 完成率等比率.
    Ratio,
    /// 个数.
    Count,
    /// 前后一致.
    Equal,
    /// 上下限、方向.
    Bound,
    /// 单价乘数量.
    Product,
}

/// Who asserts a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Source {
    /// The text itself.
    Asserted,
    /// A regulation.
    Official,
    /// A table's own totals.
    Table,
    /// The user.
    User,
}

/// A relation that a person states (自定关系), its figures by where they begin and end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// What kind: a sum, a difference, a share or an equality.
    pub kind: RelationKind,
    /// What it is computed from, in order: the minuend first, the part before the whole.
    pub operands: Vec<(u32, u32)>,
    /// What it should equal.
    pub result: (u32, u32),
}

/// How a relation was judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Verdict {
    /// 精确一致.
    Exact,
    /// 四舍五入差.
    Rounded,
    /// 仅在粗略数字按取整理解时成立.
    Coarse,
    /// 不一致.
    Inconsistent,
    /// 未核对.
    Unchecked,
}

/// The working of a relation as a table (算式表): the rows, then what they give against what is stated.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Working {
    /// One row an operand, in the order of the formula.
    pub rows: Vec<WorkingRow>,
    /// What the rows give.
    pub computed: Bounds,
    /// What the text states.
    pub stated: Bounds,
    /// `stated − computed`.
    pub gap: String,
    /// The unit of the last three.
    pub unit: String,
    /// The precision at which it was judged: `exact`, `document` or `printed`.
    pub allowance: String,
}

/// One operand of a working.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WorkingRow {
    /// `+`, `−`, `×`, `÷`, or empty for the first operand.
    pub sign: String,
    /// The line item, or what the text calls the figure.
    pub label: String,
    /// The value with its range.
    pub value: Bounds,
    /// The unit as printed.
    pub unit: String,
    /// Where it stands, for people.
    pub place: String,
    /// The figure, where the operand is one.
    pub figure: Option<u32>,
}

/// A value with the range that its printed places allow.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Bounds {
    /// The value.
    pub value: String,
    /// The least it can stand for.
    pub least: String,
    /// The most it can stand for.
    pub most: String,
}

/// The code of the finding whose places are personal details: they are what masking leaves out (脱敏).
pub const PERSONAL: &str = "W43";

/// What a person should look at (核查发现).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// Its number in this report, from 0.
    pub id: u32,
    /// The warning: `W01`.
    pub code: String,
    /// How much it weighs.
    pub severity: Severity,
    /// A short name of the fault, in Chinese.
    pub title: String,
    /// The whole working in one copyable Chinese line.
    pub message: String,
    /// The relation that failed.
    pub relation: Option<u32>,
    /// Every figure that takes part.
    pub figures: Vec<u32>,
    /// Every place that takes part.
    pub spans: Vec<(u32, u32)>,
    /// What would explain the gap.
    pub diagnosis: Option<Diagnosis>,
    /// The finding that this one follows from: it would be gone with that one. Findings stand behind their cause.
    #[serde(default)]
    pub cause: Option<u32>,
    /// Where the duty to be right comes from.
    #[serde(default)]
    pub basis: String,
    /// How to put it right, in one Chinese sentence.
    #[serde(default)]
    pub remedy: String,
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// 错误: no rounding can make it hold and the reading is safe.
    Error,
    /// 疑似: likely a fault, or a difference of scope.
    Suspect,
    /// 提示: context.
    Note,
}

/// What would explain a gap (差额诊断).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Diagnosis {
    /// A stable word: `missingItem`, `unitSlip`, `digitsExchanged`, `oneDigit`, `wrongBase`, `lastYear`, `copied`, `direction` …
    pub kind: String,
    /// One Chinese sentence.
    pub text: String,
    /// The figure whose change would mend most.
    pub figure: Option<u32>,
}

/// A headline amount (总体数据).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Total {
    /// The standard line item: `总支出`.
    pub label: String,
    /// Which measure of it: `outturn`, `budget` …
    pub measure: String,
    /// The period it is of.
    pub period: Option<String>,
    /// The amount as printed.
    pub value: String,
    /// Its unit.
    pub unit: String,
    /// The figure it was read from.
    pub figure: u32,
    /// The standard line item that it is a part of: `总支出`; absent for a whole.
    pub part_of: Option<String>,
    /// Its share of that whole in per cent with two decimals, computed.
    pub share: Option<String>,
}

/// The ledger of figures (核对台账): `figures = verified + conflicting + single + unchecked`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Coverage {
    /// All figures.
    pub figures: usize,
    /// 已核对.
    pub verified: usize,
    /// 有矛盾.
    pub conflicting: usize,
    /// 单独出现.
    pub single: usize,
    /// 未核对.
    pub unchecked: usize,
    /// Digits that are no figures.
    pub excluded: usize,
}

impl Coverage {
    /// Whether nothing could be recomputed: that there are no findings then says nothing of the report.
    #[must_use]
    pub const fn is_blank(&self) -> bool {
        self.verified + self.conflicting == 0
    }
}

/// A gap as people read it, with its sign: whether the text states more or less than comes out is half of what it says.
#[must_use]
pub fn signed(gap: &str) -> String {
    match gap.strip_prefix('-') {
        Some(size) => ["−", size].concat(),
        None if gap.bytes().any(|digit| digit > b'0') => ["+", gap].concat(),
        None => gap.to_owned(),
    }
}
