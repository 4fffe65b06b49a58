//! Where the engine stands: a dot and a word.

use crate::app::state::{EngineState, Status};
use crate::web::ui::hook::use_words;
use yew::prelude::*;

/// What the badge is drawn from.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Where the engine stands.
    pub engine: EngineState,
    /// What became of the document.
    pub status: Status,
}

/// Where the engine stands, what it is doing, and how long the last check took.
#[component]
pub fn EngineBadge(props: &Props) -> Html {
    let words = &use_words().engine;
    let (state, word) = match &props.engine {
        EngineState::Loading => ("loading", words.loading),
        EngineState::Failed(_) => ("failed", words.failed),
        EngineState::Ready => ("ready", words.ready),
        EngineState::Here => ("here", words.here),
    };
    let works = matches!(props.engine, EngineState::Ready | EngineState::Here);
    let sentence = match &props.status {
        Status::Checking(_) if works => words.checking.to_owned(),
        Status::Ready(checked) if works => (words.took)(&milliseconds(checked.microseconds)),
        _ => word.to_owned(),
    };
    let tip = match &props.engine {
        EngineState::Failed(reason) => reason.clone(),
        EngineState::Loading | EngineState::Ready | EngineState::Here => word.to_owned(),
    };
    let is_busy = state == "loading" || matches!(props.status, Status::Checking(_));
    html! {
        <p
            class={classes!("engine-badge", format!("engine-badge--{state}"), is_busy.then_some("is-busy"))}
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
