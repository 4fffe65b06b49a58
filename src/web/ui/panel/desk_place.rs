//! The place of the desk on the page; what is in it is the desk's own.

use crate::web::ui::words::Words;
use yew::prelude::*;

/// The place of the desk; until it is there, and where it does not come, the page says so.
pub fn desk_place(words: &Words, is_open: bool) -> Html {
    html! {
        <main class="desk" id="desk" tabindex="-1" hidden={!is_open} data-testid="desk">
            <div class="desk__place"></div>
            <p class="desk__loading" role="status">{ words.desk.loading }</p>
            <p class="desk__failed" role="status">{ words.desk.failed }</p>
        </main>
    }
}
