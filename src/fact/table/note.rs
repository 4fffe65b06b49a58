//! What the notes of a table say of how it is worked out (表注算式): 资产总额＝流动资产＋固定资产＋无形资产.

use super::{Column, ColumnKind, Formula, Lane, Row, Sheet};
use crate::catalog::heading::bare;
use crate::gather::{Gather, SortedMap, SortedSet};
use crate::text::{Mention, marker};

/// How many characters a name in such a note has at most; more is a sentence.
const LONGEST: usize = 24;

/// A sum of names: what it comes to, and its terms with their signs.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Told {
    result: String,
    terms: Vec<(i8, String)>,
}

/// Gives the columns that the notes of a table work out their formulas; those of rows, whose numbers stand for columns.
pub(super) fn read(sheet: &Sheet, columns: &mut [Column], lanes: &[Lane]) -> Vec<(u32, Formula)> {
    let cells = (0..sheet.table.cells.len()).map(|at| sheet.words(at));
    let mut rows: Vec<(u32, Formula)> = lanes.iter().flat_map(|lane| of_marks(&lane.rows)).gather();
    let notes = sheet.table.notes.iter().map(String::as_str).chain(cells.filter(|words| is_note(words)));
    let told: SortedSet<Told> = notes.flat_map(sums).gather_set();
    if told.is_empty() {
        return rows;
    }
    let headed =
        by_name((0..).zip(&*columns).flat_map(|(at, column)| heads(column).into_iter().map(move |head| (at, head))));
    let named = by_name(lanes.iter().flat_map(|lane| &lane.rows).map(|row| (row.row, row.words.as_str())));
    for sum in &told {
        if let Some((column, formula)) = resolve(sum, &headed) {
            columns.get_mut(column as usize).into_iter().for_each(|column| column.formulas.push(formula.clone()));
        } else {
            rows.extend(resolve(sum, &named));
        }
    }
    rows
}

/// 合计（二+三） below 二、项目支出 and 三、公用经费: rows that say by their marks which others they make.
fn of_marks(rows: &[Row]) -> Vec<(u32, Formula)> {
    let read = |row: &Row| {
        let words = folded(&row.words);
        let inner = words.strip_suffix(')')?.split_once('(')?.1;
        let mut sign = 1;
        let mut terms = Vec::new();
        for piece in inner.split_inclusive(['+', '-']) {
            let mark: Vec<char> = piece.trim_end_matches(['+', '-']).chars().chain(['、']).gather();
            let mark = marker(&mark).filter(|found| found.length == mark.len())?;
            let marked = |other: &&Row| other.ordinal == Some(mark.ordinal) && other.depth == Some(mark.level);
            terms.push((sign, rows.iter().filter(marked).single()?.row));
            sign = if piece.ends_with('-') { -1 } else { 1 };
        }
        (terms.len() >= 2).then_some((row.row, Formula::Sum(terms)))
    };
    rows.iter().filter_map(read).gather()
}

/// Whether a cell holds a note with an equation in it.
fn is_note(words: &str) -> bool {
    words.contains(['=', '＝']) && words.trim_start().starts_with_any(&["注", "备注", "说明", "填报说明", "填表说明"])
}

/// The sum over columns or rows, where each of its names is that of one.
fn resolve(told: &Told, places: &SortedMap<String, Option<u32>>) -> Option<(u32, Formula)> {
    let find = |name: &String| places.get(name).copied().flatten();
    let terms: Option<Vec<(i8, u32)>> = told.terms.iter().map(|(sign, name)| Some((*sign, find(name)?))).gather_all();
    Some((find(&told.result)?, Formula::Sum(terms?)))
}

/// The heads by which a column of numbers is called: its lowest, or that of the group whose total it is.
fn heads(column: &Column) -> Vec<&str> {
    let total = |head: &str| matches!(head, "小计" | "合计");
    let called = match column.heads.as_slice() {
        [.., group, last] if total(last) => vec![last.as_str(), group.as_str()],
        [.., last] => vec![last.as_str()],
        [] => Vec::new(),
    };
    if column.kind == ColumnKind::Value { called } else { Vec::new() }
}

/// The places of names, whole and without what their brackets add; a name that stands in two is that of none.
fn by_name<'n>(named: impl Iterator<Item = (u32, &'n str)>) -> SortedMap<String, Option<u32>> {
    let mut out: SortedMap<String, Option<u32>> = SortedMap::new();
    for (place, words) in named {
        let whole = folded(words);
        let plain = bare(&whole).to_owned();
        for name in [Some(plain).filter(|plain| *plain != whole), Some(whole)].into_iter().flatten() {
            out.entry(name).and_modify(|known| *known = known.filter(|known| *known == place)).or_insert(Some(place));
        }
    }
    out
}

/// One character for all that are written for it, and no blanks.
fn folded(words: &str) -> String {
    let sign = |c: char| match c {
        '＝' => '=',
        '＋' => '+',
        '－' | '−' | '–' => '-',
        '／' => '/',
        '（' => '(',
        '）' => ')',
        other => other,
    };
    words.chars().filter(|c| !c.is_whitespace()).map(sign).collect()
}

/// The sums that a note tells, part by part.
fn sums(note: &str) -> Vec<Told> {
    note.split(['；', ';', '。', '，', ',', '\n']).filter_map(|part| sum(&folded(part))).gather()
}

/// `1．资产总额=流动资产+固定资产` with its number taken off; products, rates and brackets are none.
fn sum(part: &str) -> Option<Told> {
    let body = part.rsplit('：').next().unwrap_or(part);
    let (result, terms) = body.split_once('=')?;
    let numbered = |c: char| c.is_ascii_digit() || matches!(c, '.' | '．' | '、' | '(' | ')');
    let result = result.trim_start_matches(numbered);
    if terms.contains(['=', '×', '÷', '*', '%', '(', '≤', '≥']) {
        return None;
    }
    let mut out = Told { result: result.to_owned(), terms: Vec::new() };
    let mut sign = 1;
    for piece in terms.split_inclusive(['+', '-']) {
        let name = piece.trim_end_matches(['+', '-']);
        out.terms.push((sign, name.to_owned()));
        sign = if piece.ends_with('-') { -1 } else { 1 };
    }
    let is_name = |name: &str| (2..=LONGEST).contains(&name.chars().count());
    let named = is_name(&out.result) && out.terms.iter().all(|(_, name)| is_name(name));
    (named && out.terms.len() >= 2).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::sum;
    use crate::gather::Gather;

    fn read(part: &str) -> Option<(String, Vec<(i8, String)>)> {
        sum(part).map(|told| (told.result, told.terms))
    }

    #[test]
    fn a_note_names_its_terms() {
        let terms = |list: &[(i8, &str)]| list.iter().map(|(sign, name)| (*sign, (*name).to_owned())).gather();
        assert_eq!(
            read("填报说明：1．净值=原值-累计折旧"),
            Some(("净值".to_owned(), terms(&[(1, "原值"), (-1, "累计折旧")])))
        );
        assert_eq!(
            read("(2)资产总额=流动资产+对外投资/有价证券"),
            Some(("资产总额".to_owned(), terms(&[(1, "流动资产"), (1, "对外投资/有价证券")])))
        );
    }

    #[test]
    fn rates_and_products_are_none() {
        for part in ["到位率=到位数÷计划数", "得分=权重×执行率", "A=B+C", "资产总额=流动资产", "结余=(收入-支出)+调入"]
        {
            assert_eq!(read(part), None, "{part}");
        }
    }
}
