//! What a paragraph that begins with its list divides.

use super::cue::Cue;
use crate::fact::Fact;
use crate::gather::Gather;
use crate::rule::Scope;

/// The amounts of the paragraph above, for a paragraph that begins with its list: 年度资金总额：…全年预算数…，全年执行数…。
pub(super) fn amounts(scope: &Scope, cue: &Cue, part: &Fact) -> Vec<usize> {
    let facts = scope.facts;
    let Some(p) = facts.text.paragraphs().get(cue.paragraph) else { return Vec::new() };
    let start = p.range.start + p.marker.map_or(0, |m| m.length);
    let Some(above) = cue.paragraph.checked_sub(1).filter(|_| start == cue.at && p.marker.is_none()) else {
        return Vec::new();
    };
    let like = |f: &Fact| f.is_level() && f.is_like(part) && f.figure.is_plain() && f.place.depth == 0;
    let sentence = facts.pick(facts.in_paragraph(above), like).next_back().and_then(|id| facts.get(id));
    let mut out: Vec<usize> =
        sentence.map(|f| facts.pick(facts.in_sentence(f.place.sentence), like).gather()).unwrap_or_default();
    // 如加上结转1270亿元，支出为120155亿元。↵其中，本级支出35015亿元: what cannot hold the part is not meant where something else can.
    let holds = |id: &usize| facts.get(*id).is_some_and(|f| f.figure.base() >= part.figure.base());
    if out.iter().any(holds) {
        out.retain(holds);
    }
    out
}
