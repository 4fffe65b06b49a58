//! B02: two shares of a whole that is printed nowhere and that their amounts exhaust: 基本支出144万元，占支出的96%；项目支出6万元，占支出的4%.

use super::relation;
use crate::catalog::partition::is_complete;
use crate::fact::Role;
use crate::relation::{Equation, Kind, Term};
use crate::rule::{Scope, Sink};

/// How many figures away the other share may stand.
const REACH: usize = 30;

/// Whether a share is stated so: where it holds, or where the other one does.
pub(super) fn state(scope: &Scope, id: usize, part: usize, phrase: &str, out: &mut Sink) -> bool {
    let facts = scope.facts;
    let Some(own) = facts.get(part).filter(|f| f.label.own && part + 1 == id && phrase.chars().count() >= 2) else {
        return false;
    };
    let half = |other: usize| {
        let rate = facts.get(other + 1)?;
        let told = rate.role == Role::Share && rate.phrase == phrase && rate.figure.is_plain();
        facts.get(other).filter(|f| {
            let like = f.is_level() && f.is_like(own) && f.figure.is_plain() && f.label.own && other != part;
            told && like && is_complete(&[&own.label.words, &f.label.words])
        })
    };
    let near = part.saturating_sub(REACH)..(part + REACH).min(facts.list.len());
    let Some(other) = near.filter(|o| half(*o).is_some()).min_by_key(|o| o.abs_diff(part)) else { return false };
    let share = |of: usize| Equation::Rate {
        part: vec![Term::plus(of)],
        whole: vec![Term::plus(part.min(other)), Term::plus(part.max(other))],
        less_one: false,
        sign: 1,
        rate: of + 1,
    };
    let (stated, beside) = (share(part), share(other));
    let sure = scope.fits(&stated);
    if !sure && !scope.fits(&beside) {
        return false;
    }
    let range = facts.span(&stated.all());
    out.relation(relation("B02", Kind::Share, stated, range, sure));
    true
}
