//! Long lists drawn a part at a time (分批绘制), so that no part holds the page up.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// How many rows are drawn at once: fewer are seen to grow, more are felt by whoever types or scrolls meanwhile.
pub const PART: usize = 40;

/// How many of `total` rows are drawn by now; the others follow, a part after each painting.
#[hook]
pub fn use_growing(total: usize) -> usize {
    let drawn = use_state(|| PART);
    let now = (*drawn).min(total);
    use_effect_with((now, total), move |(now, total)| {
        let grown = *now + PART;
        let timeout = (now < total).then(|| Timeout::new(0, move || drawn.set(grown)));
        move || drop(timeout)
    });
    now
}
