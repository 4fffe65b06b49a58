//! What the person states of figures (自定关系): kept in plain words, and judged by the engine when it checks the document.

use super::checked::Checked;
use super::documents;
use super::reduce::{choose, let_go};
use super::state::{State, Status, Subject};
use crate::project::{Flat, KINDS, Quotes, flat, may_be_of};
use crate::report::{Figure, Relation, RelationKind, Source};

/// A relation that the person stated of the document looked at (自定关系).
pub struct Own<'a> {
    /// Its place among all.
    pub at: usize,
    /// Its words.
    pub flat: &'a Flat,
    /// What became of it; nothing where its figures are not in the text, or do not go together.
    pub judged: Option<u32>,
}

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
    let figures = std::mem::take(&mut state.picked);
    let stated = flat(state.entry.key(), kind, &Quotes::new(&checked.report), &figures);
    match state.relations.iter().position(|known| *known == stated) {
        Some(at) => show(state, at),
        None => {
            restate(state, true);
            open(state, vec![stated]);
        }
    }
}

/// Takes a relation back.
pub(super) fn remove(state: &mut State, at: usize) {
    if at < state.relations.len() {
        restate(state, false);
        let flat = state.relations.remove(at);
        ask_again(state, &flat);
    }
}

/// What comes next is an answer about the text in view; not so where that was changed already.
fn restate(state: &mut State, is_to_be_shown: bool) {
    if state.restated.is_some() || matches!(state.entry.status, Status::Ready(_)) {
        state.restated = Some(is_to_be_shown);
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

/// The answer with the relation is there, of the same text: what was stated is shown, and after one was taken back what was looked at stays.
pub(super) fn settle(state: &mut State, is_to_be_shown: bool) {
    let figure = state.figure;
    let_go(state);
    state.figure = figure;
    if is_to_be_shown {
        show(state, state.relations.len().saturating_sub(1));
    }
}

/// Shows what became of a relation.
fn show(state: &mut State, at: usize) {
    if let Some(relation) = own(state).iter().find(|own| own.at == at).and_then(|own| own.judged) {
        choose(state, Subject::Relation(relation));
    }
}

/// What was checked without the relation, or with it, is checked anew; what is known stays in view meanwhile.
fn ask_again(state: &mut State, flat: &Flat) {
    for entry in documents::all(state).filter(|entry| may_be_of(flat, &entry.name)) {
        if let Status::Ready(answer) = &entry.status {
            (entry.status, entry.revision) = (Status::Checking(Some(answer.clone())), entry.revision + 1);
        } else if entry.is_pending() {
            entry.revision += 1;
        }
    }
}

/// The relations that the person stated of the document looked at, each with what became of it.
#[must_use]
pub fn own(state: &State) -> Vec<Own<'_>> {
    let Some(checked) = state.checked() else { return Vec::new() };
    let file = state.entry.key();
    let all = state.relations.iter().enumerate().filter(|(_, flat)| flat.first().is_some_and(|own| own == file));
    let mut out: Vec<Own> = all.map(|(at, flat)| Own { at, flat, judged: None }).collect();
    let mut judged: Vec<&Relation> = checked.report.relations.iter().filter(|r| r.source == Source::User).collect();
    // First those whose figures stand as they were, then those of which one was corrected.
    for corrected in 0..2 {
        for own in out.iter_mut().filter(|own| own.judged.is_none()) {
            let is_of = |relation: &&Relation| differing(checked, relation, own.flat) == Some(corrected);
            if let Some(at) = judged.iter().position(is_of) {
                own.judged = Some(judged.remove(at).id);
            }
        }
    }
    out
}

/// How many figures of a relation are not those of these words; nothing where it is of another kind or length.
fn differing(checked: &Checked, relation: &Relation, flat: &Flat) -> Option<usize> {
    let texts = texts(flat);
    let figures: Vec<u32> = relation.operands.iter().chain(&relation.result).copied().collect();
    let is_alike = kind(flat).and_then(|kind| KINDS.get(kind)) == Some(&relation.kind) && figures.len() == texts.len();
    let is_other = |(id, text): &(&u32, &&str)| {
        checked.figure(**id).is_none_or(|figure| !figure.text.chars().filter(|c| !c.is_whitespace()).eq(text.chars()))
    };
    is_alike.then(|| figures.iter().zip(&texts).filter(is_other).count())
}

/// The kind that words state, by its number.
#[must_use]
pub fn kind(flat: &Flat) -> Option<usize> {
    flat.get(1)?.parse().ok()
}

/// The numbers that words speak of, as they stood when the relation was stated.
#[must_use]
pub fn texts(flat: &Flat) -> Vec<&str> {
    flat.iter().skip(3).step_by(4).map(String::as_str).collect()
}

/// The units of a share.
const RATES: [&str; 5] = ["%", "‰", "倍", "成", "折"];

/// Whether figures can be in a relation of a kind, the last of them as its result.
#[must_use]
pub fn fits(kind: RelationKind, figures: &[&Figure]) -> bool {
    let is_like = |one: &Figure, other: &Figure| one.base_unit == other.base_unit;
    let are_like = figures.iter().zip(figures.iter().skip(1)).all(|(one, other)| is_like(one, other));
    match (kind, figures) {
        (RelationKind::Sum | RelationKind::Difference, [_, _, _, ..]) | (RelationKind::Equal, [_, _]) => are_like,
        (RelationKind::Share, [part, whole, rate]) => is_like(part, whole) && RATES.contains(&rate.base_unit.as_str()),
        _ => false,
    }
}
