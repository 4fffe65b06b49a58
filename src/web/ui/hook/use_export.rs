//! Offers the document in view as files.

use crate::app::state::State;
use crate::project::Flat;
use crate::report::{PERSONAL, Report};
use crate::web::host::Host;
use js_sys::{Array, JsString};
use wasm_bindgen::JsValue;
use web_sys::{Blob, Element};
use yew::prelude::*;

/// Takes the click on a button, at which the host shows what there is; it checks the document anew and saves what comes of it.
#[hook]
pub fn use_export(state: &State, host: &Host) -> Callback<MouseEvent> {
    let (entry, host, checked) = (state.entry.clone(), host.clone(), state.checked().cloned());
    let relations = state.relations_of(&entry.name);
    Callback::from(move |event: MouseEvent| {
        let content = match &entry.file {
            Some(file) => file.get::<Blob>().map_or(JsValue::NULL, JsValue::from),
            None => (*entry.text).into(),
        };
        if let Some(target) = event.target_dyn_into::<Element>() {
            let personal = checked.as_ref().map(|checked| personal(&checked.report)).unwrap_or_default();
            let words = |words: &Flat| words.iter().map(|word| JsValue::from_str(word)).collect::<Array>();
            host.write(target, content, &entry.name, personal, relations.iter().map(words).collect());
        }
    })
}

/// The personal details that were found, as they stand in the text. Its places count in UTF-16, as strings of JavaScript do.
fn personal(report: &Report) -> Array {
    let text = JsString::from(report.document.text.as_str());
    let spans = report.findings.iter().filter(|finding| finding.code == PERSONAL).flat_map(|finding| &finding.spans);
    spans.map(|(start, end)| JsValue::from(text.substring(*start, *end))).collect()
}
