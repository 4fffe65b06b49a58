//! The help: keys, legend, and what is promised.

use crate::app::action::Action;
use crate::app::state::Overlay;
use crate::report::{FigureStatus, Severity};
use crate::web::ui::component::{Shape, icon_button, severity_badge, status_badge};
use crate::web::ui::hook::{focus, on, use_surroundings};
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event};
use yew::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// A document or a shadow root.
    type Tree;
    #[wasm_bindgen(method, getter, js_name = activeElement)]
    fn active_element(this: &Tree) -> Option<Element>;
}

const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Suspect, Severity::Note];
const STATUSES: [FigureStatus; 4] =
    [FigureStatus::Verified, FigureStatus::Conflicting, FigureStatus::Single, FigureStatus::Unchecked];

/// The help, above the page.
#[component]
pub fn Help() -> Html {
    let (dispatch, words) = use_surroundings();
    let help = &words.help;
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            // In a widget the document knows only the widget as a whole.
            let before =
                dialog.get().and_then(|dialog| dialog.get_root_node().unchecked_into::<Tree>().active_element());
            focus(dialog.cast());
            // A page that can prove what it promises adds the proof.
            if let (Some(dialog), Ok(event)) = (dialog.get(), Event::new("gouji-help")) {
                // Nobody listening is no failure.
                let _ = dialog.dispatch_event(&event);
            }
            // Whoever closes it goes on where they were.
            move || focus(before)
        });
    }
    let onkeydown = {
        let dialog = dialog.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Tab" {
                // The close button is all there is to reach: the focus never gets behind the sheet.
                event.prevent_default();
                let button = dialog.cast::<Element>().and_then(|dialog| dialog.query_selector("button").ok().flatten());
                focus(button);
            }
        })
    };
    let close = on(&dispatch, Action::OverlayChanged(Overlay::None));
    html! {
        <div class="help">
            <div class="help__ground" onclick={close.clone()}></div>
            <section class="help__sheet" role="dialog" aria-modal="true" aria-labelledby="help-title" tabindex="-1" ref={dialog} {onkeydown}>
                <header class="help__head">
                    <h2 id="help-title">{ help.title }</h2>
                    { icon_button(Shape::Close, help.close.into(), None, close) }
                </header>
                <p>{ help.promise }</p>
                <p>{ words.input.privacy }</p>
                <h3>{ help.legend }</h3>
                <dl class="help__list">
                    { for SEVERITIES.iter().zip(help.severities).map(|(severity, meaning)| html! {
                        <div><dt>{ severity_badge(words, *severity) }</dt><dd>{ meaning }</dd></div>
                    }) }
                    { for STATUSES.iter().zip(help.statuses).map(|(status, meaning)| html! {
                        <div><dt>{ status_badge(words, *status) }</dt><dd>{ meaning }</dd></div>
                    }) }
                </dl>
                <h3>{ help.keys_title }</h3>
                <dl class="help__list">
                    { for help.keys.iter().map(|(key, meaning)| html! {
                        <div><dt>{ for key.split(' ').map(|key| html! { <kbd>{ key }</kbd> }) }</dt><dd>{ meaning }</dd></div>
                    }) }
                </dl>
            </section>
        </div>
    }
}
