//! The working of a relation as a table (算式表).

use super::quantity;
use crate::app::checked::Checked;
use crate::report::{Bounds, Figure, Working, WorkingRow, signed};
use crate::web::ui::words::Words;
use yew::prelude::*;

/// What the table is drawn from.
pub struct WorkingTable<'a> {
    /// The answer that it is of.
    pub checked: &'a Checked,
    /// The working.
    pub working: &'a Working,
    /// The figure that the stated value is.
    pub result: Option<u32>,
    /// The figures that the stated value adds up from, where it is no figure itself.
    pub others: Vec<&'a Figure>,
    /// The figure chosen.
    pub chosen: Option<u32>,
    /// Whether the two sides meet.
    pub holds: bool,
    /// A row was chosen; on paper there is none to choose.
    pub onrow: Option<Callback<u32>>,
}

/// The working: sign, item, stated, least, most, place; then computed, stated, gap.
pub fn working_table(words: &Words, props: &WorkingTable<'_>) -> Html {
    let working = props.working;
    let [sign, item, value, least, most, place] = words.working.columns;
    // Where both sides are sums, neither is what the report states.
    let sides =
        if props.others.is_empty() { [words.working.computed, words.working.stated] } else { words.working.sides };
    let [computed, stated] = sides;
    html! {
        <div class="working__frame">
            <table class="working" data-testid={props.onrow.is_some().then_some("working")}>
                <caption class="visually-hidden">{ words.working.title }</caption>
                <thead>
                    <tr>
                        <td class="working__sign">{ sign }</td>
                        <th scope="col">{ item }</th>
                        <th scope="col" class="working__number">{ value }</th>
                        <th scope="col" class="working__number working__bound">{ least }</th>
                        <th scope="col" class="working__number working__bound">{ most }</th>
                        <th scope="col">{ place }</th>
                    </tr>
                </thead>
                <tbody>{ for working.rows.iter().map(|row| operand(words, row, props)) }</tbody>
                <tfoot>
                    { side(words, computed, &working.computed, &working.unit, None, props) }
                    { for props.others.iter().enumerate().map(|(at, figure)| other(words, figure, at, props)) }
                    { side(words, stated, &working.stated, &working.unit, props.result, props) }
                    { gap(words, working, sides, props) }
                </tfoot>
            </table>
        </div>
    }
}

fn operand(words: &Words, row: &WorkingRow, props: &WorkingTable<'_>) -> Html {
    let is_chosen = row.figure.is_some() && row.figure == props.chosen;
    html! {
        <tr class={if is_chosen { "working__operand is-chosen" } else { "working__operand" }}>
            <td class="working__sign">{ &row.sign }</td>
            <th scope="row">{ jump(&row.label, row.figure, props) }</th>
            { numbers(words, &row.value, &row.unit) }
            <td class="working__place">{ &row.place }</td>
        </tr>
    }
}

/// A figure of the other side of the equation.
fn other(words: &Words, figure: &Figure, at: usize, props: &WorkingTable<'_>) -> Html {
    let class = if props.chosen == Some(figure.id) { "working__operand is-chosen" } else { "working__operand" };
    html! {
        <tr {class}>
            <td class="working__sign">{ if at == 0 { "" } else { "+" } }</td>
            <th scope="row">{ jump(figure.label.as_deref().unwrap_or(&figure.text), Some(figure.id), props) }</th>
            <td class="working__number">{ quantity(words, &figure.value, &figure.unit) }</td>
            <td colspan="2"></td>
            <td class="working__place">{ &figure.place }</td>
        </tr>
    }
}

fn side(words: &Words, name: &str, value: &Bounds, unit: &str, figure: Option<u32>, props: &WorkingTable<'_>) -> Html {
    let is_chosen = figure.is_some() && figure == props.chosen;
    html! {
        <tr class={if is_chosen { "working__side is-chosen" } else { "working__side" }}>
            <td class="working__sign">{ "=" }</td>
            <th scope="row">{ jump(name, figure, props) }</th>
            { numbers(words, value, unit) }
            <td></td>
        </tr>
    }
}

fn gap(words: &Words, working: &Working, [computed, stated]: [&str; 2], props: &WorkingTable<'_>) -> Html {
    let allowance = words.said(props.checked, &working.allowance);
    html! {
        <tr class={if props.holds { "working__gap" } else { "working__gap working__gap--open" }}>
            <td class="working__sign"></td>
            <th scope="row">{ words.working.gap }<span class="working__minus">{ stated }{ " − " }{ computed }</span></th>
            <td class="working__number">{ quantity(words, &signed(&working.gap), &working.unit) }</td>
            <td colspan="3" class="working__allowance">{ allowance }</td>
        </tr>
    }
}

fn numbers(words: &Words, value: &Bounds, unit: &str) -> Html {
    html! {
        <>
            <td class="working__number">{ quantity(words, &value.value, unit) }</td>
            <td class="working__number working__bound">{ &value.least }</td>
            <td class="working__number working__bound">{ &value.most }</td>
        </>
    }
}

/// The name of a row; a button where it has a place to lead to.
fn jump(name: &str, figure: Option<u32>, props: &WorkingTable<'_>) -> Html {
    match (figure, &props.onrow) {
        (Some(id), Some(onrow)) => html! {
            <button type="button" class="working__jump" id={format!("row-{id}")} onclick={onrow.reform(move |_| id)}>{ name }</button>
        },
        _ => html! { { name } },
    }
}
