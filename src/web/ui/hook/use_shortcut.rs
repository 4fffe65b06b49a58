//! The keys: single letters, only while nothing is being typed.

use crate::app::action::{Action, Step};
use crate::app::state::{Overlay, Sheet};
use crate::web::host::Host;
use crate::web::ui::hook::{Dispatch, focus};
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::prelude::*;

/// Listens for keys as long as the app stands; while something lies above the report, only for those that take it away or help.
#[hook]
pub fn use_shortcut(is_covered: bool, root: &Element, host: &Host, dispatch: &Dispatch) {
    let (root, host) = (root.clone(), host.clone());
    use_effect_with((is_covered, dispatch.clone()), move |(is_covered, dispatch)| {
        let (is_covered, dispatch) = (*is_covered, dispatch.clone());
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&host.target(), "keydown", options, move |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                press(event, is_covered, &root, &dispatch);
            }
        });
        move || drop(listener)
    });
}

fn press(event: &KeyboardEvent, is_covered: bool, root: &Element, dispatch: &Dispatch) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing() {
        return;
    }
    let typed_in = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    let typed_in = typed_in.filter(|element| matches!(element.tag_name().as_str(), "TEXTAREA" | "INPUT" | "SELECT"));
    let key = event.key();
    if let Some(element) = typed_in {
        if key == "Escape" {
            let _ = element.blur();
        }
        return;
    }
    let action = match key.as_str() {
        "?" => Action::OverlayChanged(Overlay::Help),
        "Escape" => Action::Dismissed,
        _ if is_covered => return,
        "j" | "J" => Action::FindingStepped(Step::Next),
        "k" | "K" => Action::FindingStepped(Step::Previous),
        "]" => Action::FigureStepped(Step::Next),
        "[" => Action::FigureStepped(Step::Previous),
        "e" | "E" => {
            dispatch.emit(Action::SheetTurned(Sheet::Editing));
            return go(event, root, "#input");
        }
        "/" => return go(event, root, "#search"),
        _ => return,
    };
    event.prevent_default();
    dispatch.emit(action);
}

fn go(event: &KeyboardEvent, root: &Element, selector: &str) {
    let element = root.query_selector(selector).ok().flatten();
    if element.is_some() {
        event.prevent_default();
    }
    focus(element);
}
