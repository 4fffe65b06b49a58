//! Digits that are no quantities (非数据数字), K01–K13.

use super::han_numeral;
use crate::text::{LogicalText, Range};

/// Why digits are no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mask {
    /// K01 文号: 〔2018〕34号.
    DocumentNumber,
    /// K02 序号: 一、 （1） 一是.
    ListMark,
    /// K03 日期、年份.
    Date,
    /// K04 电话、邮编、证件号、网址.
    Code,
    /// K05 事件名、热线: “8·9”、3.15、12345热线.
    EventName,
    /// K06 政策口号: “十四五”、八项规定.
    Slogan,
    /// K07 标准、型号: GB/T 37668-2019、PM2.5.
    Standard,
    /// K08 科目编码、表号.
    AccountCode,
    /// K09 时刻、版本: 8:30、24小时热线.
    Clock,
    /// K10 等级: IV级、5A.
    Grade,
    /// K11 成语中的数字.
    Idiom,
    /// K12 页码、行次、附件号、没有单位的数字.
    NoUnit,
    /// K13 条款号、序数: 第十四条、第7个.
    Ordinal,
}

impl Mask {
    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::DocumentNumber => "K01",
            Self::ListMark => "K02",
            Self::Date => "K03",
            Self::Code => "K04",
            Self::EventName => "K05",
            Self::Slogan => "K06",
            Self::Standard => "K07",
            Self::AccountCode => "K08",
            Self::Clock => "K09",
            Self::Grade => "K10",
            Self::Idiom => "K11",
            Self::NoUnit => "K12",
            Self::Ordinal => "K13",
        }
    }
}

/// A view of the characters around a run of digits.
struct Run<'a> {
    text: &'a LogicalText,
    at: usize,
    /// One past the digits.
    end: usize,
    /// One past the paragraph.
    limit: usize,
}

impl Run<'_> {
    fn before(&self, back: usize) -> Option<char> {
        self.at.checked_sub(back).and_then(|i| self.text.at(i))
    }

    fn follows(&self, words: &str) -> bool {
        let length = words.chars().count();
        self.at >= length && self.text.has(self.at - length, words)
    }

    fn behind(&self, words: &str) -> bool {
        self.text.has(self.end, words)
    }

    fn length(&self) -> usize {
        self.end - self.at
    }

    fn value(&self) -> u64 {
        self.text.slice(self.at..self.end).iter().fold(0u64, |v, c| v.saturating_mul(10).saturating_add(u64::from(c.to_digit(10).unwrap_or(0))))
    }

    fn digits_from(&self, at: usize) -> usize {
        digits(self.text, at, self.limit)
    }
}

fn digits(text: &LogicalText, at: usize, limit: usize) -> usize {
    (at..limit).take_while(|i| text.at(*i).is_some_and(|c| c.is_ascii_digit())).count()
}

/// The run at a digit that is excluded, with its end and the reason.
pub(super) fn excluded(text: &LogicalText, at: usize, limit: usize) -> Option<(Range, Mask)> {
    if !text.at(at)?.is_ascii_digit() {
        return han(text, at, limit);
    }
    let run = Run { text, at, end: at + digits(text, at, limit), limit };
    date(&run).or_else(|| name(&run)).or_else(|| code(&run)).map(|(end, reason)| (at..end, reason))
}

/// K03, K09.
fn date(run: &Run) -> Option<(usize, Mask)> {
    let (text, end, value) = (run.text, run.end, run.value());
    let is_year = run.length() == 4 && (1900..=2100).contains(&value);
    let dash = |i: usize| matches!(text.at(i), Some('-' | '—' | '至' | '~' | '/' | '.' | '、' | '到'));
    if is_year {
        if text.has(end, "年") {
            return Some((end + 1 + usize::from(text.has(end, "年度")), Mask::Date));
        }
        let more = run.digits_from(end + 1);
        if dash(end) && (more == 4 || more == 2 || more == 1) {
            let mut stop = end + 1 + more;
            if dash(stop) && matches!(run.digits_from(stop + 1), 1 | 2) {
                stop += 1 + run.digits_from(stop + 1);
            }
            let year = text.has(stop, "年");
            if year || stop > end + 1 + more || (more == 4 && text.at(end) != Some('.')) {
                return Some((stop + usize::from(year), Mask::Date));
            }
        }
        if matches!(run.before(1), Some('〔' | '[' | '【')) || matches!((run.before(1), text.at(end)), (Some('（'), Some('）'))) {
            return Some((end, Mask::DocumentNumber));
        }
    }
    if run.length() <= 2 {
        if text.has(end, "月") && value <= 12 {
            return Some((end + 1, Mask::Date));
        }
        let second = run.digits_from(end + 1);
        if dash(end) && (1..=2).contains(&second) && (text.has(end + 1 + second, "月") || (text.has(end + 1 + second, "日") && !text.has(end, "、"))) {
            return Some((end + second + 2, Mask::Date));
        }
        if (text.has(end, "日") || text.has(end, "号")) && (1..=31).contains(&value) {
            let reason = if text.has(end, "号") && run.before(1) != Some('月') { Mask::DocumentNumber } else { Mask::Date };
            return Some((end + 1, reason));
        }
        if let Some(stop) = clock(run, value) {
            return Some((stop, Mask::Clock));
        }
        // 08-03 10:00 at the head of a dispatch.
        if matches!(text.at(end), Some('-' | '/')) && second == 2 && value <= 12 && text.at(end + 3).is_some_and(|c| c == ' ' || c.is_ascii_digit()) {
            return Some((end + 1 + second, Mask::Date));
        }
        if text.has(end, "年代") || text.has(end, "世纪") {
            return Some((end + 2, Mask::Date));
        }
    }
    if text.has(end, "个月") || (text.has(end, "年") && !text.has(end, "年级") && value <= 100) || text.has(end, "周年") || text.has(end, "季度") {
        let length = if text.has(end, "年") { 1 } else { 2 };
        return Some((end + length, Mask::Date));
    }
    None
}

/// 8:30, 17时, 24小时.
fn clock(run: &Run, value: u64) -> Option<usize> {
    let (text, end) = (run.text, run.end);
    if text.has(end, "：") && value <= 24 && run.digits_from(end + 1) == 2 {
        let ratio = text.slice(run.at.saturating_sub(6)..run.at).contains(&'比');
        let minutes = end + 3;
        let seconds = text.has(minutes, "：") && run.digits_from(minutes + 1) == 2;
        return (!ratio && text.at(minutes) != Some('.')).then_some(if seconds { minutes + 3 } else { minutes });
    }
    let hour = value <= 24 && (text.has(end, "时") || (text.has(end, "点") && run.digits_from(end + 1) > 0));
    (hour && !text.has(end, "时间")).then(|| {
        let minutes = run.digits_from(end + 1);
        let minute_word = minutes > 0 && text.has(end + 1 + minutes, "分");
        end + 1 + minutes + usize::from(minute_word)
    })
}

/// K01, K05, K06, K07, K10, K12, K13: digits that are part of a name.
fn name(run: &Run) -> Option<(usize, Mask)> {
    let (text, end) = (run.text, run.end);
    if run.behind("号") {
        return Some((end + 1, Mask::DocumentNumber));
    }
    if matches!(run.before(1), Some('第')) {
        return Some((end, if run.behind("条") || run.behind("款") { Mask::Ordinal } else { Mask::Ordinal }));
    }
    if matches!(run.before(1), Some('〔' | '【')) {
        return Some((end, Mask::DocumentNumber));
    }
    if text.at(end) == Some('·') {
        return Some((end + 1 + run.digits_from(end + 1), Mask::EventName));
    }
    if run.before(1).is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '_' | '@')) {
        return Some((letters_end(text, end, run.limit), Mask::Standard));
    }
    if text.at(end).is_some_and(|c| c.is_ascii_alphabetic()) && !is_metric(text, end) {
        let stop = letters_end(text, end, run.limit);
        return Some((stop, if text.at(end) == Some('A') { Mask::Grade } else { Mask::Standard }));
    }
    if run.before(1) == Some('“') && matches!(text.at(end), Some('”' | '+' | '-')) {
        let stop = (end..run.limit).take_while(|i| text.at(*i).is_some_and(|c| c.is_ascii_digit() || matches!(c, '+' | '-'))).count();
        return Some((end + stop, Mask::Slogan));
    }
    if ["热线", "专线", "平台"].iter().any(|w| run.behind(w)) && run.length() >= 3 {
        return Some((end, Mask::EventName));
    }
    if ["附件", "附表", "表", "图", "公开", "编号", "编码", "代码", "栏次", "行次", "预算编码"].iter().any(|w| run.follows(w)) && !run.behind("个") {
        return Some((end, Mask::AccountCode));
    }
    if run.behind("级") {
        return Some((end + 1, Mask::Grade));
    }
    event(run)
}

/// `3.15` or `8.9` before a noun: a day that gave an event its name.
fn event(run: &Run) -> Option<(usize, Mask)> {
    let (text, end, month) = (run.text, run.end, run.value());
    if text.at(end) != Some('.') || run.length() > 2 || !(1..=12).contains(&month) {
        return None;
    }
    let length = run.digits_from(end + 1);
    let stop = end + 1 + length;
    // A second point makes it a section number or a version.
    if length > 0 && text.at(stop) == Some('.') && run.digits_from(stop + 1) > 0 {
        return Some((stop + 1 + run.digits_from(stop + 1), Mask::ListMark));
    }
    let noun = ["普法", "活动", "晚会", "行动", "专案", "案", "消费者", "”"].iter().any(|w| text.has(stop, w));
    (noun && (1..=2).contains(&length)).then_some((stop, Mask::EventName))
}

/// K04, K08: numbers that only identify.
fn code(run: &Run) -> Option<(usize, Mask)> {
    let (text, end) = (run.text, run.end);
    let unitless = !text.at(end).is_some_and(|c| matches!(c, '万' | '亿' | '元' | '.' | ',' | '余' | '多' | '%'));
    let second = run.digits_from(end + 1);
    if text.at(end) == Some('-') && (3..=4).contains(&run.length()) && (7..=8).contains(&second) {
        return Some((end + 1 + second, Mask::Code));
    }
    let zero = run.before(0) == Some('0') && run.length() > 1 && text.at(end) != Some('.');
    let masked = text.at(end) == Some('*');
    let counted = super::unit_name::unit_at(text, end, 0).is_some();
    if masked || (unitless && !counted && run.length() >= 5 && (zero || run.length() >= 6)) {
        let stop = (end..run.limit).take_while(|i| text.at(*i).is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '*' | '-'))).count();
        return Some((end + stop, if run.length() >= 9 || masked { Mask::Code } else { Mask::AccountCode }));
    }
    zero.then_some((end, Mask::AccountCode))
}

/// Units in letters.
fn is_metric(text: &LogicalText, at: usize) -> bool {
    ["kg", "km", "mg", "m2", "m3", "MW", "kW", "KW", "GW", "t", "cm", "mm"].iter().any(|unit| {
        text.has(at, unit) && !text.at(at + unit.chars().count()).is_some_and(|c| c.is_ascii_alphabetic())
    })
}

fn letters_end(text: &LogicalText, at: usize, limit: usize) -> usize {
    at + (at..limit)
        .take_while(|i| {
            text.at(*i).is_some_and(|c| c.is_ascii_alphanumeric() || (matches!(c, '.' | '-' | '_' | '@' | '/') && text.at(*i + 1).is_some_and(|d| d.is_ascii_alphanumeric())))
        })
        .count()
}

/// K02, K03, K13 in Han digits.
fn han(text: &LogicalText, at: usize, limit: usize) -> Option<(Range, Mask)> {
    let previous = at.checked_sub(1).and_then(|i| text.at(i));
    let run = han_numeral::run(text, at, limit);
    // 二O二一年 is written with a Latin O as often as with 〇.
    let year = at..at + (at..limit).take_while(|i| text.at(*i).is_some_and(|c| "零〇一二三四五六七八九Oo0".contains(c))).count();
    if year.len() == 4 && text.at(year.end) == Some('年') {
        return Some((year.start..year.end + 1, Mask::Date));
    }
    let month = matches!(text.at(run.end), Some('月' | '日')) && !text.has(run.end, "日常");
    if month && han_numeral::value(text.slice(run.clone())).is_some_and(|v| v <= 31) && run.len() <= 3 {
        return Some((run.start..run.end + 1, Mask::Date));
    }
    if previous == Some('第') {
        return Some((run, Mask::Ordinal));
    }
    let mark = previous == Some('（') && text.at(run.end) == Some('）');
    let first = run.len() == 1 && text.at(run.end) == Some('是') && matches!(previous, None | Some('\n' | '。' | '；' | '，' | '：' | '“' | '）'));
    if mark || first {
        return Some((run, Mask::ListMark));
    }
    let slogan = ["项规定", "四五", "三五", "个最严", "个意识", "个自信", "个维护", "稳", "保"];
    (run.len() == 1 && slogan.iter().any(|w| text.has(run.end, w)) && (previous == Some('“') || text.has(run.end, "项规定")))
        .then_some((run, Mask::Slogan))
}

/// Web and mail addresses, with all the digits in them.
pub(super) fn address(text: &LogicalText, at: usize, limit: usize) -> Option<Range> {
    let starts = ["http：", "https：", "http:", "https:", "www."].iter().any(|w| text.has(at, w));
    let previous = at.checked_sub(1).and_then(|i| text.at(i));
    if starts {
        let length = (at..limit).take_while(|i| text.at(*i).is_some_and(|c| (c.is_ascii() && c != ' ') || c == '：' || c == '？')).count();
        return Some(at..at + length);
    }
    if previous.is_some_and(|c| c.is_ascii_alphanumeric()) {
        return None;
    }
    let stop = letters_end(text, at, limit);
    let has_digit = text.slice(at..stop).iter().any(char::is_ascii_digit);
    has_digit.then_some(at..stop)
}
