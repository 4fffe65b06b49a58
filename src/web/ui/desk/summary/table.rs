//! The table: one row a department, totals at the foot, and every cell a way to its sources.

use super::Scene;
use crate::desk::summary::{Action, Group, Line, Sort, Table};
use crate::summary::{Column, ColumnKind, TotalBy};
use crate::web::ui::component::{Shape, icon};
use yew::prelude::*;

/// The table of the rows shown.
pub fn table(scene: &Scene, shown: &Table) -> Html {
    let own = scene.words.summary;
    let width = (shown.columns.len() + 1).to_string();
    html! {
        <div class="grid" tabindex="0" role="region" aria-label={own.table}>
            <table class="grid__table" data-testid="summary-table">
                <thead>
                    <tr>
                        { head(scene, None, own.organization) }
                        { for shown.columns.iter().map(|(_, column)| head(scene, Some(column), scene.column(column))) }
                    </tr>
                </thead>
                { for shown.groups.iter().map(|group| rows(scene, shown, group, &width)) }
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
                    <span class="grid__unit">{ &column.unit }</span>
                }
                if let Some((_, shape)) = order {
                    { icon(shape) }
                }
            </button>
        </th>
    }
}

fn rows(scene: &Scene, shown: &Table, group: &Group, width: &str) -> Html {
    html! {
        <tbody>
            if let Some(name) = &group.name {
                <tr class="grid__group"><th scope="rowgroup" colspan={width.to_owned()}>{ (scene.words.summary.group_name)(name, group.lines.len()) }</th></tr>
            }
            { for group.lines.iter().map(|line| row(scene, shown, line)) }
            if !group.totals.is_empty() {
                <tr class="grid__subtotal">
                    <th scope="row" class="grid__name">{ scene.words.summary.foot[0] }</th>
                    { for shown.columns.iter().map(|(at, _)| html! {
                        <td>{ group.totals.get(*at).and_then(|column| column.total.clone()) }</td>
                    }) }
                </tr>
            }
        </tbody>
    }
}

fn row(scene: &Scene, shown: &Table, line: &Line) -> Html {
    let own = scene.words.summary;
    let name = &line.row.organization;
    html! {
        <tr key={line.at} class={classes!("grid__row", line.is_pinned.then_some("is-pinned"), line.row.is_parent.then_some("is-parent"))}>
            <th scope="row" class="grid__name" lang="zh-CN">
                <button
                    type="button" class="grid__pin" aria-pressed={line.is_pinned.to_string()} aria-label={(own.pin)(name)} title={(own.pin)(name)}
                    onclick={scene.on(Action::PinToggled(name.clone()))}
                ><span aria-hidden="true">{ if line.is_pinned { "★" } else { "☆" } }</span></button>
                <span class="grid__organization">{ name }
                    if let Some(year) = line.row.year {
                        <span class="grid__unit">{ year }</span>
                    }
                    if line.row.is_parent {
                        <span class="grid__unit">{ own.is_parent }</span>
                    }
                </span>
            </th>
            { for shown.columns.iter().map(|(at, column)| cell(scene, line, *at, column)) }
        </tr>
    }
}

fn cell(scene: &Scene, line: &Line, at: usize, column: &Column) -> Html {
    let Some(cell) = line.row.cells.get(at) else { return html! { <td></td> } };
    let is_picked = scene.state.choices.picked.as_ref().is_some_and(|(row, key)| *row == line.at && *key == column.key);
    let class = classes!("grid__cell", is_picked.then_some("is-picked"), cell.value.is_none().then_some("is-missing"),);
    html! {
        <td>
            <button
                type="button" {class} aria-expanded={is_picked.to_string()} data-testid={format!("{}-{}", line.at, column.key)}
                onclick={scene.on(Action::CellPicked(line.at, column.key.clone()))}
            >{ cell.value.as_deref().unwrap_or(scene.words.summary.missing) }</button>
        </td>
    }
}

fn foot(scene: &Scene, shown: &Table) -> Html {
    let own = scene.words.summary;
    let line = |name: &'static str, class: &'static str, cell: &dyn Fn(&Column) -> Html| {
        html! {
            <tr {class}>
                <th scope="row" class="grid__name">{ name }</th>
                { for shown.columns.iter().map(|(_, column)| html! { <td>{ cell(column) }</td> }) }
            </tr>
        }
    };
    let total = |column: &Column| {
        html! {
            <span data-testid={format!("total-{}", column.key)}>
                { column.total.clone().unwrap_or_default() }
                <span class="grid__how">{ (own.total_by)(column.total_by) }</span>
            </span>
        }
    };
    let missing = |column: &Column| {
        if column.missing == 0 {
            html! { "0" }
        } else {
            html! { <strong>{ column.missing }</strong> }
        }
    };
    let median = |column: &Column| {
        let is_shown = column.total_by != TotalBy::None || column.kind == ColumnKind::Points;
        html! { <>{ column.median.clone().filter(|_| is_shown) }</> }
    };
    html! {
        <>
            { line(own.foot[0], "grid__total", &total) }
            { line(own.foot[1], "grid__median", &median) }
            { line(own.foot[2], "grid__median", &missing) }
        </>
    }
}
