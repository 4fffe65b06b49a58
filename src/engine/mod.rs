//! `check`: the whole pipeline. Pure: no clock, no chance, no input or output, and no failure.

mod headline;
mod ledger;
mod place;

use crate::catalog::warning::warning;
use crate::fact::Facts;
use crate::finding::{Judged, blame, judge_all, message, working};
use crate::number::format::{fixed, plain};
use crate::report::{self, Diagnosis, Excluded, Figure, Finding, Report, Severity};
use crate::rule::{self, Sink};
use crate::text::{LogicalText, Range, SourceText};
use std::collections::BTreeMap;

/// Checks a text and gives the report object.
#[must_use]
pub fn check(text: &str) -> Report {
    let source = SourceText::new(text);
    let facts = Facts::new(LogicalText::new(text));
    let Sink { relations, unbound, notes, .. } = rule::run(&facts);
    let judged = judge_all(relations, &facts);
    let places = place::Places::new(&facts);
    let view = View { source: &source, facts: &facts, places: &places };
    let diagnoses = blame::diagnose(&judged, &facts);
    let mut relations: Vec<report::Relation> = judged.iter().enumerate().map(|(id, j)| view.relation(id, j)).collect();
    for open in &unbound {
        relations.push(view.unbound(relations.len(), open));
    }
    let mut findings = view.failures(&judged, &relations, &diagnoses);
    for note in &notes {
        findings.push(view.note(note));
    }
    findings.sort_by_key(|f| (f.severity, f.spans.first().copied().unwrap_or_default()));
    for (id, finding) in findings.iter_mut().enumerate() {
        finding.id = id as u32;
    }
    let statuses = ledger::statuses(&facts, &judged, &unbound);
    let figures: Vec<Figure> = (0..facts.list.len()).filter_map(|id| view.figure(id, &statuses)).collect();
    let excluded: Vec<Excluded> =
        facts.excluded.iter().map(|(range, mask)| view.excluded(range, mask.code())).collect();
    Report {
        version: report::VERSION.to_owned(),
        coverage: ledger::coverage(&figures, excluded.len()),
        totals: headline::totals(&facts),
        document: view.document(),
        reading: Vec::new(),
        figures,
        excluded,
        relations,
        findings,
        indicators: Vec::new(),
    }
}

struct View<'a> {
    source: &'a SourceText,
    facts: &'a Facts,
    places: &'a place::Places,
}

impl View<'_> {
    fn utf16(&self, range: &Range) -> (u32, u32) {
        self.source.utf16(self.facts.text.span(range))
    }

    fn document(&self) -> report::Document {
        let text = &self.facts.text;
        let title = text
            .paragraphs()
            .iter()
            .take(4)
            .filter(|p| p.heading && p.marker.is_none())
            .map(|p| text.words(p.range.clone()));
        let titles: Vec<String> = title.collect();
        let organization = titles
            .iter()
            .find(|t| ["局", "委员会", "办公室", "中心", "政府", "办事处", "厅", "院"].iter().any(|w| t.ends_with(w)))
            .cloned();
        report::Document {
            text: self.source.as_str().to_owned(),
            title: titles.iter().find(|t| Some(*t) != organization.as_ref()).cloned(),
            organization,
            year: self.facts.year,
            format: "text".to_owned(),
            characters: self.source.as_str().chars().count(),
            paragraphs: text.paragraphs().len(),
            pages: None,
            precision: self.facts.precision.places().clone(),
            tables: Vec::new(),
        }
    }

    fn figure(&self, id: usize, statuses: &[report::FigureStatus]) -> Option<Figure> {
        let fact = self.facts.get(id)?;
        let span = self.facts.text.span(&fact.range);
        let (start, end) = self.source.utf16(span);
        let words = |s: &str| (!s.is_empty()).then(|| s.to_owned());
        Some(Figure {
            id: id as u32,
            start,
            end,
            text: self.source.slice(span).to_owned(),
            value: fixed(fact.figure.value, fact.figure.places),
            unit: fact.figure.unit.name.clone(),
            places: fact.figure.places,
            base_value: fact.figure.base().map(plain).unwrap_or_default(),
            base_unit: fact.figure.unit.base.clone(),
            extent: fact.figure.extent,
            label: words(&fact.label.words),
            measure: fact.measure.word().map(str::to_owned),
            period: fact.period.word(),
            scope: None,
            status: statuses.get(id).copied().unwrap_or(report::FigureStatus::Single),
            place: self.places.of(id),
        })
    }

    fn excluded(&self, range: &Range, reason: &str) -> Excluded {
        let span = self.facts.text.span(range);
        let (start, end) = self.source.utf16(span);
        Excluded { start, end, text: self.source.slice(span).to_owned(), reason: reason.to_owned() }
    }

    fn relation(&self, id: usize, judged: &Judged) -> report::Relation {
        let place = |fact: usize| self.places.of(fact);
        let worked = working::work(&judged.relation.equation, judged.verdict, judged.allowance, self.facts, &place);
        let (operands, result) = judged.relation.equation.facts();
        let (start, end) = self.utf16(&judged.relation.range);
        let unchecked = judged.verdict == report::Verdict::Unchecked;
        report::Relation {
            id: id as u32,
            rule: judged.relation.rule.to_owned(),
            cue: judged.relation.cue.to_owned(),
            kind: judged.relation.kind,
            source: judged.relation.source,
            operands: operands.into_iter().map(|f| f as u32).collect(),
            result: result.map(|f| f as u32),
            formula: worked.formula,
            stated: worked.stated,
            computed: worked.computed,
            gap: worked.gap,
            verdict: judged.verdict,
            reason: unchecked.then(|| crate::relation::Reason::ZeroBase.words().to_owned()),
            start,
            end,
            working: worked.table,
        }
    }

    fn unbound(&self, id: usize, open: &rule::Unbound) -> report::Relation {
        let (start, end) = self.utf16(&open.range);
        report::Relation {
            id: id as u32,
            rule: open.rule.to_owned(),
            cue: open.cue.to_owned(),
            kind: report::RelationKind::Equal,
            source: report::Source::Asserted,
            operands: open.facts.iter().map(|f| *f as u32).collect(),
            result: None,
            formula: String::new(),
            stated: None,
            computed: None,
            gap: None,
            verdict: report::Verdict::Unchecked,
            reason: Some(open.reason.words().to_owned()),
            start,
            end,
            working: None,
        }
    }

    /// One finding a fault: failing relations that blame one figure hang under the first of them.
    fn failures(
        &self,
        judged: &[Judged],
        relations: &[report::Relation],
        diagnoses: &BTreeMap<usize, Diagnosis>,
    ) -> Vec<Finding> {
        let mut out: Vec<Finding> = Vec::new();
        for (index, j) in judged.iter().enumerate().filter(|(_, j)| j.fails() || j.verdict == report::Verdict::Coarse) {
            let Some(finding) = self.failure(index, j, relations, diagnoses.get(&index)) else { continue };
            let cause = |f: &Finding| f.diagnosis.as_ref().filter(|d| d.kind != "unexplained").and_then(|d| d.figure);
            let same = out.iter_mut().find(|o| {
                cause(o).is_some()
                    && cause(o) == cause(&finding)
                    && finding.severity != Severity::Note
                    && o.severity != Severity::Note
            });
            match same {
                Some(first) => hang(first, finding),
                None => out.push(finding),
            }
        }
        out
    }

    fn failure(
        &self,
        index: usize,
        judged: &Judged,
        relations: &[report::Relation],
        diagnosis: Option<&Diagnosis>,
    ) -> Option<Finding> {
        let entry = warning(if judged.fails() { judged.relation.warning } else { "W46" });
        let truncated = diagnosis.is_some_and(|d| d.kind == "truncated");
        let severity = if judged.fails() && (!judged.relation.sure || truncated) {
            entry.severity.max(Severity::Suspect)
        } else {
            entry.severity
        };
        let relation = relations.get(index)?;
        let worked = working::Worked {
            formula: relation.formula.clone(),
            computed: relation.computed.clone(),
            stated: relation.stated.clone(),
            gap: relation.gap.clone(),
            table: relation.working.clone(),
        };
        let place = |fact: usize| self.places.of(fact);
        let spans = judged.facts.iter().filter_map(|id| self.facts.get(*id)).map(|f| self.utf16(&f.range)).collect();
        Some(Finding {
            id: 0,
            code: entry.code.to_owned(),
            severity,
            title: entry.title.to_owned(),
            message: message::line(judged, &worked, self.facts, &place),
            relation: Some(index as u32),
            figures: judged.facts.iter().map(|f| *f as u32).collect(),
            spans,
            diagnosis: diagnosis.cloned(),
        })
    }

    /// A remark is never more than a note, whatever its warning weighs where a relation raises it.
    fn note(&self, note: &rule::Note) -> Finding {
        let entry = warning(note.warning);
        let span = self.utf16(&note.range);
        Finding {
            id: 0,
            code: entry.code.to_owned(),
            severity: Severity::Note,
            title: entry.title.to_owned(),
            message: message::remark(entry.title, &self.facts.text.words(note.range.clone())),
            relation: None,
            figures: note.facts.iter().map(|f| *f as u32).collect(),
            spans: vec![span],
            diagnosis: None,
        }
    }
}

/// Adds a dependent failure to the finding of its cause.
fn hang(first: &mut Finding, dependent: Finding) {
    first.severity = first.severity.min(dependent.severity);
    first.message = format!("{}；{}", first.message, dependent.message);
    for (figure, span) in dependent.figures.into_iter().zip(dependent.spans) {
        if !first.figures.contains(&figure) {
            first.figures.push(figure);
            first.spans.push(span);
        }
    }
}
