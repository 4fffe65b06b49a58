//! What a list asserts: that its parts add up to the whole, or that they are no more.

use super::claim::{
    in_segment, is_clause_row, is_closed, is_enumeration, is_part_divided, is_rounded_off, is_row, is_spread,
    is_told_alike, one_segment, over_sentences,
};
use super::cue::Cue;
use super::excess::{greater, is_bracketed, is_other_thing, is_over, is_too_much};
use super::items::is_over_paragraphs;
use super::miscounted::is_miscounted;
use super::nearly::is_nearly_all;
use super::nested::{divided_on_the_spot, only, undivided};
use super::rated::{is_counted_twice, of_whole};
use super::retold;
use super::single;
use crate::fact::Fact;
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Reason};
use crate::rule::part_whole::items::{breaks_off, goes_on, may_be_of_more};
use crate::rule::part_whole::row::{
    exhausts, is_alike, is_joined, is_people, is_undecided, is_usual_slip, is_whole_row, may_overlap, names, row,
};
use crate::rule::part_whole::short::leaves_rest;
use crate::rule::part_whole::{RULE, exceeds, is_far, kind_of, relation, sum, within};
use crate::rule::{Scope, Sink};
use crate::text::{Mention, Range};

/// States the relation of one whole with one column of parts.
pub(super) fn judge_list(scope: &Scope, cue: &Cue, whole: usize, parts: &[usize], out: &mut Sink) {
    let facts = scope.facts;
    // 含30岁，不含40岁: ages are never added.
    let Some(total) = facts.get(whole).filter(|f| f.figure.unit.base != "岁") else { return };
    // A list can be followed by words that are no part of it: the longest run from its head that adds up is the list.
    let runs: Vec<&[usize]> = (2..=parts.len()).rev().filter_map(|n| parts.get(..n)).gather();
    let added = runs.iter().find(|run| is_sum(scope, parts, run, whole));
    let end = parts.last().and_then(|id| facts.get(*id)).map_or(cue.end, |f| f.range.end);
    let range = total.range.start.min(cue.at)..end.max(total.range.end);
    if added.is_none() && is_otherwise(scope, cue, whole, parts, &range, out) {
        return;
    }
    let kind = kind_of(scope, whole);
    out.list(whole, parts);
    if let Some(one) = only(scope, whole, parts) {
        return single::state(scope, cue, whole, one, range, out);
    }
    if let Some(run) = added {
        return out.relation(relation(cue.code, kind, sum(run, whole), range, true));
    }
    if is_open(scope, cue, parts, whole) {
        return remainder(scope, cue, whole, parts, range, out);
    }
    let sure = !is_part_divided(scope, cue, parts);
    if let Some((row, exhausted)) = worded_row(scope, cue, whole, parts) {
        return out.relation(relation(cue.code, kind, sum(&row, whole), range, sure && exhausted));
    }
    let all = sum(parts, whole);
    // 甲…，…；其他…，…: a list over ； that ends with the rest is complete as well; 5元，其中的2元用于甲，2元用于乙，1元用于丙: what
    // is told alike of every part is told of them all.
    let listed = clause_row(scope, cue, whole, parts);
    let (parts, all) = listed.map_or((parts, all), |row| (row, sum(row, whole)));
    let ended = exhausts(scope, parts, whole) && (is_spread(scope, parts) || listed.is_some());
    let slip = is_usual_slip(scope, parts, whole) || ended && scope.is_stated_slip(&all);
    if !cue.partial && (ended || is_told_alike(scope, parts)) && slip {
        out.relation(relation(cue.code, kind, all, range, sure && ended));
        return;
    }
    if let Some(run) = over_sentences(scope, cue, whole, parts) {
        return out.relation(relation(cue.code, kind, sum(&run, whole), range, sure));
    }
    let open = cue.partial || facts.text.has(end, "等") || breaks_off(scope, parts);
    // A list that only whole numbers keep from adding up is complete, and its whole numbers are doubtful.
    if !open && (is_closed(scope, cue, whole, parts) || is_rounded_off(scope, cue, &all, parts)) {
        let sure = sure && !may_be_of_more(scope, parts, whole);
        return out.relation(relation(cue.code, kind, all, range, sure));
    }
    if let Some(run) = runs.iter().filter(|_| !open).find(|run| is_kept_by_slip(scope, cue, whole, (parts, run))) {
        out.relation(relation(cue.code, kind, sum(run, whole), range, sure && exhausts(scope, run, whole)));
        return;
    }
    if !open && is_miscounted(scope, cue, whole, parts) {
        return out.relation(relation(cue.code, kind, all, range, false));
    }
    if is_nearly_all(scope, (open, end), parts, whole) {
        return out.relation(relation(cue.code, kind, all, range, sure && open));
    }
    remainder(scope, cue, whole, parts, range, out);
}

/// States what a list says that is no division of its whole, or that of the list without what is none of its parts; false where it is the list.
fn is_otherwise(scope: &Scope, cue: &Cue, whole: usize, parts: &[usize], range: &Range, out: &mut Sink) -> bool {
    // 收入-27417万元（其中入库12443万元，退库39860万元）: what was paid back stands among the parts of what is less than nothing.
    let is_negative = |id: &usize| scope.facts.get(*id).is_some_and(|f| f.figure.value.is_sign_negative());
    if is_negative(&whole) && !parts.iter().all(is_negative) {
        out.unchecked(RULE.name, cue.code, range.clone(), [&[whole], parts].concat(), Reason::Ambiguous);
        return true;
    }
    if retold::state(scope, cue, whole, parts, range, out) {
        return true;
    }
    let Some(less) = reduced(scope, whole, parts) else { return false };
    if less.is_empty() {
        out.unchecked(RULE.name, cue.code, range.clone(), [&[whole], parts].concat(), Reason::Ambiguous);
    } else {
        judge_list(scope, cue, whole, &less, out);
    }
    true
}

/// A list without what only divides its parts, else without what is told of another whole; none where that is all of it.
fn reduced(scope: &Scope, whole: usize, parts: &[usize]) -> Option<Vec<usize>> {
    divided_on_the_spot(scope, whole, parts)
        .or_else(|| undivided(scope, whole, parts))
        .or_else(|| Some(of_whole(scope, whole, parts)).filter(|rest| rest.len() < parts.len()))
}

/// Whether a list says itself that it is not all of its whole, or counts some twice.
fn is_open(scope: &Scope, cue: &Cue, parts: &[usize], whole: usize) -> bool {
    // 92人，其中甲21人、乙17人…；具有职称的33人: another part of the sentence counts anew.
    let beside: Vec<usize> = parts.iter().copied().filter(|part| in_segment(scope, cue, &[*part])).gather();
    let parts = if beside.len() >= 2 { &beside } else { parts };
    let further = is_over_paragraphs(scope, cue) && parts.iter().any(|part| goes_on(scope, *part));
    further
        || is_counted_twice(scope, parts, whole)
        || leaves_rest(scope, parts, whole) && !exhausts(scope, parts, whole)
}

/// Whether only a slip keeps a run from the head of a list from being all of the whole, by chance hardly.
fn is_kept_by_slip(scope: &Scope, cue: &Cue, whole: usize, (parts, run): (&[usize], &[usize])) -> bool {
    let people = scope.facts.get(whole).is_some_and(is_people);
    if people && run.len() < 4 || !one_segment(scope, cue, run) {
        return false;
    }
    // Two of a longer list are a bolder reading than all of it, and so is a row with what is told behind it.
    let breaks_off = parts.get(..=run.len()).is_some_and(|more| is_told_alike(scope, more));
    let begun = || row(scope, parts.first().copied().unwrap_or_default()).len();
    let beyond = || (2..run.len()).contains(&begun()) && !exhausts(scope, run, whole);
    // 举措150项，其中首创61项，复制推广84项: and two things that are told of some may both be told of one.
    let end = |name: &str| name.chars().next_back();
    let ends_alike = || names(scope, run).is_some_and(|names| matches!(names[..], [a, b] if end(a) == end(b)));
    let two_told =
        || run.len() == 2 && scope.facts.get(whole).is_some_and(|f| f.figure.unit.is_counted()) && !ends_alike();
    let whole_list = run.len() == parts.len() && !two_told() || run.len() >= 3 || exhausts(scope, run, whole);
    let slip = |equation: &Equation| if whole_list { scope.is_likely_slip(equation) } else { scope.is_slip(equation) };
    // 分别为38件、26件、24件: nor does a list end within a row of bare amounts.
    let next = run.last().zip(parts.get(run.len()));
    // 甲1846万元，乙34万元，…，庚17万元: nor where it goes on clause by clause and stays within its whole.
    let goes_on = |last: &usize, next: &usize| {
        let longer = parts.get(..=run.len()).is_some_and(|more| scope.fits(&within(more, whole)));
        longer && in_segment(scope, cue, &[*next]) && is_clause_row(scope, &[*last, *next])
    };
    // 甲9.4亿元，下降8%；乙0.63亿元，下降25%；…: nor where each part of the sentence tells of one, and so does the next.
    let segment = |id: &usize| scope.facts.get(*id).map_or(0, |f| f.place.segment);
    let each = |list: &[usize]| list.windows(2).all(|pair| matches!(pair, [a, b] if segment(a) + 1 == segment(b)));
    let left =
        || next.and_then(|(_, next)| scope.facts.get(*next)).is_some_and(|f| f.left.mentions_any(&["结余", "结转"]));
    let spread = || parts.get(..=run.len()).is_some_and(|more| run.len() >= 3 && each(more)) && !left();
    let cut = next.is_some_and(|(last, next)| scope.facts.row(*last).contains(next) || goes_on(last, next)) || spread();
    !breaks_off && !cut && !beyond() && slip(&sum(run, whole))
}

/// The longest run from the head of a list that stands in neighbouring clauses and ends with the rest: at least three.
fn clause_row<'a>(scope: &Scope, cue: &Cue, whole: usize, parts: &'a [usize]) -> Option<&'a [usize]> {
    let runs = (3..=parts.len()).rev().filter_map(|n| parts.get(..n));
    let mut rows = runs.filter(|run| in_segment(scope, cue, run) && is_clause_row(scope, run));
    rows.find(|run| exhausts(scope, run, whole))
}

/// What vehicles are disclosed to be used for.
const USES: [&str; 7] = ["领导", "机要", "应急", "执法", "特种", "离退休", "其他"];

/// 其中城镇68人、农村33人: a row of names behind its whole, which is all of it, a slip aside; and whether the names leave nothing out.
fn worded_row(scope: &Scope, cue: &Cue, whole: usize, parts: &[usize]) -> Option<(Vec<usize>, bool)> {
    let row = row(scope, parts.first().copied().unwrap_or_default());
    let undecided = |names: Vec<&str>| scope.facts.get(whole).is_some_and(|f| is_undecided(f, &names));
    let exhausted = exhausts(scope, &row, whole) && !names(scope, &row).is_some_and(undecided);
    // 含 may name some of many, unless the names themselves leave nothing out.
    let told = cue.code != "A15" || exhausted || names(scope, &row).is_some_and(|names| is_alike(&names));
    let worded = told && !cue.partial && row.len() <= parts.len() && is_whole_row(scope, &row);
    let equation = sum(&row, whole);
    // The vehicles of an office are disclosed by all their uses (部门决算公开, 国有资产占用情况), not by their kinds.
    let used = |names: Vec<&str>| names.iter().any(|name| name.mentions_any(&USES));
    let office = |f: &Fact| f.figure.unit.base == "辆" && f.left.mentions_any(&["公务用车", "车辆"]);
    let disclosed = || names(scope, &row).is_some_and(used);
    let vehicles = || cue.code != "A15" && scope.facts.get(whole).is_some_and(office) && disclosed();
    let complete = exhausted || vehicles() || exceeds(scope, &row, whole);
    let slip = || is_usual_slip(scope, &row, whole) || complete && scope.is_stated_slip(&equation);
    (worded && slip()).then_some((row, complete))
}

/// Whether the first of some parts come to the whole. 1.2亿元，其中甲5000万元、乙7500万元、丙…: a run that breaks off within a row does so
/// only to the last digit.
fn is_sum(scope: &Scope, parts: &[usize], run: &[usize], whole: usize) -> bool {
    let (last, next) = (run.last().copied(), parts.get(run.len()).copied());
    let broken = || last.zip(next).is_some_and(|(last, next)| is_joined(scope, last, next));
    // 0辆，其中：甲0辆、乙0辆、丙2辆: zeros add up to nothing wherever they break off.
    let telling = || !scope.facts.get(whole).is_some_and(Fact::is_zero) || !broken();
    // 视力3120人、…、精神2981人、多重879人: a row does not end before the last of its names.
    let people = || scope.facts.get(whole).is_some_and(is_people);
    let short = || run.len() + 1 == parts.len() && is_row(scope, parts) && (!people() || is_whole_row(scope, parts));
    // 制造业126户，服务业83户，其他41户: nor before what takes in all others.
    let last = || parts.last().and_then(|id| scope.facts.get(*id)).is_some_and(|f| f.left.starts_with("其他"));
    if is_far(scope, run, whole) || run.len() + 1 == parts.len() && last() && exhausts(scope, parts, whole) {
        return false;
    }
    scope.adds_up(run, whole) && telling() && !short() || scope.fits(&sum(run, whole)) && !broken()
}

/// What is left where nothing says that the list is complete: its parts are no more than the whole.
fn remainder(scope: &Scope, cue: &Cue, whole: usize, parts: &[usize], range: Range, out: &mut Sink) {
    // 110户收入超过10万元、20户超过50万元: who is counted by what he is like may be counted twice.
    let alike = |id: &usize| {
        scope.facts.get(*id).is_some_and(|f| f.figure.unit.is_whole() && matches!(f.left.as_str(), "" | "有"))
    };
    if parts.iter().any(alike) || is_counted_twice(scope, parts, whole) {
        // 402个品牌，其中国货243个；38600个品牌…: another part of the sentence counts something else.
        let bounds = parts.iter().filter(|part| in_segment(scope, cue, &[**part])).map(|p| (*p, within(&[*p], whole)));
        for (_, bound) in bounds.filter(|(part, e)| scope.fits(e) || !is_other_thing(scope, *part, whole)) {
            out.relation(relation("A05", Kind::Bound, bound, range.clone(), false));
        }
        return;
    }
    // 税收里，甲、乙、丙分别为…: a row of money may leave some out, but not come to more.
    let row = row(scope, parts.first().copied().unwrap_or_default());
    let money = row.len() >= 2 && kind_of(scope, whole) == Kind::Sum && !scope.fits(&within(&row, whole));
    if money && !cue.named.is_empty() {
        return out.relation(relation("A06", Kind::Bound, within(&row, whole), range, false));
    }
    // 其中餐饮企业21家、食品企业35家，整改12家: what is too much with it is told behind the row, not in it.
    let behind = row.len() >= 2 && parts.len() > row.len() && !scope.fits(&within(parts, whole));
    let bound = within(if behind { &row } else { parts }, whole);
    if scope.fits(&bound) || is_enumeration(scope, whole, parts) {
        out.relation(relation("A06", Kind::Bound, bound, range, false));
    } else if (in_segment(scope, cue, parts) && !cue.partial && !behind || is_too_much(scope, whole, parts))
        && !may_overlap(scope, parts)
        && (scope.is_stated_slip(&sum(parts, whole)) || is_over(scope, cue, whole, parts))
    {
        // More than the whole, and one wrong digit would explain it, or the words let it be no more.
        out.relation(relation(cue.code, kind_of(scope, whole), sum(parts, whole), range, false));
    } else if let Some(part) = greater(scope, cue, whole, parts) {
        // 肉类产量6.3万吨，其中猪肉4.9万吨、禽肉10.8万吨: no part is more than its whole.
        out.relation(relation("A05", Kind::Bound, within(&[part], whole), range, false));
    } else if is_bracketed(scope, cue, whole) && parts.iter().any(|part| exceeds(scope, &[*part], whole)) {
        out.relation(relation(cue.code, kind_of(scope, whole), sum(parts, whole), range, true));
    } else {
        out.unchecked(RULE.name, cue.code, range, [&[whole], parts].concat(), Reason::Ambiguous);
    }
}
