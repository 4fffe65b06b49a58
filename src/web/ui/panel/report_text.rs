//! The text of the report with every figure marked. Clicks and keys are heard once, on the whole.

use crate::app::action::Action;
use crate::app::block::PieceKind;
use crate::app::checked::Checked;
use crate::app::state::{Subject, Tally};
use crate::report::Level;
use crate::web::ui::component::{BlockText, Light, Role, Shape, icon, status_class};
use crate::web::ui::hook::{Dispatch, use_surroundings};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// What the text is drawn from.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The answer.
    pub checked: Rc<Checked>,
    /// The finding or relation chosen.
    pub subject: Option<Subject>,
    /// The figure chosen.
    pub figure: Option<u32>,
    /// The digits chosen that are no figure.
    pub excluded: Option<u32>,
    /// The line of the ledger being walked through.
    pub tally: Option<Tally>,
    /// Whether the box holds a newer text.
    pub stale: bool,
}

/// The marked text.
#[component]
pub fn ReportText(props: &Props) -> Html {
    let (dispatch, words) = use_surroundings();
    let onclick = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: MouseEvent| {
            choose(&event, &dispatch);
        })
    };
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "Enter" | " ") && choose(&event, &dispatch) {
            event.prevent_default();
        }
    });
    let lights = lights(props);
    let finding = match props.subject {
        Some(Subject::Finding(id)) => Some(id),
        _ => None,
    };
    let tally = props.tally.map(|tally| match tally {
        Tally::Status(status) => status_class(status),
        Tally::Excluded => "excluded",
    });
    html! {
        <article class={classes!("report-text", props.stale.then_some("is-stale"))} data-tally={tally} data-testid="report-text" tabindex="0" aria-label={words.text.title} {onclick} {onkeydown}>
            if props.stale {
                <p class="report-text__stale">{ words.text.stale }</p>
            }
            { reading(words.text.reading, &props.checked) }
            { for props.checked.blocks.iter().map(|block| {
                let lights: Vec<Light> = lights.iter().filter(|(at, _)| *at == block.number).map(|(_, light)| *light).collect();
                let finding = finding.filter(|id| block.pieces.iter().any(|piece| piece.finding.is_some_and(|(other, _)| other == *id)));
                let excluded = props.excluded.filter(|at| block.pieces.iter().any(|piece| piece.kind == PieceKind::Excluded(*at)));
                html! { <BlockText key={block.number} block={block.clone()} {lights} {finding} {excluded} /> }
            }) }
        </article>
    }
}

/// What the reader decided or could not read stands before anything else.
fn reading(title: &'static str, checked: &Checked) -> Html {
    if checked.report.reading.is_empty() {
        return Html::default();
    }
    html! {
        <aside class="reading" aria-label={title}>
            <p class="reading__title">{ title }</p>
            <ul>
                { for checked.report.reading.iter().map(|note| {
                    let (shape, class) = match note.level {
                        Level::Info => (Shape::Note, "reading__note"),
                        Level::Warning => (Shape::Suspect, "reading__note reading__note--warning"),
                    };
                    html! { <li {class}>{ icon(shape) }<span>{ &note.message }</span></li> }
                }) }
            </ul>
        </aside>
    }
}

/// The figures that the choice lights up, each with its block.
fn lights(props: &Props) -> Vec<(usize, Light)> {
    let mut roles: Vec<(u32, Role)> = Vec::new();
    let relation = match props.subject {
        Some(Subject::Finding(id)) => {
            let finding = props.checked.finding(id);
            let others = finding.map(|finding| finding.figures.as_slice()).unwrap_or_default();
            roles.extend(others.iter().map(|figure| (*figure, Role::Operand)));
            finding.and_then(|finding| finding.relation)
        }
        Some(Subject::Relation(id)) => Some(id),
        None => None,
    };
    if let Some(relation) = relation.and_then(|id| props.checked.relation(id)) {
        roles.extend(relation.operands.iter().map(|figure| (*figure, Role::Operand)));
        if let Some(result) = relation.result {
            roles.retain(|(figure, _)| *figure != result);
            roles.push((result, Role::Result));
        }
    }
    if let Some(figure) = props.figure
        && !roles.iter().any(|(other, _)| *other == figure)
    {
        roles.push((figure, Role::Alone));
    }
    roles
        .into_iter()
        .filter_map(|(figure, role)| {
            let light = Light { figure, role, chosen: props.figure == Some(figure) };
            Some((props.checked.block_of(figure)?, light))
        })
        .collect()
}

/// Chooses the figure or finding under the event; whether there was one.
fn choose(event: &web_sys::Event, dispatch: &Dispatch) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let marked =
        element.and_then(|element| element.closest("[data-figure], [data-finding], [data-excluded]").ok().flatten());
    let number = |name: &str| marked.as_ref()?.get_attribute(name)?.parse().ok();
    let action = if let Some(figure) = number("data-figure") {
        Action::FigureChosen(figure)
    } else if let Some(finding) = number("data-finding") {
        Action::SubjectChosen(Subject::Finding(finding))
    } else if let Some(at) = number("data-excluded") {
        Action::ExcludedChosen(at)
    } else {
        return false;
    };
    dispatch.emit(action);
    true
}
