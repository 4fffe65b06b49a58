//! Offers the document in view as files.

use crate::app::decision::review;
use crate::app::state::State;
use crate::project::{Decision, DecisionKind, Flat};
use crate::report::{PERSONAL, Report};
use crate::web::host::Host;
use js_sys::{Array, JsString};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::{Blob, Element};
use yew::prelude::*;

/// Takes the click on a button, at which the host shows what there is; it checks the document anew and saves what comes of it.
#[hook]
pub fn use_export(state: &Rc<State>, host: &Host) -> Callback<MouseEvent> {
    let (state, host) = (Rc::clone(state), host.clone());
    Callback::from(move |event: MouseEvent| {
        let (Some(target), Some(checked)) = (event.target_dyn_into::<Element>(), state.checked()) else { return };
        let entry = &state.entry;
        let content = match &entry.file {
            Some(file) => file.get::<Blob>().map_or(JsValue::NULL, JsValue::from),
            None => (*entry.text).into(),
        };
        let relations = state.relations_of(&entry.name);
        let words = |words: &Flat| words.iter().map(|word| JsValue::from_str(word)).collect::<Array>();
        // The same document has the same findings under the same numbers when it is checked anew.
        let decided = review(&state, checked).applied.into_iter().map(decided).collect();
        let relations = relations.iter().map(words).collect();
        host.write(target, content, &entry.name, personal(&checked.report), relations, decided);
    })
}

/// What was decided about a finding: its number, the kind, the reason.
fn decided((finding, decision): (u32, &Decision)) -> Array {
    let kind = if decision.kind == DecisionKind::Dismissed { "dismissed" } else { "confirmed" };
    Array::of3(&finding.into(), &kind.into(), &decision.reason.as_str().into())
}

/// The personal details that were found, as they stand in the text. Its places count in UTF-16, as strings of JavaScript do.
fn personal(report: &Report) -> Array {
    let text = JsString::from(report.document.text.as_str());
    let spans = report.findings.iter().filter(|finding| finding.code == PERSONAL).flat_map(|finding| &finding.spans);
    spans.map(|(start, end)| JsValue::from(text.substring(*start, *end))).collect()
}
