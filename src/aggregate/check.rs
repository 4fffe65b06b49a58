//! The relations that only show across documents (跨报告勾稽), judged and told.

mod continuity;
mod outlier;
mod own;
mod parent;
mod transfer;

use super::amount::{held, is_like};
use super::group::Department;
use super::table::{Shown, spot};
use crate::catalog::warning::warning;
use crate::finding::across;
use crate::gather::Gather;
use crate::relation::{Held, Judgement, Reason, judge_sums};
use crate::report::{RelationKind, Verdict};
use crate::summary::{Amount, Check, CheckKind, Column, CrossFinding, Digest, Row, Spot};

/// An amount with the file it stands in and the department that the file belongs to.
#[derive(Clone, Copy)]
struct Stated<'a> {
    file: usize,
    row: usize,
    amount: &'a Amount,
}

/// What is looked through, and what was found.
struct Across<'a> {
    digests: &'a [&'a Digest],
    departments: &'a [Department],
    unit: Shown,
    checks: Vec<Check>,
    findings: Vec<CrossFinding>,
}

/// All checks in the order of their kinds, and their findings, the most severe first.
pub(super) fn run(
    digests: &[&Digest],
    departments: &[Department],
    columns: &[Column],
    rows: &[Row],
    unit: Shown,
) -> (Vec<Check>, Vec<CrossFinding>) {
    let mut across = Across { digests, departments, unit, checks: Vec::new(), findings: Vec::new() };
    parent::find(&mut across);
    transfer::find(&mut across);
    continuity::find(&mut across);
    own::find(&mut across);
    outlier::find(&mut across, columns, rows);
    let Across { checks, mut findings, .. } = across;
    crate::order::by_key(&mut findings, |finding| finding.severity);
    for (id, finding) in findings.iter_mut().enumerate() {
        finding.id = id;
    }
    (checks, findings)
}

impl<'a> Across<'a> {
    fn department(&self, row: usize) -> Option<&'a Department> {
        self.departments.get(row)
    }

    /// The amounts that the files of a department state of its own year, the report's first.
    fn totals(&self, row: usize) -> impl Iterator<Item = Stated<'a>> + use<'a> {
        let digests = self.digests;
        let files = self.department(row).map(Department::whole).unwrap_or_default();
        files.into_iter().flat_map(move |file| {
            digests.get(file).into_iter().flat_map(|d| &d.totals).map(move |amount| Stated { file, row, amount })
        })
    }

    /// Everything that a file states of an item of its own year, like an amount of it: what it says first, then the rest.
    fn said(&self, file: usize, row: usize, like: &Amount) -> Vec<Stated<'a>> {
        let all = self.digests.get(file).into_iter().flat_map(|d| d.totals.iter().chain(&d.restated));
        all.filter(|amount| is_like(amount, like)).map(|amount| Stated { file, row, amount }).gather()
    }

    fn spot(&self, stated: Stated) -> Spot {
        self.department(stated.row).map(|department| spot(stated.file, department, stated.amount)).unwrap_or_default()
    }

    /// A place for people.
    fn words(&self, spot: &Spot) -> String {
        let file = self.digests.get(spot.file).map(|d| d.name.as_str()).unwrap_or_default();
        across::place(&spot.organization, file, &spot.place)
    }

    /// States that a sum of amounts equals another amount; `tell` words the finding from the working and the gap.
    fn equal(
        &mut self,
        kind: CheckKind,
        parts: &[Stated],
        whole: Stated,
        code: &str,
        tell: impl FnOnce(&str, &str, &[String]) -> String,
    ) {
        let values = |list: &[Stated]| list.iter().map(|s| held(s.amount)).gather_all();
        let (Some(left), Some(right)) = (values(parts), values(&[whole])) else { return };
        let judged = judge_sums(&left, &right);
        let gap = self.gap(&left, &right);
        let formula = self.formula(&left, &right, judged.verdict);
        let operands: Vec<Spot> = parts.iter().map(|part| self.spot(*part)).gather();
        let result = self.spot(whole);
        let relation = if parts.len() > 1 { RelationKind::Sum } else { RelationKind::Equal };
        let id = self.checks.len();
        if judged.verdict == Verdict::Inconsistent {
            let spots: Vec<Spot> = [std::slice::from_ref(&result), operands.as_slice()].concat();
            let places: Vec<String> = spots.iter().map(|spot| self.words(spot)).gather();
            let words = format!("{}{}", gap.as_deref().unwrap_or_default(), self.unit.name());
            let message = tell(&formula, &words, &places);
            self.raise(code, message, id, spots);
        }
        self.checks.push(Check {
            id,
            kind,
            relation,
            label: whole.amount.label.clone(),
            operands,
            result: Some(result),
            formula,
            gap,
            verdict: judged.verdict,
            reason: (judged.verdict == Verdict::Unchecked).then(|| Reason::Overflow.words().to_owned()),
        });
    }

    /// States that a relation is there, but cannot be judged.
    fn unchecked(&mut self, kind: CheckKind, label: &str, operands: &[Stated], result: Option<Stated>, reason: &str) {
        let check = Check {
            id: self.checks.len(),
            kind,
            relation: RelationKind::Equal,
            label: label.to_owned(),
            operands: operands.iter().map(|stated| self.spot(*stated)).gather(),
            result: result.map(|stated| self.spot(stated)),
            formula: String::new(),
            gap: None,
            verdict: Verdict::Unchecked,
            reason: Some(reason.to_owned()),
        };
        self.checks.push(check);
    }

    fn raise(&mut self, code: &str, message: String, check: usize, spots: Vec<Spot>) {
        let entry = warning(code);
        let (code, severity, title) = (entry.code.to_owned(), entry.severity, entry.title.to_owned());
        self.findings.push(CrossFinding { id: 0, code, severity, title, message, check, spots });
    }

    fn gap(&self, parts: &[Held], whole: &[Held]) -> Option<String> {
        let sum = |list: &[Held]| list.iter().try_fold(crate::number::Decimal::ZERO, |sum, h| sum.checked_add(h.value));
        self.unit.text(sum(whole)?.checked_sub(sum(parts)?)?)
    }

    fn formula(&self, parts: &[Held], whole: &[Held], verdict: Verdict) -> String {
        let text = |list: &[Held]| list.iter().filter_map(|h| self.unit.text(h.value)).gather().join(" + ");
        let sign = match verdict {
            Verdict::Exact => "=",
            Verdict::Inconsistent => "≠",
            _ => "≈",
        };
        format!("{} {sign} {}", text(parts), text(whole))
    }
}

/// Whether two amounts agree as far as they are printed.
fn agree(a: &Amount, b: &Amount) -> bool {
    let judged = |a: Held, b: Held| judge_sums(&[a], &[b]);
    held(a)
        .zip(held(b))
        .is_some_and(|(a, b)| matches!(judged(a, b), Judgement { verdict, .. } if verdict != Verdict::Inconsistent))
}
