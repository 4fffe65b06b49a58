//! A row of a list: it chooses what it is about.

use crate::app::action::Action;
use crate::app::state::Subject;
use crate::web::ui::hook::{Dispatch, on};
use yew::prelude::*;

/// The button of a finding or relation, with what stands in it.
pub fn list_row(subject: Subject, is_selected: bool, inside: Html, dispatch: &Dispatch) -> Html {
    let (kind, id) = match subject {
        Subject::Finding(id) => ("finding", id),
        Subject::Relation(id) => ("relation", id),
    };
    html! {
        <button
            type="button"
            id={format!("{kind}-{id}")}
            data-testid={kind}
            class={[kind, if is_selected { "-list__row is-selected" } else { "-list__row" }].concat()}
            aria-current={is_selected.then_some("true")}
            onclick={on(dispatch, Action::SubjectChosen(subject))}
        >{ inside }</button>
    }
}
