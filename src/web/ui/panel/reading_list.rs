//! What the reader decided or could not read (读取说明): before anything else, since a silent gap is the worst of faults.

use crate::app::action::Action;
use crate::app::checked::Checked;
use crate::report::{Level, ReadingNote};
use crate::web::ui::component::{Shape, icon};
use crate::web::ui::hook::{Dispatch, on, use_surroundings};
use crate::web::ui::words::Words;
use std::rc::Rc;
use yew::prelude::*;

/// So many notes need no heading that folds them.
const SHORT: usize = 3;

/// What the list is drawn from.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The answer.
    pub checked: Rc<Checked>,
    /// The note chosen.
    pub note: Option<u32>,
}

/// The reading notes: warnings first, then the rest, which can be folded; nothing where there is nothing to say.
#[component]
pub fn ReadingList(props: &Props) -> Html {
    let (dispatch, words) = use_surroundings();
    let notes = || (0..).zip(&props.checked.report.reading);
    let draw = |level: Level| -> Vec<Html> {
        let of_level = notes().filter(|(_, note)| note.level == level);
        of_level.map(|(at, note)| row(words, at, note, props, &dispatch)).collect()
    };
    let (warnings, infos) = (draw(Level::Warning), draw(Level::Info));
    if warnings.is_empty() && infos.is_empty() {
        return Html::default();
    }
    let is_short = infos.len() <= SHORT;
    html! {
        <section class="reading-list" tabindex="0" aria-label={words.text.reading} data-testid="reading">
            if is_short {
                <ul>{ for warnings }{ for infos }</ul>
            } else {
                if !warnings.is_empty() {
                    <ul>{ for warnings }</ul>
                }
                <details class="reading-list__rest" open=true>
                    <summary>{ (words.file.infos)(infos.len()) }</summary>
                    <ul>{ for infos }</ul>
                </details>
            }
        </section>
    }
}

fn row(words: &Words, at: u32, note: &ReadingNote, props: &Props, dispatch: &Dispatch) -> Html {
    let (shape, class) = match note.level {
        Level::Info => (Shape::Note, "reading-list__note"),
        Level::Warning => (Shape::Suspect, "reading-list__note reading-list__note--warning"),
    };
    let is_chosen = props.note == Some(at);
    let message = html! { <span lang="zh-CN">{ &note.message }</span> };
    html! {
        <li class={classes!(class, is_chosen.then_some("is-selected"))}>
            { icon(shape) }
            <span class="visually-hidden">{ (words.file.level)(note.level) }</span>
            if props.checked.spot_of_note(at).is_some() {
                <button type="button" class="link" data-testid="note" aria-current={is_chosen.then_some("true")} onclick={on(dispatch, Action::NoteChosen(at))}>{ message }</button>
            } else {
                { message }
            }
        </li>
    }
}
