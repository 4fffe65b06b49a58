//! The JavaScript interface (JavaScript 接口): a text or a file in, report object out.
//!
//! `shell/engine.js` wraps it for callers and `shell/gouji.d.ts` describes it for TypeScript.

use js_sys::{Error, Reflect};
use serde::Serialize;
use wasm_bindgen::JsValue;

use crate::reader::{Limits, ReadError, Session};
use crate::report::Report;

/// Checks a text and gives the report as plain objects, with `null` where there is nothing.
///
/// # Errors
/// Never with the report's own shape; the signature is the serializer's.
pub fn check(text: &str) -> Result<JsValue, JsValue> {
    plain(&crate::check(text))
}

/// Reads a file, checks it and gives the report as [`check`] does.
///
/// # Errors
/// Where the file cannot be read: an `Error` whose `code` is [`ReadError::code`] and whose message says what to do.
pub fn check_file(bytes: &[u8], name: &str) -> Result<JsValue, JsValue> {
    let mut go_on = |_| true;
    let document =
        crate::read(name, bytes, &mut Session::new(Limits::default(), &mut go_on)).map_err(|error| thrown(&error))?;
    plain(&crate::check_document(&document))
}

fn plain(report: &Report) -> Result<JsValue, JsValue> {
    Ok(report.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

fn thrown(error: &ReadError) -> JsValue {
    let thrown = Error::new(&error.message());
    // A new object takes every key.
    let _ = Reflect::set(&thrown, &"code".into(), &error.code().into());
    thrown.into()
}
