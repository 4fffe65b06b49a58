//! Tables of one cell a line (逐格成行), as they are pasted from a page that forgot their columns: 项目, 预算数, 决算数, then a name and
//! two numbers, each on a line of its own.

use super::aligned::is_number;
use crate::gather::Gather;

/// How many numbers a row has at least: with one, any list of names and numbers would be a table.
const NUMBERS: usize = 2;
/// How many columns are looked for at most.
const COLUMNS: usize = 12;
/// How many rows of numbers stand under the heading at least.
const ROWS: usize = 2;
/// How many characters a heading or a name has at most.
const LONGEST: usize = 30;

/// A table that begins at a line.
#[derive(Clone, Copy)]
pub(super) struct Stack {
    /// How many lines it takes, blank ones between its cells included.
    pub lines: usize,
    /// How many cells make a row.
    pub columns: usize,
}

/// The table that begins with the first line: as many words as columns, then rows of a name and a number for each other column.
pub(super) fn stack<'a>(lines: impl Iterator<Item = &'a str>) -> Option<Stack> {
    let mut cells = lines.map(str::trim).enumerate().filter(|(_, cell)| !cell.is_empty()).peekable();
    let names = std::iter::from_fn(|| cells.next_if(|(_, cell)| is_name(cell))).take(COLUMNS + 1).count();
    let columns = names.checked_sub(1).filter(|columns| *columns > NUMBERS)?;
    let (mut rows, mut end) = (0, 0);
    loop {
        let numbers = std::iter::from_fn(|| cells.next_if(|(_, cell)| is_number(cell))).take(columns - 1);
        let ends: Vec<usize> = numbers.map(|(at, _)| at + 1).gather();
        let Some(last) = ends.last().filter(|_| ends.len() + 1 == columns) else { break };
        (rows, end) = (rows + 1, *last);
        if cells.next_if(|(_, cell)| is_name(cell)).is_none() {
            break;
        }
    }
    (rows >= ROWS).then_some(Stack { lines: end, columns })
}

/// How many names with a number each make a table below a line that gives their unit.
const PAIRS: usize = 3;

/// The table of names and one number each that begins with the first line, below a line that gives the unit of the numbers; without one, it
/// would be a list of names and numbers.
pub(super) fn pairs<'a>(lines: impl Iterator<Item = &'a str>) -> Option<Stack> {
    let mut cells = lines.map(str::trim).enumerate().filter(|(_, cell)| !cell.is_empty()).peekable();
    let (mut rows, mut end) = (0, 0);
    while cells.next_if(|(_, cell)| is_name(cell)).is_some() {
        let Some((at, _)) = cells.next_if(|(_, cell)| is_number(cell)) else { break };
        (rows, end) = (rows + 1, at + 1);
    }
    (rows >= PAIRS).then_some(Stack { lines: end, columns: 2 })
}

/// The heading of a column or the name of a row.
fn is_name(cell: &str) -> bool {
    !is_number(cell) && cell.chars().count() <= LONGEST && !cell.contains(['。', '；', '，', '：'])
}
