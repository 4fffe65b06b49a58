//! A filter that is on or off, with how many it would show.

use super::truth;
use yew::prelude::*;

/// A filter that is on or off; `tone` is the part of a class name that gives it its colour.
pub fn chip(
    label: &'static str,
    tone: &'static str,
    count: usize,
    pressed: bool,
    onclick: Callback<MouseEvent>,
) -> Html {
    let state = if pressed { " is-pressed" } else { "" };
    html! {
        <button
            type="button"
            class={format!("chip chip--{tone}{state}")}
            aria-pressed={truth(pressed)}
            disabled={count == 0 && !pressed}
            {onclick}
        >{ label }<span class="chip__count">{ count }</span></button>
    }
}
