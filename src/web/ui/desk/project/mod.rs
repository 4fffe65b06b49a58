//! 项目: what is saved, what was opened, and the doors for both.

mod file;

pub use file::{Files, open};

use crate::desk::project::{News, project as saved};
use crate::desk::state::{Action, State};
use crate::project::{Decision, Project};
use crate::web::ui::words::desk::Words;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The project.
pub fn project(words: &Words, state: &State, files: &Files, dispatch: &Callback<Action>) -> Html {
    let own = words.project;
    let (held, whole) = (&state.project, saved(state));
    html! {
        <section class="project" aria-labelledby="project">
            <h2 class="summary__title" id="project">{ own.title }</h2>
            <p class="project__lead">{ own.lead }</p>
            { doors(words, state, &whole, files, dispatch) }
            if let Some(news) = &held.news {
                <p class={news_class(news)} role="status" data-testid="project-news">{ (own.news)(news) }</p>
            }
            if !held.missing.is_empty() {
                <div class="project__missing" data-testid="project-missing">
                    <p>{ (own.missing)(held.missing.len()) }</p>
                    <ul lang="zh-CN">{ for held.missing.iter().map(|name| html! { <li>{ name }</li> }) }</ul>
                </div>
            }
            <dl class="project__parts">
                { for own.parts.iter().zip(counts(state, &whole)).map(|(name, count)| html! {
                    <div class="project__part"><dt>{ name }</dt><dd>{ (own.count)(count) }</dd></div>
                }) }
            </dl>
            { decisions(words, &whole.decisions) }
        </section>
    }
}

fn counts(state: &State, whole: &Project) -> [usize; 6] {
    let Project { decisions, grouping, typed, packs, relations, .. } = whole;
    let by_hand = grouping.assigned.len() + grouping.parents.len();
    [state.project.files.len(), decisions.len(), by_hand, typed.len(), packs.len(), relations.len()]
}

fn news_class(news: &News) -> &'static str {
    match news {
        News::Opened(..) => "project__news",
        News::Saved(lost) if lost.is_empty() => "project__news",
        _ => "project__news is-bad",
    }
}

/// The buttons.
fn doors(words: &Words, state: &State, whole: &Project, files: &Files, dispatch: &Callback<Action>) -> Html {
    let own = words.project;
    let onsave = {
        let (files, whole, dispatch, held) = (files.clone(), whole.clone(), dispatch.clone(), state.project.clone());
        let hash = |number: u32| state.documents.iter().find(|d| d.number == number).map(|d| &d.brief.digest.hash);
        let named = held.files.iter().map(|(number, name)| (name.clone(), hash(*number).cloned().unwrap_or_default()));
        let named: Vec<(String, String)> = named.collect();
        Callback::from(move |_: MouseEvent| {
            let (files, whole, named, dispatch) = (files.clone(), whole.clone(), named.clone(), dispatch.clone());
            let is_bare = held.is_bare;
            spawn_local(async move {
                let saved = files.save(own.file_name, &whole, &named, is_bare).await;
                dispatch.emit(Action::ProjectSaved(saved.ok()));
            });
        })
    };
    let onopen = {
        let (files, dispatch) = (files.clone(), dispatch.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let file = input.files().and_then(|list| list.get(0));
            // So that the same file can be opened again after a change.
            input.set_value("");
            if let Some(file) = file {
                open(file.name(), file.into(), files.clone(), dispatch.clone());
            }
        })
    };
    let onbare =
        dispatch.reform(|event: Event| Action::BareChosen(event.target_unchecked_into::<HtmlInputElement>().checked()));
    html! {
        <div class="project__doors">
            <button type="button" class="button button--primary" data-testid="project-save" onclick={onsave}>{ own.save }</button>
            <label class="button">
                <input type="file" class="visually-hidden" data-testid="project-open" accept=".json,application/json" onchange={onopen} />
                { own.open }
            </label>
            <label class="project__bare">
                <input type="checkbox" data-testid="project-bare" checked={state.project.is_bare} onchange={onbare} />
                <span>{ own.bare }</span>
            </label>
        </div>
    }
}

fn decisions(words: &Words, decisions: &[Decision]) -> Html {
    let own = words.project;
    if decisions.is_empty() {
        return Html::default();
    }
    let row = |decision: &Decision| {
        let quotes: Vec<&str> = decision.quotes.iter().map(|quote| quote.text.as_str()).collect();
        html! {
            <tr>
                <th scope="row" lang="zh-CN">{ &decision.file }</th>
                <td>{ &decision.code }</td>
                <td lang="zh-CN">{ quotes.join("、") }</td>
                <td>{ (own.kind)(decision.kind) }</td>
                <td>{ &decision.reason }</td>
            </tr>
        }
    };
    html! {
        <>
            <h3 class="summary__part">{ own.decisions }<span class="summary__count">{ decisions.len() }</span></h3>
            <div class="project__decisions" tabindex="0" role="region" aria-label={own.decisions}>
                <table class="belonging__table" data-testid="project-decisions">
                    <thead><tr>{ for own.columns.iter().map(|column| html! { <th scope="col">{ column }</th> }) }</tr></thead>
                    <tbody>{ for decisions.iter().map(row) }</tbody>
                </table>
            </div>
        </>
    }
}
