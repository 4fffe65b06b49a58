//! The page's handle on the desk (案头句柄): fetches its module when it is first opened, gives it a place, and speaks with it.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, Element};

use super::host::{Host, MountedDesk};
use super::job::{pack, unpack};
use crate::app::action::{Action, Given};
use crate::app::answer::Answer;
use crate::app::state::{Entry, Failure, Handle};
use crate::desk::message::{Told, View, Wish};
use crate::project::{Decision, Flat};
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
    early: Vec<(Told, Array)>,
    /// The answers that it was told of.
    known: Vec<(u32, Rc<Answer>)>,
    /// Lives as long as the desk may call it.
    _wish: Option<Closure<dyn Fn(Uint8Array, Array)>>,
    /// The files that it was told of by name.
    kept: Vec<(u32, String)>,
    /// The project file that it was given last.
    project: Option<(String, Handle)>,
    /// What it was told that the person decided and stated.
    decided: (Vec<Decision>, Vec<Flat>),
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
    /// What was decided about findings, and what was stated of figures.
    pub decided: (Vec<Decision>, Vec<Flat>),
    /// All documents, where it is looked at what a project would be saved with; on the summary those that it lacks.
    pub kept: Option<Vec<Entry>>,
    /// The project file that came in last.
    pub project: Option<(String, Handle)>,
}

impl Desk {
    /// Fetches the desk, if that was not done, and draws it in the place; a place where that failed is marked so.
    pub fn open(&self, host: Host, place: Element, dispatch: Callback<Action>) {
        if std::mem::replace(&mut self.0.borrow_mut().is_wanted, true) {
            return;
        }
        let wish = Closure::<dyn Fn(Uint8Array, Array)>::new(move |bytes: Uint8Array, beside: Array| {
            match unpack(&bytes.to_vec()) {
                Ok(Wish::Figure { document, figure }) => dispatch.emit(Action::FigureOpened { document, figure }),
                Ok(Wish::Opened { names, decisions, relations }) => {
                    let files = names.into_iter().zip(beside.iter()).map(|(name, file)| given(name, file)).collect();
                    let decisions = decisions.into_iter().map(Decision::of_flat).collect();
                    dispatch.emit(Action::ProjectOpened { files, work: (decisions, relations) });
                }
                Err(_) => {}
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
            let wanted = host.pack().map(|pack| [0, 1].map(|at| pack.get(at).as_string().unwrap_or_default()));
            let early = {
                let mut inner = desk.0.borrow_mut();
                inner.mounted = Some(mounted);
                inner._wish = Some(wish);
                std::mem::take(&mut inner.early)
            };
            if let Some([name, text]) = wanted {
                desk.tell(Told::Pack(name, text), Array::new());
            }
            early.into_iter().for_each(|(told, beside)| desk.tell(told, beside));
        });
    }

    /// Tells what is shown, and of the documents only what is new.
    pub fn show(&self, shown: &Shown) {
        let known = std::mem::replace(&mut self.0.borrow_mut().known, shown.documents.clone());
        for (document, answer) in shown.documents.iter().filter(|document| !known.contains(document)) {
            self.tell(Told::Checked { document: *document, brief: answer.brief.clone() }, Array::new());
        }
        if self.0.borrow().decided != shown.decided {
            self.0.borrow_mut().decided.clone_from(&shown.decided);
            let (decisions, relations) = &shown.decided;
            let decisions = decisions.iter().map(Decision::flat).collect();
            self.tell(Told::Decided(decisions, relations.clone()), Array::new());
        }
        let documents = shown.documents.iter().map(|(document, _)| *document).collect();
        let Shown { view, in_english, chosen, .. } = *shown;
        self.tell(Told::Shown { view, in_english, documents, chosen }, Array::new());
        if let Some(entries) = &shown.kept {
            let files: Vec<(u32, String)> =
                entries.iter().map(|entry| (entry.document, (*entry.name).to_owned())).collect();
            // The summary is drawn anew with each word of them, so they are told only where they changed.
            let before = std::mem::replace(&mut self.0.borrow_mut().kept, files.clone());
            if view == View::Project || before != files {
                self.tell(Told::Kept(files), entries.iter().map(content).collect());
            }
        }
        if let Some((name, file)) = &shown.project
            && self.0.borrow_mut().project.replace((name.clone(), file.clone())) != shown.project
        {
            self.tell(Told::Project(name.clone()), file.get::<Blob>().into_iter().collect());
        }
    }

    /// Tells the desk something, now or when it is there.
    fn tell(&self, told: Told, beside: Array) {
        let mut inner = self.0.borrow_mut();
        match &inner.mounted {
            Some(mounted) => {
                // A desk that broke shows what it showed last; the page goes on without it.
                let _ = pack(&told).map(|bytes| mounted.tell(&bytes, &beside));
            }
            None => inner.early.push((told, beside)),
        }
    }
}

/// A file that the desk hands back.
fn given(name: String, file: JsValue) -> Given {
    Given { name, file: file.dyn_into::<Blob>().map(Handle::new).map_err(|_| Failure::of("lost")) }
}

/// What is in a document: its file, or the text that was typed; nothing where the file could never be had.
fn content(entry: &Entry) -> JsValue {
    let blob = match &entry.file {
        Some(file) => file.get::<Blob>().cloned(),
        None => Blob::new_with_str_sequence(&Array::of1(&JsValue::from_str(&entry.text))).ok(),
    };
    blob.into()
}
