//! A share as a bar. The width is the engine's own decimal, so nothing is computed here.

use yew::prelude::*;

/// A share of `percent` (`54.52`) as a bar; the number beside it says the same in words.
pub fn share_bar(percent: &str) -> Html {
    html! {
        <svg class="share-bar" width="100%" height="6" aria-hidden="true" focusable="false">
            <rect class="share-bar__ground" width="100%" height="6" />
            <rect class="share-bar__part" width={format!("{}%", percent.trim_end_matches('%'))} height="6" />
        </svg>
    }
}
