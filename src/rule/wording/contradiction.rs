//! W41: what a text says of its own execution, against itself: 严格执行预算 … 偏离较大.

use crate::fact::Facts;
use crate::rule::{Scope, Sink};
use crate::text::{Lexicon, Mention, Range};

/// What was done strictly.
const STRICT: [&str; 8] = [
    "严格执行预算",
    "严格执行年初预算",
    "严格执行部门预算",
    "严格按预算执行",
    "严格按照预算执行",
    "严格按照年初预算执行",
    "严格按年初预算执行",
    "严格控制预算执行",
];
/// What does not go with it.
const FAR_OFF: [&str; 9] = [
    "偏离较大",
    "偏差较大",
    "差异较大",
    "偏离度较大",
    "执行率不高",
    "执行率偏低",
    "执行率较低",
    "预算执行不到位",
    "超预算支出",
];

/// Remarks on the first place of each.
pub(super) fn strict_but_far_off(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    // 要严格执行预算, 今后将…: what is still to be done.
    let strict = first(facts, &STRICT, &["要", "应", "将", "须", "进一步", "继续", "下一步", "确保", "加强"]);
    let Some(strict) = strict else { return };
    let not = ["无", "不存在", "避免", "防止", "未出现", "没有", "杜绝", "严禁", "禁止"];
    if let Some(far_off) = first(facts, &FAR_OFF, &not) {
        out.note("W41", Vec::new(), strict);
        out.note("W41", Vec::new(), far_off);
    }
}

/// The first place of one of several words whose clause has none of others before it.
fn first(facts: &Facts, words: &[&'static str], unless: &[&str]) -> Option<Range> {
    let text = &facts.text;
    let words = Lexicon::of(words);
    let mut places = text.found(&words, 0..text.chars().len());
    places.find_map(|(at, word, ())| {
        let clause = crate::token::clause::index_of(facts.clauses.clauses(), at);
        let from = facts.clauses.clauses().get(clause)?.start.min(at);
        let other = text.words(from..at).mentions_any(unless);
        (!other).then(|| at..at + word.chars().count())
    })
}
