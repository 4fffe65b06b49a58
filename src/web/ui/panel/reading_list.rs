//! What the reader decided or could not read (读取说明): before anything else, since a silent gap is the worst of faults.

use crate::app::action::Action;
use crate::app::checked::Checked;
use crate::report::{Level, ReadingNote};
use crate::web::ui::component::{Shape, icon, said};
use crate::web::ui::hook::{Dispatch, on};
use crate::web::ui::words::Words;
use yew::prelude::*;

/// So many notes need no heading that folds them.
const SHORT: usize = 3;

/// The reading notes: warnings first, then the rest, which can be folded; nothing where there is nothing to say.
pub fn reading_list(words: &Words, checked: &Checked, chosen: Option<u32>, dispatch: &Dispatch) -> Html {
    let notes = || (0..).zip(&checked.report.reading);
    let draw = |level: Level| -> Vec<Html> {
        let of_level = notes().filter(|(_, note)| note.level == level);
        of_level.map(|(at, note)| row(words, at, note, (checked, chosen), dispatch)).collect()
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

fn row(
    words: &Words,
    at: u32,
    note: &ReadingNote,
    (checked, chosen): (&Checked, Option<u32>),
    dispatch: &Dispatch,
) -> Html {
    let (shape, class) = match note.level {
        Level::Info => (Shape::Note, "reading-list__note"),
        Level::Warning => (Shape::Suspect, "reading-list__note reading-list__note--warning"),
    };
    let is_chosen = chosen == Some(at);
    let message = said(words, checked, &note.message);
    html! {
        <li class={classes!(class, is_chosen.then_some("is-selected"))}>
            { icon(shape) }
            <span class="visually-hidden">{ (words.file.level)(note.level) }</span>
            if checked.spot_of_note(at).is_some() {
                <button type="button" class="link" data-testid="note" aria-current={is_chosen.then_some("true")} onclick={on(dispatch, Action::NoteChosen(at))}>{ message }</button>
            } else {
                { message }
            }
        </li>
    }
}
