//! The engine's side of the boundary (工作线程端): takes jobs, gives outcomes.

use gloo::events::EventListener;
use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Performance};

use super::job::{Job, Outcome};

/// A report to try the engine on (示例报告).
pub const SAMPLE: &str = include_str!("../../tests/reports/market-bureau/input.txt");

/// Does one job (执行任务).
///
/// # Errors
/// Where what passes the boundary has not the shape of this build.
#[expect(clippy::float_arithmetic, reason = "a clock's time is no amount")]
pub fn perform(job: JsValue) -> Result<JsValue, JsValue> {
    let Job { document, revision, name: _, text } = serde_wasm_bindgen::from_value(job)?;
    let begun = now();
    let report = Box::new(crate::check(&text));
    let milliseconds = now() - begun;
    Ok(serde_wasm_bindgen::to_value(&Outcome::Checked { document, revision, report, milliseconds })?)
}

/// Listens for jobs, if this is a worker; on a page and in Node the module only offers its functions.
pub fn listen() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    let ready = serde_wasm_bindgen::to_value(&Outcome::Ready { in_worker: true, sample: SAMPLE.to_owned() });
    EventListener::new(&scope.clone(), "message", {
        let scope = scope.clone();
        move |event| {
            if let Some(event) = event.dyn_ref::<MessageEvent>() {
                answer(&scope, perform(event.data()));
            }
        }
    })
    .forget();
    answer(&scope, ready.map_err(JsValue::from));
}

/// Posts an outcome; what cannot be said as one becomes an error of the worker, which the page hears of too.
fn answer(scope: &DedicatedWorkerGlobalScope, outcome: Result<JsValue, JsValue>) {
    if let Err(error) = outcome.and_then(|outcome| scope.post_message(&outcome)) {
        wasm_bindgen::throw_val(error);
    }
}

/// Milliseconds on the browser's own clock; 0 where there is none.
fn now() -> f64 {
    Reflect::get(&js_sys::global(), &"performance".into())
        .map(JsCast::unchecked_into::<Performance>)
        .map_or(0.0, |clock| clock.now())
}
