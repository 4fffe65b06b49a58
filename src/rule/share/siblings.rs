//! Shares of a total that is printed nowhere, which they make up together: 甲支出554万元，占总数的98.93%。…乙支出6万元，占总数的1.07%.

use super::relation;
use crate::fact::{Fact, Role};
use crate::relation::{Equation, Kind, Term};
use crate::rule::{Scope, Sink};

/// How many figures before and behind a share its siblings stand.
const REACH: usize = 24;

/// States the share of what all that are shares of one total come to; false where the figures do not say so.
pub(super) fn state(scope: &Scope, id: usize, part: usize, phrase: &str, out: &mut Sink) -> bool {
    let facts = scope.facts;
    let (Some(rate), Some(own)) = (facts.get(id), facts.get(part)) else { return false };
    // 占转移支付总量的48%，…，占转移支付总量的52%
    if !phrase.starts_with('总') && !["总量", "总额", "总数"].iter().any(|w| phrase.ends_with(w)) {
        return false;
    }
    let alike = |f: &Fact| f.role == Role::Share && f.phrase == rate.phrase && f.figure.is_plain();
    let rates: Vec<usize> = facts.pick(id.saturating_sub(REACH)..id + REACH, alike).collect();
    let beside = |rate: &usize| {
        let level =
            |f: &Fact| f.is_level() && f.is_like(own) && f.figure.is_plain() && f.place.depth == own.place.depth;
        let start = facts.in_sentence(facts.get(*rate)?.place.sentence).start;
        facts.pick(start..*rate, level).next_back()
    };
    let Some(parts) = rates.iter().map(beside).collect::<Option<Vec<usize>>>() else { return false };
    let terms = |ids: &[usize]| ids.iter().copied().map(Term::plus).collect::<Vec<_>>();
    let hundred = Equation::Fixed { terms: terms(&rates), least: 100, most: 100, closed: true };
    let share =
        Equation::Rate { part: vec![Term::plus(part)], whole: terms(&parts), less_one: false, sign: 1, rate: id };
    let told = parts.len() > 1 && scope.fits(&hundred) && scope.fits(&share);
    if told {
        out.relation(relation("B02", Kind::Share, share.clone(), facts.span(&share.all()), true));
    }
    told
}
