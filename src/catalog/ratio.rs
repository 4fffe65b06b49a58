//! Rates whose name alone says what is divided by what (指标解释 of statistics and accounting).

/// A named rate: its name, the amounts above and below the line.
#[derive(Clone, Copy, Debug)]
pub struct Formula {
    /// How the name ends.
    pub name: &'static str,
    /// The names of the part.
    pub part: &'static [&'static str],
    /// The names of the whole.
    pub whole: &'static [&'static str],
}

const fn formula(name: &'static str, part: &'static [&'static str], whole: &'static [&'static str]) -> Formula {
    Formula { name, part, whole }
}

/// The formulas; the first whose name fits is meant.
pub const FORMULAS: [Formula; 18] = [
    formula("不良贷款率", &["不良贷款余额", "不良贷款"], &["贷款余额", "各项贷款余额", "贷款总额"]),
    formula("不良率", &["不良贷款余额", "不良贷款"], &["贷款余额", "各项贷款余额", "贷款总额"]),
    formula("收入质量", &["税收收入"], &["公共预算收入", "一般预算收入", "财政收入"]),
    formula("存贷比", &["贷款余额", "各项贷款余额"], &["存款余额", "各项存款余额"]),
    formula("成本收入比", &["业务及管理费", "业务及管理费用"], &["营业收入"]),
    formula("资产负债率", &["负债总额", "负债合计", "负债总计", "负债"], &["资产总额", "资产合计", "资产总计", "资产"]),
    formula("收入利润率", &["利润总额", "营业利润"], &["营业收入"]),
    formula("毛利率", &["毛利", "毛利润"], &["营业收入", "主营业务收入"]),
    formula("净利率", &["净利润"], &["营业收入"]),
    formula("产销率", &["销售产值"], &["总产值"]),
    formula("亏损面", &["亏损企业"], &["企业"]),
    formula("恩格尔系数", &["食品烟酒支出", "食品烟酒消费支出", "食品支出"], &["消费支出"]),
    formula("消费率", &["消费支出"], &["可支配收入"]),
    formula("闲置率", &["闲置房产面积", "闲置面积", "闲置"], &["房屋面积", "房产面积", "总面积"]),
    formula("返奖率", &["兑付奖金", "奖金"], &["销售福利彩票", "销售体育彩票", "销量", "销售额"]),
    formula("城镇化率", &["城镇常住人口", "城镇人口"], &["常住人口"]),
    formula(
        "在职人员控制率",
        &["实有在职人数", "在职人数", "在职人员", "实有人数", "在职", "实有"],
        &["编制", "编制数", "编制人数", "核定编制"],
    ),
    formula(
        "成新率",
        &["净值", "账面净值", "资产净值", "固定资产净值"],
        &["原值", "账面原值", "资产原值", "固定资产原值"],
    ),
];
