//! The bar on top: name, document, steps through the findings, preferences.

use super::engine_badge;
use crate::app::action::{Action, Step};
use crate::app::checked::Checked;
use crate::app::state::{Language, Overlay, Settings, State, Status, Theme, TypeSize};
use crate::web::ui::component::{Shape, icon_button, truth};
use crate::web::ui::hook::{Dispatch, on};
use crate::web::ui::words::Words;
use yew::prelude::*;

/// The bar on top; `onexport` offers the document as files.
pub fn toolbar(words: &Words, state: &State, onexport: &Callback<MouseEvent>, dispatch: &Dispatch) -> Html {
    let checked = state.checked();
    let has_findings = checked.is_some_and(|checked| !checked.report.findings.is_empty());
    html! {
        <header class="toolbar">
            { brand(state.entry.status == Status::Empty) }
            <div class="toolbar__document">{ document(words, checked.map(|checked| &**checked)) }</div>
            { engine_badge(words, &state.engine, &state.entry.status) }
            if has_findings {
                <div class="toolbar__group" role="group" aria-label={words.list.findings}>
                    { icon_button(Shape::Previous, words.toolbar.previous.into(), None, on(dispatch, Action::FindingStepped(Step::Previous))) }
                    { icon_button(Shape::Next, words.toolbar.next.into(), None, on(dispatch, Action::FindingStepped(Step::Next))) }
                </div>
            }
            <div class="toolbar__group">
                if checked.is_some() {
                    { icon_button(Shape::Export, words.toolbar.export.into(), Some("export"), onexport.clone()) }
                }
                { type_size(words, state.settings, dispatch) }
                { theme(words, state.settings, dispatch) }
                { language(words, state.settings, dispatch) }
                { icon_button(Shape::Help, words.toolbar.help.into(), Some("help"), on(dispatch, Action::OverlayChanged(Overlay::Help))) }
            </div>
        </header>
    }
}

/// The name of the program; the head line of the page, while no start screen has one.
fn brand(is_start: bool) -> Html {
    let seal = html! { <><span class="toolbar__seal" aria-hidden="true">{ "勾" }</span><span class="toolbar__name">{ "勾稽" }</span></> };
    if is_start {
        html! { <p class="toolbar__brand" lang="zh-CN">{ seal }</p> }
    } else {
        html! { <h1 class="toolbar__brand" lang="zh-CN">{ seal }</h1> }
    }
}

fn document(words: &Words, checked: Option<&Checked>) -> Html {
    let Some(document) = checked.map(|checked| &checked.report.document) else {
        return html! { <p class="toolbar__facts">{ words.tagline }</p> };
    };
    let name = document.organization.as_ref().or(document.title.as_ref());
    let year = document.year.map(words.toolbar.year);
    let extent = (words.toolbar.extent)(document.characters, document.paragraphs);
    let facts: Vec<String> = year.into_iter().chain([extent]).collect();
    html! {
        <>
            if let Some(name) = name {
                <p class="toolbar__title" title={document.title.clone()}>{ name }</p>
            }
            <p class="toolbar__facts">{ facts.join(" · ") }</p>
        </>
    }
}

fn type_size(words: &Words, settings: Settings, dispatch: &Callback<Action>) -> Html {
    let is_large = settings.type_size == TypeSize::Large;
    let other = if is_large { TypeSize::Standard } else { TypeSize::Large };
    html! {
        <button
            type="button" class={if is_large { "icon-button icon-button--word is-pressed" } else { "icon-button icon-button--word" }}
            aria-pressed={truth(is_large)} aria-label={words.toolbar.type_size} title={words.toolbar.type_size}
            onclick={on(dispatch, Action::SettingsChanged(Settings { type_size: other, ..settings }))}
        ><span aria-hidden="true">{ "A" }<small>{ "A" }</small></span></button>
    }
}

fn theme(words: &Words, settings: Settings, dispatch: &Callback<Action>) -> Html {
    let [system, light, dark] = words.toolbar.theme;
    let (shape, label, next) = match settings.theme {
        Theme::System => (Shape::System, system, Theme::Light),
        Theme::Light => (Shape::Light, light, Theme::Dark),
        Theme::Dark => (Shape::Dark, dark, Theme::System),
    };
    icon_button(
        shape,
        label.into(),
        Some("theme"),
        on(dispatch, Action::SettingsChanged(Settings { theme: next, ..settings })),
    )
}

fn language(words: &Words, settings: Settings, dispatch: &Callback<Action>) -> Html {
    let (other, code) = match settings.language {
        Language::Chinese => (Language::English, "en"),
        Language::English => (Language::Chinese, "zh-CN"),
    };
    html! {
        <button
            type="button" class="icon-button icon-button--word" data-testid="language" lang={code}
            onclick={on(dispatch, Action::SettingsChanged(Settings { language: other, ..settings }))}
        >{ words.toolbar.language }</button>
    }
}
