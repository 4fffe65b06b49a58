//! 表文相符 — text against table: one item, one value in words and in cells. Cue I05.
#![doc = include_str!("table_text.md")]

mod reckoned;
mod tables;
mod told;

use super::{Rule, Scope, Sink};
use crate::fact::{Fact, Layout, Measure, Role, RowKind, normalize};
use crate::gather::{Gather, SortedMap};
use crate::number::Dimension;
use crate::relation::{Equation, Kind, Relation, Source, Term};

pub(super) const RULE: Rule = Rule { code: "I", name: "table_text", find };

/// Digits from which two numbers hardly agree by chance.
const TELLING: u32 = 3;

/// Characters of a name from which it hardly means two things.
const SPECIFIC: usize = 4;

fn find(scope: &Scope, out: &mut Sink) {
    if scope.facts.layouts().next().is_none() {
        return;
    }
    let names = names(scope);
    tables::state(scope, &names, out);
    let words = scope.facts.list.iter().enumerate().filter(|(_, fact)| is_stated(fact) && fact.cell.is_none());
    let stated: Vec<Stated> = words
        .filter_map(|(id, fact)| {
            let cells = names.get(&fact.label.key)?;
            let cells: Vec<_> = cells.iter().filter_map(|cell| counterpart(scope, id, fact, *cell)).gather();
            (!cells.is_empty()).then_some(Stated { fact, cells })
        })
        .gather();
    for sentence in stated.chunk_by(|a, b| a.fact.place.sentence == b.fact.place.sentence) {
        let common = common_column(sentence);
        for one in sentence {
            one.state(scope, common, out);
        }
    }
    let named = stated.iter().filter(|one| one.cells.iter().any(|cell| cell.agrees));
    told::state(scope, &named.filter_map(|one| one.cells.first()).map(|cell| cell.words).gather_set(), out);
    reckoned::state(scope, out);
}

/// The column with which several figures of one sentence agree: what the sentence speaks of, where its words do not say.
fn common_column(sentence: &[Stated]) -> Option<(usize, u32)> {
    let mut counts: SortedMap<(usize, u32), usize> = SortedMap::new();
    for column in sentence.iter().flat_map(|one| one.cells.iter().filter(|c| c.agrees).map(|c| c.column)) {
        *counts.entry(column).or_default() += 1;
    }
    let most = counts.values().copied().max().filter(|most| *most >= 2)?;
    let mut best = counts.into_iter().filter(|(_, count)| *count == most);
    best.next().map(|(column, _)| column).filter(|_| best.next().is_none())
}

/// A figure in words with the cells that could say the same.
struct Stated<'a> {
    fact: &'a Fact,
    cells: Vec<Counterpart>,
}

impl Stated<'_> {
    fn state(&self, scope: &Scope, common: Option<(usize, u32)>, out: &mut Sink) {
        let specific = self.fact.label.key.chars().count() >= SPECIFIC;
        let common: Vec<&Counterpart> = self.cells.iter().filter(|c| Some(c.column) == common).gather();
        if let [other] = common.as_slice() {
            if other.agrees || !other.is_beside(scope) && scope.is_stated_slip(&other.equation) {
                out.relation(other.relation(scope, other.agrees || specific));
            }
            return;
        }
        if let Some(same) = self.cells.iter().find(|c| c.agrees && (c.telling || c.surely)) {
            out.relation(same.relation(scope, true));
        } else if let Some(other) =
            the_only(&self.cells).filter(|c| !c.is_beside(scope) && scope.is_stated_slip(&c.equation))
        {
            out.relation(other.relation(scope, other.surely && specific));
        }
    }
}

/// Whether a figure states the amount of an item with a name.
fn is_stated(fact: &Fact) -> bool {
    fact.is_level() && fact.figure.is_plain() && !fact.is_zero() && fact.label.key.chars().count() >= 2
}

/// For each name, the cells that give the amount of what it names: those of its row, and those of its column in the total row.
fn names(scope: &Scope) -> SortedMap<String, Vec<usize>> {
    let mut out: SortedMap<String, Vec<usize>> = SortedMap::new();
    for layout in scope.facts.layouts() {
        for ((row, column), id) in &layout.facts {
            let Some(fact) = scope.facts.get(*id).filter(|f| f.role == Role::Level && !f.is_zero()) else { continue };
            for name in cell_names(layout, *row, *column).into_iter().filter(|name| name.chars().count() >= 2) {
                if fact.figure.is_plain() {
                    out.entry(name).or_default().push(*id);
                }
            }
        }
    }
    out
}

fn cell_names(layout: &Layout, row: u32, column: u32) -> Vec<String> {
    let mut out = Vec::new();
    let own = layout.row(row, column);
    let name = own.map_or(String::new(), |r| normalize(&r.words));
    let total = own.is_none_or(|r| matches!(r.kind, RowKind::Total) || r.words.is_empty());
    if total && let Some(head) = layout.columns.get(column as usize).and_then(|c| c.heads.last()) {
        out.push(normalize(head.trim_start_matches("其中：")));
    }
    out.push(name);
    out
}

/// A figure in words and the cell that should say the same.
struct Counterpart {
    words: usize,
    cell: usize,
    /// Table and column of the cell.
    column: (usize, u32),
    equation: Equation,
    agrees: bool,
    /// The number has so many digits, or the name so many characters, that they do not agree by chance.
    telling: bool,
    /// Both say of which measure they are.
    surely: bool,
}

fn counterpart(scope: &Scope, words: usize, fact: &Fact, cell: usize) -> Option<Counterpart> {
    let facts = scope.facts;
    let other = facts.get(cell)?;
    let stated = |f: &Fact| f.measure != Measure::Unstated;
    let rate = fact.figure.unit.dimension == Dimension::Percent;
    let same_measure = rate || fact.measure == other.measure || !stated(fact) || !stated(other);
    if !other.is_like(fact) || !same_measure || !fact.period.is_same(other.period, facts.year) {
        return None;
    }
    let equation = Equation::Sum { parts: vec![Term::plus(words)], whole: vec![Term::plus(cell)] };
    let agrees = scope.fits(&equation);
    let specific = fact.label.key.chars().count() >= SPECIFIC;
    let telling = specific || fact.figure.digits().min(other.figure.digits()) >= TELLING;
    let surely = stated(fact) && fact.measure == other.measure;
    let column = other.cell.map(|place| (place.table, place.column))?;
    Some(Counterpart { words, cell, column, equation, agrees, telling, surely })
}

/// The one cell that a figure can be held against: the only one, or the only one of its own measure.
fn the_only(cells: &[Counterpart]) -> Option<&Counterpart> {
    let only = |list: &[&Counterpart]| if let [one] = list { cells.iter().find(|c| c.cell == one.cell) } else { None };
    let all: Vec<&Counterpart> = cells.iter().gather();
    let sure: Vec<&Counterpart> = cells.iter().filter(|c| c.surely).gather();
    only(&all).or_else(|| only(&sure))
}

impl Counterpart {
    /// 一般公共预算调整2917万元 beside a total of 6917万元: whether another cell of the column has the very amount of the words.
    fn is_beside(&self, scope: &Scope) -> bool {
        let value = |id: usize| scope.facts.base_value(id);
        let same =
            |((_, column), id): (&(u32, u32), &usize)| *column == self.column.1 && value(*id) == value(self.words);
        scope.facts.tables.get(self.column.0).is_some_and(|layout| layout.facts.iter().any(same))
    }

    fn relation(&self, scope: &Scope, sure: bool) -> Relation {
        let range = scope.facts.get(self.words).map_or(0..0, |f| f.range.clone());
        let equation = self.equation.clone();
        let (kind, source) = (Kind::Equal, Source::Asserted);
        Relation { rule: RULE.name, cue: "I05", kind, source, equation, range, sure, warning: "W37" }
    }
}
