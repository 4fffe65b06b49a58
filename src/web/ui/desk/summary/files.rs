//! Where files belong: as recognised, or as a person says.

use super::Scene;
use crate::desk::state;
use crate::desk::summary::Action;
use crate::summary::{Member, Role};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

const ROLES: [Role; 5] = [Role::Report, Role::Tables, Role::Annex, Role::Earlier, Role::Excluded];

/// The list of files with their departments.
pub fn files(scene: &Scene) -> Html {
    let own = scene.words.summary;
    html! {
        <details class="belonging">
            <summary class="summary__part">{ own.files }<span class="summary__count">{ scene.summary.files.len() }</span></summary>
            <p class="summary__lead">{ own.files_lead }</p>
            <table class="belonging__table">
                <thead><tr>{ for own.file_columns.iter().map(|column| html! { <th scope="col">{ column }</th> }) }</tr></thead>
                <tbody>{ for scene.summary.files.iter().enumerate().map(|(at, file)| row(scene, at, file)) }</tbody>
            </table>
        </details>
    }
}

fn row(scene: &Scene, at: usize, file: &Member) -> Html {
    let own = scene.words.summary;
    let name = if file.name.is_empty() { file.title.as_deref().unwrap_or_default() } else { &file.name };
    let current = scene.summary.rows.get(file.row).map(|row| row.organization.as_str());
    let mut names: Vec<&str> = scene.summary.rows.iter().map(|row| row.organization.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let by_hand = scene.state.choices.grouping.assigned.iter().find(|assigned| assigned.hash == file.hash);
    let role = by_hand.and_then(|assigned| assigned.role);
    let moved = {
        let (hash, names) = (file.hash.clone(), names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>());
        chosen(scene, move |at| Action::FileMoved(hash.clone(), names.get(at).cloned()))
    };
    let given = {
        let hash = file.hash.clone();
        chosen(scene, move |at| {
            Action::RoleGiven(hash.clone(), at.checked_sub(1).and_then(|at| ROLES.get(at)).copied())
        })
    };
    html! {
        <tr key={at}>
            <th scope="row" lang="zh-CN">{ name }</th>
            <td>
                <select class="choice__select" aria-label={own.file_columns[1]} onchange={moved}>
                    { for names.iter().map(|name| html! { <option selected={Some(*name) == current}>{ name }</option> }) }
                </select>
            </td>
            <td>
                <select class="choice__select" aria-label={own.file_columns[2]} onchange={given}>
                    <option selected={role.is_none()}>{ [own.recognised, " · ", (own.role)(file.role)].concat() }</option>
                    { for ROLES.iter().map(|other| html! { <option selected={role == Some(*other)}>{ (own.role)(*other) }</option> }) }
                </select>
            </td>
        </tr>
    }
}

fn chosen(scene: &Scene, action: impl Fn(usize) -> Action + 'static) -> Callback<Event> {
    scene.dispatch.reform(move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        state::Action::Summary(action(usize::try_from(select.selected_index()).unwrap_or_default()))
    })
}
