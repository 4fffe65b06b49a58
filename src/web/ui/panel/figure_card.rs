//! A figure: what it is a figure of, what became of it, and the relations it is in.

use super::relation_list::row;
use crate::app::checked::Checked;
use crate::app::state::Subject;
use crate::web::ui::component::StatusBadge;
use crate::web::ui::hook::{use_dispatch, use_words};
use std::rc::Rc;
use yew::prelude::*;

/// What the card is drawn from.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The answer.
    pub checked: Rc<Checked>,
    /// The figure.
    pub figure: u32,
    /// What was chosen.
    pub subject: Option<Subject>,
}

/// A figure.
#[component]
pub fn FigureCard(props: &Props) -> Html {
    let words = use_words();
    let dispatch = use_dispatch();
    let Some(figure) = props.checked.figure(props.figure) else { return Html::default() };
    let term = |word: &Option<String>| word.as_deref().map(|word| html! { { (words.term)(word) } });
    let [_, label, measure, period, scope, place, status] = words.working.aspects;
    let aspects = [
        (label, figure.label.as_deref().map(|label| html! { <span lang="zh-CN">{ label }</span> })),
        (measure, term(&figure.measure)),
        (period, term(&figure.period)),
        (scope, term(&figure.scope)),
        (place, Some(html! { <span lang="zh-CN">{ &figure.place }</span> })),
        (status, Some(html! { <StatusBadge status={figure.status} /> })),
    ];
    let relations = props.checked.relations_of(props.figure);
    html! {
        <section class="figure-card" aria-label={words.working.figure}>
            <p class="figure-card__value">{ &figure.value }<span class="figure-card__unit">{ &figure.unit }</span></p>
            <dl class="figure-card__aspects">
                { for aspects.into_iter().filter_map(|(name, value)| Some(html! { <div><dt>{ name }</dt><dd>{ value? }</dd></div> })) }
            </dl>
            if relations.is_empty() {
                <p class="figure-card__alone">{ words.working.alone }</p>
            } else {
                <h3 class="figure-card__title">{ words.working.relations }</h3>
                <ul class="figure-card__relations">
                    { for relations.iter().filter_map(|id| {
                        let relation = props.checked.relation(*id)?;
                        Some(html! { <li>{ row(words, &props.checked, relation, props.subject == Some(Subject::Relation(*id)), &dispatch) }</li> })
                    }) }
                </ul>
            }
        </section>
    }
}
