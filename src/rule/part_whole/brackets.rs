//! A07: a bracket behind an amount divides it: 人员380万元（工资300万元、补助80万元）.

use super::row::{exhausts, row};
use super::totals::tells_of_overlap;
use super::{exceeds, is_near, kind_of, relation, sum, within};
use crate::fact::{Fact, Role};
use crate::gather::Gather;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// Words that say that nothing is left out.
const EVERY: [&str; 6] = ["合计", "共计", "总计", "全部", "均为", "分别"];

/// States the sum of every bracket that lists nothing but parts of the amount before it.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for whole in scope.levels(|_| true) {
        let Some(total) = facts.get(whole) else { continue };
        let Some((open, noun)) = opening(scope, total) else { continue };
        let Some(close) = facts.clauses.partner(open).filter(|c| *c > open) else { continue };
        let inside: Vec<usize> = facts
            .pick(whole + 1..facts.list.len(), |_| true)
            .take_while(|id| facts.get(*id).is_some_and(|f| f.range.start < close))
            .gather();
        let part = |f: &Fact| f.is_level() && f.figure.is_plain() && f.is_like(total) && f.place.bracket == Some(open);
        if noun.is_empty() {
            if let [one] = inside.as_slice() {
                same(scope, whole, *one, out);
            }
            verbs(scope, whole, &inside, out);
        }
        let (parts, others): (Vec<usize>, Vec<usize>) = inside.iter().partition(|id| facts.get(**id).is_some_and(part));
        // （购置费90万元，比上年增加3万元；运行费320万元，…）: the items may say how they changed.
        let moves = |f: &Fact| matches!(f.role, Role::Change | Role::Growth | Role::Points);
        // （购置执法车4辆72万元，运行维护286万元）: or how many they are.
        let counts = |id: usize| {
            let next = facts.get(id + 1).filter(|_| parts.contains(&(id + 1)));
            facts.get(id).zip(next).is_some_and(|(f, n)| f.figure.unit.is_whole() && f.place.clause == n.place.clause)
        };
        if parts.len() < 2 || !others.iter().all(|id| counts(*id) || facts.get(*id).is_some_and(moves)) {
            continue;
        }
        let inside = parts;
        let equation = sum(&inside, whole);
        let words = facts.text.words(open + 1..close);
        let more = inside.len() > 2 || !scope.fits(&within(&inside, whole));
        // 采购870万元（货物类132万元、工程类604万元）: less than the whole without a slip leaves room for what is not named.
        let all = exceeds(scope, &inside, whole) || total.left.mentions_any(&EVERY) || words.mentions_any(&EVERY);
        let near = is_near(scope, &inside, whole);
        // 在职105人（行政24人，事业81人）: names that leave nothing out.
        let more = more || exhausts(scope, &inside, whole);
        let told = (near || more) && scope.is_stated_slip(&equation) || near && all;
        // 10个行政村（山区村4个、重点村4个）: behind a noun only names that leave nothing out make a list.
        let list = is_list(scope, &inside, words)
            && !inside.first().is_some_and(|first| tells_of_overlap(scope, total, *first))
            && (noun.is_empty() || exhausts(scope, &inside, whole));
        let further = further(scope, close, total);
        // 45家（行政12家，事业30家），另有企业3家: both readings are open, but for what neither of them can hold.
        let open = !further.is_empty() && !scope.fits(&equation) || leaves_room(scope, &inside);
        let longer = sum(&[inside.as_slice(), &further].concat(), whole);
        if open && scope.fits(&longer) {
            let range = facts.span(&longer.all());
            out.relation(relation("A07", kind_of(scope, whole), longer, range, true));
        } else if scope.fits(&equation) || list && told && (!open || exceeds(scope, &inside, whole)) {
            out.relation(relation("A07", kind_of(scope, whole), equation, total.range.start..close + 1, !open));
        }
    }
}

/// How many characters the noun has at most between what is counted and its bracket.
const NOUN: usize = 8;

/// The bracket behind an amount: right behind it, or behind the noun of what is counted: 62个行政村（平原村41个、山区村21个）.
fn opening<'a>(scope: &'a Scope, total: &Fact) -> Option<(usize, &'a str)> {
    let (text, from) = (&scope.facts.text, total.range.end);
    if text.at(from) == Some('（') {
        return Some((from, ""));
    }
    if !total.figure.unit.is_whole() {
        return None;
    }
    let noun =
        |at: &usize| text.at(*at).is_some_and(|c| !c.is_ascii_punctuation() && !"，。；：、（）\n\t".contains(c));
    let open = (from..).take(NOUN + 1).find(|at| !noun(at)).filter(|at| text.at(*at) == Some('（'))?;
    Some((open, text.words(from..open)))
}

/// 城东4181例（出院3052例，死亡58例），城北480例（出院443例，死亡7例）: whether another bracket of the sentence has the same names and is not all of
/// what it stands behind, without a slip.
fn leaves_room(scope: &Scope, inside: &[usize]) -> bool {
    let facts = scope.facts;
    let Some(first) = inside.first().and_then(|id| facts.get(*id)) else { return false };
    let names = |parts: &[usize]| parts.iter().filter_map(|id| facts.get(*id)).map(|f| f.left.clone()).gather();
    let same = |f: &Fact| f.left == first.left && f.place.bracket.is_some() && f.place.bracket != first.place.bracket;
    let short = |other: usize| {
        let bracket = facts.get(other)?.place.bracket;
        let parts: Vec<usize> = (other..other + inside.len())
            .filter(|id| facts.get(*id).is_some_and(|f| f.place.bracket == bracket))
            .gather();
        let equation = sum(&parts, other.checked_sub(1)?);
        Some(names(&parts) == names(inside) && !scope.fits(&equation) && !scope.is_stated_slip(&equation))
    };
    facts.pick(facts.in_sentence(first.place.sentence), same).any(|other| short(other) == Some(true))
}

/// How many characters behind a bracket the row may begin that goes on.
const NEAR: usize = 16;

/// 45家（…），另有企业3家、协会2家: the row that goes on behind the bracket of an amount.
fn further(scope: &Scope, close: usize, total: &Fact) -> Vec<usize> {
    let facts = scope.facts;
    let first = facts.begin_in(close..close + NEAR).start;
    let like = |f: &Fact| f.is_level() && f.is_like(total) && f.place.depth == total.place.depth;
    let near = |f: &Fact| f.place.segment == total.place.segment && f.left.starts_with("另有");
    if facts.get(first).is_some_and(|f| like(f) && near(f)) { row(scope, first) } else { Vec::new() }
}

/// 修路资金1042万元（中央资金1042万元）: a bracket that names where all of the amount comes from.
fn same(scope: &Scope, whole: usize, one: usize, out: &mut Sink) {
    let facts = scope.facts;
    let (Some(total), Some(part)) = (facts.get(whole), facts.get(one)) else { return };
    let named = part.is_level() && part.is_like(total) && part.figure.is_plain() && part.label.own && !part.is_zero();
    let equation = sum(&[one], whole);
    if named && !out.computes_sum(whole) && scope.exact(&equation) {
        out.relation(relation("A07", kind_of(scope, whole), equation, total.range.start..part.range.end, true));
    }
}

/// 任务4万亩（新建2.6万亩、改造提升1.4万亩）: verbs of what was to be done read like changes, and the figures say that they are the parts.
fn verbs(scope: &Scope, whole: usize, inside: &[usize], out: &mut Sink) {
    let facts = scope.facts;
    let Some(total) = facts.get(whole) else { return };
    let part = |f: &Fact| {
        let own = f.is_like(total) && f.figure.is_plain() && f.place.bracket == Some(total.range.end);
        own && (f.is_level() || f.role == Role::Change && f.phrase.is_empty() && !f.left.contains(['较', '比']))
    };
    let all = inside.len() > 1 && inside.iter().all(|id| facts.get(*id).is_some_and(part));
    let changes = inside.iter().any(|id| facts.get(*id).is_some_and(|f| f.role == Role::Change));
    let equation = sum(inside, whole);
    if all && changes && scope.exact(&equation) {
        let range = facts.span(&equation.all());
        out.relation(relation("A07", kind_of(scope, whole), equation, range, true));
    }
}

/// Whether a bracket holds a name and an amount, a name and an amount, and nothing else.
fn is_list(scope: &Scope, parts: &[usize], words: &str) -> bool {
    let other = ["其中", "其余", "剩余", "含", "包括", "主要", "等", "另", "年", "月", "约", "聘", "编外"];
    let named = |f: &Fact| f.label.own && f.right.is_empty() && f.left.chars().count() >= 2;
    // 收回18万元，结转下年23万元 tells no time, and 甲5个、丙等其他单位4个 leaves nothing out.
    let words = ["下年", "等其他", "等其它"].iter().fold(words.to_owned(), |words, whole| words.replace(whole, ""));
    !words.mentions_any(&other) && parts.iter().all(|id| scope.facts.get(*id).is_some_and(named))
}
