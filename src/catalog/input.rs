//! What indicators are computed from (取数): names, keys and usual units, one list for all rule packs.

/// An input that formulas may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Input {
    /// Its stable key.
    pub key: &'static str,
    /// Its name, as formulas write it.
    pub name: &'static str,
    /// The unit it is usually given in.
    pub unit: &'static str,
}

const fn input(key: &'static str, name: &'static str, unit: &'static str) -> Input {
    Input { key, name, unit }
}

/// All inputs, in the order of the indicators that use them (财预〔2013〕53号附件2; local tables for the last ones).
pub const INPUTS: &[Input] = &[
    input("staff", "在职人员数", "人"),
    input("posts", "编制数", "人"),
    input("threePublicBudget", "“三公”经费预算数", "万元"),
    input("threePublicBudgetLastYear", "上年“三公”经费预算数", "万元"),
    input("threePublicOutturn", "“三公”经费决算数", "万元"),
    input("threePublicOutturnLastYear", "上年“三公”经费决算数", "万元"),
    input("abroadBudget", "因公出国境费预算数", "万元"),
    input("abroadOutturn", "因公出国境费决算数", "万元"),
    input("vehicleBudget", "公务用车购置及运行维护费预算数", "万元"),
    input("vehicleOutturn", "公务用车购置及运行维护费决算数", "万元"),
    input("receptionBudget", "公务接待费预算数", "万元"),
    input("receptionOutturn", "公务接待费决算数", "万元"),
    input("keyProjectBudget", "重点项目支出", "万元"),
    input("projectBudget", "项目总支出", "万元"),
    input("openingBudget", "年初预算数", "万元"),
    input("fullYearBudget", "全年预算数", "万元"),
    input("outturn", "预算完成数", "万元"),
    input("adjustment", "预算调整数", "万元"),
    input("supplement", "本年追加预算", "万元"),
    input("projectOpeningBudget", "项目支出年初预算数", "万元"),
    input("projectSupplement", "项目支出追加预算", "万元"),
    input("projectOutturn", "项目支出决算数", "万元"),
    input("spentToDate", "时点累计支出", "万元"),
    input("plannedProgress", "既定支付进度", "%"),
    input("carriedIn", "上年结转结余", "万元"),
    input("carriedOut", "年末结转结余", "万元"),
    input("officeBudget", "公用经费预算数", "万元"),
    input("officeOutturn", "公用经费决算数", "万元"),
    input("procurementBudget", "政府采购预算数", "万元"),
    input("procurementOutturn", "实际政府采购金额", "万元"),
    input("assetsInUse", "在用固定资产总额", "万元"),
    input("fixedAssets", "固定资产总额", "万元"),
    input("plannedWork", "计划工作数", "项"),
    input("completedWork", "实际完成工作数", "项"),
    input("timelyWork", "及时完成工作数", "项"),
    input("qualifiedWork", "质量达标工作数", "项"),
    input("keyTasks", "重点工作交办数", "项"),
    input("keyTasksDone", "重点工作完成数", "项"),
    input("builtArea", "实际建设面积", "平方米"),
    input("approvedArea", "批准建设面积", "平方米"),
    input("builtInvestment", "实际投资额", "万元"),
    input("approvedInvestment", "批准投资概算", "万元"),
    input("payables", "应付账款总额", "万元"),
    input("receivables", "应收账款总额", "万元"),
    input("generalOutturn", "一般公共预算支出完成数", "万元"),
];

/// The input of a name.
#[must_use]
pub fn named(name: &str) -> Option<&'static Input> {
    INPUTS.iter().find(|input| input.name == name)
}

/// The input of a key.
#[must_use]
pub fn keyed(key: &str) -> Option<&'static Input> {
    INPUTS.iter().find(|input| input.key == key)
}
