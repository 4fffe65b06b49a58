//! A value with its unit.

use crate::web::ui::words::Words;
use yew::prelude::*;

/// A value, and its unit behind it in the language spoken.
pub fn quantity(words: &Words, value: &str, unit: &str) -> Html {
    html! { <>{ value }<span class="quantity__unit">{ (words.unit)(unit) }</span></> }
}
