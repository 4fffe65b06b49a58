//! A sentence of the engine.

use crate::app::checked::Checked;
use crate::web::ui::words::Words;
use yew::prelude::*;

/// The sentence in the language spoken, else in the report's.
pub fn said(words: &Words, checked: &Checked, sentence: &str) -> Html {
    let said = words.said(checked, sentence);
    // What is not Chinese any more has the language of the page.
    html! { <span lang={(said == sentence).then_some("zh-CN")}>{ said }</span> }
}
