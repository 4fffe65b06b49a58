//! 划转双方所述一致: what one unit says it gave against what the other says it got.

use super::{Across, Stated, agree};
use crate::aggregate::digest::normalize;
use crate::finding::across;
use crate::gather::{Gather, SortedMap};
use crate::relation::Reason;
use crate::summary::CheckKind;
use crate::summary::{Direction, Role, Transfer};

/// What was told of one way between two units: given, got.
type Told<'a> = (Vec<Stated<'a>>, Vec<Stated<'a>>);

pub(super) fn find(across: &mut Across) {
    let mut ways: SortedMap<(usize, usize), Told> = SortedMap::new();
    // Every transfer is looked for among all of them.
    let names: Vec<String> = across.departments.iter().map(|department| normalize(&department.name)).gather();
    for (row, department) in across.departments.iter().enumerate() {
        for file in department.in_role(Role::Report) {
            for transfer in across.digests.get(file).into_iter().flat_map(|digest| &digest.transfers) {
                let Some(other) = unit(across, &names, row, transfer) else { continue };
                let stated = Stated { file, row, amount: &transfer.amount };
                match transfer.direction {
                    Direction::Given => ways.entry((row, other)).or_default().0.push(stated),
                    Direction::Received => ways.entry((other, row)).or_default().1.push(stated),
                }
            }
        }
    }
    for ((giver, receiver), (given, got)) in ways {
        compare(across, [giver, receiver], given, got);
    }
}

/// The one department of the same year that a transfer names.
fn unit(across: &Across, names: &[String], row: usize, transfer: &Transfer) -> Option<usize> {
    let name = normalize(&transfer.counterpart);
    let year = across.department(row)?.year;
    let fits = |own: &str| own == name || own.ends_with(&name) || name.ends_with(own);
    let of_year = || across.departments.iter().zip(names).enumerate().filter(|(_, (d, _))| d.year == year);
    let mut fitting = of_year().filter(|(other, (d, own))| *other != row && d.is_named && fits(own));
    let exact = of_year().find(|(_, (_, own))| **own == name).map(|(other, _)| other);
    let one = fitting.next().map(|(other, _)| other)?;
    let is_alone = fitting.next().is_none();
    exact.filter(|other| *other != row).or(is_alone.then_some(one))
}

/// Pairs what agrees; what is left is a contradiction only where one amount faces one.
fn compare<'a>(
    across: &mut Across<'a>,
    [giver, receiver]: [usize; 2],
    given: Vec<Stated<'a>>,
    mut got: Vec<Stated<'a>>,
) {
    let mut left = Vec::new();
    for stated in given {
        match got.iter().position(|other| agree(stated.amount, other.amount)) {
            Some(at) => {
                let other = got.remove(at);
                state(across, [giver, receiver], stated, other);
            }
            None => left.push(stated),
        }
    }
    match (left.as_slice(), got.as_slice()) {
        ([], []) => {}
        ([one], [other]) => state(across, [giver, receiver], *one, *other),
        (left, got) => {
            let reason = if left.is_empty() || got.is_empty() { Reason::OneSided } else { Reason::Ambiguous };
            let all = [left, got].concat();
            let label = all.first().map(|stated| stated.amount.label.clone()).unwrap_or_default();
            across.unchecked(CheckKind::Transfer, &label, &all, None, reason.words());
        }
    }
}

fn state(across: &mut Across, [giver, receiver]: [usize; 2], given: Stated, got: Stated) {
    let name = |row: usize| across.department(row).map(|d| d.name.clone()).unwrap_or_default();
    let head = across::transfer(&name(giver), &name(receiver));
    across.equal(CheckKind::Transfer, &[given], got, "W62", |formula, gap, places| {
        across::differ(&head, formula, gap, places)
    });
}
