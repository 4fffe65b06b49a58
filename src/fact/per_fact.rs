//! Something for each fact (每条数据一格): facts are numbered without gaps, so that a list is found faster than any tree.

/// Values by fact; what was never written is the default.
#[derive(Clone, Debug)]
pub struct PerFact<T> {
    list: Vec<T>,
}

impl<T> Default for PerFact<T> {
    fn default() -> Self {
        Self { list: Vec::new() }
    }
}

impl<T: Default> PerFact<T> {
    /// The value of a fact; none where nothing was written at it or behind it.
    #[must_use]
    pub fn get(&self, fact: usize) -> Option<&T> {
        self.list.get(fact)
    }

    /// The value of a fact, to be written.
    pub fn at(&mut self, fact: usize) -> &mut T {
        if self.list.len() <= fact {
            self.list.resize_with(fact + 1, T::default);
        }
        &mut self.list[fact]
    }

    /// All values, in the order of the facts.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &T)> {
        self.list.iter().enumerate()
    }
}

impl PerFact<bool> {
    /// Whether it was set for a fact.
    #[must_use]
    pub fn is_set(&self, fact: usize) -> bool {
        self.get(fact).copied().unwrap_or_default()
    }
}

impl PerFact<Vec<usize>> {
    /// The numbers of a fact.
    #[must_use]
    pub fn of(&self, fact: usize) -> &[usize] {
        self.get(fact).map_or(&[], Vec::as_slice)
    }
}
