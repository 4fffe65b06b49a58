//! Sums written out in signs: 总分=9.30分+45分+25分+8分=87.30分.

use super::relation;
use super::{kind_of, sum};
use crate::rule::{Scope, Sink};

/// States every sum that is written with + and =.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let mut parts: Vec<usize> = Vec::new();
    for id in 1..facts.list.len() {
        let sign = sign_before(scope, id);
        match sign {
            Some('+') => {
                if parts.is_empty() {
                    parts.push(id - 1);
                }
                parts.push(id);
            }
            Some('=') if parts.len() >= 2 => {
                let range = facts.get(parts.first().copied().unwrap_or(id)).map_or(0, |f| f.range.start)
                    ..facts.get(id).map_or(0, |f| f.range.end);
                out.relation(relation("A04", kind_of(scope, id), sum(&parts, id), range, true));
                parts.clear();
            }
            _ => parts.clear(),
        }
    }
}

/// The sign between a figure and the one before it: one sign and at most a name.
fn sign_before(scope: &Scope, id: usize) -> Option<char> {
    let facts = scope.facts;
    let (before, fact) = (facts.get(id.checked_sub(1)?)?, facts.get(id)?);
    if !matches!(facts.text.at(before.range.end), Some('+' | '＋' | '=' | '＝' | ' ' | '\n')) {
        return None;
    }
    let words = facts.between(id - 1, id);
    let words = words.trim();
    let name = words.strip_prefix(['+', '＋', '=', '＝'])?;
    let plain = before.figure.is_plain()
        && fact.figure.is_plain()
        && fact.figure.unit.dimension == before.figure.unit.dimension;
    let short = name.chars().count() <= 12 && !name.contains(['，', '；', '。', '、', '：', '+', '=', '×', '÷', '-']);
    (plain && short).then(|| if words.starts_with(['+', '＋']) { '+' } else { '=' })
}
