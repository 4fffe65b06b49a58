//! I10: what stands beside an amount that is said again: 收入3618万元，比上年增加214万元.

use super::{is_misprint, relation};
use crate::fact::{Fact, Period, Role, agree};
use crate::gather::Gather;
use crate::relation::Equation;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How many figures behind an amount are its companions.
const BESIDE: usize = 3;

/// States that figures with the same words behind the same amount are the same.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    parallel(scope, out);
    heads(scope, out);
    let pairs: Vec<(usize, usize)> = out.stated_by(super::RULE.name).filter_map(|r| again(&r.equation)).gather();
    for (first, second) in pairs {
        wholes(scope, first, second, out);
        let (ours, theirs) = (beside(scope, first), beside(scope, second));
        if !is_one_name(scope, first, second) && is_another(scope, &ours, &theirs) {
            continue;
        }
        for x in ours {
            if let Some(y) = theirs.iter().copied().find(|y| same_words(scope, x, *y)) {
                compare(scope, (first, second), (x, y), out);
            }
        }
    }
}

/// Whether two amounts have one name.
fn is_one_name(scope: &Scope, first: usize, second: usize) -> bool {
    let names = scope.facts.get(first).zip(scope.facts.get(second));
    names.is_some_and(|(a, b)| a.label.key == b.label.key)
}

/// 支出422.97万元，增加114.81万元，增长37.25%；拨款支出422.97万元，增加115.39万元，增长37.52%: whether no slip makes the changes behind two amounts
/// one, so that these are equal by chance.
fn is_another(scope: &Scope, ours: &[usize], theirs: &[usize]) -> bool {
    let change = |ids: &[usize]| ids.iter().filter_map(|id| scope.facts.get(*id)).find(|f| f.role == Role::Change);
    let (Some(a), Some(b)) = (change(ours), change(theirs)) else { return false };
    a.direction == b.direction
        && a.figure.unit == b.figure.unit
        && a.figure.value != b.figure.value
        && !is_misprint(&a.figure, &b.figure)
}

/// 编报绩效目标的项目26个，涉及金额187.6万元；跟踪评价的项目26个，涉及金额178.6万元: two segments in a row that give a number of
/// things and, in the same words, what they come to; where the one is equal the other is.
fn parallel(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let long = |f: &Fact| f.left.chars().nth(3).is_some();
    let amount = |f: &Fact| f.is_level() && f.figure.is_plain() && long(f);
    for y in facts.pick(1..facts.list.len(), amount) {
        let Some(b) = facts.get(y) else { continue };
        let before = facts.in_sentence(b.place.sentence).start..y;
        let same = |f: &Fact| {
            f.place.segment + 1 == b.place.segment && f.left == b.left && f.figure.unit == b.figure.unit && amount(f)
        };
        let Some((x, a)) = facts.pick(before, same).next().and_then(|x| Some((x, facts.get(x)?))) else { continue };
        let heads = x.checked_sub(1).zip(y.checked_sub(1)).filter(|(p, q)| x < *q && p != q);
        let Some((first, second)) = heads.filter(|(p, q)| is_number_of(scope, *p, a) && is_number_of(scope, *q, b))
        else {
            continue;
        };
        let equal = |p: usize, q: usize| facts.base_value(p) == facts.base_value(q);
        if equal(first, second) && (equal(x, y) || a.figure.digits() >= 4 && is_misprint(&a.figure, &b.figure)) {
            let from = facts.get(first).map_or(a.range.start, |f| f.range.start);
            out.relation(relation("I10", x, y, a.range.start..b.range.end, false));
            if facts
                .get(first)
                .zip(facts.get(second))
                .is_some_and(|(p, q)| p.left.ends_with("项目") && q.left.ends_with("项目"))
            {
                out.relation(relation("I10", first, second, from..b.range.end, false));
            }
        }
    }
}

/// Whether a figure is a number of things right before an amount, in its segment.
fn is_number_of(scope: &Scope, number: usize, amount: &Fact) -> bool {
    scope.facts.get(number).is_some_and(|f| {
        f.is_level() && f.figure.unit.is_whole() && f.figure.is_plain() && f.place.segment == amount.place.segment
    })
}

/// The two amounts that an equation says are one.
fn again(equation: &Equation) -> Option<(usize, usize)> {
    match equation {
        Equation::Sum { parts, whole } => match (parts.as_slice(), whole.as_slice()) {
            ([first], [second]) => Some((first.fact, second.fact)),
            _ => None,
        },
        _ => None,
    }
}

/// 财政拨款支出3618万元，比上年增加214万元。一般公共预算支出3168万元，比上年增加214万元: equal changes in the same words speak for equal
/// amounts before them, where those have the same digits.
fn heads(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let change = |f: &Fact| f.role == Role::Change && f.figure.is_plain() && f.figure.digits() >= 3;
    for y in facts.pick(1..facts.list.len(), change) {
        let Some(x) = facts.pick(1..y, change).next_back().filter(|x| same_words(scope, *x, y)) else { continue };
        let (Some(a), Some(b)) = (facts.get(x - 1), facts.get(y - 1)) else { continue };
        let levels = [a, b].iter().all(|f| f.is_level() && f.figure.is_plain() && f.figure.digits() >= 4);
        let near = a.place.paragraph == b.place.paragraph && a.figure.unit == b.figure.unit && x < y - 1;
        let misprint = a.figure.value != b.figure.value && is_misprint(&a.figure, &b.figure);
        if levels && near && misprint && facts.base_value(x) == facts.base_value(y) {
            out.relation(relation("I10", x - 1, y - 1, a.range.start..b.range.end, false));
        }
    }
}

/// 处分1.89万人，其中厅局级干部42人。…处分1.98万人，其中…厅局级干部42人: the same part speaks for the same whole under one name, where those are a
/// slip apart.
fn wholes(scope: &Scope, x: usize, y: usize, out: &mut Sink) {
    let facts = scope.facts;
    let named = |id: usize| facts.get(id).is_some_and(|f| f.label.own && f.label.words.chars().count() >= PART);
    let same = |a: &Fact, b: &Fact| {
        let name = a.label.own && b.label.own && a.label.words == b.label.words;
        name && a.figure.unit == b.figure.unit && a.measure == b.measure && a.period.is_same(b.period, facts.year)
    };
    let pairs = out.wholes_of(x).flat_map(|a| out.wholes_of(y).map(move |b| (a, b)));
    let apart = |(a, b): &(usize, usize)| {
        let (Some(one), Some(other)) = (facts.get(*a), facts.get(*b)) else { return false };
        let misprint = one.figure.value != other.figure.value && is_misprint(&one.figure, &other.figure);
        misprint && same(one, other) && one.figure.digits() >= 3 && one.place.sentence != other.place.sentence
    };
    let found = pairs.into_iter().find(|pair| named(x) && named(y) && apart(pair));
    if let Some((a, b)) = found {
        out.relation(relation("I10", a, b, facts.span(&[a, b]), false));
    }
}

/// How many characters make the name of a part that no other list has by chance.
const PART: usize = 4;

/// The figures behind an amount in its part of the sentence.
fn beside(scope: &Scope, id: usize) -> Vec<usize> {
    let Some(fact) = scope.facts.get(id) else { return Vec::new() };
    let near = |f: &Fact| f.place.segment == fact.place.segment && f.place.depth == fact.place.depth;
    (id + 1..=id + BESIDE).take_while(|next| scope.facts.get(*next).is_some_and(near)).gather()
}

fn same_words(scope: &Scope, x: usize, y: usize) -> bool {
    let (Some(a), Some(b)) = (scope.facts.get(x), scope.facts.get(y)) else { return false };
    let moved = matches!(a.role, Role::Change | Role::Growth) && a.direction != 0;
    let told = || {
        let words = a.left.replace("同比", "");
        words.chars().count() >= if moved { 2 } else { 4 } && words == b.left.replace("同比", "")
    };
    a.role == b.role
        && (moved || a.is_level())
        && a.figure.unit == b.figure.unit
        && a.figure.is_plain()
        && b.figure.is_plain()
        && told()
}

/// States that the companions are one: where they are, or where a slip of the pen parts them and the amounts are one for sure.
fn compare(scope: &Scope, amounts: (usize, usize), (x, y): (usize, usize), out: &mut Sink) {
    let get = |id: usize| scope.facts.get(id);
    let (Some(a), Some(b), Some(one), Some(other)) = (get(x), get(y), get(amounts.0), get(amounts.1)) else { return };
    let equal = scope.facts.base_value(x) == scope.facts.base_value(y);
    let digits = one.figure.digits();
    let sure = digits >= 5 || digits >= 4 && agree(&one.label.key, &other.label.key);
    let opposed = one.label.key.mentions("收入") != other.label.key.mentions("收入");
    // 以2015年末总股本4.8亿股为基数，每10股派0.3元; 以2016年末…: the amounts are of two years.
    let dated = one.period == other.period || !matches!((one.period, other.period), (Period::Year(_), Period::Year(_)));
    let slip = || sure && !opposed && dated && is_misprint(&a.figure, &b.figure);
    if one.place.sentence != other.place.sentence && !a.is_zero() && (equal || slip()) {
        out.relation(relation("I10", x, y, a.range.start..b.range.end, false));
    }
}
