//! The one sort of the page: every list is ordered by a few whole numbers, so that the module carries one sorting routine and not one a list.

use std::collections::BinaryHeap;

/// What a list is ordered by; unused places are 0.
pub type Key = [usize; 4];

/// The items in the order of their keys; equal keys stay as they stood.
pub fn by_key<T: Clone>(items: &[T], key: impl Fn(&T) -> Key) -> Vec<T> {
    let keys = items.iter().enumerate().map(|(at, item)| (key(item), at)).collect();
    sorted(keys).into_iter().filter_map(|(_, at)| items.get(at).cloned()).collect()
}

/// By a heap: its code is a fifth of the standard sort's, which no list of a page is long enough for.
fn sorted(keys: Vec<(Key, usize)>) -> Vec<(Key, usize)> {
    BinaryHeap::from(keys).into_sorted_vec()
}
