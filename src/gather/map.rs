//! Maps in the order of their keys (有序表). The standard ones are trees, and how to split, join and walk a tree is compiled anew for every
//! pair of types, which made a thirtieth of the engine. Here the pairs lie as they came, and their order is kept apart from them as a
//! list of places: all that it takes to keep it is compiled once.

use super::places::{Iter, Places, Slot};
use std::borrow::Borrow;
use std::fmt::{Debug, Formatter, Result as Written};
use std::ops::{Bound, RangeBounds};

/// A map in the order of its keys.
#[derive(Clone)]
pub struct SortedMap<K, V> {
    pairs: Vec<(K, V)>,
    order: Places,
}

/// Where a key is, or belongs: the slot of its place in the order, and the place itself where it has one.
type Found = (Slot, Option<usize>);

impl<K, V> SortedMap<K, V> {
    /// Nothing yet.
    pub const fn new() -> Self {
        Self { pairs: Vec::new(), order: Places::new() }
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.pairs.len()
    }

    /// All pairs.
    pub fn iter(&self) -> Pairs<'_, K, V> {
        Pairs { pairs: &self.pairs, places: self.order.iter() }
    }

    /// All keys.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> + Clone {
        self.iter().map(|(key, _)| key)
    }

    /// All values, in the order of the keys.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> + Clone {
        self.iter().map(|(_, value)| value)
    }

    /// All values, to be changed, as they came.
    pub fn values_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut V> {
        self.pairs.iter_mut().map(|(_, value)| value)
    }

    /// All values, taken out, in the order of the keys.
    pub fn into_values(self) -> impl DoubleEndedIterator<Item = V> {
        self.into_iter().map(|(_, value)| value)
    }
}

impl<K: Ord, V> SortedMap<K, V> {
    fn find<Q: Ord + ?Sized>(&self, key: &Q) -> Found
    where
        K: Borrow<Q>,
    {
        self.order.find(&|place| self.pairs[place].0.borrow().cmp(key))
    }

    /// Puts a pair where it belongs.
    fn put(&mut self, slot: Slot, key: K, value: V) -> &mut V {
        let place = self.pairs.len();
        self.order.put(slot, place);
        self.pairs.push((key, value));
        &mut self.pairs[place].1
    }

    /// Gives a key a value; the one that it had.
    #[inline(never)]
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.find(&key) {
            (_, Some(place)) => Some(std::mem::replace(&mut self.pairs[place].1, value)),
            (slot, None) => {
                self.put(slot, key, value);
                None
            }
        }
    }

    /// The value of a key.
    #[inline(never)]
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        Some(&self.pairs.get(self.find(key).1?)?.1)
    }

    /// The value of a key, to be changed.
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        let place = self.find(key).1?;
        Some(&mut self.pairs.get_mut(place)?.1)
    }

    /// Whether there is a key.
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.find(key).1.is_some()
    }

    /// Takes a key out; the value that it had.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let (slot, place) = self.find(key);
        let place = place?;
        // The last pair comes into the place that is left.
        let (moved, _) = self.find::<K>(&self.pairs.last()?.0);
        self.order.set(moved, place);
        self.order.take(slot);
        Some(self.pairs.swap_remove(place).1)
    }

    /// A key's place, whether it has a value or not.
    pub fn entry(&mut self, key: K) -> Entry<'_, K, V> {
        let found = self.find(&key);
        Entry { map: self, key, found }
    }

    /// Leaves the pairs that are to be kept.
    pub fn retain(&mut self, mut keep: impl FnMut(&K, &mut V) -> bool) {
        for (key, mut value) in std::mem::take(self) {
            if keep(&key, &mut value) {
                self.insert(key, value);
            }
        }
    }

    /// Takes over all pairs of another map.
    pub fn append(&mut self, other: &mut Self) {
        self.extend(std::mem::take(other));
    }

    /// The pairs between two keys.
    pub fn range<Q: Ord + ?Sized>(&self, keys: impl RangeBounds<Q>) -> impl DoubleEndedIterator<Item = (&K, &V)>
    where
        K: Borrow<Q>,
    {
        let before = |key: &Q| self.find(key).0;
        let behind = |key: &Q| self.find(key).1.map_or_else(|| before(key), |_| self.order.next(before(key)));
        let from = match keys.start_bound() {
            Bound::Included(key) => before(key),
            Bound::Excluded(key) => behind(key),
            Bound::Unbounded => self.order.start(),
        };
        let to = match keys.end_bound() {
            Bound::Included(key) => behind(key),
            Bound::Excluded(key) => before(key),
            Bound::Unbounded => self.order.end(),
        };
        Pairs { pairs: &self.pairs, places: self.order.between(from, to) }
    }
}

/// A key's place in a map.
pub struct Entry<'m, K, V> {
    map: &'m mut SortedMap<K, V>,
    key: K,
    found: Found,
}

impl<'m, K: Ord, V> Entry<'m, K, V> {
    /// The key's value, or else a new one.
    pub fn or_insert_with(self, value: impl FnOnce() -> V) -> &'m mut V {
        match self.found {
            (_, Some(place)) => &mut self.map.pairs[place].1,
            (slot, None) => self.map.put(slot, self.key, value()),
        }
    }

    /// The key's value, or else this one.
    pub fn or_insert(self, value: V) -> &'m mut V {
        self.or_insert_with(|| value)
    }

    /// The key's value, or else an empty one.
    pub fn or_default(self) -> &'m mut V
    where
        V: Default,
    {
        self.or_insert_with(V::default)
    }

    /// Changes the value that there is.
    pub fn and_modify(self, change: impl FnOnce(&mut V)) -> Self {
        if let Some(place) = self.found.1 {
            change(&mut self.map.pairs[place].1);
        }
        self
    }
}

/// The pairs of a map, from both ends.
pub struct Pairs<'a, K, V> {
    pairs: &'a [(K, V)],
    places: Iter<'a>,
}

impl<K, V> Clone for Pairs<'_, K, V> {
    fn clone(&self) -> Self {
        Self { pairs: self.pairs, places: self.places.clone() }
    }
}

impl<'a, K, V> Iterator for Pairs<'a, K, V> {
    type Item = (&'a K, &'a V);

    fn next(&mut self) -> Option<Self::Item> {
        self.places.next().and_then(|place| self.pairs.get(place)).map(|(key, value)| (key, value))
    }
}

impl<K, V> DoubleEndedIterator for Pairs<'_, K, V> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.places.next_back().and_then(|place| self.pairs.get(place)).map(|(key, value)| (key, value))
    }
}

impl<'a, K, V> IntoIterator for &'a SortedMap<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = Pairs<'a, K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// The pairs of a map, taken out, from both ends.
pub struct Taken<K, V> {
    pairs: Vec<Option<(K, V)>>,
    places: std::vec::IntoIter<usize>,
}

impl<K, V> Iterator for Taken<K, V> {
    type Item = (K, V);

    fn next(&mut self) -> Option<Self::Item> {
        self.places.next().and_then(|place| self.pairs.get_mut(place)?.take())
    }
}

impl<K, V> DoubleEndedIterator for Taken<K, V> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.places.next_back().and_then(|place| self.pairs.get_mut(place)?.take())
    }
}

impl<K, V> IntoIterator for SortedMap<K, V> {
    type Item = (K, V);
    type IntoIter = Taken<K, V>;

    fn into_iter(self) -> Self::IntoIter {
        Taken { pairs: self.pairs.into_iter().map(Some).collect(), places: self.order.all().into_iter() }
    }
}

impl<K: Ord, V> Extend<(K, V)> for SortedMap<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, pairs: I) {
        for (key, value) in pairs {
            self.insert(key, value);
        }
    }
}

impl<'a, K: Ord + Copy + 'a, V: Copy + 'a> Extend<(&'a K, &'a V)> for SortedMap<K, V> {
    fn extend<I: IntoIterator<Item = (&'a K, &'a V)>>(&mut self, pairs: I) {
        for (key, value) in pairs {
            self.insert(*key, *value);
        }
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for SortedMap<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        let mut out = Self::new();
        out.extend(pairs);
        out
    }
}

impl<K, V> Default for SortedMap<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K: Debug, V: Debug> Debug for SortedMap<K, V> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Written {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<K: PartialEq, V: PartialEq> PartialEq for SortedMap<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl<K: Eq, V: Eq> Eq for SortedMap<K, V> {}

#[cfg(test)]
mod tests {
    use super::SortedMap;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        /// The standard library's map is the right one.
        #[test]
        fn a_map_is_what_the_standard_one_is(
            steps in prop::collection::vec((0..5_u8, 0..3000_u16), 0..3000),
            (from, to) in (0..3000_u16, 0..3000_u16),
        ) {
            let (mut ours, mut theirs) = (SortedMap::new(), BTreeMap::new());
            for (at, (step, key)) in steps.into_iter().enumerate() {
                match step {
                    0 => prop_assert_eq!(ours.remove(&key), theirs.remove(&key)),
                    1 => *ours.entry(key).and_modify(|n| *n += 1).or_insert(at) = {
                        *theirs.entry(key).and_modify(|n| *n += 1).or_insert(at)
                    },
                    _ => prop_assert_eq!(ours.insert(key, at), theirs.insert(key, at)),
                }
                prop_assert_eq!(ours.get(&key), theirs.get(&key));
            }
            prop_assert!(ours.iter().eq(theirs.iter()) && ours.iter().rev().eq(theirs.iter().rev()));
            prop_assert_eq!((ours.len(), ours.is_empty()), (theirs.len(), theirs.is_empty()));
            let (from, to) = (from.min(to), from.max(to));
            prop_assert!(ours.range(from..to).eq(theirs.range(from..to)));
            prop_assert!(ours.range(from..=to).rev().eq(theirs.range(from..=to).rev()));
            prop_assert!(ours.range(..to).eq(theirs.range(..to)) && ours.range(from..).eq(theirs.range(from..)));
            ours.retain(|key, _| key % 3 == 0);
            theirs.retain(|key, _| key % 3 == 0);
            prop_assert!(ours.clone().into_iter().rev().eq(theirs.clone().into_iter().rev()));
            prop_assert!(ours.into_iter().eq(theirs));
        }
    }
}
