//! Departments → rows and columns: exact sums, ratios of sums, and what is missing counted.

use super::amount::{base, is_money};
use super::column::{COLUMNS, Field, From, Plan};
use super::group::Department;
use super::median::median;
use crate::gather::Gather;
use crate::number::format::{fixed, plain, quotient};
use crate::number::{Decimal, power_of_ten};
use crate::report::Coverage;
use crate::summary::{
    Amount, Cell, Column, ColumnKind, Digest, Fraction, Grouping, RatioOf, Row, Spot, Tally, TotalBy,
};

/// The unit that amounts are shown in (显示单位).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// 万元.
    TenThousand,
    /// 元.
    Yuan,
}

impl Shown {
    pub(super) fn of(grouping: &Grouping) -> Self {
        if grouping.unit.as_deref() == Some("元") { Self::Yuan } else { Self::TenThousand }
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::TenThousand => "万元",
            Self::Yuan => "元",
        }
    }

    /// An amount in 元 in this unit, to its last digit.
    pub(super) fn text(self, yuan: Decimal) -> Option<String> {
        let exponent = if self == Self::Yuan { 0 } else { -4 };
        yuan.checked_mul(power_of_ten(exponent)).map(plain)
    }
}

/// The exact value of a cell: an amount in base units, or what a ratio is computed from.
#[derive(Clone, Copy, Debug)]
pub(super) enum Value {
    Amount(Decimal),
    Ratio(Decimal, Decimal),
}

/// The values of a row, column by column, with the places they come from.
type Values = Vec<(Option<Value>, Vec<Spot>, Option<String>)>;

/// Fills the table.
pub(super) fn fill(digests: &[&Digest], departments: &[Department], unit: Shown) -> (Vec<Column>, Vec<Row>) {
    let mut filled: Vec<Values> = departments.iter().map(|department| values(digests, department)).gather();
    let mut rows: Vec<Row> = departments.iter().map(|department| row(digests, department)).gather();
    let mut columns = Vec::with_capacity(COLUMNS.len());
    for (at, plan) in COLUMNS.iter().enumerate() {
        // The places move on to the cells: of hundreds of departments there are many thousands.
        let cells: Vec<_> = filled.iter_mut().filter_map(|row| row.get_mut(at).map(std::mem::take)).gather();
        let values: Vec<Option<Value>> = cells.iter().map(|cell| cell.0).gather();
        let ranks = ranks(&values);
        for ((row, (value, spots, words)), rank) in rows.iter_mut().zip(cells).zip(ranks) {
            let fraction = value.and_then(|value| fraction(value, plan, unit));
            let value = words.or_else(|| value.and_then(|value| shown(value, plan.kind, unit)));
            row.cells.push(Cell { value, rank, fraction, spots });
        }
        let counted: Vec<Value> =
            values.iter().zip(&rows).filter(|(_, row)| !row.is_parent).filter_map(|(value, _)| *value).gather();
        columns.push(column(plan, &counted, rows.iter().filter(|row| !row.is_parent), at, unit));
    }
    (columns, rows)
}

fn row(digests: &[&Digest], department: &Department) -> Row {
    let [mut findings, mut dismissed, mut confirmed] = [Tally::default(); 3];
    let mut coverage = Coverage::default();
    for digest in department.counted().into_iter().filter_map(|file| digests.get(file)) {
        findings.add(digest.findings);
        dismissed.add(digest.dismissed);
        confirmed.add(digest.confirmed);
        coverage.figures += digest.coverage.figures;
        coverage.verified += digest.coverage.verified;
        coverage.conflicting += digest.coverage.conflicting;
        coverage.single += digest.coverage.single;
        coverage.unchecked += digest.coverage.unchecked;
        coverage.excluded += digest.coverage.excluded;
    }
    Row {
        organization: department.name.clone(),
        is_named: department.is_named,
        year: department.year,
        is_parent: !department.children.is_empty(),
        files: department.files.iter().map(|(file, _)| *file).gather(),
        cells: Vec::with_capacity(COLUMNS.len()),
        findings,
        dismissed,
        confirmed,
        coverage,
    }
}

/// A place of an amount.
pub(super) fn spot(file: usize, department: &Department, amount: &Amount) -> Spot {
    Spot {
        file,
        organization: department.name.clone(),
        figure: Some(amount.figure),
        place: amount.place.clone(),
        label: amount.label.clone(),
        measure: amount.measure.clone(),
        value: amount.value.clone(),
        unit: amount.unit.clone(),
    }
}

/// The first amount of an item in one of the measures that these files state.
fn total<'d>(
    digests: &'d [&'d Digest],
    files: &[usize],
    label: &str,
    measures: &[&str],
) -> Option<(usize, &'d Amount)> {
    measures.iter().find_map(|measure| {
        files.iter().find_map(|file| {
            let fits = |a: &&Amount| a.label == label && a.measure == *measure && is_money(&a.base_unit);
            digests.get(*file)?.totals.iter().find(fits).map(|amount| (*file, amount))
        })
    })
}

fn values(digests: &[&Digest], department: &Department) -> Values {
    let files = department.whole();
    let mut out: Values = Vec::with_capacity(COLUMNS.len());
    for plan in &COLUMNS {
        let of = |key: &str| {
            let at = COLUMNS.iter().position(|plan| plan.key == key)?;
            match out.get(at) {
                Some((Some(Value::Amount(value)), spots, _)) => Some((*value, spots.as_slice())),
                _ => None,
            }
        };
        let found = match plan.from {
            From::Total(label, measures) => total(digests, &files, label, measures)
                .map(|(file, amount)| (base(amount).map(Value::Amount), vec![spot(file, department, amount)], None)),
            From::Over(part, whole) => of(part).zip(of(whole)).map(|((part, a), (whole, b))| {
                ((!whole.is_zero()).then_some(Value::Ratio(part, whole)), [a, b].concat(), None)
            }),
            From::Beyond(more, than) => of(more).zip(of(than)).map(|((more, a), (than, b))| {
                let part = more.checked_sub(than).filter(|_| !than.is_zero());
                (part.map(|part| Value::Ratio(part, than)), [a, b].concat(), None)
            }),
            From::Field(field) => Some(read(field, digests, department)),
        };
        out.push(found.unwrap_or_default());
    }
    out
}

fn read(field: Field, digests: &[&Digest], department: &Department) -> (Option<Value>, Vec<Spot>, Option<String>) {
    let counted = || department.counted().into_iter().filter_map(|file| digests.get(file));
    let first = |amount: fn(&Digest) -> Option<&Amount>| {
        let files = department.whole();
        let found =
            files.iter().find_map(|file| digests.get(*file).and_then(|digest| amount(digest)).map(|a| (*file, a)));
        found.map_or_else(Default::default, |(file, a)| {
            (base(a).map(Value::Amount), vec![spot(file, department, a)], None)
        })
    };
    let count = |number: fn(&Digest) -> usize| {
        let is_any = counted().next().is_some();
        let sum: usize = counted().map(|digest| number(digest)).sum();
        (is_any.then(|| Value::Amount(Decimal::from(sum))), Vec::new(), None)
    };
    match field {
        Field::Staff => first(|d| d.staff.as_ref()),
        Field::Quota => first(|d| d.quota.as_ref()),
        Field::Score => first(|d| d.score.as_ref()),
        Field::Grade => (None, Vec::new(), counted().find_map(|digest| digest.grade.clone())),
        Field::Errors => count(|digest| digest.findings.errors),
        Field::Suspects => count(|digest| digest.findings.suspects),
        Field::Notes => count(|digest| digest.findings.notes),
        Field::Dismissed => count(|digest| digest.dismissed.count()),
        Field::Confirmed => count(|digest| digest.confirmed.count()),
        Field::Coverage => {
            let sum =
                |number: fn(&Coverage) -> usize| Decimal::from(counted().map(|d| number(&d.coverage)).sum::<usize>());
            let figures = sum(|c| c.figures);
            let ratio = (!figures.is_zero()).then(|| Value::Ratio(sum(|c| c.verified), figures));
            (ratio, Vec::new(), None)
        }
    }
}

/// A value as its column shows it.
fn shown(value: Value, kind: ColumnKind, unit: Shown) -> Option<String> {
    match value {
        Value::Amount(amount) if kind == ColumnKind::Money => unit.text(amount),
        Value::Amount(amount) => Some(plain(amount)),
        Value::Ratio(..) => per_cent(value).map(|rate| fixed(rate, 2)),
    }
}

/// A ratio in per cent, for display and order; an amount as it is.
pub(super) fn per_cent(value: Value) -> Option<Decimal> {
    match value {
        Value::Amount(amount) => Some(amount),
        Value::Ratio(part, whole) => quotient(part.checked_mul(Decimal::ONE_HUNDRED)?, whole),
    }
}

fn fraction(value: Value, plan: &Plan, unit: Shown) -> Option<Fraction> {
    let Value::Ratio(part, whole) = value else { return None };
    let is_money = match plan.from {
        From::Over(key, _) | From::Beyond(key, _) => {
            COLUMNS.iter().any(|plan| plan.key == key && plan.kind == ColumnKind::Money)
        }
        From::Total(..) | From::Field(_) => false,
    };
    let text = |value| if is_money { unit.text(value) } else { Some(plain(value)) };
    let unit = if is_money { unit.name() } else { "" };
    Some(Fraction { part: text(part)?, whole: text(whole)?, unit: unit.to_owned() })
}

fn ratio(plan: &Plan) -> Option<RatioOf> {
    let of =
        |part: &str, whole: &str, less_whole| RatioOf { part: part.to_owned(), whole: whole.to_owned(), less_whole };
    match plan.from {
        From::Over(part, whole) => Some(of(part, whole, false)),
        From::Beyond(more, than) => Some(of(more, than, true)),
        From::Total(..) | From::Field(_) => None,
    }
}

/// The rank of each value, from 1 for the greatest.
fn ranks(values: &[Option<Value>]) -> Vec<Option<usize>> {
    let keys: Vec<Option<Decimal>> = values.iter().map(|value| value.and_then(per_cent)).gather();
    let mut sorted: Vec<Decimal> = keys.iter().flatten().copied().gather();
    crate::order::by(&mut sorted, |a, b| b.cmp(a));
    keys.iter().map(|key| key.map(|key| sorted.partition_point(|other| *other > key) + 1)).gather()
}

fn column<'r>(plan: &Plan, values: &[Value], rows: impl Iterator<Item = &'r Row>, at: usize, unit: Shown) -> Column {
    let (mut known, mut missing) = (0, 0);
    for row in rows {
        match row.cells.get(at).and_then(|cell| cell.value.as_ref()) {
            Some(_) => known += 1,
            None => missing += 1,
        }
    }
    let total_by = match plan.kind {
        ColumnKind::Money | ColumnKind::Count => TotalBy::Sum,
        ColumnKind::Rate => TotalBy::Ratio,
        ColumnKind::Points | ColumnKind::Words => TotalBy::None,
    };
    let total = (!values.is_empty()).then(|| sum(values, total_by)).flatten();
    let keys: Option<Vec<Decimal>> = values.iter().map(|value| per_cent(*value)).gather_all();
    let middle = keys.and_then(|keys| median(&keys));
    let middle_shown = middle.and_then(|middle| match plan.kind {
        ColumnKind::Money => unit.text(middle),
        ColumnKind::Rate => Some(fixed(middle, 2)),
        _ => Some(plain(middle)),
    });
    Column {
        key: plan.key.to_owned(),
        title: plan.title.to_owned(),
        kind: plan.kind,
        unit: match plan.kind {
            ColumnKind::Money => unit.name(),
            ColumnKind::Rate => "%",
            ColumnKind::Points => "分",
            ColumnKind::Count if matches!(plan.key, "staff" | "quota") => "人",
            ColumnKind::Count => "项",
            ColumnKind::Words => "",
        }
        .to_owned(),
        total_by,
        total: total.and_then(|total| shown(total, plan.kind, unit)),
        fraction: total.and_then(|total| fraction(total, plan, unit)),
        ratio: ratio(plan),
        median: middle_shown,
        known,
        missing,
    }
}

/// The sum of amounts, or the ratio of the sums; none where it is too large to be exact.
fn sum(values: &[Value], by: TotalBy) -> Option<Value> {
    let mut sums = (Decimal::ZERO, Decimal::ZERO);
    for value in values {
        let (part, whole) = match *value {
            Value::Amount(amount) => (amount, Decimal::ZERO),
            Value::Ratio(part, whole) => (part, whole),
        };
        sums = (sums.0.checked_add(part)?, sums.1.checked_add(whole)?);
    }
    match by {
        TotalBy::Sum => Some(Value::Amount(sums.0)),
        TotalBy::Ratio => (!sums.1.is_zero()).then_some(Value::Ratio(sums.0, sums.1)),
        TotalBy::None => None,
    }
}
