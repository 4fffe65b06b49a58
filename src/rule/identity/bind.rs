//! A formula over the forms of a set: for every column or row that it speaks of, the numbers it joins.

use super::formula::{Formula, Operand, Place};
use super::locate::{Spot, account_parts, column, items, main_column, spot};
use super::sheet::{Line, Part, Set, Sheet};
use crate::catalog::form::ROWS;
use crate::fact::{Facts, RowKind};
use crate::gather::Gather;
use crate::relation::Term;
use crate::text::Mention;

/// The numbers of a formula in one column or row (算式).
#[derive(Default)]
pub(super) struct Instance {
    pub left: Vec<Term>,
    pub right: Vec<Term>,
    /// How many places are empty.
    pub blanks: usize,
    /// Whether the form has nothing that the formula does not name.
    pub clear: bool,
}

/// All instances of a formula in a set; none where a form, row or column that it needs is missing.
pub(super) fn instances(facts: &Facts, set: &Set, formula: &Formula) -> Vec<Instance> {
    let has = |place: Place| formula.operands().any(|o| o.row == place);
    if has(Place::Each) || has(Place::EachSpending) {
        return each_row(facts, set, formula);
    }
    let Some(first) = formula.operands().next() else { return Vec::new() };
    let Some(sheet) = set.sheets.get(&first.form) else { return Vec::new() };
    if has(Place::Account) {
        return each_account(facts, sheet);
    }
    let alone = formula.operands().all(|o| o.form == first.form && o.column.is_none());
    let spots: Option<Vec<Option<Spot>>> = formula.operands().map(|o| place(set, o, first)).gather_all();
    let Some(spots) = spots else { return Vec::new() };
    let side = spots.iter().flatten().map(|spot| spot.side).next();
    if alone && spots.iter().flatten().all(|spot| Some(spot.side) == side) {
        let Some(part) = side.and_then(|side| sheet.sides.get(side)) else { return Vec::new() };
        return (0..part.columns.len()).filter_map(|column| in_column(facts, part, formula, &spots, column)).gather();
    }
    across_forms(set, formula, &spots).into_iter().gather()
}

/// The rows of an operand; an optional one that the form lacks is an inner none, anything else that is missing an outer one.
fn place(set: &Set, operand: &Operand, first: &Operand) -> Option<Option<Spot>> {
    let sheet = set.sheets.get(&operand.form)?;
    let found = if operand.row == Place::Items { items(sheet, first) } else { spot(sheet, operand) };
    if found.is_none() && !operand.optional { None } else { Some(found) }
}

/// One relation in one column of one side.
fn in_column(facts: &Facts, part: &Part, formula: &Formula, spots: &[Option<Spot>], column: usize) -> Option<Instance> {
    let mut out = Instance { clear: true, ..Instance::default() };
    for (index, (operand, spot)) in formula.operands().zip(spots).enumerate() {
        let Some(spot) = spot else { continue };
        let is_left = index < formula.left.len();
        for line in spot.lines.iter().filter_map(|line| part.lines.get(*line)) {
            out.take(line, column, operand.sign, is_left);
        }
        out.clear &= spot.clear;
    }
    let taken: Vec<usize> = spots.iter().flatten().flat_map(|spot| spot.lines.iter().copied()).gather();
    let named = formula.operands().filter(|o| matches!(o.row, Place::Named(_))).count();
    out.clear &= named < 2 || nothing_between(facts, part, &taken, column);
    out.checked()
}

/// Whether no amount stands between the rows of a balance but in rows that the forms are known to have.
fn nothing_between(facts: &Facts, part: &Part, taken: &[usize], column: usize) -> bool {
    let (Some(first), Some(last)) = (taken.iter().min(), taken.iter().max()) else { return true };
    let other = |line: &Line| line.kind == RowKind::Item && !ROWS.iter().any(|row| row.is_named(&line.words));
    let inner = part.lines.get(*first..*last).unwrap_or(&[]);
    !inner.iter().any(|line| other(line) && has_amount(facts, line, column))
}

fn has_amount(facts: &Facts, line: &Line, column: usize) -> bool {
    line.cells.get(column).copied().flatten().and_then(|id| facts.get(id)).is_some_and(|fact| !fact.is_zero())
}

/// One relation over places in several forms or columns.
fn across_forms(set: &Set, formula: &Formula, spots: &[Option<Spot>]) -> Option<Instance> {
    let mut out = Instance { clear: true, ..Instance::default() };
    let of_year = formula.operands().any(|o| matches!(o.row, Place::Named("本年收入合计" | "本年支出合计")));
    for (index, (operand, spot)) in formula.operands().zip(spots).enumerate() {
        let Some(spot) = spot else { continue };
        let part = set.sheets.get(&operand.form)?.sides.get(spot.side)?;
        let found = match operand.column {
            Some(name) => column(part, name).filter(|column| !of_year || !carries_over(part, *column)),
            None => main_column(part),
        };
        let Some(column) = found else {
            if operand.optional {
                continue;
            }
            return None;
        };
        for line in spot.lines.iter().filter_map(|line| part.lines.get(*line)) {
            out.take(line, column, operand.sign, index < formula.left.len());
        }
        out.clear &= spot.clear;
    }
    out.checked()
}

/// Whether a column called 合计 has what was carried over beside it: 收入总表 of a budget adds that to what comes in within the year.
fn carries_over(part: &Part, column: usize) -> bool {
    let last = |at: usize| part.columns.get(at).and_then(|path| path.last());
    let total = last(column).is_some_and(|head| head == "合计" || head == "总计");
    total
        && part
            .columns
            .iter()
            .any(|path| path.iter().any(|head| head.mentions_any(&["上年结转", "年初结转", "上年结余"])))
}

/// One relation in every row of a side.
fn each_row(facts: &Facts, set: &Set, formula: &Formula) -> Vec<Instance> {
    let Some(first) = formula.operands().next() else { return Vec::new() };
    let Some(sheet) = set.sheets.get(&first.form) else { return Vec::new() };
    let side = if first.row == Place::EachSpending { sheet.spending() } else { 0 };
    let Some(part) = sheet.sides.get(side) else { return Vec::new() };
    let mut columns = Vec::new();
    for operand in formula.operands() {
        match operand.column.and_then(|name| column(part, name)) {
            Some(column) => columns.push(Some(column)),
            None if operand.optional => columns.push(None),
            None => return Vec::new(),
        }
    }
    let row = |line: &Line| {
        let mut out = Instance { clear: nothing_beside(facts, part, line, formula, &columns), ..Instance::default() };
        for (index, (operand, column)) in formula.operands().zip(&columns).enumerate() {
            if let Some(column) = column {
                out.take(line, *column, operand.sign, index < formula.left.len());
            }
        }
        out.checked()
    };
    part.lines.iter().filter_map(row).gather()
}

/// Whether no amount stands in a column of the row that is neither of the formula nor within one that is.
fn nothing_beside(facts: &Facts, part: &Part, line: &Line, formula: &Formula, taken: &[Option<usize>]) -> bool {
    let names = |head: &String| formula.operands().filter_map(|o| o.column).any(|column| column.is_named(head));
    let mut others = part.columns.iter().enumerate().filter(|(at, _)| !taken.contains(&Some(*at)));
    !others.any(|(at, path)| {
        let within = path.iter().rev().skip(1).any(names);
        let aside = path.iter().any(|head| head.mentions("其中") || head.mentions("教育收费"));
        !within && !aside && has_amount(facts, line, at)
    })
}

/// 类 = Σ款, 款 = Σ项: one relation for every account with others below it, in every column.
fn each_account(facts: &Facts, sheet: &Sheet) -> Vec<Instance> {
    let mut out = Vec::new();
    for part in &sheet.sides {
        for (at, line) in part.lines.iter().enumerate() {
            let Some((lines, clear)) = account_parts(part, at) else { continue };
            for column in 0..part.columns.len() {
                let mut instance = Instance { clear, ..Instance::default() };
                instance.take(line, column, 1, true);
                lines.iter().filter_map(|l| part.lines.get(*l)).for_each(|l| instance.take(l, column, 1, false));
                let empty = lines.iter().filter_map(|l| part.lines.get(*l)).all(|l| !has_amount(facts, l, column));
                out.extend(instance.checked().filter(|i| !(empty && i.blanks > 0)));
            }
        }
    }
    out
}

impl Instance {
    fn take(&mut self, line: &Line, column: usize, sign: i8, is_left: bool) {
        match line.cells.get(column).copied().flatten() {
            Some(fact) if is_left => self.left.push(Term { fact, sign }),
            Some(fact) => self.right.push(Term { fact, sign }),
            None => self.blanks += 1,
        }
    }

    /// The instance, if it has numbers on both sides.
    fn checked(self) -> Option<Self> {
        (!self.left.is_empty() && !self.right.is_empty()).then_some(self)
    }
}
