//! The page as a picture of the state: no effects here, so that it can be drawn without a browser.

use super::component::{Shape, icon, truth};
use super::hook::{Dispatch, on, use_growing, use_surroundings};
use super::panel::{
    Files, Help, Input, Paper, ReportText, desk_place, details, ledger, lists, name, pending, points, reading_list,
    screens, start, stating, toolbar,
};
use super::words::Words;
use crate::app::action::Action;
use crate::app::decision::{Review, review};
use crate::app::state::{Entry, Overlay, Pane, Sheet, State, Status};
use crate::project::Decision;
use std::rc::Rc;
use yew::prelude::*;

/// In which step the details of the page's first answer are drawn: that one is laid out from cold, and all at once is felt. What asks for a
/// painting is done before it, so the third step is seen in the second. Where nothing is painted, they are there at once.
const BEGIN: usize = if cfg!(target_arch = "wasm32") { 3 } else { 1 };

/// What the page is drawn from.
#[derive(Properties)]
pub struct Props {
    /// Everything.
    pub state: Rc<State>,
    /// Offers the document in view as files.
    #[prop_or_default]
    pub onexport: Callback<MouseEvent>,
}

/// Every action makes a state of its own: to compare what is in it, with hundreds of documents, says nothing more.
impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state) && self.onexport == other.onexport
    }
}

/// The page.
#[component]
pub fn Page(props: &Props) -> Html {
    let (dispatch, words) = use_surroundings();
    let state = &props.state;
    let checked = state.checked().cloned();
    let is_begun = use_growing(checked.as_ref().map_or(0, |_| BEGIN), 1) >= BEGIN;
    let review = checked.as_ref().map(|checked| review(state, checked)).unwrap_or_default();
    let is_start = matches!(state.entry.status, Status::Empty);
    let documents: Vec<Entry> = state.documents().into_iter().cloned().collect();
    let is_desk = state.is_desk_open();
    let with_files = documents.len() > 1 || state.entry.file.is_some() || !state.entry.name.is_empty();
    let is_chosen =
        state.subject.is_some() || state.figure.is_some() || state.excluded.is_some() || state.note.is_some();
    html! {
        <div class={classes!("page", layout(state), pane_class(state.pane), is_chosen.then_some("page--chosen"), checked.is_none().then_some("page--alone"), is_desk.then_some("page--desk"))}>
            <a class="skip" href={if is_desk { "#desk" } else { "#text" }}>{ words.skip }</a>
            { screens(words, state.screen, state.has_screens(), &dispatch) }
            { toolbar(words, state, &props.onexport, &dispatch) }
            if with_files {
                <Files {documents} chosen={state.entry.document} paused={state.paused} />
            }
            { notices(words, state) }
            if let Some(checked) = checked.clone() {
                { reading_list(words, &checked, state.note, &dispatch) }
                { ledger(words, &checked, state, &dispatch) }
            }
            <main class="regions" id="text" tabindex="-1">
                <p class="visually-hidden" role="status" aria-live="polite">{ announcement(words, state) }</p>
                <div class="region region--text">
                    if is_start {
                        { start(words) }
                    }
                    if state.entry.is_editable() {
                        <Input entry={state.entry.clone()} sheet={state.sheet} is_cleared={state.cleared.is_some()} {with_files} />
                    }
                    if is_start {
                        { points(words) }
                    }
                    { pending(words, &state.entry, &dispatch) }
                    if let Some(checked) = checked.clone() {
                        <ReportText
                            key={state.entry.document} {checked} subject={state.subject} figure={state.figure} picked={state.picked.clone()}
                            excluded={state.excluded} note={state.note} tally={state.tally}
                            stale={matches!(state.entry.status, Status::Checking(_)) && state.restated.is_none()}
                        />
                    }
                </div>
                if let Some(checked) = checked.clone() {
                    <div class="region region--lists">
                        { lists(words, &checked, state, &review, &dispatch) }
                    </div>
                    <div class="region region--details">
                        if is_begun {
                            { details(words, &checked, state, &review, &props.onexport, &dispatch) }
                        }
                        { stating(words, state, &checked, &dispatch) }
                    </div>
                }
            </main>
            { desk_place(words, is_desk) }
            if !is_start {
                <footer class="footnote">{ icon(Shape::Shield) }<p>{ words.input.privacy }</p></footer>
            }
            if let Some(checked) = checked.clone() {
                { panes(words, state.pane, &dispatch) }
                // Each answer begins a paper of its own.
                <Paper key={Rc::as_ptr(&checked) as usize} checked={checked.clone()} name={(*state.entry.name).to_owned()} decided={decided(&review)} />
            }
            if state.overlay == Overlay::Help {
                <Help />
            }
            if state.held {
                <div class="drop" aria-hidden="true"><p>{ words.input.drop }</p></div>
            }
        </div>
    }
}

/// Words to the person: what concerns no document, and of which other the one looked at has the text.
fn notices(words: &Words, state: &State) -> Html {
    html! {
        <>
            if let Some(notice) = state.notice {
                <p class="notice" role="alert" data-testid="notice">{ (words.file.notice)(notice) }</p>
            }
            if let Some(first) = state.original().filter(|_| !state.is_desk_open()) {
                <p class="notice" role="status" data-testid="copy">{ (words.file.copy_of)(name(words, first)) }</p>
            }
        </>
    }
}

/// Whether nothing is there yet, the box is open, or the answer.
fn layout(state: &State) -> &'static str {
    match (&state.entry.status, state.sheet) {
        (Status::Empty, _) => "page--start",
        (_, Sheet::Editing) if state.entry.is_editable() => "page--editing",
        _ => "page--reading",
    }
}

/// What was decided about findings in view.
fn decided(review: &Review) -> Vec<(u32, Decision)> {
    review.applied.iter().map(|(finding, decision)| (*finding, (*decision).clone())).collect()
}

const PANES: [Pane; 3] = [Pane::Text, Pane::Lists, Pane::Details];

const fn pane_class(pane: Pane) -> &'static str {
    match pane {
        Pane::Text => "page--text",
        Pane::Lists => "page--lists",
        Pane::Details => "page--details",
    }
}

/// The regions of a narrow screen; wide ones show all three and hide this.
fn panes(words: &Words, open: Pane, dispatch: &Dispatch) -> Html {
    html! {
        <nav class="panes" aria-label={words.tagline}>
            { for PANES.iter().zip(words.pane).map(|(pane, name)| html! {
                <button
                    type="button"
                    class={if *pane == open { "panes__pane is-selected" } else { "panes__pane" }}
                    aria-pressed={truth(*pane == open)}
                    onclick={on(dispatch, Action::PaneOpened(*pane))}
                >{ name }</button>
            }) }
        </nav>
    }
}

/// What is said aloud when something was checked.
fn announcement(words: &Words, state: &State) -> String {
    match &state.entry.status {
        Status::Ready(answer) => {
            (words.engine.done)(answer.gist.findings.count(), answer.checked().report.coverage.figures)
        }
        Status::Checking(_) => words.engine.checking.to_owned(),
        Status::Waiting | Status::Reading(_) => words.file.reading.to_owned(),
        Status::Failed(_) => words.engine.check_failed.to_owned(),
        Status::Empty => String::new(),
    }
}
