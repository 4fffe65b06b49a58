//! 排名: the departments with a bar each, the greatest first.

use crate::web::ui::desk::bars::bar;
use crate::web::ui::hook::use_growing;
use yew::prelude::*;

/// A department in the ranking.
#[derive(Clone, PartialEq)]
pub struct Rank {
    /// From 1; equal values have equal ranks.
    pub rank: usize,
    /// The department.
    pub name: String,
    /// Its value with its unit.
    pub value: String,
    /// The length of its bar.
    pub thousandths: u32,
}

/// What the ranking is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub struct RankingProps {
    pub title: &'static str,
    pub ranks: Vec<Rank>,
}

/// The ranking.
#[component]
pub fn Ranking(props: &RankingProps) -> Html {
    let drawn = use_growing(props.ranks.len());
    html! {
        <div class="plot__ranking" tabindex="0" role="region" aria-label={props.title}>
            <table>
                <tbody>{ for props.ranks.iter().take(drawn).map(ranked) }</tbody>
            </table>
        </div>
    }
}

fn ranked(rank: &Rank) -> Html {
    let Rank { rank, name, value, thousandths } = rank;
    html! {
        <tr>
            <td class="plot__rank">{ rank }</td>
            <th scope="row" lang="zh-CN">{ name }</th>
            <td class="plot__value">{ value }</td>
            <td class="plot__bar">{ bar(*thousandths, "part", name, value) }</td>
        </tr>
    }
}
