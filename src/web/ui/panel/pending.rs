//! A file that has no answer yet, or never will: how far it is, or what is the matter and what to do.

use super::files::name;
use crate::app::action::Action;
use crate::app::state::{Entry, Failure, Status};
use crate::web::ui::component::{Shape, icon};
use crate::web::ui::hook::{Dispatch, on};
use crate::web::ui::words::Words;
use yew::prelude::*;

/// What a new try may mend.
const PASSING: [&str; 4] = ["stopped", "tooLong", "lost", "trap"];

/// What stands in the place of an answer; nothing where there is one, or where it comes at once.
pub fn pending(words: &Words, entry: &Entry, dispatch: &Dispatch) -> Html {
    match &entry.status {
        Status::Failed(failure) => failed(words, entry, failure, dispatch),
        Status::Waiting => waiting(words, entry, 0, words.file.waiting.to_owned(), dispatch),
        Status::Reading(thousandths) => {
            waiting(words, entry, *thousandths, (words.file.percent)(thousandths / 10), dispatch)
        }
        Status::Checking(None) if entry.file.is_some() => {
            waiting(words, entry, 1000, words.engine.checking.to_owned(), dispatch)
        }
        Status::Checking(_) | Status::Ready(_) | Status::Empty => Html::default(),
    }
}

fn waiting(words: &Words, entry: &Entry, thousandths: u32, state: String, dispatch: &Dispatch) -> Html {
    let name = name(words, entry);
    html! {
        <section class="pending" aria-label={name.to_owned()} data-testid="pending">
            <h2 class="pending__name">{ name }</h2>
            <progress class="pending__bar" max="1000" value={thousandths.to_string()} aria-label={words.file.reading}></progress>
            <p class="pending__state">{ state }</p>
            <button type="button" class="button" data-testid="stop" onclick={on(dispatch, Action::DocumentStopped(entry.document))}>{ words.file.stop }</button>
        </section>
    }
}

fn failed(words: &Words, entry: &Entry, failure: &Failure, dispatch: &Dispatch) -> Html {
    let sentence = (words.file.failure)(&failure.code);
    let is_passing = PASSING.contains(&failure.code.as_str());
    html! {
        <section class="pending pending--failed" role="alert" data-testid="failure" data-code={failure.code.clone()}>
            <h2 class="pending__name">{ name(words, entry) }</h2>
            <p class="pending__state"><strong>{ icon(Shape::Error) }{ words.file.failed }</strong></p>
            if let Some(sentence) = sentence {
                <p>{ sentence }</p>
                // What happened, for whoever mends it.
                if is_passing && !failure.message.is_empty() {
                    <p class="pending__detail" lang="en">{ &failure.message }</p>
                }
            } else if words.is_english() {
                <p>{ &failure.english }</p>
            } else {
                <p>{ &failure.message }{ "。" }</p>
            }
            if is_passing {
                <button type="button" class="button button--primary" data-testid="retry" onclick={on(dispatch, Action::DocumentRetried(entry.document))}>{ words.file.retry }</button>
            }
        </section>
    }
}
