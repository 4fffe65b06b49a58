//! K01, K05–K08, K10, K12, K13: digits that are part of a name.

use super::Mask;
use super::code::{is_amount, letters_end};
use super::run::Run;
use crate::token::unit_name::is_unit_at;

/// Words behind which a number only tells one paper, table or row from the next.
const NUMBERED: &[&str] =
    &["附件", "附表", "表", "图", "编号", "编码", "代码", "栏次", "行次", "科目", "项目编码", "预算编码"];

/// The name that the run is part of: where it ends.
pub(super) fn name(run: &Run) -> Option<(usize, Mask)> {
    let end = run.end;
    if run.after() == Some('号') {
        return Some((end + 1, Mask::DocumentNumber));
    }
    if run.before(1) == Some('第') {
        return Some((end, Mask::Ordinal));
    }
    if run.leads(&super::PRECISION) {
        return Some((end, Mask::Idiom));
    }
    if matches!(run.before(1), Some('〔' | '【')) {
        return Some((end, Mask::DocumentNumber));
    }
    bracketed(run).or_else(|| lettered(run)).or_else(|| event(run)).or_else(|| proportion(run)).or_else(|| {
        // “一般公共服务支出”科目12,789万元 is an amount of the account, not its number.
        let counted = || run.leads(&["个", "份", "册", "件"]) || is_of_points(run);
        if run.follows(NUMBERED) && !counted() && !is_amount(run.text, run.at, run.limit) {
            return Some((end, Mask::AccountCode));
        }
        (run.after() == Some('级')).then_some((end + 1, Mask::Grade))
    })
}

/// 填报绩效监控表1分、: points, which a mark ends; 见附表1分项 is none.
fn is_of_points(run: &Run) -> bool {
    let mark = |c: char| matches!(c, '，' | '、' | '；' | '。' | '）');
    run.after() == Some('分') && run.text.at(run.end + 1).is_some_and(mark)
}

/// （1） in a sentence is a list mark, （30113） the code of an account.
fn bracketed(run: &Run) -> Option<(usize, Mask)> {
    let alone = run.before(1) == Some('（') && run.after() == Some('）');
    match run.length() {
        1 | 2 if alone => Some((run.end, Mask::ListMark)),
        3..=9 if alone => Some((run.end, Mask::AccountCode)),
        _ => None,
    }
}

/// Letters around the digits: 5A, G320, but neither 35kg nor GDP152亿元.
fn lettered(run: &Run) -> Option<(usize, Mask)> {
    let (text, end) = (run.text, run.end);
    if matches!(run.before(1), Some('_' | '@')) || run.before(1).is_some_and(|c| c.is_ascii_alphabetic()) {
        let reason = if is_amount(text, run.at, run.limit) { None } else { Some(Mask::Standard) };
        return reason.map(|reason| (letters_end(text, end, run.limit), reason));
    }
    if run.after().is_some_and(|c| c.is_ascii_alphabetic()) && !is_unit_at(text, end, 0) {
        let reason = if run.after() == Some('A') { Mask::Grade } else { Mask::Standard };
        return Some((letters_end(text, end, run.limit), reason));
    }
    None
}

/// “8·9”专案, 12345热线, “1+6”, 3.15 before a noun: a day or number that gave something its name.
fn event(run: &Run) -> Option<(usize, Mask)> {
    let (text, end) = (run.text, run.end);
    if run.after() == Some('·') {
        return Some((end + 1 + run.digits_from(end + 1), Mask::EventName));
    }
    if run.before(1) == Some('“') && matches!(run.after(), Some('”' | '+' | '-')) {
        let sign = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-');
        let more = (end..run.limit).take_while(|i| text.at(*i).is_some_and(sign)).count();
        return Some((end + more, Mask::Slogan));
    }
    let served = ["市民热线", "便民热线", "政务服务", "政府服务", "市民服务", "投诉举报", "指挥中心"];
    let service = run.length() == 5 && run.value() / 10_000 == 1 && run.leads(&served);
    if service || run.length() >= 3 && run.leads(&["热线", "专线", "平台"]) {
        return Some((end, Mask::EventName));
    }
    if run.after() != Some('.') || run.length() > 2 || !(1..=12).contains(&run.value()) {
        return None;
    }
    let length = run.digits_from(end + 1);
    let stop = end + 1 + length;
    // A second point makes it a section number or a version.
    let third = run.digits_from(stop + 1);
    if length > 0 && text.at(stop) == Some('.') && third > 0 {
        return Some((stop + 1 + third, Mask::ListMark));
    }
    let nouns = ["普法", "活动", "晚会", "行动", "专案", "案", "消费者", "”"];
    let noun = nouns.iter().any(|word| text.has(stop, word));
    (noun && matches!(length, 1 | 2)).then_some((stop, Mask::EventName))
}

/// What is divided in a proportion begins as the unit of points does: 按6：4分担.
const DIVIDED: &[&str] = &["分担", "分摊", "分成", "分配", "分享", "分账"];

/// 2：1 is a proportion of two whole numbers; 3.9：59.5：36.6 are shares, which add up.
fn proportion(run: &Run) -> Option<(usize, Mask)> {
    if run.length() > 2 || run.after() != Some('：') {
        return None;
    }
    let second = run.digits_from(run.end + 1);
    let stop = run.end + 1 + second;
    if !matches!(second, 1 | 2) {
        return None;
    }
    let divided = DIVIDED.iter().any(|word| run.text.has(stop, word));
    let unit = !divided && is_unit_at(run.text, stop, 0);
    let more = matches!(run.text.at(stop), Some('：' | '.' | '%')) || unit;
    (!more && run.before(1) != Some('：')).then_some((stop, Mask::NoUnit))
}
