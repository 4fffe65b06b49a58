//! A filter that is on or off, with how many it would show.

use yew::prelude::*;

/// What a chip is drawn from.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Its word.
    pub label: AttrValue,
    /// The part of a class name that gives it its colour.
    pub tone: &'static str,
    /// How many it would show.
    pub count: usize,
    /// Whether it is on.
    pub pressed: bool,
    /// What happens.
    pub onclick: Callback<MouseEvent>,
}

/// A filter that is on or off.
#[component]
pub fn Chip(props: &Props) -> Html {
    html! {
        <button
            type="button"
            class={classes!("chip", format!("chip--{}", props.tone), props.pressed.then_some("is-pressed"))}
            aria-pressed={props.pressed.to_string()}
            disabled={props.count == 0 && !props.pressed}
            onclick={props.onclick.clone()}
        >
            { &props.label }<span class="chip__count">{ props.count }</span>
        </button>
    }
}
