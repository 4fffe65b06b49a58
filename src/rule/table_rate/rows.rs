//! A row that is worked out of two others by its name: 人员经费占总支出比重, 资产负债率, 决算数较上年增减额.

use super::RULE;
use crate::catalog::heading::bare;
use crate::catalog::ratio::FORMULAS;
use crate::fact::{Fact, Lane, Layout, Row};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::{Equation, Kind, Relation, Source, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// What a share is called behind the name of its whole.
const SHARES: [&str; 4] = ["的比重", "的比例", "比重", "比例"];
/// What a change is called behind what it is compared with, and a rate of change.
const CHANGES: [&str; 4] = ["增减额", "增减数", "增减金额", "增减"];
const RATES: [&str; 4] = ["增减率", "增减幅度", "增减幅", "增长率"];

/// How a row is worked out of two (算法).
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Share,
    Change,
    Growth,
}

/// States every column of such rows; where not most of them hold, only what does.
pub(super) fn state(scope: &Scope, layout: &Layout, lane: &Lane, out: &mut Sink) {
    for (at, row) in lane.rows.iter().enumerate() {
        let Some((way, first, second)) = operands(&lane.rows, at) else { continue };
        let line = |column: &u32| {
            let result = layout.at(row.row, *column)?;
            let pair = (layout.at(first, *column)?, layout.at(second, *column)?);
            equation(scope, way, result, pair).map(|equation| (result, equation))
        };
        let lines: Vec<(usize, Equation)> = lane.values.iter().filter_map(line).gather();
        let good = lines.iter().filter(|(_, equation)| scope.fits(equation)).count();
        let proven = good > lines.len() - good;
        let (cue, kind, warning) = match way {
            Way::Share => ("B01", Kind::Ratio, "W02"),
            Way::Change => ("C02", Kind::Difference, "W45"),
            Way::Growth => ("D01", Kind::Growth, "W02"),
        };
        for (result, equation) in lines {
            let Some(range) = scope.facts.get(result).map(|f| f.range.clone()) else { continue };
            if (proven || scope.fits(&equation)) && (way == Way::Change || !out.computes(result)) {
                let (rule, source) = (RULE.name, Source::Table);
                out.relation(Relation { rule, cue, kind, source, equation, range, sure: true, warning });
            }
        }
    }
}

/// The two rows that the name of a row asks for, and how it is worked out of them.
fn operands(rows: &[Row], at: usize) -> Option<(Way, u32, u32)> {
    let words = &rows.get(at)?.words;
    let name = bare(words);
    let one = |names: &[&str]| names.iter().find_map(|name| named(rows, at, name));
    // 二、总支出 ‖ 基本支出 ‖ 项目支出 ‖ 三、项目支出占比: of what it stands below.
    if let Some(part) = name.strip_suffix("占比").and_then(|part| one(&[part])) {
        let depth = rows.iter().find(|row| row.row == part).and_then(|row| row.depth);
        let above = rows.iter().take_while(|row| row.row < part);
        let whole = above.filter(|row| row.depth.is_some_and(|own| depth.is_none_or(|depth| own < depth))).last()?;
        return Some((Way::Share, part, whole.row));
    }
    // 决算数占预算数（%）
    let share = SHARES.iter().find_map(|end| name.strip_suffix(end)).or(Some(name).filter(|_| words.contains('%')));
    if let Some((part, whole)) = share.and_then(|name| name.split_once('占')) {
        return Some((Way::Share, one(&[part])?, one(&[whole])?));
    }
    if let Some((now, behind)) = name.split_once(['较', '比']) {
        let ends = |list: &[&str]| list.iter().find_map(|end| behind.strip_suffix(end)).map(str::to_owned);
        let change = ends(&CHANGES).map(|then| (Way::Change, then));
        let (way, then) = change.or_else(|| ends(&RATES).map(|then| (Way::Growth, then)))?;
        // 较上年 is against the only row that begins so: 上年决算数.
        let mut before = rows.get(..at)?.iter().filter(|row| row.words.starts_with(&then) && !then.is_empty());
        let before = before.next().filter(|_| before.next().is_none())?;
        return Some((way, one(&[now])?, before.row));
    }
    let formula = FORMULAS.iter().find(|formula| name.ends_with(formula.name))?;
    Some((Way::Share, one(formula.part)?, one(formula.whole)?))
}

/// The row above that has a name, or the only one whose name ends with it.
fn named(rows: &[Row], at: usize, name: &str) -> Option<u32> {
    let above = || rows.get(..at).unwrap_or(&[]).iter().rev();
    let exact = above().find(|row| bare(&row.words) == name);
    let mut ending = above().filter(|row| bare(&row.words).ends_with(name) && !row.words.mentions_any(&["占", "率"]));
    let ending = ending.next().filter(|_| ending.next().is_none() && name.chars().count() >= 3);
    exact.or(ending).map(|row| row.row)
}

/// What a column says by a way; none where the two are of different kinds, or the third is none of them and no rate.
fn equation(scope: &Scope, way: Way, result: usize, (first, second): (usize, usize)) -> Option<Equation> {
    let facts = scope.facts;
    let plain = |id: usize| facts.get(id).filter(|f| f.figure.is_plain());
    let (own, one, other): (&Fact, &Fact, &Fact) = (plain(result)?, plain(first)?, plain(second)?);
    let (part, whole) = (vec![Term::plus(first)], vec![Term::plus(second)]);
    if !one.is_like(other) {
        return None;
    }
    if way == Way::Change {
        let parts = vec![Term::plus(first), Term::minus(second)];
        return own.is_like(one).then(|| Equation::Sum { parts, whole: vec![Term::plus(result)] });
    }
    let is_rate = matches!(own.figure.unit.dimension, Dimension::Percent | Dimension::Bare) && !other.is_zero();
    is_rate.then_some(Equation::Rate { part, whole, less_one: way == Way::Growth, sign: 1, rate: result })
}
