//! A strip of the report. What is far from the view is a gap of about its height until it comes near.

use super::block_text::BlockText;
use super::pieces::Lights;
use super::table_rows::table_rows;
use crate::app::strip::{Content, Strip as Drawn};
use crate::web::ui::hook::{Watch, use_surroundings};
use std::rc::Rc;
use yew::prelude::*;

/// What a strip is drawn from.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The strip.
    pub strip: Rc<Drawn>,
    /// Whether it is its turn, however far it is.
    pub is_due: bool,
    /// What is lit in it.
    pub lights: Lights,
}

/// A strip of the report.
#[component]
pub fn Strip(props: &Props) -> Html {
    let (_, words) = use_surroundings();
    let node = use_node_ref();
    let was_near = use_state(|| false);
    // What is lit is about to be looked at.
    let is_drawn = *was_near || props.is_due || props.lights != Lights::default();
    {
        let (node, was_near) = (node.clone(), was_near.clone());
        use_effect_with(is_drawn, move |is_drawn| {
            let watch = if *is_drawn {
                was_near.set(true);
                None
            } else {
                Watch::new(&node, ".report-text", move || was_near.set(true))
            };
            move || drop(watch)
        });
    }
    match &props.strip.content {
        Content::Blocks(blocks) if is_drawn => html! {
            { for blocks.iter().map(|block| {
                let noted = props.lights.noted.filter(|item| *item == block.number);
                let lights = Lights { noted, ..props.lights.on(&block.pieces) };
                html! { <BlockText key={block.number} block={block.clone()} {lights} /> }
            }) }
        },
        Content::Blocks(_) => html! { <div ref={node} style={height(props.strip.lines)}></div> },
        Content::Rows(table, rows) => {
            let inside = if is_drawn {
                table_rows(words, table, rows, &props.lights)
            } else {
                html! { <tr><td style={height(props.strip.lines)}></td></tr> }
            };
            if rows.first().is_some_and(|row| row.number < table.heads) {
                html! { <thead ref={node}>{ inside }</thead> }
            } else {
                html! { <tbody ref={node}>{ inside }</tbody> }
            }
        }
    }
}

fn height(lines: usize) -> String {
    format!("height:{}em", lines * 2)
}
