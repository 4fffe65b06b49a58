//! Amounts that stand behind their names within a cell (单元格内写明名称的金额): 按收入性质分：2030.12, 其中：基本支出：900.47.

use super::{CellPlace, Sheet};
use crate::number::{Dimension, Figure};
use crate::text::{Mention, Range};
use crate::token::cell_figure;

/// An amount behind its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its cell.
    pub place: CellPlace,
    /// Its name, without 其中.
    pub name: String,
    /// Whether 其中 stands before the name.
    pub opens: bool,
    /// Its fact.
    pub fact: usize,
}

/// A name in a cell and the number behind it.
pub(super) struct Pair {
    pub name: Range,
    pub opens: bool,
    pub figure: Figure,
    pub range: Range,
}

/// What names of amounts of a form end with; 联系电话 and 邮政编码 have numbers too.
const AMOUNTS: [&str; 14] = [
    "支出",
    "收入",
    "预算",
    "资金",
    "经费",
    "投资",
    "拨款",
    "总额",
    "合计",
    "结转",
    "结余",
    "性质分",
    "来源分",
    "类型分",
];
/// How many characters a name has at most.
const LONGEST: usize = 24;

/// The amounts of a cell that holds names, each with a number behind its colon, and nothing else; a name without a number is nothing.
pub(super) fn pairs(sheet: &Sheet, range: &Range) -> Vec<Pair> {
    let mut out = Vec::new();
    let text = sheet.text;
    let mut start = range.start;
    while start < range.end {
        let number = (start..range.end).find(|at| text.at(*at).is_some_and(is_of_number)).unwrap_or(range.end);
        let end = (number..range.end).find(|at| text.at(*at).is_some_and(|c| !is_of_number(c))).unwrap_or(range.end);
        // 2030.12万元 其中：…
        let behind = ["万元", "亿元", "元"].iter().find(|unit| text.words(end..range.end).starts_with(**unit));
        let end = end + behind.map_or(0, |unit| unit.chars().count());
        let Some(name) = name(sheet, start..number) else { return Vec::new() };
        if number < end {
            let opens = text.words(start..number).trim_start().starts_with("其中");
            match cell_figure(text, &(number..end), sheet.unit.as_ref()) {
                Some(figure) if matches!(figure.unit.dimension, Dimension::Money | Dimension::Bare) => {
                    out.push(Pair { name, opens, figure, range: number..end });
                }
                _ => return Vec::new(),
            }
        }
        start = end;
        while start < range.end && text.at(start).is_some_and(|c| c.is_whitespace() || matches!(c, '，' | '；' | '、'))
        {
            start += 1;
        }
    }
    out
}

/// The name of an amount, up to the colon before its number.
fn name(sheet: &Sheet, range: Range) -> Option<Range> {
    let words = sheet.text.words(range.clone());
    let told = words.trim_end().strip_suffix('：')?;
    let bare = told.trim_start().trim_start_matches("其中").trim_start_matches('：').trim_start();
    // 其他资金： with nothing behind it may stand before the name that has the number.
    let bare = bare.rsplit('：').next().unwrap_or(bare).trim_start();
    let length = bare.chars().count();
    let end = range.start + told.chars().count();
    (2..=LONGEST).contains(&length).then_some(())?;
    bare.ends_with_any(&AMOUNTS).then(|| end - length..end)
}

const fn is_of_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ',')
}
