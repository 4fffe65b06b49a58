//! A13: funds against uses: 上述两项用于商品服务25万元、设备5万元. A12: 另调减.

use super::row::leaves_rest_untold;
use super::{RULE, kind_of, relation, sum};
use crate::fact::{Fact, Role, agree};
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Reason, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;
use crate::token::clause::index_of;

/// States both.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    for sentence in 0..scope.facts.clauses.sentences().len() {
        if let Some(at) = announced(scope, sentence) {
            funds(scope, sentence, at, out);
        }
        each(scope, sentence, out);
    }
    moved(scope, out);
}

/// How many uses are a list, how many digits they have together at least, and how many figures back their whole may stand.
const USES: (usize, u32, usize) = (3, 8, 16);

/// 用于甲3924万元，占资金总额的60%；用于乙2016万元；用于丙600万元: one use in each part of a sentence, which make an amount of its paragraph or of the one
/// above; the first amount there but for a slip.
fn each(scope: &Scope, sentence: usize, out: &mut Sink) {
    let facts = scope.facts;
    let own = facts.in_sentence(sentence);
    if own.len() < USES.0 {
        return;
    }
    let id = own.start;
    let Some(first) = facts.get(id) else { return };
    let used = |id: &usize| {
        facts.get(*id).is_some_and(|f| {
            // 用于就业增收600万元: what it is used for may end with a verb.
            let told = f.is_level() || f.role == Role::Change && f.phrase.is_empty();
            told && f.figure.is_plain() && f.is_like(first) && f.left.trim_start_matches("其中").starts_with("用于")
        })
    };
    if !used(&id) {
        return;
    }
    let mut heads: Vec<usize> = own.gather();
    heads.dedup_by_key(|id| facts.get(*id).map(|f| f.place.segment));
    if heads.len() < USES.0 || !heads.iter().all(used) {
        return;
    }
    let digits: u32 = heads.iter().filter_map(|id| facts.get(*id)).map(|f| f.figure.digits()).sum();
    if digits < USES.1 {
        return;
    }
    let above = facts.in_paragraph(first.place.paragraph.saturating_sub(1)).start.max(id.saturating_sub(USES.2));
    let level = |f: &Fact| f.is_level() && f.is_like(first) && f.figure.is_plain() && f.place.depth == 0;
    // 用于丙300万元，结余60万元: what was not used is none of the uses.
    let alone =
        || facts.pick(facts.in_sentence(sentence), |f| f.is_amount() && f.is_like(first)).count() == heads.len();
    // 安排3000万元，上年结转500万元: of two funds neither is all that was used.
    let head = facts.pick(above..id, level).next().filter(|whole| {
        let single = || facts.pick(whole + 1..id, level).all(|part| out.added_up(part).any(|w| w == *whole));
        alone() && single() && scope.is_slip(&sum(&heads, *whole)) && !leaves_rest_untold(scope, &heads)
    });
    let exact = facts.pick(above..id, level).find(|whole| scope.adds_up(&heads, *whole));
    let free = heads.iter().all(|id| out.added_up(*id).next().is_none());
    if let Some(whole) = exact.or(head).filter(|_| free) {
        let equation = sum(&heads, whole);
        let range = facts.span(&equation.all());
        out.relation(relation("A13", kind_of(scope, whole), equation, range, exact.is_some()));
    }
}

/// Where a sentence says 此专项经费用于, 上述…用于.
fn announced(scope: &Scope, sentence: usize) -> Option<usize> {
    let facts = scope.facts;
    let range = facts.clauses.sentences().get(sentence)?.clone();
    let uses = range.start + facts.text.slice(range.clone()).windows(2).position(|pair| pair == ['用', '于'])?;
    let words = facts.text.words(range.start..uses);
    let clause = words.rsplit(['，', '；', '。', '：']).next()?;
    let refers = ["此", "该", "上述", "以上", "这"].iter().any(|w| clause.starts_with(w) || clause.mentions("上述"));
    (refers && clause.chars().count() <= 24).then_some(uses)
}

fn funds(scope: &Scope, sentence: usize, at: usize, out: &mut Sink) {
    let facts = scope.facts;
    let level = |f: &Fact| f.is_level() && f.place.depth == 0 && f.figure.is_plain();
    let mut uses: Vec<usize> = facts.pick(facts.in_sentence(sentence), |f| level(f) && f.range.start > at).gather();
    let segment = index_of(facts.clauses.segments(), at);
    // 该项经费用于燃料费等支出；购置费28万元: what is told behind ； is no use of it.
    let Some(first) = uses.first().and_then(|id| facts.get(*id)).filter(|f| f.place.segment == segment) else { return };
    uses.retain(|id| facts.get(*id).is_some_and(|f| f.is_like(first)));
    let before = facts.in_paragraph(first.place.paragraph);
    let sources: Vec<usize> = facts.pick(before, |f| level(f) && f.range.end <= at && f.is_like(first)).gather();
    let (Some(nearest), Some(head)) = (sources.last().copied(), sources.first().copied()) else { return };
    let start = facts.get(head).map_or(at, |f| f.range.start);
    let end = uses.last().and_then(|id| facts.get(*id)).map_or(at, |f| f.range.end);
    let terms = |ids: &[usize]| ids.iter().map(|id| Term::plus(*id)).gather();
    let balance = |from: &[usize]| match from {
        [one] => sum(&uses, *one),
        many => Equation::Sum { parts: terms(many), whole: terms(&uses) },
    };
    let state = |equation: Equation, sure: bool, out: &mut Sink| {
        out.relation(relation("A13", kind_of(scope, nearest), equation, start..end, sure))
    };
    // A total that the paragraph states for its own list stands for the list.
    let total = out.sums_over(nearest).rev().find_map(|(_, r)| match (&r.equation, r.kind) {
        (Equation::Sum { whole, .. }, Kind::Sum) => whole.first().map(|t| t.fact).filter(|id| sources.contains(id)),
        _ => None,
    });
    let all = balance(&sources);
    let single = balance(&[nearest]);
    let readings = [total.map(|t| balance(&[t])), Some(all.clone())];
    if let Some(equation) = readings.into_iter().flatten().find(|e| scope.fits(e)) {
        return state(equation, true, out);
    }
    match (total, sources.as_slice()) {
        (Some(total), _) => state(balance(&[total]), true, out),
        (None, [_]) => state(single, true, out),
        // Two funds and one list of uses: neither reading is taken for the other (both are shown).
        (None, [_, ..]) if sources.len() <= 6 => state(all, true, out),
        _ => out.unchecked(RULE.name, "A13", start..end, uses.clone(), Reason::Ambiguous),
    }
}

/// A12: 工作经费292.50万元（另调减…7.50万元）, with the opening budget of the item stated elsewhere.
fn moved(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for id in 1..facts.list.len() {
        let (Some(moved), Some(rest)) = (facts.get(id), facts.get(id - 1)) else { continue };
        let words = moved.place.bracket.map(|b| facts.text.words(b..moved.range.start)).unwrap_or_default();
        let aside = moved.place.depth == rest.place.depth + 1
            && words.contains('另')
            && words.mentions_any(&["调减", "调出", "划转", "下划", "调整", "划拨"]);
        if !aside || !rest.is_level() || !moved.is_like(rest) {
            continue;
        }
        let name = stem(&rest.label.key);
        let same = |f: &Fact| {
            f.is_level()
                && f.is_like(rest)
                && f.place.sentence != rest.place.sentence
                && (agree(&f.label.key, &rest.label.key) || has_stem(&f.label.key, &name))
        };
        // An item's budget stands in the same report; a bounded reach keeps time in proportion to the text.
        let reach = id.saturating_sub(REACH)..facts.list.len().min(id + REACH);
        let budgets: Vec<usize> = facts.pick(reach, same).gather();
        let equation = |budget: usize| sum(&[id - 1, id], budget);
        let fit = budgets.iter().copied().find(|b| scope.fits(&equation(*b)));
        let slip = budgets.iter().copied().find(|b| scope.is_slip(&equation(*b)));
        let inline = facts
            .pick(facts.in_sentence(rest.place.sentence), |f| {
                f.is_level() && f.is_like(rest) && f.measure.is_budget() && f.place.depth == 0
            })
            .find(|b| *b != id - 1);
        if let Some(budget) = fit.or(slip).or(inline) {
            let start = rest.range.start;
            out.relation(relation("A12", Kind::Sum, equation(budget), start..moved.range.end, true));
        }
    }
}

/// How many facts before and behind an item's budget may stand.
const REACH: usize = 600;

/// A name without its weak words: 打击传销工作经费 and 打击传销专项经费 are one.
fn stem(name: &str) -> String {
    name.replace("工作经费", "").replace("专项经费", "").replace("专项", "").replace("经费", "")
}

/// Whether a name has a stem; most names lack one of its characters.
fn has_stem(name: &str, wanted: &str) -> bool {
    wanted.chars().count() >= 3 && wanted.chars().all(|c| name.contains(c)) && stem(name) == wanted
}
