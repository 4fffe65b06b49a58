//! Whether something comes near the view (临近视野): what is far from it need not be drawn yet.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};
use yew::NodeRef;

/// How far around the view is drawn: a screen or two, so that scrolling meets no gaps.
const MARGIN: &str = "1200px 0px";

/// Tells once when an element comes near the view; it ends with its owner.
pub struct Watch {
    observer: IntersectionObserver,
    _callback: Closure<dyn FnMut(Array)>,
}

impl Watch {
    /// Watches an element in what scrolls around it, by its selector; nothing where the element is not on the page.
    pub fn new(node: &NodeRef, scroller: &str, on_near: impl Fn() + 'static) -> Option<Self> {
        let element = node.cast::<Element>()?;
        let callback = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            let is_near = |entry| JsCast::unchecked_into::<IntersectionObserverEntry>(entry).is_intersecting();
            if entries.iter().any(is_near) {
                on_near();
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(MARGIN);
        options.set_root(element.closest(scroller).ok()?.as_ref());
        let observer = IntersectionObserver::new_with_options(callback.as_ref().unchecked_ref(), &options).ok()?;
        observer.observe(&element);
        Some(Self { observer, _callback: callback })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
