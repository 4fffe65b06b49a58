//! The ledger (核对台账): four lines that add up to all figures, and what is no figure. Choosing a line walks through its figures.

use crate::app::action::Action;
use crate::app::checked::Checked;
use crate::app::filter;
use crate::app::state::{State, Tally};
use crate::report::FigureStatus;
use crate::web::ui::component::{status_class, truth};
use crate::web::ui::hook::{Dispatch, on};
use crate::web::ui::words::Words;
use yew::prelude::*;

/// The lines, in the order in which they are drawn.
pub const TALLIES: [Tally; 5] = [
    Tally::Status(FigureStatus::Verified),
    Tally::Status(FigureStatus::Conflicting),
    Tally::Status(FigureStatus::Unchecked),
    Tally::Status(FigureStatus::Single),
    Tally::Excluded,
];

/// The ledger of an answer, with the figure chosen or the digits that are none.
pub fn ledger(words: &Words, checked: &Checked, state: &State, dispatch: &Dispatch) -> Html {
    let all = checked.report.coverage.figures;
    html! {
        <section class="ledger" data-testid="ledger" aria-label={words.ledger.title}>
            <p class="ledger__head"><strong>{ words.ledger.title }</strong><span>{ (words.ledger.all)(all) }</span></p>
            { bar(checked) }
            <div class="ledger__lines" role="group" aria-label={words.ledger.hint}>
                { for TALLIES.iter().map(|tally| line(words, checked, *tally, walked(checked, state, *tally), dispatch)) }
            </div>
        </section>
    }
}

/// Which of how many figures is looked at, on the line being walked through.
fn walked(checked: &Checked, state: &State, tally: Tally) -> Option<(usize, usize)> {
    if state.tally != Some(tally) {
        return None;
    }
    let figures = filter::tallied(checked, tally);
    let at = figures.iter().position(|id| Some(*id) == state.figure.or(state.excluded));
    Some((at.map_or(0, |at| at + 1), figures.len()))
}

fn line(words: &Words, checked: &Checked, tally: Tally, walked: Option<(usize, usize)>, dispatch: &Dispatch) -> Html {
    let count = filter::count_tally(checked, tally);
    let is_on = walked.is_some();
    html! {
        <button
            type="button"
            class={if is_on { "ledger__line is-pressed" } else { "ledger__line" }}
            aria-pressed={truth(is_on)}
            title={words.ledger.hint}
            disabled={count == 0}
            onclick={on(dispatch, Action::TallyChosen(tally))}
        >
            <span class={format!("ledger__key ledger__tone--{}", class(tally))} aria-hidden="true"></span>
            { name(words, tally) }
            <span class="ledger__count">{ count }</span>
            if let Some((at, all)) = walked.filter(|(at, _)| *at > 0) {
                <span class="ledger__walk">{ (words.ledger.walking)(at, all) }</span>
            }
        </button>
    }
}

/// The name of a line.
pub fn name(words: &Words, tally: Tally) -> &'static str {
    match tally {
        Tally::Status(status) => (words.status)(status),
        Tally::Excluded => words.ledger.excluded,
    }
}

fn class(tally: Tally) -> &'static str {
    match tally {
        Tally::Status(status) => status_class(status),
        Tally::Excluded => "excluded",
    }
}

/// The four lines as one bar; in ten-thousandths, so that whole numbers suffice.
fn bar(checked: &Checked) -> Html {
    let all = checked.report.coverage.figures.max(1);
    let percent = |count: usize| {
        let share = count * 10_000 / all;
        format!("{}.{:02}%", share / 100, share % 100)
    };
    let mut before = 0;
    let parts = TALLIES.iter().filter(|tally| **tally != Tally::Excluded).map(|tally| {
        let count = filter::count_tally(checked, *tally);
        let x = percent(before);
        before += count;
        html! { <rect class={format!("ledger__part ledger__tone--{}", class(*tally))} {x} width={percent(count)} height="10" /> }
    });
    html! { <svg class="ledger__bar" width="100%" height="10" aria-hidden="true" focusable="false">{ for parts }</svg> }
}
