//! The engine module: what runs in the worker, and the JavaScript interface.
//!
//! The exports stand here and not in the library, so that the page module does not carry them.

use wasm_bindgen::prelude::*;

/// `gouji.check`: a text's report object.
#[wasm_bindgen]
pub fn check(text: &str) -> Result<JsValue, JsValue> {
    gouji::web::api::check(text)
}

/// One job of the page, where the engine runs on the page itself.
#[wasm_bindgen]
pub fn perform(job: JsValue) -> Result<JsValue, JsValue> {
    gouji::web::worker::perform(job)
}

/// The sample report, where the engine runs on the page itself.
#[wasm_bindgen]
pub fn sample() -> String {
    gouji::web::worker::SAMPLE.to_owned()
}

fn main() {
    gouji::web::worker::listen();
}
