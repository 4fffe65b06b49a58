//! Badges: always a shape and a word, so that colour is never the only sign.

use super::icon::{Shape, icon};
use crate::report::{FigureStatus, Severity, Verdict};
use crate::web::ui::words::Words;
use yew::prelude::*;

/// The part of a class name that stands for a severity.
pub const fn severity_class(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Suspect => "suspect",
        Severity::Note => "note",
    }
}

/// The part of a class name that stands for what became of a figure.
pub const fn status_class(status: FigureStatus) -> &'static str {
    match status {
        FigureStatus::Verified => "verified",
        FigureStatus::Conflicting => "conflicting",
        FigureStatus::Single => "single",
        FigureStatus::Unchecked => "unchecked",
    }
}

/// The part of a class name that stands for a verdict.
pub const fn verdict_class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Exact | Verdict::Rounded => "verified",
        Verdict::Inconsistent => "conflicting",
        // What holds only where whole numbers are taken as rounded: the ledger counts its figures as unchecked.
        Verdict::Coarse | Verdict::Unchecked => "unchecked",
    }
}

/// A severity as shape and word.
pub fn severity_badge(words: &Words, severity: Severity) -> Html {
    let shape = match severity {
        Severity::Error => Shape::Error,
        Severity::Suspect => Shape::Suspect,
        Severity::Note => Shape::Note,
    };
    badge(severity_class(severity), shape, (words.severity)(severity))
}

/// A verdict as shape and word.
pub fn verdict_badge(words: &Words, verdict: Verdict) -> Html {
    let shape = match verdict {
        Verdict::Exact => Shape::Pass,
        Verdict::Rounded | Verdict::Coarse => Shape::Rounded,
        Verdict::Inconsistent => Shape::Error,
        Verdict::Unchecked => Shape::Unchecked,
    };
    badge(verdict_class(verdict), shape, (words.verdict)(verdict))
}

/// What became of a figure as shape and word.
pub fn status_badge(words: &Words, status: FigureStatus) -> Html {
    let shape = match status {
        FigureStatus::Verified => Shape::Pass,
        FigureStatus::Conflicting => Shape::Error,
        FigureStatus::Single => Shape::Single,
        FigureStatus::Unchecked => Shape::Unchecked,
    };
    badge(status_class(status), shape, (words.status)(status))
}

fn badge(class: &'static str, shape: Shape, word: &'static str) -> Html {
    html! {
        <span class={classes!("badge", format!("badge--{class}"))}>
            { icon(shape) }<span class="badge__word">{ word }</span>
        </span>
    }
}
