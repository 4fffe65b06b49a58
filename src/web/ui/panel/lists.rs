//! The lists beside the text: findings, and all relations; with search and chips.

use super::decision::{former, resting};
use super::relation_list::VERDICTS;
use super::{finding_list, relation_list};
use crate::app::action::Action;
use crate::app::checked::Checked;
use crate::app::decision::Review;
use crate::app::filter;
use crate::app::state::{List, State};
use crate::report::Severity;
use crate::web::ui::component::{Shape, chip, icon, severity_class, truth, verdict_class};
use crate::web::ui::hook::{Dispatch, focus, on};
use crate::web::ui::words::Words;
use std::rc::Rc;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Suspect, Severity::Note];

/// The lists beside the text of an answer.
pub fn lists(
    words: &'static Words,
    checked: &Rc<Checked>,
    state: &State,
    review: &Review,
    dispatch: &Dispatch,
) -> Html {
    let (shown, all) = match state.list {
        List::Findings => (filter::findings(checked, &state.filter).len(), checked.report.findings.len()),
        List::Relations => (filter::relations(checked, &state.filter).len(), checked.report.relations.len()),
    };
    html! {
        <section class="lists" aria-label={words.list.findings}>
            <div class="lists__head">
                <div class="tabs" role="tablist" aria-label={words.pane[1]} onkeydown={turning(state.list, dispatch)}>
                    { tab(words.list.findings, checked.report.findings.len(), List::Findings, state.list, dispatch) }
                    { tab(words.list.relations, checked.report.relations.len(), List::Relations, state.list, dispatch) }
                </div>
                { tools(words, checked, state, dispatch) }
                { former(words, review) }
                { resting(words, review) }
                if state.filter.is_active() {
                    <p class="lists__shown">
                        { (words.list.shown)(shown, all) }
                        <button type="button" class="link" onclick={on(dispatch, Action::FilterReset)}>{ words.list.reset }</button>
                    </p>
                }
            </div>
            // Another list, or that of another document, begins at its head.
            <div key={format!("{} {}", tab_id(state.list), state.entry.document)} class="lists__body" role="tabpanel" id="list" aria-labelledby={tab_id(state.list)}>
                { match state.list {
                    List::Findings => finding_list(words, checked, review, state, dispatch),
                    List::Relations => relation_list(words, checked, &state.filter, state.subject),
                } }
            </div>
        </section>
    }
}

const fn tab_id(list: List) -> &'static str {
    match list {
        List::Findings => "tab-findings",
        List::Relations => "tab-relations",
    }
}

fn tab(name: &'static str, count: usize, list: List, open: List, dispatch: &Dispatch) -> Html {
    let is_open = list == open;
    html! {
        <button
            type="button" role="tab" id={tab_id(list)} aria-controls="list"
            class={if is_open { "tabs__tab is-selected" } else { "tabs__tab" }}
            aria-selected={truth(is_open)}
            tabindex={if is_open { "0" } else { "-1" }}
            onclick={on(dispatch, Action::ListOpened(list))}
        >{ name }<span class="tabs__count">{ count }</span></button>
    }
}

/// The arrow keys turn to the other list.
fn turning(open: List, dispatch: &Dispatch) -> Callback<KeyboardEvent> {
    let dispatch = dispatch.clone();
    let other = if open == List::Findings { List::Relations } else { List::Findings };
    Callback::from(move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "ArrowLeft" | "ArrowRight") {
            let tab: Element = event.target_unchecked_into();
            focus(tab.next_element_sibling().or_else(|| tab.previous_element_sibling()));
            dispatch.emit(Action::ListOpened(other));
        }
    })
}

fn tools(words: &'static Words, checked: &Checked, state: &State, dispatch: &Dispatch) -> Html {
    let oninput = dispatch
        .reform(|event: InputEvent| Action::SearchChanged(event.target_unchecked_into::<HtmlInputElement>().value()));
    let chips: Html = match state.list {
        List::Findings => SEVERITIES
            .iter()
            .map(|severity| {
                let onclick = on(dispatch, Action::SeverityToggled(*severity));
                let pressed = state.filter.severities.contains(severity);
                chip(
                    (words.severity)(*severity),
                    severity_class(*severity),
                    filter::count(checked, *severity),
                    pressed,
                    onclick,
                )
            })
            .collect(),
        List::Relations => VERDICTS
            .iter()
            .filter(|verdict| filter::count_judged(checked, **verdict) > 0)
            .map(|verdict| {
                let onclick = on(dispatch, Action::VerdictToggled(*verdict));
                let pressed = state.filter.verdicts.contains(verdict);
                chip(
                    (words.verdict)(*verdict),
                    verdict_class(*verdict),
                    filter::count_judged(checked, *verdict),
                    pressed,
                    onclick,
                )
            })
            .collect(),
    };
    html! {
        <div class="lists__tools">
            <label class="search">
                { icon(Shape::Search) }
                <input
                    id="search" class="search__box" type="search" autocomplete="off" placeholder={words.list.search} aria-label={words.list.search}
                    value={state.filter.search.clone()} {oninput}
                />
            </label>
            <div class="chips" role="group" aria-label={words.list.filter}>{ chips }</div>
        </div>
    }
}
