//! The box: text typed or pasted, a sample, a file opened or dropped. Nothing is sent anywhere.

use crate::app::action::Action;
use crate::app::state::{Entry, Sheet};
use crate::web::ui::component::{Shape, icon};
use crate::web::ui::hook::{Dispatch, on, use_surroundings};
use gloo::file::{File, callbacks::FileReader, callbacks::read_as_bytes};
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::{DragEvent, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// What the box is drawn from.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The document.
    pub entry: Entry,
    /// Whether the box has the room.
    pub sheet: Sheet,
    /// What could not be read.
    pub notice: Option<String>,
}

/// The box and its buttons.
#[component]
pub fn Input(props: &Props) -> Html {
    let (dispatch, words) = use_surroundings();
    let reader = use_mut_ref(|| None::<FileReader>);
    let is_over = use_state(|| false);
    let is_empty = props.entry.text.is_empty();
    let is_folded = !is_empty && props.sheet == Sheet::Reading;

    let oninput = dispatch
        .reform(|event: InputEvent| Action::TextEdited(event.target_unchecked_into::<HtmlTextAreaElement>().value()));
    let onfile = {
        let (dispatch, reader) = (dispatch.clone(), reader.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                read(file, &reader, &dispatch, words.input.not_text);
            }
            // So that the same file can be opened again after a change.
            input.set_value("");
        })
    };
    let ondrop = {
        let is_over = is_over.clone();
        let dispatch = dispatch.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            is_over.set(false);
            if let Some(file) = event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0)) {
                read(file, &reader, &dispatch, words.input.not_text);
            }
        })
    };
    let over = |value: bool| {
        let is_over = is_over.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            is_over.set(value);
        })
    };
    html! {
        <section
            class={classes!("input", is_folded.then_some("is-folded"), is_over.then_some("is-over"))}
            aria-label={words.input.label}
            {ondrop} ondragover={over(true)} ondragleave={over(false)}
        >
            <textarea
                id="input"
                class="input__box"
                data-testid="input"
                aria-label={words.input.label}
                aria-describedby="privacy"
                placeholder={words.input.placeholder}
                spellcheck="false"
                autocomplete="off"
                value={AttrValue::from(props.entry.text.clone())}
                {oninput}
                onfocus={dispatch.reform(|_: FocusEvent| Action::SheetTurned(Sheet::Editing))}
            />
            <div class="input__bar">
                <button type="button" class="button button--primary" data-testid="sample" onclick={on(&dispatch, Action::SampleChosen)}>
                    { words.input.sample }
                </button>
                <label class="button">
                    <input type="file" class="visually-hidden" accept=".txt,.md,text/plain" onchange={onfile} />
                    { words.input.open }
                </label>
                if !is_empty {
                    <button type="button" class="button" onclick={on(&dispatch, Action::Cleared)}>{ words.input.clear }</button>
                    if is_folded {
                        <button type="button" class="button" onclick={on(&dispatch, Action::SheetTurned(Sheet::Editing))}>{ words.input.edit }</button>
                    } else {
                        <button type="button" class="button" onclick={on(&dispatch, Action::SheetTurned(Sheet::Reading))}>{ words.input.fold }</button>
                    }
                }
                <p class="input__privacy" id="privacy">{ icon(Shape::Shield) }{ words.input.privacy }</p>
            </div>
            if let Some(notice) = &props.notice {
                <p class="input__notice" role="alert">{ notice }</p>
            }
            if *is_over {
                <div class="input__drop" aria-hidden="true">{ words.input.drop }</div>
            }
        </section>
    }
}

/// The reader is kept until the next file: dropping it would stop the reading.
fn read(file: web_sys::File, reader: &Rc<RefCell<Option<FileReader>>>, dispatch: &Dispatch, refusal: &'static str) {
    let dispatch = dispatch.clone();
    let name = file.name();
    let task = read_as_bytes(&File::from(file), move |bytes| {
        let text = bytes.ok().and_then(|bytes| String::from_utf8(bytes).ok());
        dispatch.emit(match text {
            Some(text) => Action::TextGiven { name, text: text.trim_start_matches('\u{feff}').to_owned() },
            None => Action::FileRefused(refusal.to_owned()),
        });
    });
    *reader.borrow_mut() = Some(task);
}
