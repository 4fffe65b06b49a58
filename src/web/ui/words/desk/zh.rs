//! The desk in Chinese.

use super::super::unit::named;
use super::{Calculator, Structure, Words};
use crate::desk::calculator::{Narrowed, Row};
use crate::desk::structure::Aspect;
use crate::report::{Confirmation, Direction, Pack};

pub static WORDS: Words = Words {
    no_document: "还没有核对完的报告。请先回到“核对”，放入一份报告。",
    structure: Structure {
        title: "收支结构",
        lead: "取自报告的总体数据，构成只画各项相加已经核对一致的；点项目名，回到原文中的这个数。",
        none: "报告中没有读到可以比较的总体数据。",
        pairs: "预算与决算",
        columns: ["项目", "金额", "占比"],
        pair_columns: ["项目", "预算", "决算", "决算占预算"],
        three_public: "“三公”经费两年对照",
        year_columns: ["项目", "上年决算", "本年预算", "本年决算"],
        absent: "未读到",
        bar: "图示",
        parts_of: |whole, by| {
            let by = match by {
                Aspect::Source => "（按来源）",
                Aspect::Nature => "（按性质）",
                Aspect::Class => "（按经济分类）",
                Aspect::Fund => "（按资金）",
                Aspect::Function => "（按功能分类）",
                Aspect::Item => "",
            };
            format!("{whole}的构成{by}")
        },
    },
    calculator: Calculator {
        title: "指标测算",
        lead: "数取自报告，可以改，也可以补。改过、补过的数标为“自填”，只用于测算，不改动报告，随时可以还原。",
        pack: "规则包",
        open_pack: "打开规则包…",
        pack_name: |pack| format!("{}（{}）", pack.name, pack.region),
        pack_origin: |pack| format!("{} · {}年 · {}", pack.document, pack.year, pack.basis),
        refused: |name, message| format!("“{name}”不能用作规则包：{message}"),
        status: |status| match status {
            Confirmation::Confirmed => "已核对原文",
            Confirmation::Reference => "参考",
        },
        narrow: "显示哪些指标",
        narrowed: |narrowed| match narrowed {
            Narrowed::All => "全部",
            Narrowed::Computed => "已算出",
            Narrowed::Lacking => "缺数",
            Narrowed::Attention => "需关注",
        },
        none: "没有这样的指标。",
        revert_all: |count| format!("还原全部自填（{count}）"),
        copy_table: "复制为表格",
        copy_sentence: "复制算式",
        direction: |direction| match direction {
            Direction::Lower => "越低越好",
            Direction::Higher => "越高越好",
            Direction::Target => "越接近目标越好",
        },
        line: |line| format!("正常范围{line}"),
        good: "正常",
        attention: "需关注",
        no_line: "未设正常范围",
        lacking: |names| format!("缺{}", names.join("、")),
        not_computable: "除数为零，不能计算",
        between: |least, most, unit| format!("按取位在{least}{unit}～{most}{unit}之间"),
        score: |score| format!("参考得分{}（满分{}）：{}", score.value, score.full, score.rule),
        basis: "依据",
        years: |indicator| match indicator.until {
            Some(until) => format!("适用于{}—{until}年", indicator.since),
            None => format!("{}年起适用", indicator.since),
        },
        own: "自填",
        was: |value, unit| ["报告为", value, unit].concat(),
        unit: |unit| unit,
        was_nothing: "报告中没有",
        revert: "还原",
        wanted: "报告中没有，可填",
        no_number: "读不成数，请填数字，单位可写在后面",
        place: |place| format!("到原文：{place}"),
        sentence,
        columns: ["代号", "指标", "公式", "算式", "结果", "最小", "最大", "单位", "方向", "依据", "规则包", "自填的数"],
        typed: own,
    },
    summary: &super::summary::CHINESE,
    project: &super::project::CHINESE,
    copied: "已复制",
    term: |term| named(&TERMS, term),
};

fn sentence(row: &Row, pack: &Pack) -> String {
    let working = row.indicator.working.clone().unwrap_or_else(|| row.name());
    let own = own(row);
    let own = if own.is_empty() { own } else { format!("；其中{own}为自填") };
    format!("{working}（依据：{}；规则包：{}{own}）。", row.indicator.basis, pack.name)
}

fn own(row: &Row) -> String {
    let words: Vec<String> = row.typed().map(|input| format!("{}{}{}", input.name, input.value, input.unit)).collect();
    words.join("、")
}

const TERMS: [(&str, &str); 7] = [
    ("outturn", "决算数"),
    ("budget", "预算数"),
    ("initialBudget", "年初预算"),
    ("adjustedBudget", "调整预算"),
    ("stated", "文中数据"),
    ("previousYear", "上年"),
    ("currentYear", "本年"),
];
