//! A paragraph of the report with its figures marked. Redrawn only when its own lights change.

use super::pieces::{Lights, pieces};
use crate::app::block::{Block, Level};
use crate::web::ui::hook::use_surroundings;
use std::rc::Rc;
use yew::prelude::*;

/// What a paragraph is drawn from.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The paragraph.
    pub block: Rc<Block>,
    /// What is lit in it.
    pub lights: Lights,
}

/// A paragraph of the report.
#[component]
pub fn BlockText(props: &Props) -> Html {
    let (_, words) = use_surroundings();
    let id = props.lights.noted.map(|_| "noted");
    let inside = pieces(words, &props.block.pieces, &props.lights);
    match props.block.level {
        Level::Title => html! { <h2 {id} class="block block--title">{ inside }</h2> },
        Level::Heading => html! { <h3 {id} class="block block--heading">{ inside }</h3> },
        Level::Paragraph => html! { <p {id} class="block">{ inside }</p> },
    }
}
