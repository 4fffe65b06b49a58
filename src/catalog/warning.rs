//! The one table of warnings: code, title, severity, basis, and how to put it right (预警).

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
    /// How to put it right, in one sentence without its full stop.
    pub remedy: &'static str,
    /// The first year of reports that its basis speaks of; none for arithmetic and usage, which always held.
    pub since: Option<i32>,
}

impl Warning {
    const fn since(self, year: i32) -> Self {
        Self { since: Some(year), ..self }
    }

    /// Whether it may be raised of a report on a year; of one on an unknown year it may.
    #[must_use]
    pub fn is_valid(&self, year: Option<i32>) -> bool {
        year.is_none_or(|year| self.since.is_none_or(|since| since <= year))
    }
}

const TRUE_ACCOUNTS: &str = "《中华人民共和国预算法》第七十五条：决算草案应当真实、准确、完整、及时";
const BUDGET_FIRST: &str = "《中华人民共和国预算法》第十三条：支出必须以经批准的预算为依据";
const SCORING: &str = "《项目支出绩效评价管理办法》（财预〔2020〕10号，参考）";
const THREE_PUBLIC: &str = "财政部关于“三公”经费公开的要求：合计等于三项之和，公务用车分购置和运行维护列示（参考）";
const CLASSIFICATION: &str = "《政府收支分类科目》：支出功能分类科目、部门预算支出经济分类科目（2018年改革，参考）";
const EMPTY_FORMS: &str = "《地方预决算公开操作规程》（财预〔2016〕143号）：空表一并公开并说明（参考）";
const USAGE: &str = "财务报告审核通行做法（参考）";
const INDICATORS: &str = "部门整体支出绩效评价共性指标体系框架（财预〔2013〕53号，参考）";
const EXECUTION: &str = "项目支出绩效自评表：执行率低于90%应说明原因（参考），其余界限为审核经验值";
const HUNAN: &str = "湖南省部门整体支出绩效评价指标表：预算控制率超过30%不得分（参考）";
const PUBLICATION: &str = "《中华人民共和国预算法》第十四条：经批复的部门预算、决算在批复后二十日内公开";
const REVIEW: &str = "《中华人民共和国政府信息公开条例》第十七条：公开前应当审查";
const OWN_RULES: &str = "本工具的规则：有两个可能的对应数据时不作猜测";

const USER: &str = "使用者自定的关系，不是文中或制度所写";

const fn row(
    code: &'static str,
    title: &'static str,
    severity: Severity,
    basis: &'static str,
    remedy: &'static str,
) -> Warning {
    Warning { code, title, severity, basis, remedy, since: None }
}

use crate::text::Mention;
use Severity::{Error, Note, Suspect};

/// All warnings in use, in the order of their codes.
pub const WARNINGS: &[Warning] = &[
    row(
        "W01",
        "合计与分项不符",
        Error,
        TRUE_ACCOUNTS,
        "逐项核对原始凭证和决算表，改正合计数或有误的分项，漏列的补上、重复的删去",
    ),
    row(
        "W02",
        "比率复算不符",
        Error,
        TRUE_ACCOUNTS,
        "核对分子、分母和所写比率，改正其中有误的一个，并写明分母是哪一个数",
    ),
    row(
        "W03",
        "同一数据前后不一致",
        Error,
        TRUE_ACCOUNTS,
        "查明两处是否同一口径：同一口径的统一为一个数，口径不同的在文中写明",
    ),
    row("W04", "增减方向与数字矛盾", Error, TRUE_ACCOUNTS, "核对两个数和“增加”“减少”等用词，改正其中有误的一个"),
    row("W05", "基数为零仍写比率", Error, TRUE_ACCOUNTS, "删去该比率，只写增减的金额，或写明上年（预算）没有发生"),
    row("W06", "比率的分母口径不明", Suspect, USAGE, "写明分母是年初预算、调整预算还是全年预算，全文统一"),
    row(
        "W07",
        "收支不平衡",
        Error,
        TRUE_ACCOUNTS,
        "按“年初结转+本年收入=本年支出+年末结转”逐项核对，补齐漏写的结余分配、上缴等项目",
    ),
    row("W08", "单位量级疑似有误", Suspect, USAGE, "核对金额单位（元、万元），与决算表统一"),
    row("W09", "百分号缺失", Note, USAGE, "在数字后补上“%”"),
    row(
        "W10",
        "“三公”经费与分项不符或未分列",
        Error,
        THREE_PUBLIC,
        "按因公出国（境）费、公务用车购置费、公务用车运行维护费、公务接待费四项分列并重新加总",
    ),
    row(
        "W11",
        "“三公”经费超预算",
        Suspect,
        INDICATORS,
        "核对预算数和决算数的口径；确已超支的，写明批准调整的文件和原因",
    )
    .since(2013),
    row("W12", "“三公”经费较上年增长", Note, INDICATORS, "写明增长的原因和批准依据").since(2013),
    row("W13", "无预算支出", Note, BUDGET_FIRST, "写明支出的依据（追加、调剂或上年结转的文件），没有依据的按规定整改")
        .since(2015),
    row("W14", "“三公”经费变动未说明原因", Note, USAGE, "补写增减的主要原因"),
    row("W15", "“三公”经费要素不全", Note, USAGE, "补写出国团组数和人次、车辆购置数和保有量、接待批次和人次"),
    row("W16", "预算执行偏离大", Note, EXECUTION, "写明偏离的原因，下年度据此调整预算编制").since(2019),
    row("W17", "预算追加率高", Note, HUNAN, "写明追加的项目和文件依据；可以预见的支出下年度列入年初预算").since(2015),
    row("W18", "年初预算未细化", Note, USAGE, "把预留、代编和经常追加的支出在编制年初预算时落实到项目"),
    row("W19", "结转结余过大", Note, INDICATORS, "写明结转结余的项目和原因，按规定及时盘活或交回").since(2013),
    row("W20", "公用经费超预算", Suspect, INDICATORS, "核对预算数和决算数的口径；确已超支的，写明追加的文件和原因")
        .since(2013),
    row(
        "W21",
        "实有人数超过编制",
        Suspect,
        INDICATORS,
        "核对编制数和在职人数的口径（编外、退休人员不计入），超编的写明批准依据",
    )
    .since(2013),
    row("W22", "指标所需数据不全", Note, INDICATORS, "补写所缺的数据，以便计算控制率、变动率、完成率").since(2013),
    row("W23", "自评分或等级与分项不符", Error, SCORING, "重新加总各项得分，按得分所在的区间写等级"),
    row("W24", "执行率得分与执行率不符", Error, SCORING, "按“分值×执行率”重新计算得分，得分不超过分值"),
    row("W25", "自评分与执行情况不相称", Note, USAGE, "对照执行率、追加率、人员控制率重新核定得分"),
    row("W26", "未完成而没有偏差原因", Suspect, SCORING, "补写偏差原因和改进措施，或改正完成值").since(2019),
    row("W27", "指标不量化", Note, SCORING, "把指标值写成可以核对的数；不涉及的指标删去，分值分给其他指标").since(2019),
    row("W28", "目标值明显偏低", Note, SCORING, "写明大幅超额的原因，下年度按实际能力设定指标值").since(2019),
    row("W29", "数量与清单不符", Suspect, USAGE, "核对清单和所写的个数，补上漏列的或改正个数"),
    row("W30", "部分大于全部", Error, TRUE_ACCOUNTS, "核对两个数的口径和单位，改正其中有误的一个"),
    row("W31", "人员数字不闭合", Suspect, USAGE, "按编制和人事台账核对各类人员数，改正合计或分项"),
    row(
        "W32",
        "政府采购分项与总额不符",
        Error,
        TRUE_ACCOUNTS,
        "按采购合同核对货物、工程、服务各项和授予中小企业的金额",
    ),
    row("W33", "资产、车辆分项与合计不符", Error, TRUE_ACCOUNTS, "按资产台账核对各类资产、车辆的数量和金额"),
    row("W34", "模板文字残留", Note, USAGE, "填写占位处的内容，删去不适用的选项"),
    row("W35", "标题年度与正文不同", Note, USAGE, "核对报告年度，统一标题和正文的年份"),
    row("W36", "单位名称不一致", Note, USAGE, "统一标题和落款的单位名称"),
    row("W37", "正文与表格不符", Error, TRUE_ACCOUNTS, "以核对过的决算表为准，统一正文和表格的数字"),
    row(
        "W38",
        "基本支出所列“三公”科目大于“三公”经费",
        Error,
        THREE_PUBLIC,
        "核对基本支出明细和“三公”经费表的口径，改正其中有误的一个",
    ),
    row(
        "W39",
        "支出科目的编码、名称或级次不一致",
        Note,
        CLASSIFICATION,
        "按政府收支分类科目改正编码或名称；款、项与类并列的，归入所属的类，或注明级次",
    )
    .since(2018),
    row("W40", "公开晚于规定时限", Note, PUBLICATION, "核对批复和公开的日期；确已超过时限的，写明原因").since(2015),
    row("W41", "表述自相矛盾", Note, USAGE, "统一对预算执行情况的评价"),
    row("W42", "完成率100%却写有差额", Error, TRUE_ACCOUNTS, "核对预算数、决算数和完成率，改正其中有误的一个"),
    row("W43", "含有个人或账户信息", Note, REVIEW, "公开前隐去号码，或改用办公电话"),
    row("W44", "未核对的关系", Note, OWN_RULES, "按所列原因人工核对，或在文中写明基数和口径后重新核对"),
    row("W45", "增减额复算不符", Error, TRUE_ACCOUNTS, "核对前后两个数和增减额，改正其中有误的一个"),
    row("W46", "仅按取整理解时成立", Note, USAGE, "写出取整前的准确数字，或注明“约”"),
    row("W47", "序号不连续", Note, USAGE, "补上漏掉的条目或改正序号"),
    row("W48", "得分与按比例计算的不符", Note, USAGE, "写明评分标准；按比例计分的，重新计算得分"),
    row("W49", "空表未附说明", Note, EMPTY_FORMS, "在空表下注明本单位没有该项收支").since(2016),
    row("W50", "与自定关系不符", Suspect, USER, "先看自定的关系是否应当成立，再核对其中的各个数"),
    row(
        "W61",
        "汇总数与所属单位之和不符",
        Suspect,
        TRUE_ACCOUNTS,
        "逐户核对所属单位的数字，查明漏汇、重复汇总或内部往来未抵销的，改正后重新汇总",
    ),
    row("W62", "划转双方所述不符", Suspect, TRUE_ACCOUNTS, "请划出和划入双方核对金额和年度，统一后各自改正"),
    row("W63", "与上年报告不衔接", Suspect, TRUE_ACCOUNTS, "核对上年报告的年末数，有调整的写明调整的原因和依据"),
    row("W64", "同一单位各文件数据不一致", Suspect, TRUE_ACCOUNTS, "查明各文件是否同一口径，同一口径的统一为一个数"),
    row("W65", "与同组各单位相差悬殊", Note, USAGE, "核对单位和小数点；确有差别的，写明原因"),
];

/// Warnings of one pair of figures that say the same more sharply: they hang under the other where both are raised.
const FOLLOWING: [(&str, &str); 2] = [("W17", "W16"), ("W18", "W17")];

/// The warning under which another hangs.
#[must_use]
pub fn follows(code: &str) -> Option<&'static str> {
    FOLLOWING.iter().find(|(follower, _)| *follower == code).map(|(_, lead)| *lead)
}

/// Totals and bounds with a warning of their own: what the item's name holds, and the warning that takes the other's place.
const OWN: [(&str, &[&str], &str); 5] = [
    ("W01", &["三公", "用车购置及运", "用车购置和运", "公车购置及运"], "W10"),
    ("W01", &["政府采购"], "W32"),
    ("W30", &["政府采购", "中小企业"], "W32"),
    ("W01", &["资产", "车辆"], "W33"),
    ("W30", &["固定资产", "车辆"], "W33"),
];

/// What staff are called, at the end of an item: 在职人员, not 在职人员经费.
const STAFF: [&str; 6] = ["在职人员", "在编人员", "退休人员", "在职职工", "在职人数", "实有人数"];

/// The warning for a fault of an item: its own, where it has one.
#[must_use]
pub fn of_item(code: &'static str, item: &str) -> &'static str {
    if code == "W01" && item.ends_with_any(&STAFF) {
        return "W31";
    }
    let own = OWN.iter().find(|(general, names, _)| *general == code && names.iter().any(|name| item.contains(name)));
    own.map_or(code, |(_, _, own)| own)
}

/// The warning of a code; the first of the table for an unknown code, which the catalog test rules out.
#[must_use]
pub fn warning(code: &str) -> &'static Warning {
    WARNINGS.iter().find(|w| w.code == code).unwrap_or(&WARNINGS[0])
}
