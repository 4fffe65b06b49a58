//! The public forms of department budgets and final accounts (部门预决算公开表), known by the words of their titles.
//!
//! Their numbers say nothing: they changed with the accounts of 2022 and differ by province.
//! Source: 财政部 部门决算公开样表, 部门预算公开样表 (参考).

/// A form (表).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// 收入支出决算总表、收支预算总表.
    Overall,
    /// 收入决算表、收入预算总表.
    Income,
    /// 支出决算表、支出预算总表.
    Expenditure,
    /// 财政拨款收入支出决算总表.
    Appropriation,
    /// 一般公共预算财政拨款支出决算表.
    General,
    /// 一般公共预算财政拨款基本支出决算表.
    Basic,
    /// 政府性基金预算财政拨款收入支出决算表.
    Fund,
    /// 国有资本经营预算财政拨款支出决算表.
    Capital,
    /// 财政拨款“三公”经费支出决算表.
    ThreePublic,
}

/// What the amounts of a form are (阶段).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// 预算.
    Budget,
    /// 决算.
    Accounts,
}

/// How the title of a form is worded.
struct Title {
    form: Form,
    /// One word of each group stands in it.
    has: &'static [&'static [&'static str]],
    /// None of these does.
    without: &'static [&'static str],
}

const ENDINGS: &[&str] = &["决算表", "决算总表", "预算表", "预算总表", "总表", "总体情况表", "情况表"];

/// The first title that fits is meant.
const TITLES: [Title; 9] = [
    Title {
        form: Form::ThreePublic,
        has: &[&["三公"], &["决算", "预算", "支出表", "经费表"], &["表"]],
        without: &["政府性基金", "国有资本", "明细", "绩效", "变动", "对比"],
    },
    Title {
        form: Form::Basic,
        has: &[&["基本支出"], &["一般公共预算", "财政拨款", "基本支出决算"], &["表"]],
        without: &["项目支出", "政府预算", "政府经济", "政府性基金"],
    },
    Title {
        form: Form::Fund, has: &[&["政府性基金"], &["支出", "收支"], &["表"]], without: &["明细", "项目"]
    },
    Title {
        form: Form::Capital, has: &[&["国有资本经营"], &["支出", "收支"], &["表"]], without: &["明细", "项目"]
    },
    Title {
        form: Form::Appropriation,
        has: &[&["财政拨款收入支出", "财政拨款收支"], &["总表", "总体情况表"]],
        without: &["一般公共预算"],
    },
    Title {
        form: Form::General,
        has: &[&["一般公共预算"], &["支出"], &["表"]],
        without: &["明细", "项目支出", "经济", "收入", "收支"],
    },
    Title {
        form: Form::Overall,
        has: &[&["收入支出", "收支"], &["总表", "总体情况表"]],
        without: &["财政拨款", "一般公共"],
    },
    Title {
        form: Form::Income,
        has: &[&["收入"], ENDINGS],
        without: &[
            "支出",
            "财政拨款",
            "一般公共",
            "非税",
            "明细",
            "税收",
            "事业收入",
            "经营收入",
            "基金",
            "保险",
            "国有资本",
        ],
    },
    Title {
        form: Form::Expenditure,
        has: &[&["支出"], ENDINGS],
        without: &[
            "收入",
            "收支",
            "财政拨款",
            "一般公共",
            "基本支出",
            "项目支出",
            "经济",
            "明细",
            "采购",
            "绩效",
            "专项",
        ],
    },
];

/// The form of a title, if it is one, and what its amounts are, where the title says so.
#[must_use]
pub fn recognise(title: &str) -> Option<(Form, Option<Stage>)> {
    let plain: String = title.chars().filter(|c| !c.is_whitespace()).collect();
    let fits = |t: &&Title| {
        t.has.iter().all(|group| group.iter().any(|word| plain.contains(word)))
            && !t.without.iter().any(|word| plain.contains(word))
    };
    TITLES.iter().find(fits).map(|t| (t.form, Stage::of(&plain)))
}

impl Stage {
    /// What words say of amounts; 预算 in the name of a fund says nothing.
    #[must_use]
    pub fn of(words: &str) -> Option<Self> {
        let fund = |before: &str| ["一般公共", "政府性基金", "国有资本经营"].iter().any(|name| before.ends_with(name));
        if words.contains("决算") {
            return Some(Self::Accounts);
        }
        words.match_indices("预算").any(|(at, _)| !words.get(..at).is_some_and(fund)).then_some(Self::Budget)
    }
}

impl Form {
    /// Every form, in the order in which they are published.
    pub const ALL: [Self; 9] = [
        Self::Overall,
        Self::Income,
        Self::Expenditure,
        Self::Appropriation,
        Self::General,
        Self::Basic,
        Self::Fund,
        Self::Capital,
        Self::ThreePublic,
    ];

    /// Its short name, as formulas of identities have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Overall => "收支总表",
            Self::Income => "收入表",
            Self::Expenditure => "支出表",
            Self::Appropriation => "拨款总表",
            Self::General => "一般支出表",
            Self::Basic => "基本支出表",
            Self::Fund => "基金表",
            Self::Capital => "国资表",
            Self::ThreePublic => "三公表",
        }
    }

    /// Whether it has revenue on the left and expenditure on the right.
    #[must_use]
    pub const fn is_two_sided(self) -> bool {
        matches!(self, Self::Overall | Self::Appropriation)
    }
}

/// Which side of a form a row stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// 收入.
    Revenue,
    /// 支出.
    Spending,
    /// Forms with one side, or any.
    Any,
}

/// A row or column of the forms by its standard name (行、列).
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// Its name in formulas.
    pub name: &'static str,
    /// Where it stands.
    pub side: Side,
    /// It is worded exactly so.
    is: &'static [&'static str],
    /// Or one of these stands in it.
    has: &'static [&'static str],
}

const fn row(name: &'static str, side: Side, is: &'static [&'static str], has: &'static [&'static str]) -> Line {
    Line { name, side, is, has }
}

const fn column(name: &'static str, is: &'static [&'static str], has: &'static [&'static str]) -> Line {
    Line { name, side: Side::Any, is, has }
}

/// The rows that formulas speak of. Balances come before funds, of which they may name one.
pub const ROWS: &[Line] = &[
    row("本年收入合计", Side::Revenue, &["本年收入合计", "本年收入小计", "本年收入"], &[]),
    row("本年支出合计", Side::Spending, &["本年支出合计", "本年支出小计", "本年支出"], &[]),
    row("收入总计", Side::Revenue, &["收入总计", "总计", "收入合计", "合计"], &[]),
    row("支出总计", Side::Spending, &["支出总计", "总计", "支出合计", "合计"], &[]),
    row("使用非财政拨款结余", Side::Revenue, &[], &["使用非财政拨款", "弥补收支差额", "使用专用结余"]),
    row("年初结转和结余", Side::Revenue, &[], &["年初结转", "上年结转", "年初财政拨款结转", "年初结余"]),
    row("结余分配", Side::Spending, &[], &["结余分配"]),
    row(
        "年末结转和结余",
        Side::Spending,
        &[],
        &["年末结转", "年终结转", "结转下年", "年末财政拨款结转", "年末结余", "年终结余"],
    ),
    row("一般公共预算", Side::Revenue, &[], &["一般公共预算"]),
    row("政府性基金", Side::Revenue, &[], &["政府性基金"]),
    row("国有资本经营", Side::Revenue, &[], &["国有资本经营"]),
    row("人员经费合计", Side::Any, &["人员经费合计", "人员支出合计"], &[]),
    row("公用经费合计", Side::Any, &["公用经费合计", "日常公用经费合计", "公用支出合计"], &[]),
    row("合计", Side::Any, &["合计", "总计", "本年收入合计", "本年支出合计", "支出合计", "收入合计"], &[]),
];

/// The columns that formulas speak of; totals first.
pub const COLUMNS: &[Line] = &[
    column("总额", &["合计", "总计", "小计"], &[]),
    column("本年收入合计", &["合计", "总计", "小计", "本年收入合计", "收入合计", "本年收入"], &[]),
    column("本年支出合计", &["合计", "总计", "小计", "本年支出合计", "支出合计", "本年支出"], &[]),
    column("本年收入", &["本年收入", "本年收入合计"], &[]),
    column("财政拨款收入", &["财政拨款收入", "财政拨款", "财政拨款补助收入"], &[]),
    column("上级补助收入", &[], &["上级补助"]),
    column("事业收入", &["事业收入", "事业收入小计"], &[]),
    column("经营收入", &["经营收入", "事业单位经营收入"], &[]),
    column("附属单位上缴收入", &[], &["附属单位上缴"]),
    column("其他收入", &["其他收入"], &[]),
    column("基本支出", &["基本支出", "基本支出合计", "基本支出小计"], &[]),
    column("项目支出", &["项目支出", "项目支出合计", "项目支出小计"], &[]),
    column("上缴上级支出", &[], &["上缴上级"]),
    column("经营支出", &["经营支出", "事业单位经营支出"], &[]),
    column("对附属单位补助支出", &[], &["附属单位补助"]),
    column("一般公共预算", &[], &["一般公共预算"]),
    column("政府性基金", &[], &["政府性基金"]),
    column("国有资本经营", &[], &["国有资本经营"]),
    column("年初结转和结余", &[], &["年初结转", "上年结转", "年初结余"]),
    column("年末结转和结余", &[], &["年末结转", "年终结转", "结转下年", "年末结余", "年终结余"]),
    column("人员经费", &["人员经费", "人员支出"], &[]),
    column("公用经费", &["公用经费", "日常公用经费"], &[]),
    column("决算数", &["决算数", "决算"], &[]),
];

impl Line {
    /// Whether the words of a row or heading name this line; what stands in brackets is left out.
    #[must_use]
    pub fn is_named(&self, words: &str) -> bool {
        let plain = bare(words);
        self.is.contains(&plain.as_str()) || self.has.iter().any(|word| plain.contains(word))
    }
}

/// Words without blanks and without what stands in brackets: 使用非财政拨款结余（含专用结余） → 使用非财政拨款结余.
#[must_use]
pub fn bare(words: &str) -> String {
    let mut depth = 0u32;
    let mut out = String::with_capacity(words.len());
    for c in words.chars().filter(|c| !c.is_whitespace()) {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

/// A row by its name in formulas.
#[must_use]
pub fn row_named(name: &str) -> Option<&'static Line> {
    ROWS.iter().find(|line| line.name == name)
}

/// Headings that only say that a column is a total, or what its amounts are.
const PLAIN_HEADS: [&str; 7] = ["合计", "小计", "总计", "金额", "决算数", "预算数", "支出"];

/// Headings under which no total of a form stands.
const INNER: [&str; 14] = [
    "财政拨款收入",
    "上级补助收入",
    "事业收入",
    "经营收入",
    "附属单位上缴收入",
    "其他收入",
    "基本支出",
    "项目支出",
    "上缴上级支出",
    "经营支出",
    "对附属单位补助支出",
    "年初结转和结余",
    "年末结转和结余",
    "公用经费",
];

impl Line {
    /// Whether a column with these headings, from the top, is this one: its last heading names it, or the one above a plain
    /// 小计. A total of the form stands under no part of it, and one of spending under no 收入.
    #[must_use]
    pub fn heads(&self, path: &[String]) -> bool {
        let Some(last) = path.last() else { return false };
        let plain = |words: &str| PLAIN_HEADS.contains(&bare(words).as_str());
        match self.name {
            "总额" | "本年收入合计" | "本年支出合计" => {
                let other = if self.name == "本年收入合计" { "支出" } else { "收入" };
                let inner = |words: &String| {
                    words.contains(other) || INNER.iter().filter_map(|n| column_named(n)).any(|c| c.is_named(words))
                };
                self.is_named(last) && !path.iter().any(inner)
            }
            "决算数" => self.is_named(last),
            _ => path.iter().rev().find(|words| !plain(words)).is_some_and(|words| self.is_named(words)),
        }
    }
}

/// A column by its name in formulas.
#[must_use]
pub fn column_named(name: &str) -> Option<&'static Line> {
    COLUMNS.iter().find(|line| line.name == name)
}

/// An item of 三公 (“三公”经费项目).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outlay {
    /// 合计.
    All,
    /// 因公出国（境）费.
    Abroad,
    /// 公务用车购置及运行维护费.
    Vehicles,
    /// 公务用车购置费.
    Purchase,
    /// 公务用车运行维护费.
    Running,
    /// 公务接待费.
    Reception,
}

impl Outlay {
    /// Its name in formulas.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::All => "三公合计",
            Self::Abroad => "因公出国费",
            Self::Vehicles => "公务用车费",
            Self::Purchase => "公务用车购置费",
            Self::Running => "公务用车运行维护费",
            Self::Reception => "公务接待费",
        }
    }

    /// Every item, in the order of the form.
    pub const ALL: [Self; 6] =
        [Self::All, Self::Abroad, Self::Vehicles, Self::Purchase, Self::Running, Self::Reception];

    /// The item that words name from the outermost heading to the innermost: 公务用车购置及运行维护费 小计.
    #[must_use]
    pub fn of<'a>(words: impl DoubleEndedIterator<Item = &'a str>) -> Option<Self> {
        let mut total = false;
        for word in words.rev() {
            let plain = bare(word);
            let bought = plain.contains("购置");
            let run = (plain.contains("运行") || plain.contains("维护")) && !plain.contains("机关");
            if ["小计", "合计", "总计"].contains(&plain.as_str()) {
                total = true;
            } else if bought && run {
                return Some(Self::Vehicles);
            } else if plain.contains("出国") {
                return Some(Self::Abroad);
            } else if plain.contains("接待") {
                return Some(Self::Reception);
            } else if bought {
                return Some(Self::Purchase);
            } else if run {
                return Some(Self::Running);
            } else if plain.contains("三公") && (plain.contains("合计") || plain.contains("总额")) {
                total = true;
            }
        }
        total.then_some(Self::All)
    }
}
