//! The text of the report and its tables, with every figure marked. Clicks and keys are heard once, on the whole.

use crate::app::action::Action;
use crate::app::checked::Checked;
use crate::app::state::{Subject, Tally};
use crate::app::strip::{Content, Strip as Drawn};
use crate::web::ui::component::{Light, Lights, Role, Strip, report_table, status_class};
use crate::web::ui::hook::{Dispatch, use_growing, use_surroundings};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// After how many steps the text begins to be drawn: what stands beside it comes in the first painting and the second, and all together is
/// felt. Where nothing is painted, it is there at once.
const BEGIN: usize = if cfg!(target_arch = "wasm32") { 3 } else { 0 };

/// What the text is drawn from.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The answer.
    pub checked: Rc<Checked>,
    /// The finding or relation chosen.
    pub subject: Option<Subject>,
    /// The figure chosen.
    pub figure: Option<u32>,
    /// The figures picked for a relation of the person's own.
    pub picked: Vec<u32>,
    /// The digits chosen that are no figure.
    pub excluded: Option<u32>,
    /// The reading note chosen.
    pub note: Option<u32>,
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
    let turns = props.checked.strips.iter().filter_map(|strip| strip.turn).max().map_or(0, |last| last + 1);
    let drawn = use_growing(BEGIN + turns, 1).saturating_sub(BEGIN);
    let lights = lights(props);
    let finding = match props.subject {
        Some(Subject::Finding(id)) => Some(id),
        _ => None,
    };
    let noted = props.note.and_then(|at| props.checked.spot_of_note(at));
    let tally = props.tally.map(|tally| match tally {
        Tally::Status(status) => status_class(status),
        Tally::Excluded => "excluded",
    });
    let is_lit = !lights.is_empty() || finding.is_some() || props.excluded.is_some() || noted.is_some();
    // What is lit is about to be looked at, and has to be there.
    let strips = if drawn > 0 || is_lit { props.checked.strips.as_slice() } else { &[] };
    html! {
        <article class={classes!("report-text", props.stale.then_some("is-stale"))} data-tally={tally} data-testid="report-text" tabindex="0" aria-label={words.text.title} {onclick} {onkeydown}>
            if props.stale {
                <p class="report-text__stale">{ words.text.stale }</p>
            }
            { for strips.chunk_by(|one, two| table_of(one).is_some() && table_of(one) == table_of(two)).map(|strips| {
                let drawn: Html = strips.iter().map(|strip| {
                    let lights = Lights {
                        figures: lights.iter().filter(|(at, _)| *at == strip.number).map(|(_, light)| *light).collect(),
                        finding: finding.filter(|id| strip.has_finding(*id)),
                        excluded: props.excluded.filter(|at| strip.has_excluded(*at)),
                        noted: noted.filter(|spot| spot.strip == strip.number).map(|spot| spot.item),
                    };
                    html! { <Strip key={strip.number} strip={strip.clone()} is_due={strip.turn.is_some_and(|turn| turn < drawn)} {lights} /> }
                }).collect();
                match strips.first().map(|strip| &strip.content) {
                    Some(Content::Rows(table, rows)) => {
                        let is_first = rows.first().is_some_and(|row| row.gap == row.number);
                        report_table(words, table, is_first, drawn)
                    }
                    _ => drawn,
                }
            }) }
        </article>
    }
}

fn table_of(strip: &Drawn) -> Option<usize> {
    match &strip.content {
        Content::Rows(table, _) => Some(table.number),
        Content::Blocks(_) => None,
    }
}

/// The figures that the choice lights up, each with its strip.
fn lights(props: &Props) -> Vec<(usize, Light)> {
    let mut roles: Vec<(u32, Role)> = Vec::new();
    let relation = match props.subject {
        // While a relation is being put together, nothing but its figures is lit.
        _ if !props.picked.is_empty() => {
            let part = |at: usize| if at + 1 < props.picked.len() || at == 0 { Role::Operand } else { Role::Result };
            roles.extend(props.picked.iter().enumerate().map(|(at, figure)| (*figure, part(at))));
            None
        }
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
            Some((props.checked.strip_of(figure)?, light))
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
