//! The columns of the summary (栏目): data only.

use crate::summary::ColumnKind;

/// What the cells of a column are read from.
#[derive(Clone, Copy, Debug)]
pub(super) enum From {
    /// A headline amount in the first of these measures that is stated.
    Total(&'static str, &'static [&'static str]),
    /// One column over another, in per cent.
    Over(&'static str, &'static str),
    /// What one column has more than another, over that other, in per cent.
    Beyond(&'static str, &'static str),
    /// Something that a digest has a field for.
    Field(Field),
}

/// A field of a digest.
#[derive(Clone, Copy, Debug)]
pub(super) enum Field {
    Staff,
    Quota,
    Score,
    Grade,
    Errors,
    Suspects,
    Notes,
    Dismissed,
    Confirmed,
    Coverage,
}

/// A column before it has cells.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plan {
    pub key: &'static str,
    pub title: &'static str,
    pub kind: ColumnKind,
    pub from: From,
}

/// What was spent or received; a report seldom says so of each figure.
const OUTTURN: &[&str] = &["outturn", "stated"];

/// The budget that was in force, the last one first.
const BUDGET: &[&str] = &["adjustedBudget", "budget", "initialBudget"];

const fn money(key: &'static str, title: &'static str, label: &'static str, measures: &'static [&'static str]) -> Plan {
    Plan { key, title, kind: ColumnKind::Money, from: From::Total(label, measures) }
}

const fn rate(key: &'static str, title: &'static str, from: From) -> Plan {
    Plan { key, title, kind: ColumnKind::Rate, from }
}

const fn field(key: &'static str, title: &'static str, kind: ColumnKind, field: Field) -> Plan {
    Plan { key, title, kind, from: From::Field(field) }
}

/// All columns; a ratio stands behind the columns that it is computed from.
pub(super) const COLUMNS: [Plan; 30] = [
    money("revenue", "总收入", "总收入", OUTTURN),
    money("initialBudget", "年初预算", "总支出", &["initialBudget"]),
    money("adjustedBudget", "调整后预算", "总支出", &["adjustedBudget"]),
    money("budget", "支出预算", "总支出", BUDGET),
    money("expenditure", "总支出", "总支出", OUTTURN),
    money("basic", "基本支出", "基本支出", OUTTURN),
    money("personnel", "人员经费", "人员经费", OUTTURN),
    money("operating", "公用经费", "公用经费", OUTTURN),
    money("project", "项目支出", "项目支出", OUTTURN),
    money("opening", "上年结转和结余", "上年结转和结余", &["outturn", "stated", "initialBudget"]),
    money("closing", "年末结转和结余", "年末结转和结余", OUTTURN),
    money("threePublicBudget", "“三公”经费预算", "“三公”经费", BUDGET),
    money("threePublic", "“三公”经费", "“三公”经费", OUTTURN),
    money("abroad", "因公出国费", "因公出国费", OUTTURN),
    money("vehicles", "公务用车购置及运行维护费", "公务用车购置及运行维护费", OUTTURN),
    money("reception", "公务接待费", "公务接待费", OUTTURN),
    rate("executionRate", "预算执行率", From::Over("expenditure", "budget")),
    rate("supplementRate", "预算追加率", From::Beyond("adjustedBudget", "initialBudget")),
    rate("threePublicRate", "“三公”经费控制率", From::Over("threePublic", "threePublicBudget")),
    field("staff", "在职人数", ColumnKind::Count, Field::Staff),
    field("quota", "编制数", ColumnKind::Count, Field::Quota),
    rate("staffRate", "在职人员控制率", From::Over("staff", "quota")),
    field("score", "自评得分", ColumnKind::Points, Field::Score),
    field("grade", "自评等级", ColumnKind::Words, Field::Grade),
    field("errors", "错误", ColumnKind::Count, Field::Errors),
    field("suspects", "疑似", ColumnKind::Count, Field::Suspects),
    field("notes", "提示", ColumnKind::Count, Field::Notes),
    field("dismissed", "已忽略", ColumnKind::Count, Field::Dismissed),
    field("confirmed", "已确认", ColumnKind::Count, Field::Confirmed),
    field("coverage", "核对率", ColumnKind::Rate, Field::Coverage),
];
