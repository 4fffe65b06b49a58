//! What a bare share is of: the whole of its list, sentence or paragraph.

mod slipped;

use super::agreed::Group;
use super::called::of_all;
use super::enumerated::are_apart;
use super::items::whole_before;
use super::part::{explained, is_budget};
use super::rowed::of_row;
use super::serial::{serial_part, siblings as row_of};
use super::settled::denied;
use super::{later, opening, siblings};
use crate::fact::{Fact, Measure, Role, is_joined, is_within_word, normalize};
use crate::gather::Gather;
use crate::number::Decimal;
use crate::rule::{Scope, Sink};
use crate::text::{Mention, Range};

/// What by how much something grew or fell is called.
const CHANGES: [&str; 5] = ["增加额", "增收额", "增长额", "减少额", "增量"];

/// What the words of a time end with.
const TIMES: [&str; 5] = ["年", "同期", "年末", "季度", "月"];

/// How many figures behind an amount its own share stands at most: 19.5亿元，增长25.1%，比整体高出2.9个百分点，占进出口总额的61.7%.
const BESIDE: usize = 5;

/// Whether a level has a share of its own beside it, worded like this one: a sibling, not the whole.
pub(super) fn has_own_share(scope: &Scope, level: usize, rate: &Fact, phrase: &str) -> bool {
    let facts = scope.facts;
    let Some(fact) = facts.get(level) else { return false };
    // 甲76家（占比56%），乙60家（占比44%）
    let enclosed = |n: &Fact| n.place.bracket == Some(fact.range.end) && rate.place.bracket.is_some();
    let beside = |n: &Fact| {
        n.role == Role::Share
            && n.range != rate.range
            && n.place.segment == fact.place.segment
            && (n.phrase == phrase || n.phrase == rate.phrase)
            // 甲120件、占总量55%，乙98件、占总量45%: both are of what the words name.
            && (fact.place.segment != rate.place.segment || !phrase.is_empty() && n.phrase == phrase || enclosed(n))
    };
    (level + 1..level + BESIDE).map_while(|n| facts.get(n)).take_while(|n| !n.is_level()).any(beside)
}

/// The levels that the words of a share name; none of any where they are what shares of its row are told of.
pub(super) fn wholes_named(scope: &Scope, (id, part): (usize, usize), phrase: &str, out: &Sink) -> Option<Vec<usize>> {
    let facts = scope.facts;
    let rate = facts.get(id)?;
    let fits = |whole: usize| scope.is_ratio(part, whole, id);
    let mut named = facts.named(phrase, id, part);
    // 甲类41万件，乙类9万件，分别占案件总数的64.1%、14.1%: neither is all of them.
    let told: Vec<usize> = if serial_part(scope, id).is_some() { row_of(scope, id) } else { Vec::new() };
    if !named.is_empty() && named.iter().all(|w| told.contains(w)) {
        return None;
    }
    // 占去年务工总数的97.2%: an amount of this year is no whole of last year's.
    let past = phrase.mentions_any(&["去年", "上年", "上一年"]);
    let now = |w: &usize| facts.get(*w).is_some_and(|f| past && !f.period.is_past(facts.year));
    if named.iter().any(now) && named.iter().all(now) {
        return None;
    }
    named.retain(|w| !told.contains(w) && !now(w));
    // 采购完成额520亿元，甲42亿元，占年初采购预算的94.5%: what was spent is no budget; 项目支出469元，占项目支出预算的19.6% may be one.
    let open = |w: usize| facts.get(w).is_some_and(|f| f.measure == Measure::Unstated) && fits(w);
    let due = |f: &Fact, w| !is_budget(phrase) || f.measure.is_budget() || f.left.mentions("预算") || open(w);
    // 占所得税总增加额的八成: nor is an amount how much it grew by.
    let moved = phrase.ends_with_any(&CHANGES);
    let level = |f: &Fact| !moved || f.role == Role::Change || f.left.mentions_any(&CHANGES);
    // 占一般公共预算支出的2.12%: nor is what came in what is spent.
    let side =
        |f: &Fact, own: &str, other: &str| phrase.ends_with(own) && f.left.contains(other) && !f.left.contains(own);
    let same_side = |f: &Fact| !side(f, "支出", "收入") && !side(f, "收入", "支出");
    let could = |f: &Fact, w| {
        f.figure.is_plain() && level(f) && due(f, w) && same_side(f) && !is_brought_forward(f, rate, phrase)
    };
    named.retain(|w| !has_own_share(scope, *w, rate, phrase) && facts.get(*w).is_some_and(|f| could(f, *w)));
    // 规模相当于2019年同期的88.6%: what is of another time is of no amount of this one.
    if named.is_empty() && rate.role == Role::Ratio && phrase.ends_with_any(&TIMES) {
        return None;
    }
    if named.is_empty() {
        named.extend(explained(scope, id, part, phrase));
    }
    let opening = opening::total(scope, id, part, phrase, out).filter(|w| !told.contains(w));
    let opening = opening.filter(|w| !has_own_share(scope, *w, rate, phrase));
    let all: Vec<usize> = opening.into_iter().chain(of_all(scope, (id, part), phrase)).gather();
    named.retain(|w| !all.contains(w));
    Some([all, named].concat())
}

/// 上年结转30万元。…占结转总额的80%: what was brought forward is what was carried over only where the words or the paragraph say so.
fn is_brought_forward(whole: &Fact, rate: &Fact, phrase: &str) -> bool {
    const EARLIER: [&str; 4] = ["上年", "年初", "期初", "以前年度"];
    let kept = phrase.mentions_any(&["结转", "结余"]) && !phrase.mentions_any(&EARLIER);
    kept && whole.left.mentions_any(&EARLIER) && whole.place.paragraph != rate.place.paragraph
}

/// How many paragraphs back a whole may stand that nothing but the figures speak for.
const REACH: usize = 2;

/// How many digits a rate has at least that chance hardly makes fit.
const DIGITS: u32 = 4;

/// The one amount before a share under which it holds, where the words led to another: of two readings the one that holds is meant.
pub(super) fn elsewhere(scope: &Scope, id: usize, part: usize) -> Option<usize> {
    let facts = scope.facts;
    let (rate, own) = (facts.get(id)?, facts.get(part)?);
    let start = facts.in_paragraph(rate.place.paragraph.saturating_sub(REACH)).start;
    let could = |f: &Fact| f.is_level() && f.is_like(own) && f.figure.is_plain() && f.figure.base() > own.figure.base();
    let mut fitting = facts.pick(start..part, could).filter(|w| scope.is_ratio(part, *w, id));
    let first = fitting.next()?;
    let value = |w: usize| facts.get(w).and_then(|f| f.figure.base());
    fitting.all(|w| value(w) == value(first)).then_some(first)
}

/// The amounts that a part can be a share of by where they stand: the head of its sentence, the nearest in it, the last before it, the
/// heads of the paragraph and of the document.
fn heads(scope: &Scope, id: usize, part: usize) -> [Option<usize>; 5] {
    let facts = scope.facts;
    let (Some(rate), Some(own)) = (facts.get(id), facts.get(part)) else { return [None; 5] };
    // 收入超10亿元的5个: what is only bounded is no whole.
    let like = |f: &Fact| f.is_level() && f.is_like(own) && f.figure.is_plain();
    let head = |range: Range| facts.pick(range, |f| like(f) && f.place.depth == 0).find(|w| *w != part);
    let sentence = facts.in_sentence(rate.place.sentence).start;
    let paragraph = facts.in_paragraph(rate.place.paragraph).start;
    [
        head(sentence..part),
        facts.pick(sentence..part, like).next_back(),
        (paragraph..sentence).rev().find(|w| facts.get(*w).is_some_and(like)),
        head(paragraph..part),
        facts.head_like(own).filter(|w| *w < part),
    ]
}

/// B02: 占64% without a whole: that of the list, of the sentence, of the paragraph.
pub(super) fn bare_share(scope: &Scope, id: usize, part: usize, phrase: &str, state: State, out: &mut Sink) {
    let group = Group::around(scope, id, part);
    if !denied(scope, (id, part), phrase, group.as_ref(), out) {
        of_heads(scope, (id, part), phrase, group.as_ref(), state, out);
    }
}

/// Whatever states a share of a whole, under a cue, and whether it is sure.
type State<'a> = &'a dyn Fn(&'static str, usize, bool, &mut Sink);

/// The same where its list does not deny it.
fn of_heads(
    scope: &Scope,
    (id, part): (usize, usize),
    phrase: &str,
    group: Option<&Group>,
    state: State,
    out: &mut Sink,
) {
    let facts = scope.facts;
    let Some(rate) = facts.get(id) else { return };
    let list: Option<usize> =
        if rate.role == Role::Share { out.wholes_of(part).next() } else { out.added_up(part).next() };
    // What has a bare share of its own is a sibling, not the whole.
    let other = |w: usize| is_no_whole(scope, phrase, (id, part), w);
    // 占总额的6.41%；…，前三户累计1915万元: what is told behind a share of a total is not that total.
    let list = list.filter(|w| !other(*w) && (*w < id || !phrase.starts_with('总')));
    let sibling = |w: &usize| Some(*w) != list && (has_own_share(scope, *w, rate, phrase) || other(*w));
    let heads = heads(scope, id, part);
    // 占总量的30.80%: else the one amount of the paragraphs before that bears out a rate of digits enough.
    let far = || {
        Some(())
            .filter(|()| rate.figure.digits() >= DIGITS)
            .and_then(|()| elsewhere(scope, id, part))
            .filter(|w| !other(*w))
    };
    let item = whole_before(scope, id, part, out);
    let fits = |w: &usize| scope.is_ratio(part, *w, id);
    // The words are asked only of what fits: hardly any amount does.
    let mut near = list.into_iter().chain(heads.into_iter().flatten()).filter(|w| *w != part && fits(w));
    let fitting = near.find(|w| !sibling(w)).or(item.filter(fits)).or_else(far);
    let agreeing = |whole: usize| group.map_or(0, |g| g.agreeing(scope, whole));
    // 其他1件，占1%, of which a small number is any whole's: the whole that its neighbours agree on comes first.
    let shared = group.and_then(|g| g.whole).filter(|w| fitting.is_none_or(|f| agreeing(f) < agreeing(*w)));
    if let Some(whole) = shared.filter(fits).or(fitting) {
        return state("B02", whole, true, out);
    }
    let heads = heads.map(|w| w.filter(|w| !sibling(w)));
    let candidates: Vec<usize> = list.into_iter().chain(heads.into_iter().flatten()).filter(|w| *w != part).gather();
    // Only the figures chose it.
    let chosen = shared.map(|whole| state("B02", whole, false, out)).is_some();
    if chosen
        || of_row(scope, id, part, &candidates, out)
        || later::state(scope, (id, part), phrase, out)
        || siblings::state(scope, id, part, phrase, out)
    {
        return;
    }
    slipped::state(scope, (id, part, phrase), (list, heads, item), group, state, out);
}

/// Whether only the figures could make an amount the whole of a part: 规模为6412亿元。规模为6412亿元，占GDP的2.6% tells one amount twice;
/// 净资产5万亿元，占全部国有净资产的34% asks for more of what the part is, which an amount by another name is not.
fn is_no_whole(scope: &Scope, phrase: &str, (id, part): (usize, usize), whole: usize) -> bool {
    let (Some(own), Some(other)) = (scope.facts.get(part), scope.facts.get(whole)) else { return false };
    // 保费收入分别为甲、乙、丙，占比分别为…: of what shares of a row are told, none is the whole of another.
    if row_of(scope, id).contains(&whole) {
        return true;
    }
    // 占财政支出的73.6%: what came in is no whole of what went out, but where so many digits fit that the two are as much.
    let side = |words: &str| (words.ends_with("收入"), words.ends_with("支出"));
    let crossed = matches!((side(phrase), side(&other.label.words)), ((true, _), (_, true)) | ((_, true), (true, _)));
    if crossed && scope.facts.get(id).is_none_or(|f| f.figure.digits() < DIGITS) {
        return true;
    }
    if scope.is_ratio(part, whole, id) {
        return false;
    }
    let words = normalize(phrase);
    // 支出332万元，占总数的100%: what is all of it is the total itself.
    let all = phrase.starts_with('总') && scope.facts.get(id).is_some_and(|f| f.figure.value == Decimal::ONE_HUNDRED);
    let name = own.label.key.as_str();
    let again = scope.facts.base_value(whole) == scope.facts.base_value(part) && other.label.key == name;
    let asked = own.label.own && name.chars().count() >= 3 && words.ends_with(name);
    // 占补助总量的48%: 税收返还和补助 is more than its half; 占出口总额的60.9%: and 进出口 is not 出口.
    let half = is_joined(&words, &other.label.key) || is_within_word(&words, &other.label.key);
    // 占实际采购额的81%: what was to be bought is no whole of what was.
    let due = (other.measure == Measure::Plan || other.measure.is_budget()) && phrase.contains("实际");
    all || again || crossed || half || due || asked && !other.label.key.ends_with(name) || are_apart(scope, part, whole)
}
