//! The box: text typed or pasted, a sample, files opened. Nothing is sent anywhere.

use super::open_files;
use crate::app::action::Action;
use crate::app::state::{Entry, Sheet};
use crate::web::ui::component::{Shape, icon};
use crate::web::ui::hook::{on, use_surroundings};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// What the box is drawn from.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The document.
    pub entry: Entry,
    /// Whether the box has the room.
    pub sheet: Sheet,
    /// Whether a text was emptied that can be brought back.
    pub is_cleared: bool,
    /// Whether the list of files stands above it, with its own buttons.
    pub with_files: bool,
}

/// The box and its buttons.
#[component]
pub fn Input(props: &Props) -> Html {
    let (dispatch, words) = use_surroundings();
    let is_empty = props.entry.text.is_empty();
    let is_folded = !is_empty && props.sheet == Sheet::Reading;

    let oninput = dispatch
        .reform(|event: InputEvent| Action::TextEdited(event.target_unchecked_into::<HtmlTextAreaElement>().value()));
    html! {
        <section
            class={classes!("input", is_folded.then_some("is-folded"))}
            aria-label={words.input.label}
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
                if !props.with_files {
                    { open_files(words, is_empty, &dispatch) }
                }
                if is_empty {
                    <button type="button" class="button" data-testid="sample" onclick={on(&dispatch, Action::SampleChosen)}>{ words.input.sample }</button>
                }
                if !is_empty {
                    <button type="button" class="button" data-testid="clear" onclick={on(&dispatch, Action::Cleared)}>{ words.input.clear }</button>
                    if is_folded {
                        <button type="button" class="button" onclick={on(&dispatch, Action::SheetTurned(Sheet::Editing))}>{ words.input.edit }</button>
                    } else {
                        <button type="button" class="button" onclick={on(&dispatch, Action::SheetTurned(Sheet::Reading))}>{ words.input.fold }</button>
                    }
                } else if props.is_cleared {
                    <button type="button" class="button" data-testid="restore" onclick={on(&dispatch, Action::ClearUndone)}>{ words.input.restore }</button>
                }
                <p class="input__privacy" id="privacy">{ icon(Shape::Shield) }{ words.input.privacy }</p>
            </div>
        </section>
    }
}
