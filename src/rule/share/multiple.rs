//! B07: how many times a base a multiple makes: 是上年1200件的3倍.

use super::{ratio, relation};
use crate::fact::{Fact, Role, agree, normalize};
use crate::gather::Gather;
use crate::relation::Kind;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How many characters name an amount of the paragraph.
const NAME: usize = 4;

/// 是上年1200件的3倍, with the amount that is multiplied in the clause.
pub(super) fn is_multiple(scope: &Scope, id: usize) -> bool {
    let facts = scope.facts;
    let multiple = facts.get(id).filter(|f| f.role == Role::Multiple);
    let base = id.checked_sub(1).and_then(|b| facts.get(b));
    multiple
        .zip(base)
        .is_some_and(|(m, b)| b.role == Role::Base && b.direction == 0 && b.place.clause == m.place.clause)
        || multiple.is_some()
            && (moved(scope, id).is_some() || named(scope, id).is_some() || of_past(scope, id).is_some())
}

/// 评标318场次，上年仅106场次，是上年的3倍; 开行268列，相当于2023年（134列）的2倍: the amount of the time that the words name, right before the multiple, and the
/// only one before that with which it holds.
fn of_past(scope: &Scope, id: usize) -> Option<(usize, usize)> {
    let facts = scope.facts;
    let multiple = facts.get(id).filter(|f| f.role == Role::Multiple && f.figure.is_plain())?;
    let whole = id.checked_sub(1)?;
    let base = facts.get(whole).filter(|f| f.is_level() && f.figure.is_plain())?;
    let phrase = multiple.phrase.as_str();
    let told = base.period.is_past(facts.year)
        && phrase.ends_with('年')
        && base.left.starts_with(phrase)
        && base.place.clause + 1 == multiple.place.clause;
    let enclosed = || facts.between(whole, id) == "）的" && base.left.is_empty() && base.place.depth > 0;
    let own = |f: &Fact| f.is_level() && f.figure.is_plain() && f.is_like(base) && f.place.depth == 0;
    let sentence = facts.in_sentence(multiple.place.sentence).start;
    let holds = |part: &usize| scope.fits(&ratio(*part, whole, id));
    let near = base.place.segment == multiple.place.segment && (told || enclosed());
    facts.pick(sentence..whole, own).filter(holds).single().filter(|_| near).map(|part| (part, whole))
}

/// 由93家增加到429家，是五年前的4.6倍: the ends of the movement before a multiple.
pub(super) fn moved(scope: &Scope, id: usize) -> Option<(usize, usize)> {
    let facts = scope.facts;
    let multiple = facts.get(id).filter(|f| f.role == Role::Multiple)?;
    let (to, from) = (id.checked_sub(1)?, id.checked_sub(2)?);
    let (end, start) = (facts.get(to)?, facts.get(from)?);
    // 2014年进口酒的金额相当于2009年的2.55倍: what has a name of its own did not move from one to the other.
    let head =
        ["相当于", "是", "为"].iter().find_map(|verb| multiple.left.split_once(verb)).map_or("", |(head, _)| head);
    let name = head.split_once('年').map_or(head, |(_, name)| name);
    if name.chars().count() >= NAME {
        return None;
    }
    let bound = end.role == Role::To && start.role == Role::From && end.is_like(start) && start.is_amount();
    (bound && end.place.segment == multiple.place.segment && start.figure.is_plain()).then_some((from, to))
}

/// 文化支出为旅游支出的1.36倍: the amounts of the sentence that the words on both sides name, each the only one of its name.
fn named(scope: &Scope, id: usize) -> Option<(usize, usize)> {
    let facts = scope.facts;
    let multiple = facts.get(id).filter(|f| f.role == Role::Multiple && !f.phrase.is_empty())?;
    // 成交额22亿元，为上年的1.24倍（上年18亿元）: the base may stand in the bracket right behind.
    let aside = facts.get(id + 1).filter(|f| f.place.bracket == Some(multiple.range.end) && f.is_level());
    if let Some((base, own)) = aside.zip(id.checked_sub(1).and_then(|own| facts.get(own))) {
        let past = base.period.is_past(facts.year) && multiple.phrase.ends_with_any(&["上年", "去年", "上年同期"]);
        let beside = own.is_level() && own.is_like(base) && own.place.clause + 1 == multiple.place.clause;
        if past && beside && own.figure.is_plain() && base.figure.is_plain() {
            return Some((id - 1, id + 1));
        }
    }
    let before = multiple.left.strip_suffix('的')?.strip_suffix(multiple.phrase.as_str())?;
    let levels = || {
        let level = |f: &Fact| f.is_level() && f.label.own && f.figure.is_plain() && !f.is_zero();
        facts.pick(facts.in_sentence(multiple.place.sentence).start..id, level)
    };
    let only = |words: &str| {
        let key = normalize(words);
        let long = key.chars().count() >= 2;
        levels().filter(|l| long && facts.get(*l).is_some_and(|f| agree(&f.label.key, &key))).single()
    };
    // 新建支出1107.38万元，是养护支出的1.34倍: without a name of its own it is the multiple of the amount right before.
    let last = id.checked_sub(1).filter(|l| {
        facts.get(*l).is_some_and(|f| {
            f.is_level() && f.place.segment == multiple.place.segment && f.place.clause + 1 == multiple.place.clause
        })
    });
    let before = before.trim_end_matches(['是', '为']);
    // 年初预算收入1892万元，全年实际收入3383万元，其中…。实际收入是年初预算的1.79倍: or of the paragraph, by its very words.
    let bearing = |words: &str| {
        let said = |f: &Fact| {
            let left = f.left.trim_end_matches(['数', '额', '为', '达']);
            let bare = |end| left.strip_suffix(end).is_some_and(|left| left.ends_with(words));
            f.is_level() && f.figure.is_plain() && (left.ends_with(words) || ["收入", "支出", "资金"].iter().any(bare))
        };
        let paragraph = facts.in_paragraph(multiple.place.paragraph).start..id;
        facts.pick(paragraph, said).single().filter(|_| words.chars().count() >= NAME)
    };
    if let Some(pair) = bearing(before).zip(bearing(&multiple.phrase)) {
        return Some(pair)
            .filter(|(p, w)| p != w && facts.get(*p).zip(facts.get(*w)).is_some_and(|(p, w)| p.is_like(w)));
    }
    let (part, whole) = (if before.is_empty() { last } else { only(before) }?, only(&multiple.phrase)?);
    let alike = facts.get(part).zip(facts.get(whole)).is_some_and(|(p, w)| p.is_like(w));
    (alike && part != whole).then_some((part, whole))
}

/// States a multiple of two amounts that its words name.
pub(super) fn of_named(scope: &Scope, id: usize, _: &str, out: &mut Sink) -> bool {
    let pair = named(scope, id).or_else(|| of_past(scope, id)).map(|(part, whole)| ratio(part, whole, id));
    if let Some(equation) = pair.clone() {
        let (range, sure) = (scope.facts.span(&equation.all()), scope.fits(&equation));
        out.relation(relation("B07", Kind::Ratio, equation, range, sure));
    }
    pair.is_some()
}
