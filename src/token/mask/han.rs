//! K02, K03, K06, K11, K13 in Han digits.

use super::Mask;
use crate::text::{LogicalText, Mention, Range};
use crate::token::han_numeral;

/// What a policy calls its points: 八项规定, 四个意识, 六稳六保.
const SLOGANS: &[&str] = &["项规定", "个最严", "个意识", "个自信", "个维护", "个确立", "个全面"];

/// The same, but only in quotation marks.
const QUOTED: &[&str] = &["四五", "三五", "稳", "保"];

/// The excluded numeral at a position.
pub(super) fn han(text: &LogicalText, at: usize, limit: usize) -> Option<(Range, Mask)> {
    let previous = at.checked_sub(1).and_then(|i| text.at(i));
    if let Some(stop) = year(text, at, limit) {
        return Some((at..stop, Mask::Date));
    }
    let run = han_numeral::run(text, at, limit);
    if run.is_empty() {
        return None;
    }
    let after = text.at(run.end);
    let month = matches!(after, Some('月' | '日')) && !text.has(run.end, "日常");
    if month && run.len() <= 3 && han_numeral::value(text.slice(run.clone())).is_some_and(|v| v <= 31) {
        return Some((run.start..run.end + 1, Mask::Date));
    }
    if previous == Some('第') || is_phase(text, &run) || is_meeting(text, &run) {
        return Some((run, Mask::Ordinal));
    }
    // 小二台: a place, as is what else small begins with a number.
    let place = previous == Some('小') && matches!(after, Some('台' | '里' | '道' | '处' | '家' | '户'));
    if place && !matches!(at.checked_sub(2).and_then(|i| text.at(i)), Some('大' | '最' | '较' | '中' | '微')) {
        return Some((run, Mask::Idiom));
    }
    let bracketed = previous == Some('（') && after == Some('）');
    let begins = matches!(previous, None | Some('\n' | '。' | '；' | '，' | '：' | '“' | '）'));
    if bracketed || (run.len() == 1 && after == Some('是') && begins) {
        return Some((run, Mask::ListMark));
    }
    let slogan = SLOGANS.iter().any(|word| text.has(run.end, word));
    let quoted = previous == Some('“') && QUOTED.iter().any(|word| text.has(run.end, word));
    if run.len() == 1 && (slogan || quoted) {
        return Some((run, Mask::Slogan));
    }
    let precision = super::PRECISION.iter().any(|word| text.has(run.end, word));
    (precision || is_unnamed(text, at)).then_some((run, Mask::Idiom))
}

/// 二期工程, 管网改造（二期）: which part of a work, not how many.
fn is_phase(text: &LogicalText, run: &Range) -> bool {
    const WORKS: [&str; 7] = ["期工程", "期项目", "期建设", "期改造", "期扩建", "期续建", "期治理"];
    let aside =
        run.start.checked_sub(1).is_some_and(|before| text.at(before) == Some('（')) && text.has(run.end, "期）");
    aside || WORKS.iter().any(|word| text.has(run.end, word))
}

/// 十四届人大六次会议: which meeting, not how many.
fn is_meeting(text: &LogicalText, run: &Range) -> bool {
    const BODIES: [&str; 6] = ["人大", "政协", "人民代表大会", "届", "委员会", "全委会"];
    let meets = ["次会议", "次全会", "次全体会议"].iter().any(|word| text.has(run.end, word));
    meets && text.before(run.start).ends_with_any(&BODIES)
}

/// 二〇二一年; a Latin O is written as often as 〇.
fn year(text: &LogicalText, at: usize, limit: usize) -> Option<usize> {
    let digit = |c: char| "零〇一二三四五六七八九Oo0".contains(c);
    let end = at + (at..limit).take_while(|i| text.at(*i).is_some_and(digit)).count();
    (end == at + 4 && text.at(end) == Some('年')).then_some(end + 1)
}

/// 几十个, 数百万元: no number is named; 人数十二人 names one.
fn is_unnamed(text: &LogicalText, at: usize) -> bool {
    let before = |back| at.checked_sub(back).and_then(|i| text.at(i));
    let round = matches!(text.at(at), Some('十' | '百' | '千'));
    match before(1) {
        Some('几') => true,
        Some('数') => round && !matches!(before(2), Some('人' | '总' | '件' | '户' | '次' | '个' | '项' | '制')),
        _ => false,
    }
}
