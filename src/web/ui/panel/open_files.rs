//! The buttons that open files.

use crate::app::action::Action;
use crate::web::intake::given_all;
use crate::web::ui::hook::Dispatch;
use crate::web::ui::words::Words;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What can be read, and what is known well enough to say how it can be made readable.
const ACCEPT: &str =
    ".docx,.docm,.pdf,.xlsx,.xlsm,.xls,.et,.ods,.csv,.tsv,.txt,.md,.html,.htm,.doc,.wps,.ofd,.rtf,.zip,.json";

/// The buttons that open files, several at once, and a whole folder; whether that is what is to be done first.
pub fn open_files(words: &Words, is_first: bool, dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let files = input.files().map(|files| given_all(&files)).unwrap_or_default();
        // So that the same file can be opened again after a change.
        input.set_value("");
        dispatch.emit(Action::FilesGiven(files));
    });
    html! {
        <>
            <label class={if is_first { "button button--primary" } else { "button" }}>
                <input type="file" class="visually-hidden" data-testid="open" accept={ACCEPT} multiple=true onchange={onchange.clone()} />
                { words.input.open }
            </label>
            <label class="button">
                <input type="file" class="visually-hidden" data-testid="open-folder" webkitdirectory=true {onchange} />
                { words.input.open_folder }
            </label>
        </>
    }
}
