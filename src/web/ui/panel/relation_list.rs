//! All relations, grouped by verdict, within a group in the order of the document: what does not hold comes first, what holds is seen too.

use crate::app::action::Action;
use crate::app::checked::Checked;
use crate::app::filter::{self, Filter};
use crate::app::state::Subject;
use crate::report::{Relation, Verdict};
use crate::web::ui::component::verdict_badge;
use crate::web::ui::hook::{Dispatch, on};
use crate::web::ui::words::Words;
use yew::prelude::*;

/// The verdicts, what asks for a look first.
pub const VERDICTS: [Verdict; 5] =
    [Verdict::Inconsistent, Verdict::Unchecked, Verdict::Coarse, Verdict::Rounded, Verdict::Exact];

/// The relations that the filter lets through.
pub fn relation_list(
    words: &Words,
    checked: &Checked,
    filter: &Filter,
    subject: Option<Subject>,
    dispatch: &Dispatch,
) -> Html {
    let shown = filter::relations(checked, filter);
    if shown.is_empty() {
        let none = if checked.report.relations.is_empty() { words.list.no_relations } else { words.list.none };
        return html! { <p class="lists__none">{ none }</p> };
    }
    let groups = VERDICTS.iter().filter_map(|verdict| {
        let group: Vec<&&Relation> = shown.iter().filter(|relation| relation.verdict == *verdict).collect();
        (!group.is_empty()).then(|| html! {
            <section key={format!("{verdict:?}")} class="relation-list" aria-label={(words.verdict)(*verdict)}>
                <h3 class="relation-list__verdict">{ (words.verdict)(*verdict) }<span class="relation-list__count">{ group.len() }</span></h3>
                <ol>
                    { for group.into_iter().map(|relation| html! {
                        <li key={relation.id}>
                            { row(words, checked, relation, subject == Some(Subject::Relation(relation.id)), dispatch) }
                        </li>
                    }) }
                </ol>
            </section>
        })
    });
    html! { <>{ for groups }</> }
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
            class={if is_selected { "relation-list__row is-selected" } else { "relation-list__row" }}
            aria-current={is_selected.then_some("true")}
            onclick={on(dispatch, Action::SubjectChosen(Subject::Relation(relation.id)))}
        >
            <span class="relation-list__head">
                { verdict_badge(words, relation.verdict) }
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
