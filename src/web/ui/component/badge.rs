//! Badges: always a shape and a word, so that colour is never the only sign.

use super::icon::{Icon, Shape};
use crate::report::{FigureStatus, Severity, Verdict};
use crate::web::ui::hook::use_words;
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
        Verdict::Exact | Verdict::Rounded | Verdict::Coarse => "verified",
        Verdict::Inconsistent => "conflicting",
        Verdict::Unchecked => "unchecked",
    }
}

/// What a severity badge is drawn from.
#[derive(Properties, PartialEq)]
pub struct SeverityProps {
    /// The severity.
    pub severity: Severity,
}

/// A severity as shape and word.
#[component]
pub fn SeverityBadge(props: &SeverityProps) -> Html {
    let words = use_words();
    let shape = match props.severity {
        Severity::Error => Shape::Error,
        Severity::Suspect => Shape::Suspect,
        Severity::Note => Shape::Note,
    };
    badge(severity_class(props.severity), shape, (words.severity)(props.severity))
}

/// What a verdict badge is drawn from.
#[derive(Properties, PartialEq)]
pub struct VerdictProps {
    /// The verdict.
    pub verdict: Verdict,
}

/// A verdict as shape and word.
#[component]
pub fn VerdictBadge(props: &VerdictProps) -> Html {
    let words = use_words();
    let shape = match props.verdict {
        Verdict::Exact => Shape::Pass,
        Verdict::Rounded | Verdict::Coarse => Shape::Rounded,
        Verdict::Inconsistent => Shape::Error,
        Verdict::Unchecked => Shape::Unchecked,
    };
    badge(verdict_class(props.verdict), shape, (words.verdict)(props.verdict))
}

/// What a status badge is drawn from.
#[derive(Properties, PartialEq)]
pub struct StatusProps {
    /// What became of the figure.
    pub status: FigureStatus,
}

/// What became of a figure as shape and word.
#[component]
pub fn StatusBadge(props: &StatusProps) -> Html {
    let words = use_words();
    let shape = match props.status {
        FigureStatus::Verified => Shape::Pass,
        FigureStatus::Conflicting => Shape::Error,
        FigureStatus::Single => Shape::Single,
        FigureStatus::Unchecked => Shape::Unchecked,
    };
    badge(status_class(props.status), shape, (words.status)(props.status))
}

fn badge(class: &'static str, shape: Shape, word: &'static str) -> Html {
    html! {
        <span class={classes!("badge", format!("badge--{class}"))}>
            <Icon {shape} /><span class="badge__word">{ word }</span>
        </span>
    }
}
