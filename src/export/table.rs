//! The tables of a report (导出表), each built once for every format.

use super::cell::{Cell, Table, decimal};
use super::decided::{self, Decided};
use super::link::{self, Links};
use super::words;
use crate::gather::Gather;
use crate::number::format::{plain, quotient};
use crate::report::{Figure, Finding, Indicator, Relation, Report, WorkingRow};

/// All tables, in the order of the sheets.
pub(super) fn all(report: &Report, decided: &[Decided]) -> Vec<Table> {
    let [reading, relations, workings, figures, indicators] =
        [reading, relations, workings, figures, indicators].map(|table| table(report));
    let findings = findings(report, decided);
    let mut tables = [overview(report, decided), reading, findings, relations, workings, figures, indicators];
    if let Some(first) = tables.first_mut() {
        let row = |(name, content): (&str, &str)| vec![Cell::text(name), Cell::text(content)];
        first.rows.extend([words::NOTICE, words::LIVE].map(row));
    }
    let kept = |table: &Table| !table.rows.is_empty() || table.name == words::FINDINGS || table.name == words::FIGURES;
    tables.into_iter().filter(kept).gather()
}

/// A table that stands alone names the rule pack itself, in a last column: every row is a record, and older ones stay where they were.
pub(super) fn by_itself(report: &Report, table: impl Fn(&Report) -> Table) -> Table {
    let pack = if report.pack.name.is_empty() { String::new() } else { words::pack(&report.pack) };
    table(report).with(words::PACK, &pack)
}

/// 概览: what was checked, and how many figures came to what.
pub(super) fn overview(report: &Report, decided: &[Decided]) -> Table {
    let document = &report.document;
    let links = Links::of(report);
    let row = |name: &str, content: Cell| vec![Cell::text(name), content];
    let mut rows = vec![
        row(words::TITLE, Cell::text(document.title.clone().unwrap_or_default())),
        row(words::ORGANIZATION, Cell::text(document.organization.clone().unwrap_or_default())),
        row(words::YEAR, Cell::text(document.year.map(|year| year.to_string()).unwrap_or_default())),
        row(words::FORMAT, Cell::text(words::format(&document.format))),
        row(words::RECOGNISED, Cell::count(report.coverage.figures)),
    ];
    use crate::report::FigureStatus as F;
    let ledger = [
        (F::Verified, report.coverage.verified),
        (F::Conflicting, report.coverage.conflicting),
        (F::Single, report.coverage.single),
        (F::Unchecked, report.coverage.unchecked),
    ];
    rows.extend(ledger.map(|(status, count)| row(words::status(status), Cell::count(count))));
    rows.push(row(words::EXCLUDED, Cell::count(report.coverage.excluded)));
    rows.push(row(words::FOUND, Cell::count(report.findings.len())));
    rows.extend(decided::counts(report, decided));
    rows.extend(report.totals.iter().map(|total| {
        let share = total.part_of.as_ref().zip(total.share.as_ref());
        let share = share.map(|(whole, share)| [words::PART_OF, whole, share, "%"].concat()).unwrap_or_default();
        let value = Cell::number(&total.value).by(links.value(total.figure));
        let name = [total.label.as_str(), words::term(&total.measure)].join(" ");
        let period = total.period.as_deref().map(words::term).unwrap_or_default();
        let name = if period.is_empty() { name } else { [period, &name].join(" ") };
        vec![Cell::text(name), value, Cell::text(total.unit.clone()), Cell::text(share)]
    }));
    if !report.pack.name.is_empty() {
        rows.push(row(words::PACK, Cell::text(words::pack(&report.pack))));
    }
    Table::of(words::OVERVIEW, words::OVERVIEW_HEADS, rows)
}

/// 读取说明.
pub(super) fn reading(report: &Report) -> Table {
    let row = |note: &crate::report::ReadingNote| {
        vec![Cell::text(words::level(note.level)), Cell::text(note.message.clone())]
    };
    Table::of(words::READING, words::READING_HEADS, report.reading.iter().map(row).gather())
}

/// 核查发现.
pub(super) fn findings(report: &Report, decided: &[Decided]) -> Table {
    let state = |id: u32| Cell::text(decided::state(decided, id));
    let rows = report.findings.iter().map(|finding| finding_row(report, finding, state(finding.id))).gather();
    Table::of(words::FINDINGS, words::FINDINGS_HEADS, rows)
}

fn finding_row(report: &Report, finding: &Finding, decided: Cell) -> Vec<Cell> {
    let mut places: Vec<&str> =
        finding.figures.iter().filter_map(|id| figure(report, *id)).map(|f| f.place.as_str()).gather();
    places.dedup();
    let at = finding.relation.and_then(|id| report.relations.iter().position(|relation| relation.id == id));
    let relation = at.and_then(|at| report.relations.get(at));
    // The row of the relation, below the heads.
    let side = |column: char, given: Option<&String>| match (at, given) {
        (Some(at), Some(given)) => {
            Cell::number(given).by(Some(format!("'{}'!${column}${}", words::RELATIONS, at.saturating_add(2))))
        }
        _ => Cell::Empty,
    };
    vec![
        Cell::Number(finding.id.saturating_add(1).to_string()),
        Cell::text(words::severity(finding.severity)),
        Cell::text(finding.code.clone()),
        Cell::text(finding.title.clone()),
        Cell::text(finding.message.clone()),
        Cell::text(finding.diagnosis.as_ref().map(|d| d.text.clone()).unwrap_or_default()),
        Cell::text(places.join("、")),
        relation.map_or(Cell::Empty, |relation| Cell::Number(relation.id.saturating_add(1).to_string())),
        side('F', relation.and_then(|r| r.computed.as_ref())),
        side('G', relation.and_then(|r| r.stated.as_ref())),
        side('H', relation.and_then(|r| r.gap.as_ref())),
        decided,
    ]
}

/// 勾稽关系: both sides and the gap as formulas over the sheet of figures.
pub(super) fn relations(report: &Report) -> Table {
    let links = Links::of(report);
    let row = |(index, relation): (usize, &Relation)| relation_row(report, &links, relation, index.saturating_add(2));
    let rows = report.relations.iter().enumerate().map(row).gather();
    Table::of(words::RELATIONS, words::RELATIONS_HEADS, rows)
}

fn relation_row(report: &Report, links: &Links, relation: &Relation, row: usize) -> Vec<Cell> {
    let side = |given: &Option<String>| given.as_deref().map_or(Cell::Empty, Cell::number);
    let [mut computed, mut stated, mut gap] = [&relation.computed, &relation.stated, &relation.gap].map(side);
    let mut check = Cell::Empty;
    if let Some((left, order, right)) = relation.recipe.as_deref().and_then(|recipe| links.sides(recipe)) {
        (computed, stated) = (computed.by(Some(left)), stated.by(Some(right)));
        if matches!((&computed, &stated), (Cell::Formula(..), Cell::Formula(..))) {
            // What binary fractions add behind the eighth place is no gap.
            gap = gap.by(Some(format!("ROUND(G{row}-F{row},8)")));
            check = link::check(relation, order, &format!("H{row}")).unwrap_or(Cell::Empty);
        }
    }
    let place = relation.result.or(relation.operands.first().copied()).and_then(|id| figure(report, id));
    vec![
        Cell::Number(relation.id.saturating_add(1).to_string()),
        Cell::text(words::verdict(relation.verdict)),
        Cell::text(words::kind(relation.kind)),
        Cell::text(words::source(relation.source)),
        Cell::text(relation.formula.clone()),
        computed,
        stated,
        gap,
        Cell::text(relation.working.as_ref().map(|table| table.unit.clone()).unwrap_or_default()),
        check,
        Cell::text(place.map(|figure| figure.place.clone()).unwrap_or_default()),
        Cell::text(relation.reason.clone().unwrap_or_default()),
        Cell::text([words::rule(&relation.rule), " ", &relation.cue].concat()),
    ]
}

/// 算式: every operand of every relation, then what they give, what is stated, and the gap.
fn workings(report: &Report) -> Table {
    let links = Links::of(report);
    let mut rows = Vec::new();
    for (index, relation) in report.relations.iter().enumerate() {
        let Some(working) = &relation.working else { continue };
        let number = Cell::Number(relation.id.saturating_add(1).to_string());
        rows.extend(working.rows.iter().map(|row| operand_row(&links, &number, row)));
        let ends = [
            (words::COMPUTED, 'F', &working.computed.value, Some(&working.computed)),
            (words::STATED, 'G', &working.stated.value, Some(&working.stated)),
            (words::GAP, 'H', &working.gap, None),
        ];
        rows.extend(ends.map(|(name, column, value, bounds)| {
            let by = format!("'{}'!${column}${}", words::RELATIONS, index.saturating_add(2));
            let bound = |of: fn(&crate::report::Bounds) -> &String| bounds.map_or(Cell::Empty, |b| Cell::number(of(b)));
            vec![
                number.clone(),
                Cell::Empty,
                Cell::text(name),
                Cell::number(value).by(Some(by)),
                Cell::text(working.unit.clone()),
                bound(|b| &b.least),
                bound(|b| &b.most),
            ]
        }));
    }
    Table::of(words::WORKINGS, words::WORKINGS_HEADS, rows)
}

fn operand_row(links: &Links, number: &Cell, row: &WorkingRow) -> Vec<Cell> {
    vec![
        number.clone(),
        Cell::text(row.sign.clone()),
        Cell::text(row.label.clone()),
        Cell::number(&row.value.value).by(row.figure.and_then(|id| links.value(id))),
        Cell::text(row.unit.clone()),
        Cell::number(&row.value.least),
        Cell::number(&row.value.most),
        Cell::text(row.place.clone()),
    ]
}

/// 数据: what everything else is computed from.
pub(super) fn figures(report: &Report) -> Table {
    let rows =
        report.figures.iter().enumerate().map(|(index, figure)| figure_row(figure, index.saturating_add(2))).gather();
    Table::of(words::FIGURES, words::FIGURES_HEADS, rows)
}

fn figure_row(figure: &Figure, row: usize) -> Vec<Cell> {
    let value = Cell::number(&figure.value);
    let scale = scale(figure);
    let base = Cell::number(&figure.base_value);
    let by = matches!((&value, &scale), (Cell::Number(_), Cell::Number(_))).then(|| format!("ROUND(G{row}*I{row},8)"));
    vec![
        Cell::Number(figure.id.saturating_add(1).to_string()),
        Cell::text(figure.place.clone()),
        Cell::text(figure.text.clone()),
        Cell::text(figure.label.clone().unwrap_or_default()),
        Cell::text(measured(figure)),
        Cell::text(words::status(figure.status)),
        value,
        Cell::text(figure.unit.clone()),
        scale,
        base.by(by),
        Cell::text(figure.base_unit.clone()),
    ]
}

/// Which measure of its item a figure is, and of which period.
fn measured(figure: &Figure) -> String {
    let words = [&figure.period, &figure.measure].map(|word| word.as_deref().map(words::term));
    words.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// How many base units a printed one is; of a zero nothing can be said, and nothing depends on it.
fn scale(figure: &Figure) -> Cell {
    match (decimal(&figure.base_value), decimal(&figure.value)) {
        (Some(base), Some(value)) if value.is_zero() && base.is_zero() => Cell::Number("1".to_owned()),
        (Some(base), Some(value)) => quotient(base, value).map_or(Cell::Empty, |scale| Cell::number(&plain(scale))),
        _ => Cell::Empty,
    }
}

/// 指标.
pub(super) fn indicators(report: &Report) -> Table {
    let row = |indicator: &Indicator| {
        let inputs =
            indicator.inputs.iter().map(|input| [input.name.as_str(), " ", &input.value, &input.unit].concat());
        vec![
            Cell::text(indicator.code.clone()),
            Cell::text(match &indicator.variant {
                Some(variant) => [indicator.name.as_str(), "（", variant, "）"].concat(),
                None => indicator.name.clone(),
            }),
            indicator.value.as_deref().map_or(Cell::Empty, Cell::number),
            Cell::text(indicator.unit.clone()),
            Cell::text(words::standing(indicator.standing)),
            Cell::text(indicator.line.clone().unwrap_or_default()),
            Cell::text(indicator.working.clone().unwrap_or_default()),
            Cell::text(indicator.formula.clone()),
            Cell::text(inputs.collect::<Vec<_>>().join("；")),
            Cell::text(indicator.missing.join("、")),
            Cell::text(indicator.basis.clone()),
        ]
    };
    Table::of(words::INDICATORS, words::INDICATORS_HEADS, report.indicators.iter().map(row).gather())
}

/// A figure by its number; in a report as it was made, that is its place in the list.
fn figure(report: &Report, id: u32) -> Option<&Figure> {
    let at = report.figures.get(usize::try_from(id).ok()?).filter(|figure| figure.id == id);
    at.or_else(|| report.figures.iter().find(|figure| figure.id == id))
}
