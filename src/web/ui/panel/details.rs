//! The inspector: the working of what was chosen, the figure chosen, else the overview.

use super::decision::decision;
use super::{excluded_card, figure_card, overview};
use crate::app::action::Action;
use crate::app::checked::Checked;
use crate::app::decision::Review;
use crate::app::state::{State, Subject};
use crate::report::{Finding, PERSONAL, Relation, Verdict};
use crate::web::ui::component::{
    CopyButton, Shape, WorkingTable, icon, lines, said, severity_badge, verdict_badge, working_table,
};
use crate::web::ui::hook::{Dispatch, give_back, on};
use crate::web::ui::words::Words;
use yew::prelude::*;

/// The inspector of an answer; `onexport` offers the document as files.
pub fn details(
    words: &Words,
    checked: &Checked,
    state: &State,
    review: &Review,
    onexport: &Callback<MouseEvent>,
    dispatch: &Dispatch,
) -> Html {
    let finding = match state.subject {
        Some(Subject::Finding(id)) => checked.finding(id),
        _ => None,
    };
    let relation = match state.subject {
        Some(Subject::Relation(id)) => Some(id),
        _ => finding.and_then(|finding| finding.relation),
    };
    let relation = relation.and_then(|id| checked.relation(id));
    let excluded = state.excluded.and_then(|at| checked.report.excluded.get(at as usize));
    if state.subject.is_none() && state.figure.is_none() && excluded.is_none() {
        return html! { <section class="details" aria-label={words.totals.title}>{ overview(words, checked, dispatch) }</section> };
    }
    html! {
        <section class="details" aria-label={words.working.title}>
            <button type="button" class="details__back" onclick={back(state, dispatch)}>
                { icon(Shape::Back) }{ words.working.back }
            </button>
            if let Some(finding) = finding {
                { head_of_finding(words, checked, finding) }
            } else if let Some(relation) = relation {
                { head_of_relation(words, relation) }
            }
            if let Some(relation) = relation {
                { working(words, checked, relation, state.figure, dispatch) }
            }
            if let Some(finding) = finding {
                { diagnosis(words, checked, finding, dispatch) }
                <div class="details__message">
                    <p class="lines" lang="zh-CN">{ lines(&finding.message) }</p>
                    <CopyButton text={finding.message.clone()} label={words.working.copy} done={words.working.copied} />
                </div>
                if finding.code == PERSONAL {
                    <div class="details__export">
                        <button type="button" class="copy-button" data-testid="mask" onclick={onexport}>
                            { icon(Shape::Export) }<span>{ words.working.mask }</span>
                        </button>
                    </div>
                }
                { decision(words, finding.id, review.of(finding.id), dispatch) }
                { advice(words, checked, words.working.remedy, &finding.remedy) }
                { advice(words, checked, words.working.basis, &finding.basis) }
            }
            if let Some(figure) = state.figure {
                { figure_card(words, checked, figure, state.subject, dispatch) }
            } else if let Some(excluded) = excluded {
                { excluded_card(words, checked, excluded) }
            }
        </section>
    }
}

/// One step back; where that is the last, the focus is again on the row or the figure that was chosen.
fn back(state: &State, dispatch: &Dispatch) -> Callback<MouseEvent> {
    let is_last = state.subject.is_none() || state.figure.is_none();
    dispatch.reform(move |event: MouseEvent| {
        if is_last {
            give_back(&event, ".regions", ".lists [aria-current], .is-chosen");
        }
        Action::Dismissed
    })
}

fn head_of_finding(words: &Words, checked: &Checked, finding: &Finding) -> Html {
    html! {
        <header class="details__head">
            { severity_badge(words, finding.severity) }
            <h2 class="details__title">{ words.said(checked, &finding.title) }</h2>
            <span class="details__code">{ &finding.code }</span>
        </header>
    }
}

fn head_of_relation(words: &Words, relation: &Relation) -> Html {
    html! {
        <header class="details__head">
            { verdict_badge(words, relation.verdict) }
            <h2 class="details__title">{ (words.kind)(relation.kind) }</h2>
            <span class="details__code">{ &relation.cue }</span>
        </header>
    }
}

fn working(words: &Words, checked: &Checked, relation: &Relation, figure: Option<u32>, dispatch: &Dispatch) -> Html {
    let holds = !matches!(relation.verdict, Verdict::Inconsistent | Verdict::Unchecked);
    html! {
        <>
            <p class="details__formula">{ &relation.formula }</p>
            if let Some(reason) = &relation.reason {
                <p class="details__reason"><strong>{ words.working.reason }</strong>{ said(words, checked, reason) }</p>
            }
            if let Some(working) = &relation.working {
                { working_table(words, &WorkingTable { checked, working, result: relation.result, others: checked.other_side(relation), chosen: figure, holds, onrow: Some(dispatch.reform(Action::RowChosen)) }) }
                <p class="details__hint">{ words.working.hint }</p>
            }
        </>
    }
}

/// What the table of warnings says, under its name.
fn advice(words: &Words, checked: &Checked, name: &str, text: &str) -> Html {
    if text.is_empty() {
        return Html::default();
    }
    html! { <p class="details__reason"><strong>{ name }</strong>{ said(words, checked, text) }</p> }
}

fn diagnosis(words: &Words, checked: &Checked, finding: &Finding, dispatch: &Dispatch) -> Html {
    let Some(diagnosis) = &finding.diagnosis else { return Html::default() };
    let text = said(words, checked, &diagnosis.text);
    html! {
        <div class="details__diagnosis">
            <strong>{ words.working.diagnosis }</strong>
            if let Some(figure) = diagnosis.figure {
                <button type="button" class="link" onclick={on(dispatch, Action::RowChosen(figure))}>{ text }</button>
            } else {
                { text }
            }
        </div>
    }
}
