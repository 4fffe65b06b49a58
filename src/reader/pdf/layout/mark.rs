//! Marks at the head of a line: list marks that begin a paragraph.

/// Han digits that number lists.
const HAN: &str = "一二三四五六七八九十百〇零";

/// Whether a text begins with a list mark: 一、 （一） (1) 1. 1、 1） ① 第一， 第三部分 ● .
pub(in super::super) fn begins_with_mark(text: &str) -> bool {
    let mut rest = text.trim_start();
    let Some(first) = rest.chars().next() else { return false };
    if matches!(first, '①'..='⑳' | '●' | '■' | '◆' | '•' | '·' | '★' | '▲' | '\u{f000}'..='\u{f0ff}') {
        return true;
    }
    let bracket = matches!(first, '（' | '(');
    let ordinal = first == '第';
    if bracket || ordinal {
        rest = rest.get(first.len_utf8()..).unwrap_or("");
    }
    let numeral = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c) || HAN.contains(c);
    let length: usize = rest.chars().take_while(|c| numeral(*c)).take(4).map(char::len_utf8).sum();
    let mut after = rest.get(length..).unwrap_or("").chars();
    if length == 0 {
        return false;
    }
    match after.next() {
        Some('）' | ')') => true,
        Some('、') => !bracket && !ordinal,
        // 1.5万元 is a figure, 1.制定方案 and 1.2024年预算 begin with marks.
        Some('.' | '．') => {
            !bracket && !ordinal && (is_year(after.as_str()) || after.next().is_some_and(|c| !numeral(c)))
        }
        Some('部' | '章' | '节' | '条') => ordinal,
        _ => false,
    }
}

fn is_year(text: &str) -> bool {
    text.chars().take(4).filter(char::is_ascii_digit).count() == 4 && text.chars().nth(4) == Some('年')
}
