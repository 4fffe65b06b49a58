//! What stands above the numbers of a table: its title, its unit, its heading rows.

use super::Document;
use super::table::{Cell, Table};
use crate::gather::Gather;
use crate::text::{BlockKind, Mention, Span};

/// Lines before a table that may hold its title and unit, between which stand the number of the form and who filled it in; and lines behind it
/// that may say how it is worked out.
const LINES_NEAR: usize = 5;
/// Words that name who filled a form in, not the unit of its amounts: 编制单位：某某局.
const FILLERS: [&str; 6] = ["编制", "填报", "报送", "填表", "部门", "预算"];
/// Units that stand alone behind 单位：.
const UNITS: [&str; 30] = [
    "亿元",
    "万元",
    "千元",
    "百万元",
    "元",
    "人民币万元",
    "人民币元",
    "万美元",
    "人",
    "个",
    "件",
    "平方米",
    "户",
    "%",
    "辆",
    "台",
    "套",
    "台/套",
    "台、套",
    "次",
    "批次",
    "人次",
    "批",
    "家",
    "项",
    "座",
    "亩",
    "公里",
    "吨",
    "人/次",
];

/// Fills in title, unit and heading rows of every table that lacks them.
pub(super) fn describe(document: &mut Document) {
    let mut tables = std::mem::take(&mut document.tables);
    let mut before: Option<(String, Option<String>)> = None;
    for table in &mut tables {
        let inside = inside(document, table);
        let above = above(document, table);
        let lines = || inside.iter().rev().chain(above.iter().rev());
        if table.unit.is_none() {
            // A form of several tables, one right below the other, gives its unit once.
            let known = before.take_if(|(place, _)| *place == table.place && is_below(document, table));
            let told = lines().find_map(|line| unit(line)).or_else(|| corner(document, table));
            table.unit = told.or_else(|| known.and_then(|(_, unit)| unit));
        }
        before = Some((table.place.clone(), table.unit.clone()));
        if table.title.is_none() {
            table.title = lines().find(|line| is_title(line)).map(|line| line.trim().to_owned());
        }
        table.notes = below(document, table);
        if let Some(first) = first_of_numbers(document, table) {
            table.header_rows = rows_above(table, first);
        }
    }
    document.tables = tables;
}

fn words(document: &Document, span: Span) -> &str {
    document.text.get(span.start as usize..span.end as usize).unwrap_or("")
}

/// The cells of each row.
fn rows(table: &Table) -> impl Iterator<Item = &[Cell]> {
    table.cells.chunk_by(|a, b| a.row == b.row)
}

/// Rows down to the last one above `first` that holds something.
fn rows_above(table: &Table, first: u32) -> u32 {
    let above = table.cells.partition_point(|cell| cell.row < first);
    above.checked_sub(1).and_then(|last| table.cells.get(last)).map_or(0, |cell| cell.row + 1)
}

/// Rows at the top that hold one line over the whole table: the title, 单位：万元. A form prints both in one row.
fn inside<'a>(document: &'a Document, table: &Table) -> Vec<&'a str> {
    let lines = rows(table).take(4).take_while(|row| {
        let texts = || row.iter().map(|cell| words(document, cell.span));
        let numbered = || texts().any(numbers_a_form) && row.len() == 2;
        let wide = row.len() == 1 && table.columns > 1;
        (wide || numbered() || texts().any(|text| unit(text).is_some())) && !texts().any(is_number)
    });
    lines.flatten().map(|cell| words(document, cell.span)).gather()
}

/// Whether nothing stands between a table and the one before it.
fn is_below(document: &Document, table: &Table) -> bool {
    let first = table.cells.first().map_or(0, |cell| cell.span.start);
    let before = document.blocks.partition_point(|block| block.span.start < first);
    let block = before.checked_sub(1).and_then(|at| document.blocks.get(at));
    block.is_some_and(|block| block.kind == BlockKind::Cell || words(document, block.span).trim().is_empty())
}

/// The last lines of words before the table, nearest last, if nothing else stands between.
fn above<'a>(document: &'a Document, table: &Table) -> Vec<&'a str> {
    let Some(first) = table.cells.first() else { return Vec::new() };
    let before = document.blocks.partition_point(|block| block.span.start < first.span.start);
    let blocks = document.blocks.get(..before).unwrap_or(&[]).iter().rev();
    let mut lines: Vec<&str> = blocks
        .take_while(|block| block.kind != BlockKind::Cell)
        .take(LINES_NEAR)
        .flat_map(|block| {
            words(document, block.span).lines().rev().filter(|line| !line.trim().is_empty()).take(LINES_NEAR)
        })
        .take(LINES_NEAR)
        .take_while(|line| line.chars().count() <= 60 && !line.trim_end().ends_with(['。', '；', '，']))
        .gather();
    lines.reverse();
    lines
}

/// The lines of words behind a table that hold an equation, if nothing else stands between.
fn below(document: &Document, table: &Table) -> Vec<String> {
    let Some(last) = table.cells.last() else { return Vec::new() };
    let behind = document.blocks.partition_point(|block| block.span.start <= last.span.start);
    let blocks = document.blocks.get(behind..).unwrap_or(&[]).iter();
    blocks
        .take_while(|block| block.kind != BlockKind::Cell)
        .take(LINES_NEAR)
        .flat_map(|block| words(document, block.span).lines())
        .take(LINES_NEAR)
        .filter(|line| line.contains(['=', '＝']))
        .map(str::to_owned)
        .gather()
}

/// 金额单位：万元 → 万元. 编制单位：某某局 is no unit.
pub(super) fn unit(line: &str) -> Option<String> {
    // Most lines are asked in vain.
    if !line.contains('位') {
        return None;
    }
    let plain: String = line.chars().filter(|c| !c.is_whitespace()).map(|c| if c == ':' { '：' } else { c }).collect();
    let mut found = plain.split("单位：");
    let mut before = found.next()?;
    for rest in found {
        let unit = UNITS.iter().filter(|unit| rest.starts_with(**unit)).max_by_key(|unit| unit.len());
        if let Some(unit) = unit.filter(|_| !before.ends_with_any(&FILLERS)) {
            // 单位：人、元/人·年、万元: of several units the last of money is that of the amounts; what is counted says so itself.
            let listed = rest.strip_prefix(unit).is_some_and(|behind| behind.starts_with(['、', '，', ',']));
            let money = || rest.split(['、', '，', ',']).rfind(|own| own.ends_with('元') && UNITS.contains(own));
            return if listed { money().map(str::to_owned) } else { Some((*unit).to_owned()) };
        }
        before = rest;
    }
    None
}

/// A unit in the heading rows: 金额（万元）, where all headings that have one agree.
fn corner(document: &Document, table: &Table) -> Option<String> {
    let first = first_of_numbers(document, table)?;
    let heads = table.cells.iter().take_while(|cell| cell.row < first);
    let mut found: Vec<String> = heads.filter_map(|cell| in_brackets(words(document, cell.span))).gather();
    found.dedup();
    match found.as_slice() {
        [one] if one.ends_with('元') => Some(one.clone()),
        _ => None,
    }
}

/// 金额（万元）→ 万元; the whole bracket must be a unit.
#[must_use]
pub fn in_brackets(words: &str) -> Option<String> {
    let plain: String = words.chars().filter(|c| !c.is_whitespace()).collect();
    let body = plain.strip_suffix(['）', ')'])?;
    let (_, inner) = body.rsplit_once(['（', '('])?;
    let inner = inner.strip_prefix("单位：").unwrap_or(inner);
    let inner = inner.strip_prefix("单位:").unwrap_or(inner);
    UNITS.contains(&inner).then(|| inner.to_owned())
}

/// A title has words, no stop and no unit: 表1 收入支出决算总表. 公开01表 only numbers one.
fn is_title(line: &str) -> bool {
    let line = line.trim();
    let length = line.chars().filter(|c| !c.is_whitespace()).count();
    (4..=50).contains(&length)
        && unit(line).is_none()
        && !numbers_a_form(line)
        && !line.contains(['：', '，', '；', '。', ':'])
        && line.ends_with(['表', '）', ')', '况', '算', '录', '单', '细'])
}

/// 公开01表, 附表3: the number of a form.
fn numbers_a_form(line: &str) -> bool {
    let letter = |c: char| c.is_ascii_digit() || c.is_whitespace() || "公开财决附预表格-—".contains(c);
    line.chars().any(|c| c.is_ascii_digit()) && line.chars().all(letter) && line.contains('表')
}

/// The first row with a number that is neither a year nor a column's number.
fn first_of_numbers(document: &Document, table: &Table) -> Option<u32> {
    let data = |row: &&[Cell]| {
        let cells = || row.iter().map(|cell| words(document, cell.span));
        let numbers: Vec<&str> = cells().filter(|text| is_number(text)).gather();
        !numbers.is_empty() && !are_years(&numbers) && !are_column_numbers(cells(), row.len())
    };
    rows(table).find(data).and_then(|row| row.first()).map(|cell| cell.row)
}

fn are_years(numbers: &[&str]) -> bool {
    numbers.iter().all(|text| text.len() == 4 && (text.starts_with("19") || text.starts_with("20")))
}

/// 栏次: 1 2 3=1+2 … over the columns, or 公式: A=B+C B C.
pub fn are_column_numbers<'a>(cells: impl Iterator<Item = &'a str> + Clone, count: usize) -> bool {
    let number = |text: &'a str| if is_number(text) { Some(text) } else { numbered(text) };
    let called = |words: &[&str]| cells.clone().any(|text| words.contains(&text));
    let letter = |text: &&str| matches!(text.as_bytes(), [b'A'..=b'Z']);
    if called(&["公式", "算式", "关系"]) && cells.clone().filter(letter).count() >= 2 {
        return true;
    }
    // 类 ‖ 款 ‖ 项 ‖ 栏次 ‖ 1 ‖ 2: what is called so may have other names beside it.
    let told = called(&["栏次"]);
    let numbers: Vec<&str> = cells.filter_map(number).gather();
    numbers.len() >= 2
        && (told || numbers.len() + 2 >= count)
        && numbers.iter().enumerate().all(|(i, text)| {
            let first = numbers.first().and_then(|n| n.trim().parse::<usize>().ok());
            first.is_some_and(|first| first <= 2 && text.trim().parse() == Ok(first + i))
        })
}

/// The number of a column that says how it is worked out: 3=1+2 → 3.
#[must_use]
pub fn numbered(text: &str) -> Option<&str> {
    let (number, formula) = text.trim().split_once(['=', '＝'])?;
    let sign = |c: char| c.is_ascii_digit() || " +-*/×÷()（）%".contains(c);
    let digits = number.len() <= 2 && number.bytes().all(|b| b.is_ascii_digit());
    (digits && !number.is_empty() && formula.chars().all(sign)).then_some(number)
}

/// Whether a cell holds a number and nothing else, by its shape; 192.00万元 and 9.49分 have their unit behind them.
#[must_use]
pub fn is_number(text: &str) -> bool {
    let text = text.trim();
    let money = text.strip_suffix('元').map(|money| money.trim_end_matches(['万', '亿', '千', '百']));
    let number = money.or_else(|| text.strip_suffix('分')).map_or(text, str::trim_end);
    let mut digits = 0;
    let shape = number.chars().all(|c| {
        let digit = c.is_ascii_digit() || ('０'..='９').contains(&c);
        digits += usize::from(digit);
        digit
            || matches!(
                c,
                '.' | ','
                    | '，'
                    | '．'
                    | '-'
                    | '−'
                    | '－'
                    | '%'
                    | '％'
                    | '‰'
                    | '('
                    | ')'
                    | '（'
                    | '）'
                    | '△'
                    | '▲'
                    | '¥'
                    | '￥'
            )
    });
    shape && digits > 0
}

#[cfg(test)]
mod tests {
    use super::unit;

    #[test]
    fn of_several_units_that_of_money_is_meant() {
        assert_eq!(unit("单位：人、元/人·年、万元").as_deref(), Some("万元"));
        assert_eq!(unit("单位：人、户"), None);
        assert_eq!(unit("编制单位：某局　金额单位：万元").as_deref(), Some("万元"));
    }
}
