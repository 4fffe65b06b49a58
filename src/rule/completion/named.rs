//! B08, E05, E06, E10: rates that are named after what they count: 抽检400批次，合格390批次，合格率97.50%.

mod grades;
mod heads;
mod kind;
mod name;
mod sum;
mod target;
mod undone;

use super::{ratio, relation};
use crate::fact::{Fact, Measure};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::{Equation, Reason};
use crate::rule::{Scope, Sink};
use crate::text::Mention;
use grades::graded;
use heads::can_serve;
use kind::is_other_kind;
use name::{name, shared};
use sum::{is_part, is_taken, left_of};

/// A part, the wholes that it can have, the likeliest first, and whether the first is certain.
type Pair = (usize, Vec<usize>, bool);

/// A rate with the amounts of its sentence that it can be of.
struct Named<'a> {
    scope: &'a Scope<'a>,
    id: usize,
    rate: &'a Fact,
    name: Vec<char>,
    /// Its last two characters, the verb that it was made from.
    stem: String,
    /// Amounts before the rate, in the order of the text.
    levels: Vec<usize>,
}

impl<'a> Named<'a> {
    fn new(scope: &'a Scope, id: usize) -> Option<Self> {
        let facts = scope.facts;
        let rate = facts.get(id).filter(|f| {
            f.figure.is_plain() && matches!(f.figure.unit.dimension, Dimension::Percent | Dimension::PerMille)
        })?;
        let name = name(&rate.left)?;
        let level = |f: &Fact| can_serve(f, rate, facts.year) && !is_other_kind(rate, f);
        let levels = facts.pick(facts.in_sentence(rate.place.sentence).start..id, level).gather();
        let stem = name.iter().skip(name.len() - 2).collect();
        Some(Self { scope, id, rate, name, stem, levels })
    }

    fn fact(&self, id: usize) -> Option<&'a Fact> {
        self.scope.facts.get(id)
    }

    /// The amounts that bear the name best, nearest first.
    fn parts(&self) -> Vec<usize> {
        if let Some(part) = self.before_bracket() {
            return vec![part];
        }
        let best = self.levels.iter().map(|l| self.likeness(*l)).max().filter(|n| *n > 0);
        let mut named: Vec<usize> =
            self.levels.iter().rev().copied().filter(|l| Some(self.likeness(*l)) == best).gather();
        self.keep_beside(&mut named);
        if named.is_empty() {
            named.extend(self.levels.iter().rev().copied().filter(|l| self.is_done(*l)).take(1));
        }
        self.keep_own(&mut named);
        let done = self.done();
        named.retain(|part| Some(*part) != done);
        done.into_iter().chain(named).gather()
    }

    /// 318天（全年366天，优良率86.9%）: the amount that a bracket stands behind, where nothing but what it is of stands in there.
    fn before_bracket(&self) -> Option<usize> {
        let facts = self.scope.facts;
        let open = self.rate.place.bracket?;
        let (whole, part) = (self.id.checked_sub(1)?, self.id.checked_sub(2)?);
        let (all, own) = (facts.get(whole)?, facts.get(part)?);
        let alone = all.place.bracket == Some(open) && own.range.end == open;
        let count = alone && own.is_amount() && own.figure.is_plain() && all.is_like(own);
        (count && all.figure.base() >= own.figure.base()).then_some(part)
    }

    /// Whether an amount can be the whole of a part: of its kind, not smaller, and no sibling of it.
    fn can_be_whole(&self, part: usize, whole: usize) -> bool {
        // 开工26个，完工21个，开工率100%: what is told behind the part and is less was done to some of it.
        let sized = |p: &Fact, w: &Fact| {
            (p.is_like(w) || self.is_trained(p, w))
                && !w.is_zero()
                && (whole < part || w.measure == Measure::Plan || w.figure.base() >= p.figure.base())
        };
        part != whole
            && !self.is_spent(whole)
            && !self.are_siblings(part, whole)
            && self
                .fact(part)
                .zip(self.fact(whole))
                .is_some_and(|(p, w)| sized(p, w) && (self.is_apart(w) || self.stands_with_rate(whole)))
    }

    /// Whether two amounts count or measure the same kind of thing.
    fn are_alike(&self, one: usize, other: usize) -> bool {
        self.fact(one).zip(self.fact(other)).is_some_and(|(a, b)| a.is_like(b))
    }

    /// Whether the words of an amount do not say themselves that it was done, or that it only was to be.
    fn is_apart(&self, whole: &Fact) -> bool {
        !whole.left.contains(&self.stem) || whole.measure == Measure::Plan
    }

    /// 发现的14个问题整改率85.71%: the whole stands in the clause of the rate.
    fn stands_with_rate(&self, whole: usize) -> bool {
        whole + 1 == self.id && self.fact(whole).is_some_and(|f| f.place.clause == self.rate.place.clause)
    }

    /// 22项资金中有13项支出进度达到100%: whether a rate is told of some that were picked out right before it.
    fn is_of_some(&self) -> bool {
        let before = self.id.checked_sub(1).and_then(|before| self.fact(before));
        before.is_some_and(|f| f.place.clause == self.rate.place.clause && f.left.ends_with("中有"))
    }

    /// The wholes that a part can have, the likeliest first, and whether the first is certain.
    fn wholes(&self, part: usize, out: &Sink) -> (Vec<usize>, bool) {
        let fits = |w: &usize| self.can_be_whole(part, *w);
        if let Some(divisor) = self.divisor() {
            return (vec![divisor], true);
        }
        if let Some(words) = self.bracket("（占").or_else(|| self.defined()) {
            return (self.scope.facts.named(&words, self.id, part), false);
        }
        let mut all: Vec<usize> = self.levels.iter().copied().filter(|w| self.stands_with_rate(*w)).gather();
        all.extend(self.explained(part));
        all.extend(out.minuend_of(part));
        // 下达300万元，已支付270万元，结余30万元: what is left is no whole, what it was left of is.
        all.extend(out.sums_over(part).filter_map(|(_, sum)| left_of(&sum.equation, part)));
        all.extend(out.added_up(part).filter(|w| out.minuend_of(*w).next().is_none()));
        all.retain(|w| !self.are_done_alike(part, *w, out));
        let certain = all.iter().any(fits);
        let near = self.levels.iter().rev().copied();
        let as_great =
            |w: &usize| self.fact(part).zip(self.fact(*w)).is_some_and(|(p, w)| w.figure.base() >= p.figure.base());
        // A part of a list that stands before is passed over for its whole.
        let listed = |w: &usize| out.added_up(*w).any(|head| fits(&head) && head < *w);
        all.extend(near.clone().filter(|w| *w < part && as_great(w) && !listed(w)));
        all.extend(near.clone().filter(|w| *w < part));
        all.extend(near.filter(|w| *w > part));
        // 集中312人、分散1048人，共1360人，集中率22.94%: nor is what adds up to something together with it its whole.
        // 预算46.2万元，决算38.5万元，节约7.7万元，节约率16.67%: nor is what it was left over by.
        let rest = |w: &usize| out.sums_to(part).any(|sum| is_taken(&sum.equation, *w));
        let beside = |w: &usize| rest(w) || out.sums_over(part).any(|(_, sum)| is_part(&sum.equation, *w, part));
        all.retain(|w| fits(w) && !beside(w) && !self.are_done_alike(part, *w, out));
        if all.is_empty() {
            all.extend(self.heads(part));
        }
        crate::order::keep_first(&mut all);
        (all, certain)
    }

    /// Whether one other amount of the segment can be what the part is of, and no more.
    fn is_only(&self, part: usize, wholes: &[usize]) -> bool {
        // 单元340个，合格340个，优良289个，优良率85%: of two that are equal either will do.
        let mut near = wholes.iter().filter(|w| self.is_beside(**w)).map(|w| self.scope.facts.base_value(*w));
        near.next().is_some_and(|first| near.all(|other| other == first))
            && wholes.first().is_some_and(|w| self.is_beside(*w) && self.is_akin(part, *w))
            && self.is_beside(part)
            && self.bracket("（占").is_none()
    }

    /// Whether a pair that fails can be what the rate is of.
    fn could(&self, part: usize, whole: usize, out: &Sink) -> bool {
        !self.is_told(part, whole, out) && self.since(part, whole).is_none() && !self.is_too_great(part, whole)
    }

    fn say(&self, equation: Equation, sure: bool, out: &mut Sink) {
        let start = equation.all().into_iter().min().and_then(|f| self.fact(f)).map_or(0, |f| f.range.start);
        let mut stated = relation(self.cue(), equation, start..self.rate.range.end, "W02");
        stated.sure = sure;
        out.relation(stated);
    }
}

/// States a named rate, or says that it was not checked.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let Some(named) = Named::new(scope, id) else { return };
    let parts = named.parts();
    let pairs: Vec<Pair> = parts
        .into_iter()
        .map(|part| {
            let (wholes, certain) = named.wholes(part, out);
            (part, wholes, certain)
        })
        .gather();
    let all = || pairs.iter().flat_map(|(part, wholes, _)| wholes.iter().map(move |w| (*part, *w)));
    // 甲规范管理3246人，管理率81%，在管4007人；乙规范管理988人，管理率…: what another part has told is not asked again.
    let holds = |(p, w): &(usize, usize)| scope.is_ratio(*p, *w, id) && !named.is_told(*p, *w, out);
    if let Some((part, whole)) = all().find(holds) {
        return named.say(ratio(part, whole, id), true, out);
    }
    if let Some(equation) = named.otherwise(&pairs) {
        return named.say(equation, true, out);
    }
    // 综合满意率 may be of several rates, but for one that a slip keeps from the only two amounts of its sentence.
    // 两类人群共3110人，满意2945人，综合满意度94.69%: nor is one of all that were asked together.
    let summed = |w: usize| scope.facts.get(w).is_some_and(|f| f.left.ends_with_any(&["共", "合计"]));
    let alike = |w: usize| named.levels.iter().filter(|l| named.are_alike(**l, w)).count() == 2;
    let slip = |p: usize, w: usize| named.levels.len() == 2 && scope.is_slip(&ratio(p, w, id));
    let single = || all().any(|(p, w)| summed(w) && alike(w) || slip(p, w));
    let joint = named.is_joint() && !single();
    let rowed = pairs.iter().any(|(part, ..)| named.row_done(*part).len() > 1);
    if named.has_undone() || named.is_of_some() || joint || rowed {
        return open(&named, out);
    }
    if pairs.iter().any(|(part, ..)| named.is_graded(*part)) {
        return graded(&named, &pairs, out);
    }
    let slip = all().find(|(p, w)| named.could(*p, *w, out) && scope.is_likely_slip(&ratio(*p, *w, id)));
    if let Some(equation) = named.divided_by_slip(&pairs).filter(|_| slip.is_none()) {
        return named.say(equation, false, out);
    }
    if all().next().is_none() && named.says_target(out) {
        return;
    }
    match pairs.as_slice() {
        // One amount bears the name, or is what was done of a plan, and one other can be what it is of.
        [(part, wholes, certain), rest @ ..]
            if (rest.is_empty() || named.done() == Some(*part))
                && named.is_done_to(*part)
                && !named.counts_more(*part, wholes)
                && (*certain || named.is_only(*part, wholes) && !named.is_of_kind(*part, wholes)) =>
        {
            match wholes.first().filter(|w| named.could(*part, **w, out)) {
                Some(whole) => named.say(ratio(*part, *whole, id), true, out),
                None => open(&named, out),
            }
        }
        _ => match slip {
            Some((part, whole)) => named.say(ratio(part, whole, id), false, out),
            None => open(&named, out),
        },
    }
}

fn open(named: &Named, out: &mut Sink) {
    out.unchecked(super::RULE.name, "E05", named.rate.range.clone(), vec![named.id], Reason::NoBase);
}
