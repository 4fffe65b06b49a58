//! A column of means of the years beside it (三年平均): 2021年 ‖ 2022年 ‖ 2023年 ‖ 三年平均.

use super::{RULE, head};
use crate::catalog::heading::is_rate_name;
use crate::fact::{Lane, Layout};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::{Equation, Kind, Relation, Source, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// What such a column is headed.
const MEANS: [&str; 5] = ["年平均", "平均", "平均数", "平均值", "均值"];

/// How many years have a mean at least.
const YEARS: usize = 2;

/// States every row of such a column; where hardly one of them holds, it is the mean of something else.
pub(super) fn state(scope: &Scope, layout: &Layout, lane: &Lane, column: u32, out: &mut Sink) {
    let named = head(layout, column).is_some_and(|head| head.ends_with_any(&MEANS) && !is_rate_name(head));
    let years: Vec<u32> = lane.values.iter().copied().take_while(|other| *other < column).gather();
    let years: Vec<u32> = years.into_iter().rev().take_while(|other| is_year(layout, *other)).gather();
    if !named || years.len() < YEARS {
        return;
    }
    let line = |row: u32| {
        let mean = layout.at(row, column)?;
        let own = scope.facts.get(mean).filter(|f| f.figure.unit.dimension != Dimension::Percent)?;
        let amount =
            |other: &u32| layout.at(row, *other).filter(|id| scope.facts.get(*id).is_some_and(|f| f.is_like(own)));
        let parts: Vec<Term> = years.iter().rev().map(|other| amount(other).map(Term::plus)).gather_all()?;
        let whole = parts.iter().map(|_| Term::plus(mean)).gather();
        Some((mean, Equation::Sum { parts, whole }))
    };
    let lines: Vec<(usize, Equation)> = lane.rows.iter().filter_map(|row| line(row.row)).gather();
    let good = lines.iter().filter(|(_, equation)| scope.fits(equation)).count();
    let proven = good >= 2 && good > lines.len() - good;
    for (mean, equation) in lines {
        let Some(range) = scope.facts.get(mean).map(|f| f.range.clone()) else { continue };
        if proven || scope.fits(&equation) {
            let (rule, cue, kind, source) = (RULE.name, "B09", Kind::Ratio, Source::Table);
            out.relation(Relation { rule, cue, kind, source, equation, range, sure: true, warning: "W02" });
        }
    }
}

/// 2023年, 2023年度: whether a column is headed by a year and nothing else.
fn is_year(layout: &Layout, column: u32) -> bool {
    head(layout, column).is_some_and(|head| {
        let words = head.trim_start_matches(|c: char| c.is_ascii_digit());
        head.len() == words.len() + 4 && matches!(words, "年" | "年度" | "年数")
    })
}
