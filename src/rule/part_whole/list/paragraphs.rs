//! The items of a list that fills the numbered paragraphs behind its opening: 具体情况如下：.

use crate::fact::Measure;
use crate::rule::Scope;
use crate::text::Range;

/// The head figures of the numbered paragraphs behind an opening like 其中： or 具体情况如下：.
pub(super) fn paragraph_items(scope: &Scope, paragraph: usize) -> Vec<Vec<usize>> {
    let facts = scope.facts;
    let paragraphs = facts.text.paragraphs();
    let mut out = Vec::new();
    let mut level = None;
    let mut ordinal = 0;
    // 一、公务接待费: a heading whose amount the paragraph below it gives.
    let mut bare = false;
    for (index, p) in paragraphs.iter().enumerate().skip(paragraph + 1) {
        match (p.marker, level) {
            // 甲…元。乙…元。二、…: a number ends a list that has none.
            (Some(_), None) if !out.is_empty() => break,
            (Some(m), None) => level = Some(m.level),
            (Some(m), Some(l)) if m.level < l => break,
            (Some(m), Some(l)) if m.level == l && m.ordinal <= ordinal => break,
            (None, None) if p.heading => break,
            _ => {}
        }
        let told_below = bare && p.marker.is_none();
        bare = false;
        if level.is_some() && p.marker.is_none_or(|m| Some(m.level) != level) && !told_below {
            continue;
        }
        if let Some(m) = p.marker {
            ordinal = m.ordinal;
        }
        let cut = cue_in(scope, p.range.clone());
        let head = facts.pick(facts.in_paragraph(index), |f| {
            f.is_level() && f.figure.is_plain() && f.place.depth == 0 && f.range.start < cut
        });
        let mut measures = Vec::new();
        let mut item = Vec::new();
        for id in head {
            let measure = facts.get(id).map(|f| f.measure).unwrap_or_default();
            let own = facts.get(id).is_some_and(|f| f.label.own);
            if measures.contains(&measure) || (!measures.is_empty() && own && measure == Measure::Unstated) {
                continue;
            }
            measures.push(measure);
            item.push(id);
        }
        bare = item.is_empty() && p.marker.is_some();
        if !item.is_empty() {
            out.push(item);
        }
        if level.is_none() && (out.is_empty() || out.len() > 40) {
            break;
        }
    }
    out
}

/// Where the first list inside a range begins.
pub(super) fn cue_in(scope: &Scope, range: Range) -> usize {
    let words = scope.facts.text.words(range.clone());
    words.split_once("其中").map_or(range.end, |(head, _)| range.start + head.chars().count())
}
