//! Two years side by side: 总收入31.5亿元，上年为38.9亿元。甲29.8亿元，上年为35.6亿元。乙1.7亿元，上年为3.3亿元; budget and outturn as well.
//!
//! Nothing in the words says that these are all of the parts, but where the amounts of one year add up, those of the other should.

use super::{kind_of, relation, sum};
use crate::fact::{Fact, Measure, Role};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::Equation;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How many sentences after the whole its parts may begin.
const REACH: usize = 3;

/// How many paragraphs the items of an account stand behind its head at most.
const ITEMS: usize = 40;

/// A sentence's amount of this year and its amount of the year before.
type Pair = [usize; 2];

/// States the sums of both years where one holds and at most a slip keeps the other from holding.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    // A year that adds up to the last digits speaks for the other; one that does so roughly only where a slip explains the gap.
    let spoken = |one: &Equation, other: &Equation| scope.fits(one) || scope.is_stated_slip(other);
    for paragraph in 0..facts.text.paragraphs().len() {
        account(scope, paragraph, out);
        let mut sentences: Vec<usize> =
            facts.in_paragraph(paragraph).filter_map(|id| facts.get(id)).map(|f| f.place.sentence).gather();
        sentences.dedup();
        for sentence in &sentences {
            if let [whole, run @ ..] = planned(scope, *sentence).as_slice()
                && run.len() > 1
            {
                both(scope, *whole, run, |_, other| scope.is_stated_slip(other), out);
            }
        }
        let pairs: Vec<Pair> = sentences.into_iter().filter_map(|s| pair(scope, s)).gather();
        for from in 1..pairs.len() {
            for run in [2, 3, 4].into_iter().filter_map(|parts| pairs.get(from..from + parts)) {
                let before = pairs.get(from.saturating_sub(REACH)..from).unwrap_or_default();
                before.iter().rev().for_each(|whole| both(scope, *whole, run, spoken, out));
            }
        }
    }
}

/// 支出1254万元，完成年初预算1195万元的105%。↵1.甲。年初预算910万元，支出决算968万元。↵2.…: the numbered items of an account, each with its budget
/// and its outturn.
fn account(scope: &Scope, head: usize, out: &mut Sink) {
    let text = &scope.facts.text;
    let marker = |at: usize| text.paragraphs().get(at).and_then(|p| p.marker);
    let words = |at: usize| text.paragraphs().get(at).map_or("", |p| text.words(p.range.clone()));
    let Some(items) = marker(head + 1).map(|m| m.level) else { return };
    if marker(head).is_some_and(|top| top.level >= items) {
        return;
    }
    // 主要项目执行情况：↵1.…: the items are not all of them; nor where 其余 goes on behind them.
    let announced = words(head).rsplit(['，', '。', '；']).find(|clause| !clause.trim().is_empty()).unwrap_or_default();
    let some = announced.mentions_any(&["主要", "重点"]) && !announced.contains("原因");
    if some {
        return;
    }
    let Some(whole) = measured(scope, head).filter(|pair| !pair.iter().any(|id| out.computes_sum(*id))) else { return };
    let mut run: Vec<Pair> = Vec::new();
    let mut open = false;
    for at in head + 1..head + 1 + ITEMS {
        match marker(at) {
            Some(m) if m.level == items && m.ordinal as usize == run.len() + 1 => match measured(scope, at) {
                Some(pair) => run.push(pair),
                None => return,
            },
            Some(m) if m.level <= items => break,
            // 其余支出为年中追加的资金, 年中追加支出100万元: a paragraph without a number may tell of more.
            None => open |= words(at).mentions_any(&["其余", "其他", "另", "剩余", "追加"]),
            Some(_) => {}
        }
    }
    if run.len() >= 2 {
        both(scope, whole, &run, |_, other| !open && scope.is_stated_slip(other), out);
    }
}

/// The outturn that a paragraph begins with, and its budget at the opening of the year.
fn measured(scope: &Scope, paragraph: usize) -> Option<Pair> {
    let facts = scope.facts;
    let amount = |f: &Fact| {
        (f.is_level() || f.role == Role::Base)
            && f.figure.unit.dimension == Dimension::Money
            && f.figure.is_plain()
            && f.place.depth == 0
    };
    let [a, b]: [usize; 2] = facts.pick(facts.in_paragraph(paragraph), amount).take(2).gather().try_into().ok()?;
    let is_budget = |id: &usize| facts.get(*id).is_some_and(|f| f.measure == Measure::InitialBudget);
    let spent = |id: &usize| {
        facts.get(*id).is_some_and(|f| f.is_level() && matches!(f.measure, Measure::Outturn | Measure::Unstated))
    };
    [[a, b], [b, a]].into_iter().find(|[a, b]| spent(a) && is_budget(b))
}

/// 采购计划2621万元，实际2469万元，…：货物计划96万元、实际90万元；工程计划…: what was to be spent and what was, side by side, of all and of each item.
fn planned(scope: &Scope, sentence: usize) -> Vec<Pair> {
    let facts = scope.facts;
    let told = |id: &usize| {
        let (Some(plan), Some(done)) = (facts.get(*id), facts.get(id + 1)) else { return false };
        let level =
            |f: &Fact| f.is_level() && f.figure.is_plain() && f.place.depth == 0 && f.place.sentence == sentence;
        let due = plan.measure.is_budget() || plan.measure == Measure::Plan;
        let money = || plan.figure.unit.dimension == Dimension::Money && plan.is_like(done);
        let bare = || ["实际", "实际支出", "实际完成", "支出", "决算", "完成"].contains(&done.left.as_str());
        due && level(plan) && level(done) && money() && bare()
    };
    // Of all and of two items at least.
    let own = Some(facts.in_sentence(sentence)).filter(|own| own.len() > 3).unwrap_or_default();
    own.filter(told).map(|id| [id, id + 1]).gather()
}

/// The one amount of a sentence for this year and the one for the year before.
fn pair(scope: &Scope, sentence: usize) -> Option<Pair> {
    let facts = scope.facts;
    let level = |f: &Fact| {
        f.role == Role::Level
            && f.figure.unit.dimension == Dimension::Money
            && f.figure.is_plain()
            && !f.is_zero()
            && f.place.depth == 0
    };
    let mut levels = facts.pick(facts.in_sentence(sentence), level);
    let (now, past) = (levels.next()?, levels.next()?);
    let is_past = |id: usize| facts.get(id).is_some_and(|f| f.period.is_past(facts.year));
    (levels.next().is_none() && !is_past(now) && is_past(past)).then_some([now, past])
}

fn both(scope: &Scope, whole: Pair, run: &[Pair], tells: impl Fn(&Equation, &Equation) -> bool, out: &mut Sink) {
    let facts = scope.facts;
    let years = [0, 1].map(|year| {
        let of = |pair: &Pair| pair.get(year).copied().unwrap_or_default();
        sum(&run.iter().map(of).gather(), of(&whole))
    });
    let [now, past] = &years;
    let digits: u32 = now.all().iter().filter_map(|id| facts.get(*id)).map(|f| f.figure.digits()).sum();
    let holds = |equation: &Equation| scope.fits(equation) || scope.is_coarse(equation);
    let speaks = |one: &Equation, other: &Equation| {
        let free = || !other.all().iter().any(|id| out.added_up(*id).next().is_some());
        holds(one) && (holds(other) || free() && tells(one, other))
    };
    if digits < 8 || !speaks(now, past) && !speaks(past, now) {
        return;
    }
    for (equation, pair) in years.into_iter().zip(whole) {
        let range = facts.span(&equation.all());
        let sure = scope.fits(&equation);
        out.relation(relation("A10", kind_of(scope, pair), equation, range, sure));
    }
}
