//! The places of things in an order of their own (位次): short runs of numbers, one run after the other. Whoever asks says how the thing in a
//! place compares with what is looked for.

use std::cmp::Ordering;

/// The most places in a run: so many move where one comes between others.
const RUN: usize = 512;

/// Places in order. No run is empty.
#[derive(Clone)]
pub(super) struct Places {
    runs: Vec<Vec<u32>>,
}

/// Where a place stands, or belongs: the run, and how far in it.
pub(super) type Slot = (usize, usize);

impl Places {
    /// None.
    pub const fn new() -> Self {
        Self { runs: Vec::new() }
    }

    /// The slot of what compares as equal, with its place; else the slot where it belongs.
    pub fn find(&self, compare: &dyn Fn(usize) -> Ordering) -> (Slot, Option<usize>) {
        let compare = |place: &u32| compare(*place as usize);
        // Mostly a key comes behind all others.
        let Some(last) = self.runs.last().and_then(|run| run.last()) else { return ((0, 0), None) };
        if compare(last) == Ordering::Less {
            return (self.end(), None);
        }
        let begins = |run: &Vec<u32>| run.first().is_some_and(|first| compare(first) != Ordering::Greater);
        // Mostly there is only one run, and nothing stands before the first.
        let run = self.runs.get(1..).unwrap_or_default().partition_point(begins);
        let places = self.runs.get(run).map_or(&[][..], Vec::as_slice);
        match places.binary_search_by(compare) {
            Ok(at) => ((run, at), places.get(at).map(|place| *place as usize)),
            Err(at) => ((run, at), None),
        }
    }

    /// Puts a place into a slot, before what stands there.
    pub fn put(&mut self, (run, at): Slot, place: usize) {
        if self.runs.is_empty() {
            self.runs.push(Vec::new());
        }
        let last = run + 1 == self.runs.len();
        let places = &mut self.runs[run];
        // No document has as many things as four bytes count.
        places.insert(at, u32::try_from(place).unwrap_or(u32::MAX));
        if places.len() > RUN {
            // What comes in order leaves full runs behind it.
            let rest = places.split_off(if at == RUN && last { RUN } else { RUN / 2 });
            self.runs.insert(run + 1, rest);
        }
    }

    /// Has another place stand in a slot.
    pub fn set(&mut self, (run, at): Slot, place: usize) {
        self.runs[run][at] = u32::try_from(place).unwrap_or(u32::MAX);
    }

    /// Takes the place in a slot out.
    pub fn take(&mut self, (run, at): Slot) {
        self.runs[run].remove(at);
        if self.runs[run].is_empty() {
            self.runs.remove(run);
        }
    }

    /// The first slot.
    pub const fn start(&self) -> Slot {
        (0, 0)
    }

    /// The slot behind the last.
    pub fn end(&self) -> Slot {
        self.runs.last().map_or((0, 0), |last| (self.runs.len() - 1, last.len()))
    }

    /// The slot behind another.
    pub const fn next(&self, (run, at): Slot) -> Slot {
        (run, at + 1)
    }

    /// All places.
    pub fn iter(&self) -> Iter<'_> {
        Iter { front: [].iter(), runs: self.runs.iter(), back: [].iter() }
    }

    /// All places, in a list.
    pub fn all(self) -> Vec<usize> {
        self.iter().collect()
    }

    /// Those from one slot up to another.
    pub fn between(&self, from: Slot, to: Slot) -> Iter<'_> {
        let part = |run: usize, from: usize, to: usize| {
            self.runs
                .get(run)
                .and_then(|run| run.get(from.min(run.len())..to.min(run.len())))
                .unwrap_or_default()
                .iter()
        };
        if from.0 >= to.0 {
            let to = if from.0 == to.0 { to.1 } else { 0 };
            return Iter { front: part(from.0, from.1, to), runs: [].iter(), back: [].iter() };
        }
        let runs = self.runs.get(from.0 + 1..to.0).unwrap_or_default().iter();
        Iter { front: part(from.0, from.1, usize::MAX), runs, back: part(to.0, 0, to.1) }
    }
}

/// Places in their order, from both ends.
#[derive(Clone)]
pub(super) struct Iter<'a> {
    front: std::slice::Iter<'a, u32>,
    runs: std::slice::Iter<'a, Vec<u32>>,
    back: std::slice::Iter<'a, u32>,
}

impl Iterator for Iter<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        loop {
            if let Some(place) = self.front.next() {
                return Some(*place as usize);
            }
            match self.runs.next() {
                Some(run) => self.front = run.iter(),
                None => return self.back.next().map(|place| *place as usize),
            }
        }
    }
}

impl DoubleEndedIterator for Iter<'_> {
    fn next_back(&mut self) -> Option<usize> {
        loop {
            if let Some(place) = self.back.next_back() {
                return Some(*place as usize);
            }
            match self.runs.next_back() {
                Some(run) => self.back = run.iter(),
                None => return self.front.next_back().map(|place| *place as usize),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Places, RUN};

    /// Whatever the order in which keys come, no run is left so short that the runs become as many as the places.
    #[test]
    fn runs_stay_long() {
        let ahead = (0..RUN).chain((RUN..9 * RUN).rev());
        let behind = (0..9 * RUN).rev();
        for keys in [ahead.collect::<Vec<_>>(), behind.collect()] {
            let mut places = Places::new();
            for (place, key) in keys.iter().enumerate() {
                let (slot, _) = places.find(&|other| keys[other].cmp(key));
                places.put(slot, place);
            }
            assert!(places.iter().map(|place| keys[place]).eq(0..keys.len()));
            assert!(places.runs.len() <= 2 * keys.len() / RUN + 1, "{} runs", places.runs.len());
        }
    }
}
