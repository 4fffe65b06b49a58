//! H04, H10: the words that say which of two figures is larger.

use super::{RULE, relation};
use crate::fact::{Fact, Facts, Measure, Role};
use crate::gather::Gather;
use crate::relation::{Order, Reason};
use crate::rule::{Scope, Sink};
use crate::text::{Lexicon, Mention, Range};
use crate::token::clause::index_of;
use std::sync::LazyLock;

/// States both.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for paragraph in facts.text.paragraphs() {
        let mut read = paragraph.range.start;
        for (at, verb) in openings(facts, paragraph.range.clone()) {
            if let Some((order, wanted, end)) = says(facts, verb).filter(|_| at >= read) {
                outturn_against_budget(scope, at, order, wanted, out);
                read = end;
            }
        }
    }
    for sentence in 1..facts.clauses.sentences().len() {
        all_moved(scope, sentence, out);
    }
}

/// What stands before the verb: the outturn, or the end of the clause before where it is not named again: 预算5万元，决算5万元，与预算一致. Where
/// each begins, and where the verb would stand.
fn openings(facts: &Facts, range: Range) -> impl Iterator<Item = (usize, usize)> {
    let (text, start) = (&facts.text, range.start);
    text.slice(range).windows(2).enumerate().filter_map(move |(at, two)| match (two, start + at) {
        (['，', next], at) => VERBS.may_begin(*next).then_some((at + 1, at + 1)),
        (['决', '算'], noun) => {
            let verb = noun + if text.at(noun + 2) == Some('数') { 3 } else { 2 };
            Some((if at >= 2 && text.has(noun - 2, "支出") { noun - 2 } else { noun }, verb))
        }
        _ => None,
    })
}

/// How two figures compare, in words.
static VERBS: LazyLock<Lexicon<Order>> = LazyLock::new(|| {
    Lexicon::new([
        ("没有超过", Order::AtMost),
        ("未超过", Order::AtMost),
        ("不超过", Order::AtMost),
        ("未超出", Order::AtMost),
        ("超出", Order::Greater),
        ("超过", Order::Greater),
        ("小于", Order::Less),
        ("低于", Order::Less),
        ("少于", Order::Less),
        ("大于", Order::Greater),
        ("高于", Order::Greater),
        ("多于", Order::Greater),
        ("等于", Order::Equal),
        ("与", Order::Equal),
        ("同", Order::Equal),
        ("和", Order::Equal),
    ])
});

/// The budgets that an outturn is held against.
static BUDGETS: LazyLock<Lexicon<Measure>> = LazyLock::new(|| {
    Lexicon::new([
        ("年初预算数", Measure::InitialBudget),
        ("年初预算", Measure::InitialBudget),
        ("调整预算数", Measure::AdjustedBudget),
        ("调整预算", Measure::AdjustedBudget),
        ("全年预算数", Measure::AdjustedBudget),
        ("全年预算", Measure::AdjustedBudget),
        ("预算数", Measure::Budget),
        ("预算", Measure::Budget),
    ])
});

/// 小于年初预算数, 与预算数持平 at a position: the order, the budget that is named, where it ends.
fn says(facts: &Facts, verb_at: usize) -> Option<(Order, Measure, usize)> {
    let text = &facts.text;
    let (verb, order) = text.standing(&VERBS, verb_at).next()?;
    let budget_at = verb_at + verb.chars().count();
    let budget_at = budget_at + year_at(facts, budget_at);
    let (budget, wanted) = text.standing(&BUDGETS, budget_at).next()?;
    let end = budget_at + budget.chars().count();
    // 与预算数持平 needs its last word; 基本持平 leaves room.
    let level = ["持平", "一致", "相等", "相同"].iter().any(|w| text.has(end, w));
    let numbered = text.at(end).is_some_and(|c| c.is_ascii_digit());
    let said = !numbered && (verb.chars().count() >= 2 || level);
    said.then_some((order, wanted, end))
}

/// 未超过2021年预算数: how many characters the document's own year takes at a position.
fn year_at(facts: &Facts, at: usize) -> usize {
    let year = facts.text.words(at..at + 4).parse::<i32>().ok();
    match ["年度", "年"].iter().find(|w| facts.text.has(at + 4, w)) {
        Some(word) if year.is_some() && year == facts.year => 4 + word.chars().count(),
        _ => 0,
    }
}

fn outturn_against_budget(scope: &Scope, at: usize, order: Order, wanted: Measure, out: &mut Sink) {
    let facts = scope.facts;
    let sentence = index_of(facts.clauses.sentences(), at);
    let Some(range) = facts.clauses.sentences().get(sentence) else { return };
    let paragraph = facts.text.paragraphs().partition_point(|p| p.range.end <= at);
    let from = facts.in_paragraph(paragraph).start;
    let to = facts.list.partition_point(|f| f.range.end <= at);
    let first = facts.list.partition_point(|f| f.range.end <= range.start).max(from);
    // 预算86万元，决算少3万元: how far the two are apart is neither of them.
    let apart = |f: &Fact| f.left.ends_with(['多', '少', '超']) || f.left.ends_with("超出");
    let level = |f: &Fact| matches!(f.role, Role::Level | Role::Base) && !apart(f);
    let usable = |f: &Fact| level(f) && f.is_amount() && f.figure.is_plain();
    let budgets = |f: &Fact| {
        usable(f)
            && f.measure.is_budget()
            && (wanted == Measure::Budget || f.measure == wanted || f.measure == Measure::Budget)
    };
    let pairs_in = |from: usize| -> Vec<(usize, usize)> {
        let outturns =
            facts.pick(from..to, |f| usable(f) && f.role == Role::Level && f.measure == Measure::Outturn).rev();
        outturns.filter_map(|o| pair(facts, from, o, budgets).map(|b| (o, b))).gather()
    };
    let mut pairs = pairs_in(first);
    if pairs.is_empty() {
        pairs = pairs_in(from);
    }
    let Some((outturn, budget)) = pairs.first().copied() else { return };
    let stated = relation(scope, "H04", outturn, order, budget, "W04");
    if !scope.fits(&stated.equation)
        && pairs.iter().any(|(o, b)| scope.fits(&relation(scope, "H04", *o, order, *b, "W04").equation))
    {
        return out.unchecked(RULE.name, "H04", stated.range, vec![outturn, budget], Reason::Ambiguous);
    }
    out.relation(stated);
}

/// The budget of an outturn: the nearest of like unit before it, else directly behind it.
fn pair(facts: &Facts, from: usize, outturn: usize, budgets: impl Fn(&Fact) -> bool) -> Option<usize> {
    let own = facts.get(outturn)?;
    let like = |f: &Fact| budgets(f) && f.is_like(own) && f.place.depth == own.place.depth;
    let before = facts.pick(from..outturn, like).next_back();
    // Behind a list of parts the budget of the total has its own outturn, further up.
    let taken = before.is_some_and(|b| {
        facts.pick(b + 1..outturn, |f| f.is_level() && f.is_like(own) && f.measure == Measure::Outturn).next().is_some()
    });
    if taken {
        return None;
    }
    before.or_else(|| facts.pick(outturn + 1..facts.in_sentence(own.place.sentence).end, like).next())
}

/// H10: 各项指标均下滑。截至6月末甲率为8.35%，上年末为8.48%；….
fn all_moved(scope: &Scope, sentence: usize, out: &mut Sink) {
    let facts = scope.facts;
    let sentences = facts.clauses.sentences();
    let Some(before) = sentence.checked_sub(1) else { return };
    let announced = facts.text.words(sentences.get(before).cloned().unwrap_or_default());
    let moved = [
        ("全部下降", Order::Less),
        ("全部上升", Order::Greater),
        ("均下滑", Order::Less),
        ("均下降", Order::Less),
        ("均回落", Order::Less),
        ("均上升", Order::Greater),
        ("均提升", Order::Greater),
        ("均提高", Order::Greater),
    ];
    let head = announced.trim_end_matches(['。', '；']);
    let Some((_, order)) = moved.into_iter().find(|(w, _)| head.ends_with(w)) else { return };
    let same_paragraph = facts
        .get(facts.in_sentence(sentence).start)
        .is_some_and(|f| facts.clauses.first_sentence(f.place.paragraph) < sentence);
    let counts = facts.in_sentence(before).all(|id| facts.get(id).is_some_and(|f| f.figure.unit.is_whole()));
    if !same_paragraph || !counts {
        return;
    }
    let ids = facts.in_sentence(sentence);
    for id in ids.start + 1..ids.end {
        let (Some(now), Some(then)) = (facts.get(id - 1), facts.get(id)) else { continue };
        let past =
            then.left.starts_with_any(&["上年末", "上年同期", "上年底", "年初", "期初", "上年", "去年末", "去年同期"]);
        if past
            && now.is_like(then)
            && now.place.segment == then.place.segment
            && now.figure.is_plain()
            && then.figure.is_plain()
        {
            out.relation(relation(scope, "H10", id - 1, order, id, "W04"));
        }
    }
}
