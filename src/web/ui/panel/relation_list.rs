//! All relations, grouped by verdict, within a group in the order of the document: what does not hold comes first, what holds is seen too.

use super::list_row;
use crate::app::checked::Checked;
use crate::app::filter::{self, Filter};
use crate::app::state::Subject;
use crate::report::{Relation, Source, Verdict};
use crate::web::ui::component::{said, verdict_badge};
use crate::web::ui::hook::{Dispatch, use_surroundings};
use crate::web::ui::words::Words;
use crate::web::ui::words::relation::Stating;
use std::rc::Rc;
use yew::prelude::*;

/// The verdicts, what asks for a look first.
pub const VERDICTS: [Verdict; 5] =
    [Verdict::Inconsistent, Verdict::Unchecked, Verdict::Coarse, Verdict::Rounded, Verdict::Exact];

/// How many relations of a verdict are drawn before the rest is asked for: hundreds of rows hold the page up.
const DRAWN: usize = 60;

/// The relations that the filter lets through.
pub fn relation_list(words: &Words, checked: &Rc<Checked>, filter: &Filter, subject: Option<Subject>) -> Html {
    let shown = filter::relations(checked, filter);
    if shown.is_empty() {
        let none = if checked.report.relations.is_empty() { words.list.no_relations } else { words.list.none };
        return html! { <p class="lists__none">{ none }</p> };
    }
    let groups = VERDICTS.iter().filter_map(|verdict| {
        let relations: Vec<u32> =
            shown.iter().filter(|relation| relation.verdict == *verdict).map(|relation| relation.id).collect();
        let selected = relations.iter().copied().find(|id| subject == Some(Subject::Relation(*id)));
        let key = *verdict as usize;
        (!relations.is_empty())
            .then(|| html! { <Group {key} checked={checked.clone()} verdict={*verdict} {relations} {selected} /> })
    });
    html! { <>{ for groups }</> }
}

#[derive(Properties, PartialEq)]
struct GroupProps {
    checked: Rc<Checked>,
    verdict: Verdict,
    relations: Vec<u32>,
    selected: Option<u32>,
}

/// The relations of one verdict.
#[component]
fn Group(props: &GroupProps) -> Html {
    let (dispatch, words) = use_surroundings();
    let is_whole = use_state(|| false);
    let all = props.relations.len();
    // What was chosen is always among the rows.
    let chosen = props.relations.iter().position(|id| Some(*id) == props.selected).map_or(0, |at| at + 1);
    let drawn = if *is_whole { all } else { all.min(DRAWN.max(chosen)) };
    let name = (words.verdict)(props.verdict);
    html! {
        <section class="relation-list" aria-label={name}>
            <h3 class="relation-list__verdict">{ name }<span class="relation-list__count">{ all }</span></h3>
            <ol>
                { for props.relations.iter().take(drawn).filter_map(|id| {
                    let relation = props.checked.relation(*id)?;
                    let is_selected = props.selected == Some(*id);
                    Some(html! { <li key={*id}>{ row(words, &props.checked, relation, is_selected, &dispatch) }</li> })
                }) }
            </ol>
            if drawn < all {
                <button type="button" class="link relation-list__rest" onclick={move |_| is_whole.set(true)}>
                    { (words.list.rest)(all - drawn) }
                </button>
            }
        </section>
    }
}

/// A relation on three lines: what it is of, its working, and why it is unchecked.
pub fn row(words: &Words, checked: &Checked, relation: &Relation, is_selected: bool, dispatch: &Dispatch) -> Html {
    let figure = relation.result.or_else(|| relation.operands.first().copied()).and_then(|id| checked.figure(id));
    let label = figure.and_then(|figure| figure.label.clone());
    let inside = html! {
        <>
            <span class="relation-list__head">
                { verdict_badge(words, relation.verdict) }
                <span class="relation-list__kind">{ (words.kind)(relation.kind) }</span>
                <span class="relation-list__label" lang="zh-CN">{ label }</span>
                if relation.source == Source::User {
                    <span class="finding-list__decided">{ Stating::of(words).title }</span>
                }
            </span>
            <span class="relation-list__formula">{ &relation.formula }</span>
            if let Some(reason) = &relation.reason {
                <span class="relation-list__reason">{ said(words, checked, reason) }</span>
            }
        </>
    };
    list_row(Subject::Relation(relation.id), is_selected, inside, dispatch)
}
