//! Amounts of a list whose own words say that they are of something else, 到位3.25亿元，拨付2.86亿元、拨付率88%, or counted twice.

use crate::fact::{Fact, Period, Role};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::{Equation, Term};
use crate::rule::Scope;
use crate::rule::part_whole::exceeds;
use crate::rule::part_whole::row::{is_people, row};
use crate::text::Mention;

/// How many digits of a rate chance hardly makes fit.
const TELLING: u32 = 3;

/// How many amounts make a row that is a list by itself.
const ROW: usize = 3;

/// How many figures back the other amount is looked for.
const REACH: usize = 40;

/// The parts of a list without those that the rate beside them takes from another amount of the paragraph, and without those that a
/// named rate tells of the whole where the list is too much with them: 提案168件，其中会后14件，立案158件，立案率94.05%. What the words give to last
/// year is no part of this one: 其中购置费86万元，上年购置费为54万元. None of a list that says which part has another in it.
pub(super) fn of_whole(scope: &Scope, whole: usize, parts: &[usize]) -> Vec<usize> {
    if parts.iter().any(|part| is_within_another(scope, *part)) {
        return Vec::new();
    }
    if is_yearly(scope, parts) {
        return parts.to_vec();
    }
    let too_much = exceeds(scope, parts, whole);
    let share = |part: usize| scope.facts.get(part + 1).is_some_and(|f| f.role == Role::Share);
    let is_past = |id: usize| scope.facts.get(id).is_some_and(|f| f.period.is_past(scope.facts.year));
    let of_last_year = |part: usize| too_much && is_past(part) && !is_past(whole);
    let mut out = Vec::new();
    for part in parts.iter().copied().filter(|part| !of_last_year(*part)) {
        match told_of(scope, whole, part, too_much) {
            None => out.push(part),
            // 收到820件，立案799件。其中：…；涉及经济290件，占36.3%；…: what is a share of an amount before the list begins another list.
            Some(of) if of != whole && share(part) && out.first().is_some_and(|first| of < *first) => break,
            Some(_) => {}
        }
    }
    out
}

/// 三年累计支出6020万元，其中2021年1797万元，执行率96.6%；2022年2019万元；2023年2204万元: whether the parts are those of one year after the other.
fn is_yearly(scope: &Scope, parts: &[usize]) -> bool {
    let year = |id: &usize| match scope.facts.get(*id).map(|f| f.period) {
        Some(Period::Year(year)) => Some(year),
        _ => None,
    };
    let next = |pair: &[usize]| matches!(pair, [a, b] if year(a).and_then(|y| y.checked_add(1)) == year(b) && year(a).is_some());
    parts.len() >= 3 && parts.windows(2).all(next)
}

/// The amount that the rate beside a part is of, where that is another than the whole, or the rate has a name of its own.
fn told_of(scope: &Scope, whole: usize, part: usize, too_much: bool) -> Option<usize> {
    let facts = scope.facts;
    let rate = part + 1;
    let (own, told) = (facts.get(part)?, facts.get(rate)?);
    let named = told.role == Role::Rate;
    let rated = told.figure.unit.dimension == Dimension::Percent
        && (named || told.role == Role::Share)
        && told.figure.is_plain()
        && told.place.segment == own.place.segment;
    if !rated {
        return None;
    }
    let telling = told.figure.digits() >= TELLING;
    let holds = |of: usize| {
        let (part, whole) = (vec![Term::plus(part)], vec![Term::plus(of)]);
        scope.fits(&Equation::Rate { part, whole, less_one: false, sign: 1, rate })
    };
    if holds(whole) {
        return (named && too_much).then_some(whole);
    }
    let other = |f: &Fact| f.is_level() && f.is_like(own) && f.figure.is_plain() && f.figure.base() > own.figure.base();
    let before = facts.in_paragraph(own.place.paragraph).start.max(part.saturating_sub(REACH))..part;
    facts.pick(before, other).find(|of| telling && holds(*of))
}

/// How many paragraphs above an amount its heading may stand.
const HEADING: usize = 6;

/// 单产367公斤/亩，其中小麦405公斤/亩; 生均支出如下：↵（1）小学9558元，其中农村9246元: an average may be less than that of a part.
pub(super) fn is_average(scope: &Scope, total: &Fact) -> bool {
    let facts = scope.facts;
    let average = |words: &str| words.mentions_any(&["均", "单产", "单位面积", "亩产"]);
    let paragraphs = facts.text.paragraphs();
    let words = |p: usize| paragraphs.get(p).map_or("", |p| facts.text.words(p.range.clone()));
    let above = (total.place.paragraph.saturating_sub(HEADING)..total.place.paragraph).rev().map(words);
    total.figure.unit.base.contains('/')
        || average(&total.left)
        || above.into_iter().find(|w| w.trim_end().ends_with('：')).is_some_and(average)
}

/// Whether an amount is what was gained and lost together: 新增存款30.8亿元.
pub(super) fn is_net(total: &Fact) -> bool {
    total.left.mentions_any(&["新增", "净增", "增加", "净流入", "调增", "调减", "短收", "欠收", "超收"])
}

/// 新增存款30.8亿元，其中中资新增93.2亿元；外资减少62.4亿元: what one part rose by less what the next fell by.
pub(super) fn net_of(scope: &Scope, whole: usize, part: usize) -> Option<Equation> {
    let facts = scope.facts;
    let own = facts.get(part)?;
    let fall = |f: &Fact| {
        f.role == Role::Change && f.direction < 0 && !f.is_of_change() && f.is_like(own) && f.figure.is_plain()
    };
    let sentence = facts.in_sentence(own.place.sentence);
    let equation = |fallen: usize| Equation::Sum {
        parts: vec![Term::plus(part), Term::minus(fallen)],
        whole: vec![Term::plus(whole)],
    };
    facts.pick(part + 1..sentence.end.max(part + 1), fall).map(equation).find(|e| scope.exact(e))
}

/// 其中大专以上学历的有34名，女性有36名: who is counted by what he is like may be counted twice; so may things, 改造后的6个.
pub(super) fn is_counted_twice(scope: &Scope, parts: &[usize], whole: usize) -> bool {
    let Some(total) = scope.facts.get(whole) else { return false };
    let words = |id: &usize| scope.facts.get(*id).map_or("", |f| f.left.as_str());
    let person = |words: &str| is_people(total) && (words.ends_with("的有") || words == "有");
    let thing = |words: &str| total.figure.unit.is_whole() && words.ends_with('的') && !words.ends_with("其中的");
    // 甲村46户、乙村31户、丙村18户，超过县下达的90户: what is told behind the row is none of it.
    let row = parts.first().map(|first| row(scope, *first)).unwrap_or_default();
    let told = if row.len() >= ROW && row.len() < parts.len() { &row } else { parts };
    told.iter().map(words).any(|words| person(words) || thing(words))
        || is_people(total) && is_of_two_traits(scope, told)
}

/// What people are counted by, one row a trait: whoever has one may have another. 正高级职称 and 副高级职称 are of one, and nobody has both.
const COUNTED_BY: [&[&str]; 3] = [&["文化程度", "学历", "学位"], &["职称", "职业资格"], &["党员", "团员"]];

/// 大专文化程度3人，有馆员职称2人: whether the parts are counted by more than one trait.
fn is_of_two_traits(scope: &Scope, parts: &[usize]) -> bool {
    let of = |id: &usize| {
        COUNTED_BY.iter().position(|words| scope.facts.get(*id).is_some_and(|f| f.left.mentions_any(words)))
    };
    let traits: Vec<usize> = parts.iter().filter_map(of).gather();
    traits.windows(2).any(|pair| matches!(pair, [a, b] if a != b))
}

/// How many characters of a bracket are read that says where else an amount is counted.
const ASIDE: usize = 16;

/// 下沉村级办理8项（均已含在乡镇19项之内）: whether the bracket behind a part says that another part has it already.
fn is_within_another(scope: &Scope, part: usize) -> bool {
    let Some(end) = scope.facts.get(part).map(|f| f.range.end) else { return false };
    let Some(behind) = scope.facts.text.from(end).strip_prefix('（') else { return false };
    let said: String = behind.chars().take(ASIDE).take_while(|c| *c != '）').collect();
    said.mentions_any(&["含在", "计入", "已含", "重复"])
}

/// Whether an amount has no such part: an average, what is left of two sides, points taken off, of which those that were got are none.
pub(super) fn is_of_another(scope: &Scope, total: &Fact, part: usize) -> bool {
    let deducted = |f: &Fact| f.figure.unit.base == "分" && f.left.contains('扣');
    let got = scope.facts.get(part).is_some_and(|f| deducted(f) != deducted(total));
    got || is_average(scope, total) || is_net(total)
}
