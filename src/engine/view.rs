//! Facts and relations as the report shows them: places in the original, numbers as text.

use super::place::Places;
use super::title::Head;
use crate::fact::{Fact, Facts};
use crate::finding::recipe::recipe;
use crate::finding::{Judged, working};
use crate::gather::Gather;
use crate::number::format::{fixed, plain};
use crate::relation::Reason;
use crate::report::{
    Cell, Document, Excluded, Figure, FigureStatus, ReadingNote, Relation, RelationKind, Source, Table, Verdict,
};
use crate::rule::Unbound;
use crate::text::{Range, SourceText, Span};
use crate::token::Mask;

/// A checked text, for everything that is said of it.
pub(super) struct View<'a> {
    /// What was read.
    pub document: &'a crate::document::Document,
    /// The text as given.
    pub source: &'a SourceText,
    /// Its facts.
    pub facts: &'a Facts,
    /// Where they stand, for people.
    pub places: &'a Places<'a>,
}

impl View<'_> {
    /// A range as the report counts it.
    pub(super) fn utf16(&self, range: &Range) -> (u32, u32) {
        self.source.utf16(self.facts.text.span(range))
    }

    /// The text and what is known of it as a whole.
    pub(super) fn document(&self) -> Document {
        let text = &self.facts.text;
        let Head { title, organization } = Head::of(self.facts);
        Document {
            text: self.source.as_str().to_owned(),
            title,
            organization,
            year: self.facts.year,
            format: self.document.format.name().to_owned(),
            characters: self.source.as_str().chars().count(),
            paragraphs: text.paragraphs().len(),
            pages: self.document.pages,
            precision: self.facts.precision.places().clone(),
            tables: self.document.tables.iter().map(|table| self.table(table)).gather(),
        }
    }

    fn table(&self, table: &crate::document::Table) -> Table {
        let cell = |cell: &crate::document::Cell| {
            let (start, end) = self.source.utf16(cell.span);
            Cell {
                row: cell.row,
                column: cell.column,
                row_span: cell.row_span,
                column_span: cell.column_span,
                start,
                end,
                stored: cell.stored.clone(),
            }
        };
        Table {
            title: table.title.clone(),
            unit: table.unit.clone(),
            place: table.place.clone(),
            rows: table.rows,
            columns: table.columns,
            header_rows: table.header_rows,
            cells: table.cells.iter().map(cell).gather(),
        }
    }

    /// What the reader had to decide or could not read.
    pub(super) fn reading(&self) -> Vec<ReadingNote> {
        let note = |remark: &crate::document::Remark| ReadingNote {
            level: remark.level,
            code: remark.code.to_owned(),
            message: remark.message.clone(),
            span: remark.span.map(|span| self.source.utf16(span)),
        };
        self.document.remarks.iter().map(note).gather()
    }

    /// All figures, each with what became of it.
    pub(super) fn figures(&self, statuses: &[FigureStatus]) -> Vec<Figure> {
        self.facts.list.iter().enumerate().map(|(id, fact)| self.figure(id, fact, statuses)).gather()
    }

    fn figure(&self, id: usize, fact: &Fact, statuses: &[FigureStatus]) -> Figure {
        let span = self.facts.text.span(&fact.range);
        let (start, end) = self.source.utf16(span);
        let words = |s: &str| (!s.is_empty()).then(|| s.to_owned());
        Figure {
            id: id as u32,
            start,
            end,
            text: self.source.slice(span).to_owned(),
            value: fixed(fact.figure.value, fact.figure.places),
            unit: fact.figure.unit.name.clone(),
            places: fact.figure.places,
            base_value: self.facts.base_value(id).map(plain).unwrap_or_default(),
            base_unit: fact.figure.unit.base.clone(),
            extent: fact.figure.extent,
            label: words(&fact.label.words),
            role: fact.role.word().to_owned(),
            measure: fact.measure.word().map(str::to_owned),
            period: fact.period.word(),
            scope: None,
            status: statuses.get(id).copied().unwrap_or(FigureStatus::Single),
            place: self.places.of(id),
        }
    }

    /// All digits that are no figures.
    pub(super) fn excluded(&self) -> Vec<Excluded> {
        let shown = |span: Span, reason: &str| {
            let (start, end) = self.source.utf16(span);
            Excluded { start, end, text: self.source.slice(span).to_owned(), reason: reason.to_owned() }
        };
        let text = &self.facts.text;
        let masked = self.facts.excluded.iter().map(|(range, mask)| shown(text.span(range), mask.code()));
        if text.pages().is_empty() {
            return masked.gather();
        }
        // Digits that go on over a page hold the number of the page in themselves.
        let figures = self.facts.list.iter().map(|fact| text.span(&fact.range));
        let mut held: Vec<Span> = figures.chain(self.facts.excluded.iter().map(|(range, _)| text.span(range))).gather();
        crate::order::by_key(&mut held, |span| span.start);
        let inside = |page: &Span| {
            let before = held.partition_point(|span| span.start < page.end);
            before.checked_sub(1).and_then(|at| held.get(at)).is_some_and(|span| span.overlaps(*page))
        };
        let pages = text.pages().iter().filter(|page| !inside(page));
        masked.chain(pages.map(|page| shown(*page, Mask::NoUnit.code()))).gather()
    }

    /// All relations, judged ones first.
    pub(super) fn relations(&self, judged: &[Judged], unbound: &[Unbound]) -> Vec<Relation> {
        let shown = judged.iter().enumerate().map(|(id, j)| self.relation(id, j));
        let open = unbound.iter().enumerate().map(|(id, open)| self.unbound(judged.len() + id, open));
        shown.chain(open).gather()
    }

    fn relation(&self, id: usize, judged: &Judged) -> Relation {
        let place = |fact: usize| self.places.of(fact);
        let worked = working::work(&judged.relation.equation, judged.verdict, judged.allowance, self.facts, &place);
        let (operands, result) = judged.relation.equation.facts();
        let (start, end) = self.utf16(&judged.relation.range);
        let unchecked = judged.verdict == Verdict::Unchecked;
        Relation {
            id: id as u32,
            rule: judged.relation.rule.to_owned(),
            cue: judged.relation.cue.to_owned(),
            kind: judged.relation.kind,
            source: judged.relation.source,
            operands: operands.into_iter().map(|f| f as u32).gather(),
            result: result.map(|f| f as u32),
            formula: worked.formula,
            stated: worked.stated,
            computed: worked.computed,
            gap: worked.gap,
            verdict: judged.verdict,
            reason: unchecked.then(|| Reason::Overflow.words().to_owned()),
            start,
            end,
            recipe: worked.table.is_some().then(|| recipe(&judged.relation.equation, self.facts)).flatten(),
            working: worked.table,
        }
    }

    fn unbound(&self, id: usize, open: &Unbound) -> Relation {
        let (start, end) = self.utf16(&open.range);
        Relation {
            id: id as u32,
            rule: open.rule.to_owned(),
            cue: open.cue.to_owned(),
            kind: kind_of(open.rule),
            source: if open.rule == super::claim::RULE { Source::User } else { Source::Asserted },
            operands: open.facts.iter().map(|f| *f as u32).gather(),
            result: None,
            formula: String::new(),
            stated: None,
            computed: None,
            gap: None,
            verdict: Verdict::Unchecked,
            reason: Some(open.reason.words().to_owned()),
            start,
            end,
            recipe: None,
            working: None,
        }
    }
}

/// What a rule states, where it could not.
fn kind_of(rule: &str) -> RelationKind {
    match rule {
        "part_whole" | "table_total" | "identity" => RelationKind::Sum,
        "difference" | "carry_over" => RelationKind::Difference,
        "share" => RelationKind::Share,
        "growth" => RelationKind::Growth,
        "completion" | "quotient" | "score" | "table_rate" => RelationKind::Ratio,
        "list_count" => RelationKind::Count,
        "bound" | "wording" => RelationKind::Bound,
        "product" => RelationKind::Product,
        _ => RelationKind::Equal,
    }
}
