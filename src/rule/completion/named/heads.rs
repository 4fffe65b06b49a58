//! Wholes of a named rate whose sentence has none: heads of the paragraphs before, amounts that the name of the part names or that a
//! bracket gives; whether a part is what the rate's verb is done to, and whether two amounts can be part and whole.

use super::{Named, Pair, ratio, shared};
use crate::fact::{Fact, Measure, Role};
use crate::gather::Gather;
use crate::relation::{Equation, Relation, Term};
use crate::rule::Sink;
use crate::rule::completion::base::given;
use crate::text::Mention;

/// How many paragraphs back the whole may head one.
const HEADS: usize = 3;

/// How many amounts at the head of a paragraph are asked.
const NEAR: usize = 3;

/// How many pairs of neighbouring characters the names of part and whole share that stand on both sides of a rate.
const SHARED: usize = 2;

/// How many figures back a whole is looked for that the name of the part names.
const NAMED: usize = 40;

/// Whether two names end with the same four characters: 发现问题金额, 整改问题金额.
fn ends_alike(a: &str, b: &str) -> bool {
    a.chars().rev().zip(b.chars().rev()).take_while(|(a, b)| a == b).count() >= 4
}

/// Whether an amount can be what a rate is worked out of: 上年合格率为88.64% is of no amount of this year.
pub(super) fn can_serve(fact: &Fact, rate: &Fact, year: Option<i32>) -> bool {
    let past = rate.left.starts_with("上年") || rate.left.starts_with("去年");
    // 计划75场，超额完成3场，完成率104%; 在岗1600人，超目标100人: what was done beyond the plan is neither the plan nor what was done.
    let past_goal = fact.left.ends_with_any(&["超目标", "超计划", "超任务"]);
    let beyond = fact.left.trim_end_matches('了').ends_with("超额完成") && fact.measure != Measure::Plan || past_goal;
    let beyond = beyond && !rate.left.contains("超额");
    let level = (fact.is_level() || fact.role == Role::Rest) && !beyond;
    // 甲地34.7微克/立方米，乙地39微克/立方米，优良比例88.97%: what is so much for each of something else is no part of its like.
    // 满意度37分（满分40分）。群众满意度93.4%: nor are points.
    let part = fact.figure.is_plain() && !fact.figure.unit.base.contains('/') && fact.figure.unit.base != "分";
    level
        && part
        && !fact.takes_together()
        && fact.place.depth <= rate.place.depth
        && (!past || fact.period.is_past(year))
}

impl Named<'_> {
    /// 满意人数依次为149人、207人: whether two amounts stand in one row.
    pub(super) fn are_siblings(&self, one: usize, other: usize) -> bool {
        self.scope.facts.row(one).contains(&other)
    }

    /// 资金使用率95.5%（下达1950万元）, 病人规范管理988人，规范管理率79%，在管病人1254人: the amount in the bracket behind the rate, or the one in
    /// the clause behind it whose name has that of the part.
    pub(super) fn explained(&self, part: usize) -> Option<usize> {
        let inside = |f: &Fact| f.place.bracket == Some(self.rate.range.end);
        let own = self.fact(part).map_or("", |f| f.left.as_str()).chars().gather();
        let behind = |f: &Fact| {
            let next = f.place.clause == self.rate.place.clause + 1 && f.place.segment == self.rate.place.segment;
            next && self.is_beside(part) && shared(&own, &f.left) >= SHARED
        };
        let whole = |f: &Fact| f.is_level() && f.figure.is_plain() && (inside(f) || behind(f));
        Some(self.id + 1).filter(|id| self.fact(*id).is_some_and(whole))
    }

    /// 改造12处，实际12处，计划培训1200人次，实际培训1356人次，完成率113%: what was done of the plan, where both stand right before the rate.
    pub(super) fn done(&self) -> Option<usize> {
        let (plan, part) = (self.id.checked_sub(2)?, self.id.checked_sub(1)?);
        let pair = [plan, part].iter().all(|l| self.levels.contains(l) && self.is_beside(*l));
        let (planned, done) = (self.fact(plan)?, self.fact(part)?);
        let real = done.left.starts_with("实际") || done.left.starts_with('已');
        let told = planned.measure == Measure::Plan && done.measure != Measure::Plan && planned.is_like(done);
        (self.completes() && pair && real && told).then_some(part)
    }

    /// 全年安排项目67个。…已开工61个，开工率91%: the heads of the paragraphs before, where the sentence has no whole.
    pub(super) fn heads(&self, part: usize) -> Vec<usize> {
        let facts = self.scope.facts;
        let own = self.rate.place.paragraph;
        let as_great =
            |w: &usize| self.fact(part).zip(self.fact(*w)).is_some_and(|(p, w)| w.figure.base() >= p.figure.base());
        let level = |f: &Fact| f.is_level() && f.figure.is_plain();
        let could = |w: &usize| *w < part && self.can_be_whole(part, *w) && as_great(w);
        let heads = (own.saturating_sub(HEADS)..=own).rev();
        // 年初预算1862.40万元，调整预算2012.68万元。…结转结余率1.30%: of several budgets the one that bears the rate out comes first.
        let budget = |f: &Fact| level(f) && f.measure.is_budget();
        let bears = |w: &usize| could(w) && self.scope.is_ratio(part, *w, self.id);
        let budgets = heads.clone().flat_map(|p| facts.pick(facts.in_paragraph(p), budget)).take(NAMED).filter(bears);
        // 安排项目126个，投资规模9.6亿元。…完成投资4.23亿元，投资完成率44.06%: the first of the part's kind where it bears the rate out.
        // 优良率90.2%（优良里程258公里），次差里程9.8公里，次差率3.42%: a bracket gives what another rate is worked out of.
        let outer = |f: &Fact| level(f) && f.place.depth <= self.rate.place.depth;
        let first = |p: usize| facts.pick(facts.in_paragraph(p), outer).next();
        let firsts = heads.clone().filter_map(first).filter(could);
        let alike = heads.clone().filter_map(|p| facts.pick(facts.in_paragraph(p), level).take(NEAR).find(bears));
        let firsts = alike.chain(firsts);
        let mut all: Vec<usize> = budgets.chain(firsts).gather();
        // 发现问题金额3.42亿元。…已整改问题金额2.71亿元，整改率79.2%: what the part's own name ends with.
        let key = self.fact(part).map_or("", |f| f.label.key.as_str());
        let named = |f: &Fact| {
            let name = f.label.key.as_str();
            level(f)
                && f.label.own
                && name.chars().count() >= 3
                && name != key
                && (key.ends_with(name) || ends_alike(key, name))
        };
        all.extend(facts.pick(part.saturating_sub(NAMED)..part, named).rev().filter(could));
        all
    }

    /// Whether the words of a part have the verb of the rate, 已使用 of 使用率 and 收回 of 回收率, and not only what it is done to.
    pub(super) fn is_done_to(&self, part: usize) -> bool {
        let stem: Vec<char> = self.stem.chars().gather();
        let told = |f: &Fact| shared(&stem, &f.left) > 0 || shared(&stem, &f.right) > 0;
        self.fact(part).is_some_and(told) || self.is_done(part)
    }

    /// 受理120件，办结119件，办结率99.17%；热线工单86件，按时办结率99.8%: whether another part of the sentence has told the rate of two
    /// amounts; or, under a longer name, of the first of them: 满意468份，满意度94.4%；企业满意度95.8%.
    pub(super) fn is_told(&self, part: usize, whole: usize, out: &Sink) -> bool {
        let both = |r: &Relation| matches!(&r.equation, Equation::Rate { whole: of, .. } if of.first().is_some_and(|t| t.fact == whole));
        let apart = self.fact(part).is_some_and(|f| f.place.segment != self.rate.place.segment);
        let kind = String::from_iter(&self.name);
        let kind = kind.strip_suffix(&self.stem).filter(|kind| kind.chars().count() >= 2);
        let other = kind.is_some_and(|kind| self.fact(part).is_some_and(|f| !f.left.contains(kind)));
        apart && out.rates_of(part).any(|r| (both(r) || other) && self.scope.fits(&r.equation))
    }

    /// 盘活存量资金4.8亿元，压减一般性支出0.8亿元，压减率15%: whether not each of two amounts has an object of its own.
    pub(super) fn is_akin(&self, part: usize, whole: usize) -> bool {
        let object = |f: &Fact| f.left.split_once(&self.stem).map(|(_, object)| object.chars().gather());
        let own = self.fact(part).and_then(object).filter(|object| object.len() >= 3);
        let near = self.fact(part).zip(self.fact(whole)).is_some_and(|(p, w)| p.place.clause == w.place.clause);
        own.is_none_or(|object| near || self.fact(whole).is_some_and(|w| object.iter().any(|c| w.left.contains(*c))))
    }

    /// Another reading of a rate that holds where no whole of its sentence bears it out.
    pub(super) fn otherwise(&self, pairs: &[Pair]) -> Option<Equation> {
        let all = || pairs.iter().flat_map(|(part, wholes, _)| wholes.iter().map(move |w| (*part, *w)));
        let beside = all().filter_map(|(p, w)| self.beside(p, w).or_else(|| self.since(p, w)));
        let saved = all().filter_map(|(p, w)| self.with_saved(p, w));
        // 户籍人口48万人。…出生5128人，死亡2964人，死亡率6.15‰: beside another amount of the kind the head of the paragraph is meant.
        let apart = |w: &usize| !self.levels.contains(w);
        let far =
            pairs.iter().flat_map(|(p, ..)| self.heads(*p).into_iter().filter(apart).map(|w| ratio(*p, w, self.id)));
        let divided = pairs.iter().flat_map(|(p, ..)| self.among(*p).into_iter().chain(self.broader(*p)));
        let total = pairs.iter().filter_map(|(p, wholes, _)| self.of_total(*p, wholes));
        let read = total.chain(all().filter_map(|(p, w)| self.with_partly(p, w))).chain(beside).chain(saved).chain(far);
        let graded = all().flat_map(|(p, w)| self.of_grades(p, w));
        let rowed = pairs.iter().filter_map(|(p, wholes, _)| self.of_row(*p, wholes));
        let read = read.chain(divided).chain(graded).chain(rowed).find(|equation| self.scope.fits(equation));
        read.or_else(|| given(self.scope, self.id))
    }

    /// 甲类节约9.1万元，节约率18%；乙类节约5.6万元，节约率18%: each part of a sentence tells its own.
    pub(super) fn keep_own(&self, parts: &mut Vec<usize>) {
        let own = |l: &usize| self.fact(*l).is_some_and(|f| f.place.segment == self.rate.place.segment);
        if parts.iter().any(own) {
            parts.retain(own);
        }
    }

    /// 满意率（含基本满意）: what was done in part, or is told beside it, is counted with what was done.
    pub(super) fn with_partly(&self, part: usize, whole: usize) -> Option<Equation> {
        // 按时办结597件，超时办理4件，结案率100%: what was done late is done as well.
        let late = |f: &Fact| f.left.mentions_any(&["超时", "逾期", "延期", "超期"]);
        let like = |l: &usize| self.fact(*l).zip(self.fact(part)).is_some_and(|(a, b)| a.is_like(b));
        let besides = |l: usize| self.is_besides(part, l);
        let partly = |l: &usize| besides(*l) || self.fact(*l).is_some_and(|f| self.stands_behind("基本", f) || late(f));
        let other = self.levels.iter().copied().find(|l| partly(l) && *l != part && like(l))?;
        let part = vec![Term::plus(part), Term::plus(other)];
        Some(Equation::Rate { part, whole: vec![Term::plus(whole)], less_one: false, sign: 1, rate: self.id })
    }

    /// 余额4.12亿元，较年初消化0.38亿元，消化率8.4%: what a change since then is of, is the level and the change together.
    pub(super) fn since(&self, part: usize, whole: usize) -> Option<Equation> {
        let earlier = |f: &Fact| f.left.mentions_any(&["年初", "上年", "去年", "期初", "年末"]);
        let change = self.fact(part).filter(|f| f.left.starts_with(['较', '比']) && earlier(f))?;
        let level = self.fact(whole).filter(|w| w.place.segment == change.place.segment && whole < part)?;
        let whole = vec![Term::plus(whole), Term::plus(part)];
        level.is_like(change).then(|| Equation::Rate {
            part: vec![Term::plus(part)],
            whole,
            less_one: false,
            sign: 1,
            rate: self.id,
        })
    }

    /// Whether an amount stands in the rate's part of the sentence.
    pub(super) fn is_beside(&self, id: usize) -> bool {
        self.fact(id).is_some_and(|f| f.place.segment == self.rate.place.segment)
    }

    /// 甲节约901万元，节约率18%；乙节约562万元，节约率18%: what stands with the rate is meant before what stands elsewhere.
    pub(super) fn keep_beside(&self, parts: &mut Vec<usize>) {
        if parts.first().is_some_and(|id| self.is_beside(*id)) {
            parts.retain(|id| self.is_beside(*id));
        }
    }

    /// 采购规模26.4亿元，节约资金3.6亿元，节约率12%: what was saved is of what was spent and what was saved.
    fn with_saved(&self, part: usize, whole: usize) -> Option<Equation> {
        let saved = matches!(self.stem.as_str(), "节约" | "节支" | "节资" | "核减" | "审减");
        let (part, whole) = (Term::plus(part), Term::plus(whole));
        saved.then(|| Equation::Rate {
            part: vec![part],
            whole: vec![whole, part],
            less_one: false,
            sign: 1,
            rate: self.id,
        })
    }

    /// 项目62个、4286套，已完成58个、4052套，完成率94.54%: the second amounts of two pairs, of another kind.
    fn beside(&self, part: usize, whole: usize) -> Option<Equation> {
        let second = |id: usize| {
            let (first, second) = (self.fact(id)?, self.fact(id + 1)?);
            let bare = second.left.is_empty() && second.is_level() && second.figure.is_plain();
            (bare && !second.is_like(first) && second.place.clause <= first.place.clause + 1)
                .then_some((id + 1, second))
        };
        let ((part, own), (whole, of)) = (second(part)?, second(whole)?);
        (own.is_like(of) && part < self.id && whole < self.id).then(|| ratio(part, whole, self.id))
    }

    /// The cue of the rate, by the verb that it was made from.
    pub(super) fn cue(&self) -> &'static str {
        match self.stem.as_str() {
            "完成" => "E05",
            "满意" => "E10",
            "办结" | "结案" => "E06",
            _ => "B08",
        }
    }
}
