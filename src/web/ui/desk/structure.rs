//! 收支结构: wholes with their parts, budgets beside outturns, 三公 over two years. Every bar stands beside its figure.

use super::bars::{bar, longest, thousandths};
use crate::desk::brief::Amount;
use crate::desk::message::Wish;
use crate::desk::state::Document;
use crate::desk::structure::{Pair, Structure, Years, pairs, three_public};
use crate::web::ui::words::desk::Words;
use yew::prelude::*;

/// The drawings of a report.
pub fn structure(words: &Words, document: &Document, wish: &Callback<Wish>) -> Html {
    let jump = |amount: &Amount| {
        let (document, figure) = (document.number, amount.figure);
        wish.reform(move |_: MouseEvent| Wish::Figure { document, figure })
    };
    let own = &words.structure;
    let brief = &document.brief;
    let (pairs, years) = (pairs(&brief.amounts), three_public(&brief.amounts, &brief.earlier));
    let is_empty = brief.structures.is_empty() && pairs.is_empty() && years.is_empty();
    html! {
        <section class="structure" aria-labelledby="structure">
            <h2 class="structure__title" id="structure">{ own.title }</h2>
            <p class="structure__lead">{ if is_empty { own.none } else { own.lead } }</p>
            <div class="structure__charts">
                { for brief.structures.iter().map(|structure| parts_table(words, structure, &jump)) }
                if !pairs.is_empty() {
                    { pairs_table(words, &pairs, &jump) }
                }
                if !years.is_empty() {
                    { years_table(words, &years, &jump) }
                }
            </div>
        </section>
    }
}

type Jump<'a> = dyn Fn(&Amount) -> Callback<MouseEvent> + 'a;

fn name(amount: &Amount, jump: &Jump) -> Html {
    html! {
        <th scope="row"><button type="button" class="structure__jump" lang="zh-CN" onclick={jump(amount)}>{ &amount.label }</button></th>
    }
}

fn value(words: &Words, amount: &Amount) -> Html {
    html! { <>{ &amount.value }<span class="structure__unit">{ (words.term)(&amount.unit) }</span></> }
}

fn in_words(words: &Words, amount: &Amount) -> String {
    (words.summary.amount)(&amount.value, &amount.unit)
}

/// An amount in words, for those who hear a drawing.
fn said(words: &Words, amount: &Amount) -> String {
    [(words.term)(&amount.measure), " ", &in_words(words, amount)].concat()
}

fn heads(columns: &[&'static str], bar: &'static str) -> Html {
    html! {
        <thead><tr>
            { for columns.iter().map(|column| html! { <th scope="col">{ column }</th> }) }
            <th scope="col"><span class="visually-hidden">{ bar }</span></th>
        </tr></thead>
    }
}

fn parts_table(words: &Words, structure: &Structure, jump: &Jump) -> Html {
    let own = &words.structure;
    let whole = &structure.whole;
    let when = whole.period.as_deref().map(|period| (words.term)(period).to_owned());
    let title = (own.parts_of)(&whole.label, structure.by);
    let caption: Vec<String> =
        [Some(title.clone()), when, Some((words.term)(&whole.measure).to_owned())].into_iter().flatten().collect();
    let row = |amount: &Amount, share: Option<&str>, tone: &'static str| {
        let share = share.map(|share| format!("{share}%"));
        let description =
            [&amount.label, " ", &in_words(words, amount), " ", share.as_deref().unwrap_or("100%")].concat();
        html! {
            <tr class={classes!("structure__row", format!("structure__row--{tone}"))}>
                { name(amount, jump) }
                <td class="structure__amount">{ value(words, amount) }</td>
                <td class="structure__share">{ share }</td>
                <td class="structure__bar">{ bar(thousandths(&amount.base, &whole.base), tone, &title, &description) }</td>
            </tr>
        }
    };
    html! {
        <table class="structure__chart">
            <caption>{ caption.join(" · ") }</caption>
            { heads(&own.columns, own.bar) }
            <tbody>
                { row(whole, None, "whole") }
                { for structure.parts.iter().map(|(part, share)| row(part, share.as_deref(), "part")) }
            </tbody>
        </table>
    }
}

fn pairs_table(words: &Words, pairs: &[Pair], jump: &Jump) -> Html {
    let own = &words.structure;
    // Items of very different size stand below each other: each pair is drawn against its own longer one.
    html! {
        <table class="structure__chart structure__chart--wide">
            <caption>{ own.pairs }</caption>
            { heads(&own.pair_columns, own.bar) }
            <tbody>
                { for pairs.iter().map(|pair| {
                    let most = longest([pair.budget.base.as_str(), &pair.outturn.base].into_iter());
                    let drawn = |amount: &Amount, tone| bar(thousandths(&amount.base, most), tone, &amount.label, &said(words, amount));
                    html! {
                        <tr class="structure__row">
                            { name(pair.outturn, jump) }
                            <td class="structure__amount">{ value(words, pair.budget) }</td>
                            <td class="structure__amount">{ value(words, pair.outturn) }</td>
                            <td class="structure__share">{ pair.rate.as_ref().map(|rate| format!("{rate}%")) }</td>
                            <td class="structure__bar">{ drawn(pair.budget, "budget") }{ drawn(pair.outturn, "outturn") }</td>
                        </tr>
                    }
                }) }
            </tbody>
        </table>
    }
}

fn years_table(words: &Words, years: &[Years], jump: &Jump) -> Html {
    const TONES: [&str; 3] = ["before", "budget", "outturn"];
    let own = &words.structure;
    let most = longest(years.iter().flat_map(|years| &years.amounts).flatten().map(|amount| amount.base.as_str()));
    let cell = |amount: &Option<&Amount>| match amount {
        Some(amount) => html! {
            <td class="structure__amount"><button type="button" class="structure__jump" onclick={jump(amount)}>{ value(words, amount) }</button></td>
        },
        None => html! { <td class="structure__amount structure__absent">{ own.absent }</td> },
    };
    html! {
        <table class="structure__chart structure__chart--wide">
            <caption>{ own.three_public }</caption>
            { heads(&own.year_columns, own.bar) }
            <tbody>
                { for years.iter().map(|row| html! {
                    <tr class="structure__row">
                        <th scope="row" lang="zh-CN">{ row.label }</th>
                        { for row.amounts.iter().map(cell) }
                        <td class="structure__bar">
                            { for row.amounts.iter().zip(TONES).zip(&own.year_columns[1..]).filter_map(|((amount, tone), when)| {
                                let amount = (*amount)?;
                                let description = [*when, " ", &in_words(words, amount)].concat();
                                Some(bar(thousandths(&amount.base, most), tone, row.label, &description))
                            }) }
                        </td>
                    </tr>
                }) }
            </tbody>
        </table>
    }
}
