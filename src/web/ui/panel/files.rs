//! The documents of the page, where there are several or one is a file: each with what became of it.

use super::open_files;
use crate::app::action::Action;
use crate::app::state::{Entry, Status};
use crate::report::Severity;
use crate::web::ui::component::{Shape, icon, icon_button};
use crate::web::ui::hook::{Dispatch, on, use_surroundings};
use crate::web::ui::words::Words;
use yew::prelude::*;

/// What the list is drawn from.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The documents, in their order.
    pub documents: Vec<Entry>,
    /// The number of the one looked at.
    pub chosen: u32,
}

/// The list of documents.
#[component]
pub fn Files(props: &Props) -> Html {
    let (dispatch, words) = use_surroundings();
    html! {
        <nav class="files" aria-label={words.file.title} data-testid="files">
            <ol class="files__list">
                { for props.documents.iter().map(|entry| file(words, entry, entry.document == props.chosen, &dispatch)) }
            </ol>
            <div class="files__tools">
                { open_files(words, &dispatch) }
                <button type="button" class="button" onclick={on(&dispatch, Action::BlankChosen)}>{ words.input.blank }</button>
            </div>
        </nav>
    }
}

fn file(words: &Words, entry: &Entry, is_chosen: bool, dispatch: &Dispatch) -> Html {
    let (shape, tone, state) = standing(words, &entry.status);
    let class = if is_chosen { "files__file is-selected" } else { "files__file" };
    let name = name(words, entry);
    html! {
        <li key={entry.document} class={classes!(class, format!("files__file--{tone}"))}>
            <button
                type="button" class="files__choose" data-testid="file" title={name.to_owned()} aria-current={is_chosen.then_some("true")}
                onclick={on(dispatch, Action::DocumentChosen(entry.document))}
            >
                { icon(shape) }<span class="files__name">{ name }</span><span class="files__state">{ state }</span>
            </button>
            { icon_button(Shape::Close, (words.file.close)(name).into(), None, on(dispatch, Action::DocumentClosed(entry.document))) }
        </li>
    }
}

/// What a document is called.
pub fn name<'a>(words: &Words, entry: &'a Entry) -> &'a str {
    if entry.name.is_empty() { words.file.pasted } else { &entry.name }
}

/// What became of a document, as shape, tone and word.
fn standing(words: &Words, status: &Status) -> (Shape, &'static str, String) {
    match status {
        Status::Empty => (Shape::Edit, "waiting", String::new()),
        Status::Waiting => (Shape::Single, "waiting", words.file.waiting.to_owned()),
        Status::Reading(thousandths) => (Shape::Rounded, "busy", (words.file.percent)(thousandths / 10)),
        Status::Checking(_) => (Shape::Rounded, "busy", words.engine.checking.to_owned()),
        Status::Failed(_) => (Shape::Error, "failed", words.file.failed.to_owned()),
        Status::Ready(checked) => {
            let findings = &checked.report.findings;
            let (shape, tone) = match findings.iter().map(|finding| finding.severity).min() {
                Some(Severity::Error) => (Shape::Error, "error"),
                Some(Severity::Suspect) => (Shape::Suspect, "suspect"),
                Some(Severity::Note) => (Shape::Note, "note"),
                None => (Shape::Pass, "pass"),
            };
            (shape, tone, (words.file.findings)(findings.len()))
        }
    }
}
