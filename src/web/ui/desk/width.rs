//! How wide the desk is (案头宽度), for its styles: in a widget that is not how wide the window is.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, ResizeObserver};

/// The widths that are not wide, each with the most pixels it has; the page draws its own lines there too.
const WIDTHS: [(&str, i32); 2] = [("narrow", 760), ("middling", 1180)];

/// Keeps the styles of a desk informed, as long as it is there.
pub struct Width {
    observer: ResizeObserver,
    _measure: Closure<dyn Fn()>,
}

impl Width {
    /// Tells the styles of a desk from now on how wide it is; nothing where a browser cannot say.
    pub fn of(root: &Element) -> Option<Self> {
        // The place around it: how wide that is does not hang on what is drawn.
        let place: HtmlElement = root.parent_element()?.dyn_into().ok()?;
        let (root, measured) = (root.clone(), place.clone());
        let measure = Closure::<dyn Fn()>::new(move || {
            let pixels = measured.offset_width();
            // Out of sight it keeps the width that it had.
            if pixels == 0 {
                return;
            }
            let is_within = |(_, most): &&(&str, i32)| pixels <= *most;
            let width = WIDTHS.iter().find(is_within).map_or("wide", |(name, _)| name);
            // An element that takes no attribute shows no styles either.
            let _ = root.set_attribute("data-width", width);
        });
        let observer = ResizeObserver::new(measure.as_ref().unchecked_ref()).ok()?;
        observer.observe(&place);
        Some(Self { observer, _measure: measure })
    }
}

impl Drop for Width {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
