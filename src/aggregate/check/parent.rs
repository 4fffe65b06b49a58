//! 汇总数 = 所属单位之和: item by item, where all units are there and each states the item.

use super::{Across, Stated};
use crate::aggregate::amount::is_like;
use crate::catalog::headline::HEADLINES;
use crate::finding::across;
use crate::gather::Gather;
use crate::relation::Reason;
use crate::summary::{Amount, CheckKind};

pub(super) fn find(across: &mut Across) {
    for (row, department) in across.departments.iter().enumerate().filter(|(_, d)| !d.children.is_empty()) {
        for headline in HEADLINES {
            let wholes: Vec<Stated> = across.totals(row).filter(|stated| stated.amount.label == headline.name).gather();
            let mut told: Vec<&Amount> = Vec::new();
            for whole in wholes {
                if told.iter().any(|other| is_like(other, whole.amount)) {
                    continue;
                }
                told.push(whole.amount);
                state(across, row, &department.children, whole);
            }
        }
    }
}

fn state(across: &mut Across, row: usize, children: &[usize], whole: Stated) {
    let Some(department) = across.department(row) else { return };
    let part = |child: &usize| {
        let year = across.department(*child)?.year;
        (year == department.year).then(|| across.totals(*child).find(|s| is_like(s.amount, whole.amount))).flatten()
    };
    let parts: Vec<Stated> = children.iter().filter_map(part).gather();
    let label = whole.amount.label.as_str();
    // A unit that is not there, or does not say it, leaves the sum open: what is missing is not zero.
    if parts.len() < children.len() || !department.absent.is_empty() {
        across.unchecked(CheckKind::Parent, label, &parts, Some(whole), Reason::Absent.words());
        return;
    }
    let units = parts.len();
    across.equal(CheckKind::Parent, &parts, whole, "W61", |formula, gap, places| {
        across::parent(label, &department.name, units, formula, gap, places)
    });
}
