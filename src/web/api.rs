//! The JavaScript interface (JavaScript 接口): a text or a file in, report object out.
//!
//! `shell/engine.js` wraps it for callers and `shell/gouji.d.ts` describes it for TypeScript.

use js_sys::{Error, Reflect, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

use super::stated;
use crate::pack::{Pack, PackError};
use crate::project::Flat;
use crate::reader::{Limits, Session};
use crate::report::{self, Indicator, IndicatorInput, UserInput};

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
    let document = crate::read(name, bytes, &mut Session::new(Limits::default(), &mut go_on))
        .map_err(|error| thrown(error.code(), &error.message()))?;
    plain(&crate::check_document(&document))
}

/// Checks a document, which is a text or the bytes of a file, with the relations that the person stated on the page.
///
/// # Errors
/// As [`check_file`]; and where the relations are not those of the page.
pub fn check_stated(content: JsValue, name: &str, relations: JsValue) -> Result<JsValue, JsValue> {
    let relations: Vec<Flat> = serde_wasm_bindgen::from_value(relations)?;
    if let Some(text) = content.as_string() {
        return plain(&stated::check(name, &relations, &|claims| crate::check_text_claims(&text, claims)));
    }
    let mut go_on = |_| true;
    let bytes = Uint8Array::new(&content).to_vec();
    let document = crate::read(name, &bytes, &mut Session::new(Limits::default(), &mut go_on))
        .map_err(|error| thrown(error.code(), &error.message()))?;
    plain(&stated::check(name, &relations, &|claims| crate::check_claims(&document, claims)))
}

/// What is needed of a report to compute its indicators again.
#[derive(Deserialize)]
struct Basis {
    inputs: Vec<IndicatorInput>,
    document: Dated,
}

#[derive(Deserialize)]
struct Dated {
    year: Option<i32>,
}

/// The indicators of a report by a rule pack.
#[derive(Serialize)]
struct Calculated {
    pack: report::Pack,
    indicators: Vec<Indicator>,
}

/// Computes a report's indicators by a rule pack, with what the user typed in place of the document's.
///
/// # Errors
/// Where the pack has a fault, and where the report is none: an `Error` with a `code`.
pub fn calculate(report: JsValue, typed: JsValue, pack: &str) -> Result<JsValue, JsValue> {
    let shape = |error: serde_wasm_bindgen::Error| thrown("notReport", &error.to_string());
    let basis: Basis = serde_wasm_bindgen::from_value(report).map_err(shape)?;
    let typed: Vec<UserInput> = serde_wasm_bindgen::from_value(typed).map_err(shape)?;
    let pack = Pack::chosen(pack).map_err(|error| thrown(PackError::CODE, &error.message()))?;
    let indicators = crate::calculate(&pack, &basis.inputs, &typed, basis.document.year);
    plain(&Calculated { pack: pack.about, indicators })
}

/// The rule packs that gouji brings along.
///
/// # Errors
/// Never; the signature is the serializer's.
pub fn packs() -> Result<JsValue, JsValue> {
    plain(&Pack::available())
}

fn plain<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

/// An `Error` with a `code`.
pub(super) fn thrown(code: &str, message: &str) -> JsValue {
    let thrown = Error::new(message);
    // A new object takes every key.
    let _ = Reflect::set(&thrown, &"code".into(), &code.into());
    thrown.into()
}
