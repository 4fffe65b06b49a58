//! What the table is narrowed to, grouped by, made of, and written as.

use super::Scene;
use crate::desk::state;
use crate::desk::summary::{Action, By, Only, Table};
use crate::export::{SummaryFormat, export_summary};
use crate::web::download::save;
use crate::web::ui::component::chip;
use crate::web::ui::desk::choice::choice;
use crate::web::ui::desk::menu::Menu;
use gloo::timers::callback::Timeout;
use gloo::utils::window;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

const UNITS: [&str; 2] = ["万元", "元"];
const FORMATS: [SummaryFormat; 5] =
    [SummaryFormat::Workbook, SummaryFormat::Page, SummaryFormat::Table, SummaryFormat::Findings, SummaryFormat::Json];

/// The tools above the table.
pub fn tools(scene: &Scene, shown: &Table) -> Html {
    let own = scene.words.summary;
    let choices = &scene.state.choices;
    // Until something was decided, nothing decided tells no rows from others.
    let is_decided = choices.only == Only::Open
        || scene.summary.rows.iter().any(|row| row.dismissed.count() + row.confirmed.count() > 0);
    let searched = scene.dispatch.reform(|event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        state::Action::Summary(Action::Searched(input.value()))
    });
    let grouped = scene
        .dispatch
        .reform(|at: usize| state::Action::Summary(Action::ByChosen(By::EACH.get(at).copied().unwrap_or_default())));
    let counted = scene.dispatch.reform(|at: usize| {
        state::Action::Summary(Action::UnitChosen(UNITS.get(at).copied().unwrap_or_default().to_owned()))
    });
    html! {
        <div class="tools">
            <input
                type="search" class="tools__search" data-testid="summary-search" aria-label={own.search} placeholder={own.search}
                value={choices.search.clone()} oninput={searched}
            />
            <div class="chips" role="group" aria-label={own.show}>
                { for Only::EACH.into_iter().filter(|only| *only != Only::Open || is_decided).map(|only| {
                    let tone = match only {
                        Only::Errors => "error",
                        Only::Suspects => "suspect",
                        _ => "note",
                    };
                    let count = count(scene, only);
                    chip((own.only)(only), tone, count, only == choices.only, scene.on(Action::OnlyChosen(only)))
                }) }
            </div>
            { choice(own.group, By::EACH.map(|by| ((own.by)(by).to_owned(), by == choices.by)).to_vec(), None, grouped) }
            { choice(own.unit, UNITS.map(|unit| ((own.unit_name)(unit).to_owned(), unit == scene.summary.unit)).to_vec(), None, counted) }
            { columns(scene) }
            { exports(scene) }
            <button type="button" class="button" onclick={print(scene)}>{ own.print }</button>
            if scene.state.choices.is_unsaved {
                <p class="tools__shown" role="alert">{ own.not_exported }</p>
            }
            if shown.shown < shown.all {
                <p class="tools__shown" role="status">{ (own.shown)(shown.shown, shown.all) }</p>
            }
        </div>
    }
}

/// Draws every row, then prints.
fn print(scene: &Scene) -> Callback<MouseEvent> {
    let begin = scene.on(Action::Printing(true));
    Callback::from(move |_| {
        begin.emit(());
        // Where printing is not allowed (a frame without the right) nothing happens.
        Timeout::new(0, || drop(window().print())).forget();
    })
}

/// How many rows a choice would show.
fn count(scene: &Scene, only: Only) -> usize {
    let digests: Vec<_> = Vec::new();
    let alone =
        crate::desk::summary::Choices { only, columns: scene.state.choices.columns.clone(), ..Default::default() };
    crate::desk::summary::table(scene.summary, &digests, &alone).shown
}

fn columns(scene: &Scene) -> Html {
    html! {
        <Menu name={scene.words.summary.columns}>
            { for scene.summary.columns.iter().map(|column| html! {
                <label key={column.key.clone()} class="tools__column">
                    <input
                        type="checkbox" checked={scene.state.choices.columns.contains(&column.key)}
                        onchange={scene.on::<Event>(Action::ColumnToggled(column.key.clone()))}
                    />
                    <span>{ scene.column(column) }</span>
                </label>
            }) }
        </Menu>
    }
}

fn exports(scene: &Scene) -> Html {
    let own = scene.words.summary;
    html! {
        <Menu name={own.export} hook="summary-export">
            { for FORMATS.into_iter().map(|format| {
                let (summary, name) = (Rc::clone(scene.summary), own.file_name);
                let onclick = scene.dispatch.reform(move |_: MouseEvent| {
                    let name = [name, ".", format.ending()].concat();
                    let written = export_summary(&summary, format).ok();
                    let is_saved = written.is_some_and(|file| save(&name, format.media_type(), &file).is_ok());
                    state::Action::Summary(Action::Exported { is_saved })
                });
                html! { <button key={(own.format)(format)} type="button" class="tools__format" {onclick}>{ (own.format)(format) }</button> }
            }) }
        </Menu>
    }
}
