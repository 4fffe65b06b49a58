//! What a document says went from one unit to another (划转): 下划、调减、上缴、拨付.

use super::super::amount::{Amounts, is_money};
use super::words::Words;
use crate::catalog::organization::is_name;
use crate::report::{Extent, Figure};
use crate::summary::{Direction, Transfer};

/// What is done with the money; longer words first.
const VERBS: [&str; 12] =
    ["划转", "划拨", "下划", "上划", "调减", "调剂", "上缴", "拨付", "下拨", "下达", "拨给", "转拨"];

/// Words behind which the unit that gets it stands.
const TO: [&str; 6] = ["至", "到", "给", "予", "向", "上缴"];

/// Words behind which the unit that gives it stands.
const FROM: [&str; 6] = ["收到", "接收", "由", "从", "来自", "接受"];

/// Where the name of a unit ends at the latest.
const STOPS: [&str; 18] = [
    "用于", "经费", "资金", "专项", "预算", "拨付", "划转", "划拨", "下划", "上划", "调减", "调剂", "上缴", "下拨",
    "下达", "拨给", "转拨", "划入",
];

/// Every transfer that names the other unit, each once.
pub(super) fn transfers(words: &Words, amounts: &Amounts) -> Vec<Transfer> {
    let mut out: Vec<Transfer> = Vec::new();
    let is_told = |figure: &&Figure| {
        is_money(&figure.base_unit)
            && figure.extent == Extent::Plain
            && matches!(figure.role.as_str(), "level" | "change")
    };
    for figure in words.report.figures.iter().filter(is_told) {
        let Some((direction, verb, counterpart)) = read(words.around(figure)) else { continue };
        let Some(amount) = amounts.of(figure.id, verb, "stated") else { continue };
        let is_same = |told: &Transfer| {
            (told.direction, &told.counterpart, &told.amount.base_value)
                == (direction, &counterpart, &amount.base_value)
        };
        if !out.iter().any(is_same) {
            out.push(Transfer { direction, verb: verb.to_owned(), counterpart, amount });
        }
    }
    out
}

/// Who gave or got the amount between these words.
fn read([before, after]: [&str; 2]) -> Option<(Direction, &'static str, String)> {
    // Only the words since the last amount speak of this one.
    let since = before.rsplit(|c: char| c.is_ascii_digit()).next().unwrap_or(before);
    let since = since.rsplit('，').find(|clause| VERBS.iter().any(|verb| clause.contains(verb))).unwrap_or(since);
    let behind = after.split(['，', '、', '（']).next().unwrap_or_default();
    let verb = VERBS.into_iter().find(|verb| since.contains(verb));
    if let Some(verb) = verb {
        let from = FROM.iter().find_map(|word| unit_behind(since, word));
        let to =
            || TO.iter().chain([&verb]).find_map(|word| unit_behind(since, word).or_else(|| unit_behind(behind, word)));
        return match from {
            Some(unit) => Some((Direction::Received, verb, unit)),
            None => to().map(|unit| (Direction::Given, verb, unit)),
        };
    }
    // 将工作经费50万元划转至县水利局.
    let verb = VERBS.into_iter().find(|verb| behind.starts_with(verb))?;
    let unit = TO.iter().find_map(|word| unit_behind(behind, word))?;
    Some((Direction::Given, verb, unit))
}

/// The name of a unit behind a word: the longest that ends before what is said of the money.
fn unit_behind(words: &str, word: &str) -> Option<String> {
    let (_, rest) = words.split_once(word)?;
    let stop = STOPS.iter().filter_map(|stop| rest.find(stop)).min().unwrap_or(rest.len());
    let name = rest.get(..stop)?;
    let mut ends = name.char_indices().map(|(at, c)| at + c.len_utf8()).rev();
    ends.find_map(|end| name.get(..end).filter(|name| is_name(name))).map(str::to_owned)
}
