//! What the public forms of department budgets and final accounts must satisfy (官方勾稽关系).
//!
//! A formula is data and program in one: `表：行@列 = 行@列 + …`, with the names of [`super::form`]. Without a column it holds
//! in every column of its row, without a row in every row; `表.行` is a row of another form, at its total. Behind `?` a row or
//! column may be absent from the form. `Σ各项` are the items above a total, `Σ类` the accounts of three digits, `Σ其他类` those of
//! them that are not for staff, `Σ下级` the accounts below each account.

use super::form::Stage;

/// How an identity is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// By its formulas.
    Formulas,
    /// By its formulas, of which only what holds is stated: it explains a difference that is no fault.
    Explains,
    /// By words or names; its formulas are for people.
    Words,
}

/// An identity (勾稽关系).
#[derive(Clone, Copy, Debug)]
pub struct Identity {
    /// J01 …
    pub code: &'static str,
    /// What must agree, in words.
    pub title: &'static str,
    /// Its formulas.
    pub formulas: &'static [&'static str],
    /// How it is checked.
    pub check: Check,
    /// Where it comes from; 参考 where that is professional usage and no text that was read.
    pub basis: &'static str,
    /// The first and the last year for which it holds; none where that is open.
    pub years: (Option<i32>, Option<i32>),
    /// Whether only budgets or only final accounts must satisfy it.
    pub stage: Option<Stage>,
    /// The warning that a difference raises.
    pub warning: &'static str,
}

const FORMS: &str = "部门决算公开样表（财政部）表内、表间勾稽关系（参考）";
const LAW: &str = "《预算法实施条例》第六条：功能分类公开到项，经济分类公开到款；部门决算公开样表（参考）";
const CLASSES: &str = "部门预算支出经济分类科目（2018年改革，参考）";
const THREE: &str = "财政部关于“三公”经费公开的要求（参考）";
const BUDGET: &str = "部门预算公开样表（参考）";
const PROCUREMENT: &str = "《政府采购法》第二条；政府采购支出公开要求（参考）";
const ALWAYS: (Option<i32>, Option<i32>) = (None, None);

const fn formulas(
    code: &'static str,
    title: &'static str,
    formulas: &'static [&'static str],
    basis: &'static str,
    warning: &'static str,
) -> Identity {
    Identity { code, title, formulas, check: Check::Formulas, basis, years: ALWAYS, stage: None, warning }
}

const fn words(
    code: &'static str,
    title: &'static str,
    expressions: &'static [&'static str],
    basis: &'static str,
    warning: &'static str,
) -> Identity {
    Identity { check: Check::Words, ..formulas(code, title, expressions, basis, warning) }
}

/// All identities, in the order of their codes.
pub const IDENTITIES: &[Identity] = &[
    formulas("J01", "本年收入合计等于各项收入之和", &["收支总表：本年收入合计 = Σ各项"], FORMS, "W01"),
    formulas(
        "J02",
        "本年收入加使用结余和年初结转等于收入总计",
        &["收支总表：本年收入合计 + 使用非财政拨款结余? + 年初结转和结余? = 收入总计"],
        FORMS,
        "W01",
    ),
    formulas(
        "J03",
        "本年支出加结余分配和年末结转等于支出总计",
        &["收支总表：本年支出合计 = Σ各项", "收支总表：本年支出合计 + 结余分配? + 年末结转和结余? = 支出总计"],
        FORMS,
        "W01",
    ),
    formulas("J04", "收入总计等于支出总计", &["收支总表：收入总计 = 支出总计"], FORMS, "W07").only(Stage::Accounts),
    formulas(
        "J05",
        "收入表的合计与各列、各级科目",
        &[
            "收支总表.本年收入合计 = 收入表.合计@本年收入合计",
            "收支总表.一般公共预算 + 收支总表.政府性基金? + 收支总表.国有资本经营? = 收入表.合计@财政拨款收入",
            "收入表：@本年收入合计 = @财政拨款收入 + @上级补助收入? + @事业收入? + @经营收入? + @附属单位上缴收入? + @其他收入?",
            "收入表：合计 = Σ类",
            "收入表：科目 = Σ下级",
        ],
        LAW,
        "W01",
    ),
    formulas(
        "J06",
        "支出表的合计与各列、各级科目",
        &[
            "收支总表.本年支出合计 = 支出表.合计@本年支出合计",
            "支出表：@本年支出合计 = @基本支出 + @项目支出 + @上缴上级支出? + @经营支出? + @对附属单位补助支出?",
            "支出表：合计 = Σ类",
            "支出表：科目 = Σ下级",
        ],
        LAW,
        "W01",
    ),
    formulas(
        "J07",
        "财政拨款收入等于三本预算之和",
        &[
            "拨款总表：本年收入合计 = 一般公共预算 + 政府性基金? + 国有资本经营?",
            "收支总表.一般公共预算 + 收支总表.政府性基金? + 收支总表.国有资本经营? = 收入表.合计@财政拨款收入",
            "收入表.合计@财政拨款收入 = 拨款总表.本年收入合计",
        ],
        FORMS,
        "W01",
    ),
    formulas(
        "J08",
        "财政拨款收支平衡，各项资金分别平衡",
        &[
            "拨款总表：本年支出合计 = Σ各项",
            "拨款总表：本年收入合计 + 年初结转和结余? = 收入总计",
            "拨款总表：本年支出合计 + 年末结转和结余? = 支出总计",
            "拨款总表：收入总计 = 支出总计",
            "拨款总表：年初结转和结余 = 年初一般公共预算 + 年初政府性基金? + 年初国有资本经营?",
            "拨款总表：一般公共预算 + 年初一般公共预算 = 本年支出合计@一般公共预算 + 年末结转和结余@一般公共预算",
            "拨款总表：政府性基金 + 年初政府性基金 = 本年支出合计@政府性基金 + 年末结转和结余@政府性基金",
            "拨款总表：国有资本经营 + 年初国有资本经营 = 本年支出合计@国有资本经营 + 年末结转和结余@国有资本经营",
            "拨款总表：支出@本年支出合计 = 支出@一般公共预算 + 支出@政府性基金? + 支出@国有资本经营?",
        ],
        FORMS,
        "W07",
    ),
    formulas(
        "J09",
        "一般公共预算支出表的合计与各列、各级科目",
        &[
            "拨款总表.本年支出合计@一般公共预算 = 一般支出表.合计@本年支出合计",
            "一般支出表：@本年支出合计 = @基本支出 + @项目支出",
            "一般支出表：合计 = Σ类",
            "一般支出表：科目 = Σ下级",
        ],
        LAW,
        "W01",
    ),
    formulas(
        "J10",
        "一般公共预算基本支出等于人员经费与公用经费之和",
        &[
            "一般支出表.合计@基本支出 = 基本支出表.人员经费合计 + 基本支出表.公用经费合计",
            "一般支出表.合计@基本支出 = 基本支出表.合计@本年支出合计",
            "基本支出表：@本年支出合计 = @人员经费 + @公用经费",
        ],
        FORMS,
        "W01",
    ),
    formulas(
        "J11",
        "人员经费、公用经费由各类组成，类等于款之和",
        &[
            "基本支出表：人员经费合计 = 301 + 303?",
            "基本支出表：公用经费合计 = Σ其他类",
            "基本支出表：合计 = Σ类",
            "基本支出表：科目 = Σ下级",
        ],
        CLASSES,
        "W01",
    ),
    formulas(
        "J12",
        "政府性基金：年初结转加收入减支出等于年末结转",
        &[
            "拨款总表.本年支出合计@政府性基金 = 基金表.合计@本年支出合计",
            "基金表：@年初结转和结余 + @本年收入 − @本年支出合计 = @年末结转和结余",
            "基金表：@本年支出合计 = @基本支出 + @项目支出",
            "基金表：合计 = Σ类",
            "基金表：科目 = Σ下级",
        ],
        FORMS,
        "W07",
    ),
    formulas(
        "J13",
        "国有资本经营预算支出与财政拨款总表一致",
        &[
            "拨款总表.本年支出合计@国有资本经营 = 国资表.合计@本年支出合计",
            "国资表：@本年支出合计 = @基本支出 + @项目支出",
            "国资表：合计 = Σ类",
            "国资表：科目 = Σ下级",
        ],
        FORMS,
        "W01",
    )
    .since(2019),
    formulas(
        "J14",
        "“三公”经费等于出国、用车、接待之和，用车等于购置与运行之和",
        &[
            "三公表：公务用车费 = 公务用车购置费 + 公务用车运行维护费",
            "三公表：三公合计 = 因公出国费 + 公务用车费 + 公务接待费",
        ],
        THREE,
        "W10",
    ),
    formulas(
        "J15",
        "基本支出中的“三公”科目不大于“三公”经费决算",
        &[
            "基本支出表.30212 ≤ 三公表.因公出国费@决算数",
            "基本支出表.30217 ≤ 三公表.公务接待费@决算数",
            "基本支出表.30231 ≤ 三公表.公务用车运行维护费@决算数",
            "基本支出表.31013 ≤ 三公表.公务用车购置费@决算数",
        ],
        THREE,
        "W38",
    ),
    formulas(
        "J16",
        "财政拨款的基本支出、项目支出不大于全部资金的",
        &["一般支出表.合计@基本支出 ≤ 支出表.合计@基本支出", "一般支出表.合计@项目支出 ≤ 支出表.合计@项目支出"],
        FORMS,
        "W30",
    ),
    words(
        "J17",
        "文中占比以对应表的合计为分母",
        &[
            "收入占比 = 该项收入 ÷ 收入表.合计@本年收入合计",
            "支出占比 = 该项支出 ÷ 支出表.合计@本年支出合计",
            "“三公”占比 = 该项 ÷ 三公表.三公合计@决算数",
        ],
        FORMS,
        "W02",
    ),
    Identity {
        check: Check::Explains,
        ..words(
            "J18",
            "支出合计与财政拨款支出之差由结转解释",
            &["支出表.合计@本年支出合计 − 拨款总表.本年支出合计 = 收支总表.年初结转和结余 − 收支总表.年末结转和结余"],
            FORMS,
            "W01",
        )
    },
    words(
        "J19",
        "机关运行经费与公用经费",
        &[
            "行政单位：机关运行经费 = 基本支出表.公用经费合计",
            "含事业单位的部门：机关运行经费 ≤ 基本支出表.公用经费合计",
        ],
        "部门决算公开说明要求：机关运行经费为行政单位和参公单位的日常公用经费（参考）",
        "W37",
    )
    .since(2015),
    words(
        "J20",
        "政府采购总额等于货物、工程、服务之和，授予中小企业不大于总额",
        &["政府采购支出总额 = 货物 + 工程 + 服务", "授予小微企业合同金额 ≤ 授予中小企业合同金额 ≤ 政府采购支出总额"],
        PROCUREMENT,
        "W30",
    ),
    words("J21", "经济分类编码与名称相符", &["基本支出表：编码 = 名称对应的编码"], CLASSES, "W39"),
    words("J22", "空表应附说明", &["基金表、国资表全为零或空白 ⇒ 附有“本单位无……”"], FORMS, "W49").since(2016),
    formulas(
        "J23",
        "预算收支平衡，支出预算等于基本支出与项目支出之和",
        &[
            "收支总表：收入总计 = 支出总计",
            "收支总表.收入总计 = 收入表.合计@本年收入合计",
            "收支总表.支出总计 = 支出表.合计@本年支出合计",
            "收支总表：收入总计 = Σ各项",
            "收支总表：支出总计 = Σ各项",
        ],
        BUDGET,
        "W07",
    )
    .only(Stage::Budget),
];

/// The identity of a code.
#[must_use]
pub fn identity(code: &str) -> Option<&'static Identity> {
    IDENTITIES.iter().find(|identity| identity.code == code)
}

impl Identity {
    const fn since(self, year: i32) -> Self {
        Self { years: (Some(year), None), ..self }
    }

    const fn only(self, stage: Stage) -> Self {
        Self { stage: Some(stage), ..self }
    }

    /// Whether it holds for a year; for an unknown one it does.
    #[must_use]
    pub fn is_valid(&self, year: Option<i32>) -> bool {
        let (from, until) = self.years;
        year.is_none_or(|y| from.is_none_or(|from| from <= y) && until.is_none_or(|until| y <= until))
    }
}
