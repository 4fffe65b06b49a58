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

/// A remark that is no arithmetic, with the words it is about and how often they stand there.
#[must_use]
pub fn remark(title: &str, words: &str, times: usize) -> String {
    let all = if times > 1 { format!("，共{times}处") } else { String::new() };
    format!("{title}：“{words}”{all}")
}
