//! All Chinese wording of findings. It shows both places and the working, and never says which side is right.

use super::Judged;
use super::working::Worked;
use crate::fact::{Fact, Facts, Role};
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Source};
use crate::report::signed;

/// Words that name nothing by themselves.
const NAMELESS: [&str; 6] = ["和", "的", "前", "后", "尚", "合"];

/// The one copyable line of a failing or coarse relation.
#[must_use]
pub fn line(
    judged: &Judged,
    worked: &Worked,
    is_turned: bool,
    facts: &Facts,
    place: &dyn Fn(usize) -> String,
) -> String {
    let (operands, result) = judged.relation.equation.facts();
    let named = result.or(operands.first().copied());
    // （562.7万人次、35.31亿元）的106.9%和96.2%; 后两项，计594.71万元: what only such a word stands before is told by its first amount.
    let told = |id: usize| Some(item(facts, id)).filter(|item| !item.is_empty() && !NAMELESS.contains(&item.as_str()));
    let of_another = |id: &usize| facts.get(*id).is_none_or(|fact| !fact.label.own);
    let grows = judged.relation.kind != Kind::Share;
    let grown = grown(&judged.relation.equation)
        .filter(|_| grows)
        .filter(|_| named.as_ref().is_some_and(of_another))
        .and_then(told);
    let head = grown.or_else(|| named.and_then(told)).or_else(|| told(*operands.first()?));
    let head = head.map(|item| format!("{item}：")).unwrap_or_default();
    let unit = worked.table.as_ref().map(|t| t.unit.as_str()).unwrap_or_default();
    let gap = match (&judged.relation.equation, &worked.gap) {
        (Equation::Order { .. }, _) | (_, None) => String::new(),
        // The amount is right, so that twice of it is no gap.
        _ if is_turned => "，数额相符而增减方向相反".to_owned(),
        // Rates differ by points, not by per cent of each other.
        (_, Some(gap)) if unit == "%" => format!("，差额{}个百分点", signed(brief(gap))),
        (_, Some(gap)) => format!("，差额{}{unit}", signed(gap)),
    };
    let says = match judged.relation.kind {
        _ if judged.relation.source == Source::User && judged.fails() => "，与自定关系不符",
        Kind::Equal => "，两处数据不能同时成立",
        Kind::Bound if judged.relation.source == Source::Official => "，不合规定的勾稽关系",
        Kind::Bound => "，与文中表述不符",
        _ if judged.fails() => "",
        _ => "，仅在按取整数字理解时成立",
    };
    let mut places: Vec<String> = match judged.relation.kind {
        Kind::Equal => operands.iter().copied().chain(result).map(place).gather(),
        _ => named.map(place).into_iter().gather(),
    };
    places.dedup();
    let places = places.join("与");
    format!("{head}{}{gap}{says}（{places}）", worked.formula)
}

/// 群众文化117.72万元，…。较上年减少2.2万元，减少1.9%: the amount that a rate of growth is of, whose name the sentence of the rate need not repeat.
fn grown(equation: &Equation) -> Option<usize> {
    match equation {
        Equation::Rate { part, less_one: true, .. } => part.first().map(|term| term.fact),
        Equation::Rate { whole, less_one: false, .. } if whole.len() == 2 => whole.first().map(|term| term.fact),
        _ => None,
    }
}

/// A gap between rates without the zeros that only its working needs: -10.0000 as -10.00.
fn brief(gap: &str) -> &str {
    let least = gap.find('.').map_or(gap.len(), |point| gap.len().min(point + 3));
    let (whole, rest) = gap.split_at_checked(least).unwrap_or((gap, ""));
    gap.get(..whole.len() + rest.trim_end_matches('0').len()).unwrap_or(gap)
}

/// What a figure is a figure of, in the words of the text.
#[must_use]
pub fn item(facts: &Facts, id: usize) -> String {
    // 完成率 is named 率, since 完成 is a verb elsewhere.
    let is_bare = |f: &Fact| f.label.words.is_empty() || f.label.words == "率";
    let words = |f: &Fact| if is_bare(f) { f.left.as_str().to_owned() } else { f.label.words.clone() };
    facts.get(id).map(words).unwrap_or_default()
}

/// An amount with its item, and which way it went where it is a change: 三公经费 ‖ 增加 ‖ 1.55万元.
#[must_use]
pub fn quoted(facts: &Facts, id: usize, amount: &str) -> String {
    let moved = facts.get(id).filter(|f| f.role == Role::Change).map_or(0, |f| f.direction);
    let verb = match moved {
        1 => "增加",
        -1 => "减少",
        _ => "",
    };
    item(facts, id) + verb + amount
}

/// An item that falls short of what usage expects, with its working and its place.
#[must_use]
pub fn expected(equation: &Equation, worked: &Worked, facts: &Facts, place: &dyn Fn(usize) -> String) -> String {
    let first = equation.all().first().copied().unwrap_or_default();
    format!("{} {}（{}）", item(facts, first), worked.formula, place(first)).trim_start().to_owned()
}

/// All items that fall short of one expectation.
#[must_use]
pub fn shortfall(title: &str, items: &[String]) -> String {
    let shown = items.iter().take(QUOTED).map(String::as_str).gather().join("；");
    let all = if items.len() > QUOTED { format!(" 等，共{}项", items.len()) } else { String::new() };
    format!("{title}：{shown}{all}")
}

/// How many places a remark quotes; further ones are only counted.
const QUOTED: usize = 5;

/// A remark that is no arithmetic, with the words of its places, each once, and how many places there are.
#[must_use]
pub fn remark<W: AsRef<str>>(title: &str, words: &[W], places: usize) -> String {
    let mut quoted: Vec<&str> = Vec::new();
    for word in words.iter().map(AsRef::as_ref) {
        if quoted.len() <= QUOTED && !quoted.contains(&word) {
            quoted.push(word);
        }
    }
    let shown: String = quoted.iter().take(QUOTED).map(|word| format!("“{word}”")).collect();
    let more = if quoted.len() > QUOTED { "等" } else { "" };
    let all = if places > 1 { format!("，共{places}处") } else { String::new() };
    format!("{title}：{shown}{more}{all}")
}

/// The place of a report in a collection.
#[must_use]
pub fn nth_report(number: usize) -> String {
    format!("第{number}份")
}

/// What is said of a document that holds several reports, by the names of their units.
#[must_use]
pub fn collection(names: &[&str]) -> String {
    let named = names.iter().take(QUOTED).copied().gather().join("、");
    let more = if names.len() > QUOTED { "等" } else { "" };
    let count = names.len();
    format!(
        "文中有{count}份报告（{named}{more}），已逐份核对；各份之间的同名数字不互相比较，需要比较的可以自定关系。总体数据和指标取自第1份。"
    )
}
