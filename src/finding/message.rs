//! All Chinese wording of findings. It shows both places and the working, and never says which side is right.

use super::Judged;
use super::working::Worked;
use crate::fact::Facts;
use crate::relation::{Equation, Kind, Source};

/// The one copyable line of a failing or coarse relation.
#[must_use]
pub fn line(judged: &Judged, worked: &Worked, facts: &Facts, place: &dyn Fn(usize) -> String) -> String {
    let (operands, result) = judged.relation.equation.facts();
    let named = result.or(operands.first().copied());
    let item = named
        .and_then(|id| facts.get(id))
        .map(|f| if f.label.words.is_empty() { f.left.clone() } else { f.label.words.clone() })
        .unwrap_or_default();
    let head = if item.is_empty() { String::new() } else { format!("{item}：") };
    let unit = worked.table.as_ref().map(|t| t.unit.as_str()).unwrap_or_default();
    let gap = match (&judged.relation.equation, &worked.gap) {
        (Equation::Order { .. }, _) | (_, None) => String::new(),
        (_, Some(gap)) => format!("，差额{gap}{unit}"),
    };
    let says = match judged.relation.kind {
        Kind::Equal => "，两处数据不能同时成立",
        Kind::Bound if judged.relation.source == Source::Official => "，不合规定的勾稽关系",
        Kind::Bound => "，与文中表述不符",
        _ if judged.fails() => "",
        _ => "，仅在按取整数字理解时成立",
    };
    let mut places: Vec<String> = match judged.relation.kind {
        Kind::Equal => operands.iter().copied().chain(result).map(place).collect(),
        _ => named.map(place).into_iter().collect(),
    };
    places.dedup();
    let places = places.join("与");
    format!("{head}{}{gap}{says}（{places}）", worked.formula)
}

/// How many places a remark quotes; further ones are only counted.
const QUOTED: usize = 5;

/// A remark that is no arithmetic, with the words of its places, each once, and how many places there are.
#[must_use]
pub fn remark(title: &str, places: &[&str]) -> String {
    let mut quoted: Vec<&str> = Vec::new();
    for words in places.iter().copied() {
        if !quoted.contains(&words) {
            quoted.push(words);
        }
    }
    let shown: String = quoted.iter().take(QUOTED).map(|words| format!("“{words}”")).collect();
    let more = if quoted.len() > QUOTED { "等" } else { "" };
    let all = if places.len() > 1 { format!("，共{}处", places.len()) } else { String::new() };
    format!("{title}：{shown}{more}{all}")
}
