//! K03, K09: years, months, days, hours.

use super::Mask;
use super::run::Run;

/// A date or time of day that begins with the run: where it ends.
pub(super) fn date(run: &Run) -> Option<(usize, Mask)> {
    year(run).or_else(|| day(run)).or_else(|| duration(run))
}

fn dash(c: Option<char>) -> bool {
    matches!(c, Some('-' | '—' | '至' | '~' | '/' | '.' | '、' | '到'))
}

/// 2021年, 2019-2021年, 2021.12.31, 〔2021〕.
fn year(run: &Run) -> Option<(usize, Mask)> {
    let (text, end) = (run.text, run.end);
    if run.length() != 4 || !(1900..=2100).contains(&run.value()) {
        return None;
    }
    if run.leads(&["年"]) {
        return Some((end + 1 + usize::from(run.leads(&["年度"])), Mask::Date));
    }
    let more = run.digits_from(end + 1);
    if dash(run.after()) && matches!(more, 1 | 2 | 4) {
        let second = end + 1 + more;
        let day = if dash(text.at(second)) { run.digits_from(second + 1) } else { 0 };
        let stop = if matches!(day, 1 | 2) { second + 1 + day } else { second };
        let closed = text.has(stop, "年");
        if closed || stop > second || (more == 4 && run.after() != Some('.')) {
            return Some((stop + usize::from(closed), Mask::Date));
        }
    }
    let bracketed =
        matches!(run.before(1), Some('〔' | '[' | '【')) || (run.before(1) == Some('（') && run.after() == Some('）'));
    bracketed.then_some((end, Mask::DocumentNumber))
}

/// 3月, 15日, 6号, 8:30, 08-03 10:00.
fn day(run: &Run) -> Option<(usize, Mask)> {
    let (text, end, value) = (run.text, run.end, run.value());
    if run.length() > 2 {
        return None;
    }
    if run.leads(&["月"]) && value <= 12 {
        return Some((end + 1, Mask::Date));
    }
    let second = run.digits_from(end + 1);
    let stop = end + 1 + second;
    let listed = run.after() == Some('、');
    if dash(run.after()) && matches!(second, 1 | 2) && (text.has(stop, "月") || (text.has(stop, "日") && !listed)) {
        return Some((stop + 1, Mask::Date));
    }
    if run.leads(&["日", "号"]) && (1..=31).contains(&value) {
        let dated = run.leads(&["日"]) || run.before(1) == Some('月');
        return Some((end + 1, if dated { Mask::Date } else { Mask::DocumentNumber }));
    }
    if let Some(stop) = clock(run, value) {
        return Some((stop, Mask::Clock));
    }
    // 08-03 10:00 at the head of a dispatch.
    let dispatch = matches!(run.after(), Some('-' | '/')) && second == 2 && value <= 12;
    let hour = text.at(stop) == Some(' ') && text.has(stop + 1 + run.digits_from(stop + 1), "：");
    (dispatch && hour).then_some((stop, Mask::Date))
}

/// 8:30, 17时.
fn clock(run: &Run, value: u64) -> Option<usize> {
    let (text, end) = (run.text, run.end);
    if value > 24 {
        return None;
    }
    if run.leads(&["："]) && run.digits_from(end + 1) == 2 {
        let ratio = text.slice(run.at.saturating_sub(6)..run.at).contains(&'比');
        let minutes = end + 3;
        let seconds = text.has(minutes, "：") && run.digits_from(minutes + 1) == 2;
        return (!ratio && text.at(minutes) != Some('.')).then_some(if seconds { minutes + 3 } else { minutes });
    }
    let minutes = run.digits_from(end + 1);
    let stop = end + 1 + minutes;
    // 18时至20时8.52万起: what is counted in that time is no minute of it.
    let amount = matches!(text.at(stop), Some('.' | ',' | '万' | '亿' | '千' | '百' | '%'));
    let exact = minutes > 0 && (text.has(stop, "分") || minutes == 2 && !amount);
    let hour = (run.leads(&["时"]) && !run.leads(&["时间"])) || (run.leads(&["点"]) && exact);
    hour.then_some(if exact { stop + usize::from(text.has(stop, "分")) } else { end + 1 })
}

/// 80年代, 6个月, 3年, 第4季度.
fn duration(run: &Run) -> Option<(usize, Mask)> {
    let end = run.end;
    if run.length() <= 2 && run.leads(&["年代", "世纪"]) {
        return Some((end + 2, Mask::Date));
    }
    if run.leads(&["年"]) && !run.leads(&["年级"]) && run.value() <= 100 {
        return Some((end + 1, Mask::Date));
    }
    let is_span = run.leads(&["个月"]) && !is_priced(run) || run.leads(&["周年", "季度"]);
    is_span.then_some((end + 2, Mask::Date))
}

/// How many characters before a number of months the price of one may stand.
const PRICED: usize = 24;

/// 每人每月2200元、5个月: months that a price is multiplied by.
fn is_priced(run: &Run) -> bool {
    let before = run.text.slice(run.at.saturating_sub(PRICED)..run.at);
    let sentence = before.rsplit(|c| matches!(c, '。' | '；' | '\n')).next().unwrap_or_default();
    let month = sentence.windows(2).rposition(|pair| pair == ['每', '月']);
    month.is_some_and(|at| sentence.iter().skip(at).any(char::is_ascii_digit))
}
