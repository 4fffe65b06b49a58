//! Lists of what comes one by one (收集): what gives the things is told to walk itself, and knows at each step in which of its parts it is. The
//! standard list has it written out twice wherever it is used, which made a twentieth of the engine.

mod map;
mod places;
mod set;

pub use map::SortedMap;
pub use set::SortedSet;

/// What gives things one by one.
pub trait Gather: Iterator + Sized {
    /// All of them, in order.
    fn gather(self) -> Vec<Self::Item> {
        let mut out = Vec::with_capacity(self.size_hint().0);
        self.for_each(|item| out.push(item));
        out
    }

    /// Each of them once, in their own order.
    fn gather_set(self) -> SortedSet<Self::Item>
    where
        Self::Item: Ord,
    {
        let mut out = SortedSet::new();
        self.for_each(|item| {
            out.insert(item);
        });
        out
    }

    /// The last of those under each key, in the order of the keys.
    fn gather_map<K: Ord, V>(self) -> SortedMap<K, V>
    where
        Self: Iterator<Item = (K, V)>,
    {
        let mut out = SortedMap::new();
        self.for_each(|(key, value)| {
            out.insert(key, value);
        });
        out
    }

    /// The first of them, where there is no other.
    fn single(mut self) -> Option<Self::Item> {
        self.next().filter(|_| self.next().is_none())
    }

    /// All of them, where none is lacking.
    fn gather_all<T>(mut self) -> Option<Vec<T>>
    where
        Self: Iterator<Item = Option<T>>,
    {
        let mut out = Vec::new();
        self.try_for_each(|item| {
            out.push(item?);
            Some(())
        })?;
        Some(out)
    }
}

impl<I: Iterator> Gather for I {}

#[cfg(test)]
mod tests {
    use super::Gather;

    #[test]
    fn all_come_in_order() {
        assert_eq!((1..=4).filter(|n| n % 2 == 0).gather(), vec![2, 4]);
    }

    #[test]
    fn one_that_lacks_leaves_none() {
        assert_eq!([Some(1), Some(2)].into_iter().gather_all(), Some(vec![1, 2]));
        assert_eq!([Some(1), None, Some(3)].into_iter().gather_all::<i32>(), None);
        assert_eq!(std::iter::empty::<Option<i32>>().gather_all(), Some(Vec::new()));
    }

    #[test]
    fn a_set_has_each_once_and_a_map_the_last_of_each_key() {
        assert_eq!([3, 1, 3].into_iter().gather_set().into_iter().gather(), vec![1, 3]);
        assert_eq!(
            [("b", 1), ("a", 2), ("b", 3)].into_iter().gather_map().into_iter().gather(),
            vec![("a", 2), ("b", 3)]
        );
    }

    #[test]
    fn only_one_alone_is_single() {
        assert_eq!([7].into_iter().single(), Some(7));
        assert_eq!([7, 8].into_iter().single(), None);
        assert_eq!(std::iter::empty::<i32>().single(), None);
    }
}
