//! W35, W36: the year and the body that the title names, against the text and its signature.

use crate::fact::Facts;
use crate::gather::Gather;
use crate::rule::{Scope, Sink};
use crate::text::{Mention, Range};

/// The title: the words up to 报告 with which one of the first lines begins; the text may follow in the same paragraph.
pub(super) fn title(facts: &Facts) -> Option<(usize, Range)> {
    const ENDS: [&str; 3] = ["报告", "自评表", "总结"];
    let first = facts.text.paragraphs().iter().take(6).enumerate();
    first.filter(|(_, p)| p.marker.is_none()).find_map(|(i, p)| {
        let limit = p.range.end.min(p.range.start + 60);
        let stop = p
            .range
            .clone()
            .take_while(|at| !matches!(facts.text.at(*at), Some('。' | '，' | '；' | '：' | '《')))
            .last()?
            + 1;
        let end = (p.range.start..limit)
            .find_map(|at| ENDS.iter().find(|w| facts.text.has(at, w)).map(|w| at + w.chars().count()))?;
        (end <= stop).then_some((i, p.range.start..end))
    })
}

/// The years `20xx年` of a range, with their places; those in titles 《》 and numbers 〔〕 left out.
fn years(facts: &Facts, range: Range) -> Vec<(i32, Range)> {
    let mut out = Vec::new();
    let mut quoted = 0i32;
    for i in range.clone() {
        match facts.text.at(i) {
            Some('《') => quoted += 1,
            Some('》') => quoted -= 1,
            Some('年') if quoted <= 0 && i >= range.start + 4 => {
                let year = facts.text.words(i - 4..i).parse::<i32>().ok().filter(|y| (2000..=2099).contains(y));
                out.extend(year.map(|y| (y, i - 4..i + 1)));
            }
            _ => {}
        }
    }
    out
}

/// W35: the title says 2021, the text speaks of 2022 throughout.
pub(super) fn other_year(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let Some((index, range)) = title(facts) else { return };
    let titled = years(facts, range.clone());
    let Some((_, place)) = titled.last() else { return };
    // A signature's date is no year of the report.
    let body = facts.text.paragraphs().iter().skip(index).filter(|p| !p.heading);
    let said: Vec<i32> =
        body.flat_map(|p| years(facts, p.range.start.max(range.end)..p.range.end)).map(|(y, _)| y).gather();
    let most = said.iter().copied().max_by_key(|y| said.iter().filter(|o| *o == y).count());
    let often = most.is_some_and(|m| said.iter().filter(|y| **y == m).count() >= 3);
    // 2024年执行情况和2025年预算草案的报告: of two years the text may tell one.
    if often && !titled.iter().any(|(year, _)| said.contains(year)) {
        out.note("W35", Vec::new(), place.clone());
    }
}

/// Ends of names of public bodies.
const BODIES: [&str; 18] = [
    "局",
    "委员会",
    "办公室",
    "中心",
    "人民政府",
    "办事处",
    "厅",
    "法院",
    "检察院",
    "学校",
    "医院",
    "委",
    "院",
    "馆",
    "所",
    "站",
    "联合会",
    "协会",
];

/// W36: another body signs than the title names; a short form of the same name is no other.
pub(super) fn other_name(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let Some((index, range)) = title(facts) else { return };
    let before =
        index.checked_sub(1).and_then(|i| facts.text.paragraphs().get(i)).map(|p| facts.text.words(p.range.clone()));
    let Some(named) = body_of(facts.text.words(range)).or_else(|| before.and_then(body_of)) else { return };
    let tail = facts.text.paragraphs().iter().rev().take(4);
    let Some(signed) =
        tail.filter(|p| p.heading && p.marker.is_none()).find(|p| is_body(facts.text.words(p.range.clone())))
    else {
        return;
    };
    let name = facts.text.words(signed.range.clone());
    if !is_short_form(name, &named) && !is_short_form(&named, name) {
        out.note("W36", Vec::new(), signed.range.clone());
    }
}

fn is_body(words: &str) -> bool {
    (4..=24).contains(&words.chars().count())
        && words.ends_with_any(&BODIES)
        && !words.chars().any(|c| c.is_ascii_digit())
}

/// The body with which a title begins, a year before it left out: all before its year or 关于.
fn body_of(title: &str) -> Option<String> {
    let bare = title.trim_start_matches(|c: char| c.is_ascii_digit());
    let title = if bare.len() < title.len() { bare.trim_start_matches(['年', '度']) } else { bare };
    let cut = ["20", "关于", "部门", "整体"].iter().filter_map(|w| title.find(w)).min().unwrap_or(title.len());
    let name = title.get(..cut)?;
    is_body(name).then(|| name.to_owned())
}

/// Whether all characters of the short name stand in the long one, in order.
fn is_short_form(short: &str, long: &str) -> bool {
    let mut rest = long.chars();
    short.chars().all(|c| rest.any(|d| d == c))
}
