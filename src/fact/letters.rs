//! Which characters a name holds (用字): most pairs of names differ there, which is known without reading them.

/// The characters of a name, several to a bit.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Letters(u64);

impl Letters {
    /// Those of a name.
    pub(super) fn of(name: &str) -> Self {
        let read = name.chars().filter(|c| !matches!(c, '“' | '”'));
        Self(read.fold(0, |all, c| all | 1 << (c as u32 % 64)))
    }

    /// Whether one of two names may hold all characters of the other; false is certain.
    pub(super) const fn may_hold(self, other: Self) -> bool {
        self.0 & !other.0 == 0 || other.0 & !self.0 == 0
    }
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
