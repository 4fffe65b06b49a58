//! A button of one icon, with its meaning as its name and its tip.

use super::icon::{Shape, icon};
use yew::prelude::*;

/// A button of one icon; `testid` is its name for tests.
pub fn icon_button(
    shape: Shape,
    label: AttrValue,
    testid: Option<&'static str>,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! {
        <button type="button" class="icon-button" title={label.clone()} aria-label={label} data-testid={testid} {onclick}>{ icon(shape) }</button>
    }
}
