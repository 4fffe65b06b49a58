//! G01, G02, G04, G11: the number first, then the list: 设3个科室：办公室、财务科、业务科.

use super::names::{Listing, forward};
use super::numbers::{all_done, categories, priced};
use super::{RULE, count, number};
use crate::fact::{Fact, Facts};
use crate::relation::{Reason, Relation};
use crate::rule::{Scope, Sink};
use crate::text::{Mention, Range};

/// Words that open a list behind the thing counted, longest first; `partial` ones admit that it is not complete.
const OPENERS: [(&str, bool); 21] = [
    ("主要包括", true),
    ("主要有", true),
    ("主要是", true),
    ("主要为", true),
    ("分别包括", false),
    ("分别设在", false),
    ("分别设立", false),
    ("分别设", false),
    ("分别为", false),
    ("分别是", false),
    ("具体包括", false),
    ("具体为", false),
    ("其中包括", true),
    ("包括", false),
    ("包含", false),
    ("涵盖", false),
    ("下设", false),
    ("设在", false),
    ("即", false),
    ("有", false),
    ("为", false),
];

/// Openers behind which every one of the things is listed.
const EXHAUSTIVE: [&str; 8] = ["分别为", "分别是", "分别设在", "分别设立", "分别设", "具体包括", "具体为", "即"];

/// Bodies that are listed by name: here a list that is too short is a fault, not an abridgement.
const BODIES: [&str; 16] = [
    "科室", "股室", "处室", "机构", "单位", "部门", "中心", "室", "科", "股", "大队", "支队", "社区", "街道", "站",
    "所",
];

/// Where a list opens behind a number.
pub(super) struct Opening {
    /// First character of the list.
    pub(super) from: usize,
    /// One past its last, where a bracket or a paragraph bounds it.
    pub(super) limit: usize,
    /// 主要包括.
    pub(super) partial: bool,
    /// ：directly behind the thing counted.
    pub(super) colon: bool,
    /// A colon, 即 or 分别为: what follows is all of them.
    pub(super) exhaustive: bool,
    /// The thing counted.
    noun: String,
    in_bracket: bool,
}

/// States what the list behind a number says.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(fact) = facts.get(id) else { return };
    all_done(scope, id, out);
    let Some(opening) = opening(facts, fact) else { return };
    if !opening.in_bracket && (priced(scope, id, &opening, out) || categories(scope, id, &opening, out)) {
        return;
    }
    let (Some(stated), end) = (number(fact), opening.limit) else { return };
    if let Some(paragraphs) = numbered(facts, fact, &opening) {
        return out.relation(count("G01", id, paragraphs, false, fact.range.start..end));
    }
    let Some(list) = forward(facts, opening.from, opening.limit) else { return };
    if opening.in_bracket && (!list.clean || list.end + 1 < opening.limit) {
        return;
    }
    judge(fact, id, stated, &opening, &list, out);
}

fn judge(fact: &Fact, id: usize, stated: u32, opening: &Opening, list: &Listing, out: &mut Sink) {
    let range = fact.range.start..list.end;
    let Some(listed) = list.readings.first().copied() else { return };
    if list.open {
        if listed <= stated || list.clean {
            out.relation(count("G02", id, listed, true, range));
        }
        return;
    }
    if list.readings.contains(&stated) {
        return out.relation(count("G01", id, stated, false, range));
    }
    let words = format!("{}{}", fact.left, opening.noun);
    let body = words.ends_with_any(&BODIES) || BODIES.iter().take(6).any(|b| words.contains(b));
    if body && list.clean && !opening.partial && !opening.in_bracket && list.readings.len() == 1 {
        return out.relation(count("G01", id, listed, false, range));
    }
    // 下设机构（办公室、财务科）: a bracket behind a body lists it as well, if every item is a body.
    if body && list.clean && opening.in_bracket && list.readings.len() == 1 {
        return out.relation(Relation { sure: false, ..count("G01", id, listed, false, range) });
    }
    // Things of other kinds: their list may be chosen from more, so it is only a suspicion.
    if opening.exhaustive && list.clean && list.whole && !opening.in_bracket && list.readings.len() == 1 {
        return out.relation(Relation { sure: false, ..count("G01", id, listed, false, range) });
    }
    if opening.colon && list.clean {
        out.unchecked(RULE.name, "G01", range, vec![id], Reason::Ambiguous);
    }
}

/// What opens behind a number: a colon, a word, or a bracket.
fn opening(facts: &Facts, fact: &Fact) -> Option<Opening> {
    let text = &facts.text;
    let paragraph = facts.text.paragraphs().get(fact.place.paragraph)?.range.end;
    let paragraph = next_list(facts, fact).unwrap_or(paragraph);
    let bracket_end = fact.place.bracket.and_then(|b| facts.clauses.partner(b)).unwrap_or(paragraph);
    let opener = |at: usize| OPENERS.iter().find(|(w, _)| text.has(at, w));
    let mut noun = String::new();
    let mut i = fact.range.end;
    while i < bracket_end && noun.chars().count() <= 16 {
        let c = text.at(i)?;
        let after_comma = c == '，';
        let word = if after_comma {
            opener(i + 1)
        } else {
            opener(i).filter(|(w, _)| w.chars().count() >= 2 && *w != "下设")
        };
        let opened = |from: usize, partial: bool, colon: bool, exhaustive: bool, noun: String| {
            Some(Opening { from, limit: bracket_end, partial, colon, exhaustive, noun, in_bracket: false })
        };
        if let Some((word, partial)) = word {
            let at = i + usize::from(after_comma) + word.chars().count();
            let behind = usize::from(text.at(at) == Some('：'));
            return opened(at + behind, *partial, false, EXHAUSTIVE.contains(word), noun);
        }
        match c {
            '：' => return opened(i + 1, false, true, true, noun),
            '（' => {
                let close = facts.clauses.partner(i)?;
                if is_list(facts, i, close) {
                    let partial = ["含", "其中", "包括", "如"].iter().any(|w| text.has(i + 1, w));
                    let opening = Opening {
                        from: i + 1,
                        limit: close,
                        partial,
                        colon: false,
                        exhaustive: false,
                        noun,
                        in_bracket: true,
                    };
                    return (!partial).then_some(opening);
                }
                i = close;
            }
            '，' | '。' | '；' | '、' | '！' | '\n' => return None,
            c if c.is_ascii_digit() => return None,
            c => noun.push(c),
        }
        i += 1;
    }
    None
}

/// 多在三处：甲、乙、丙；少在一处：丁: where the next part of the sentence opens a list of its own, behind a colon in its first clause.
fn next_list(facts: &Facts, fact: &Fact) -> Option<usize> {
    let end = facts.clauses.sentences().get(fact.place.sentence)?.end;
    let later = facts.clauses.segments().get(fact.place.segment + 1..)?.iter().take_while(|s| s.end <= end);
    let opens = |range: &Range| {
        let words = facts.text.words(range.clone());
        words.split('，').next().is_some_and(|clause| clause.contains('：'))
    };
    later.clone().find(|range| opens(range)).map(|s| s.start.saturating_sub(1))
}

/// Whether a bracket holds names in a row and no clauses.
fn is_list(facts: &Facts, open: usize, close: usize) -> bool {
    let inside = facts.text.slice(open..close);
    // 12处（水文6、水位4、雨量2）: the names have numbers of their own.
    let counted = inside.windows(2).any(|pair| matches!(pair, [a, '、'] if a.is_ascii_digit()));
    inside.contains(&'、') && !counted && !inside.iter().any(|c| matches!(c, '，' | '；' | '。'))
}

/// 共3个，包括： with the names as numbered paragraphs: how many.
fn numbered(facts: &Facts, fact: &Fact, opening: &Opening) -> Option<u32> {
    let paragraphs = facts.text.paragraphs();
    let own = paragraphs.get(fact.place.paragraph)?;
    if opening.from + 1 < own.range.end {
        return None;
    }
    let first = paragraphs.get(fact.place.paragraph + 1)?.marker.filter(|m| m.ordinal == 1)?;
    let mut count = 0;
    for (offset, p) in paragraphs.iter().skip(fact.place.paragraph + 1).enumerate() {
        let Some(marker) = p.marker.filter(|m| m.level == first.level && m.ordinal == count + 1) else { break };
        let named =
            p.range.len() <= marker.length + 30 && facts.in_paragraph(fact.place.paragraph + 1 + offset).is_empty();
        if !named {
            return None;
        }
        count += 1;
    }
    (count >= 2).then_some(count)
}
