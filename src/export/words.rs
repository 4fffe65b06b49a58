//! The Chinese words of a report: its stable words in Chinese, which the page shows too, and what stands in exported files.

use crate::report::{
    Confirmation, Coverage, FigureStatus, Level, Pack, RelationKind, Severity, Source, Standing, Verdict,
};
use crate::summary::{CheckKind, Role};

use super::decided::Kind;

pub(super) const OVERVIEW: &str = "概览";
pub(super) const READING: &str = "读取说明";
pub(super) const FINDINGS: &str = "核查发现";
pub(super) const RELATIONS: &str = "勾稽关系";
pub(super) const WORKINGS: &str = "算式";
pub(super) const FIGURES: &str = "数据";
pub(super) const INDICATORS: &str = "指标";

/// What a live check says.
pub(super) const HOLDS: &str = "相符";
pub(super) const FAILS: &str = "不符";

/// Heads of columns with their widths in characters.
type Heads = &'static [(&'static str, u32)];

pub(super) const OVERVIEW_HEADS: Heads = &[("项目", 24), ("内容", 40), ("单位", 10), ("说明", 40)];
pub(super) const READING_HEADS: Heads = &[("级别", 8), ("说明", 100)];
pub(super) const FINDINGS_HEADS: Heads = &[
    ("序号", 6),
    ("等级", 8),
    ("编号", 8),
    ("问题", 18),
    ("说明", 70),
    ("可能原因", 40),
    ("位置", 30),
    ("关系序号", 10),
    ("复算值", 16),
    ("报告值", 16),
    ("差额（报告值−复算值）", 22),
    (DECIDED, 20),
];
pub(super) const RELATIONS_HEADS: Heads = &[
    ("序号", 6),
    ("结论", 12),
    ("类型", 10),
    ("依据", 10),
    ("算式", 50),
    ("复算值", 16),
    ("报告值", 16),
    ("差额（报告值−复算值）", 22),
    ("单位", 8),
    ("重算", 8),
    ("位置", 24),
    ("未核对原因", 40),
    ("规则", 16),
];
pub(super) const WORKINGS_HEADS: Heads = &[
    ("关系序号", 10),
    ("运算", 8),
    ("项目", 36),
    ("数值", 16),
    ("单位", 8),
    ("最小可能值", 16),
    ("最大可能值", 16),
    ("位置", 24),
];
pub(super) const FIGURES_HEADS: Heads = &[
    ("序号", 6),
    ("位置", 24),
    ("原文", 18),
    ("项目", 30),
    ("口径", 16),
    ("状态", 10),
    ("数值", 16),
    ("单位", 8),
    ("折算系数", 14),
    ("折算值", 20),
    ("折算单位", 10),
];
pub(super) const INDICATORS_HEADS: Heads = &[
    ("编号", 8),
    ("指标", 26),
    ("数值", 14),
    ("单位", 8),
    ("评价", 10),
    ("参考线", 10),
    ("算式", 40),
    ("计算公式", 50),
    ("取数", 50),
    ("缺少的数据", 30),
    ("依据", 50),
];

pub(super) const SUMMARY: &str = "汇总";
pub(super) const CROSS_FINDINGS: &str = "跨报告核查";
pub(super) const CROSS_CHECKS: &str = "跨报告勾稽";
pub(super) const FILES: &str = "文件";
pub(super) const CROSS_FINDINGS_HEADS: Heads =
    &[("序号", 6), ("等级", 8), ("编号", 8), ("问题", 26), ("说明", 90), ("关系序号", 10), ("处理意见", 20)];
pub(super) const CROSS_CHECKS_HEADS: Heads = &[
    ("序号", 6),
    ("结论", 12),
    ("类型", 14),
    ("项目", 24),
    ("算式", 50),
    ("差额（对照−取自）", 18),
    ("取自", 60),
    ("对照", 40),
    ("未核对原因", 40),
];
pub(super) const FILES_HEADS: Heads =
    &[("序号", 6), ("文件", 40), ("单位", 30), ("年度", 8), ("归类", 14), ("标题", 50), ("以此计入", 10)];

/// Heads and rows of the summary itself.
pub(super) const COUNTED: &str = "计入合计";
pub(super) const YES: &str = "是";
pub(super) const NO: &str = "否（汇总单位）";
pub(super) const TOTAL: &str = "合计";
pub(super) const MEDIAN: &str = "中位数";
pub(super) const MISSING: &str = "缺数据的单位数";
pub(super) const RATIO_OF_TOTALS: &str = "合计栏的比率是合计数之比，不是各单位比率的平均；缺数据的单位不参与该栏合计。";

/// What became of a file (归类).
pub(super) const fn role(role: Role) -> &'static str {
    match role {
        Role::Report => "报告",
        Role::Tables => "表",
        Role::Annex => "附件",
        Role::Earlier => "以前年度",
        Role::Duplicate => "重复文件",
        Role::Superseded => "较早版本",
        Role::Excluded => "不计入",
    }
}

/// What kind of check across reports.
pub(super) const fn check_kind(kind: CheckKind) -> &'static str {
    match kind {
        CheckKind::Parent => "汇总与所属",
        CheckKind::Transfer => "划转双方",
        CheckKind::Continuity => "上下年衔接",
        CheckKind::Own => "同单位各文件",
        CheckKind::Outlier => "与同组相比",
    }
}

/// The rows below the operands of a working.
pub(super) const COMPUTED: &str = "复算值";
pub(super) const STATED: &str = "报告值";
pub(super) const GAP: &str = "差额（报告值−复算值）";

pub(super) const TITLE: &str = "标题";
pub(super) const ORGANIZATION: &str = "单位名称";
pub(super) const YEAR: &str = "年度";
pub(super) const FORMAT: &str = "文件格式";
pub(super) const RECOGNISED: &str = "识别数据";
pub(super) const EXCLUDED: &str = "非数据数字";
pub(super) const FOUND: &str = "核查发现";
/// What became of findings: nothing yet.
pub(super) const OPEN: &str = "未处理";
/// The head of what became of them.
pub(super) const DECIDED: &str = "处理意见";

/// What a person decided about a finding.
pub(super) const fn decided(kind: Kind) -> &'static str {
    match kind {
        Kind::Dismissed => "已忽略",
        Kind::Confirmed => "已确认",
    }
}

/// Stands in every export: the result is no judgement of which place is right.
pub(super) const NOTICE: (&str, &str) =
    ("提示", "本表只指出不能同时成立之处，不判断哪一处正确；没有发现问题不等于没有问题。以原始凭证为准。");
/// How the workbook is to be used.
pub(super) const LIVE: (&str, &str) = ("重算", "在“数据”表的“数值”列改数，“勾稽关系”“算式”“核查发现”各表随之重算。");
/// 规则包.
pub(super) const PACK: &str = "规则包";

/// A rule pack with where it holds and what it rests on.
pub(super) fn pack(pack: &Pack) -> String {
    let status = if pack.status == Confirmation::Confirmed { "已核对原文" } else { "参考" };
    let year = [pack.region.as_str(), &pack.year.to_string(), "年"].concat();
    let document = if pack.document.is_empty() { "无文号" } else { &pack.document };
    [pack.name.as_str(), "（", &[&year, document, &pack.basis, status].join("，"), "）"].concat()
}

/// The heads of what stands in law and usage behind a finding, and of how it is put right.
pub(super) const REMEDY: &str = "如何改正";
pub(super) const BASIS: &str = "依据";

/// What a rule is about, as the page of its examples is titled.
pub(super) fn rule(name: &str) -> &str {
    match name {
        "bound" => "不超过与方向",
        "carry_over" => "结转结余",
        "completion" => "完成率与执行率",
        "context" => "执行与目标",
        "difference" => "增减额",
        "growth" => "增长率",
        "identity" => "官方勾稽",
        "list_count" => "个数与清单",
        "part_whole" => "合计与分项",
        "product" => "单价与数量",
        "quotient" => "复算比率",
        "restatement" => "前后一致",
        "score" => "得分与等级",
        "score_table" => "自评表",
        "share" => "占比与比率",
        "table_rate" => "表内比率",
        "table_text" => "表文相符",
        "table_total" => "表内合计",
        "user" => "自定关系",
        "wording" => "表述检查",
        other => other,
    }
}

/// What format a document came in.
pub(super) fn format(format: &str) -> &str {
    match format {
        "docx" => "Word 文档",
        "pdf" => "PDF",
        "xlsx" => "Excel 工作簿",
        "xls" => "Excel 97–2003 工作簿",
        "ods" => "ODS 表格",
        "csv" => "CSV 表格",
        "html" => "网页",
        "markdown" => "Markdown",
        "text" => "文本",
        other => other,
    }
}

pub(super) const PART_OF: &str = "占";
const NONE_FOUND: &str = "没有发现不符之处。";
const NONE_CHECKED: &str = "没有读出能够复算的勾稽关系，全部数据均未核对。";

/// What it means that there are no findings.
pub(super) const fn clean(coverage: &Coverage) -> &'static str {
    if coverage.is_blank() { NONE_CHECKED } else { NONE_FOUND }
}

/// How much a finding weighs (等级).
#[must_use]
pub const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "错误",
        Severity::Suspect => "疑似",
        Severity::Note => "提示",
    }
}

pub(super) const fn level(level: Level) -> &'static str {
    match level {
        Level::Info => "说明",
        Level::Warning => "注意",
    }
}

/// How a relation was judged (结论).
#[must_use]
pub const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Exact => "精确一致",
        Verdict::Rounded => "四舍五入差",
        Verdict::Coarse => "取整后成立",
        Verdict::Inconsistent => "不一致",
        Verdict::Unchecked => "未核对",
    }
}

/// What kind of relation (类型).
#[must_use]
pub const fn kind(kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::Sum => "合计",
        RelationKind::Difference => "增减额",
        RelationKind::Share => "占比",
        RelationKind::Growth => "增幅",
        RelationKind::Ratio => "比率",
        RelationKind::Count => "个数",
        RelationKind::Equal => "前后一致",
        RelationKind::Bound => "上下限",
        RelationKind::Product => "单价乘数量",
    }
}

pub(super) const fn source(source: Source) -> &'static str {
    match source {
        Source::Asserted => "文字",
        Source::Official => "制度",
        Source::Table => "表格",
        Source::User => "用户",
    }
}

/// What became of a figure (状态).
#[must_use]
pub const fn status(status: FigureStatus) -> &'static str {
    match status {
        FigureStatus::Verified => "已核对",
        FigureStatus::Conflicting => "有矛盾",
        FigureStatus::Single => "单独出现",
        FigureStatus::Unchecked => "未核对",
    }
}

pub(super) const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Good => "符合",
        Standing::Attention => "需关注",
        Standing::Unknown => "无法计算",
    }
}

/// What a stable word of a figure's measure or period means; a year is its own word.
#[must_use]
pub fn term(term: &str) -> &str {
    match term {
        "initialBudget" => "年初预算",
        "adjustedBudget" => "调整预算",
        "budget" => "预算",
        "supplement" => "追加",
        "outturn" => "决算",
        "revenue" => "收入",
        "expenditure" => "支出",
        "openingCarryOver" => "年初结转结余",
        "closingCarryOver" => "年末结转结余",
        "change" => "增减额",
        "growth" => "增幅",
        "share" => "占比",
        "executionRate" => "执行率",
        "completionRate" => "完成率",
        "rate" => "比率",
        "count" => "个数",
        "score" => "得分",
        "weight" => "分值",
        "target" => "目标",
        "balance" => "结余",
        "unitPrice" => "单价",
        "plan" => "计划",
        "stated" => "未写明口径",
        "opening" => "年初",
        "currentYear" => "本年",
        "previousYear" => "上年",
        "nextYear" => "下年",
        other => other,
    }
}
