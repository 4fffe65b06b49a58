//! The one table of warnings: code, title, severity, basis (预警).

use crate::report::Severity;

/// A warning that a finding can carry.
#[derive(Clone, Copy, Debug)]
pub struct Warning {
    /// Its stable code.
    pub code: &'static str,
    /// A short name of the fault.
    pub title: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// Where the duty to be right comes from.
    pub basis: &'static str,
}

const TRUE_ACCOUNTS: &str = "《中华人民共和国预算法》第七十五条：决算草案应当真实、准确、完整、及时";
const BUDGET_FIRST: &str = "《中华人民共和国预算法》第十三条：支出必须以经批准的预算为依据";
const SCORING: &str = "《项目支出绩效评价管理办法》（财预〔2020〕10号，参考）";
const THREE_PUBLIC: &str = "财政部关于“三公”经费公开的要求：合计等于三项之和，公务用车分购置和运行维护列示（参考）";
const CLASSIFICATION: &str = "部门预算支出经济分类科目（2018年改革，参考）";
const EMPTY_FORMS: &str = "《地方预决算公开操作规程》（财预〔2016〕143号）：空表一并公开并说明（参考）";
const USAGE: &str = "财务报告审核通行做法（参考）";

/// All warnings in use, in the order of their codes.
pub const WARNINGS: &[Warning] = &[
    Warning { code: "W01", title: "合计与分项不符", severity: Severity::Error, basis: TRUE_ACCOUNTS },
    Warning { code: "W02", title: "比率复算不符", severity: Severity::Error, basis: TRUE_ACCOUNTS },
    Warning { code: "W03", title: "同一数据前后不一致", severity: Severity::Error, basis: TRUE_ACCOUNTS },
    Warning { code: "W04", title: "增减方向与数字矛盾", severity: Severity::Error, basis: TRUE_ACCOUNTS },
    Warning { code: "W05", title: "基数为零仍写比率", severity: Severity::Error, basis: TRUE_ACCOUNTS },
    Warning { code: "W06", title: "比率的分母口径不明", severity: Severity::Suspect, basis: USAGE },
    Warning { code: "W07", title: "收支不平衡", severity: Severity::Error, basis: TRUE_ACCOUNTS },
    Warning { code: "W09", title: "百分号缺失", severity: Severity::Note, basis: USAGE },
    Warning {
        code: "W10", title: "“三公”经费合计与分项不符", severity: Severity::Error, basis: THREE_PUBLIC
    },
    Warning { code: "W13", title: "无预算支出", severity: Severity::Note, basis: BUDGET_FIRST },
    Warning { code: "W14", title: "“三公”经费变动未说明原因", severity: Severity::Note, basis: USAGE },
    Warning { code: "W15", title: "“三公”经费要素不全", severity: Severity::Note, basis: USAGE },
    Warning { code: "W23", title: "自评分或等级与分项不符", severity: Severity::Error, basis: SCORING },
    Warning { code: "W24", title: "执行率得分与执行率不符", severity: Severity::Error, basis: SCORING },
    Warning { code: "W29", title: "数量与清单不符", severity: Severity::Suspect, basis: USAGE },
    Warning { code: "W30", title: "部分大于全部", severity: Severity::Error, basis: TRUE_ACCOUNTS },
    Warning { code: "W31", title: "人员数字不闭合", severity: Severity::Suspect, basis: USAGE },
    Warning { code: "W34", title: "模板文字残留", severity: Severity::Note, basis: USAGE },
    Warning { code: "W35", title: "标题年度与正文不同", severity: Severity::Note, basis: USAGE },
    Warning { code: "W36", title: "单位名称不一致", severity: Severity::Note, basis: USAGE },
    Warning { code: "W37", title: "正文与表格不符", severity: Severity::Error, basis: TRUE_ACCOUNTS },
    Warning {
        code: "W38",
        title: "基本支出所列“三公”科目大于“三公”经费",
        severity: Severity::Error,
        basis: THREE_PUBLIC,
    },
    Warning {
        code: "W39", title: "经济分类编码与名称不符", severity: Severity::Note, basis: CLASSIFICATION
    },
    Warning { code: "W45", title: "增减额复算不符", severity: Severity::Error, basis: TRUE_ACCOUNTS },
    Warning { code: "W46", title: "仅按取整理解时成立", severity: Severity::Note, basis: USAGE },
    Warning { code: "W47", title: "序号不连续", severity: Severity::Note, basis: USAGE },
    Warning { code: "W48", title: "得分与按比例计算的不符", severity: Severity::Note, basis: USAGE },
    Warning { code: "W49", title: "空表未附说明", severity: Severity::Note, basis: EMPTY_FORMS },
    Warning {
        code: "W61", title: "汇总数与所属单位之和不符", severity: Severity::Suspect, basis: TRUE_ACCOUNTS
    },
    Warning { code: "W62", title: "划转双方所述不符", severity: Severity::Suspect, basis: TRUE_ACCOUNTS },
    Warning { code: "W63", title: "与上年报告不衔接", severity: Severity::Suspect, basis: TRUE_ACCOUNTS },
    Warning {
        code: "W64", title: "同一单位各文件数据不一致", severity: Severity::Suspect, basis: TRUE_ACCOUNTS
    },
    Warning { code: "W65", title: "与同组各单位相差悬殊", severity: Severity::Note, basis: USAGE },
];

/// The warning of a code; the first of the table for an unknown code, which the catalog test rules out.
#[must_use]
pub fn warning(code: &str) -> &'static Warning {
    WARNINGS.iter().find(|w| w.code == code).unwrap_or(&WARNINGS[0])
}
