//! Where the cell that was picked comes from.

use super::Scene;
use super::spot::spot_link;
use crate::desk::state;
use crate::desk::summary::{Action, grouped};
use crate::summary::{Column, ColumnKind, Row, Tally};
use crate::web::ui::hook::give_back;
use crate::web::ui::words::desk::summary::Summary as Words;
use yew::prelude::*;

/// The sources of the cell that was picked.
pub fn sources(scene: &Scene) -> Html {
    let own = scene.words.summary;
    let Some((row, key)) = &scene.state.choices.picked else { return Html::default() };
    let found = scene.summary.columns.iter().enumerate().find(|(_, column)| column.key == *key);
    let Some(((at, column), row)) = found.zip(scene.summary.rows.get(*row)) else { return Html::default() };
    let Some(cell) = row.cells.get(at) else { return Html::default() };
    let title = (own.sources)(&row.organization, scene.column(column));
    let picked = scene.state.choices.picked.clone();
    let close = |(row, key): (usize, String)| {
        scene.dispatch.reform(move |event: MouseEvent| {
            give_back(&event, ".summary", ".is-picked");
            state::Action::Summary(Action::CellPicked(row, key.clone()))
        })
    };
    html! {
        <section class="sources" aria-label={title.clone()} data-testid="sources">
            <div class="sources__head">
                <h3 class="sources__title" lang="zh-CN">{ title }</h3>
                if let Some(picked) = picked {
                    <button type="button" class="link" onclick={close(picked)}>{ own.close }</button>
                }
            </div>
            if let Some(fraction) = &cell.fraction {
                <p>{ (own.fraction)(&grouped(&fraction.part), &grouped(&fraction.whole), &fraction.unit) }</p>
            }
            if cell.spots.is_empty() {
                <p class="sources__none">{ counted(own, column, row, cell.value.is_some()) }</p>
            }
            <ul class="sources__list">
                { for cell.spots.iter().map(|spot| html! { <li>{ spot_link(scene.words, scene.documents, spot, scene.wish) }</li> }) }
            </ul>
        </section>
    }
}

/// Findings and coverage are counted, grades are words; neither is a figure with a place.
fn counted(own: &Words, column: &Column, row: &Row, is_known: bool) -> String {
    let of = |tally: &Tally| tally.of_column(&column.key);
    let is_counted = is_known && matches!(column.kind, ColumnKind::Count | ColumnKind::Rate | ColumnKind::Words);
    match of(&row.findings) {
        all if all > 0 => (own.tally)(all, of(&row.dismissed), of(&row.confirmed)),
        _ => (if is_counted { own.counted } else { own.no_source }).to_owned(),
    }
}
