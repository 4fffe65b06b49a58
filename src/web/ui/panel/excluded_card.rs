//! Digits that are no figure: what they are instead.

use crate::app::checked::Checked;
use crate::report::Excluded;
use crate::web::ui::words::Words;
use yew::prelude::*;

/// Digits that are no figure, and why.
pub fn excluded_card(words: &Words, checked: &Checked, excluded: &Excluded) -> Html {
    html! {
        <section class="figure-card" aria-label={words.ledger.excluded}>
            <p class="figure-card__value" lang="zh-CN">{ &excluded.text }</p>
            <p class="figure-card__alone"><strong>{ words.said(checked, &excluded.reason) }</strong></p>
            <p class="figure-card__alone">{ words.working.excluded }</p>
        </section>
    }
}
