//! The screens of the page: the report, and what the desk shows beside it.

use crate::app::action::Action;
use crate::app::state::Screen;
use crate::desk::message::View;
use crate::web::ui::hook::{Dispatch, on};
use crate::web::ui::words::Words;
use yew::prelude::*;

const SCREENS: [Screen; 5] = [
    Screen::Report,
    Screen::Desk(View::Structure),
    Screen::Desk(View::Indicators),
    Screen::Desk(View::Summary),
    Screen::Desk(View::Project),
];

/// The screens, once there is something to show on more than the first.
pub fn screens(words: &Words, open: Screen, is_shown: bool, dispatch: &Dispatch) -> Html {
    if !is_shown {
        return Html::default();
    }
    html! {
        <nav class="screens" aria-label={words.screens}>
            { for SCREENS.iter().zip(words.screen).map(|(screen, name)| html! {
                <button
                    type="button"
                    class={if *screen == open { "screens__screen is-selected" } else { "screens__screen" }}
                    aria-current={(*screen == open).then_some("page")}
                    onclick={on(dispatch, Action::ScreenOpened(*screen))}
                >{ name }</button>
            }) }
        </nav>
    }
}
