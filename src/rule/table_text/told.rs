//! What words tell of a table under other names than its cells have: 本镇全年执行数1460.77万元 of 年度资金总额 ‖ 全年执行数C ‖ 1460.77.

use super::counterpart;
use crate::catalog::heading::bare;
use crate::fact::{Fact, Layout, RowKind};
use crate::gather::{Gather, SortedMap, SortedSet};
use crate::number::{Decimal, Exact, Figure};
use crate::relation::{Digits, Relation};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// Digits from which a number that words share with a cell beside a name is hardly there by chance.
const TELLING: u32 = 4;

/// Digits from which a number is hardly another with two of them exchanged.
const SPELLED: u32 = 5;

/// How many cells of one amount are looked at.
const NEAR: usize = 8;

/// Cells by what they are counted in and by their values.
type Cells<'a> = SortedMap<&'a str, SortedMap<Decimal, Vec<Cell<'a>>>>;

/// Cells by their digits, whatever their order.
type Spelled<'a> = SortedMap<String, Vec<Cell<'a>>>;

/// A cell with its table and its place in it.
#[derive(Clone, Copy)]
struct Cell<'a> {
    fact: usize,
    layout: &'a Layout,
    row: u32,
    column: u32,
}

/// States that figures in words that no name led to are those of a cell, where the value is and the clause names its row, or its column
/// in a row of the whole. What differs says nothing.
pub(super) fn state(scope: &Scope, known: &SortedSet<usize>, out: &mut Sink) {
    let facts = scope.facts;
    let mut cells: Cells = SortedMap::new();
    let mut spelled: Spelled = SortedMap::new();
    for layout in facts.layouts() {
        for ((row, column), id) in &layout.facts {
            let fact = facts.get(*id).filter(|f| f.figure.is_plain() && f.figure.digits() >= TELLING);
            if let Some((fact, base)) = fact.zip(facts.base_value(*id)) {
                let cell = Cell { fact: *id, layout, row: *row, column: *column };
                if fact.figure.digits() >= SPELLED {
                    spelled.entry(spelling(&fact.figure)).or_default().push(cell);
                }
                cells.entry(&fact.figure.unit.base).or_default().entry(base).or_default().push(cell);
            }
        }
    }
    for (id, fact) in facts.list.iter().enumerate().filter(|(id, f)| f.cell.is_none() && !known.contains(id)) {
        if !fact.figure.is_plain() || fact.figure.digits() < TELLING {
            continue;
        }
        let (Some(base), Some(own)) = (facts.base_value(id), cells.get(fact.figure.unit.base.as_str())) else {
            continue;
        };
        let off = fact.figure.printed_unit();
        let (Some(least), Some(most)) = (base.minus(off), base.plus(off)) else { continue };
        let mut near = own.range(least..=most).flat_map(|(_, cells)| cells).take(NEAR);
        let same = near
            .find_map(|cell| counterpart(scope, id, fact, cell.fact).filter(|c| c.agrees && cell.is_told(scope, fact)));
        let Some(same) = same.map(|same| same.relation(scope, true)).or_else(|| exchanged(scope, &spelled, id, out))
        else {
            continue;
        };
        out.relation(same);
    }
}

/// 1586.88 for 1568.88: that a figure which nothing bears out is the one cell of the same digits in another order that its words name, two
/// digits of which stand exchanged.
fn exchanged(scope: &Scope, spelled: &Spelled, id: usize, out: &Sink) -> Option<Relation> {
    let fact = scope.facts.get(id).filter(|f| f.figure.digits() >= SPELLED && !out.computes(id))?;
    let own = Digits::of(&fact.figure)?;
    let alike = spelled.get(&spelling(&fact.figure)).into_iter().flatten().take(NEAR);
    let named = alike.filter(|cell| {
        let other = scope.facts.get(cell.fact).and_then(|f| Digits::of(&f.figure));
        other.and_then(|other| own.different(other)) == Some(2) && cell.is_told(scope, fact)
    });
    let found = named.filter_map(|cell| counterpart(scope, id, fact, cell.fact)).single()?;
    Some(found.relation(scope, false))
}

/// The digits of a number in their order of size, with its unit.
fn spelling(figure: &Figure) -> String {
    let mut digits: Vec<char> = figure.value.to_string().chars().filter(char::is_ascii_digit).gather();
    crate::order::by_key(&mut digits, |digit| *digit);
    digits.into_iter().chain(figure.unit.name.chars()).collect()
}

impl Cell<'_> {
    /// Whether the words before a figure name its row, or its column where the row is that of the whole.
    fn is_told(&self, scope: &Scope, fact: &Fact) -> bool {
        let clauses = &scope.facts.clauses;
        let words = |start: Option<usize>| scope.facts.text.words(start.unwrap_or(fact.range.start)..fact.range.start);
        let clause = words(clauses.clauses().get(fact.place.clause).map(|clause| clause.start));
        let sentence = words(clauses.sentences().get(fact.place.sentence).map(|sentence| sentence.start));
        let row = self.layout.row(self.row, self.column);
        let name = row.map_or("", |row| bare(&row.words).trim_end_matches('：'));
        let whole = row.is_none_or(|row| {
            row.kind != RowKind::Item && row.kind != RowKind::OfWhich || name.is_empty() || name.ends_with("总额")
        });
        let own = name.trim_end_matches("小计").trim_end_matches("合计");
        let long = |name: &str, least: usize| name.chars().count() >= least;
        let head = |head: &String| {
            let head = bare(head.trim_start_matches("其中：")).trim_end_matches(is_mark);
            let key = fact.label.key.as_str();
            long(head, 2) && clause.mentions(head)
                || long(head, 4) && is_spread(head, clause)
                || long(key, 4) && head.starts_with(key)
        };
        let heads = self.layout.columns.get(self.column as usize).map_or(&[][..], |column| column.heads.as_slice());
        long(own, 2) && clause.mentions(own)
            || long(own, 4) && sentence.mentions(own)
            || whole && heads.iter().any(head)
    }
}

/// 年末原值 of 年末资产原值: whether all characters of a name come one after the other.
fn is_spread(name: &str, words: &str) -> bool {
    let mut words = words.chars();
    name.chars().all(|c| words.any(|other| other == c))
}

/// 全年执行数C, 金额: what a heading may have at its end that words leave out.
const fn is_mark(c: char) -> bool {
    c.is_ascii_uppercase() || c == '数'
}
