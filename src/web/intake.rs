//! What comes in from outside: files dropped anywhere on the page or the widget, and whatever is pasted.
//!
//! A drop that the page did not take would make the browser leave it and lose everything.

use crate::app::action::{Action, Given};
use crate::app::state::{Failure, Handle, Notice};
use crate::web::host::Host;
use crate::web::inbox::Inbox;
use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Array, Reflect};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, ClipboardEvent, DataTransfer, DragEvent, Element, Event, File, FileList, HtmlElement, HtmlTextAreaElement,
    Node,
};

/// The listening of one application (接收); clones are the same, and it ends with the last.
#[derive(Clone)]
pub struct Intake {
    listeners: Rc<[EventListener; 4]>,
}

impl PartialEq for Intake {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.listeners, &other.listeners)
    }
}

impl Intake {
    /// Listens around the root from now on. What comes before the application is drawn waits in the inbox: an effect of a component would listen
    /// too late, because the browser may have its turn between what is drawn and its effects.
    pub fn open(root: &Element, host: &Host, inbox: &Inbox<Action>) -> Self {
        let is_held = Rc::new(Cell::new(false));
        let listeners = ["dragover", "dragleave", "drop", "paste"].map(|name| {
            let (inbox, is_held, root) = (inbox.clone(), is_held.clone(), root.clone());
            let options = EventListenerOptions::enable_prevent_default();
            let around = host.clone();
            EventListener::new_with_options(&host.target(), name, options, move |event| {
                let action = match name {
                    "paste" => pasted(event),
                    "drop" => dropped(event, &around, &inbox),
                    _ => dragged(event, name, &root),
                };
                // Said once and not twenty times a second: every action draws the page.
                let was_held = is_held.replace(matches!(action, Some(Action::FilesHeld(true))));
                match action {
                    Some(Action::FilesHeld(true)) if was_held => {}
                    Some(action) => inbox.put(action),
                    None => {}
                }
            })
        });
        Self { listeners: Rc::new(listeners) }
    }
}

/// The files of a list, as they are chosen or dropped.
pub fn given_all(files: &FileList) -> Vec<Given> {
    (0..files.length()).filter_map(|at| files.get(at)).map(given).collect()
}

/// A file as it is taken in; one of a chosen folder with the folders it is in.
pub fn given(file: File) -> Given {
    let path = Reflect::get(&file, &"webkitRelativePath".into()).ok().and_then(|path| path.as_string());
    let name = path.filter(|path| !path.is_empty()).unwrap_or_else(|| file.name());
    Given { name, file: Ok(Handle::new(Blob::from(file))) }
}

/// Text that is dragged goes where the browser puts it; files are taken.
fn dragged(event: &Event, name: &str, root: &Element) -> Option<Action> {
    files_of(event)?;
    let event: &DragEvent = event.unchecked_ref();
    match name {
        "dragover" => Some(Action::FilesHeld(true)),
        // Between two elements of the app the files are still over it.
        _ => {
            let other = event.related_target();
            let is_inside = root.contains(other.as_ref().and_then(|other| other.dyn_ref::<Node>()));
            (!is_inside).then_some(Action::FilesHeld(false))
        }
    }
}

/// Walks what was dropped, folders too, and takes the files in when it has them all.
fn dropped(event: &Event, host: &Host, inbox: &Inbox<Action>) -> Option<Action> {
    let data = files_of(event)?;
    let (found, inbox) = (JsFuture::from(host.dropped(&data.items())), inbox.clone());
    spawn_local(async move {
        let found: Array = found.await.map(JsCast::unchecked_into).unwrap_or_default();
        let files: Vec<Given> = found.iter().map(|one| found_in(&one.unchecked_into())).collect();
        inbox.put(if files.is_empty() { Action::Refused(Notice::EmptyDrop) } else { Action::FilesGiven(files) });
    });
    Some(Action::FilesHeld(false))
}

/// A file that was found in a drop: its name and itself, or nothing where it went away meanwhile.
fn found_in(pair: &Array) -> Given {
    let file = pair.get(1).dyn_into::<Blob>().map(Handle::new).map_err(|_| Failure::of("lost"));
    Given { name: pair.get(0).as_string().unwrap_or_default(), file }
}

/// What is dragged, where it is files; the browser would leave the page for them.
fn files_of(event: &Event) -> Option<DataTransfer> {
    let event: &DragEvent = event.unchecked_ref();
    let data = event.data_transfer().filter(|data| data.types().includes(&"Files".into(), 0))?;
    event.prevent_default();
    Some(data)
}

/// A table from a web page, Word or a spreadsheet comes in as such; other text goes where it was pasted, or becomes a document.
fn pasted(event: &Event) -> Option<Action> {
    let event: &ClipboardEvent = event.unchecked_ref();
    let data = event.clipboard_data()?;
    let target = event.target();
    let field = target.as_ref().and_then(|target| target.dyn_ref::<HtmlTextAreaElement>());
    let is_elsewhere = field.is_none() && target.as_ref().is_some_and(is_field);
    let text = |kind: &str| data.get_data(kind).unwrap_or_default();
    let (html, plain) = (text("text/html"), text("text/plain"));
    if is_elsewhere || !plain.is_empty() && field.is_some_and(|field| !is_replaced(field)) {
        return None;
    }
    let files = data.files().map(|files| given_all(&files)).unwrap_or_default();
    let action = if html.to_ascii_lowercase().contains("<table") {
        Action::FilesGiven(vec![Given { name: String::new(), file: Ok(Handle::new(page(&html)?)) }])
    } else if !plain.trim().is_empty() {
        if field.is_some() {
            return None;
        }
        Action::TextGiven(plain)
    } else if files.is_empty() {
        Action::Refused(Notice::EmptyPaste)
    } else {
        Action::FilesGiven(files)
    };
    event.prevent_default();
    Some(action)
}

fn is_field(target: &web_sys::EventTarget) -> bool {
    target.dyn_ref::<HtmlElement>().is_some_and(|element| element.tag_name() == "INPUT")
}

/// Whether a paste would replace everything in the box.
fn is_replaced(field: &HtmlTextAreaElement) -> bool {
    let length = field.text_length();
    let at = |place: Result<Option<u32>, _>| place.ok().flatten().unwrap_or(0);
    at(field.selection_start()) == 0 && at(field.selection_end()) == length
}

/// The clipboard's page as a file; its encoding is said in it, because nothing else says it.
fn page(html: &str) -> Option<Blob> {
    let parts = Array::of2(&"<!DOCTYPE html><meta charset=\"utf-8\">".into(), &html.into());
    Blob::new_with_str_sequence(&parts).ok()
}
