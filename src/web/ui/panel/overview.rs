//! Headline totals, each part with its share of the whole as number and bar.

use crate::app::action::Action;
use crate::app::checked::Checked;
use crate::report::Total;
use crate::web::ui::component::ShareBar;
use crate::web::ui::hook::{Dispatch, on, use_dispatch, use_words};
use crate::web::ui::words::Words;
use std::rc::Rc;
use yew::prelude::*;

/// What the overview is drawn from.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The answer.
    pub checked: Rc<Checked>,
}

/// The overview.
#[component]
pub fn Overview(props: &Props) -> Html {
    let words = use_words();
    let dispatch = use_dispatch();
    let totals = &props.checked.report.totals;
    html! {
        <div class="overview">
            <h2 class="overview__title">{ words.totals.title }</h2>
            if totals.is_empty() {
                <p class="overview__none">{ words.totals.none }</p>
            }
            { for groups(totals).into_iter().map(|group| html! {
                <table class="overview__table">
                    <caption>{ group.first().map(|total| caption(words, total)) }</caption>
                    <thead class="visually-hidden">
                        <tr>{ for words.totals.columns.iter().map(|column| html! { <th scope="col">{ column }</th> }) }</tr>
                    </thead>
                    <tbody>{ for group.into_iter().map(|total| row(words, total, depth(totals, total), has_parts(totals, total), &dispatch)) }</tbody>
                </table>
            }) }
        </div>
    }
}

/// Totals of one measure and period stand together; each whole is followed by its parts.
fn groups(totals: &[Total]) -> Vec<Vec<&Total>> {
    let mut groups: Vec<Vec<&Total>> = Vec::new();
    for total in totals {
        let same = |group: &&mut Vec<&Total>| group.first().is_some_and(|first| (&first.measure, &first.period) == (&total.measure, &total.period));
        match groups.iter_mut().find(same) {
            Some(group) => group.push(total),
            None => groups.push(vec![total]),
        }
    }
    for group in &mut groups {
        group.sort_by_cached_key(|total| path(totals, total));
    }
    groups
}

/// The places of a total's wholes and of itself, outermost first; cut off where labels go round in a circle.
fn path(totals: &[Total], total: &Total) -> Vec<usize> {
    const DEEPEST: usize = 4;
    let mut path = Vec::new();
    let mut next = Some(total);
    while let Some(total) = next.filter(|_| path.len() < DEEPEST) {
        path.insert(0, totals.iter().position(|other| other == total).unwrap_or(totals.len()));
        next = totals.iter().find(|other| is_part(total, other));
    }
    path
}

fn is_part(part: &Total, whole: &Total) -> bool {
    part.part_of.as_ref() == Some(&whole.label) && (&part.measure, &part.period) == (&whole.measure, &whole.period)
}

fn depth(totals: &[Total], total: &Total) -> usize {
    path(totals, total).len() - 1
}

fn has_parts(totals: &[Total], total: &Total) -> bool {
    totals.iter().any(|other| is_part(other, total))
}

fn caption(words: &Words, total: &Total) -> String {
    let period = total.period.as_deref().map(|period| (words.term)(period).to_owned());
    let measure = (words.term)(&total.measure).to_owned();
    period.into_iter().chain([measure]).collect::<Vec<_>>().join(" · ")
}

fn row(words: &Words, total: &Total, depth: usize, is_whole: bool, dispatch: &Dispatch) -> Html {
    let deep = match depth {
        0 => None,
        1 => Some("overview__row--part"),
        _ => Some("overview__row--part overview__row--deep"),
    };
    html! {
        <tr class={classes!("overview__row", deep)}>
            <th scope="row">
                <button type="button" class="overview__jump" lang="zh-CN" onclick={on(dispatch, Action::RowChosen(total.figure))}>{ &total.label }</button>
            </th>
            <td class="overview__amount">{ &total.value }<span class="overview__unit">{ &total.unit }</span></td>
            <td class="overview__share" title={total.part_of.as_deref().map(words.totals.share_of)}>
                if let Some(share) = &total.share {
                    <span>{ share }{ "%" }</span>
                    <ShareBar percent={share.clone()} />
                } else if is_whole {
                    <ShareBar percent="100" whole=true />
                }
            </td>
        </tr>
    }
}
