//! The root: holds the state, starts the effects, gives the page its contexts.

use super::hook::{
    Dispatch, Surroundings, stored_settings, use_engine, use_intake, use_jump, use_settings, use_shortcut,
};
use super::page::Page;
use crate::app::action::Action;
use crate::app::reduce::reduce;
use crate::app::state::State;
use std::rc::Rc;
use yew::prelude::*;

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(reduce(Rc::unwrap_or_clone(self), action))
    }
}

/// The application.
#[component]
pub fn App() -> Html {
    let state = use_reducer(|| State { settings: stored_settings(), ..State::default() });
    let dispatch: Dispatch = {
        let dispatcher = state.dispatcher();
        use_callback((), move |action, ()| dispatcher.dispatch(action))
    };
    use_engine(&state, &dispatch);
    use_intake(&dispatch);
    use_settings(state.settings);
    use_shortcut(state.overlay, &dispatch);
    use_jump(&state);
    html! {
        <ContextProvider<Surroundings> context={Surroundings { dispatch, language: state.settings.language }}>
            <Page state={Rc::new((*state).clone())} />
        </ContextProvider<Surroundings>>
    }
}
