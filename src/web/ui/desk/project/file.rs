//! The project file between the desk and the browser: nothing is kept, only saved and opened by the person.

use crate::desk::message::Wish;
use crate::desk::state::Action;
use crate::project::{Decision, END, File, Project, UserRelation, write_file, write_head};
use crate::web::download::save_blob;
use js_sys::{Array, ArrayBuffer, Uint8Array};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Blob;
use yew::Callback;

/// The files of the page, in the order of its documents, and the way for others to it.
#[derive(Clone, Default)]
pub struct Files {
    held: Rc<RefCell<Vec<Blob>>>,
    hand: Callback<(Wish, Array)>,
}

impl PartialEq for Files {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.held, &other.held)
    }
}

impl Files {
    /// Hands files to the page by a callback.
    pub fn new(hand: Callback<(Wish, Array)>) -> Self {
        Self { held: Rc::default(), hand }
    }

    /// Holds these from now on.
    pub fn hold(&self, files: &Array) {
        *self.held.borrow_mut() = files.iter().filter_map(|file| file.dyn_into().ok()).collect();
    }

    /// Saves a project, a file at a time, so that the page goes on meanwhile.
    pub(super) async fn save(
        &self,
        name: &str,
        project: &Project,
        named: &[(String, String)],
        is_bare: bool,
    ) -> Result<(), JsValue> {
        let blobs = self.held.borrow().clone();
        let parts = Array::of1(&write_head(project)?.into());
        for (at, (name, hash)) in named.iter().enumerate() {
            let (name, hash) = (name.clone(), hash.clone());
            let file = match blobs.get(at).filter(|_| !is_bare) {
                Some(blob) => File::holding(name, hash, bytes_of(blob).await?),
                None => File { name, hash, ..File::default() },
            };
            let comma = if at == 0 { "" } else { "," };
            parts.push(&[comma, &write_file(&file)?].concat().into());
        }
        parts.push(&END.into());
        save_blob(name, &Blob::new_with_str_sequence(&parts)?)
    }
}

/// Opens what may be a project file; its documents go to the page, the rest stays on the desk.
pub fn open(name: String, file: Blob, files: Files, dispatch: Callback<Action>) {
    spawn_local(async move {
        let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string()).unwrap_or_default();
        let project = Project::read(&text).map(Rc::new);
        dispatch.emit(Action::ProjectGiven(name, project.clone()));
        if let Ok(project) = project {
            let given = project.files.iter().filter_map(|file| Some((file.name.clone(), blob(&file.bytes()?)?)));
            let (names, blobs): (Vec<String>, Vec<Blob>) = given.unzip();
            let decisions = project.decisions.iter().map(Decision::flat).collect();
            let relations = project.relations.iter().map(UserRelation::flat).collect();
            files.hand.emit((Wish::Opened { names, decisions, relations }, blobs.into_iter().collect()));
        }
    });
}

fn blob(bytes: &[u8]) -> Option<Blob> {
    Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes))).ok()
}

async fn bytes_of(blob: &Blob) -> Result<Vec<u8>, JsValue> {
    let buffer: ArrayBuffer = JsFuture::from(blob.array_buffer()).await?.unchecked_into();
    Ok(Uint8Array::new(&buffer).to_vec())
}
