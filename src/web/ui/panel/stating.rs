//! Relations that the person states (自定关系): figures are picked one after another, the last of them is the result.

use crate::app::action::Action;
use crate::app::checked::Checked;
use crate::app::state::State;
use crate::app::stated::own;
use crate::project::Flat;
use crate::report::Source;
use crate::web::ui::hook::{Dispatch, on};
use crate::web::ui::words::Words;
use crate::web::ui::words::relation::Stating as Own;
use yew::prelude::*;

/// What can be stated of the document looked at, and what was.
pub fn stating(words: &Words, state: &State, checked: &Checked, dispatch: &Dispatch) -> Html {
    let (words, own, picked) = (Own::of(words), own(state), &state.picked);
    let next = state.figure.filter(|id| !picked.contains(id));
    if next.is_none() && picked.is_empty() && own.is_empty() {
        return Html::default();
    }
    let text = |id: &u32| checked.figure(*id).map_or("", |figure| figure.text.as_str());
    let button = |label: &str, action: Action| {
        html! { <button type="button" class="button" onclick={on(dispatch, action)}>{ label }</button> }
    };
    let mut buttons: Vec<Html> = Vec::new();
    for id in picked.last().into_iter().chain(&next) {
        let verb = if next.as_ref() == Some(id) { words.pick } else { words.drop };
        buttons.push(button(&[verb, text(id)].concat(), Action::Picked(*id)));
    }
    for (kind, name) in words.kinds.iter().enumerate().filter(|(kind, _)| fits(*kind, picked.len())) {
        buttons.push(button(name, Action::Stated(kind)));
    }
    for (at, flat) in &own {
        buttons.push(html! { <p>{ told(words, flat) }</p> });
        buttons.push(button(words.remove, Action::Unstated(*at)));
    }
    let found = checked.report.relations.iter().filter(|relation| relation.source == Source::User).count();
    html! {
        <section class="stating" aria-label={words.title} data-testid="stating">
            <h3 class="figure-card__title">{ words.title }</h3>
            <p class="details__hint">{ words.hint }</p>
            <p>{ joined(picked.iter().map(text)) }</p>
            { for buttons }
            if found < own.len() {
                <p class="decision__resting" role="status">{ words.lost }</p>
            }
        </section>
    }
}

/// Whether a relation of a kind can have so many figures, the result among them.
fn fits(kind: usize, figures: usize) -> bool {
    match kind {
        0 | 1 => figures > 2,
        2 => figures == 3,
        _ => figures == 2,
    }
}

/// A relation by its kind and its numbers, as they stood when it was stated.
fn told(words: &Own, flat: &Flat) -> String {
    let kind = flat.get(1).and_then(|kind| words.kinds.get(kind.parse::<usize>().ok()?)).copied().unwrap_or_default();
    [kind, &joined(flat.iter().skip(3).step_by(4).map(String::as_str))].concat()
}

fn joined<'a>(figures: impl Iterator<Item = &'a str>) -> String {
    figures.fold(String::new(), |all, figure| all + " " + figure)
}
