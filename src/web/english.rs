//! What the engine says in the languages of the interface (两种说法). It comes with each answer, so that the page, which paints first, does
//! not carry it; what a finding says of its figures stays as it is, to be sent to those who wrote the report.

mod term;
mod warning;

use crate::app::answer::Said;
use crate::gather::{Gather, SortedSet};
use crate::report::Report;
use term::term;
use warning::WARNINGS;

/// The name of a warning in English; empty for a code that is none.
#[must_use]
pub fn warning(code: &str) -> &'static str {
    row(code).map_or("", |(_, name, _)| name)
}

fn row(code: &str) -> Option<&'static (&'static str, &'static str, &'static str)> {
    WARNINGS.iter().find(|(other, ..)| *other == code)
}

/// What a report says in both languages, each once: its stable words, and the sentences that are said in English too. Those of its reader
/// are known already.
#[must_use]
pub fn said(report: &Report, reader: Vec<Said>) -> Vec<Said> {
    let mut out = reader;
    out.extend(codes(report).into_iter().filter_map(|code| Some((code.to_owned(), term(code)?.map(str::to_owned)))));
    let mut add = |said: &str, english: Option<String>| {
        if let Some(english) = english.filter(|_| !out.iter().any(|(other, _)| other == said)) {
            out.push((said.to_owned(), [String::new(), english]));
        }
    };
    for finding in &report.findings {
        if let Some((_, name, remedy)) = row(&finding.code) {
            add(&finding.title, Some((*name).to_owned()));
            add(&finding.remedy, Some((*remedy).to_owned()));
        }
        add(&finding.basis, phrase(&finding.basis));
        if let Some(diagnosis) = &finding.diagnosis {
            add(&diagnosis.text, phrase(&diagnosis.text).or_else(|| slip(&diagnosis.text)));
        }
    }
    let reasons: SortedSet<&str> =
        report.relations.iter().filter_map(|relation| relation.reason.as_deref()).gather_set();
    for said in reasons.into_iter().chain(report.reading.iter().map(|note| note.message.as_str())) {
        add(said, phrase(said));
    }
    out
}

/// The stable words of a report.
fn codes(report: &Report) -> SortedSet<&str> {
    let mut codes: SortedSet<&str> = report
        .figures
        .iter()
        .flat_map(|figure| [figure.measure.as_deref(), figure.period.as_deref()])
        .flatten()
        .gather_set();
    codes.extend(
        report.totals.iter().flat_map(|total| [Some(total.measure.as_str()), total.period.as_deref()]).flatten(),
    );
    codes.extend(report.excluded.iter().map(|digits| digits.reason.as_str()));
    codes.extend(report.relations.iter().filter_map(|relation| Some(relation.working.as_ref()?.allowance.as_str())));
    codes.insert(&report.document.format);
    codes
}

/// A sentence of [`PHRASES`] in English.
fn phrase(said: &str) -> Option<String> {
    PHRASES.iter().find_map(|(chinese, english)| Some(fill(english, &gaps(said, chinese)?)))
}

/// What stands in the gaps of a form.
fn gaps<'s>(said: &'s str, form: &str) -> Option<Vec<&'s str>> {
    let mut literals = form.split("{}");
    let mut rest = said.strip_prefix(literals.next()?)?;
    let mut found = Vec::new();
    for literal in literals {
        let (gap, behind) = if literal.is_empty() { (rest, "") } else { rest.split_once(literal)? };
        found.push(gap);
        rest = behind;
    }
    rest.is_empty().then_some(found)
}

fn fill(form: &str, gaps: &[&str]) -> String {
    let mut gaps = gaps.iter();
    form.split("{}").flat_map(|literal| [literal, gaps.next().copied().unwrap_or_default()]).collect()
}

/// What would hold, had a digit not slipped: as many figures as could have.
fn slip(said: &str) -> Option<String> {
    let changes = said.strip_prefix("若“")?.strip_suffix("），则算式成立，请核对原始凭证")?;
    let english = SLIPS.iter().fold(changes.to_owned(), |said, (chinese, english)| said.replace(chinese, english));
    Some(format!("If “{english}), it would hold; see the vouchers"))
}

const SLIPS: [(&str, &str); 7] = [
    ("”为“", "” were “"),
    ("，或“", ", or “"),
    ("（均", "（"),
    ("（相邻两位数字对调", " (two neighbouring digits exchanged"),
    ("（仅一位数字不同", " (a single digit differs"),
    ("；另有", "; "),
    ("个数据如此改动也可", " more would do as well"),
];

/// What a report says, in Chinese and in English, with `{}` for what differs: why a relation is unchecked, where duties come from, what
/// would explain a gap, what is said of a text that holds several reports.
const PHRASES: &[(&str, &str)] = &[
    ("文中没有找到用于计算的基数", "The base that it is computed from is not in the text"),
    ("有多个可能的对应数据，无法确定是哪一个", "Several figures could be meant, and which one is not certain"),
    ("含有约数，无法精确核对", "A vague number takes part, which cannot be checked exactly"),
    ("数字过大，无法精确计算", "The numbers are too large to be computed exactly"),
    (
        "文中没有写明部门是否含有事业单位，小于表中的数不一定有误",
        "Whether the department includes public institutions is not said; less than in the table need not be wrong",
    ),
    ("有单位的报告不在其中，或没有写出这项数据", "A unit's report is not among them or does not give the figure"),
    ("只有一方的报告提到", "Only one side's report speaks of it"),
    (
        "增长率按可比价格、可比口径计算，或基数为负，不能由两个数直接算出",
        "The growth is at comparable prices or of a comparable scope, or from a negative base; the two figures do not give it",
    ),
    ("有单元格为空，空白不一定是零", "A cell is empty, and empty need not be zero"),
    (
        "《中华人民共和国预算法》第七十五条：决算草案应当真实、准确、完整、及时",
        "Budget Law of the PRC, Article 75: draft final accounts shall be true, accurate, complete and timely",
    ),
    (
        "《中华人民共和国预算法》第十三条：支出必须以经批准的预算为依据",
        "Budget Law of the PRC, Article 13: expenditure must rest on the approved budget",
    ),
    (
        "《项目支出绩效评价管理办法》（财预〔2020〕10号，参考）",
        "Measures for the Performance Evaluation of Project Expenditure (Caiyu [2020] No. 10, for reference)",
    ),
    (
        "财政部关于“三公”经费公开的要求：合计等于三项之和，公务用车分购置和运行维护列示（参考）",
        "Ministry of Finance on publishing the three public expenses (三公): the total is the sum of the three; vehicles are split into purchase and running costs (for reference)",
    ),
    (
        "《政府收支分类科目》：支出功能分类科目、部门预算支出经济分类科目（2018年改革，参考）",
        "Classification of Government Revenue and Expenditure: functional and departmental economic accounts (reform of 2018, for reference)",
    ),
    (
        "《地方预决算公开操作规程》（财预〔2016〕143号）：空表一并公开并说明（参考）",
        "Procedures for Publishing Local Budgets and Final Accounts (Caiyu [2016] No. 143): empty forms are published with a note (for reference)",
    ),
    ("财务报告审核通行做法（参考）", "Common practice in reviewing financial reports (for reference)"),
    (
        "部门整体支出绩效评价共性指标体系框架（财预〔2013〕53号，参考）",
        "Framework of Common Indicators for Evaluating Departments' Whole Expenditure (Caiyu [2013] No. 53, for reference)",
    ),
    (
        "项目支出绩效自评表：执行率低于90%应说明原因（参考），其余界限为审核经验值",
        "Self-evaluation form for project expenditure: execution below 90% wants a reason (for reference); other limits are reviewers' experience",
    ),
    (
        "湖南省部门整体支出绩效评价指标表：预算控制率超过30%不得分（参考）",
        "Hunan Province, indicators for departments' whole expenditure: no points above 30% of budget change (for reference)",
    ),
    (
        "《中华人民共和国预算法》第十四条：经批复的部门预算、决算在批复后二十日内公开",
        "Budget Law of the PRC, Article 14: departments publish approved budgets and final accounts within twenty days",
    ),
    (
        "《中华人民共和国政府信息公开条例》第十七条：公开前应当审查",
        "Regulations on Open Government Information, Article 17: information is reviewed before it is published",
    ),
    (
        "本工具的规则：有两个可能的对应数据时不作猜测",
        "Rule of this program: where two figures could be meant it does not guess",
    ),
    ("使用者自定的关系，不是文中或制度所写", "A relation of the user's own, stated by neither text nor rules"),
    (
        "数额相符而增减方向相反，请核对“增加”“减少”等用词，并核对所述原因",
        "The amount fits, the direction is the opposite; see the words for increase and decrease, and the reasons given",
    ),
    (
        "四舍五入应为“{}”，文中“{}”像是截断而非四舍五入",
        "Rounded it would be “{}”; “{}” in the text looks cut off instead",
    ),
    (
        "差额{}恰等于该项，可能该项未分解、漏列或重复计算（{}）",
        "“{}” is the difference and just this item, which may be left out, counted twice or not broken down ({})",
    ),
    (
        "差额{}恰等于该项，可能漏列或多列（{}）",
        "“{}” is the difference and just this item, which may be left out or one too many ({})",
    ),
    ("若“{}”为“{}”，则算式成立，可能写错了单位", "If “{}” were “{}” it would hold; the unit may be wrong"),
    (
        "若“{}”放大或缩小为{}，则算式成立，可能是单位或小数点错位",
        "If “{}” were “{}” it would hold; the unit may be wrong or the decimal point misplaced",
    ),
    ("建议先核对“{}”", "Check “{}” first"),
    ("“{}”恰为其余部分所占的比率，可能两者写反", "“{}” is just the rate of the rest; the two may be exchanged"),
    (
        "分子与分母颠倒后，与“{}”相符，可能两者写反",
        "Turned upside down it gives “{}”; numerator and denominator may be exchanged",
    ),
    (
        "“{}”恰为对“{}”的相对变动幅度，可能把百分数写成了百分点",
        "“{}” is just the change relative to “{}”; per cent may have been written as percentage points",
    ),
    ("若以“{}”为基数，则与“{}”相符，可能用错了基数", "Over “{}” it gives “{}”; the base may be the wrong one"),
    (
        "“{}”与该项以前年度的数相同，可能沿用了旧数",
        "“{}” is the item's figure of an earlier year, which may have been kept",
    ),
    ("“{}”与相邻的数相同，可能误抄", "“{}” is the same as the figure beside it; it may be a copying error"),
    (
        "文中有{}份报告（{}），已逐份核对；各份之间的同名数字不互相比较，需要比较的可以自定关系。总体数据和指标取自第1份。",
        "The text holds {} reports ({}); each was checked by itself. Equal names in different reports are not compared; state a relation of your own where they should be. Headline amounts and indicators are those of the first.",
    ),
];
