//! What a heading says of how its column is worked out (表头算式): 执行率（B/A）, 结余（③=①-②）, and 3=1+2 in the row of column numbers.

use super::{Column, Sheet};
use crate::gather::{Gather, SortedMap};
use crate::text::Mention;

/// How a column is worked out of others of its row; columns count from 0, each with its sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Formula {
    /// `A + B − C`.
    Sum(Vec<(i8, u32)>),
    /// `(B − A) ÷ A`, `B ÷ A − 1`.
    Ratio {
        /// What is divided.
        over: Vec<(i8, u32)>,
        /// What it is divided by.
        under: Vec<(i8, u32)>,
        /// Whether one is taken off.
        less_one: bool,
    },
    /// `A × B`.
    Product(Vec<u32>),
}

/// What the headings of one column say: the mark by which formulas name it, and its formulas in marks: G=H+I=A+D has two.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    mark: Option<String>,
    formulas: Vec<Shape>,
}

/// A formula whose columns still have the names by which it calls them.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Shape {
    Sum(Vec<(i8, String)>),
    Ratio { over: Vec<(i8, String)>, under: Vec<(i8, String)>, less_one: bool },
    Product(Vec<String>),
}

impl Said {
    /// Takes in what a heading says behind its name: （B）, （B/A×100%）, （3=1+2）; a letter is no formula without another.
    pub(super) fn add_heading(&mut self, heading: &str) {
        let plain: String = heading.chars().filter(|c| !c.is_whitespace()).collect();
        match last_bracket(&plain) {
            Some(inside) => self.add(inside, false),
            // 预算数①
            None => {
                self.mark =
                    self.mark.take().or_else(|| plain.chars().last().filter(|c| is_circled(*c)).map(String::from))
            }
        }
    }

    /// Takes in a cell of the row of column numbers (栏次): 3, 3=1+2.
    pub(super) fn add_number(&mut self, cell: &str) {
        self.add(&cell.chars().filter(|c| !c.is_whitespace()).collect::<String>(), true);
    }

    fn add(&mut self, words: &str, numbered: bool) {
        let (mark, formulas) = match words.split_once(['=', '＝']) {
            Some((mark, formulas)) => (mark, formulas),
            None if is_mark(words, true) => (words, ""),
            None => ("", words),
        };
        if is_mark(mark, true) {
            self.mark = Some(mark.to_owned());
        }
        // （1-6）: digits name columns where the heading says which one is worked out, or in the row of their numbers.
        let shapes: Vec<Shape> =
            formulas.split(['=', '＝']).filter_map(|words| shape(words, numbered || !mark.is_empty())).gather();
        if !shapes.is_empty() {
            self.formulas = shapes;
        }
    }
}

/// The formulas of all columns by the marks that each has; one whose marks do not all name one column is none.
pub(super) fn formulas(said: &[Said]) -> Vec<Vec<Formula>> {
    let mut columns: SortedMap<&str, Option<u32>> = SortedMap::new();
    for (column, said) in said.iter().enumerate() {
        if let Some(mark) = &said.mark {
            columns.entry(mark).and_modify(|known| *known = None).or_insert(Some(column as u32));
        }
    }
    let column = |mark: &String| columns.get(mark.as_str()).copied().flatten();
    let terms = |list: &[(i8, String)]| -> Option<Vec<(i8, u32)>> {
        list.iter().map(|(sign, mark)| column(mark).map(|column| (*sign, column))).gather_all()
    };
    let formula = |shape: &Shape| match shape {
        Shape::Sum(list) => terms(list).map(Formula::Sum),
        Shape::Ratio { over, under, less_one } => {
            Some(Formula::Ratio { over: terms(over)?, under: terms(under)?, less_one: *less_one })
        }
        Shape::Product(marks) => marks.iter().map(column).gather_all().map(Formula::Product),
    };
    said.iter().map(|said| said.formulas.iter().filter_map(formula).gather()).gather()
}

/// The formulas of rows, where a column gives them: 公式 ‖ A=B+C ‖ B ‖ C.
pub(super) fn of_rows(sheet: &Sheet, columns: &[Column]) -> Vec<(u32, Formula)> {
    let named = |column: &Column| column.heads.last().is_some_and(|head| head.ends_with_any(&["公式", "算式", "关系"]));
    let Some(column) = columns.iter().position(named) else { return Vec::new() };
    let mut said = vec![Said::default(); sheet.table.rows as usize];
    for (at, cell) in sheet.table.cells.iter().enumerate().filter(|(_, cell)| cell.column as usize == column) {
        if let Some(said) = said.get_mut(cell.row as usize) {
            said.add_number(sheet.words(at));
        }
    }
    let rows = (0..).zip(formulas(&said));
    rows.flat_map(|(row, formulas)| formulas.into_iter().map(move |formula| (row, formula))).gather()
}

/// What the bracket holds that ends a heading.
fn last_bracket(heading: &str) -> Option<&str> {
    let body = heading.strip_suffix([')', '）'])?;
    let mut depth = 1;
    let open = body.char_indices().rev().find(|(_, c)| {
        depth += match c {
            ')' | '）' => 1,
            '(' | '（' => -1,
            _ => 0,
        };
        depth == 0
    });
    open.and_then(|(at, c)| body.get(at + c.len_utf8()..))
}

fn is_circled(c: char) -> bool {
    ('①'..='⑳').contains(&c)
}

/// A, ③, 12: what formulas call a column by.
fn is_mark(words: &str, digits: bool) -> bool {
    let mut chars = words.chars();
    let one = |c: char| c.is_ascii_uppercase() || is_circled(c);
    let number = digits && words.len() <= 2 && words.bytes().all(|b| b.is_ascii_digit()) && !words.starts_with('0');
    !words.is_empty() && (number || chars.next().is_some_and(one) && chars.next().is_none())
}

/// Reads a formula of two marks or more.
fn shape(words: &str, digits: bool) -> Option<Shape> {
    let plain: String = words.chars().map(folded).collect();
    let plain = ["*100%", "*100"].iter().find_map(|all| plain.strip_suffix(all)).unwrap_or(&plain);
    let mut list = Signs { rest: plain, digits };
    let over = list.group()?;
    let shape = match list.next_sign() {
        None if over.len() >= 2 => Shape::Sum(over),
        Some('*') => {
            let second = list.group()?;
            let one = |list: Vec<(i8, String)>| match <[_; 1]>::try_from(list) {
                Ok([(1, mark)]) => Some(mark),
                _ => None,
            };
            Shape::Product(vec![one(over)?, one(second)?])
        }
        Some('/') => {
            let under = list.group()?;
            let less_one = list.rest == "-1";
            list.rest = if less_one { "" } else { list.rest };
            Shape::Ratio { over, under, less_one }
        }
        _ => return None,
    };
    list.rest.is_empty().then_some(shape)
}

/// One sign for all that are written for it.
const fn folded(c: char) -> char {
    match c {
        '÷' | '／' => '/',
        '×' | '＊' | 'x' | 'X' => '*',
        '－' | '−' | '–' | '—' => '-',
        '＋' => '+',
        '（' => '(',
        '）' => ')',
        '％' => '%',
        other => other,
    }
}

/// What is still to be read of a formula.
struct Signs<'a> {
    rest: &'a str,
    digits: bool,
}

impl Signs<'_> {
    /// The next character, if it joins what stands before it.
    fn next_sign(&mut self) -> Option<char> {
        let sign = self.rest.chars().next()?;
        self.rest = self.rest.strip_prefix(sign)?;
        Some(sign)
    }

    /// `(B - A)`, a mark, or marks with signs between them up to the end.
    fn group(&mut self) -> Option<Vec<(i8, String)>> {
        let inside = self.rest.strip_prefix('(');
        let end = match inside {
            Some(inside) => inside.find(')')?,
            None => self.rest.find(['/', '*']).unwrap_or(self.rest.len()),
        };
        let words = inside.unwrap_or(self.rest).get(..end)?;
        let behind = inside.unwrap_or(self.rest).get(end..)?;
        // B/A-1: what is taken off stands behind the divisor.
        let (words, behind) = match words.strip_suffix("-1") {
            Some(mark) if inside.is_none() && is_mark(mark, self.digits) && !self.digits => (mark, "-1"),
            _ => (words, behind),
        };
        self.rest = if inside.is_some() { behind.strip_prefix(')')? } else { behind };
        let list = terms(words, self.digits)?;
        // A-B/A leaves open what is divided.
        (inside.is_some() || list.len() == 1 || self.rest.is_empty()).then_some(list)
    }
}

/// `A+B-C` with its signs.
fn terms(words: &str, digits: bool) -> Option<Vec<(i8, String)>> {
    let mut out = Vec::new();
    let mut sign = 1;
    let mut rest = words;
    loop {
        let end = rest.find(['+', '-']).unwrap_or(rest.len());
        let mark = rest.get(..end).filter(|mark| is_mark(mark, digits))?;
        out.push((sign, mark.to_owned()));
        let mut behind = rest.get(end..)?.chars();
        sign = match behind.next() {
            None => return Some(out),
            Some('-') => -1,
            Some(_) => 1,
        };
        rest = behind.as_str();
    }
}

#[cfg(test)]
mod tests {
    use super::{Formula, Said, formulas};
    use crate::gather::Gather;

    fn all(cells: &[&str], add: fn(&mut Said, &str)) -> Vec<Vec<Formula>> {
        let said = cells.iter().map(|cell| {
            let mut said = Said::default();
            add(&mut said, cell);
            said
        });
        formulas(&said.collect::<Vec<_>>())
    }

    fn of(cells: &[&str], add: fn(&mut Said, &str)) -> Vec<Option<Formula>> {
        all(cells, add).into_iter().map(|formulas| formulas.into_iter().next()).gather()
    }

    fn read(headings: &[&str]) -> Vec<Option<Formula>> {
        of(headings, Said::add_heading)
    }

    #[test]
    fn headings_name_columns_by_letters() {
        let ratio =
            |over: Vec<(i8, u32)>, under, less_one| Some(Formula::Ratio { over, under: vec![(1, under)], less_one });
        assert_eq!(read(&["预算数（A）", "执行数（B）", "执行率(B/A×100%)"])[2], ratio(vec![(1, 1)], 0, false));
        assert_eq!(read(&["上年①", "本年②", "增长率（（②－①）÷①）"])[2], ratio(vec![(1, 1), (-1, 0)], 0, false));
        assert_eq!(read(&["上年(A)", "本年(B)", "增长率(B/A-1)"])[2], ratio(vec![(1, 1)], 0, true));
        assert_eq!(
            read(&["收入A", "预算数（A）", "结余（C=A-B）", "支出（B）"])[2],
            Some(Formula::Sum(vec![(1, 1), (-1, 3)]))
        );
        assert_eq!(read(&["单价(A)", "数量(B)", "金额(A*B)"])[2], Some(Formula::Product(vec![0, 1])));
    }

    #[test]
    fn rows_of_numbers_name_columns() {
        assert_eq!(of(&["栏次", "1", "2", "3=1+2"], Said::add_number)[3], Some(Formula::Sum(vec![(1, 1), (1, 2)])));
    }

    #[test]
    fn a_chain_has_several() {
        let sum = |a, b| Formula::Sum(vec![(1, a), (1, b)]);
        assert_eq!(all(&["A", "D", "H=B+E", "I", "G=H+I=A+D"], Said::add_number)[4], vec![sum(2, 3), sum(0, 1)]);
    }

    #[test]
    fn other_brackets_are_none() {
        for heading in
            ["完成时间（1-6）", "等级（A-C级）", "金额（万元）", "B/A", "占比（%）", "差异（A-D）", "合计（A-B/A）"]
        {
            assert_eq!(read(&["甲（A）", "乙（B）", "丙（B）", heading])[3], None, "{heading}");
        }
    }
}
