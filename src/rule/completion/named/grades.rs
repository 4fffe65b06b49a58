//! Rates of what was answered in grades (分档): 回收50份，非常满意41份、满意7份、一般2份，满意率96%. The rate is of the first grade alone, of those that bear its
//! name in full, or of 基本满意 and 比较满意 as well; where none makes it, nothing says which was meant.

use super::{Named, Pair, open};
use crate::fact::Fact;
use crate::gather::Gather;
use crate::relation::{Equation, Term};
use crate::rule::Sink;

/// What stands before the name of a rate and makes it a grade, and what makes it a lesser one.
const GREATER: [&str; 3] = ["非常", "很", "十分"];
const LESSER: [&str; 3] = ["比较", "较", "基本"];

impl Named<'_> {
    /// Whether an amount is of a grade that bears the name of the rate.
    fn is_grade(&self, fact: &Fact) -> bool {
        GREATER.iter().any(|degree| self.stands_behind(degree, fact)) || self.is_lesser(fact)
    }

    fn is_lesser(&self, fact: &Fact) -> bool {
        LESSER.iter().any(|degree| self.stands_behind(degree, fact))
    }

    /// The levels that are of a grade beside a part, none where only the part bears the name.
    fn grades(&self, part: usize) -> Vec<usize> {
        let own = self.fact(part);
        let like = |f: &Fact| own.is_some_and(|own| f.is_like(own) && f.place.segment == own.place.segment);
        let named = |f: &Fact| self.is_grade(f) || f.left.trim_start_matches(['、', '，']) == self.stem;
        let all = self.levels.iter().copied().filter(|l| self.fact(*l).is_some_and(|f| like(f) && named(f)));
        let all: Vec<usize> = all.gather();
        let graded = all.iter().any(|l| self.fact(*l).is_some_and(|f| self.is_grade(f)));
        if graded && all.len() >= 2 && all.contains(&part) { all } else { Vec::new() }
    }

    /// Whether a part is one of several grades.
    pub(super) fn is_graded(&self, part: usize) -> bool {
        !self.grades(part).is_empty()
    }

    /// The rates of the grades that bear its name in full, and of all that bear it.
    pub(super) fn of_grades(&self, part: usize, whole: usize) -> impl Iterator<Item = Equation> {
        let all = self.grades(part);
        let full = all.iter().copied().filter(|l| !self.fact(*l).is_some_and(|f| self.is_lesser(f))).gather();
        let several = move |ids: &Vec<usize>| ids.len() >= 2 && !ids.contains(&whole);
        let rate = self.id;
        [full, all].into_iter().filter(several).map(move |ids| {
            let part = ids.into_iter().map(Term::plus).gather();
            Equation::Rate { part, whole: vec![Term::plus(whole)], less_one: false, sign: 1, rate }
        })
    }
}

/// 非常满意47份、满意10份，满意率88%: what no grade makes is a suspect where a slip keeps it from all that bear the name.
pub(super) fn graded(named: &Named, pairs: &[Pair], out: &mut Sink) {
    let all = pairs.iter().flat_map(|(part, wholes, _)| wholes.iter().map(move |w| (*part, *w)));
    match all.flat_map(|(p, w)| named.of_grades(p, w)).find(|e| named.scope.is_likely_slip(e)) {
        Some(equation) => named.say(equation, false, out),
        None => open(named, out),
    }
}
