//! The page's handle on the engine (引擎句柄): starts it, asks it, and starts it again when it breaks.
//!
//! The engine is a module of its own that runs in a worker; where no worker starts it runs on the page, and says so.
//! The worker is a classic one made from a Blob, the only kind that also starts from disk.
//! `gloo-worker` is not used because it does not pass on a worker's error, and a trapped worker would never be replaced.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Array, ArrayBuffer, JsString};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, BlobPropertyBag, ErrorEvent, MessageEvent, Url, Worker};
use yew::Callback;

use super::job::{Job, Outcome, Queue};

// What the shell of the page (`src/web/shell/page.js`) offers: it alone knows whether the parts are files or inline.
#[wasm_bindgen]
extern "C" {
    /// The script of a worker and the bytes of the engine module.
    type Source;
    #[wasm_bindgen(catch, js_namespace = goujiPage, js_name = source)]
    async fn source() -> Result<Source, JsValue>;
    #[wasm_bindgen(method, getter)]
    fn script(this: &Source) -> JsString;
    #[wasm_bindgen(method, getter)]
    fn bytes(this: &Source) -> ArrayBuffer;

    /// An instance of the engine on the page.
    type Instance;
    #[wasm_bindgen(catch, js_namespace = goujiPage, js_name = instance)]
    async fn instance() -> Result<Instance, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn perform(this: &Instance, job: JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method)]
    fn sample(this: &Instance) -> String;
}

/// The page's handle on the engine (引擎句柄); clones are handles on the same engine.
#[derive(Clone)]
pub struct Engine(Rc<Inner>);

impl PartialEq for Engine {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

struct Inner {
    on_outcome: Callback<Outcome>,
    queue: RefCell<Queue>,
    place: RefCell<Place>,
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
    pub fn start(on_outcome: Callback<Outcome>) -> Self {
        let inner = Rc::new(Inner {
            on_outcome,
            queue: RefCell::default(),
            place: RefCell::new(Place::Starting(None)),
            start: Cell::new(0),
        });
        inner.launch(true);
        Self(inner)
    }

    /// Asks for a check; earlier states of the same document that still wait are dropped.
    pub fn ask(&self, job: Job) {
        self.0.queue.borrow_mut().push(job);
        self.0.pump();
    }

    /// Throws the engine away and starts it again; the job being done is reported as failed.
    pub fn restart(&self) {
        self.0.fail_current("restarted");
        self.0.launch(true);
    }
}

impl Inner {
    fn launch(self: &Rc<Self>, in_worker: bool) {
        let start = self.start.get().wrapping_add(1);
        self.start.set(start);
        // The old place is dropped outside of the borrow: its worker ends here.
        drop(self.place.replace(Place::Starting(None)));
        let weak = Rc::downgrade(self);
        spawn_local(async move {
            if in_worker && Self::launch_worker(&weak, start).await.is_ok() {
                return;
            }
            let instance = instance().await;
            let Some(inner) = Self::of_start(&weak, start) else {
                return;
            };
            let (place, outcome) = match instance {
                Ok(instance) => {
                    let sample = instance.sample();
                    (Place::Here(instance), Outcome::Ready { in_worker: false, sample })
                }
                Err(error) => (Place::Nowhere, Outcome::Unavailable { message: words_of(&error) }),
            };
            drop(inner.place.replace(place));
            inner.on_outcome.emit(outcome);
            inner.pump();
        });
    }

    async fn launch_worker(weak: &Weak<Self>, start: u32) -> Result<(), JsValue> {
        let source = source().await?;
        let Some(inner) = Self::of_start(weak, start) else {
            return Ok(());
        };
        let kind = BlobPropertyBag::new();
        kind.set_type("text/javascript");
        let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&source.script()), &kind)?;
        let url = Url::create_object_url_with_blob(&blob)?;
        let worker = Worker::new(&url)?;
        let listeners = [
            EventListener::new(&worker, "message", {
                let weak = weak.clone();
                move |event| {
                    if let (Some(inner), Some(event)) = (Self::of_start(&weak, start), event.dyn_ref::<MessageEvent>())
                    {
                        inner.hear(event.data());
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
        worker.post_message(&source.bytes())?;
        let connection = Connection { worker, _listeners: listeners };
        drop(inner.place.replace(Place::Starting(Some(connection))));
        Ok(())
    }

    /// The engine, if it still lives and was not started again since.
    fn of_start(weak: &Weak<Self>, start: u32) -> Option<Rc<Self>> {
        weak.upgrade().filter(|inner| inner.start.get() == start)
    }

    /// Takes what the worker says.
    fn hear(self: &Rc<Self>, data: JsValue) {
        match serde_wasm_bindgen::from_value::<Outcome>(data) {
            Ok(outcome) => {
                if matches!(outcome, Outcome::Ready { .. }) {
                    self.place.replace_with(|place| match std::mem::replace(place, Place::Nowhere) {
                        Place::Starting(Some(connection)) => Place::Worker(connection),
                        other => other,
                    });
                } else {
                    self.queue.borrow_mut().finish();
                }
                self.on_outcome.emit(outcome);
            }
            Err(error) => self.fail_current(&error.to_string()),
        }
        self.pump();
    }

    /// Replaces a worker that broke: by another if it had been ready, otherwise by an instance on the page.
    fn mend(self: &Rc<Self>, message: &str) {
        let was_ready = matches!(*self.place.borrow(), Place::Worker(_));
        self.fail_current(message);
        self.launch(was_ready);
    }

    fn fail_current(&self, message: &str) {
        let failed = self.queue.borrow_mut().finish();
        if let Some(Job { document, revision, .. }) = failed {
            self.on_outcome.emit(Outcome::Failed { document, revision, message: message.to_owned() });
        }
    }

    /// Hands the engine its next job, if it is ready and has none.
    fn pump(self: &Rc<Self>) {
        match &*self.place.borrow() {
            Place::Starting(_) | Place::Nowhere => return,
            Place::Worker(_) | Place::Here(_) => {}
        }
        let job = match self.queue.borrow_mut().begin() {
            Some(job) => serde_wasm_bindgen::to_value(job).map_err(JsValue::from),
            None => return,
        };
        let sent = job.and_then(|job| match &*self.place.borrow() {
            Place::Worker(connection) => connection.worker.post_message(&job),
            _ => {
                self.perform_soon(job);
                Ok(())
            }
        });
        if let Err(error) = sent {
            self.fail_current(&words_of(&error));
            self.pump();
        }
    }

    /// Does a job on the page, after the page has painted.
    fn perform_soon(self: &Rc<Self>, job: JsValue) {
        let (weak, start) = (Rc::downgrade(self), self.start.get());
        Timeout::new(0, move || {
            let Some(inner) = Self::of_start(&weak, start) else {
                return;
            };
            let outcome = match &*inner.place.borrow() {
                Place::Here(instance) => instance.perform(job),
                _ => return,
            };
            match outcome {
                Ok(outcome) => inner.hear(outcome),
                Err(error) => inner.mend(&words_of(&error)),
            }
        })
        .forget();
    }
}

/// What a thrown value says.
fn words_of(error: &JsValue) -> String {
    error.dyn_ref::<js_sys::Error>().map_or_else(|| format!("{error:?}"), |error| String::from(error.message()))
}
