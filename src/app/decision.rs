//! What a person decided about findings (处理意见). It is known by the words around the figures, so it outlives edits elsewhere.

use super::action::Given;
use super::checked::Checked;
use super::documents;
use super::state::{Entry, State};
use crate::project::{Decision, DecisionKind, Quote, Quotes};

/// What is left of the decisions about the document looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Review<'a> {
    /// Decisions that apply, each with its finding.
    pub applied: Vec<(u32, &'a Decision)>,
    /// Decisions that rest: their words, or the fault in them, are gone.
    pub resting: Vec<&'a Decision>,
}

impl<'a> Review<'a> {
    /// What was decided about a finding.
    pub fn of(&self, finding: u32) -> Option<&'a Decision> {
        self.applied.iter().find(|(id, _)| *id == finding).map(|(_, decision)| *decision)
    }
}

/// Reviews the decisions about the document looked at.
pub fn review<'a>(state: &'a State, checked: &Checked) -> Review<'a> {
    let mut review = Review::default();
    let file = file(&state.entry, checked);
    let mut own = state.decisions.iter().filter(|decision| decision.file == file).peekable();
    if own.peek().is_none() {
        return review;
    }
    let quotes = Quotes::new(&checked.report);
    for decision in own {
        match quotes.finding(&decision.code, &decision.quotes, decision.occurrence) {
            Some(finding) => review.applied.push((finding, decision)),
            None => review.resting.push(decision),
        }
    }
    review
}

/// What a document is known by: the name of its file, or the title of a text.
fn file(entry: &Entry, checked: &Checked) -> String {
    if entry.name.is_empty() { checked.report.document.title.clone().unwrap_or_default() } else { entry.name.clone() }
}

/// Decides about a finding of the document looked at, in place of what was decided before.
pub(super) fn decide(state: &mut State, finding: u32, kind: Option<DecisionKind>, reason: &str) {
    let Some(checked) = state.checked().cloned() else { return };
    let key: Option<(String, Vec<Quote>, usize)> = Quotes::new(&checked.report).key(finding);
    let Some((code, quotes, occurrence)) = key else { return };
    let file = file(&state.entry, &checked);
    let kept = kind.is_some();
    let kind = kind.unwrap_or_default();
    let decision = Decision { file, code, quotes, occurrence, kind, reason: reason.to_owned() };
    state.decisions.retain(|known| !known.is_about_same(&decision));
    if kept {
        state.decisions.push(decision);
    }
}

/// Takes in what came with a project; what was decided here before stays.
pub(super) fn open(state: &mut State, files: Vec<Given>, decisions: Vec<Decision>) {
    documents::take(state, files);
    for decision in decisions {
        if !state.decisions.iter().any(|known| known.is_about_same(&decision)) {
            state.decisions.push(decision);
        }
    }
}
