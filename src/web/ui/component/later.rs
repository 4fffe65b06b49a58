//! What is drawn some paintings after all that stands beside it (后绘), so that no painting holds the page up.

use crate::web::ui::hook::use_growing;
use yew::prelude::*;

/// What is drawn, and when.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What is drawn.
    pub children: Html,
}

/// In which painting: what asks for one is done before it, so the third step is seen in the second. Where nothing is painted, it is there
/// at once.
const STEP: usize = if cfg!(target_arch = "wasm32") { 3 } else { 1 };

/// Draws what it holds in the second painting.
#[component]
pub fn Later(props: &Props) -> Html {
    if use_growing(STEP, 1) < STEP { Html::default() } else { props.children.clone() }
}
