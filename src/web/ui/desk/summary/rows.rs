//! The rows of the table: of hundreds those are drawn that someone scrolls to, and of these those anew in which something changed.

use super::Scene;
use crate::desk::state;
use crate::desk::summary::{Action, Group, Table, grouped};
use crate::summary::{Row, Summary};
use crate::web::ui::component::truth;
use crate::web::ui::hook::{PART, use_growing_to};
use crate::web::ui::words::desk::summary::Summary as Words;
use gloo::events::EventListener;
use gloo::utils::window;
use std::rc::Rc;
use yew::prelude::*;

/// What all rows have in common.
#[derive(Clone)]
struct Common {
    words: &'static Words,
    summary: Rc<Summary>,
    /// The columns shown, by their places in the summary.
    columns: Rc<[usize]>,
    dispatch: Callback<state::Action>,
}

/// What a row is by itself.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Own {
    /// Its place in the summary.
    at: usize,
    is_pinned: bool,
    /// The column of its cell that was picked, by its place in the summary.
    picked: Option<usize>,
}

/// Rows that belong together, below their name and above their totals.
#[derive(Clone, PartialEq)]
struct Part {
    name: Option<String>,
    rows: Vec<Own>,
    totals: Option<Vec<Option<String>>>,
}

#[derive(Clone, Properties)]
struct RowsProps {
    common: Common,
    parts: Vec<Part>,
    /// Whether all of them are wanted: they are printed.
    is_whole: bool,
}

impl PartialEq for RowsProps {
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (&self.common, &other.common);
        Rc::ptr_eq(&a.summary, &b.summary)
            && std::ptr::eq(a.words, b.words)
            && a.columns == b.columns
            && a.dispatch == b.dispatch
            && self.parts == other.parts
            && self.is_whole == other.is_whole
    }
}

/// The rows shown.
pub fn rows(scene: &Scene, shown: &Table) -> Html {
    let columns: Rc<[usize]> = shown.columns.iter().map(|(at, _)| *at).collect();
    let picked = scene
        .state
        .choices
        .picked
        .as_ref()
        .and_then(|(row, key)| Some((*row, scene.summary.columns.iter().position(|column| column.key == *key)?)));
    let part = |group: &Group| Part {
        name: group.name.as_ref().map(|name| (scene.words.summary.group_name)(name, group.lines.len())),
        rows: group
            .lines
            .iter()
            .map(|line| Own {
                at: line.at,
                is_pinned: line.is_pinned,
                picked: picked.filter(|(row, _)| *row == line.at).map(|(_, column)| column),
            })
            .collect(),
        totals: (!group.totals.is_empty())
            .then(|| columns.iter().map(|at| group.totals.get(*at).and_then(|column| column.total.clone())).collect()),
    };
    let parts: Vec<Part> = shown.groups.iter().map(part).collect();
    let common = Common {
        words: scene.words.summary,
        summary: Rc::clone(scene.summary),
        columns,
        dispatch: scene.dispatch.clone(),
    };
    // In another order all of them are others: they come anew, a part at a time.
    let order = format!("{:?} {:?}", scene.state.choices.sort, scene.state.choices.by);
    html! { <Rows key={order} {common} {parts} is_whole={scene.state.choices.is_whole} /> }
}

/// How high a row is, about: as .grid__cell and its rule are.
const ROW: &str = "(2.25 * var(--type-root) + 1px)";

/// The bodies of the table; a long one is several, so that the browser lays out anew only the one that grows.
#[component]
fn Rows(props: &RowsProps) -> Html {
    let RowsProps { common, parts, is_whole } = props;
    let total = parts.iter().map(|part| part.rows.len()).sum();
    let gap = use_node_ref();
    let drawn = use_growing_to(total, &gap, ".grid");
    use_effect_with(common.dispatch.clone(), |dispatch| {
        let printing =
            dispatch.reform(|event: Event| state::Action::Summary(Action::Printing(event.type_() == "beforeprint")));
        let listeners = ["beforeprint", "afterprint"].map(|name| {
            let printing = printing.clone();
            EventListener::new(&window(), name, move |event| printing.emit(event.clone()))
        });
        move || drop(listeners)
    });
    let mut left = if *is_whole { total } else { drawn };
    let rest = total - left;
    let width = (common.columns.len() + 1).to_string();
    let mut bodies = Vec::new();
    for (number, part) in parts.iter().enumerate() {
        let now = left.min(part.rows.len());
        let is_begun = now > 0 || number == 0;
        left -= now;
        if let Some(name) = part.name.as_ref().filter(|_| is_begun) {
            bodies.push(html! {
                <tbody key={format!("{number} name")}>
                    <tr class="grid__group"><th scope="rowgroup" colspan={width.clone()}>{ name }</th></tr>
                </tbody>
            });
        }
        for (at, some) in part.rows.iter().take(now).collect::<Vec<_>>().chunks(PART).enumerate() {
            bodies.push(html! {
                <tbody key={format!("{number} {at}")}>
                    { for some.iter().map(|own| html! { <Department key={own.at} common={common.clone()} own={**own} /> }) }
                </tbody>
            });
        }
        if let Some(totals) = part.totals.as_ref().filter(|_| now == part.rows.len()) {
            bodies.push(html! { <tbody key={format!("{number} total")}>{ subtotal(common.words, totals) }</tbody> });
        }
    }
    if rest > 0 {
        let height = format!("height:calc({rest} * {ROW})");
        bodies.push(html! { <tbody key="rest" ref={gap}><tr><td colspan={width} style={height}></td></tr></tbody> });
    }
    html! { <>{ for bodies }</> }
}

fn subtotal(words: &Words, totals: &[Option<String>]) -> Html {
    html! {
        <tr class="grid__subtotal">
            <th scope="row" class="grid__name">{ words.foot[0] }</th>
            { for totals.iter().map(|total| html! { <td>{ total.as_deref().map(grouped) }</td> }) }
        </tr>
    }
}

#[derive(Clone, Properties)]
struct DepartmentProps {
    common: Common,
    own: Own,
}

impl DepartmentProps {
    fn row(&self) -> Option<&Row> {
        self.common.summary.rows.get(self.own.at)
    }

    /// What is seen of a column: its key, the value in it, and how many of so many findings were decided about.
    fn cell(&self, at: usize) -> Option<(&str, Option<&str>, usize)> {
        let (column, row) = (self.common.summary.columns.get(at)?, self.row()?);
        Some((&column.key, row.cells.get(at)?.value.as_deref(), row.decided(&column.key)))
    }
}

impl PartialEq for DepartmentProps {
    /// A new summary has new rows, most of which look as they did.
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (&self.common, &other.common);
        let is_same = self.own == other.own
            && std::ptr::eq(a.words, b.words)
            && a.columns == b.columns
            && a.dispatch == b.dispatch;
        let seen = |row: &Row| (row.organization.clone(), row.year, row.is_parent);
        is_same
            && (Rc::ptr_eq(&a.summary, &b.summary)
                || self.row().map(seen) == other.row().map(seen)
                    && a.columns.iter().all(|at| self.cell(*at) == other.cell(*at)))
    }
}

/// A department.
#[component]
fn Department(props: &DepartmentProps) -> Html {
    let DepartmentProps { common: Common { words, columns, dispatch, .. }, own } = props;
    let Some(row) = props.row() else { return Html::default() };
    let name = &row.organization;
    let pinned = Action::PinToggled(name.clone());
    html! {
        <tr class={classes!("grid__row", own.is_pinned.then_some("is-pinned"), row.is_parent.then_some("is-parent"))}>
            <th scope="row" class="grid__name" lang="zh-CN">
                <button
                    type="button" class="grid__pin" aria-pressed={truth(own.is_pinned)} aria-label={(words.pin)(name)} title={(words.pin)(name)}
                    onclick={dispatch.reform(move |_| state::Action::Summary(pinned.clone()))}
                ><span aria-hidden="true">{ if own.is_pinned { "★" } else { "☆" } }</span></button>
                <span class="grid__organization">{ name }
                    if let Some(year) = row.year {
                        <span class="grid__unit">{ year }</span>
                    }
                    if row.is_parent {
                        <span class="grid__unit">{ words.is_parent }</span>
                    }
                </span>
            </th>
            { for columns.iter().map(|at| cell(props, *at)) }
        </tr>
    }
}

fn cell(props: &DepartmentProps, at: usize) -> Html {
    let Some((key, value, decided)) = props.cell(at) else { return html! { <td></td> } };
    let Own { at: row, picked, .. } = props.own;
    let is_picked = picked == Some(at);
    let class = classes!("grid__cell", is_picked.then_some("is-picked"), value.is_none().then_some("is-missing"));
    let action = Action::CellPicked(row, key.to_owned());
    html! {
        <td>
            <button
                type="button" {class} aria-expanded={truth(is_picked)} data-testid={format!("{row}-{key}")}
                onclick={props.common.dispatch.reform(move |_| state::Action::Summary(action.clone()))}
            >
                { value.map_or_else(|| props.common.words.missing.to_owned(), grouped) }
                if decided > 0 {
                    <span class="grid__unit">{ (props.common.words.decided)(decided) }</span>
                }
            </button>
        </td>
    }
}
