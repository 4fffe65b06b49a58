//! The project file between the desk and the browser: nothing is kept, only saved and opened by the person.

use crate::desk::message::Wish;
use crate::desk::state::Action;
use crate::project::{Decision, END, File, Project, ProjectError, Reader, UserRelation, write_file, write_head};
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
    held: Rc<RefCell<Vec<JsValue>>>,
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
        *self.held.borrow_mut() = files.iter().collect();
    }

    /// Saves a project, a file at a time, so that the page goes on meanwhile. Of a file that cannot be read any more the name is
    /// saved; the names of these.
    pub(super) async fn save(
        &self,
        name: &str,
        project: &Project,
        named: &[(String, String)],
        is_bare: bool,
    ) -> Result<Vec<String>, JsValue> {
        let blobs = self.held.borrow().clone();
        let mut lost = Vec::new();
        let mut parts = Array::of1(&part(&write_head(project)?)?);
        for (at, (name, hash)) in named.iter().enumerate() {
            let (name, hash) = (name.clone(), hash.clone());
            let file = match if is_bare { None } else { Some(bytes_of(blobs.get(at).unwrap_or(&JsValue::NULL)).await) }
            {
                Some(Ok(bytes)) => File::holding(name, hash, bytes),
                unread => {
                    lost.extend(unread.map(|_| name.clone()));
                    File { name, hash, ..File::default() }
                }
            };
            let comma = if at == 0 { "" } else { "," };
            parts.push(&part(&[comma, &write_file(&file)?].concat())?);
            if parts.length() > TOGETHER {
                let together = Blob::new_with_blob_sequence(&parts)?;
                parts = Array::of1(&together);
            }
        }
        parts.push(&part(END)?);
        let whole = Blob::new_with_blob_sequence(&parts)?;
        // Saving waits for the browser to have all of it; the page goes on meanwhile.
        bytes_of(&whole.slice_with_i32_and_i32(0, 1)?.into()).await?;
        save_blob(name, &whole)?;
        Ok(lost)
    }
}

/// So many parts are one before more come: to put hundreds together at once takes long.
const TOGETHER: u32 = 32;

/// A part of a file, handed to the browser at once: all of them together would take it long.
fn part(text: &str) -> Result<JsValue, JsValue> {
    Blob::new_with_str_sequence(&Array::of1(&text.into())).map(JsValue::from)
}

/// How many bytes of a project are read at once; the page goes on in between.
const SOME: i32 = 1 << 18;

/// A project that was read, its files handed to the browser.
type Read = (Project, Vec<(String, Blob)>);

/// Opens what may be a project file; its documents go to the page, the rest stays on the desk.
pub fn open(name: String, file: Blob, files: Files, dispatch: Callback<Action>) {
    spawn_local(async move {
        let read = match in_parts(&file).await {
            Some(read) => Ok(read),
            None => whole(&file).await,
        };
        match read {
            Ok((project, given)) => {
                let decisions = project.decisions.iter().map(Decision::flat).collect();
                let (names, blobs): (Vec<String>, Vec<Blob>) = given.into_iter().unzip();
                let relations = project.relations.iter().map(UserRelation::flat).collect();
                dispatch.emit(Action::ProjectGiven(name, Ok(Rc::new(project))));
                files.hand.emit((Wish::Opened { names, decisions, relations }, blobs.into_iter().collect()));
            }
            Err(error) => dispatch.emit(Action::ProjectGiven(name, Err(error))),
        }
    });
}

/// Reads a project as it was written, some bytes at a time.
async fn in_parts(file: &Blob) -> Option<Read> {
    let (mut reader, mut files, mut given) = (Reader::default(), Vec::new(), Vec::new());
    let mut take = |file: File| files.push(hand_over(file, &mut given));
    let mut at = 0;
    while f64::from(at) < file.size() {
        let some = file.slice_with_i32_and_i32(at, at.checked_add(SOME)?).ok()?;
        reader.feed(&bytes_of(&some.into()).await.ok()?)?.into_iter().for_each(&mut take);
        at = at.checked_add(SOME)?;
    }
    let (project, last) = reader.end()?;
    last.into_iter().for_each(take);
    Some((Project { files, ..project }, given))
}

/// Reads what was written in another way, or is broken.
async fn whole(file: &Blob) -> Result<Read, ProjectError> {
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string()).unwrap_or_default();
    let (project, mut given) = (Project::read(&text)?, Vec::new());
    let files = project.files.into_iter().map(|file| hand_over(file, &mut given)).collect();
    Ok((Project { files, ..project }, given))
}

/// What is in a file is the browser's from here on; that it was there is still to be seen.
fn hand_over(file: File, given: &mut Vec<(String, Blob)>) -> File {
    let blob = |bytes: Vec<u8>| Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes.as_slice()))).ok();
    let held = file.bytes().and_then(blob);
    let text = held.is_some().then(String::new);
    given.extend(held.map(|blob| (file.name.clone(), blob)));
    File { text, content: None, ..file }
}

async fn bytes_of(blob: &JsValue) -> Result<Vec<u8>, JsValue> {
    let blob: &Blob = blob.dyn_ref().ok_or(JsValue::NULL)?;
    let buffer: ArrayBuffer = JsFuture::from(blob.array_buffer()).await?.unchecked_into();
    Ok(Uint8Array::new(&buffer).to_vec())
}
