//! The button that opens a user's own rule pack; it is read here and stays on this machine.

use crate::desk::state::Action;
use crate::pack::Pack;
use crate::web::ui::words::desk::Calculator;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

/// The button that opens a rule pack.
pub fn open_pack(words: &Calculator, dispatch: &Callback<Action>) -> Html {
    let dispatch = dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let file = input.files().and_then(|files| files.get(0));
        // So that the same file can be opened again after a change.
        input.set_value("");
        if let Some(file) = file {
            let dispatch = dispatch.clone();
            spawn_local(async move {
                let pack = match text_of(&file).await {
                    Ok(text) => match Pack::read(&text) {
                        Ok(pack) => Ok((Rc::new(pack), text)),
                        Err(error) => Err(error.message()),
                    },
                    Err(error) => Err(format!("{error:?}")),
                };
                dispatch.emit(Action::PackGiven { name: file.name(), pack });
            });
        }
    });
    html! {
        <label class="button">
            <input type="file" class="visually-hidden" data-testid="open-pack" accept=".json,application/json" {onchange} />
            { words.open_pack }
        </label>
    }
}

async fn text_of(file: &File) -> Result<String, JsValue> {
    JsFuture::from(file.text()).await.map(|text| text.as_string().unwrap_or_default())
}
