//! The findings, the gravest first.

use crate::app::action::Action;
use crate::app::checked::Checked;
use crate::app::filter::{self, Filter};
use crate::app::state::Subject;
use crate::report::Finding;
use crate::web::ui::component::{Icon, SeverityBadge, Shape, severity_class};
use crate::web::ui::hook::{Dispatch, on, use_dispatch, use_words};
use crate::web::ui::words::Words;
use std::rc::Rc;
use yew::prelude::*;

/// What the list is drawn from.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The answer.
    pub checked: Rc<Checked>,
    /// What it is narrowed to.
    pub filter: Filter,
    /// What was chosen.
    pub subject: Option<Subject>,
}

/// The findings.
#[component]
pub fn FindingList(props: &Props) -> Html {
    let words = use_words();
    let dispatch = use_dispatch();
    let shown = filter::findings(&props.checked, &props.filter);
    if props.checked.report.findings.is_empty() {
        return html! {
            <div class="finding-list__clean">
                <Icon shape={Shape::Pass} />
                <p><strong>{ words.list.clean }</strong></p>
                <p>{ words.list.clean_note }</p>
            </div>
        };
    }
    if shown.is_empty() {
        return html! { <p class="lists__none">{ words.list.none }</p> };
    }
    html! {
        <ol class="finding-list">
            { for shown.into_iter().map(|finding| row(words, props, finding, &dispatch)) }
        </ol>
    }
}

fn row(words: &Words, props: &Props, finding: &Finding, dispatch: &Dispatch) -> Html {
    let subject = Subject::Finding(finding.id);
    let is_selected = props.subject == Some(subject);
    let place = finding.figures.first().and_then(|id| props.checked.figure(*id)).map(|figure| figure.place.clone());
    html! {
        <li key={finding.id}>
            <button
                type="button"
                id={format!("finding-{}", finding.id)}
                data-testid="finding"
                class={classes!("finding-list__row", format!("finding-list__row--{}", severity_class(finding.severity)), is_selected.then_some("is-selected"))}
                aria-current={is_selected.then_some("true")}
                onclick={on(dispatch, Action::SubjectChosen(subject))}
            >
                <span class="finding-list__head">
                    <SeverityBadge severity={finding.severity} />
                    <span class="finding-list__title">{ title(words, finding) }</span>
                </span>
                <span class="finding-list__message" lang="zh-CN">{ &finding.message }</span>
                <span class="finding-list__foot"><span lang="zh-CN">{ place }</span><span>{ &finding.code }</span></span>
            </button>
        </li>
    }
}

/// The engine's title, or the name of the warning in the language of the interface.
pub fn title(words: &Words, finding: &Finding) -> String {
    (words.warning)(&finding.code).map_or_else(|| finding.title.clone(), str::to_owned)
}
