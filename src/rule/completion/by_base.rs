//! 执行率以调整预算计算为97.2%，若以年初预算计算则为110.3%: rates of execution that tell in their words which budget they are of, all of what was
//! spent.

use super::{RULE, relation};
use crate::fact::{Fact, Measure};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::{Equation, Relation, ratio};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How words tell that a budget is what is divided by.
const BY: [&str; 6] = ["计算", "测算", "为基数", "为分母", "口径", "核算"];

/// How many figures around a rate another one is looked for.
const REACH: usize = 12;

/// States such a rate, whose budget and outturn stand in the paragraph or are what the document told of everything. Where another one of the
/// sentence holds of the same outturn, the words assert this one.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) -> bool {
    let Some(share) = share(scope, id) else { return false };
    let sentence = scope.facts.get(id).map_or(0..0, |f| scope.facts.in_sentence(f.place.sentence));
    let near = sentence.start.max(id.saturating_sub(REACH))..sentence.end.min(id + REACH);
    let others = || near.filter(|other| *other != id).filter_map(|other| self::share(scope, other));
    let told = || others().any(|other| scope.fits(&other) && other.facts().0.first() == share.facts().0.first());
    let stated = scope.fits(&share) || scope.is_stated_slip(&share) || told();
    if stated {
        let range = scope.facts.span(&share.all());
        out.relation(Relation { rule: RULE.name, ..relation("E03", share, range, "W02") });
    }
    stated
}

fn share(scope: &Scope, id: usize) -> Option<Equation> {
    let facts = scope.facts;
    let rate = facts.get(id).filter(|f| f.figure.unit.dimension == Dimension::Percent && f.figure.is_plain())?;
    let start = |of: Option<&crate::text::Range>| of.map_or(rate.range.start, |r| r.start.min(rate.range.start));
    let words = |from: usize| facts.text.words(from..rate.range.start);
    let clause =
        words(start(facts.clauses.clauses().get(rate.place.clause))).trim_end_matches(['则', '为', '是', '达']);
    let sentence = words(start(facts.clauses.sentences().get(rate.place.sentence)));
    let base = BY.iter().find_map(|by| clause.strip_suffix(by)).filter(|_| sentence.mentions("执行率"))?;
    let (_, base) = base.rsplit_once(['以', '按'])?;
    let wanted = Measure::of(base);
    let like = |f: &Fact| f.is_level() && f.figure.is_plain() && f.measure == wanted;
    let paragraph = facts.in_paragraph(rate.place.paragraph).start..id;
    let whole = facts.pick(paragraph, like).single().or_else(|| facts.of_everything(base).next())?;
    let part = facts.of_everything("全年支出").next().filter(|_| wanted.is_budget())?;
    facts.get(part).zip(facts.get(whole)).is_some_and(|(p, w)| p.is_like(w)).then(|| ratio(part, whole, id))
}
