//! Copies a text. Pages from disk or plain http have no clipboard interface, so it goes the old way, which works everywhere.

use super::icon::{Shape, icon};
use gloo::timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Node;
use yew::prelude::*;

const SHOWN_MILLISECONDS: u32 = 1600;

/// What the button is drawn from.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What is copied.
    pub text: AttrValue,
    /// Its word.
    pub label: AttrValue,
    /// Its word when done.
    pub done: AttrValue,
}

/// A button that copies a text and says so for a moment.
#[component]
pub fn CopyButton(props: &Props) -> Html {
    let done = use_state(|| false);
    let button = use_node_ref();
    let onclick = {
        let (done, text, button) = (done.clone(), props.text.clone(), button.clone());
        Callback::from(move |_: MouseEvent| done.set(copy(&text, button.get().as_ref()).is_ok()))
    };
    {
        let done = done.clone();
        use_effect_with(*done, move |is_done| {
            let timeout = is_done.then(|| Timeout::new(SHOWN_MILLISECONDS, move || done.set(false)));
            move || drop(timeout)
        });
    }
    html! {
        <button type="button" class="copy-button" ref={button} {onclick}>
            { icon(if *done { Shape::Pass } else { Shape::Copy }) }
            <span aria-live="polite">{ if *done { &props.done } else { &props.label } }</span>
        </button>
    }
}

/// The text is selected beside the button: further up may be someone else's page.
fn copy(text: &str, button: Option<&Node>) -> Result<(), JsValue> {
    let parent = button.and_then(Node::parent_node).ok_or(JsValue::NULL)?;
    let document = gloo::utils::document();
    let area: web_sys::HtmlTextAreaElement = document.create_element("textarea")?.unchecked_into();
    area.set_value(text);
    area.set_class_name("visually-hidden");
    parent.append_child(&area)?;
    area.select();
    let document: web_sys::HtmlDocument = document.unchecked_into();
    let copied = document.exec_command("copy");
    parent.remove_child(&area)?;
    if copied? { Ok(()) } else { Err(JsValue::NULL) }
}
