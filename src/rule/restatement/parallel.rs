//! Sentences that tell the same names of different things: of each region its own values, of a task and of what was done.

use crate::fact::{Fact, likeness};
use crate::relation::{Equation, Term};
use crate::rule::Scope;
use crate::text::Mention;

/// How many characters two names end with alike where they name one thing: 监测断面氨氮浓度, 东河片区氨氮浓度.
const NAME: usize = 3;

/// Whether two amounts of one name are told of different things: their sentences share another name with different values, or the
/// second is rated by the first.
pub(super) fn speaks_of_another(scope: &Scope, first: usize, second: usize) -> bool {
    is_rated(scope, first, second)
        || are_parallel(scope, first, second)
        || are_of_two(scope, first, second)
        || is_due(scope, first) != is_due(scope, second)
}

/// 重点目标包括：接待游客42万人次；送戏下乡12场: whether a sentence opens a list of what is to be reached, whatever its items say themselves.
fn is_due(scope: &Scope, id: usize) -> bool {
    const LISTS: [&str; 4] = ["目标", "任务", "计划", "指标"];
    let facts = scope.facts;
    let Some(start) = facts.get(id).and_then(|f| facts.clauses.sentences().get(f.place.sentence)).map(|s| s.start)
    else {
        return false;
    };
    let first = facts.begin_in(start..facts.get(id).map_or(start, |f| f.range.end)).start;
    let head = facts.text.words(start..facts.get(first).map_or(start, |f| f.range.start));
    let noun = head.split_once('：').map(|(noun, _)| noun);
    let noun =
        noun.map(|noun| ["包括", "如下", "有", "为", "是"].iter().fold(noun, |noun, end| noun.trim_end_matches(end)));
    noun.is_some_and(|noun| noun.ends_with_any(&LISTS))
}

/// 下达任务2150户。…改造2180户，完成下达任务的101.4%: what was to be done and what was.
fn is_rated(scope: &Scope, first: usize, second: usize) -> bool {
    let facts = scope.facts;
    let sentence = facts.get(second).map(|f| f.place.sentence);
    let rated = |rate: &usize| {
        let of_task = Equation::Rate {
            part: vec![Term::plus(second)],
            whole: vec![Term::plus(first)],
            less_one: false,
            sign: 1,
            rate: *rate,
        };
        let beside = |f: &Fact| !f.is_amount() && f.figure.is_plain() && Some(f.place.sentence) == sentence;
        facts.get(*rate).is_some_and(beside) && scope.fits(&of_task)
    };
    [second + 1, second + 2].iter().any(rated)
}

/// 全县…氨氮浓度0.41毫克，总磷浓度0.126毫克。东片…氨氮浓度0.47毫克，总磷浓度0.186毫克: a slip changes one value of a sentence, not two.
pub(super) fn are_parallel(scope: &Scope, first: usize, second: usize) -> bool {
    let facts = scope.facts;
    let (Some(a), Some(b)) = (facts.get(first), facts.get(second)) else { return false };
    let differs =
        |x: &Fact, y: &Fact| x.role == y.role && x.figure.unit == y.figure.unit && x.figure.value != y.figure.value;
    let others = |sentence: usize, own: usize| {
        facts.in_sentence(sentence).filter(move |id| *id != own).filter_map(|id| facts.get(id))
    };
    let one_thing = |x: &Fact, y: &Fact| {
        let told = shared_end(x, y);
        // 氨氮平均浓度 and 总磷平均浓度 of one sentence share an end as well.
        told >= NAME
            && facts
                .in_sentence(x.place.sentence)
                .filter_map(|id| facts.get(id))
                .all(|other| other.range == x.range || other.role != x.role || shared_end(x, other) < told)
    };
    others(a.place.sentence, first).any(|x| others(b.place.sentence, second).any(|y| differs(x, y) && one_thing(x, y)))
}

/// 高级中学5所，…，专任教师1013人。…幼儿园42所，…，专任教师1061人: whether the sentences of two amounts each begin with how many there are of something else.
fn are_of_two(scope: &Scope, first: usize, second: usize) -> bool {
    let facts = scope.facts;
    let head = |id: usize| {
        let fact = facts.get(id)?;
        let head = facts.get(facts.in_sentence(fact.place.sentence).start).filter(|head| head.label.own)?;
        let counted = head.figure.unit.is_counted() && head.figure.unit.base != fact.figure.unit.base;
        counted.then_some(head)
    };
    let apart = |(a, b): (&Fact, &Fact)| a.figure.unit == b.figure.unit && likeness(&a.label.key, &b.label.key) == 0;
    head(first).zip(head(second)).is_some_and(apart)
}

/// How many characters the names of two facts end with alike.
fn shared_end(x: &Fact, y: &Fact) -> usize {
    x.label.key.chars().rev().zip(y.label.key.chars().rev()).take_while(|(p, q)| p == q).count()
}
