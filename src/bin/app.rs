//! The app module: what the shells of `src/web/shell` mount into a page, a widget or a frame.

use gouji::web::host::Host;
use gouji::web::intake::given;
use wasm_bindgen::prelude::*;
use web_sys::{Element, File};

/// The app where it was mounted.
#[wasm_bindgen]
pub struct Mounted(gouji::web::mount::Mounted);

/// Mounts the app into an element.
#[wasm_bindgen]
pub fn mount(root: Element, host: Host) -> Mounted {
    Mounted(gouji::web::mount::Mounted::new(root, host))
}

#[wasm_bindgen]
impl Mounted {
    /// Shows a text as if it had been pasted.
    pub fn set_text(&self, text: String) {
        self.0.set_text(text);
    }

    /// Takes a file as if it had been dropped.
    pub fn set_file(&self, file: File) {
        self.0.set_files(vec![given(file)]);
    }

    /// Sets language, theme and size of type.
    pub fn set_settings(&self, settings: &str) {
        self.0.set_settings(settings);
    }

    /// Takes the app away.
    pub fn destroy(self) {
        self.0.destroy();
    }
}

// The module waits for `mount`.
fn main() {}
