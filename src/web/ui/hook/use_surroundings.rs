//! The one context: where actions go, and which language is spoken.

use crate::app::action::Action;
use crate::app::state::Language;
use crate::web::ui::words::Words;
use yew::prelude::*;

/// Where actions go.
pub type Dispatch = Callback<Action>;

/// What every panel may need and none should have to hand on.
#[derive(Clone, PartialEq)]
pub struct Surroundings {
    /// Where actions go.
    pub dispatch: Dispatch,
    /// Which language is spoken.
    pub language: Language,
}

/// The dispatcher of the page, and the words of the language chosen; outside of a page, one that does nothing, and Chinese.
#[hook]
pub fn use_surroundings() -> (Dispatch, &'static Words) {
    match use_context::<Surroundings>() {
        Some(Surroundings { dispatch, language }) => (dispatch, Words::of(language)),
        None => (Callback::noop(), Words::of(Language::default())),
    }
}

/// A callback for an event of which only the fact counts.
pub fn on(dispatch: &Dispatch, action: Action) -> Callback<MouseEvent> {
    dispatch.reform(move |_| action.clone())
}
