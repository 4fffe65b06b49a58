//! Asks the engine about the text in the box, a moment after the last change, and takes its answers in.

use crate::app::action::Action;
use crate::app::checked::Checked;
use crate::app::state::{Entry, State, Status};
use crate::web::engine::Engine;
use crate::web::job::{Job, Outcome};
use crate::web::ui::hook::Dispatch;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

/// Long enough that quick typing asks once, short enough to feel immediate.
const PAUSE_MILLISECONDS: u32 = 180;

/// Starts the engine once and keeps it asked.
#[hook]
pub fn use_engine(state: &State, dispatch: &Dispatch) {
    let engine = {
        let dispatch = dispatch.clone();
        use_memo((), move |()| Engine::start(dispatch.reform(action)))
    };
    let entry = state.entry.clone();
    use_effect_with((entry.document, entry.revision), move |_| {
        let waits = matches!(entry.status, Status::Checking(_));
        let timeout = waits.then(|| Timeout::new(PAUSE_MILLISECONDS, move || engine.ask(job(&entry))));
        // Dropping the timeout takes the question back: only the latest text is asked about.
        move || drop(timeout)
    });
}

fn job(entry: &Entry) -> Job {
    Job { document: entry.document, revision: entry.revision, name: entry.name.clone(), text: entry.text.to_string() }
}

fn action(outcome: Outcome) -> Action {
    match outcome {
        Outcome::Ready { in_worker, sample } => Action::EngineStarted { in_worker, sample: Rc::from(sample) },
        Outcome::Checked { document, revision, report, milliseconds } => {
            Action::Checked { document, revision, checked: Rc::new(Checked::new(*report, microseconds(milliseconds))) }
        }
        Outcome::Unavailable { message } => Action::EngineFailed(message),
        Outcome::Failed { document, revision, message } => Action::CheckFailed { document, revision, message },
    }
}

/// The clock of the browser speaks in floating point; the state does not.
#[allow(clippy::float_arithmetic, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn microseconds(milliseconds: f64) -> u64 {
    (milliseconds * 1000.0) as u64
}
