//! Columns that the figures alone show to be worked out of others, whatever their headings say (仅凭数字): 分值 ‖ 自评得分 ‖ 失分; 上年结转 ‖ 本年到位 ‖
//! 本年支出 ‖ 支出率. So many rows bear it out, to so many digits together, that it is no chance.
//!
//! No word says that a row has to keep to it: where one does not, it is mostly another way that all of them keep to (年初 + 新增 = 年末, as long as
//! nothing was repaid). Only two digits exchanged in a single row of a sum are taken for a fault.

use super::{RULE, is_amount};
use crate::catalog::heading::is_score_name;
use crate::fact::{Fact, Lane, Layout, Row};
use crate::gather::{Gather, SortedSet};
use crate::number::{Decimal, Dimension, Exact};
use crate::relation::{Equation, Kind, Relation, Source, Term};
use crate::rule::{Scope, Sink};

/// How many columns with numbers a table may have that is asked for every three of them.
const COLUMNS: usize = 12;
/// How many rows bear a way out at least, and how many digits they have together.
const ROWS: usize = 3;
const DIGITS: u32 = 9;
/// How many rows may have two digits exchanged.
const EXCHANGED: usize = 1;

/// How a column could be made of others.
enum Way {
    Sum {
        parts: Vec<u32>,
        whole: u32,
    },
    Rate {
        part: u32,
        whole: Vec<u32>,
        less_one: bool,
        rate: u32,
    },
    /// A number without a sign: 在校生 ÷ 教师 = 12.00, 金额 ÷ 户数 = 户均.
    Times {
        part: u32,
        whole: u32,
        rate: u32,
    },
}

/// States every sum and every rate of columns that the rows bear out and that nothing before told.
pub(super) fn state(scope: &Scope, layout: &Layout, lane: &Lane, out: &mut Sink) {
    if !(ROWS..=COLUMNS).contains(&lane.values.len()) || lane.rows.len() < ROWS {
        return;
    }
    let named = |test: &dyn Fn(u32) -> bool| -> Vec<u32> { lane.values.iter().copied().filter(|c| test(*c)).gather() };
    let is_score =
        |c: u32| layout.columns.get(c as usize).and_then(|c| c.heads.last()).is_some_and(|h| is_score_name(h));
    let addends = named(&|column| is_amount(layout, column) || is_score(column));
    for way in sums(&addends) {
        let lines = borne_out(scope, layout, &lane.rows, &way);
        if !lines.iter().any(|(equation, fits)| *fits && is_told(equation, out)) {
            say(scope, &way, lines, out);
        }
    }
    let amounts = named(&|column| is_amount(layout, column));
    let mut factors: SortedSet<u32> = SortedSet::new();
    for rate in &lane.values {
        let open = |row: &&Row| layout.at(row.row, *rate).is_some_and(|id| !out.computes(id) && !out.multiplies(id));
        if factors.contains(rate) || lane.rows.iter().filter(open).count() < ROWS {
            continue;
        }
        let lines = rates(&amounts, *rate).map(|way| (borne_out(scope, layout, &lane.rows, &way), way));
        if let Some((lines, way)) = lines.into_iter().find(|(lines, _)| !lines.is_empty()) {
            if let Way::Times { whole, .. } = way {
                factors.insert(whole);
            }
            say(scope, &way, lines, out);
        }
    }
}

/// Every three columns of which one could be the other two together, and every run of columns beside one that they could make.
fn sums(columns: &[u32]) -> Vec<Way> {
    let mut all = Vec::new();
    for (at, a) in columns.iter().enumerate() {
        for (next, b) in columns.iter().enumerate().skip(at + 1) {
            for c in columns.iter().skip(next + 1) {
                for (whole, parts) in [(c, [a, b]), (a, [b, c]), (b, [a, c])] {
                    all.push(Way::Sum { parts: parts.into_iter().copied().gather(), whole: *whole });
                }
            }
        }
        let (before, behind) = (columns.get(..at).unwrap_or(&[]), columns.get(at + 1..).unwrap_or(&[]));
        let left = (0..before.len()).filter_map(|from| before.get(from..));
        let right = (0..=behind.len()).filter_map(|end| behind.get(..end));
        let runs = left.chain(right).filter(|run| run.len() > 2);
        all.extend(runs.map(|run| Way::Sum { parts: run.to_vec(), whole: *a }));
    }
    all
}

/// Every way in which a column could be the rate of others, those beside it first.
fn rates(amounts: &[u32], rate: u32) -> impl Iterator<Item = Way> {
    let mut pairs: Vec<(u32, Vec<u32>)> = Vec::new();
    for part in amounts.iter().copied().filter(|c| *c != rate) {
        let others: Vec<u32> = amounts.iter().copied().filter(|c| *c != rate && *c != part).gather();
        pairs.extend(others.iter().map(|whole| (part, vec![*whole])));
        pairs.extend(others.windows(2).map(|two| (part, two.to_vec())));
    }
    let far = move |(part, whole): &(u32, Vec<u32>)| {
        whole.len() as u32 * 1_000 + whole.iter().chain([part]).map(|c| c.abs_diff(rate)).sum::<u32>()
    };
    crate::order::by_key(&mut pairs, far);
    let ways = move |(part, whole): (u32, Vec<u32>)| {
        let growth = Way::Rate { part, whole: whole.clone(), less_one: true, rate };
        let single = if let [whole] = whole[..] { Some(Way::Times { part, whole, rate }) } else { None };
        let growth = Some(growth).filter(|_| single.is_some());
        [Some(Way::Rate { part, whole, less_one: false, rate }), growth, single].into_iter().flatten()
    };
    pairs.into_iter().flat_map(ways)
}

/// The equations of a way with whether each holds; none where the rows do not bear the way out.
fn borne_out(scope: &Scope, layout: &Layout, rows: &[Row], way: &Way) -> Vec<(Equation, bool)> {
    let mut lines: Vec<(Equation, bool)> = Vec::new();
    let mut failing = 0;
    for equation in rows.iter().filter_map(|row| equation(scope, layout, row.row, way)) {
        let fits = scope.fits(&equation);
        failing += usize::from(!fits);
        // A rate may be cut, or be the mean of the others.
        let sum = matches!(equation, Equation::Sum { .. });
        if !fits && (failing > EXCHANGED || !sum || !scope.is_exchanged(&equation)) {
            return Vec::new();
        }
        lines.push((equation, fits));
    }
    // Rows of the same numbers say the same thing.
    let values = |equation: &Equation| equation.all().iter().map(|id| scope.facts.base_value(*id)).gather();
    let mut seen: SortedSet<Vec<Option<Decimal>>> = SortedSet::new();
    let told = lines.iter().filter(|(equation, fits)| *fits && seen.insert(values(equation)));
    let telling: Vec<u32> = told.filter_map(|(equation, _)| digits(scope, equation)).gather();
    let proven = telling.len() >= ROWS && telling.iter().sum::<u32>() >= DIGITS;
    if proven { lines } else { Vec::new() }
}

/// What a row says by a way; none where it lacks a number or says nothing.
fn equation(scope: &Scope, layout: &Layout, row: u32, way: &Way) -> Option<Equation> {
    let plain = |column: u32| {
        let id = layout.at(row, column)?;
        scope.facts.get(id).filter(|f| f.figure.is_plain()).map(|fact| (id, fact))
    };
    let amounts = |columns: &[u32]| columns.iter().map(|column| plain(*column)).gather_all();
    // 分值 ‖ 得分 ‖ 失分情况: what has no unit may be points.
    let points = |f: &Fact| f.figure.unit.base == "分" || f.figure.unit.dimension == Dimension::Bare;
    let alike = |list: &[(usize, &Fact)], other: &Fact| {
        let like = |f: &Fact| f.is_like(other) || points(f) && points(other);
        list.iter().all(|(_, f)| like(f) && f.figure.unit.dimension != Dimension::Percent)
    };
    let terms = |list: Vec<(usize, &Fact)>| list.into_iter().map(|(id, _)| Term::plus(id)).gather();
    match way {
        Way::Sum { parts, whole } => {
            let (whole, parts) = (plain(*whole)?, amounts(parts)?);
            let some = parts.iter().any(|(_, f)| !f.is_zero());
            (some && alike(&parts, whole.1))
                .then(|| Equation::Sum { parts: terms(parts), whole: vec![Term::plus(whole.0)] })
        }
        Way::Rate { part, whole, less_one, rate } => {
            let (part, whole, rate) = (plain(*part)?, amounts(whole)?, plain(*rate)?.0);
            let some = !part.1.is_zero() && whole.iter().any(|(_, f)| !f.is_zero());
            let rates = is_rate(scope, rate) && part.1.figure.unit.dimension != Dimension::Percent;
            (some && rates && alike(&whole, part.1)).then(|| Equation::Rate {
                part: vec![Term::plus(part.0)],
                whole: terms(whole),
                less_one: *less_one,
                sign: 1,
                rate,
            })
        }
        Way::Times { part, whole, rate } => {
            let (part, whole, rate) = (plain(*part)?, plain(*whole)?, plain(*rate)?);
            let bare = |fact: &Fact| fact.figure.unit.dimension == Dimension::Bare;
            let counted = matches!(whole.1.figure.unit.dimension, Dimension::Bare | Dimension::Count);
            let of_kind = if bare(rate.1) { part.1.is_like(whole.1) } else { rate.1.is_like(part.1) && counted };
            let some =
                [part.1, whole.1, rate.1].iter().all(|f| !f.is_zero() && f.figure.unit.dimension != Dimension::Percent);
            (some && of_kind).then(|| Equation::Product { factors: vec![rate.0, whole.0], per: None, result: part.0 })
        }
    }
}

/// How many digits keep an equation from holding by chance; none where it says nothing: 0 + 5 = 5, 5 ÷ 5 = 100%.
fn digits(scope: &Scope, equation: &Equation) -> Option<u32> {
    let of = |id: &usize| scope.facts.get(*id).map_or(0, |f| f.figure.digits());
    let base = |id: &usize| scope.facts.base_value(*id);
    match equation {
        Equation::Sum { .. } => {
            // The least of them in steps of the last digit that any of them has: 15 − 13.42 = 1.58 has three, 500 + 350 = 850 two.
            let units = |id: &usize| base(id).map(|value| value.abs().normalize());
            let all: Vec<Decimal> = equation.all().iter().map(units).gather_all()?;
            let scale = all.iter().map(Decimal::scale).max()?;
            let steps = |value: &Decimal| {
                let mut value = *value;
                value.rescale(scale);
                value.mantissa().unsigned_abs()
            };
            let zeros = |number: u128| (1..30).take_while(|n| number.is_multiple_of(10u128.pow(*n))).count();
            let round = all.iter().map(|value| zeros(steps(value))).min()?;
            let log = all.iter().map(steps).min()?.checked_ilog10()?;
            Some(log + 1 - u32::try_from(round).ok()?)
        }
        Equation::Rate { part, whole, rate, .. } => {
            let sum = |terms: &[Term]| terms.iter().try_fold(Decimal::ZERO, |sum, term| sum.plus(base(&term.fact)?));
            (sum(part) != sum(whole)).then(|| of(rate))
        }
        Equation::Product { factors, result, .. } => {
            let rate = factors.first().filter(|_| factors.get(1).and_then(base) != base(result))?;
            Some(of(rate))
        }
        _ => None,
    }
}

/// Whether a figure can be a rate.
fn is_rate(scope: &Scope, id: usize) -> bool {
    let dimension = scope.facts.get(id).map(|f| f.figure.unit.dimension);
    matches!(dimension, Some(Dimension::Percent | Dimension::Bare))
}

/// Whether a sum over the same figures was stated.
fn is_told(equation: &Equation, out: &Sink) -> bool {
    let all = |equation: &Equation| equation.all().into_iter().gather_set();
    let own = all(equation);
    equation.all().into_iter().any(|id| out.sums_to(id).any(|sum| all(&sum.equation) == own))
}

/// States what holds, and as a suspect the row with two digits exchanged.
fn say(scope: &Scope, way: &Way, lines: Vec<(Equation, bool)>, out: &mut Sink) {
    let (cue, kind, warning) = match way {
        Way::Sum { .. } => ("C02", Kind::Sum, "W01"),
        Way::Rate { less_one: true, .. } => ("D01", Kind::Growth, "W02"),
        Way::Rate { .. } => ("E03", Kind::Ratio, "W02"),
        Way::Times { .. } => ("B09", Kind::Product, "W02"),
    };
    for (equation, fits) in lines {
        let result = equation.facts().1.and_then(|id| scope.facts.get(id));
        let range = result.map_or_else(|| scope.facts.span(&equation.all()), |f| f.range.clone());
        let (rule, source) = (RULE.name, Source::Table);
        out.relation(Relation { rule, cue, kind, source, equation, range, sure: fits, warning });
    }
}
