//! Long lists drawn a part at a time (分批绘制), so that no part holds the page up.

use gloo::render::request_animation_frame;
use yew::prelude::*;

/// How many rows of a list are drawn at once: fewer are seen to grow, more are felt by whoever types or scrolls meanwhile.
pub const PART: usize = 10;

/// How many of `total` things are drawn by now; the others follow, `part` for each painting: of timers several can ring before the
/// next one, and all their parts are then laid out together.
#[hook]
pub fn use_growing(total: usize, part: usize) -> usize {
    let drawn = use_state(|| part);
    let now = (*drawn).min(total);
    use_effect_with((now, total), move |(now, total)| {
        let grown = *now + part;
        let frame = (now < total).then(|| request_animation_frame(move |_| drawn.set(grown)));
        move || drop(frame)
    });
    now
}
