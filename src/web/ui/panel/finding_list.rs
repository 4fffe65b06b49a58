//! The findings, the gravest first.

use super::decision::mark;
use super::list_row;
use crate::app::checked::Checked;
use crate::app::decision::Review;
use crate::app::filter;
use crate::app::state::{State, Subject};
use crate::project::Decision;
use crate::report::Finding;
use crate::web::ui::component::{Shape, icon, lines, severity_badge};
use crate::web::ui::hook::Dispatch;
use crate::web::ui::words::Words;
use yew::prelude::*;

/// The findings that the filter lets through.
pub fn finding_list(words: &Words, checked: &Checked, review: &Review, state: &State, dispatch: &Dispatch) -> Html {
    let shown = filter::findings(checked, &state.filter);
    if checked.report.findings.is_empty() {
        return clean(words, checked);
    }
    if shown.is_empty() {
        return html! { <p class="lists__none">{ words.list.none }</p> };
    }
    let is_selected = |finding: &Finding| state.subject == Some(Subject::Finding(finding.id));
    html! {
        <ol class="finding-list">
            { for shown.into_iter().map(|finding| row(words, checked, finding, is_selected(finding), review.of(finding.id), dispatch)) }
        </ol>
    }
}

/// What no finding means: that all holds, or that there was nothing to hold.
fn clean(words: &Words, checked: &Checked) -> Html {
    let is_blank = checked.report.coverage.is_blank();
    let (tone, shape) = if is_blank { (Some("is-blank"), Shape::Unchecked) } else { (None, Shape::Pass) };
    let (title, note) =
        if is_blank { (words.list.blank, words.list.blank_note) } else { (words.list.clean, words.list.clean_note) };
    html! {
        <div class={classes!("finding-list__clean", tone)}>
            { icon(shape) }
            <p><strong>{ title }</strong></p>
            <p>{ note }</p>
        </div>
    }
}

fn row(
    words: &Words,
    checked: &Checked,
    finding: &Finding,
    is_selected: bool,
    decided: Option<&Decision>,
    dispatch: &Dispatch,
) -> Html {
    // The place that the message names, which is that of what was to come out.
    let result = finding.relation.and_then(|id| checked.relation(id)).and_then(|relation| relation.result);
    let place = result.or(finding.figures.first().copied()).and_then(|id| checked.figure(id)).map(|f| f.place.clone());
    let depends = if finding.cause.is_some() { "finding-list__item depends" } else { "finding-list__item" };
    let inside = html! {
        <>
            <span class="finding-list__head">
                { severity_badge(words, finding.severity) }
                <span class="finding-list__title">{ words.said(checked, &finding.title) }</span>
                if finding.cause.is_some() {
                    <span class="finding-list__cause">{ words.list.depends }</span>
                }
                if let Some(decision) = decided {
                    <span class="finding-list__decided">{ mark(words, decision) }</span>
                }
            </span>
            <span class="finding-list__message lines" lang="zh-CN">{ lines(&finding.message) }</span>
            <span class="finding-list__foot"><span lang="zh-CN">{ place }</span><span>{ &finding.code }</span></span>
        </>
    };
    html! { <li key={finding.id} class={depends}>{ list_row(Subject::Finding(finding.id), is_selected, inside, dispatch) }</li> }
}
