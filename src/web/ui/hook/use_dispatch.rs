//! The two contexts: where actions go, and which language is spoken.

use crate::app::action::Action;
use crate::app::state::Language;
use crate::web::ui::words::Words;
use yew::prelude::*;

/// Where actions go.
pub type Dispatch = Callback<Action>;

/// The dispatcher of the page; one that does nothing outside it.
#[hook]
pub fn use_dispatch() -> Dispatch {
    use_context::<Dispatch>().unwrap_or_else(Callback::noop)
}

/// The words of the language chosen.
#[hook]
pub fn use_words() -> &'static Words {
    Words::of(use_context::<Language>().unwrap_or_default())
}

/// A callback for an event of which only the fact counts.
pub fn on<E: 'static>(dispatch: &Dispatch, action: Action) -> Callback<E> {
    dispatch.reform(move |_| action.clone())
}
