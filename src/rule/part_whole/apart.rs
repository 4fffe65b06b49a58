//! Lists that stand apart from their whole: a pair that divides it a second time, what is named after it, paragraphs that are
//! numbered under its own.

use super::row::names;
use super::{kind_of, relation, sum};
use crate::catalog::partition::is_denied;
use crate::fact::Fact;
use crate::gather::Gather;
use crate::rule::{Scope, Sink};

/// How many paragraphs before a numbered list its whole may stand.
const REACH: usize = 4;

/// States all of them.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    denied(scope, out);
    tailed(scope, out);
    numbered(scope, out);
}

/// 产值319亿元，其中轻工业127亿元，重工业192亿元；国有企业75亿元，非国有企业244亿元: what is so and what is not so make what the
/// list before them makes.
fn denied(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let level = |f: &Fact| f.is_level() && f.figure.is_plain() && f.place.depth == 0;
    for id in scope.levels(|f| f.place.depth == 0).filter(|id| *id > 0) {
        let pair = [id, id + 1];
        let (Some(first), Some(last)) = (facts.get(id), facts.get(id + 1).filter(|f| level(f))) else { continue };
        let beside = first.place.segment == last.place.segment && first.is_like(last);
        if !beside || out.added_up(id).next().is_some() {
            continue;
        }
        let before = facts.get(id - 1).filter(|f| f.place.sentence == first.place.sentence && f.is_like(first));
        let whole = before.and_then(|_| out.added_up(id - 1).find(|w| *w < id));
        let denied = || names(scope, &pair).is_some_and(|names| is_denied(&names));
        if let Some(whole) = whole.filter(|_| denied()) {
            let range = facts.span(&[whole, id + 1]);
            out.relation(relation("A10", kind_of(scope, whole), sum(&pair, whole), range, true));
        }
    }
}

/// 扣除发行费用430.96万元后，净额3,934.00万元；其中承销费用363.95万元，其他费用67.01万元: what ends in 其他 is of the amount that its
/// name ends like, and not of the nearest.
fn tailed(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let level = |f: &Fact| f.is_level() && f.figure.is_plain() && f.place.depth == 0;
    for id in scope.levels(|f| f.place.depth == 0 && f.left.starts_with("其他")).filter(|id| *id > 0) {
        let Some(last) = facts.get(id) else { continue };
        let noun = last.left.trim_start_matches("其他").trim_start_matches("各项");
        let start = facts.in_sentence(last.place.sentence).start;
        let named = |f: &Fact| level(f) && f.is_like(last) && f.left.ends_with(noun);
        let beside = |f: &Fact| named(f) && f.place.segment == last.place.segment;
        let mut parts: Vec<usize> = facts.pick(start..id, beside).gather();
        parts.push(id);
        let Some(first) = parts.first().copied().filter(|_| noun.chars().count() >= 2 && parts.len() >= 2) else {
            continue;
        };
        let before = |f: &Fact| named(f) && f.place.segment < last.place.segment;
        // 公共预算支出49.8亿元，…。主要支出项目：教育支出9.8亿元，…，其他各项支出18.4亿元: the head of the sentence before.
        let above = || {
            let previous = last.place.sentence.checked_sub(1).filter(|_| parts.len() >= 3)?;
            let head = |f: &Fact| named(f) && f.place.paragraph == last.place.paragraph;
            facts.pick(facts.in_sentence(previous), head).next()
        };
        let whole = facts.pick(start..first, before).next_back().or_else(above);
        let whole = whole.filter(|w| !out.added_up(id).any(|of| of == *w));
        let Some(equation) = whole.map(|w| sum(&parts, w)) else { continue };
        let fits = scope.fits(&equation);
        if fits || scope.is_likely_slip(&equation) {
            let range = facts.span(&equation.all());
            out.relation(relation("A10", kind_of(scope, id), equation, range, fits));
        }
    }
}

/// 地方收入61.4亿元。1、一般公共预算收入58.2亿元…。2、政府性基金收入3.1亿元: the heads of numbered paragraphs make an amount above them.
fn numbered(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let paragraphs = facts.text.paragraphs();
    let ordinal = |p: usize| paragraphs.get(p).and_then(|p| p.marker).map(|m| (m.level, m.ordinal));
    // 1.…：（1）…；（2）…。2.…: what is numbered deeper belongs to the item before it.
    for from in 0..paragraphs.len() {
        let Some((level, _)) = ordinal(from).filter(|(_, ordinal)| *ordinal == 1) else { continue };
        let mut items = vec![from];
        for p in from + 1..paragraphs.len() {
            match ordinal(p) {
                Some((deeper, _)) if deeper > level => {}
                Some((own, next)) if own == level && usize::try_from(next) == Ok(items.len() + 1) => items.push(p),
                _ => break,
            }
        }
        if items.len() >= 2 {
            under(scope, &items, out);
        }
    }
}

fn under(scope: &Scope, list: &[usize], out: &mut Sink) {
    let start = list.first().copied().unwrap_or_default();
    let facts = scope.facts;
    let level = |f: &Fact| f.is_level() && f.figure.is_plain() && f.place.depth == 0 && !f.period.is_past(facts.year);
    let head = |p: usize| facts.pick(facts.in_paragraph(p), level).next();
    let Some(parts) = list.iter().copied().map(head).gather_all() else { return };
    let Some(first) = parts.first().and_then(|id| facts.get(*id)) else { return };
    let like = |f: &Fact| level(f) && f.is_like(first) && f.measure == first.measure;
    if !parts.iter().all(|id| facts.get(*id).is_some_and(like)) {
        return;
    }
    let above = facts.in_paragraph(start.saturating_sub(REACH)).start..facts.in_paragraph(start).start;
    let directly = head(start.saturating_sub(1)).filter(|_| start > 0);
    let digits: u32 = parts.iter().filter_map(|id| facts.get(*id)).map(|f| f.figure.digits()).sum();
    let whole = facts.pick(above, like).rev().find(|whole| {
        let near = Some(*whole) == directly && digits >= 5;
        (near || digits >= 8) && if near { scope.fits(&sum(&parts, *whole)) } else { scope.adds_up(&parts, *whole) }
    });
    if let Some(whole) = whole {
        let equation = sum(&parts, whole);
        let range = facts.span(&equation.all());
        out.relation(relation("A10", kind_of(scope, whole), equation, range, true));
    }
}
