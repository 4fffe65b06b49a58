//! A lane of the engine (引擎通道): one worker, one job at a time; it starts, is asked, and is started again when it breaks.
//!
//! Where no worker starts the first lane runs on the page, and says so; others stay away.
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
use super::job::{Content, Job, LOST, Outcome, Queue, pack, unpack, within_limit};
use crate::app::state::Handle;

/// How long a job may go without a sign of life (无进展上限).
const PATIENCE_MILLISECONDS: u32 = 60_000;

/// Hears an outcome, and the buffers that came beside it.
pub type OnOutcome = Callback<(Outcome, Vec<ArrayBuffer>)>;

/// A lane of the engine (引擎通道).
pub struct Lane {
    /// Its place in the queue; the first is the engine's own, the others help it out.
    number: usize,
    host: Host,
    on_outcome: OnOutcome,
    queue: Rc<RefCell<Queue>>,
    place: RefCell<Place>,
    /// Rings when the job being done shows no sign of life.
    alarm: RefCell<Option<Timeout>>,
    /// Raised at every start, so that what an abandoned start still has to say is not heard.
    start: Cell<u32>,
}

/// Where the lane's engine is.
enum Place {
    /// Not called yet, or sent home.
    Away,
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

impl Lane {
    /// A lane whose engine is away.
    pub fn new(number: usize, host: Host, on_outcome: OnOutcome, queue: Rc<RefCell<Queue>>) -> Rc<Self> {
        Rc::new(Self {
            number,
            host,
            on_outcome,
            queue,
            place: RefCell::new(Place::Away),
            alarm: RefCell::default(),
            start: Cell::new(0),
        })
    }

    /// Calls the lane's engine, if it is away.
    pub fn call(self: &Rc<Self>) {
        if matches!(*self.place.borrow(), Place::Away) {
            self.launch();
        }
    }

    /// Ends the job being done and its worker with it.
    pub fn break_off(self: &Rc<Self>) {
        self.end_current();
        self.launch();
    }

    /// Whether this is the engine's own lane.
    const fn is_first(&self) -> bool {
        self.number == 0
    }

    /// Starts the lane's engine anew.
    pub fn launch(self: &Rc<Self>) {
        let start = self.start.get().wrapping_add(1);
        self.start.set(start);
        // The old place is dropped outside of the borrow: its worker ends here.
        drop(self.place.replace(Place::Starting(None)));
        let (weak, host, is_first) = (Rc::downgrade(self), self.host.clone(), self.is_first());
        spawn_local(async move {
            if Self::launch_worker(&weak, start, &host).await.is_ok() {
                return;
            }
            if !is_first {
                if let Some(lane) = Self::of_start(&weak, start) {
                    drop(lane.place.replace(Place::Nowhere));
                }
                return;
            }
            let instance = host.instance().await.and_then(|instance| {
                let (ready, _) = opened(&instance.ready()?)?;
                Ok((instance, ready))
            });
            let Some(lane) = Self::of_start(&weak, start) else {
                return;
            };
            let (place, outcome) = match instance {
                Ok((instance, ready)) => (Place::Here(instance), ready),
                Err(error) => (Place::Nowhere, Outcome::Unavailable { message: words_of(&error) }),
            };
            drop(lane.place.replace(place));
            lane.tell(outcome);
            lane.pump();
        });
    }

    async fn launch_worker(weak: &Weak<Self>, start: u32, host: &Host) -> Result<(), JsValue> {
        let worker = host.worker().await?;
        let Some(lane) = Self::of_start(weak, start) else {
            worker.terminate();
            return Ok(());
        };
        let listeners = [
            EventListener::new(&worker, "message", {
                let weak = weak.clone();
                move |event| {
                    if let (Some(lane), Some(event)) = (Self::of_start(&weak, start), event.dyn_ref::<MessageEvent>()) {
                        lane.hear(event.data().unchecked_ref());
                    }
                }
            }),
            EventListener::new(&worker, "error", {
                let weak = weak.clone();
                move |event| {
                    // Handled here: the page goes on, so it is no error of the page.
                    event.prevent_default();
                    if let Some(lane) = Self::of_start(&weak, start) {
                        lane.mend(&event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message).unwrap_or_default());
                    }
                }
            }),
        ];
        let connection = Connection { worker, _listeners: listeners };
        drop(lane.place.replace(Place::Starting(Some(connection))));
        Ok(())
    }

    /// The engine, if it still lives and was not started again since.
    fn of_start(weak: &Weak<Self>, start: u32) -> Option<Rc<Self>> {
        weak.upgrade().filter(|lane| lane.start.get() == start)
    }

    /// Takes what the worker says.
    fn hear(self: &Rc<Self>, data: &Array) {
        match opened(data) {
            Ok((outcome @ Outcome::Progress { .. }, _)) => {
                self.watch();
                return self.tell(outcome);
            }
            Ok((outcome @ Outcome::Ready { .. }, _)) => {
                self.place.replace_with(|place| match std::mem::replace(place, Place::Nowhere) {
                    Place::Starting(Some(connection)) => Place::Worker(connection),
                    other => other,
                });
                if self.is_first() {
                    self.tell(outcome);
                }
            }
            Ok(outcome) => {
                self.end_current();
                self.on_outcome.emit(outcome);
            }
            Err(error) => self.fail_current(&error),
        }
        self.pump();
    }

    fn tell(&self, outcome: Outcome) {
        self.on_outcome.emit((outcome, Vec::new()));
    }

    /// Replaces a worker that broke; the host gives none of a kind that broke before it was ready.
    fn mend(self: &Rc<Self>, message: &str) {
        self.fail_current(message);
        if self.is_first() || matches!(*self.place.borrow(), Place::Worker(_)) {
            self.launch();
        } else {
            drop(self.place.replace(Place::Nowhere));
        }
    }

    fn end_current(&self) -> Option<Job> {
        drop(self.alarm.take());
        self.queue.borrow_mut().finish(self.number)
    }

    fn fail_current(&self, message: &str) {
        if let Some(Job { document, revision, .. }) = self.end_current() {
            self.tell(Outcome::Failed { document, revision, message: message.to_owned() });
        }
    }

    fn refuse_current(&self, code: &str) {
        if let Some(Job { document, revision, .. }) = self.end_current() {
            let cause = [code.to_owned(), String::new(), String::new()];
            self.tell(Outcome::Unreadable { document, revision, cause });
        }
    }

    /// Gives the job being done its time anew.
    fn watch(self: &Rc<Self>) {
        let (weak, start) = (Rc::downgrade(self), self.start.get());
        let alarm = Timeout::new(PATIENCE_MILLISECONDS, move || {
            if let Some(lane) = Self::of_start(&weak, start) {
                // The alarm is not dropped while it rings.
                lane.alarm.take().map(Timeout::forget);
                lane.refuse_current("tooLong");
                lane.launch();
            }
        });
        drop(self.alarm.replace(Some(alarm)));
    }

    /// Hands the engine its next job, if it is ready and has none; a lane that helps goes home when nothing waits.
    pub fn pump(self: &Rc<Self>) {
        if matches!(*self.place.borrow(), Place::Away | Place::Starting(_) | Place::Nowhere) {
            return;
        }
        if !self.is_first() && self.queue.borrow().is_over(self.number) {
            drop(self.place.replace(Place::Away));
            return;
        }
        let (packed, file) = match self.queue.borrow_mut().begin(self.number) {
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
            // A worker reads the file itself: on the page even its size is a question that holds everything up.
            (Ok(job), Some((handle, ..))) if self.is_in_worker() => match handle.get::<Blob>() {
                Some(blob) => self.send(job, Some(blob.clone().into())),
                None => self.lose_current(),
            },
            (Ok(job), Some((handle, document, revision))) => {
                let (weak, start) = (Rc::downgrade(self), self.start.get());
                spawn_local(async move {
                    let file = bytes_of(&handle).await;
                    let Some(lane) = Self::of_start(&weak, start) else { return };
                    match file {
                        _ if !lane.queue.borrow().is_current(lane.number, document, revision) => {}
                        Ok(file) => lane.send(job, Some(file.into())),
                        Err(_) => lane.lose_current(),
                    }
                });
            }
        }
    }

    /// Gives up a file that was moved or deleted since it was chosen, or is a folder.
    fn lose_current(self: &Rc<Self>) {
        self.refuse_current(LOST);
        self.pump();
    }

    fn is_in_worker(&self) -> bool {
        matches!(*self.place.borrow(), Place::Worker(_))
    }

    /// Sends a job to the engine: to a worker with its file, which the worker reads, and on the page with the file's bytes.
    fn send(self: &Rc<Self>, job: Vec<u8>, file: Option<JsValue>) {
        let sent = match &*self.place.borrow() {
            Place::Worker(connection) => {
                let job = Uint8Array::from(job.as_slice()).buffer();
                let message = Array::of1(&job);
                file.map(|file| message.push(&file));
                connection.worker.post_message_with_transfer(&message, &Array::of1(&job))
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
    fn perform_soon(self: &Rc<Self>, job: Vec<u8>, file: Option<JsValue>) {
        let (weak, start) = (Rc::downgrade(self), self.start.get());
        Timeout::new(0, move || {
            let Some(lane) = Self::of_start(&weak, start) else {
                return;
            };
            let outcome = match &*lane.place.borrow() {
                Place::Here(instance) => instance.perform(&job, file.unwrap_or_default()),
                _ => return,
            };
            match outcome {
                Ok(message) => lane.hear(&message),
                Err(error) => lane.mend(&words_of(&error)),
            }
        })
        .forget();
    }
}

/// A message of the engine: an outcome, and the buffers beside it.
fn opened(message: &Array) -> Result<(Outcome, Vec<ArrayBuffer>), String> {
    let outcome = unpack(&Uint8Array::new(&message.get(0)).to_vec())?;
    Ok((outcome, message.iter().skip(1).map(JsCast::unchecked_into).collect()))
}

/// The bytes of a file for an engine on the page, asked for when they are wanted.
async fn bytes_of(handle: &Handle) -> Result<ArrayBuffer, JsValue> {
    let blob = handle.get::<Blob>().ok_or(JsValue::NULL)?;
    Ok(JsFuture::from(within_limit(blob)?.array_buffer()).await?.unchecked_into())
}

/// What a thrown value says.
fn words_of(error: &JsValue) -> String {
    error.dyn_ref::<js_sys::Error>().map_or_else(|| format!("{error:?}"), |error| String::from(error.message()))
}
