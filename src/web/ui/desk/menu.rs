//! A menu: what opens below a button, and closes with the next click elsewhere or with Escape.

use gloo::events::EventListener;
use gloo::utils::document;
use js_sys::{Array, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};
use yew::prelude::*;

/// What a menu is drawn from.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What stands on its button.
    pub name: &'static str,
    /// What the tests hold its button by.
    #[prop_or_default]
    pub hook: Option<&'static str>,
    /// What is in it.
    pub children: Html,
}

/// A menu.
#[component]
pub fn Menu(props: &Props) -> Html {
    let place = use_node_ref();
    use_effect_with(place.clone(), |place| {
        let listeners = ["click", "keydown"].map(|kind| {
            let place = place.clone();
            EventListener::new(&document(), kind, move |event| {
                if let Some(menu) = place.cast::<Element>() {
                    close(&menu, event);
                }
            })
        });
        move || drop(listeners)
    });
    html! {
        <details class="tools__columns" ref={place}>
            <summary class="button" data-testid={props.hook}>{ props.name }</summary>
            <div class="tools__list">{ props.children.clone() }</div>
        </details>
    }
}

/// Closes a menu, unless what happened was a click in it or another key; whoever was in it is at its button then.
fn close(menu: &Element, event: &Event) {
    let path: Array = event.composed_path();
    let is_within = path.includes(menu, 0);
    let is_escape = Reflect::get(event, &"key".into()).is_ok_and(|key| key == "Escape");
    let closes = if event.type_() == "click" { !is_within } else { is_escape };
    if !closes || !menu.has_attribute("open") {
        return;
    }
    // Without the mark it is closed; nothing can forbid that.
    let _ = menu.remove_attribute("open");
    let button = menu.first_element_child().and_then(|button| button.dyn_into::<HtmlElement>().ok());
    if let Some(button) = button.filter(|_| is_within) {
        let _ = button.focus();
    }
}
