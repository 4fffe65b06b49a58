//! Totals whose parts stand with their names in cells of their own: 按支出性质分：1840.20 ‖ 其中：基本支出：920.10 ‖ 项目支出：920.10.

use super::relation;
use crate::fact::{Layout, Named};
use crate::gather::Gather;
use crate::relation::{Equation, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// What the name of a whole ends with.
const WHOLES: [&str; 6] = ["性质分", "来源分", "类型分", "总额", "合计", "总计"];

/// States each whole with the parts below it, or else beside it, and the wholes of two divisions of one amount.
pub(super) fn state(scope: &Scope, layout: &Layout, out: &mut Sink) {
    let wholes = || layout.named.iter().enumerate().filter(|(_, named)| is_whole(named));
    for (at, whole) in wholes() {
        let behind = layout.named.get(at + 1..).unwrap_or(&[]);
        let below = parts(behind, |other| other.place.column == whole.place.column);
        let parts = if below.len() >= 2 { below } else { parts(behind, |other| other.place.row == whole.place.row) };
        let Some(mut relation) = relation(scope, &parts, whole.fact, true).filter(|_| parts.len() >= 2) else {
            continue;
        };
        relation.sure = scope.fits(&relation.equation) || scope.is_stated_slip(&relation.equation);
        out.relation(relation);
    }
    headless(scope, layout, out);
    for ((_, first), (_, second)) in wholes().zip(wholes().skip(1)) {
        // The two need not be one amount: what was spent may be less than what was given.
        let divided = [first, second].iter().all(|named| named.name.ends_with('分'));
        let equation = Equation::Sum { parts: vec![Term::plus(first.fact)], whole: vec![Term::plus(second.fact)] };
        if divided && scope.fits(&equation) {
            relation(scope, &[first.fact], second.fact, true).into_iter().for_each(|equal| out.relation(equal));
        }
    }
}

/// 年度资金总额 ‖ 1652.38 ‖ 1894.27 above 按收入性质分： ‖ 其中：一般公共预算：1620.15: parts below no amount of their own are those of the one in the row of
/// amounts above that they make to the last digit.
fn headless(scope: &Scope, layout: &Layout, out: &mut Sink) {
    for (at, first) in layout.named.iter().enumerate().filter(|(_, named)| named.opens) {
        let beside = |other: &Named| other.place.column == first.place.column;
        let above = layout.named.get(..at).unwrap_or(&[]);
        let behind = layout.named.get(at..).unwrap_or(&[]);
        let parts = parts(behind, beside);
        let Some(((row, _), _)) = layout.facts.range(..(first.place.row, 0)).next_back() else { continue };
        let amounts = layout.facts.range((*row, 0)..=(*row, u32::MAX)).map(|(_, id)| *id);
        let whole = amounts.into_iter().find(|whole| scope.adds_up(&parts, *whole));
        if parts.len() >= 2 && !above.iter().any(|other| beside(other) && is_whole(other)) {
            whole.and_then(|whole| relation(scope, &parts, whole, true)).into_iter().for_each(|sum| out.relation(sum));
        }
    }
}

/// The parts that a whole opens, up to the next whole: 其中 stands before the first of them.
fn parts(behind: &[Named], beside: impl Fn(&Named) -> bool) -> Vec<usize> {
    let beside = behind.iter().filter(|other| beside(other)).take_while(|other| !is_whole(other)).enumerate();
    let mut parts = beside.take_while(|(at, other)| *at == 0 || !other.opens).map(|(_, other)| other).peekable();
    match parts.peek() {
        Some(first) if first.opens => parts.map(|part| part.fact).gather(),
        _ => Vec::new(),
    }
}

fn is_whole(named: &Named) -> bool {
    !named.opens && named.name.ends_with_any(&WHOLES)
}
