//! The desk as drawn (案头): a Yew application of its own in a place that the page gives it.

mod bars;
mod calculator;
mod choice;
mod field;
mod indicator;
mod menu;
mod open_pack;
mod project;
mod root;
mod structure;
mod summary;
mod width;

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;
use yew::Callback;

use crate::desk::message::{Told, View, Wish};
use crate::desk::state::{Action, Document};
use crate::project::{Decision, UserRelation};
use crate::web::inbox::Inbox;
use crate::web::job::{pack, unpack};
pub use project::Files;
pub use root::view;
use root::{Root, RootProps};
use width::Width;

/// The style sheets of the desk: the module brings them along, so that the page paints without them. They are brought as they are, so they
/// have no comments. The last is for paper: where the desk is open, it is what is printed, without what only a screen can use.
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
    include_str!("../../../../styles/desk/project.css"),
    include_str!("../../../../styles/desk/print.css"),
);

/// How long documents may gather before they are shown: each time the whole summary is drawn.
const PAUSE_MILLISECONDS: u32 = 1000;

/// For each so many documents, one pause more goes by while others keep coming: a longer summary takes longer to draw.
const PER_PAUSE: usize = 100;

/// A desk in its place on the page.
pub struct Mounted {
    inbox: Inbox<Action>,
    files: Files,
    /// What is open, in which language, and which document is looked at.
    last: Cell<Option<(View, bool, u32)>>,
    gathered: Rc<RefCell<Gathered>>,
    _width: Option<Width>,
}

/// How many documents are opened at once; the page goes on in between.
const SOME: usize = 20;

/// What is shown together, and what rings for it.
#[derive(Default)]
struct Gathered {
    /// The documents that came, sealed.
    sealed: VecDeque<(u32, Vec<u8>)>,
    /// Those of them that were opened.
    opened: Vec<Document>,
    /// What is to be shown, the latest alone.
    shown: Option<Action>,
    timeout: Option<Timeout>,
    /// How many documents came so far, and how many had when a pause last ended.
    came: usize,
    seen: usize,
    /// How many pauses went by since something was shown.
    pauses: usize,
}

impl Mounted {
    /// Draws the desk in `root`; what it wants of the page goes to `wish` as bytes.
    #[must_use]
    pub fn new(root: Element, wish: Function) -> Self {
        let inbox = Inbox::default();
        let hand = Callback::from(move |(wanted, beside): (Wish, Array)| {
            if let Ok(bytes) = pack(&wanted) {
                // A page that went away wants nothing any more.
                let _ = wish.call2(&JsValue::NULL, &Uint8Array::from(bytes.as_slice()), &beside);
            }
        });
        let (wish, files) = (hand.reform(|wanted| (wanted, Array::new())), Files::new(hand));
        let _width = Width::of(&root);
        let props = RootProps { inbox: inbox.clone(), wish, files: files.clone() };
        yew::Renderer::<Root>::with_root_and_props(root, props).render();
        Self { inbox, files, last: Cell::default(), gathered: Rc::default(), _width }
    }

    /// Tells the desk something, with the files beside it; what comes from another build says nothing.
    pub fn tell(&self, told: &[u8], beside: &Array) {
        match unpack(told) {
            // It is shown with what is shown next, which the page says right after.
            Ok(Told::Checked { document, brief }) => {
                let mut gathered = self.gathered.borrow_mut();
                gathered.came += 1;
                gathered.sealed.push_back((document, brief));
            }
            Ok(Told::Shown { view, in_english, documents, chosen }) => {
                let is_same = self.last.replace(Some((view, in_english, chosen))) == Some((view, in_english, chosen));
                self.gathered.borrow_mut().shown = Some(Action::Shown { view, in_english, documents, chosen });
                if is_same {
                    act_within(PAUSE_MILLISECONDS, pause_ended, &self.inbox, &self.gathered);
                } else {
                    show(&self.inbox, &self.gathered);
                }
            }
            Ok(Told::Kept(files)) => {
                self.files.hold(beside);
                self.inbox.put(Action::Kept(files));
            }
            Ok(Told::Decided(decisions, relations)) => {
                let decisions = decisions.into_iter().map(Decision::of_flat).collect();
                self.inbox
                    .put(Action::Decided(decisions, relations.iter().filter_map(UserRelation::of_flat).collect()));
            }
            Ok(Told::Pack(name, text)) => self.inbox.put(Action::PackWanted(name, text)),
            Ok(Told::Project(name)) => {
                let (inbox, file) = (self.inbox.clone(), beside.get(0));
                if let Ok(file) = file.dyn_into() {
                    project::open(name, file, self.files.clone(), Callback::from(move |action| inbox.put(action)));
                }
            }
            Err(_) => {}
        }
    }
}

impl Gathered {
    /// Whether a pause that ended is followed by another: documents keep coming, and what there is takes long to draw.
    fn is_put_off(&mut self) -> bool {
        let is_put_off = self.came != self.seen && self.pauses < self.came / PER_PAUSE;
        self.seen = self.came;
        self.pauses = if is_put_off { self.pauses + 1 } else { 0 };
        is_put_off
    }
}

/// Shows what was gathered, or waits on.
fn pause_ended(inbox: &Inbox<Action>, gathered: &Rc<RefCell<Gathered>>) {
    let is_put_off = gathered.borrow_mut().is_put_off();
    if is_put_off {
        act_within(PAUSE_MILLISECONDS, pause_ended, inbox, gathered);
    } else {
        show(inbox, gathered);
    }
}

/// Does something with what was gathered, unless that is about to happen.
fn act_within(
    milliseconds: u32,
    act: fn(&Inbox<Action>, &Rc<RefCell<Gathered>>),
    inbox: &Inbox<Action>,
    gathered: &Rc<RefCell<Gathered>>,
) {
    let (inbox, later) = (inbox.clone(), Rc::clone(gathered));
    let ring = || {
        Timeout::new(milliseconds, move || {
            // A timeout is not dropped while it rings.
            let timeout = later.borrow_mut().timeout.take();
            timeout.map(Timeout::forget);
            act(&inbox, &later);
        })
    };
    gathered.borrow_mut().timeout.get_or_insert_with(ring);
}

/// Shows what was gathered, once all of it is opened; the desk is drawn once for all of it, in a task of its own.
fn show(inbox: &Inbox<Action>, gathered: &Rc<RefCell<Gathered>>) {
    let is_all = {
        let mut gathered = gathered.borrow_mut();
        gathered.timeout = None;
        let is_all = gathered.sealed.is_empty();
        let some = gathered.sealed.len().min(SOME);
        let sealed: Vec<(u32, Vec<u8>)> = gathered.sealed.drain(..some).collect();
        let open = |(number, brief): (u32, Vec<u8>)| Some(Document { number, brief: Rc::new(unpack(&brief).ok()?) });
        gathered.opened.extend(sealed.into_iter().filter_map(open));
        is_all
    };
    if !is_all {
        return act_within(0, show, inbox, gathered);
    }
    let (opened, shown) = {
        let mut gathered = gathered.borrow_mut();
        (std::mem::take(&mut gathered.opened), gathered.shown.take())
    };
    if !opened.is_empty() {
        inbox.put(Action::Checked(opened));
    }
    shown.into_iter().for_each(|action| inbox.put(action));
}
