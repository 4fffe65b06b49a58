//! What a person decided about findings (处理意见). It is known by the words around the figures, so it outlives edits elsewhere.

use super::action::{Given, Work};
use super::checked::Checked;
use super::state::State;
use super::{documents, stated};
use crate::project::{Decision, DecisionKind, Quote, Quotes};

/// What is left of the decisions about the document looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Review<'a> {
    /// Decisions that apply, each with its finding.
    pub applied: Vec<(u32, &'a Decision)>,
    /// Decisions that rest: their words, or the fault in them, are gone.
    pub resting: Vec<&'a Decision>,
    /// The name under which they were decided, where the file has another now.
    pub former: Option<&'a str>,
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
    if state.decisions.is_empty() {
        return review;
    }
    let file = state.entry.key();
    let is_decided = state.decisions.iter().any(|decision| decision.file == file);
    let gone = if is_decided { Vec::new() } else { gone(state) };
    if !is_decided && gone.is_empty() {
        return review;
    }
    let quotes = Quotes::new(&checked.report);
    review.former = former(state, &gone, &quotes);
    let name = review.former.unwrap_or(file);
    for decision in state.decisions.iter().filter(|decision| decision.file == name) {
        match quotes.finding(&decision.code, &decision.quotes, decision.occurrence) {
            Some(finding) => review.applied.push((finding, decision)),
            None => review.resting.push(decision),
        }
    }
    review
}

/// The files that were decided about and are here no more, each once.
fn gone(state: &State) -> Vec<&str> {
    let all = || state.others.iter().chain([&state.entry]);
    let mut gone: Vec<&str> = Vec::new();
    for name in state.decisions.iter().map(|decision| decision.file.as_str()) {
        if !gone.contains(&name) && all().all(|entry| entry.key() != name) {
            gone.push(name);
        }
    }
    gone
}

/// The name that the document had when it was decided about: of the files that are gone the one all of whose decisions find
/// their words and their finding in it.
fn former<'a>(state: &State, gone: &[&'a str], quotes: &Quotes) -> Option<&'a str> {
    let fits = |name: &str| {
        let mut about = state.decisions.iter().filter(|decision| decision.file == name);
        about.all(|decision| quotes.finding(&decision.code, &decision.quotes, decision.occurrence).is_some())
    };
    let mut fitting = gone.iter().copied().filter(|name| fits(name));
    fitting.next().filter(|_| fitting.next().is_none())
}

/// Decides about a finding of the document looked at, in place of what was decided before.
pub(super) fn decide(state: &mut State, finding: u32, kind: Option<DecisionKind>, reason: &str) {
    let Some(checked) = state.checked().cloned() else { return };
    let key: Option<(String, Vec<Quote>, usize)> = Quotes::new(&checked.report).key(finding);
    let Some((code, quotes, occurrence)) = key else { return };
    let file = state.entry.key().to_owned();
    // Who goes on deciding takes the decisions over from the former name.
    if let Some(former) = review(state, &checked).former.map(str::to_owned) {
        let own = state.decisions.iter_mut().filter(|decision| decision.file == former);
        own.for_each(|decision| decision.file.clone_from(&file));
    }
    let kept = kind.is_some();
    let kind = kind.unwrap_or_default();
    let decision = Decision { file, code, quotes, occurrence, kind, reason: reason.to_owned() };
    state.decisions.retain(|known| !known.is_about_same(&decision));
    if kept {
        state.decisions.push(decision);
    }
}

/// Takes in what came with a project; what was decided here before stays.
pub(super) fn open(state: &mut State, files: Vec<Given>, (decisions, relations): Work) {
    stated::open(state, relations);
    documents::take(state, files);
    for decision in decisions {
        if !state.decisions.iter().any(|known| known.is_about_same(&decision)) {
            state.decisions.push(decision);
        }
    }
}
