//! An indicator as a row: what it is, what it is computed from, what comes out.

use super::field::field;
use crate::desk::calculator::Row;
use crate::desk::message::Wish;
use crate::desk::state::{Action, Document};
use crate::pack::Pack;
use crate::report::{Indicator, Standing};
use crate::web::ui::component::{CopyButton, Shape, icon};
use crate::web::ui::words::desk::{Calculator, Words};
use yew::prelude::*;

/// An indicator as a row.
pub fn indicator(
    words: &Words,
    row: &Row,
    pack: &Pack,
    document: &Document,
    dispatch: &Callback<Action>,
    wish: &Callback<Wish>,
) -> Html {
    let Row { indicator, cells } = row;
    let own = &words.calculator;
    // A list of ids is cut at blanks, and the name of a person's own indicator may have some.
    let id = format!("indicator-{}", key(indicator)).replace(' ', "-");
    html! {
        <li key={id.clone()} class="indicator" aria-labelledby={id.clone()} data-testid={key(indicator)}>
            <div class="indicator__what">
                <h3 class="indicator__name" id={id.clone()} lang="zh-CN">
                    <span class="indicator__code">{ &indicator.code }</span>
                    { row.name() }
                </h3>
                <p class="indicator__formula" lang="zh-CN">{ &indicator.formula }</p>
                { basis(own, indicator) }
            </div>
            <ul class="indicator__inputs">
                { for cells.iter().map(|cell| field(own, &id, cell, document, dispatch, wish)) }
            </ul>
            { result(words, row, pack) }
        </li>
    }
}

/// Its code with the variant, which alone tells some of them apart.
fn key(indicator: &Indicator) -> String {
    [indicator.code.as_str(), &indicator.name, indicator.variant.as_deref().unwrap_or_default()].concat()
}

fn basis(words: &Calculator, indicator: &Indicator) -> Html {
    html! {
        <details class="indicator__basis">
            <summary>{ words.basis }{ " · " }{ (words.status)(indicator.status) }</summary>
            <p lang="zh-CN">{ &indicator.basis }</p>
            <p>{ (words.years)(indicator) }</p>
            if let Some(note) = &indicator.note {
                <p lang="zh-CN">{ note }</p>
            }
        </details>
    }
}

fn result(words: &Words, row: &Row, pack: &Pack) -> Html {
    let indicator = &row.indicator;
    let own = &words.calculator;
    html! {
        <div class="indicator__result">
            { match &indicator.value {
                Some(value) => html! {
                    <>
                        <output class="indicator__value" data-testid="value">{ value }<span class="indicator__unit">{ &indicator.unit }</span></output>
                        { range(own, indicator) }
                    </>
                },
                None => html! { <output class="indicator__lacking" data-testid="lacking">{ lacking(own, indicator) }</output> },
            } }
            <p class="indicator__aim">
                { (own.direction)(indicator.direction) }
                if let Some(line) = &indicator.line {
                    { " · " }{ (own.line)(line) }
                }
            </p>
            if indicator.value.is_some() {
                { standing(own, indicator) }
                if let Some(score) = &indicator.score {
                    <p class="indicator__score">{ (own.score)(score) }</p>
                }
                <CopyButton text={(own.sentence)(row, &pack.about)} label={own.copy_sentence} done={words.copied} />
            }
        </div>
    }
}

fn lacking(words: &Calculator, indicator: &Indicator) -> String {
    if indicator.missing.is_empty() { words.not_computable.to_owned() } else { (words.lacking)(&indicator.missing) }
}

/// What the value may be by the printed places of its inputs, where that is not one value.
fn range(words: &Calculator, indicator: &Indicator) -> Html {
    match (&indicator.least, &indicator.most) {
        (Some(least), Some(most)) if least != most => {
            html! { <p class="indicator__range">{ (words.between)(least, most, &indicator.unit) }</p> }
        }
        _ => Html::default(),
    }
}

fn standing(words: &Calculator, indicator: &Indicator) -> Html {
    let (class, shape, word) = match (indicator.standing, &indicator.line) {
        (_, None) => return html! { <p class="indicator__aim">{ words.no_line }</p> },
        (Standing::Attention, _) => ("attention", Shape::Suspect, words.attention),
        (Standing::Good, _) => ("good", Shape::Pass, words.good),
        // The rounding of its inputs leaves it open on which side of the line it lies.
        (Standing::Unknown, _) => return Html::default(),
    };
    html! {
        <p class={classes!("indicator__standing", format!("indicator__standing--{class}"))}>{ icon(shape) }<span>{ word }</span></p>
    }
}
