//! The engine module: what runs in the worker, and the JavaScript interface.
//!
//! The exports stand here and not in the library, so that the page module does not carry them.

use js_sys::Array;
use wasm_bindgen::prelude::*;

/// `gouji.check`: a text's report object.
#[wasm_bindgen]
pub fn check(text: &str) -> Result<JsValue, JsValue> {
    gouji::web::api::check(text)
}

/// `gouji.checkFile`: a file's report object.
#[wasm_bindgen(js_name = checkFile)]
pub fn check_file(bytes: &[u8], name: &str) -> Result<JsValue, JsValue> {
    gouji::web::api::check_file(bytes, name)
}

/// A document's report object, with what the person stated of it on the page.
#[wasm_bindgen(js_name = checkStated)]
pub fn check_stated(content: JsValue, name: &str, relations: JsValue) -> Result<JsValue, JsValue> {
    gouji::web::api::check_stated(content, name, relations)
}

/// `gouji.calculate`: a report's indicators by a rule pack, with what the user typed.
#[wasm_bindgen]
pub fn calculate(report: JsValue, typed: JsValue, pack: &str) -> Result<JsValue, JsValue> {
    gouji::web::api::calculate(report, typed, pack)
}

/// `gouji.packs`: the rule packs that gouji brings along.
#[wasm_bindgen]
pub fn packs() -> Result<JsValue, JsValue> {
    gouji::web::api::packs()
}

/// One job of the page, where the engine runs on the page itself; nobody would see how far it is.
#[wasm_bindgen]
pub fn perform(job: &[u8], file: JsValue) -> Result<Array, JsValue> {
    gouji::web::worker::perform(job, &file, &|_| {})
}

/// What the engine says first, where it runs on the page itself.
#[wasm_bindgen]
pub fn ready() -> Result<Array, JsValue> {
    Ok(gouji::web::worker::message(&gouji::web::worker::ready(false)?, &Array::new())?)
}

fn main() {
    gouji::web::worker::listen();
}
