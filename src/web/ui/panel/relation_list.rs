//! All relations, judged or not, in the order of the document: what holds is seen too.

use crate::app::action::Action;
use crate::app::checked::Checked;
use crate::app::filter::{self, Filter};
use crate::app::state::Subject;
use crate::report::Relation;
use crate::web::ui::component::VerdictBadge;
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

/// All relations.
#[component]
pub fn RelationList(props: &Props) -> Html {
    let words = use_words();
    let dispatch = use_dispatch();
    let shown = filter::relations(&props.checked, &props.filter);
    if shown.is_empty() {
        let none = if props.checked.report.relations.is_empty() { words.list.no_relations } else { words.list.none };
        return html! { <p class="lists__none">{ none }</p> };
    }
    html! {
        <ol class="relation-list">
            { for shown.into_iter().map(|relation| html! {
                <li key={relation.id}>
                    { row(words, &props.checked, relation, props.subject == Some(Subject::Relation(relation.id)), &dispatch) }
                </li>
            }) }
        </ol>
    }
}

/// A relation on three lines: what it is of, its working, and why it is unchecked.
pub fn row(words: &Words, checked: &Checked, relation: &Relation, is_selected: bool, dispatch: &Dispatch) -> Html {
    let figure = relation.result.or_else(|| relation.operands.first().copied()).and_then(|id| checked.figure(id));
    let label = figure.and_then(|figure| figure.label.clone());
    html! {
        <button
            type="button"
            id={format!("relation-{}", relation.id)}
            data-testid="relation"
            class={classes!("relation-list__row", is_selected.then_some("is-selected"))}
            aria-current={is_selected.then_some("true")}
            onclick={on(dispatch, Action::SubjectChosen(Subject::Relation(relation.id)))}
        >
            <span class="relation-list__head">
                <VerdictBadge verdict={relation.verdict} />
                <span class="relation-list__kind">{ (words.kind)(relation.kind) }</span>
                <span class="relation-list__label" lang="zh-CN">{ label }</span>
            </span>
            <span class="relation-list__formula">{ &relation.formula }</span>
            if let Some(reason) = &relation.reason {
                <span class="relation-list__reason" lang="zh-CN">{ (words.term)(reason) }</span>
            }
        </button>
    }
}
