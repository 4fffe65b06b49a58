//! 上下年衔接: what this year's report says of last year against last year's own, and what was carried over.

use super::{Across, Stated, agree};
use crate::aggregate::amount::is_like;
use crate::finding::across;
use crate::gather::Gather;
use crate::summary::{Amount, CheckKind, Role};

/// What is left over at the end of one year is there at the beginning of the next.
const CARRIED: [&str; 2] = ["年末结转和结余", "上年结转和结余"];

pub(super) fn find(across: &mut Across) {
    for (row, department) in across.departments.iter().enumerate() {
        let Some(year) = department.year else { continue };
        let digests = across.digests;
        let of_last = |file: &usize| digests.get(*file).is_some_and(|d| d.year == Some(year - 1));
        let before: Vec<usize> = department.in_role(Role::Earlier).filter(of_last).gather();
        for file in department.in_role(Role::Report) {
            for amount in digests.get(file).into_iter().flat_map(|digest| &digest.earlier) {
                let head = across::continuity(&department.name, &amount.label, year - 1);
                let then = stated(across, row, &before, |own| is_like(own, amount));
                compare(across, &then, &[Stated { file, row, amount }], &head);
            }
        }
        let closing = stated(across, row, &before, |own| own.label == CARRIED[0]);
        let opening = stated(across, row, &department.whole(), |own| own.label == CARRIED[1]);
        compare(across, &closing, &opening, &across::carried(&department.name, year - 1));
    }
}

/// What files state of their own year, as far as it passes a test.
fn stated<'a>(across: &Across<'a>, row: usize, files: &[usize], test: impl Fn(&Amount) -> bool) -> Vec<Stated<'a>> {
    let digests = across.digests;
    let of = |file: &usize| digests.get(*file).map(|digest| (*file, digest));
    let all = files.iter().filter_map(of).flat_map(|(file, digest)| {
        digest.totals.iter().chain(&digest.restated).map(move |amount| Stated { file, row, amount })
    });
    all.filter(|stated| test(stated.amount)).gather()
}

/// What is told alike of both years; what is told first, where nothing is alike.
fn compare<'a>(across: &mut Across<'a>, then: &[Stated<'a>], now: &[Stated<'a>], head: &str) {
    let pairs = then.iter().flat_map(|a| now.iter().map(move |b| (*a, *b)));
    let alike = pairs.into_iter().find(|(a, b)| agree(a.amount, b.amount));
    let Some((then, now)) = alike.or_else(|| then.first().copied().zip(now.first().copied())) else { return };
    across.equal(CheckKind::Continuity, &[then], now, "W63", |formula, gap, places| {
        across::differ(head, formula, gap, places)
    });
}
