//! The table: one row a department, totals at the foot, and every cell a way to its sources.

use super::Scene;
use super::rows::rows;
use crate::desk::summary::{Action, Sort, Table, grouped, median};
use crate::summary::{Column, ColumnKind, TotalBy};
use crate::web::ui::component::{Shape, icon};
use yew::prelude::*;

/// The table of the rows shown.
pub fn table(scene: &Scene, shown: &Table) -> Html {
    let own = scene.words.summary;
    html! {
        <div class="grid" tabindex="0" role="region" aria-label={own.table}>
            <table class="grid__table" data-testid="summary-table">
                <thead>
                    <tr>
                        { head(scene, None, own.organization) }
                        { for shown.columns.iter().map(|(_, column)| head(scene, Some(column), scene.column(column))) }
                    </tr>
                </thead>
                { rows(scene, shown) }
                <tfoot>{ foot(scene, shown) }</tfoot>
            </table>
            if shown.shown == 0 {
                <p class="grid__none">{ own.none }</p>
            }
        </div>
    }
}

fn head(scene: &Scene, column: Option<&Column>, name: &str) -> Html {
    let key = column.map(|column| column.key.clone());
    let sorted = scene.state.choices.sort.as_ref().filter(|sort| sort.key == key);
    let order = match sorted {
        Some(Sort { is_descending: true, .. }) => Some(("descending", Shape::Next)),
        Some(_) => Some(("ascending", Shape::Previous)),
        None => None,
    };
    html! {
        <th scope="col" aria-sort={order.map_or("none", |(word, _)| word)} class={column.map_or("grid__name", |_| "grid__head")}>
            <button type="button" class="grid__sort" title={(scene.words.summary.sort)(name)} onclick={scene.on(Action::Sorted(key))}>
                <span>{ name }</span>
                if let Some(column) = column {
                    <span class="grid__unit">{ (scene.words.summary.unit_name)(&column.unit) }</span>
                }
                if let Some((_, shape)) = order {
                    { icon(shape) }
                }
            </button>
        </th>
    }
}

fn foot(scene: &Scene, shown: &Table) -> Html {
    let own = scene.words.summary;
    let line = |name: &'static str, class: &'static str, cell: &dyn Fn(usize, &Column) -> Html| {
        html! {
            <tr {class}>
                <th scope="row" class="grid__name">{ name }</th>
                { for shown.columns.iter().map(|(at, column)| html! { <td>{ cell(*at, column) }</td> }) }
            </tr>
        }
    };
    let total = |_: usize, column: &Column| {
        html! {
            <span data-testid={format!("total-{}", column.key)}>
                { column.total.as_deref().map(grouped) }
                <span class="grid__how">{ (own.total_by)(column.total_by) }</span>
            </span>
        }
    };
    let missing = |_: usize, column: &Column| {
        if column.missing == 0 {
            html! { "0" }
        } else {
            html! { <strong>{ column.missing }</strong> }
        }
    };
    let middle = |at: usize, column: &Column| {
        let is_shown = column.total_by != TotalBy::None || column.kind == ColumnKind::Points;
        html! { <>{ median(scene.summary, at).filter(|_| is_shown) }</> }
    };
    html! {
        <>
            { line(own.foot[0], "grid__total", &total) }
            { line(own.foot[1], "grid__median", &middle) }
            { line(own.foot[2], "grid__median", &missing) }
        </>
    }
}
