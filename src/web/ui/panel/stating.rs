//! Relations that the person states (自定关系): figures are picked one after another, the last of them is the result.

use super::relation_list::row;
use crate::app::action::Action;
use crate::app::checked::Checked;
use crate::app::state::State;
use crate::app::stated::{Own as Stated, fits, kind, own, texts};
use crate::project::KINDS;
use crate::report::Figure;
use crate::web::ui::component::{Shape, icon, icon_button, truth};
use crate::web::ui::hook::{Dispatch, on};
use crate::web::ui::words::Words;
use crate::web::ui::words::relation::Stating as Own;
use yew::prelude::*;

/// What can be stated of the document looked at, and what was.
pub fn stating(words: &Words, state: &State, checked: &Checked, dispatch: &Dispatch) -> Html {
    let (said, own) = (Own::of(words), own(state));
    let picked: Vec<&Figure> = state.picked.iter().filter_map(|id| checked.figure(*id)).collect();
    let chosen = state.figure.and_then(|id| checked.figure(id));
    let is_begun = !picked.is_empty();
    let kinds: Vec<usize> =
        KINDS.iter().enumerate().filter(|(_, kind)| fits(**kind, &picked)).map(|(at, _)| at).collect();
    if chosen.is_none() && !is_begun && own.is_empty() {
        return Html::default();
    }
    html! {
        <section class={if is_begun { "stating is-begun" } else { "stating" }} aria-label={said.title} data-testid="stating">
            <h3 class="stating__title">{ said.title }</h3>
            if is_begun {
                <ol class="stating__picked">{ for picked.iter().enumerate().map(|(at, figure)| {
                    let is_result = at > 0 && at + 1 == picked.len();
                    pick(said, figure, is_result, dispatch)
                }) }</ol>
            }
            if let Some(figure) = chosen {
                { toggle(said, figure, state.picked.contains(&figure.id), dispatch) }
            }
            { for kinds.iter().map(|kind| html! {
                <button type="button" class="stating__kind" onclick={on(dispatch, Action::Stated(*kind))}>
                    { formula(said, *kind, picked.iter().map(|figure| figure.text.as_str()).collect()) }
                </button>
            }) }
            if kinds.is_empty() && (is_begun || (chosen.is_some() && own.is_empty())) {
                <p class="details__hint">{ said.hint }</p>
            }
            if !is_begun && !own.is_empty() {
                <ul>{ for own.iter().map(|own| stated(words, said, own, checked, dispatch)) }</ul>
            }
        </section>
    }
}

/// A figure that was picked.
fn pick(said: &Own, figure: &Figure, is_result: bool, dispatch: &Dispatch) -> Html {
    html! {
        <li key={figure.id} class="stating__row">
            <span class="stating__label" lang="zh-CN">{ figure.label.as_ref().unwrap_or(&figure.place) }</span>
            if is_result {
                <span class="stating__part">{ said.result }</span>
            }
            <span class="stating__value">{ &figure.text }</span>
            { icon_button(Shape::Close, [said.drop, &figure.text].concat().into(), None, on(dispatch, Action::Picked(figure.id))) }
        </li>
    }
}

/// Picks the figure looked at, or lets it go: one button, so that it keeps the keyboard's focus.
fn toggle(said: &Own, figure: &Figure, is_picked: bool, dispatch: &Dispatch) -> Html {
    html! {
        <button type="button" class="button" aria-pressed={truth(is_picked)} data-testid="pick" onclick={on(dispatch, Action::Picked(figure.id))}>
            if is_picked {
                { icon(Shape::Pass) }
            }
            { said.pick }{ &figure.text }
        </button>
    }
}

/// A relation that was stated: what became of it, or that nothing did.
fn stated(words: &Words, said: &Own, own: &Stated, checked: &Checked, dispatch: &Dispatch) -> Html {
    let relation = own.judged.and_then(|id| checked.relation(id));
    let told = formula(said, kind(own.flat).unwrap_or(KINDS.len()), texts(own.flat));
    html! {
        <li key={own.at} class="stating__row">
            <div class="stating__own">
                if let Some(relation) = relation {
                    { row(words, checked, relation, false, dispatch) }
                } else {
                    <p>{ told.clone() }</p>
                    <p class="details__hint">{ said.lost }</p>
                }
            </div>
            { icon_button(Shape::Close, [said.remove, &told].concat().into(), Some("unstate"), on(dispatch, Action::Unstated(own.at))) }
        </li>
    }
}

/// A relation of a kind, as it is written: `合计 80万元 + 40万元 = 120万元`.
fn formula(said: &Own, kind: usize, texts: Vec<&str>) -> String {
    let (name, sign) = said.kinds.get(kind).copied().unwrap_or_default();
    let mut out = name.to_owned();
    for (at, text) in texts.iter().enumerate() {
        let before = if at == 0 {
            " "
        } else if at + 1 == texts.len() {
            " = "
        } else {
            sign
        };
        out = out + before + text;
    }
    out
}
