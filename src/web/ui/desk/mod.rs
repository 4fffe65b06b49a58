//! The desk as drawn (案头): a Yew application of its own in a place that the page gives it.

mod bars;
mod calculator;
mod field;
mod indicator;
mod open_pack;
mod root;
mod structure;
mod summary;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::{Function, Uint8Array};
use wasm_bindgen::JsValue;
use web_sys::Element;
use yew::Callback;

use crate::desk::message::{Told, View, Wish};
use crate::desk::state::{Action, Document};
use crate::web::job::{pack, unpack};
pub use root::view;
use root::{Root, RootProps};

/// The style sheets of the desk: the module brings them along, so that the page paints without them.
const STYLES: &str = concat!(
    include_str!("../../../../styles/desk/bars.css"),
    include_str!("../../../../styles/desk/structure.css"),
    include_str!("../../../../styles/desk/calculator.css"),
    include_str!("../../../../styles/desk/indicator.css"),
    include_str!("../../../../styles/desk/field.css"),
    include_str!("../../../../styles/desk/summary.css"),
    include_str!("../../../../styles/desk/tools.css"),
    include_str!("../../../../styles/desk/table.css"),
    include_str!("../../../../styles/desk/sources.css"),
    include_str!("../../../../styles/desk/plot.css"),
);

/// What reaches the desk before it listens waits here.
#[derive(Clone, Default)]
pub struct Inbox(Rc<RefCell<Waiting>>);

#[derive(Default)]
struct Waiting {
    listener: Option<Callback<Action>>,
    early: Vec<Action>,
}

impl PartialEq for Inbox {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Inbox {
    /// Hears everything from now on, and what came before.
    pub fn listen(&self, listener: Callback<Action>) {
        let early = std::mem::take(&mut self.0.borrow_mut().early);
        self.0.borrow_mut().listener = Some(listener.clone());
        early.into_iter().for_each(|action| listener.emit(action));
    }

    fn put(&self, action: Action) {
        let listener = self.0.borrow().listener.clone();
        match listener {
            Some(listener) => listener.emit(action),
            None => self.0.borrow_mut().early.push(action),
        }
    }
}

/// How long documents may gather before they are shown: each would draw the whole summary.
const PAUSE_MILLISECONDS: u32 = 250;

/// A desk in its place on the page.
pub struct Mounted {
    inbox: Inbox,
    /// What is open, in which language, and which document is looked at.
    last: Cell<Option<(View, bool, u32)>>,
    /// The documents that are shown next, and what rings for them.
    next: Rc<RefCell<Option<(Action, Timeout)>>>,
}

impl Mounted {
    /// Draws the desk in `root`; what it wants of the page goes to `wish` as bytes.
    #[must_use]
    pub fn new(root: Element, wish: Function) -> Self {
        let inbox = Inbox::default();
        let wish = Callback::from(move |wanted: Wish| {
            if let Ok(bytes) = pack(&wanted) {
                // A page that went away wants nothing any more.
                let _ = wish.call1(&JsValue::NULL, &Uint8Array::from(bytes.as_slice()));
            }
        });
        yew::Renderer::<Root>::with_root_and_props(root, RootProps { inbox: inbox.clone(), wish }).render();
        Self { inbox, last: Cell::default(), next: Rc::default() }
    }

    /// Tells the desk something; what comes from another build says nothing.
    pub fn tell(&self, told: &[u8]) {
        match unpack(told) {
            Ok(Told::Checked { document, brief }) => {
                if let Ok(brief) = unpack(&brief) {
                    self.inbox.put(Action::Checked(Document { number: document, brief: Rc::new(brief) }));
                }
            }
            Ok(Told::Shown { view, in_english, documents, chosen }) => {
                let is_same = self.last.replace(Some((view, in_english, chosen))) == Some((view, in_english, chosen));
                self.show(Action::Shown { view, in_english, documents, chosen }, is_same);
            }
            Err(_) => {}
        }
    }

    /// Shows something at once, or together with what comes after it.
    fn show(&self, shown: Action, may_wait: bool) {
        let before = self.next.take();
        if !may_wait {
            return self.inbox.put(shown);
        }
        let timeout = before.map_or_else(
            || {
                let (inbox, next) = (self.inbox.clone(), self.next.clone());
                Timeout::new(PAUSE_MILLISECONDS, move || {
                    if let Some((shown, timeout)) = next.take() {
                        // The timeout is not dropped while it rings.
                        timeout.forget();
                        inbox.put(shown);
                    }
                })
            },
            |(_, timeout)| timeout,
        );
        self.next.replace(Some((shown, timeout)));
    }
}
