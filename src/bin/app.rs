//! The page: mounts Yew.

fn main() {
    yew::Renderer::<gouji::web::ui::app::App>::new().render();
}
