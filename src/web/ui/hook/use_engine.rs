//! Keeps the engine asked about what the page waits for, and takes its answers in.

use crate::app::action::{Action, Given};
use crate::app::answer::{Answer, Said};
use crate::app::state::{Entry, Failure, Handle, State};
use crate::project::Flat;
use crate::report::Report;
use crate::web::engine::Engine;
use crate::web::host::Host;
use crate::web::job::{Cause, Content, Job, Member, Outcome, unpack};
use crate::web::parcel::Parcel;
use crate::web::ui::hook::Dispatch;
use gloo::timers::callback::Timeout;
use js_sys::{Array, ArrayBuffer};
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Blob;
use yew::prelude::*;

/// Long enough that quick typing asks once, short enough to feel immediate.
const PAUSE_MILLISECONDS: u32 = 180;

/// Short enough to be seen as at once, long enough that a list of hundreds is drawn a few times a second.
const GATHER_MILLISECONDS: u32 = 240;

/// Starts the engine once and keeps it asked.
#[hook]
pub fn use_engine(state: &State, host: &Host, dispatch: &Dispatch) {
    let engine = {
        let (host, dispatch) = (host.clone(), dispatch.clone());
        use_memo((), move |()| {
            let gathered = Gathered::new(dispatch);
            let on_outcome = Callback::from(move |(outcome, beside): (Outcome, Vec<ArrayBuffer>)| {
                gathered.put(action(outcome, &beside));
            });
            Engine::start(&host, &on_outcome)
        })
    };
    let with = |entry: &Entry| (entry.clone(), state.relations_of(&entry.name));
    let pending: Vec<(Entry, Vec<Flat>)> = state.pending().into_iter().map(with).collect();
    let asked: Vec<(u32, u32)> = pending.iter().map(|(entry, _)| (entry.document, entry.revision)).collect();
    // The list of a batch and the first answer in view are drawn in peace: the lanes take every processor there is.
    let drawn = state.entry.answer().filter(|_| !asked.is_empty()).map(|_| state.entry.document);
    let line = use_mut_ref(Line::default);
    use_effect_with(asked, move |asked| {
        let typed = pending.first().filter(|(entry, _)| entry.file.is_none()).and(asked.first()).copied();
        let later = Rc::downgrade(&line);
        let mut line = line.borrow_mut();
        let is_new = line.pending.is_empty() && pending.len() > 1;
        line.pending = pending;
        let is_first = std::mem::replace(&mut line.drawn, drawn) != drawn && drawn.is_some();
        if is_new || is_first {
            engine.rest();
        }
        let is_same = std::mem::replace(&mut line.typed, typed) == typed;
        // Files are answered all the while: the text that is being typed must not wait anew for each of them.
        if is_same && line.timeout.is_some() {
            return;
        }
        let milliseconds = if is_same || typed.is_none() { 0 } else { PAUSE_MILLISECONDS };
        // Dropping the timeout takes the question back: only the latest state is asked about.
        line.timeout = Some(Timeout::new(milliseconds, move || {
            let Some(line) = later.upgrade() else { return };
            line.borrow_mut().timeout.take().map(Timeout::forget);
            // What cannot be asked is answered at once, and then there is another line.
            let jobs = line.borrow().pending.iter().map(job).collect();
            engine.want(jobs);
        }));
    });
}

/// What the engine is asked next (待问): files come all at once, a text grows by the letter.
#[derive(Default)]
struct Line {
    pending: Vec<(Entry, Vec<Flat>)>,
    /// The text that comes first, by its document and revision.
    typed: Option<(u32, u32)>,
    /// The document in view, where its answer is drawn while others wait.
    drawn: Option<u32>,
    /// Runs until the engine is asked.
    timeout: Option<Timeout>,
}

fn job((entry, relations): &(Entry, Vec<Flat>)) -> Job {
    let content = match &entry.file {
        Some(file) => Content::File(file.clone()),
        None => Content::Text((*entry.text).to_owned()),
    };
    Job {
        document: entry.document,
        revision: entry.revision,
        name: (*entry.name).to_owned(),
        content,
        relations: relations.clone(),
    }
}

fn action(outcome: Outcome, beside: &[ArrayBuffer]) -> Action {
    match outcome {
        Outcome::Ready { in_worker, sample } => Action::EngineStarted { in_worker, sample: Rc::from(sample) },
        Outcome::Progress { document, revision, thousandths } => Action::Progressed { document, revision, thousandths },
        Outcome::Checked { document, revision, gist, report, brief, milliseconds } => {
            let answer = Answer::new(gist, microseconds(milliseconds), report, brief, opened);
            Action::Checked { document, revision, answer: Rc::new(answer) }
        }
        Outcome::Unpacked { document, revision, members } => {
            Action::Unpacked { document, revision, files: files(members, beside) }
        }
        Outcome::Project { document, revision } => Action::ProjectFound { document, revision },
        Outcome::Unreadable { document, revision, cause } => {
            Action::Failed { document, revision, failure: failure(cause) }
        }
        Outcome::Failed { document, revision, message } => {
            Action::Failed { document, revision, failure: Failure { message, ..Failure::of("trap") } }
        }
        Outcome::Unavailable { message } => Action::EngineFailed(message),
    }
}

fn failure([code, message, english]: Cause) -> Failure {
    Failure { code, message, english }
}

/// A packed report as far as the page draws it; it comes from the same build, so it can be read.
fn opened(packed: &[u8]) -> (Report, Vec<Said>) {
    unpack::<Parcel>(packed).map(Parcel::drawn).unwrap_or_default()
}

/// The files of an archive; the browser keeps their bytes.
fn files(members: Vec<Member>, beside: &[ArrayBuffer]) -> Vec<Given> {
    let mut beside = beside.iter();
    let mut file = |left_out: Option<Cause>| match left_out {
        Some(cause) => Err(failure(cause)),
        None => beside
            .next()
            .and_then(|bytes| Blob::new_with_buffer_source_sequence(&Array::of1(bytes)).ok())
            .map(Handle::new)
            .ok_or_else(|| Failure::of("lost")),
    };
    members.into_iter().map(|(name, left_out)| Given { name, file: file(left_out) }).collect()
}

/// What the engine answered since the page was last drawn (收集): many answers come at once where many files are read.
struct Gathered {
    dispatch: Dispatch,
    actions: Rc<RefCell<Vec<Action>>>,
    /// Runs while what comes waits.
    timer: Rc<RefCell<Option<Timeout>>>,
}

impl Gathered {
    fn new(dispatch: Dispatch) -> Self {
        Self { dispatch, actions: Rc::default(), timer: Rc::default() }
    }

    /// The first answer is shown at once; what follows within a moment is shown together.
    fn put(&self, action: Action) {
        if self.timer.borrow().is_some() {
            return self.actions.borrow_mut().push(action);
        }
        self.dispatch.emit(action);
        self.wait();
    }

    fn wait(&self) {
        let again =
            Self { dispatch: self.dispatch.clone(), actions: Rc::clone(&self.actions), timer: Rc::clone(&self.timer) };
        let ring = move || {
            again.timer.take().map(Timeout::forget);
            let actions = again.actions.take();
            if !actions.is_empty() {
                again.dispatch.emit(Action::Several(actions));
                again.wait();
            }
        };
        *self.timer.borrow_mut() = Some(Timeout::new(GATHER_MILLISECONDS, ring));
    }
}

/// The clock of the browser speaks in floating point; the state does not.
#[allow(clippy::float_arithmetic, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn microseconds(milliseconds: f64) -> u64 {
    (milliseconds * 1000.0) as u64
}
