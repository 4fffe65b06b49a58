//! G07, G09: ordinals: three measures and 一是、二是、三是; numbers that jump.

use super::{count, number};
use crate::fact::{Fact, Facts};
use crate::rule::{Scope, Sink};
use crate::text::{Mention, Range};

const HAN: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/// G07: 采取三项措施：一是…，二是…，三是….
pub(super) fn measures(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(fact) = facts.get(id) else { return };
    let text = &facts.text;
    let near = fact.range.end..fact.range.end + 16;
    let Some((first, style)) = near.clone().find_map(|i| style(facts, i, 0).map(|s| (i, s))) else { return };
    let between = text.slice(fact.range.end..first);
    // 五个方面，采取以下措施：一是…: the ordinals count something else there.
    let is_mark = |c: &&char| matches!(c, '，' | '；' | '：' | '。' | '、' | '\n');
    let direct = between
        .iter()
        .take(between.len().saturating_sub(1))
        .find(is_mark)
        .is_none_or(|c| *c == '。' && between.ends_with(&['。', '\n']));
    // 对12个单位审计发现：一是…: what they were found to have done is told, not the twelve.
    const FINDS: [&str; 8] = ["发现", "显示", "表明", "反映", "提出", "指出", "认为", "存在"];
    let told = text.words(fact.range.end..first).trim_end_matches(['：', '，', '。', '\n']);
    let finds = |verb: &&str| told.ends_with(*verb) || told.split("以下").any(|head| head.ends_with(*verb));
    if FINDS.iter().any(finds) || fact.left.ends_with('对') {
        return;
    }
    let unbroken = facts.get(id + 1).is_none_or(|next| next.range.start >= first);
    if !direct || !unbroken {
        return;
    }
    let (listed, end) = series(facts, first, style, fact.place.paragraph);
    if listed >= 2 {
        out.relation(count("G07", id, listed, false, fact.range.start..end));
    }
}

/// How many characters before words that point back to a series it begins.
const REACH: usize = 2000;

/// G07: 一是…。二是…。三是…。以上3个方面: the last series of the paragraph before words that point back to it.
pub(super) fn summed_up(scope: &Scope, id: usize, out: &mut Sink) {
    const KINDS: [&str; 7] = ["方面", "问题", "原因", "措施", "环节", "不足", "做法"];
    let facts = scope.facts;
    let Some(fact) = facts.get(id).filter(|f| ["以上", "上述"].contains(&f.left.as_str())) else { return };
    let Some(kind) = KINDS.iter().find(|kind| fact.right.starts_with(**kind)) else { return };
    let Some(paragraph) = facts.text.paragraphs().get(fact.place.paragraph) else { return };
    let before = paragraph.range.start.max(fact.range.start.saturating_sub(REACH))..fact.range.start;
    let mut begun = before.rev().filter_map(|i| style(facts, i, 0).map(|s| (i, s)));
    let Some((first, style)) = begun.next() else { return };
    let (listed, end) = series(facts, first, style, fact.place.paragraph);
    // （一）一是…。二是…。（二）一是…: of several series the words may count all.
    let single = begun.next().is_none() || number(fact) == Some(listed);
    // 原因有三个。上述3个原因: the same number of them was told already.
    let told = |f: &Fact| number(f) == number(fact) && (f.left.mentions(kind) || f.right.mentions(kind));
    let again = facts.pick(facts.begin_in(first..fact.range.start), told).next().is_some();
    let behind = facts.text.words(end..fact.range.start.max(end));
    let goes_on = behind.mentions_any(&["第", "其余", "另", "此外", "还有"]);
    // （三）管理薄弱。一是…。二是…。以上3个问题: they may count the paragraphs.
    let numbered = paragraph.marker.is_some_and(|m| number(fact) == Some(m.ordinal));
    if listed >= 2 && end < fact.range.start && single && !numbered && !again && !goes_on {
        out.relation(count("G07", id, listed, false, first..fact.range.end));
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    /// 一是.
    Is,
    /// 第一，.
    Nth,
}

/// Whether an ordinal of the series stands at a position: the `k`th from 0.
fn style(facts: &Facts, at: usize, k: usize) -> Option<Style> {
    let word = HAN.get(k)?;
    let begins = at
        .checked_sub(1)
        .and_then(|i| facts.text.at(i))
        .is_none_or(|c| matches!(c, '\n' | '。' | '；' | '，' | '：' | '、' | '！' | '”' | '）'));
    if !begins {
        return None;
    }
    if facts.text.has(at, word) && facts.text.at(at + 1) == Some('是') {
        return Some(Style::Is);
    }
    let nth = facts.text.at(at) == Some('第')
        && facts.text.has(at + 1, word)
        && matches!(facts.text.at(at + 2), Some('，' | '、' | '：'));
    nth.then_some(Style::Nth)
}

/// How far a series counts, from its first ordinal through its paragraph and those that go on with it.
fn series(facts: &Facts, first: usize, kind: Style, paragraph: usize) -> (u32, usize) {
    let mut reached = 1;
    let mut end = first + 2;
    for p in facts.text.paragraphs().iter().skip(paragraph) {
        let begin = p.range.start.max(first + 1);
        let goes_on = begin == first + 1
            || style(facts, p.range.start, reached) == Some(kind)
            || (reached == 1 && p.range.contains(&first));
        if !goes_on {
            break;
        }
        for i in begin..p.range.end {
            if style(facts, i, reached) == Some(kind) {
                reached += 1;
                end = i + 2;
            } else if style(facts, i, 0) == Some(kind) {
                return (reached as u32, end);
            }
        }
    }
    (reached as u32, end)
}

/// G09: （1）（2）（4） in one paragraph; 1、 2、 2、 at the heads of paragraphs.
pub(super) fn gaps(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    // Numbers in the cells of a table run down its columns, two of which may stand side by side.
    let paragraphs = facts.text.paragraphs().get(..facts.text.prose()).unwrap_or_default();
    for p in paragraphs {
        let mut last = 0;
        for (range, ordinal) in marks_in(facts, p.range.clone()) {
            let begun = last >= 1;
            if ordinal == last + 1 || ordinal == 1 {
                last = ordinal;
            } else {
                if begun && last >= 2 && ordinal <= last + 3 {
                    out.note("W47", Vec::new(), range);
                }
                last = 0;
            }
        }
    }
    let mut runs: Vec<(u8, u32)> = Vec::new();
    for p in paragraphs {
        let Some(marker) = p.marker.filter(|m| m.ordinal > 0) else {
            if p.heading {
                runs.clear();
            }
            continue;
        };
        runs.retain(|(level, _)| *level <= marker.level);
        let last = runs.iter().find(|(level, _)| *level == marker.level).map(|(_, last)| *last);
        let odd = last.is_some_and(|last| {
            last >= 2
                && marker.ordinal != 1
                && (marker.ordinal == last || (last + 2..=last + 3).contains(&marker.ordinal))
        });
        if odd {
            out.note("W47", Vec::new(), p.range.start..p.range.start + marker.length);
        }
        runs.retain(|(level, _)| *level != marker.level);
        if !odd && (marker.ordinal == 1 || last.is_some_and(|l| l + 1 == marker.ordinal)) {
            runs.push((marker.level, marker.ordinal));
        }
    }
}

/// The marks （1） of a paragraph that stand at the head of a clause.
fn marks_in(facts: &Facts, range: Range) -> Vec<(Range, u32)> {
    let mut out = Vec::new();
    for i in range.clone() {
        let head = || i == range.start || matches!(facts.text.at(i - 1), Some('；' | '。' | '，' | '：'));
        if facts.text.at(i) != Some('（') || !head() {
            continue;
        }
        let digits: String = (i + 1..i + 4).map_while(|j| facts.text.at(j)).take_while(char::is_ascii_digit).collect();
        let close = i + 1 + digits.len();
        if let (Ok(ordinal), Some('）')) = (digits.parse::<u32>(), facts.text.at(close))
            && ordinal <= 30
        {
            out.push((i..close + 1, ordinal));
        }
    }
    out
}
