//! Offers the document in view as files.

use crate::app::state::State;
use crate::web::host::Host;
use wasm_bindgen::JsValue;
use web_sys::{Blob, Element};
use yew::prelude::*;

/// Takes the click on a button, at which the host shows what there is; it checks the document anew and saves what comes of it.
#[hook]
pub fn use_export(state: &State, host: &Host) -> Callback<MouseEvent> {
    let (entry, host) = (state.entry.clone(), host.clone());
    Callback::from(move |event: MouseEvent| {
        let content = match &entry.file {
            Some(file) => file.get::<Blob>().map_or(JsValue::NULL, JsValue::from),
            None => (*entry.text).into(),
        };
        if let Some(target) = event.target_dyn_into::<Element>() {
            host.write(target, content, &entry.name);
        }
    })
}
