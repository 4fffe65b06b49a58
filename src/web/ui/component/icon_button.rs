//! A button of one icon, with its meaning as its name and its tip.

use super::icon::{Icon, Shape};
use yew::prelude::*;

/// What the button is drawn from.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The icon.
    pub shape: Shape,
    /// What it does.
    pub label: AttrValue,
    /// What happens.
    pub onclick: Callback<MouseEvent>,
    /// Whether there is nothing to do.
    #[prop_or_default]
    pub disabled: bool,
    /// Its name for tests.
    #[prop_or_default]
    pub testid: Option<AttrValue>,
}

/// A button of one icon.
#[component]
pub fn IconButton(props: &Props) -> Html {
    html! {
        <button
            type="button"
            class="icon-button"
            title={props.label.clone()}
            aria-label={props.label.clone()}
            disabled={props.disabled}
            data-testid={props.testid.clone()}
            onclick={props.onclick.clone()}
        >
            <Icon shape={props.shape} />
        </button>
    }
}
