//! A file for the user (下载): what the engine wrote, saved under a name.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

/// How long the browser may take to fetch a file from the page.
const PATIENCE_MILLISECONDS: u32 = 60_000;

/// Saves a file as the browser saves downloads; it never leaves the machine.
///
/// # Errors
/// Where the browser has no room for it.
pub fn save(name: &str, media_type: &str, file: &[u8]) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    save_blob(name, &Blob::new_with_u8_array_sequence_and_options(&Array::of1(&Uint8Array::from(file)), &kind)?)
}

/// Saves what the browser already holds.
///
/// # Errors
/// Where the browser has no room for it.
pub fn save_blob(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(blob)?;
    let link: HtmlElement = gloo::utils::document().create_element("a")?.unchecked_into();
    link.set_attribute("href", &url)?;
    link.set_attribute("download", name)?;
    link.click();
    Timeout::new(PATIENCE_MILLISECONDS, move || drop(Url::revoke_object_url(&url))).forget();
    Ok(())
}
