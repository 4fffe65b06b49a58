//! A figure: what it is a figure of, what became of it, and the relations it is in.

use super::relation_list::row;
use crate::app::checked::Checked;
use crate::app::state::Subject;
use crate::web::ui::component::{quantity, status_badge};
use crate::web::ui::hook::Dispatch;
use crate::web::ui::words::Words;
use yew::prelude::*;

/// A figure.
pub fn figure_card(words: &Words, checked: &Checked, id: u32, subject: Option<Subject>, dispatch: &Dispatch) -> Html {
    let Some(figure) = checked.figure(id) else { return Html::default() };
    let term = |word: &Option<String>| word.as_deref().map(|word| html! { { words.said(checked, word) } });
    let [_, label, measure, period, scope, place, status] = words.working.aspects;
    let aspects = [
        (label, figure.label.as_deref().map(|label| html! { <span lang="zh-CN">{ label }</span> })),
        (measure, term(&figure.measure)),
        (period, term(&figure.period)),
        (scope, term(&figure.scope)),
        (place, Some(html! { <span lang="zh-CN">{ &figure.place }</span> })),
        (words.file.stored, checked.stored(figure).map(|stored| html! { { stored } })),
        (status, Some(html! { { status_badge(words, figure.status) } })),
    ];
    let relations = checked.relations_of(id);
    html! {
        <section class="figure-card" aria-label={words.working.figure}>
            <p class="figure-card__value">{ quantity(words, &figure.value, &figure.unit) }</p>
            <dl class="figure-card__aspects">
                { for aspects.into_iter().filter_map(|(name, value)| Some(html! { <div><dt>{ name }</dt><dd>{ value? }</dd></div> })) }
            </dl>
            if relations.is_empty() {
                <p class="figure-card__alone">{ words.working.alone }</p>
            } else {
                <h3 class="figure-card__title">{ words.working.relations }</h3>
                <ul class="figure-card__relations">
                    { for relations.iter().filter_map(|id| {
                        let relation = checked.relation(*id)?;
                        Some(html! { <li>{ row(words, checked, relation, subject == Some(Subject::Relation(*id)), dispatch) }</li> })
                    }) }
                </ul>
            }
        </section>
    }
}
