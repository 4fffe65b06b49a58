//! What the person decides about a finding, and which decisions a corrected file left behind.

use crate::app::action::Action;
use crate::app::decision::Review;
use crate::project::{Decision, DecisionKind};
use crate::web::ui::component::truth;
use crate::web::ui::hook::{Dispatch, on};
use crate::web::ui::words::Words;
use crate::web::ui::words::decision::Decision as Own;
use web_sys::HtmlInputElement;
use yew::prelude::*;

const KINDS: [DecisionKind; 2] = [DecisionKind::Dismissed, DecisionKind::Confirmed];

/// The decision about a finding; pressed again it is taken back.
pub fn decision(words: &Words, finding: u32, decided: Option<&Decision>, dispatch: &Dispatch) -> Html {
    let own = Own::of(words);
    let reason = decided.map(|decision| decision.reason.clone()).unwrap_or_default();
    let button = |(kind, name): (DecisionKind, &'static str)| {
        let is_chosen = decided.is_some_and(|decision| decision.kind == kind);
        let action = Action::Decided { finding, kind: (!is_chosen).then_some(kind), reason: reason.clone() };
        html! { <button type="button" class="button" aria-pressed={truth(is_chosen)} onclick={on(dispatch, action)}>{ name }</button> }
    };
    html! {
        <div class="decision" role="group" aria-label={own.title} data-testid="decision">
            { for KINDS.into_iter().zip(own.choices).map(button) }
            if let Some(kind) = decided.map(|decision| decision.kind) {
                <input
                    class="decision__reason" aria-label={own.reason} placeholder={own.reason} value={reason.clone()}
                    // Taken in by the letter: the page is drawn anew while a person types, and would put back what it knows.
                    oninput={dispatch.reform(move |event: InputEvent| Action::Decided {
                        finding, kind: Some(kind), reason: event.target_unchecked_into::<HtmlInputElement>().value(),
                    })}
                />
            }
        </div>
    }
}

/// What was decided, in a word.
pub fn mark(words: &Words, decision: &Decision) -> &'static str {
    let [dismissed, confirmed] = Own::of(words).marks;
    if decision.kind == DecisionKind::Dismissed { dismissed } else { confirmed }
}

/// Where the decisions come from, if from a file of another name.
pub fn former(words: &Words, review: &Review) -> Html {
    review.former.map_or_else(Html::default, |name| {
        html! { <p class="decision__resting" role="status" data-testid="former">{ (Own::of(words).former)(name) }</p> }
    })
}

/// The decisions that no longer apply.
pub fn resting(words: &Words, review: &Review) -> Html {
    if review.resting.is_empty() {
        return Html::default();
    }
    let line = |decision: &&Decision| {
        let quotes: Vec<&str> = decision.quotes.iter().map(|quote| quote.text.as_str()).collect();
        html! { <li><span lang="zh-CN">{ quotes.join("、") }</span>{ " · " }{ mark(words, decision) }{ " " }{ &decision.reason }</li> }
    };
    html! {
        <div class="decision__resting" role="status" data-testid="resting">
            <details>
                <summary>{ (Own::of(words).resting)(review.resting.len()) }</summary>
                <ul>{ for review.resting.iter().map(line) }</ul>
            </details>
        </div>
    }
}
