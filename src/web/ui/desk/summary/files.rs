//! Where files belong: as recognised, or as a person says.

use super::Scene;
use crate::desk::state;
use crate::desk::summary::Action;
use crate::gather::SortedSet;
use crate::summary::{Member, Role, Summary};
use crate::web::ui::hook::{PART, use_growing};
use crate::web::ui::words::desk::summary::Summary as Words;
use std::rc::Rc;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

const ROLES: [Role; 5] = [Role::Report, Role::Tables, Role::Annex, Role::Earlier, Role::Excluded];

/// The names of the departments, of which a file can be put into one.
const NAMES: &str = "departments";

/// The list of files with their departments.
pub fn files(scene: &Scene) -> Html {
    let by_hand = scene.state.choices.grouping.assigned.iter();
    let roles: Vec<(String, Role)> = by_hand.filter_map(|a| Some((a.hash.clone(), a.role?))).collect();
    html! { <Belonging words={scene.words.summary} summary={Rc::clone(scene.summary)} {roles} dispatch={scene.dispatch.clone()} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct BelongingProps {
    words: &'static Words,
    summary: Rc<Summary>,
    /// The roles that a person gave, by the hashes of the files.
    roles: Vec<(String, Role)>,
    dispatch: Callback<state::Action>,
}

/// The list; what is in it is drawn when it is opened.
#[component]
fn Belonging(props: &BelongingProps) -> Html {
    let BelongingProps { words, summary, .. } = props;
    let is_open = use_state(|| false);
    let drawn = use_growing(if *is_open { summary.files.len() } else { 0 }, PART);
    let ontoggle = {
        let is_open = is_open.clone();
        Callback::from(move |event: Event| {
            is_open.set(event.target_dyn_into::<Element>().is_some_and(|element| element.has_attribute("open")));
        })
    };
    html! {
        <details class="belonging" {ontoggle}>
            <summary class="summary__part" data-testid="belonging">{ words.files }<span class="summary__count">{ summary.files.len() }</span></summary>
            if *is_open {
                <p class="summary__lead">{ words.files_lead }</p>
                { listed(props, drawn) }
            }
        </details>
    }
}

fn listed(props: &BelongingProps, drawn: usize) -> Html {
    let BelongingProps { words, summary, roles, dispatch } = props;
    let names: SortedSet<&str> = summary.rows.iter().map(|row| row.organization.as_str()).collect();
    html! {
        <>
            <datalist id={NAMES}>{ for names.iter().map(|name| html! { <option value={(*name).to_owned()} /> }) }</datalist>
            <table class="belonging__table">
                <thead><tr>{ for words.file_columns.iter().map(|column| html! { <th scope="col">{ column }</th> }) }</tr></thead>
                <tbody>{ for summary.files.iter().take(drawn).enumerate().map(|(at, file)| {
                    let organization = summary.rows.get(file.row).map(|row| row.organization.clone()).unwrap_or_default();
                    let role = roles.iter().find(|(hash, _)| *hash == file.hash).map(|(_, role)| *role);
                    html! { <Belongs key={at} {words} file={file.clone()} {organization} {role} dispatch={dispatch.clone()} /> }
                }) }</tbody>
            </table>
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct BelongsProps {
    words: &'static Words,
    file: Member,
    organization: String,
    role: Option<Role>,
    dispatch: Callback<state::Action>,
}

/// A file with its department and what it is there.
#[component]
fn Belongs(props: &BelongsProps) -> Html {
    let BelongsProps { words, file, organization, role, dispatch } = props;
    let name = if file.name.is_empty() { file.title.as_deref().unwrap_or_default() } else { &file.name };
    let moved = {
        let hash = file.hash.clone();
        dispatch.reform(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let typed = input.value().trim().to_owned();
            state::Action::Summary(Action::FileMoved(hash.clone(), (!typed.is_empty()).then_some(typed)))
        })
    };
    let given = {
        let hash = file.hash.clone();
        dispatch.reform(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let at = usize::try_from(select.selected_index()).unwrap_or_default();
            let role = at.checked_sub(1).and_then(|at| ROLES.get(at)).copied();
            state::Action::Summary(Action::RoleGiven(hash.clone(), role))
        })
    };
    html! {
        <tr>
            <th scope="row" lang="zh-CN">{ name }</th>
            <td>
                <input
                    class="choice__select" list={NAMES} lang="zh-CN" autocomplete="off" data-testid="department"
                    aria-label={words.file_columns[1]} value={organization.clone()} onchange={moved}
                />
            </td>
            <td>
                <select class="choice__select" aria-label={words.file_columns[2]} onchange={given}>
                    <option selected={role.is_none()}>{ [words.recognised, " · ", (words.role)(file.role)].concat() }</option>
                    { for ROLES.iter().map(|other| html! { <option selected={*role == Some(*other)}>{ (words.role)(*other) }</option> }) }
                </select>
            </td>
        </tr>
    }
}
