//! Digits in Chinese characters: [DBNum1] 一千二百三十四, [DBNum2] 壹仟贰佰叁拾肆.

use super::section::Numerals;
use crate::gather::Gather;

const LOWER: [char; 10] = ['○', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const UPPER: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const LOWER_UNITS: [&str; 4] = ["", "十", "百", "千"];
const UPPER_UNITS: [&str; 4] = ["", "拾", "佰", "仟"];
const GROUPS: [&str; 4] = ["", "万", "亿", "万亿"];

/// Each digit by itself: 二○二四.
pub(super) fn each(text: &str, numerals: Numerals) -> String {
    let Some(names) = names(numerals) else { return text.to_owned() };
    let name = |c: char| c.to_digit(10).and_then(|d| names.get(d as usize)).copied().unwrap_or(c);
    text.chars().map(name).collect()
}

/// A number as it is said: 一千二百三十四, and digits behind its point one by one. Nothing for one that is shown as a power.
pub(super) fn counted(text: &str, numerals: Numerals) -> Option<String> {
    let names = names(numerals)?;
    let (whole, fraction) = text.split_once('.').map_or((text, None), |(whole, rest)| (whole, Some(rest)));
    let digits: Vec<usize> = whole.chars().map(|c| c.to_digit(10).map(|d| d as usize)).gather_all()?;
    let units = if numerals == Numerals::Upper { UPPER_UNITS } else { LOWER_UNITS };
    let mut out = String::new();
    let mut gap = false;
    for (at, digit) in digits.iter().enumerate() {
        let power = digits.len() - 1 - at;
        let (group, place) = (power.div_euclid(4), power.rem_euclid(4));
        if *digit == 0 {
            gap = true;
        } else {
            if gap && !out.is_empty() {
                out.push(*names.first()?);
            }
            gap = false;
            out.push(*names.get(*digit)?);
            out.push_str(units.get(place)?);
        }
        // A group of four is named where it holds anything.
        let start = (at + 1).saturating_sub(4 - place.min(3));
        if place == 0 && digits.get(start..=at)?.iter().any(|d| *d != 0) {
            out.push_str(GROUPS.get(group)?);
        }
    }
    if out.is_empty() {
        out.push(*names.first()?);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(&each(fraction, numerals));
    }
    Some(out)
}

const fn names(numerals: Numerals) -> Option<&'static [char; 10]> {
    match numerals {
        Numerals::Arabic => None,
        Numerals::Lower => Some(&LOWER),
        Numerals::Upper => Some(&UPPER),
    }
}
