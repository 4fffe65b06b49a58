//! D07, D11: growth over several years: 三年由100万元增至133.1万元，年均增长10%; 两年累计增长21%.

mod dated;

use super::{RULE, relation};
use crate::fact::{Fact, Role};
use crate::gather::Gather;
use crate::number::Decimal;
use crate::relation::{Equation, Reason, Relation, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// What grows at constant prices, which the amounts of the years are not in.
const REAL: [&str; 3] = ["生产总值", "GDP", "增加值"];

/// How many years lie between two censuses of the population (人口普查).
const CENSUS: usize = 10;

/// How many figures back from the rate of each year the end of the movement stands at most.
const BETWEEN: usize = 3;

/// How many characters the words of a rate have that are nothing but its verb.
const BARE: usize = 4;

/// The five-year plans with the year before each.
const PLANS: [(&str, usize); 3] = [("十三五", 2015), ("十四五", 2020), ("十五五", 2025)];

/// The cue of a rate that speaks of several years: of each of them, or of all together.
pub(super) fn cue(scope: &Scope, rate: &Fact) -> Option<&'static str> {
    let clause = scope.facts.clauses.clauses().get(rate.place.clause)?;
    let words = scope.facts.text.words(clause.start..rate.range.start.max(clause.start));
    let yearly = words.mentions_any(&["年均", "年平均", "每年", "逐年", "复合增长", "按年"]);
    let summed = words.mentions_any(&["年累计", "连续", "年间累计"]);
    yearly.then_some("D07").or(summed.then_some("D11"))
}

/// States the growth of all years, or says that it was not checked.
pub(super) fn state(scope: &Scope, id: usize, cue: &'static str, out: &mut Sink) {
    let facts = scope.facts;
    let Some(rate) = facts.get(id) else { return };
    let equation = if cue == "D07" {
        yearly(scope, id, rate).or_else(|| dated::equation(scope, id, rate))
    } else {
        summed(scope, id, rate)
    };
    // 生产总值 and 增加值 grow at constant prices, which the amounts of the years are not in (国民经济核算).
    let real = |e: &Equation| {
        let words = |f: usize| facts.get(f).is_some_and(|f| f.left.mentions_any(&REAL));
        e.all().into_iter().any(words) && !scope.fits(e)
    };
    let equation = equation.filter(|e| !real(e));
    let Some(equation) = equation else {
        let subject = facts.subject(id);
        return out.unchecked(
            RULE.name,
            cue,
            rate.range.clone(),
            std::iter::once(id).chain(subject).gather(),
            Reason::NoBase,
        );
    };
    let first = equation.all().into_iter().min().and_then(|f| facts.get(f)).unwrap_or(rate);
    // Whether three years are three steps or two is a question of words.
    out.relation(Relation { ..relation(cue, equation, first.range.start..rate.range.end, false) });
}

/// 由2021年的1240户增加到2024年的1587户，三年累计增长28%; 由1284元降至172元，每盒便宜1112元，降幅86.6%: what all years made of both ends, or a rate of
/// them behind the step between; false where the words say something else.
pub(super) fn of_ends(scope: &Scope, id: usize, out: &mut Sink) -> bool {
    let facts = scope.facts;
    let Some(rate) = facts.get(id).filter(|f| f.phrase.is_empty() && f.direction != 0) else { return false };
    let Some((from, to)) = moved(scope, id, rate) else { return false };
    let (part, whole) = (vec![Term::plus(to)], vec![Term::plus(from)]);
    let equation = Equation::Rate { part, whole, less_one: true, sign: rate.direction, rate: id };
    let sentence = facts.clauses.sentences().get(rate.place.sentence).map_or(rate.range.start, |s| s.start);
    let words = facts.text.words(sentence..rate.range.start);
    let fits = scope.fits(&equation);
    // 注册资本三年累计增长: what has a name of its own is none of what stands before.
    let time = |head: &str| head.is_empty() || head.contains('年') && head.chars().count() <= BARE;
    let summed = rate.left.split_once("累计").is_some_and(|(head, _)| time(head));
    let behind_step = to + 2 == id && rate.left.chars().count() <= BARE && (fits || is_step(scope, (from, to), to + 1));
    // 生产总值 grows at constant prices.
    let meant = (summed || behind_step) && cue(scope, rate) != Some("D07") && (fits || !words.mentions_any(&REAL));
    if meant {
        let range = facts.span(&equation.all());
        out.relation(relation(if summed { "D11" } else { "D01" }, equation, range, true));
    }
    meant
}

/// Whether an amount is just what lies between two others.
fn is_step(scope: &Scope, (from, to): (usize, usize), step: usize) -> bool {
    let like = scope.facts.get(to).zip(scope.facts.get(step)).is_some_and(|(a, b)| a.is_like(b));
    like && (scope.adds_up(&[from, step], to) || scope.adds_up(&[to, step], from))
}

/// Both ends stand before the rate, and the words say how many years lie between them; else the growth of all years does.
fn yearly(scope: &Scope, id: usize, rate: &Fact) -> Option<Equation> {
    let facts = scope.facts;
    let Some((start, end)) = moved(scope, id, rate) else { return of_all(scope, id, rate) };
    let (a, b) = (facts.get(start)?, facts.get(end)?);
    // 从2015年的20万元上升到2020年的25万元: the ends say themselves how many years lie between.
    let dated =
        year(&a.left).zip(year(&b.left)).and_then(|(from, to)| to.checked_sub(from)).filter(|n| (1..=30).contains(n));
    let over = |steps: usize| Equation::Compound { start: Some(start), rates: each(id, rate, steps), end };
    let spanned = || dated::span(scope, id, |steps| scope.fits(&over(steps)));
    let years = dated.or_else(|| told(scope, id, rate)).or_else(spanned)?;
    let fewer = over(years.saturating_sub(1));
    Some(if years > 2 && dated.is_none() && scope.fits(&fewer) { fewer } else { over(years) })
}

fn each(id: usize, rate: &Fact, steps: usize) -> Vec<Term> {
    vec![Term { fact: id, sign: if rate.direction < 0 { -1 } else { 1 } }; steps]
}

/// The number of years that the sentence gives before a rate.
fn told(scope: &Scope, id: usize, rate: &Fact) -> Option<usize> {
    let sentence = scope.facts.clauses.sentences().get(rate.place.sentence)?;
    years(scope.facts.text.words(sentence.start..scope.facts.get(id)?.range.start))
}

/// The ends of a movement before a rate. 由2021年的37.5亿元，增加到2025年的47.5亿元，五年累计完成203.6亿元: a mark may stand before the verb, and what
/// all years came to behind the ends.
fn moved(scope: &Scope, id: usize, rate: &Fact) -> Option<(usize, usize)> {
    let facts = scope.facts;
    // 由…增加到…，四年间增加64亿元，增长1.56倍，年均增长26.6%: what all years made of it may be told between.
    let segment = facts.get(id)?.place.segment;
    let between = |f: &Fact| matches!(f.role, Role::Change | Role::Growth) && f.place.segment == segment;
    let step = |at: usize| at >= 2 && at + 1 == id && is_step(scope, (at - 2, at - 1), at);
    let last = (0..id).rev().take(BETWEEN).find(|other| !facts.get(*other).is_some_and(between) && !step(*other))?;
    let summed = facts.get(last).is_some_and(|f| f.is_level() && f.left.mentions("累计"));
    let end = if summed { last.checked_sub(1)? } else { last };
    let start = end.checked_sub(1)?;
    let (a, b) = (facts.get(start)?, facts.get(end)?);
    let begun = a.is_level() && a.left.contains(['由', '从']) && year(&a.left).is_some();
    let from = a.role == Role::From || begun && a.place.clause + 1 == b.place.clause;
    let plain = a.is_like(b) && a.figure.is_plain() && b.figure.is_plain() && rate.figure.unit.base == "%";
    let moved = from && b.role == Role::To && plain && b.place.segment == rate.place.segment;
    moved.then_some((start, end))
}

/// 2025年达到60.2亿元，较2020年增长33.3%，年均增长5.9%: the rate of each year against that of all, right before it.
fn of_all(scope: &Scope, id: usize, rate: &Fact) -> Option<Equation> {
    let facts = scope.facts;
    let total = id.checked_sub(1)?;
    let all = facts.get(total).filter(|f| f.role == Role::Growth && f.figure.is_plain())?;
    // 下降18.6%，年平均增长率为-2.04%
    let falls = |f: &Fact| (f.direction < 0) != (f.figure.value < Decimal::ZERO);
    let alike = all.figure.unit.base == "%" && rate.figure.unit.base == "%" && falls(all) == falls(rate);
    let beside = all.place.clause + 1 == rate.place.clause && all.place.segment == rate.place.segment;
    let from = all.phrase.split_once('年').map_or(all.phrase.as_str(), |(digits, _)| digits).parse::<usize>().ok();
    let clause = facts.clauses.sentences().get(rate.place.sentence)?.start..all.range.start;
    // The only other year of the sentence is the last one.
    let words = facts.text.words(clause);
    let named = |at: usize| year(words.get(..at + '年'.len_utf8())?);
    let others: crate::gather::SortedSet<usize> =
        words.match_indices('年').filter_map(|(at, _)| named(at)).filter(|y| Some(*y) != from).gather_set();
    let over = |steps: usize| Equation::Compound { start: None, rates: each(id, rate, steps), end: total };
    let to = others.first().copied().filter(|_| others.len() == 1);
    // “十四五”期间，…，较2020年增长: all five years, or those that have passed.
    let planned = PLANS.iter().any(|(plan, base)| words.mentions(plan) && Some(*base) == from && others.is_empty());
    let passed = || (2..=5).rev().find(|n| scope.fits(&over(*n))).unwrap_or(5);
    // 十年间减少8.6%，年均减少0.9%; 与上次人口普查相比减少8.6%: a census is taken every ten years. Whether three years are three steps, and
    // whether what is called the yearly growth is compound, only the figures say.
    let told = || {
        let years = told(scope, id, rate).or_else(|| words.mentions("普查").then_some(CENSUS))?;
        [years, years.saturating_sub(1)].into_iter().find(|n| *n >= 2 && scope.fits(&over(*n)))
    };
    let dated = to.zip(from).and_then(|(to, from)| to.checked_sub(from));
    let steps = dated.or_else(|| planned.then(passed)).or_else(told);
    let equation = over(steps.filter(|n| (2..=30).contains(n) && alike && beside)?);
    (!words.mentions_any(&REAL) || scope.fits(&equation)).then_some(equation)
}

/// Every year's own rate stands before the rate of all.
fn summed(scope: &Scope, id: usize, rate: &Fact) -> Option<Equation> {
    let facts = scope.facts;
    let sentence = facts.in_sentence(rate.place.sentence).start..id;
    let each: Vec<usize> = sentence.clone().gather();
    let own = |f: &Fact| {
        f.role == Role::Growth && f.figure.is_plain() && f.figure.unit == rate.figure.unit && f.left.contains('年')
    };
    let words = facts.text.words(facts.clauses.sentences().get(rate.place.sentence)?.start..rate.range.start);
    let complete = each.len() >= 2
        && facts.pick(sentence, own).count() == each.len()
        && years(words) == Some(each.len())
        && rate.figure.unit.base == "%"
        && rate.direction > 0;
    complete.then(|| {
        let term =
            |f: usize| Term { fact: f, sign: if facts.get(f).is_some_and(|f| f.direction < 0) { -1 } else { 1 } };
        Equation::Compound { start: None, rates: each.into_iter().map(term).gather(), end: id }
    })
}

/// The calendar year that words end with: 上升到2020年的.
fn year(words: &str) -> Option<usize> {
    digits(words.trim_end_matches('的').strip_suffix('年')?)
}

/// The four digits that words end with.
fn digits(words: &str) -> Option<usize> {
    let digits: Vec<char> = words.chars().rev().take_while(char::is_ascii_digit).gather();
    (digits.len() == 4).then(|| digits.into_iter().rev().collect::<String>().parse().ok()).flatten()
}

/// The one number of years that the words give: 三年, 5年间; a calendar year is none.
fn years(words: &str) -> Option<usize> {
    const NUMERALS: [(char, usize); 18] = [
        ('两', 2),
        ('二', 2),
        ('三', 3),
        ('四', 4),
        ('五', 5),
        ('六', 6),
        ('七', 7),
        ('八', 8),
        ('九', 9),
        ('十', 10),
        ('2', 2),
        ('3', 3),
        ('4', 4),
        ('5', 5),
        ('6', 6),
        ('7', 7),
        ('8', 8),
        ('9', 9),
    ];
    let chars: Vec<char> = words.chars().gather();
    let numeral = |c: &char| NUMERALS.iter().find(|(n, _)| n == c).map(|(_, v)| *v);
    let mut found: Vec<usize> = Vec::new();
    for at in 1..chars.len() {
        let lone = at < 2
            || chars
                .get(at - 2)
                .is_none_or(|c| numeral(c).is_none() && !matches!(c, '0' | '1' | '〇' | '第' | '一' | '百'));
        if chars.get(at) == Some(&'年')
            && lone
            && let Some(count) = chars.get(at - 1).and_then(numeral)
        {
            found.push(count);
        }
    }
    found.dedup();
    match found.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}
