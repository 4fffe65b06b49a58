//! A stretch of the report with its figures marked: the words of a paragraph or of a cell.

use super::badge::{severity_class, status_class};
use crate::app::block::{Piece, PieceKind};
use crate::web::ui::words::Words;
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

/// What the choice of the person lights up in a strip of the report.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lights {
    /// The figures.
    pub figures: Vec<Light>,
    /// The finding chosen, where its mark of words stands here.
    pub finding: Option<u32>,
    /// The digits chosen that are no figure, where they stand here.
    pub excluded: Option<u32>,
    /// The block or row that the reading note chosen speaks of, where it stands here.
    pub noted: Option<usize>,
}

impl Lights {
    /// Those of them that fall on these pieces.
    pub fn on(&self, pieces: &[Piece]) -> Self {
        let has = |kind: &dyn Fn(&Piece) -> bool| pieces.iter().any(kind);
        let figure = |id: u32| has(&|piece| matches!(piece.kind, PieceKind::Figure(other, _) if other == id));
        Self {
            figures: self.figures.iter().filter(|light| figure(light.figure)).copied().collect(),
            finding: self.finding.filter(|id| has(&|piece| piece.finding.is_some_and(|(other, _)| other == *id))),
            excluded: self.excluded.filter(|at| has(&|piece| piece.kind == PieceKind::Excluded(*at))),
            noted: None,
        }
    }
}

/// Pieces of the report, lit.
pub fn pieces(words: &Words, pieces: &[Piece], lights: &Lights) -> Html {
    let piece = |piece: &Piece| {
        let light = match piece.kind {
            PieceKind::Figure(id, _) => lights.figures.iter().find(|light| light.figure == id),
            PieceKind::Words | PieceKind::Excluded(_) => None,
        };
        let severity = piece.finding.map(|(_, severity)| (words.severity)(severity));
        match piece.kind {
            PieceKind::Excluded(at) => excluded(piece, at, lights.excluded == Some(at)),
            PieceKind::Words | PieceKind::Figure(..) => draw(piece, light, lights.finding, severity),
        }
    };
    html! { <>{ for pieces.iter().map(piece) }</> }
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
