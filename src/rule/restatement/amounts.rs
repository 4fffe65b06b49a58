//! I01, I02: the same amount under names that differ a little.

use super::relation;
use super::stem::Stems;
use crate::fact::{Fact, Role, agree, normalize};
use crate::gather::{Gather, SortedMap};
use crate::number::format::digits;
use crate::rule::{Scope, Sink};
use std::cell::LazyCell;
use std::ops::Deref;

/// A total that its words give no name.
const TOTALS: [&str; 6] = ["总计", "合计", "共计", "总计为", "合计为", "总计办理"];
/// How many equal amounts back one is looked for that says the same.
const REACH: usize = 4;

/// Whether the names are one but for their weak words.
fn same_stem(a: usize, b: usize, stems: &Stems) -> bool {
    let stem = stems.get(a);
    stem == stems.get(b) && stem.chars().count() >= 4
}

/// I01, I02: one amount in two places whose words have something in common, however each names it.
pub(super) fn state(scope: &Scope, stems: &Stems, out: &mut Sink) {
    let facts = scope.facts;
    let mut groups: SortedMap<((i128, u32), &str), Vec<usize>> = SortedMap::new();
    for (id, fact) in facts.list.iter().enumerate().filter(|(_, f)| f.is_amount() && f.figure.is_plain()) {
        if let Some(base) = facts.base_value(id).filter(|_| !fact.is_zero()) {
            groups.entry((digits(base), fact.figure.unit.base.as_str())).or_default().push(id);
        }
    }
    let mut ordered: Vec<&Vec<usize>> = groups.values().filter(|ids| ids.len() >= 2).gather();
    crate::order::by_key(&mut ordered, |ids| ids.first().copied());
    for ids in ordered {
        for (at, id) in ids.iter().enumerate().skip(1) {
            let Some(fact) = facts.get(*id) else { continue };
            let words = LazyCell::new(|| around(fact));
            let mut before = ids.get(at.saturating_sub(REACH)..at).unwrap_or(&[]).iter().rev();
            let named = |b: usize, other: &Fact| {
                let levels = other.is_level() && fact.is_level() && other.place.sentence != fact.place.sentence;
                levels && same_stem(b, *id, stems) && other.period.is_same(fact.period, facts.year)
            };
            let said = before.find_map(|b| {
                let other = facts.get(*b)?;
                let cue = if is_again(other, fact, &words) { Some("I01") } else { named(*b, other).then_some("I02") };
                Some((*b, other, cue?))
            });
            if let Some((first, other, cue)) = said {
                out.relation(relation(cue, first, *id, other.range.start..fact.range.end, true));
            }
        }
    }
}

/// Whether an amount is the other one again and not as large by chance: the fewer digits it has, the more its words must say.
fn is_again(a: &Fact, b: &Fact, around_b: &impl Deref<Target = Vec<char>>) -> bool {
    let digits = a.figure.digits() - zeros(a);
    let change = |f: &Fact| matches!(f.role, Role::Change | Role::Rest);
    if a.place.segment == b.place.segment {
        // 合计187.07万元，用于商品和服务支出187.07万元; but budget and outturn are two things of one size.
        return digits >= 5 && a.place.clause != b.place.clause && a.measure == b.measure && change(a) == change(b);
    }
    let needed = match digits {
        0..3 if a.figure.digits() >= 3 && a.is_level() && b.is_level() => 2,
        0..3 => return false,
        3 if change(a) || change(b) => return false,
        3 if a.label.own && b.label.own && agree(&a.label.key, &b.label.key) => 0,
        3 if a.figure.unit.is_whole() && is_total(a, b) => 0,
        3 if a.figure.unit.is_whole() => 1,
        3 => 2,
        4 if change(a) != change(b) => 2,
        4 => 1,
        _ => 0,
    };
    needed == 0 || in_common(&around(a), around_b) >= needed
}

/// The zeros at the end of a whole number: 1200 tells no more than 12.
fn zeros(fact: &Fact) -> u32 {
    let value = fact.figure.value.normalize();
    let shorter = std::iter::successors(Some(value.mantissa()), |n| Some(n.div_euclid(10)));
    let zeros = shorter.take_while(|n| value.scale() == 0 && *n != 0 && n.rem_euclid(10) == 0).count();
    u32::try_from(zeros).unwrap_or_default()
}

/// 全年办理412件。其中…，总计412件: a total right behind the sentence that announces it.
fn is_total(a: &Fact, b: &Fact) -> bool {
    a.is_level() && b.is_level() && a.place.sentence + 1 == b.place.sentence && TOTALS.contains(&b.left.as_str())
}

/// How many pairs of neighbouring characters the words around two figures share that are not mere filling.
fn in_common(a: &[char], b: &[char]) -> usize {
    let shared = |p: &[char]| !p.contains(&'，') && b.windows(2).any(|q| q == p);
    a.windows(2).filter(|p| shared(p)).count()
}

/// The words around a figure.
fn around(fact: &Fact) -> Vec<char> {
    let (left, right) = (normalize(&fact.left), fact.right.chars().take(10));
    let key = if fact.label.own { "" } else { &fact.label.key };
    left.chars().chain(['，']).chain(right).chain(key.chars()).gather()
}
