//! Keeps the engine asked about what the page waits for, and takes its answers in.

use crate::app::action::Action;
use crate::app::checked::Checked;
use crate::app::state::{Entry, Failure, State};
use crate::web::engine::Engine;
use crate::web::host::Host;
use crate::web::job::{Content, Job, Outcome};
use crate::web::ui::hook::Dispatch;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

/// Long enough that quick typing asks once, short enough to feel immediate.
const PAUSE_MILLISECONDS: u32 = 180;

/// Starts the engine once and keeps it asked.
#[hook]
pub fn use_engine(state: &State, host: &Host, dispatch: &Dispatch) {
    let engine = {
        let (host, dispatch) = (host.clone(), dispatch.clone());
        use_memo((), move |()| Engine::start(host, dispatch.reform(action)))
    };
    let pending: Vec<Entry> = state.pending().into_iter().cloned().collect();
    let asked: Vec<(u32, u32)> = pending.iter().map(|entry| (entry.document, entry.revision)).collect();
    use_effect_with(asked, move |_| {
        let ask = move || engine.want(pending.iter().map(job).collect());
        // Dropping the timeout takes the question back: only the latest state is asked about.
        let timeout = Timeout::new(PAUSE_MILLISECONDS, ask);
        move || drop(timeout)
    });
}

fn job(entry: &Entry) -> Job {
    let content = match &entry.file {
        Some(file) => Content::File(file.clone()),
        None => Content::Text(entry.text.to_string()),
    };
    Job { document: entry.document, revision: entry.revision, name: entry.name.clone(), content }
}

fn action(outcome: Outcome) -> Action {
    match outcome {
        Outcome::Ready { in_worker, sample } => Action::EngineStarted { in_worker, sample: Rc::from(sample) },
        Outcome::Progress { document, revision, thousandths } => Action::Progressed { document, revision, thousandths },
        Outcome::Checked { document, revision, report, milliseconds } => {
            let (report, brief) = report.drawn();
            let checked = Checked::new(report, brief, microseconds(milliseconds));
            Action::Checked { document, revision, checked: Rc::new(checked) }
        }
        Outcome::Unreadable { document, revision, code, message } => {
            Action::Failed { document, revision, failure: Failure { code, message } }
        }
        Outcome::Failed { document, revision, message } => {
            Action::Failed { document, revision, failure: Failure { code: "trap".to_owned(), message } }
        }
        Outcome::Unavailable { message } => Action::EngineFailed(message),
    }
}

/// The clock of the browser speaks in floating point; the state does not.
#[allow(clippy::float_arithmetic, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn microseconds(milliseconds: f64) -> u64 {
    (milliseconds * 1000.0) as u64
}
