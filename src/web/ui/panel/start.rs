//! What stands around the box while there is no text: what the program does and how to begin.

use crate::web::ui::component::{Shape, icon};
use crate::web::ui::words::Words;
use yew::prelude::*;

/// The head of the start screen.
pub fn start(words: &Words) -> Html {
    let start = &words.start;
    html! {
        <header class="start">
            <h1 class="start__title">{ start.title }</h1>
            <p class="start__lead">{ start.lead }</p>
        </header>
    }
}

/// The foot of the start screen.
pub fn points(words: &Words) -> Html {
    let start = &words.start;
    let shapes = [Shape::Pass, Shape::Edit, Shape::Shield];
    html! {
        <ul class="start__points">
            { for start.points.iter().zip(shapes).map(|((head, words), shape)| html! {
                <li class="start__point">
                    { icon(shape) }
                    <strong>{ head }</strong>
                    <p>{ words }</p>
                </li>
            }) }
        </ul>
    }
}
