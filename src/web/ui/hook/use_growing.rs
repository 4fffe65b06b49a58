//! Long lists drawn a part at a time (分批绘制), so that no part holds the page up.

use super::Watch;
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

/// How many rows of a list or table are drawn in any case: those of an ordinary one, so that the browser's own search finds them all.
pub const ORDINARY: usize = 100;

/// How many of `total` rows of a table are drawn by now. An ordinary table is drawn whole; the rows of a longer one follow as far as
/// someone scrolls, while `gap`, which stands for them, is near what is seen of `scroller`.
#[hook]
pub fn use_growing_to(total: usize, gap: &NodeRef, scroller: &'static str) -> usize {
    let ordinary = use_growing(total.min(ORDINARY), PART);
    let drawn = use_state(|| ORDINARY);
    let now = if ordinary < ORDINARY { ordinary } else { (*drawn).min(total) };
    let gap = gap.clone();
    // Each time another watch: one that has told that the gap is near says it again only after it was far.
    use_effect_with((now, total), move |(now, total)| {
        let grown = *now + PART;
        let is_watched = (ORDINARY..*total).contains(now);
        let watch = is_watched.then(|| Watch::new(&gap, scroller, move || drawn.set(grown))).flatten();
        move || drop(watch)
    });
    now
}
