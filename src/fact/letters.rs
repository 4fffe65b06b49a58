//! Which characters a name holds (用字): most pairs of names differ there, which is known without reading them.

use super::Fact;
use crate::number::Dimension;

/// The characters of a name, several to a bit, and that with which the words behind what is counted begin.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Letters {
    name: u64,
    counted: u64,
}

impl Letters {
    /// Those of a name.
    pub(super) fn of(name: &str) -> Self {
        let read = name.chars().filter(|c| !is_quote(*c));
        Self { name: read.fold(0, |all, c| all | bit(c)), counted: 0 }
    }

    /// Those of a fact.
    pub(super) fn of_fact(fact: &Fact) -> Self {
        let counted = fact.right.chars().next().filter(|_| fact.figure.unit.dimension == Dimension::Count);
        let counted = counted.map_or(0, |first| if is_quote(first) { u64::MAX } else { bit(first) });
        Self { counted, ..Self::of(&fact.label.key) }
    }

    /// Whether one of two names may hold all characters of the other; false is certain.
    pub(super) const fn may_hold(self, other: Self) -> bool {
        self.name & !other.name == 0 || other.name & !self.name == 0
    }

    /// Whether a name may be of what a fact counts, which stands behind its unit; false is certain.
    pub(super) const fn may_count(self, name: Self) -> bool {
        self.counted & name.name != 0
    }
}

/// Marks that are left out of names.
const fn is_quote(c: char) -> bool {
    matches!(c, '“' | '”')
}

const fn bit(c: char) -> u64 {
    1 << (c as u32 % 64)
}

#[cfg(test)]
mod tests {
    use super::Letters;

    #[test]
    fn names_within_names_are_never_told_apart() {
        let of = Letters::of;
        assert!(of("商品和服务支出").may_hold(of("服务支出")));
        assert!(of("支出").may_hold(of("商品和服务支出")));
        assert!(of("").may_hold(of("支出")));
        assert!(!of("财政拨款收入").may_hold(of("项目支出")));
    }
}
