//! The documents of the page, where there are several or one is a file: each with what became of it.

use super::open_files;
use crate::app::action::Action;
use crate::app::state::{Entry, Status};
use crate::summary::{Gist, Tally};
use crate::web::ui::component::{Shape, icon, icon_button};
use crate::web::ui::hook::{Dispatch, ORDINARY, PART, on, use_growing, use_surroundings};
use crate::web::ui::words::Words;
use yew::prelude::*;

/// What the list is drawn from.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The documents, in their order.
    pub documents: Vec<Entry>,
    /// The number of the one looked at.
    pub chosen: u32,
    /// Whether the line is held up.
    pub paused: bool,
}

/// The list of documents. An ordinary one is drawn whole, a longer one once someone scrolls in it or looks at a document far down:
/// of five hundred, each answer would cost the page as much as the checking of a report.
#[component]
pub fn Files(props: &Props) -> Html {
    let (dispatch, words) = use_surroundings();
    let is_scrolled = use_state(|| false);
    let is_whole = *is_scrolled || props.documents.iter().skip(ORDINARY).any(|entry| entry.document == props.chosen);
    let drawn = use_growing(if is_whole { props.documents.len() } else { props.documents.len().min(ORDINARY) }, PART);
    let onscroll = move |_: Event| is_scrolled.set(true);
    html! {
        <nav class="files" aria-label={words.file.title} data-testid="files">
            <ol class="files__list" {onscroll}>
                { for props.documents.iter().take(drawn).map(|entry| html! {
                    <File
                        key={entry.document} entry={entry.clone()} is_chosen={entry.document == props.chosen}
                        is_copy={props.documents.iter().any(|other| entry.is_copy_of(other))}
                    />
                }) }
            </ol>
            <div class="files__tools">
                { progress(words, props, &dispatch) }
                { open_files(words, false, &dispatch) }
                <button type="button" class="button" onclick={on(&dispatch, Action::BlankChosen)}>{ words.input.blank }</button>
            </div>
        </nav>
    }
}

/// How far the line is, where it is one, and how it is held up or given up.
fn progress(words: &Words, props: &Props, dispatch: &Dispatch) -> Html {
    let words = &words.file;
    let count = |test: fn(&Entry) -> bool| props.documents.iter().filter(|entry| test(entry)).count();
    let (all, left) = (props.documents.len(), count(Entry::is_pending));
    let button = |name: &'static str, hook: &'static str, action: Action| {
        html! {
            <button type="button" class="button" data-testid={hook} onclick={on(dispatch, action)}>{ name }</button>
        }
    };
    if left > 1 || props.paused {
        html! {
            <>
                <p class="files__progress" data-testid="progress">
                    <progress max={all.to_string()} value={(all - left).to_string()} aria-label={words.progress}></progress>
                    { format!("{}/{all}", all - left) }
                </p>
                { button(if props.paused { words.resume } else { words.pause }, "pause", Action::PauseToggled) }
                { button(words.stop_all, "stop-all", Action::AllStopped) }
            </>
        }
    } else if count(Entry::is_stopped) > 1 {
        button(words.retry_all, "retry-all", Action::AllRetried)
    } else {
        Html::default()
    }
}

/// What a document of the list is drawn from.
#[derive(Properties, PartialEq)]
struct FileProps {
    entry: Entry,
    is_chosen: bool,
    /// Whether another of the list has its text.
    is_copy: bool,
}

/// A document of the list; of hundreds only those are drawn anew of which something became.
#[component]
fn File(props: &FileProps) -> Html {
    let (dispatch, words) = use_surroundings();
    let FileProps { entry, is_chosen, is_copy } = props;
    let (shape, tone, mut state) = standing(words, &entry.status);
    if *is_copy {
        state += words.file.copy;
    }
    let class = if *is_chosen { "files__file is-selected" } else { "files__file" };
    let name = name(words, entry);
    html! {
        <li class={classes!(class, format!("files__file--{tone}"))}>
            <button
                type="button" class="files__choose" data-testid="file" title={name.to_owned()} aria-current={is_chosen.then_some("true")}
                onclick={on(&dispatch, Action::DocumentChosen(entry.document))}
            >
                { icon(shape) }<span class="files__name">{ name }</span><span class="files__state">{ state }</span>
            </button>
            { icon_button(Shape::Close, (words.file.close)(name).into(), None, on(&dispatch, Action::DocumentClosed(entry.document))) }
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
        Status::Failed(_) => (Shape::Unread, "failed", words.file.failed.to_owned()),
        Status::Ready(answer) => {
            let Gist { findings, is_blank, .. } = answer.gist;
            let (shape, tone) = match findings {
                Tally { errors: 1.., .. } => (Shape::Error, "error"),
                Tally { suspects: 1.., .. } => (Shape::Suspect, "suspect"),
                Tally { notes: 1.., .. } => (Shape::Note, "note"),
                // Nothing found where nothing was recomputed is no pass.
                Tally { .. } if is_blank => return (Shape::Unchecked, "waiting", words.file.uncheckable.to_owned()),
                Tally { .. } => (Shape::Pass, "pass"),
            };
            (shape, tone, (words.file.findings)(findings.count()))
        }
    }
}
