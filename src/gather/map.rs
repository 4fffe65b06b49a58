//! Maps in the order of their keys (有序表): short runs of pairs, one after the other. The standard ones are trees, and
//! how to split, join and walk a tree is compiled anew for every pair of types, which made a thirtieth of the engine.

use std::borrow::Borrow;
use std::fmt::{Debug, Formatter, Result as Written};
use std::ops::{Bound, RangeBounds};

/// The most pairs in a run: so many move where one comes between others.
const RUN: usize = 256;

/// A map in the order of its keys. No run is empty.
#[derive(Clone)]
pub struct SortedMap<K, V> {
    runs: Vec<Vec<(K, V)>>,
}

/// Where a key is, or belongs: the run, and the place in it.
type Place = (usize, Result<usize, usize>);

impl<K, V> SortedMap<K, V> {
    /// Nothing yet.
    pub const fn new() -> Self {
        Self { runs: Vec::new() }
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.runs.iter().map(Vec::len).sum()
    }

    /// All pairs.
    pub fn iter(&self) -> Pairs<'_, K, V> {
        Pairs { front: [].iter(), runs: self.runs.iter(), back: [].iter() }
    }

    /// All keys.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> + Clone {
        self.iter().map(|(key, _)| key)
    }

    /// All values, in the order of the keys.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> + Clone {
        self.iter().map(|(_, value)| value)
    }

    /// All values, to be changed.
    pub fn values_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut V> {
        self.runs.iter_mut().flatten().map(|(_, value)| value)
    }

    /// Leaves the pairs that are to be kept.
    pub fn retain(&mut self, mut keep: impl FnMut(&K, &mut V) -> bool) {
        self.runs.iter_mut().for_each(|run| run.retain_mut(|(key, value)| keep(key, value)));
        self.runs.retain(|run| !run.is_empty());
    }

    /// All values, taken out.
    pub fn into_values(self) -> impl DoubleEndedIterator<Item = V> {
        self.into_iter().map(|(_, value)| value)
    }
}

impl<K: Ord, V> SortedMap<K, V> {
    fn find<Q: Ord + ?Sized>(&self, key: &Q) -> Place
    where
        K: Borrow<Q>,
    {
        let begins = |run: &Vec<(K, V)>| run.first().is_some_and(|(first, _)| first.borrow() <= key);
        let run = self.runs.partition_point(begins).saturating_sub(1);
        let at = self.runs.get(run).map_or(Err(0), |run| run.binary_search_by(|(known, _)| known.borrow().cmp(key)));
        (run, at)
    }

    /// Puts a pair where it belongs.
    #[inline(never)]
    fn put(&mut self, mut run: usize, mut at: usize, key: K, value: V) -> &mut V {
        if self.runs.is_empty() {
            self.runs.push(Vec::new());
        }
        let list = &mut self.runs[run];
        list.insert(at, (key, value));
        if list.len() > RUN {
            let rest = list.split_off(RUN / 2);
            self.runs.insert(run + 1, rest);
            if at >= RUN / 2 {
                (run, at) = (run + 1, at - RUN / 2);
            }
        }
        &mut self.runs[run][at].1
    }

    /// Gives a key a value; the one that it had.
    #[inline(never)]
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.find(&key) {
            (run, Ok(at)) => Some(std::mem::replace(&mut self.runs[run][at].1, value)),
            (run, Err(at)) => {
                self.put(run, at, key, value);
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
        let (run, at) = self.find(key);
        Some(&self.runs.get(run)?.get(at.ok()?)?.1)
    }

    /// The value of a key, to be changed.
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        let (run, at) = self.find(key);
        Some(&mut self.runs.get_mut(run)?.get_mut(at.ok()?)?.1)
    }

    /// Whether there is a key.
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.find(key).1.is_ok()
    }

    /// Takes a key out; the value that it had.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let (run, at) = self.find(key);
        let list = self.runs.get_mut(run)?;
        let (_, value) = list.remove(at.ok()?);
        if list.is_empty() {
            self.runs.remove(run);
        }
        Some(value)
    }

    /// A key's place, whether it has a value or not.
    pub fn entry(&mut self, key: K) -> Entry<'_, K, V> {
        let place = self.find(&key);
        Entry { map: self, key, place }
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
        // Before the key, or behind it.
        let edge = |key: &Q, behind: bool| match self.find(key) {
            (run, Ok(at)) => (run, at + usize::from(behind)),
            (run, Err(at)) => (run, at),
        };
        let from = match keys.start_bound() {
            Bound::Included(key) => edge(key, false),
            Bound::Excluded(key) => edge(key, true),
            Bound::Unbounded => (0, 0),
        };
        let to = match keys.end_bound() {
            Bound::Included(key) => edge(key, true),
            Bound::Excluded(key) => edge(key, false),
            Bound::Unbounded => (self.runs.len(), 0),
        };
        let runs = self.runs.iter().enumerate().take(to.0 + 1).skip(from.0);
        let pairs = runs.flat_map(move |(at, run)| {
            let start = if at == from.0 { from.1 } else { 0 };
            let end = if at == to.0 { to.1 } else { run.len() };
            run.get(start..end).unwrap_or_default()
        });
        pairs.map(|(key, value)| (key, value))
    }
}

/// A key's place in a map.
pub struct Entry<'m, K, V> {
    map: &'m mut SortedMap<K, V>,
    key: K,
    place: Place,
}

impl<'m, K: Ord, V> Entry<'m, K, V> {
    /// The key's value, or else a new one.
    pub fn or_insert_with(self, value: impl FnOnce() -> V) -> &'m mut V {
        match self.place {
            (run, Ok(at)) => &mut self.map.runs[run][at].1,
            (run, Err(at)) => self.map.put(run, at, self.key, value()),
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
        if let (run, Ok(at)) = self.place {
            change(&mut self.map.runs[run][at].1);
        }
        self
    }
}

/// The pairs of a map, from both ends.
pub struct Pairs<'a, K, V> {
    front: std::slice::Iter<'a, (K, V)>,
    runs: std::slice::Iter<'a, Vec<(K, V)>>,
    back: std::slice::Iter<'a, (K, V)>,
}

impl<K, V> Clone for Pairs<'_, K, V> {
    fn clone(&self) -> Self {
        Self { front: self.front.clone(), runs: self.runs.clone(), back: self.back.clone() }
    }
}

impl<'a, K, V> Iterator for Pairs<'a, K, V> {
    type Item = (&'a K, &'a V);

    #[inline(never)]
    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some((key, value)) = self.front.next() {
                return Some((key, value));
            }
            match self.runs.next() {
                Some(run) => self.front = run.iter(),
                None => return self.back.next().map(|(key, value)| (key, value)),
            }
        }
    }
}

impl<K, V> DoubleEndedIterator for Pairs<'_, K, V> {
    fn next_back(&mut self) -> Option<Self::Item> {
        loop {
            if let Some((key, value)) = self.back.next_back() {
                return Some((key, value));
            }
            match self.runs.next_back() {
                Some(run) => self.back = run.iter(),
                None => return self.front.next_back().map(|(key, value)| (key, value)),
            }
        }
    }
}

impl<'a, K, V> IntoIterator for &'a SortedMap<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = Pairs<'a, K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<K, V> IntoIterator for SortedMap<K, V> {
    type Item = (K, V);
    type IntoIter = std::iter::Flatten<std::vec::IntoIter<Vec<(K, V)>>>;

    fn into_iter(self) -> Self::IntoIter {
        self.runs.into_iter().flatten()
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
            prop_assert!(ours.into_iter().eq(theirs));
        }
    }
}
