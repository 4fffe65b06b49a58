//! Lists of points that do not add up to their whole and need not: alternatives (几档供选), and lists that leave indicators out.

use crate::fact::Mark;
use crate::relation::{Equation, Term};
use crate::rule::Scope;
use crate::text::Mention;

/// Words in the names of steps (档).
const STEPS: [&str; 12] = ["以上", "以下", "以内", "超过", "不", "未", "基本", "较", "一般", "优秀", "良好", "部分"];

/// 使用规范（5分）：规范（5分）、基本规范（3分）、不规范（0分）: whether one of the parts is as much as the whole, or all are steps, so that they
/// are alternatives.
pub(super) fn is_choice(scope: &Scope, parts: &[usize], equation: &Equation) -> bool {
    let value = |id: usize| scope.facts.base_value(id);
    let Equation::Sum { parts: terms, whole } = equation else { return false };
    if whole.iter().any(|whole| terms.iter().any(|part| value(part.fact) == value(whole.fact))) {
        return true;
    }
    // 满意（9分）、基本满意（6分）、不满意（3分）: step by step, one name within the other.
    let falls = |a: &Term, b: &Term| value(a.fact) > value(b.fact);
    let pairs = || terms.windows(2).filter_map(|two| if let [a, b] = two { Some((a, b)) } else { None });
    let steady = pairs().all(|(a, b)| falls(a, b)) || pairs().all(|(a, b)| falls(b, a));
    let names = || parts.iter().filter_map(|at| name(scope, *at));
    let within = || names().zip(names().skip(1)).any(|(a, b)| a.ends_with(b) || b.ends_with(a));
    steady && (names().any(|name| name.mentions_any(&STEPS)) || within())
}

/// The name of an indicator.
fn name<'a>(scope: &'a Scope, at: usize) -> Option<&'a str> {
    scope.facts.marks.get(at).map(|mark| scope.facts.text.words(mark.name.clone()))
}

/// 必要性（5分）、可行性（5分）等: whether the words say that a list leaves indicators out.
pub(super) fn is_partial(scope: &Scope, whole: usize, parts: &[usize]) -> bool {
    let facts = scope.facts;
    let mark = |at: Option<&usize>| at.and_then(|at| facts.marks.get(*at));
    let (whole, first, last) = (facts.marks.get(whole), mark(parts.first()), mark(parts.last()));
    let text = &facts.text;
    let opened = whole.zip(first).map(|(whole, first)| text.words(whole.end..first.end));
    // 预算编制10分，审计整改情况良好计5分: points that are those of no indicator may be one more of the list.
    let span = whole.zip(last).map_or(0..0, |(whole, last)| whole.end..last.end);
    let known = |id: &usize| facts.marks.iter().any(|m| m.points == Some(*id) || m.got.told() == Some(*id));
    let unknown = facts.pick(facts.begin_in(span), |f| f.figure.unit.base == "分").any(|id| !known(&id));
    unknown
        || last.is_some_and(|last| goes_on(scope, last))
        || opened.is_some_and(|words| words.mentions_any(&["主要", "部分", "例如", "如："]))
        || last.is_some_and(|last| text.words(last.end..last.end + 4).contains('等'))
}

/// 完整（5分）、准确（每项1分，共4分）: whether a bracket with points that are those of no indicator stands behind the last one of a list.
fn goes_on(scope: &Scope, last: &Mark) -> bool {
    let facts = scope.facts;
    let Some(own) = last.points.and_then(|id| facts.get(id)) else { return false };
    let end = facts.clauses.sentences().get(own.place.sentence).map_or(last.end, |s| s.end);
    let bracketed = facts.begin_in(last.end..end.max(last.end));
    let first = facts.pick(bracketed, |f| f.place.depth > 0 && f.figure.unit.base == "分").next();
    first.is_some_and(|id| !facts.marks.iter().any(|m| m.points == Some(id) || m.got.told() == Some(id)))
}
