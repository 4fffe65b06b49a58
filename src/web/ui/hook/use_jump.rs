//! Brings what was chosen into view, and the keyboard focus with it where that was asked for.

use crate::app::state::{Jump, Landing, State, Subject};
use crate::web::ui::hook::focus;
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

/// Follows the jumps of the state.
#[hook]
pub fn use_jump(state: &State, root: &Element) {
    let root = root.clone();
    let chosen = state.figure;
    let figure = chosen.or_else(|| first_figure(state));
    let subject = state.subject;
    let excluded = state.excluded;
    let files = root.clone();
    use_effect_with(state.entry.document, move |_| {
        if let Ok(Some(file)) = files.query_selector(".files .is-selected") {
            show(&file, ScrollLogicalPosition::Nearest);
        }
    });
    use_effect_with(state.jump, move |jump| {
        if jump.turn > 0 {
            perform(&root, *jump, subject, figure, chosen, excluded);
        }
    });
}

fn first_figure(state: &State) -> Option<u32> {
    let checked = state.checked()?;
    match state.subject? {
        Subject::Finding(id) => checked.finding(id)?.figures.first().copied(),
        Subject::Relation(id) => {
            let relation = checked.relation(id)?;
            relation.result.or_else(|| relation.operands.first().copied())
        }
    }
}

fn perform(
    root: &Element,
    jump: Jump,
    subject: Option<Subject>,
    figure: Option<u32>,
    chosen: Option<u32>,
    excluded: Option<u32>,
) {
    let query = |selector: &str| root.query_selector(selector).ok().flatten();
    let in_text = match (figure, subject) {
        (Some(id), _) => query(&format!("#figure-{id}")),
        (None, Some(Subject::Finding(id))) => query(&format!("[data-finding=\"{id}\"]")),
        (None, _) => query(&excluded.map_or_else(|| "#noted".to_owned(), |at| format!("#excluded-{at}"))),
    };
    let row = match subject {
        Some(Subject::Finding(id)) => query(&format!("#finding-{id}")),
        Some(Subject::Relation(id)) => query(&format!("#relation-{id}")),
        None => None,
    };
    let working = chosen.and_then(|id| query(&format!("#row-{id}")));
    if let Some(row) = row {
        show(&row, ScrollLogicalPosition::Nearest);
    }
    match &working {
        Some(working) => show(working, ScrollLogicalPosition::Nearest),
        // What was chosen anew is read from its head.
        None => query(".region--details").into_iter().for_each(|region| region.set_scroll_top(0)),
    }
    if let Some(in_text) = &in_text {
        show(in_text, ScrollLogicalPosition::Center);
    }
    match jump.landing {
        Landing::Stay => {}
        Landing::Text => focus(in_text),
        Landing::Working => focus(working),
    }
}

/// Without motion: a long report scrolled smoothly takes seconds, and some people feel sick from it.
fn show(element: &Element, position: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(position);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
