//! 排名: the departments with a bar each, the greatest first.

use crate::desk::summary::PlotKind;
use crate::web::ui::desk::bars::bar;
use crate::web::ui::hook::{PART, use_growing};
use crate::web::ui::words::desk::summary::Summary as Words;
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

/// How many departments are drawn before the others are asked for: hundreds of bars out of sight hold the page up.
const DRAWN: usize = 60;

/// What the ranking is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub struct RankingProps {
    pub words: &'static Words,
    pub ranks: Vec<Rank>,
}

/// The ranking.
#[component]
pub fn Ranking(props: &RankingProps) -> Html {
    let is_whole = use_state(|| false);
    let all = props.ranks.len();
    let drawn = use_growing(if *is_whole { all } else { all.min(DRAWN) }, PART);
    html! {
        <div class="plot__ranking" tabindex="0" role="region" aria-label={(props.words.plot_kind)(PlotKind::Ranking)}>
            <table>
                <tbody>{ for props.ranks.iter().take(drawn).map(ranked) }</tbody>
            </table>
            if !*is_whole && all > DRAWN {
                <button type="button" class="link" data-testid="rank-rest" onclick={move |_| is_whole.set(true)}>
                    { (props.words.rest)(all - DRAWN) }
                </button>
            }
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
