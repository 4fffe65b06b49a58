//! G04, G11: numbers where a list could give names: how many of each kind, how many were done of those planned.

use super::after::Opening;
use super::names::{items, outside, stop};
use super::{count, number, sum};
use crate::fact::{Fact, Facts, Measure};
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Relation, Term};
use crate::rule::{Scope, Sink};
use crate::text::{Mention, Range};

/// G04: 机构25个：内设12个、派出8个、直属5个. Whether the list gives numbers instead of names.
pub(super) fn categories(scope: &Scope, id: usize, opening: &Opening, out: &mut Sink) -> bool {
    let facts = scope.facts;
    let Some(fact) = facts.get(id) else { return false };
    let end = stop(facts, opening.from, opening.limit, &['。', '；', '\n']);
    let parts: Vec<usize> = facts
        .pick(id + 1..facts.begin_in(opening.from..end).end, |f| {
            f.is_level()
                && f.is_like(fact)
                && f.figure.is_plain()
                && f.place.depth == fact.place.depth
                && f.figure.value != fact.figure.value
                && f.range.end <= end
        })
        .gather();
    // 单位3个，分别是甲、乙、丙，连同机关共4个: what is counted behind the list is no number in it.
    let list = stop(facts, opening.from, end, &['，']);
    let inside = parts.iter().any(|part| facts.get(*part).is_some_and(|f| f.range.start < list));
    if parts.len() < 2 || !opening.colon && opening.partial {
        return inside;
    }
    let last = parts.last().and_then(|p| facts.get(*p)).map_or(end, |f| f.range.end);
    let range = fact.range.start..last;
    let runs = (2..=parts.len()).rev().filter_map(|n| parts.get(..n));
    let equation = |run: &[usize]| Equation::Sum {
        parts: run.iter().map(|p| Term::plus(*p)).gather(),
        whole: vec![Term::plus(id)],
    };
    if let Some(run) = runs.clone().find(|run| scope.fits(&equation(run))) {
        out.relation(sum("G04", run, id, range, "W29"));
    } else if opening.colon && is_table_like(facts, opening.from, &parts, end) {
        out.relation(sum("G04", &parts, id, range, "W29"));
    } else {
        return inside || opening.colon;
    }
    true
}

/// 项目支出分为6类：甲328.45万元、乙196.80万元、…: whether the list gives an amount for each of the things, and nothing else; states then how many.
pub(super) fn priced(scope: &Scope, id: usize, opening: &Opening, out: &mut Sink) -> bool {
    let facts = scope.facts;
    let Some(fact) = facts.get(id).filter(|_| opening.colon || opening.exhaustive) else { return false };
    let end = stop(facts, opening.from, opening.limit, &['。', '\n']);
    let Some(first) = facts.begin_in(opening.from..end).next().and_then(|first| facts.get(first)) else { return false };
    let amount = |f: &Fact| f.is_level() && f.figure.is_plain() && f.is_like(first) && !f.is_like(fact);
    let commas = facts.text.slice(opening.from..end).contains(&'，');
    let names_one = |item: &Range| {
        let own = facts.pick(facts.begin_in(item.clone()), |f| f.place.depth == fact.place.depth);
        let [only] = own.gather()[..] else { return false };
        let named = |f: &Fact| {
            let count = f.left.chars().count();
            let told = f.left.ends_with_any(&FUNDS) || commas && f.left.ends_with_any(&TOLD);
            (2..=NAME).contains(&count) && !f.left.mentions_any(&TOTALS) && !told
        };
        facts.get(only).is_some_and(|f| amount(f) && named(f) && f.range.end == item.end)
    };
    let list = items(facts, opening.from..end, true);
    // 四个方向：甲720万元、乙380万元、丙440万元: fewer may have been left out.
    let listed = u32::try_from(list.len()).unwrap_or(0);
    let told = listed >= 3 && list.iter().all(names_one) && number(fact).is_some_and(|stated| stated <= listed);
    if told {
        out.relation(Relation { sure: false, ..count("G01", id, listed, false, fact.range.start..end) });
    }
    told
}

/// How many characters the name of an item has at most.
const NAME: usize = 24;

/// Words of what all items come to, or some of one.
const TOTALS: [&str; 7] = ["合计", "共", "总计", "其中", "小计", "含", "余"];

/// Words that tell several amounts of one thing, where commas part them: 甲项目预算30万元，支出28万元.
const TOLD: [&str; 8] = ["支出", "预算", "决算", "结转", "到位", "完成", "拨付", "占"];

/// Words of where money came from, which is no thing of those counted: 项目2个：中央资金120万元、省级资金30万元、自筹10万元.
const FUNDS: [&str; 4] = ["资金", "自筹", "投资", "财政补助"];

/// Every item is a short name with its number, brackets left out, to the end of the list.
fn is_table_like(facts: &Facts, from: usize, parts: &[usize], end: usize) -> bool {
    let mut at = from;
    for part in parts {
        let Some(fact) = facts.get(*part) else { return false };
        let gap: String = outside(facts, at..fact.range.start).map(|(_, c)| c).collect();
        let marks = gap.chars().filter(|c| matches!(c, '、' | '，')).count();
        let begins = gap.is_empty() || gap.starts_with(['、', '，']) || at == from;
        if gap.chars().count() > 14 || marks > 1 || !begins || marks == 0 && at != from {
            return false;
        }
        at = fact.range.end;
    }
    outside(facts, at..end).count() <= 4
}

/// G11: 计划建设站点5个，5个站点已全部建成.
pub(super) fn all_done(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(fact) = facts.get(id).filter(|f| f.left.is_empty()) else { return };
    let Some((noun, _)) = fact.right.split_once("已全部").or_else(|| fact.right.split_once("全部")) else {
        return;
    };
    if noun.chars().count() < 2 {
        return;
    }
    let planned = |f: &Fact| {
        f.is_level()
            && f.is_like(fact)
            && f.figure.is_plain()
            && (f.left.ends_with(noun) || f.right.starts_with(noun))
            && (f.measure == Measure::Plan || f.left.contains('共'))
    };
    let mut before = facts.pick(facts.in_sentence(fact.place.sentence).start..id, planned);
    if let (Some(plan), None) = (before.next(), before.next()) {
        let start = facts.get(plan).map_or(fact.range.start, |f| f.range.start);
        out.relation(Relation { kind: Kind::Equal, ..sum("G11", &[id], plan, start..fact.range.end, "W29") });
    }
}
