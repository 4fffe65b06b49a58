//! The rows and columns that are looked at, in their order, with the totals of groups.

use super::{By, Choices, Only, Sort};
use crate::aggregate::summarize;
use crate::gather::Gather;
use crate::order;
use crate::summary::{Column, Digest, Row, Summary};
use std::cmp::Ordering;

/// What is shown of a summary.
#[derive(Clone, Debug, PartialEq)]
pub struct Table<'s> {
    /// The columns shown, with their places in the summary.
    pub columns: Vec<(usize, &'s Column)>,
    /// The rows, group by group; one group without a name where they are not grouped.
    pub groups: Vec<Group<'s>>,
    /// How many rows there are, shown or not.
    pub all: usize,
    /// How many are shown.
    pub shown: usize,
}

/// Rows that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Group<'s> {
    /// What they have in common: a year, a grade, `parent` or `member`; empty where the reports do not say it.
    pub name: Option<String>,
    /// The rows, the pinned ones first.
    pub lines: Vec<Line<'s>>,
    /// The columns of the summary over these rows alone, all of them; none where there is one group only.
    pub totals: Vec<Column>,
}

/// A row that is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Line<'s> {
    /// Its place in the summary.
    pub at: usize,
    /// The row.
    pub row: &'s Row,
    /// Whether it stays on top.
    pub is_pinned: bool,
}

/// What is shown of a summary by the choices of a person; `digests` are those that it was made of.
#[must_use]
pub fn table<'s>(summary: &'s Summary, digests: &[&Digest], choices: &Choices) -> Table<'s> {
    let columns: Vec<(usize, &Column)> =
        summary.columns.iter().enumerate().filter(|(_, column)| choices.columns.contains(&column.key)).gather();
    let mut lines: Vec<Line> = summary
        .rows
        .iter()
        .enumerate()
        .filter(|(_, row)| is_shown(row, &columns, choices))
        .map(|(at, row)| Line { at, row, is_pinned: choices.pinned.contains(&row.organization) })
        .gather();
    if let Some(sort) = &choices.sort {
        let column = sort.key.as_ref().and_then(|key| summary.columns.iter().position(|column| column.key == *key));
        order::by(&mut lines, |a, b| compare(a.row, b.row, column, sort));
    }
    order::by_key(&mut lines, |line| !line.is_pinned);
    let shown = lines.len();
    let groups = groups(summary, digests, choices, lines);
    Table { columns, groups, all: summary.rows.len(), shown }
}

fn is_shown(row: &Row, columns: &[(usize, &Column)], choices: &Choices) -> bool {
    let is_lacking = |(at, _): &(usize, &Column)| row.cells.get(*at).is_some_and(|cell| cell.value.is_none());
    let passes = match choices.only {
        Only::All => true,
        Only::Errors => row.findings.errors > 0,
        Only::Suspects => row.findings.errors + row.findings.suspects > 0,
        Only::Open => ["errors", "suspects"].iter().any(|key| row.findings.of_column(key) > row.decided(key)),
        Only::Lacking => columns.iter().any(is_lacking),
    };
    passes && choices.search.split_whitespace().all(|word| row.organization.contains(word))
}

/// By the exact ranks of the summary; what is missing comes last either way.
fn compare(a: &Row, b: &Row, column: Option<usize>, sort: &Sort) -> Ordering {
    let turned = |order: Ordering| if sort.is_descending { order } else { order.reverse() };
    let Some(column) = column else { return turned(b.organization.cmp(&a.organization)) };
    let (a, b) = (a.cells.get(column), b.cells.get(column));
    let rank = |cell: Option<&crate::summary::Cell>| cell.and_then(|cell| cell.rank);
    match (rank(a), rank(b)) {
        (Some(a), Some(b)) => turned(a.cmp(&b)),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => {
            let words = |cell: Option<&crate::summary::Cell>| cell.and_then(|cell| cell.value.clone());
            match (words(a), words(b)) {
                (Some(a), Some(b)) => turned(b.cmp(&a)),
                (a, b) => b.is_some().cmp(&a.is_some()),
            }
        }
    }
}

fn groups<'s>(summary: &'s Summary, digests: &[&Digest], choices: &Choices, lines: Vec<Line<'s>>) -> Vec<Group<'s>> {
    if choices.by == By::Nothing {
        return vec![Group { name: None, lines, totals: Vec::new() }];
    }
    let mut out: Vec<Group> = Vec::new();
    for line in lines {
        let name = Some(name(summary, line.row, choices.by));
        match out.iter_mut().find(|group| group.name == name) {
            Some(group) => group.lines.push(line),
            None => out.push(Group { name, lines: vec![line], totals: Vec::new() }),
        }
    }
    order::by(&mut out, |a, b| b.name.cmp(&a.name));
    for group in &mut out {
        let files = group.lines.iter().flat_map(|line| &line.row.files);
        let own: Vec<&Digest> = files.filter_map(|file| digests.get(*file)).copied().gather();
        group.totals = summarize(&own, &choices.grouping).columns;
    }
    out
}

fn name(summary: &Summary, row: &Row, by: By) -> String {
    match by {
        By::Nothing => String::new(),
        By::Year => row.year.map(|year| year.to_string()).unwrap_or_default(),
        By::Grade => {
            let at = summary.columns.iter().position(|column| column.key == "grade");
            at.and_then(|at| row.cells.get(at)).and_then(|cell| cell.value.clone()).unwrap_or_default()
        }
        By::Parent => (if row.is_parent { "parent" } else { "member" }).to_owned(),
    }
}
