//! The page: mounts Yew.

use yew::prelude::*;

#[component]
fn App() -> Html {
    html! { <main>{ "勾稽" }</main> }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
