//! The desk as drawn (案头): a Yew application of its own in a place that the page gives it.

mod bars;
mod calculator;
mod choice;
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
    include_str!("../../../../styles/desk/choice.css"),
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

/// How long documents may gather before they are shown: each time the whole summary is drawn.
const PAUSE_MILLISECONDS: u32 = 1000;

/// A desk in its place on the page.
pub struct Mounted {
    inbox: Inbox,
    /// What is open, in which language, and which document is looked at.
    last: Cell<Option<(View, bool, u32)>>,
    gathered: Rc<RefCell<Gathered>>,
}

/// What is shown together, and what rings for it.
#[derive(Default)]
struct Gathered {
    actions: Vec<Action>,
    timeout: Option<Timeout>,
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
        Self { inbox, last: Cell::default(), gathered: Rc::default() }
    }

    /// Tells the desk something; what comes from another build says nothing.
    pub fn tell(&self, told: &[u8]) {
        match unpack(told) {
            // It is shown with what is shown next, which the page says right after.
            Ok(Told::Checked { document, brief }) => {
                if let Ok(brief) = unpack(&brief) {
                    let checked = Action::Checked(Document { number: document, brief: Rc::new(brief) });
                    self.gathered.borrow_mut().actions.push(checked);
                }
            }
            Ok(Told::Shown { view, in_english, documents, chosen }) => {
                let is_same = self.last.replace(Some((view, in_english, chosen))) == Some((view, in_english, chosen));
                {
                    // Only the latest counts.
                    let actions = &mut self.gathered.borrow_mut().actions;
                    actions.retain(|action| matches!(action, Action::Checked(_)));
                    actions.push(Action::Shown { view, in_english, documents, chosen });
                }
                if is_same { self.show_soon() } else { show(&self.inbox, &self.gathered) }
            }
            Err(_) => {}
        }
    }

    fn show_soon(&self) {
        let (inbox, gathered) = (self.inbox.clone(), self.gathered.clone());
        let ring = || {
            Timeout::new(PAUSE_MILLISECONDS, move || {
                // A timeout is not dropped while it rings.
                let timeout = gathered.borrow_mut().timeout.take();
                timeout.map(Timeout::forget);
                show(&inbox, &gathered);
            })
        };
        self.gathered.borrow_mut().timeout.get_or_insert_with(ring);
    }
}

/// Shows what was gathered; the desk is drawn once for all of it.
fn show(inbox: &Inbox, gathered: &RefCell<Gathered>) {
    let Gathered { actions, timeout } = gathered.take();
    drop(timeout);
    actions.into_iter().for_each(|action| inbox.put(action));
}
