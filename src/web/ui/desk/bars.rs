//! Bars beside figures: how long each is against the longest of its drawing. The figure stands beside it and says the same.

use yew::prelude::*;

/// How long a bar is, in thousandths of the longest; nothing for what is no number, a trace for what is not zero.
#[must_use]
#[expect(
    clippy::float_arithmetic,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a length on the screen is no amount"
)]
pub fn thousandths(base: &str, longest: &str) -> u32 {
    let number = |text: &str| text.parse::<f64>().unwrap_or(0.0).abs();
    let (part, whole) = (number(base), number(longest));
    if part == 0.0 || whole == 0.0 {
        return 0;
    }
    ((part / whole * 1000.0).round() as u32).clamp(2, 1000)
}

/// The longest of several amounts in the base unit.
#[must_use]
pub fn longest<'a>(bases: impl Iterator<Item = &'a str>) -> &'a str {
    let number = |text: &str| text.parse::<f64>().map_or(0.0, f64::abs);
    bases.max_by(|a, b| number(a).total_cmp(&number(b))).unwrap_or("0")
}

/// A bar of so many thousandths, with what it shows in words; `tone` is the part of a class name that gives it its colour.
pub fn bar(thousandths: u32, tone: &'static str, title: &str, description: &str) -> Html {
    let width = format!("{}.{}%", thousandths / 10, thousandths % 10);
    html! {
        <svg class="bar" role="img" width="100%" height="10" focusable="false">
            <title>{ title }</title>
            <desc>{ description }</desc>
            <rect class={format!("bar__length bar__length--{tone}")} {width} height="10" rx="1.5" />
        </svg>
    }
}
