//! Rates that are a matter of both what was done and what was not: 已开工34个、未开工1个，开工率97.14%; 录用25人，不录24人，不录率48.98%.

use super::{Named, Pair, ratio};
use crate::fact::{Fact, Measure};
use crate::gather::Gather;
use crate::relation::{Equation, Term};
use crate::text::Mention;

/// How many amounts before one may be told beside it.
const BESIDE: usize = 6;

impl Named<'_> {
    /// 两类合计满意率93%: whether the rate is of several pairs together, or of what more was done in the end: 最终合格率100%.
    pub(super) fn is_joint(&self) -> bool {
        self.rate.left.mentions_any(&["合计", "综合", "总体", "平均", "最终"])
    }

    /// Whether a neighbouring amount is what the words say was not done.
    pub(super) fn has_undone(&self) -> bool {
        // 有2条拖到次年1月才完成验收，按期验收率75%: what was done late was not done in time.
        let late = |f: &Fact| {
            ["拖到", "逾期", "延期", "超期", "滞后", "超时"].iter().any(|w| f.left.contains(w) || f.right.contains(w))
        };
        let undone = |f: &Fact| late(f) || ["未", "没有", "待"].iter().any(|no| self.stands_behind(no, f));
        self.levels.iter().rev().take(2).any(|l| self.fact(*l).is_some_and(undone))
    }

    /// 上报86条，被省采用9条、市采用23条、县采用31条，采用率73.26%: the rate of a row that was done alike, together; none where there is no such row.
    pub(super) fn of_row(&self, part: usize, wholes: &[usize]) -> Option<Equation> {
        let row = self.row_done(part);
        let before = wholes.iter().copied().find(|w| *w < row.start).filter(|_| row.len() > 1)?;
        let (part, whole) = (row.map(Term::plus).gather(), vec![Term::plus(before)]);
        Some(Equation::Rate { part, whole, less_one: false, sign: 1, rate: self.id })
    }

    /// The row of amounts around one to which the verb of the rate was done.
    pub(super) fn row_done(&self, part: usize) -> crate::text::Range {
        let row = self.scope.facts.named_row(part);
        // 集中供养312人、分散供养1048人，集中供养率: nor where the name of the rate is that of one of them.
        let alike = |id: usize| self.likeness(id) == self.likeness(part);
        let done = |id: usize| alike(id) && self.fact(id).is_some_and(|f| f.left.ends_with(&self.stem));
        if row.clone().all(done) { row } else { part..part + 1 }
    }

    /// 放行60辆，劝返40辆，劝返率40%: the rate as that of one of the amounts in neighbouring clauses of all of them, whatever else they are
    /// called.
    pub(super) fn among(&self, part: usize) -> Option<Equation> {
        let joined = |a: &usize| {
            let (Some(one), Some(next)) = (self.fact(*a), self.fact(a + 1)) else { return false };
            let told = |f: &Fact| f.measure != Measure::Plan;
            let near = next.place.clause - one.place.clause <= 1 && one.place.segment == next.place.segment;
            let both = self.levels.contains(a) && self.levels.contains(&(a + 1));
            // 优良27天，其中优3天、良24天，优良率90%: what an amount consists of stands beside it in no list.
            let inner = self.scope.facts.text.words(one.range.end..next.range.start).mentions("其中");
            both && near && !inner && one.is_like(next) && told(one) && told(next)
        };
        let first = (part.saturating_sub(BESIDE)..part).rev().take_while(joined).last().unwrap_or(part);
        let last = (part..part + BESIDE).find(|a| !joined(a)).unwrap_or(part);
        // 计划312万元，采购254万元，节约58万元，节约率18%: nor of some of them, nor where it is named after what was done to something.
        let named = self.fact(part).is_some_and(|f| f.left.ends_with(&String::from_iter(&self.name)));
        let like = |l: &usize| self.fact(*l).zip(self.fact(part)).is_some_and(|(l, p)| l.is_like(p));
        let told = |l: &usize| self.fact(*l).is_some_and(|f| f.left.contains(&self.stem));
        let inside = |l: &usize| (first..=last).contains(l);
        let other = |l: &usize| *l != part && self.is_beside(*l) && like(l) && (!inside(l) || told(l));
        if !named || self.levels.iter().any(other) {
            return None;
        }
        let whole = (first..=last).map(Term::plus).gather();
        let of = Equation::Rate { part: vec![Term::plus(part)], whole, less_one: false, sign: 1, rate: self.id };
        (first < last).then_some(of)
    }

    /// 防治9.8万亩，无公害防治9.0万亩，无公害防治率92%: the amount that bears a part of the rate's name, of which another bears all of it.
    pub(super) fn broader(&self, part: usize) -> Option<Equation> {
        let name = String::from_iter(&self.name);
        let own = self.fact(part).filter(|f| f.left.ends_with(&name) && name != self.stem)?;
        let wider = |f: &Fact| f.left.contains(&self.stem) && !f.left.contains(&name) && f.is_like(own);
        let whole = self.levels.iter().copied().rfind(|l| *l < part && self.fact(*l).is_some_and(wider))?;
        Some(ratio(part, whole, self.id))
    }

    /// The rate of one of all, or of what includes more than the part, from which a slip keeps it.
    pub(super) fn divided_by_slip(&self, pairs: &[Pair]) -> Option<Equation> {
        let more = |(part, wholes, _): &Pair| {
            let besides = |w: &usize| self.bracket("（含").and_then(|_| self.with_partly(*part, *w));
            self.of_total(*part, wholes).or_else(|| wholes.iter().find_map(besides))
        };
        let divided = pairs.iter().find_map(|(p, ..)| self.among(*p)).into_iter().chain(pairs.iter().filter_map(more));
        divided.into_iter().find(|equation| self.scope.is_stated_slip(equation))
    }
}
