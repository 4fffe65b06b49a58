//! Failing relations and remarks as findings: one a fault, most severe first.

use super::view::View;
use crate::catalog::warning::warning;
use crate::finding::{Judged, message, working};
use crate::relation::Equation;
use crate::report::{Diagnosis, Finding, Relation, Severity, Verdict};
use crate::rule::Note;
use std::collections::{BTreeMap, BTreeSet};

impl View<'_> {
    /// All findings, the most severe first, each with its number.
    pub(super) fn findings(
        &self,
        judged: &[Judged],
        relations: &[Relation],
        diagnoses: &BTreeMap<usize, Diagnosis>,
        notes: &[Note],
    ) -> Vec<Finding> {
        let mut out = self.failures(judged, relations, diagnoses);
        let raised: BTreeSet<(String, u32)> =
            out.iter().flat_map(|f| f.figures.iter().map(|id| (f.code.clone(), *id))).collect();
        let is_new =
            |note: &&Note| !note.facts.iter().any(|id| raised.contains(&(note.warning.to_owned(), *id as u32)));
        out.extend(self.notes(notes.iter().filter(is_new)));
        out.sort_by_key(|f| (f.severity, f.spans.first().copied().unwrap_or_default()));
        for (id, finding) in out.iter_mut().enumerate() {
            finding.id = id as u32;
        }
        out
    }

    /// One finding a fault: failing relations that blame one figure hang under the first of them.
    fn failures(
        &self,
        judged: &[Judged],
        relations: &[Relation],
        diagnoses: &BTreeMap<usize, Diagnosis>,
    ) -> Vec<Finding> {
        let mut out: Vec<Finding> = Vec::new();
        let mut causes: BTreeMap<u32, usize> = BTreeMap::new();
        for (index, j) in judged.iter().enumerate().filter(|(_, j)| j.fails() || j.verdict == Verdict::Coarse) {
            let Some(finding) = self.failure(index, j, relations, diagnoses.get(&index)) else { continue };
            let cause = finding.diagnosis.as_ref().filter(|d| d.kind != "unexplained").and_then(|d| d.figure);
            let cause = cause.filter(|_| finding.severity != Severity::Note);
            match cause.and_then(|c| causes.get(&c)).and_then(|first| out.get_mut(*first)) {
                Some(first) => hang(first, finding),
                None => {
                    causes.extend(cause.map(|c| (c, out.len())));
                    out.push(finding);
                }
            }
        }
        out
    }

    fn failure(
        &self,
        index: usize,
        judged: &Judged,
        relations: &[Relation],
        diagnosis: Option<&Diagnosis>,
    ) -> Option<Finding> {
        let relation = relations.get(index)?;
        // A rate without a result is one over nothing.
        let on_zero = matches!(judged.relation.equation, Equation::Rate { .. }) && relation.computed.is_none();
        let entry = warning(match judged.fails() {
            true if on_zero => "W05",
            true => judged.relation.warning,
            false => "W46",
        });
        let truncated = diagnosis.is_some_and(|d| d.kind == "truncated");
        let severity = if judged.fails() && (!judged.relation.sure || truncated) {
            entry.severity.max(Severity::Suspect)
        } else {
            entry.severity
        };
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

    /// Remarks of one kind on the same words are one finding with all its places: 模板文字残留“XX”，共11处.
    fn notes<'n>(&self, notes: impl Iterator<Item = &'n Note>) -> Vec<Finding> {
        let mut groups: BTreeMap<(&str, &str), Vec<&Note>> = BTreeMap::new();
        for note in notes {
            groups.entry((note.warning, self.facts.text.words(note.range.clone()))).or_default().push(note);
        }
        groups.into_iter().filter_map(|((_, words), notes)| self.note(words, &notes)).collect()
    }

    /// A remark is never more than a note, whatever its warning weighs where a relation raises it.
    fn note(&self, words: &str, notes: &[&Note]) -> Option<Finding> {
        let entry = warning(notes.first()?.warning);
        let mut figures: Vec<u32> = notes.iter().flat_map(|n| n.facts.iter().map(|f| *f as u32)).collect();
        figures.sort_unstable();
        figures.dedup();
        Some(Finding {
            id: 0,
            code: entry.code.to_owned(),
            severity: Severity::Note,
            title: entry.title.to_owned(),
            message: message::remark(entry.title, words, notes.len()),
            relation: None,
            figures,
            spans: notes.iter().map(|n| self.utf16(&n.range)).collect(),
            diagnosis: None,
        })
    }
}

/// Adds a dependent failure to the finding of its cause.
fn hang(first: &mut Finding, dependent: Finding) {
    first.severity = first.severity.min(dependent.severity);
    first.message.push('；');
    first.message.push_str(&dependent.message);
    for (figure, span) in dependent.figures.into_iter().zip(dependent.spans) {
        if !first.figures.contains(&figure) {
            first.figures.push(figure);
            first.spans.push(span);
        }
    }
}
