//! Where the engine stands: a dot and a word.

use crate::app::state::{EngineState, Status};
use crate::web::ui::words::Words;
use yew::prelude::*;

/// Where the engine stands, what it is doing, and how long the last check took.
pub fn engine_badge(words: &Words, engine: &EngineState, status: &Status) -> Html {
    let words = &words.engine;
    let (state, word) = match engine {
        EngineState::Loading => ("loading", words.loading),
        EngineState::Failed(_) => ("failed", words.failed),
        EngineState::Ready => ("ready", words.ready),
        EngineState::Here => ("here", words.here),
    };
    let works = matches!(engine, EngineState::Ready | EngineState::Here);
    let sentence = match status {
        Status::Checking(_) if works => words.checking.to_owned(),
        Status::Ready(answer) if works => (words.took)(&milliseconds(answer.microseconds)),
        _ => word.to_owned(),
    };
    let tip = match engine {
        EngineState::Failed(reason) => reason.clone(),
        EngineState::Loading | EngineState::Ready | EngineState::Here => word.to_owned(),
    };
    let is_busy = state == "loading" || matches!(status, Status::Checking(_) | Status::Reading(_));
    html! {
        <p
            class={format!("engine-badge engine-badge--{state}{}", if is_busy { " is-busy" } else { "" })}
            data-testid="engine-state"
            data-state={state}
            title={tip}
        ><span class="engine-badge__word">{ sentence }</span></p>
    }
}

/// Thousandths of a millisecond as milliseconds with one decimal place.
fn milliseconds(microseconds: u64) -> String {
    let tenths = (microseconds + 50) / 100;
    format!("{}.{}", tenths / 10, tenths % 10)
}
