//! 同一单位各文件一致: one item and measure in the report, its tables and other reports of the same year.

use super::{Across, Stated, agree};
use crate::aggregate::amount::is_like;
use crate::finding::across;
use crate::gather::Gather;
use crate::summary::CheckKind;

pub(super) fn find(across: &mut Across) {
    for (row, department) in across.departments.iter().enumerate() {
        let all: Vec<Stated> = across.totals(row).gather();
        for (at, first) in all.iter().enumerate() {
            // Each file is held against the first that states the figure.
            if all.iter().take(at).any(|earlier| is_like(earlier.amount, first.amount)) {
                continue;
            }
            let mut files = vec![first.file];
            for other in all.iter().skip(at + 1).filter(|other| is_like(other.amount, first.amount)) {
                if files.contains(&other.file) {
                    continue;
                }
                files.push(other.file);
                let (first, other) = nearest(across, *first, *other);
                let head = across::own(&department.name, &first.amount.label);
                across.equal(CheckKind::Own, &[first], other, "W64", |formula, gap, places| {
                    across::differ(&head, formula, gap, places)
                });
            }
        }
    }
}

/// What two files say alike of a figure; what they say first, where nothing is alike: 支出合计 and 支出总计 are two amounts.
fn nearest<'a>(across: &Across<'a>, first: Stated<'a>, other: Stated<'a>) -> (Stated<'a>, Stated<'a>) {
    let (mine, theirs) =
        (across.said(first.file, first.row, first.amount), across.said(other.file, other.row, first.amount));
    let pairs = mine.iter().flat_map(|a| theirs.iter().map(move |b| (*a, *b)));
    pairs.into_iter().find(|(a, b)| agree(a.amount, b.amount)).unwrap_or((first, other))
}
