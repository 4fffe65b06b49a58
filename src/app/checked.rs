//! A report as the page holds it: the report object, its strips, and the ways from figure to relation and finding.

use super::answer::Said;
use super::block::{Block, Mark, PieceKind};
use super::order;
use super::place::{self, Bytes, Places};
use super::strip::{self, Spot, Strip};
use crate::report::{Cell, Figure, Finding, Relation, Report};
use std::rc::Rc;

/// A checked report, ready to be drawn. Built once per answer of the engine, when it is first looked at, and compared by address.
#[derive(Debug)]
pub struct Checked {
    /// What the engine said.
    pub report: Report,
    /// What it says in both languages.
    said: Vec<Said>,
    /// What is drawn of it, in its order.
    pub strips: Vec<Rc<Strip>>,
    relations_of: Vec<Vec<u32>>,
    findings_of: Vec<Vec<u32>>,
    strip_of: Vec<usize>,
    spots: Vec<(usize, Spot)>,
    notes: Vec<Option<usize>>,
    bytes_of: Vec<Bytes>,
}

impl PartialEq for Checked {
    /// An answer is large and never changes: it is the same only as itself.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Checked {
    /// Takes the engine's answer in.
    pub fn new(report: Report, said: Vec<Said>) -> Self {
        let places = Places::new(&report.document.text);
        let mut relations_of = vec![Vec::new(); report.figures.len()];
        for relation in &report.relations {
            for figure in relation.operands.iter().chain(&relation.result) {
                note(&mut relations_of, *figure, relation.id);
            }
        }
        let mut findings_of = vec![Vec::new(); report.figures.len()];
        for finding in &report.findings {
            for figure in &finding.figures {
                note(&mut findings_of, *figure, finding.id);
            }
        }
        for ids in &mut findings_of {
            *ids = order::by_key(ids, |id| {
                let severity = report.findings.get(*id as usize).map_or(0, |finding| finding.severity as usize);
                [severity, *id as usize, 0, 0]
            });
        }
        let bytes_of: Vec<Bytes> = report.figures.iter().map(|figure| places.bytes(figure.start, figure.end)).collect();
        let marks = marks(&report, &places, &bytes_of, &findings_of);
        let (strips, spots) = strip::strips(&report.document, &places, &marks);
        let mut strip_of = vec![0; report.figures.len()];
        for strip in &strips {
            for id in strip.figures() {
                if let Some(number) = strip_of.get_mut(id as usize) {
                    *number = strip.number;
                }
            }
        }
        let start = |span: (u32, u32)| places.bytes(span.0, span.1).start;
        let notes = report.reading.iter().map(|note| note.span.map(start)).collect();
        Self { report, said, strips, relations_of, findings_of, strip_of, spots, notes, bytes_of }
    }

    /// A sentence or stable word of the report in Chinese (0) or English (1), where it came in it; else itself.
    pub fn said<'c>(&'c self, word: &'c str, language: usize) -> &'c str {
        let known = self.said.iter().find(|(other, _)| other == word);
        known.and_then(|(_, both)| both.get(language)).filter(|said| !said.is_empty()).map_or(word, String::as_str)
    }

    /// A figure by its number.
    pub fn figure(&self, id: u32) -> Option<&Figure> {
        self.report.figures.get(id as usize)
    }

    /// A relation by its number.
    pub fn relation(&self, id: u32) -> Option<&Relation> {
        self.report.relations.get(id as usize)
    }

    /// A finding by its number.
    pub fn finding(&self, id: u32) -> Option<&Finding> {
        self.report.findings.get(id as usize)
    }

    /// The relations that a figure is in.
    pub fn relations_of(&self, figure: u32) -> &[u32] {
        self.relations_of.get(figure as usize).map_or(&[], Vec::as_slice)
    }

    /// The findings that a figure takes part in, the gravest first.
    pub fn findings_of(&self, figure: u32) -> &[u32] {
        self.findings_of.get(figure as usize).map_or(&[], Vec::as_slice)
    }

    /// The operands of a relation that its working has no row for: the other side of an equation between two sums.
    pub fn other_side(&self, relation: &Relation) -> Vec<&Figure> {
        let Some(working) = relation.working.as_ref().filter(|_| relation.result.is_none()) else { return Vec::new() };
        let is_other = |figure: &&u32| !working.rows.iter().any(|row| row.figure == Some(**figure));
        relation.operands.iter().filter(is_other).filter_map(|figure| self.figure(*figure)).collect()
    }

    /// The strip that a figure stands in.
    pub fn strip_of(&self, figure: u32) -> Option<usize> {
        self.strip_of.get(figure as usize).copied()
    }

    /// The paragraphs, without the tables.
    pub fn blocks(&self) -> impl Iterator<Item = &Rc<Block>> {
        self.strips.iter().flat_map(|strip| strip.blocks())
    }

    /// Where a reading note leads, if it speaks of a place.
    pub fn spot_of_note(&self, at: u32) -> Option<Spot> {
        let start = (*self.notes.get(at as usize)?)?;
        let after = self.spots.partition_point(|(from, _)| *from <= start);
        self.spots.get(after.saturating_sub(1)).map(|(_, spot)| *spot)
    }

    /// What a spreadsheet has stored for a figure, where it is not what it shows.
    pub fn stored(&self, figure: &Figure) -> Option<&str> {
        let is_around = |cell: &&Cell| cell.start <= figure.start && figure.end <= cell.end;
        let mut cells = self.report.document.tables.iter().flat_map(|table| &table.cells);
        cells.find(is_around).and_then(|cell| cell.stored.as_deref())
    }

    /// The sentence around a figure, as the words before it, the figure, and the words after it.
    pub fn excerpt(&self, figure: u32) -> Option<[&str; 3]> {
        let bytes = self.bytes_of.get(figure as usize)?;
        Some(place::sentence(&self.report.document.text, *bytes))
    }
}

fn note(lists: &mut [Vec<u32>], figure: u32, id: u32) {
    if let Some(list) = lists.get_mut(figure as usize)
        && list.last() != Some(&id)
    {
        list.push(id);
    }
}

/// Figures, digits that are none, and the places of findings; where two overlap, a figure stays, then digits, then the gravest finding.
fn marks(report: &Report, places: &Places, figures: &[Bytes], findings_of: &[Vec<u32>]) -> Vec<Mark> {
    let graded = |id: u32| report.findings.get(id as usize).map(|finding| (id, finding.severity));
    let mut marks: Vec<Mark> = Vec::with_capacity(report.figures.len() + report.excluded.len());
    marks.extend(report.figures.iter().zip(figures).map(|(figure, bytes)| Mark {
        bytes: *bytes,
        kind: PieceKind::Figure(figure.id, figure.status),
        finding: findings_of.get(figure.id as usize).and_then(|ids| ids.first()).and_then(|id| graded(*id)),
    }));
    marks.extend(report.excluded.iter().zip(0..).map(|(digits, at)| Mark {
        bytes: places.bytes(digits.start, digits.end),
        kind: PieceKind::Excluded(at),
        finding: None,
    }));
    for finding in &report.findings {
        marks.extend(finding.spans.iter().map(|(start, end)| Mark {
            bytes: places.bytes(*start, *end),
            kind: PieceKind::Words,
            finding: graded(finding.id),
        }));
    }
    let marks = order::by_key(&marks, |mark| [mark.bytes.start, mark.bytes.end, rank(mark), 0]);
    let mut kept: Vec<Mark> = Vec::with_capacity(marks.len());
    for mark in marks {
        match kept.last_mut() {
            _ if mark.bytes.start >= mark.bytes.end => {}
            Some(last) if last.bytes.meets(mark.bytes) => {
                if rank(&mark) < rank(last) {
                    *last = mark;
                }
            }
            _ => kept.push(mark),
        }
    }
    kept
}

/// The lower, the stronger.
fn rank(mark: &Mark) -> usize {
    let kind = match mark.kind {
        PieceKind::Figure(..) => 0,
        PieceKind::Excluded(_) => 1,
        PieceKind::Words => 2,
    };
    kind * 4 + mark.finding.map_or(0, |(_, severity)| severity as usize)
}
