//! A18: totals that name what they take together, of amounts stated before: 甲及乙共30.5万元, 满意与基本满意合计264份, 前两项合计576份, 国省道合计1148公里.

use super::items::said_number;
use super::totals::row_before;
use super::{RULE, kind_of, relation, sum};
use crate::fact::{Fact, Measure, normalize};
use crate::gather::Gather;
use crate::relation::Reason;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// What the name of an amount of money ends with.
const TAILS: [&str; 8] = ["经费", "资金", "支出", "收入", "费", "款", "补助", "专项"];

/// Words that say that what they name is added up.
pub(super) const TOTALS: [&str; 5] = ["共计", "合计", "总计", "之和", "共"];

/// The best of several grades, behind which lists fall; others rise: 大专、本科、研究生.
const BEST: [&str; 6] = ["非常满意", "很满意", "十分满意", "特别满意", "优秀", "优"];

/// Words around the name of a part that are none of it.
const AROUND: [&str; 4] = ["其中", "表示", "评价为", "选择"];

/// How many amounts of an item are asked for its outturn.
const NEAR: usize = 20;

/// States every total of amounts that it names.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for id in scope.levels(|f| f.place.depth == 0) {
        let Some(fact) = facts.get(id).filter(|_| !out.computes(id)) else { continue };
        let Some(head) = head(fact) else { continue };
        if let Some(parts) = listed(scope, id, &head) {
            let equation = sum(&parts, id);
            if scope.fits(&equation) || !is_of_other(scope, fact) && scope.is_stated_slip(&equation) {
                let range = facts.span(&equation.all());
                out.relation(relation("A18", kind_of(scope, id), equation, range, true));
            } else {
                let all = [&[id], parts.as_slice()].concat();
                out.unchecked(RULE.name, "A18", fact.range.clone(), all, Reason::Ambiguous);
            }
            continue;
        }
        let names = split(&head);
        let counted = fact.figure.unit.is_whole();
        let named = |n: &&str| {
            let length = n.chars().count();
            counted && length >= 2 || length >= 3 && n.ends_with_any(&TAILS)
        };
        if names.len() < 2 || !names.iter().all(named) {
            continue;
        }
        let parts: Option<Vec<usize>> = names.iter().map(|name| stated(scope, name, id)).gather_all();
        match parts {
            Some(parts) => {
                let range = fact.range.clone();
                out.relation(relation("A18", kind_of(scope, id), sum(&parts, id), range, true));
            }
            None if counted => {}
            None => out.unchecked(RULE.name, "A18", fact.range.clone(), vec![id], Reason::NoBase),
        }
    }
}

/// 结余中，中央和省级共73万元: whether the clause before a total says that it is told of something else.
fn is_of_other(scope: &Scope, total: &Fact) -> bool {
    let before = total.place.clause.checked_sub(1).and_then(|clause| scope.facts.clauses.clauses().get(clause));
    let words = before.map_or("", |clause| scope.facts.text.words(clause.clone()));
    let bare = before.is_some_and(|clause| scope.facts.begin_in(clause.clone()).is_empty());
    bare && (words.starts_with("其中") || words.ends_with_any(&["中，", "里，", "的，", "后，"]))
}

/// Whether a total takes together some of the amounts before it, by their names or their order.
pub(super) fn is_of_some(scope: &Scope, id: usize) -> bool {
    let fact = scope.facts.get(id).filter(|f| f.place.depth == 0);
    fact.and_then(head).is_some_and(|head| listed(scope, id, &head).is_some())
}

/// What the words before a total name, without those that say that it is one.
fn head(fact: &Fact) -> Option<String> {
    let words = fact.left.trim_end_matches(['为', '是', '达', '有']);
    if !words.ends_with_any(&TOTALS) {
        return None;
    }
    let head = TOTALS.iter().find_map(|word| words.strip_suffix(word)).filter(|head| !head.is_empty())?;
    Some(head.replace("以及", "及").replace(['“', '”'], ""))
}

fn split(head: &str) -> Vec<&str> {
    head.split(['及', '和', '与', '、']).gather()
}

/// The amounts of the list before a total that its words take together; none where they may mean all of it.
fn listed(scope: &Scope, id: usize, head: &str) -> Option<Vec<usize>> {
    let facts = scope.facts;
    let total = facts.get(id)?;
    let list = list(scope, id);
    let name = |id: &usize| facts.get(*id).map_or(String::new(), |f| own_name(&f.left));
    let parts: Vec<usize> = if let Some(count) = first(head) {
        list.get(..count)?.to_vec()
    } else if let Some(last) = head.strip_suffix("以上") {
        // 非常满意203份、满意232份、不满意41份，满意以上合计435份
        let falls = list.first().is_some_and(|id| BEST.contains(&name(id).as_str()));
        let at = list.iter().position(|id| name(id) == last).filter(|_| falls)?;
        list.get(..=at)?.to_vec()
    } else {
        let shared = shared(head);
        let names = if shared.is_empty() { split(head).into_iter().map(str::to_owned).gather() } else { shared };
        let one = |called: &String| {
            let short = called.chars().count() < 2;
            let by = |test: &dyn Fn(&str) -> bool| list.iter().copied().filter(|id| test(&name(id))).single();
            let exact = by(&|name| name == called.as_str());
            let begins = || by(&|name| name.starts_with(called.as_str()));
            exact.or_else(begins).filter(|_| !short)
        };
        names.iter().map(one).gather_all()?
    };
    let mut apart = parts.clone();
    crate::order::by_key(&mut apart, |id| *id);
    apart.dedup();
    let measured = |id: &usize| facts.get(*id).is_some_and(|f| f.measure == total.measure);
    let some = parts.len() >= 2 && parts.len() < list.len() && apart.len() == parts.len();
    (some && parts.iter().all(measured)).then_some(parts)
}

/// The list before a total: the row right before it, or that of the sentence before where the total opens its own.
fn list(scope: &Scope, id: usize) -> Vec<usize> {
    let facts = scope.facts;
    let Some(total) = facts.get(id) else { return Vec::new() };
    let row = row_before(scope, id);
    if !row.is_empty() || id == 0 {
        return row;
    }
    let like = |f: &Fact| f.is_level() && f.is_like(total) && f.figure.is_plain() && f.place.depth == 0;
    let here = facts.in_sentence(total.place.sentence);
    let of = |sentence: usize| facts.pick(facts.in_sentence(sentence).start..id, like).gather();
    match total.place.sentence.checked_sub(1) {
        Some(before) if here.start == id => of(before),
        _ => of(total.place.sentence),
    }
}

/// The name of a part by the words before it: “基本满意”的, 表示满意的.
fn own_name(words: &str) -> String {
    let words = words.replace(['“', '”'], "");
    let words = words.trim_end_matches(['的', '有', '为', '占']).trim_start_matches(['、', '，', '和', '及', '与']);
    AROUND.iter().find_map(|around| words.strip_prefix(around)).unwrap_or(words).to_owned()
}

/// How many of the list a total takes together from its head: 前两项.
fn first(head: &str) -> Option<usize> {
    let mut letters = head.strip_prefix('前')?.chars();
    let count = said_number(letters.next()?)?;
    let kind = matches!(letters.as_str(), "项" | "类" | "种" | "档" | "者" | "个");
    kind.then_some(count)
}

/// 国省道: the names of two that share their last character.
fn shared(head: &str) -> Vec<String> {
    match head.chars().gather().as_slice() {
        [one, other, last] => [one, other].map(|first| [*first, *last].into_iter().collect()).to_vec(),
        _ => Vec::new(),
    }
}

/// The one amount that was stated of a name before.
pub(super) fn stated(scope: &Scope, name: &str, before: usize) -> Option<usize> {
    let facts = scope.facts;
    let (key, total) = (normalize(name), facts.get(before)?);
    if total.figure.unit.is_whole() {
        // 发放证书137本、证明73份，证书和证明共210件: each in its own unit.
        let one = |f: &Fact| f.is_level() && f.figure.is_plain() && f.figure.unit.is_whole() && f.left.ends_with(name);
        let mut found = facts.pick(facts.in_sentence(total.place.sentence).start..before, one);
        return found.next().filter(|_| found.next().is_none());
    }
    let exact = |id: &usize| facts.get(*id).is_some_and(|f| f.label.own && f.label.key == key && f.is_like(total));
    // 项目支出预算948万元，实际支出906万元，…基本支出与项目支出合计: what was spent of the item, for a budget is no part of it.
    let planned = |id: &usize| facts.get(*id).is_some_and(|f| f.measure.is_budget() && !total.measure.is_budget());
    let mut found: Vec<usize> = facts.levels_named(name, before).into_iter().filter(exact).gather();
    if !found.is_empty() && found.iter().all(planned) {
        let spent = |f: &Fact| f.is_level() && f.figure.is_plain() && f.is_like(total) && f.measure == Measure::Outturn;
        let inherited = facts.of_item(&key).iter().rev().copied().filter(|id| *id < before);
        found.extend(inherited.take(NEAR).filter(|id| facts.get(*id).is_some_and(spent)));
    }
    found.retain(|id| !planned(id));
    let value = facts.base_value(*found.first()?);
    found.iter().all(|id| facts.base_value(*id) == value).then(|| found.first().copied()).flatten()
}
