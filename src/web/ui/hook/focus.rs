//! Where the keyboard's focus goes (焦点).

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, MouseEvent};
use yew::TargetCast;

/// Gives an element the focus.
pub fn focus(element: Option<Element>) {
    if let Some(element) = element {
        // An element that has gone away meanwhile cannot take the focus, and nothing is lost by that.
        let _ = element.unchecked_into::<HtmlElement>().focus();
    }
}

/// Gives the focus back to what opened something, from a button that goes away with it.
pub fn give_back(event: &MouseEvent, around: &str, opener: &str) {
    let button: Element = event.target_unchecked_into();
    let around = button.closest(around).ok().flatten();
    focus(around.and_then(|around| around.query_selector(opener).ok().flatten()));
}
