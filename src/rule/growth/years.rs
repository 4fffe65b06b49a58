//! D07, D11: growth over several years: 三年由100万元增至133.1万元，年均增长10%; 两年累计增长21%.

use super::{RULE, relation};
use crate::fact::{Fact, Role};
use crate::relation::{Equation, Reason, Relation, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// The cue of a rate that speaks of several years: of each of them, or of all together.
pub(super) fn cue(scope: &Scope, rate: &Fact) -> Option<&'static str> {
    let clause = scope.facts.clauses.clauses().get(rate.place.clause)?;
    let words = scope.facts.text.words(clause.start..rate.range.start.max(clause.start));
    let yearly = words.mentions_any(&["年均", "年平均", "每年", "逐年", "复合增长"]);
    let summed = words.mentions_any(&["年累计", "连续", "年间累计"]);
    yearly.then_some("D07").or(summed.then_some("D11"))
}

/// States the growth of all years, or says that it was not checked.
pub(super) fn state(scope: &Scope, id: usize, cue: &'static str, out: &mut Sink) {
    let facts = scope.facts;
    let Some(rate) = facts.get(id) else { return };
    let equation = if cue == "D07" { yearly(scope, id, rate) } else { summed(scope, id, rate) };
    // 生产总值 and 增加值 grow at constant prices, which the amounts of the years are not in (国民经济核算).
    let real = |e: &Equation| {
        let words = |f: usize| facts.get(f).is_some_and(|f| f.left.mentions_any(&["生产总值", "GDP", "增加值"]));
        e.all().into_iter().any(words) && !scope.fits(e)
    };
    let equation = equation.filter(|e| !real(e));
    let Some(equation) = equation else {
        let subject = facts.subject(id);
        return out.unchecked(
            RULE.name,
            cue,
            rate.range.clone(),
            std::iter::once(id).chain(subject).collect(),
            Reason::NoBase,
        );
    };
    let first = equation.all().into_iter().min().and_then(|f| facts.get(f)).unwrap_or(rate);
    // Whether three years are three steps or two is a question of words.
    out.relation(Relation { ..relation(cue, equation, first.range.start..rate.range.end, false) });
}

/// Both ends stand before the rate, and the words say how many years lie between them.
fn yearly(scope: &Scope, id: usize, rate: &Fact) -> Option<Equation> {
    let facts = scope.facts;
    let end = id.checked_sub(1)?;
    let start = end.checked_sub(1)?;
    let (a, b) = (facts.get(start)?, facts.get(end)?);
    let bound = a.role == Role::From
        && b.role == Role::To
        && a.is_like(b)
        && a.figure.is_plain()
        && b.figure.is_plain()
        && rate.figure.unit.base == "%"
        && b.place.segment == rate.place.segment;
    let sentence = facts.clauses.sentences().get(rate.place.sentence)?;
    // 从2015年的20万元上升到2020年的25万元: the ends say themselves how many years lie between.
    let dated =
        year(&a.left).zip(year(&b.left)).and_then(|(from, to)| to.checked_sub(from)).filter(|n| (1..=30).contains(n));
    let told = || years(facts.text.words(sentence.start..rate.range.start));
    let years = dated.or_else(told).filter(|_| bound)?;
    let over = |steps: usize| Equation::Compound {
        start: Some(start),
        rates: vec![Term { fact: id, sign: if rate.direction < 0 { -1 } else { 1 } }; steps],
        end,
    };
    let fewer = over(years.saturating_sub(1));
    Some(if years > 2 && dated.is_none() && scope.fits(&fewer) { fewer } else { over(years) })
}

/// Every year's own rate stands before the rate of all.
fn summed(scope: &Scope, id: usize, rate: &Fact) -> Option<Equation> {
    let facts = scope.facts;
    let sentence = facts.in_sentence(rate.place.sentence).start..id;
    let each: Vec<usize> = sentence.clone().collect();
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
        Equation::Compound { start: None, rates: each.into_iter().map(term).collect(), end: id }
    })
}

/// The calendar year that words end with: 上升到2020年的.
fn year(words: &str) -> Option<usize> {
    let words = words.trim_end_matches('的').strip_suffix('年')?;
    let digits: Vec<char> = words.chars().rev().take_while(char::is_ascii_digit).collect();
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
    let chars: Vec<char> = words.chars().collect();
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
    match found.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}
