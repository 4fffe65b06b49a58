//! An input of an indicator: the report's with the way to its place, or the user's with what it stands in for.

use crate::desk::calculator::Cell;
use crate::desk::message::Wish;
use crate::desk::state::{Action, Document};
use crate::report::IndicatorInput;
use crate::web::ui::words::desk::Calculator;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// An input; `row` tells the fields of one input in several rows apart.
pub fn field(
    words: &Calculator,
    row: &str,
    cell: &Cell,
    document: &Document,
    dispatch: &Callback<Action>,
    wish: &Callback<Wish>,
) -> Html {
    let key = &cell.wanted.key;
    let id = format!("{row}-{key}").replace(' ', "-");
    let about = format!("{id}-about");
    let is_wrong = cell.typed.as_ref().is_some_and(|text| !cell.is_read && !text.trim().is_empty());
    let value = cell.typed.clone().or_else(|| cell.reported.as_ref().map(|input| input.value.clone()));
    let unit = cell.reported.as_ref().map_or(&cell.wanted.unit, |input| &input.unit);
    let class = match (&cell.typed, &cell.reported) {
        (Some(_), _) if is_wrong => "field is-wrong",
        (Some(_), _) => "field is-own",
        (None, Some(_)) => "field",
        (None, None) => "field is-wanted",
    };
    html! {
        <li key={key.clone()} {class}>
            <label class="field__name" for={id.clone()} lang="zh-CN">{ &cell.wanted.name }</label>
            <span class="field__entry">
                <input
                    class="field__box" id={id} inputmode="decimal" autocomplete="off" data-testid={key.clone()}
                    value={value.unwrap_or_default()} placeholder={cell.reported.is_none().then_some(words.wanted)}
                    aria-describedby={about.clone()} aria-invalid={is_wrong.then_some("true")}
                    oninput={typed(key, dispatch)} onchange={emptied(key, dispatch)}
                />
                <span class="field__unit">{ (words.unit)(unit) }</span>
            </span>
            <p class="field__about" id={about}>{ about_of(words, cell, document, is_wrong, dispatch, wish) }</p>
        </li>
    }
}

fn typed(key: &str, dispatch: &Callback<Action>) -> Callback<InputEvent> {
    let key = key.to_owned();
    dispatch.reform(move |event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        Action::Typed { key: key.clone(), text: input.value() }
    })
}

/// A field left empty is given back to the report.
fn emptied(key: &str, dispatch: &Callback<Action>) -> Callback<Event> {
    let (key, dispatch) = (key.to_owned(), dispatch.clone());
    Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        if input.value().trim().is_empty() {
            dispatch.emit(Action::Reverted(key.clone()));
        }
    })
}

/// Whose the value is, and the way to where it comes from.
fn about_of(
    words: &Calculator,
    cell: &Cell,
    document: &Document,
    is_wrong: bool,
    dispatch: &Callback<Action>,
    wish: &Callback<Wish>,
) -> Html {
    let place = cell.reported.as_ref().map(|input| places(words, input, document, wish));
    if cell.typed.is_none() {
        return place.unwrap_or_default();
    }
    let key = cell.wanted.key.clone();
    let was = cell.reported.as_ref().map(|input| (words.was)(&input.value, &input.unit));
    html! {
        <>
            if is_wrong {
                <span class="field__wrong">{ words.no_number }</span>
            } else {
                <span class="field__own">{ words.own }</span>
            }
            <span>{ was.unwrap_or_else(|| words.was_nothing.to_owned()) }</span>
            { place.unwrap_or_default() }
            <button type="button" class="field__revert" data-testid="revert" onclick={dispatch.reform(move |_| Action::Reverted(key.clone()))}>
                { words.revert }
            </button>
        </>
    }
}

/// The places of the figures that an input was read from, and how they were added up.
fn places(words: &Calculator, input: &IndicatorInput, document: &Document, wish: &Callback<Wish>) -> Html {
    let link = |figure: u32| {
        let place = document.brief.place(figure).unwrap_or_default();
        let number = document.number;
        html! {
            <button
                type="button" class="field__place" lang="zh-CN" data-testid="place" title={(words.place)(place)}
                onclick={wish.reform(move |_| Wish::Figure { document: number, figure })}
            >{ place }</button>
        }
    };
    html! {
        <>
            if let Some(working) = &input.working {
                <span>{ working }</span>
            }
            { for input.figures.iter().map(|figure| link(*figure)) }
        </>
    }
}
