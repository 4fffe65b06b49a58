//! C06: 与上年2.00万元持平, 比2022年预算执行数持平, 与预留金额一致.

use super::relation;
use crate::catalog::unchanged::UNCHANGED;
use crate::fact::{Bound, Fact, Measure, Role, Wanted};
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Order, Term};
use crate::rule::{Scope, Sink};
use crate::text::{Lexicon, Mention};
use std::sync::LazyLock;

/// What says that two amounts are one.
static SAME: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::of(&UNCHANGED));

/// States both.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for (clause, range) in facts.clauses.clauses().iter().enumerate() {
        let Some((at, ..)) = facts.text.found(&SAME, range.clone()).next() else { continue };
        let words = facts.text.words(range.start..at);
        if words.ends_with("基本") || words.ends_with("大致") {
            continue;
        }
        let Some(phrase) = words.rsplit_once(['比', '与', '同', '较']).map(|(_, p)| p.to_owned()) else { continue };
        // 与上年36万元口径相同, 与上年一样多元: what is the same is no amount.
        let more = facts.text.has(at, "一样多") && facts.text.at(at + 3).is_some_and(|c| !"，。；、）".contains(c));
        if more || phrase.mentions_any(&["口径", "范围", "标准", "方向", "内容", "要求", "政策", "结构"])
        {
            continue;
        }
        let Some(last) = facts.list.partition_point(|f| f.range.end <= at).checked_sub(1) else { continue };
        // ——出国费，预算、决算均为0，与2023年持平: an amount of the paragraph before is another item's.
        let here =
            |f: &&Fact| facts.text.paragraphs().get(f.place.paragraph).is_some_and(|p| p.range.end > range.start);
        let Some(near) = facts.get(last).filter(here) else { continue };
        if near.role == Role::Base && near.place.clause == clause {
            let subject = facts
                .pick(facts.in_sentence(near.place.sentence).start..last, |f| f.is_level() && f.is_like(near))
                .next_back();
            if let Some(subject) = subject {
                equal(scope, subject, last, at, out);
            }
            continue;
        }
        // 与上年相比没有变化 says nothing of an amount that it does not name.
        if facts.text.has(at, "无") || facts.text.has(at, "没有") {
            continue;
        }
        let paragraph = facts.in_paragraph(near.place.paragraph);
        let wanted = Wanted::of(&phrase);
        let answers = |f: &Fact| f.is_level() && wanted.is_met_by(f, facts.year);
        let bases: Vec<usize> = facts.pick(paragraph.start..last + 1, answers).gather();
        if facts.text.has(at, "一致") {
            if Measure::of(&phrase) == Measure::Unstated {
                agreed(scope, last, &phrase, at, out);
            }
            continue;
        }
        let subject = facts
            .pick(paragraph.start..last + 1, |f| f.is_level() && f.place.depth == 0)
            .rev()
            .find(|id| !bases.contains(id));
        if let (Some(subject), Some(base)) = (subject, bases.last().copied()) {
            let near_enough = facts.get(subject).zip(facts.get(base)).is_some_and(|(s, b)| {
                s.is_like(b) && (!b.label.own || b.label.key == s.label.key || s.place.sentence == b.place.sentence)
            });
            if near_enough && facts.base(subject, subject) != Bound::One(subject) {
                equal(scope, subject, base, at, out);
            }
        }
    }
}

/// 预留预算金额395万元，…采购金额395万元，与预留金额一致: the amount that the words name, where it is the one before them.
fn agreed(scope: &Scope, subject: usize, phrase: &str, at: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(own) = facts.get(subject).filter(|f| f.is_level() && f.figure.is_plain()) else { return };
    let near = facts.in_sentence(own.place.sentence.saturating_sub(1)).start..subject;
    let named =
        |f: &Fact| f.is_level() && f.is_like(own) && f.figure.is_plain() && crate::fact::likeness(&f.left, phrase) >= 2;
    if let Some(base) = facts.pick(near, named).next_back().filter(|b| scope.adds_up(&[*b], subject)) {
        equal(scope, subject, base, at, out);
    }
}

fn equal(scope: &Scope, subject: usize, base: usize, at: usize, out: &mut Sink) {
    let from = scope.facts.get(subject.min(base)).map_or(at, |f| f.range.start);
    let equation =
        Equation::Order { left: vec![Term::plus(subject)], order: Order::Equal, right: vec![Term::plus(base)] };
    out.relation(relation("C06", Kind::Equal, equation, from..at + 2, true));
}
