//! Headline totals, each part with its share of the whole as number and bar.

use crate::app::action::Action;
use crate::app::checked::Checked;
use crate::app::order;
use crate::report::Total;
use crate::web::ui::component::{quantity, share_bar};
use crate::web::ui::hook::{Dispatch, on};
use crate::web::ui::words::Words;
use yew::prelude::*;

/// The overview.
pub fn overview(words: &Words, checked: &Checked, dispatch: &Dispatch) -> Html {
    let totals = &checked.report.totals;
    html! {
        <div class="overview">
            <h2 class="overview__title">{ words.totals.title }</h2>
            <p class="overview__extent">{ extent(words, checked) }</p>
            if totals.is_empty() {
                <p class="overview__none">{ words.totals.none }</p>
            }
            { for groups(totals).into_iter().map(|group| html! {
                <table class="overview__table">
                    <caption>{ group.first().map(|total| caption(words, checked, total)) }</caption>
                    <thead class="visually-hidden">
                        <tr>{ for words.totals.columns.iter().map(|column| html! { <th scope="col">{ column }</th> }) }</tr>
                    </thead>
                    <tbody>{ for group.into_iter().map(|total| row(words, total, depth(totals, total), has_parts(totals, total), dispatch)) }</tbody>
                </table>
            }) }
        </div>
    }
}

/// What was read: format, pages, tables.
fn extent(words: &Words, checked: &Checked) -> String {
    let document = &checked.report.document;
    let [pages, tables] = words.file.extent;
    let pages = document.pages.map(pages);
    let tables = (!document.tables.is_empty()).then(|| tables(document.tables.len()));
    let format = words.said(checked, &document.format).to_owned();
    [Some(format), pages, tables].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Totals of one measure and period stand together; each whole is followed by its parts.
fn groups(totals: &[Total]) -> Vec<Vec<&Total>> {
    let mut groups: Vec<Vec<&Total>> = Vec::new();
    for total in totals {
        let head = head(totals, total);
        let same =
            |group: &&mut Vec<&Total>| group.first().is_some_and(|first| are_alike(self::head(totals, first), head));
        match groups.iter_mut().find(same) {
            Some(group) => group.push(total),
            None => groups.push(vec![total]),
        }
    }
    for group in &mut groups {
        *group = order::by_key(group, |total| {
            let mut key = order::Key::default();
            // One more than the place, so that a whole stands before its parts.
            key.iter_mut().zip(path(totals, total)).for_each(|(slot, at)| *slot = at + 1);
            key
        });
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
        next = whole(totals, total);
    }
    path
}

fn are_alike(one: &Total, other: &Total) -> bool {
    (&one.measure, &one.period) == (&other.measure, &other.period)
}

/// What a total is a part of: in its own measure, else the one that its share is of, which is no budget where it is none.
fn whole<'t>(totals: &'t [Total], part: &Total) -> Option<&'t Total> {
    let is_budget = |total: &Total| total.measure.ends_with("udget");
    let wholes = || totals.iter().filter(|other| part.part_of.as_ref() == Some(&other.label));
    let spent = || wholes().find(|other| !is_budget(part) && !is_budget(other) && other.period == part.period);
    wholes().find(|other| are_alike(part, other)).or_else(spent)
}

/// The outermost whole of a total, with which it stands together.
fn head<'t>(totals: &'t [Total], total: &'t Total) -> &'t Total {
    path(totals, total).first().and_then(|at| totals.get(*at)).unwrap_or(total)
}

/// How deep an item stands; what is a part is no head line, also where its whole is not stated.
fn depth(totals: &[Total], total: &Total) -> usize {
    (path(totals, total).len() - 1).max(usize::from(total.part_of.is_some()))
}

fn has_parts(totals: &[Total], total: &Total) -> bool {
    totals.iter().any(|other| whole(totals, other) == Some(total))
}

fn caption(words: &Words, checked: &Checked, total: &Total) -> String {
    let period = total.period.as_deref().map(|period| words.said(checked, period).to_owned());
    let measure = words.said(checked, &total.measure).to_owned();
    period.into_iter().chain([measure]).collect::<Vec<_>>().join(" · ")
}

fn row(words: &Words, total: &Total, depth: usize, is_whole: bool, dispatch: &Dispatch) -> Html {
    let class = match depth {
        0 => "overview__row",
        1 => "overview__row overview__row--part",
        _ => "overview__row overview__row--part overview__row--deep",
    };
    html! {
        <tr {class}>
            <th scope="row">
                <button type="button" class="overview__jump" lang="zh-CN" onclick={on(dispatch, Action::RowChosen(total.figure))}>{ &total.label }</button>
            </th>
            <td class="overview__amount">{ quantity(words, &total.value, &total.unit) }</td>
            <td class="overview__share" title={total.part_of.as_deref().map(words.totals.share_of)}>
                if let Some(share) = &total.share {
                    <span>{ share }{ "%" }</span>
                    { share_bar(share) }
                } else if is_whole {
                    { share_bar("100") }
                }
            </td>
        </tr>
    }
}
