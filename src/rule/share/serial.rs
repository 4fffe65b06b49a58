//! Shares in a row, which belong to as many amounts before them: 甲6万元、乙4万元，分别占60%、40%.

use super::{kinds, rowed};
use crate::fact::{Fact, Role};
use crate::gather::Gather;
use crate::rule::Scope;
use crate::text::{Mention, Range};

/// 甲…万元、乙…万元，分别占60%、40%: shares in a row belong to as many levels before them, in order.
pub(super) fn serial_part(scope: &Scope, id: usize) -> Option<usize> {
    let facts = scope.facts;
    let row = facts.row(id);
    if row.len() < 2 {
        return None;
    }
    let rate = facts.get(id)?;
    let mut levels = levels_before(scope, &row, rate);
    // 甲5万元、乙3万元，合计8万元，分别占: the total has none of the shares.
    let total = |l: &usize| facts.get(*l).is_some_and(|f| f.left.starts_with_any(&["合计", "总计", "共计"]));
    levels.pop_if(|last| total(last));
    if let Some(amounts) = kinds::told(scope, &row, &levels) {
        return amounts.get(id - row.start).copied();
    }
    // The nearest levels of one kind that are as many: 三类 before the shares is no level of theirs.
    let like = |window: &&[usize]| {
        window
            .windows(2)
            .all(|w| matches!(w, [a, b] if facts.get(*a).zip(facts.get(*b)).is_some_and(|(a, b)| a.is_like(b))))
    };
    // 原料169亿元，占40.9%；员工130亿元，占31.5%；租金、折旧分别占0.9%、7.1%: what has its share already is told no other.
    let shared = |level: &usize| facts.get(level + 1).is_some_and(|f| f.role == Role::Share && level + 1 < row.start);
    let free = |window: &&[usize]| like(window) && !window.iter().all(shared);
    let window = levels.windows(row.len()).rev().find(free)?;
    // 在职32万人、离退休25万人；在职中，企业职工和个体人员分别占: what other names say is told of other amounts.
    let named = |name: &String| window.iter().any(|l| facts.get(*l).is_some_and(|f| f.left.contains(name.as_str())));
    let other = rowed::names(scope, &row).is_some_and(|names| !names.iter().any(named));
    window.get(id - row.start).copied().filter(|_| !other)
}

/// The amounts of a sentence before a row of shares.
pub(super) fn levels_before(scope: &Scope, row: &Range, rate: &Fact) -> Vec<usize> {
    let level = |f: &Fact| f.is_level() && f.place.depth == rate.place.depth;
    scope.facts.pick(scope.facts.in_sentence(rate.place.sentence).start..row.start, level).gather()
}

/// The amounts of which a row of shares is told.
pub(super) fn siblings(scope: &Scope, id: usize) -> Vec<usize> {
    scope.facts.row(id).filter_map(|rate| serial_part(scope, rate)).gather()
}
