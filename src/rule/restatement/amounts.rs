//! I01, I02: the same amount under names that differ a little.

use super::relation;
use crate::fact::Fact;
use crate::number::Decimal;
use crate::rule::{Scope, Sink};
use std::collections::BTreeMap;

/// Words of a name that say nothing of the item: 执法巡查工作经费 and 执法巡查经费 are one.
const WEAK: [&str; 7] = ["工作", "专项", "项目", "经费", "资金", "支出", "费用"];

/// A name without its weak words.
pub(super) fn stem(key: &str) -> String {
    WEAK.iter().fold(key.to_owned(), |rest, weak| {
        let shorter = rest.replace(weak, "");
        if shorter.chars().count() >= 3 { shorter } else { rest }
    })
}

/// Whether the names are one but for their weak words.
fn same_stem(a: &Fact, b: &Fact, year: Option<i32>) -> bool {
    let (x, y) = (stem(&a.label.key), stem(&b.label.key));
    a.label.own && b.label.own && x.chars().count() >= 4 && x == y && a.period.is_same(b.period, year)
}

/// I01, I02: one amount in two sentences whose words have something in common, however each names it.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let mut groups: BTreeMap<(Decimal, String), Vec<usize>> = BTreeMap::new();
    for (id, fact) in facts.list.iter().enumerate().filter(|(_, f)| f.is_level() && f.figure.is_plain() && !f.is_zero())
    {
        if let Some(base) = fact.figure.base() {
            groups.entry((base, fact.figure.unit.base.clone())).or_default().push(id);
        }
    }
    let mut ordered: Vec<&Vec<usize>> = groups.values().filter(|ids| ids.len() >= 2).collect();
    ordered.sort_by_key(|ids| ids.first().copied());
    for ids in ordered {
        for pair in ids.windows(2) {
            let [a, b] = pair else { continue };
            let (Some(first), Some(second)) = (facts.get(*a), facts.get(*b)) else { continue };
            if first.place.sentence == second.place.sentence {
                continue;
            }
            let range = first.range.start..second.range.end;
            // Numbers of a digit or two agree by chance; their names must agree as well.
            if first.figure.digits() >= 3 && in_common(first, second) {
                out.relation(relation("I01", *a, *b, range, true));
            } else if same_stem(first, second, facts.year) {
                out.relation(relation("I02", *a, *b, range, true));
            }
        }
    }
}

/// Whether the words around two figures share two neighbouring characters that are not mere filling.
fn in_common(a: &Fact, b: &Fact) -> bool {
    let around = |f: &Fact| {
        let mut words = crate::fact::normalize(&f.left);
        words.push('，');
        words.extend(f.right.chars().take(10));
        if !f.label.own {
            words.push_str(&f.label.key);
        }
        words
    };
    let (x, y) = (around(a).chars().collect::<Vec<_>>(), around(b).chars().collect::<Vec<_>>());
    let pair = |p: &[char]| !p.contains(&'，') && y.windows(2).any(|q| q == p);
    x.windows(2).filter(|p| pair(p)).count() >= 2
}
