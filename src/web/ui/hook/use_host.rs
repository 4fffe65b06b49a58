//! The way between the app and what stands around it: what it is told, and what it tells.

use crate::app::action::Action;
use crate::app::answer::Answer;
use crate::app::checked::Checked;
use crate::app::state::{EngineState, State, Status};
use crate::summary::Tally;
use crate::web::host::Host;
use crate::web::inbox::Inbox;
use crate::web::ui::hook::Dispatch;
use js_sys::Array;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use yew::prelude::*;

/// Opens the inbox, and tells the host when the engine answers and when a document was checked.
#[hook]
pub fn use_host(state: &State, host: &Host, inbox: &Inbox<Action>, dispatch: &Dispatch) {
    use_effect_with((), {
        let (inbox, dispatch) = (inbox.clone(), dispatch.clone());
        move |()| inbox.listen(dispatch)
    });
    use_effect_with(matches!(state.engine, EngineState::Ready | EngineState::Here), {
        let host = host.clone();
        move |is_ready| {
            if *is_ready {
                host.ready();
            }
        }
    });
    let answer = match &state.entry.status {
        Status::Ready(answer) => Some(answer.clone()),
        _ => None,
    };
    use_effect_with(answer, {
        let host = host.clone();
        move |answer: &Option<Rc<Answer>>| {
            if let Some(answer) = answer {
                host.checked(&counts(answer), &findings(answer.checked()));
            }
        }
    });
}

/// The ledger and how many findings of each severity, in the order that the shells name them in.
fn counts(answer: &Answer) -> Array {
    let coverage = &answer.checked().report.coverage;
    let Tally { errors, suspects, notes } = answer.gist.findings;
    [coverage.figures, coverage.verified, coverage.conflicting, coverage.single, coverage.unchecked, coverage.excluded]
        .into_iter()
        .chain([errors, suspects, notes])
        .map(|count| JsValue::from(u32::try_from(count).unwrap_or(u32::MAX)))
        .collect()
}

/// Each finding as its code, severity, title and message.
fn findings(checked: &Checked) -> Array {
    let row = |finding: &crate::report::Finding| {
        let severity = JsValue::from(finding.severity as u32);
        Array::of4(
            &finding.code.as_str().into(),
            &severity,
            &finding.title.as_str().into(),
            &finding.message.as_str().into(),
        )
    };
    checked.report.findings.iter().map(row).collect()
}
