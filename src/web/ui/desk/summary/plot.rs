//! The summary drawn: ranking, distribution, budget against outturn. The table says the same in figures.
#![expect(clippy::float_arithmetic, reason = "a place on the screen is no amount")]

use super::ranking::{Rank, Ranking};
use crate::desk::state;
use crate::desk::summary::{Action, Plot, PlotKind, grouped, median};
use crate::summary::{Column, ColumnKind, Row, Summary};
use crate::web::ui::component::chip;
use crate::web::ui::desk::bars::{longest, thousandths};
use crate::web::ui::desk::choice::choice;
use crate::web::ui::words::desk::summary::Summary as Words;
use std::rc::Rc;
use yew::prelude::*;

/// The extents of the drawings, in their own units; a distribution grows with its highest pile.
const WIDTH: f64 = 600.0;
const LOWEST: f64 = 64.0;
const SQUARE: f64 = 360.0;
/// How far the outermost points stay from the edge.
const MARGIN: f64 = 8.0;

/// A value of a row, as it is shown and as it is drawn.
struct Point<'s> {
    name: &'s str,
    shown: &'s str,
    value: f64,
    rank: usize,
}

/// What is drawn, and how.
#[derive(Clone, PartialEq, Properties)]
pub struct DrawingProps {
    pub words: &'static Words,
    pub summary: Rc<Summary>,
    pub chosen: Plot,
    pub dispatch: Callback<state::Action>,
}

/// The drawing that was chosen; drawn anew only with the summary or the choice.
#[component]
pub fn Drawing(props: &DrawingProps) -> Html {
    let scene = props;
    let (own, chosen) = (props.words, &props.chosen);
    let on = |action: Action| props.dispatch.reform(move |_| state::Action::Summary(action.clone()));
    let at = scene.summary.columns.iter().position(|column| column.key == chosen.key).unwrap_or_default();
    html! {
        <section class="plot" aria-labelledby="plot">
            <h3 class="summary__part" id="plot">{ own.plot }</h3>
            <div class="plot__tools">
                <div class="chips" role="group" aria-label={own.plot}>
                    { for PlotKind::EACH.into_iter().map(|kind| {
                        let action = Action::PlotChosen(Plot { kind, key: chosen.key.clone() });
                        chip((own.plot_kind)(kind), "note", scene.summary.rows.len(), kind == chosen.kind, on(action))
                    }) }
                </div>
                if chosen.kind != PlotKind::Scatter {
                    { column_choice(scene, at) }
                }
            </div>
            { match (chosen.kind, scene.summary.columns.get(at)) {
                (PlotKind::Scatter, _) => scatter(scene),
                (PlotKind::Ranking, Some(column)) => ranking(scene, column, &points(scene, at)),
                (PlotKind::Distribution, Some(column)) => distribution(scene, column, &points(scene, at)),
                (_, None) => Html::default(),
            } }
        </section>
    }
}

fn column_choice(scene: &DrawingProps, at: usize) -> Html {
    let kind = scene.chosen.kind;
    let drawable: Vec<&Column> =
        scene.summary.columns.iter().filter(|column| column.kind != ColumnKind::Words).collect();
    let keys: Vec<String> = drawable.iter().map(|column| column.key.clone()).collect();
    let picked = scene.dispatch.reform(move |at: usize| {
        state::Action::Summary(Action::PlotChosen(Plot { kind, key: keys.get(at).cloned().unwrap_or_default() }))
    });
    let chosen = scene.summary.columns.get(at).map(|column| column.key.as_str());
    let option = |column: &&Column| (scene.words.name(column).to_owned(), chosen == Some(column.key.as_str()));
    choice(scene.words.plot_column, drawable.iter().map(option).collect(), None, picked)
}

/// The rows that have a value, without those that sum up others, the greatest first.
fn points(scene: &DrawingProps, at: usize) -> Vec<Point<'_>> {
    fn point(row: &Row, at: usize) -> Option<Point<'_>> {
        let cell = row.cells.get(at)?;
        let shown = cell.value.as_deref()?;
        Some(Point { name: &row.organization, shown, value: shown.parse().ok()?, rank: cell.rank? })
    }
    let rows = scene.summary.rows.iter().filter(|row| !row.is_parent);
    let mut points: Vec<Point> = rows.filter_map(|row| point(row, at)).collect();
    crate::order::by_key(&mut points, |point| point.rank);
    points
}

/// The extent of a column in words.
fn spread(scene: &DrawingProps, column: &Column, points: &[Point]) -> Option<String> {
    let with_unit = |value: &str| (scene.words.amount)(&grouped(value), &column.unit);
    let (most, least) = (points.first()?, points.last()?);
    let at = scene.summary.columns.iter().position(|other| other.key == column.key)?;
    let middle =
        median(&scene.summary, at).map(|middle| (scene.words.amount)(&middle, &column.unit)).unwrap_or_default();
    Some((scene.words.spread)(points.len(), &with_unit(least.shown), &middle, &with_unit(most.shown)))
}

fn nothing(scene: &DrawingProps) -> Html {
    html! { <p class="summary__lead">{ scene.words.no_plot }</p> }
}

fn ranking(scene: &DrawingProps, column: &Column, points: &[Point]) -> Html {
    let Some(spread) = spread(scene, column, points) else { return nothing(scene) };
    let most = longest(points.iter().map(|point| point.shown));
    let rank = |point: &Point| Rank {
        rank: point.rank,
        name: point.name.to_owned(),
        value: (scene.words.amount)(&grouped(point.shown), &column.unit),
        thousandths: thousandths(point.shown, most),
    };
    let ranks: Vec<Rank> = points.iter().map(rank).collect();
    html! {
        <>
            <p class="summary__lead">{ spread }</p>
            <Ranking words={scene.words} {ranks} />
        </>
    }
}

/// Every department a dot over its value; dots that would hide each other are piled up.
fn distribution(scene: &DrawingProps, column: &Column, points: &[Point]) -> Html {
    let Some(spread) = spread(scene, column, points) else { return nothing(scene) };
    let least = points.iter().map(|point| point.value).fold(f64::INFINITY, f64::min);
    let most = points.iter().map(|point| point.value).fold(f64::NEG_INFINITY, f64::max);
    let place = |value: f64| {
        if most > least { MARGIN + (value - least) / (most - least) * (WIDTH - 2.0 * MARGIN) } else { WIDTH / 2.0 }
    };
    let mut piles = crate::gather::SortedMap::<i64, f64>::new();
    let piled: Vec<(f64, f64)> = points
        .iter()
        .map(|point| {
            let x = place(point.value);
            #[expect(clippy::cast_possible_truncation, reason = "a place in a drawing is small")]
            let pile = piles.entry((x / MARGIN) as i64).or_default();
            *pile += 1.0;
            (x, *pile * MARGIN)
        })
        .collect();
    let height = piled.iter().map(|(_, up)| up + MARGIN).fold(LOWEST, f64::max);
    let title = |point: &Point| [point.name, " ", &(scene.words.amount)(&grouped(point.shown), &column.unit)].concat();
    let dots = points.iter().zip(&piled).map(|(point, (x, up))| dot(*x, height - up, &title(point)));
    let middle = column.median.as_deref().and_then(|median| median.parse().ok()).map(place);
    html! {
        <figure class="plot__figure">
            <svg class="plot__svg" role="img" viewBox={format!("0 0 {WIDTH} {height}")}>
                <title>{ [scene.words.plot, " ", scene.words.name(column)].concat() }</title>
                <desc>{ &spread }</desc>
                if let Some(x) = middle {
                    <line class="plot__line" x1={x.to_string()} x2={x.to_string()} y1="0" y2={height.to_string()} />
                }
                <line class="plot__axis" x1="0" x2={WIDTH.to_string()} y1={height.to_string()} y2={height.to_string()} />
                { for dots }
            </svg>
            <figcaption class="summary__lead">{ spread }</figcaption>
        </figure>
    }
}

/// Budget to the right, outturn upwards; who stands above the line spent more than the budget.
fn scatter(scene: &DrawingProps) -> Html {
    let own = scene.words;
    let at = |key: &str| scene.summary.columns.iter().position(|column| column.key == key);
    let (Some(budget), Some(outturn)) = (at("budget"), at("expenditure")) else { return nothing(scene) };
    let shown = |row: &Row, at: usize| row.cells.get(at)?.value.clone();
    let number = |text: &String| text.parse::<f64>().ok();
    let pairs: Vec<(&str, String, String)> = scene
        .summary
        .rows
        .iter()
        .filter(|row| !row.is_parent)
        .filter_map(|row| Some((row.organization.as_str(), shown(row, budget)?, shown(row, outturn)?)))
        .collect();
    let drawn: Vec<(f64, f64)> = pairs.iter().filter_map(|(_, x, y)| Some((number(x)?, number(y)?))).collect();
    let most = drawn.iter().map(|(x, y)| x.max(*y)).fold(0.0, f64::max);
    if most <= 0.0 {
        return nothing(scene);
    }
    let place = |value: f64| MARGIN + value / most * (SQUARE - 2.0 * MARGIN);
    let above = drawn.iter().filter(|(x, y)| y > x).count();
    let words = (own.scatter)(above, drawn.len());
    let titles = [budget, outturn]
        .map(|at| scene.summary.columns.get(at).map(|column| scene.words.name(column)).unwrap_or_default());
    html! {
        <figure class="plot__figure">
            <div class="plot__square">
                <span class="plot__y">{ titles[1] }</span>
                <svg class="plot__svg" role="img" viewBox={format!("0 0 {SQUARE} {SQUARE}")}>
                    <title>{ (own.plot_kind)(PlotKind::Scatter) }</title>
                    <desc>{ &words }</desc>
                    <path class="plot__axis" d={format!("M0 0V{SQUARE}H{SQUARE}")} />
                    <line class="plot__line" x1="0" y1={SQUARE.to_string()} x2={SQUARE.to_string()} y2="0" />
                    { for pairs.iter().zip(&drawn).map(|((name, x, y), (right, up))| {
                        dot(place(*right), SQUARE - place(*up), &[name, " ", &grouped(x), " → ", &grouped(y)].concat())
                    }) }
                </svg>
                <span class="plot__x">{ titles[0] }</span>
            </div>
            <figcaption class="summary__lead">{ words }</figcaption>
        </figure>
    }
}

fn dot(x: f64, y: f64, title: &str) -> Html {
    html! { <circle class="plot__dot" cx={format!("{x:.1}")} cy={format!("{y:.1}")} r="4"><title>{ title }</title></circle> }
}
