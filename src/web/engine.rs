//! The page's handle on the engine (引擎句柄): starts it, asks it, and starts it again when it breaks.
//!
//! The engine is a module of its own that runs in a worker; where no worker starts it runs on the page, and says so.
//! The worker itself comes from the [`Host`], which knows which kinds of it start where it stands.
//! `gloo-worker` is not used because it does not pass on a worker's error, and a trapped worker would never be replaced.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, ErrorEvent, MessageEvent, Worker};
use yew::Callback;

use super::host::{Host, Instance};
use super::job::{Content, Job, Outcome, Queue, pack, unpack};
use crate::app::state::Handle;

/// How long a job may go without a sign of life (无进展上限).
const PATIENCE_MILLISECONDS: u32 = 60_000;

/// The most of a file that is handed over: more than any reader takes, so that it is the reader who refuses.
const MOST_BYTES: f64 = 80.0 * 1024.0 * 1024.0;

/// The page's handle on the engine (引擎句柄); clones are handles on the same engine.
#[derive(Clone)]
pub struct Engine(Rc<Inner>);

impl PartialEq for Engine {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

struct Inner {
    host: Host,
    on_outcome: Callback<Outcome>,
    queue: RefCell<Queue>,
    place: RefCell<Place>,
    /// Rings when the job being done shows no sign of life.
    alarm: RefCell<Option<Timeout>>,
    /// Raised at every start, so that what an abandoned start still has to say is not heard.
    start: Cell<u32>,
}

/// Where the engine is.
enum Place {
    /// On its way; jobs wait.
    Starting(Option<Connection>),
    Worker(Connection),
    Here(Instance),
    Nowhere,
}

/// A worker and what listens to it; it ends with its owner.
struct Connection {
    worker: Worker,
    _listeners: [EventListener; 2],
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Engine {
    /// Starts the engine and returns at once; jobs may be asked before it is ready.
    #[must_use]
    pub fn start(host: Host, on_outcome: Callback<Outcome>) -> Self {
        let inner = Rc::new(Inner {
            host,
            on_outcome,
            queue: RefCell::default(),
            place: RefCell::new(Place::Starting(None)),
            alarm: RefCell::default(),
            start: Cell::new(0),
        });
        inner.launch();
        Self(inner)
    }

    /// Sets what is asked from now on, in this order. A file that is no longer asked about is not read to its end.
    pub fn want(&self, jobs: Vec<Job>) {
        let is_over = self.0.queue.borrow_mut().want(jobs);
        if is_over {
            self.0.end_current();
            self.0.launch();
        }
        self.0.pump();
    }
}

impl Inner {
    fn launch(self: &Rc<Self>) {
        let start = self.start.get().wrapping_add(1);
        self.start.set(start);
        // The old place is dropped outside of the borrow: its worker ends here.
        drop(self.place.replace(Place::Starting(None)));
        let (weak, host) = (Rc::downgrade(self), self.host.clone());
        spawn_local(async move {
            if Self::launch_worker(&weak, start, &host).await.is_ok() {
                return;
            }
            let instance = host.instance().await.and_then(|instance| {
                let ready = unpack(&instance.ready()?.to_vec())?;
                Ok((instance, ready))
            });
            let Some(inner) = Self::of_start(&weak, start) else {
                return;
            };
            let (place, outcome) = match instance {
                Ok((instance, ready)) => (Place::Here(instance), ready),
                Err(error) => (Place::Nowhere, Outcome::Unavailable { message: words_of(&error) }),
            };
            drop(inner.place.replace(place));
            inner.on_outcome.emit(outcome);
            inner.pump();
        });
    }

    async fn launch_worker(weak: &Weak<Self>, start: u32, host: &Host) -> Result<(), JsValue> {
        let worker = host.worker().await?;
        let Some(inner) = Self::of_start(weak, start) else {
            worker.terminate();
            return Ok(());
        };
        let listeners = [
            EventListener::new(&worker, "message", {
                let weak = weak.clone();
                move |event| {
                    if let (Some(inner), Some(event)) = (Self::of_start(&weak, start), event.dyn_ref::<MessageEvent>())
                    {
                        inner.hear(&event.data());
                    }
                }
            }),
            EventListener::new(&worker, "error", {
                let weak = weak.clone();
                move |event| {
                    // Handled here: the page goes on, so it is no error of the page.
                    event.prevent_default();
                    if let Some(inner) = Self::of_start(&weak, start) {
                        inner.mend(&event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message).unwrap_or_default());
                    }
                }
            }),
        ];
        let connection = Connection { worker, _listeners: listeners };
        drop(inner.place.replace(Place::Starting(Some(connection))));
        Ok(())
    }

    /// The engine, if it still lives and was not started again since.
    fn of_start(weak: &Weak<Self>, start: u32) -> Option<Rc<Self>> {
        weak.upgrade().filter(|inner| inner.start.get() == start)
    }

    /// Takes what the worker says.
    fn hear(self: &Rc<Self>, data: &JsValue) {
        match unpack::<Outcome>(&Uint8Array::new(data).to_vec()) {
            Ok(Outcome::Progress { document, revision, thousandths }) => {
                self.watch();
                return self.on_outcome.emit(Outcome::Progress { document, revision, thousandths });
            }
            Ok(outcome) => {
                if matches!(outcome, Outcome::Ready { .. }) {
                    self.place.replace_with(|place| match std::mem::replace(place, Place::Nowhere) {
                        Place::Starting(Some(connection)) => Place::Worker(connection),
                        other => other,
                    });
                } else {
                    self.end_current();
                }
                self.on_outcome.emit(outcome);
            }
            Err(error) => self.fail_current(&error),
        }
        self.pump();
    }

    /// Replaces a worker that broke; the host gives none of a kind that broke before it was ready.
    fn mend(self: &Rc<Self>, message: &str) {
        self.fail_current(message);
        self.launch();
    }

    fn end_current(&self) -> Option<Job> {
        drop(self.alarm.take());
        self.queue.borrow_mut().finish()
    }

    fn fail_current(&self, message: &str) {
        if let Some(Job { document, revision, .. }) = self.end_current() {
            self.on_outcome.emit(Outcome::Failed { document, revision, message: message.to_owned() });
        }
    }

    fn refuse_current(&self, code: &str) {
        if let Some(Job { document, revision, .. }) = self.end_current() {
            let (code, message) = (code.to_owned(), String::new());
            self.on_outcome.emit(Outcome::Unreadable { document, revision, code, message });
        }
    }

    /// Gives the job being done its time anew.
    fn watch(self: &Rc<Self>) {
        let (weak, start) = (Rc::downgrade(self), self.start.get());
        let alarm = Timeout::new(PATIENCE_MILLISECONDS, move || {
            if let Some(inner) = Self::of_start(&weak, start) {
                // The alarm is not dropped while it rings.
                inner.alarm.take().map(Timeout::forget);
                inner.refuse_current("tooLong");
                inner.launch();
            }
        });
        drop(self.alarm.replace(Some(alarm)));
    }

    /// Hands the engine its next job, if it is ready and has none.
    fn pump(self: &Rc<Self>) {
        if matches!(*self.place.borrow(), Place::Starting(_) | Place::Nowhere) {
            return;
        }
        let (packed, file) = match self.queue.borrow_mut().begin() {
            Some(job) => match (pack(job), &job.content) {
                (packed, Content::File(handle)) => (packed, Some((handle.clone(), job.document, job.revision))),
                (packed, Content::Text(_)) => (packed, None),
            },
            None => return,
        };
        self.watch();
        match (packed, file) {
            (Err(error), _) => {
                self.fail_current(&error);
                self.pump();
            }
            (Ok(job), None) => self.send(job, None),
            (Ok(job), Some((handle, document, revision))) => {
                let (weak, start) = (Rc::downgrade(self), self.start.get());
                spawn_local(async move {
                    let file = bytes_of(&handle).await;
                    let Some(inner) = Self::of_start(&weak, start) else { return };
                    match file {
                        _ if !inner.queue.borrow().is_current(document, revision) => {}
                        Ok(file) => inner.send(job, Some(file)),
                        // Moved or deleted since it was chosen, or a folder.
                        Err(_) => {
                            inner.refuse_current("lost");
                            inner.pump();
                        }
                    }
                });
            }
        }
    }

    /// Sends a job to the engine, with the bytes of its file, which are handed over and not copied.
    fn send(self: &Rc<Self>, job: Vec<u8>, file: Option<ArrayBuffer>) {
        let sent = match &*self.place.borrow() {
            Place::Worker(connection) => {
                let job = Uint8Array::from(job.as_slice()).buffer();
                let message = Array::of1(&job);
                if let Some(file) = file {
                    message.push(&file);
                }
                connection.worker.post_message_with_transfer(&message, &message)
            }
            _ => {
                self.perform_soon(job, file);
                Ok(())
            }
        };
        if let Err(error) = sent {
            self.fail_current(&words_of(&error));
            self.pump();
        }
    }

    /// Does a job on the page, after the page has painted.
    fn perform_soon(self: &Rc<Self>, job: Vec<u8>, file: Option<ArrayBuffer>) {
        let (weak, start) = (Rc::downgrade(self), self.start.get());
        Timeout::new(0, move || {
            let Some(inner) = Self::of_start(&weak, start) else {
                return;
            };
            let outcome = match &*inner.place.borrow() {
                Place::Here(instance) => instance.perform(&job, file.into()),
                _ => return,
            };
            match outcome {
                Ok(outcome) => inner.hear(&outcome),
                Err(error) => inner.mend(&words_of(&error)),
            }
        })
        .forget();
    }
}

/// The bytes of a file, asked for when they are wanted.
async fn bytes_of(handle: &Handle) -> Result<ArrayBuffer, JsValue> {
    let blob = handle.get::<Blob>().ok_or(JsValue::NULL)?;
    let within = if blob.size() > MOST_BYTES { blob.slice_with_f64_and_f64(0.0, MOST_BYTES)? } else { blob.clone() };
    Ok(JsFuture::from(within.array_buffer()).await?.unchecked_into())
}

/// What a thrown value says.
fn words_of(error: &JsValue) -> String {
    error.dyn_ref::<js_sys::Error>().map_or_else(|| format!("{error:?}"), |error| String::from(error.message()))
}
