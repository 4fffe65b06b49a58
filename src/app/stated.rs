//! What the person states of figures (自定关系): kept in plain words, and judged by the engine when it checks the document.

use super::state::{Entry, State, Status};
use super::{decision, documents};
use crate::project::{Flat, Quotes, flat};

/// Picks a figure, or lets it go.
pub(super) fn pick(state: &mut State, figure: u32) {
    match state.picked.iter().position(|picked| *picked == figure) {
        Some(at) => drop(state.picked.remove(at)),
        None => state.picked.push(figure),
    }
}

/// States a relation of the figures picked in the document looked at, which is then checked anew.
pub(super) fn add(state: &mut State, kind: usize) {
    let Some(checked) = state.checked().cloned() else { return };
    let file = decision::file(&state.entry, &checked);
    let figures = std::mem::take(&mut state.picked);
    open(state, vec![flat(&file, kind, &Quotes::new(&checked.report), &figures)]);
}

/// Takes a relation back.
pub(super) fn remove(state: &mut State, at: usize) {
    if at < state.relations.len() {
        let flat = state.relations.remove(at);
        ask_again(state, &flat);
    }
}

/// Takes relations in; those that are there already are not stated twice.
pub(super) fn open(state: &mut State, relations: Vec<Flat>) {
    for flat in relations {
        if !state.relations.contains(&flat) {
            ask_again(state, &flat);
            state.relations.push(flat);
        }
    }
}

/// What was checked without the relation, or with it, is checked anew; what is known stays in view meanwhile.
fn ask_again(state: &mut State, flat: &Flat) {
    let is_about = |entry: &Entry| entry.name.is_empty() || flat.first() == Some(&entry.name);
    for entry in documents::all(state).filter(|entry| is_about(entry)) {
        if let Status::Ready(answer) = &entry.status {
            (entry.status, entry.revision) = (Status::Checking(Some(answer.clone())), entry.revision + 1);
        } else if entry.is_pending() {
            entry.revision += 1;
        }
    }
}

/// The relations that the person stated of the document looked at, each with its place among all.
#[must_use]
pub fn own(state: &State) -> Vec<(usize, &Flat)> {
    let Some(checked) = state.checked() else { return Vec::new() };
    let file = decision::file(&state.entry, checked);
    let all = state.relations.iter().enumerate();
    all.filter(|(_, flat)| flat.first() == Some(&file)).collect()
}
