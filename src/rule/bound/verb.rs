//! Verbs that hold one figure against another (比较动词).

use crate::relation::Order;

/// The longest first of those that end alike; none of them begins another.
pub(super) const COMPARING: [(&str, Order); 14] = [
    ("高于", Order::Greater),
    ("大于", Order::Greater),
    ("多于", Order::Greater),
    ("快于", Order::Greater),
    ("优于", Order::Greater),
    ("好于", Order::Greater),
    ("低于", Order::Less),
    ("小于", Order::Less),
    ("少于", Order::Less),
    ("慢于", Order::Less),
    ("短于", Order::Less),
    ("超过", Order::Greater),
    ("超出", Order::Greater),
    ("突破", Order::Greater),
];

/// Those that say what is compared with, never by how much it was passed: 快于上年, but 超过上年5个百分点.
pub(super) fn of_levels() -> impl Iterator<Item = &'static (&'static str, Order)> {
    COMPARING.iter().filter(|(verb, _)| verb.ends_with('于'))
}
