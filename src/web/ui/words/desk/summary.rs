//! The summary in both languages.

use super::super::several::several;
use super::super::unit::{unit, unit_alone};
use crate::desk::summary::{By, Only, PlotKind};
use crate::export::{SummaryFormat, words};
use crate::report::Severity;
use crate::summary::{Column, Role, TotalBy};

/// The summary (汇总).
pub struct Summary {
    /// 汇总.
    pub title: &'static str,
    /// 汇总表: the table in it.
    pub table: &'static str,
    /// How many departments and files it is of, and how many of these are copies of others.
    pub extent: fn(usize, usize, usize) -> String,
    /// How many files could not be read or wait, which, and what to do.
    pub unread: fn(usize, &str) -> String,
    /// The search in names.
    pub search: &'static str,
    /// Which rows are shown.
    pub show: &'static str,
    /// A choice of rows.
    pub only: fn(Only) -> &'static str,
    /// 分组.
    pub group: &'static str,
    /// A grouping of rows.
    pub by: fn(By) -> &'static str,
    /// A group by its name.
    pub group_name: fn(&str, usize) -> String,
    /// 单位, of amounts.
    pub unit: &'static str,
    /// A unit in the language spoken.
    pub unit_name: fn(&str) -> &str,
    /// A value with its unit.
    pub amount: fn(&str, &str) -> String,
    /// 栏目.
    pub columns: &'static str,
    /// The name of a column; none where the summary's own serves.
    pub column: fn(&str) -> Option<&'static str>,
    /// How many rows are shown of how many.
    pub shown: fn(usize, usize) -> String,
    /// No row passes.
    pub none: &'static str,
    /// The head of the names.
    pub organization: &'static str,
    /// A row that sums up others.
    pub is_parent: &'static str,
    /// 置顶, of a department.
    pub pin: fn(&str) -> String,
    /// Sorts by a column.
    pub sort: fn(&str) -> String,
    /// What is missing in a cell.
    pub missing: &'static str,
    /// The foot of the table: totals, medians, what is missing.
    pub foot: [&'static str; 3],
    /// How a total is computed.
    pub total_by: fn(TotalBy) -> &'static str,
    /// What the totals are and are not.
    pub totals_note: &'static str,
    /// 出处, of a cell.
    pub sources: fn(&str, &str) -> String,
    /// A cell is computed from: above, below the line, unit.
    pub fraction: fn(&str, &str, &str) -> String,
    /// A cell that no report gives.
    pub no_source: &'static str,
    /// Counted by the check itself.
    pub counted: &'static str,
    /// How many of the findings in a cell a person decided about.
    pub decided: fn(usize) -> String,
    /// All that is known of the findings in a cell: how many, dismissed, confirmed.
    pub tally: fn(usize, usize, usize) -> String,
    /// 收起.
    pub close: &'static str,
    /// 图.
    pub plot: &'static str,
    /// A kind of drawing.
    pub plot_kind: fn(PlotKind) -> &'static str,
    /// Which column is drawn.
    pub plot_column: &'static str,
    /// What a drawing says in words: how many, least, median, greatest.
    pub spread: fn(usize, &str, &str, &str) -> String,
    /// What a scatter says in words: how many are above the line of equal amounts.
    pub scatter: fn(usize, usize) -> String,
    /// Asks for the departments of a ranking that are not drawn.
    pub rest: fn(usize) -> String,
    /// Nothing to draw.
    pub no_plot: &'static str,
    /// 跨报告核查.
    pub findings: &'static str,
    /// None was found.
    pub no_findings: &'static str,
    /// A severity.
    pub severity: fn(Severity) -> &'static str,
    /// 文件归属.
    pub files: &'static str,
    /// What the list of files is for.
    pub files_lead: &'static str,
    /// The heads of its columns: file, department, role.
    pub file_columns: [&'static str; 3],
    /// What a file is.
    pub role: fn(Role) -> &'static str,
    /// As recognised.
    pub recognised: &'static str,
    /// 导出.
    pub export: &'static str,
    /// 打印.
    pub print: &'static str,
    /// What it is exported as.
    pub format: fn(SummaryFormat) -> &'static str,
    /// The name of the file, without its ending.
    pub file_name: &'static str,
    /// It could not be written.
    pub not_exported: &'static str,
}

impl Summary {
    /// The name of a column.
    #[must_use]
    pub fn name<'c>(&self, column: &'c Column) -> &'c str {
        (self.column)(&column.key).unwrap_or(&column.title)
    }
}

impl PartialEq for Summary {
    /// There is one a language.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// The summary in Chinese.
pub static CHINESE: Summary = Summary {
    title: "汇总",
    table: "汇总表",
    extent: |rows, files, copies| {
        let own = format!("{rows}个单位，{files}份文件");
        if copies == 0 { own } else { format!("{own}（其中{copies}份重复，不另计）") }
    },
    unread: |files, names| {
        format!(
            "另有{files}份文件未能读取或暂停未读，不在汇总内：{names}。暂停的请继续，读不了的请在列表中点开，照所写处理。"
        )
    },
    search: "查找单位",
    show: "显示哪些单位",
    only: |only| match only {
        Only::All => "全部",
        Only::Errors => "有错误",
        Only::Suspects => "有错误或疑似",
        Only::Open => "有未处理",
        Only::Lacking => "有缺数",
    },
    group: "分组",
    by: |by| match by {
        By::Nothing => "不分组",
        By::Year => "按年度",
        By::Grade => "按自评等级",
        By::Parent => "按汇总关系",
    },
    group_name: |name, count| {
        let name = match name {
            "" => "未写明",
            "parent" => "汇总单位（不计入合计）",
            "member" => "各单位",
            other => other,
        };
        format!("{name} · {count}个")
    },
    unit: "金额单位",
    unit_name: |unit| unit,
    amount: |value, unit| [value, unit].concat(),
    columns: "栏目",
    column: |_| None,
    shown: |shown, all| format!("显示{shown}个，共{all}个"),
    none: "没有符合条件的单位。",
    organization: "单位",
    is_parent: "汇总单位",
    pin: |name| format!("置顶{name}"),
    sort: |name| format!("按{name}排序"),
    missing: "缺",
    foot: ["合计", "中位数", "缺数"],
    total_by: |by| match by {
        TotalBy::Sum => "各单位之和",
        TotalBy::Ratio => "合计之比",
        TotalBy::None => "不合计",
    },
    totals_note: "合计按精确数相加，不计汇总单位；比率的合计是分子合计与分母合计之比，不是各单位比率的平均。缺数按缺数计，不当作零。查找和筛选不改变合计。",
    sources: |organization, column| format!("{organization} · {column}的出处"),
    fraction: |part, whole, unit| format!("{part}{unit} ÷ {whole}{unit}"),
    no_source: "这个单位的文件中没有读到这项数据。",
    counted: "由核对结果直接计数。",
    decided: |count| format!("已处理{count}"),
    tally: |all, dismissed, confirmed| {
        let open = all.saturating_sub(dismissed + confirmed);
        format!("核对发现{all}处：未处理{open}处，已忽略{dismissed}处，已确认{confirmed}处。")
    },
    close: "收起",
    plot: "图示",
    plot_kind: |kind| match kind {
        PlotKind::Ranking => "排名",
        PlotKind::Distribution => "分布",
        PlotKind::Scatter => "预算与决算",
    },
    plot_column: "栏目",
    spread: |count, least, median, most| format!("{count}个单位，最小{least}，中位数{median}，最大{most}"),
    scatter: |above, count| format!("{count}个单位既有预算又有决算，其中{above}个的决算大于预算（在斜线以上）"),
    rest: |count| format!("显示其余{count}个单位"),
    no_plot: "没有可画的数据。",
    findings: "跨报告核查",
    no_findings: "各报告之间没有发现不一致。",
    severity: words::severity,
    files: "文件归属",
    files_lead: "文件按单位名称、标题和内容归到单位；归得不对的，在这里改。",
    file_columns: ["文件", "单位", "用途"],
    role: |role| match role {
        Role::Report => "本年报告",
        Role::Tables => "本年表",
        Role::Annex => "附件",
        Role::Earlier => "以前年度",
        Role::Duplicate => "重复",
        Role::Superseded => "旧版本",
        Role::Excluded => "不计入",
    },
    recognised: "自动",
    export: "导出",
    print: "打印",
    format: |format| match format {
        SummaryFormat::Workbook => "工作簿（xlsx）",
        SummaryFormat::Page => "网页（单个文件）",
        SummaryFormat::Table => "汇总表（CSV）",
        SummaryFormat::Findings => "跨报告核查（CSV）",
        SummaryFormat::Json => "JSON",
    },
    file_name: "汇总",
    not_exported: "未能导出，请重试。",
};

/// The summary in English.
pub static ENGLISH: Summary = Summary {
    title: "Summary",
    table: "Summary table",
    extent: |rows, files, copies| {
        let own = [several(rows, "department"), several(files, "file")].join(", ");
        if copies == 0 { own } else { format!("{own} (copies: {copies}, not counted)") }
    },
    unread: |files, names| {
        format!(
            "Not in the summary: {} that could not be read or wait ({names}). Go on with what waits; open what could not be read in the list of files, do as it says and give it again.",
            several(files, "file")
        )
    },
    search: "Find a department",
    show: "Which departments to show",
    only: |only| match only {
        Only::All => "All",
        Only::Errors => "With errors",
        Only::Suspects => "With errors or suspects",
        Only::Open => "Not all decided",
        Only::Lacking => "Missing values",
    },
    group: "Group",
    by: |by| match by {
        By::Nothing => "Not grouped",
        By::Year => "By year",
        By::Grade => "By grade",
        By::Parent => "By reporting department",
    },
    group_name: |name, count| {
        let name = match name {
            "" => "Not stated",
            "parent" => "Sum up others (not in the totals)",
            "member" => "Departments",
            other => other,
        };
        format!("{name} · {count}")
    },
    unit: "Unit",
    unit_name: unit_alone,
    amount: |value, of| [value, " ", unit(of)].concat().trim_end().to_owned(),
    columns: "Columns",
    column: |key| COLUMNS.iter().find(|(other, _)| *other == key).map(|(_, name)| *name),
    shown: |shown, all| format!("{shown} of {all} shown"),
    none: "No department passes.",
    organization: "Department",
    is_parent: "sums up others",
    pin: |name| format!("Pin {name}"),
    sort: |name| format!("Sort by {name}"),
    missing: "missing",
    foot: ["Total", "Median", "Missing"],
    total_by: |by| match by {
        TotalBy::Sum => "sum",
        TotalBy::Ratio => "ratio of totals",
        TotalBy::None => "no total",
    },
    totals_note: "Totals are exact sums without departments that sum up others; of ratios, the ratio of the sums, never a mean. What is missing counts as missing, never as zero. Search and filters do not change the totals.",
    sources: |organization, column| format!("{organization} · where {column} comes from"),
    fraction: |part, whole, of| {
        [part, " ÷ ", whole, " (", unit_alone(of), ")"].concat().trim_end_matches(" ()").to_owned()
    },
    no_source: "No file of this department gives it.",
    counted: "Counted by the check itself.",
    decided: |count| format!("{count} decided"),
    tally: |all, dismissed, confirmed| {
        let open = all.saturating_sub(dismissed + confirmed);
        format!("{all} found: {open} open, {dismissed} dismissed, {confirmed} confirmed.")
    },
    close: "Close",
    plot: "Chart",
    plot_kind: |kind| match kind {
        PlotKind::Ranking => "Ranking",
        PlotKind::Distribution => "Distribution",
        PlotKind::Scatter => "Budget and outturn",
    },
    plot_column: "Column",
    spread: |count, least, median, most| {
        format!("{}: minimum {least}, median {median}, maximum {most}", several(count, "department"))
    },
    scatter: |above, count| {
        let all = several(count, "department");
        format!("{all} with both budget and outturn; {above} of them spent more than the budget (above the line)")
    },
    rest: |count| format!("Show the other {count}"),
    no_plot: "There is nothing to chart.",
    findings: "Checks across reports",
    no_findings: "No inconsistency was found between the reports.",
    severity: |severity| match severity {
        Severity::Error => "Error",
        Severity::Suspect => "Suspect",
        Severity::Note => "Note",
    },
    files: "Where files belong",
    files_lead: "Files are put to departments by name, title and content; change here what is wrong.",
    file_columns: ["File", "Department", "Use"],
    role: |role| match role {
        Role::Report => "report",
        Role::Tables => "tables",
        Role::Annex => "annex",
        Role::Earlier => "earlier year",
        Role::Duplicate => "copy",
        Role::Superseded => "old version",
        Role::Excluded => "left out",
    },
    recognised: "as recognised",
    export: "Export",
    print: "Print",
    format: |format| match format {
        SummaryFormat::Workbook => "Workbook (xlsx)",
        SummaryFormat::Page => "Page (one file)",
        SummaryFormat::Table => "Table (CSV)",
        SummaryFormat::Findings => "Checks across reports (CSV)",
        SummaryFormat::Json => "JSON",
    },
    file_name: "summary",
    not_exported: "The file could not be written. Try again.",
};

const COLUMNS: [(&str, &str); 30] = [
    ("revenue", "Revenue"),
    ("initialBudget", "Initial budget"),
    ("adjustedBudget", "Adjusted budget"),
    ("budget", "Expenditure budget"),
    ("expenditure", "Expenditure"),
    ("basic", "Basic"),
    ("personnel", "Personnel"),
    ("operating", "Operating"),
    ("project", "Project"),
    ("opening", "Brought forward"),
    ("closing", "Carried forward"),
    ("threePublicBudget", "Three public (三公), budget"),
    ("threePublic", "Three public (三公)"),
    ("abroad", "Abroad"),
    ("vehicles", "Vehicles"),
    ("reception", "Reception"),
    ("executionRate", "Execution rate"),
    ("supplementRate", "Supplement rate"),
    ("threePublicRate", "Three public (三公) rate"),
    ("staff", "Staff"),
    ("quota", "Staffing quota"),
    ("staffRate", "Staff rate"),
    ("score", "Score"),
    ("grade", "Grade"),
    ("errors", "Errors"),
    ("suspects", "Suspects"),
    ("notes", "Notes"),
    ("dismissed", "Dismissed"),
    ("confirmed", "Confirmed"),
    ("coverage", "Coverage"),
];
