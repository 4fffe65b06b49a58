//! From figures to the cells that hold them: formulas over the sheet of figures.

use super::cell::{Cell, decimal};
use super::words;
use crate::gather::SortedMap;
use crate::number::Decimal;
use crate::report::{Relation, Report, Verdict, Working};

/// Where each figure stands in the sheet of figures.
pub(super) struct Links(SortedMap<u32, usize>);

impl Links {
    /// The figures of a report, one row each below the heads.
    pub(super) fn of(report: &Report) -> Self {
        Self(report.figures.iter().enumerate().map(|(index, figure)| (figure.id, index + 2)).collect())
    }

    /// The cell of a figure's printed value.
    pub(super) fn value(&self, figure: u32) -> Option<String> {
        self.cell('G', figure)
    }

    fn cell(&self, column: char, figure: u32) -> Option<String> {
        Some(format!("'{}'!${column}${}", words::FIGURES, self.0.get(&figure)?))
    }

    /// A recipe's sides as formulas, with the order between them; none where it is anything but arithmetic over figures.
    pub(super) fn sides<'r>(&self, recipe: &'r str) -> Option<(String, &'r str, String)> {
        let mut parts = recipe.split(' ');
        let (computed, order, stated) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() {
            return None;
        }
        Some((self.formula(computed)?, order, self.formula(stated)?))
    }

    /// `#3` becomes the cell of the figure's base value. A report may come from anywhere, so nothing else gets through.
    fn formula(&self, side: &str) -> Option<String> {
        let mut out = String::new();
        let mut rest = side.strip_prefix('-').map_or(side, |rest| {
            out.push('-');
            rest
        });
        while let Some(c) = rest.chars().next() {
            let length = match c {
                '#' => {
                    let digits = rest.chars().skip(1).take_while(char::is_ascii_digit).count();
                    let id = rest.get(1..=digits)?.parse().ok()?;
                    out.push_str(&self.cell('J', id)?);
                    digits + 1
                }
                'M' if rest.starts_with("MIN(") => {
                    out.push_str("MIN(");
                    4
                }
                '0'..='9' | '.' | '+' | '-' | '*' | '/' | '(' | ')' | ',' => {
                    out.push(c);
                    1
                }
                _ => return None,
            };
            rest = rest.get(length..)?;
        }
        Some(out)
    }
}

/// Whether a relation holds, as a formula over the gap between its sides; none where that would not say what was judged.
pub(super) fn check(relation: &Relation, order: &str, gap_cell: &str) -> Option<Cell> {
    let table = relation.working.as_ref()?;
    let gap = decimal(&table.gap)?;
    let (up, down) = slack(table)?;
    let (formula, holds) = match order {
        "=" => (format!("AND({gap_cell}<={up},{gap_cell}>=-{down})"), gap <= up && gap >= -down),
        "≤" => (format!("{gap_cell}>=-{down}"), gap >= -down),
        "≥" => (format!("{gap_cell}<={up}"), gap <= up),
        "<" => (format!("{gap_cell}>0"), gap > Decimal::ZERO),
        ">" => (format!("{gap_cell}<0"), gap < Decimal::ZERO),
        _ => return None,
    };
    let (yes, no) = (words::HOLDS, words::FAILS);
    let judged = matches!(relation.verdict, Verdict::Exact | Verdict::Rounded | Verdict::Coarse);
    let given = Cell::text(if holds { yes } else { no });
    (judged == holds).then(|| Cell::Formula(format!("IF({formula},\"{yes}\",\"{no}\")"), Box::new(given)))
}

/// How far the stated side may lie above and below the computed one, by what each may have been rounded from.
fn slack(table: &Working) -> Option<(Decimal, Decimal)> {
    let [c, c_least, c_most] = [&table.computed.value, &table.computed.least, &table.computed.most].map(|t| decimal(t));
    let [s, s_least, s_most] = [&table.stated.value, &table.stated.least, &table.stated.most].map(|t| decimal(t));
    let up = c_most?.checked_sub(c?)?.checked_add(s?.checked_sub(s_least?)?)?;
    let down = c?.checked_sub(c_least?)?.checked_add(s_most?.checked_sub(s?)?)?;
    Some((up.normalize(), down.normalize()))
}
