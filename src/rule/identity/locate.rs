//! Where in a form a formula's rows and columns are.

use super::formula::{Operand, Place};
use super::sheet::{Part, Sheet};
use crate::catalog::classification::is_economic;
use crate::catalog::form::{self, Side, row_named};
use crate::fact::RowKind;
use crate::gather::Gather;

/// Rows of one side of a form.
pub(super) struct Spot {
    pub side: usize,
    pub lines: Vec<usize>,
    /// Whether nothing but these rows can be meant.
    pub clear: bool,
}

/// Accounts of staff: 工资福利支出, 对个人和家庭的补助.
const STAFF: [&str; 2] = ["301", "303"];

/// The rows that an operand means.
pub(super) fn spot(sheet: &Sheet, operand: &Operand) -> Option<Spot> {
    let one = |side: usize, line: usize| Spot { side, lines: vec![line], clear: true };
    match operand.row {
        Place::Named(name) => {
            let (side, part) = side_of(sheet, row_named(name)?.side)?;
            named(part, name).map(|line| one(side, line))
        }
        Place::Opening(fund) => {
            let (side, part) = side_of(sheet, Side::Revenue)?;
            let opening = named(part, "年初结转和结余")?;
            let row = row_named(fund)?;
            let below = part.lines.iter().enumerate().skip(opening + 1);
            below.into_iter().find(|(_, line)| row.is_named(&line.words)).map(|(line, _)| one(side, line))
        }
        Place::Code(code) => only(sheet, |part, at| code_of(part, at) == Some(code)).map(|(side, at)| one(side, at)),
        Place::Outlay(name) => {
            only(sheet, |part, at| part.lines.get(at).is_some_and(|l| l.words == name)).map(|(side, at)| one(side, at))
        }
        Place::Classes => classes(sheet, |_| true),
        Place::OtherClasses => classes(sheet, |code| !STAFF.contains(&code)),
        Place::Each | Place::EachSpending | Place::Items | Place::Account | Place::Below => None,
    }
}

fn side_of(sheet: &Sheet, side: Side) -> Option<(usize, &Part)> {
    let at = if side == Side::Spending { sheet.spending() } else { 0 };
    sheet.sides.get(at).map(|part| (at, part))
}

/// The row of a standard name. Funds come twice, first of the year and then among the opening balances.
fn named(part: &Part, name: &str) -> Option<usize> {
    let row = row_named(name)?;
    let total = name.ends_with("总计") || name == "合计";
    let fits = |line: &&super::sheet::Line| {
        let kind = line.kind == RowKind::Total || (!total && line.kind == RowKind::Item);
        kind && row.is_named(&line.words)
    };
    let mut found = part.lines.iter().enumerate().filter(|(_, line)| fits(line)).map(|(at, _)| at);
    let first = found.next()?;
    match found.next() {
        None => Some(first),
        Some(_) if total => None,
        Some(_) => Some(first),
    }
}

/// The one row of a form that passes a test; none where two do.
fn only(sheet: &Sheet, test: impl Fn(&Part, usize) -> bool) -> Option<(usize, usize)> {
    let mut found = sheet
        .sides
        .iter()
        .enumerate()
        .flat_map(|(side, part)| (0..part.lines.len()).filter(|at| test(part, *at)).map(|at| (side, at)).gather());
    let first = found.next();
    first.filter(|_| found.next().is_none())
}

fn code_of(part: &Part, at: usize) -> Option<&str> {
    part.lines.get(at)?.code.as_deref()
}

/// The items above the total that the formula names first, which must be the first total of its side.
pub(super) fn items(sheet: &Sheet, first: &Operand) -> Option<Spot> {
    let total = spot(sheet, first)?;
    let part = sheet.sides.get(total.side)?;
    let end = *total.lines.first()?;
    let above = part.lines.get(..end)?;
    if above.iter().any(|line| line.kind == RowKind::Total) {
        return None;
    }
    let item = |at: &usize| above.get(*at).is_some_and(|line| line.kind == RowKind::Item);
    let depth = |at: usize| above.get(at).and_then(|line| line.depth);
    let top = (0..end).filter(item).filter_map(depth).min();
    let lines: Vec<usize> = (0..end).filter(item).filter(|at| depth(*at) == top).gather();
    // Rows without a mark between marked ones may belong to those above them.
    let clear = top.is_some() && (0..end).filter(item).all(|at| depth(at).is_some());
    (!lines.is_empty()).then_some(Spot { side: total.side, lines, clear })
}

/// The accounts of three digits.
fn classes(sheet: &Sheet, test: impl Fn(&str) -> bool) -> Option<Spot> {
    let part = sheet.sides.first()?;
    let coded = |at: &usize| code_of(part, *at).is_some_and(|code| code.len() == 3 && test(code));
    let lines: Vec<usize> = (0..part.lines.len()).filter(coded).gather();
    let bare = part
        .lines
        .iter()
        .any(|line| line.kind == RowKind::Item && line.code.is_none() && line.cells.iter().any(Option::is_some));
    let mut codes: Vec<&str> = lines.iter().filter_map(|at| code_of(part, *at)).gather();
    crate::order::by_key(&mut codes, |item| *item);
    let twice = codes.windows(2).any(|pair| pair.first() == pair.get(1));
    (!lines.is_empty()).then_some(Spot { side: 0, lines, clear: !bare && !twice })
}

/// The accounts one step below an account: those of the shortest codes that begin with its own, before the next that does not.
/// Economic accounts go on in the next lane, so rows without a code are passed over.
pub(super) fn account_parts(part: &Part, at: usize) -> Option<(Vec<usize>, bool)> {
    let own = code_of(part, at).filter(|code| code.len() >= 3)?;
    let inner = |code: &str| code.len() > own.len() && code.starts_with(own);
    let coded = (at + 1..part.lines.len()).filter_map(|line| Some((line, code_of(part, line)?)));
    let below: Vec<(usize, &str)> = coded.take_while(|(_, code)| inner(code)).gather();
    let least = below.iter().map(|(_, code)| code.len()).min()?;
    let parts: Vec<(usize, &str)> = below.into_iter().filter(|(_, code)| code.len() == least).gather();
    let mut codes: Vec<&str> = parts.iter().map(|(_, code)| *code).gather();
    crate::order::by_key(&mut codes, |item| *item);
    codes.dedup();
    let step = own.len() + 2 == least || is_economic(own);
    let clear = codes.len() == parts.len() && step;
    Some((parts.into_iter().map(|(line, _)| line).gather(), clear))
}

/// The one column with a standard name.
pub(super) fn column(part: &Part, name: &form::Line) -> Option<usize> {
    let mut found = part.columns.iter().enumerate().filter(|(_, path)| name.heads(path)).map(|(at, _)| at);
    let first = found.next();
    first.filter(|_| found.next().is_none())
}

/// The column of outturns, or of totals, or the only one with numbers.
pub(super) fn main_column(part: &Part) -> Option<usize> {
    let used = |at: &usize| part.lines.iter().any(|line| line.cells.get(*at).is_some_and(Option::is_some));
    let used: Vec<usize> = (0..part.columns.len()).filter(used).gather();
    let ends = |at: &usize, word: &str| {
        part.columns.get(*at).and_then(|path| path.last()).is_some_and(|head| form::bare(head) == word)
    };
    let the_only = |list: Vec<usize>| if let [one] = list.as_slice() { Some(*one) } else { None };
    the_only(used.clone()).or_else(|| {
        let named = |word: &str| the_only(used.iter().copied().filter(|at| ends(at, word)).gather());
        ["决算数", "合计", "小计", "总计"].iter().find_map(|word| named(word))
    })
}
