//! The page's handle on the desk (案头句柄): fetches its module when it is first opened, gives it a place, and speaks with it.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

use super::host::{Host, MountedDesk};
use super::job::{pack, unpack};
use crate::app::action::Action;
use crate::app::answer::Answer;
use crate::desk::message::{Told, View, Wish};
use yew::Callback;

/// A desk on its way or in its place; clones are handles on the same.
#[derive(Clone, Default)]
pub struct Desk(Rc<RefCell<Inner>>);

#[derive(Default)]
struct Inner {
    mounted: Option<MountedDesk>,
    /// Whether it was sent for.
    is_wanted: bool,
    /// What was said before there was anybody to hear it.
    early: Vec<Told>,
    /// The answers that it was told of.
    known: Vec<(u32, Rc<Answer>)>,
    /// Lives as long as the desk may call it.
    _wish: Option<Closure<dyn Fn(Uint8Array)>>,
}

/// What the desk shows (案头所见).
#[derive(Clone, PartialEq)]
pub struct Shown {
    /// What is open.
    pub view: View,
    /// Whether English is spoken.
    pub in_english: bool,
    /// The checked documents, in their order.
    pub documents: Vec<(u32, Rc<Answer>)>,
    /// The number of the one looked at.
    pub chosen: u32,
}

impl Desk {
    /// Fetches the desk, if that was not done, and draws it in the place; a place where that failed is marked so.
    pub fn open(&self, host: Host, place: Element, dispatch: Callback<Action>) {
        if std::mem::replace(&mut self.0.borrow_mut().is_wanted, true) {
            return;
        }
        let wish = Closure::<dyn Fn(Uint8Array)>::new(move |bytes: Uint8Array| {
            if let Ok(Wish::Figure { document, figure }) = unpack(&bytes.to_vec()) {
                dispatch.emit(Action::FigureOpened { document, figure });
            }
        });
        let desk = self.clone();
        spawn_local(async move {
            let mounted = match host.desk().await {
                Ok(module) => module.mount(&place, wish.as_ref().unchecked_ref()),
                Err(error) => Err(error),
            };
            let Ok(mounted) = mounted else {
                // Whoever opens the desk again tries again.
                desk.0.borrow_mut().is_wanted = false;
                return place.set_class_name("desk__place is-failed");
            };
            place.set_class_name("desk__place is-there");
            let early = {
                let mut inner = desk.0.borrow_mut();
                inner.mounted = Some(mounted);
                inner._wish = Some(wish);
                std::mem::take(&mut inner.early)
            };
            early.into_iter().for_each(|told| desk.tell(told));
        });
    }

    /// Tells what is shown, and of the documents only what is new.
    pub fn show(&self, shown: &Shown) {
        let known = std::mem::replace(&mut self.0.borrow_mut().known, shown.documents.clone());
        for (document, answer) in shown.documents.iter().filter(|document| !known.contains(document)) {
            self.tell(Told::Checked { document: *document, brief: answer.brief.clone() });
        }
        self.tell(Told::Shown {
            view: shown.view,
            in_english: shown.in_english,
            documents: shown.documents.iter().map(|(document, _)| *document).collect(),
            chosen: shown.chosen,
        });
    }

    /// Tells the desk something, now or when it is there.
    fn tell(&self, told: Told) {
        let mut inner = self.0.borrow_mut();
        match &inner.mounted {
            Some(mounted) => {
                // A desk that broke shows what it showed last; the page goes on without it.
                let _ = pack(&told).map(|bytes| mounted.tell(&bytes));
            }
            None => inner.early.push(told),
        }
    }
}
