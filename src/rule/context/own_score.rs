//! W25: a high score beside an execution that is far off: 自评得分98分 and 完成年初预算的63%.

use crate::fact::Fact;
use crate::relation::{Equation, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// From here a score is a high one.
const HIGH: u32 = 95;
/// What does not go with a high score.
const FAR_OFF: [&str; 3] = ["W16", "W17", "W21"];

/// States that the score of the whole is below, where something far off is expected not to be.
pub(super) fn high(scope: &Scope, out: &mut Sink) {
    let far_off = |code: &str, equation| FAR_OFF.contains(&code) && !scope.fits(equation);
    if !out.expectations.iter().any(|e| far_off(e.warning, &e.equation)) {
        return;
    }
    if let Some(id) = scope.facts.list.iter().position(is_own_score) {
        out.ask("W25", Equation::Fixed { terms: vec![Term::plus(id)], least: 0, most: HIGH, closed: false });
    }
}

/// 自评得分96分, 自评为95分.
fn is_own_score(fact: &Fact) -> bool {
    let words = fact.left.trim_end_matches(['为', '是', '共', '计']);
    let named = ["自评得分", "自评总分", "自评分", "自评", "综合得分", "总得分", "自评总得分", "评价得分"];
    fact.figure.unit.base == "分" && fact.figure.is_plain() && words.ends_with_any(&named)
}
