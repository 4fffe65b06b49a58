//! `check`: the whole pipeline. Pure: no clock, no chance, no input or output, and no failure.

mod claim;
mod collection;
mod context;
mod findings;
mod headline;
mod inputs;
mod ledger;
mod order;
mod place;
mod title;
mod view;

use crate::document::Document;
use crate::fact::Facts;
use crate::finding::{Judged, blame, doubt, judge_all};
use crate::indicator::calculate;
use crate::pack::Pack;
use crate::relation::Reason;
use crate::report::{self, Claim, Report};
use crate::rule::{self, Sink, Unbound};
use crate::text::{LogicalText, SourceText};
use findings::Stated;
use view::View;

/// Checks a text and gives the report object.
#[must_use]
pub fn check(text: &str) -> Report {
    check_text_claims(text, &[])
}

/// Checks a text, with the relations that a person states beside its own.
#[must_use]
pub fn check_text_claims(text: &str, claims: &[Claim]) -> Report {
    check_claims(&Document::of_text(text), claims)
}

/// Checks what was read from a file and gives the report object.
#[must_use]
pub fn check_document(document: &Document) -> Report {
    check_claims(document, &[])
}

/// Checks what was read from a file, with the relations that a person states beside its own. The reports of a collection are
/// checked each on its own.
#[must_use]
pub fn check_claims(document: &Document, claims: &[Claim]) -> Report {
    collection::check(document, claims).unwrap_or_else(|| alone(document, claims))
}

/// Checks a document as a single report.
fn alone(document: &Document, claims: &[Claim]) -> Report {
    checked(document, claims, rule::run, tell_whole)
}

/// Checks nothing but what a person states of a document.
fn claimed(document: &Document, claims: &[Claim]) -> Report {
    let find = |facts: &mut Facts| {
        facts.join_cells();
        Sink::default()
    };
    checked(document, claims, find, |_, _| {})
}

/// Says of a document as a whole what its facts tell: headline amounts and indicators.
fn tell_whole(facts: &Facts, report: &mut Report) {
    report.inputs = inputs::inputs(facts);
    report.totals = headline::totals(facts, &report.inputs);
    report.indicators = calculate(Pack::national(), &report.inputs, &[], facts.year);
}

fn checked(
    document: &Document,
    claims: &[Claim],
    find: fn(&mut Facts) -> Sink,
    tell: fn(&Facts, &mut Report),
) -> Report {
    let source = SourceText::new(document.text.as_str());
    let mut facts = Facts::of(LogicalText::of(&document.text, &document.blocks), &document.tables);
    let Sink { relations, mut unbound, notes, expectations, .. } = find(&mut facts);
    let places = place::Places::new(document, &facts);
    let view = View { document, source: &source, facts: &facts, places: &places };
    let (mut judged, doubtful) = doubt::set_apart(judge_all(relations, &facts), &facts);
    unbound.extend(doubtful.into_iter().map(left_open));
    let mut diagnoses = blame::diagnose(&judged, &facts);

    let (claimed, open) = view.claims(claims);
    if !claimed.is_empty() {
        let own = judged.len();
        judged.extend(judge_all(claimed, &facts));
        // What a person states explains nothing of the document's own relations.
        diagnoses.extend(blame::diagnose(&judged, &facts).into_iter().filter(|(at, _)| *at >= own));
    }
    unbound.extend(open);

    let relations = view.relations(&judged, &unbound);
    let findings = view.findings(&Stated {
        judged: &judged,
        relations: &relations,
        diagnoses: &diagnoses,
        notes: &notes,
        expectations: &expectations,
    });
    let figures = view.figures(&ledger::statuses(&facts, &judged, &unbound));
    let excluded = view.excluded();
    let mut report = Report {
        version: report::VERSION.to_owned(),
        coverage: ledger::coverage(&figures, excluded.len()),
        document: view.document(),
        reading: view.reading(),
        figures,
        excluded,
        relations,
        findings,
        pack: Pack::national().about.clone(),
        ..Report::default()
    };
    tell(&facts, &mut report);
    order::by_place(&mut report);
    report
}

/// A relation whose reading is in doubt, as one that was not bound.
fn left_open(judged: Judged) -> Unbound {
    let Judged { relation, facts, .. } = judged;
    Unbound { rule: relation.rule, cue: relation.cue, range: relation.range, facts, reason: Reason::Ambiguous }
}
