//! A choice of one out of few, with its name before it.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// A choice of one out of few: each option with whether it is the one chosen; `chosen` hears the place of another.
pub fn choice(
    label: &'static str,
    options: Vec<(String, bool)>,
    hook: Option<&'static str>,
    chosen: Callback<usize>,
) -> Html {
    let onchange = chosen.reform(|event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        usize::try_from(select.selected_index()).unwrap_or_default()
    });
    html! {
        <label class="choice">
            <span>{ label }</span>
            <select class="choice__select" data-testid={hook} {onchange}>
                { for options.into_iter().enumerate().map(|(at, (name, selected))| html! { <option key={at} {selected}>{ name }</option> }) }
            </select>
        </label>
    }
}
