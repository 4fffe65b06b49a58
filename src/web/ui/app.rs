//! The root: holds the state, starts the effects, gives the page its contexts.

use super::hook::{
    Dispatch, Surroundings, settings_of, use_desk, use_engine, use_export, use_host, use_jump, use_settings,
    use_shortcut,
};
use super::page::Page;
use crate::app::action::Action;
use crate::app::reduce::reduce;
use crate::app::state::{Overlay, State};
use crate::web::host::Host;
use crate::web::inbox::Inbox;
use crate::web::intake::Intake;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// The state as it is held (持有的状态): the page draws from the same one, so that hundreds of documents are copied once for an action.
struct Held(Rc<State>);

impl Reducible for Held {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Self(Rc::new(reduce((*self.0).clone(), action))))
    }
}

/// Where the application stands.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The element it is drawn into.
    pub root: Element,
    /// What stands around it.
    pub host: Host,
    /// What it is told from outside.
    pub inbox: Inbox<Action>,
    /// What comes in around it, as long as it stands.
    pub intake: Intake,
}

/// The application.
#[component]
pub fn App(props: &Props) -> Html {
    let Props { root, host, inbox, .. } = props;
    let held = use_reducer(|| Held(Rc::new(State { settings: settings_of(&host.settings()), ..State::default() })));
    let state = Rc::clone(&held.0);
    let dispatch: Dispatch = {
        let dispatcher = held.dispatcher();
        use_callback((), move |action, ()| dispatcher.dispatch(action))
    };
    use_engine(&state, host, &dispatch);
    let onexport = use_export(&state, host);
    use_host(&state, host, inbox, &dispatch);
    use_settings(state.settings, host);
    use_shortcut(state.overlay != Overlay::None || state.is_desk_open(), root, host, &dispatch);
    use_jump(&state, root);
    use_desk(&state, root, host, &dispatch);
    html! {
        <ContextProvider<Surroundings> context={Surroundings { dispatch, language: state.settings.language }}>
            <Page {state} {onexport} />
        </ContextProvider<Surroundings>>
    }
}
