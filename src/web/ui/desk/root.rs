//! The root of the desk: holds its state and shows the view that is open.

use super::calculator::calculator;
use super::project::project;
use super::structure::structure;
use super::summary::summary;
use super::{Files, STYLES};
use crate::desk::message::{View, Wish};
use crate::desk::state::{Action, State, reduce};
use crate::web::inbox::Inbox;
use crate::web::ui::words::desk::Words;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

/// What the desk is started with.
#[derive(Properties, PartialEq)]
pub struct RootProps {
    /// What the page says.
    pub inbox: Inbox<Action>,
    /// What the desk wants of the page.
    pub wish: Callback<Wish>,
    /// The files of the page.
    pub files: Files,
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(reduce(Rc::unwrap_or_clone(self), action))
    }
}

/// The desk.
#[component]
pub fn Root(props: &RootProps) -> Html {
    let state = use_reducer(State::default);
    let dispatch = {
        let dispatcher = state.dispatcher();
        use_callback((), move |action, ()| dispatcher.dispatch(action))
    };
    use_effect_with((props.inbox.clone(), dispatch.clone()), |(inbox, dispatch)| inbox.listen(dispatch.clone()));
    {
        let (state, dispatch) = (state.clone(), dispatch.clone());
        use_effect_with(state.is_due().then_some(state.changes), move |due| {
            let timeout = due.is_some().then(|| Timeout::new(0, move || summarize(&state, dispatch)));
            move || drop(timeout)
        });
    }
    html! {
        <>
            <style>{ STYLES }</style>
            { view(&state, &dispatch, &props.wish, &props.files) }
        </>
    }
}

/// Makes the summary that is due and has it drawn, in a task for each step.
fn summarize(state: &State, dispatch: Callback<Action>) {
    let making = state.making();
    Timeout::new(0, move || {
        let made = making.made();
        Timeout::new(0, move || dispatch.emit(Action::Summarized(made))).forget();
    })
    .forget();
}

/// The picture of a state.
pub fn view(state: &State, dispatch: &Callback<Action>, wish: &Callback<Wish>, files: &Files) -> Html {
    let words = Words::of(state.in_english);
    match (state.view, state.document()) {
        (View::Structure, Some(document)) => structure(words, document, wish),
        (View::Project, _) => project(words, state, files, dispatch),
        (View::Summary, _) if !state.documents.is_empty() => summary(words, state, dispatch, wish),
        (View::Indicators, Some(document)) => calculator(words, state, document, dispatch, wish),
        _ => html! { <p class="desk__none">{ words.no_document }</p> },
    }
}
