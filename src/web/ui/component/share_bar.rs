//! A share as a bar. The width is the engine's own decimal, so nothing is computed here.

use yew::prelude::*;

/// What a bar is drawn from.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Per cent, as printed: `54.52`.
    pub percent: AttrValue,
    /// Whether it is a whole rather than a part.
    #[prop_or_default]
    pub whole: bool,
}

/// A share as a bar; the number beside it says the same in words.
#[component]
pub fn ShareBar(props: &Props) -> Html {
    let width = format!("{}%", props.percent.trim_end_matches('%'));
    html! {
        <svg class={classes!("share-bar", props.whole.then_some("share-bar--whole"))} width="100%" height="6" aria-hidden="true" focusable="false">
            <rect class="share-bar__ground" width="100%" height="6" />
            <rect class="share-bar__part" {width} height="6" />
        </svg>
    }
}
