//! Keeps the desk told of what it shows, once it was opened.

use crate::app::state::{Language, Screen, State};
use crate::desk::message::View;
use crate::web::desk::{Desk, Shown};
use crate::web::host::Host;
use crate::web::ui::hook::Dispatch;
use web_sys::Element;
use yew::prelude::*;

/// Fetches the desk when it is first opened, and keeps it told; a closed desk hears the latest when it is opened again.
#[hook]
pub fn use_desk(state: &State, root: &Element, host: &Host, dispatch: &Dispatch) {
    let desk = use_mut_ref(Desk::default);
    let shown = match state.screen {
        Screen::Desk(view) => Some(Shown {
            view,
            in_english: state.settings.language == Language::English,
            documents: state.answers(),
            chosen: state.entry.document,
            decided: (state.decisions.clone(), state.relations.clone()),
            kept: match view {
                View::Project => Some(state.kept()),
                View::Summary => Some(state.left_out()),
                View::Structure | View::Indicators => None,
            }
            .map(|entries| entries.into_iter().cloned().collect()),
            project: state.project.clone(),
        }),
        Screen::Report => None,
    };
    let (root, host, dispatch) = (root.clone(), host.clone(), dispatch.clone());
    use_effect_with(shown, move |shown| {
        if let (Some(shown), Ok(Some(place))) = (shown, root.query_selector(".desk__place")) {
            let desk = desk.borrow();
            desk.open(host, place, dispatch);
            desk.show(shown);
        }
    });
}
