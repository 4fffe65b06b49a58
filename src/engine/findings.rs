//! Failing relations and remarks as findings: the most severe first, what follows from a fault behind it.

use super::view::View;
use crate::catalog::warning::{Warning, of_item, warning};
use crate::finding::{Judged, blame, message, working};
use crate::gather::{Gather, SortedMap, SortedSet};
use crate::number::Decimal;
use crate::number::format::round;
use crate::relation::{Equation, Kind};
use crate::report::{Diagnosis, Finding, Relation, Severity, Verdict};
use crate::rule::{Expectation, Note};
use std::borrow::Cow;

/// What findings are made from.
pub(super) struct Stated<'a> {
    /// The relations with their verdicts.
    pub judged: &'a [Judged],
    /// The same as the report shows them.
    pub relations: &'a [Relation],
    /// What would explain each failing one, by its place.
    pub diagnoses: &'a SortedMap<usize, Diagnosis>,
    /// Remarks that are no arithmetic.
    pub notes: &'a [Note],
    /// What usage expects of figures.
    pub expectations: &'a [Expectation],
}

impl View<'_> {
    /// All findings, the most severe first, each with its number and behind its cause.
    pub(super) fn findings(&self, stated: &Stated) -> Vec<Finding> {
        let mut out = self.failures(stated);
        let short = self.shortfalls(stated.expectations, stated.judged, out.len());
        out.extend(short);
        let raised: SortedSet<(String, u32)> =
            out.iter().flat_map(|f| f.figures.iter().map(|id| (f.code.clone(), *id))).gather_set();
        let is_new = |note: &&Note| {
            warning(note.warning).is_valid(self.facts.year)
                && !note.facts.iter().any(|id| raised.contains(&(note.warning.to_owned(), *id as u32)))
        };
        out.extend(self.notes(stated.notes.iter().filter(is_new)));
        in_order(out)
    }

    /// One finding for each failing relation; those that blame one figure hang under the gravest of them.
    fn failures(&self, stated: &Stated) -> Vec<Finding> {
        let failing = stated.judged.iter().enumerate().filter(|(_, j)| j.fails() || j.verdict == Verdict::Coarse);
        let mut out: Vec<Finding> = failing.filter_map(|(index, j)| self.failure(index, j, stated)).gather();
        let mut blamed: SortedMap<u32, Vec<usize>> = SortedMap::new();
        for (at, finding) in out.iter().enumerate().filter(|(_, f)| f.severity != Severity::Note) {
            let explained = finding.diagnosis.as_ref().filter(|d| d.kind != "unexplained");
            if let Some(figure) = explained.and_then(|d| d.figure) {
                blamed.entry(figure).or_default().push(at);
            }
        }
        for group in blamed.values() {
            let lead = group.iter().copied().min_by_key(|at| out.get(*at).map(gravity));
            for at in group.iter().filter(|at| Some(**at) != lead) {
                if let Some(finding) = out.get_mut(*at) {
                    finding.cause = lead.map(|lead| lead as u32);
                }
            }
        }
        out
    }

    fn failure(&self, index: usize, judged: &Judged, stated: &Stated) -> Option<Finding> {
        let relation = stated.relations.get(index)?;
        let diagnosis = stated.diagnoses.get(&index);
        // A rate without a result is one over nothing.
        let on_zero = matches!(judged.relation.equation, Equation::Rate { .. }) && relation.computed.is_none();
        let turned = judged.fails() && is_turned(judged, relation);
        let entry = warning(match judged.fails() {
            true if on_zero => "W05",
            true if turned => "W04",
            true => of_item(judged.relation.warning, &self.item(judged)),
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
        let spans = judged.facts.iter().filter_map(|id| self.facts.get(*id)).map(|f| self.utf16(&f.range)).gather();
        Some(Finding {
            severity,
            message: message::line(judged, &worked, turned, self.facts, &place),
            relation: Some(index as u32),
            figures: judged.facts.iter().map(|f| *f as u32).gather(),
            spans,
            // Over a base of zero no figure explains anything.
            diagnosis: if turned { Some(blame::direction(judged)) } else { diagnosis.filter(|_| !on_zero).cloned() },
            ..finding(entry)
        })
    }

    /// The item that a relation is about: that of its result, else of its first operand.
    fn item(&self, judged: &Judged) -> String {
        let (operands, result) = judged.relation.equation.facts();
        let fact = result.or(operands.first().copied()).and_then(|id| self.facts.get(id));
        fact.map(|f| f.label.words.clone()).unwrap_or_default()
    }

    /// Remarks of one kind are one finding with all its places: 模板文字残留：“XX”“____”，共11处.
    fn notes<'n>(&self, notes: impl Iterator<Item = &'n Note>) -> Vec<Finding> {
        let mut groups: SortedMap<&str, Vec<&Note>> = SortedMap::new();
        for note in notes {
            groups.entry(note.warning).or_default().push(note);
        }
        groups.into_values().filter_map(|notes| self.note(&notes)).gather()
    }

    /// A remark is never more than a note, whatever its warning weighs where a relation raises it.
    fn note(&self, notes: &[&Note]) -> Option<Finding> {
        let entry = warning(notes.first()?.warning);
        let mut figures: Vec<u32> = notes.iter().flat_map(|n| n.facts.iter().map(|f| *f as u32)).gather();
        crate::order::by_key(&mut figures, |item| *item);
        figures.dedup();
        let mut spans: Vec<(u32, u32)> = notes.iter().map(|n| self.utf16(&n.range)).gather();
        spans.dedup();
        let words: Vec<Cow<str>> = notes.iter().map(|n| self.words_of(n)).gather();
        Some(Finding {
            severity: Severity::Note,
            message: message::remark(entry.title, &words, spans.len()),
            figures,
            spans,
            ..finding(entry)
        })
    }

    /// What a remark quotes: an amount alone says nothing without its item.
    fn words_of(&self, note: &Note) -> Cow<'_, str> {
        let said = note.name.unwrap_or_else(|| self.facts.text.words(note.range.clone()));
        let item = note.facts.first().filter(|id| self.facts.get(**id).is_some_and(|f| f.range == note.range));
        item.map_or(Cow::Borrowed(said), |id| Cow::Owned(message::quoted(self.facts, *id, said)))
    }
}

/// A finding of a warning, with all that its table says.
pub(super) fn finding(entry: &Warning) -> Finding {
    Finding {
        id: 0,
        code: entry.code.to_owned(),
        severity: entry.severity,
        title: entry.title.to_owned(),
        message: String::new(),
        relation: None,
        figures: Vec::new(),
        spans: Vec::new(),
        diagnosis: None,
        cause: None,
        basis: entry.basis.to_owned(),
        remedy: entry.remedy.to_owned(),
    }
}

/// What comes first: the graver, then the earlier.
fn gravity(finding: &Finding) -> (Severity, (u32, u32)) {
    (finding.severity, finding.spans.first().copied().unwrap_or_default())
}

/// Puts findings in order, each behind its cause, and numbers them; causes are places in the list as it comes in.
pub(super) fn in_order(findings: Vec<Finding>) -> Vec<Finding> {
    let lead = |at: usize| findings.get(at).and_then(|f| f.cause).map_or(at, |cause| cause as usize);
    let mut places: Vec<usize> = (0..findings.len()).gather();
    crate::order::by_key(&mut places, |at| {
        let lead = lead(*at);
        (findings.get(lead).map(gravity), lead, *at != lead, findings.get(*at).map(gravity))
    });
    let number: SortedMap<usize, u32> = places.iter().zip(0..).map(|(at, number)| (*at, number)).gather_map();
    let renumbered = |mut finding: Finding, at: usize| {
        finding.id = number.get(&at).copied().unwrap_or_default();
        finding.cause = finding.cause.and_then(|cause| number.get(&(cause as usize)).copied());
        finding
    };
    let mut out: Vec<Finding> = findings.into_iter().enumerate().map(|(at, f)| renumbered(f, at)).gather();
    crate::order::by_key(&mut out, |f| f.id);
    out
}

/// Whether a change holds but for its direction: 4.20万元，比上年的5.00万元增加0.80万元; a rate as it is rounded.
fn is_turned(judged: &Judged, relation: &Relation) -> bool {
    let is_change = matches!(judged.relation.kind, Kind::Difference | Kind::Growth);
    let decimal = |text: &Option<String>| text.as_deref().and_then(|text| text.parse::<Decimal>().ok());
    let turned =
        |(computed, stated): (Decimal, Decimal)| !stated.is_zero() && round(-computed, stated.scale()) == stated;
    is_change && decimal(&relation.computed).zip(decimal(&relation.stated)).is_some_and(turned)
}
