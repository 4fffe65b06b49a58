//! The desk module: what is worked out beyond the text of one report, drawn in a place that the page gives it.

use gouji::web::ui::desk::Mounted;
use wasm_bindgen::prelude::*;

/// A desk in its place on the page.
#[wasm_bindgen]
pub struct Desk(Mounted);

/// Draws the desk in `root`; what it wants of the page goes to `wish` as bytes.
#[wasm_bindgen]
pub fn mount(root: web_sys::Element, wish: js_sys::Function) -> Desk {
    Desk(Mounted::new(root, wish))
}

#[wasm_bindgen]
impl Desk {
    /// Tells the desk something, with the files beside it.
    pub fn tell(&self, told: &[u8], beside: &js_sys::Array) {
        self.0.tell(told, beside);
    }
}

fn main() {}
