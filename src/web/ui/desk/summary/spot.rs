//! A figure that takes part in the summary, as the way to its place in the report.

use crate::desk::message::Wish;
use crate::desk::state::Document;
use crate::summary::Spot;
use crate::web::ui::words::desk::Words;
use yew::prelude::*;

/// What a figure is of, its number, and the way to where it stands.
pub fn spot_link(words: &Words, documents: &[Document], spot: &Spot, wish: &Callback<Wish>) -> Html {
    let document = documents.get(spot.file);
    let (name, number) = document.map_or(("", 0), |document| (document.brief.digest.name.as_str(), document.number));
    // Of the figures of a row in a table only the column tells one from another.
    let measure = (words.term)(&spot.measure);
    let between = if measure.is_empty() { "" } else { " · " };
    let amount = (words.summary.amount)(&spot.value, &spot.unit);
    let amount = [&spot.label, between, measure, " ", &amount].concat();
    let from = [name, " ", &spot.place].concat();
    match spot.figure {
        Some(figure) => html! {
            <button
                type="button" class="sources__place" lang="zh-CN" data-testid="spot"
                onclick={wish.reform(move |_| Wish::Figure { document: number, figure })}
            ><span class="sources__amount">{ amount }</span><span>{ from }</span></button>
        },
        None => html! { <span class="sources__place" lang="zh-CN">{ amount }{ " " }{ from }</span> },
    }
}
