//! The JavaScript interface (JavaScript 接口): text in, report object out.
//!
//! `shell/engine.js` wraps it for callers and `shell/gouji.d.ts` describes it for TypeScript.

use serde::Serialize;
use wasm_bindgen::JsValue;

/// Checks a text and gives the report as plain objects, with `null` where there is nothing.
///
/// # Errors
/// Never with the report's own shape; the signature is the serializer's.
pub fn check(text: &str) -> Result<JsValue, JsValue> {
    let plain = serde_wasm_bindgen::Serializer::json_compatible();
    Ok(crate::check(text).serialize(&plain)?)
}
