//! Lists that a cue opens: 其中、包括、含, in one sentence or over numbered paragraphs.

mod above;
mod below;
mod claim;
mod column;
mod cue;
mod excess;
mod filled;
mod halves;
mod items;
mod judge;
mod marks;
mod miscounted;
mod nearly;
mod nested;
mod paragraphs;
mod rated;
mod retold;
mod single;
mod told;

use super::{sum, within};
use crate::fact::{Fact, Measure, Period, Role};
use crate::gather::Gather;
use crate::rule::{Scope, Sink};
use crate::text::Mention;
pub(super) use below::tells_main;
use claim::{in_segment, is_clause_row};
use column::{column, every, firsts, gathered, told_of};
pub(super) use cue::{Cue, cues, is_within};
use filled::{adds_to, is_filled, is_of_item};
use items::{earlier, parts, wholes};
use judge::judge_list;
pub(super) use nested::undivided;

/// States what a cue asserts.
pub(super) fn state(scope: &Scope, cue: &Cue, out: &mut Sink) {
    let (heads, all) = parts(scope, cue);
    let Some(first) = heads.first().and_then(|id| scope.facts.get(*id)) else { return };
    let wholes = wholes(scope, cue, first);
    if wholes.is_empty() {
        return of_paragraph_above(scope, cue, &all, out);
    }
    let mut done: Vec<Measure> = Vec::new();
    // …，其中甲类180件、其他132件，罚款86万元: what is of another kind is no part of the list.
    let alike: Vec<usize> =
        all.iter().copied().filter(|id| scope.facts.get(*id).is_some_and(|f| is_of_kind(f, first))).gather();
    if is_filled(scope, cue, &wholes, &alike, out) || is_of_item(scope, cue, &alike, out) {
        return;
    }
    let wholes = meant(scope, cue, first, wholes, &alike);
    let measures: Vec<Measure> = wholes.iter().filter_map(|w| scope.facts.get(*w)).map(|f| f.measure).gather();
    let parts_measured = |m: Measure| all.iter().any(|id| scope.facts.get(*id).is_some_and(|f| f.measure == m));
    for whole in wholes {
        let Some(total) = scope.facts.get(whole) else { continue };
        // 年初预算…，全年预算…，其中：甲全年预算…: a budget that the parts do not give is divided nowhere.
        let other = measures.iter().any(|m| *m != total.measure && m.is_budget() && parts_measured(*m));
        if total.measure.is_budget() && other && !parts_measured(total.measure) {
            continue;
        }
        // 净收入3.2亿元，上年同期为2.9亿元: an amount of the year before is no item of this year's list.
        // 年初预算…，其中甲…；调整后预算…: nor is what the whole became.
        let became = |f: &Fact| !f.label.own || f.role == Role::To;
        let later =
            |f: &Fact| f.measure == Measure::AdjustedBudget && total.measure == Measure::InitialBudget && became(f);
        let item = |f: &Fact| is_of_kind(f, total) && (!is_last_year(f) || is_last_year(total)) && !later(f);
        let like = |ids: &[usize]| {
            ids.iter().copied().filter(|id| *id != whole && scope.facts.get(*id).is_some_and(item)).gather()
        };
        let measured = column(scope, &like(&all), total.measure);
        // Numbered items give their amount at their head, and may explain it with others behind.
        let heads = like(&heads);
        let by_head = heads.len() >= 2
            && heads != measured
            && total.measure != Measure::Outturn
            && scope.fits(&sum(&heads, whole));
        let by_slip = heads.len() >= 3
            && heads != measured
            && !scope.fits(&sum(&measured, whole))
            && scope.is_slip(&sum(&heads, whole));
        let column = if by_head || by_slip { heads } else { measured };
        let column = told_of(scope, &column, total).or_else(|| firsts(scope, &column, whole)).unwrap_or(column);
        let column = every(scope, cue, &column, whole).unwrap_or(column);
        // 总收入49亿元，构成为：甲收入14亿元、乙27亿元…；总支出48亿元: what stands on the other side of a ； is told of the other side.
        let beside = || column.iter().copied().filter(|id| in_segment(scope, cue, &[*id])).gather();
        let column = if is_two_sided(scope, &column, whole) { beside() } else { column };
        let other = is_spent(scope, &column, whole) || is_two_sided(scope, &column, whole);
        if column.is_empty() || done.contains(&total.measure) || other {
            continue;
        }
        done.push(total.measure);
        judge_list(scope, cue, gathered(scope, cue, &column, whole).unwrap_or(whole), &column, out);
    }
}

/// Of the amounts that a cue can speak of, those that its list divides.
fn meant(scope: &Scope, cue: &Cue, first: &Fact, wholes: Vec<usize>, alike: &[usize]) -> Vec<usize> {
    // 立案312件，结案298件；其中甲类180件、其他132件: of the amounts before, the one that the list adds up to.
    let added = wholes.iter().copied().find(|w| adds_to(scope, alike, *w));
    let exceeded = |w: &usize| !matches!(alike, [part] if scope.fits(&within(&[*part], *w)));
    if has_own(scope, cue, &wholes, alike.len() == 1 && wholes.iter().all(exceeded)) {
        return added.into_iter().gather();
    }
    // 基本支出1069.98万元。其中：人员908.91万元，包括甲812.36万元、乙69.55万元；公用161.07万元: within its part of the sentence a list has its own whole.
    let own = wholes.first().is_some_and(|w| in_segment(scope, cue, &[*w])) && !in_segment(scope, cue, alike);
    let told = (added.is_none() && !own).then(|| told_before(scope, cue, first, alike)).flatten();
    if let Some(whole) = told {
        return vec![whole];
    }
    // Parts that name no measure belong to one of the measures of the whole: to the one that they add up to, else to the nearest.
    if wholes.len() < 2 || alike.iter().any(|id| scope.facts.get(*id).is_none_or(|f| f.measure != Measure::Unstated)) {
        return wholes;
    }
    let fitting = wholes.iter().copied().find(|w| scope.fits(&sum(alike, *w)));
    fitting.or(added).or(wholes.first().copied()).into_iter().gather()
}

/// 辖3个村。农业人口2809人，其中劳动力1665个: whether a cue stands behind an amount of its sentence, so that those of the sentences before,
/// which only their unit speaks for, are divided by it nowhere; nor is a single part too much for one where they stand in it.
fn has_own(scope: &Scope, cue: &Cue, wholes: &[usize], exceeded: bool) -> bool {
    let facts = scope.facts;
    let sentence = facts.in_sentence(cue.sentence);
    let own = |f: &Fact| f.is_level() && f.figure.is_plain() && f.place.depth == 0 && f.range.end <= cue.at;
    let far = wholes.iter().all(|w| *w < sentence.start);
    let nearest = facts.pick(sentence, own).next_back();
    (far || exceeded) && cue.named.is_empty() && nearest.is_some_and(|id| !wholes.contains(&id))
}

/// The amount before a cue that its list adds up to, else one of the nearest from which a slip keeps a longer list.
fn told_before(scope: &Scope, cue: &Cue, first: &Fact, all: &[usize]) -> Option<usize> {
    let before = earlier(scope, cue, first);
    // 收案中，一审…，二审…，再审…: what the words name is meant, unless another amount is just what the list makes.
    let free = cue.named.is_empty();
    // 收到留言2418条，部门1502条，县区916条，其中咨询…、投诉…、建议…，答复2409条: the list may end before other amounts of its kind.
    let begun =
        |w: &usize| (3..all.len().min(LONG)).rev().filter_map(|n| all.get(..n)).any(|run| is_told(scope, run, *w));
    let exact = before.iter().copied().find(|w| is_told(scope, all, *w));
    let exact = exact.or_else(|| before.iter().copied().filter(|_| free).find(begun));
    // 任务4.20万亩，完成4.36万亩。其中…: of amounts that the list is more than, the nearest is meant if a slip explains it.
    let more = is_clause_row(scope, all) && before.iter().all(|w| super::exceeds(scope, all, *w));
    let nearest = before.first().copied().filter(|_| more);
    let slip = |w: &usize| {
        let equation = sum(all, *w);
        let likely = || nearest == Some(*w) && scope.is_stated_slip(&equation);
        free && all.len() >= 3 && (scope.is_slip(&equation) || likely())
    };
    // 收入1675万元。支出1795万元，具体如下：…: where one stands in the sentence of the list, no slip makes it one of another.
    let sentence = |w: &usize| scope.facts.get(*w).is_some_and(|f| f.place.sentence == cue.sentence);
    let near: Vec<usize> = before.into_iter().take(NEAR).gather();
    let here = near.first().is_some_and(sentence);
    exact.or_else(|| near.into_iter().filter(|w| !here || sentence(w)).find(slip))
}

/// 可支配收入8373元…。↵收入比上年同期增加99元。其中，工资性收入5198元…: an amount of the paragraph above, where its own has none and the list
/// makes it to the last digit.
fn of_paragraph_above(scope: &Scope, cue: &Cue, parts: &[usize], out: &mut Sink) {
    let facts = scope.facts;
    let Some(above) = cue.paragraph.checked_sub(1).filter(|_| cue.code == "A01" && parts.len() >= 3) else { return };
    let level = |f: &Fact| f.is_level() && f.figure.is_plain() && f.place.depth == 0;
    if let Some(whole) = facts.pick(facts.in_paragraph(above), level).find(|w| is_told(scope, parts, *w)) {
        let equation = sum(parts, whole);
        let range = facts.span(&equation.all());
        out.relation(super::relation("A01", super::kind_of(scope, whole), equation, range, true));
    }
}

/// How many amounts a list has at most that ends before others of its kind.
const LONG: usize = 12;

/// How many amounts before a cue are asked whether a slip keeps its list from adding up to them.
const NEAR: usize = 3;

/// Whether a list adds up to an amount to the last digit: one of its sentence, or with digits enough an earlier one of its paragraph.
fn is_told(scope: &Scope, parts: &[usize], whole: usize) -> bool {
    let sentence = |id: &usize| scope.facts.get(*id).map(|f| f.place.sentence);
    let near = || parts.first().and_then(sentence) == sentence(&whole);
    let digits = || parts.iter().filter_map(|id| scope.facts.get(*id)).map(|f| f.figure.digits()).sum::<u32>();
    parts.len() >= 2 && scope.adds_up(parts, whole) && (near() || digits() >= 6)
}

/// 运行维护费预算为29.50万元。其中：购置支出0万元；…: of a budget the next sentence may say what was spent of it.
fn is_spent(scope: &Scope, parts: &[usize], whole: usize) -> bool {
    let facts = scope.facts;
    let Some(total) = facts.get(whole) else { return false };
    let spent = |id: &usize| {
        facts.get(*id).is_some_and(|f| f.left.mentions("支出") && f.place.sentence != total.place.sentence)
    };
    let named = total.label.own && total.measure.is_budget() && !total.left.mentions("支出");
    named && parts.iter().all(spent) && !scope.fits(&sum(parts, whole))
}

/// 甲类基金收入28.5亿元、支出23.2亿元、结存5.3亿元: what came in and what went out add up to nothing.
fn is_two_sided(scope: &Scope, parts: &[usize], whole: usize) -> bool {
    let named = |side: &str, other: &str| {
        let is_side = |f: &Fact| f.left.mentions(side) && !f.left.mentions(other);
        parts.iter().any(|id| scope.facts.get(*id).is_some_and(is_side))
    };
    named("收入", "支出") && named("支出", "收入") && !scope.adds_up(parts, whole)
}

/// 设备186台（套），其中甲146台、乙40套: whether an amount counts what its whole counts.
fn is_of_kind(part: &Fact, whole: &Fact) -> bool {
    part.is_like(whole) || whole.figure.unit.base == "台（套）" && part.figure.unit.base == "套"
}

/// Whether the words compare an amount as last year's; a year in figures may belong to the name of an item.
fn is_last_year(fact: &Fact) -> bool {
    fact.period == Period::Previous && !fact.label.own
}
