//! A paragraph of the report with its figures marked. Redrawn only when its own lights change.

use super::badge::{severity_class, status_class};
use crate::app::block::{Block, Level, Piece, PieceKind};
use crate::web::ui::hook::use_surroundings;
use std::rc::Rc;
use yew::prelude::*;

/// A figure that the choice of the person lights up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Light {
    /// The figure.
    pub figure: u32,
    /// Its part in what was chosen.
    pub role: Role,
    /// Whether the figure itself was chosen.
    pub chosen: bool,
}

/// The part a figure has in what was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Computed from.
    Operand,
    /// Compared with.
    Result,
    /// Neither: chosen alone.
    Alone,
}

/// What a paragraph is drawn from.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The paragraph.
    pub block: Rc<Block>,
    /// The lights within it.
    pub lights: Vec<Light>,
    /// The finding chosen, where its mark of words stands here.
    pub finding: Option<u32>,
    /// The digits chosen that are no figure, where they stand here.
    pub excluded: Option<u32>,
}

/// A paragraph of the report.
#[component]
pub fn BlockText(props: &Props) -> Html {
    let (_, words) = use_surroundings();
    let pieces = props.block.pieces.iter().map(|piece| {
        let light = match piece.kind {
            PieceKind::Figure(id, _) => props.lights.iter().find(|light| light.figure == id),
            PieceKind::Words | PieceKind::Excluded(_) => None,
        };
        let severity = piece.finding.map(|(_, severity)| (words.severity)(severity));
        match piece.kind {
            PieceKind::Excluded(at) => excluded(piece, at, props.excluded == Some(at)),
            PieceKind::Words | PieceKind::Figure(..) => draw(piece, light, props.finding, severity),
        }
    });
    match props.block.level {
        Level::Title => html! { <h2 class="block block--title">{ for pieces }</h2> },
        Level::Heading => html! { <h3 class="block block--heading">{ for pieces }</h3> },
        Level::Paragraph => html! { <p class="block">{ for pieces }</p> },
    }
}

/// Digits that are no figure: read like the words around them, and chosen to learn why.
fn excluded(piece: &Piece, at: u32, is_chosen: bool) -> Html {
    html! {
        <span
            id={format!("excluded-{at}")} class={if is_chosen { "excluded is-chosen" } else { "excluded" }}
            tabindex="-1" data-excluded={at.to_string()}
        >{ &*piece.text }</span>
    }
}

fn draw(piece: &Piece, light: Option<&Light>, chosen: Option<u32>, severity: Option<&'static str>) -> Html {
    let mut class = Classes::new();
    let mut figure = None;
    match piece.kind {
        PieceKind::Words if piece.finding.is_none() => return html! { { &*piece.text } },
        PieceKind::Words | PieceKind::Excluded(_) => {
            if piece.finding.map(|(id, _)| id) == chosen {
                class.push("is-result");
            }
        }
        PieceKind::Figure(id, status) => {
            figure = Some(id);
            class.push("figure");
            class.push(format!("figure--{}", status_class(status)));
        }
    }
    if let Some(light) = light {
        class.push(match light.role {
            Role::Operand => "is-operand",
            Role::Result => "is-result",
            Role::Alone => "is-alone",
        });
        if light.chosen {
            class.push("is-chosen");
        }
    }
    let id = figure.map(|id| format!("figure-{id}"));
    let figure = figure.map(|id| id.to_string());
    match (piece.finding, severity) {
        (Some((finding, weight)), Some(word)) => html! {
            <mark
                {id}
                class={classes!("mark", format!("mark--{}", severity_class(weight)), class)}
                role="button"
                tabindex="0"
                aria-label={format!("{}（{word}）", piece.text)}
                data-finding={finding.to_string()}
                data-figure={figure}
            >{ &*piece.text }</mark>
        },
        _ => html! { <span {id} {class} tabindex="-1" data-figure={figure}>{ &*piece.text }</span> },
    }
}
