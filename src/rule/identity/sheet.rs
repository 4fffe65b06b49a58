//! Forms as the document prints them, whatever their layout: sides with rows and columns, pages joined, one set a unit.

use super::outlay;
use crate::catalog::form::{Form, Stage, recognise};
use crate::fact::{ColumnKind, Facts, Lane, Layout, RowKind};
use crate::gather::{Gather, SortedMap};
use crate::text::Range;

/// The forms of one unit in one stage (一套表).
pub(super) struct Set {
    /// Of which stage; none where no title and no heading says it.
    pub stage: Option<Stage>,
    pub sheets: SortedMap<Form, Sheet>,
}

/// A form (表).
pub(super) struct Sheet {
    pub form: Form,
    /// Revenue and spending, or all rows.
    pub sides: Vec<Part>,
    /// Its tables in the document.
    pub tables: Vec<usize>,
}

/// Rows under the same headings.
#[derive(Default)]
pub(super) struct Part {
    /// The headings of each column of numbers, from the top.
    pub columns: Vec<Vec<String>>,
    pub lines: Vec<Line>,
}

/// A row (行).
pub(super) struct Line {
    pub words: String,
    pub kind: RowKind,
    pub depth: Option<u8>,
    pub code: Option<String>,
    /// The characters of its name.
    pub place: Range,
    /// Its numbers by column; none where the cell is empty.
    pub cells: Vec<Option<usize>>,
}

/// All sets of a document. A set ends where a form comes again, for the next unit or the next stage.
pub(super) fn sets(facts: &Facts) -> Vec<Set> {
    let mut out: Vec<Set> = Vec::new();
    // The form whose table came last: the next table may go on with it.
    let mut last: Option<Form> = None;
    for (index, layout) in facts.tables.iter().enumerate() {
        let named = recognise(&layout.title);
        let before = last.and_then(|form| out.last_mut()?.sheets.get_mut(&form));
        if let Some(before) = before.filter(|b| named.is_none_or(|(form, _)| form == b.form))
            && before.goes_on(facts, layout)
        {
            before.join(facts, layout, index);
            continue;
        }
        last = named.map(|(form, _)| form);
        let Some((form, stage)) = named else { continue };
        let stage = stage.or_else(|| headed(layout));
        let other = |set: &Set| stage.is_some() && set.stage.is_some() && set.stage != stage;
        if out.last().is_none_or(|set| other(set) || set.sheets.contains_key(&form)) {
            out.push(Set { stage, sheets: SortedMap::new() });
        }
        if let Some(set) = out.last_mut() {
            set.stage = set.stage.or(stage);
            set.sheets.insert(form, Sheet { form, sides: sides(facts, form, layout), tables: vec![index] });
        }
    }
    out
}

/// What the headings say of the amounts.
fn headed(layout: &Layout) -> Option<Stage> {
    let heads = || layout.columns.iter().flat_map(|column| &column.heads).filter_map(|head| Stage::of(head));
    heads().find(|stage| *stage == Stage::Accounts).or_else(|| heads().next())
}

impl Sheet {
    /// The side on which spending stands: the right one, or the only one.
    pub fn spending(&self) -> usize {
        self.sides.len().saturating_sub(1).min(1)
    }

    /// Whether a table is the next page of this form: as many columns, and no total that was there already.
    fn goes_on(&self, facts: &Facts, layout: &Layout) -> bool {
        let Some(first) = self.tables.first().and_then(|table| facts.tables.get(*table)) else { return false };
        let more = sides(facts, self.form, layout);
        let is_total = |line: &&Line| line.kind == RowKind::Total;
        let known = |line: &Line| self.lines().filter(is_total).any(|own| own.words == line.words);
        let widths = |parts: &[Part]| parts.iter().map(|p| p.columns.len()).gather();
        first.columns.len() == layout.columns.len()
            && self.form != Form::ThreePublic
            && widths(&more) == widths(&self.sides)
            && !more.iter().flat_map(|part| &part.lines).filter(is_total).any(known)
    }

    fn join(&mut self, facts: &Facts, layout: &Layout, table: usize) {
        self.tables.push(table);
        for (own, more) in self.sides.iter_mut().zip(sides(facts, self.form, layout)) {
            own.lines.extend(more.lines);
        }
    }

    /// All rows, side by side.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.sides.iter().flat_map(|part| &part.lines)
    }
}

fn sides(facts: &Facts, form: Form, layout: &Layout) -> Vec<Part> {
    match form {
        Form::ThreePublic => vec![outlay::part(facts, layout)],
        Form::Basic => vec![accounts(layout)],
        _ if form.is_two_sided() => {
            let side = |lane: &Lane| part(layout, lane, &values(layout, lane.columns.clone()));
            layout.lanes.iter().take(2).map(side).gather()
        }
        _ => {
            // A column of dashes looks like names and would begin a lane of its own.
            let all = values(layout, 0..layout.columns.len() as u32);
            layout.lanes.first().map(|lane| part(layout, lane, &all)).into_iter().gather()
        }
    }
}

/// The columns for numbers, empty ones too: what is empty is not known to be zero.
fn values(layout: &Layout, range: std::ops::Range<u32>) -> Vec<u32> {
    let kind = |at: &u32| layout.columns.get(*at as usize).map(|column| column.kind);
    let headed = |at: &u32| !heads(layout, *at).is_empty();
    range.filter(|at| kind(at) == Some(ColumnKind::Value) || kind(at) == Some(ColumnKind::Blank) && headed(at)).gather()
}

fn part(layout: &Layout, lane: &Lane, values: &[u32]) -> Part {
    let columns = values.iter().map(|at| heads(layout, *at)).gather();
    let line = |row: &crate::fact::Row| Line {
        words: row.words.clone(),
        kind: row.kind,
        depth: row.depth,
        code: row.code.clone(),
        place: row.place.clone(),
        cells: values.iter().map(|at| layout.at(row.row, *at)).gather(),
    };
    Part { columns, lines: lane.rows.iter().map(line).gather() }
}

fn heads(layout: &Layout, column: u32) -> Vec<String> {
    layout.columns.get(column as usize).map_or(Vec::new(), |column| column.heads.clone())
}

/// Economic accounts stand in two or three lanes beside each other; they are one list.
fn accounts(layout: &Layout) -> Part {
    let mut out = Part::default();
    for (at, lane) in layout.lanes.iter().enumerate() {
        let mut more = part(layout, lane, &lane.values);
        let names = layout.lanes.get(at + 1..).unwrap_or(&[]);
        for (line, row) in more.lines.iter_mut().zip(&lane.rows) {
            // 公用经费合计 under two lanes has its number under the last of them.
            if line.kind == RowKind::Total && line.cells.iter().all(Option::is_none) {
                let free = names.iter().take_while(|lane| lane.rows.iter().all(|other| other.row != row.row));
                let found = free.flat_map(|lane| &lane.values).find_map(|at| layout.at(row.row, *at));
                line.cells = vec![found];
            }
        }
        if out.columns.len() < more.columns.len() {
            out.columns = more.columns;
        }
        out.lines.append(&mut more.lines);
    }
    out
}
