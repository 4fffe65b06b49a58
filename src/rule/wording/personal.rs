//! W43: numbers that reach a person or an account: identity cards, mobile telephones, bank accounts.

use crate::gather::Gather;
use crate::rule::{Scope, Sink};
use crate::text::{Mention, Range};

/// How many digits the shortest of them has.
const SHORTEST: usize = 11;

/// Remarks on each.
pub(super) fn numbers(scope: &Scope, out: &mut Sink) {
    let chars = scope.facts.text.chars();
    let mut length = 0;
    for (end, c) in chars.iter().chain(&['\n']).enumerate() {
        if c.is_ascii_digit() {
            length += 1;
            continue;
        }
        if length >= SHORTEST
            && let Some((name, range)) = personal(chars, end - length, length)
        {
            out.named_note("W43", name, range);
        }
        length = 0;
    }
}

/// What a run of digits is the number of.
fn personal(chars: &[char], at: usize, length: usize) -> Option<(&'static str, Range)> {
    let before = at.checked_sub(1).and_then(|i| chars.get(i));
    let after = chars.get(at + length);
    let joined = |c: Option<&char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '*'));
    let checked = length == 17 && matches!(after, Some('X' | 'x'));
    let counted = after.is_some_and(|c| matches!(c, '元' | '万' | '亿' | '%' | '人' | '个' | '.'));
    if joined(before) || !checked && joined(after) || counted {
        return None;
    }
    let digits: Vec<u32> = chars.iter().skip(at).take(length).filter_map(|c| c.to_digit(10)).gather();
    match (length, digits.as_slice()) {
        (17, _) if checked && is_identity(&digits, 10) => Some(("身份证号码", at..at + 18)),
        (18, [head @ .., last]) if is_identity(head, *last) => Some(("身份证号码", at..at + 18)),
        (11, [1, 3..=9, ..]) => Some(("手机号码", at..at + 11)),
        (16..=19, _) if is_account(&digits) && speaks_of_account(chars, at) => Some(("银行账号", at..at + length)),
        _ => None,
    }
}

/// The check digit and the day of birth of a citizen's number (GB 11643).
fn is_identity(digits: &[u32], check: u32) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: [u32; 11] = [1, 0, 10, 9, 8, 7, 6, 5, 4, 3, 2];
    let number = |range: Range| digits.get(range).into_iter().flatten().fold(0, |n, d| n * 10 + d);
    let born = (1900..=2099).contains(&number(6..10))
        && (1..=12).contains(&number(10..12))
        && (1..=31).contains(&number(12..14));
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    born && CHECKS.get((sum % 11) as usize) == Some(&check)
}

/// The check digit of a card (ISO/IEC 7812).
fn is_account(digits: &[u32]) -> bool {
    let doubled = |digit: u32| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    let weighed = digits.iter().rev().enumerate().map(|(at, digit)| if at % 2 == 1 { doubled(*digit) } else { *digit });
    weighed.sum::<u32>().is_multiple_of(10)
}

fn speaks_of_account(chars: &[char], at: usize) -> bool {
    let words: String = chars.iter().take(at).skip(at.saturating_sub(16)).collect();
    words.mentions_any(&["账号", "帐号", "账户", "帐户", "卡号", "开户"])
}
