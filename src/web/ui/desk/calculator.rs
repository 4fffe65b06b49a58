//! 指标测算: the pack in force, and its indicators as rows that can be reckoned with.

use super::choice::choice;
use super::indicator::indicator;
use super::open_pack::open_pack;
use crate::desk::calculator::{Narrowed, Row, rows};
use crate::desk::message::Wish;
use crate::desk::state::{Action, Document, State};
use crate::pack::Pack;
use crate::web::ui::component::{CopyButton, chip};
use crate::web::ui::words::desk::{Calculator, Words};
use yew::prelude::*;

/// The calculator of a document.
pub fn calculator(
    words: &Words,
    state: &State,
    document: &Document,
    dispatch: &Callback<Action>,
    wish: &Callback<Wish>,
) -> Html {
    let typed = state.typed();
    let pack = state.packs.in_force();
    let rows = rows(&pack, &document.brief, &typed);
    let shown: Vec<&Row> = rows.iter().filter(|row| state.narrowed.has(&row.indicator)).collect();
    let own = &words.calculator;
    html! {
        <section class="calculator" aria-labelledby="calculator">
            <h2 class="calculator__title" id="calculator">{ own.title }</h2>
            <p class="calculator__lead">{ own.lead }</p>
            { packs(own, state, dispatch) }
            <div class="calculator__bar">
                { chips(own, state.narrowed, &rows, dispatch) }
                <div class="calculator__tools">
                    if !typed.is_empty() {
                        <button type="button" class="button" data-testid="revert-all" onclick={dispatch.reform(|_| Action::AllReverted)}>
                            { (own.revert_all)(typed.len()) }
                        </button>
                    }
                    <CopyButton text={table(own, &pack, &shown)} label={own.copy_table} done={words.copied} />
                </div>
            </div>
            if shown.is_empty() {
                <p class="desk__none">{ own.none }</p>
            }
            <ol class="calculator__list">
                { for shown.iter().map(|row| indicator(words, row, &pack, document, dispatch, wish)) }
            </ol>
        </section>
    }
}

/// The pack in force, the others at hand, and the door for a user's own.
fn packs(words: &Calculator, state: &State, dispatch: &Callback<Action>) -> Html {
    let packs = &state.packs;
    let about = &packs.in_force().about;
    let options = packs.list.iter().enumerate().map(|(at, pack)| ((words.pack_name)(&pack.about), at == packs.chosen));
    html! {
        <div class="calculator__pack">
            { choice(words.pack, options.collect(), Some("pack"), dispatch.reform(Action::PackChosen)) }
            { open_pack(words, dispatch) }
            <p class="calculator__origin">
                <span class="calculator__status">{ (words.status)(about.status) }</span>
                <span lang="zh-CN">{ (words.pack_origin)(about) }</span>
            </p>
            if let Some(refused) = &packs.refused {
                <p class="calculator__refused" role="alert" data-testid="pack-refused">{ (words.refused)(&refused.name, &refused.message) }</p>
            }
        </div>
    }
}

fn chips(words: &Calculator, chosen: Narrowed, rows: &[Row], dispatch: &Callback<Action>) -> Html {
    html! {
        <div class="chips" role="group" aria-label={words.narrow}>
            { for Narrowed::EACH.into_iter().map(|narrowed| {
                let tone = if narrowed == Narrowed::Attention { "suspect" } else { "note" };
                let count = rows.iter().filter(|row| narrowed.has(&row.indicator)).count();
                let onclick = dispatch.reform(move |_| Action::NarrowedTo(narrowed));
                chip((words.narrowed)(narrowed), tone, count, narrowed == chosen, onclick)
            }) }
        </div>
    }
}

/// The rows as a table that spreadsheets and word processors take in.
fn table(words: &Calculator, pack: &Pack, rows: &[&Row]) -> String {
    let line = |row: &&Row| {
        let indicator = &row.indicator;
        let or_none = |value: &Option<String>| value.clone().unwrap_or_default();
        let value = indicator.value.clone().unwrap_or_else(|| (words.lacking)(&indicator.missing));
        [
            indicator.code.clone(),
            row.name(),
            indicator.formula.clone(),
            or_none(&indicator.working),
            value,
            or_none(&indicator.least),
            or_none(&indicator.most),
            indicator.unit.clone(),
            (words.direction)(indicator.direction).to_owned(),
            indicator.basis.clone(),
            pack.about.name.clone(),
            (words.typed)(row),
        ]
        .join("\t")
    };
    let head = words.columns.join("\t");
    std::iter::once(head).chain(rows.iter().map(line)).collect::<Vec<_>>().join("\n")
}
