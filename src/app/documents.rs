//! The documents of the page: how they come in, what becomes of them, how they go. One is looked at, the others are set aside;
//! nothing that happens to one touches another.

use super::action::Given;
use super::answer::Answer;
use super::filter::Filter;
use super::reduce::let_go;
use super::state::{Entry, Failure, Handle, List, Notice, Pane, Screen, Sheet, State, Status};
use super::stated;
use crate::desk::message::View;
use std::rc::Rc;

/// The text in the box was changed: what was read from a file keeps its name, and with it what was decided, but not the file.
pub(super) fn write(state: &mut State, text: &str) {
    if text.trim().is_empty() {
        clear(state);
    } else {
        let entry = &mut state.entry;
        let shown = entry.answer().cloned();
        entry.file = None;
        entry.revision += 1;
        entry.status = Status::Checking(shown);
        state.notice = None;
        state.restated = None;
    }
    state.entry.text = Rc::from(text);
}

/// A whole text is a document of its own.
pub(super) fn show(state: &mut State, text: &str) {
    begin(state);
    write(state, text);
    state.sheet = Sheet::Reading;
}

/// The text of the page around: what it gave before is replaced, however often it is told.
pub(super) fn set(state: &mut State, text: &str) {
    let Some(around) = state.around.filter(|around| all(state).any(|entry| entry.document == *around)) else {
        show(state, text);
        state.around = Some(state.entry.document);
        return;
    };
    choose(state, around);
    write(state, text);
    state.sheet = Sheet::Reading;
}

/// Each file is a document; the first of them is looked at.
pub(super) fn take(state: &mut State, files: Vec<Given>) {
    if let Some(first) = add(state, files) {
        choose(state, first);
    }
}

/// Sets files in line; the number of the first.
fn add(state: &mut State, files: Vec<Given>) -> Option<u32> {
    let mut first = None;
    for Given { name, file } in files {
        state.latest += 1;
        let (file, status) = match file {
            Ok(file) => (file, Status::Waiting),
            Err(failure) => (Handle::default(), Status::Failed(failure)),
        };
        let entry = Entry {
            document: state.latest,
            revision: 1,
            name: name.into(),
            file: Some(file),
            status,
            ..Entry::default()
        };
        first = first.or(Some(entry.document));
        state.others.push(entry);
    }
    first
}

/// The files of an archive take its place; what was looked at stays in view, unless it was the archive.
pub(super) fn unpack(state: &mut State, document: u32, revision: u32, files: Vec<Given>) {
    if pending(state, document, revision).is_none() {
        return;
    }
    match add(state, files) {
        Some(first) if state.entry.document == document => choose(state, first),
        _ => {}
    }
    close(state, document);
}

/// A project file is no document: it goes to the desk, which is opened for it.
pub(super) fn hand_over(state: &mut State, document: u32, revision: u32) {
    let Some(entry) = pending(state, document, revision) else { return };
    let project = entry.file.clone().map(|file| (entry.name.to_string(), file));
    close(state, document);
    state.project = project;
    state.screen = Screen::Desk(View::Project);
}

/// Looks at another document; a blank one is not kept.
pub(super) fn choose(state: &mut State, document: u32) {
    let Some(at) = state.others.iter().position(|entry| entry.document == document) else { return };
    let before = std::mem::replace(&mut state.entry, state.others.remove(at));
    if before.status != Status::Empty {
        state.others.push(before);
    }
    show_text(&mut state.entry);
    turn(state, Sheet::Reading);
}

/// Puts a document away and looks at the one after it.
pub(super) fn close(state: &mut State, document: u32) {
    if state.entry.document != document {
        state.others.retain(|entry| entry.document != document);
        return;
    }
    let numbers = || state.others.iter().map(|entry| entry.document);
    let next = numbers().filter(|other| *other > document).min().or_else(|| numbers().max());
    state.entry.status = Status::Empty;
    match next {
        Some(next) => choose(state, next),
        None => begin(state),
    }
}

/// A blank page; the document looked at is set aside.
pub(super) fn begin(state: &mut State) {
    state.latest += 1;
    state.screen = Screen::Report;
    let blank = Entry { document: state.latest, ..Entry::default() };
    let before = std::mem::replace(&mut state.entry, blank);
    if before.status != Status::Empty {
        state.others.push(before);
    }
    turn(state, Sheet::Editing);
}

/// Empties the document looked at. The revision goes on counting, so that an answer under way is dropped.
pub(super) fn clear(state: &mut State) {
    let Entry { document, revision, .. } = state.entry;
    let before = std::mem::replace(&mut state.entry, Entry { document, revision: revision + 1, ..Entry::default() });
    if before.status != Status::Empty {
        state.cleared = Some(before);
    }
    turn(state, Sheet::Editing);
}

/// Takes the emptying back, where nothing was entered since.
pub(super) fn restore(state: &mut State) {
    if state.entry.status == Status::Empty
        && let Some(before) = state.cleared.take()
    {
        let Entry { document, revision, .. } = state.entry;
        state.entry = Entry { document, revision: revision + 1, ..before };
        turn(state, Sheet::Reading);
    }
}

/// What was chosen in one document means nothing in another.
fn turn(state: &mut State, sheet: Sheet) {
    state.notice = None;
    state.sheet = sheet;
    state.pane = Pane::Text;
    state.filter = Filter::default();
    state.list = List::Findings;
    let_go(state);
    state.picked.clear();
    state.restated = None;
}

pub(super) fn progress(state: &mut State, document: u32, revision: u32, thousandths: u32) {
    // What is checked anew keeps its answer in view.
    if let Some(entry) = pending(state, document, revision).filter(|entry| entry.answer().is_none()) {
        entry.status = if thousandths < 1000 { Status::Reading(thousandths) } else { Status::Checking(None) };
    }
}

/// Gives a reading up.
pub(super) fn stop(state: &mut State, document: u32) {
    find(state, document).into_iter().for_each(stop_one);
}

/// Gives up all that waits or is being read.
pub(super) fn stop_all(state: &mut State) {
    all(state).for_each(stop_one);
    state.paused = false;
}

fn stop_one(entry: &mut Entry) {
    if entry.is_pending() {
        entry.revision += 1;
        entry.status = failed(entry, Failure::of("stopped"));
    }
}

/// What becomes of a document that has no answer: a file that was only to be checked anew keeps the one it had, for it is still
/// about what was read.
fn failed(entry: &Entry, failure: Failure) -> Status {
    match entry.answer() {
        Some(shown) if entry.file.is_some() => Status::Ready(shown.clone()),
        _ => Status::Failed(failure),
    }
}

/// Asks about a document again.
pub(super) fn retry(state: &mut State, document: u32) {
    find(state, document).into_iter().for_each(retry_one);
}

/// Asks about all again that were given up.
pub(super) fn retry_all(state: &mut State) {
    all(state).filter(|entry| entry.is_stopped()).for_each(retry_one);
}

fn retry_one(entry: &mut Entry) {
    if matches!(entry.status, Status::Failed(_)) {
        entry.revision += 1;
        entry.status = if entry.file.is_some() { Status::Waiting } else { Status::Checking(None) };
    }
}

/// An answer came, or none will.
pub(super) fn settle(state: &mut State, document: u32, revision: u32, answer: Result<Rc<Answer>, Failure>) {
    let is_in_view = state.entry.document == document;
    let is_first = state.entry.answer().is_none();
    let is_answer = answer.is_ok();
    let Some(entry) = pending(state, document, revision) else { return };
    entry.status = match answer {
        Ok(answer) => Status::Ready(answer),
        Err(failure) => failed(entry, failure),
    };
    let is_kept = !is_answer && entry.answer().is_some();
    if is_in_view {
        show_text(&mut state.entry);
        // On a narrow screen the first answer is shown by its findings; later ones leave the person where they are.
        if is_answer && is_first && state.sheet == Sheet::Reading {
            state.pane = Pane::Lists;
        }
        state.picked.clear();
        match state.restated.take() {
            Some(is_to_be_shown) => stated::settle(state, is_to_be_shown),
            None => let_go(state),
        }
    }
    if is_kept {
        state.notice = Some(Notice::NotReread);
    }
}

/// A file that is text and nothing else can be changed in the box.
fn show_text(entry: &mut Entry) {
    let Status::Ready(answer) = &entry.status else { return };
    let document = &answer.checked().report.document;
    if entry.file.is_some() && document.format == "text" {
        entry.text = Rc::from(document.text.as_str());
    }
}

pub(super) fn all(state: &mut State) -> impl Iterator<Item = &mut Entry> {
    state.others.iter_mut().chain([&mut state.entry])
}

fn find(state: &mut State, document: u32) -> Option<&mut Entry> {
    all(state).find(|entry| entry.document == document)
}

/// The document that an answer is about, if it still waits for this one.
fn pending(state: &mut State, document: u32, revision: u32) -> Option<&mut Entry> {
    find(state, document).filter(|entry| entry.revision == revision && entry.is_pending())
}
